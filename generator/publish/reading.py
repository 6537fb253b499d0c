"""content/ → articles and standing pages, and which articles changed since the last build. Effects: reads.

A file whose numbers are what they were (size, times, inode) is not read: its card stands in the build's memory, those
of a folder together. A file with anything wrong about it is remembered nowhere; it is read, and
complained of, each time.
"""

import marshal
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import NamedTuple

from generator import files, quiet
from generator.errors import BackfileError, ItemError, Location, Problem, located
from generator.files import Numbers
from generator.fingerprint import digest
from generator.model import SiteConfig
from generator.progress import Progress, silent
from generator.publish import parse
from generator.publish.cards import card_of
from generator.publish.edition import published, shown
from generator.publish.model import Card, Standing
from generator.publish.topics import Rules
from generator.quiet import Entries, Survey
from generator.store import Reader
from generator.unchanged import FOLDERS

ARTICLES, PAGES, *_OTHERS = FOLDERS


class Row(NamedTuple):
    """An article as it is remembered. `numbers`: of its file, None = it may change once more without a trace;
    `content`: a digest of what it says."""

    name: str
    numbers: Numbers | None
    content: str
    card: Card


@dataclass(frozen=True, slots=True)
class Folder:
    """What is remembered of a folder. `whole`: nothing else stands there that would have to be looked at."""

    whole: bool = False
    rows: tuple[Row, ...] = ()

    def packed(self) -> bytes:
        return marshal.dumps((self.whole, [(*row[:-1], tuple(row.card)) for row in self.rows]))

    @classmethod
    def unpacked(cls, kept: bytes | None) -> "Folder":
        if kept is None:
            return cls()
        whole, rows = marshal.loads(kept)
        return cls(whole, tuple([Row(name, of, content, Card._make(card)) for name, of, content, card in rows]))


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in content/: articles that can be read, standing pages, and what is wrong with the rest.

    gone, came  the articles that changed: as they were, and as they are
    folders     what to remember of each folder that changed; None = it is there no more
    """

    articles: tuple[Card, ...]
    standing: tuple[Standing, ...]
    problems: tuple[Problem, ...]
    gone: tuple[Card, ...] = ()
    came: tuple[Card, ...] = ()
    folders: tuple[tuple[str, Folder | None], ...] = ()

    def with_drafts(self) -> "Scan":
        """The same with drafts as if they were published."""
        articles, gone, came = (tuple(map(published, some)) for some in (self.articles, self.gone, self.came))
        standing = tuple(map(shown, self.standing))
        return replace(self, articles=articles, standing=standing, gone=gone, came=came)


def scan(root: Path, settings: SiteConfig, seen: Survey, memory: Reader | None, progress: Progress = silent) -> Scan:
    """Read every article and standing page. One that is broken becomes a problem; the others go on.

    `seen`: what stands in content/, with the entries of the folders that changed; `memory`: where folders are
    remembered as they were under these settings, None = nowhere.
    """
    problems = [_link_problem(path.relative_to(root)) for name in FOLDERS[1:] for path in files.links(root / name)]
    before = {name: Folder.unpacked(memory.row(name)) for name in memory.rows(ARTICLES)} if memory else {}
    here = _folders(root, seen)
    due = dict(_due(here, seen, before))
    size = sum(map(len, due.values()))
    steps = iter(progress("Reading articles", range(size), size))
    reader = _Articles(root, settings, problems, steps)
    after = {name: reader.folder(name, before.get(name, Folder()), entries) for name, entries in due.items()}
    for _ in steps:
        pass
    now = {name: before[name] for name in here if name not in after} | after
    lost = {name: None for name in before if name not in now}
    articles = tuple([row.card for name in sorted(now) for row in now[name].rows])
    for card in (card for card in articles if card.refused):
        problems.append(Problem(f"{card.refused}; its text is shown as it is written", Location(card.path)))
    touched = [*after, *lost]
    old, new = (
        {row.card.path: (row.content, row.card) for name in touched for row in some.get(name, Folder()).rows}
        for some in (before, now)
    )
    pages = tuple(_standing(root, problems))
    return Scan(
        articles,
        pages,
        tuple(problems),
        gone=tuple([one[1] for path, one in old.items() if new.get(path) != one]),
        came=tuple([one[1] for path, one in new.items() if old.get(path) != one]),
        folders=(*after.items(), *lost.items()),
    )


def _folders(root: Path, seen: Survey) -> dict[str, str]:
    """The folders of articles, as the archive calls them and as the survey does; hidden ones are left out."""
    base = str(root / ARTICLES)
    found = {name: f"{ARTICLES}{name.removeprefix(base)}" for name in seen.folders if below(name, base)}
    return {here: name for name, here in found.items() if "/." not in here}


def below(name: str, folder: str) -> bool:
    """Whether this is the folder, or one below it."""
    return f"{name}/".startswith(f"{folder}/")


def _due(here: Mapping[str, str], seen: Survey, before: Mapping[str, Folder]) -> Iterator[tuple[str, Entries]]:
    """The folders of which something has to be looked at, and what stands there."""
    for name, path in here.items():
        entries = seen.changed.get(path)
        if entries is not None:
            yield name, entries
        elif name not in before or not before[name].whole:
            yield name, next(files.numbers([Path(path)]))[1]


class _Articles:
    """Reads the articles of one folder after the other. `steps` is told of each file."""

    def __init__(self, root: Path, settings: SiteConfig, problems: list[Problem], steps: Iterator[int]) -> None:
        self._root = root
        self._settings = settings
        self._rules = Rules(settings)
        self._problems = problems
        self._steps = steps
        self._now = time.time_ns()

    def folder(self, folder: str, before: Folder, entries: Entries) -> Folder:
        wrong = len(self._problems)
        known = {row.name: row for row in before.rows}
        rows = []
        for name, of in entries:
            next(self._steps)
            if of and (row := self._row(folder, name, of, known.get(name))):
                rows.append(row)
        return Folder(len(self._problems) == wrong, tuple(rows))

    def _row(self, folder: str, name: str, of: Numbers, known: Row | None) -> Row | None:
        if known and known.numbers == of:
            return known
        path = f"{folder}/{name}"
        if S_ISLNK(of[0]):
            self._problems.append(_link_problem(Path(path)))
        if not S_ISREG(of[0]) or name.startswith(".") or not _is_markdown(name):
            return None
        with _collect(self._problems, path):
            content = files.text(f"{self._root}/{path}")
            head, refused = parse.article(path, content, self._settings)
            sure = of if quiet.settled(of, self._now) else None
            return Row(name, sure, digest(content), card_of(head, self._rules, refused))
        return None


def _standing(root: Path, problems: list[Problem]) -> Iterator[Standing]:
    for name in files.names(root / PAGES):
        if _is_markdown(name):
            path = f"{PAGES}/{name}"
            with _collect(problems, path):
                yield parse.standing(path, files.text(f"{root}/{path}"))


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
