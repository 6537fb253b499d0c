"""Publish: content/articles/*.md → output/. The shell around the pure middle.

scan → index → plan → compare → render → write → prune → remember
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator import files, site
from generator.errors import ItemError, Location, OverBudgetError, ProseError, located
from generator.fingerprint import digest
from generator.model import Archive, Head, Problem, SiteConfig, Standing
from generator.progress import Progress, silent
from generator.publish import layouts, parse, prose, traces, urls
from generator.publish.archive import index
from generator.publish.budget import Renderer
from generator.publish.layouts import Layouts
from generator.publish.output import Output
from generator.publish.pages import paths, plan
from generator.store import Store
from generator.text import direction
from generator.views import Chrome, Link, Page


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, in counts, and what a person should look at. `stopped`: strict, and the output not touched."""

    articles: int
    undated: int
    drafts: int
    withdrawn: int
    wanted: int
    pages: int
    written: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()
    unknown_fields: tuple[tuple[str, int], ...] = ()
    unused_keys: tuple[str, ...] = ()
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """drafts: show them too. strict: with any problem, do not touch the output. dry_run: write nothing."""

    drafts: bool = False
    strict: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in content/: heads of articles that can be read, standing pages, and what is wrong with the rest."""

    heads: tuple[Head, ...]
    standing: tuple[Standing, ...]
    drafts: int
    problems: tuple[Problem, ...]


def scan(root: Path, settings: SiteConfig, *, drafts: bool, progress: Progress) -> Scan:
    """Read every article and standing page. One that is broken becomes a problem; the others go on."""
    heads: list[Head] = []
    pages: list[Standing] = []
    problems = [_link_problem(root, path) for path in files.links(root / "content" / "articles")]
    hidden = 0
    articles = _markdown(root, "content/articles")
    for path in progress("Reading articles", articles, len(articles)):
        with _collect(problems, path):
            content = files.text(root / path)
            head = parse.head(path, content, settings)
            if refused := parse.refused(content):
                problems.append(Problem(f"{refused}; its text is shown as it is written", Location(path)))
            if head.meta.status == "draft" and not drafts:
                hidden += 1
            else:
                heads.append(head)
    for path in _markdown(root, "content/pages"):
        with _collect(problems, path):
            pages.append(parse.standing(path, files.text(root / path)))
    return Scan(tuple(heads), tuple(pages), hidden, tuple(problems))


def archive_of(scan: Scan, settings: SiteConfig) -> tuple[Archive, tuple[Problem, ...]]:
    """The archive of what was read, and what stands in the way of the rest: ids and addresses claimed twice."""
    heads, twins = _distinct(scan.heads)
    claimed, collisions = urls.claim(heads, {page.url: page.path for page in scan.standing})
    archive = index(claimed, settings, scan.standing)
    doubts = tuple(Problem(said, fatal=False) for said in archive.chains.problems)
    return archive, (*twins, *collisions, *doubts)


def run(
    root: Path,
    output: Path,
    options: Options = Options(),
    progress: Progress = silent,
    waiting: Callable[[], None] = lambda: None,
) -> Report:
    """Build the site. Raises ConfigError and MachineError; anything about one article is a problem in the report."""
    settings = site.load(root)
    looks = layouts.load((root / "layouts", layouts.theme()))
    scanned = scan(root, settings, drafts=options.drafts, progress=progress)
    archive, collisions = archive_of(scanned, settings)
    problems = [*scanned.problems, *collisions]
    stopped = options.strict and any(problem.fatal for problem in problems)
    written = removed = 0
    if not stopped and not options.dry_run:
        with files.lock(root / ".backfile" / "lock", waiting), Store.at(root / ".backfile" / "state.db") as store:
            target = Output(output, store)
            refused = _write(root, target, looks, archive, progress)
        written, removed = target.written, target.removed
        problems += [*refused, *target.problems]
    return Report(
        articles=len(archive.heads),
        undated=len(archive.heads) - archive.dated,
        drafts=scanned.drafts,
        withdrawn=len(archive.tombstones),
        wanted=len(archive.chains.wanted),
        pages=sum(1 for _ in paths(archive)),
        written=written,
        removed=removed,
        problems=tuple(problems),
        unknown_fields=_unknown_fields(scanned.heads),
        unused_keys=settings.unused,
        stopped=stopped,
    )


def read(root: Path, progress: Progress = silent) -> Archive:
    """The archive as it would be published, drafts left out."""
    settings = site.load(root)
    return archive_of(scan(root, settings, drafts=False, progress=progress), settings)[0]


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
        menu=tuple(Link(item.to, item.title) for item in settings.menu) or tuple(doors),
    )


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _markdown(root: Path, folder: str) -> list[str]:
    return [path.relative_to(root).as_posix() for path in files.walk(root / folder) if path.suffix == ".md"]


@contextmanager
def _collect(problems: list[Problem], path: str) -> Iterator[None]:
    """An error about one file becomes a problem; the other files go on."""
    try:
        with located(Location(path)):
            yield
    except ItemError as error:
        problems.append(Problem(error.message, error.location))


def _link_problem(root: Path, path: Path) -> Problem:
    where = Location(path.relative_to(root).as_posix())
    return Problem("is a link and was not followed — put the file itself here", where)


def _distinct(heads: Iterable[Head]) -> tuple[list[Head], list[Problem]]:
    """Heads whose ids differ; of two with one id, the smaller path keeps it."""
    owners: dict[str, Head] = {}
    problems = []
    for head in sorted(heads, key=lambda head: head.path):
        owner = owners.setdefault(head.id, head)
        if owner is not head:
            said = f"has the same id as {owner.path} and no page — remove one of the two, or its id: line"
            problems.append(Problem(said, Location(head.path)))
    return list(owners.values()), problems


def _unknown_fields(heads: Iterable[Head]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(name for head in heads for name, _ in head.meta.extra).items()))


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is copied as it is: `path` in the output, `source` on the disk."""

    path: str
    source: Path


