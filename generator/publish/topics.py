"""Heads → topics: tags, sections, places, authors and agencies, each under its one name. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator import text
from generator.fingerprint import digest
from generator.model import Head, SiteConfig
from generator.publish.model import Topic, TopicKind

KINDS: tuple[TopicKind, ...] = ("sections", "places", "authors", "agencies", "tags")

Key = tuple[TopicKind, str]  # a kind, and a name that is folded: case, accents and variants of letters do not count


def topics(heads: Sequence[Head], site: SiteConfig) -> tuple[tuple[Topic, ...], tuple[tuple[int, ...], ...]]:
    """Every topic with its members, and per head the topics that it bears."""
    known = {kind: names(kind, site) for kind in KINDS}
    members: dict[Key, list[int]] = defaultdict(list)
    spellings: dict[Key, Counter[str]] = defaultdict(Counter)
    borne: list[list[Key]] = []
    for i, head in enumerate(heads):
        mine = dict.fromkeys(_borne(head, known, site))
        borne.append([(kind, key) for kind, key, _ in mine])
        for kind, key, spelling in mine:
            if not members[kind, key] or members[kind, key][-1] != i:
                members[kind, key].append(i)
            spellings[kind, key][spelling] += 1
    topics = [topic for kind in KINDS for topic in _named(kind, members, spellings, site)]
    place = {pair: i for i, (pair, _) in enumerate(topics)}
    bears = tuple(tuple(dict.fromkeys(place[pair] for pair in mine)) for mine in borne)
    return tuple(topic for _, topic in topics), bears


@lru_cache(maxsize=16)
def names(kind: TopicKind, site: SiteConfig) -> dict[str, str]:
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
    for kind in KINDS:
        for spelling in said[kind]:
            key = text.fold(spelling)
            name = names[kind].get(key, spelling)
            if key and name:
                yield kind, text.fold(name), name


def _named(
    kind: TopicKind, members: dict[Key, list[int]], spellings: dict[Key, Counter[str]], site: SiteConfig
) -> list[tuple[Key, Topic]]:
    """The topics of one kind, sorted by name, with slugs that differ.

    Those that site.yaml names choose first, then those that have a page; of two with the same slug the smaller key
    keeps it, and the other one gets a suffix from its own key. So no stray tag moves the page of another.
    """
    known = names(kind, site)
    found = [key for k, key in members if k == kind]
    found.sort(key=lambda key: (key not in known, len(members[kind, key]) < 2, key))
    taken: set[str] = set()
    topics = []
    for key in found:
        name = known.get(key) or min(spellings[kind, key], key=lambda s: (-spellings[kind, key][s], s))
        slug = text.slug(name) or digest(key)[:8]
        slug = f"{slug}-{digest(key)[:6]}" if slug in taken else slug
        taken.add(slug)
        topics.append(((kind, key), Topic(kind, name, slug, tuple(members[kind, key]), named=key in known)))
    return sorted(topics, key=lambda row: (text.key(row[1].name), row[1].slug))
