"""Ctrl-C at any moment after the start: exit 130, and never a word that does not help."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import interrupts
from tests.story import article, write

ROOT = Path(__file__).parent.parent
# Presses Ctrl-C when a module is asked for.
PRESSED = """
import os, runpy, signal, sys
class Finder:
    def find_spec(self, name, *rest):
        if name == {name!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
sys.argv = ["backfile", "--site", {root!r}, "build"]
runpy.run_module("generator", run_name="__main__")
"""


def pressed(root: Path, name: str) -> tuple[int, str, str]:
    write(root, f"-- content/articles/quake.md --\n{article('Quake')}")
    words = [sys.executable, "-c", PRESSED.format(name=name, root=str(root))]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", ["generator.cli", "click", "generator.cli.building", "generator.unchanged"])
def test_before_anything_was_begun_it_ends_quietly(name: str, tmp_path: Path) -> None:
    assert pressed(tmp_path, name) == (130, "", "")


def test_then_what_was_done_is_kept(tmp_path: Path) -> None:
    code, _, said = pressed(tmp_path, "generator.publish.layouts")
    assert code == 130
    assert said.startswith("Interrupted.")
    assert "Traceback" not in said


@pytest.mark.parametrize("mine", [signal.SIG_IGN, signal.SIG_DFL])
def test_who_asked_for_something_else_gets_it(mine: signal.Handlers) -> None:
    before = signal.signal(signal.SIGINT, mine)
    try:
        interrupts.end_quietly()
        interrupts.begun()
        assert signal.getsignal(signal.SIGINT) is mine
    finally:
        signal.signal(signal.SIGINT, before)
