"""Stretches of a page that read like a story, by what their lines are worth. Pure: lines, marks → stretches.

Maximal scoring subsequences (Ruzzo and Tompa, 1999), found in linear time: a stretch goes on over a label or an
advertisement as long as what follows is worth more than the gap. Of two stretches the first one is believed unless a
later one is half as much again, for teasers, comments and other stories stand below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.ingest.editor.marks import Mark, weigh
from generator.ingest.editor.paragraphs import Line

# In letters of running text, or in lines. Found as the worth of marks was; none of them is sharp: halved or doubled
# they move F1 by less than half a hundredth.
_GAP, _IN_GAP = 8, 0.4  # lines; what lies deeper in a gap counts less: a long list of vacancies ends no story either
_ENOUGH = 300.0  # a story may have ended from here on
_AFTER_COMMENTS, _AFTER_LIST = 0.3, 0.5
_LATER = 1.5
_JOINED, _JOINED_SHARE, _JOINED_LEAST = 800.0, 0.25, 50.0
_JOINED_GAP = 60  # lines
_OVER_LIST = 600.0
_INSET, _INSET_TEXT = 6, 250  # lines in a box of other headlines; letters of the paragraph below it
_CLOSE, _CLOSE_SHARE = 400.0, 0.3
_RIVAL_SHARE = 0.6

ENDS = frozenset([Mark.COMMENTS, Mark.WRITER, Mark.LEGAL])


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """The lines from `first` up to `last`, which is none of it any more."""

    first: int
    last: int
    worth: float = 0.0

    def beside(self, other: "Stretch") -> bool:
        return self.last <= other.first or self.first >= other.last


def find(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Stretch]:
    """All of a page's maximal stretches, in order."""
    return maximal(_values(lines, marks))


def story(lines: Sequence[Line], marks: Sequence[Mark], found: Sequence[Stretch]) -> list[Stretch]:
    """Those that are the story: the best, joined with those near it, and where that is short its rivals."""
    best = found[0]
    for one in found:
        if one.worth > best.worth * _LATER:
            best = one
    joined = _joined(lines, marks, found, best)
    if best.worth >= _CLOSE:
        return [joined]
    return [joined, *(one for one in found if one.beside(joined) and one.worth >= best.worth * _CLOSE_SHARE)]


def rivals(found: Sequence[Stretch], chosen: Stretch) -> list[Stretch]:
    """Those that might have been the story instead."""
    return [one for one in found if one.beside(chosen) and one.worth >= chosen.worth * _RIVAL_SHARE]


def _values(lines: Sequence[Line], marks: Sequence[Mark]) -> Iterator[float]:
    """What each line is worth where it stands: below comments, below a list, deep in a gap."""
    weights = weigh(lines, marks)
    current = most = 0.0
    below, listed, gap = 1.0, 1.0, 0
    for i, worth in enumerate(weights.worth):
        if worth < 0:
            gap += 1
            value = worth if gap <= _GAP else worth * _IN_GAP
        else:
            gap = 0
            value = worth * below * (listed if i in weights.alone else 1.0)
        current = max(current + value, 0.0)
        most = max(most, current)
        if most >= _ENOUGH and marks[i] in (Mark.COMMENTS, Mark.LEGAL):
            below = _AFTER_COMMENTS
        elif most >= _ENOUGH and marks[i] is Mark.LIST:
            listed = _AFTER_LIST
        yield value


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stretch with the sums of all values before it and up to its end, and the last candidate that begins lower."""

    before: float
    upto: float
    first: int
    last: int
    lower: int


def maximal(values: Iterator[float]) -> list[Stretch]:
    """Ruzzo and Tompa. `lower` makes it linear: candidates that cannot take part are jumped over."""
    found: list[_Candidate] = []
    total = 0.0
    for i, value in enumerate(values):
        before, total, first = total, total + value, i
        if value <= 0:
            continue
        while True:
            lower = len(found) - 1
            while lower >= 0 and found[lower].before >= before:
                lower = found[lower].lower
            if lower < 0 or found[lower].upto >= total:
                found.append(_Candidate(before, total, first, i + 1, lower))
                break
            before, first = found[lower].before, found[lower].first
            del found[lower:]
    return [Stretch(one.first, one.last, one.upto - one.before) for one in found]


def _joined(lines: Sequence[Line], marks: Sequence[Mark], found: Sequence[Stretch], best: Stretch) -> Stretch:
    """The best with those around it that belong to the same story: the rest of it behind an inset, its first lines."""
    at = found.index(best)
    enough = max(min(best.worth * _JOINED_SHARE, _JOINED), _JOINED_LEAST)
    first, last, waiting = best.first, best.last, 0.0
    for one in found[at + 1 :]:
        gap = marks[last : one.first]
        if not ENDS.isdisjoint(gap) or len(gap) > _JOINED_GAP:
            break
        listed = Mark.LIST in gap
        waiting = one.worth if listed else waiting + one.worth
        if waiting >= (_OVER_LIST if listed else enough) or (listed and _inset(lines, marks, gap, one.first)):
            last, waiting = one.last, 0.0
    for one in reversed(found[:at]):
        gap = marks[one.last : first]
        if not ENDS.isdisjoint(gap) or len(gap) > _JOINED_GAP:
            break
        listed = Mark.LIST in gap
        if one.worth >= (_OVER_LIST if listed else enough) or (listed and _inset(lines, marks, gap, first)):
            first = one.first
    return Stretch(first, last, best.worth)


def _inset(lines: Sequence[Line], marks: Sequence[Mark], gap: Sequence[Mark], first: int) -> bool:
    """A few headlines of other stories, and below them a paragraph too long for the teaser of one."""
    return len(gap) <= _INSET and marks[first] is Mark.TEXT and len(lines[first].text) >= _INSET_TEXT
