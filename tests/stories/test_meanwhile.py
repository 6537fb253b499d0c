"""What is edited while a build runs: that build may say either, the next one is as a clean one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import publish
from generator.errors import Problem
from generator.publish import Report, work
from tests.newsroom import Newsroom, first_edition, small_world
from tests.photos import jpeg

Patch = pytest.MonkeyPatch


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with small_world():
        room = Newsroom(tmp_path)
        first_edition(room)
        yield room


def build_while(room: Newsroom, edit: Callable[[], object], monkeypatch: Patch) -> Report:
    """A build, and an edit once all was read and the first page is to be made."""
    make, edits = work.make, [edit]

    def edited(task: Any) -> work.Made:
        if edits:
            edits.pop()()
        return make(task)

    with monkeypatch.context() as patch:
        patch.setattr(publish, "make", edited)
        report = room.build()
    assert not edits
    return report


def fatal(report: Report) -> list[Problem]:
    return [problem for problem in report.problems if problem.fatal]


@pytest.mark.parametrize("first", [True, False], ids=["first build", "second build"])
@pytest.mark.parametrize("path", ["content/articles/a2.md", "content/pages/about.md"])
def test_an_edit_that_is_taken_back_is_on_no_page(path: str, first: bool, room: Newsroom, monkeypatch: Patch) -> None:
    file = room.root / path
    before = file.read_text()
    if not first:
        room.build()
        room.story("a2", title="Harbour fare")
        room.put("content/pages/about.md", "---\ntitle: About\n---\nAnother *test*.\n")
        before = file.read_text()
    build_while(room, lambda: room.put(path, f"{before}\nThis was a slip.\n"), monkeypatch)
    room.put(path, before)
    room.check_clean()


@pytest.mark.parametrize("path", ["content/articles/a2.md", "content/pages/about.md", "content/media/quay.jpg"])
def test_a_file_that_goes_fails_its_page_alone(path: str, room: Newsroom, monkeypatch: Patch) -> None:
    room.put("content/media/quay.jpg", b"\xff\xd8")
    (problem,) = fatal(build_while(room, (room.root / path).unlink, monkeypatch))
    assert problem.location.path.endswith(path)
    assert (room.output / "2021/03/03/a3.html").exists()
    room.check_clean()


def test_a_picture_that_changes_while_the_site_is_built_has_no_copy_until_the_next(
    room: Newsroom, monkeypatch: Patch
) -> None:
    room.put("content/media/quay.jpg", jpeg(900, 600))
    room.story("a2", images="[{file: quay.jpg}]")
    problems = fatal(build_while(room, lambda: room.put("content/media/quay.jpg", jpeg(1000, 400)), monkeypatch))
    assert [one.message for one in problems] == ["changed while the site was built — build it again"]
    room.check_clean()


def test_an_article_that_goes_before_it_is_read_is_missed_alone(room: Newsroom, monkeypatch: Patch) -> None:
    room.build()
    room.story("a2", title="Gone soon")
    scan = publish.scan

    def late(*given: Any) -> publish.Scan:
        room.path("a2").unlink()
        return scan(*given)

    with monkeypatch.context() as patch:
        patch.setattr(publish, "scan", late)
        (problem,) = fatal(room.build())
    assert problem.location.path == "content/articles/a2.md"
    room.check_clean()


@pytest.mark.parametrize("altered", ["2021/03/02/a2.html", "2021/03/index.html", "robots.txt", "feed.xml"])
@pytest.mark.parametrize("first", [True, False], ids=["first build", "second build"])
def test_a_page_that_is_altered_just_after_it_was_written_is_made_again(
    first: bool, altered: str, room: Newsroom, monkeypatch: Patch
) -> None:
    """Or was left as it was, beside one that was written."""
    room.put("content/static/robots.txt", "User-agent: *\n")
    if not first:
        room.build()
        room.story("a2", title="Harbour fare")

    finish = publish.Output.finish

    def meddled(target: publish.Output, *none: Any) -> None:
        (room.output / altered).write_text("Meddled.")
        finish(target, *none)

    with monkeypatch.context() as patch:
        patch.setattr(publish.Output, "finish", meddled)
        room.build()
    assert (room.output / altered).read_text() == "Meddled."
    room.check_clean()
