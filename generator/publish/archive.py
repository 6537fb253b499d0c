"""Heads → archive: order, neighbours, topics. Pure.

Everything that a page may show of other articles is decided here, once, for the whole archive; a page only looks it up.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator import edtf, text
from generator.fingerprint import digest
from generator.model import Archive, Chains, Clue, Head, SiteConfig, Standing, Topic, TopicKind
from generator.publish import chain
from generator.publish.urls import TOPIC_KINDS


def index(heads: Iterable[Head], site: SiteConfig, standing: Iterable[Standing] = ()) -> Archive:
    """The archive of these articles, which have distinct ids and addresses. The order of the input does not matter."""
    everything = sorted(heads, key=lambda head: head.id)
    living = [head for head in everything if head.meta.status != "withdrawn"]
    chains = chain.resolve(map(clue, living), site.published)
    ordered, dated = _ordered(living, chains)
    ids = {head.id: i for i, head in enumerate(ordered)}
    older, newer = _neighbours(ordered, dated, ids, chains)
    brackets = dict(chains.brackets)
    topics, bears = _topics(ordered, site)
    units = tuple(unit(head) for head in ordered)
    return Archive(
        site=site,
        heads=ordered,
        dated=dated,
        days=tuple(head.meta.date.first if head.meta.date and i < dated else "" for i, head in enumerate(ordered)),
        units=units,
        brackets=tuple(brackets.get(head.id) for head in ordered),
        letters=_letters(ordered, dated),
        counts=_counts(units),
        older=older,
        newer=newer,
        topics=topics,
        bears=bears,
        topic_at={(topic.kind, topic.slug): i for i, topic in enumerate(topics)},
        at={head.url: i for i, head in enumerate(ordered)},
        ids=ids,
        chains=chains,
        tombstones={head.url: head for head in everything if head.meta.status == "withdrawn"},
        standing={page.url: page for page in standing},
    )


def clue(head: Head) -> Clue:
    source = head.meta.source
    return Clue(head.id, head.meta.title, head.meta.date, source.previous, source.next)


def unit(head: Head) -> str:
    """The finest calendar unit that holds the date of an article, "" for an undated one or a wider span."""
    return edtf.unit(head.meta.date) if head.meta.date else ""


def _ordered(heads: Sequence[Head], chains: Chains) -> tuple[tuple[Head, ...], int]:
    """Dated articles by date, then the undated: chained runs in the order of their pages, the rest by headline."""
    dated = [(edtf.order(head.meta.date), head.id, head) for head in heads if head.meta.date and unit(head)]
    dated.sort(key=lambda row: row[:2])
    place = {id: (n, m) for n, run in enumerate(chains.runs) for m, id in enumerate(run)}
    undated = [head for head in heads if not unit(head)]
    undated.sort(key=lambda head: (place.get(head.id, (len(chains.runs), 0)), text.key(head.meta.title), head.id))
    return (*(head for _, _, head in dated), *undated), len(dated)


def _neighbours(
    heads: Sequence[Head], dated: int, ids: dict[str, int], chains: Chains
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who comes before and after each article.

    Articles with a day follow one another by date. One without takes the neighbours that its own page printed; and
    where those have a day, they lead to it too, so that no walk from end to end jumps over it.
    """
    older, newer = [-1] * len(heads), [-1] * len(heads)
    walk = [i for i in range(dated) if len(unit(heads[i])) == len("YYYY-MM-DD")]
    for a, b in pairwise(walk):
        newer[a], older[b] = b, a
    has_day = set(walk)
    for steps, links in ((older, chains.older), (newer, chains.newer)):
        for here, there in links:
            a, b = ids[here], ids[there]
            if a not in has_day or b not in has_day:
                steps[a] = b
    return tuple(older), tuple(newer)


def _counts(units: Iterable[str]) -> dict[str, int]:
    """How many articles are dated inside each year, month and day, in order of dates."""
    found = Counter(unit[:width] for unit in units for width in (4, 7, 10) if len(unit) >= width)
    return dict(sorted(found.items()))


LETTERS = 12  # headlines that share so many first letters are one headline


