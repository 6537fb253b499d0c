"""Views of what the archive says of itself: coverage, logs, what is missing. Pure."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.views.parts import DateView, Door, Link, Step


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
class WantedEntry:
    """A headline that is wanted, and the articles beside which it was printed."""

    title: str
    lang: str = ""
    dir: str = ""
    bracket: str = ""
    after: tuple[Link, ...] = ()
    before: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class WantedView:
    title: str
    canonical: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    entries: tuple[WantedEntry, ...] = ()
