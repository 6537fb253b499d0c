"""The outlet's proposal: the one name on no wire list that stands in most datelines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.outlet import proposal


def test_the_name_in_most_datelines_is_proposed() -> None:
    assert proposal(["HARBOUR"] * 6 + ["Reuters"] * 2 + [""] * 40, "") == "HARBOUR"


def test_nothing_is_proposed_where_site_yaml_has_spoken() -> None:
    assert proposal(["HARBOUR"] * 6, "The Gazette") == ""


@pytest.mark.parametrize(
    "agencies",
    [
        [],
        [""] * 20,
        ["HARBOUR"] * 4,  # too few to tell
        ["HARBOUR"] * 6 + ["Reuters"] * 6,  # a half is not most
        ["Reuters"] * 30 + ["HARBOUR"] * 6,  # an archive that lives on a wire
        ["reuters"] * 30,
        ["رويترز"] * 30,
    ],
)
def test_a_wire_and_a_name_that_is_rare_are_none(agencies: list[str]) -> None:
    assert proposal(agencies, "") == ""


def test_a_paper_may_be_the_outlet_though_others_name_it_too() -> None:
    assert proposal(["عكاظ"] * 9 + ["واس"] * 3, "") == "عكاظ"


def test_the_spelling_that_is_met_most_is_proposed() -> None:
    assert proposal(["Harbour", "HARBOUR", "HARBOUR", "Harbour ", "HARBOUR"], "") == "HARBOUR"


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.sampled_from(["", "Reuters", "HARBOUR", "Harbour", "Tide"]), max_size=20))
def test_the_order_of_the_articles_does_not_count(agencies: list[str]) -> None:
    shuffled = sorted(agencies, reverse=True)
    assert proposal(agencies, "") == proposal(shuffled, "") == proposal(iter(agencies), "")
