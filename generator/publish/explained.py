"""What there is to tell of one address of the site: what changed since it was built, what stands on its page. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Literal
from urllib.parse import unquote

from generator.model import Trace
from generator.publish import hosts, urls
from generator.publish.archive import within
from generator.publish.model import Archive
from generator.publish.traces import INPUTS, differing
from generator.views import ArticleView, Door, Entry, FeedEntry, Link, Neighbour, Page, SitemapUrl, YearView

Stat = tuple[int, int] | None
State = Literal["as it was", "changed", "never built", "no page any more"]
File = Literal["as it was made", "altered", "gone", "never made"]


@dataclass(frozen=True, slots=True)
class Explained:
    """An address of the site.

    inputs             of traces.INPUTS, or of the file that is copied (`copy`) → whether another would be taken now
    file               the file in output/
    layout             "" = it is copied, or no page any more
    article            the Markdown file of the article whose page it is, "" = none
    source             the file whose text it shows, or whose copy it is; a `smaller` one, of a picture
    previous, next     addresses of articles, or the headline of one that is not there
    related, articles  addresses of related ones; the Markdown files of all that any other page shows or leads to
    """

    path: str
    state: State
    inputs: tuple[tuple[str, bool], ...]
    file: File
    layout: str = ""
    article: str = ""
    source: str = ""
    previous: str = ""
    next: str = ""
    related: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    smaller: bool = False


def of_page(archive: Archive, page: Page, inputs: tuple[str, ...], trace: Trace | None, stat: Stat) -> Explained:
    """`inputs`: the digests as a build would find them now; `trace`, None = no build has made it."""
    view = page.view
    known = archive.tombstones.get(page.path)
    told = Explained(
        page.path,
        *_compared(dict(zip(INPUTS, inputs, strict=True)), trace, stat),
        layout=page.template,
        article=known.path if known else page.body_of if page.path in archive.at else "",
        source=page.body_of,
    )
    if not isinstance(view, ArticleView):
        return replace(told, articles=_articles(archive, page))
    related = tuple([entry.path for entry in view.related])
    return replace(told, previous=_neighbour(view.previous), next=_neighbour(view.next), related=related)


def of_copy(path: str, source: str, digest: str, trace: Trace | None, stat: Stat) -> Explained:
    """A file that is copied as it is; `digest` of its bytes."""
    return Explained(path, *_compared({"copy": digest}, trace, stat), source=source)


def of_smaller(path: str, source: str, digest: str, trace: Trace | None, stat: Stat) -> Explained:
    """A smaller copy of a picture; `digest` of all that decides it."""
    return Explained(path, *_compared({"smaller": digest}, trace, stat), source=source, smaller=True)


def of_none(path: str, trace: Trace, stat: Stat) -> Explained:
    """What the last build made, and the next one would not."""
    return Explained(path, "no page any more", (), standing(trace, stat))


def standing(trace: Trace | None, stat: Stat) -> File:
    """Whether the file in output/ is what was made, as far as its size and time tell."""
    if trace is None:
        return "never made"
    if stat is None:
        return "gone"
    return "as it was made" if stat == (trace.size, trace.mtime_ns) else "altered"


def _compared(
    inputs: Mapping[str, str], trace: Trace | None, stat: Stat
) -> tuple[State, tuple[tuple[str, bool], ...], File]:
    if trace is None:
        return "never built", (), standing(trace, stat)
    found = tuple(zip(inputs, differing(trace, [*inputs.values()]), strict=True))
    return "changed" if any(other for _, other in found) else "as it was", found, standing(trace, stat)


# ── What stands on it ────────────────────────────────────────────────────────────────────────────────────────────


def _neighbour(found: Neighbour | None) -> str:
    return (found.path or found.title) if found else ""


def _articles(archive: Archive, page: Page) -> tuple[str, ...]:
    """The Markdown files of the articles that a page shows or leads to, in its order; a year's calendars lead to all
    of it."""
    if isinstance(page.view, YearView):
        return tuple([archive.cards[i].path for i in within(archive, range(archive.dated), page.view.title)])
    base = archive.site.url or urls.root(page.path)
    host = archive.site.host
    found = (archive.at.get(hosts.file(host, address)) for address in _addresses(page.view, base))
    return tuple(dict.fromkeys(archive.cards[i].path for i in found if i is not None))


def _addresses(view: object, base: str) -> Iterator[str]:
    """All addresses that anything in a view names, as the site knows them. Feeds and sitemaps have them encoded, and
    from `base` on."""
    if isinstance(view, FeedEntry | SitemapUrl):
        yield unquote((view.url if isinstance(view, FeedEntry) else view.loc).removeprefix(base))
    elif isinstance(view, Entry | Link | Door):
        yield view.path
    elif isinstance(view, tuple):
        for one in view:
            yield from _addresses(one, base)
    elif is_dataclass(view):
        for field in fields(view):
            yield from _addresses(getattr(view, field.name), base)
