"""Who wrote it: the golden bylines and sign-offs, each with a look-alike that must stay in the story."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Location
from generator.ingest.editor.bylines import byline, title
from generator.ingest.editor.persons import persons, spelt, wire
from generator.ingest.extract import Vocabulary, extract
from generator.model import Draft, RawItem, SiteConfig

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "lines" / "bylines.yaml").read_text(encoding="utf-8")
)
PARAGRAPHS = [
    "The board of the upper river said on Tuesday that seventeen grain ships were waiting at the locks.",
    "It has never closed the river in peacetime, a spokesman said, and it does not mean to begin now.",
    "Traders in Linden said that prices had not moved, but millers were asking for deliveries by rail.",
]


def read(case: dict[str, Any], words: str) -> Draft:
    """A story with these words where the case has them."""
    head, last, foot = ["Ships wait at the locks"], PARAGRAPHS[-1], ""
    if "line" in case:
        head = [*head, words]
    elif "end" in case:
        last += words
    else:
        foot = f"\n\n{words}"
    text = "\n\n".join(["\n".join(head), *PARAGRAPHS[:-1], last]) + foot
    site = SiteConfig(title="A", publisher=case.get("publisher", ""))
    return extract(RawItem(Location("a.txt"), "text/plain", text.encode()), Vocabulary.of(site))


def name(case: dict[str, Any]) -> str:
    return str(case.get("line") or case.get("foot") or case["end"])


@pytest.mark.parametrize("case", CASES, ids=name)
def test_what_a_line_says_of_its_writers_is_found_and_leaves_the_story(case: dict[str, Any]) -> None:
    found = read(case, name(case))
    date = found.meta.date.text if found.meta.date else None

    wanted = case.get("authors"), case.get("agency"), case.get("date")
    assert (list(found.meta.authors) or None, found.meta.agency or None, date) == wanted
    assert [block.text for block in found.blocks] == PARAGRAPHS


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["friend"])
def test_its_look_alike_stays_in_the_story_to_the_last_word(case: dict[str, Any]) -> None:
    found = read(case, case["friend"])

    assert (found.meta.authors, found.meta.agency, found.meta.date) == ((), "", None)
    left = " ".join([found.meta.title, *(block.text for block in found.blocks)])
    assert " ".join(case["friend"].split()) in left
    assert found.furniture == ()


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 55


# ── Its parts ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("capitals", "written"),
    {
        "NORA FIELD": "Nora Field",
        "TOM O'DEA": "Tom O'Dea",
        "TOM O’DEA": "Tom O’Dea",
        "ISLA MCDONALD": "Isla McDonald",
        "ANA DE LA CRUZ": "Ana de la Cruz",
        "LA CRUZ ANA": "La Cruz Ana",
        "VAN MORRIS": "Van Morris",
        "JEAN-LUC LE GOFF": "Jean-Luc Le Goff",
        "J.R. HARTLEY III": "J.R. Hartley III",
        "TOM DEAN JR.": "Tom Dean Jr.",
        "MC DEAN": "Mc Dean",
        "Nora MCDONALD": "Nora MCDONALD",
        "nora field": "nora field",
        "سلمى النجار": "سلمى النجار",
    }.items(),
)
def test_a_name_in_capitals_is_written_as_in_running_text_and_any_other_as_it_is(capitals: str, written: str) -> None:
    assert spelt(capitals) == written


@pytest.mark.parametrize(
    ("text", "found"),
    {
        "Nora Field and Tom Dean": ("Nora Field", "Tom Dean"),
        "Nora Field, Nora Field": ("Nora Field",),
        "Nora Field in Linden and Port Ellery": ("Nora Field",),
        "Nora Field in Linden and Tom Dean in Port Ellery": ("Nora Field", "Tom Dean"),
        "Nora Field, the board, Tom Dean": ("Nora Field",),
        "the board, Nora Field": (),
        "Reuters": (),
        "": (),
    }.items(),
)
def test_a_list_of_persons_ends_at_the_first_part_that_is_none(text: str, found: tuple[str, ...]) -> None:
    assert persons(text) == found


def test_a_house_that_sells_pictures_files_no_stories() -> None:
    assert (wire("Reuters"), wire("The Associated Press"), wire("Getty Images"), wire("Harbour")) == (
        "Reuters",
        "The Associated Press",
        "",
        "",
    )


def test_a_title_below_a_byline_tells_the_wire() -> None:
    found = title("AP Business Writer")
    assert found
    assert found.agency == "AP"
    assert title("The writer of the letter") is None
    assert title("writer") is None


@settings(derandomize=True, max_examples=300)
@given(st.text("ByVon aA.,&|–:123عم", max_size=60))
def test_any_line_is_a_byline_or_none_and_no_author_is_empty(text: str) -> None:
    found = byline(f"By {text}")
    assert found is None or all(author.strip() for author in found.authors)


@pytest.mark.parametrize(
    "piece", ["By A ", "A, ", "a@", "@a", "Nora Field, ", "Nora in ", "1 ", "'s ", " and ", "[email "]
)
def test_hostile_lines_take_no_time(piece: str) -> None:
    before = time.process_time()

    for length in (139, 199, 100_000):
        text = (piece * length)[:length]
        for line in (text, f"By {text}"[:length], f"By: {text}"[:length]):
            byline(line)
        persons(text[:400])

    assert time.process_time() - before < 0.5
