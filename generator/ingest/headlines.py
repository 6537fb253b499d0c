"""The headline above a story in a text that is a whole page. Pure: lines and their marks → an index.

What stands above the first paragraph of a page: breadcrumbs, the name of the section, the headline, a deck, bylines,
dates, buttons, a caption. The headline shares words with its story, has some length, and is often printed twice (as a
breadcrumb, beside the buttons). Of two lines that are as good the upper one is the headline and the lower one its deck.
"""

import re
from collections import Counter
from collections.abc import Sequence

from generator.ingest import evidence, sentences
from generator.ingest.marks import LABELS, Mark
from generator.ingest.paragraphs import Line
from generator.text import key

_REACH = 25
_SHORTEST, _LONGEST = 8, 170
_BODY_LINES, _BODY_LETTERS = 30, 400
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_NO_HEADLINE = re.compile(
    r"foto|photo|©|bild:|image|credit|/dpa|getty|symbolbild|^(?:tags?|by|von|por|par)\b|veröffentlicht|published"
    r"|posted|updated|min(?:uten|utes|ute)? (?:read|lese)|^(?:sie sind hier|you are here)|بقلم|نویسنده|نووسەر"
)
_TRAIL = re.compile(r" [>»›|•→/] ")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[.:]\d{2}\b|\b\d{1,2}\. ?\d")
_NEVER = LABELS | {Mark.TALK, Mark.TEASER}
_CLOSE, _AS_GOOD = 3, 0.5
_FAINT, _NEAR = 0.01, 4  # any line just above will do where there is no better one


def above(lines: Sequence[Line], marks: Sequence[Mark], first: int, last: int) -> int:
    """Where the story begins: at its headline if one stands above, else where it began."""
    body = _words(" ".join(line.text[:_BODY_LETTERS] for line in lines[first : min(last, first + _BODY_LINES)]))
    start = max(first - _REACH, 0)
    printed = Counter(key(line.text) for line in lines[start : first + 1])
    scores = {
        i: score for i in range(start, first + 1) if (score := _score(lines[i], marks[i], body, printed, first - i))
    }
    if not scores:
        return first
    best = max(scores, key=lambda i: (scores[i], -i))
    upper = [i for i in scores if best - _CLOSE <= i < best and scores[i] >= scores[best] * _AS_GOOD]
    return min((i for i in upper if lines[i].text.count(" ") > 1 and _words(lines[i].text) & body), default=best)


def _score(line: Line, mark: Mark, body: frozenset[str], printed: Counter[str], distance: int) -> float:
    """How like the headline a line is; 0 where it is none."""
    text = line.text
    if not _SHORTEST <= len(text) <= _LONGEST or mark in _NEVER:
        return 0.0
    if mark is Mark.TEXT and (text[-1] not in "?!؟" or not distance):
        return 0.0
    if not sentences.headline_like(text) or _NO_HEADLINE.search(text.lower()) or evidence.printed(text):
        return 0.0
    words = _words(text)
    shared = len(words & body)
    score = min(shared, 4) * shared / max(len(words), 1) + 1.5 * min(len(text), 70) / 70 - 0.04 * distance
    if text.count(" ") < 2:
        score -= 0.5
    if shared and printed[key(text)] > 1:
        score += 0.5
    score -= 3.0 * bool(_TRAIL.search(text)) + 1.5 * bool(_DATE.search(text))
    return max(score, _FAINT if distance <= _NEAR else 0.0)


def _words(text: str) -> frozenset[str]:
    """The beginnings of its longer words: enough to know "Lawyer" in "lawyers"."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))
