"""Views: exactly what one layout may read, and the page that carries it. Pure.

A view is the argument of a page; its digest decides whether the page is rendered again. So a view carries the least: a
neighbour is a link and a headline, not an article whose tags are no business of the page. The views of which a site has
many are named tuples: made, compared and digested at half of the price.

Addresses are paths relative to the output, not percent-encoded; an absent text is "".
"""

from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Source


class Link(NamedTuple):
    """A link to an address of this site; with path "" it is plain text."""

    path: str
    title: str
    lang: str = ""
    dir: str = ""


class Step(NamedTuple):
    """The way to the list before or after this one. `gap`: what it steps over, in words; "" = nothing."""

    path: str
    title: str
    gap: str = ""
    lang: str = ""
    dir: str = ""


class DateView(NamedTuple):
    """A date to show. `iso` is for <time datetime>, "" where HTML has no form for it; `edtf` is the date itself.

    `why` is "" for a date the article states, else what it was inferred from; `about`: it only lies in between.
    """

    label: str
    iso: str = ""
    why: str = ""
    edtf: str = ""
    about: bool = False


class Neighbour(NamedTuple):
    """The article before or after. path "" = known by its printed headline only: shown as text."""

    path: str
    title: str
    date: str = ""
    lang: str = ""
    dir: str = ""


class Entry(NamedTuple):
    """One article in a list."""

    path: str
    title: str
    date: str = ""
    place: str = ""
    section: str = ""
    summary: str = ""
    lang: str = ""
    dir: str = ""


class Picture(NamedTuple):
    """src "" = the picture is not in this archive: only its caption and credit are."""

    src: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


class Note(NamedTuple):
    """A label and what it says: a correction under its date (`iso`: for machines), an inferred field with its rule."""

    label: str
    text: str
    iso: str = ""


class ArticleView(NamedTuple):
    """An article. `tag_previous`, `tag_next`: those before and after it that bear the first of its tags."""

    title: str
    id: str = ""
    canonical: str = ""
    summary: str = ""
    lang: str = ""
    dir: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    kicker: str = ""
    deck: str = ""
    section: Link | None = None
    authors: tuple[Link, ...] = ()
    agency: Link | None = None
    date: DateView | None = None
    updated: DateView | None = None
    dateline: str = ""
    places: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tags: tuple[Link, ...] = ()
    corrections: tuple[Note, ...] = ()
    license: str = ""
    source: Source = Source()
    inferred: tuple[Note, ...] = ()
    previous: Neighbour | None = None
    next: Neighbour | None = None
    tag_previous: Neighbour | None = None
    tag_next: Neighbour | None = None
    related: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """The page of a withdrawn article: when and why, and nothing of what it said."""

    title: str
    date: DateView | None = None
    reason: str = ""
    breadcrumbs: tuple[Link, ...] = ()


