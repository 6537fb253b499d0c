"""The lines of a plain text: str → lines. Pure.

A line is what stands between two line ends, but for scrapes that lost theirs: there, a run of three blanks or more is
what is left of one; where all of it is short, two of them and a sentence must stand in it. In a text that has its lines
such a run is a break only between two sentences, and only if that is not how its writer parts all of them. Runs of
blanks also part the columns of a table, whose rows stay by themselves.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from generator.text import beyond, squeeze

_RUN = re.compile(r"[ \t\xa0]{3,}")
_LONG = 300  # characters; a line of print is shorter
_FEW = 3  # lines
_SENTENCE = 60  # characters
_RUNS = 2
_ENDS = frozenset('.!?…۔؟:"”»’)')
_GAPS = (". ", "? ", "! ", '." ', ".” ", "؟ ")
_COLUMNS = re.compile(r"[ \xa0]{2,}|\t+")
_WIDE = re.compile(r"[ \xa0]{3,}|\t+")
_FIGURE = re.compile(r"[-+(]?[$£€]?\d[\d.,:/%-]{0,20}(?: ?(?:%|[A-Za-z]{1,4}))?\)?|[-–—]|nil")
_CELL = 24
_STUB = 40  # the name of a row


class Line(NamedTuple):
    """A line that is not blank, or, after `paragraphs.join`, a paragraph. (Made by the million: a tuple costs a third.)

    number  in the raw file, from 1        text   its whitespace folded
    indent  columns before the first letter
    apart   a blank line, a run of blanks or something that was cut stands before it
    row     a row of a table, or a rule: never part of a paragraph
    """

    number: int
    text: str
    indent: int = 0
    apart: bool = True
    row: bool = False


def split(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold anything."""
    return tuple(_lines(_Layout.of(text)))


def without(lines: tuple[Line, ...], cut: frozenset[int]) -> tuple[Line, ...]:
    """The lines whose index is not in `cut`; what follows a cut line begins anew."""
    if not cut:
        return lines
    return tuple(
        line if line.apart or i - 1 not in cut else line._replace(apart=True)
        for i, line in enumerate(lines)
        if i not in cut
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """The rows of a text, how blanks are folded in it, and the lines that a row holds, if it holds more than one."""

    rows: list[str]
    fold: Callable[[str], str]
    pieces: Callable[[str], list[str]]

    @classmethod
    def of(cls, text: str) -> "_Layout":
        rows = text.split("\n")
        twice, odd = "  " in text, _odd_blanks(text)
        if not (twice and "   " in text) and not (odd and "\xa0\xa0" in text):
            # To fold blanks where there are none to fold takes half of the time.
            return cls(rows, squeeze if twice or odd else str.strip, _whole)
        filled = sum(1 for row in rows if row and not row.isspace())
        if filled <= _FEW:
            return cls(rows, squeeze, _single if filled == 1 else _scraped)
        return cls(rows, squeeze, _parted if _breaks(rows) else _whole)


def _odd_blanks(text: str) -> bool:
    """Something stands in it that `str.split` takes for a blank, and that is neither a blank nor a line end."""
    signs = beyond(text)
    return "\t" in text or (signs != "" and signs.split() != [signs])


# ── Lines that hold more than one ────────────────────────────────────────────────────────────────────────────────


def _whole(row: str) -> list[str]:
    return []


def _scraped(row: str) -> list[str]:
    """The pieces of a row that lost its line ends."""
    return [piece for piece in _RUN.split(row) if piece.strip()] if len(row) > _LONG else []


def _single(row: str) -> list[str]:
    """The same for the only row of a text, however short: two runs or more part it, and a sentence is among them."""
    if len(row) > _LONG:
        return _scraped(row)
    pieces = _RUN.split(row)
    told = any(len(piece) >= _SENTENCE and piece[-1] in _ENDS for piece in pieces)
    return pieces if told and len(pieces) > _RUNS else []


def _parted(row: str) -> list[str]:
    """The pieces of a row with runs of blanks between its sentences."""
    if "   " not in row:
        return []
    starts = [0, *(run.end() for run in _RUN.finditer(row) if _between(run)), len(row)]
    return [row[start:stop] for start, stop in pairwise(starts)]


def _between(run: re.Match[str]) -> bool:
    """A sentence ends before a run of blanks, and none goes on after it."""
    text, start, end = run.string, run.start(), run.end()
    return start > 0 and end < len(text) and text[start - 1] in _ENDS and not text[end].islower()


def _breaks(rows: list[str]) -> bool:
    """Runs of blanks between sentences are rarer than the gaps that part sentences here."""
    runs = sum(_between(run) for row in map(str.strip, rows) if "   " in row for run in _RUN.finditer(row))
    return runs > 0 and runs < sum(row.count(gap) for row in rows for gap in _GAPS) - runs


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _lines(layout: _Layout) -> Iterator[Line]:
    apart = True
    for number, row in enumerate(layout.rows, 1):
        bare = layout.fold(row)
        if not bare or (bare[0] == ">" and _blank(bare)):
            apart = True
            continue
        if row == bare and layout.pieces is _whole and bare[0].isalnum():  # most are: nothing more to ask
            yield Line(number, bare, 0, apart)
        elif len(pieces := layout.pieces(row.strip())) > 1:
            yield Line(number, squeeze(pieces[0]), _indent(row), apart)
            yield from (Line(number, squeeze(piece)) for piece in pieces[1:])
        else:
            yield Line(number, bare, _indent(row), apart, _row(row, bare))
        apart = False


def _blank(bare: str) -> bool:
    """ ">" alone is a blank line of what is quoted."""
    return not bare.strip("> ")


def _indent(row: str) -> int:
    return 0 if row[0] > " " and row[0] != "\xa0" else len(row[: len(row) - len(row.lstrip())].expandtabs(4))


def _row(row: str, bare: str) -> bool:
    """Figures in columns, the names above them, or signs alone (`* * *`)."""
    if not bare[0].isalnum() and not any(map(str.isalnum, bare)):
        return True
    row = row.strip()
    if (len(row) == len(bare) and "\t" not in row) or len(row) > _LONG:  # no blanks to spare
        return False
    cells = _COLUMNS.split(row)
    figures = sum(_FIGURE.fullmatch(cell) is not None for cell in cells)
    if figures >= 2:
        return figures * 2 >= len(cells) - 1
    wide = len(_WIDE.split(row)) == len(cells)
    if len(cells) == 2:
        return wide and figures == 1 and len(cells[0]) <= _STUB
    return wide and len(cells) > 2 and max(map(len, cells)) <= _CELL
