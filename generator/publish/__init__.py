"""Publish: content/articles/*.md → output/. The shell around the pure middle.

look → scan → index → which pages → (render, write) in batches → prune → remember
"""

import marshal
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from generator import files, quiet, rooms, site
from generator.errors import MachineError, Problem
from generator.fingerprint import digest
from generator.later import later
from generator.model import SiteConfig, Trace
from generator.progress import Progress, silent
from generator.publish import album, crew, hosts, kept, layouts, pictures
from generator.publish.album import Looked
from generator.publish.changes import Changes
from generator.publish.copies import assets, named
from generator.publish.crew import Crew
from generator.publish.edition import Edition, chrome, dressed, edition, media_of, pictured, public, report
from generator.publish.explained import Explained, of_copy, of_none, of_page, of_smaller
from generator.publish.hosts import limits
from generator.publish.layouts import Layouts
from generator.publish.model import Archive, Sights
from generator.publish.output import Output, Shelf
from generator.publish.pages import first_pages, page_at, stages_of
from generator.publish.press import Matter, with_pictures
from generator.publish.reading import ARTICLES, Folder, Recalled, Scan, released, scan
from generator.publish.scope import Scope, keep, recall, remembers, scope
from generator.publish.sources import Sources
from generator.publish.traces import inputs
from generator.publish.watch import Watch, slowest
from generator.publish.work import NO_PAGE, Bench, Made, Maker, laid_out, make, parted
from generator.report import Options, Report
from generator.rings import growing
from generator.rooms import theme
from generator.store import Reader, Store
from generator.tongue import ENGLISH, Tongue
from generator.unchanged import Look, known, look, memory_of, refuse, remembered

if TYPE_CHECKING:
    import tempfile
else:  # only to try what would be done
    tempfile = later("tempfile")

__all__ = ["Options", "Report", "run"]


def run(  # noqa: PLR0913, PLR0917 - what to build, how, and who watches
    root: Path,
    output: Path,
    options: Options = Options(),
    progress: Progress = silent,
    waiting: Callable[[], None] = lambda: None,
    seen: Look | None = None,
) -> Report:
    """Build the site. Raises UsageError for an output that would spoil the archive, ConfigError and MachineError;
    anything about one article is a problem in the report. `seen`: what was looked at already, with these options."""
    refuse(root, output)
    with nullcontext() if options.dry_run else rooms.alone(root, waiting):
        if not seen or not seen.holds():  # another build went before, and was waited for
            seen = look(root, output, options)
        return seen.report(options) or _Build(root, output, options, progress, seen).run()


def read(root: Path, progress: Progress = silent, copied: Collection[str] = (), tongue: Tongue = ENGLISH) -> Archive:
    """The archive as it would be published, drafts left out. `copied`: addresses of files, pictures among them."""
    settings = site.load(root)
    with growing():
        seen = memory_of(root, root / "output")
        survey = quiet.survey([root / ARTICLES], known(quiet.recall(remembered(seen)), seen), doubt=True)
        scanned = scan(root, settings, survey, recall(seen, settings), progress)
        scanned, _ = scanned.at(time.time())
        head = Sources(root, settings).head
        return edition(scanned.articles, head, scanned.standing, settings, copied, tongue, released(root)).archive


def explain(root: Path, addresses: Sequence[str]) -> Explained | None:
    """The first of these addresses that has a page, or had one: what a build would take for it now, beside what the
    last one took. None where there is nothing of ours."""
    looks = looks_of(root, site.load(root))
    copied, _ = assets(root, looks)
    sights = album.sights(album.look(album.of(copied), album.remembered(root)).known)
    copied = album.with_copies(copied, sights)
    archive = replace(read(root, copied=copied, tongue=looks.tongue), pictures=sights)
    shelf, made = Shelf(str(root / "output"), ()), _traces(memory_of(root, root / "output"), addresses)
    for path in addresses:
        trace, page = made.get(path), page_at(archive, path)
        if path in copied:
            source, stat = Path(copied[path]), shelf.stat(path)
            if smaller := pictures.smaller(path, sights, copied):
                return of_smaller(path, named(root, source), album.stamp(*smaller), trace, stat)
            content = dressed(path, files.read(source), archive.site)
            return of_copy(path, named(root, source), sha256(content).hexdigest(), trace, stat)
        if page:
            page = with_pictures(page, Sources(root, archive.site), archive) if page.body_of else page
            now = inputs(
                page,
                looks.digest(page.template),
                digest(chrome(archive.site, archive.tongue, copied)),
                program_digest(),
            )
            return of_page(archive, page, now, trace, shelf.stat(path))
        if trace:
            return of_none(path, trace, shelf.stat(path))
    return None


