"""At an old address: a page that leads on to where the article stands now, or says that it is here no more. Pure."""

from collections.abc import Iterator

from generator.publish import hosts
from generator.publish.change import Change
from generator.publish.model import Archive, Redirect
from generator.publish.moved import named_by
from generator.publish.pages.entries import home, language, once
from generator.views import MovedView, Page, TombstoneView


def paths(archive: Archive) -> Iterator[str]:
    return (path for path, one in archive.moved.items() if _needs_page(archive, one))


def page(archive: Archive, path: str) -> Page | None:
    one = archive.moved.get(path)
    if one is None or not _needs_page(archive, one):
        return None
    if not one.to:
        say = archive.tongue.say
        title, reason = say("No longer in this archive"), say("An article stood at this address, and does so no more.")
        return Page(path, "tombstone.html", TombstoneView(title, None, reason, (home(archive),)))
    return Page(path, "moved.html", _view(archive, one))


def reached(change: Change) -> Iterator[str]:
    """Those that an article names or named, and those at which it was released; of more than a host takes, all."""
    archive = change.archive
    named = list(named_by(change.cards, archive.site))
    yield from named
    every = hosts.crowded(archive.site.host, len(archive.moved) + len(named))
    changed = {card.id for card in change.cards}
    yield from (path for path, one in archive.moved.items() if one.path and (every or one.id in changed))


def _needs_page(archive: Archive, one: Redirect) -> bool:
    """Where the host itself leads on, no page has to."""
    return bool(one.path) and not (one.to and one in _served(archive, archive.site.host))


def _find_served(archive: Archive, host: str) -> frozenset[Redirect]:
    return frozenset(hosts.served(host, [one for one in archive.moved.values() if one.to]))


_served = once("served", _find_served)


def _view(archive: Archive, one: Redirect) -> MovedView:
    """A withdrawn article is not called by its name."""
    i = archive.at.get(one.to)
    canonical = hosts.absolute(archive.site, one.to)
    if i is None:
        return MovedView(archive.tongue.say("Withdrawn article"), one.to, canonical)
    card = archive.cards[i]
    return MovedView(card.title, one.to, canonical, *language(archive, card.language))
