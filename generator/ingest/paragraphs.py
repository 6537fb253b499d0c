"""Lines and paragraphs of plain text: str → lines → paragraphs. Pure.

Three layouts are met. *Hard-wrapped*: lines of about one width, most of which end inside a sentence; a paragraph begins
after a blank line, at an indent, or at a dash of speech. *A line a paragraph*: long lines, or lines that end where
sentences end. *One line*: the scraper lost every line end, and runs of three blanks or more are what is left of them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.ingest import sentences
from generator.text import squeeze

_RUN = re.compile(r"[ \t\xa0]{3,}")
_ONE_LINE = 300
_WIDEST = 130
_BROKEN = re.compile(r"[^\W\d_]-\Z")
_JOINS = frozenset(["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o"])
_SPEECH = re.compile(r"[-–—―]{1,2}(?=\s|[^\W\d_]|[\"“„«'‘])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, or, after `join`, a paragraph.

    number  in the raw file, from 1        text   its whitespace folded
    indent  columns before the first letter
    apart   a blank line, a run of blanks or something that was cut stands before it
    """

    number: int
    text: str
    indent: int = 0
    apart: bool = True


def split(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold anything."""
    rows = text.split("\n")
    filled = sum(1 for row in rows if row and not row.isspace())
    return tuple(_lines(rows, one_line=filled <= 3))


def _lines(rows: list[str], one_line: bool) -> Iterator[Line]:
    apart = True
    for number, row in enumerate(rows, 1):
        if not (bare := squeeze(row)):
            apart = True
        elif one_line and len(row) > _ONE_LINE:
            yield from (Line(number, squeeze(piece)) for piece in _RUN.split(row) if piece.strip())
            apart = False
        else:
            yield Line(number, bare, _indent(row), apart)
            apart = False


def _indent(row: str) -> int:
    head = row[: len(row) - len(row.lstrip())]
    return len(head.expandtabs(4))


def without(lines: tuple[Line, ...], cut: frozenset[int]) -> tuple[Line, ...]:
    """The lines whose index is not in `cut`; what follows a cut line begins anew."""
    if not cut:
        return lines
    return tuple(
        line if line.apart or i - 1 not in cut else replace(line, apart=True)
        for i, line in enumerate(lines)
        if i not in cut
    )


def wrapped(lines: tuple[Line, ...]) -> bool:
    """Hard-wrapped: the lines that another follows directly are about one width, and most end inside a sentence."""
    inner = [line for line, after in pairwise(lines) if not after.apart]
    if len(inner) < 3:
        return False
    lengths = sorted(len(line.text) for line in inner)
    width = lengths[len(lengths) * 9 // 10]
    if not 30 <= width <= _WIDEST or lengths[len(lengths) // 2] < width * 0.7:
        return False
    return sum(sentences.ends(line.text) for line in inner) < len(inner) * 0.55


def groups(lines: tuple[Line, ...]) -> list[list[Line]]:
    """The lines of each paragraph."""
    begins = _wrapped_rule(lines) if wrapped(lines) else _line_rule
    found: list[list[Line]] = []
    for line in lines:
        if found and not line.apart and not begins(found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def join(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The paragraphs: each a Line with the number of its first line."""
    return tuple(replace(group[0], text=_glue(group)) if len(group) > 1 else group[0] for group in groups(lines))


def _wrapped_rule(lines: tuple[Line, ...]) -> Callable[[Line, Line], bool]:
    """Does a line of hard-wrapped text begin a paragraph, though no blank line stands before it?"""
    margin = min((line.indent for line in lines[1:]), default=0) + 1
    lengths = sorted(len(line.text) for line in lines)
    short = lengths[len(lengths) * 9 // 10] * 0.6
    # Text that marks its paragraphs in another way needs no guess from short last lines.
    marked = any(line.apart or line.indent > margin for line in lines[1:])

    def begins(before: Line, line: Line) -> bool:
        if line.indent > margin:
            return True
        ended = sentences.ends(before.text)
        return ended and (_SPEECH.match(line.text) is not None or (not marked and len(before.text) < short))

    return begins


def _line_rule(before: Line, line: Line) -> bool:
    """The same where a line is a paragraph: unless the sentence plainly goes on."""
    if _SPEECH.match(line.text) or sentences.ends(before.text):
        return True
    goes_on = line.text[0].islower() or before.text[-1] in ",،-–" or before.text.endswith(".")
    return not goes_on


def _glue(group: list[Line]) -> str:
    """One line of many. A word broken at its hyphen loses the gap; "pre- and post-war" keeps it."""
    pieces = [group[0].text]
    for line in group[1:]:
        broken = _BROKEN.search(pieces[-1]) and line.text[0].islower() and line.text.split(" ", 1)[0] not in _JOINS
        pieces.append(line.text if broken else f" {line.text}")
    return "".join(pieces)
