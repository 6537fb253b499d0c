"""The pictures of a story: captions and credits above it, and a credit below it. Pure: Reading → Reading."""

from dataclasses import replace

from generator.ingest import credits, filed, sentences
from generator.ingest.paragraphs import Line, without
from generator.ingest.reading import Reading, take
from generator.model import Image, Meta

_NEAR_TOP = 4


def read(reading: Reading) -> Reading:
    """Pictures: captions and credits above the story, and a line that is only a credit below it."""
    lines = reading.lines
    first = filed.at(lines, reading.vocabulary.places)
    stop = first[0] if first else min(_NEAR_TOP, len(lines) - 1)
    found = {i: image for i in range(stop) if (image := credits.caption(lines[i].text, first is not None))}
    last = len(lines) - 1
    if last >= max(stop, 1) and (image := credits.caption(lines[last].text)) and not image.caption:
        found[last] = image
    for i in [i for i, image in found.items() if not image.caption and _below_caption(lines, i)]:
        found |= {i - 1: replace(found.pop(i), caption=lines[i - 1].text), i: Image()}
    images = tuple(image for _, image in sorted(found.items()) if image != Image())
    if images:
        texts = " ".join(lines[i].text for i in sorted(found))
        reading = take(reading, Meta(images=images), "caption or credit", replace(lines[min(found)], text=texts))
    return replace(reading, lines=without(lines, frozenset(found)))


def _below_caption(lines: tuple[Line, ...], i: int) -> bool:
    """A credit that stands directly below a paragraph belongs to it, above the story."""
    return 0 < i < len(lines) - 1 and not lines[i].apart and sentences.ends(lines[i - 1].text)
