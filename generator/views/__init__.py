"""Views: exactly what one layout may read, and the page that carries it. Pure.

A view is the argument of a page; its digest decides whether the page is rendered again. So a view carries the least: a
neighbour is a link and a headline, not an article whose tags are no business of the page. The views of which a site has
many are named tuples: made, compared and digested at half of the price.

Addresses are paths relative to the output, not percent-encoded; an absent text is "".
"""

from dataclasses import dataclass

from generator.views.machines import (
    FeedEntry,
    FeedView,
    HostView,
    Icon,
    IconView,
    ManifestView,
    Moved,
    RobotsView,
    SitemapUrl,
    SitemapView,
)
from generator.views.pages import (
    AboutView,
    ArticleView,
    Chart,
    FrontView,
    IndexView,
    ListView,
    MarkdownView,
    MovedView,
    NotFoundView,
    StandingView,
    TombstoneView,
    YearView,
)
from generator.views.parts import (
    DateView,
    Day,
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
    Years,
)
from generator.views.records import CoverageRow, CoverageView, Gap, LogEntry, LogView, WantedEntry, WantedView

__all__ = [
    "AboutView",
    "ArticleView",
    "Chart",
    "Chrome",
    "CoverageRow",
    "CoverageView",
    "DateView",
    "Day",
    "Door",
    "DoorGroup",
    "Entry",
    "FeedEntry",
    "FeedView",
    "FrontView",
    "Gap",
    "Group",
    "HostView",
    "Icon",
    "IconView",
    "IndexView",
    "Link",
    "ListView",
    "LogEntry",
    "LogView",
    "ManifestView",
    "MarkdownView",
    "Month",
    "Moved",
    "MovedView",
    "Neighbour",
    "NotFoundView",
    "Note",
    "Page",
    "Picture",
    "Profile",
    "RobotsView",
    "SitemapUrl",
    "SitemapView",
    "StandingView",
    "Step",
    "TombstoneView",
    "View",
    "WantedEntry",
    "WantedView",
    "YearView",
    "Years",
]


View = (
    ArticleView
    | MarkdownView
    | MovedView
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
    | HostView
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
