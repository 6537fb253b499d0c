"""From a raw item to a draft: what each line of a text is, and on what evidence. Pure.

    decode ─▶ lines ─▶ neighbours' headlines ─▶ furniture ─▶ headline, bylines, dates ─▶ end marks ─▶ paragraphs
           ─▶ captions ─▶ dateline ─▶ sign-offs ─▶ and where nothing has said so yet: date from the path, title, tags,
              language

Every step is `Reading → Reading`: it takes lines away and adds what they said. A field is filled once, by who comes
first: what stands outside the text (`--date`, a sidecar), then the text, then the path.
"""

from collections.abc import Callable

from generator.ingest.editor import (
    around,
    filed,
    header,
    language,
    paragraphs,
    pictures,
    sentences,
    signoff,
    tags,
)
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.reading import Reading, claim, take
from generator.ingest.editor.vocabulary import Vocabulary
from generator.ingest.learned import Learned
from generator.ingest.readers.plain import decode
from generator.model import Block, Date, Draft, Meta, RawItem

__all__ = ["Vocabulary", "extract"]

_WEAK = frozenset(["path", "crawl path"])  # hints that only count where the text says nothing
_SITE = "en"  # the language of a site that names none


def extract(
    item: RawItem,
    vocabulary: Vocabulary = Vocabulary(),
    learned: Learned = Learned(),
    lines: tuple[Line, ...] | None = None,
) -> Draft:
    """The draft of one raw item; total over all texts, the empty one included.

    `learned`: the lines that recur in this archive; `lines`: those of the item, where they are known already.
    """
    reading = Reading(lines_of(item) if lines is None else lines, vocabulary, learned, item.hints)
    for step in STEPS:
        reading = step(reading)
    blocks = tuple([Block(line.text) for line in reading.lines])
    cut = tuple(sorted(reading.cut, key=lambda cut: cut.line))
    return Draft(item.origin, reading.meta, blocks, reading.evidence, cut, reading.doubts)


def lines_of(item: RawItem) -> tuple[Line, ...]:
    """The lines of a raw item, as they are read."""
    return paragraphs.split(decode(item.body))


# ── Steps on lines ───────────────────────────────────────────────────────────────────────────────────────────────


def _outside(reading: Reading) -> Reading:
    """What an option or a sidecar says goes before everything in the text."""
    for hint in reading.hints:
        if hint.rule not in _WEAK:
            reading = claim(reading, hint.meta, hint.rule)
    return reading


def _header(reading: Reading) -> Reading:
    """The headline, and the short lines above and below it that say who and when."""
    names = reading.vocabulary
    found = header.read(reading.lines, reading.meta.title, names.places, names.publisher, names.site)
    for said in found.said:
        reading = take(reading, said.meta, said.rule, said.line)
    return reading._replace(lines=found.lines)


def _join(reading: Reading) -> Reading:
    joined = paragraphs.join(reading.lines)
    return reading if joined is reading.lines else reading._replace(lines=joined)


# ── Where nothing has said so ────────────────────────────────────────────────────────────────────────────────────


def _path(reading: Reading) -> Reading:
    """The date that the path states, or else that of the crawl, as the last day that it can have been."""
    for hint in reading.hints:
        if hint.rule in _WEAK:
            if hint.rule == "path" and hint.meta.date and _of_that_year(reading, hint.meta.date):
                reading = filed.undated(reading)
            reading = claim(reading, Meta(date=hint.meta.date), hint.rule, inferred=True)
            reading = claim(reading, Meta(source=hint.meta.source), hint.rule)
    return reading


def _of_that_year(reading: Reading, date: Date) -> bool:
    """The text says no more than the year of this date."""
    there = reading.meta.date
    if not there or there.precision != "year" or not filed.within(date, there):
        return False
    return any(said.field == "date" and said.line for said in reading.evidence)


def _title(reading: Reading) -> Reading:
    if reading.meta.title or not reading.lines:
        return reading
    first = reading.lines[0]
    return claim(reading, Meta(title=sentences.first(first.text)), "first sentence", first, inferred=True)


def _tags(reading: Reading) -> Reading:
    """What the source says of its own, a sidecar included, stays; `ingest: {tags: off}` looks no further."""
    meta = reading.meta
    if meta.tags or not reading.vocabulary.guess:
        return reading
    credits = (name for image in meta.images for name in image.credit.split("/"))
    apart = (meta.agency, *meta.authors, *credits)
    spoken = meta.language or reading.vocabulary.language or reading.spoken
    found = tags.find(meta.title, [line.text for line in reading.lines], reading.vocabulary, spoken, apart)
    return claim(reading, Meta(tags=found), "text", Line(0, ", ".join(found)), inferred=True)


def _language(reading: Reading) -> Reading:
    """Only where it is not the site's: an article that names none is taken to be in that."""
    beginning = " ".join([reading.meta.title, *[line.text for line in reading.lines[:10]]])
    told = language.of(beginning)
    if language.same(told.language, reading.vocabulary.language or _SITE):
        return reading._replace(spoken=told.language)
    return claim(reading, Meta(language=told.language), told.rule, inferred=True)


STEPS: tuple[Callable[[Reading], Reading], ...] = (
    _outside,
    around.neighbours,
    around.cut,
    _header,
    signoff.marks,
    _join,
    pictures.read,
    filed.read,
    signoff.read,
    _path,
    _title,
    _language,
    _tags,
)
