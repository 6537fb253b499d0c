"""Where the story stands in a text that is a whole page: menus, teasers, comments and all. Pure: lines → Story or None.

    lines ─ marks ─▶ what kind of line each is ─ stretches ─▶ the story ─▶ with its headline and the dates at its ends

A page is told from a text that is only a story by three things together: it has 25 lines or more; a third of them are
as short as labels and end nowhere; and at least three *different* ones are known labels of pages ("Privacy policy",
"Leave a reply"), where all that pages say to their readers ("We use cookies …") is one; below a long menu two will do.
A poem, a list of results, a transcript, a brief of two lines has short lines but not those, hard-wrapped text has none
so short, and a scraped story with "Share" and "Related Posts" below it has not so many lines. Nothing is selected
there. Where no story stands out (a table, a gallery, a catalogue) nothing is selected either, and where it is a close
call more is kept, and a person is told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.editor import evidence, headlines, stretches
from generator.ingest.editor.marks import COMPANY, LABELS, RUNNING, Mark, read
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.stretches import Stretch
from generator.model import Doubt
from generator.text import excerpt

RIVAL = "may be the story too"

_LINES, _SHORT_LINES, _SHORT_SHARE = 25, 12, 0.3
_LABEL, _SHORT = 40, 60  # letters: few lines of hard-wrapped text are shorter than a label
_TELLING = LABELS - {Mark.BESIDE}
_KNOWN, _KNOWN_BELOW_MENU = 3, 2
_MENU_ABOVE, _ENTRY = 15, 25  # lines of so few letters above the first paragraph: evidence too
_LEAST, _LEAST_SHARE = 150, 0.15
_DENSE = 12  # letters of running text a line: below that it is a table, a catalogue, a gallery
_STRETCHES = 4  # that are as good as each other; of more none is the story
_ITEM = re.compile(r"[\d:,]|\b(?:and|und)\b|،")
_ITEMS, _LONGEST_LIST = 3, 60
_NEAR = 6
_DATES_ABOVE = 3
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Story:
    """The indexes of the lines that are the story, labels inside it included, and the mark of every line of the text.

    first, last   its first line and the line after its last
    """

    kept: frozenset[int]
    first: int
    last: int
    marks: tuple[Mark, ...]
    doubts: tuple[Doubt, ...] = ()


def find(lines: Sequence[Line]) -> Story | None:
    """The story of a page; None where this is no page, or where no story stands out."""
    if not _many_short(lines):
        return None
    marks = read(lines)
    found = stretches.find(lines, marks) if _page(lines, marks) else []
    if not found:
        return None
    chosen = stretches.story(lines, marks, found)
    if len(chosen) > _STRETCHES or not _stands_out(lines, marks, chosen):
        return None
    rivals = stretches.rivals(found, chosen[0])[:_SHOWN]
    doubts = tuple(Doubt(RIVAL, lines[one.first].number, excerpt(lines[one.first].text)) for one in rivals)
    kept = frozenset(i for one in chosen for i in _whole(lines, marks, one))
    last = max(kept) + 1
    return Story(kept | _dates_below(lines, last), min(kept), last, tuple(marks), doubts)


# ── Is this a page, and does a story stand out in it? ────────────────────────────────────────────────────────────


def _many_short(lines: Sequence[Line]) -> bool:
    """Cheap, for every text is asked."""
    if len(lines) < _LINES:
        return False
    short = sum(1 for line in lines if len(line.text) < _LABEL and line.text[-1] not in ".!?؟۔")
    return short >= max(_SHORT_LINES, len(lines) * _SHORT_SHARE)


def _page(lines: Sequence[Line], marks: Sequence[Mark]) -> bool:
    labels = (line.text for line, mark in zip(lines, marks, strict=True) if mark in _TELLING)
    known = len({text.casefold() for text in labels if text[0].isalpha()}) + (Mark.TALK in marks)
    top = next((i for i, mark in enumerate(marks) if mark in COMPANY), 0)
    menu = sum(1 for line in lines[:top] if len(line.text) < _ENTRY)
    return known >= (_KNOWN if menu < _MENU_ABOVE else _KNOWN_BELOW_MENU)


def _stands_out(lines: Sequence[Line], marks: Sequence[Mark], chosen: Sequence[Stretch]) -> bool:
    """A fair part of what reads like text above the comments is the story, and it is text."""
    inside = [i for one in chosen for i in range(one.first, one.last)]
    stop = max(one.last for one in chosen)
    while stop < len(lines) and marks[stop] not in stretches.ENDS:
        stop += 1
    text = sum(len(lines[i].text) for i in inside if marks[i] in COMPANY)
    share = sum(_size(lines[i], marks[i]) for i in inside)
    everything = sum(_size(lines[i], marks[i]) for i in range(stop))
    return text >= max(_LEAST, len(inside) * _DENSE) and share >= everything * _LEAST_SHARE


def _size(line: Line, mark: Mark) -> float:
    if mark in RUNNING:
        return len(line.text)
    return len(line.text) / 2 if mark is Mark.OTHER and len(line.text) >= _SHORT else 0.0


# ── Its ends ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _whole(lines: Sequence[Line], marks: Sequence[Mark], one: Stretch) -> range:
    """With the headline above it, the dates above that, and the list that it ends with."""
    last = _list_below(lines, marks, one.last)
    first = headlines.above(lines, marks, one.first, last)
    for i in range(first - 1, max(first - 1 - _DATES_ABOVE, -1), -1):
        if evidence.printed(lines[i].text):
            first = i
    return range(first, last)


def _list_below(lines: Sequence[Line], marks: Sequence[Mark], last: int) -> int:
    """A story may end in a list: at least three items that a menu does not have, with numbers, colons, commas."""
    stop, items = last, 0
    for i in range(last, min(last + _LONGEST_LIST, len(lines))):
        if marks[i] in LABELS or marks[i] is Mark.TALK:
            break
        if marks[i] is not Mark.OTHER or _ITEM.search(lines[i].text):
            stop, items = i + 1, items + 1
        elif items < _ITEMS or i > stop:  # one line that is none may stand between two: "Dessert"
            break
    return stop if items >= _ITEMS else last


def _dates_below(lines: Sequence[Line], last: int) -> frozenset[int]:
    """Labelled dates just below the story are read by the next step: "Published 12 May 2019"."""
    near = range(last, min(last + _NEAR, len(lines)))
    return frozenset(i for i in near if (date := evidence.printed(lines[i].text)) and date.labelled)
