"""Keys fold what does not matter and keep what does; slugs and excerpts end at words; scripts tell languages."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("QUAKE", "quake"),
        ("Café", "Cafe\u0301"),
        ("it’s", "it's"),
        ("a – b", "a — b"),
        ("كوردستان", "کوردستان"),
        ("يوسف", "یوسف"),
        ("كـتـاب", "کتاب"),
        ("أحمد", "احمد"),
        ("نورث‌ریچ", "نورثریچ"),
        ("  many   blanks ", "many blanks"),
        ("straße", "STRASSE"),
    ],
)
def test_two_writings_of_one_word_fold_to_one_key(one: str, other: str) -> None:
    assert text.fold(one) == text.fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("quake 1", "quake 2"), ("Monday", "Tuesday"), ("مكة", "بكة"), ("c", "c++")]
)
def test_what_differs_in_meaning_keeps_its_own_key(one: str, other: str) -> None:
    assert text.fold(one) != text.fold(other)


@settings(derandomize=True, max_examples=300)
@given(st.text())
def test_folding_twice_is_folding_once(word: str) -> None:
    assert text.fold(text.fold(word)) == text.fold(word)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Iran-backed militias: U.S. embassy", "iran-backed-militias-u-s-embassy"),
        ("Café Zoë — “naïve”", "cafe-zoe-naive"),
        ("The council’s vote", "the-councils-vote"),
        ("شۆڕش ! کامە شۆڕش ؟", "شۆڕش-کامە-شۆڕش"),
        ("हिन्दी समाचार", "हिन्दी-समाचार"),
        ("한국 소식", "한국-소식"),
        ("!!!", ""),
        ("CON", "con-"),
        ("Index", "index-"),
        ("../../etc/passwd", "etc-passwd"),
        ("．．／etc", "etc"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert text.slug(title) == slug


@settings(derandomize=True, max_examples=500)
@given(st.text(max_size=300))
@example("ſ" * 90)
@example("İ" * 90)
def test_a_slug_is_a_safe_short_stable_name(title: str) -> None:
    slug = text.slug(title)
    assert len(slug.encode()) <= text.SLUG_BYTES + 1
    assert slug == unicodedata.normalize("NFC", slug)
    assert not set(slug) & set('/\\:*?"<>|.#% \n\t')
    assert not slug.startswith("-")
    assert text.slug(slug.removesuffix("-")) == slug


def test_a_slug_is_cut_at_a_words_end() -> None:
    assert text.slug("word " * 40) == "-".join(["word"] * 16)
    assert len(text.slug("x" * 300)) == 80


def test_an_excerpt_ends_at_a_word_and_says_that_it_was_cut() -> None:
    assert text.excerpt("short") == "short"
    assert text.excerpt("one two three four", 12) == "one two…"
    assert text.excerpt("one two, three", 10) == "one two…"
    assert len(text.excerpt("x" * 500)) == 200


@pytest.mark.parametrize(
    ("sample", "language"),
    [
        ("The council met on Monday.", ""),
        ("أعلنت البلدية أمس عن افتتاح الميناء الجديد", "ar"),
        ("أعلنت البلدیة أمس فی المدینة القدیمة عن افتتاح المیناء الکبیر", "ar"),
        ("به گزارش خبرنگار ما، قایق‌ها پیش از ظهر برگشتند", "fa"),
        ("یەکەم بەلەمی کارەبایی لە بەندەری شار خرایە ئاوەوە", "ckb"),
        ("12345 !!", ""),
    ],
)
def test_letters_tell_the_language(sample: str, language: str) -> None:
    assert text.language_of(sample) == language


@pytest.mark.parametrize(
    ("name", "own", "language"),
    [
        ("شاه‌ماهی", "en", "fa"),
        ("بندر", "en", "ar"),
        ("بندر", "fa", "fa"),
        ("بندر", "fa-AF", "fa-AF"),
        ("هیوا", "ckb", "ckb"),
        ("هیوا", "ckb-IR", "ckb-IR"),
        ("بورت سيلن", "fa", "ar"),
        ("بورت سيلن", "ckb", "ar"),
        ("گل", "ar", "fa"),
        ("بندر", "ar", "ar"),
        ("بندر", "he", "ar"),
        ("بندر", "fa-Latn", "ar"),
        ("پۆرت سێلان", "fa", "ckb"),
        ("Port Sellan", "fa", ""),
    ],
)
def test_letters_that_languages_share_are_of_the_sites_own(name: str, own: str, language: str) -> None:
    assert text.language_of(name, own) == language


def test_directions() -> None:
    rtl = ("ar", "ckb", "fa-IR", "he", "iw", "sdh", "hac", "prs", "ku-Arab", "az-Arab-IR", "UR")
    assert {tag: text.direction(tag) for tag in rtl} == dict.fromkeys(rtl, "rtl")
    ltr = ("en", "ku", "fa-Latn", "ckb-Latn-IQ", "x", "")
    assert {tag: text.direction(tag) for tag in ltr} == dict.fromkeys(ltr, "ltr")


def test_invisible_characters_that_reorder_or_control_are_dropped() -> None:
    assert text.printable("a\u202eb\x1b[31mc\ufeff\x00") == "ab[31mc"
    assert text.printable("می\u200cرود\n\t") == "می\u200cرود\n\t"


def plainly_folded(written: str) -> str:
    """What `fold` is, without its short cuts."""
    folded = unicodedata.normalize("NFKC", written.lower()).casefold().translate(text._FOLD)
    marks = "".join(c for c in unicodedata.normalize("NFD", folded) if unicodedata.category(c) != "Mn")
    return " ".join(unicodedata.normalize("NFC", marks.translate(text._FOLD)).split())


@settings(derandomize=True, max_examples=500)
@given(st.text(st.characters() | st.sampled_from("aeiou ’“–éüßİıΣς\u0301\u0308\u064b\u0643يى½´ﬁ")))
def test_folding_word_by_word_is_folding(written: str) -> None:
    assert text.fold(written) == plainly_folded(written)


def test_a_letter_of_ascii_stays_what_it_is_under_any_mark() -> None:
    """Or a run of other letters could not be folded without the one before it."""
    marks = [c for c in map(chr, range(0x10FFFF)) if unicodedata.category(c)[0] == "M" or unicodedata.combining(c)]
    for letter in "aijklo=<>'1 ":
        for mark in marks:
            assert text.fold(letter + mark) == plainly_folded(letter + mark)


@settings(derandomize=True, max_examples=300)
@given(st.text(alphabet=st.sampled_from("abc XY_-.,!'\t\n09é’"), max_size=400))
def test_a_key_is_the_folded_words(written: str) -> None:
    assert text.key(written) == " ".join(re.sub(r"[\W_]+", " ", text.fold(written)).split())
    long = written * 9
    assert text.key(long) == " ".join(re.sub(r"[\W_]+", " ", text.fold(long)).split())


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=12))
@settings(derandomize=True, max_examples=300)
def test_a_long_text_has_the_key_that_its_words_have(words: list[str]) -> None:
    words = [unicodedata.normalize("NFC", word) for word in words]
    long = " ".join(words * 60)

    assert text.key(long) == text.squeeze(" ".join(map(text.key, words * 60)))


def test_a_letter_is_changed_to_letters_that_stay() -> None:
    """Or it would matter in which order the letters of a text are changed."""
    for letter in filter(str.isprintable, map(chr, range(0x10000))):
        for change in (text.fold_letter, text.key):
            assert all(change(other) == other for other in change(letter) if other != " ")
