"""Standing pages: about, method, contact and the like, from content/pages; and 404.html. Pure."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator import text
from generator.publish import urls
from generator.publish.change import Change
from generator.publish.model import Archive
from generator.publish.pages.entries import home
from generator.views import NotFoundView, Page, StandingView

_NOT_FOUND = "404.html"


def paths(archive: Archive) -> Iterator[str]:
    yield from archive.standing
    yield _NOT_FOUND


def page(archive: Archive, path: str) -> Page | None:
    if path == _NOT_FOUND:
        return Page(
            path, "404.html", NotFoundView(archive.tongue.say("Page not found"), urlsplit(archive.site.url).path or "/")
        )
    standing = archive.standing.get(path)
    if standing is None:
        return None
    lang = standing.meta.language if standing.meta.language != archive.site.language else ""
    view = StandingView(
        title=standing.meta.title,
        canonical=urls.absolute(archive.site.url, path),
        lang=lang,
        dir=text.direction(lang) if lang else "",
        breadcrumbs=(home(archive),),
    )
    return Page(path, "standing.html", view, body_of=standing.path, body=standing.body)


def reached(change: Change) -> Iterator[str]:
    """None: they say nothing of articles."""
    del change
    return iter(())
