"""Days of the Iranian calendar as ours, by the years that everybody knows; the Islamic ones are passed over."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.editor.calendars import gregorian, islamic, ours

NEW_YEARS = {
    1300: date(1921, 3, 21),
    1357: date(1978, 3, 21),
    1375: date(1996, 3, 20),
    1376: date(1997, 3, 21),
    1387: date(2008, 3, 20),
    1396: date(2017, 3, 21),
    1399: date(2020, 3, 20),
    1400: date(2021, 3, 21),
    1404: date(2025, 3, 21),
    1408: date(2029, 3, 20),
}


@pytest.mark.parametrize(("year", "day"), NEW_YEARS.items())
def test_a_year_begins_with_spring(year: int, day: date) -> None:
    assert gregorian(year, 1, 1) == day


def test_the_last_month_has_thirty_days_in_leap_years_only() -> None:
    assert gregorian(1399, 12, 30) == date(2021, 3, 20)
    assert gregorian(1398, 12, 30) is None
    assert gregorian(1398, 7, 31) is None
    assert gregorian(1398, 6, 31) == date(2019, 9, 22)
    assert gregorian(1398, 13, 1) is gregorian(1398, 0, 1) is gregorian(1398, 1, 0) is gregorian(1398, 1, 32) is None


@given(st.integers(1250, 1429))
def test_every_day_of_a_year_is_the_one_after_the_day_before(year: int) -> None:
    days = [day for m in range(1, 13) for d in range(1, 32) if (day := gregorian(year, m, d))]
    first, following = gregorian(year, 1, 1), gregorian(year + 1, 1, 1)

    assert first is not None
    assert following is not None
    assert [day.toordinal() for day in days] == list(range(first.toordinal(), following.toordinal()))


def test_a_line_is_left_alone_where_it_holds_no_other_calendar() -> None:
    for line in ("march 3, 2020", "1398 ships", "13 اسفند", "8 رجب"):
        assert ours(line) == line
    assert islamic("8 رجب 1441")
    assert not islamic("8 رجب 1441 يوم")
