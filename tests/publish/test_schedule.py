"""What is dated in the future waits; whatever the time, only the clock's word is taken, and none is asked too often."""

from datetime import datetime
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.model import Head, Meta, SiteConfig
from generator.publish.cards import card_of
from generator.publish.model import Card
from generator.publish.schedule import begins, schedule, waiting
from generator.publish.topics import Rules

RULES = Rules(SiteConfig(title="T"))


def card(date: str, id: str = "a", status: str = "published") -> Card:
    meta = Meta(id=id, title="T", date=edtf.parse(date) if date else None, status=status)  # type: ignore[arg-type]  # a Status
    return card_of(Head(id, f"{id}.md", f"{id}.html", meta, "So.", "1"), RULES)


def at(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("2026-12-24", "2026-12-23T10:00Z"),
        ("2026-12", "2026-11-30T10:00Z"),
        ("2027", "2026-12-31T10:00Z"),
        ("2026-12-24T18:00:00+03:00", "2026-12-24T15:00Z"),
        ("2026-12-24T18:00:00", "2026-12-24T18:00Z"),
    ],
)
def test_a_date_begins(date: str, when: str) -> None:
    assert begins(card(date)) == at(when)


DATES = st.sampled_from(
    ["", "1974", "2026-11-01", "2026-12-23", "2026-12-24", "2026-12-25", "2026-12"]
) | st.sampled_from(
    ["1000-01-01", "2026-12-24T00:30:00+14:00", "2026-12-24T23:30:00-12:00", "9999-12-31", "../2027", "2027/2028"]
)
TIMES = st.sampled_from(
    ["2026-12-22T09:00Z", "2026-12-23T10:00Z", "2026-12-24T12:00Z", "2026-12-25T11:30Z", "2030-01-01T00:00Z"]
)
STATUSES = st.sampled_from(["published", "published", "draft", "withdrawn"])


@given(st.lists(st.tuples(DATES, STATUSES), max_size=8), TIMES, TIMES)
def test_it_says_what_each_date_says(rows: list[tuple[str, str]], now: str, then: str) -> None:
    cards = [card(date, f"i{n}", status) for n, (date, status) in enumerate(rows)]
    counted = [one for one in cards if one.day and one.status == "published"]
    found = schedule(cards, at(now))
    assert found.late == {(one.path, one.date) for one in counted if begins(one) > at(now)}
    assert found.shown == max([begins(one) for one in counted if begins(one) <= at(now)], default=-inf)
    assert found.due == min([begins(one) for one in counted if begins(one) > at(now)], default=inf)
    same = schedule(cards, at(then)).late == found.late
    assert same == (found.shown <= at(then) < found.due)
    assert [one.status for one in waiting(cards, found)] == [
        "scheduled" if (one.path, one.date) in found.late else one.status for one in cards
    ]
