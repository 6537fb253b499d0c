"""content/ → articles and standing pages, and which articles changed since the last build. Effects: reads.

A file whose numbers are what they were (size, times, inode) is not read: its card stands in the build's memory, those
of a folder together. A file with anything wrong about it is remembered nowhere; it is read, and complained of, each
time. One that may not be read stands as it did.
"""

import marshal
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import NamedTuple

from generator import files, frontmatter, quiet
from generator.errors import BackfileError, ItemError, Location, Problem, located
from generator.files import Numbers
from generator.model import Head, SiteConfig
from generator.progress import Progress, silent
from generator.publish import moved, parse
from generator.publish.cards import card_of
from generator.publish.crew import Crew, shared
from generator.publish.edition import published, shown
from generator.publish.model import Card, Released, Standing
from generator.publish.schedule import Schedule, schedule, waiting
from generator.publish.sources import LOCKED, text
from generator.publish.topics import rules
from generator.quiet import Entries, Survey
from generator.store import Reader
from generator.unchanged import ADDRESSES, FOLDERS

ARTICLES, PAGES, *_OTHERS = FOLDERS


class Row(NamedTuple):
    """An article as it is remembered. `numbers`: of its file, None = it may change once more without a trace."""

    name: str
    numbers: Numbers | None
    card: Card


