"""The frozen types of publishing: what headlines tell, topics, the archive that all pages are cut from. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Literal, NamedTuple, cast

from generator.model import Date, Head, Meta, SiteConfig, Status
from generator.tongue import ENGLISH, Tongue


@dataclass(frozen=True, slots=True)
class Clue:
    """What one article tells the chain: its headline and date, and the headlines printed beside it."""

    id: str
    title: str
    date: Date | None = None
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A headline printed beside articles of the archive that no article of the archive bears.

    after, before   ids of the articles known to come just before and just after it in time
    """

    title: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    bracket: Date | None = None


@dataclass(frozen=True, slots=True)
class Chains:
    """What printed headlines say about order. Made by `chain.resolve`.

    previous_is_older   which way "Previous" points in this archive, learned from dated pairs
    older, newer        article id → id of its neighbour in its chain, as sorted pairs
    bridges             older id → newer id of two articles that exactly one missing article parts, as sorted pairs
    brackets            id of an undated article → the interval in which it was published, never narrower than known;
                        known along links and bridges
    runs                undated articles whose order is known, oldest to newest; linked or bridged, each to the next one
                        in its run; dated ends and missing articles left out
    wanted              headlines no article bears, in chain order where known
    problems            contradictions and loops, in plain words, one each; the links concerned are not followed
    """

    previous_is_older: bool = True
    older: tuple[tuple[str, str], ...] = ()
    newer: tuple[tuple[str, str], ...] = ()
    bridges: tuple[tuple[str, str], ...] = ()
    brackets: tuple[tuple[str, Date], ...] = ()
    runs: tuple[tuple[str, ...], ...] = ()
    wanted: tuple[Wanted, ...] = ()
    problems: tuple[str, ...] = ()


