"""Equal values have equal digests; values that differ in anything do not."""

import subprocess
import sys
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.fingerprint import digest, quick
from generator.model import Image
from generator.views import Link

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


class Day(IntEnum):
    MONDAY = 1


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=8,
)


def other(value: object) -> object:
    """The same value, no object of which is one of before, nor interned."""
    if isinstance(value, tuple):
        return tuple([other(one) for one in value])
    return value if not isinstance(value, str) else f"{value} "[:-1]


@settings(derandomize=True, max_examples=300)
@given(PLAIN, PLAIN)
def test_quick_digests_agree_exactly_where_values_do(a: object, b: object) -> None:
    assert (quick(a) == quick(b)) == (repr(a) == repr(b))  # True is no 1
    assert quick((a, a, a)) == quick((other(a), a, other(a)))


def test_a_quick_digest_does_not_know_what_is_interned() -> None:
    name = sys.intern("tags/oil.html")
    assert quick((name, name)) == quick(("".join(["tags/", "oil.html"]), name))


@pytest.mark.parametrize("value", [(Link("a.html", "A"),), ((), (Image(),)), (Markup("a"),), (Day.MONDAY,)])
def test_what_is_not_plain_has_no_quick_digest(value: object) -> None:
    with pytest.raises(TypeError, match="no plain form"):
        quick(value)
