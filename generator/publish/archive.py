"""Cards → archive: order, neighbours, topics. Pure.

Everything that a page may show of other articles is decided here, once, for the whole archive; a page only looks it up.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from operator import attrgetter

from generator import edtf, text
from generator.model import Date, Head, SiteConfig
from generator.publish import chain
from generator.publish.cards import card_of
from generator.publish.letters import LETTERS, letter_key
from generator.publish.model import Archive, Card, Chains, Clue, Standing
from generator.publish.topics import Rules, topics
from generator.publish.weekdays import narrowed
from generator.tongue import ENGLISH, Tongue


def index(
    heads: Iterable[Head],
    site: SiteConfig,
    standing: Iterable[Standing] = (),
    media: Collection[str] = (),
    tongue: Tongue = ENGLISH,
) -> Archive:
    """The archive of these articles, which have distinct ids and addresses. The order of the input does not matter."""
    rules = Rules(site)
    known = {head.id: head for head in heads}
    cards = [card_of(head, rules) for head in known.values()]
    return of_cards(cards, lambda card: known[card.id], site, standing, media, tongue)


def of_cards(  # noqa: PLR0913, PLR0917 - all that an archive is made of
    articles: Iterable[Card],
    read: Callable[[Card], Head],
    site: SiteConfig,
    standing: Iterable[Standing] = (),
    media: Collection[str] = (),
    tongue: Tongue = ENGLISH,
) -> Archive:
    """The same of articles whose cards are written, and whose heads can be read. `media`: addresses of pictures.

    Withdrawn articles and drafts stand in no list, but they tell the order of the others; what they are called is
    printed nowhere."""
    everything = list(articles)  # in the order of their files, nearly that of time, which is sorted in no time
    withdrawn = [card for card in everything if card.status == "withdrawn"]
    chains = chain.resolve(_clues(everything), site.published)
    cards, dated = _ordered([card for card in everything if card.status == "published"], chains)
    ids = {card.id: i for i, card in enumerate(cards)}
    older, newer = _neighbours(cards, dated, ids, chains)
    brackets = _brackets(cards, chains, site)
    found, named = topics(cards, site)
    days = tuple([card.day for card in cards])
    silent = frozenset([text.key(card.title) for card in everything if card.id not in ids])
    numbers = {day: date.fromisoformat(day).toordinal() if day else 0 for day in set(days)}
    return Archive(
        site=site,
        cards=tuple(cards),
        read=read,
        dated=dated,
        days=days,
        ordinals=tuple([numbers[day] for day in days]),
        units=tuple([card.unit for card in cards]),
        brackets=tuple([bracket for bracket, _ in brackets]),
        reasons=tuple([reason for _, reason in brackets]),
        letters=_letters(cards, dated),
        counts=_counts(card.unit for card in cards),
        older=older,
        newer=newer,
        topics=found,
        named=named,
        topic_at={(topic.kind, topic.slug): i for i, topic in enumerate(found)},
        at={card.url: i for i, card in enumerate(cards)},
        ids=ids,
        chains=_outspoken(chains, ids, silent),
        silent=silent,
        tombstones={card.url: card for card in sorted(withdrawn, key=lambda card: card.id)},
        standing={page.url: page for page in standing},
        media=frozenset(media),
        printing=any(card.printed for card in everything),
        tongue=tongue,
    )


# What of a card decides its place in the archive. Other articles and lists stand as they are where these are the same.
PLACED = (
    "id", "path", "url", "claim", "status", "date", "order", "day", "unit", "borne", "guessed", "printed", "aliases",
)  # fmt: skip


def amended(archive: Archive, gone: Sequence[Card], came: Sequence[Card]) -> Archive | None:
    """The archive where these cards stand instead of those: as `of_cards` would make it, in a fraction of the time.
    None where one of them might stand in another place; an edit that moves nothing is what an editor mostly does."""
    before = {card.path: card for card in gone}
    stays = [card for card in came if card.path in before and _stays(before[card.path], card)]
    if archive.printing or not len(stays) == len(came) == len(gone):
        return None
    cards = list(archive.cards)
    for card in stays:
        cards[archive.ids[card.id]] = card
    return replace(archive, cards=tuple(cards), made={})


_placed = attrgetter(*PLACED)


def _stays(was: Card, card: Card) -> bool:
    """An undated one is sorted by its headline, and one that is not shown may have one that must not be told."""
    return card.status == "published" and bool(card.order) and _placed(was) == _placed(card)


def _clues(articles: Sequence[Card]) -> Iterable[Clue]:
    """What the articles tell the chain: where none prints a headline, the undated ones alone, for their brackets."""
    printing = any(card.printed for card in articles)
    return [clue(card) for card in articles if printing or not card.date]


def _outspoken(chains: Chains, ids: Mapping[str, int], silent: Collection[str]) -> Chains:
    """The chains without what would name a withdrawn article, or be named by one alone."""
    runs = (tuple(id for id in run if id in ids) for run in chains.runs)
    wanted = (
        replace(
            one, after=tuple(id for id in one.after if id in ids), before=tuple(id for id in one.before if id in ids)
        )
        for one in chains.wanted
        if text.key(one.title) not in silent
    )
    return replace(
        chains,
        runs=tuple(run for run in runs if run),
        wanted=tuple(one for one in wanted if one.after or one.before),
    )


def clue(card: Card) -> Clue:
    return Clue(card.id, card.title, edtf.parse(card.date) if card.date else None, *card.printed)


def _ordered(articles: Sequence[Card], chains: Chains) -> tuple[list[Card], int]:
    """Dated articles by date, then the undated: chained runs in the order of their pages, the rest by headline."""
    dated = sorted([card for card in articles if card.order], key=attrgetter("order"))
    place = {id: (n, m) for n, run in enumerate(chains.runs) for m, id in enumerate(run)}
    last = len(chains.runs), 0
    undated = [card for card in articles if not card.order]
    undated.sort(key=lambda card: (place.get(card.id, last), text.key(card.title), card.id))
    return [*dated, *undated], len(dated)


def _neighbours(
    cards: Sequence[Card], dated: int, ids: dict[str, int], chains: Chains
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who comes before and after each article.

    Articles with a day follow one another by date. One without takes the neighbours that its own page printed; and
    where those have a day, they lead to it too, so that no walk from end to end jumps over it.
    """
    older, newer = [-1] * len(cards), [-1] * len(cards)
    walk = [i for i in range(dated) if len(cards[i].unit) == len("YYYY-MM-DD")]
    for a, b in pairwise(walk):
        newer[a], older[b] = b, a
    has_day = set(walk) if chains.older or chains.newer else frozenset()
    for steps, links in ((older, dict(chains.older)), (newer, dict(chains.newer))):
        for here in links.keys() & ids.keys():
            there = links[here]
            while there not in ids and there in links:  # over the withdrawn one to the next
                there = links[there]
            if there in ids and not {ids[here], ids[there]} <= has_day:
                steps[ids[here]] = ids[there]
    return tuple(older), tuple(newer)


