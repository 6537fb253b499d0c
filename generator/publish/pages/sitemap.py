"""Sitemaps (sitemaps.org 0.9), cut by year so that old ones hold still. Only where site.yaml names a `url`. Pure.

Beside articles they name the pages that lead to them: of the calendar down to months, and of topics the first page,
which leads to its parts.
"""

import re
from collections.abc import Iterator
from html import escape

from generator.publish import hosts, urls
from generator.publish.archive import within
from generator.publish.change import Change
from generator.publish.model import Archive
from generator.publish.pages import about
from generator.publish.pages.atoz import has_index
from generator.publish.pages.entries import has_page, once
from generator.publish.topics import KINDS
from generator.views import Page, SitemapUrl, SitemapView

DAY = len("YYYY-MM-DD")
# A sitemap may hold 50,000 addresses, and 50 MB. An address has less than 2,048 signs, so with what stands around it no
# part of this many is larger. Longer ones no crawler takes.
MOST = 20_000
LONGEST = 2_047

_OURS = ("coverage.html", "wanted.html", "corrections.html", "withdrawn.html")

_PATH = re.compile(r"sitemap(?:-(\d{4}|undated|lists)(?:-(\d+))?)?\.xml")


def paths(archive: Archive) -> Iterator[str]:
    if archive.site.url:
        yield "sitemap.xml"
        yield from _parts(archive)


def page(archive: Archive, path: str) -> Page | None:
    match = _PATH.fullmatch(path)
    if not match or not archive.site.url:
        return None
    if not match[1]:
        parts = tuple(SitemapUrl(hosts.absolute(archive.site, part)) for part in _parts(archive))
        return Page(path, "sitemap.xml", SitemapView(parts, index=True))
    at = int(match[2] or 1) - 1
    found = _urls(archive, match[1])[at * MOST : (at + 1) * MOST]
    if not found or path not in set(_parts(archive)):
        return None
    room = LONGEST - 3 * len(archive.site.url.encode())  # whose letters may have to be encoded yet
    return Page(path, "sitemap.xml", SitemapView(tuple([url for url in found if _fits(url.loc, room)])))


def reached(change: Change) -> Iterator[str]:
    """The list of sitemaps, that of lists, and those of the years concerned: as many parts as there may be, or were."""
    archive = change.archive
    if archive.site.url:
        yield "sitemap.xml"
        most = len(archive.cards) + len(_lists(archive, "")) + len(change.before) + 4 * len(change.gone)
        for name in {"lists", *(card.unit[:4] or "undated" for card in change.shown)}:
            yield from (_address(name, part) for part in range(most // MOST + 1))


def _fits(address: str, room: int) -> bool:
    return 6 * len(address) <= room or len(escape(address)) <= room


def _address(name: str, part: int) -> str:
    return f"sitemap-{name}-{part + 1}.xml" if part else f"sitemap-{name}.xml"


def _parts(archive: Archive) -> Iterator[str]:
    names = {
        "lists": len(_lists(archive, "")),
        **{year: archive.counts[year] for year in archive.counts if len(year) == 4},
    }
    names["undated"] = len(archive.cards) - archive.dated
    for name, size in names.items():
        for part in range((size + MOST - 1) // MOST):
            yield _address(name, part)


def _listed(archive: Archive, _: str) -> list[str]:
    """The pages that lead to articles, in an order that no article more or less turns over."""
    calendar = [urls.calendar(unit) for unit in archive.counts if len(unit) < DAY]
    others = ["undated/index.html"] * bool(archive.letters) + list(_OURS) + list(about.paths(archive))
    indexes = [urls.topic(kind, "index") for kind in KINDS if has_index(archive, kind)]
    first = [urls.topic(topic.kind, topic.slug) for topic in archive.topics if has_page(topic)]
    return ["index.html", *archive.standing, *calendar, *others, *indexes, *first]


_lists = once("listed", _listed)


def _urls(archive: Archive, name: str) -> list[SitemapUrl]:
    if name == "lists":
        return [SitemapUrl(hosts.absolute(archive.site, path)) for path in _lists(archive, "")]
    members = (
        range(archive.dated, len(archive.cards)) if name == "undated" else within(archive, range(archive.dated), name)
    )
    cards = [archive.cards[i] for i in members]
    return [SitemapUrl(hosts.absolute(archive.site, card.url), card.lastmod[:DAY]) for card in cards]
