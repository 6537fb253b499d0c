"""Dates of any precision: what is understood, what is refused with advice, and how one reads, sorts and narrows."""

import datetime as dt
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.errors import DateError
from generator.model import Date

ACCEPTED = [
    # written, then the fields of its Date
    ("2020-11-18", Date("2020-11-18", "2020-11-18", "2020-11-18", "day", False)),
    (" 2020-1-5 ", Date("2020-01-05", "2020-01-05", "2020-01-05", "day", False)),
    ("2020-02", Date("2020-02", "2020-02-01", "2020-02-29", "month", False)),
    ("1921", Date("1921", "1921-01-01", "1921-12-31", "year", False)),
    ("2020-11-18~", Date("2020-11-18~", "2020-11-18", "2020-11-18", "day", True)),
    ("2020-11?", Date("2020-11?", "2020-11-01", "2020-11-30", "month", True)),
    ("2020%", Date("2020%", "2020-01-01", "2020-12-31", "year", True)),
    ("2020-11-XX", Date("2020-11", "2020-11-01", "2020-11-30", "month", False)),
    ("2020-XX", Date("2020", "2020-01-01", "2020-12-31", "year", False)),
    ("2020-XX-XX", Date("2020", "2020-01-01", "2020-12-31", "year", False)),
    ("202X", Date("202X", "2020-01-01", "2029-12-31", "interval", False)),
    ("19XX~", Date("19XX~", "1900-01-01", "1999-12-31", "interval", True)),
    ("2020-21", Date("2020-21", "2020-01-01", "2020-12-31", "interval", False)),
    ("2020-11-16/2020-11-19", Date("2020-11-16/2020-11-19", "2020-11-16", "2020-11-19", "interval", False)),
    ("2018/2023", Date("2018/2023", "2018-01-01", "2023-12-31", "interval", False)),
    ("2018-06~ / 2020", Date("2018-06~/2020", "2018-06-01", "2020-12-31", "interval", True)),
    ("../2020-11", Date("../2020-11", "", "2020-11-30", "interval", False)),
    ("/2020-11", Date("../2020-11", "", "2020-11-30", "interval", False)),
    ("2020-11/", Date("2020-11/..", "2020-11-01", "", "interval", False)),
    ("2020-11-18T09:30:00+03:00", Date("2020-11-18T09:30:00+03:00", "2020-11-18", "2020-11-18", "instant", False)),
    ("2020-11-18T09:30Z", Date("2020-11-18T09:30:00Z", "2020-11-18", "2020-11-18", "instant", False)),
    ("2008-03-08 2:45:52", Date("2008-03-08T02:45:52", "2008-03-08", "2008-03-08", "instant", False)),
    ("2015-03-10 11:43:05 -0400", Date("2015-03-10T11:43:05-04:00", "2015-03-10", "2015-03-10", "instant", False)),
    ("2016-05-10 14:00:00 -4", Date("2016-05-10T14:00:00-04:00", "2016-05-10", "2016-05-10", "instant", False)),
    ("2020-11-18 09:30:01.250000 UTC", Date("2020-11-18T09:30:01.25Z", "2020-11-18", "2020-11-18", "instant", False)),
    ("2020-11-18T23:30:00-00:00", Date("2020-11-18T23:30:00Z", "2020-11-18", "2020-11-18", "instant", False)),
]


@pytest.mark.parametrize(("written", "date"), ACCEPTED)
def test_a_date_is_understood_and_written_canonically(written, date):
    assert edtf.parse(written) == date


@pytest.mark.parametrize("written", [row[0] for row in ACCEPTED])
def test_the_canonical_writing_means_the_same_date(written):
    assert edtf.parse(edtf.parse(written).text) == edtf.parse(written)


