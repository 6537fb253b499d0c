"""What many pages show: links, dates, entries, pictures, doors. Pure."""

from dataclasses import dataclass
from typing import NamedTuple


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
    """src "" = the picture is not in this archive: only its caption and credit are.

    width, height  pixels, 0 = not known
    srcset         (address, width, height) of its copies, the smallest first; the last one is that at `src`
    whole          the picture itself, where `src` is a smaller copy
    url            where it is on the web, of one that is not in this archive
    clear          what stands behind it may be seen through it
    """

    src: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0
    srcset: tuple[tuple[str, int, int], ...] = ()
    whole: str = ""
    url: str = ""
    clear: bool = False


class Note(NamedTuple):
    """A label and what it says: a correction under its date (`iso`: for machines), an inferred field with its rule."""

    label: str
    text: str
    iso: str = ""


class Group(NamedTuple):
    """Some entries under one label (a day, a month, a letter, or "" for none). `anchor` is the id of its heading."""

    label: str
    anchor: str
    entries: tuple[Entry, ...]


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
