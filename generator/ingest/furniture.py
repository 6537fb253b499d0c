"""Lines that a page prints around a story: labels, counters, buttons, the headlines of other stories. Pure.

    lines ─ neighbours ─▶ previous and next headline, and the lines without them
          ─ cut        ─▶ the lines without furniture, and what was cut by which rule

Only whole lines go, and only near the ends: above the first line of running text or below the last, so that no list
here can ever take a line out of a story. What site.yaml says (`ingest: keep, cut`) goes before every list.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from generator.ingest import sentences
from generator.ingest.paragraphs import Line, groups, without
from generator.ingest.phrases import page
from generator.model import CutLine
from generator.text import fold, key

PREVIOUS = "previous headline"
NEXT = "next headline"
PRINTED_TAGS = "printed tags"
_LABEL = "label of a neighbour"
_LIST_LABEL = "label of a list of other stories"
_LISTED = "headline in a list of other stories"
_PHRASE = "phrase of a page"
_BUTTON = "button or label"
_COUNTER = "counter"
_SURE = frozenset([_PHRASE, _LIST_LABEL, PRINTED_TAGS])

_LONGEST = 90
_LONG_LINE = 260
_NUMBER = re.compile(r"[\W_]{0,3}\d[\d.,]{0,12}[kKmM]?[\W_]{0,3}")
_VARYING = re.compile("|".join(f"(?:{pattern})" for pattern in page.PATTERNS))
_LABELLED = re.compile(r"([^:|»«›‹←→]{4,30})[:|»«›‹←→]{1,2}\s{0,2}(\S.*)")

Rule = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays, and what went by which rule."""

    lines: tuple[Line, ...]
    cut: tuple[CutLine, ...] = ()


def never(_: str) -> bool:
    """The rule that no line falls under."""
    return False


def neighbours(lines: tuple[Line, ...]) -> Kept:
    """Take out "Previous Article" with the headline below it, and "Next Article" with its own.

    The headlines are the cut lines of the rules PREVIOUS and NEXT. Labels one below the other share out as many
    headlines in order. Labels above the story are mere links: they go, and the lines below them stay.
    """
    lines = tuple(part for line in lines for part in _unlabelled(line))
    top, tail = _story(lines)
    cut: dict[int, str] = {}
    i = 0
    while i < len(lines):
        labels = _labels(lines, i, tail)
        cut |= dict.fromkeys(range(i, i + len(labels)), _LABEL)
        i += max(len(labels), 1)
        if labels and i > top:
            cut |= _headlines(lines, i, labels)
    return _remove(lines, cut)


def cut(lines: tuple[Line, ...], keep: Rule = never, drop: Rule = never) -> Kept:
    """Take out the lines above and below the story that are furniture; `keep` and `drop` are what site.yaml says."""
    top, tail = _story(lines)
    dropped = {i: "ingest: cut in site.yaml" for i, line in enumerate(lines) if drop(line.text)}
    above = _ends(lines[:top], keep, above=True)
    below = _ends(lines[tail:], keep, above=False)
    found = dict(above) | {tail + i: rule for i, rule in below.items()}
    return _remove(lines, {i: rule for i, rule in (found | dropped).items() if not keep(lines[i].text)})


# ── Where the story is ───────────────────────────────────────────────────────────────────────────────────────────


def _story(lines: tuple[Line, ...]) -> tuple[int, int]:
    """The indexes of its first line and of the line after its last; without any sentence all but line 0 is tail."""
    found = groups(lines)
    above = sum(map(len, takewhile(_outside, found)))
    if above == len(lines):
        return 0, min(1, len(lines))
    return above, len(lines) - sum(map(len, takewhile(_outside, reversed(found))))


def _outside(group: Sequence[Line]) -> bool:
    """No paragraph of running text, or one that every page ends with: a long copyright line."""
    text = " ".join(line.text for line in group)
    return not sentences.story_like(text) or (len(text) < _LONG_LINE and _varying(text))


# ── Neighbours ───────────────────────────────────────────────────────────────────────────────────────────────────


def _direction(text: str, below: bool) -> str:
    """The rule for the headline under this label, "" where the line is no label."""
    if len(text) > _LONGEST or not (label := key(text)):
        return ""
    if label in page.PREVIOUS or (below and label in page.PREVIOUS_WORD):
        return PREVIOUS
    return NEXT if label in page.NEXT or (below and label in page.NEXT_WORD) else ""


