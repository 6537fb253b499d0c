"""Who stands at which address: articles, their Markdown, old addresses that lead on. Pure.

The order of right: files that are copied and standing pages; an article at the address at which it was released; other
articles, the smaller content path first; aliases; addresses that were released and at which nobody stands any more.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.errors import Location, Problem
from generator.model import SiteConfig
from generator.publish import moved, urls
from generator.publish.model import Card, Redirect, Released


@dataclass(frozen=True, slots=True)
class Settled:
    """articles   those that have their addresses
    named      the old addresses that lead to them, as they say themselves
    left       released addresses at which none of them stands
    problems   of those that were in another's way, and of aliases that are none
    apart      nobody was in another's way
    """

    articles: Sequence[Card]
    named: Sequence[Redirect]
    left: Sequence[Released]
    problems: tuple[Problem, ...]
    apart: bool


def settle(
    articles: Sequence[Card],
    released: Collection[Released],
    claims: urls.Claims,
    taken: Collection[str],
    settings: SiteConfig,
) -> Settled:
    """`claims`: where `taken` is taken already."""
    strangers, mine = moved.intruders(articles, released) if released else ({}, articles)
    named, odd = moved.aliases(mine, settings)
    stands = {card.url for card in mine} if released else frozenset()
    left = [row for row in released if row.path not in stands]
    if not strangers and urls.apart(list(_claims(mine, named, left, settings)), taken):
        return Settled(mine, [one for _, one in named], left, tuple(odd), apart=True)
    kept, collisions = claims.claim(mine, markdown=settings.markdown)
    paths = {card.path for card in kept}
    problems: list[Problem] = [*strangers.values(), *collisions, *odd]
    leading = list(_leading(claims, [(card, one) for card, one in named if card.path in paths], problems))
    free = [row for row in left if claims.take(row.path, moved.NAME) == moved.NAME]
    return Settled(kept, leading, free, tuple(problems), apart=False)


def _claims(
    articles: Sequence[Card],
    named: Iterable[tuple[Card, Redirect]],
    left: Iterable[Released],
    settings: SiteConfig,
) -> Iterator[str]:
    """All that is claimed. What has a query, and so no page, is claimed as it is written: no page begins with a /."""
    paths = [one.path or one.address for _, one in named]
    yield from (card.claim for card in articles)
    if settings.markdown:
        yield from (urls.claim(urls.markdown(card.url)) for card in articles)
    yield from map(urls.key, paths)
    ours = set(paths)
    yield from (urls.key(row.path) for row in left if row.path not in ours)


def _leading(
    claims: urls.Claims, named: Iterable[tuple[Card, Redirect]], problems: list[Problem]
) -> Iterator[Redirect]:
    """The aliases that are nobody else's."""
    for card, one in sorted(named, key=lambda pair: (pair[0].path, pair[1].address)):
        owner = claims.take(one.path or one.address, card.path)
        if owner == card.path:
            yield one
        else:
            said = f"aliases: {one.address} belongs to {owner}, so it does not lead here — take it out"
            problems.append(Problem(said, Location(card.path), fatal=False))
