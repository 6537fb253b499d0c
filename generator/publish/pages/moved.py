"""At an old address: a page that leads on to where the article stands now, or says that it is here no more. Pure."""

from collections.abc import Iterator

from generator.publish import urls
from generator.publish.change import Change
from generator.publish.model import Archive, Redirect
from generator.publish.moved import named_by
from generator.publish.pages.entries import home, language
from generator.views import MovedView, Page, TombstoneView


def paths(archive: Archive) -> Iterator[str]:
    return (path for path, one in archive.moved.items() if one.path)


def page(archive: Archive, path: str) -> Page | None:
    one = archive.moved.get(path)
    if one is None or not one.path:
        return None
    if not one.to:
        say = archive.tongue.say
        title, reason = say("No longer in this archive"), say("An article stood at this address, and does so no more.")
        return Page(path, "tombstone.html", TombstoneView(title, None, reason, (home(archive),)))
    return Page(path, "moved.html", _view(archive, one))


def reached(change: Change) -> Iterator[str]:
    """Those that an article names or named, and those at which it was released."""
    yield from named_by(change.cards, change.archive.site)
    changed = {card.id for card in change.cards}
    yield from (path for path, one in change.archive.moved.items() if one.path and one.id in changed)


def _view(archive: Archive, one: Redirect) -> MovedView:
    """A withdrawn article is not called by its name."""
    i = archive.at.get(one.to)
    canonical = urls.absolute(archive.site.url, one.to)
    if i is None:
        return MovedView(archive.tongue.say("Withdrawn article"), one.to, canonical)
    card = archive.cards[i]
    return MovedView(card.title, one.to, canonical, *language(archive, card.language))
