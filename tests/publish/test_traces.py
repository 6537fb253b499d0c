"""A trace names what a page was made of: no two views that differ in anything have one digest."""

import copy
import types
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Source
from generator.publish import traces
from generator.views import (
    ArticleView,
    DateView,
    Day,
    Entry,
    Group,
    Link,
    ListView,
    Month,
    Neighbour,
    NotFoundView,
    Page,
    TombstoneView,
    View,
    YearView,
)

ENTRY = Entry("a.html", "Oil", "18 May", "Basra", "World", "A summary.", "ar", "rtl")
OTHERS = [ENTRY._replace(**{name: "other"}) for name in Entry._fields]
VIEWS: list[object] = [
    *(ArticleView("Quake", related=one) for one in ((), (ENTRY,), (ENTRY, ENTRY), *((ENTRY, one) for one in OTHERS))),
    ArticleView("Quake", tags=(Link("a.html", "Oil"),)),
    ArticleView("Quake", places=(Link("a.html", "Oil"),)),
    *(ListView("May", groups=(Group("", "", (one,)),)) for one in (ENTRY, *OTHERS)),
    ListView("May", groups=(Group("1 May", "", (ENTRY,)),)),
    ListView("May", groups=(Group("", "1", (ENTRY,)),)),
    ListView("May", groups=(Group("", "", ()), Group("", "", (ENTRY,)))),
    ListView("May", groups=(Group("", "", (ENTRY,)), Group("", "", ()))),
    ListView("May", groups=(Group("", "", (ENTRY, ENTRY)),)),
    ListView("May", doors=(Link("a.html", "Oil"),)),
    TombstoneView("Quake"),
    NotFoundView("Quake"),
    YearView("2020", months=(Month("May", "", 1, ((Day(0), Day(1)), (Day(2),))),)),
    YearView("2020", months=(Month("May", "", 1, ((Day(0),), (Day(1), Day(2)))),)),
    YearView("2020", entries=(ENTRY,)),
    ArticleView("Quake", source=Source(file="a")),
    ArticleView("Quake", source=Source(also=("a",))),
    ArticleView("Quake", previous=Neighbour("a.html", "Oil")),
    ArticleView("Quake", next=Neighbour("a.html", "Oil")),
    ArticleView("Quake", date=DateView("May")),
    ArticleView("Quake", updated=DateView("May")),
]


def view_digest(view: object) -> str:
    return traces.inputs(Page("a.html", "own.html", view), "", "", "")[0]


def test_views_that_differ_in_anything_have_digests_that_differ() -> None:
    digests = [view_digest(view) for view in VIEWS]
    assert len(set(digests)) == len(VIEWS)
    assert [view_digest(view) for view in VIEWS] == digests


@pytest.mark.parametrize("view", VIEWS)
def test_equal_views_have_one_digest(view: object) -> None:
    assert view_digest(copy.deepcopy(view)) == view_digest(view)


def held(hint: Any) -> Iterator[type]:
    """The types of all values that a field may hold, records and what they hold included."""
    if parts := get_args(hint):
        assert get_origin(hint) in {tuple, Union, types.UnionType}
        yield from (kind for part in parts if part is not ... for kind in held(part))
        return
    yield hint
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        yield from (kind for one in get_type_hints(hint).values() for kind in held(one))


@pytest.mark.parametrize("view", get_args(View))
def test_a_view_holds_nothing_that_is_written_in_more_than_one_way(view: type) -> None:
    kinds = {kind for kind in held(view) if not (is_dataclass(kind) or hasattr(kind, "_fields"))}
    assert kinds <= {str, int, bool, type(None)}


@pytest.mark.parametrize("view", [ArticleView, ListView])
def test_the_records_in_the_rows_of_a_view_of_which_there_are_many_hold_no_others(view: type) -> None:
    for hint in get_type_hints(view).values():
        if get_origin(hint) is tuple and get_args(hint)[0] is not Group:
            values = [kind for part in get_type_hints(get_args(hint)[0]).values() for kind in held(part)]
            assert set(values) <= {str, int, bool}


def manifest_of(listed: Mapping[str, str]) -> bytes:
    return "".join([f"{output}  {path}\n" for path, output in sorted(listed.items())]).encode()


NAMES = st.text("ab/ é\U0001f600", min_size=1, max_size=4)
LISTED = st.dictionaries(NAMES, st.sampled_from(["1" * 64, "2" * 64]), max_size=9)


@settings(max_examples=1000)
@given(LISTED, LISTED, st.sets(NAMES))
def test_a_manifest_is_amended_as_if_it_were_written_anew(
    before: dict[str, str], outputs: dict[str, str], gone: set[str]
) -> None:
    now = {path: output for path, output in (before | outputs).items() if path not in gone or path in outputs}
    assert traces.amended(manifest_of(before), outputs, gone) == manifest_of(now)
