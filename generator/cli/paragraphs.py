"""What is printed as paragraphs, broken between words where the terminal ends."""

import shutil
import textwrap

from generator.cli.printing import printable, say

_WIDEST = 100


def say_wrapped(line: str, indent: int = 0, first: str = "") -> None:
    """Print a paragraph, broken between words where the terminal ends. `first` stands before its first line."""
    head = first.ljust(indent)
    rows = textwrap.wrap(
        printable(line),
        min(shutil.get_terminal_size((80, 24)).columns, _WIDEST),
        initial_indent=head,
        subsequent_indent=" " * indent,
        break_long_words=False,  # a path or a line to copy stays whole
        break_on_hyphens=False,
    )
    for row in rows or [head.rstrip()]:
        say(row)
