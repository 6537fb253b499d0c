"""The edition as the last build left it, for a build in which bodies alone changed. Effects: the memory, reads.

An article that keeps its card keeps its place, and so do all others: the archive of the last build still holds, and so
does what was to be said of it. To read 100,000 cards and to put them in order takes a second. So what was decided then
is kept, a row of the memory for each field of the archive, and of the cards those of a folder are read when one of them
is asked for.
"""

import marshal
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, overload

from generator import packed
from generator.errors import Location, MachineError
from generator.model import SiteConfig
from generator.publish.edition import Edition, published
from generator.publish.model import Archive, Card, Topic
from generator.publish.reading import ARTICLES, Folder, Scan, below, changed, scan
from generator.quiet import Survey
from generator.report import Options, Report
from generator.store import Reader, Store
from generator.unchanged import Look

FEW = 20  # files that changed: what is read here is read once more where it turns out that more than bodies changed

_PREFIX = "edition/"
# What is no part of it: what is read from the disk each time, and what is kept in another form.
_APART = frozenset(["tongue", "site", "read", "cards", "at", "ids", "standing", "media", "pictures", "made"])


class Cards(Sequence[Card]):
    """The cards of an archive, in its order. Raises MachineError where those of a folder are not there."""

    def __init__(self, folders: Mapping[str, Folder], sizes: Sequence[tuple[str, int]], places: Sequence[int]) -> None:
        """`sizes`: the folders in their order, and how many cards each has; `places`: the number of each card in it."""
        self._folders = folders
        self._names = [name for name, _ in sizes]
        self._firsts = list(accumulate((size for _, size in sizes), initial=0))
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Card: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Card]: ...
    def __getitem__(self, at: int | slice) -> Card | Sequence[Card]:
        if isinstance(at, slice):
            return [self._card(place) for place in self._places[at]]
        return self._card(self._places[at])

    def _card(self, place: int) -> Card:
        folder = bisect_right(self._firsts, place) - 1
        try:
            return published(self._folders[self._names[folder]].cards[place - self._firsts[folder]])
        except IndexError as error:
            said = "what is remembered of this folder is spoilt — delete .backfile/"
            raise MachineError(said, Location(self._names[folder])) from error

    def __reduce__(self) -> tuple[object, ...]:
        """To another process they all go."""
        return tuple, (list(self),)


class Names(Mapping[str, int]):
    """Names by their numbers, in one text: to look one up is nothing beside making 100,000 of them."""

    def __init__(self, text: str) -> None:
        self._text = text

    @classmethod
    def packed(cls, names: Iterable[str]) -> str:
        return PARTED.join(["", *names, ""])

    def __getitem__(self, name: str) -> int:
        at = self._text.find(f"{PARTED}{name}{PARTED}")
        if at < 0 or PARTED in name:
            raise KeyError(name)
        return self._text.count(PARTED, 0, at)

    def __iter__(self) -> Iterator[str]:
        return iter(self._text.split(PARTED)[1:-1])

    def __len__(self) -> int:
        return self._text.count(PARTED) - 1


PARTED = "\n"


def keep(store: Store, scanned: Scan, edition: Edition, said: Report, *, moving: bool = False) -> None:
    """Remember the edition of all that was read, and what there is to say of it; of one in which articles are in one
    another's way, nothing. Nor while articles are `moving`: to write it all down would make each such edit dearer by a
    tenth, and the first one of a body does it."""
    if isinstance(edition.archive.cards, Cards):  # it is the one that is kept
        return
    for name in store.rows(_PREFIX):
        store.keep_row(name, None)
    if (
        moving
        or not edition.apart
        or any(PARTED in "".join(names) for names in (edition.archive.at, edition.archive.ids))
    ):
        return
    for name, value in _plain(scanned, edition, said):
        store.keep_row(f"{_PREFIX}{name}", marshal.dumps(value))


