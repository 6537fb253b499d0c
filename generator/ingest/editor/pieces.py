"""A stretch of words before a dash, taken apart: its names, its date, its agency. Pure: str → Pieces or None.

    "PARIS, March 3, 2020 (Reuters)"  →  names PARIS, date March 3, 2020, agency Reuters

What is a date or a known agency is told here; whether the names are those of places is for filing.py to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.ingest.editor import evidence, places
from generator.ingest.editor.phrases import wires
from generator.text import fold, key

_MOST_PIECES = 7
_CLOSED = frozenset("()[]«»")
GROUP = re.compile(r"[(（\[]([^()\[\]（）]{2,50})[)）\]]|(?<!\w)/\s?([^\W\d_][\w .-]{1,30}?)\s?/\.?(?!\w)")
CITY_AND_DATE = re.compile(
    r"([^\W\d_][^\d,]{2,50}?)[.,]?\s(?:في\s)?"
    r"([^\W\d_]{3,12}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,12}\.?(?:\s\d{4})?)"
)
_PIECES = re.compile(r"\s?(?:[,،]|—|--|[-–](?=\s)|(?<=\s)[-–])\s?")
_AGENCY = re.compile(r"[^\W_](?:[\w.&/'’!]|[ -](?=\w)){1,39}")
_DAY_STOP = re.compile(r"(?<=\d)\.\Z")
_PICTURE = re.compile(r"(?i:photo|foto|image|video|file)")


Kind = Literal["name", "date", "agency"]
_KINDS: tuple[Kind, ...] = ("name", "date", "agency")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A stretch taken apart. `dashed`: by a dash; `enclosed`: all of it stood in parentheses."""

    names: tuple[str, ...]
    agency: str = ""
    date: str = ""
    dashed: bool = False
    enclosed: bool = False


@lru_cache(maxsize=4096)  # all stories of a day from one city begin with the same
def apart(text: str) -> Pieces | None:
    """The pieces of a stretch in a script with capitals; None where two are dates or agencies, or one is nothing."""
    groups = ["".join(found).strip() for found in GROUP.findall(text)]
    outer = GROUP.sub(" , ", text).strip(" ,:") if groups else text
    if len(groups) > 2 or not _CLOSED.isdisjoint(outer):
        return None
    enclosed = not outer and len(groups) == 1 and not is_wire(groups[0])
    plain = (groups[0] if enclosed else outer).replace("--", "—")
    pieces = [_DAY_STOP.sub("", piece.strip()) for piece in _PIECES.split(plain) if piece.strip()]
    if len(pieces) > _MOST_PIECES:
        return None
    said = (
        [*_sorted(pieces)]
        if enclosed
        else [*_sorted(pieces), *(one for group in groups for one in _in_parentheses(group))]
    )
    names, dates, agencies = (tuple(what for kind, what in said if kind == wanted) for wanted in _KINDS)
    if len(dates) > 1 or len(agencies) > 1 or not all(map(_AGENCY.fullmatch, agencies)):
        return None
    return Pieces(names, "".join(agencies), "".join(dates), _dashed(plain), enclosed)


def _dashed(plain: str) -> bool:
    return "—" in plain or "- " in plain or " -" in plain or "– " in plain or " –" in plain


def _in_parentheses(group: str) -> Iterator[tuple[Kind, str]]:
    """An agency, a date, or both: "(Marketwired - Jan. 5, 2015)"."""
    agency, dash, day = group.rpartition(" - ")
    if not is_date(day):
        yield "agency", group
        return
    yield "date", day
    if dash:
        yield "agency", agency


def _sorted(pieces: Sequence[str]) -> Iterator[tuple[Kind, str]]:
    """Dates and agencies among the pieces; the others are names."""
    at = 0
    while at < len(pieces):
        if width := _date_at(pieces, at):
            yield "date", ", ".join(pieces[at : at + width])
        elif len(pieces) > 1 and key(pieces[at]) in wires.AGENCIES:
            yield "agency", pieces[at]
        else:
            yield from _named(pieces[at])
        at += width or 1


def _named(piece: str) -> Iterator[tuple[Kind, str]]:
    """ "LONDON March 3" is two pieces without a comma, and so is "BERLIN taz"."""
    city, _, last = piece.rpartition(" ")
    if (match := CITY_AND_DATE.fullmatch(piece)) and is_date(match[2]):
        yield "name", match[1]
        yield "date", match[2]
    elif city.isupper() and not last.isupper() and places.known(city) and key(last) in wires.AGENCIES:
        yield "name", city
        yield "agency", last
    else:
        yield "name", piece


def _date_at(pieces: Sequence[str], at: int) -> int:
    """How many pieces from here on are one date: "Wednesday, March 3, 2020" is three."""
    if not any(map(str.isdigit, pieces[at])) and fold(pieces[at]).strip(".") not in wires.WEEKDAYS:
        return 0
    return next((n for n in (3, 2, 1) if at + n <= len(pieces) and is_date(", ".join(pieces[at : at + n]))), 0)


def is_date(text: str) -> bool:
    """A day, with or without its year or a Hijri one beside it."""
    if any(map(str.isdigit, text)):
        return evidence.open_day(text) is not None or evidence.printed(text) is not None or evidence.unclaimed(text)
    return text.isalpha() and fold(text) in wires.WEEKDAYS


def is_wire(agency: str) -> bool:
    """On the list, whole or by its first part: "Reuters Health", "dpa/tmn"."""
    first = re.split("[ /-]", agency, maxsplit=1)[0]
    return key(agency) in wires.AGENCIES or (key(first) in wires.AGENCIES and not _PICTURE.search(agency))