class Group(NamedTuple):
    """Some entries under one label (a day, a month, a letter, or "" for none). `anchor` is the id of its heading."""

    label: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """A chart of articles per year. `label`: the same in words; `bars`: an SVG path, `width` wide and 32 high."""

    label: str
    first: str
    last: str
    width: int
    bars: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What the first page of a topic says of it as a whole. `where`: in words; `geo`: for programs (RFC 5870)."""

    aliases: tuple[Link, ...] = ()
    where: str = ""
    geo: str = ""
    years: Years | None = None
    together: tuple[Link, ...] = ()


class ListView(NamedTuple):
    """A list of articles: a topic, a month, a day, undated ones. `doors` lead to its finer parts."""

    title: str
    canonical: str = ""
    overline: str = ""
    description: str = ""
    covers: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    doors: tuple[Link, ...] = ()
    doors_title: str = ""
    groups: tuple[Group, ...] = ()
    previous: Step | None = None
    next: Step | None = None
    feed: str = ""
    topic: Profile | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A cell of a calendar. number "" = outside the month. count 0 = no article."""

    number: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A small calendar. path "" = nothing was published (as far as this archive knows)."""

    name: str
    path: str
    count: int
    weeks: tuple[tuple[Day, ...], ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year: twelve small calendars whose months are the links, and the articles dated no finer than the year."""

    title: str
    canonical: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    weekdays: tuple[tuple[str, str], ...] = ()  # name and shortest name, in the order of a week
    months: tuple[Month, ...] = ()
    entries: tuple[Entry, ...] = ()
    previous: Step | None = None
    next: Step | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """A line of an index or of the front page. path "" = plain text. `others`: further articles of a topic that has no
    page, the first of which is at `path`."""

    path: str
    title: str
    count: int = 0
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoorGroup:
    label: str
    anchor: str
    doors: tuple[Door, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class IndexView:
    """An A–Z of topics of one kind, or a part of it. `letters`: the doors to its parts, where it is cut."""

    title: str
    canonical: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    letters: tuple[Link, ...] = ()
    groups: tuple[DoorGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """Articles per year, or per month (`monthly`), as bars: `path` draws them 100 high, with 1 for each. `rows` say
    the same in words."""

    path: str
    columns: int
    rows: tuple[Door, ...]
    most: int
    monthly: bool = False


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page: the only page that may show totals."""

    title: str
    canonical: str = ""
    description: str = ""
    articles: int = 0
    undated: int = 0
    wanted: int = 0
    covers: str = ""
    lead: Entry | None = None
    newest_title: str = "Newest in the archive"
    newest: tuple[Entry, ...] = ()
    featured: tuple[Entry, ...] = ()
    lists: tuple[Group, ...] = ()
    chart: Chart | None = None
    last: DateView | None = None
    doors: tuple[DoorGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A year and what it holds, month by month; with path "" a year, or several, of which nothing is here. The counts
    of months do not add up to the year's where articles say no more than the year."""

    title: str
    path: str = ""
    count: int = 0
    months: tuple[Door, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Months of which nothing is here, the nearest that have any, and how many headlines are known to lie there."""

    said: str
    before: Link
    after: Link
    wanted: int = 0


@dataclass(frozen=True, slots=True)
class CoverageView:
    """What the archive holds, and what not.

    months    their names, for the heads of the table
    columns   how wide the map is: one for each day of a year, or for each week (`weekly`)
    layers    the paths that are laid over one another, the lightest first: each where there are as many articles as
              `steps` says, or more. A row of the map is 10 high
    shorter   gaps that are not listed, as there are too many
    """

    title: str
    canonical: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    articles: int = 0
    undated: int = 0
    wanted: int = 0
    covers: str = ""
    months: tuple[str, ...] = ()
    rows: tuple[CoverageRow, ...] = ()
    columns: int = 0
    weekly: bool = False
    track: str = ""
    layers: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()
    shorter: int = 0


class LogEntry(NamedTuple):
    """A correction of an article, or a withdrawal, which names none: its title is ""."""

    path: str
    title: str
    text: str
    date: DateView | None = None
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class LogView:
    """A log, or a year of it, newest first. `doors` lead to its years where it is long."""

    title: str
    canonical: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    description: str = ""
    doors: tuple[Link, ...] = ()
    entries: tuple[LogEntry, ...] = ()
    empty: str = ""
    previous: Step | None = None
    next: Step | None = None


@dataclass(frozen=True, slots=True)
class AboutView:
    """What there is to say of an archive whose people wrote no about page."""

    title: str
    canonical: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    covers: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class WantedEntry:
    """A headline that is wanted, and the articles beside which it was printed."""

    title: str
    bracket: str = ""
    after: tuple[Link, ...] = ()
    before: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class WantedView:
    title: str
    canonical: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    entries: tuple[WantedEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingView:
    """A standing page (about, method, contact); its body is Markdown from content/pages."""

    title: str
    canonical: str = ""
    lang: str = ""
    dir: str = ""
    breadcrumbs: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """404.html, which hosts serve at any depth. `home` = the root of the site ("/" or "/archive/").

    years   the pages of years; `kinds`: each A–Z of topics
    """

    title: str
    home: str = "/"
    years: tuple[Link, ...] = ()
    kinds: tuple[Link, ...] = ()


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


View = (
    ArticleView
    | TombstoneView
    | ListView
    | YearView
    | IndexView
    | FrontView
    | CoverageView
    | LogView
    | AboutView
    | WantedView
    | StandingView
    | NotFoundView
    | FeedView
    | SitemapView
    | RobotsView
    | IconView
    | ManifestView
)


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site: where it stands, which layout makes it, and everything that layout may read.

    body_of    path of the Markdown file whose body the layout sets, "" = none
    body       digest of that body
    """

    path: str
    template: str
    view: View
    body_of: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What every layout may read of the site: from site.yaml alone, never from counts. `feed` = address of the feed,
    `styles` = those of the stylesheets."""

    title: str
    tagline: str = ""
    url: str = ""
    language: str = "en"
    dir: str = "ltr"
    description: str = ""
    publisher: str = ""
    license: str = ""
    contact: str = ""
    logo: str = ""
    footer: str = ""
    accent: str = ""
    menu: tuple[Link, ...] = ()
    feed: str = "feed.xml"
    styles: tuple[str, ...] = ("static/style.css",)
