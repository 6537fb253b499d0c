"""A folder as a destination: what stands there afterwards, what is left alone, and what is refused."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.deploy.model import UNFINISHED
from generator.publish.traces import MANIFEST
from tests.deploy.places import backfile, edit, gazette, held
from tests.story import stamps, tree, write

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return gazette(tmp_path / "archive")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return tmp_path / "there"


def test_first_all_then_no_more_than_the_build_names(root: Path, there: Path) -> None:
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 0, done.output
    assert tree(there) == tree(root / "output")
    before = stamps(there)
    edit(root)
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 0, done.output
    assert tree(there) == tree(root / "output")
    after, said = stamps(there), json.loads((root / ".backfile/changes.json").read_text())
    assert {path for path in after if before.get(path) != after[path]} <= set(said["changed"])
    assert before.keys() - after.keys() == set(said["removed"])
    assert [folder for folder, names, some in os.walk(there) if not names and not some] == [], "no folder is left empty"
    again = backfile("--site", root, "deploy", there)
    assert "nothing has changed" in again.output
    assert stamps(there) == after


def test_what_is_printed(root: Path, there: Path) -> None:
    first = backfile("--site", root, "deploy", there).output
    assert re.search(r"Deploy: .*there", first)
    assert re.search(r" \d+  to send +[\d,]+ bytes, in this order:", first)
    assert re.search(r" 13 +articles and pages", first)
    assert re.search(r"there holds the site: \d+ files sent, 0 deleted", first)
    edit(root)
    trial = backfile("--site", root, "deploy", there, "--dry-run").output
    assert "a trial" in trial
    assert "+  2021/04/01/new.html" in trial
    assert "-  2021/03/03/story-2.html" in trial
    assert "holds the site" not in trial


def test_a_trial_does_nothing(root: Path, there: Path) -> None:
    before = tree(root)
    assert backfile("--site", root, "deploy", there, "--dry-run").exit_code == 0
    assert not there.exists()
    backfile("--site", root, "deploy", there)
    edit(root)
    was, before = stamps(there), tree(root)
    assert backfile("--site", root, "deploy", there, "--dry-run").exit_code == 0
    assert stamps(there) == was
    assert tree(root) == before


# ── What is not ours ─────────────────────────────────────────────────────────────────────────────────────────────


def test_what_somebody_else_put_there_is_left_and_told(root: Path, there: Path, tmp_path: Path) -> None:
    write(there, "-- notes.txt --\nmine\n-- 2021/03/mine.html --\nmine\n-- index.html --\ntheirs\n-- tags --\na file\n")
    (there / "site.yaml").unlink()
    (there / "feed.xml").mkdir()
    (there / "about.html").write_bytes((root / "output/about.html").read_bytes())
    (there / "404.html").symlink_to(tmp_path / "elsewhere")
    before = stamps(there)
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 1, done.output
    for name in ("index.html", "tags/coast.html", "feed.xml", "404.html"):
        assert f"{name}: was not deployed from here" in done.output
    assert {path: stamp for path, stamp in stamps(there).items() if path in before} == before
    assert not (tmp_path / "elsewhere").exists()
    rest = {
        path: said for path, said in tree(root / "output").items() if path not in {"index.html", "feed.xml", "404.html"}
    }
    mine = held(there)
    manifest = mine.pop(MANIFEST)
    assert mine == {path: said for path, said in rest.items() if path != MANIFEST and not path.startswith("tags/")}
    assert backfile("--site", root, "deploy", there).exit_code == 1
    (there / "index.html").unlink()
    (there / "tags").unlink()
    (there / "feed.xml").rmdir()
    (there / "404.html").unlink()
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 0, done.output
    assert (there / MANIFEST).read_bytes() != manifest
    assert held(there) == tree(root / "output")
    assert (there / "notes.txt").read_text() == "mine\n"


def test_a_link_is_followed_by_neither_a_page_nor_a_deletion(root: Path, there: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    there.mkdir()
    (there / "2021").symlink_to(elsewhere)
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 1
    assert "2021/index.html: was not deployed from here" in done.output
    assert list(elsewhere.iterdir()) == []
    (there / "2021").unlink()
    assert backfile("--site", root, "deploy", there).exit_code == 0
    shutil.move(there / "2021", elsewhere / "2021")
    (there / "2021").symlink_to(elsewhere / "2021")
    before = tree(elsewhere)
    edit(root)
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 1
    assert "2021: a link stands where a folder should — remove it" in done.output
    assert tree(elsewhere) == before


def test_the_folder_itself_may_be_a_link(root: Path, there: Path, tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    there.symlink_to(tmp_path / "release")
    assert backfile("--site", root, "deploy", there).exit_code == 0
    assert tree(tmp_path / "release") == tree(root / "output")


def test_another_archive_is_not_wiped_out_by_mistake(tmp_path: Path, there: Path) -> None:
    one, two = gazette(tmp_path / "one", articles=60), gazette(tmp_path / "two", articles=2)
    for n in range(2):
        (two / f"content/articles/{n}.md").unlink()
    write(two, "-- content/articles/x.md --\n---\ntitle: X\ndate: 1990-01-01\n---\nX.\n")
    backfile("--site", two, "build")
    backfile("--site", one, "deploy", there)
    before = tree(there)
    for words in ((), ("--dry-run",)):
        done = backfile("--site", two, "deploy", there, *words)
        assert done.exit_code == 2
        assert "--delete-most" in done.output
        assert tree(there) == before
    assert backfile("--site", two, "deploy", there, "--delete-most").exit_code == 0
    assert tree(there) == tree(two / "output")


@pytest.mark.parametrize("dest", ["output", "output/below", "content/static", "layouts", ".backfile/x", ".", ".."])
def test_a_folder_of_the_archive_is_refused(root: Path, dest: str) -> None:
    before = tree(root)
    done = backfile("--site", root, "deploy", root / dest)
    assert done.exit_code == 2, done.output
    assert tree(root) == before


def test_a_folder_beside_output_is_fine(root: Path) -> None:
    """GitHub takes a site from docs/."""
    assert backfile("--site", root, "deploy", root / "docs").exit_code == 0
    assert tree(root / "docs") == tree(root / "output")


# ── A site that is not as it was built ───────────────────────────────────────────────────────────────────────────


def test_a_site_that_is_not_as_its_manifest_says_is_not_sent(root: Path, there: Path) -> None:
    page = root / "output/about.html"
    for spoil in (lambda: page.write_text("altered"), page.unlink, lambda: page.symlink_to(root / "site.yaml")):
        spoil()
        done = backfile("--site", root, "deploy", there)
        assert done.exit_code == 1
        assert "run `backfile build` first" in done.output
        assert "about.html" in done.output
        assert not there.exists()
    page.unlink()
    (root / "output" / MANIFEST).unlink()
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 1
    assert f"holds no {MANIFEST}" in done.output


def test_what_lies_in_the_output_and_is_not_ours_is_not_sent(root: Path, there: Path) -> None:
    (root / "output/secret.txt").write_text("not for the world")
    assert backfile("--site", root, "deploy", there).exit_code == 0
    assert not (there / "secret.txt").exists()


def test_verify_mends_what_was_altered_there(root: Path, there: Path) -> None:
    backfile("--site", root, "deploy", there)
    (there / "about.html").write_text("altered")
    (there / "feed.xml").unlink()
    assert "nothing has changed" in backfile("--site", root, "deploy", there).output
    assert backfile("--site", root, "deploy", there, "--verify").exit_code == 0
    assert tree(there) == tree(root / "output")


# ── Cut off ──────────────────────────────────────────────────────────────────────────────────────────────────────


def killed(root: Path, there: Path, after: float) -> int:
    words = [sys.executable, "-m", "generator", "--site", str(root), "deploy", str(there)]
    running = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL)
    while not (there / UNFINISHED).exists() and running.poll() is None:
        time.sleep(0.0005)
    time.sleep(after)
    running.send_signal(signal.SIGKILL)
    return running.wait()


@pytest.mark.timeout(280)
def test_killed_anywhere_the_next_goes_on(tmp_path: Path) -> None:
    """While the first is sent, and while an edit is; a file is whole or not there."""
    first, second = gazette(tmp_path / "first", articles=60), gazette(tmp_path / "second", articles=60)
    edit(second)
    old, new = tree(first / "output"), tree(second / "output")
    foreign = {"notes.txt": b"mine", "2021/03/mine.html": b"mine"}
    chance, died = random.Random(7), 0
    for number in range(6):
        there = tmp_path / f"there{number}"
        (there / "2021/03").mkdir(parents=True)
        for path, said in foreign.items():
            (there / path).write_bytes(said)
        if number % 2:
            assert backfile("--site", first, "deploy", there).exit_code == 0
        died += killed(second, there, 0.03 * chance.random()) == -signal.SIGKILL
        left = {path: said for path, said in tree(there).items() if ".backfile-tmp-" not in path}
        assert all(
            said in {old.get(path), new.get(path), foreign.get(path)}
            for path, said in left.items()
            if path != UNFINISHED
        )
        if number % 3 == 0:  # and the edit is taken back
            assert backfile("--site", first, "deploy", there).exit_code == 0
            assert tree(there) == {**old, **foreign}
        assert backfile("--site", second, "deploy", there).exit_code == 0
        assert tree(there) == {**new, **foreign}
        shutil.rmtree(there)
    assert died, "the deploys were over before they could be killed"


# ── The machine gives up ─────────────────────────────────────────────────────────────────────────────────────────


def limited(root: Path, there: Path, size: int) -> subprocess.CompletedProcess[str]:
    """Deploy where no file can be larger than this."""
    script = (
        f"import resource, runpy, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}));"
        f"sys.argv = ['backfile', '--site', {str(root)!r}, 'deploy', {str(there)!r}];"
        "runpy.run_module('generator', run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def test_a_disk_that_cannot_take_it_is_a_clear_error(root: Path, there: Path) -> None:
    backfile("--site", root, "deploy", there)
    before = tree(there)
    big = root / "content/static/big.png"
    big.write_bytes(bytes(100_000))
    edit(root)
    done = limited(root, there, 60_000)
    assert done.returncode == 1, done.stderr
    assert "big.png: the file is larger than this disk or the limit (ulimit -f) allows" in done.stderr
    assert "the same command goes on from there" in done.stderr
    left = tree(there)
    assert all(left[path] == said for path, said in before.items()), "what is there stays good"
    assert left.keys() - before.keys() <= {UNFINISHED}
    assert backfile("--site", root, "deploy", there).exit_code == 0
    assert tree(there) == tree(root / "output")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_a_clear_error(root: Path, there: Path) -> None:
    there.mkdir(mode=0o500)
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 1
    assert "no permission" in done.output


def test_a_file_stands_where_the_folder_should(root: Path, there: Path) -> None:
    there.write_text("a file")
    done = backfile("--site", root, "deploy", there)
    assert done.exit_code == 1
    assert "a file stands where a folder should" in done.output
    assert there.read_text() == "a file"
