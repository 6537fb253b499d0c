"""Invariant 3: killed at any moment, the next build repairs everything, and no reader meets half a page."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.newsroom import dead_links, torn
from tests.story import article, build, take_in, tree, write

ROOT = Path(__file__).parent.parent.parent
WROTE = "-- content/articles/{n}.md --\n"


def gazette(root: Path, raw: int = 12, done: int = 30) -> Path:
    """An archive with articles to build and raw ones to take in."""
    write(
        root,
        "".join(
            WROTE.format(n=n) + article(f"Story {n}", f"2021-03-{1 + n % 28:02}", tags="[Coast]") for n in range(done)
        ),
    )
    write(
        root,
        "".join(
            f"-- content/raw/r{n}.txt --\nRaw story {n}\n\nThis is what happened on day {n}, they said.\n"
            for n in range(raw)
        ),
    )
    return root


def edit(root: Path) -> None:
    """Other headlines, an article more, one less, a tag that gets its page and one that loses it."""
    for n in range(0, 30, 2):
        write(root, WROTE.format(n=n) + article(f"Tale {n}", f"2021-03-{1 + n % 28:02}", tags="[Coast, Tide]"))
    write(root, WROTE.format(n="new") + article("New", "2021-04-01", tags="[Tide]"))
    (root / "content" / "articles" / "29.md").unlink()


def command(root: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "--site", str(root), *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def repair(root: Path) -> None:
    """What `backfile build` does, in this process."""
    take_in(root)
    build(root)


def kill_and_repair(tmp_path: Path, times: int) -> None:
    """By turns a first build is killed and one that changes most pages of what is there."""
    first, second = gazette(tmp_path / "first"), gazette(tmp_path / "second")
    began = time.monotonic()
    assert command(first, "build").wait() == 0
    lasts = time.monotonic() - began
    repair(second)
    old = tree(second / "output")
    shutil.copytree(second, tmp_path / "built")  # with all times: what was built stands built
    edit(second)
    repair(second)
    chance = random.Random(7)
    died = 0
    for number in range(times):
        root = tmp_path / f"killed{number}"
        before, whole = ({}, first) if number % 2 else (old, second)
        if number % 2:
            gazette(root)
        else:
            shutil.copytree(tmp_path / "built", root)
            edit(root)
        process = command(root, "build")
        time.sleep(lasts * (0.3 + 0.7 * (number + chance.random()) / times))
        process.send_signal(signal.SIGKILL)
        died += process.wait() == -signal.SIGKILL
        reader_meets(root / "output", before, tree(whole / "output"))
        repair(root)
        assert (tree(root / "content"), tree(root / "output")) == (tree(whole / "content"), tree(whole / "output"))
        shutil.rmtree(root)
    assert died, "the builds were over before they could be killed"


def reader_meets(output: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Whole pages, old or new, and in lists no article that is not there."""
    left = {path: content for path, content in tree(output).items() if ".backfile-tmp-" not in path}
    assert torn(left, old, new) == []
    articles = {path for path in old.keys() | new.keys() if is_article(path)}
    assert dead_links(left, lambda page, to: page not in articles and to in articles) == []


def is_article(path: str) -> bool:
    return (path[:1].isdigit() and not path.endswith("index.html")) or (
        path.startswith("undated/") and path != "undated/index.html"
    )


@pytest.mark.timeout(280)
def test_a_killed_build_is_repaired_by_the_next(tmp_path: Path) -> None:
    kill_and_repair(tmp_path, 20)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_two_hundred_killed_builds_are_repaired(tmp_path: Path) -> None:
    kill_and_repair(tmp_path, 200)


def test_two_builds_at_once_leave_what_one_leaves(tmp_path: Path) -> None:
    one, two = gazette(tmp_path / "one"), gazette(tmp_path / "two")
    assert command(one, "build").wait() == 0
    together = [command(two, "build") for _ in range(3)]
    assert [process.wait() for process in together] == [0, 0, 0]
    assert tree(two / "content") == tree(one / "content")
    assert tree(two / "output") == tree(one / "output")