@pytest.mark.parametrize(
    ("written", "proposal"),
    [
        ("18/11/2020", "2020-11-18"),
        ("11/18/2020", "2020-11-18"),
        ("5.5.2020", "2020-05-05"),
        ("2020/11/18", "2020-11-18"),
        ("20201118", "2020-11-18"),
        ("2020/11", "2020-11"),
        ("11/2020", "2020-11"),
        ("18 November 2020", "2020-11-18"),
        ("November 18th, 2020", "2020-11-18"),
        ("Wednesday, Nov. 18, 2020", "2020-11-18"),
        ("18-Nov-2020", "2020-11-18"),
        ("14Dec2007", "2007-12-14"),
        ("Wed, 18 Nov 2020 09:30:00 +0300", "2020-11-18"),
        ("November 2020", "2020-11"),
        ("٢٠٢٠-١١-١٨", "2020-11-18"),
        ("2020-11-16/19", "2020-11-16/2020-11-19"),
        ("2020-11-18 9:30 PM", "2020-11-18"),
    ],
)
def test_a_date_in_another_writing_is_refused_with_the_very_date_to_write(written, proposal):
    with pytest.raises(DateError) as refused:
        edtf.parse(written)
    assert refused.value.message == f"'{written}' is no date — write it as {proposal}"


@pytest.mark.parametrize(
    "written", ["05/11/2020", "18/11/20", "yesterday", "", "2020-11-18 to 2020-11-19", "XXXX-11-18", "2020~~"]
)
def test_where_day_and_month_could_be_either_way_round_nothing_is_guessed(written):
    with pytest.raises(DateError, match=r"write it as year-month-day, e\.g\. 2020-11-18$"):
        edtf.parse(written)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2024-13-45", "there is no month 13"),
        ("2023-02-30", "February 2023 has 28 days"),
        ("2020-00", "there is no month 00"),
        ("2020-01-00", "January 2020 has 31 days"),
        ("2020-01-00T00:00:00", "January 2020 has 31 days"),
        ("2020-01-01/2020-02-00", "February 2020 has 29 days"),
        ("2020-02-30/2020-03", "February 2020 has 29 days"),
        ("2020-11-19/2020-11-16", "ends before it begins — write 2020-11-16/2020-11-19"),
        ("../..", "open at both ends"),
        ("/", "open at both ends"),
        ("2020-11-18T24:00", "is no time"),
        ("2020-11-18T09:61", "is no time"),
        ("2020-11-18T09:30+99:00", "is no time"),
        ("0001-01-01T00:00:00Z", "the date of no article"),
        ("0000-00-00 00:00:00", "the date of no article"),
    ],
)
def test_a_day_that_no_calendar_has_is_refused_with_the_reason(written, why):
    with pytest.raises(DateError) as refused:
        edtf.parse(written)
    assert why in refused.value.message


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("2020-11-18", "18 November 2020"),
        ("2020-11", "November 2020"),
        ("2020", "2020"),
        ("2020-11-18~", "about 18 November 2020"),
        ("2020-11-16/2020-11-19", "16–19 November 2020"),
        ("2020-11-28/2020-12-02", "28 November – 2 December 2020"),
        ("2020-12-28/2021-01-02", "28 December 2020 – 2 January 2021"),
        ("2020-11/2020-12", "November–December 2020"),
        ("2020-11/2021-02", "November 2020 – February 2021"),
        ("2018/2023", "2018–2023"),
        ("2020-11-01/2020-11-30", "November 2020"),
        ("../2020-11", "before December 2020"),
        ("../2019", "before 2020"),
        ("../2020-11-18", "by 18 November 2020"),
        ("2020-12/..", "after November 2020"),
        ("2020/..", "after 2019"),
        ("2020-03-01/..", "after February 2020"),
        ("2020-11-18/..", "after 17 November 2020"),
        ("2018-06~/2020-06", "about June 2018 – June 2020"),
        ("197X", "1970s"),
        ("19XX", "1900–1999"),
        ("2020-24", "winter 2020"),
        ("2020-22?", "about summer 2020"),
        ("2020-11-18T09:30:00+03:00", "18 November 2020, 09:30"),
    ],
)
def test_how_a_date_reads(written, label):
    assert edtf.label(edtf.parse(written)) == label


