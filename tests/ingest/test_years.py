"""The year of a day that leaves it open: told by evidence that the day agrees with, or not at all."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.ingest.editor.evidence import OpenDay, open_day
from generator.ingest.editor.years import resolve

TOLD = [
    ("March 3", "2020-03-03", "2020-03-03"),
    ("March 3", "2020-03-05", "2020-03-03"),  # printed two days after it was filed
    ("March 3", "2020-03-02", "2020-03-03"),  # filed where it was tomorrow
    ("Dec. 31", "2020-01-02", "2019-12-31"),
    ("March 3", "2020-03-03T09:30:00+03:00", "2020-03-03"),
    ("March 3", "2020-03", "2020-03-03"),
    ("March 31", "2020-04", "2020-03-31"),  # the paper of the first prints what was filed on the last
    ("Dec. 31", "2020-01", "2019-12-31"),
    ("March 3", "2020", "2020-03-03"),
    ("Feb. 29", "2020", "2020-02-29"),
    ("March 3", "2019-10-01/2020-06-30", "2020-03-03"),
    ("Tuesday, March 3", "2018/2022", "2020-03-03"),  # a Tuesday in that year alone
    ("3 آذار", "2020", "2020-03-03"),
]
UNTOLD = [
    ("March 3", "2020-06-04"),  # they speak of two things
    ("March 3", "2020-03-20"),
    ("March 3", "2020-03-01"),
    ("March 3", "2020-04"),
    ("Feb. 29", "2019"),
    ("March 3", "2018/2022"),  # five days of that name
    ("Monday, March 3", "2020"),  # it was a Tuesday
    ("Monday, March 3", "2020-03-03"),
    ("March 3", "2020~"),
    ("March 3", "../2020-03-05"),
    ("March 3", "2020/.."),
    ("Tuesday, March 3", "1900/2020"),
]


def told(text: str, *known: str) -> tuple[str, str] | None:
    day = open_day(text)
    assert day is not None
    found = resolve(day, [(f"evidence {i}", edtf.parse(date)) for i, date in enumerate(known)])
    return (found[0].text, found[1]) if found else None


@pytest.mark.parametrize(("text", "known", "date"), TOLD)
def test_evidence_that_agrees_tells_the_year(text: str, known: str, date: str) -> None:
    assert told(text, known) == (date, "evidence 0")


@pytest.mark.parametrize(("text", "known"), UNTOLD)
def test_evidence_that_does_not_agree_or_leaves_a_choice_tells_nothing(text: str, known: str) -> None:
    assert told(text, known) is None


def test_the_first_evidence_that_agrees_is_named() -> None:
    assert told("March 3", "2020-06-04", "2020-03", "2019") == ("2020-03-03", "evidence 1")
    assert told("March 3") is None


@settings(derandomize=True, max_examples=300)
@given(st.dates(date(1600, 1, 1), date(2099, 1, 1)), st.integers(-400, 400))
def test_a_day_is_never_far_from_its_evidence(known: date, away: int) -> None:
    filed = known + timedelta(away)
    found = resolve(OpenDay(filed.month, filed.day), [("path", edtf.parse(known.isoformat()))])
    if found:
        day = date.fromisoformat(found[0].text)
        assert (day.month, day.day) == (filed.month, filed.day)
        assert -7 <= (day - known).days <= 1
    else:
        assert not -7 <= away <= 1
