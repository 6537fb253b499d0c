"""Printed dates and dates in paths: what they say, and where they must say nothing."""

import time

import pytest

from generator import paths
from generator.ingest.editor.evidence import open_day, printed, turned, unclaimed

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
    "3.4.2020": "2020-04-03",
    "03.04.2020 – 11:14": "2020-04-03T11:14:00",
    "Stand: 03.04.2020, 18:04 Uhr": "2020-04-03T18:04:00",
    "04.25.2020": "2020-04-25",
    "5 janvier 2019 à 10h30": "2019-01-05T10:30:00",
    "18 de noviembre de 2020": "2020-11-18",
    "12/31/2020": "2020-12-31",
    "31/12/2020": "2020-12-31",
    "4/4/2020": "2020-04-04",
    "٥ يناير ٢٠١٩": "2019-01-05",
    "الأربعاء 18 نوفمبر 2020": "2020-11-18",
    "نشر في: 18 تشرين الثاني 2020": "2020-11-18",
    "January 5, 2019 25:61": "2019-01-05",  # no such time; the day stands
    "10:30 PM, January 5, 2019": "2019-01-05T22:30:00",
    "Published 3:30 PM EDT, Tue March 3, 2020": "2020-03-03T15:30:00",
    "For immediate release: March 3, 2005": "2005-03-03",
    "27-MAR-1987 00:02:59.13": "1987-03-27T00:02:59",
    "27-MAR-1987 00:02:59.13RM": "1987-03-27T00:02:59",
    " 2-MAR-1987  04:19:43.36": "1987-03-02T04:19:43",
    "2008-03-08 2:45:52": "2008-03-08T02:45:52",
    "2015-03-10 11:43:05 -0400": "2015-03-10T11:43:05-04:00",
    "December 14 2007": "2007-12-14",
    "Published: 03/04/2020": "2020",
    "Posted 3-4-2020, 10:30": "2020",
    "November 2020": "2020-11",
    "Published: March 2020": "2020-03",
    "آب 2015": "2015-08",
    "18 نوفمبر/تشرين الثاني 2020": "2020-11-18",
    "تشرين الثاني (نوفمبر) 2020": "2020-11",
    "الثلاثاء 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م": "2015-08-11",
    "٢٦ شوال ١٤٣٦هـ - ١١ أغسطس ٢٠١٥م": "2015-08-11",
    "11 أغسطس 2015 - 26 شوال 1436": "2015-08-11",
    "1436-10-26 هـ الموافق 2015-08-11": "2015-08-11",
    "18 ноября 2020": "2020-11-18",
    "2020年11月18日": "2020-11-18",
    "3rd March 2020": "2020-03-03",
    "Tuesday, the 3rd of March, 2020": "2020-03-03",
    "Published in Dawn, March 3rd, 2020": "2020-03-03",
    "Published in The Harbour Gazette, Young World, Saturday, March 7th, 2020.": "2020-03-07",
    "Published in Times of Linden, 7 March 2020": "2020-03-07",
    "Published in the Linden Post, 7 March 2020": "2020-03-07",
    "Issue of March 3, 2020": "2020-03-03",
    "Print edition | 3 March 2020": "2020-03-03",
    "Ausgabe vom 3. März 2020": "2020-03-03",
    "Édition du 3 mars 2020": "2020-03-03",
    "۲۸ آبان ۱۳۹۹": "2020-11-18",
    "تاریخ انتشار: ۱۳ اسفند ۱۳۹۸ - ۱۰:۲۰": "2020-03-03T10:20:00",
    "سه شنبه ۱۳ اسفند ماه ۱۳۹۸ ساعت ۱۰:۲۰": "2020-03-03T10:20:00",
    "۱۰:۲۰ - ۱۳ اسفند ۱۳۹۸": "2020-03-03T10:20:00",
    "تاریخ انتشار: سه‌شنبه ۱۳۹۸/۱۲/۱۳": "2020-03-03",
    "سه‌شنبه ۱۳۹۸/۱۲/۱۳": "2020-03-03",
    "۱۳ حوت ۱۳۹۸": "2020-03-03",
    "۳۰ اسفند ۱۳۹۹": "2021-03-20",
    "سه‌شنبه ۱۳ اسفند ۱۳۹۸ - ۸ رجب ۱۴۴۱ - ۳ مارس ۲۰۲۰": "2020-03-03",
    "الثلاثاء 8 رجب 1441 هـ - 3 مارس 2020 م": "2020-03-03",
    "الثلاثاء، 8 رجب 1441هـ، الموافق لـ 3 مارس 2020م": "2020-03-03",
    "3 مارس 2020 (8 رجب 1441)": "2020-03-03",
    "8 Rajab 1441 AH / March 3, 2020": "2020-03-03",
    "Tuesday, March 3, 2020, Rajab 8, 1441": "2020-03-03",
}
NOTHING = [
    "03/04/2020",
    "3-4-2020",
    "3.4/2020",
    "31.04.2020",
    "31 February 2020",
    "January 5",
    "2020",
    "Wednesday",
    "yesterday",
    "today at 10:30",
    "He left on March 3, 2020",
    "March 3, 2020 was a quiet day",
    "A man walks in Baghdad December 14, 2011.",
    "26 شوال 1436",
    "26 شوال 1436 هـ",
    "26/10/1436 هـ",
    "Spring 2020",
    "March 3, 198",
    "198-04-06",
    "March 3, 2020 at dawn the ships left",
    "۳۰ اسفند ۱۳۹۸",  # no leap year
    "۲۸ آبان ۱۹۹۹",
    "۱۳۹۸/۱۲/۱۳",  # of the Iranian calendar, or of the Islamic one
    "۲۸ آبان ۱۳۹۹ روز خوبی بود",
    "8 Rajab 1441",
    "Published in paperback, March 3, 2020",
    "Published in Paris, March 7, 1895",
    "Published in Paris, Thursday, March 7, 1895",
    "Published in Times Square, March 7, 1895",
    "Published in Nature, 7 March 2020",
    "Published in Dawn, a paper of Karachi, March 3, 2020",
    "Published in Dawn on Monday, March 3, 2020, he said",
    "Issue 12 March 2020",
    "Issue of shares, 3 March 2020",
    "Print edition of 3,000 copies in March 2020",
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


@pytest.mark.parametrize(
    "line", ["8 رجب 1441 هـ", "الثلاثاء 8 رجب 1441", "26/10/1436 هـ", "Rajab 8, 1441 AH", "Published: 31/02/2020"]
)
def test_a_date_may_be_one_and_claim_nothing(line: str) -> None:
    assert unclaimed(line)
    assert printed(line) is None


@pytest.mark.parametrize("line", ["Rajab", "رجب الطيب", "03/04/2020 was a quiet day", "March 3, 2020", "8 رجب"])
def test_what_is_read_or_is_no_date_claims(line: str) -> None:
    assert not unclaimed(line)


def test_dots_leave_a_day_open_where_both_numbers_may_be_a_month() -> None:
    assert turned("Stand: 03.04.2020, 18:04 Uhr")
    assert not any(map(turned, ["03.03.2020", "13.04.2020", "04.25.2020", "03/04/2020", "3 April 2020"]))


@pytest.mark.parametrize(
    "line",
    [
        "Updated: March 3, 2020",
        "Last updated on 3 March 2020",
        "آخر تحديث: 3 مارس 2020",
        "آخرین به‌روزرسانی: ۱۳ اسفند ۱۳۹۸",
    ],
)
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


@pytest.mark.parametrize("text", ["March 3", "3 March", "Nov. 18", "Wed, 18 Nov", "18 نوفمبر"])
def test_a_day_that_leaves_its_year_open_is_known_as_such(text: str) -> None:
    assert open_day(text)


@pytest.mark.parametrize("text", ["Calif.", "March", "United Arab Emirates", "March 3 was", "3"])
def test_a_region_is_no_day(text: str) -> None:
    assert not open_day(text)


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
        ("2Aug2007Field12.txt", "2007-08-02"),
        ("02Aug2007Field12.txt", "2007-08-02"),
        ("archive/2020/11/18/quay.txt", "2020-11-18"),
        ("wget/example.org/2020/11/18/quay.html", "2020-11-18"),
        ("web/20210501120000/http:/example.org/2020/11/18/quay.html", "2020-11-18"),
        ("snapshots/2021/05/01/2020/11/18/quay.html", "2020-11-18"),
        ("2020-11-18-download-festival.txt", "2020-11-18"),
        ("scrapyard-fire-2020-11-18.txt", "2020-11-18"),
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
        "crawl/2021-05-01/quay.txt",
        "snapshots/2021/05/01/quay.txt",
        "web/20210501120000/quay.txt",
        "example.org-snapshot-2021-05-01.txt",
        "20201118123456.txt",
        "x-12345678.txt",
        "198-04-06-farm.txt",
    ],
)
def test_a_number_in_a_path_is_not_always_a_date(path: str) -> None:
    assert paths.date(path) is None


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("crawl-2021-05-01/quay.txt", "2021-05-01"),
        ("crawl-20210501/2020-11-18-quay.txt", "2021-05-01"),
        ("crawl/2021-05-01/quay.txt", "2021-05-01"),
        ("warc/20210501T120000Z/quay.txt", "2021-05-01"),
        ("snapshots/2021/05/01/2020/11/18/quay.txt", "2021-05-01"),
        ("web/20210501120000id_/http:/example.org/quay.html", "2021-05-01"),
        ("archive-2021-05-01/quay.txt", "2021-05-01"),
        ("downloaded 2021-05-01/quay.txt", "2021-05-01"),
        ("example.org-snapshot-2021-05-01.txt", "2021-05-01"),
        ("crawl-2020-01-01/scraped-2021-05-01/quay.txt", "2021-05-01"),
    ],
)
def test_a_path_may_say_when_a_file_was_fetched(path: str, date: str) -> None:
    found = paths.fetched(path)

    assert found is not None
    assert found.text == date


@pytest.mark.parametrize(
    "path",
    [
        "2021-05-01/quay.txt",
        "archive/2021/05/01/quay.txt",
        "downloads/quay.txt",
        "2021-05-01-download-festival.txt",
        "scrapyard-fire-2021-05-01.txt",
        "crawl/2021/13/41/quay.txt",
        "crawl/quay.txt",
        "wget/example.org/2020/11/18/quay.html",
        "",
    ],
)
def test_a_date_in_a_path_is_not_always_that_of_a_crawl(path: str) -> None:
    assert paths.fetched(path) is None


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1/",
        "crawl-",
        "crawl/",
        "2021-",
        "a" * 13,
        "-",
        "1.",
        "march ",
        "نوفمبر/",
        "1 شوال ",
        "1 اسفند ",
        "Published in A, ",
    ],
)
def test_hostile_lines_and_paths_take_no_time(piece: str) -> None:
    before = time.process_time()

    for text in (piece * (100_000 // len(piece)), piece * (80 // len(piece)), f"2020 {piece * (80 // len(piece))}"):
        printed(text)
        open_day(text)
        paths.date(text)
        paths.fetched(f"{text}/crawl.txt")

    assert time.process_time() - before < 0.5
