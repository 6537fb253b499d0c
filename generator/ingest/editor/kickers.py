"""What stands above a headline, and the label that may stand above it or right below: the kicker. Pure.

POLITICS              a label on the list
THE LONG READ         words in capitals, over a headline that is not and that has its byline or date below it
PRESS RELEASE         the label of a press office, above its dates and contacts too
Home > Harbour > …    the way to the headline that follows: no part of it
By Nora Field         above a headline only where that shares its words with the story

The credit of a picture and a correction may stand above a headline too: others read those, so that they stay.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.ingest.editor import captions, credits, dateline, headlines, sentences
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.persons import persons
from generator.ingest.editor.phrases import press
from generator.ingest.editor.said import Said, Saying, filed, released, says, slug
from generator.model import Meta
from generator.text import key

_ABOVE = 5
_LONGEST_KICKER = 28
_SHORTEST_TRAILED = 20
_SHARED = 2  # words of a headline below a byline, in the paragraph below it: "Special to the Gazette" has none
_NOTE = re.compile(rf"(?:{press.NOTES})\b[^:.]{{0,30}}:\s", re.I)
_GALLERY = re.compile(r"[^\W\d_]+s:", re.I)  # "Photos: Summer Fair" is a headline


def above(lines: tuple[Line, ...], title: str) -> Iterator[tuple[int, list[Said]]]:
    """What stands above the headline: dates, addresses, release lines, the slugs of a wire, a kicker."""
    for i, line in enumerate(lines[:_ABOVE]):
        if i + 1 < len(lines) and _kicker(lines, i, title):
            yield i, [Said(Meta(kicker=line.text), "line above the headline", line)]
            return
        text = line.text
        if stays(text):
            continue
        if listed(line):
            yield i, [Said(Meta(), "label of a list", line)]
            return
        said = slug(text) or released(text) or _trail(lines, i) or says(text) or _release(lines, i, title)
        said = said or _filed(lines, i)
        if not said or (any(rule == "byline" for _, rule in said) and not _over_a_headline(lines, i + 1)):
            return
        yield i, [Said(meta, rule, line) for meta, rule in said]


@lru_cache(maxsize=16)  # asked twice: by what looks above the headline, and by what looks for it
def stays(text: str) -> bool:
    """The credit of a picture, or a correction that is a whole sentence: no headline, and no part of the head."""
    if _NOTE.match(text):
        return sentences.ends(text)
    image = captions.sure(text)
    if not image or image.caption:
        return image is not None and sentences.ends(image.caption)
    return credits.sold(image.credit) or (not _GALLERY.match(text) and bool(persons(image.credit)))


def listed(label: Line) -> bool:
    """ "Story highlights": below it stand the points of a story, of which none is the headline."""
    return len(label.text) <= _LONGEST_KICKER and key(label.text) in press.HIGHLIGHTS


def _over_a_headline(lines: tuple[Line, ...], start: int) -> bool:
    """Below a byline, and what else says who and when, a headline stands apart from the story that has its words."""
    i = next((i for i in range(start, min(start + _ABOVE, len(lines) - 1)) if not says(lines[i].text)), 0)
    if not i or not lines[i + 1].apart or sentences.ends(lines[i].text):
        return False
    headline, story = lines[i].text, lines[i + 1].text
    shared = headlines.words(headline) & headlines.words(story)
    return len(shared) >= _SHARED and sentences.headline_like(headline) and sentences.story_like(story)


def below(line: Line, after: Line, publisher: str) -> bool:
    """A section's name between headline and byline, date or dateline; in the menu of a page other names follow it."""
    if not line.apart or len(line.text) > _LONGEST_KICKER or key(line.text) not in press.KICKERS:
        return False
    return bool(says(after.text, publisher)) or dateline.split(after.text) is not None


def _trail(lines: tuple[Line, ...], i: int) -> list[Saying]:
    """ "Home > Cakes > A cake of chestnuts", above the headline that it ends with."""
    headline = lines[i + 1].text if i + 1 < len(lines) else ""
    longer = len(headline) >= _SHORTEST_TRAILED and len(lines[i].text) > len(headline)
    return [(Meta(), "way to the headline")] if longer and lines[i].text.endswith(f" {headline}") else []


def _filed(lines: tuple[Line, ...], i: int) -> list[Saying]:
    """ "Paris, le 4 juin 2015", above a headline; above a story it is a dateline."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    found = filed(lines[i].text) if sentences.headline_like(below) and not sentences.story_like(below) else None
    return [found] if found and not says(below) else []


def _release(lines: tuple[Line, ...], i: int, title: str) -> list[Saying]:
    """ "PRESS RELEASE", above the dates and contacts of a press office and the headline that follows them."""
    if len(lines[i].text) > _LONGEST_KICKER or key(lines[i].text) not in press.RELEASES:
        return []
    for j in range(i + 1, min(i + _ABOVE, len(lines) - 1)):
        text = lines[j].text
        said = released(text) or says(text)
        if not said:
            found = key(text) == key(title) if title else sentences.headline_like(text)
            return [(Meta(kicker=lines[i].text), "line above the headline")] if found and j > i + 1 else []
        if any(rule == "byline" for _, rule in said):
            break
    return []


def _kicker(lines: tuple[Line, ...], i: int, title: str) -> bool:
    """A label on the list, or two to four words in capitals, above a line that is longer and like a headline."""
    text, headline = lines[i].text, lines[i + 1].text
    if len(text) > _LONGEST_KICKER or text.count(" ") > 3:
        return False
    listed = key(text) in press.KICKERS
    signed = listed and key(headline) not in press.KICKERS and any(_signed(line.text) for line in lines[i + 2 : i + 4])
    if len(headline) <= len(text) and not signed:
        return False
    if not listed and not _capitals(lines, i):
        return False
    if title:
        return key(headline) == key(title)
    like = sentences.headline_like(headline) and (signed or headline.count(" ") > 2)
    return like and not sentences.ends(headline) and not (released(headline) or says(headline))


def _capitals(lines: tuple[Line, ...], i: int) -> bool:
    """THE SATURDAY INTERVIEW, over a headline that is not in capitals and has a byline, date or dateline not far below.

    Wires print their headlines in capitals, and what stands below those is a story or a table.
    """
    text, headline = lines[i].text, lines[i + 1]
    if " " not in text or not text.replace(" ", "").isalnum() or text != text.upper() or text == text.lower():
        return False
    if not headline.apart or headline.text == headline.text.upper():
        return False
    return any(_signed(line.text) for line in lines[i + 2 : i + 4])


def _signed(text: str) -> bool:
    """A byline or a date, or the first paragraph of a story that begins with its dateline."""
    said = any(meta.date or rule == "byline" for meta, rule in says(text))
    return said or dateline.split(text) is not None
