"""Renames are decided for all raw files at once, by their bytes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.renames import decide


def test_what_stands_where_it_stood_was_not_renamed() -> None:
    assert decide({"a": "1", "b": "2"}, {"a": "1", "b": "2", "c": "3"}) == {}


def test_a_copy_is_no_rename() -> None:
    assert decide({"a": "1"}, {"a": "1", "b": "1"}) == {}


def test_a_name_that_was_given_to_new_bytes() -> None:
    assert decide({"latest": "1"}, {"old": "1", "latest": "2"}) == {"latest": "old"}


def test_two_names_that_were_swapped() -> None:
    assert decide({"a": "1", "b": "2"}, {"a": "2", "b": "1"}) == {"a": "b", "b": "a"}


def test_names_that_moved_on_by_one() -> None:
    assert decide({"1": "x", "2": "y"}, {"1": "z", "2": "x", "3": "y"}) == {"1": "2", "2": "3"}


def test_one_new_name_goes_to_the_first_that_may_claim_it() -> None:
    assert decide({"b": "1", "a": "1"}, {"c": "1"}) == {"b": "c"}


_FOLDERS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("123"))


@settings(derandomize=True, max_examples=300)
@given(_FOLDERS, _FOLDERS)
def test_no_two_share_a_new_name_and_bytes_go_with_their_record(known: dict[str, str], now: dict[str, str]) -> None:
    moves = decide(known, now)
    assert len(set(moves.values())) == len(moves)
    for old, new in moves.items():
        assert now[new] == known[old]
        assert now.get(old) != known[old]
        assert known.get(new) != now[new]
