"""Another machine, by rsync: a daemon on loopback, and ssh with a stand-in that runs the command here."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.deploy import carry_out, survey
from generator.deploy.address import parse
from generator.deploy.built import built
from generator.deploy.destinations import reach
from generator.deploy.model import UNFINISHED, File, Standing
from generator.deploy.rsync import Rsync
from generator.errors import MachineError, UsageError
from generator.progress import silent
from generator.publish.traces import MANIFEST
from tests.deploy.places import backfile, edit, gazette, held
from tests.story import tree

pytestmark = pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed")

_SSH = """#!{python}
# Takes the host and runs what is to be run there, through a shell, as sshd does.
import os, sys
words = sys.argv[1:]
assert not any(word.startswith("-o") for word in words), words
while words[0] == "-l":
    words = words[2:]
with open({log!r}, "a") as log:
    log.write(words[0] + chr(10))
os.execvp("sh", ["sh", "-c", " ".join(words[1:])])
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return gazette(tmp_path / "archive")


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of the stand-in: the host of each call."""
    program, log = tmp_path / "ssh", tmp_path / "ssh.log"
    program.write_text(_SSH.format(python=sys.executable, log=str(log)))
    program.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(program))
    return log


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a daemon's module, and its folder."""
    folder = tmp_path / "module"
    folder.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = tmp_path / "rsyncd.conf"
    settings.write_text(
        f"use chroot = no\n[site]\npath = {folder}\nread only = no\nuid = {os.getuid()}\ngid = {os.getgid()}\n"
    )
    words = ["rsync", "--daemon", "--no-detach", "--address=127.0.0.1", f"--port={port}", f"--config={settings}"]
    running = subprocess.Popen(words, stdin=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"rsync://127.0.0.1:{port}/site", folder
    finally:
        running.terminate()
        running.wait()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    pytest.fail("rsync --daemon does not answer")


def test_over_ssh_first_all_then_what_changed(root: Path, tmp_path: Path, ssh: Path) -> None:
    dest = f"me@news.example:{tmp_path}/a site's folder"
    folder = tmp_path / "a site's folder"
    done = backfile("--site", root, "deploy", dest)
    assert done.exit_code == 0, done.output
    assert tree(folder) == tree(root / "output")
    assert set(ssh.read_text().split()) == {"news.example"}
    (folder / "theirs.txt").write_text("theirs")
    (folder / "2021/03/theirs.txt").write_text("theirs")
    edit(root)
    done = backfile("--site", root, "deploy", dest)
    assert done.exit_code == 0, done.output
    assert held(folder) == tree(root / "output")
    assert tree(folder).keys() - tree(root / "output").keys() == {"theirs.txt", "2021/03/theirs.txt"}
    assert "0  to send" in backfile("--site", root, "deploy", dest).output


def test_to_a_daemon(root: Path, daemon: tuple[str, Path]) -> None:
    address, folder = daemon
    assert backfile("--site", root, "deploy", f"{address}/below/").exit_code == 0
    assert tree(folder / "below") == tree(root / "output")
    edit(root)
    assert backfile("--site", root, "deploy", f"{address}/below").exit_code == 0
    assert tree(folder / "below") == tree(root / "output"), "no file and no folder too many"


def test_a_trial_sends_nothing(root: Path, tmp_path: Path, ssh: Path) -> None:
    done = backfile("--site", root, "deploy", f"host:{tmp_path}/there", "--dry-run")
    assert done.exit_code == 0, done.output
    assert "+  index.html" in done.output
    assert not (tmp_path / "there").exists()


def test_cut_off_in_a_stage_the_next_goes_on(root: Path, tmp_path: Path, ssh: Path) -> None:
    for stops in (0, 2):
        folder = tmp_path / f"cut{stops}"
        place = Cut(f"host:{folder}", root / "output", stops)
        with pytest.raises(KeyboardInterrupt):
            carry_out(survey(built(root / "output", silent), place), place, silent)
        assert (folder / UNFINISHED).exists()
        assert not (folder / MANIFEST).exists()
        place = Cut(f"host:{folder}", root / "output", 99)
        found = survey(built(root / "output", silent), place)
        assert found.plan.same == len([path for path in tree(folder) if path != UNFINISHED])
        carry_out(found, place, silent)
        assert tree(folder) == tree(root / "output")


class Cut(Rsync):
    """Is cut off in the stage of this number, after its first file."""

    def __init__(self, address: str, output: Path, stops: int) -> None:
        super().__init__(address, output)
        self._stops = stops

    def send(self, site, /):  # type: ignore[no-untyped-def]  # as it is there
        for path in super().send(site):
            yield path
            if self._stops == 0:
                raise KeyboardInterrupt
        self._stops -= 1


def test_what_somebody_else_put_there_is_left_and_told(root: Path, tmp_path: Path, ssh: Path) -> None:
    folder, elsewhere = tmp_path / "there", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / "index.html").write_text("theirs")
    (folder / "static").symlink_to(elsewhere)
    (folder / "feed.xml").mkdir()
    (folder / "about.html").symlink_to(tmp_path / "ssh")
    (folder / "404.html").write_bytes((root / "output/404.html").read_bytes())
    done = backfile("--site", root, "deploy", f"host:{folder}")
    assert done.exit_code == 1, done.output
    for name in ("index.html", "static/style.css", "feed.xml", "about.html"):
        assert f"{name}: was not deployed from here" in done.output
    assert "404.html: was" not in done.output
    assert (folder / "index.html").read_text() == "theirs"
    assert (folder / "static").is_symlink()
    assert (folder / "about.html").is_symlink()
    assert list(elsewhere.iterdir()) == []
    assert "index.html" not in held(folder)


