"""Every frozen type that crosses a module's border, but for views (views.py). Pure; imports of ours only two.

    raw item ─▶ draft ─▶ (meta, Markdown) ══ the file a person may edit ══ ▶ head ─▶ archive ─▶ page ─▶ bytes

An absent text is "", an absent list (), an absent date None. Paths of the archive are POSIX paths relative to its
root (`content/raw/a.txt`); addresses are paths relative to the output (`2020/11/18/quake.html`), not percent-encoded.
"""

from dataclasses import dataclass, replace
from typing import Literal

from generator.errors import Location
from generator.frozen import filled_at_once

# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────────

Precision = Literal["instant", "day", "month", "year", "interval"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date of any precision: EDTF level 1 (ISO 8601-2), or an instant. Made by `edtf.parse`.

    text         as it stands in the front matter, e.g. 2020-11-18T09:30:00+03:00, 2020-11, 2020-11-16/2020-11-19
    first, last  the first and last day it can mean, YYYY-MM-DD; "" = open at that end
    precision    month and year also for `2020-11~`; everything wider or odder than a unit is an interval
    approximate  marked ~, ? or %
    """

    text: str
    first: str
    last: str
    precision: Precision
    approximate: bool = False


# ── Front matter ─────────────────────────────────────────────────────────────────────────────────────────────────

Status = Literal["draft", "published", "withdrawn"]
Value = str | tuple["Value", ...] | tuple[tuple[str, "Value"], ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, or the trace of one: a caption and credit whose file was never captured."""

    file: str = ""
    url: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    date: Date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    date: Date | None = None
    reason: str = ""


@filled_at_once
@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from. `previous` and `next` are headlines as printed beside it."""

    file: str = ""
    sha256: str = ""
    url: str = ""
    retrieved: str = ""
    previous: str = ""
    next: str = ""
    also: tuple[str, ...] = ()


@filled_at_once
@dataclass(frozen=True, slots=True)
class Meta:
    """Every front-matter field, typed, in the order in which it is written. See docs/front-matter.md."""

    id: str = ""
    title: str = ""
    date: Date | None = None
    updated: Date | None = None
    slug: str = ""
    kicker: str = ""
    deck: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    dateline: str = ""
    agency: str = ""
    authors: tuple[str, ...] = ()
    summary: str = ""
    images: tuple[Image, ...] = ()
    language: str = ""
    status: Status = "published"
    withdrawn: Withdrawal | None = None
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    license: str = ""
    identifier: str = ""
    featured: bool = False
    address: str = ""
    source: Source = Source()
    inferred: tuple[tuple[str, str], ...] = ()
    extra: tuple[tuple[str, Value], ...] = ()


# ── Ingest ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Hint:
    """What stands outside a raw item and speaks of it: a sidecar, an option, its path. Earlier hints win."""

    rule: str
    meta: Meta


@dataclass(frozen=True, slots=True)
class RawItem:
    """One article as it came. `origin.path` is the raw file, `origin.record` its place in a container."""

    origin: Location
    media_type: str
    body: bytes
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field says what it says: the rule, and the words in the raw item it rests on."""

    field: str
    rule: str
    line: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line of the raw item that did not go into the body, with the rule that cut it."""

    text: str
    rule: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a raw item that a person should look at: the rule that was not sure, the line and its words."""

    rule: str
    line: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of body: so far a paragraph of running text, its whitespace already folded to single blanks."""

    text: str
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Draft:
    """A raw item, understood: fields, body, the evidence for both, and what is doubtful."""

    origin: Location
    meta: Meta
    blocks: tuple[Block, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    furniture: tuple[CutLine, ...] = ()
    doubts: tuple[Doubt, ...] = ()


# ── site.yaml ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class TopicRule:
    """A section, an author or an agency as the archive names it; aliases lead to it; its page says what it is."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class TagRule(TopicRule):
    """The same of a tag; `off` drops it everywhere."""

    off: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRule(TopicRule):
    """The same of a place, and where it lies: degrees, north and east positive."""

    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class MenuItem:
    """`to` is an address in this site (`tags/index.html`) or an http(s) one."""

    title: str
    to: str


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list that layouts may show: the newest articles of a section or tag."""

    name: str
    section: str = ""
    tag: str = ""
    newest: int = 5


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """site.yaml, checked. Everything but the title has a default."""

    title: str
    tagline: str = ""
    url: str = ""
    language: str = "en"
    timezone: str = "UTC"
    publisher: str = ""
    published: Date | None = None
    description: str = ""
    license: str = ""
    contact: str = ""
    logo: str = ""
    menu: tuple[MenuItem, ...] = ()
    footer: str = ""
    accent: str = ""
    addresses: str = "{year}/{month}/{day}/{slug}.html"
    sections: tuple[TopicRule, ...] = ()  # in the order of their doors
    tags: tuple[TagRule, ...] = ()
    places: tuple[PlaceRule, ...] = ()
    authors: tuple[TopicRule, ...] = ()
    agencies: tuple[TopicRule, ...] = ()
    feeds: tuple[str, ...] = ()
    feeds_all: bool = False
    host: str = "folder"
    lists: tuple[NamedList, ...] = ()
    keep: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    guess_tags: bool = True  # `ingest: {tags: off}` says no
    markdown: bool = False  # that of an article stands beside its page
    search: bool = True
    unused: tuple[str, ...] = ()  # keys that this version understands but does not act on yet

    def shown(self) -> "SiteConfig":
        """As much of it as an article or a page can tell: without what only ingest reads."""
        return replace(self, keep=(), cut=(), columns=(), guess_tags=True)


# ── Publish: heads, traces, problems ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Head:
    """Everything about an article but its body: all that a list may show.

    path    the Markdown file, e.g. content/articles/2020/11/quake.md
    url     its address in the output
    body    digest of the Markdown below the front matter (the body itself is read when its page is rendered)
    """

    id: str
    path: str
    url: str
    meta: Meta
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What a page was made of and what came out: enough to know without rendering whether it still holds.

    inputs  digests, as traces.INPUTS names them; of a file that is copied, the SHA-256 of its bytes
    output  SHA-256 of the file
    """

    inputs: tuple[str, ...]
    output: str
    size: int
    mtime_ns: int
