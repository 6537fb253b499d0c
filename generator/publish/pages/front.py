"""The front page: what this archive is, its newest articles, a chart, and the doors. Pure.

With the coverage page it is the only one that shows totals.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator import text
from generator.model import NamedList
from generator.publish import hosts, units, urls
from generator.publish.change import Change
from generator.publish.model import Archive, TopicKind
from generator.publish.pages.atoz import door, has_index, largest
from generator.publish.pages.entries import KIND_TITLES, covers, entries, entry, group, has_page
from generator.publish.topics import KINDS
from generator.views import Chart, DateView, Door, DoorGroup, FrontView, Group, Link, Page

NEWEST = 10
_ALL: dict[str, str] = {
    "sections": "All sections",
    "places": "All places",
    "authors": "All authors",
    "agencies": "All agencies",
    "tags": "All tags",
}
FEATURED = 4  # besides the lead
MONTHS = 48  # as many have a bar each; of more, years have
YEARS = 400  # beyond, a date is likely wrong, and only years that have any article are shown
DOORS = 24  # topics of one kind on the front page; the A–Z has them all


def paths(archive: Archive) -> Iterator[str]:
    yield "index.html"


def page(archive: Archive, path: str) -> Page | None:
    return Page(path, "front.html", _view(archive)) if path == "index.html" else None


def reached(change: Change) -> Iterator[str]:
    return paths(change.archive)


def _view(archive: Archive) -> FrontView:
    lead, featured, newest = _newest(archive)
    site = archive.site
    return FrontView(
        title=site.title,
        canonical=hosts.absolute(site, "index.html"),
        description=site.description,
        articles=len(archive.cards),
        undated=len(archive.cards) - archive.dated,
        wanted=len(archive.chains.wanted),
        covers=covers(archive),
        lead=entry(archive, lead) if lead is not None else None,
        newest_title=archive.tongue.say("Newest in the archive" if archive.dated else "From the archive"),
        newest=entries(archive, newest),
        featured=entries(archive, featured),
        lists=tuple(_named(archive, named) for named in site.lists),
        chart=_chart(archive),
        last=_last(archive),
        doors=(*_doors(archive), _more(archive)),
    )


def _newest(archive: Archive) -> tuple[int | None, Sequence[int], Sequence[int]]:
    """The lead (the newest featured article, else the newest), more that are featured, and the next newest; undated
    ones where none is dated."""
    order = range(archive.dated - 1, -1, -1) if archive.dated else range(len(archive.cards))
    chosen = [i for i, card in enumerate(archive.cards) if card.featured]
    dated = bisect_left(chosen, archive.dated)
    featured = [*reversed(chosen[:dated]), *chosen[dated:]]
    lead = featured[0] if featured else next(iter(order), None)
    shown = featured[1 : FEATURED + 1]
    beside = {lead, *shown}
    return lead, shown, [i for i in order[: NEWEST + len(beside)] if i not in beside][:NEWEST]


def _last(archive: Archive) -> DateView | None:
    """The newest day on which an article was fetched, of those that say it."""
    day = max([card.retrieved for card in archive.cards], default="")
    return DateView(archive.tongue.unit(day), day) if day else None


def _chart(archive: Archive) -> Chart | None:
    """Articles per year; per month where these are few. None where there is one bar or none."""
    years, months = ([unit for unit in archive.counts if len(unit) == width] for width in (4, 7))
    monthly = bool(months) and units.length(months[0], months[-1]) <= MONTHS
    found = months if monthly else years
    if len(found) < 2:
        return None
    shown = list(units.run(found[0], found[-1])) if units.length(found[0], found[-1]) <= YEARS else found
    counts = [archive.counts.get(unit, 0) for unit in shown]
    most = max(counts)
    return Chart(
        path="".join(_bar(n, count * 100 // most) for n, count in enumerate(counts) if count),
        columns=len(shown),
        rows=tuple(_bar_row(archive, unit, count) for unit, count in zip(shown, counts, strict=True)),
        most=most,
        monthly=monthly,
    )


def _bar(n: int, height: int) -> str:
    """However low, a bar can be seen."""
    height = max(2, height)
    return f"M{n}.1 100v-{height}h.8v{height}z"


def _bar_row(archive: Archive, unit: str, count: int) -> Door:
    return Door(urls.calendar(unit) if count else "", archive.tongue.unit(unit), count)


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
        index, whole, doors = urls.topic(kind, "index"), say(_ALL[kind]), _largest(archive, kind)
        if doors:
            yield DoorGroup(say(KIND_TITLES[kind]), kind, doors, Link(index, whole))
        elif has_index(archive, kind):  # of topics that have no pages: nothing else need lead there
            yield DoorGroup(say(KIND_TITLES[kind]), kind, (Door(index, whole),))


def _more(archive: Archive) -> DoorGroup:
    """What else there is to know of the archive."""
    say = archive.tongue.say
    return DoorGroup(say("This archive"), "archive", tuple(Door(path, say(title)) for path, title in _MORE.items()))


_MORE = {
    "about.html": "About this archive",
    "coverage.html": "What it holds, and what is missing",
    "wanted.html": "Articles that are missing",
    "corrections.html": "Corrections",
    "withdrawn.html": "Withdrawn articles",
}


def _largest(archive: Archive, kind: TopicKind) -> tuple[Door, ...]:
    """The topics with the most articles, in alphabetical order; sections in the order of site.yaml."""
    topics = [topic for topic in archive.topics if topic.kind == kind and has_page(topic)]
    if kind != "sections":
        return largest(archive, topics, DOORS)
    order = [text.fold(rule.name) for rule in archive.site.sections]
    topics.sort(key=lambda t: order.index(text.fold(t.name)) if text.fold(t.name) in order else len(order))
    return tuple(door(archive, topic) for topic in topics)
