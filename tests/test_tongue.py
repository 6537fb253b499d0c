"""The language that a site speaks."""

import datetime as dt
import pickle

import pytest
from babel.dates import format_date, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.publish.catalogue import speaking
from generator.tongue import ENGLISH, Tongue

BRITISH = speaking("en-GB", {})
WRITTEN = ("2020-11-18", "2020-11", "2020", "2020-11-16/2020-11-19", "../2020-11", "2020-22", "202X", "2020-11-18~")


@given(st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31)))
def test_a_day_in_english_reads_as_babel_has_it_for_britain(day: dt.date) -> None:
    assert ENGLISH.unit(day.isoformat()) == format_date(day, "long", "en_GB")


def test_english_as_newspapers_outside_america_write_it_needs_no_babel() -> None:
    assert type(BRITISH) is type(ENGLISH) is Tongue
    assert [ENGLISH.month(n) for n in range(1, 13)] == list(get_month_names("wide", "stand-alone", "en_GB").values())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-US", "November 18, 2020"),
        ("ar", "18 نوفمبر 2020"),
        ("ar-IQ", "١٨ تشرين الثاني ٢٠٢٠"),
        ("fa", "۱۸ نوامبر ۲۰۲۰"),
        ("ckb", "١٨ی تشرینی دووەمی ٢٠٢٠"),
        ("ku", "18ê mijdara 2020an"),
        ("de", "18. November 2020"),
        ("fr-XX", "18 novembre 2020"),
        ("xx", "18 November 2020"),
    ],
)
def test_a_day(language: str, said: str) -> None:
    assert speaking(language, {}).date(edtf.parse("2020-11-18")) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("ar", "2020-11-16/2020-11-19", "16–19 نوفمبر 2020"),
        ("en-US", "2020-11-16/2020-11-19", "November 16–19, 2020"),
        ("fa", "2020-11-28/2020-12-03", "۲۸ نوامبر ۲۰۲۰ تا ۳ دسامبر ۲۰۲۰"),
        ("fa", "2018/2023", "۲۰۱۸–۲۰۲۳"),
        ("ar-IQ", "2020-11", "تشرين الثاني ٢٠٢٠"),
        ("de", "2020-11", "November 2020"),
    ],
)
def test_a_span_or_a_month(language: str, written: str, said: str) -> None:
    assert speaking(language, {}).date(edtf.parse(written)) == said


def test_what_a_catalogue_says_of_dates() -> None:
    words = {"about {date}": "نحو {date}", "{date}, {time}": "{date}، {time}", "{month} {year}": "{month}ی {year}"}
    tongue = speaking("ckb", words)
    assert tongue.date(edtf.parse("2020-11-18~")) == "نحو ١٨ی تشرینی دووەمی ٢٠٢٠"
    assert tongue.date(edtf.parse("2020-11-18T09:30:00+03:00")) == "١٨ی تشرینی دووەمی ٢٠٢٠، ٠٩:٣٠"
    assert tongue.date(edtf.parse("2020-11")) == "تشرینی دووەمی ٢٠٢٠"


@pytest.mark.parametrize("language", ["en", "ar", "fa", "ckb", "ku", "en-US", "ja"])
@pytest.mark.parametrize("written", WRITTEN)
def test_every_date_can_be_said_in_every_language(language: str, written: str) -> None:
    said = speaking(language, {}).date(edtf.parse(written))
    assert said
    assert "{" not in said


def test_a_phrase_that_is_not_in_the_catalogue_stays_english() -> None:
    tongue = Tongue("ar", {"Older": "الأقدم"})
    assert (tongue.say("Older"), tongue.say("Newer")) == ("الأقدم", "Newer")


@pytest.mark.parametrize(
    ("count", "said"), [(1, "مادة"), (2, "مادتان"), (3, "3 مواد"), (11, "11 مادة"), (100, "100 مادة")]
)
def test_a_count_has_the_forms_of_its_language(count: int, said: str) -> None:
    forms = {"one": "مادة", "two": "مادتان", "few": "{n} مواد", "other": "{n} مادة"}
    tongue = speaking("ar", {"{n} articles": forms})
    assert tongue.counted(count, "{n} article", "{n} articles") == said


def test_counts_in_english_and_without_a_catalogue() -> None:
    assert [ENGLISH.counted(n, "{n} article", "{n} articles") for n in (0, 1, 1234)] == [
        "0 articles",
        "1 article",
        "1,234 articles",
    ]
    assert speaking("fa", {}).counted(1234, "{n} article", "{n} articles") == "۱٬۲۳۴ articles"


@pytest.mark.parametrize(
    ("language", "first"), [("en", 0), ("en-US", 6), ("fa", 5), ("ckb", 5), ("de", 0), ("ar-IQ", 5), ("no", 0)]
)
def test_the_day_on_which_weeks_begin(language: str, first: int) -> None:
    week = speaking(language, {}).week()
    assert week[0] == first
    assert sorted(week) == list(range(7))


def test_weekdays_begin_with_monday() -> None:
    assert ENGLISH.weekday(2) == ("Wednesday", "W")
    assert speaking("de", {}).weekday(2)[0] == "Mittwoch"


def test_a_tongue_goes_to_another_process() -> None:
    tongue = speaking("fa", {"Older": "کهنه‌تر"})
    again = pickle.loads(pickle.dumps(tongue))
    assert type(again) is type(tongue)
    assert again.says_as(tongue)
    assert not again.says_as(speaking("fa", {}))
