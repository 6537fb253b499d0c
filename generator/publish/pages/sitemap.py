"""Sitemaps (sitemaps.org 0.9), cut by year so that old ones hold still. Only where site.yaml names a `url`. Pure."""

import re
from collections.abc import Iterator

from generator.publish import urls
from generator.publish.archive import within
from generator.publish.change import Change
from generator.publish.model import Archive
from generator.views import Page, SitemapUrl, SitemapView

MOST = 50_000  # addresses a sitemap may hold; more are cut into parts

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
        parts = tuple(SitemapUrl(urls.absolute(archive.site.url, part)) for part in _parts(archive))
        return Page(path, "sitemap.xml", SitemapView(parts, index=True))
    at = int(match[2] or 1) - 1
    found = _urls(archive, match[1])[at * MOST : (at + 1) * MOST]
    return Page(path, "sitemap.xml", SitemapView(tuple(found))) if found and path in set(_parts(archive)) else None


def reached(change: Change) -> Iterator[str]:
    """The list of sitemaps, that of lists, and those of the years concerned, with a part more than there may be."""
    if change.archive.site.url:
        yield "sitemap.xml"
        for name in {"lists", *(card.unit[:4] or "undated" for card in change.shown)}:
            parts = range(len(change.archive.cards) // MOST + 2)
            yield from (_address(name, part) for part in parts)


def _address(name: str, part: int) -> str:
    return f"sitemap-{name}-{part + 1}.xml" if part else f"sitemap-{name}.xml"


def _parts(archive: Archive) -> Iterator[str]:
    names = {"lists": 1, **{year: archive.counts[year] for year in archive.counts if len(year) == 4}}
    names["undated"] = len(archive.cards) - archive.dated
    for name, size in names.items():
        for part in range((size + MOST - 1) // MOST):
            yield _address(name, part)


def _urls(archive: Archive, name: str) -> list[SitemapUrl]:
    if name == "lists":
        fixed = ["index.html", *archive.standing, *(urls.calendar(unit) for unit in archive.counts if len(unit) < 10)]
        return [SitemapUrl(urls.absolute(archive.site.url, path)) for path in fixed]
    members = (
        range(archive.dated, len(archive.cards)) if name == "undated" else within(archive, range(archive.dated), name)
    )
    cards = [archive.cards[i] for i in members]
    return [SitemapUrl(urls.absolute(archive.site.url, card.url), card.lastmod) for card in cards]
