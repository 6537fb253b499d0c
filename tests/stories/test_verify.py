"""Sizes and times can lie: `build --verify` believes neither, `check --rebuild` tells what is not as it should be."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli, files, publish, quiet, untaken
from generator.cli.rebuilt import Difference
from generator.publish import Options
from tests.newsroom import Newsroom, first_edition, small_world
from tests.story import stamps, tree

VERIFY = Options(verify=True)
MANIFEST = publish.traces.MANIFEST


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    """A built archive, on a disk that does not tell when a file was changed (no ctime)."""
    told = files._numbers
    quiet.program()  # it is asked for once, and other tests want it with all its numbers

    def numbers(name: str, folder: int | None) -> files.Numbers | None:
        of = told(name, folder)
        return of and (*of[:3], 0, of[4])

    with small_world():
        monkeypatch.setattr(files, "_numbers", numbers)
        room = Newsroom(tmp_path)
        first_edition(room)
        room.build()
        assert room.build().written == 0
        yield room


def secretly(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change a file; its size and time stay."""
    before, content = path.stat(), path.read_bytes()
    changed = change(content)
    assert (len(changed), changed != content) == (len(content), True)
    with path.open("r+b") as file:
        file.write(changed)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


# ── build --verify ───────────────────────────────────────────────────────────────────────────────────────────────


def test_an_article_changed_in_secret_is_read(room: Newsroom) -> None:
    name = next(iter(room.stories))
    secretly(room.path(name), lambda content: content.replace(b"It happened", b"It HAPPENED"))
    assert room.build().written == 0
    assert publish.run(room.root, room.output, VERIFY).written > 0
    assert tree(room.output) == room.clean()[1]
    room.check_clean()


