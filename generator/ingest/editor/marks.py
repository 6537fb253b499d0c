"""What kind of line each line of a saved or copied page is, and what that says for the story. Pure: lines → Marks.

Of a page only its text is left: no tags, no links, no columns. What still tells a paragraph from the rest is that it is
long and ends where a sentence ends; that its neighbours are paragraphs too; that it says nothing to its reader about
cookies and newsletters; and that it stands once. Labels ("Related", "Comments", "Privacy policy") tell where a story
ends better than length does: comments and teasers are whole sentences as well.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.phrases import page
from generator.text import fold, key


class Mark(Enum):
    """What a line is, with what it is worth to a run of lines that may be the story (see `weights`)."""

    TEXT = "running text"
    SENTENCE = "short sentence"
    WRAPPED = "line that goes on in the next"
    ITEM = "item of a list"
    LONG = "long line that ends nowhere"
    CLOUD = "many words without a sentence"
    OTHER = "short line"
    TEASER = "beginning of another story"
    TALK = "what a page says to its readers"
    TWICE = "stands more than once"
    MENU = "button or label"
    LIST = "label of a list of other stories"
    BESIDE = "headline of another story"
    COMMENTS = "label of comments"
    WRITER = "label of a box"
    LEGAL = "foot of a page"


LABELS = frozenset([Mark.MENU, Mark.LIST, Mark.BESIDE, Mark.COMMENTS, Mark.WRITER, Mark.LEGAL])
COMPANY = frozenset([Mark.TEXT, Mark.SENTENCE, Mark.WRAPPED])
RUNNING = frozenset([Mark.TEXT, Mark.SENTENCE, Mark.WRAPPED, Mark.ITEM, Mark.CLOUD, Mark.LONG])

# In letters of running text. Found on half of 343 saved pages, checked on the other half. Each may be halved or doubled
# and F1 moves by less than half a hundredth; but of short lines: at half their price it falls by one.
_WORTH = {
    Mark.SENTENCE: 40.0,
    Mark.WRAPPED: 60.0,
    Mark.ITEM: 40.0,
    Mark.LONG: 0.0,
    Mark.TEASER: 0.0,
    Mark.TWICE: 0.0,
    Mark.BESIDE: -20.0,
    Mark.OTHER: -45.0,
    Mark.TALK: -60.0,
    Mark.MENU: -80.0,
    Mark.LEGAL: -150.0,
    Mark.LIST: -200.0,
    Mark.WRITER: -250.0,
    Mark.COMMENTS: -1000.0,
}
_MOST = 300.0  # a paragraph is worth no more, or one long copyright notice would outweigh a short story
_ALONE = 0.5  # of a paragraph that has no other beside it
_IN_CLOUD = 0.4

_LABEL, _PREFIXED, _TITLE = 90, 50, 200
_SHORT_TEXT, _LONG, _LONG_TEXT = 60, 110, 140
_TALK_LEAST, _TALK_SHORT, _TALK_MOST = 30, 120, 600
_BESIDE = re.compile("|".join(f"(?:{pattern})" for pattern in page.BESIDE))
_COUNTED = re.compile("|".join(f"(?:{pattern})" for pattern in page.COUNTED_COMMENTS))
_TALK = re.compile("|".join(page.TALK))
_TALK_WORDS = re.compile("|".join(page.TALK_WORDS))
_ENDS = re.compile(r"[.!?…؟۔:。！？：][\"'”’»›)\]*“」]{0,3}\Z")
_INSIDE = re.compile(r"[.!?؟۔][\"”’»)]{0,2} \S|[。！？]")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\Z")
_READ_MORE = re.compile(r"(?:read more|continue reading|weiterlesen|mehr lesen|اقرأ المزيد|ادامه مطلب)\W{0,3}\Z")
_STOPS = re.compile(r"[.,;:!?،؛؟…。，！？]")
_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_GLUED = re.compile(r".{0,60}[a-zß-ÿ][A-ZÄÖÜ][a-z]")
_ITEM = re.compile(r"[•·▪◦‣*–—-]\s?\w")  # what a style sheet draws before the entries of a menu is no text
_COUNT = re.compile(r"[\W_]{0,3}\d[\d.,]{0,12}[kKmM]?[\W_]{0,3}")


def read(lines: Sequence[Line]) -> list[Mark]:
    """The mark of each line, by its words and by its neighbours."""
    texts = [line.text for line in lines]
    times = Counter(text for text in texts if len(text) >= 25)
    marks = [_mark(text) for text in texts]
    for i, text in enumerate(texts):
        if marks[i] in RUNNING and times[text] > 1:
            marks[i] = Mark.TWICE
    for i, (text, after) in enumerate(pairwise(texts)):
        if marks[i] is Mark.OTHER and len(text) >= 45 and after[0].islower() and marks[i + 1] in _GOES_ON:
            marks[i] = Mark.WRAPPED
        elif marks[i] in _PARAGRAPHS and len(after) < 40 and key(after) in page.MORE:
            marks[i] = Mark.TEASER
    return marks


_PARAGRAPHS = frozenset([Mark.TEXT, Mark.CLOUD])
_GOES_ON = frozenset([Mark.OTHER, Mark.TEXT, Mark.SENTENCE, Mark.CLOUD])


def _mark(text: str) -> Mark:
    return _said(text) or _shaped(text)


def _said(text: str) -> Mark | None:
    """By what it says."""
    size = len(text)
    if size < _LABEL and (label := _labelled(text)):
        return label
    if size < _TITLE and _BESIDE.match(fold(text)):
        return Mark.LIST if size < _PREFIXED else Mark.BESIDE
    return Mark.TALK if _TALK_LEAST <= size < _TALK_MOST and _talks(text.lower()) else None


def _shaped(text: str) -> Mark:
    """By how it looks."""
    wide = _wide(text)
    size = len(text) * (2 if wide else 1)
    ended = _ENDS.search(text, max(len(text) - 5, 0)) is not None
    inside = _INSIDE.search(text) is not None
    if size >= _SHORT_TEXT and ((not inside and _CUT_OFF.search(text)) or _READ_MORE.search(text[-25:].lower())):
        return Mark.TEASER
    if size >= _LONG_TEXT or (size >= _SHORT_TEXT and (ended or wide)):
        return _paragraph(text, ended or inside)
    if ended and (text.count(" ") >= 3 or wide):
        return Mark.SENTENCE
    if _ITEM.match(text):
        return Mark.ITEM
    return Mark.LONG if size >= _LONG else Mark.OTHER


def _labelled(text: str) -> Mark | None:
    name = key(text)
    for mark, names in _NAMES:
        if name in names:
            return mark
    if not name or _COUNT.fullmatch(text):
        return Mark.MENU
    counts = name[0].isdigit() or name[-1].isdigit()
    return Mark.COMMENTS if counts and _COUNTED.fullmatch(name) else None


_NAMES = (
    (Mark.COMMENTS, page.COMMENTS),
    (Mark.LEGAL, page.LEGAL),
    (Mark.LIST, page.SECTIONS | page.LISTS),
    (Mark.WRITER, page.WRITERS),
    (Mark.MENU, page.MENU | page.SURE | page.WEAK | page.MORE),
)


def _talks(lowered: str) -> bool:
    return bool(_TALK.search(lowered) or (len(lowered) < _TALK_SHORT and _TALK_WORDS.search(lowered)))


def _wide(text: str) -> bool:
    """Written in characters that are a word each: Chinese, Japanese, Korean."""
    return not text.isascii() and len(_WIDE.findall(text[:200])) > min(len(text), 200) / 2


def _paragraph(text: str, ended: bool) -> Mark:
    """Running text, unless it is a list of links that lost its line ends: hardly a stop in it, or words glued."""
    if not ended and not _wide(text):
        return Mark.CLOUD
    if _GLUED.match(text) or (len(text) >= _LONG_TEXT and not _wide(text) and _sparse(text)):
        return Mark.CLOUD
    return Mark.TEXT


def _sparse(text: str) -> bool:
    sample = text[:2000]
    return len(_STOPS.findall(sample)) * 22 < sample.count(" ") + 1


@dataclass(frozen=True, slots=True)
class Weights:
    """What each line is worth to a run, and the lines that are paragraphs without another beside them."""

    worth: tuple[float, ...]
    alone: frozenset[int]


def weigh(lines: Sequence[Line], marks: Sequence[Mark]) -> Weights:
    alone = frozenset(i for i, mark in enumerate(marks) if mark is Mark.TEXT and _by_itself(marks, i))
    return Weights(
        tuple(_worth(line, mark, i in alone) for i, (line, mark) in enumerate(zip(lines, marks, strict=True))), alone
    )


def _by_itself(marks: Sequence[Mark], i: int) -> bool:
    near = (*marks[max(i - 2, 0) : i], *marks[i + 1 : i + 3])
    return COMPANY.isdisjoint(near)


def _worth(line: Line, mark: Mark, alone: bool) -> float:
    if mark is Mark.TEXT:
        size = min(float(len(line.text)), _MOST)
        return size * _ALONE if alone and len(line.text) < _MOST else size
    if mark is Mark.CLOUD:
        return min(float(len(line.text)), _MOST) * _IN_CLOUD
    return _WORTH[mark]
