"""Frozen dataclasses that are filled at once: the same values as the plain dataclass makes."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.frozen import filled_at_once
from generator.ingest.record import Record
from generator.model import Meta, Source


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    count: int = 0
    tags: tuple[str, ...] = ()

    @property
    def loud(self) -> str:
        return self.name.upper()


@filled_at_once
@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    count: int = 0
    tags: tuple[str, ...] = ()

    @property
    def loud(self) -> str:
        return self.name.upper()


VALUES = st.fixed_dictionaries(
    {"name": st.text()}, optional={"count": st.integers(), "tags": st.lists(st.text()).map(tuple)}
)


@given(VALUES, VALUES)
def test_it_is_what_the_dataclass_is(one: dict[str, object], two: dict[str, object]) -> None:
    plain, quick = Plain(**one), Quick(**one)  # type: ignore[arg-type]  # fields as they come
    assert type(quick) is Quick
    assert repr(quick) == repr(plain).replace("Plain", "Quick")
    assert hash(quick) == hash(plain)
    assert quick.loud == plain.loud
    assert (Quick(**two) == quick) == (Plain(**two) == plain)  # type: ignore[arg-type]  # fields as they come
    assert repr(replace(quick, **two)) == repr(replace(plain, **two)).replace("Plain", "Quick")  # type: ignore[arg-type]  # fields as they come
    assert pickle.loads(pickle.dumps(quick)) == quick == copy.copy(quick) == copy.deepcopy(quick)


def test_values_may_come_by_place() -> None:
    assert Quick("a", 2, ("b",)) == Quick(name="a", count=2, tags=("b",))


def test_nothing_can_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Quick("a").name = "b"  # type: ignore[misc]  # it is frozen
    with pytest.raises(FrozenInstanceError):
        del Quick("a").name
    with pytest.raises((AttributeError, TypeError)):
        Quick("a").other = "b"  # type: ignore[attr-defined]  # it has slots


@pytest.mark.parametrize("wrong", [{}, {"name": "a", "other": 1}])
def test_what_is_missing_or_unknown_is_an_error(wrong: dict[str, object]) -> None:
    for kind in (Plain, Quick):
        with pytest.raises(TypeError):
            kind(**wrong)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("kind", [Meta, Source, Record])
def test_ours_are_made_so(kind: type[Meta | Source | Record]) -> None:
    made = Record("a") if kind is Record else kind()  # type: ignore[call-arg]  # one of two kinds
    assert "__init__" not in vars(kind)
    assert [getattr(made, one.name) for one in fields(kind)][1:] == [one.default for one in fields(kind)][1:]
    assert pickle.loads(pickle.dumps(made)) == made