def _plain(scanned: Scan, edition: Edition, said: Report) -> Iterator[tuple[str, Any]]:
    archive = edition.archive
    for name, (pack, _) in _ways().items():
        yield name, pack(getattr(archive, name))
    sizes: dict[str, int] = {}
    for card in scanned.articles:
        folder = card.path.rpartition("/")[0]
        sizes[folder] = sizes.get(folder, 0) + 1
    numbers = {card.path: n for n, card in enumerate(scanned.articles)}
    yield "places", _packed([numbers[card.path] for card in archive.cards])
    yield "at", Names.packed(archive.at)
    yield "ids", Names.packed(archive.ids)
    yield "folders", list(sizes.items())
    yield "said", packed.pack(said)
    yield "problems", _ways_of_problems()[0](edition.problems)


_MORE = ("places", "at", "ids", "folders", "said", "problems")


@cache
def _ways() -> Mapping[str, Any]:
    """Of each field that is kept how it goes into the memory, and how it comes back."""
    names = [field.name for field in fields(Archive) if field.name not in _APART]
    own: dict[str, Any] = dict.fromkeys(("ordinals", "older", "newer"), (_packed, _unpacked))
    own["topics"] = _packed_topics, _unpacked_topics
    return own | packed.ways(Archive, [name for name in names if name not in own])


def _ways_of_problems() -> Any:
    return packed.ways(Edition, ["problems"])["problems"]


def _packed(numbers: Sequence[int]) -> bytes:
    return array("i", numbers).tobytes()


def _unpacked(plain: bytes) -> Sequence[int]:
    """Half a million as they lay there: to make them all would take longer than all that is asked of them."""
    return array("i", plain)


def _packed_topics(topics: Sequence[Topic]) -> list[Any]:
    return [(t.kind, t.name, t.slug, _packed(t.members), t.named, t.guessed) for t in topics]


def _unpacked_topics(plain: Sequence[Any]) -> tuple[Topic, ...]:
    return tuple([Topic(kind, name, slug, _unpacked(members), *more) for kind, name, slug, members, *more in plain])


def unmoved(
    root: Path, settings: SiteConfig, seen: Look, options: Options, before: Mapping[str, Folder]
) -> Scan | None:
    """What changed since the last build, where that is nothing but the bodies of a few articles; of the others nothing
    is read. `before`: the folders as that build left them."""
    last, touched = seen.last, _touched(root, seen, before)
    if options.verify or not (touched and last.report and seen.timely() and seen.sound()):
        return None
    if last.settled != seen.settled or seen.built.differ(last.output):
        return None
    survey = Survey(dict.fromkeys(touched, ""), {path: seen.sources.changed[path] for path in touched})
    there = {name: before[name] for name in touched.values()}
    scanned, _ = scan(root, settings, survey, there).shown(seen.now, drafts=options.drafts)
    same = scanned.gone == scanned.came and all(card.status == "published" for card in scanned.came)
    return scanned if same and not scanned.problems else None


def _touched(root: Path, seen: Look, before: Mapping[str, Folder]) -> dict[str, str]:
    """The folders that changed, by what the survey and what the archive calls them; none where that is not all there
    is to look at, or too much."""
    base = str(root / ARTICLES)
    found = {path: f"{ARTICLES}{path.removeprefix(base)}" for path in seen.sources.differ(seen.last.sources)}
    many = 0
    for path, name in found.items():
        entries = seen.sources.entries(path) if below(path, base) else None
        if entries is None or name not in before or not before[name].whole:
            return {}
        many += changed(entries, before[name])
    return found if many <= FEW else {}


def recalled(
    scanned: Scan, edition: Callable[..., Archive], memory: Reader, before: Mapping[str, Folder]
) -> tuple[Edition, Report] | None:
    """The edition, in which nothing moved, and what there is to say of it; None where it is not kept. `edition`: an
    archive of what else it is made of."""
    rows = {name: memory.row(f"{_PREFIX}{name}") for name in (*_ways(), *_MORE)}
    plain = {name: marshal.loads(row) for name, row in rows.items() if row is not None}
    if len(plain) < len(rows):
        return None
    archive = edition(
        cards=Cards(before, plain["folders"], _unpacked(plain["places"])),
        at=Names(plain["at"]),
        ids=Names(plain["ids"]),
        standing={page.url: page for page in scanned.standing if page.meta.status == "published"},
        **{name: back(plain[name]) for name, (_, back) in _ways().items()},
    )
    problems = _ways_of_problems()[1](plain["problems"])
    return Edition(archive, problems, apart=True), packed.unpack(Report, plain["said"])
