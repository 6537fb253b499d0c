"""Captions and credits: the golden ones, each with a look-alike that must stay in the story."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.errors import Location
from generator.ingest.editor.captions import likely, sure
from generator.ingest.extract import Vocabulary, extract
from generator.model import Draft, Hint, Image, Meta, RawItem, SiteConfig

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "lines" / "captions.yaml").read_text(encoding="utf-8")
)
PARAGRAPHS = [
    "The board of the upper river said on Tuesday that seventeen grain ships were waiting at the locks.",
    "It has never closed the river in peacetime, a spokesman said, and it does not mean to begin now.",
    "Traders in Linden said that prices had not moved, but millers were asking for deliveries by rail.",
    "The keepers want two men at each gate after dark, and a third of them on the night of a storm.",
    "A decision is expected in the autumn, when the board meets in Port Ellery for the last time this year.",
    "Until then the ships will wait, and so will the grain, and the mice that are said to live on it.",
]


def place(case: dict[str, Any]) -> str:
    return next(where for where in ("above", "middle", "below") if where in case)


def read(where: str, words: str, *hints: Hint, vocabulary: Vocabulary = Vocabulary()) -> Draft:
    at = {"above": 0, "middle": 4, "below": 6}[where]
    text = "\n\n".join(["Ships wait at the locks", *PARAGRAPHS[:at], words, *PARAGRAPHS[at:]])
    return extract(RawItem(Location("a.txt"), "text/plain", text.encode(), hints), vocabulary)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case[place(case)]))
def test_a_picture_is_found_and_leaves_the_story(case: dict[str, Any]) -> None:
    found = read(place(case), case[place(case)])

    assert [[image.caption, image.credit] for image in found.meta.images] == case["says"]
    assert [block.text for block in found.blocks] == PARAGRAPHS
    assert (found.meta.authors, found.meta.agency, found.meta.date) == ((), "", None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["friend"]))
def test_its_look_alike_stays_in_the_story_to_the_last_word(case: dict[str, Any]) -> None:
    found = read(place(case), case["friend"])

    assert found.meta.images == ()
    left = " ".join([found.meta.title, *(block.text for block in found.blocks)])
    assert " ".join(case["friend"].split()) in left
    assert found.furniture == ()


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 40


def test_above_a_dateline_an_unknown_credit_is_believed() -> None:
    found = likely("The quay at dawn, October 3, 2009. (Gull Pictures)", above_dateline=True)

    assert found == Image(caption="The quay at dawn, October 3, 2009.", credit="Gull Pictures")
    assert likely("The bank lost money last year. (see chart)", above_dateline=True) is None
    assert likely("The quay at dawn. (Gull Pictures)") is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "He was born in Lisbon (1950)",
        "He said so (file)",
        "He asked for a picture of the harbour and got none.",
        "Police said the man was 40. (Reporting by Nora Field; Editing by Tom Dean)",
        "(Reuters)",
        "© 2020 The Harbour. All rights reserved.",
        "© Gull Media GmbH",
        "Bild: das war eine Zeitung, und das ist lange her.",
    ],
)
def test_parentheses_signs_and_labels_alone_make_no_picture(paragraph: str) -> None:
    assert likely(paragraph, above_dateline=False) is None


def test_a_long_first_paragraph_is_the_story_whatever_closes_it() -> None:
    story = " ".join(PARAGRAPHS[:4]) + " (AFP)"
    found = read("above", story)
    assert found.meta.images == ()


def test_sources_behind_the_items_of_a_brief_are_no_credits() -> None:
    items = [f"{PARAGRAPHS[0]} (AP)", f"{PARAGRAPHS[1]} (Reuters)", "A light was lit again. (AFP)"]
    text = "\n\n".join(["World in brief", *items])
    found = extract(RawItem(Location("a.txt"), "text/plain", text.encode()))
    assert (found.meta.images, [block.text for block in found.blocks]) == ((), items)


def test_the_date_of_a_picture_is_never_that_of_the_article() -> None:
    assert read("above", "Photo: Nora Field, March 3, 2009").meta.date is None
    assert read("above", "The quay at dawn, March 3, 2009. (Reuters)").meta.date is None


def test_pictures_of_a_sidecar_stay_and_what_the_text_says_is_on_record() -> None:
    ours = Hint("sidecar", Meta(images=(Image(file="quay.jpg"),), date=edtf.parse("2020")))
    found = read("above", "The quay at dawn. (Reuters)\n\nThe mole. (AFP)", ours)

    assert found.meta.images == (Image(file="quay.jpg"),)
    assert [line.text for line in found.furniture] == ["The quay at dawn. (Reuters)", "The mole. (AFP)"]


def test_every_picture_has_its_own_words_as_evidence() -> None:
    found = read("middle", "Foto: Vera Winter\n\nFoto: Jan Sommer")
    assert [why.quote for why in found.evidence if why.field == "images"] == ["Foto: Vera Winter", "Foto: Jan Sommer"]


def test_what_site_yaml_keeps_stays() -> None:
    kept = Vocabulary.of(SiteConfig(title="A", keep=("Foto: Vera Winter",)))
    assert read("middle", "Foto: Vera Winter", vocabulary=kept).meta.images == ()


def test_a_text_of_nothing_but_credits_keeps_its_last() -> None:
    found = extract(RawItem(Location("a.txt"), "text/plain", b"Photo: Nora Field\n\nPhoto: Tom Dean"))
    assert found.blocks


@settings(derandomize=True, max_examples=300)
@given(st.text("Photo: ©()[]/.Aa ,", max_size=80))
def test_any_paragraph_is_a_picture_or_none(text: str) -> None:
    for found in (sure(text), likely(text), likely(text, above_dateline=True)):
        assert found is None or found.caption or found.credit


@pytest.mark.parametrize(
    "piece",
    ["(", "(a)", "Photo: ", ". a/", "©", " © a", "Foto von ", "a, ", "FILE - ", "(Photo: ", "/A", '" a b said. (AP)'],
)
def test_hostile_paragraphs_take_no_time(piece: str) -> None:
    before = time.process_time()

    for length in (99, 499, 100_000):
        text = (piece * length)[:length]
        sure(text)
        likely(text, above_dateline=True)

    assert time.process_time() - before < 0.5


def test_a_credit_behind_the_last_word_of_a_story_leaves_the_story() -> None:
    found = read("below", f"{PARAGRAPHS[0]} Foto: Jan Sommer")
    assert [image.credit for image in found.meta.images] == ["Jan Sommer"]
    assert [block.text for block in found.blocks] == [*PARAGRAPHS, PARAGRAPHS[0]]


def test_a_paragraph_with_a_dateline_is_no_caption() -> None:
    found = read("above", f"LINDEN (ESTA) — {PARAGRAPHS[0]} Photo: Nora Field / AP")
    assert found.meta.images == (Image(credit="Nora Field / AP"),)
    assert found.blocks[0].text == PARAGRAPHS[0]
