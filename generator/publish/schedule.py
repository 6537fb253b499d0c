"""What is not shown before its time. Pure: the time is given, in seconds since 1970 (POSIX)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import inf

from generator import edtf
from generator.publish.model import Card

DAY = timedelta(days=1)
# A date without a time begins where its day begins first, in Kiritimati: it is nobody's tomorrow any more.
FIRST = 14 * 3600


def begins(card: Card) -> float:
    """When the date of a card begins."""
    date = edtf.parse(card.date)
    if date.precision == "instant":
        return edtf.order(date)[2] / 1e6
    return datetime.fromisoformat(date.first).replace(tzinfo=UTC).timestamp() - FIRST


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the time says of published cards. `late`: path and date of those whose time is not come; from `shown` until
    `due` it says the same of all."""

    late: frozenset[tuple[str, str]] = frozenset()
    shown: float = -inf
    due: float = inf


def schedule(cards: Iterable[Card], now: float) -> Schedule:
    """Of nearly all cards the day alone tells; only of the newest is the time asked for."""
    dated = [card for card in cards if card.day and card.status == "published"]
    today = datetime.fromtimestamp(now, UTC).date()
    past = max([card.day for card in dated if card.day < (today - DAY).isoformat()], default="")
    since = (datetime.fromisoformat(past).date() - DAY).isoformat() if past else ""
    times = [(begins(card), card) for card in dated if card.day >= since]
    late = [(time, card) for time, card in times if time > now]
    return Schedule(
        frozenset([(card.path, card.date) for _, card in late]),
        max([time for time, _ in times if time <= now], default=-inf),
        min([time for time, _ in late], default=inf),
    )


def waiting(cards: Sequence[Card], schedule: Schedule) -> tuple[Card, ...]:
    """The same cards; those that are late wait."""
    late = schedule.late
    return tuple([card._replace(status="scheduled") if (card.path, card.date) in late else card for card in cards])
