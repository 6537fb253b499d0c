"""Where, when and by whom a story was filed: the dateline of its first paragraphs. Pure: Reading → Reading.

Of the dates, the dateline's ranks below what a sidecar or a printed line says, and above the path. It fills the date
where there is none yet, and makes one exact that is coarser and agrees ("March 2020" and "PARIS, March 3 —"). A day
without a year takes it from other evidence, under the conditions that generator.ingest.years sets.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.ingest.editor import dateline, evidence, sentences, years
from generator.ingest.editor.dateline import Dateline
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.reading import Reading, claim, take
from generator.ingest.editor.vocabulary import canonical
from generator.model import Date, Doubt, Meta

UNSURE = "place that nothing but its capitals speaks for"
_NEAR_TOP = 4  # paragraphs of running text that are looked at, for captions stand above
_REACH = 16  # and lines, for what is left of a page stands there too
_SHORT = 80
_NO_CAPTION = 500  # characters: what is longer is the story, and no caption above it
_OPEN_ENDS = "—–-:："
_LOOKED_AT = 40  # paragraphs in which a word in capitals is looked for


def read(reading: Reading) -> Reading:
    first = at(reading.lines, reading.vocabulary.places)
    if not first:
        return reading
    start, stop, found = first
    line = reading.lines[start]._replace(text=found.text)
    story = (reading.lines[start]._replace(text=found.rest),) if found.rest else ()
    reading = reading._replace(lines=(*reading.lines[:start], *story, *reading.lines[stop:]))
    places = tuple(canonical(place, reading.vocabulary.places) for place in found.places)
    if not found.sure:
        reading = reading._replace(doubts=(*reading.doubts, Doubt(UNSURE, line.number, line.text)))
    said = Meta(place=places, agency=found.agency, dateline=found.text, authors=found.authors)
    return _dated(take(reading, said, "dateline", line), found.date, line)


def at(lines: Sequence[Line], known: Mapping[str, str]) -> tuple[int, int, Dateline] | None:
    """The first paragraphs are looked at, for a deck may stand above; where it is, what follows it, and what it says.

    A dateline on a line of its own belongs to the paragraph below it.
    """
    stories = 0
    for i, line in enumerate(lines[:_REACH]):
        short = len(line.text) < _SHORT
        below = lines[i + 1].text if short and i + 1 < len(lines) else ""
        if short and i >= _NEAR_TOP and not sentences.story_like(below):
            continue
        for stop, found in _here(line.text, below, known):
            if _stands(found, lines, i):
                return i, i + stop, found
        stories += sentences.story_like(line.text)
        if stories == _NEAR_TOP or len(line.text) > _NO_CAPTION:
            break
    return None


def _here(text: str, below: str, known: Mapping[str, str]) -> Iterator[tuple[int, Dateline]]:
    """What a short line and the paragraph below it may say, and how many of the two it takes. `below`: "" = the line
    is not short, or the last."""
    if sentences.story_like(below) and (found := dateline.alone(text, known)) and text[-1] not in _OPEN_ENDS:
        yield 1, found
    over = dateline.split(f"{text} {below}", known) if below and text[-1] in _OPEN_ENDS else None
    if over and len(over.text) >= len(text):
        yield 2, over
    elif (found := dateline.split(text, known)) and (not below or found.agency or found.date or sentences.ends(text)):
        yield 1, found


def _stands(found: Dateline, lines: Sequence[Line], at: int) -> bool:
    """What the other paragraphs have to say. Capitals before a colon in them too are the speakers of an interview, and
    capitals before a full stop the headings of a list.
    A town does not stand in them in small letters, as WEATHER does, or in capitals, as ABLIX does."""
    others = [line.text for i, line in enumerate(lines[:_LOOKED_AT]) if i != at]
    if found.text.rstrip().endswith((":", ";")) and any(map(_spoken, others)):
        return False
    if found.text.rstrip().endswith(".") and not found.agency and any(map(_headed, others)):
        return False
    if found.sure:
        return True
    if at >= _NEAR_TOP or any(sentences.story_like(line.text) for line in lines[:at]):
        return False
    story = f" {found.rest} {' '.join(others)}"
    words = [word for place in found.places for word in place.split() if len(word) > 3]
    return not any(f" {form}" in story for word in words for form in (word.lower(), word.upper()))


def _spoken(text: str) -> bool:
    speaker, colon, _ = text[:_SHORT].partition(":")
    return bool(colon) and speaker.isupper()


def _headed(text: str) -> bool:
    heading, stop, _ = text[:_SHORT].partition(". ")
    return bool(stop) and len(heading) > 3 and heading.isupper()


# ── The date ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _dated(reading: Reading, text: str, line: Line) -> Reading:
    """The date of a dateline, where there is none yet or a coarser one that holds it."""
    there = reading.meta.date
    if not text or (there and there.precision in evidence.EXACT):
        return reading
    date, rule, inferred = _meant(reading, text)
    if not date or (there and not within(date, there)):
        return reading
    return claim(undated(reading), Meta(date=date), rule, line, inferred=inferred)


def undated(reading: Reading) -> Reading:
    """The reading without its date, for one that is finer."""
    others = tuple(said for said in reading.evidence if said.field != "date")
    return reading._replace(meta=replace(reading.meta, date=None), evidence=others)


def _meant(reading: Reading, text: str) -> tuple[Date | None, str, bool]:
    """The date, the rule that made it, and whether it had to be made of two sayings."""
    if printed := evidence.printed(text):
        return printed.date, "dateline", False
    day = evidence.open_day(text)
    resolved = years.resolve(day, _known(reading)) if day else None
    return (resolved[0], f"dateline; year from {resolved[1]}", True) if resolved else (None, "", False)


def _known(reading: Reading) -> Iterator[tuple[str, Date]]:
    """What else says when, the surest first: the date there is, that of the last change, the path."""
    rules = {said.field: said.rule for said in reading.evidence}
    for field, date in (("date", reading.meta.date), ("updated", reading.meta.updated)):
        if date:
            yield rules.get(field, field), date
    for hint in reading.hints:
        if hint.rule == "path" and hint.meta.date:
            yield hint.rule, hint.meta.date
    if reading.vocabulary.published:
        yield "site.yaml", reading.vocabulary.published


def within(date: Date, there: Date) -> bool:
    """The first says nothing that the second, which may be coarser, does not allow."""
    begun, over = (there.first or date.first) <= date.first, date.last <= (there.last or date.last)
    return begun and over and not there.approximate
