"""An article that is dated in the future is not built before its time, is named, and comes with the first build after it."""

from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.story import article, build, tree, write

QUAKE, FAIR = "2021/03/05/quake.html", "2026/12/24/fair.html"


def at(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        f"-- content/articles/quake.md --\n{article('Quake', '2021-03-05', tags='[Coast]')}"
        f"-- content/articles/fair.md --\n{article('Fair', '2026-12-24', tags='[Coast]')}",
    )


def test_it_waits_and_comes(root: Path) -> None:
    report = build(root, now=at("2026-12-01T00:00Z"))
    assert report.scheduled == (("content/articles/fair.md", "24 December 2026"),)
    site = tree(root / "output")
    assert FAIR not in site
    assert [path for path, content in site.items() if b"Fair" in content or b"fair.html" in content] == []
    again = build(root, now=at("2026-12-22T00:00Z"))
    assert (again.written, again.scheduled) == (0, report.scheduled)
    came = build(root, now=at("2026-12-24T12:00Z"))
    assert came.scheduled == ()
    assert FAIR in tree(root / "output")
    assert b"fair.html" in (root / "output" / QUAKE).read_bytes()
    assert build(root, now=at("2027-12-24T12:00Z")).written == 0
    assert build(root, now=at("2026-12-01T00:00Z")).removed > 0, "the clock was set back"
    assert tree(root / "output") == site


def test_with_drafts_it_is_shown(root: Path) -> None:
    assert build(root, now=at("2026-12-01T00:00Z"), drafts=True).scheduled == ()
    assert FAIR in tree(root / "output")


def test_one_that_is_moved_into_the_past_is_there_at_once(root: Path) -> None:
    now = at("2026-12-01T00:00Z")
    build(root, now=now)
    path = root / "content/articles/fair.md"
    path.write_text(path.read_text().replace("2026-12-24", "2026-11-24"))
    assert build(root, now=now).scheduled == ()
    assert "2026/11/24/fair.html" in tree(root / "output")


def test_the_command_names_it_and_takes_a_time(root: Path) -> None:
    def told(now: str) -> str:
        return CliRunner().invoke(main, ["--site", str(root), "build", "--now", now]).output

    assert "1  scheduled   not shown yet; the next: content/articles/fair.md, 24 December 2026" in told("2026-12-01")
    assert "nothing has changed" in told("2026-12-01T10:00Z")
    assert "scheduled" not in told("2026-12-24")
    assert "--now: 'soon' is no time — write 2026-12-24 or 2026-12-24T18:00Z" in told("soon")
