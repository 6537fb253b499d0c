"""Invariant 3: killed at any moment, the next build repairs everything, and no reader meets half a page."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.story import article, tree, write

ROOT = Path(__file__).parent.parent.parent


def gazette(root: Path, raw: int = 12, done: int = 30) -> Path:
    """An archive with articles to build and raw ones to take in."""
    write(
        root,
        "".join(
            f"-- content/articles/{n}.md --\n" + article(f"Story {n}", f"2021-03-{1 + n % 28:02}", tags="[Coast]")
            for n in range(done)
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


def command(root: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "--site", str(root), *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def kill_and_repair(tmp_path: Path, times: int) -> None:
    whole = gazette(tmp_path / "whole")
    began = time.monotonic()
    assert command(whole, "build").wait() == 0
    lasts = time.monotonic() - began
    expected = tree(whole / "content"), tree(whole / "output")
    chance = random.Random(7)
    died = 0
    for number in range(times):
        root = gazette(tmp_path / f"killed{number}")
        process = command(root, "build")
        time.sleep(lasts * (0.3 + 0.7 * (number + chance.random()) / times))
        process.send_signal(signal.SIGKILL)
        died += process.wait() == -signal.SIGKILL
        for path, content in tree(root / "output").items() if (root / "output").exists() else ():
            assert not path.endswith(".html") or content.rstrip().endswith(b"</html>"), f"{path} is half a page"
        assert command(root, "build").wait() == 0
        assert (tree(root / "content"), tree(root / "output")) == expected
        shutil.rmtree(root)
    assert died, "the builds were over before they could be killed"


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
