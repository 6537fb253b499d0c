"""Atom feeds (RFC 4287): of the site, of sections, and of the topics that site.yaml asks for. Pure."""

import uuid
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from generator import text
from generator.model import Date, SiteConfig
from generator.publish import urls
from generator.publish.change import Change
from generator.publish.model import Archive, Topic, TopicKind
from generator.publish.pages.entries import has_page, once
from generator.publish.topics import names
from generator.views import FeedEntry, FeedView, Link, Page

NEWEST = 50
LARGE = 20  # with `feeds: all`, topics of more articles than this have one

_SITE = "feed.xml"


def paths(archive: Archive) -> Iterator[str]:
    yield _SITE
    yield from (feed for topic in archive.topics if (feed := topic_feed(archive, topic)))


def page(archive: Archive, path: str) -> Page | None:
    site = archive.site
    if path == _SITE:
        newest = _entries(archive, path, range(archive.dated))
        return Page(path, "feed.xml", _feed(archive, path, Link("index.html", site.title), newest))
    kind, _, name = path.removesuffix(".xml").partition("/")
    at = archive.topic_at.get((kind, name))
    if at is None or path != topic_feed(archive, archive.topics[at]):
        return None
    topic = archive.topics[at]
    home = Link(urls.topic(topic.kind, topic.slug), f"{topic.name} – {site.title}")
    return Page(path, "feed.xml", _feed(archive, path, home, _entries(archive, path, topic.members)))


def reached(change: Change) -> Iterator[str]:
    """The site's, and those of the topics concerned, those included that have none now."""
    yield _SITE
    for kind, slug in (*((topic.kind, topic.slug) for topic in change.topics), *change.vanished):
        yield _of_topic(kind, slug)


def telling(archive: Archive, articles: Iterable[str]) -> Iterator[str]:
    """The feeds in which these addresses stand: they say more of an article than its card does."""
    for i in (archive.at[path] for path in articles):
        if i in _newest(archive, range(archive.dated)):
            yield _SITE
        for topic in (archive.topics[t] for t in archive.borne(i)):
            if (feed := topic_feed(archive, topic)) and i in _newest(archive, topic.members):
                yield feed


def _of_topic(kind: str, slug: str) -> str:
    return urls.topic(kind, slug).removesuffix(".html") + ".xml"


def topic_feed(archive: Archive, topic: Topic) -> str:
    """The address of a topic's feed, "" for a topic that has none."""
    wanted = (
        topic.kind == "sections"
        or (archive.site.feeds_all and len(topic.members) > LARGE)
        or topic.name in asked(topic.kind, archive.site)
    )
    return _of_topic(topic.kind, topic.slug) if wanted and has_page(topic) else ""


def asked(kind: TopicKind, site: SiteConfig) -> frozenset[str]:
    """The topics of a kind for which site.yaml asks for a feed, by their names; an alias leads to its topic."""
    known = names(kind, site)
    return frozenset(known.get(text.fold(name), name) for name in site.feeds)


def _entries(archive: Archive, path: str, members: Sequence[int]) -> tuple[FeedEntry, ...]:
    """The newest dated articles."""
    newest = [(_told(archive, i), archive.cards[i].url) for i in reversed(_newest(archive, members))]
    return tuple(entry._replace(url=_address(archive, path, url)) for entry, url in newest)


def _newest(archive: Archive, members: Sequence[int]) -> Sequence[int]:
    dated = bisect_left(members, archive.dated)
    return members[max(dated - NEWEST, 0) : dated]


def _feed(archive: Archive, path: str, home: Link, entries: tuple[FeedEntry, ...]) -> FeedView:
    """Addresses are relative where site.yaml names no `url` (RFC 4287 allows it)."""
    return FeedView(
        id=_urn(archive.site.url or archive.site.title, path),
        title=home.title,
        subtitle=archive.site.tagline if path == _SITE else "",
        home=_address(archive, path, home.path),
        self_url=_address(archive, path, path),
        updated=max((entry.updated for entry in entries), key=_moment, default="1970-01-01T00:00:00Z"),
        entries=entries,
    )


def _entry(archive: Archive, i: int) -> FeedEntry:
    """What all feeds say of an article; where it stands, each says from its own place."""
    head = archive.read(archive.cards[i])
    meta = head.meta
    dated, changed = _instant(meta.date, archive.site), _instant(meta.updated, archive.site)
    return FeedEntry(
        id=_urn(head.id, meta.slug or text.slug(meta.title)),
        title=meta.title,
        url="",
        published=dated if meta.date and meta.date.precision in {"day", "instant"} else "",
        updated=max(dated, changed, key=_moment),
        summary=head.summary,
        authors=meta.authors,
        tags=tuple(archive.topics[t].name for t in archive.borne(i) if archive.topics[t].kind == "tags"),
        lang=meta.language,
    )


_told = once("told", _entry)


def _instant(date: Date | None, site: SiteConfig) -> str:
    """An RFC 3339 instant: as written (in the site's timezone if none is), or the beginning of the first day."""
    if not date or not (date.first or date.last):
        return ""
    if date.precision != "instant":
        return f"{date.first or date.last}T00:00:00Z"
    moment = datetime.fromisoformat(date.text)
    local = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(site.timezone))
    return local.isoformat().replace("+00:00", "Z")


def _moment(instant: str) -> float:
    return datetime.fromisoformat(instant).timestamp() if instant else float("-inf")


def _urn(*parts: str) -> str:
    """An identifier that never changes with an address (RFC 4122, version 5)."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, '/'.join(parts))}"


def _address(archive: Archive, page: str, path: str) -> str:
    return urls.absolute(archive.site.url, path) or f"{urls.root(page)}{urls.quoted(path)}"
