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


class Moved(NamedTuple):
    """An old address: its path, decoded and from the root of the site, and its query as it is written; and where it
    leads, encoded and from the root of the host."""

    path: str
    query: str
    to: str

    @property
    def asked(self) -> tuple[str, ...]:
        """All that is asked for where somebody means it: a folder with its slash and without."""
        if self.path.endswith("/index.html"):
            return asked(self.path)
        folder = self.path.rstrip("/")
        if not folder or "." in folder.rpartition("/")[2] or self.query:
            return (self.path,)
        return folder, f"{folder}/"


@dataclass(frozen=True, slots=True)
class HostView:
    """What a site says to its host.

    base   its path there, "/" or "/archive/", decoded
    name   what sets it apart from others on one server
    gone   addresses of what was withdrawn
    """

    host: str
    base: str
    name: str
    moved: tuple[Moved, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def asked_in_vain(self) -> tuple[str, ...]:
        """All addresses of what is gone, from the root of the host."""
        return tuple(sorted({self.base + path for one in self.gone for path in asked(one)}))


def asked(path: str) -> tuple[str, ...]:
    """A file, and where it is the index of a folder, that."""
    return (path, path.removesuffix("index.html")) if path.endswith("/index.html") else (path,)