def assets(root: Path, looks: Layouts) -> dict[str, Asset]:
    """What is copied: the theme's own files, then the archive's pictures and static files, which may replace them."""
    found = {path: Asset(path, source) for path, source in looks.assets()}
    for folder, prefix in (("content/media", "media/"), ("content/static", "")):
        for source in files.walk(root / folder):
            path = prefix + source.relative_to(root / folder).as_posix()
            found[path] = Asset(path, source)
    return dict(sorted(found.items()))


def _write(root: Path, target: Output, looks: Layouts, archive: Archive, progress: Progress) -> list[Problem]:
    """Walk the plan: what holds is kept, what does not is rendered and written. What could not be."""
    copied = assets(root, looks)
    addresses = [path for path in paths(archive) if path not in copied]
    site_chrome = chrome(archive.site)
    site_digest, program = digest(site_chrome), program_digest()
    problems: list[Problem] = []
    target.begin([*copied, *addresses])
    for asset in copied.values():
        content = files.read(asset.source)
        target.put(asset.path, content, (("file", hashlib.sha256(content).hexdigest()),))
    with Renderer() as renderer:
        pages = (page for page in plan(archive) if page.path not in copied)
        for page in progress("Building pages", pages, len(addresses)):
            made_of = traces.inputs(page, looks.digest(page.template), site_digest, program)
            if target.keep(page.path, made_of):
                continue
            with _collect(problems, page.body_of):
                body = _body(root, page, renderer)
                target.put(page.path, looks.render(page, site_chrome, body), made_of)
                continue
            target.leave(page.path)
    target.finish()
    return problems


def _body(root: Path, page: Page, renderer: Renderer) -> str:
    """The html of a page's Markdown; where that is refused, its text as it is written (`scan` has told so).

    Raises OverBudgetError, which fails the page: time must not change what a page says.
    """
    if not page.body_of:
        return ""
    markdown = parse.body(files.text(root / page.body_of))
    try:
        return renderer.render(markdown, urls.root(page.path))
    except OverBudgetError:
        raise
    except ProseError:
        return prose.plain(markdown)


@cache
def program_digest() -> str:
    """This program and the libraries that decide what a page says: another version builds every page again."""
    package = Path(__file__).parent.parent
    sources = tuple(files.read(path) for path in files.walk(package) if path.suffix == ".py")
    return digest((sources, *(version(name) for name in ("markdown", "jinja2", "markupsafe", "nh3"))))
