"""Where, when and by whom a story was filed: the dateline of its first paragraphs. Pure: Reading → Reading."""

from collections.abc import Mapping
from dataclasses import replace

from generator.ingest import dateline, evidence
from generator.ingest.paragraphs import Line
from generator.ingest.reading import Reading, take
from generator.ingest.vocabulary import canonical
from generator.model import Meta

_NEAR_TOP = 4


def read(reading: Reading) -> Reading:
    first = at(reading.lines, reading.vocabulary.places)
    if not first:
        return reading
    start, stop, found = first
    line = reading.lines[start]
    lines = (*reading.lines[:start], replace(line, text=found.rest), *reading.lines[stop:])
    reading = replace(reading, lines=lines)
    places = tuple(canonical(place, reading.vocabulary.places) for place in found.places)
    printed = evidence.printed(found.date)
    said = Meta(place=places, agency=found.agency, dateline=found.text, date=printed.date if printed else None)
    return take(reading, said, "dateline", replace(line, text=found.text))


def at(lines: tuple[Line, ...], known: Mapping[str, str]) -> tuple[int, int, dateline.Dateline] | None:
    """The first paragraphs are looked at, for a deck may stand above; where it is, what follows it, and what it says.

    A dateline on a line of its own goes with the paragraph below it. Capitals before a colon in other paragraphs too
    are the speakers of an interview.
    """
    for i, line in enumerate(lines[:_NEAR_TOP]):
        text, stop = line.text, i + 1
        if len(text) < 80 and text[-1] in "—–-:" and stop < len(lines):
            text, stop = f"{text} {lines[stop].text}", stop + 1
        found = dateline.split(text, known)
        if found and not (found.text.rstrip().endswith((":", ";")) and _spoken(lines, i)):
            return i, stop, found
    return None


def _spoken(lines: tuple[Line, ...], at: int) -> bool:
    """Other paragraphs begin with capitals and a colon too."""
    others = (dateline.split(line.text) for line in (*lines[:at], *lines[at + 1 : at + 30]))
    return any(other and other.text.rstrip().endswith(":") for other in others)
