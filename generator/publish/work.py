"""The making of pages, in this process or in others beside it: a batch of addresses → their files. Effects.

Whoever makes pages has the whole `Bench`: it travels once, in a file of its own, and batches name addresses only.
"""

import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple, TypeVar

from generator import files, rings
from generator.errors import ItemError, Location, Problem, located
from generator.fingerprint import digest
from generator.model import Trace
from generator.publish import album, pictures, sources, traces
from generator.publish.album import Enlarger
from generator.publish.edition import dressed
from generator.publish.model import Sight
from generator.publish.output import Shelf
from generator.publish.pages import article
from generator.publish.press import Matter, Press
from generator.store import Reader
from generator.views import Page

Of = TypeVar("Of")
Inputs = tuple[str, ...]
AT_ONCE = 64  # pages of which a step is done before the next one


@dataclass(frozen=True, slots=True)
class Bench:
    """All that pages are made of, and where to.

    output        the folder of the site
    memory        where the traces of the last build are; None = there are none
    foreign       addresses at which a file of somebody else's stands
    doubted       addresses whose files hold if their bytes do: size and time are not enough
    """

    matter: Matter
    output: str
    memory: Path | None
    foreign: frozenset[str]
    profile: bool = False
    doubted: frozenset[str] = frozenset()


class Made(NamedTuple):
    """What became of a batch of `pages`. `traces` of what was made anew; of it `written` were other bytes than before;
    `none`: addresses that have no page (any more); `times`: (layout, address, seconds), for a profile; `bodies`: what
    to keep of those that need Python-Markdown, (address, digest of its source, html), no html = nothing any more."""

    pages: int
    traces: tuple[tuple[str, Trace], ...]
    written: tuple[str, ...]
    none: tuple[str, ...]
    problems: tuple[Problem, ...]
    times: tuple[tuple[str, str, float], ...] = ()
    bodies: tuple[tuple[str, str, str | None], ...] = ()

    @classmethod
    def of(cls, batches: Sequence["Made"]) -> "Made":
        """All of them in one."""
        return cls(
            sum([one.pages for one in batches]),
            tuple([trace for one in batches for trace in one.traces]),
            tuple([path for one in batches for path in one.written]),
            tuple([path for one in batches for path in one.none]),
            tuple([problem for one in batches for problem in one.problems]),
            tuple([time for one in batches for time in one.times]),
        )


