"""Lines that a page prints around a story: labels, counters, buttons, the headlines of other stories. Pure.

    lines ─ neighbours ─▶ previous and next headline, and the lines without them
          ─ ends       ─▶ the furniture above and below the story, by which rule
          ─ cut        ─▶ the lines without it

Only whole lines go, and only near the ends: above the first line of running text or below the last, so that no list
here can ever take a line out of a story. "Story continues below advertisement" is the one thing said inside of it.
Texts that are whole pages are another matter: `ingest.story`. What site.yaml says goes before every list.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from generator.ingest.editor import bylines, credits, evidence, sentences
from generator.ingest.editor.paragraphs import Line, groups, without
from generator.ingest.editor.phrases import page
from generator.model import CutLine
from generator.text import fold, key

PREVIOUS = "previous headline"
NEXT = "next headline"
PRINTED_TAGS = "printed tags"
SITE = "ingest: cut in site.yaml"
_LABEL = "label of a neighbour"
LIST_LABEL = "label of a list of other stories"
LISTED = "headline in a list of other stories"
PHRASE = "phrase of a page"
BUTTON = "button or label"
COUNTER = "counter"
_SURE = frozenset([PHRASE, LIST_LABEL, PRINTED_TAGS])

_LONGEST = 90
_LONGEST_LABEL = 40
_LONG_LINE = 260
_HEAD = 5  # lines of a head at most
_NUMBER = re.compile(r"[\W_]{0,3}\d[\d.,]{0,12}[kKmM]?[\W_]{0,3}")
_DATE = re.compile(
    r"\W{0,3}(?:\d\d?\.\d\d?\.(?:\d\d(?:\d\d)?)?|\d{4}\.\d\d?\.\d\d?|[12١٢۱۲]\d{3}(?:[01٠١۰۱]\d[0-3٠-٣۰-۳]\d)?)\W{0,3}"
)
_VARYING = re.compile("|".join(f"(?:{pattern})" for pattern in page.PATTERNS))
_LABELLED = re.compile(r"([^:|»«›‹←→]{4,30}+)[:|»«›‹←→]{1,2}\s{0,2}(\S.*)")

# Met in thousands of Arabic articles: the buttons of a gallery before the byline, the title again behind the last word.
_GLUED_ABOVE = re.compile(r"(Next Previous|Previous Next)\s(?=\S)")
_GLUED_BELOW = "رابط الخبر بصحيفة"
_GLUED_LINK = re.compile(rf"(?<=\S)\s{_GLUED_BELOW} [^:]{{2,40}}:")

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
    headlines in order. Labels above the story are mere links: they go, and the lines below them stay, unless each has a
    headline of its own and the story has one too.
    """
    lines = tuple([part for line in lines for part in _unlabelled(line)])
    if not any(_direction(line.text, below=True) for line in lines if len(line.text) <= _LONGEST_LABEL):
        return Kept(lines)
    top, tail = _story(lines)
    cut = _both_above(lines, top)
    i = max(cut, default=-1) + 1
    while i < len(lines):
        labels = _labels(lines, i, tail)
        cut |= dict.fromkeys(range(i, i + len(labels)), _LABEL)
        i += max(len(labels), 1)
        if labels and i > top:
            cut |= _headlines(lines, i, labels)
    return remove(lines, cut)


def ends(lines: tuple[Line, ...], keep: Rule = never) -> dict[int, str]:
    """The furniture above and below the story, and what says that it goes on below: index → rule."""
    top, tail = _story(lines)
    listed = tail < 2 and _outside(lines[:1])  # no running text at all: a table, results, a list
    below = _ends(lines[tail:], keep, above=False, listed=listed)
    inside = {i: PHRASE for i in range(top, tail) if _continues(lines[i].text)}
    return _ends(lines[:top], keep, above=True) | inside | {tail + i: rule for i, rule in below.items()}


def _continues(text: str) -> bool:
    """ "Story continues below advertisement": the one thing pages say that tells that it stands inside a story."""
    return len(text) < _LONGEST and "ontinue" in text and key(text) in page.CONTINUES


def outside(lines: tuple[Line, ...]) -> Set[int]:
    """The indexes of the lines above and below the story."""
    top, tail = _story(lines)
    return frozenset([*range(top), *range(tail, len(lines))])


def running(lines: tuple[Line, ...]) -> Set[int]:
    """The indexes of the lines of running text."""
    found, i = set[int](), 0
    for group in groups(lines):
        if not _outside(group):
            found.update(range(i, i + len(group)))
        i += len(group)
    return found


def known(lines: Sequence[Line], i: int) -> bool:
    """Pages are known to print this line, even between the lines of a story: it is not what a story alone can say."""
    kind = _kind(lines[i].text)
    beside = (_kind(line.text) for line in (*lines[max(i - 1, 0) : i], *lines[i + 1 : i + 2]))
    return kind in _SURE or (bool(kind) and (key(lines[i].text) in page.ADVERTISING or any(beside)))


def is_label(text: str) -> bool:
    """A label above the headline of a neighbour, or both on one line: those are read before anything is cut."""
    return bool(_direction(text, below=True)) or len(_unlabelled(Line(0, text))) > 1


def unglued(line: Line) -> tuple[Line, ...]:
    """A line as two, where the scraper glued furniture to it: buttons before a byline, a link behind a paragraph."""
    text = line.text
    if text[0] in "NP" and (match := _GLUED_ABOVE.match(text)):
        return line._replace(text=match[1]), Line(line.number, text[match.end() :], line.indent, apart=False)
    if _GLUED_BELOW in text and (match := _GLUED_LINK.search(text)):
        return line._replace(text=text[: match.start()]), Line(line.number, text[match.start() + 1 :], line.indent)
    return (line,)


