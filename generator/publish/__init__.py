"""Publish: content/articles/*.md → output/. The shell around the pure middle.

scan → index → plan → compare → render → write → prune → remember
"""

import gc
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator import files, quiet, site, unchanged
from generator.errors import BackfileError, ItemError, Location, MachineError, Problem, located
from generator.fingerprint import digest
from generator.model import SiteConfig
from generator.progress import Progress, silent
from generator.publish import crew, layouts, parse, urls
from generator.publish.archive import of_cards
from generator.publish.cards import Filed, card_of, packed
from generator.publish.layouts import Layouts
from generator.publish.model import Archive, Standing
from generator.publish.output import Output
from generator.publish.pages import first_pages, page_at, paths, stages_of
from generator.publish.topics import Rules
from generator.publish.work import Bench, begin, laid_out, make
from generator.report import Options, Report
from generator.rooms import theme
from generator.store import Store
from generator.text import direction
from generator.unchanged import Look, look, refuse, remembered
from generator.views import Chrome, Link

__all__ = ["Options", "Report", "run"]


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in content/: articles that can be read, standing pages, and what is wrong with the rest."""

    articles: tuple[Filed, ...]
    standing: tuple[Standing, ...]
    problems: tuple[Problem, ...]


def scan(root: Path, settings: SiteConfig, progress: Progress = silent) -> Scan:
    """Read every article and standing page. One that is broken becomes a problem; the others go on."""
    found: list[Filed] = []
    pages: list[Standing] = []
    problems = [_link_problem(root, path) for folder in unchanged.FOLDERS for path in files.links(root / folder)]
    articles = _markdown(root, "content/articles")
    rules = Rules(settings)
    for n, path in enumerate(progress("Reading articles", articles, len(articles)), 1):
        if n % _SETTLED == 0:
            gc.freeze()
        with _collect(problems, path):
            head, refused = parse.article(path, files.text(f"{root}/{path}"), settings)
            found.append(Filed(card_of(head, rules, refused), packed(head)))
            if refused:
                problems.append(Problem(f"{refused}; its text is shown as it is written", Location(path)))
    for path in _markdown(root, "content/pages"):
        with _collect(problems, path):
            pages.append(parse.standing(path, files.text(root / path)))
    return Scan(tuple(found), tuple(pages), tuple(problems))


# Cards stay to the end and make no rings, but the collector would look through all of them again and again: 70 of 230
# µs an article. What is young is still looked through, for Markdown and errors do make rings.
_SETTLED = 1000


def archive_of(
    scan: Scan, settings: SiteConfig, copied: Collection[str] = (), *, drafts: bool = False
) -> tuple[Archive, tuple[Problem, ...]]:
    """The archive of what was read, and what stands in the way of the rest: ids and addresses claimed twice.

    `copied` are the addresses of files that are copied as they are; with `drafts`, drafts count as published.
    """
    articles, twins = _distinct([_published(one) for one in scan.articles] if drafts else scan.articles)
    shown = [page for page in scan.standing if drafts or page.meta.status == "published"]
    claims = urls.Claims(copied)
    standing, taken = claims.claim(shown)
    hidden = [one for one in articles if one.card.status == "draft"]
    claiming = [one.card for one in articles if one.card.status != "draft"]
    collisions: tuple[Problem, ...] = ()
    if not urls.apart([card.claim for card in claiming], [*copied, *(page.url for page in standing)]):
        claimed, collisions = claims.claim(claiming)
        kept = {card.path for card in claimed}
        articles = [*(one for one in articles if one.card.path in kept), *hidden]
    archive = of_cards(articles, settings, standing, [path for path in copied if path.startswith("media/")])
    doubts = tuple(Problem(said, fatal=False) for said in archive.chains.problems)
    return archive, (*twins, *taken, *collisions, *doubts, *_dead_ends(archive, copied))


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
    with nullcontext() if options.dry_run else files.lock(root / ".backfile" / "lock", waiting):
        return _run(root, output, options, progress, seen)


def _run(root: Path, output: Path, options: Options, progress: Progress, seen: Look | None) -> Report:
    settings = site.load(root)
    if not seen or not seen.holds():  # another build went before, and was waited for
        seen = look(root, output, options)
    if known := seen.report(options):
        return known
    memory, last = seen.memory, seen.last
    looks = layouts.load((root / "layouts", theme()))
    scanned = scan(root, settings, progress)
    copied = assets(root, looks)
    archive, collisions = archive_of(scanned, settings, copied, drafts=options.drafts)
    report = _counted(scanned, archive, copied, options)
    report = replace(report, problems=(*scanned.problems, *collisions), unused=_unused(settings, scanned.articles))
    if options.strict and any(problem.fatal for problem in report.problems):
        return replace(report, stopped=True)
    if options.dry_run:
        return report
    quiet.forget(remembered(memory))
    with Store.at(memory, sound=last.store != () and files.stamp(memory) == last.store) as store:
        done = _write(root, Output(output, store), looks, archive, copied, memory, options, progress)
    report = replace(report, written=done.written, removed=done.removed, problems=(*report.problems, *done.problems))
    if not any(problem.fatal for problem in done.problems):
        left = quiet.survey([output], {}, doubt=False).folders
        now = quiet.Last(seen.settled, seen.sources.folders, left, files.stamp(memory), report)
        quiet.remember(remembered(memory), now)
    return report


def _counted(scanned: Scan, archive: Archive, copied: Collection[str], options: Options) -> Report:
    return Report(
        articles=len(archive.cards),
        undated=len(archive.cards) - archive.dated,
        drafts=0 if options.drafts else sum(one.card.status == "draft" for one in scanned.articles),
        withdrawn=len(archive.tombstones),
        wanted=len(archive.chains.wanted),
        pages=sum(path not in copied for path in paths(archive)),
        unknown_fields=_unknown_fields(scanned.articles),
    )


def read(root: Path, progress: Progress = silent) -> Archive:
    """The archive as it would be published, drafts left out."""
    settings = site.load(root)
    return archive_of(scan(root, settings, progress), settings)[0]


def chrome(settings: SiteConfig) -> Chrome:
    """What every page shows of the site: from site.yaml alone, so that no article can change every page."""
    doors = [Link("index.html", "Front page"), Link("tags/index.html", "Tags")]
    return Chrome(
        title=settings.title,
        tagline=settings.tagline,
        url=settings.url,
        language=settings.language,
        dir=direction(settings.language),
        description=settings.description,
        publisher=settings.publisher,
        license=settings.license,
        contact=settings.contact,
        logo=settings.logo,
        footer=settings.footer,
        accent=settings.accent,
        menu=tuple(Link(_target(item.to), item.title) for item in settings.menu) or tuple(doors),
    )


def _target(to: str) -> str:
    """Where a line of the menu leads: `tags/` is `tags/index.html`, an address on the web stays as it is."""
    if _WEB.match(to):
        return to
    path = to.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

_WEB = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def _markdown(root: Path, folder: str) -> list[str]:
    found = (name for name in files.names(root / folder) if name.lower().endswith((".md", ".markdown")))
    return [f"{folder}/{name}" for name in found]


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


def _link_problem(root: Path, path: Path) -> Problem:
    where = Location(path.relative_to(root).as_posix())
    return Problem("is a link and was not followed — put the file itself here", where)


def _distinct(articles: Sequence[Filed]) -> tuple[Sequence[Filed], list[Problem]]:
    """Articles whose ids differ; of two with one id, the smaller path keeps it."""
    if len({one.card.id for one in articles}) == len(articles):
        return articles, []
    owners: dict[str, Filed] = {}
    problems = []
    for one in sorted(articles, key=lambda one: one.card.path):
        owner = owners.setdefault(one.card.id, one)
        if owner is not one:
            said = f"has the same id as {owner.card.path} and no page — remove one of the two, or its id: line"
            problems.append(Problem(said, Location(one.card.path)))
    return list(owners.values()), problems


def _published(one: Filed) -> Filed:
    return one._replace(card=one.card._replace(status="published")) if one.card.status == "draft" else one


def _unknown_fields(articles: Iterable[Filed]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(name for one in articles for name in one.card.extra).items()))


def _unused(settings: SiteConfig, articles: Iterable[Filed]) -> tuple[str, ...]:
    """What is understood and kept, but not acted on yet."""
    aliases = any(one.card.aliases for one in articles)
    return (*(f"site.yaml: {key}" for key in settings.unused), *(["front matter: aliases"] if aliases else ()))


def _dead_ends(archive: Archive, copied: Collection[str]) -> Iterator[Problem]:
    """What a person named and is not there: pictures, a logo, targets of the menu."""
    for card in archive.cards:
        for image in card.images:
            if urls.picture(image) not in archive.media:
                said = f"the picture {image!r} is not in content/media — put it there, or take the line out"
                yield Problem(said, Location(card.path), fatal=False)
    settings = archive.site
    for name, target in (*((item.title, _target(item.to)) for item in settings.menu), ("logo", settings.logo)):
        path = target.partition("#")[0]
        if target and not _WEB.match(target) and path not in copied and not page_at(archive, path):
            yield Problem(f"{name}: there is no {target!r} in this site", Location(site.NAME), fatal=False)


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is copied as it is: `path` in the output, `source` on the disk."""

    path: str
    source: Path