def _traces(memory: Path, addresses: Sequence[str]) -> dict[str, Trace]:
    """What the last build made of these. A memory that cannot be read is none, and so it is to the next build."""
    with suppress(MachineError, ValueError), Reader(memory) as reader:
        return reader.traces(addresses)
    return {}


class _Build:
    """One build, of what was seen."""

    def __init__(self, root: Path, output: Path, options: Options, progress: Progress, seen: Look) -> None:
        self._root = root
        self._output = output
        self._options = options
        self._progress = progress
        self._seen = seen
        self._memory: Path | None = None
        self._watch = Watch()
        self._spell = (-inf, inf)
        self._program = ""
        self._settings = site.load(root)
        self._sources = Sources(root, self._settings)
        self._looks = looks_of(root, self._settings)
        self._assets, self._misnamed = assets(root, self._looks)
        self._copied: Mapping[str, str] = self._assets  # but for what only hidden articles name, once they are read
        self._album = Looked({})
        self._sights: Sights = {}

    def run(self) -> Report:
        if self._options.dry_run:
            return self._tried()
        with (
            Store.at(self._seen.memory, sound=self._seen.sound()) as store,
            self._hired(store) as hands,  # who reads the store ends before it is closed
        ):
            if self._options.verify:
                store.forget_rows()
            scanned, whole, said = self._read(store, hands)
            if said.stopped:
                return replace(said, pages=self._size(whole.archive))
            pages = scope(self._root, self._seen, scanned, whole, self._copied, store)
            self._watch.stage("finding what changed")
            quiet.forget(remembered(self._seen.memory))
            changes = Changes(self._seen.memory)
            changes.begin()
            target = Output(self._output, store)
            made = self._make(target, whole.archive, pages, hands)
            self._watch.stage("making pages")
            keep(store, scanned, whole, self._settings)
            store.keep_row(_PROGRAM, marshal.dumps((quiet.program(), self._program)))
            if store.row(album.ROW) != (known := album.packed(self._album.known)):
                store.keep_row(album.ROW, known)
            if (compiled := self._looks.packed()) is not None:
                store.keep_row(_LAYOUTS, compiled)
            moving = not pages.everything and scanned.gone != scanned.came
            kept.keep(store, scanned, whole, said, moving=moving)
            target.finish(made.none, scanned.blind)
            changes.finish(made.written, target.removed, target.sent, store.sizes)
            over = self._passed(whole.archive, store)
            left = quiet.again(self._output, self._seen.built, {*made.written, *target.removed}, store.left)
        self._watch.stage("writing down what was made")
        said = self._told(said, made, target, pages)
        said = replace(said, problems=(*said.problems, *over))
        if not (scanned.blind or any(problem.fatal for problem in (*made.problems, *target.problems))):
            self._remember(said, left)
        self._watch.stage("looking at what was left")
        return replace(said, stages=self._watch.stages, slowest=slowest(made.times))

    def _passed(self, archive: Archive, store: Store) -> tuple[Problem, ...]:
        """What the host does not take of it."""
        host = self._settings.host
        if host not in limits.LIMITS:
            return ()
        weight = limits.Weight(*store.weight())
        weight = weight._replace(files=weight.files + 1)  # the manifest
        return limits.passed(
            host, weight, hosts.rules(host, [one for one in archive.moved.values() if one.to]), store.sizes
        )

    def _hired(self, store: Store) -> AbstractContextManager[Crew]:
        """Where nothing is remembered, nobody has to look it up."""
        self._memory = self._seen.memory if any(store.outputs()) else None
        return crew.hired(self._options.jobs or 0, apart=self._memory is not None)

    def _told(self, said: Report, made: Made, target: Output, pages: Scope) -> Report:
        last = self._seen.last.report
        every = made.pages - len(self._copied)
        return replace(
            said,
            pages=every if pages.everything or not last else last.pages + target.gained(made.none, self._assets),
            made=target.made,
            written=len(made.written),
            removed=len(target.removed),
            sent=target.sent,
            problems=tuple(dict.fromkeys((*said.problems, *made.problems, *target.problems))),
        )

    def _tried(self) -> Report:
        """What would be done, and why; nothing is written but a copy of the memory, elsewhere."""
        with tempfile.TemporaryDirectory(prefix="backfile-") as folder:
            memory = Path(folder, "state.db")
            if self._seen.memory.is_file():
                memory.write_bytes(files.read(self._seen.memory))
            with Store.at(memory, sound=self._seen.sound()) as store:
                scanned, whole, said = self._read(store)
                pages = scope(self._root, self._seen, scanned, whole, self._copied, store)
                planned = [*pages.articles, *pages.lists]
                with closing(Maker(self._bench(whole.archive, memory))) as maker:
                    would = maker.tried(planned)
                gone = sorted(set(store.paths()).difference(planned)) if pages.everything else ()
        would += [(path, NO_PAGE) for path in gone]
        return replace(said, pages=self._size(whole.archive), would=tuple(would))

    def _size(self, archive: Archive) -> int:
        """How many pages there are to make."""
        return sum(path not in self._copied for stage in stages_of(archive) for path in stage)

    def _read(self, memory: Reader, hands: Crew = Crew()) -> tuple[Scan, Edition, Report]:
        """What stands in content/, what is published of it, and what there is to say so far."""
        self._program = _program(memory)
        self._looks.recall(quiet.program(), memory.row(_LAYOUTS))
        self._look_at_pictures(memory, hands)
        with growing():
            before = Recalled(memory) if remembers(memory, self._settings) else {}
            scanned, whole, said = self._same(memory, before) or self._all(before, hands)
        wrong = self._options.strict and any(problem.fatal for problem in said.problems)
        return scanned, whole, replace(said, stopped=wrong)

    def _look_at_pictures(self, memory: Reader, hands: Crew) -> None:
        if there := album.of(self._assets):
            before, still = album.recalled(memory.row(album.ROW)), album.still(self._root, self._seen)
            self._album = album.look(there, before, hands, self._progress, still=still)
            self._sights = album.sights(self._album.known)
            self._copied = self._assets = album.with_copies(self._assets, self._sights)
            self._watch.stage("looking at pictures")

    def _same(self, memory: Reader, before: Mapping[str, Folder]) -> tuple[Scan, Edition, Report] | None:
        """Of articles that kept their places, as in an edition that is remembered; None where more changed."""
        scanned = kept.unmoved(self._root, self._settings, self._seen, self._options, before)
        if scanned is None:
            return None
        media = frozenset(media_of(self._copied))
        archive = partial(Archive, site=self._settings, read=self._sources.head, media=media, tongue=self._looks.tongue)
        found = kept.recalled(scanned, partial(archive, pictures=self._sights), memory, before)
        self._spell = self._seen.last.spell
        self._watch.stage("reading articles")
        return found and (scanned, *found)

    def _all(self, before: Mapping[str, Folder], hands: Crew) -> tuple[Scan, Edition, Report]:
        scanned = scan(self._root, self._settings, self._seen.sources, before, self._progress, hands)
        scanned, schedule = scanned.shown(self._seen.now, drafts=self._options.drafts)
        self._spell = schedule.shown, schedule.due
        self._watch.stage("reading articles")
        whole = edition(
            scanned.articles,
            self._sources.head,
            scanned.standing,
            self._settings,
            self._copied,
            self._looks.tongue,
            released(self._root),
        )
        whole = pictured(whole, self._sights)
        self._copied = public(self._copied, scanned.articles, self._sights)
        self._watch.stage("putting them in order")
        said = report(scanned.articles, whole)
        wrong = (*self._misnamed, *self._album.problems, *pictures.problems(self._sights))
        return scanned, whole, replace(said, problems=(*scanned.problems, *wrong, *said.problems))

    def _make(self, target: Output, archive: Archive, pages: Scope, hands: Crew) -> Made:
        """Walk the plan: what holds is kept, what does not is rendered and written."""
        if pages.everything:
            try_on(self._looks, archive)  # a broken layout is found before anything is written
        planned = [*pages.articles, *pages.lists]
        foreign = target.begin(planned, everything=pages.everything)
        doubted = frozenset(planned) if self._options.verify else pages.doubted
        bench = self._bench(archive, self._memory, foreign, doubted)
        scaled, first = parted(bench, pages.articles)
        size = len(planned) + album.WEIGHT * len(target.new.intersection(scaled))
        hands.renew()
        batches: list[Made] = []

        def steps(spool: str) -> Iterator[int]:
            """Batch after batch, a step for each of its pages. No list may lead to an article not there yet."""
            others = hands.hands(size)
            for stage, most in ((scaled, album.SIZE), (first, BATCH), (pages.lists, BATCH)):
                for made in crew.shared(make, _batches(spool, stage, hands.jobs, most), others):
                    target.keep(made.traces, frozenset(made.written), made.bodies)
                    batches.append(made._replace(traces=(), bodies=()))
                    yield from range(made.pages)

        spool = self._seen.memory.with_suffix(".spool")
        with laid_out(bench, spool, shared=not hands.twins and hands.hands(size) is not None) as name:
            try:
                for _ in self._progress("Building pages", steps(name), size):
                    pass
            except BaseException:
                with suppress(MachineError):
                    target.pause()
                raise
        return Made.of(batches)

    def _bench(
        self,
        archive: Archive,
        memory: Path | None,
        foreign: frozenset[str] = frozenset(),
        doubted: frozenset[str] = frozenset(),
    ) -> Bench:
        return Bench(
            matter(self._sources, archive, self._looks, self._copied, self._program),
            output=str(self._output),
            memory=memory,
            foreign=foreign,
            profile=self._options.profile,
            doubted=doubted,
        )

    def _remember(self, said: Report, left: Mapping[str, str]) -> None:
        """What was seen and what was left, so that the next build can tell what has changed."""
        seen = self._seen
        now = quiet.Last(seen.settled, seen.sources.folders, left, files.stamp(seen.memory), said, self._spell)
        quiet.remember(remembered(seen.memory), now)


