"""An article's page, its Markdown beside it where site.yaml asks, and the tombstone of a withdrawn one. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import edtf, frontmatter, text
from generator.model import Correction, Date, Head, Image
from generator.publish import hosts, pictures, related, urls
from generator.publish.archive import within
from generator.publish.change import Change, crossed
from generator.publish.model import Archive, Card, TopicKind
from generator.publish.pages.dates import LONG, breadcrumbs
from generator.publish.pages.entries import (
    date_view,
    entries,
    home,
    language,
    neighbour,
    once,
    rule,
    told_language,
    topic_link,
    turned,
)
from generator.views import ArticleView, DateView, Link, MarkdownView, Neighbour, Note, Page, Picture, TombstoneView

_FIELDS = {
    "agency": "Agency",
    "authors": "Authors",
    "date": "Date",
    "language": "Language",
    "place": "Place",
    "section": "Section",
    "tags": "Tags",
    "title": "Headline",
}


def paths(archive: Archive) -> Iterator[str]:
    yield from _own(archive, archive.at)
    yield from archive.tombstones


def _own(archive: Archive, addresses: Iterable[str]) -> Iterator[str]:
    """All that stands there of these articles themselves."""
    if not archive.site.markdown:
        return iter(addresses)
    return (path for address in addresses for path in urls.beside(address))


def page(archive: Archive, path: str) -> Page | None:
    if path in archive.tombstones:
        return Page(path, "tombstone.html", _tombstone(archive, archive.read(archive.tombstones[path])))
    i = archive.at.get(path)
    if i is None:
        return _markdown(archive, path) if archive.site.markdown else None
    head = archive.read(archive.cards[i])
    return Page(path, "article.html", _view(archive, i, head), body_of=head.path, body=head.body)


def _markdown(archive: Archive, path: str) -> Page | None:
    """What the article says, and of its fields those that its page shows: none that nobody knows, and no headline
    printed beside it, which may be that of a withdrawn one."""
    i = next((i for address in urls.of_markdown(path) if (i := archive.at.get(address)) is not None), None)
    if i is None:
        return None
    head = archive.read(archive.cards[i])
    meta = replace(head.meta, source=replace(head.meta.source, previous="", next=""), extra=())
    return Page(path, "article.txt", MarkdownView(frontmatter.join(meta, "")), body_of=head.path, body=head.body)


def ahead(archive: Archive, paths: Iterable[str]) -> None:
    """Find what is related to all these at once: that takes less time than between other things."""
    for path in paths:
        if (i := archive.at.get(path)) is not None:
            near(archive, i)


def reached(change: Change) -> Iterator[str]:
    """Its own page; those that lead to it as the next one in time, or as related; and where a topic gets a page or a
    month a page a day, all that lead there."""
    archive = change.archive
    yield from unmoved(archive, change.cards)
    yield from (archive.cards[i].url for i in {*_beside(change), *_related(change), *_led_elsewhere(change)})


def unmoved(archive: Archive, cards: Iterable[Card]) -> Iterator[str]:
    """What of an article can differ where nothing but its body did."""
    return _own(archive, [card.url for card in cards])


def _beside(change: Change) -> Iterator[int]:
    archive = change.archive
    here = {i for i, _ in change.places}
    for steps in (archive.older, archive.newer):
        yield from (i for i, step in enumerate(steps) if step in here)
    days = [i for i in range(archive.dated) if len(archive.units[i]) == len("YYYY-MM-DD")]
    for i, _ in change.places:
        at = bisect_left(days, i)
        yield from days[max(at - 1, 0) : at + 2]


def _related(change: Change) -> Iterator[int]:
    archive = change.archive
    tags = {text.fold(topic.name): topic for topic in change.topics if topic.kind == "tags"}
    for i, card in change.places:
        for kind, key, _ in card.topics:
            if kind == "tags" and key in tags:
                yield from related.around(i, bool(card.order), tags[key].members, archive.dated)


def _led_elsewhere(change: Change) -> Iterator[int]:
    archive = change.archive
    for topic in turned(change):
        yield from topic.members
    for month in (unit for unit in change.units if len(unit) == len("YYYY-MM")):
        now = archive.counts.get(month, 0)
        if crossed(change.count_before(now, month), now, LONG):
            yield from within(archive, range(archive.dated), month)


def _view(archive: Archive, i: int, head: Head) -> ArticleView:
    meta = head.meta
    lang, direction = language(archive, meta.language)
    topics = _topics(archive, i)
    before, after = _in_first_tag(archive, i)
    return ArticleView(
        title=meta.title,
        id=head.id,
        canonical=hosts.absolute(archive.site, head.url),
        cited=hosts.absolute(archive.site, archive.cited[head.id]) if head.id in archive.cited else "",
        summary=head.summary,
        lang=lang,
        dir=direction,
        breadcrumbs=trail(archive, archive.units[i]),
        kicker=meta.kicker,
        deck=meta.deck,
        section=next(iter(topics["sections"]), None),
        authors=tuple(topics["authors"]),
        agency=next(iter(topics["agencies"]), None),
        date=date_view(archive, i, meta),
        updated=_dated(archive, meta.updated),
        dateline=meta.dateline,
        places=tuple(topics["places"]),
        pictures=tuple(_picture(archive, image) for image in meta.images),
        tags=tuple(topics["tags"]),
        corrections=tuple(_correction(archive, correction) for correction in meta.corrections),
        license=meta.license or archive.site.license,
        source=meta.source,
        inferred=tuple(Note(_field(archive, name), rule(archive, how)) for name, how in meta.inferred),
        previous=_neighbour(archive, i, older=True),
        next=_neighbour(archive, i, older=False),
        tag_previous=before,
        tag_next=after,
        related=entries(archive, near(archive, i)),
        markdown=urls.markdown(head.url) if archive.site.markdown else "",
    )


trail = once("trail", breadcrumbs)
near = once("related", related.related, 1 << 10)


def _dated(archive: Archive, date: Date | None) -> DateView | None:
    return DateView(archive.tongue.date(date), edtf.iso(date)) if date else None


def _correction(archive: Archive, correction: Correction) -> Note:
    date = correction.date
    return Note(archive.tongue.date(date) if date else "", correction.text, edtf.iso(date) if date else "")


def _field(archive: Archive, name: str) -> str:
    return archive.tongue.say(_FIELDS[name]) if name in _FIELDS else name.capitalize()


def _topics(archive: Archive, i: int) -> dict[TopicKind, list[Link]]:
    found: dict[TopicKind, list[Link]] = {"sections": [], "authors": [], "agencies": [], "places": [], "tags": []}
    for t in archive.borne(i):
        found[archive.topics[t].kind].append(topic_link(archive, t))
    return found


def _picture(archive: Archive, image: Image) -> Picture:
    """A picture whose file is not there is one that is not in this archive, and so is one elsewhere on the web: it is
    not loaded by anybody's browser, only linked."""
    src, said = urls.picture(image.file), (image.caption, image.credit, image.alt)
    shown = pictures.picture(src, archive.pictures.get(src), *said) if src in archive.media else Picture("", *said)
    return shown if shown.src else shown._replace(url=urls.web(image.file) or urls.web(image.url))


