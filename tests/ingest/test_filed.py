"""Datelines in their articles: what is taken from the text, and the date that is made of them."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.errors import Location
from generator.ingest import sources
from generator.ingest.editor import filed
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.reading import Reading, claim
from generator.ingest.editor.vocabulary import Vocabulary
from generator.ingest.extract import extract
from generator.model import Doubt, Hint, Meta, PlaceRule, RawItem, SiteConfig, Source

LEAD = "The board of the upper river said that seventeen grain ships were waiting at the locks."
MORE = "None of them would go through before the men came back to work, a spokesman said."


def reading(*texts: str, hints: tuple[Hint, ...] = (), vocabulary: Vocabulary = Vocabulary()) -> Reading:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    return Reading(lines, vocabulary, hints=hints)


def path(date: str) -> Hint:
    return Hint("path", Meta(date=edtf.parse(date)))


def dated(found: Reading) -> tuple[str, ...]:
    """The date, and the rules that made it: one, or none."""
    rules = [said.rule for said in found.evidence if said.field == "date"]
    return (found.meta.date.text if found.meta.date else "", *rules)


def body(found: Reading) -> list[str]:
    return [line.text for line in found.lines]


# ── Which paragraph ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_dateline_leaves_its_paragraph() -> None:
    found = filed.read(reading(f"LINDEN, March 3 (ESTA) — {LEAD}", MORE))

    assert body(found) == [LEAD, MORE]
    assert (found.meta.place, found.meta.agency) == (("Linden",), "ESTA")
    assert found.meta.dateline == "LINDEN, March 3 (ESTA) — "


def test_a_line_of_its_own_leaves_the_text_and_takes_no_word_of_the_story() -> None:
    found = filed.read(reading("WASHINGTON D C", LEAD, MORE))

    assert body(found) == [LEAD, MORE]
    assert (found.meta.place, found.meta.dateline) == (("Washington",), "WASHINGTON D C")


def test_a_line_of_its_own_that_ends_in_a_dash_goes_with_the_paragraph_below() -> None:
    found = filed.read(reading("Keepers strike over night shifts", "LINDEN (ESTA) —", LEAD, MORE))

    assert body(found) == ["Keepers strike over night shifts", LEAD, MORE]
    assert found.meta.dateline == "LINDEN (ESTA) — "


def test_a_reporter_in_a_dateline_is_an_author() -> None:
    arabic = "أعلن مجلس النهر الأعلى اليوم أن سبع عشرة سفينة كانت تنتظر عند الأقفال منذ الصباح الباكر."
    found = filed.read(reading("تبوك - عبد الله الحربي:", arabic, arabic))

    assert (found.meta.place, found.meta.authors) == (("تبوك",), ("عبد الله الحربي",))
    assert body(found) == [arabic, arabic]


def test_a_place_is_called_as_the_archive_calls_it() -> None:
    rules = (PlaceRule("Sulaimani", aliases=("Slemani",)),)
    vocabulary = Vocabulary.of(SiteConfig("A", places=rules))

    found = filed.read(reading(f"Slemani - {LEAD}", vocabulary=vocabulary))

    assert found.meta.place == ("Sulaimani",)


@pytest.mark.parametrize(
    "texts",
    [
        ("LINDEN: Who are you?", "KEEPER: Nobody you know.", "LINDEN: And who am I?"),
        ("PARIS: Who are you?", "KEEPER: Nobody you know, and nobody you would want to know."),
        (f"WEATHER — {LEAD}", "The weather will be wet all week."),
        (f"ABLIX - {LEAD}", "The board of ABLIX met on Monday."),
        (LEAD, f"BRIGHAM — {MORE}"),  # a heading inside the story
        (LEAD * 8, f"LONDON — {MORE}"),
        ("PARIS — What to see", LEAD, MORE),
        ("Washington, D.C.", "Dear Mr. Harlan"),
        (LEAD, MORE),
        (),
    ],
)
def test_what_the_rest_of_the_story_speaks_against_is_no_dateline(texts: tuple[str, ...]) -> None:
    before = reading(*texts)
    assert filed.read(before) == before


def test_a_town_that_only_its_capitals_speak_for_is_doubtful() -> None:
    unknown, known = filed.read(reading(f"BRIGHAM — {LEAD}", MORE)), filed.read(reading(f"OSLO — {LEAD}", MORE))

    assert (unknown.meta.place, known.meta.place) == (("Brigham",), ("Oslo",))
    assert unknown.doubts == (Doubt(filed.UNSURE, 1, "BRIGHAM — "),)
    assert known.doubts == ()


# ── The date ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_full_date_is_the_articles() -> None:
    found = filed.read(reading(f"LINDEN, March 3, 2020 (ESTA) — {LEAD}", hints=(path("2021-01-01"),)))
    assert dated(found) == ("2020-03-03", "dateline")
    assert "date" not in dict(found.meta.inferred)


def test_our_calendar_counts_beside_the_other() -> None:
    found = filed.read(reading("الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", LEAD))
    assert dated(found) == ("2015-08-11", "dateline")


@pytest.mark.parametrize("known", ["1987", "1987-03", "1987-03-04"])
def test_a_path_tells_the_year(known: str) -> None:
    found = filed.read(reading(f"LINDEN, March 3 - {LEAD}", hints=(path(known),)))
    assert dated(found) == ("1987-03-03", "dateline; year from path")
    assert dict(found.meta.inferred)["date"] == "dateline; year from path"


@pytest.mark.parametrize(
    "hints",
    [
        (),
        (path("1987-06-04"),),
        (Hint("crawl path", Meta(date=edtf.parse("../1987-03-04"), source=Source(retrieved="1987-03-04"))),),
    ],
)
def test_without_evidence_there_is_no_date(hints: tuple[Hint, ...]) -> None:
    found = filed.read(reading(f"LINDEN, March 3 - {LEAD}", hints=hints))
    assert found.meta.date is None
    assert found.meta.dateline == "LINDEN, March 3 - "


def test_an_exact_date_that_is_known_stays() -> None:
    before = claim(reading(f"LINDEN, March 3 - {LEAD}"), Meta(date=edtf.parse("1987-03-05")), "sidecar")
    assert dated(filed.read(before)) == ("1987-03-05", "sidecar")


@pytest.mark.parametrize(
    ("known", "rule"), [("1987-03", "printed date"), ("1987", "sidecar"), ("1986/1987-06", "option")]
)
def test_a_coarser_date_that_agrees_is_made_exact(known: str, rule: str) -> None:
    before = claim(reading(f"LINDEN, March 3 - {LEAD}"), Meta(date=edtf.parse(known)), rule)
    expected = ("1987-03-03", f"dateline; year from {rule}")
    # Two days of that name lie in 1986/1987-06.
    assert dated(filed.read(before)) == (expected if "/" not in known else (known, rule))


@pytest.mark.parametrize("known", ["1987-04", "1987~", "1986"])
def test_a_coarser_date_that_does_not_agree_stays(known: str) -> None:
    before = claim(reading(f"LINDEN, March 3, 1987 - {LEAD}"), Meta(date=edtf.parse(known)), "sidecar")
    assert dated(filed.read(before)) == (known, "sidecar")


def test_the_date_of_an_update_tells_the_year() -> None:
    before = claim(reading(f"LINDEN, March 3 - {LEAD}"), Meta(updated=edtf.parse("1987-03-05")), "printed update")
    assert dated(filed.read(before)) == ("1987-03-03", "dateline; year from printed update")


# ── Whatever the text ────────────────────────────────────────────────────────────────────────────────────────────


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.text(alphabet="AB ab.,:;—–-()/'’“13٢واسÀ", min_size=1, max_size=120), max_size=5))
def test_no_word_is_lost(texts: list[str]) -> None:
    texts = [text.strip() for text in texts if text.strip()]
    found = filed.read(reading(*texts))
    kept = f"{found.meta.dateline} {' '.join(body(found))} {' '.join(cut.text for cut in found.cut)}"
    assert sorted("".join(texts).replace(" ", "")) == sorted(kept.replace(" ", ""))


@pytest.mark.parametrize(
    "piece", ["A", "A-", "A - ", "A - B", "(", "(A)", "A/", "A. ", "—", ", A", "'A", "1 A", "و - ", "و 3 ", "3/", "« "]
)
def test_hostile_lines_take_no_time(piece: str) -> None:
    before = time.process_time()

    filed.read(reading(*[(piece * (100_000 // len(piece))).strip()] * 3, LEAD))
    filed.read(reading((piece * (79 // len(piece))).strip(), LEAD))

    assert time.process_time() - before < 0.5


# ── When it was fetched ──────────────────────────────────────────────────────────────────────────────────────────


def drafted(folder: str, text: str) -> Meta:
    """What is made of a raw file of that folder, by all the steps."""
    source = sources.Source(f"/archive/content/raw/{folder}/quay.txt", f"content/raw/{folder}/quay.txt")
    hints = sources.hints(source, None, Path("/archive"))
    return extract(RawItem(Location(source.raw), "text/plain", text.encode(), hints)).meta


def test_a_crawl_says_only_after_which_day_an_article_was_not_written() -> None:
    meta = drafted("crawl-2021-05-01", f"Ships wait\n\n{LEAD}\n\n{MORE}\n")

    assert meta.date == edtf.parse("../2021-05-01")
    assert meta.source.retrieved == "2021-05-01"
    assert ("date", "crawl path") in meta.inferred


@pytest.mark.parametrize(
    ("folder", "top", "date"),
    [
        ("crawl-2021-05-01", "March 3, 2020\n\n", "2020-03-03"),
        ("crawl-2021-05-01", "LINDEN, March 3, 2020 (ESTA) — ", "2020-03-03"),
        ("crawl-2021-05-01/2020/11/18", "", "2020-11-18"),
    ],
)
def test_whatever_dates_the_article_goes_before_the_crawl(folder: str, top: str, date: str) -> None:
    meta = drafted(folder, f"Ships wait\n\n{top}{LEAD}\n\n{MORE}\n")

    assert meta.date == edtf.parse(date)
    assert meta.source.retrieved == "2021-05-01"


def test_a_paragraph_that_ends_in_a_colon_may_have_a_dateline() -> None:
    latest = "The Latest on the ferry (all times local):"
    found = filed.at((Line(1, f"DAYTON, Ohio (AP) — {latest}"), Line(2, "3:45 p.m.")), {})
    assert found is not None
    assert (found[1], found[2].places, found[2].rest) == (1, ("Dayton",), latest)
