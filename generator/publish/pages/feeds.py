"""Feeds of the site, of sections, and of the topics that site.yaml asks for: Atom (RFC 4287), and JSON Feed 1.1 beside
each. Beside the site's also the documents of its archive (RFC 5005, 4), a month each. Pure.

A reader who goes from feed.xml from one prev-archive to the next meets every dated article: those that the feed itself
does not hold stand in the document to which it leads or in an older one. An article known no closer than to its year
stands in a document of that year, before those of its months. Undated ones stand in no feed: Atom wants to know when.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha1
from uuid import NAMESPACE_URL
from zoneinfo import ZoneInfo

from generator import edtf, text
from generator.model import SiteConfig
from generator.publish import hosts, urls
from generator.publish.archive import within
from generator.publish.change import Change, beside
from generator.publish.model import Archive, Topic, TopicKind
from generator.publish.pages.entries import has_page, once
from generator.publish.topics import names
from generator.views import FeedEntry, FeedView, Link, Page

NEWEST = 50
LARGE = 20  # with `feeds: all`, topics of more articles than this have one

_SITE = "feed.xml"
_DOCUMENT = re.compile(r"(\d{4})(?:/(\d\d))?/feed\.xml")


def paths(archive: Archive) -> Iterator[str]:
    yield from _both(_SITE)
    yield from map(_address_of, _documents(archive, ""))
    yield from (path for topic in archive.topics if (feed := topic_feed(archive, topic)) for path in _both(feed))


def page(archive: Archive, path: str) -> Page | None:
    name, _, suffix = path.rpartition(".")
    if suffix not in {"xml", "json"}:
        return None
    view = _of_site(archive, path) if path in _both(_SITE) else _of_topic(archive, path, name)
    view = view or _document(archive, path)
    return Page(path, f"feed.{suffix}", view) if view else None


def reached(change: Change) -> Iterator[str]:
    """The site's, and those of the topics concerned, those included that have none now; of its archive the documents
    concerned and those beside them, which lead there."""
    yield from _both(_SITE)
    for kind, slug in (*((topic.kind, topic.slug) for topic in change.topics), *change.vanished):
        yield from _both(_beside_page(kind, slug))
    documents = _documents(change.archive, "")
    for unit in {card.unit[:7] if len(card.unit) > 4 else card.unit for card in change.shown if card.unit}:
        yield from map(_address_of, beside(documents, unit))


def topic_feed(archive: Archive, topic: Topic) -> str:
    """The address of a topic's feed, "" for a topic that has none."""
    wanted = (
        topic.kind == "sections"
        or (archive.site.feeds_all and len(topic.members) > LARGE)
        or topic.name in asked(topic.kind, archive.site)
    )
    return _beside_page(topic.kind, topic.slug) if wanted and has_page(topic) else ""


def asked(kind: TopicKind, site: SiteConfig) -> frozenset[str]:
    """The topics of a kind for which site.yaml asks for a feed, by their names; an alias leads to its topic."""
    known = names(kind, site)
    return frozenset(known.get(text.fold(name), name) for name in site.feeds)


def _beside_page(kind: str, slug: str) -> str:
    return urls.topic(kind, slug).removesuffix(".html") + ".xml"


def _both(feed: str) -> tuple[str, str]:
    """An Atom feed, and the same as JSON Feed."""
    return feed, f"{feed.removesuffix('.xml')}.json"


# ── Feeds to subscribe to ────────────────────────────────────────────────────────────────────────────────────────


def _of_site(archive: Archive, path: str) -> FeedView:
    site = archive.site
    view = _feed(archive, path, Link("index.html", site.title), _newest(archive, range(archive.dated)))
    earlier = _address(archive, path, _address_of(unit)) if path == _SITE and (unit := _rest(archive)) else ""
    return replace(view, id=_site_id(site), subtitle=site.description or site.tagline, earlier=earlier)


def _of_topic(archive: Archive, path: str, name: str) -> FeedView | None:
    kind, _, slug = name.partition("/")
    at = archive.topic_at.get((kind, slug))
    if at is None or path not in _both(topic_feed(archive, archive.topics[at])):
        return None
    topic = archive.topics[at]
    home = Link(urls.topic(topic.kind, topic.slug), f"{topic.name} – {archive.site.title}")
    return _feed(archive, path, home, _newest(archive, topic.members))


def _newest(archive: Archive, members: Sequence[int]) -> Sequence[int]:
    """The newest dated articles."""
    dated = bisect_left(members, archive.dated)
    return members[max(dated - NEWEST, 0) : dated]


# ── Documents of the archive ─────────────────────────────────────────────────────────────────────────────────────


def _units(archive: Archive, _: str) -> list[str]:
    """The months of all articles, and the years in which some are known no closer, which come before their months."""
    of_months: Counter[str] = Counter()
    for unit, articles in archive.counts.items():
        if len(unit) == len("YYYY-MM"):
            of_months[unit[:4]] += articles
    coarse = {unit for unit in archive.counts if len(unit) == 4 and archive.counts[unit] > of_months[unit]}
    return [unit for unit in archive.counts if len(unit) == 7 or unit in coarse]


