"""Printed dates and dates in paths: what they say, and where they must say nothing."""

import pytest

from generator import paths
from generator.ingest.evidence import printed, without_year

PRINTED = {
    "Saturday, January 5, 2019": "2019-01-05",
    "January 5, 2019": "2019-01-05",
    "Jan. 5, 2019": "2019-01-05",
    "5 January 2019": "2019-01-05",
    "5th January 2019": "2019-01-05",
    "Sat 5 Jan 2019": "2019-01-05",
    "5-Jan-2019": "2019-01-05",
    "18 Nov 2020 09:30": "2020-11-18T09:30:00",
    "January 5, 2019 at 10:30 pm": "2019-01-05T22:30:00",
    "January 5, 2019 12:05 a.m.": "2019-01-05T00:05:00",
    "Nov. 18, 2020 | 9:30 a.m. EST": "2020-11-18T09:30:00",
    "18 November 2020, 9:05 GMT": "2020-11-18T09:05:00Z",
    "Wed, 18 Nov 2020 09:30:00 +0300": "2020-11-18T09:30:00+03:00",
    "2020-11-18": "2020-11-18",
    "2020/11/18": "2020-11-18",
    "2020-11-18T09:30:00+03:00": "2020-11-18T09:30:00+03:00",
    "(18 November 2020)": "2020-11-18",
    "Published: March 3, 2020": "2020-03-03",
    "Posted on 18th November 2020": "2020-11-18",
    "Date: 2020-11-18": "2020-11-18",
    "18. November 2020, 09:30 Uhr": "2020-11-18T09:30:00",
    "Mittwoch, 18. November 2020": "2020-11-18",
    "Mittwoch, 18.11.2020": "2020-11-18",
    "5 janvier 2019 à 10h30": "2019-01-05T10:30:00",
    "18 de noviembre de 2020": "2020-11-18",
    "12/31/2020": "2020-12-31",
    "31/12/2020": "2020-12-31",
    "4/4/2020": "2020-04-04",
    "٥ يناير ٢٠١٩": "2019-01-05",
    "الأربعاء 18 نوفمبر 2020": "2020-11-18",
    "نشر في: 18 تشرين الثاني 2020": "2020-11-18",
    "January 5, 2019 25:61": "2019-01-05",  # no such time; the day stands
}
NOTHING = [
    "03/04/2020",
    "3.4.2020",
    "31 February 2020",
    "January 5",
    "November 2020",
    "2020",
    "Wednesday",
    "yesterday",
    "today at 10:30",
    "He left on March 3, 2020",
    "March 3, 2020 was a quiet day",
    "A man walks in Baghdad December 14, 2011.",
    "26 شوال 1436",
    "۲۸ آبان ۱۳۹۹",
    "Room 5, 2019",
    "",
]


@pytest.mark.parametrize(("line", "date"), PRINTED.items())
def test_a_printed_date_is_read(line: str, date: str) -> None:
    found = printed(line)

    assert found is not None
    assert found.date.text == date
    assert not found.update


@pytest.mark.parametrize("line", NOTHING)
def test_a_line_that_does_not_say_the_day_claims_nothing(line: str) -> None:
    assert printed(line) is None


@pytest.mark.parametrize("line", ["Updated: March 3, 2020", "Last updated on 3 March 2020", "آخر تحديث: 3 مارس 2020"])
def test_an_update_is_not_the_date_of_the_article(line: str) -> None:
    found = printed(line)

    assert found is not None
    assert found.update
    assert found.date.text == "2020-03-03"


def test_a_label_is_told_from_a_bare_date() -> None:
    labelled, bare = printed("Published: March 3, 2020"), printed("March 3, 2020")

    assert labelled is not None
    assert labelled.labelled
    assert bare is not None
    assert not bare.labelled


@pytest.mark.parametrize("text", ["March 3", "3 March", "Nov. 18", "Wednesday", "Wed, 18 Nov", "18 نوفمبر"])
def test_a_day_that_leaves_its_year_open_is_known_as_such(text: str) -> None:
    assert without_year(text)


@pytest.mark.parametrize("text", ["Calif.", "March", "United Arab Emirates", "March 3 was", "3"])
def test_a_region_is_no_day(text: str) -> None:
    assert not without_year(text)


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2020/11/18/quake.txt", "2020-11-18"),
        ("2020-11-18-quake.txt", "2020-11-18"),
        ("20201118-quake.txt", "2020-11-18"),
        ("release-14Dec2007Field101.txt", "2007-12-14"),
        ("1Mar2006Field.txt", "2006-03-01"),
        ("december-14-2011-quay.txt", "2011-12-14"),
        ("1999-12-6-quay.txt", "1999-12-06"),
        ("2020-11-18/quay.txt", "2020-11-18"),
        ("2020/11/quay.txt", "2020-11"),
        ("crawl-2021-05-01/2020-11-18-quay.txt", "2020-11-18"),
        ("2020/11/18/looking-back-on-2001-09-11.txt", "2020-11-18"),
    ],
)
def test_a_path_states_a_date(path: str, date: str) -> None:
    found = paths.date(path)

    assert found is not None
    assert found.text == date


@pytest.mark.parametrize(
    "path",
    [
        "quay.txt",
        "2020/quay.txt",
        "crawl-2021-05-01/quay.txt",
        "20201118123456.txt",
        "x-12345678.txt",
        "198-04-06-farm.txt",
    ],
)
def test_a_number_in_a_path_is_not_always_a_date(path: str) -> None:
    assert paths.date(path) is None
