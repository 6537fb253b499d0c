"""Pages of tags, sections, places, authors and agencies. Pure.

A topic of up to LONG articles is one page. A longer one is cut by date: an index with its newest articles and the doors
to its years, and the same again for a year and a month that are long (docs/architecture.md, "Old pages hold still").
"""

import re
from collections.abc import Iterator, Sequence

from generator.publish import hosts, urls
from generator.publish.archive import split, undated
from generator.publish.change import Change, bearers, beside, crossed
from generator.publish.model import Archive, Topic
from generator.publish.pages.dates import LONG
from generator.publish.pages.entries import (
    KIND_TITLES,
    Steps,
    from_to,
    group,
    has_page,
    home,
    once,
    steps,
    topic_link,
    turned,
)
from generator.publish.pages.feeds import topic_feed
from generator.publish.pages.profile import description, profile
from generator.publish.topics import KINDS
from generator.views import Group, Link, ListView, Page

NEWEST = 50

_PATH = re.compile(rf"({'|'.join(KINDS)})/([^/]+?)(?:/(\d{{4}}(?:-\d\d(?:-\d\d)?)?|undated))?\.html")
_SINGULAR = {"sections": "Section", "places": "Place", "authors": "Author", "agencies": "Agency", "tags": "Tag"}


def paths(archive: Archive) -> Iterator[str]:
    for topic in archive.topics:
        if has_page(topic):
            yield from (urls.topic(topic.kind, topic.slug, unit) for unit in _units(archive, topic))


def page(archive: Archive, path: str) -> Page | None:
    match = _PATH.fullmatch(path)
    if not match:
        return None
    kind, slug, unit = match[1], match[2], match[3] or ""
    at = archive.topic_at.get((kind, slug))
    if at is None or not has_page(archive.topics[at]) or not _has_unit(archive, archive.topics[at], unit):
        return None
    return Page(path, "list.html", _list(archive, archive.topics[at], unit))


def reached(change: Change) -> Iterator[str]:
    """Of each topic its page, the parts in which articles are dated and those beside them; where such a part is cut now
    or whole, all parts below it. Where a topic gets a page or has none any more, those in whose company it stands."""
    units = {"", "undated", *change.units}
    for i in {i for topic in turned(change) for i in topic.members}:
        yield from (_address(change.archive.topics[t]) for t in change.archive.borne(i))
    for gone, slug in change.vanished:
        yield from (urls.topic(gone, slug, unit) for unit in units)
    for topic in change.topics:
        mine = {card.unit[:width] for card in bearers(change.shown, topic) for width in (4, 7, 10)} | {"", "undated"}
        parts = {dated[:width] for dated in _units_of(change.archive, topic) for width in (4, 7, 10)}
        for width in (4, 7, 10):
            found = sorted(part for part in parts if len(part) == width)
            mine |= {near for unit in mine if len(unit) == width for near in beside(found, unit)}
        mine |= {part for unit in _cut(change, topic) for part in parts if part.startswith(unit)}
        yield from (urls.topic(topic.kind, topic.slug, unit) for unit in mine)


def _address(topic: Topic) -> str:
    return urls.topic(topic.kind, topic.slug)


def _units_of(archive: Archive, topic: Topic) -> set[str]:
    return {archive.units[i] for i in topic.members}


def _cut(change: Change, topic: Topic) -> Iterator[str]:
    """The parts of a topic that are long and were not, or were and are not."""
    for unit in {card.unit[:width] for card in bearers(change.shown, topic) for width in (0, 4, 7)}:
        now = len(_members(change.archive, topic, unit))
        if crossed(change.count_before(now, unit, topic), now, LONG):
            yield unit


# ── Where a long topic is cut ────────────────────────────────────────────────────────────────────────────────────


def _units(archive: Archive, topic: Topic, unit: str = "") -> Iterator[str]:
    """The parts of a topic that have a page: "" (itself), years, months, days, undated."""
    yield unit
    members = _members(archive, topic, unit)
    if len(members) <= LONG or not _finer(unit):
        return
    for part in _parts(archive, topic, unit)[0]:
        yield from _units(archive, topic, part)
    if not unit and undated(archive, members):
        yield "undated"


def _has_unit(archive: Archive, topic: Topic, unit: str) -> bool:
    """Whether the topic is cut as far down as this part, and the part has any article."""
    if not unit:
        return True
    whole = "" if unit == "undated" else _whole(unit)
    return (
        bool(_members(archive, topic, unit))
        and len(_members(archive, topic, whole)) > LONG
        and _has_unit(archive, topic, whole)
    )


def _members(archive: Archive, topic: Topic, unit: str) -> Sequence[int]:
    if unit == "undated":
        return undated(archive, topic.members)
    return _parts(archive, topic, _whole(unit))[0].get(unit, ()) if unit else topic.members


def _whole(unit: str) -> str:
    """The next coarser date that holds this one, "" for the whole topic."""
    return unit[: {4: 0, 7: 4, 10: 7}[len(unit)]]


def _parts(archive: Archive, topic: Topic, unit: str) -> "_Cut":
    """A topic, or a part of it, cut into the next finer date, and what is dated less finely. Cut once for all pages
    that ask: each of the parts says which stand beside it."""
    return _divided(archive, (archive.topic_at[topic.kind, topic.slug], unit))


