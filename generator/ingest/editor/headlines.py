"""The headline above a story in a text that is a whole page. Pure: lines and their marks → an index.

What stands above the first paragraph of a page: breadcrumbs, the name of the section, the headline, a deck, bylines,
dates, buttons, a caption. The headline shares words with its story, has some length, and is often printed twice (as a
breadcrumb, beside the buttons, in the page's own title on the first line). A byline or a date stands right below it,
the menu of the page above. Of two lines that are as good the upper one is the headline and the lower one its deck,
unless the upper is a few words, no question, and not half as long: then it is a kicker.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.editor import bylines, captions, evidence, sentences
from generator.ingest.editor.marks import LABELS, Mark
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.phrases import page
from generator.ingest.editor.said import says
from generator.text import key

_REACH = 30
_SHORTEST, _LONGEST = 8, 170
_LONGEST_QUESTION = 110
_BODY_LINES, _BODY_LETTERS = 30, 400
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_DIGIT = re.compile(r"\d")
_NO_HEADLINE = re.compile(
    r"\b(?:foto|photo|image|bild|symbolbild|credit)s?:|©|/dpa|getty|^(?:tags?|by|von|por|par)\b"
    r"|\b(?:veröffentlicht|published|posted|updated)(?: (?:am|on|at|by|in|von)\b|:|\s\d|$)"
    r"|min(?:uten|utes|ute)? (?:read|lese)"
    r"|^(?:compartir en|partager sur|share (?:on|via)|teilen auf|skip to|springe zu|zur? (?:navigation|inhalt))\b"
    r"|^(?:sie sind hier|you are here)|بقلم|نویسنده|نووسەر|[→>]\Z|^[←<→>]"
)
_INSIDE = re.compile(r"[.!?؟]\s")
_TRAIL = re.compile(r" [>»›|•→/] ")
_DATE = re.compile(
    r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,2}\. ?\d"
    r"|\b\d{1,2}\.? [^\W\d_]{3,10}\.? (?:19|20)\d\d\b|[^\W\d_] \d{1,2}, (?:19|20)\d\d\b"
)
_NEVER = LABELS | {Mark.TALK, Mark.TEASER, Mark.CLOUD}
_SUFFIX = re.compile(r"\s(?:[|·»•]|[-–—])\s\S")  # behind it the name of the site
_CLOSE, _AS_GOOD = 3, 0.5
_FEW, _MANY = 3, 4  # words: fewer are a kicker; up to four are one if the line below is twice as long
_FAINT, _NEAR = 0.01, 4  # any line just above will do where there is no better one
_FAR = 0.04
_SIGNED, _SIGNED_BELOW, _LONGEST_SIGNED = 1.0, 4, 120
_FARTHER = 0.2  # less for each line between
_MENU, _MENUS = 1.0, 2
_TITLED = 4.0


@dataclass(frozen=True, slots=True)
class _Page:
    """What a headline is known by: the words of the story, what is printed how often above it, who and when it says."""

    body: frozenset[str]
    printed: Counter[str]
    signed: frozenset[int]
    title: str


def above(lines: Sequence[Line], marks: Sequence[Mark], first: int, last: int) -> int:
    """Where the story begins: at its headline if one stands above, else where it began."""
    scores = _scores(lines, marks, first, last)
    if not scores:
        return first
    best = max(scores, key=lambda i: (scores[i], -i))
    upper = (i for i in scores if best - _CLOSE <= i < best and scores[i] >= scores[best] * _AS_GOOD)
    return min((i for i in upper if not _kicker(lines[i].text, lines[best].text)), default=best)


def _kicker(text: str, below: str) -> bool:
    """A label over the headline `below`; three words that ask something are none."""
    count = text.count(" ") + 1
    return count < _FEW or (count <= _MANY and len(text) < len(below) / 2 and text[-1] not in "?؟")


def _scores(lines: Sequence[Line], marks: Sequence[Mark], first: int, last: int) -> dict[int, float]:
    """How like the headline each line is, those left out that are none."""
    found = _page(lines, first, last)
    scores: dict[int, float] = {}
    menus = 0
    for i in range(first, max(first - _REACH, 0) - 1, -1):
        distance = first - i
        tags = i > 0 and key(lines[i - 1].text) in page.TAG_LABELS
        if not tags and _may_be(lines[i].text, marks[i], distance):
            body = found.body if distance else _body(lines, first + 1, last)  # no line shares words with itself
            score = _score(lines[i].text, body, found, i) - _FAR * distance - _MENU * min(menus, _MENUS)
            if score > 0 or distance <= _NEAR:
                scores[i] = max(score, _FAINT)
        menus += marks[i] is Mark.LEGAL or (marks[i] is Mark.MENU and key(lines[i].text) in page.NAVIGATION)
    return scores


def _page(lines: Sequence[Line], first: int, last: int) -> _Page:
    start = max(first - _REACH, 0)
    head = range(start, min(first + _SIGNED_BELOW, len(lines)))
    return _Page(
        _body(lines, first, last),
        Counter(key(line.text) for line in lines[start : first + 1]),
        frozenset(i for i in head if _signed(lines[i].text)),
        lines[0].text,
    )


def _body(lines: Sequence[Line], first: int, last: int) -> frozenset[str]:
    return words(" ".join(line.text[:_BODY_LETTERS] for line in lines[first : min(last, first + _BODY_LINES)]))


def _may_be(text: str, mark: Mark, distance: int) -> bool:
    """Whether a line can be a headline at all: a question right at the story may be one."""
    if not _SHORTEST <= len(text) <= _LONGEST or mark in _NEVER:
        return False
    if mark is Mark.TEXT and (text[-1] not in "?!؟" or not (distance or _asks(text))):
        return False
    if _NO_HEADLINE.search(text.lower()) or key(text) in page.ADVERTISING or not sentences.headline_like(text):
        return False
    return not evidence.printed(text) and not captions.likely(text)


def _asks(text: str) -> bool:
    return len(text) < _LONGEST_QUESTION and not _INSIDE.search(text)


def _score(text: str, body: frozenset[str], found: _Page, i: int) -> float:
    own = words(text)
    shared = len(own & body)
    score = min(shared, 4) * shared / max(len(own), 1) + 1.5 * min(len(text), 70) / 70
    if text.count(" ") < 2:
        score -= 0.5
    if shared and found.printed[key(text)] > 1:
        score += 0.5
    score += next((_SIGNED - _FARTHER * n for n in range(_SIGNED_BELOW) if i + 1 + n in found.signed), 0.0)
    if found.title.startswith(text) and _SUFFIX.match(found.title, len(text)):
        score += _TITLED
    return score - 3.0 * bool(_TRAIL.search(text)) - 1.5 * bool(_DATE.search(text))


def _signed(text: str) -> bool:
    """It says who wrote the story, or when."""
    if len(text) > _LONGEST_SIGNED:
        return False
    dated = _DIGIT.search(text) and any(meta.date or meta.updated for meta, _ in says(text))
    return bool(dated) or bylines.begins(text)


def words(text: str) -> frozenset[str]:
    """The beginnings of its longer words: enough to know "Lawyer" in "lawyers"."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))