_documents = once("documents", _units)


def _address_of(document: str) -> str:
    """2020-11 → 2020/11/feed.xml."""
    return f"{document.replace('-', '/')}/feed.xml"


def _members(archive: Archive, document: str) -> Sequence[int]:
    found = within(archive, range(archive.dated), document)
    return [i for i in found if archive.units[i] == document] if len(document) == len("YYYY") else found


def _rest(archive: Archive) -> str:
    """The newest document with an article that the feed does not hold, "" where it holds all."""
    rest = archive.dated - NEWEST
    documents = reversed(_documents(archive, "")) if rest > 0 else ()
    return next((unit for unit in documents if _members(archive, unit)[0] < rest), "")


def _document(archive: Archive, path: str) -> FeedView | None:
    match, documents = _DOCUMENT.fullmatch(path), _documents(archive, "")
    unit = "-".join(filter(None, match.groups())) if match else ""
    if unit not in documents:
        return None
    _, *near = beside(documents, unit)
    earlier, later = ((_address(archive, path, _address_of(one)) if one else "") for one in _sides(near, unit))
    home = Link(urls.calendar(unit), archive.site.title)
    return replace(
        _feed(archive, path, home, _members(archive, unit)),
        id=_site_id(archive.site),  # they are one feed
        archive=True,
        current=_address(archive, path, _SITE),
        earlier=earlier,
        later=later,
    )


def _sides(near: Sequence[str], unit: str) -> tuple[str, str]:
    return next((one for one in near if one < unit), ""), next((one for one in near if one > unit), "")


# ── What stands in a feed ────────────────────────────────────────────────────────────────────────────────────────


def _feed(archive: Archive, path: str, home: Link, members: Sequence[int]) -> FeedView:
    """Addresses are relative where site.yaml names no `url` (RFC 4287 allows it)."""
    told = [(_told(archive, i), archive.cards[i].url) for i in reversed(members)]
    entries = tuple([entry._replace(url=_address(archive, path, url)) for entry, url in told])
    return FeedView(
        id=_urn(archive.site.url or archive.site.title, path),
        title=home.title,
        subtitle="",
        home=_address(archive, path, home.path),
        self_url=_address(archive, path, path),
        updated=max((entry.updated for entry in entries), key=_moment, default="1970-01-01T00:00:00Z"),
        entries=entries,
    )


def _entry(archive: Archive, i: int) -> FeedEntry:
    """What all feeds say of an article; where it stands, each says from its own place."""
    card = archive.cards[i]
    date = edtf.parse(card.date)
    known = date.precision in {"day", "instant"} and not date.approximate
    dated = _instant(card.date, archive.site)
    modified = dated if card.lastmod == card.date else _instant(card.lastmod, archive.site)
    topics = [archive.topics[t] for t in archive.borne(i)]
    return FeedEntry(
        id=_urn(card.id),
        title=card.title,
        url="",
        published=dated if known else "",
        modified=modified,
        updated=dated if dated == modified else max(dated, modified, key=_moment),
        summary=card.summary,
        authors=tuple([topic.name for topic in topics if topic.kind == "authors"]),
        tags=tuple([topic.name for topic in topics if topic.kind == "tags"]),
        lang=card.language,
    )


_told = once("told", _entry)


def _instant(written: str, site: SiteConfig) -> str:
    """An RFC 3339 instant: as written (in the site's timezone if none is), or the beginning of the first day."""
    if not written:
        return ""
    date = edtf.parse(written)
    if date.precision != "instant":
        return f"{date.first or date.last}T00:00:00Z"
    moment = datetime.fromisoformat(date.text)
    local = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(site.timezone))
    if (local.utcoffset() or timedelta()) % _MINUTE:  # before there were zones; RFC 3339 has no seconds there
        local = local.astimezone(UTC)
    return local.isoformat().replace("+00:00", "Z")


_MINUTE = timedelta(minutes=1)


def _moment(instant: str) -> float:
    return datetime.fromisoformat(instant).timestamp() if instant else float("-inf")


def _site_id(site: SiteConfig) -> str:
    return _urn(site.url or site.title, _SITE)


def _urn(*parts: str) -> str:
    """An identifier that never changes with an address (RFC 4122, version 5): as `uuid.uuid5` makes it of a name among
    URLs, in a third of the time. A document of the archive has hundreds."""
    said = sha1(NAMESPACE_URL.bytes + "/".join(parts).encode(errors="replace"), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(said[16], 16) & 3]
    return f"urn:uuid:{said[:8]}-{said[8:12]}-5{said[13:16]}-{variant}{said[17:20]}-{said[20:32]}"


def _address(archive: Archive, page: str, path: str) -> str:
    return hosts.absolute(archive.site, path) or f"{urls.root(page)}{urls.quoted(path)}"
