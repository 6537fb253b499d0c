"""Two archives, some articles apart → the addresses of all pages that can differ. Pure.

A page is a function of its view, and a view is cut from a few sequences: a day, a topic, the articles next in time. So
an article that changed can change only pages that are cut from a sequence it stood in or stands in now. Each page type
says which of its own these are (`reached` in its module); to say too many costs time, to say too few is a fault, and
the full plan is the oracle that a property test holds them to.

Where a change may act at a distance, nobody says anything and all pages are planned: `traceable` is False. So it is
where headlines printed beside articles tell their order, and where a topic changes its name or its address.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator import text
from generator.publish.model import Archive, Card, Topic

Names = Mapping[tuple[str, str], str]  # (kind, slug) → name of every topic


def names(archive: Archive) -> dict[tuple[str, str], str]:
    return {(topic.kind, topic.slug): topic.name for topic in archive.topics}


@dataclass(frozen=True)
class Change:
    """What became of an archive.

    archive  as it is now
    before   the names of its topics as they were
    gone     the cards of articles as they were, of those that changed or are no more
    came     the cards of articles as they are now, of those that changed or are new
    """

    archive: Archive
    before: Names
    gone: tuple[Card, ...]
    came: tuple[Card, ...]

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return self.gone + self.came

    @cached_property
    def shown_before(self) -> tuple[Card, ...]:
        """Those of `gone` that stood in lists."""
        return tuple([card for card in self.gone if card.status == "published"])

    @cached_property
    def shown_now(self) -> tuple[Card, ...]:
        return tuple([card for card in self.came if card.status == "published"])

    @cached_property
    def shown(self) -> tuple[Card, ...]:
        return self.shown_before + self.shown_now

    @cached_property
    def units(self) -> frozenset[str]:
        """The units of the calendar that articles were dated in, or are now, and the wider ones that hold these."""
        return frozenset([card.unit[:width] for card in self.shown for width in (4, 7, 10) if len(card.unit) >= width])

    def count_before(self, now: int, within: str, topic: Topic | None = None) -> int:
        """How many articles a unit of the calendar held, or a unit of a topic, that holds so many `now`."""

        def held(cards: Sequence[Card]) -> int:
            bearing = bearers(cards, topic) if topic else cards
            return sum(card.unit.startswith(within) for card in bearing)

        return now + held(self.shown_before) - held(self.shown_now)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The topics that articles bore, or bear now, and that are there."""
        borne = {(kind, key) for card in self.shown for kind, key, _ in card.topics}
        return tuple([topic for topic in self.archive.topics if (topic.kind, text.fold(topic.name)) in borne])

    @cached_property
    def vanished(self) -> tuple[tuple[str, str], ...]:
        """(kind, slug) of the topics that are no more."""
        return tuple(sorted(self.before.keys() - self.archive.topic_at.keys()))

    @cached_property
    def places(self) -> tuple[tuple[int, Card], ...]:
        """Where articles stand; and where those stood that stand there no more: before the one of this number."""
        archive = self.archive
        here = [(archive.ids[card.id], card) for card in self.shown_now if card.id in archive.ids]
        return (*here, *((self._place(card), card) for card in self.shown_before))

    def _place(self, card: Card) -> int:
        cards, dated = self.archive.cards, self.archive.dated
        if card.order:
            return bisect_left(range(dated), card.order, key=lambda i: cards[i].order)
        if self.archive.printing:  # the order of the undated is that of their pages, which is kept (`traceable`)
            return self.archive.ids[card.id]
        return dated + bisect_left(range(dated, len(cards)), _by_title(card), key=lambda i: _by_title(cards[i]))

    @property
    def traceable(self) -> bool:
        """Whether it can be told which pages are reached."""
        return self._order_is_kept() and self._names_are_kept()

    def _order_is_kept(self) -> bool:
        """What articles print of one another moves them about, and is matched with every headline."""
        if not self.archive.printing and not any(card.printed for card in self.gone):
            return True
        return {_clue(card) for card in self.gone} == {_clue(card) for card in self.came}

    def _names_are_kept(self) -> bool:
        """Whether each topic is called as it was and stands where it stood, but for those of new articles alone."""
        archive = self.archive
        new = {archive.ids[card.id] for card in self.shown_now if card.id in archive.ids}
        return all(
            self.before.get(at) == archive.topics[i].name
            or (at not in self.before and new.issuperset(archive.topics[i].members))
            for at, i in archive.topic_at.items()
        )


def _by_title(card: Card) -> tuple[str, str]:
    return text.key(card.title), card.id


def bearers(cards: Iterable[Card], topic: Topic) -> list[Card]:
    """Those of the cards that bear a topic."""
    borne = topic.kind, text.fold(topic.name)
    return [card for card in cards if any((kind, key) == borne for kind, key, _ in card.topics)]


def _clue(card: Card) -> tuple[object, ...]:
    return card.id, card.status, card.title, card.date, card.order, card.unit, card.printed


def crossed(before: int, now: int, limit: int) -> bool:
    """Whether a count has gone over a limit, up or down."""
    return (before > limit) != (now > limit)


def beside(found: Sequence[str], unit: str) -> Iterator[str]:
    """A unit and the nearest before and after it of those that are there, in their order."""
    at, after = bisect_left(found, unit), bisect_right(found, unit)
    yield unit
    yield from found[max(at - 1, 0) : at]
    yield from found[after : after + 1]