_Cut = tuple[dict[str, list[int]], list[int]]


def _divide(archive: Archive, of: tuple[int, str]) -> _Cut:
    topic, unit = archive.topics[of[0]], of[1]
    parts, coarse = split(archive, _members(archive, topic, unit), _finer(unit))
    return dict(parts), coarse


_divided = once("cut", _divide, 1 << 12)


def _finer(unit: str) -> int:
    """The width of the next finer date; 0 where there is none."""
    return {0: 4, 4: 7, 7: 10}.get(len(unit), 0)


# ── What stands on a page ────────────────────────────────────────────────────────────────────────────────────────


def _list(archive: Archive, topic: Topic, unit: str) -> ListView:
    members = _members(archive, topic, unit)
    cut = len(members) > LONG and unit != "undated" and _finer(unit) > 0
    path = urls.topic(topic.kind, topic.slug, unit)
    previous, following = _beside(archive, topic, unit)
    named = topic_link(archive, archive.topic_at[topic.kind, topic.slug])
    return ListView(
        title=_title(archive, topic, unit),
        canonical=hosts.absolute(archive.site, path),
        overline=archive.tongue.say(_SINGULAR[topic.kind]),
        description=description(archive, topic) if not unit else "",
        covers=_covers(archive, topic) if not unit else "",
        breadcrumbs=_breadcrumbs(archive, topic, unit),
        doors=_doors(archive, topic, unit) if cut else (),
        doors_title=archive.tongue.say({0: "Years", 4: "Months", 7: "Days"}.get(len(unit), "")),
        groups=_cut_groups(archive, topic, unit) if cut else _groups(archive, topic, unit),
        previous=previous,
        next=following,
        feed=topic_feed(archive, topic) if not unit else "",
        topic=profile(archive, topic) if not unit else None,
        lang=named.lang if not unit else "",
        dir=named.dir if not unit else "",
    )


def _title(archive: Archive, topic: Topic, unit: str) -> str:
    if unit == "undated":
        return archive.tongue.say("{name}, undated", name=topic.name)
    return archive.tongue.say("{name}, {date}", name=topic.name, date=_label(archive, unit)) if unit else topic.name


def _label_of(archive: Archive, unit: str) -> str:
    return archive.tongue.say("Undated") if unit == "undated" else archive.tongue.unit(unit)


_label = once("label", _label_of, 1 << 12)


def _covers(archive: Archive, topic: Topic) -> str:
    """The first and the last date of a topic."""
    dated = [i for i in topic.members if i < archive.dated]
    if not dated:
        return ""
    return from_to(archive, archive.units[dated[0]], archive.units[dated[-1]])


def _doors(archive: Archive, topic: Topic, unit: str) -> tuple[Link, ...]:
    parts = list(_parts(archive, topic, unit)[0])
    if not unit and undated(archive, topic.members):
        parts.append("undated")
    return tuple(Link(urls.topic(topic.kind, topic.slug, part), _label(archive, part)) for part in parts)


def _cut_groups(archive: Archive, topic: Topic, unit: str) -> tuple[Group, ...]:
    """The newest of a whole topic; of a year or month, only what is dated no finer than that."""
    if not unit:
        dated = [i for i in topic.members if i < archive.dated]
        return (group(archive, archive.tongue.say("Newest"), "newest", reversed(dated[-NEWEST:])),) if dated else ()
    coarse = _parts(archive, topic, unit)[1]
    return (_coarse(archive, unit, coarse),) if coarse else ()


def _coarse(archive: Archive, unit: str, members: Sequence[int]) -> Group:
    said = archive.tongue.say("{date}, not known more closely", date=_label(archive, unit))
    return group(archive, said, "coarse", members)


def _groups(archive: Archive, topic: Topic, unit: str) -> tuple[Group, ...]:
    """Newest first, under the next finer date; what is dated less finely, and what is undated, after it."""
    if unit == "undated" or not _finer(unit):
        return (group(archive, "", "", _members(archive, topic, unit)),)
    parts, coarse = _parts(archive, topic, unit)
    groups = [
        group(archive, _label(archive, part), part, reversed(of_part)) for part, of_part in reversed(parts.items())
    ]
    if coarse:
        groups.append(_coarse(archive, unit, coarse))
    if not unit and (rest := undated(archive, topic.members)):
        groups.append(group(archive, _label(archive, "undated"), "undated", rest))
    return tuple(groups)


def _beside(archive: Archive, topic: Topic, unit: str) -> Steps:
    """The parts of the same width before and after, where they have any article and a page of their own."""
    if unit in {"", "undated"}:
        return None, None
    parts = list(_parts(archive, topic, _whole(unit))[0])
    return steps(archive, unit, parts, lambda part: urls.topic(topic.kind, topic.slug, part))


def _breadcrumbs(archive: Archive, topic: Topic, unit: str) -> tuple[Link, ...]:
    links = [home(archive), Link(urls.topic(topic.kind, "index"), archive.tongue.say(KIND_TITLES[topic.kind]))]
    if unit:
        links.append(Link(urls.topic(topic.kind, topic.slug), topic.name))
    for width in (4, 7):
        if unit != "undated" and len(unit) > width:
            links.append(Link(urls.topic(topic.kind, topic.slug, unit[:width]), _label(archive, unit[:width])))
    return tuple(links)
