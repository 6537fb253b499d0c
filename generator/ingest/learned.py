"""The lines that recur in the raw files of an archive: what one file cannot tell, the pile does. Pure.

    lines ─ sketch ─▶ Sketch, a number for each line          all sketches ─ learn ─▶ Learned

A short line that stands in a fifth of the stories of an archive of twenty or more is no part of any story, but where
all stories of one kind have it (`editor.recurring`). Whether a line is one of those is a matter of the whole pile,
never of one batch or of the order in which it came. Copies of one story count once: twenty files that hold the same
article would make its headline a line that recurs.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from struct import Struct

SHORT = 120  # characters; a longer line that recurs is known to, but not cut for it
PILE = 20  # stories; fewer teach nothing
SHARE = 5  # one in so many
_LONG = 60
_TELLING = 4  # longer lines that make a story known; fewer may all be printed on every page
_PART = 1_000_000  # numbers that are counted at a time, to bound the memory
_MANY_COPIES = 8
_COUNTER_LENGTH = 40
_COUNTER = re.compile(r"[(\[]?\d[\d.,]{0,12}[km]?\s?((?:[^\d\s]+\s?){1,3})")
_EIGHT_BYTES = Struct(">Q").unpack
_IS_SHORT, _IS_LONG = 1, 2  # the two lowest bits of a line's number


@dataclass(frozen=True, slots=True)
class Sketch:
    """One raw item as numbers: `lines` sorted, each once; `story` is the same where its longer lines are the same."""

    story: int
    lines: "array[int]"


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of lines, by `fingerprint`.

    often     short lines that stand in a fifth of all stories
    always    those that stand in more than half of them
    repeated  lines that stand in more than one
    """

    often: frozenset[int] = frozenset()
    always: frozenset[int] = frozenset()
    repeated: frozenset[int] = frozenset()

    def is_often(self, line: str) -> bool:
        return bool(self.often) and fingerprint(line) in self.often

    def is_always(self, line: str) -> bool:
        return bool(self.always) and fingerprint(line) in self.always

    def is_repeated(self, line: str) -> bool:
        return bool(self.repeated) and fingerprint(line) in self.repeated

    def of(self, sketch: Sketch) -> tuple[tuple[int, ...], ...]:
        """What of all this one raw item can be read by: two piles that agree on it make the same draft of it."""
        known = (self.often, self.always, self.repeated)
        return tuple([tuple(sorted(lines.intersection(sketch.lines))) if lines else () for lines in known])


def fingerprint(line: str) -> int:
    """64 bits of a line. Of a short one, case and outer blanks do not count, nor does what it counts: "12 Shares" is
    "3 shares". Other figures do: "Attendance: 10,111" is what one story has to tell."""
    if len(line) > SHORT:
        return _number(line.encode(errors="surrogatepass")) >> 2 << 2 | _IS_LONG
    plain = line.strip().casefold()
    if len(plain) <= _COUNTER_LENGTH and plain[:2].strip("([")[:1].isdigit() and (match := _COUNTER.fullmatch(plain)):
        plain = f"0 {match[1]}"
    number = _number(plain.encode(errors="surrogatepass"))
    return number >> 2 << 2 | _IS_SHORT | (len(line) >= _LONG) * _IS_LONG


def sketch(lines: Iterable[str]) -> Sketch:
    """The lines of one raw item as numbers."""
    numbers = sorted(set(map(fingerprint, lines)))
    telling = [number for number in numbers if number & _IS_LONG]
    story = array("Q", telling if len(telling) >= _TELLING else numbers).tobytes()
    return Sketch(_number(story), array("Q", numbers))


def _number(content: bytes) -> int:
    number: int = _EIGHT_BYTES(blake2b(content, digest_size=8).digest())[0]
    return number


def learn(sketches: Iterable[Sketch]) -> Learned:
    """What all of them have in common."""
    stories: dict[int, Sketch] = {}
    for one in sketches:  # of copies the least one speaks, so that no order matters
        other = stories.setdefault(one.story, one)
        if one.lines < other.lines:
            stories[one.story] = one
    repeated = {line: count for line, count in _counted([one.lines for one in stories.values()]) if count > 1}
    pile = len(stories) if len(stories) >= PILE else 0
    often = {line: count for line, count in repeated.items() if pile and line & _IS_SHORT and count * SHARE >= pile}
    always = (line for line, count in often.items() if count * 2 > pile)
    return Learned(frozenset(often), frozenset(always), frozenset(repeated))


def _counted(rows: Sequence["array[int]"]) -> Iterator[tuple[int, int]]:
    """How often each number occurs; counted in parts of their range, for the memory."""
    parts = 1 + sum(map(len, rows)) // _PART
    for part in range(parts):
        low, high = (part << 64) // parts, (part + 1 << 64) // parts
        counter: Counter[int] = Counter()
        for row in rows:
            counter.update(row if parts == 1 else row[_at(row, low) : _at(row, high)])
        yield from counter.items()


def _at(row: "array[int]", number: int) -> int:
    return bisect_left(row, number)


def alike(sketches: Mapping[str, Sketch], learned: Learned) -> Iterator[tuple[str, str]]:
    """Pairs of raw items that share at least two longer lines, and half of those of the shorter one. Sorted.

    Lines that stand in many are no story's own, and are left out on both sides.
    """
    holders: dict[int, list[str]] = {}
    for name in sorted(sketches):
        for line in _telling(sketches[name]):
            if line in learned.repeated:
                holders.setdefault(line, []).append(name)
    crowded = {line for line, names in holders.items() if len(names) > _MANY_COPIES}
    shared = Counter(pair for line in holders.keys() - crowded for pair in combinations(holders[line], 2))
    for pair, count in sorted(shared.items()):
        least = min(len(set(_telling(sketches[name])) - crowded) for name in pair)
        if count >= 2 and count * 2 >= least:
            yield pair


def _telling(sketch: Sketch) -> list[int]:
    return [line for line in sketch.lines if line & _IS_LONG]