@dataclass(frozen=True, slots=True)
class Folder:
    """What is remembered of a folder. `whole`: nothing else stands there that would have to be looked at; `rest`: what
    else there is to the row of each card, still packed: of a folder that is as it was, nobody asks."""

    whole: bool = False
    cards: tuple[Card, ...] = ()
    rest: bytes = marshal.dumps(())

    @classmethod
    def of(cls, *, whole: bool, rows: Sequence[Row]) -> "Folder":
        return cls(whole, tuple([row.card for row in rows]), marshal.dumps([row[:-1] for row in rows]))

    def rows(self) -> list[Row]:
        return [Row._make((*rest, card)) for rest, card in zip(marshal.loads(self.rest), self.cards, strict=True)]

    def __reduce__(self) -> tuple[object, ...]:
        """It goes to another process as it goes into the memory."""
        return Folder.unpacked, (self.packed(),)

    def packed(self) -> bytes:
        return marshal.dumps((self.whole, list(map(tuple, self.cards)), self.rest))

    @classmethod
    def unpacked(cls, kept: bytes | None) -> "Folder":
        if kept is None:
            return cls()
        whole, cards, rest = marshal.loads(kept)
        return cls(whole, tuple(map(Card._make, cards)), rest)


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in content/: articles that can be read, standing pages, and what is wrong with the rest.

    gone, came  the articles whose files changed: as they were, and as they are. One that says again what it said is
                among them: its page may say what stood there while that was made
    folders     what to remember of each folder that changed; None = it is there no more
    """

    articles: tuple[Card, ...]
    standing: tuple[Standing, ...]
    problems: tuple[Problem, ...]
    gone: tuple[Card, ...] = ()
    came: tuple[Card, ...] = ()
    folders: tuple[tuple[str, Folder | None], ...] = ()

    @property
    def blind(self) -> bool:
        """Something may not be read of which nothing is remembered: nobody can say which pages are its own."""
        locked = {problem.location.path for problem in self.problems if problem.message == LOCKED}
        return bool(locked) and not locked <= {card.path for card in self.articles}

    def with_drafts(self) -> "Scan":
        """The same with drafts as if they were published."""
        articles, gone, came = (tuple(map(published, some)) for some in (self.articles, self.gone, self.came))
        standing = tuple(map(shown, self.standing))
        return replace(self, articles=articles, standing=standing, gone=gone, came=came)

    def shown(self, now: float, *, drafts: bool) -> tuple["Scan", Schedule]:
        """What a site says of it at a time: all, drafts too; or what is published and due."""
        return (self.with_drafts(), Schedule()) if drafts else self.at(now)

    def at(self, now: float) -> tuple["Scan", Schedule]:
        """The same where what is dated in the future waits; and until when that is so."""
        found = schedule((*self.articles, *self.gone), now)
        if not found.late:
            return self, found
        articles, gone, came = (waiting(some, found) for some in (self.articles, self.gone, self.came))
        return replace(self, articles=articles, gone=gone, came=came), found


class Recalled(Mapping[str, Folder]):
    """The folders as the last build remembered them; each is read when it is asked for."""

    def __init__(self, memory: Reader) -> None:
        self._memory = memory
        self._names = dict.fromkeys(memory.rows(ARTICLES))
        self._read: dict[str, Folder] = {}

    def __getitem__(self, name: str) -> Folder:
        if name not in self._read:
            if name not in self._names:
                raise KeyError(name)
            self._read[name] = Folder.unpacked(self._memory.row(name))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def scan(  # noqa: PLR0913, PLR0917 - what to read, what is known of it, who watches and who helps
    root: Path,
    settings: SiteConfig,
    seen: Survey,
    before: Mapping[str, Folder],
    progress: Progress = silent,
    crew: Crew = Crew(),
) -> Scan:
    """Read every article and standing page. One that is broken becomes a problem; the others go on.

    `seen`: what stands in content/, with the entries of the folders that changed; `before`: the folders as they were
    under these settings, as far as that is remembered.
    """
    problems = [_link_problem(path.relative_to(root)) for name in FOLDERS[1:] for path in files.links(root / name)]
    here = _folders(root, seen, problems)
    due = dict(_due(here, seen, before))
    begun = time.time_ns()
    known = {name: _known(entries, before.get(name, Folder())) for name, entries in due.items()}
    unread = [one for name, entries in due.items() for one in _unread(name, entries, known[name], problems)]
    read = {row.card.path: row for row in _rows(root, settings, unread, problems, progress, crew)}
    wrong = {problem.location.path.rpartition("/")[0] for problem in problems}
    locked = {problem.location.path for problem in problems if problem.message == LOCKED}
    known = {name: rows | dict(_held(name, before.get(name, Folder()), locked)) for name, rows in known.items()}
    after = {
        name: Folder.of(whole=name not in wrong, rows=list(_remembered(name, entries, known[name], read, begun)))
        for name, entries in due.items()
    }
    now = {name: before[name] for name in here if name not in after} | after
    lost = {name: None for name in before if name not in now}
    articles = tuple([card for name in sorted(now) for card in now[name].cards])
    for card in (card for card in articles if card.refused):
        problems.append(Problem(f"{card.refused}; its text is shown as it is written", Location(card.path)))
    kept = {row.card.path for rows in known.values() for row in rows.values()}
    gone, came = (
        tuple([card for name in (*after, *lost) for card in some.get(name, Folder()).cards if card.path not in kept])
        for some in (before, now)
    )
    pages = tuple(_standing(root, problems))
    return Scan(
        articles,
        pages,
        tuple(problems),
        gone=gone,
        came=came,
        folders=(*after.items(), *lost.items()),
    )


def _folders(root: Path, seen: Survey, problems: list[Problem]) -> dict[str, str]:
    """The folders of articles, as the archive calls them and as the survey does; hidden ones are left out."""
    base = str(root / ARTICLES)
    found = {name: f"{ARTICLES}{name.removeprefix(base)}" for name in seen.folders if below(name, base)}
    odd = {here for here in found.values() if here.encode(errors="replace") != here.encode(errors="surrogatepass")}
    problems += [Problem("is a folder whose name is not UTF-8 — rename it", Location(here)) for here in sorted(odd)]
    return {here: name for name, here in found.items() if "/." not in here and here not in odd}


def below(name: str, folder: str) -> bool:
    """Whether this is the folder, or one below it."""
    return f"{name}/".startswith(f"{folder}/")


def _due(here: Mapping[str, str], seen: Survey, before: Mapping[str, Folder]) -> Iterator[tuple[str, Entries]]:
    """The folders of which something has to be looked at, and what stands there."""
    for name, path in here.items():
        entries = seen.entries(path)
        if entries is not None:
            yield name, entries
        elif name not in before or not before[name].whole:
            yield name, next(files.numbers([Path(path)]))[1]


def _known(entries: Entries, before: Folder) -> dict[str, Row]:
    """What is remembered of a folder, of the files that are as they were."""
    numbers = dict(entries)
    return {row.name: row for row in before.rows() if row.numbers and numbers.get(row.name) == row.numbers}


def _held(folder: str, before: Folder, locked: Collection[str]) -> Iterator[tuple[str, Row]]:
    """Of articles that may not be read what is remembered: they stand as they did, and are looked at each time."""
    if any(path.rpartition("/")[0] == folder for path in locked):
        yield from [(row.name, row._replace(numbers=None)) for row in before.rows() if row.card.path in locked]


def changed(entries: Entries, before: Folder) -> int:
    """How many files of a folder are not as they were."""
    return len([name for name, of in entries if of]) - len(_known(entries, before))


def _unread(folder: str, entries: Entries, known: Mapping[str, Row], problems: list[Problem]) -> Iterator[str]:
    """The articles of a folder that have to be read."""
    for name, of in entries:
        if not of or name in known or files.aside(name):
            continue
        path = f"{folder}/{name}"
        if S_ISLNK(of[0]):
            problems.append(_link_problem(Path(path)))
        if S_ISREG(of[0]) and not name.startswith(".") and _is_markdown(name):
            yield path


def _rows(  # noqa: PLR0913, PLR0917 - as `scan`
    root: Path,
    settings: SiteConfig,
    unread: Sequence[str],
    problems: list[Problem],
    progress: Progress,
    crew: Crew,
) -> Iterator[Row]:
    """The articles that can be read."""
    size = len(unread)
    batches = [Batch(n, str(root), settings, unread[at : at + SIZE]) for n, at in enumerate(range(0, size, SIZE))]
    steps = iter(progress("Reading articles", range(size), size))
    found: list[tuple[int, list[Problem]]] = []
    if size >= frontmatter.FEW:
        frontmatter.ready()  # whoever is parted from this process now has it too
    for read in shared(read_batch, batches, crew.hands(size)):
        found.append((read.number, read.problems))
        yield from read.found.rows()
        for _ in islice(steps, len(batches[read.number].paths)):
            pass
    for _ in steps:
        pass
    problems += [problem for _, some in sorted(found, key=itemgetter(0)) for problem in some]


def _remembered(
    folder: str, entries: Entries, known: Mapping[str, Row], read: Mapping[str, Row], begun: int
) -> Iterator[Row]:
    """What is to be remembered of a folder, some of which was read after `begun`."""
    for name, of in entries:
        if row := known.get(name):
            yield row
        elif of and (row := read.get(f"{folder}/{name}")):
            yield Row(name, of if quiet.settled(of, begun) else None, row.card)


SIZE = 256  # articles in a batch


class Batch(NamedTuple):
    """Articles to be read. Batches have numbers, as they may be done in any order."""

    number: int
    root: str
    settings: SiteConfig
    paths: Sequence[str]


class Read(NamedTuple):
    number: int
    found: Folder
    problems: list[Problem]


def read_batch(batch: Batch) -> Read:
    """One that is broken becomes a problem; the others go on. Each step of all before the next one, which takes four
    fifths of the time that article after article takes."""
    problems: list[Problem] = []
    texts: list[tuple[str, str]] = []
    heads: list[tuple[Head, str]] = []
    for path in batch.paths:
        with _collect(problems, path):
            texts.append((path, text(f"{batch.root}/{path}")))
    for path, content in texts:
        with _collect(problems, path):
            heads.append(parse.article(path, content, batch.settings))
    named = rules(batch.settings)
    rows = [Row("", None, card_of(head, named, refused)) for head, refused in heads]
    return Read(batch.number, Folder.of(whole=False, rows=rows), problems)


def released(root: Path) -> tuple[Released, ...]:
    """The addresses at which articles were released. Raises ConfigError with the line of one that cannot be read."""
    path = root / ADDRESSES
    return _released(str(path), files.stamp(path))


@lru_cache(maxsize=1)  # in a preview it is asked for with each edit
def _released(path: str, stamp: tuple[int, ...]) -> tuple[Released, ...]:
    return moved.parse(text(path)) if stamp else ()


def _standing(root: Path, problems: list[Problem]) -> Iterator[Standing]:
    for name in files.names(root / PAGES):
        if _is_markdown(name):
            path = f"{PAGES}/{name}"
            with _collect(problems, path):
                yield parse.standing(path, text(f"{root}/{path}"))


def _is_markdown(name: str) -> bool:
    return name.lower().endswith((".md", ".markdown"))


class _collect:  # noqa: N801 - it is used as a function; two generators would cost as much as opening the file
    """An error about one file becomes a problem; the other files go on."""

    __slots__ = ("_path", "_problems")

    def __init__(self, problems: list[Problem], path: str) -> None:
        self._problems, self._path = problems, path

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, BackfileError):
            return False
        try:
            with located(Location(self._path)):
                raise error
        except ItemError as item:
            self._problems.append(Problem(item.message, item.location))
        return True


def _link_problem(path: Path) -> Problem:
    return Problem("is a link and was not followed — put the file itself here", Location(path.as_posix()))