def test_names_that_rsync_or_a_shell_would_read_otherwise(tmp_path: Path, ssh: Path) -> None:
    names = [
        "#a.html",
        ";b.html",
        "-c.html",
        "$(touch x).html",
        "a b*?.html",
        "back\\slash.html",
        "ü \u202e.html",
        "d/[e].html",
    ]
    output, folder = tmp_path / "output", tmp_path / "there $(touch y) 'q'"
    for name in names:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text(name)
    site = tuple(File(name, "", len(name.encode())) for name in names)
    place = Rsync(f"host:{folder}", output)
    assert set(place.look(site).values()) == {Standing.ABSENT}
    assert sorted(place.send(site)) == sorted(names)
    assert tree(folder) == tree(output)
    assert set(place.look(site).values()) == {Standing.SAME}
    (output / names[0]).write_text("other")
    assert place.look(site)[names[0]] is Standing.OTHER
    assert sorted(place.delete(names, ("d",))) == sorted(names)
    assert list(folder.iterdir()) == []


def test_a_host_that_does_not_answer_is_an_error_of_one_line(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.deploy.rsync.PAUSES", (0.0,))
    program = tmp_path / "ssh"
    program.write_text("#!/bin/sh\necho 'ssh: no route to host' >&2\nexit 255\n")
    program.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(program))
    done = backfile("--site", root, "deploy", "news.example:/srv")
    assert done.exit_code == 1
    assert "news.example:/srv: rsync: ssh: no route to host" in done.output


def test_a_line_that_breaks_is_tried_again(
    root: Path, tmp_path: Path, ssh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.deploy.rsync.PAUSES", (0.0, 0.0))
    program = Path(os.environ["RSYNC_RSH"])
    every_other = f"if open({str(ssh)!r}).read().count(chr(10)) % 2: sys.exit(12)"
    broken = program.read_text().replace("os.execvp", f"{every_other}\nos.execvp")
    program.write_text(broken)
    assert backfile("--site", root, "deploy", f"host:{tmp_path}/there").exit_code == 0
    assert tree(tmp_path / "there") == tree(root / "output")
    program.write_text("#!/bin/sh\nexit 12\n")
    with pytest.raises(MachineError, match="rsync"):
        Rsync("host:/x", root / "output").read(MANIFEST)


def test_without_rsync_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="the program rsync"):
        reach(parse("host:/x"), tmp_path)