# ── Where the story is ───────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=1)  # asked twice where lines recur in the archive
def _story(lines: tuple[Line, ...]) -> tuple[int, int]:
    """The indexes of its first line and of the line after its last; without any sentence all but line 0 is tail."""
    found = groups(lines)
    above = sum(map(len, takewhile(_outside, found)))
    if above == len(lines):
        return 0, min(1, len(lines))
    return above, len(lines) - sum(map(len, takewhile(_outside, reversed(found))))


def _outside(group: Sequence[Line]) -> bool:
    """No paragraph of running text, or one that every page ends with: a long copyright line."""
    text = group[0].text if len(group) == 1 else " ".join([line.text for line in group])
    return not sentences.story_like(text) or (len(text) < _LONG_LINE and _varying(text))


# ── Neighbours ───────────────────────────────────────────────────────────────────────────────────────────────────


def _direction(text: str, below: bool) -> str:
    """The rule for the headline under this label, "" where the line is no label."""
    if len(text) > _LONGEST_LABEL or not (label := key(text)):  # cheap: every line is asked
        return ""
    if label in page.PREVIOUS or (below and label in page.PREVIOUS_WORD):
        return PREVIOUS
    return NEXT if label in page.NEXT or (below and label in page.NEXT_WORD) else ""


def _unlabelled(line: Line) -> tuple[Line, ...]:
    """ "Previous Article: Quake!" as the two lines that it stands for; any other line as it is."""
    match = _LABELLED.fullmatch(line.text) if len(line.text) < 300 else None
    if not match or not _direction(match[1], below=False):
        return (line,)
    return line._replace(text=match[1].strip()), Line(line.number, match[2], line.indent, apart=False)


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


def _both_above(lines: Sequence[Line], top: int) -> dict[int, str]:
    """ "Previous", a headline, "Next", a headline, where a third one is left for the story: index → rule."""
    for i in range(top):
        label = _direction(lines[i].text, below=True)
        one = _headlines(lines, i + 1, [label]) if label else {}
        at = i + 1 + len(one)
        other = _direction(lines[at].text, below=True) if one and at < top else ""
        two = _headlines(lines, at + 1, [other]) if other and other != label else {}
        if two and _left(lines, [i + 1, at + 1], at + 1 + len(two), top):
            return {i: _LABEL, at: _LABEL} | one | two
    return {}


def _left(lines: Sequence[Line], taken: Sequence[int], stop: int, top: int) -> bool:
    """Whether a headline stands right below those of the neighbours, or right above them, that is none of them."""
    start = taken[0] - 1
    own, distance = (stop, top - stop) if stop < top else (start - 1, start)
    if not 0 < distance <= _HEAD:
        return False
    three = [lines[i].text for i in (*taken, own)]
    return all(" " in text for text in three) and len(set(map(key, three))) == 3 and _heads(three[-1])


def _heads(text: str) -> bool:
    return sentences.headline_like(text) and not (evidence.printed(text) or bylines.byline(text) or _kind(text))


def _headline(line: Line) -> bool:
    """It can be a neighbour's: no label, button or other line of pages."""
    plain = sentences.headline_like(line.text) and not _direction(line.text, below=True)
    return plain and _kind(line.text) not in {*_SURE, BUTTON}


# ── Furniture ────────────────────────────────────────────────────────────────────────────────────────────────────


def _kind(text: str) -> str:
    """The rule that a line falls under when it stands outside the story; "" = it is nothing we know."""
    if len(text) < _LONGEST:
        name = key(text)
        if name in page.SECTIONS:
            return LIST_LABEL
        if name in page.SURE:
            return PHRASE
        if name in page.WEAK:
            return BUTTON
        if _NUMBER.fullmatch(text) and not _DATE.fullmatch(text):
            return COUNTER
    if printed_tags(text):
        return PRINTED_TAGS
    return PHRASE if len(text) < _LONG_LINE and _varying(text) else ""


@lru_cache(maxsize=1024)
def _varying(text: str) -> bool:
    return _VARYING.fullmatch(fold(text)) is not None and not credits.tells_of_rights(text)


def _ends(lines: Sequence[Line], keep: Rule, above: bool, listed: bool = False) -> dict[int, str]:
    """The furniture at one end of a text, index → rule; only what is sure where that may be the rows of a list."""
    kinds = ["" if keep(line.text) else _kind(line.text) for line in lines]
    cut: dict[int, str] = {}
    for start, stop in _runs(kinds):
        run = kinds[start:stop]
        at_end = above or (stop == len(kinds) and not listed) or run.count(BUTTON) > 2
        counted = above and COUNTER in run and stop < len(kinds)  # a lone "4" above the headline
        if not _SURE.isdisjoint(run) or (at_end and BUTTON in run) or counted:
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
            listing = listing or cut[i] == LIST_LABEL
        elif listing and sentences.headline_like(line.text) and line.text[-1] not in ".。۔":
            listed[i] = LISTED
        else:
            listing = False
    return listed


def printed_tags(text: str) -> tuple[str, ...]:
    """The tags of a line such as "Tags: Iraq, Baghdad"; () where it is no such line."""
    label, colon, names = text.partition(":")
    if not colon or len(text) > 400 or len(label) > 20 or key(label) not in page.TAG_LABELS:
        return ()
    return tuple(dict.fromkeys(name.strip(" .#") for name in re.split("[,،;|؛#]", names) if name.strip(" .#")))


def remove(lines: tuple[Line, ...], cut: Mapping[int, str]) -> Kept:
    """The lines without those of `cut`, index → rule."""
    gone = tuple(CutLine(lines[i].text, cut[i], lines[i].number) for i in sorted(cut))
    return Kept(without(lines, frozenset(cut)), gone)
