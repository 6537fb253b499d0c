"""Sizes and times can lie: `build --verify` believes neither."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import files, publish
from generator.publish import Options
from tests.newsroom import Newsroom, first_edition, small_world
from tests.story import stamps, tree

VERIFY = Options(verify=True)
MANIFEST = publish.traces.MANIFEST


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    """A built archive, on a disk that does not tell when a file was changed (no ctime)."""
    told = files._numbers

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
