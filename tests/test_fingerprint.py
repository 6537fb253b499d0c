"""Equal values have equal digests; values that differ in anything do not."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fingerprint import digest, quick
from generator.model import Image
from generator.views import Chrome, Link

ROOT = Path(__file__).parent.parent

VALUES = st.recursive(
    st.none() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=8,
)


@settings(derandomize=True, max_examples=300)
@given(VALUES, VALUES)
def test_digests_agree_exactly_where_values_do(a: object, b: object) -> None:
    assert (digest(a) == digest(b)) == (a == b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("ab", "c"), ("a", "bc")),
        ("1", 1),
        ("", None),
        ((), ("",)),
        (((),), ((), ())),
        (b"a", "a"),
        (Image(file="a"), Image(url="a")),
    ],
)
def test_what_looks_alike_is_told_apart(a: object, b: object) -> None:
    assert digest(a) != digest(b)


def test_it_is_the_same_in_every_process() -> None:
    script = "from generator.fingerprint import digest; print(digest(('Quake', ('a', None, 7))))"
    for seed in ("0", "1"):
        told = subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout
        assert told.strip() == digest(("Quake", ("a", None, 7)))


def test_what_has_no_canonical_form_is_refused() -> None:
    @dataclass
    class Box:
        inside: object

    for value in (1.5, {"a"}, {"a": 1}, ["a"], Box({1})):
        with pytest.raises(TypeError, match="canonical"):
            digest(value)


def test_quick_digests_tell_named_tuples_and_records_apart_by_all_that_they_hold() -> None:
    link = Link("a.html", "A")
    told = [(link,), (link, link), (link._replace(title="B"),), (None,), ("",), (Chrome("A"),), (Chrome("B"),), (True,)]
    assert len({quick(value) for value in told}) == len(told)
    assert quick((Link("a.html", "A"), Chrome("A"))) == quick((Link("a.html", "A"), Chrome("A")))
    with pytest.raises(TypeError, match="set has no canonical form"):
        quick(({1},))