def test_a_raw_article_changed_in_secret_is_taken_in(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    for tick in ("TICK", "COARSE"):
        monkeypatch.setattr(quiet, tick, -1)
    raw = room.root / "content/raw/quay.txt"
    room.put("content/raw/quay.txt", "The quay at dawn\n\n2021-03-04\n\nThe quay was mended by the board.\n")
    for _ in range(3):
        backfile(room, "build")
    assert untaken.ask(room.root).answer
    secretly(raw, lambda content: content.replace(b"mended", b"MENDED"))
    backfile(room, "build")
    (page,) = room.output.rglob("the-quay-at-dawn.html")
    assert b"MENDED" not in page.read_bytes()
    backfile(room, "build", "--verify", "--dry-run")
    assert b"MENDED" not in page.read_bytes()
    done = backfile(room, "build", "--verify")
    assert (done.exit_code, b"MENDED" in page.read_bytes()) == (0, True), done.output
    again = backfile(room, "build", "--verify")
    assert "unchanged since an earlier run" in again.output


@pytest.mark.parametrize("page", ["index.html", "2021/03/02/a2.html", "2021/index.html", "feed.xml", MANIFEST])
def test_a_page_changed_in_secret_is_made_again(room: Newsroom, page: str) -> None:
    secretly(room.output / page, flipped)
    assert room.build().written == 0
    spoilt = tree(room.output)
    report = publish.run(room.root, room.output, VERIFY)
    mended = tree(room.output)
    assert {path for path in mended if mended[path] != spoilt.get(path)} == {page}
    assert report.written == int(page != MANIFEST)
    assert mended == room.clean()[1]
    room.check_clean()


def test_a_copied_file_changed_in_secret_is_copied_again(room: Newsroom) -> None:
    room.put("content/static/robots.txt", "User-agent: *\n")
    room.build()
    secretly(room.output / "robots.txt", flipped)
    assert room.build().written == 0
    assert publish.run(room.root, room.output, VERIFY).written == 1
    room.check_clean()


def test_where_nothing_is_wrong_nothing_is_written_and_the_same_is_said(room: Newsroom) -> None:
    before, said = stamps(room.output), room.build()
    assert publish.run(room.root, room.output, VERIFY) == said
    assert stamps(room.output) == before
    assert room.build() == said


def test_a_folder_that_is_gone_is_not_remembered(room: Newsroom) -> None:
    room.story("folder/lost", date="2021-03-05")
    room.build()
    room.drop("folder/lost")
    publish.run(room.root, room.output, VERIFY)
    room.check_clean()


def test_strict_and_a_trial_still_write_nothing(room: Newsroom) -> None:
    room.put("content/articles/bad.md", "---\ntitle: Bad\ndate: 18/11/2020\n---\n")
    secretly(room.output / "index.html", flipped)
    before = tree(room.output)
    assert publish.run(room.root, room.output, Options(strict=True, verify=True)).stopped
    publish.run(room.root, room.output, Options(dry_run=True, verify=True))
    assert tree(room.output) == before


# ── check --rebuild ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where scratch folders are made."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def backfile(room: Newsroom, *words: str) -> Result:
    return CliRunner().invoke(cli.main, ["--site", str(room.root), *words])


def test_what_differs_is_missing_or_odd_is_told_and_mended(room: Newsroom, scratch: Path) -> None:
    secretly(room.output / "index.html", flipped)
    (room.output / "feed.xml").unlink()
    (room.output / "old.html").write_text("old")
    (room.output / "mine.html").write_text("mine")
    listing = room.output / MANIFEST
    listing.write_text(listing.read_text() + f"{hashlib.sha256(b'old').hexdigest()}  old.html\n")
    before, memory = tree(room.root), sorted((room.root / ".backfile").iterdir())
    done = backfile(room, "check", "--rebuild")
    assert done.exit_code == 1, done.output
    assert [line.strip() for line in done.output.splitlines()[1:]] == [
        "Differ: 2",
        "index.html",
        MANIFEST,
        "Missing in output/: 1",
        "feed.xml",
        "Should not be in output/: 1",
        "old.html",
        "This mends it:  backfile build --verify",
    ]
    assert tree(room.root) == before
    assert sorted((room.root / ".backfile").iterdir()) == memory
    assert list(scratch.iterdir()) == []
    assert backfile(room, "build", "--verify").exit_code == 0
    done = backfile(room, "check", "--rebuild")
    assert (done.exit_code, "Differ" in done.output) == (0, False)
    assert f"{len(tree(room.output)) - 1} files the same" in done.output


def test_a_rebuild_that_fails_leaves_nothing_behind(room: Newsroom, scratch: Path) -> None:
    memory = sorted((room.root / ".backfile").iterdir())
    room.put("layouts/list.html", "{% if %}")
    assert backfile(room, "check", "--rebuild").exit_code == 2
    assert sorted((room.root / ".backfile").iterdir()) == memory
    assert list(scratch.iterdir()) == []


def test_what_was_never_built_is_not_compared(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    done = backfile(room, "check", "--rebuild")
    assert (done.exit_code, "never built" in done.output) == (1, True)
    assert not (room.root / ".backfile").exists()


def test_a_site_that_was_built_for_a_time_is_compared_with_that_time(room: Newsroom) -> None:
    room.story("fair", title="Fair", date="2921-12-24", slug="fair")
    assert backfile(room, "build", "--now", "2921-12-24").exit_code == 0
    done = backfile(room, "check", "--rebuild", "--now", "2921-12-24")
    assert done.exit_code == 0, done.output
    done = backfile(room, "check", "--rebuild", "--now", "2921-12-01")
    assert done.exit_code == 1
    assert "Should not be in output/: " in done.output
    assert "This mends it:  backfile build --verify --now 2921-12-01\n" in done.output
    assert backfile(room, "check", "--now", "2921-12-24").exit_code == 2
    assert backfile(room, "check", "--rebuild", "--now", "soon").exit_code == 2


def test_a_rebuild_asks_no_questions(room: Newsroom) -> None:
    assert backfile(room, "check", "--rebuild", "--all").exit_code == 2


def test_two_sites_are_compared() -> None:
    right, there = {"a": "1", "b": "2", "c": "3"}, {"d": "4", "c": "0", "b": "2"}
    assert Difference.between(right, there) == Difference(1, ("c",), ("a",), ("d",))
    assert Difference.between(right, right) == Difference(3, (), (), ())
