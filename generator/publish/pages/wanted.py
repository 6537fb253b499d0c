"""The want-list: headlines printed beside articles of this archive that no article of it bears. Pure."""

from collections.abc import Iterator

from generator.publish import hosts
from generator.publish.change import Change
from generator.publish.model import Archive, Wanted
from generator.publish.pages.entries import about, article_link, home, told_language
from generator.views import Page, WantedEntry, WantedView

_PATH = "wanted.html"


def paths(archive: Archive) -> Iterator[str]:
    yield _PATH


def page(archive: Archive, path: str) -> Page | None:
    if path != _PATH:
        return None
    view = WantedView(
        title=archive.tongue.say("Articles that are missing"),
        canonical=hosts.absolute(archive.site, path),
        breadcrumbs=(home(archive),),
        entries=tuple(_entry(archive, wanted) for wanted in archive.chains.wanted),
    )
    return Page(path, "wanted.html", view)


def _entry(archive: Archive, wanted: Wanted) -> WantedEntry:
    lang, direction = told_language(archive, wanted.title)
    return WantedEntry(
        title=wanted.title,
        lang=lang,
        dir=direction,
        bracket=about(archive, wanted.bracket) if wanted.bracket else "",
        after=tuple(article_link(archive, archive.ids[id]) for id in wanted.after),
        before=tuple(article_link(archive, archive.ids[id]) for id in wanted.before),
    )


def reached(change: Change) -> Iterator[str]:
    del change
    yield _PATH