@dataclass(slots=True)
class _Tally:
    """The same while it grows."""

    traces: list[tuple[str, Trace]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    none: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    times: list[tuple[str, str, float]] = field(default_factory=list)
    bodies: list[tuple[str, str, str | None]] = field(default_factory=list)

    def made(self, pages: int) -> Made:
        return Made(
            pages,
            tuple(self.traces),
            tuple(self.written),
            tuple(self.none),
            tuple(self.problems),
            tuple(self.times),
            tuple(self.bodies),
        )


NO_PAGE = "it is no page any more"


class Maker(Press):
    """Makes the files of pages at one bench. Close it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.matter)
        self._bench = bench
        self._shelf = Shelf(bench.output, bench.foreign)
        self._enlarger = Enlarger()
        self._reader = Reader(bench.memory) if bench.memory else None
        self._old: dict[str, Trace] = {}
        self._kept: frozenset[str] = frozenset()
        self._tally = _Tally()
        self._seconds: dict[str, float] = defaultdict(float)

    def close(self) -> None:
        super().close()
        if self._reader:
            self._reader.close()

    def make(self, paths: Sequence[str]) -> Made:
        """Each page that does not hold. One that fails becomes a problem; the others go on."""
        self._old = self._traces(paths)
        self._kept = self._reader.bodied(paths) if self._reader else frozenset()
        self._tally = _Tally()
        for at in range(0, len(paths), AT_ONCE):
            self._make(paths[at : at + AT_ONCE])
        return self._tally.made(len(paths))

    def _make(self, paths: Sequence[str]) -> None:
        """Each step of all these pages before the next step: so the processor has at hand what the step needs, and is
        done in four fifths of the time that it takes for page after page."""
        archive = self._matter.archive
        self._matter.sources.hold([archive.cards[archive.at[path]] for path in paths if path in archive.at])
        article.ahead(archive, paths)
        pages = self._each(self._look, zip(paths))
        due = self._each(self._compare, pages)
        bodies = self._each(self._tell, due)
        contents = self._each(self._print, bodies)
        self._each(self._put, contents)

    def _each(self, step: Callable[..., Of | None], given: Iterable[tuple[Any, ...]]) -> list[Of]:
        """What a step makes of each of these, which begin with an address; None = it is done."""
        found = []
        for one in given:
            started = perf_counter() if self._bench.profile else 0.0
            try:
                made = step(*one)
            except ItemError as error:
                self._tally.problems.append(Problem(error.message, error.location))
                continue
            if self._bench.profile:
                self._seconds[one[0]] += perf_counter() - started
            if made is not None:
                found.append(made)
        return found

    def tried(self, paths: Sequence[str]) -> list[tuple[str, str]]:
        """Which of these would be made, or are no page any more, and why. Nothing is written."""
        old = self._traces(paths)
        found = [(path, self._why(path, old.get(path))) for path in paths]
        return [(path, said) for path, said in found if said]

    def _traces(self, paths: Sequence[str]) -> dict[str, Trace]:
        return self._reader.traces(paths) if self._reader else {}

    def _why(self, path: str, old: Trace | None) -> str:
        if path in self._matter.copied:
            smaller = self.smaller(path)
            content = album.stamp(*smaller) if smaller else self._digest(path, self._matter.copied[path])
            if old and old.inputs == (content,):
                return traces.why(old, old.inputs, self._shelf.stat(path))
            return "the file that is copied there is other" if old else "it is new"
        page = self.page(path)
        if page is None:
            return NO_PAGE if old else ""
        return traces.why(old, self.inputs(page), self._shelf.stat(path))

    def _digest(self, path: str, source: str) -> str:
        return sha256(dressed(path, files.read(source), self._matter.archive.site)).hexdigest()

    def _look(self, path: str) -> tuple[str, Page, str] | None:
        """An address → its page, and the Markdown on it. What is copied is."""
        if path in self._matter.copied:
            self._copy(path, self._matter.copied[path])
            return None
        page = self.page(path)
        if page is None:
            self._tally.none.append(path)
            return None
        return path, page, self.markdown(page)

    def _copy(self, path: str, source: str) -> None:
        if smaller := self.smaller(path):
            self._scale(path, source, *smaller)
            return
        with located(Location(source)):
            content = dressed(path, sources.read(source), self._matter.archive.site)
        self._keep(path, content, (sha256(content).hexdigest(),))

    def _scale(self, path: str, source: str, sight: Sight, width: int) -> None:
        """Only where what stands there does not hold: to open a picture takes as long as to make 50 pages."""
        inputs, old = (album.stamp(sight, width),), self._old.get(path)
        if old and traces.holds(old, inputs, self._shelf.stat(path)) and self._intact(path, old):
            return
        with located(Location(source)):
            content = self._enlarger.copy(source, sight, width)
        self._keep(path, content, inputs)

    def _compare(self, path: str, page: Page, markdown: str) -> tuple[str, Page, Inputs, str] | None:
        """Its inputs, unless what stands there holds."""
        inputs, old = self.inputs(page), self._old.get(path)
        if old and traces.holds(old, inputs, self._shelf.stat(path)) and self._intact(path, old):
            return None
        return path, page, inputs, markdown

    def _tell(self, path: str, page: Page, inputs: Inputs, markdown: str) -> tuple[str, Page, Inputs, str]:
        return path, page, inputs, self.body(page, markdown)

    def _print(self, path: str, page: Page, inputs: Inputs, body: str) -> tuple[str, str, Inputs, bytes]:
        return path, page.template, inputs, self.laid_out(page, body)

    def _put(self, path: str, layout: str, inputs: Inputs, content: bytes) -> None:
        self._keep(path, content, inputs)
        if self._bench.profile:
            self._tally.times.append((layout, path, self._seconds.pop(path)))

    def _keep(self, path: str, content: bytes, inputs: Inputs) -> None:
        trace, written = self._shelf.put(path, content, inputs)
        self._tally.traces.append((path, trace))
        if written:
            self._tally.written.append(path)

    def _intact(self, path: str, trace: Trace) -> bool:
        """Whether a file that has its size and time has its bytes too, as far as anyone doubts it."""
        if path not in self._bench.doubted:
            return True
        return sha256(files.read(f"{self._bench.output}/{path}")).hexdigest() == trace.output

    def _quick_body(self, path: str, html: str) -> str:
        """It is not kept, nor what was kept in its stead."""
        if path in self._kept:
            self._tally.bodies.append((path, "", None))
        return html

    def _slow_body(self, path: str, markdown: str) -> str:
        """As the last build kept it, if by this program, of this Markdown."""
        source = digest((self._matter.program, markdown))
        if self._reader and path in self._kept and (kept := self._reader.body(path, source)) is not None:
            return kept
        html = super()._slow_body(path, markdown)
        self._tally.bodies.append((path, source, html))
        return html


# ── Batches ──────────────────────────────────────────────────────────────────────────────────────────────────────

_makers: dict[str, Maker] = {}  # by the file in which their bench is laid out; one build has one


@contextmanager
def laid_out(bench: Bench, spool: Path, *, shared: bool) -> Iterator[str]:
    """The bench is ready to make pages at, for twins who are hired now too; `shared`: for strangers too, for whom it is
    written down. Nothing of it outlives the build."""
    name = str(spool)
    with rings.building():
        _makers[name] = Maker(bench)
        try:
            if shared:
                _lay(bench, spool)
            yield name
        finally:
            _makers.pop(name).close()
            spool.unlink(missing_ok=True)


def _lay(bench: Bench, spool: Path) -> None:
    """Straight into the file: of 100,000 articles it is 135 MB, which neither side has to hold beside the bench."""
    with files.machine(spool), open(spool, "wb") as file:
        pickle.dump(bench, file, pickle.HIGHEST_PROTOCOL)


def parted(bench: Bench, paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Of these addresses, those of smaller copies of pictures, each dear to make, and the others."""
    archive, copied = bench.matter.archive, bench.matter.copied
    dear = {path for path in paths if pictures.smaller(path, archive.pictures, copied)} if archive.pictures else set()
    return [path for path in paths if path in dear], [path for path in paths if path not in dear]


def make(task: tuple[str, Sequence[str]]) -> Made:
    """A batch of addresses, at the bench that is laid out in a file."""
    spool, paths = task
    if spool not in _makers:
        _makers[spool] = _taken(spool)
    return _makers[spool].make(paths)


def _taken(spool: str) -> Maker:
    """In another process, with the first batch."""
    with files.machine(spool), open(spool, "rb") as file:
        bench = pickle.load(file)
    rings.kept()
    return Maker(bench)
