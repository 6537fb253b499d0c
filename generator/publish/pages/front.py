"""The front page: what this archive is, its newest articles, and the doors. The only page that shows totals. Pure."""

from collections.abc import Iterator, Sequence

from generator import text
from generator.model import NamedList
from generator.publish import urls
from generator.publish.change import Change
from generator.publish.model import Archive, TopicKind
from generator.publish.pages.entries import KIND_TITLES, between, entries, entry, group, has_page
from generator.publish.pages.topics import door, initial
from generator.publish.topics import KINDS
from generator.views import Door, DoorGroup, FrontView, Group, Link, Page

NEWEST = 10
_ALL: dict[str, str] = {
    "sections": "All sections",
    "places": "All places",
    "authors": "All authors",
    "agencies": "All agencies",
    "tags": "All tags",
}
DOORS = 24  # topics of one kind on the front page; the A–Z has them all


def paths(archive: Archive) -> Iterator[str]:
    yield "index.html"


def page(archive: Archive, path: str) -> Page | None:
    return Page(path, "front.html", _view(archive)) if path == "index.html" else None


def reached(change: Change) -> Iterator[str]:
    return paths(change.archive)


def _view(archive: Archive) -> FrontView:
    lead, newest = _newest(archive)
    site = archive.site
    return FrontView(
        title=site.title,
        canonical=urls.absolute(site.url, "index.html"),
        description=site.description,
        articles=len(archive.cards),
        undated=len(archive.cards) - archive.dated,
        wanted=len(archive.chains.wanted),
        covers=_covers(archive),
        lead=entry(archive, lead) if lead is not None else None,
        newest_title=archive.tongue.say("Newest in the archive" if archive.dated else "From the archive"),
        newest=entries(archive, newest),
        lists=tuple(_named(archive, named) for named in site.lists),
        doors=tuple(_doors(archive)),
    )


def _newest(archive: Archive) -> tuple[int | None, Sequence[int]]:
    """The lead (the newest featured article, else the newest) and the next newest; undated ones where none is dated."""
    order = range(archive.dated - 1, -1, -1) if archive.dated else range(len(archive.cards))
    featured = next((i for i in order if archive.cards[i].featured), None)
    if featured is None:
        featured = next((i for i, card in enumerate(archive.cards) if card.featured), None)
    lead = featured if featured is not None else next(iter(order), None)
    return lead, [i for i in order[: NEWEST + 1] if i != lead][:NEWEST]


def _covers(archive: Archive) -> str:
    """The first and last date of the archive's articles, as finely as those two are known."""
    if not archive.dated:
        return archive.tongue.date(archive.site.published) if archive.site.published else ""
    first, last = (archive.units[i] for i in (0, archive.dated - 1))
    return archive.tongue.unit(first) if first == last else between(archive, first, last)


def _named(archive: Archive, named: NamedList) -> Group:
    kind, name = ("sections", named.section) if named.section else ("tags", named.tag)
    topic = next((t for t in archive.topics if t.kind == kind and text.fold(t.name) == text.fold(name)), None)
    dated = [i for i in topic.members if i < archive.dated] if topic else []
    return group(archive, named.name, text.slug(named.name), reversed(dated[-named.newest :]))


def _doors(archive: Archive) -> Iterator[DoorGroup]:
    say = archive.tongue.say
    years = [
        Door(urls.calendar(unit), archive.tongue.unit(unit), count)
        for unit, count in archive.counts.items()
        if len(unit) == 4
    ]
    if archive.letters:
        years.append(Door("undated/index.html", say("Undated"), len(archive.letters)))
    if years:
        yield DoorGroup(say("Years"), "years", tuple(years))
    for kind in KINDS:
        doors = _largest(archive, kind)
        if doors:
            yield DoorGroup(say(KIND_TITLES[kind]), kind, doors, Link(urls.topic(kind, "index"), say(_ALL[kind])))


def _largest(archive: Archive, kind: TopicKind) -> tuple[Door, ...]:
    """The topics with the most articles, in alphabetical order; sections in the order of site.yaml."""
    topics = [topic for topic in archive.topics if topic.kind == kind and has_page(topic)]
    if kind == "sections":
        order = [text.fold(name) for name in archive.site.sections]
        topics.sort(key=lambda t: order.index(text.fold(t.name)) if text.fold(t.name) in order else len(order))
        return tuple(door(archive, topic) for topic in topics)
    largest = sorted(topics, key=lambda t: (-len(t.members), t.slug))[:DOORS]
    largest.sort(key=lambda t: (initial(t.name), text.key(t.name), t.slug))
    return tuple(door(archive, topic) for topic in largest)
