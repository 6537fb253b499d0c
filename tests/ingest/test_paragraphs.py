"""Lines into paragraphs, in the layouts that raw text comes in."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.editor import sentences
from generator.ingest.editor.paragraphs import join, split, without, wrapped
from generator.ingest.readers.plain import decode
from generator.text import squeeze

GOLDEN = Path(__file__).parents[1] / "golden" / "lines" / "paragraphs.yaml"
CASES = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
SHOWN = str.maketrans({"·": " ", "→": "\t", "¶": "\x0c"})

WRAPPED = """\
The board of the upper river said on Tuesday that seventeen
ships were waiting at the locks, and that none of them would
go through before the keepers came back to work."""


def paragraphs(text: str) -> list[str]:
    return [line.text for line in join(split(text))]


def laid_out(case: dict[str, Any]) -> list[str]:
    raw = str(case["raw"]).translate(SHOWN)
    return paragraphs(decode((raw.replace("\n", "\r\n") if case.get("crlf") else raw).encode()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_layout_is_read_as_an_editor_sees_it(case: dict[str, Any]) -> None:
    assert laid_out(case) == case["paragraphs"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["friend"]["why"])
def test_its_false_friend_is_not(case: dict[str, Any]) -> None:
    assert laid_out(case["friend"]) == case["friend"]["paragraphs"]


def test_there_are_enough_layouts() -> None:
    assert len(CASES) >= 15


def test_blank_lines_part_paragraphs_and_single_newlines_do_not() -> None:
    assert paragraphs(f"{WRAPPED}\n\n{WRAPPED}\n") == [squeeze(WRAPPED)] * 2


def test_an_indent_begins_a_paragraph_in_wrapped_text() -> None:
    indented = f"    {WRAPPED}\n    {WRAPPED}"
    assert paragraphs(indented) == [squeeze(WRAPPED)] * 2


def test_wrapped_text_that_is_indented_as_a_whole_is_one_paragraph() -> None:
    block = "\n".join(f"     {line}" for line in WRAPPED.split("\n"))
    assert paragraphs(f"Headline\n\n{block}") == ["Headline", squeeze(WRAPPED)]


def test_a_short_last_line_ends_a_paragraph_where_nothing_else_does() -> None:
    ended = WRAPPED + "\nSo it was."
    assert paragraphs(f"{ended}\n{WRAPPED}") == [squeeze(ended), squeeze(WRAPPED)]


def test_a_line_a_paragraph_is_kept_so() -> None:
    lines = ["The first paragraph is one line and ends like one. " * 4, "The second one as well, and it is long. " * 4]
    assert paragraphs("\n".join(lines)) == [squeeze(line) for line in lines]


def test_short_sentences_on_lines_of_their_own_stay_apart() -> None:
    lines = ["He won the first round.", "She won the second one.", "Nobody won the third.", "All went home."]
    assert paragraphs("\n".join(lines)) == lines


def test_a_sentence_that_plainly_goes_on_is_joined() -> None:
    assert paragraphs("The prize went to Sen.\nTrent Lowell, who\nthanked the town.") == [
        "The prize went to Sen. Trent Lowell, who thanked the town."
    ]


@pytest.mark.parametrize("dash", ["— ", "– ", "-- ", "- ", "—"])
def test_a_dash_of_speech_begins_a_paragraph(dash: str) -> None:
    assert paragraphs(f"He asked.\n{dash}Who is it?\n{dash}It is me.") == [
        "He asked.",
        f"{dash}Who is it?",
        f"{dash}It is me.",
    ]


def test_a_dash_inside_a_wrapped_sentence_does_not() -> None:
    text = WRAPPED.replace("ships were", "— ships were")
    assert paragraphs(f"{text}\n\n{WRAPPED}") == [squeeze(text), squeeze(WRAPPED)]


def test_runs_of_blanks_part_paragraphs_in_a_one_line_scrape() -> None:
    sentence = "The board said that the ships would wait and that nobody knew how long it would be " * 2
    assert paragraphs(f"Headline{' ' * 40}{sentence}    {sentence}") == ["Headline", sentence.strip(), sentence.strip()]


def test_runs_of_blanks_in_ordinary_text_are_only_blanks() -> None:
    assert paragraphs("One.   Two.\n\nThree.") == ["One. Two.", "Three."]


def test_a_word_broken_at_its_hyphen_loses_the_gap_and_an_open_compound_keeps_it() -> None:
    text = WRAPPED.replace("seventeen\nships", "well-\nknown ships").replace(
        "locks, and", "pre- and post-war locks, and"
    )
    assert "well-known ships" in paragraphs(text)[0]
    assert "pre- and post-war" in paragraphs(text)[0]


def test_what_follows_a_cut_line_begins_anew() -> None:
    lines = split("one\ntwo\nthree")

    left = without(lines, frozenset([1]))

    assert [(line.text, line.number, line.apart) for line in left] == [("one", 1, True), ("three", 3, True)]


def test_only_lines_of_one_width_are_wrapped() -> None:
    assert wrapped(split(WRAPPED + "\n" + WRAPPED))
    assert not wrapped(split("Share\nTotal\n0\nRelated Posts\nTweet"))
    assert not wrapped(split("He won the first round.\nShe won the second one.\nNobody won the third.\nAll went home."))


@settings(derandomize=True, max_examples=300)
@given(st.text(alphabet="Ab1 .,-—>\n\té字", max_size=300))
def test_no_word_is_lost_or_moved(text: str) -> None:
    # But for the hyphens of divided words, and the marks of quoted lines.
    marks = str.maketrans("", "", "->")
    assert "".join("".join(paragraphs(text)).split()).translate(marks) == "".join(text.split()).translate(marks)


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.sampled_from(WRAPPED.split("\n")), min_size=1, max_size=8), st.integers(0, 3))
def test_numbers_of_lines_are_those_of_the_file(rows: list[str], blank: int) -> None:
    text = ("\n" * (blank + 1)).join(rows)
    assert [text.split("\n")[line.number - 1] for line in split(text)] == rows


def test_rows_of_a_table_are_never_part_of_a_paragraph() -> None:
    lines = split("Barges     4,210     3,998\nThe board met on Tuesday.\n* * *\nIt will meet   again.")
    assert [line.row for line in lines] == [True, False, True, False]


@pytest.mark.parametrize(
    "piece",
    [
        "a\n",
        "A.\n",
        "- \n",
        " a\n",
        "a ",
        "a   ",
        "\n \n",
        "-a-\n",
        "a-\nb\n",
        ".    A",
        "1   2   ",
        "> a\n",
        ">",
        "* ",
        "\t",
        "字\n",
    ],
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    before = time.process_time()

    paragraphs(piece * 50_000)

    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("He left.", True),
        ("He left.”", True),
        ("He left (at noon.)", True),
        ("Who?", True),
        ("من هو؟", True),
        ("He met Sen.", False),
        ("He came to the U.S.", False),
        ("John F.", False),
        ("He left", False),
        ("", False),
        ("…", True),
    ],
)
def test_where_a_sentence_ends(text: str, ended: bool) -> None:
    assert sentences.ends(text) is ended


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The ferry is lost. Nobody knows where.", "The ferry is lost"),
        (
            "Sen. John F. Lowell met Dr. No in the U.S. on Monday. He left.",
            "Sen. John F. Lowell met Dr. No in the U.S. on Monday",
        ),
        ("Storm! Storm! What storm is this? It came at night.", "Storm! Storm! What storm is this?"),
        ("A rise of 3.5 percent was seen in the north. It fell.", "A rise of 3.5 percent was seen in the north"),
        ("one two three " * 20, "one two three " * 6 + "one two three…"),
        ("Short", "Short"),
        ("ماذا حدث في المدينة أمس؟ لا أحد يعرف.", "ماذا حدث في المدينة أمس؟"),
    ],
)
def test_the_first_sentence_is_cut_at_a_word(text: str, first: str) -> None:
    assert sentences.first(text) == first
    assert len(sentences.first(text)) <= 100


@pytest.mark.parametrize(
    "text", ["Quake!", "Trump visits U.S.", "Who did it?", "Rain stops. Thousands go out", "زلزال في المدينة"]
)
def test_headlines(text: str) -> None:
    assert sentences.headline_like(text)


@pytest.mark.parametrize("text", ["The board said on Tuesday that no ship would go.", "x" * 201, "…", "12", "He said,"])
def test_no_headlines(text: str) -> None:
    assert not sentences.headline_like(text)
