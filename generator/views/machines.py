"""Views of what machines read: feeds, sitemaps, icons. Pure."""

from dataclasses import dataclass
from typing import NamedTuple


class FeedEntry(NamedTuple):
    """An article in a feed. `published` and `modified` are instants, "" where the day is not known; `updated` is the
    later of the two, or the first day that the article's date can mean: Atom must have one."""

    id: str
    title: str
    url: str
    published: str
    modified: str
    updated: str
    summary: str
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed: Atom (RFC 4287) or JSON Feed 1.1. Addresses are absolute where site.yaml has `url`.

    archive          it is a document of the archive (RFC 5005, 4), not one to subscribe to
    current          the feed to subscribe to, from a document of the archive
    earlier, later   the documents of the archive before and after it in time
    """

    id: str
    title: str
    subtitle: str
    home: str
    self_url: str
    updated: str
    entries: tuple[FeedEntry, ...]
    archive: bool = False
    current: str = ""
    earlier: str = ""
    later: str = ""


@dataclass(frozen=True, slots=True)
class SitemapUrl:
    loc: str
    lastmod: str = ""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """A sitemap (sitemaps.org 0.9): of pages, or with `index` of sitemaps."""

    urls: tuple[SitemapUrl, ...]
    index: bool = False


@dataclass(frozen=True, slots=True)
class RobotsView:
    """What crawlers may see: everything. `sitemap` is "" where site.yaml names no `url`."""

    sitemap: str = ""


@dataclass(frozen=True, slots=True)
class IconView:
    """The sign of the site in the browser: the first letter of its title, in `ink` on `ground`. `size` in pixels, 0 =
    any."""

    letter: str
    ink: str
    ground: str
    size: int = 0


class Icon(NamedTuple):
    """Where an icon stands, and its `size` in pixels, 0 = any."""

    path: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class ManifestView:
    """The web app manifest, which stands at the root of the site."""

    name: str
    short_name: str
    paper: str
    accent: str
    icons: tuple[Icon, ...] = ()