def _letters(heads: Sequence[Head], dated: int) -> tuple[tuple[str, int], ...]:
    """The undated articles by the first letters of their headlines; one that has none stands under "0"."""
    keys = {i: text.key(heads[i].meta.title).replace(" ", "") or "0" for i in range(dated, len(heads))}
    return tuple((keys[i][:LETTERS], i) for i in sorted(keys, key=lambda i: (keys[i], heads[i].id)))


# ── Topics ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _topics(heads: Sequence[Head], site: SiteConfig) -> tuple[tuple[Topic, ...], tuple[tuple[int, ...], ...]]:
    """Every topic with its members, and per head the topics that it bears."""
    names = {kind: _names(kind, site) for kind in TOPIC_KINDS}
    members: dict[tuple[TopicKind, str], list[int]] = defaultdict(list)
    spellings: dict[tuple[TopicKind, str], Counter[str]] = defaultdict(Counter)
    borne: list[list[tuple[TopicKind, str]]] = []
    for i, head in enumerate(heads):
        mine = dict.fromkeys(_borne(head, names, site))
        borne.append([(kind, key) for kind, key, _ in mine])
        for kind, key, spelling in mine:
            if not members[kind, key] or members[kind, key][-1] != i:
                members[kind, key].append(i)
            spellings[kind, key][spelling] += 1
    topics = [topic for kind in TOPIC_KINDS for topic in _named(kind, members, spellings, names[kind])]
    place = {pair: i for i, (pair, _) in enumerate(topics)}
    bears = tuple(tuple(dict.fromkeys(place[pair] for pair in mine)) for mine in borne)
    return tuple(topic for _, topic in topics), bears


def _names(kind: TopicKind, site: SiteConfig) -> dict[str, str]:
    """Folded name or alias → the name that site.yaml gives it; "" = off."""
    if kind == "tags":
        rules = [(rule.name if not rule.off else "", rule.name, *rule.aliases) for rule in site.tags]
    elif kind == "places":
        rules = [(rule.name, rule.name, *rule.aliases) for rule in site.places]
    elif kind == "sections":
        rules = [(name, name) for name in site.sections]
    else:
        rules = []
    return {text.fold(alias): name for name, *aliases in rules for alias in aliases}


def _borne(
    head: Head, names: dict[TopicKind, dict[str, str]], site: SiteConfig
) -> Iterator[tuple[TopicKind, str, str]]:
    """(kind, key, spelling) of each topic of an article; what site.yaml turns off is left out."""
    meta = head.meta
    outlet = text.fold(site.publisher)
    said: dict[TopicKind, tuple[str, ...]] = {
        "sections": (meta.section,),
        "places": meta.place,
        "authors": meta.authors,
        "agencies": () if text.fold(meta.agency) == outlet else (meta.agency,),
        "tags": meta.tags,
    }
    for kind in TOPIC_KINDS:
        for spelling in said[kind]:
            key = text.fold(spelling)
            name = names[kind].get(key, spelling)
            if key and name:
                yield kind, text.fold(name), name


def _named(
    kind: TopicKind,
    members: dict[tuple[TopicKind, str], list[int]],
    spellings: dict[tuple[TopicKind, str], Counter[str]],
    names: dict[str, str],
) -> list[tuple[tuple[TopicKind, str], Topic]]:
    """The topics of one kind, sorted by name, with slugs that differ: of two that would be the same, the smaller key
    keeps it and the other one gets a suffix from its own key, so that no third topic can move it."""
    taken: set[str] = set()
    topics = []
    for key in sorted(key for k, key in members if k == kind):
        name = names.get(key) or min(spellings[kind, key], key=lambda s: (-spellings[kind, key][s], s))
        slug = text.slug(name) or digest(key)[:8]
        slug = f"{slug}-{digest(key)[:6]}" if slug in taken else slug
        taken.add(slug)
        topics.append(((kind, key), Topic(kind, name, slug, tuple(members[kind, key]), named=key in names)))
    return sorted(topics, key=lambda row: (text.key(row[1].name), row[1].slug))


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


def beginning(archive: Archive, letters: str) -> Sequence[tuple[str, int]]:
    """The undated articles whose headlines begin with these letters."""
    low = bisect_left(archive.letters, letters, key=lambda row: row[0])
    high = bisect_left(archive.letters, letters + "\U0010ffff", lo=low, key=lambda row: row[0])
    return archive.letters[low:high]
