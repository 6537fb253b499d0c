"""Cards → topics: tags, sections, places, authors and agencies, each under its one name. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from generator import text
from generator.fingerprint import digest
from generator.model import Meta, SiteConfig, TopicRule
from generator.publish.model import Card, Topic, TopicKind, parts, whole

KINDS: tuple[TopicKind, ...] = ("sections", "places", "authors", "agencies", "tags")

# Articles that make a page of a topic. Names that ingest finds in texts are as uneven as all words (Zipf): of those
# that two articles bear, half are borne by no third. Hosts count files, and two articles are a line of the A–Z.
FEW, FEW_GUESSED = 2, 3

A_TO_Z = "a-z"  # the folder of an A–Z that is cut by letters: no topic has this slug

Key = tuple[TopicKind, str]  # a kind, and a name that is folded: case, accents and variants of letters do not count


def topics(cards: Sequence[Card], site: SiteConfig) -> tuple[tuple[Topic, ...], dict[str, int]]:
    """Every topic with its members, and where each stands that a card may bear."""
    borne: dict[str, list[int]] = {}
    for i, card in enumerate(cards):
        for one in card.borne:
            if one in borne:
                borne[one].append(i)
            else:
                borne[one] = [i]
    members: dict[Key, list[int]] = {}
    spellings: dict[Key, Counter[str]] = {}
    at: dict[str, Key] = {}
    for one, bearers in borne.items():  # few, each in many articles
        kind, key, name = parts(one)
        pair = at[one] = kind, key
        members[pair] = sorted({*members[pair], *bearers}) if pair in members else bearers
        spellings.setdefault(pair, Counter())[name] += len(bearers)
    guessed = {pair for pair, bearers in members.items() if all_guessed(pair[0], (cards[i] for i in bearers))}
    found = [topic for kind in KINDS for topic in _named(kind, members, spellings, guessed, site)]
    place = {pair: i for i, (pair, _) in enumerate(found)}
    return tuple([topic for _, topic in found]), {one: place[pair] for one, pair in at.items()}


def all_guessed(kind: TopicKind, bearers: Iterable[Card]) -> bool:
    """Whether no source said it of any of them."""
    return kind == "tags" and all(card.guessed for card in bearers)


def makes_page(articles: int, *, named: bool, guessed: bool) -> bool:
    """Thin topics stay thin: one article is no list, unless site.yaml names the topic; nor are two of a guess."""
    return articles >= (1 if named else FEW_GUESSED if guessed else FEW)


@lru_cache(maxsize=16)
def rules_of(kind: TopicKind, site: SiteConfig) -> dict[str, TopicRule]:
    """What site.yaml says of the topics of a kind, by their folded names."""
    said: dict[TopicKind, tuple[TopicRule, ...]] = {
        "sections": site.sections,
        "places": site.places,
        "authors": site.authors,
        "agencies": site.agencies,
        "tags": site.tags,
    }
    return {text.fold(rule.name): rule for rule in said[kind]}


@lru_cache(maxsize=16)
def names(kind: TopicKind, site: SiteConfig) -> dict[str, str]:
    """Folded name or alias → the name that site.yaml gives it; "" = off."""
    off = {text.fold(rule.name) for rule in site.tags if rule.off} if kind == "tags" else ()
    found = {
        text.fold(name): "" if key in off else rule.name
        for key, rule in rules_of(kind, site).items()
        for name in (rule.name, *rule.aliases)
    }
    if kind == "agencies" and site.publisher:
        found[text.fold(site.publisher)] = ""  # the outlet's own name is no wire credit
    return found


class Rules:
    """What site.yaml says of topics, and what came of each spelling so far: they come again and again. `rules` keeps
    them from one batch of articles to the next."""

    def __init__(self, site: SiteConfig) -> None:
        self._names = {kind: names(kind, site) for kind in KINDS}
        self._known: dict[tuple[TopicKind, str], str] = {}

    def borne(self, meta: Meta) -> tuple[str, ...]:
        """The topics of an article, each spelling once; what site.yaml turns off is left out."""
        said: list[tuple[TopicKind, str]] = [("sections", meta.section)]
        said += [("places", place) for place in meta.place]
        said += [("authors", author) for author in meta.authors]
        said.append(("agencies", meta.agency))
        said += [("tags", tag) for tag in meta.tags]
        return tuple(dict.fromkeys([found for one in said if one[1] and (found := self._of(one))]))

    def _of(self, said: tuple[TopicKind, str]) -> str:
        if said not in self._known:
            kind, spelling = said
            key = text.fold(spelling)
            name = self._names[kind].get(key, spelling)
            self._known[said] = whole((kind, text.fold(name), name)) if key and name else ""
        return self._known[said]


rules = lru_cache(maxsize=16)(Rules)


def _named(
    kind: TopicKind,
    members: dict[Key, list[int]],
    spellings: dict[Key, Counter[str]],
    guessed: Collection[Key],
    site: SiteConfig,
) -> list[tuple[Key, Topic]]:
    """The topics of one kind, sorted by name, with slugs that differ.

    Those that site.yaml names choose first, then those that have a page; of two with the same slug the smaller key
    keeps it, and the other one gets a suffix from its own key. So no stray tag moves the page of another.
    """
    known = names(kind, site)
    found = [key for k, key in members if k == kind]
    found.sort(key=lambda key: (key not in known, not _has_page(members[kind, key], (kind, key), guessed), key))
    taken: set[str] = {A_TO_Z}
    topics = []
    for key in found:
        name = known.get(key) or min(spellings[kind, key], key=lambda s: (-spellings[kind, key][s], s))
        slug = text.slug(name) or digest(key)[:8]
        slug = f"{slug}-{digest(key)[:6]}" if slug in taken else slug
        taken.add(slug)
        topic = Topic(kind, name, slug, tuple(members[kind, key]), key in known, (kind, key) in guessed)
        topics.append(((kind, key), topic))
    return sorted(topics, key=lambda row: (text.key(row[1].name), row[1].slug))


def _has_page(bearers: Sequence[int], pair: Key, guessed: Collection[Key]) -> bool:
    return makes_page(len(bearers), named=False, guessed=pair in guessed)
