"""The checks bite: engines with one plausible mistake each, and the check that catches it.

Each fault puts one wrong function in the place of a right one. The check that it fails is the one that test_edits runs
after every edit, or one beside it; the same check passes where nothing is wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from generator.model import Trace
from generator.publish import archive, layouts, output, related, traces
from generator.publish.model import Archive, Card, Chains, Topic
from generator.publish.pages import article as article_page
from generator.publish.pages import topics
from generator.publish.pages.entries import neighbour
from generator.views import ArticleView, Neighbour, Page
from tests.newsroom import SHORT, Newsroom, small_world
from tests.photos import jpeg

Patch = pytest.MonkeyPatch


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """Five days in March with an article each, a coarse date among them; two of one day, in files the other way round."""
    with small_world():
        room = Newsroom(tmp_path)
        for n in range(1, 6):
            tags = "[Coast, Tide]" if n < 4 else "[Coast]"
            room.story(f"s{n}", title=f"Fair {n}", date=f"2021-03-{2 * n:02}", slug=f"s{n}", id=f"i{n}", tags=tags)
        room.story("s1", summary="In short.")
        room.story("s0", title="In March", date="2021-03", slug="s0", id="i0")
        room.story("z1", title="Lamp", date="2021-05-01", slug="z1", id="j1")
        room.story("y2", title="Lamp", date="2021-05-01", slug="y2", id="j2")
        yield room


# ── The checks ───────────────────────────────────────────────────────────────────────────────────────────────────


def after(*edits: Callable[[Newsroom], object]) -> Callable[[Newsroom], None]:
    """After each edit a build equals a clean one, and no link is dead."""

    def check(room: Newsroom) -> None:
        room.check_clean()
        for edit in edits:
            edit(room)
            room.check_clean()
            room.check_links()

    return check


def old_pages_hold_still(room: Newsroom) -> None:
    """An article that shares no tag with any is put between two others: beside them, only lists by date change.

    For each article after it, the older ones are now one place farther away, and not a day.
    """
    room.build()
    room.story("new", title="New", date="2021-03-03", slug="new", id="n1")
    days = {"2021/03/02/s1.html", "2021/03/03/new.html", "2021/03/04/s2.html"}  # itself, and its two neighbours
    lists = {f"{day.rpartition('/')[0]}/index.html" for day in days} | {"2021/03/index.html", "2021/index.html"}
    told = {"2021/03/feed.xml", "feed.xml", "feed.json", "coverage.html", "index.html"}
    assert room.rewritten() == days | lists | told
    room.check_clean()


def stops_are_repaired(room: Newsroom) -> None:
    room.check_stops(lambda n: room.story("s3", title=f"Fair, the third, {n}"))


# ── The faults ───────────────────────────────────────────────────────────────────────────────────────────────────


def blind(**fields: object) -> Callable[[Patch], None]:
    """The digest of an article's view leaves something out."""

    def fault(patch: Patch) -> None:
        right = traces.inputs

        def wrong(page: Page, *rest: Any) -> object:
            if isinstance(page.view, ArticleView):
                page = replace(page, view=page.view._replace(**fields))  # type: ignore[arg-type]  # by their names
            return right(page, *rest)

        patch.setattr(traces, "inputs", wrong)

    return fault


def without_input(name: str) -> Callable[[Patch], None]:
    """One of the inputs of a page is not compared."""

    def fault(patch: Patch) -> None:
        right, at = traces.inputs, traces.INPUTS.index(name)
        patch.setattr(traces, "inputs", lambda *given: tuple(one for n, one in enumerate(right(*given)) if n != at))

    return fault


def layout_alone(patch: Patch) -> None:
    """What a layout includes is not looked at."""
    patch.setattr(layouts.Layouts, "_closure", lambda self, name: frozenset([name]))


def read_order_breaks_ties(patch: Patch) -> None:
    """Two articles of one day stand as their files were read."""

    def wrong(articles: Sequence[Card], chains: Chains) -> tuple[list[Card], int]:
        read = sorted(articles, key=lambda one: one.path)
        dated = sorted([one for one in read if one.order], key=lambda one: one.order.partition("\0")[0])
        return [*dated, *(one for one in read if not one.order)], len(dated)

    patch.setattr(archive, "_ordered", wrong)


