"""The pictures of a story: captions and credits above it, below it, and in its midst. Pure: Reading → Reading.

Above a story a closing "(Reuters)" is believed, in its midst only what no story says: a label for pictures, the sign ©.
What pages print around a picture ("Enlarge this image", "Image caption") binds the lines below it to one picture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.ingest.editor import bylines, captions, credits, ends, filed, sentences
from generator.ingest.editor.paragraphs import Line, without
from generator.ingest.editor.persons import wire
from generator.ingest.editor.phrases import press
from generator.ingest.editor.reading import Reading, take
from generator.model import Evidence, Image, Meta
from generator.text import excerpt, key

RULE = "caption or credit"
_NEAR_TOP = 4
_LONG = 300  # characters; a longer paragraph is story, whatever closes it
_SHORT = 60  # and a shorter one is none
_FOOT = 2
_LONGEST = 500
_REACH = 6
_TOGGLE = re.compile(rf"{press.TOGGLE}\Z")
_CREDIT = re.compile(rf"({press.IMAGE_CREDIT})[,:]?(?:\s(.{{2,90}}))?")
_CAPTION = re.compile(rf"({press.IMAGE_CAPTION})[,:]?(?:\s(.{{2,400}}))?")
_MARKING = (" caption", ":")
_MARKED = ("Image ", "Media ", "Video ", "Enlarg", "View l", "Bild v")


@dataclass(frozen=True, slots=True)
class Found:
    """A picture, and the indexes of the paragraphs that speak of it; an empty picture where they are buttons only.

    story   what stays of a single paragraph that is story, with a credit behind its last word
    """

    image: Image
    at: range
    story: str = ""


def read(reading: Reading) -> Reading:
    """Every picture that is spoken of, in the order of the text; at least one paragraph is left."""
    found = list(_found(reading))
    taken = frozenset(i for one in found if not one.story for i in one.at)
    if not found or len(taken) >= len(reading.lines):
        return reading
    for one in found:
        reading = _add(reading, one)
    stories = {one.at.start: one.story for one in found if one.story}
    lines = tuple(line._replace(text=stories[i]) if i in stories else line for i, line in enumerate(reading.lines))
    return reading._replace(lines=without(lines, taken))


def _add(reading: Reading, found: Found) -> Reading:
    """One more picture, with its own words as evidence. Where a sidecar names them, they are on record as cut."""
    words = " ".join(reading.lines[i].text for i in found.at)
    line = reading.lines[found.at.start]._replace(text=words[len(found.story) :].strip())
    ours = any(evidence.field == "images" and evidence.rule == RULE for evidence in reading.evidence)
    if found.image == Image() or not ours:
        return take(reading, Meta(images=() if found.image == Image() else (found.image,)), RULE, line)
    images = (*reading.meta.images, found.image)
    why = Evidence("images", RULE, line.number, excerpt(line.text))
    return reading._replace(meta=replace(reading.meta, images=images), evidence=(*reading.evidence, why))


def _found(reading: Reading) -> Iterator[Found]:
    lines, keep = reading.lines, reading.vocabulary.keep
    top, dated = _top(reading)
    i = 0
    while i < len(lines):
        text = lines[i].text
        found = None
        if len(text) <= _LONGEST:
            found = _group(lines, i) if text.startswith(_MARKED) or text.endswith(_MARKING) else None
            found = found or _single(lines, i, top, dated)
        if found and keep(text):
            found = None
        if found:
            yield _without_story(found, reading)
        i = found.at.stop if found else i + 1


def _top(reading: Reading) -> tuple[int, bool]:
    """How many paragraphs stand above the story, and whether that is certain, because a dateline follows them.

    It is asked for the sake of a closing parenthesis only.
    """
    lines = reading.lines
    near = min(_NEAR_TOP, len(lines) - 1)
    if not any(line.text.endswith((")", "]", ").", "].")) and len(line.text) <= _LONGEST for line in lines[:near]):
        return near, False
    first = filed.at(lines, reading.vocabulary.places)
    return (first[0], True) if first else (near, False)


def _single(lines: tuple[Line, ...], i: int, top: int, dated: bool) -> Found | None:
    """A paragraph by itself, or with the credit that stands directly below it."""
    text = lines[i].text
    above = i < top and (dated or len(text) <= _LONG)
    image = captions.sure(text)
    if not image and above and not bylines.begins(text) and (dated or not _sourced(lines, i)):
        image = captions.likely(text, dated)
    if image and not (text[0] == "©" and _last(lines, i) and (wire(image.credit) or not credits.sold(image.credit))):
        return Found(image, range(i, i + 1))
    if i < top and i + 2 < len(lines) and not lines[i + 1].apart and sentences.ends(text):
        below = captions.likely(lines[i + 1].text)
        if below and not below.caption:
            return Found(replace(below, caption=text), range(i, i + 2))
    return None


def _sourced(lines: tuple[Line, ...], i: int) -> bool:
    """What closes this paragraph is its source: others like it end the text, or no story follows it."""
    foot = [line.text for line in lines[-_FOOT:] if line.text[-1] in ")." and not ends.behind(line.text)]
    closing = any(map(captions.likely, foot))
    return closing or len(lines[i].text) > _LONG or (len(lines[i].text) > _SHORT and _last(lines, i))


def _last(lines: tuple[Line, ...], i: int) -> bool:
    """No story follows: here "© Gull Pictures" is the outlet's own line."""
    return not any(sentences.story_like(line.text) for line in lines[i + 1 :])


