"""A trace names what a page was made of: no two views that differ in anything have one digest."""

import pytest

from generator.publish import traces
from generator.views import ArticleView, Chrome, Entry, Group, Link, ListView, Page

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
    Chrome("May"),
]


def view_digest(view: object) -> str:
    return traces.inputs(Page("a.html", "own.html", view), "", "", "")[0]


def test_views_that_differ_in_anything_have_digests_that_differ() -> None:
    digests = [view_digest(view) for view in VIEWS]
    assert len(set(digests)) == len(VIEWS)
    assert [view_digest(view) for view in VIEWS] == digests


@pytest.mark.parametrize("view", VIEWS)
def test_equal_views_have_one_digest(view: object) -> None:
    again = view._replace() if isinstance(view, ArticleView | ListView) else Chrome("May")
    assert view_digest(again) == view_digest(view)