def next_in_the_archive(patch: Patch) -> None:
    """The neighbour is the next article of all, not the next with a day."""

    def wrong(archive: Archive, i: int, *, older: bool) -> Neighbour | None:
        step = i - 1 if older else i + 1
        return neighbour(archive, step) if 0 <= step < len(archive.cards) else None

    patch.setattr(article_page, "_neighbour", wrong)


def nearness_by_ordinal(patch: Patch) -> None:
    """Related articles that are equally near in tags are ordered by how many articles stand between."""
    right = related.ranked

    def wrong(i: int, tags: Any, days: Sequence[int], dated: int) -> list[int]:
        return sorted(right(i, tags, days, dated), key=lambda j: abs(j - i))

    patch.setattr(related, "ranked", wrong)


def cut_one_late(patch: Patch) -> None:
    """The parts of a topic get their pages one article later than its list sends readers there."""
    right = topics._units

    def wrong(archive: Archive, topic: Topic, unit: str = "") -> Iterator[str]:
        if len(topic.members) == SHORT + 1:
            return iter([unit])
        return right(archive, topic, unit)

    patch.setattr(topics, "_units", wrong)


def nothing_pruned(patch: Patch) -> None:
    """What is no longer planned stays."""
    patch.setattr(output.Output, "_remove", lambda self, path: None)


def trace_before_file(patch: Patch) -> None:
    """The store learns what a page is made of before the page is written."""
    right, pause = output.Shelf.put, output.Output.pause
    early: list[tuple[str, Trace]] = []

    def wrong(self: output.Shelf, path: str, content: bytes, inputs: Any) -> tuple[Trace, bool]:
        size, mtime = self.stat(path) or (0, 0)
        early.append((path, Trace(inputs, "0" * 64, size, mtime)))
        return right(self, path, content, inputs)

    def kept(self: output.Output) -> None:
        self.keep(early)
        pause(self)

    patch.setattr(output.Shelf, "put", wrong)
    patch.setattr(output.Output, "pause", kept)


@dataclass(frozen=True, slots=True)
class Case:
    fault: Callable[[Patch], None]
    check: Callable[[Newsroom], None]


def story(name: str, **fields: str) -> Callable[[Newsroom], object]:
    return lambda room: room.story(name, **fields)


CUT = after(story("s5", tags=""), story("s5", tags="[Coast]"), lambda room: room.drop("s1"))

SIZED = after(
    lambda room: room.put("content/media/quay.jpg", jpeg(500, 400)),
    story("s1", body="![The quay](/media/quay.jpg)"),
    lambda room: room.put("content/media/quay.jpg", jpeg(400, 500)),
)

CASES = {
    "a forgotten neighbour": Case(blind(previous=None, next=None), after(story("z1", title="Lamps"))),
    "a stale related list": Case(blind(related=()), after(story("s1", title="Fair, the first"))),
    "the size of a picture in a text not compared": Case(blind(within=()), SIZED),
    "a body not compared": Case(without_input("body"), after(story("s1", body="Other words."))),
    "a site not compared": Case(
        without_input("site"), after(lambda room: room.put("site.yaml", "title: The Test Gazette\nfooter: Ours\n"))
    ),
    "a missing template dependency": Case(layout_alone, after(lambda room: room.layout("_entry.html", "x"))),
    "a missing tie-break": Case(read_order_breaks_ties, Newsroom.check_names),
    "a wrong neighbour in the view": Case(next_in_the_archive, Newsroom.check_walk),
    "a tie broken by ordinal": Case(nearness_by_ordinal, old_pages_hold_still),
    "a topic that crosses a cut": Case(cut_one_late, CUT),
    "a page that is not removed": Case(nothing_pruned, after(lambda room: room.drop("s1"))),
    "a trace written before its file": Case(trace_before_file, stops_are_repaired),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fault_is_caught(case: Case, room: Newsroom, monkeypatch: Patch) -> None:
    case.fault(monkeypatch)
    with pytest.raises(AssertionError):
        case.check(room)


@pytest.mark.parametrize("check", {case.check: name for name, case in CASES.items()}.keys(), ids=CASES)
def test_without_a_fault_the_check_holds(check: Callable[[Newsroom], None], room: Newsroom) -> None:
    check(room)
