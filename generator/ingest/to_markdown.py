r"""Paragraphs of plain text → Markdown that renders back to the very same text. Pure.

An article as it came is text, and text is full of what Markdown takes for its own: tickers (`<BP>`), footnote stars,
`12. ` at the start of a paragraph, `#hashtags`, `snake_case`. Each is escaped where it would act and nowhere else, so
that a person can read the file: `AT&T`, `5 * 3`, `well-known`, `(sic)`, `[sic]`, `a_b` and `C:\new` stay as they are.

What acts is decided by Python-Markdown 3.11 with the extensions of `publish.prose`. Paragraphs are one line each, so
whatever needs two lines (underlined headings, tables, line breaks) cannot arise. Its backslash works before few
characters only; where it does not, a character reference stands in: `&lt;` `&amp;` `&#58;` `&#126;`.
"""

import re

from generator import text
from generator.model import Block

# What Python-Markdown lets a backslash escape (its ESCAPED_CHARS, and the pipe, which the tables extension adds).
_ESCAPABLE = re.escape("\\`*_{}[]()>#+-.!|")

# Anywhere in a paragraph. A run of stars between blanks is no emphasis, nor is an underscore inside a word; a bracket
# is a link only before "(": references and footnotes need a definition, and none is left standing.
# (Each form begins with its sign, and what stands before that is looked at behind it: so only signs are looked at.)
_INLINE = re.compile(
    rf"""
      \\(?=[{_ESCAPABLE}])
    | `
    | \*(?<=[^\s*]\*)\**+ | \*(?<!\*\*)\**+(?=\S)
    | _(?<!\w_)_*+(?=\S) | _(?<=[^\s_]_)_*+(?!\w)
    | \](?=\()
    | <(?=[^\s=])
    | &(?=\#|[a-zA-Z0-9][-.a-zA-Z0-9]*+;)
    """,
    re.VERBOSE,
)
_MAY_ACT = "\\`*_]<&"
_REFERENCES = {"<": "&lt;", "&": "&amp;", ":": "&#58;", "~": "&#126;"}

# At the start of a paragraph: a numbered item (`1)` is one for other readers of Markdown), a rule, a heading, a quote,
# an item, a definition, a fence.
_START = re.compile(
    r"""
    (\d++)[.)](?=\ ) | (?: -|\*++|_++ )(?=[-*_\ ]*+\Z) | [\#>] | [-+*:](?=\ ) | ~(?=~~)
    """,
    re.VERBOSE,
)
_OPENS = frozenset("-*_#>+:~")  # what that can begin with, but for digits


def markdown(blocks: tuple[Block, ...]) -> str:
    """The body of an article: paragraphs with a blank line between them, a newline at the end; () is ""."""
    paragraphs = [escape(block.text) for block in blocks]
    kept = [paragraph for paragraph in paragraphs if paragraph]
    return "\n\n".join(kept) + "\n" if kept else ""


def escape(paragraph: str) -> str:
    """One paragraph of text as one line of Markdown. Whitespace is folded, control characters are left out."""
    plain = _single(paragraph) if paragraph.isprintable() else text.squeeze(text.printable(paragraph))
    line = _INLINE.sub(_escaped, plain) if text.holds(plain, _MAY_ACT) else plain
    if plain.startswith("[") and "]:" in plain:  # the definition of a reference
        return f"\\{line}"
    opens = line[:1] in _OPENS or line[:1].isdecimal()
    return _START.sub(_opener, line, count=1) if opens and _START.match(line) else line


def _single(paragraph: str) -> str:
    """With whitespace folded: what can be printed has no other than blanks."""
    return text.squeeze(paragraph) if "  " in paragraph else paragraph.strip()


def _escaped(found: re.Match[str]) -> str:
    return "".join(map(_written, found.group()))


def _opener(found: re.Match[str]) -> str:
    number = found.group(1) or ""
    return number + "".join(map(_written, found.group()[len(number) :]))


def _written(sign: str) -> str:
    return _REFERENCES.get(sign) or f"\\{sign}"