def _neighbour(archive: Archive, i: int, *, older: bool) -> Neighbour | None:
    """The article before or after; for one without a day, failing that, the headline printed there."""
    step = (archive.older if older else archive.newer)[i]
    if step >= 0:
        return neighbour(archive, step)
    if len(archive.units[i]) == len("YYYY-MM-DD"):
        return None
    before, after = archive.cards[i].printed or ("", "")
    printed = before if older == archive.chains.previous_is_older else after
    if text.key(printed) in archive.silent:
        return None
    return Neighbour("", printed, "", *told_language(archive, printed)) if printed else None


def _in_first_tag(archive: Archive, i: int) -> tuple[Neighbour | None, Neighbour | None]:
    """The dated articles before and after it that bear the first of its tags. What is related to them stands as near,
    so that no page changes for these alone."""
    tag = next((t for t in archive.borne(i) if archive.topics[t].kind == "tags"), None)
    if tag is None or i >= archive.dated:
        return None, None
    members = archive.topics[tag].members
    at = bisect_left(members, i)
    older = members[at - 1] if at else None
    newer = members[at + 1] if at + 1 < len(members) and members[at + 1] < archive.dated else None
    return (
        neighbour(archive, older) if older is not None else None,
        neighbour(archive, newer) if newer is not None else None,
    )


def _tombstone(archive: Archive, head: Head) -> TombstoneView:
    """When and why, and nothing of what it said: no headline, no tags, no date of its own."""
    withdrawn = head.meta.withdrawn
    date = _dated(archive, withdrawn.date) if withdrawn else None
    reason = withdrawn.reason if withdrawn else ""
    return TombstoneView(archive.tongue.say("Withdrawn article"), date, reason, (home(archive),))