@pytest.mark.parametrize(
    ("written", "unit", "day", "iso"),
    [
        ("2020-11-18", "2020-11-18", "2020-11-18", "2020-11-18"),
        ("2020-11-18~", "2020-11-18", "2020-11-18", ""),
        ("2020-11-18T09:30:00+03:00", "2020-11-18", "2020-11-18", "2020-11-18T09:30:00+03:00"),
        ("2020-11-18T09:30:00.123456Z", "2020-11-18", "2020-11-18", "2020-11-18T09:30:00.123Z"),
        ("2020-11", "2020-11", "", "2020-11"),
        ("2020-11~", "2020-11", "", ""),
        ("2020", "2020", "", "2020"),
        ("2020-11-16/2020-11-19", "2020-11", "", ""),
        ("2020-10/2020-11", "2020", "", ""),
        ("2020-23", "2020", "", ""),
        ("2018/2023", "", "", ""),
        ("../2020-11-18", "", "", ""),
        ("2020-11-18/..", "", "", ""),
    ],
)
def test_the_unit_that_holds_it_the_day_it_means_and_its_form_in_html(written, unit, day, iso):
    date = edtf.parse(written)
    assert (edtf.unit(date), edtf.day(date), edtf.iso(date)) == (unit, day, iso)


def test_order_is_the_written_day_then_no_time_before_a_time_then_the_instant():
    written = [
        "../2020-11-17",
        "2020-11-18",
        "2020-11-18T23:00:00+14:00",  # 09:00 in UTC
        "2020-11-18T10:00:00",
        "2020-11-18T09:00:00-05:00",  # 14:00 in UTC
        "2020-11-19T00:00:00+14:00",  # in UTC before all of the above, but the reader sees the 19th
        "2020-12",
    ]
    dates = [edtf.parse(text) for text in written]
    assert [date.text for date in sorted(set(dates), key=edtf.order)] == [date.text for date in dates]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2020-11-18", "2020-11-18", "2020-11-18"),
        ("2020-11-01", "2020-11-30", "2020-11"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2018-01-01", "2023-12-31", "2018/2023"),
        ("2020-10-01", "2020-11-30", "2020-10/2020-11"),
        ("2020-11-17", "2020-11-19", "2020-11-17/2020-11-19"),
        ("", "2020-11-30", "../2020-11"),
        ("2020-11-18", "", "2020-11-18/.."),
    ],
)
def test_two_days_make_the_simplest_date_between_them(first, last, text):
    date = edtf.interval(first, last)
    assert (date.text, date.first, date.last) == (text, first, last)


def test_an_interval_that_says_nothing_or_runs_backwards_is_none():
    with pytest.raises(ValueError, match="one end at least"):
        edtf.interval("", "")
    with pytest.raises(DateError, match="ends before it begins"):
        edtf.interval("2020-11-19", "2020-11-18")


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ("2018/2023", "2020-11", "2020-11"),
        ("2020-11-10/..", "../2020-11-12", "2020-11-10/2020-11-12"),
        ("../2020", "../2019", "../2019"),
        ("2020-11-18", "2020-11-18T09:30:00Z", "2020-11-18"),
        ("2019", "2020", None),
        ("2020-11-19/..", "../2020-11-18", None),
    ],
)
def test_two_brackets_narrow_each_other_or_leave_nothing(a, b, both):
    narrowed = edtf.narrow(edtf.parse(a), edtf.parse(b))
    assert (narrowed.text if narrowed else None) == both
    assert edtf.narrow(edtf.parse(b), edtf.parse(a)) == narrowed


# ── Properties ───────────────────────────────────────────────────────────────────────────────────────────────────

days = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31)).map(dt.date.isoformat)
units = st.builds(
    lambda day, size, mark: day[:size] + mark, days, st.sampled_from([4, 7, 10]), st.sampled_from(["", "", "~", "?"])
)
instants = st.builds(
    lambda day, time, zone: f"{day}T{time.isoformat()}{zone}",
    days, st.times(), st.sampled_from(["", "Z", "+03:00", "-09:30", "+14:00"]),
)  # fmt: skip
dates = units | instants | st.builds(lambda a, b: "/".join(sorted([a, b])), days, days) | days.map("../{}".format)
parsed = dates.map(edtf.parse)
quick = settings(derandomize=True, max_examples=200)


@quick
@given(dates)
def test_every_date_says_the_same_after_a_round_trip(written):
    date = edtf.parse(written)
    assert edtf.parse(date.text) == date
    assert date.first <= date.last or not date.last
    assert (date.first + date.last)[: len(edtf.unit(date))] == edtf.unit(date)
    assert edtf.label(date)


@quick
@given(st.text(max_size=40) | st.text("0123456789-/~?%XT:Z+. .,", max_size=30))
@example("²020-11-18")
@example("2020-11-18T09:30:00+0²:00")
@example("１２３４-11-18")
def test_any_other_text_is_refused_with_a_date_error_and_never_breaks(text):
    try:
        date = edtf.parse(text)
    except DateError:
        return
    assert edtf.parse(date.text) == date
    assert date.text.isascii()


@quick
@given(parsed, parsed, parsed)
def test_order_is_total_and_never_contradicts_the_written_day(a, b, c):
    low, middle, high = sorted([a, b, c], key=edtf.order)
    assert edtf.order(low) <= edtf.order(middle) <= edtf.order(high)
    assert (edtf.order(a) == edtf.order(b)) == (a.text == b.text)
    assert (low.first or low.last) <= (middle.first or middle.last) <= (high.first or high.last)


@quick
@given(parsed, parsed)
def test_what_two_brackets_leave_lies_in_both(a, b):
    both = edtf.narrow(a, b)
    inside = [day for day in (a.first, a.last, b.first, b.last) if day and _holds(a, day) and _holds(b, day)]
    assert (both is None) == (not inside)
    assert all(both is not None and _holds(both, day) for day in inside)


def _holds(date: Date, day: str) -> bool:
    return (not date.first or date.first <= day) and (not date.last or day <= date.last)


@pytest.mark.parametrize(
    "piece", ["9", "2020-11-18 ", "-", "18/", "XX", "nov ", "1st ", "T09:30", " ", "٣", "/", "~", "2020"]
)
def test_a_hundred_thousand_characters_are_refused_at_once(piece):
    started = time.process_time()
    with pytest.raises(DateError) as refused:
        edtf.parse("2020-11" + piece * (100_000 // len(piece)) + "x")
    assert time.process_time() - started < 0.5
    assert len(refused.value.message) < 200


_PARTS = (["2020", "0999", "1000"], ["-11", "-02", "-13", "-1"], ["-18", "-30", "-00"], ["T", "t", " "], ["09", "23", "24", "9"],
          [":30", ":60"], [":00", ":59", ":60", "", ":00.5"], ["", "Z", "+03:00", "-00:00", "+00:00", "+24:00", "-23:59", "+3"])  # fmt: skip


@settings(max_examples=1000)
@given(st.tuples(*map(st.sampled_from, _PARTS)).map("".join))
@example("2020-11-18T09:30:00-00:00")
@example("2020-11-18T09:30:00+03:00")
def test_an_instant_in_our_own_writing_is_read_as_any_other(text: str) -> None:
    if date := edtf._as_written(text):
        match = edtf._INSTANT.fullmatch(text)
        assert match
        assert date == edtf._instant(text, match)
    else:
        assert text != "2020-11-18T09:30:00+03:00"