def matter(sources: Sources, archive: Archive, looks: Layouts, copied: Mapping[str, str], program: str = "") -> Matter:
    """What pages are made of, by this `program`."""
    site = chrome(archive.site, looks.tongue, copied)
    return Matter(sources, archive, looks, site, copied, program or program_digest())


def looks_of(root: Path, settings: SiteConfig) -> Layouts:
    """Raises ConfigError, MachineError."""
    return layouts.load((root / "layouts", theme()), settings.language)


def recall_layouts(looks: Layouts, memory: Path) -> None:
    """What the last build made of them need not be made again."""
    kept = None
    with suppress(MachineError, ValueError), Reader(memory) as reader:
        kept = reader.row(_LAYOUTS)
    looks.recall(quiet.program(), kept)


def try_on(looks: Layouts, archive: Archive) -> None:
    """Make one page of each type. Raises ConfigError for a layout that is broken."""
    for page in first_pages(archive):
        looks.render(page, chrome(archive.site, looks.tongue), "")


BATCH = 128  # pages


def _batches(spool: str, pages: Sequence[str], jobs: int, most: int) -> Iterator[tuple[str, Sequence[str]]]:
    size = min(most, len(pages) // (4 * jobs) + 1)
    return ((spool, pages[at : at + size]) for at in range(0, len(pages), size))


@cache
def program_digest() -> str:
    """The half of this program that makes pages, and its libraries: another version builds every page again. To read
    all of them takes a fifth of the time that it takes to ask for their versions."""
    libraries = map(files.library, ("markdown", "jinja2", "markupsafe", "nh3"))
    return digest((files.program("publish"), *libraries, files.opening("babel")))


_PROGRAM, _LAYOUTS = "program", "layouts"  # names of rows


def _program(memory: Reader) -> str:
    """The same as the last build found it, where the files have the numbers that they had: it reads none of them."""
    row = memory.row(_PROGRAM)
    numbers, said = marshal.loads(row) if row else ("", "")
    return str(said) if numbers == quiet.program() else program_digest()
