"""An archive in which articles changed and stayed in their places: the whole, made anew, is the oracle."""

from collections.abc import Sequence
from dataclasses import fields

import pytest
from hypothesis import given, settings

from generator import edtf
from generator.model import Head, Meta
from generator.publish.archive import amended, index
from generator.publish.cards import card_of
from generator.publish.model import Archive, Card
from tests.publish.test_change import RULES, SITE, editions


def cards(heads: Sequence[Head]) -> tuple[Card, ...]:
    return tuple([card_of(head, RULES) for head in heads])


@pytest.mark.parametrize("examples", [200, pytest.param(2_000, marks=pytest.mark.soak)])
def test_it_is_the_archive_made_anew(examples: int) -> None:
    settings(max_examples=examples)(given(editions())(is_made_anew))()


def is_made_anew(edition: tuple[list[Head], list[Head]]) -> None:
    before, after = edition
    gone = cards([head for head in before if head not in after])
    came = cards([head for head in after if head not in before])
    found = amended(index(before, SITE), gone, came)
    assert found is None or found == index(after, SITE)


def story(title: str, date: str = "2020-03-01", **more: object) -> Head:
    meta = Meta(id="a", title=title, date=edtf.parse(date) if date else None, **more)  # type: ignore[arg-type]  # as they come
    return Head("a", "a.md", "2020/03/01/a.html", meta, "So.", "1")


BEFORE = [story("Amber"), Head("b", "b.md", "b.html", Meta(id="b", title="Birch"), "So.", "1")]


@pytest.mark.parametrize(
    "now", [story("Cedar"), story("Amber", language="ar"), story("Amber", featured=True), story("Amber", deck="Tall.")]
)
def test_what_moves_nothing_is_amended(now: Head) -> None:
    archive = index(BEFORE, SITE)
    archive.made["entry"] = {0: "as it was"}
    found = amended(archive, cards(BEFORE[:1]), cards([now]))
    assert found == index([now, BEFORE[1]], SITE)
    assert found
    assert not found.made


@pytest.mark.parametrize(
    "now",
    [
        story("Amber", "2020-03-02"),
        story("Amber", ""),
        story("Amber", tags=("Coast",)),
        story("Amber", section="World"),
        story("Amber", status="draft"),
        story("Amber", status="withdrawn"),
    ],
)
def test_what_moves_anything_is_not(now: Head) -> None:
    assert amended(index(BEFORE, SITE), cards(BEFORE[:1]), cards([now])) is None


def test_nothing_is_told_apart_by_what_is_not_compared() -> None:
    assert {field.name for field in fields(Archive) if not field.compare} == {"read", "made", "tongue"}
