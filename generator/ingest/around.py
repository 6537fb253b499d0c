"""What a page printed around a story is taken away: headlines of neighbours, furniture. Pure: Reading → Reading."""

from generator.ingest import furniture
from generator.ingest.paragraphs import Line
from generator.ingest.reading import Reading, claim, kept
from generator.model import Meta, Source
from generator.text import key


def neighbours(reading: Reading) -> Reading:
    result = furniture.neighbours(reading.lines)
    if not result.lines:
        return reading
    reading = kept(reading, result)
    for rule, side in ((furniture.PREVIOUS, "previous"), (furniture.NEXT, "next")):
        rows = [cut for cut in result.cut if cut.rule == rule]
        # A headline that was broken over lines is one; a second one further down is a repetition.
        rows = [cut for i, cut in enumerate(rows) if cut.line <= rows[0].line + i]
        if rows:
            text = " ".join(cut.text for cut in rows)
            source = Source(previous=text) if side == "previous" else Source(next=text)
            reading = claim(reading, Meta(source=source), "printed beside it", Line(rows[0].line, text))
    return reading


def cut(reading: Reading) -> Reading:
    result = furniture.cut(reading.lines, reading.vocabulary.keep, reading.vocabulary.cut)
    if not result.lines:
        return reading  # a text of nothing but labels is all the text there is
    reading = kept(reading, result)
    for gone in result.cut:
        if gone.rule == furniture.PRINTED_TAGS:
            names = (name for name in furniture.printed_tags(gone.text) if key(name) not in reading.vocabulary.off)
            reading = claim(reading, Meta(tags=tuple(names)), gone.rule, Line(gone.line, gone.text))
    return reading