TopicKind = Literal["tags", "sections", "places", "authors", "agencies"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A tag, section, place, author or agency and the articles that bear it (indexes into `Archive.cards`)."""

    kind: TopicKind
    name: str
    slug: str
    members: Sequence[int]
    named: bool = False  # site.yaml names it: it has a page even with one article
    guessed: bool = False  # of no article was it said; ingest found it in their texts


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing page: content/pages/about.md stands at about.html."""

    path: str
    url: str
    meta: Meta
    body: str


Borne = tuple[TopicKind, str, str]  # kind, folded name, name


class Released(NamedTuple):
    """An address at which an article was released, and when (UTC, as it sorts; "" = not known)."""

    path: str
    id: str
    since: str = ""


class Redirect(NamedTuple):
    """An old address of an article.

    address  as the world asks for it: /old/path, /old.html, /?p=123
    to       where the article stands, "" = it is here no more
    path     of the page that leads on, "" = none can, for the address has a query
    id       of the article
    """

    address: str
    to: str
    path: str = ""
    id: str = ""


def whole(topic: Borne) -> str:
    """In one text, of which all articles that bear the topic have one copy."""
    return intern("\0".join(topic))


def parts(text: str) -> Borne:
    kind, key, name = text.split("\0")
    return cast("TopicKind", kind), key, name


class Card(NamedTuple):
    """One article as the index and all other pages know it. Plain values, so that `marshal` can keep it.

    status    also "scheduled": published, but its time is not come
    claim     its address as the disk that is least particular knows it; "" = the site itself stands there
    date      as it is written (EDTF), "" for an undated one
    order     what it sorts by: its date (edtf.order), then its id; "" for one without a unit of the calendar
    day       the first day its date can mean, "" for an undated one
    unit      the finest calendar unit that holds its date, "" for an undated one or a wider span
    gist      its summary in UTF-8, which takes half the room
    summarised  the summary is its author's, not the beginning of the body
    borne     each topic that it bears, as site.yaml has it, in one text: see `topics`
    guessed   its tags were found in its text, its source gave none
    printed   the headlines printed beside it, of the one before and the one after; () where there are none
    notes     (date, text) of each of its corrections; of a withdrawn one, when and why, and nothing else
    lastmod   date of the last real change, as it is written, "" = not known
    retrieved  the day on which it was fetched (YYYY-MM-DD), "" = not known
    images    files of its pictures
    extra     names of fields that nobody knows
    aliases   its old addresses, as they are written
    refused   why its body cannot be read as Markdown, "" = it can
    """

    id: str
    path: str
    url: str
    claim: str
    status: Status | Literal["scheduled"]
    title: str
    date: str
    language: str
    gist: bytes
    summarised: bool
    order: str
    day: str
    unit: str
    borne: tuple[str, ...]
    guessed: bool
    printed: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    featured: bool
    lastmod: str
    retrieved: str
    images: tuple[str, ...]
    extra: tuple[str, ...]
    aliases: tuple[str, ...]
    refused: str

    @property
    def summary(self) -> str:
        return self.gist.decode(errors="surrogatepass")

    @property
    def topics(self) -> list[Borne]:
        """(kind, folded name, name) of each topic."""
        return [parts(text) for text in self.borne]


class Sight(NamedTuple):
    """What a look at a picture tells. Plain values, so that `marshal` can keep it.

    digest         SHA-256 of its bytes
    width, height  pixels as they are shown, 0 = not known
    scaled         smaller copies of it can be made
    clear          what stands behind it may be seen through it
    placed         it says where it was taken (GPS)
    wrong          a key of pictures.WRONG, "" = nothing
    """

    digest: str
    width: int = 0
    height: int = 0
    scaled: bool = False
    clear: bool = False
    placed: bool = False
    wrong: str = ""


Sights = Mapping[str, Sight]  # by the pictures' addresses


@dataclass(frozen=True, slots=True)
class Archive:
    """All that pages are cut from. Made by `archive.index`.

    cards           dated ones oldest first, then undated ones: chained runs in their order, then by headline
    read            the head of an article, with all that its own page says: from its file, as it stands there now
    dated           how many of them have a date; cards[:dated] make up the calendar
    days            per card: the first day its date can mean, YYYY-MM-DD; "" for an undated one
    ordinals        per card: the number of that day; 0 for an undated one
    units           per card: the finest calendar unit that holds its date: 2020-11-18, 2020-11, 2020, ""
    brackets        per card: the interval in which an undated one was published, as far as anything tells
    reasons         per card: what told its bracket: chain, weekday, published; "" = nothing
    letters         (first letters of the headline, index) of each undated article, sorted
    counts          calendar unit (2020, 2020-11, 2020-11-18) → number of articles dated inside it, in order of dates
    older, newer    per card: index of the article before and after it in time, -1 for none
    topics          each kind sorted by name
    named           what a card may bear → index of the topic
    at, ids         address → index in cards; id → index in cards
    tombstones      withdrawn articles: they have a page and stand in no list
    silent          `text.key` of headlines that are printed nowhere: of withdrawn articles, and of drafts
    media           addresses of the pictures that are there
    moved           old addresses, by the path of the page at each, or by themselves where there can be none
    cited           id → the address to cite, where an article stands at another than those it was released at
    released        there are addresses that were released
    pictures        what is known of each that could be looked at, by its address
    printing        some article, shown or not, prints headlines of others
    tongue          what its pages speak
    made            what pages have made of it lately, by what it is: an entry stands on many lists
    """

    site: SiteConfig
    cards: Sequence[Card]
    read: Callable[[Card], Head] = field(compare=False, repr=False)
    dated: int
    days: tuple[str, ...]
    ordinals: Sequence[int]
    units: tuple[str, ...]
    brackets: tuple[Date | None, ...]
    reasons: tuple[str, ...]
    letters: tuple[tuple[str, int], ...]
    counts: Mapping[str, int]
    older: Sequence[int]
    newer: Sequence[int]
    topics: tuple[Topic, ...]
    named: Mapping[str, int]
    topic_at: Mapping[tuple[str, str], int]
    at: Mapping[str, int]
    ids: Mapping[str, int]
    chains: Chains
    silent: frozenset[str]
    tombstones: Mapping[str, Card]
    standing: Mapping[str, Standing]
    media: frozenset[str]
    moved: Mapping[str, Redirect] = field(default_factory=dict)
    cited: Mapping[str, str] = field(default_factory=dict)
    released: bool = False
    pictures: Sights = field(default_factory=dict, repr=False)
    printing: bool = False
    tongue: Tongue = field(default=ENGLISH, compare=False)
    made: dict[str, dict[Any, Any]] = field(default_factory=dict, compare=False, repr=False)

    def borne(self, i: int) -> list[int]:
        """Indexes of the topics that a card bears, in the order of its front matter, each once."""
        return list(dict.fromkeys([self.named[one] for one in self.cards[i].borne]))
