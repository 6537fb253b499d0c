"""Who stands at which address: articles, their Markdown, old addresses that lead on. Pure.

The order of right: files that are copied and standing pages; an article at the address at which it was released;
addresses that were released and left; other articles, the smaller content path first; aliases. An alias may have what
was released for an article that is no more: so a person says what took its place.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.errors import Location, Problem
from generator.model import SiteConfig
from generator.publish import moved, urls
from generator.publish.model import Card, Redirect, Released

Named = Sequence[tuple[Card, Redirect]]


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
    named, odd = moved.aliases(articles, settings)
    stands = {card.id: card.url for card in articles if card.status != "scheduled"} if released else {}
    left = [row for row in released if stands.get(row.id) != row.path]
    if urls.apart(list(_claims(articles, named, left, stands, settings)), taken):
        return Settled(articles, [one for _, one in named], left, tuple(odd), apart=True)
    dispute = _Dispute(claims, released, stands, settings, odd)
    kept, free = dispute.articles(articles, left)
    paths = {card.path for card in kept}
    leading = dispute.aliases([(card, one) for card, one in named if card.path in paths], free)
    return Settled(kept, leading, list(free.values()), tuple(dispute.problems), apart=False)


def _claims(
    articles: Sequence[Card],
    named: Named,
    left: Iterable[Released],
    stands: Mapping[str, str],
    settings: SiteConfig,
) -> Iterator[str]:
    """All that is claimed. What has a query, and so no page, is claimed as it is written: no page begins with a /."""
    paths = [one.path or one.address for _, one in named]
    yield from (card.claim for card in articles)
    if settings.markdown:
        yield from (urls.claim(urls.markdown(card.url)) for card in articles)
    yield from map(urls.key, paths)
    ours = set(paths)
    yield from (urls.key(row.path) for row in left if row.path not in ours or row.id in stands)


@dataclass(slots=True)
class _Dispute:
    """Where some are in one another's way: each is heard in the order of right."""

    claims: urls.Claims
    released: Collection[Released]
    stands: Mapping[str, str]
    settings: SiteConfig
    problems: list[Problem]
    rows: dict[str, Released] = field(default_factory=dict)  # by the name under which a row has its address

    def articles(
        self, articles: Iterable[Card], left: Iterable[Released]
    ) -> tuple[Sequence[Card], dict[str, Released]]:
        """Those that have their addresses; and what was released and is free."""
        own = {(row.path, row.id) for row in self.released}
        at_home: list[Card] = []
        others: list[Card] = []
        for card in articles:
            (at_home if (card.url, card.id) in own else others).append(card)
        first, problems = self.claims.claim(at_home, markdown=self.settings.markdown)
        self.problems[:0] = problems
        free = self._left(left, {card.id: card.path for card in at_home})
        then, collisions = self.claims.claim(others, markdown=self.settings.markdown)
        self.problems[:0] = map(self._told, collisions)
        return sorted([*first, *then], key=lambda card: card.path), free

    def _left(self, left: Iterable[Released], waiting: Mapping[str, str]) -> dict[str, Released]:
        """`waiting`: of articles at such an address the files; one that is scheduled is not there yet."""
        for row in sorted(left):
            name = f"{moved.NAME}, where {row.path} was released for the article {row.id}"
            owner = self.claims.take(row.path, name)
            if owner in {name, waiting.get(row.id)}:
                self.rows[name] = row
            else:
                said = f"the released address {row.path} belongs to {owner}, so nothing leads on from it"
                self.problems.append(Problem(said, Location(moved.NAME), fatal=False))
        return dict(self.rows)

    def _told(self, problem: Problem) -> Problem:
        """What else can be done where the address was released."""
        if moved.NAME not in problem.message:
            return problem
        more = "; if it took the place of that article, give it the id of that one"
        return Problem(problem.message + more, problem.location, problem.fatal)

    def aliases(self, named: Named, free: dict[str, Released]) -> list[Redirect]:
        """Those that are nobody else's, not even their own article's."""
        found = []
        for card, one in sorted(named, key=lambda pair: (pair[0].path, pair[1].address)):
            name = f"the alias {one.address} of {card.path}"
            owner = self.claims.take(one.path or one.address, name)
            row = self.rows.get(owner)
            if row and row.path == one.path and row.id not in self.stands:
                free.pop(owner, None)
                del self.rows[owner]
            elif owner != name:
                said = f"aliases: {one.address} belongs to {owner}, so it does not lead here — take it out"
                self.problems.append(Problem(said, Location(card.path), fatal=False))
                continue
            found.append(one)
        return found
