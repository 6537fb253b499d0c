"""about.html where nobody wrote one: what the archive is, from site.yaml and the dates it covers. Pure.

A standing page content/pages/about.md, or an article that has this address or had it, takes its place.
"""

from collections.abc import Iterator

from generator.publish import hosts, urls
from generator.publish.change import Change
from generator.publish.model import Archive
from generator.publish.pages.entries import covers, home
from generator.views import AboutView, Page

_PATH = "about.html"


def paths(archive: Archive) -> Iterator[str]:
    if not _written(archive):
        yield _PATH


def page(archive: Archive, path: str) -> Page | None:
    return Page(path, "about.html", _view(archive)) if path == _PATH and not _written(archive) else None


def reached(change: Change) -> Iterator[str]:
    """It says from when to when articles are dated; and an article may have come to its address, or gone."""
    archive = change.archive
    first, last = (archive.days[0], archive.days[archive.dated - 1]) if archive.dated else ("", "")
    moved = any(card.order and not first < card.day < last for card in change.shown)
    if moved or any(card.url == _PATH for card in change.cards):
        yield _PATH


def _written(archive: Archive) -> bool:
    return (
        _PATH in archive.at
        or _PATH in archive.tombstones
        or _PATH in archive.moved
        or any(urls.key(address) == _PATH for address in archive.standing)
    )


def _view(archive: Archive) -> AboutView:
    published = archive.site.published
    return AboutView(
        title=archive.tongue.say("About this archive"),
        canonical=hosts.absolute(archive.site, _PATH),
        breadcrumbs=(home(archive),),
        covers=covers(archive) if archive.dated else "",
        published=archive.tongue.date(published) if published else "",
    )
