"""From raw text to a draft: what is claimed, on what evidence, and what may not be claimed."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.errors import Location
from generator.ingest.editor.paragraphs import split
from generator.ingest.extract import Vocabulary, extract
from generator.ingest.readers.plain import decode
from generator.model import Draft, Hint, Meta, PlaceRule, RawItem, SiteConfig, Source, TagRule

GOLDEN = Path(__file__).parents[1] / "golden" / "text"
BODY = """\
The board of the upper river said on Tuesday that seventeen grain ships were waiting at the locks.

“We have never closed the river in peacetime,” a spokesman said.

Traders in Linden said that prices had not moved.
"""


def draft(text: str | bytes, *hints: Hint, vocabulary: Vocabulary = Vocabulary()) -> Draft:
    body = text if isinstance(text, bytes) else text.encode()
    return extract(RawItem(Location("content/raw/a.txt"), "text/plain", body, hints), vocabulary)


def body(found: Draft) -> list[str]:
    return [block.text for block in found.blocks]


def why(found: Draft, field: str) -> tuple[str, int, str]:
    [evidence] = [evidence for evidence in found.evidence if evidence.field == field]
    return evidence.rule, evidence.line, evidence.quote


PARAGRAPHS = [paragraph for paragraph in BODY.split("\n") if paragraph]


def test_a_headline_and_paragraphs() -> None:
    found = draft(f"Ships wait at the locks\n\n{BODY}")

    assert found.meta.title == "Ships wait at the locks"
    assert body(found) == PARAGRAPHS
    assert why(found, "title") == ("first line", 1, "Ships wait at the locks")
    assert "title" not in dict(found.meta.inferred)


def test_where_the_text_has_no_headline_its_first_sentence_is_one_and_stays_in_the_body() -> None:
    found = draft(BODY)

    assert (
        found.meta.title
        == "The board of the upper river said on Tuesday that seventeen grain ships were waiting at the locks"
    )
    assert body(found) == PARAGRAPHS
    assert dict(found.meta.inferred)["title"] == "first sentence"


def test_hard_wrapped_text_without_a_headline_gives_none_of_its_lines_away() -> None:
    wrapped = "The board of the upper river said on Tuesday that\nSeventeen grain ships were waiting at the locks and\nthat none of them would go through before the men\ncame back to work, whatever they were paid."

    found = draft(f"{wrapped}\n\n{wrapped}")

    assert body(found) == [wrapped.replace("\n", " ")] * 2
    assert dict(found.meta.inferred)["title"] == "first sentence"


def test_a_headline_over_two_lines_is_one() -> None:
    assert (
        draft(f"Ships wait at the locks of the\nupper river\n\n{BODY}").meta.title
        == "Ships wait at the locks of the upper river"
    )


def test_a_label_before_the_headline_is_not_part_of_it() -> None:
    assert (
        draft(f"Title: Ships wait\nDate: 2020-11-18\nURL: https://example.org/a\n\n{BODY}").meta.title == "Ships wait"
    )


def test_the_lines_below_the_headline_say_who_and_when() -> None:
    found = draft(
        f"Ships wait\nBy Edda Moran\nNovember 4, 1986\nUpdated: 5 November 1986\nhttps://example.org/a\n\n{BODY}"
    )

    assert found.meta.authors == ("Edda Moran",)
    assert found.meta.date == edtf.parse("1986-11-04")
    assert found.meta.updated == edtf.parse("1986-11-05")
    assert found.meta.source == Source(url="https://example.org/a")
    assert body(found) == PARAGRAPHS
    assert why(found, "date") == ("printed date", 3, "November 4, 1986")


def test_a_date_above_the_headline_counts_and_leaves_it_the_headline() -> None:
    found = draft(f"Tuesday, November 4, 1986\n\nShips wait\n\n{BODY}")
    assert (found.meta.title, found.meta.date) == ("Ships wait", edtf.parse("1986-11-04"))


def test_a_labelled_date_below_the_story_counts() -> None:
    found = draft(f"Ships wait\n\n{BODY}\nPublished: 4 November 1986")
    assert found.meta.date == edtf.parse("1986-11-04")
    assert body(found) == PARAGRAPHS


@pytest.mark.parametrize(
    "text",
    [
        f"Ships wait\n\nThe quay at dawn, November 4, 1986. (Reuters)\n\nLINDEN (ESTA) — {BODY}",
        f"Ships wait\n\n{BODY}\nOn November 4, 1986, the last ship left for the sea and nobody has seen it since.",
        f"Ships wait\n\n{BODY}\nNovember 4, 1986\n\n{BODY}",
        f"Ships wait\n\n{BODY}\nNovember 4, 1986",
        f"Ships wait\n03/04/1986\n\n{BODY}",
        f"Ships wait\nYesterday\n\n{BODY}",
    ],
)
def test_the_date_of_a_picture_or_of_the_story_is_not_the_date_of_the_article(text: str) -> None:
    assert draft(text).meta.date is None


def test_the_dateline_is_cut_from_the_body_and_kept_as_written() -> None:
    found = draft(f"Ships wait\n\nLINDEN, Nov. 4, 1986 (ESTA) — {BODY}")

    assert found.meta.place == ("Linden",)
    assert found.meta.agency == "ESTA"
    assert found.meta.dateline == "LINDEN, Nov. 4, 1986 (ESTA) — "
    assert found.meta.date == edtf.parse("1986-11-04")
    assert body(found) == PARAGRAPHS
    assert why(found, "place") == ("dateline", 3, "LINDEN, Nov. 4, 1986 (ESTA) —")


def test_a_dateline_on_a_line_of_its_own_goes_with_what_follows() -> None:
    found = draft(f"Ships wait\n\nLINDEN (ESTA) —\n\n{BODY}")
    assert (found.meta.dateline, body(found)) == ("LINDEN (ESTA) — ", PARAGRAPHS)


def test_a_deck_may_stand_above_the_dateline() -> None:
    found = draft(f"Ships wait\n\nKeepers strike over night shifts\n\nLINDEN (ESTA) — {BODY}")
    assert found.meta.place == ("Linden",)
    assert (found.meta.deck, body(found)) == ("Keepers strike over night shifts", PARAGRAPHS)


def test_speakers_of_an_interview_are_no_cities() -> None:
    text = "An evening at the locks\n\nMORAN: What do you want to do?\n\nKEEPER: Sleep, and then sleep again.\n\nMORAN: And then?"
    assert draft(text).meta.place == ()


def test_the_archive_has_one_name_for_a_place() -> None:
    vocabulary = Vocabulary.of(SiteConfig(title="A", places=(PlaceRule("Sulaimani", ("Slemani",)),)))

    assert draft(f"Ships wait\n\nSLEMANI (ESTA) — {BODY}", vocabulary=vocabulary).meta.place == ("Sulaimani",)
    assert draft(f"Ships wait\n\nSlemani - {BODY}", vocabulary=vocabulary).meta.place == ("Sulaimani",)


def test_a_caption_is_a_picture_that_is_not_here() -> None:
    found = draft(f"Ships wait\n\nThe quay at dawn, seen from the mole. (AP Photo/Nora Field)\n\n{BODY}")

    [image] = found.meta.images
    assert (image.caption, image.credit, image.file) == (
        "The quay at dawn, seen from the mole.",
        "AP Photo/Nora Field",
        "",
    )
    assert body(found) == PARAGRAPHS


def test_a_credit_on_the_line_below_its_caption_belongs_to_it() -> None:
    found = draft(f"Ships wait\n\nThe quay at dawn, seen from the mole.\nPhoto: Nora Field / Gull\n\n{BODY}")

    [image] = found.meta.images
    assert (image.caption, image.credit) == ("The quay at dawn, seen from the mole.", "Nora Field / Gull")
    assert body(found) == PARAGRAPHS


def test_a_credit_alone_below_the_story_is_a_picture_too() -> None:
    found = draft(f"Ships wait\n\n{BODY}\nPhoto: Nora Field")
    assert [image.credit for image in found.meta.images] == ["Nora Field"]
    assert body(found) == PARAGRAPHS


def test_the_last_paragraph_is_never_a_caption() -> None:
    assert body(draft("Ships wait\n\nThe quay at dawn. (Reuters)")) == ["The quay at dawn. (Reuters)"]


# ── What stands outside the text ─────────────────────────────────────────────────────────────────────────────────


def test_a_sidecar_goes_before_the_text_and_the_text_before_the_path() -> None:
    sidecar = Hint("sidecar", Meta(date=edtf.parse("1986-11-01"), tags=("River",), section="World"))
    path = Hint("path", Meta(date=edtf.parse("1986-12-31")))
    text = f"Ships wait\nNovember 4, 1986\n\n{BODY}"

    both, only_path = draft(text, sidecar, path), draft(text, path)

    assert both.meta.date == edtf.parse("1986-11-01")
    assert (both.meta.tags, both.meta.section, both.meta.inferred) == (("River",), "World", ())
    assert only_path.meta.date == edtf.parse("1986-11-04")


def test_what_the_text_says_and_a_sidecar_said_before_is_on_record_as_cut() -> None:
    sidecar = Hint("sidecar", Meta(date=edtf.parse("1986-11-01"), authors=("N. F.",)))

    found = draft(f"Ships wait\nBy Nora Field\nnora@example.org\nNovember 4, 1986\n\n{BODY}", sidecar)

    assert body(found) == PARAGRAPHS
    assert [(line.text, line.rule) for line in found.furniture] == [
        ("By Nora Field", "byline"),
        ("nora@example.org", "address of the writer"),
        ("November 4, 1986", "printed date"),
    ]


def test_of_two_hints_the_first_wins_field_by_field() -> None:
    option = Hint("option", Meta(date=edtf.parse("1986-11-01")))
    sidecar = Hint("sidecar", Meta(date=edtf.parse("1986-11-02"), source=Source(url="https://example.org/a")))

    found = draft(f"Ships wait\n\n{BODY}", option, sidecar)

    assert found.meta.date == edtf.parse("1986-11-01")
    assert found.meta.source.url == "https://example.org/a"
    assert [(e.field, e.rule) for e in found.evidence][:2] == [("date", "option"), ("source.url", "sidecar")]


def test_a_date_from_the_path_is_marked_inferred() -> None:
    found = draft(f"Ships wait\n\n{BODY}", Hint("path", Meta(date=edtf.parse("1986-11-04"))))

    assert found.meta.date == edtf.parse("1986-11-04")
    assert dict(found.meta.inferred)["date"] == "path"


def test_a_title_from_a_sidecar_is_taken_out_of_the_text_only_where_it_stands_there() -> None:
    given_ = Hint("sidecar", Meta(title="Ships wait!"))

    assert body(draft(f"SHIPS WAIT\n\n{BODY}", given_)) == PARAGRAPHS
    assert body(draft(f"Nobody sails\n\n{BODY}", given_)) == ["Nobody sails", *PARAGRAPHS]
    assert draft(f"SHIPS WAIT\n\n{BODY}", given_).meta.title == "Ships wait!"


# ── Tags and language ────────────────────────────────────────────────────────────────────────────────────────────


def test_guessed_tags_and_languages_are_marked_inferred_and_printed_tags_are_not() -> None:
    guessed = draft(f"Ships wait in Linden\n\n{BODY}")
    printed = draft(f"Ships wait in Linden\n\n{BODY}\nTags: Rivers, Grain")
    arabic = draft("افتتاح مدرسة\n\nافتتحت بلدية المدينة صباح اليوم مدرسة جديدة تضم عشرين صفا.")

    assert (guessed.meta.tags, dict(guessed.meta.inferred)) == (("Linden",), {"tags": "text"})
    assert (printed.meta.tags, printed.meta.inferred) == (("Rivers", "Grain"), ())
    assert (arabic.meta.language, arabic.meta.inferred) == ("ar", (("language", "script"),))


def test_a_tag_that_is_off_is_dropped_even_where_it_is_printed() -> None:
    vocabulary = Vocabulary.of(SiteConfig(title="A", tags=(TagRule("Grain", off=True),)))
    assert draft(f"Ships wait\n\n{BODY}\nTags: Rivers, grain", vocabulary=vocabulary).meta.tags == ("Rivers",)


# ── Nothing is lost, whatever comes ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text", ["Quake!", "Share", "Previous Article", "2020-11-18", "By Nora Field", "—", "(Reuters)", "Tags: a"]
)
def test_a_text_of_one_line_is_that_line(text: str) -> None:
    assert body(draft(text)) == [text]


def test_an_empty_text_is_an_empty_draft() -> None:
    assert draft("") == Draft(Location("content/raw/a.txt"), Meta())


ROWS = [
    "Quake!", "By Nora Field", "March 3, 2020", "Share", "0", "Previous Article", "Next Article", "Related Posts", "— Who is it?",
    "LINDEN (ESTA) — The board said that seventeen grain ships were waiting at the locks.", "LINDEN —", "The quay. (Reuters)",
    "The board of the upper river said on Tuesday that seventeen grain ships were waiting at the locks.", "", "Photo: N / AP",
    "    indented text that goes on and", "بغداد (رويترز) – افتتحت بلدية المدينة مدرسة جديدة تضم عشرين صفا.", "Tags: a, b", "Title: Quake",
]  # fmt: skip


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.sampled_from(ROWS), max_size=14))
def test_every_word_of_the_text_is_in_the_draft(rows: list[str]) -> None:
    text = "\n".join(rows)
    found = draft(text)

    claimed = [block.text for block in found.blocks] + [line.text for line in found.furniture]
    claimed += [found.meta.title, found.meta.dateline, *(evidence.quote for evidence in found.evidence)]
    missing = {word for line in split(decode(text.encode())) for word in line.text.split()} - set(
        " ".join(claimed).split()
    )

    assert not missing


@settings(derandomize=True, max_examples=150)
@given(st.binary(max_size=300))
def test_any_bytes_become_a_draft_with_a_title_where_there_is_a_text(raw: bytes) -> None:
    found = draft(raw)
    assert bool(found.meta.title) == bool(split(decode(raw)))


@pytest.mark.parametrize(
    "piece", ["a", "a ", "CITY ", "- ", "(", "(a)", '"', "1. ", "/", ": ", "By A ", "a@", "&", "A\n", "Share\n", "1\n"]
)
def test_hostile_texts_take_time_in_proportion(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    before = time.process_time()

    draft(text)

    assert time.process_time() - before < 5


# ── The page that this project starts from ───────────────────────────────────────────────────────────────────────

SEED = Path(os.environ.get("BACKFILE_SAMPLES", "")) / "text" / "esta-green-zone.txt"


@pytest.mark.skipif(
    not os.environ.get("BACKFILE_SAMPLES") or not SEED.exists(),
    reason="the sample texts are not here: set BACKFILE_SAMPLES to their folder",
)
class TestTheSeedPage:
    def test_it_becomes_exactly_what_it_says(self) -> None:
        found = draft(SEED.read_bytes())

        assert found.meta.title == "Iran-backed lawless militias continue to destabilize Iraq: U.S. embassy"
        assert (found.meta.place, found.meta.agency) == (("Sulaimani",), "ESTA")
        assert found.meta.dateline == "SULAIMANI (ESTA) — "
        assert found.meta.date is None
        [image] = found.meta.images
        assert image.caption.startswith("A U.S. flag hangs")
        assert image.caption.endswith("December 14, 2011.")
        assert (image.credit, image.file) == ("Reuters", "")
        assert found.meta.source.previous.startswith("Oil prices ease")
        assert found.meta.source.next.startswith("IAEA and U.S. pressure")
        assert len(found.blocks) == 10
        assert body(found)[0].startswith("The U.S. Embassy in Baghdad said on Wednesday")
        assert body(found)[-1].endswith("withdrawal of American troops.")
        assert body(found)[1].startswith("“The United States Government")
        cut = {"Previous Article", "Next Article", "Related Posts", "Total", "0", "Share"}
        assert {line.text for line in found.furniture} >= cut
        assert not set(body(found)) & cut

    def test_its_tags(self) -> None:
        wanted = {"Baghdad", "Iraq", "Iran", "Green Zone"}
        named = Vocabulary.of(SiteConfig(title="A", tags=tuple(map(TagRule, sorted(wanted)))))

        assert len(wanted & set(draft(SEED.read_bytes()).meta.tags)) >= 3
        assert wanted <= set(draft(SEED.read_bytes(), vocabulary=named).meta.tags)


def test_a_path_says_the_day_where_the_text_only_says_its_year() -> None:
    text = f"Ships wait\n\nPublished: 03/04/1986\n\n{BODY}"

    for path, date, rule in (("1986-11-04", "1986-11-04", "path"), ("1987-11-04", "1986", "printed date")):
        found = draft(text, Hint("path", Meta(date=edtf.parse(path))))
        assert found.meta.date is not None
        assert found.meta.date.text == date
        assert [said.rule for said in found.evidence if said.field == "date"] == [rule]

    year, path = Hint("sidecar", Meta(date=edtf.parse("1986"))), Hint("path", Meta(date=edtf.parse("1986-11-04")))
    assert draft(text, year, path).meta.date == edtf.parse("1986")