def _without_story(found: Found, reading: Reading) -> Found:
    """A caption that is a paragraph of the story: long, begun by a dateline, or with no story below it."""
    caption, i = found.image.caption, found.at.start
    if not caption or len(found.at) > 1 or not reading.lines[i].text.startswith(caption):
        return found
    story = len(caption) > _LONG or (sentences.story_like(caption) and _last(reading.lines, i))
    if story or (i < _NEAR_TOP and filed.at(reading.lines[i : i + 1], reading.vocabulary.places)):
        return replace(found, image=replace(found.image, caption=""), story=caption)
    return found


# ── What pages print around a picture ────────────────────────────────────────────────────────────────────────────


def _group(lines: tuple[Line, ...], i: int) -> Found | None:
    text = lines[i].text
    if text[-1] == ":":
        return _credit_below(lines, i)
    if _TOGGLE.search(text):
        return _toggled(lines, i, i)
    if key(text) in press.ENLARGE:
        return _toggled(lines, i + 1, i)
    return _labelled(lines, i)


def _credit_below(lines: tuple[Line, ...], i: int) -> Found | None:
    """ "Foto:" on a line of its own, and whose it is on the next."""
    if len(lines[i].text) > 20 or key(lines[i].text) not in press.PHOTO_ALONE or i + 2 >= len(lines):
        return None
    image = captions.sure(f"{lines[i].text} {lines[i + 1].text}") if len(lines[i + 1].text) <= 40 else None
    return Found(image, range(i, i + 2)) if image and not image.caption else None


def _toggled(lines: tuple[Line, ...], start: int, first: int) -> Found | None:
    """ "Enlarge this image", a caption, a credit, "hide caption", "toggle caption", and the credit once more."""
    near = range(start, min(start + _REACH, len(lines)))
    stop = next((j + 1 for j in near if _TOGGLE.search(lines[j].text)), 0)
    while 0 < stop < len(lines) and _TOGGLE.fullmatch(lines[stop].text):
        stop += 1
    texts = [_TOGGLE.sub("", line.text).strip() for line in lines[start:stop]]
    texts = [text for text in texts if text]
    if not stop or sum(map(len, texts)) > _LONGEST:
        return Found(Image(), range(first, first + 1)) if start > first else None
    image = _image(texts)
    if stop < len(lines) - 1 and image.credit and lines[stop].text == image.credit:
        stop += 1
    return Found(image, range(first, stop))


def _image(texts: list[str]) -> Image:
    """Caption and credit of the lines between two buttons: the credit is the last, or behind the last full stop."""
    if not texts:
        return Image()
    joined = " ".join(dict.fromkeys(texts))
    if image := captions.likely(joined, above_dateline=True):
        return image
    *above, last = dict.fromkeys(texts)
    if above and len(last) <= 80 and not sentences.ends(last):
        return Image(caption=" ".join(above), credit=last)
    return Image(caption=joined)


def _labelled(lines: tuple[Line, ...], i: int) -> Found | None:
    """ "Image copyright Getty Images" and "Image caption …", each on a line or over two, in either order."""
    image, stop = Image(), i
    while stop < len(lines) - 1:
        text = lines[stop].text
        credit, caption = _CREDIT.fullmatch(text), _CAPTION.fullmatch(text)
        match = credit or caption
        if not match or (credit and image.credit) or (caption and image.caption):
            break
        said = match[2] or lines[stop + 1].text
        if (credit and not _names(said)) or len(said) > 400:
            break
        image = replace(image, credit=said) if credit else replace(image, caption=said)
        stop += 1 if match[2] else 2
    return Found(image, range(i, stop)) if stop > i else None


def _names(credit: str) -> bool:
    return len(credit) <= 90 and not sentences.ends(credit)
