"""How a story ends: end marks, copyright lines, whose service it is, each with a look-alike that must stay."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Location
from generator.ingest.extract import Vocabulary, extract
from generator.model import Draft, RawItem, SiteConfig

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "lines" / "ends.yaml").read_text(encoding="utf-8")
)
PARAGRAPHS = [
    "The board of the upper river said on Tuesday that seventeen grain ships were waiting at the locks.",
    "It has never closed the river in peacetime, a spokesman said, and it does not mean to begin now.",
    "Traders in Linden said that prices had not moved, but millers were asking for deliveries by rail.",
]


def read(case: dict[str, Any], words: str, vocabulary: Vocabulary = Vocabulary()) -> Draft:
    text = "\n\n".join(["Ships wait at the locks", *PARAGRAPHS]) + (words if "end" in case else f"\n\n{words}")
    return extract(RawItem(Location("a.txt"), "text/plain", text.encode()), vocabulary)


def name(case: dict[str, Any]) -> str:
    return str(case["line"] if "line" in case else case["end"])


@pytest.mark.parametrize("case", CASES, ids=name)
def test_an_end_leaves_the_story_and_is_on_record(case: dict[str, Any]) -> None:
    found = read(case, name(case))

    assert [block.text for block in found.blocks] == [*PARAGRAPHS, *case.get("stays", ())]
    assert found.meta.agency == case.get("agency", "")
    assert (found.meta.authors, found.meta.date, found.meta.images) == ((), None, ())
    gone = " ".join(line.text for line in found.furniture)
    words = " ".join(name(case).split())
    assert gone == words.removesuffix(" ".join(case.get("stays", ()))).strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["friend"])
def test_its_look_alike_stays_in_the_story_to_the_last_word(case: dict[str, Any]) -> None:
    found = read(case, case["friend"])

    assert found.meta.agency == ""
    assert " ".join(case["friend"].split()) in " ".join(block.text for block in found.blocks)
    assert found.furniture == ()


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 40


def text_of(*paragraphs: str) -> Draft:
    return extract(RawItem(Location("a.txt"), "text/plain", "\n\n".join(["Ships wait", *paragraphs]).encode()))


def test_a_wire_that_the_dateline_names_goes_before_its_end_mark() -> None:
    found = text_of(f"LINDEN (ESTA) — {PARAGRAPHS[0]}", PARAGRAPHS[1], "REUTER")
    assert found.meta.agency == "ESTA"
    assert [line.text for line in found.furniture] == ["REUTER"]


def test_several_ends_stand_one_behind_the_other() -> None:
    found = text_of(
        PARAGRAPHS[0],
        f"{PARAGRAPHS[1]} (Reporting by Nora Field; Editing by Tom Dean) REUTER",
        "Ana Sousa contributed to this report.",
        "© 2009 The Harbour. All rights reserved.",
    )
    assert [block.text for block in found.blocks] == PARAGRAPHS[:2]
    assert (found.meta.authors, found.meta.agency) == (("Nora Field",), "Reuters")
    assert len(found.furniture) == 4


def test_a_byline_above_goes_before_the_reporters_below() -> None:
    found = extract(
        RawItem(
            Location("a.txt"),
            "text/plain",
            f"Ships wait\nBy Ana Sousa\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n(Reporting by Nora Field)".encode(),
        )
    )
    assert found.meta.authors == ("Ana Sousa",)
    assert [(line.text, line.rule) for line in found.furniture] == [("(Reporting by Nora Field)", "sign-off")]


def test_an_end_mark_that_also_parts_the_text_stays() -> None:
    found = text_of(PARAGRAPHS[0], "###", PARAGRAPHS[1], "###", PARAGRAPHS[2])
    assert [block.text for block in found.blocks].count("###") == 2


def test_somebody_who_contributed_in_the_midst_of_a_story_stays_there() -> None:
    inside = "Nora Field contributed to this report."
    found = text_of(inside, *PARAGRAPHS)
    assert found.blocks[0].text == inside


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_an_address_behind_a_sign_off_costs_nobody_his_byline(between: str) -> None:
    address = "((nora.field@example.org; +44 20 7946 0000))"
    found = text_of(*PARAGRAPHS, f"(Reporting by Nora Field; Editing by Tom Dean){between}{address}")
    assert found.meta.authors == ("Nora Field",)
    assert address in [line.text for line in found.furniture]
    assert len(found.blocks) == len(PARAGRAPHS)


def test_a_label_with_a_sentence_below_it_is_the_storys() -> None:
    label = "Categories: Best Film, Best Song, Best Director"
    for below in (["All three were won by a film about the locks."], ["None was given.", "© 2009 The Harbour"]):
        found = text_of(*PARAGRAPHS, label, *below)
        assert label in [block.text for block in found.blocks]


def test_what_site_yaml_keeps_stays() -> None:
    kept = Vocabulary.of(SiteConfig(title="A", keep=("© 2009 The Harbour",)))
    found = read({"line": ""}, "© 2009 The Harbour", kept)
    assert found.blocks[-1].text == "© 2009 The Harbour"


def test_a_hard_wrapped_story_ends_where_its_mark_stands() -> None:
    wrapped = "\n".join(
        [
            "SHIPS WAIT AT THE LOCKS",
            "    Seventeen grain ships were waiting at the locks of the upper",
            "river on Tuesday after keepers stopped work over night shifts,",
            "the canal board said in a statement that it sent out at noon.",
            "    A spokesman said talks would begin in the morning. He had no",
            "idea how long they would last, and neither had anybody else.",
            " Reuter",
        ]
    )
    found = extract(RawItem(Location("a.txt"), "text/plain", wrapped.encode()))
    assert found.blocks[-1].text.endswith("neither had anybody else.")
    assert found.meta.agency == "Reuters"


ROWS = [
    *PARAGRAPHS, "REUTER", " -30-", "###", "", "", "(Reporting by Nora Field; Editing by Tom Dean)", "© 2009 The Harbour",
    "He said so. (Reporting by Nora Field)", f"{PARAGRAPHS[0]} REUTER", "Nora Field contributed to this report.", "POLITICS",
    "By Nora Field", "Updated 2 hours ago", "Foto: Jan Sommer/dpa", "The quay at dawn. (Reuters)", "Image caption", "By",
    f"{PARAGRAPHS[1]} Foto: Jan Sommer", "toggle caption", "Enlarge this image", "A deck of five words stands", "Foto:",
]  # fmt: skip


@settings(derandomize=True, max_examples=400)
@given(st.lists(st.sampled_from(ROWS), max_size=12))
def test_whatever_stands_around_a_story_no_word_is_lost_and_something_is_left(rows: list[str]) -> None:
    found = extract(RawItem(Location("a.txt"), "text/plain", "\n".join(rows).encode()))

    said = [block.text for block in found.blocks] + [line.text for line in found.furniture]
    said += [found.meta.title, found.meta.dateline, *(evidence.quote for evidence in found.evidence)]
    said += [image.caption for image in found.meta.images]
    assert {word for row in rows for word in row.split()} <= set(" ".join(said).split())
    assert bool(found.blocks) == any(row.strip() for row in rows)


@pytest.mark.parametrize(
    "piece",
    [
        "REUTER ",
        "//",
        "#",
        "- 30 ",
        "(Reporting by ",
        "Reporting by A; ",
        "© ",
        "by A and ",
        "(",
        "copyright ",
        "Follow @a on X ",
        "Follow a on X at ",
        "SOURCE A, ",
        "Categories: A, ",
        "With files from A and ",
        "copyright 2020 a. ",
    ],
)
def test_hostile_texts_take_time_in_proportion(piece: str) -> None:
    before = time.process_time()

    text_of(PARAGRAPHS[0], (piece * 100_000)[:100_000])
    text_of(PARAGRAPHS[0], *[(piece * 400)[:399]] * 200)

    assert time.process_time() - before < 4
