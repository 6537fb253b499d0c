"""Invariant 2: another time zone, locale, folder, hash seed, umask, order of the disk: the same bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.story import tree

ROOT = Path(__file__).parent.parent.parent

# The command line, in a process whose disk tells its names in reverse.
REVERSED = """
import os, sys
scandir, listdir = os.scandir, os.listdir

class Reversed:
    def __init__(self, found):
        with found:
            self._entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))
    def __iter__(self): return self
    def __next__(self): return next(self._entries)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass

os.scandir = lambda *path: Reversed(scandir(*path))
os.listdir = lambda *path: sorted(listdir(*path), reverse=True)
from generator.cli import run
sys.exit(run())
"""
PLAIN = "import sys; from generator.cli import run; sys.exit(run())"

OTHER = {
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "hash seed": {"PYTHONHASHSEED": "4711"},
    "folder": {},
    "umask": {},
    "order of the disk": {},
}


def built(folder: Path, *others: str) -> dict[str, bytes]:
    """The demo taken in and built; all that it leaves, but for .backfile/. `others` name what is not as always."""
    root = folder / ("Das Archiv (ئەرشیف) & co" if "folder" in others else "archive")
    root.mkdir(parents=True)
    shutil.copy(ROOT / "site.yaml", root)
    for name in ("raw", "pages"):
        shutil.copytree(ROOT / "content" / name, root / "content" / name)
    usual = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    changed = {key: value for name in others for key, value in OTHER[name].items()}
    script = REVERSED if "order of the disk" in others else PLAIN
    done = subprocess.run(
        [sys.executable, "-c", script, "--site", str(root), "build"],
        env={**os.environ, **usual, **changed},
        umask=0o077 if "umask" in others else 0o022,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    shutil.rmtree(root / ".backfile")
    return tree(root)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("usual"))


@pytest.mark.timeout(240)
def test_the_same_articles_make_the_same_bytes_wherever_they_are_built(usual: dict[str, bytes], tmp_path: Path) -> None:
    assert len(usual) > 400
    compare(built(tmp_path, *OTHER), usual)


@pytest.mark.soak
@pytest.mark.timeout(240)
@pytest.mark.parametrize("other", OTHER)
def test_each_difference_alone(other: str, usual: dict[str, bytes], tmp_path: Path) -> None:
    compare(built(tmp_path, other), usual)


def compare(mine: dict[str, bytes], usual: dict[str, bytes]) -> None:
    assert [path for path in sorted(mine.keys() | usual.keys()) if mine.get(path) != usual.get(path)] == []
