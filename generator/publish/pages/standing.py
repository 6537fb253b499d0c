"""Standing pages: about, method, contact and the like, from content/pages; and 404.html. Pure."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator import text
from generator.publish import hosts, urls
from generator.publish.change import Change, crossed
from generator.publish.model import Archive
from generator.publish.pages.atoz import has_index
from generator.publish.pages.entries import KIND_TITLES, home
from generator.publish.topics import KINDS
from generator.views import Link, NotFoundView, Page, StandingView

_NOT_FOUND = "404.html"


def paths(archive: Archive) -> Iterator[str]:
    yield from archive.standing
    yield _NOT_FOUND


def page(archive: Archive, path: str) -> Page | None:
    if path == _NOT_FOUND:
        return Page(path, "404.html", _not_found(archive))
    standing = archive.standing.get(path)
    if standing is None:
        return None
    lang = standing.meta.language if standing.meta.language != archive.site.language else ""
    view = StandingView(
        title=standing.meta.title,
        canonical=hosts.absolute(archive.site, path),
        lang=lang,
        dir=text.direction(lang) if lang else "",
        breadcrumbs=(home(archive),),
    )
    return Page(path, "standing.html", view, body_of=standing.path, body=standing.body)


def reached(change: Change) -> Iterator[str]:
    """Of standing pages none: they say nothing of articles. 404.html leads to the years, and to each A–Z."""
    years = [unit for unit in change.units if len(unit) == len("YYYY")]
    now = {year: change.archive.counts.get(year, 0) for year in years}
    moved = any(crossed(change.count_before(now[year], year), now[year], 0) for year in years)
    if moved or {kind for kind, _ in change.before} != {topic.kind for topic in change.archive.topics}:
        yield _NOT_FOUND


def _not_found(archive: Archive) -> NotFoundView:
    say = archive.tongue.say
    years = [unit for unit in archive.counts if len(unit) == len("YYYY")]
    kinds = [kind for kind in KINDS if has_index(archive, kind)]
    return NotFoundView(
        title=say("Page not found"),
        home=urlsplit(archive.site.url).path or "/",
        years=tuple(Link(urls.calendar(year), archive.tongue.unit(year)) for year in years),
        kinds=tuple(Link(urls.topic(kind, "index"), say(KIND_TITLES[kind])) for kind in kinds),
    )