def _brackets(cards: Sequence[Card], chains: Chains, site: SiteConfig) -> list[tuple[Date | None, str]]:
    """Of each article the interval in which it was published, as far as anything tells, and what told it."""
    found: list[tuple[Date | None, str]] = []
    told = dict(chains.brackets)
    for card in cards:
        bracket = told.get(card.id)
        if bracket is None or bracket == site.published:
            found.append((bracket, "published" if bracket else ""))
            continue
        closer = narrowed(bracket, "" if card.summarised else card.summary)
        found.append((closer, "chain" if closer == bracket else "weekday"))
    return found


def _counts(units: Iterable[str]) -> dict[str, int]:
    """How many articles are dated inside each year, month and day, in order of dates."""
    found: Counter[str] = Counter()
    for unit, articles in Counter(units).items():  # few days, many articles
        found.update({unit[:width]: articles for width in (4, 7, 10) if len(unit) >= width})
    return dict(sorted(found.items()))


def _letters(cards: Sequence[Card], dated: int) -> tuple[tuple[str, int], ...]:
    """The undated articles by the first letters of their headlines."""
    keys = {i: letter_key(cards[i].title) for i in range(dated, len(cards))}
    return tuple((keys[i][:LETTERS], i) for i in sorted(keys, key=lambda i: (keys[i], cards[i].id)))


# ── Slices by date ───────────────────────────────────────────────────────────────────────────────────────────────


def within(archive: Archive, members: Sequence[int], unit: str) -> Sequence[int]:
    """The members dated inside a year, month or day. Found by bisection: members are in the order of dates."""
    dated = bisect_left(members, archive.dated)
    low = bisect_left(members, unit, hi=dated, key=archive.days.__getitem__)
    high = bisect_left(members, f"{unit}~", lo=low, hi=dated, key=archive.days.__getitem__)
    return [i for i in members[low:high] if archive.units[i].startswith(unit)]


def undated(archive: Archive, members: Sequence[int]) -> Sequence[int]:
    """The members without a date."""
    return members[bisect_left(members, archive.dated) :]


def split(archive: Archive, members: Sequence[int], width: int) -> tuple[list[tuple[str, list[int]]], list[int]]:
    """Dated members by unit (width 4 = years, 7 = months, 10 = days), oldest first; then those dated less finely."""
    parts: dict[str, list[int]] = {}
    coarse = []
    for i in members:
        unit = archive.units[i]
        if len(unit) >= width:
            parts.setdefault(unit[:width], []).append(i)
        elif unit:
            coarse.append(i)
    return sorted(parts.items()), coarse