def assets(root: Path, looks: Layouts) -> dict[str, str]:
    """Address → file, of what is copied: the theme's own files, then the archive's pictures and static files, which may
    replace them."""
    found = {path: str(source) for path, source in looks.assets()}
    for folder, prefix in (("content/media", "media/"), ("content/static", "")):
        for name in files.names(root / folder, hidden=True):
            found[prefix + name] = f"{root}/{folder}/{name}"
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Done:
    """What writing came to: how many files were written and removed, and what could not be."""

    written: int
    removed: int
    problems: tuple[Problem, ...]


def _write(  # noqa: PLR0913, PLR0917 - what is written, with what, and where
    root: Path,
    target: Output,
    looks: Layouts,
    archive: Archive,
    copied: dict[str, str],
    memory: Path,
    options: Options,
    progress: Progress,
) -> Done:
    """Walk the plan: what holds is kept, what does not is rendered and written."""
    site_chrome = chrome(archive.site)
    for page in first_pages(archive):  # a broken layout is found before anything is written
        looks.render(page, site_chrome, "")
    articles, lists = ([path for path in some if path not in copied] for some in stages_of(archive))
    foreign = target.begin([*copied, *articles, *lists])
    bench = Bench(str(root), str(target.folder), memory, archive, looks, site_chrome, copied, program_digest(), foreign)
    stages = [*copied, *articles], lists  # no list may lead to an article that is not there yet
    size = sum(map(len, stages))
    jobs = options.jobs or (crew.cores() if size > SMALL else 1)
    written: list[str] = []
    problems: list[Problem] = []

    def steps(spool: str, hands: Executor | None) -> Iterator[int]:
        """Batch after batch, a step for each of its pages."""
        for stage in stages:
            for made in crew.shared(make, _batches(spool, stage, jobs), hands):
                target.keep(made.traces)
                written.extend(made.written)
                problems.extend(made.problems)
                yield from range(made.pages)

    with laid_out(bench, memory.with_suffix(".spool")) as spool, crew.hired(jobs, begin, spool) as hands:
        try:
            for _ in progress("Building pages", steps(spool, hands), size):
                pass
        except BaseException:
            with suppress(MachineError):
                target.pause()
            raise
    target.finish()
    return Done(len(written), len(target.removed), (*problems, *target.problems))


SMALL = 2_000  # pages: to start another process costs as much as to make a thousand
BATCH = 128  # pages


def _batches(spool: str, pages: Sequence[str], jobs: int) -> Iterator[tuple[str, Sequence[str]]]:
    size = min(BATCH, len(pages) // (4 * jobs) + 1)
    return ((spool, pages[at : at + size]) for at in range(0, len(pages), size))


@cache
def program_digest() -> str:
    """The half of this program that makes pages, and its libraries: another version builds every page again."""
    return digest((files.program("publish"), *(version(name) for name in ("markdown", "jinja2", "markupsafe", "nh3"))))
