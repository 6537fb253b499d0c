"""Views of the pages that people read: articles, lists, the front page. Pure."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Source
from generator.views.parts import (
    DateView,
    Door,
    DoorGroup,
    Entry,
    Group,
    Link,
    Month,
    Neighbour,
    Note,
    Picture,
    Profile,
    Step,
)


class ArticleView(NamedTuple):
    """An article. `cited`: the address to cite, where that is another than `canonical`; `tag_previous`, `tag_next`:
    those before and after it that bear the first of its tags; `within`: the pictures that its text shows, where their
    sizes are known."""

    title: str
    id: str = ""
    canonical: str = ""
    cited: str = ""
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
    markdown: str = ""
    within: tuple[Picture, ...] = ()


class MarkdownView(NamedTuple):
    """The Markdown beside an article. `header`: its front matter, with the lines around it."""

    header: str


class MovedView(NamedTuple):
    """The page at an old address. `to`: where the article stands now."""

    title: str
    to: str
    canonical: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """The page of a withdrawn article: when and why, and nothing of what it said."""

    title: str
    date: DateView | None = None
    reason: str = ""
    breadcrumbs: tuple[Link, ...] = ()


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
    lang: str = ""
    dir: str = ""


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
class AboutView:
    """What there is to say of an archive whose people wrote no about page."""

    title: str
    canonical: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    covers: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class StandingView:
    """A standing page (about, method, contact); its body is Markdown from content/pages, which shows the pictures
    `within`."""

    title: str
    canonical: str = ""
    lang: str = ""
    dir: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    within: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """404.html, which hosts serve at any depth. `home` = the root of the site ("/" or "/archive/").

    years   the pages of years; `kinds`: each A–Z of topics
    """

    title: str
    home: str = "/"
    years: tuple[Link, ...] = ()
    kinds: tuple[Link, ...] = ()