def _unlabelled(line: Line) -> Iterator[Line]:
    """ "Previous Article: Quake!" as the two lines that it stands for; any other line as it is."""
    match = _LABELLED.fullmatch(line.text) if len(line.text) < 300 else None
    if match and _direction(match[1], below=False):
        yield Line(line.number, match[1].strip(), line.indent, line.apart)
        yield Line(line.number, match[2], line.indent, apart=False)
    else:
        yield line


def _labels(lines: Sequence[Line], i: int, tail: int) -> list[str]:
    """The run of labels that begins here, by the rules for their headlines."""
    found: list[str] = []
    while i < len(lines) and (direction := _direction(lines[i].text, below=i >= tail)):
        found.append(direction)
        i += 1
    return found


def _headlines(lines: Sequence[Line], i: int, labels: Sequence[str]) -> dict[int, str]:
    """The headlines below a run of labels, by index: as many as labels in their order, or a single one for the last."""
    found: list[range] = []
    while len(found) < len(labels) and i < len(lines) and _headline(lines[i]):
        stop = i + 1
        while stop < len(lines) and not lines[stop].apart and lines[stop].text[0].islower():
            stop += 1
        found.append(range(i, stop))
        i = stop
    owners = labels[-len(found) :] if found else []
    return {index: rule for rule, span in zip(owners, found, strict=True) for index in span}


def _headline(line: Line) -> bool:
    return (
        sentences.headline_like(line.text) and not _direction(line.text, below=True) and _kind(line.text) not in _SURE
    )


# ── Furniture ────────────────────────────────────────────────────────────────────────────────────────────────────


def _kind(text: str) -> str:
    """The rule that a line falls under when it stands outside the story; "" = it is nothing we know."""
    if len(text) < _LONGEST:
        name = key(text)
        if name in page.SECTIONS:
            return _LIST_LABEL
        if name in page.SURE:
            return _PHRASE
        if name in page.WEAK:
            return _BUTTON
        if _NUMBER.fullmatch(text):
            return _COUNTER
    if printed_tags(text):
        return PRINTED_TAGS
    return _PHRASE if len(text) < _LONG_LINE and _varying(text) else ""


@lru_cache(maxsize=1024)
def _varying(text: str) -> bool:
    return _VARYING.fullmatch(fold(text)) is not None


def _ends(lines: Sequence[Line], keep: Rule, above: bool) -> dict[int, str]:
    """The furniture at one end of a text, index → rule."""
    kinds = ["" if keep(line.text) else _kind(line.text) for line in lines]
    cut: dict[int, str] = {}
    for start, stop in _runs(kinds):
        run = kinds[start:stop]
        at_end = above or stop == len(kinds) or run.count(_BUTTON) > 2
        if not _SURE.isdisjoint(run) or (at_end and _BUTTON in run):
            cut |= {start + i: kind for i, kind in enumerate(run)}
    if above:  # one line above the story is its headline, whatever it says
        return cut if len(cut) < len(lines) or len(lines) > 1 else {}
    return cut | _listed(lines, cut)


def _runs(kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The unbroken runs of lines that may be furniture, as (first, behind the last)."""
    start = 0
    for i, kind in enumerate([*kinds, ""]):
        if not kind:
            if start < i:
                yield start, i
            start = i + 1


def _listed(lines: Sequence[Line], cut: Mapping[int, str]) -> dict[int, str]:
    """Headlines of other stories: those below a label such as "Related Posts", down to the first line that is none."""
    listed: dict[int, str] = {}
    listing = False
    for i, line in enumerate(lines):
        if i in cut:
            listing = listing or cut[i] == _LIST_LABEL
        elif listing and sentences.headline_like(line.text) and line.text[-1] not in ".。۔":
            listed[i] = _LISTED
        else:
            listing = False
    return listed


def printed_tags(text: str) -> tuple[str, ...]:
    """The tags of a line such as "Tags: Iraq, Baghdad"; () where it is no such line."""
    label, colon, names = text.partition(":")
    if not colon or len(text) > 400 or len(label) > 20 or key(label) not in page.TAG_LABELS:
        return ()
    return tuple(dict.fromkeys(name.strip(" .#") for name in re.split("[,،;|؛#]", names) if name.strip(" .#")))


def _remove(lines: tuple[Line, ...], cut: Mapping[int, str]) -> Kept:
    gone = tuple(CutLine(lines[i].text, cut[i], lines[i].number) for i in sorted(cut))
    return Kept(without(lines, frozenset(cut)), gone)
