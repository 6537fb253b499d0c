"""Where nothing is to be taken in, ingest is not asked, and what it said is said again; whatever has changed is noticed."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli, ingest, quiet, site, untaken
from tests.story import articles, write

RAW = """-- content/raw/quake.txt --
Quake shakes the coast

A light earthquake shook the coast, the survey office said.

Nobody was hurt.
-- content/raw/2021/quay.txt --
The quay at dawn

The keyboard of the quay was mended by the harbour board on Monday.

Nobody was there to see it.
"""
TWIN = RAW.partition("-- content/raw/2021")[0].replace("quake.txt", "twin.txt")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive whose raw articles were taken in, with a clock that has no ticks."""
    monkeypatch.setattr(quiet, "TICK", -1)
    monkeypatch.setattr(quiet, "COARSE", -1)
    root = write(tmp_path / "archive", RAW)
    backfile("--site", root, "build")
    return root


def backfile(*words: object) -> str:
    """What it prints, without the time it took."""
    return re.sub(r" +\d+\.\d s", "", CliRunner().invoke(cli.main, [str(word) for word in words]).output)


def spared(root: Path) -> bool:
    return untaken.ask(root).answer is not None


def an_article(root: Path) -> Path:
    return root / "content/articles" / min(articles(root))


def test_an_archive_of_articles_alone_has_nothing_to_take_in(tmp_path: Path) -> None:
    root = write(tmp_path, "-- content/articles/quay.md --\n---\ntitle: The quay\n---\nDawn.\n")
    assert spared(root)
    assert "Raw articles: 0" in backfile("--site", root, "build")
    (root / "content/raw").mkdir()
    assert not spared(root)


def test_a_run_that_took_something_in_is_not_the_last(root: Path) -> None:
    assert not spared(root)
    backfile("--site", root, "build")
    assert spared(root)


def lasting(root: Path) -> str:
    """What is printed once there is nothing new; it takes a run more where more has to be watched."""
    for _ in range(2):
        backfile("--site", root, "build")
    return backfile("--site", root, "build", "--dry-run")


ARCHIVES: dict[str, Callable[[Path], object]] = {
    "known": lambda root: None,
    "duplicates": lambda root: write(root, TWIN),
    "deleted": lambda root: an_article(root).unlink(),
    "rejected": lambda root: write(root, "-- content/raw/photo.xcf --\nx\n"),
    "look-alikes": lambda root: write(root, TWIN.replace("Nobody was hurt", "Many were hurt")),
    "a link": lambda root: (root / "content/raw/link.txt").symlink_to("quake.txt"),
    "left elsewhere": lambda root: left(root, "The pier is closed\n\nThe pier was closed.\n"),
    "an id that was lost": lambda root: an_article(root).write_text("---\ntitle: Mine\n---\nMine.\n"),
    "nothing any more": lambda root: [path.unlink() for path in (root / "content/raw").rglob("*.txt")],
}


def left(root: Path, text: str) -> None:
    path = root.parent / "elsewhere.txt"
    path.write_text(text)
    backfile("--site", root, "ingest", "--leave", path)


@pytest.mark.parametrize("made", ARCHIVES.values(), ids=ARCHIVES)
def test_what_is_said_again_is_what_a_run_would_say(made: Callable[[Path], object], root: Path) -> None:
    made(root)
    said = lasting(root)
    answer = untaken.ask(root).answer
    assert answer
    assert answer == ingest.run(root, site.load(root), ingest.Options(dry_run=True)).printed
    assert answer == ingest.run(root, site.load(root)).printed
    (root / ".backfile/taken.json").unlink()
    assert said == backfile("--site", root, "build", "--dry-run")


def test_a_rejection_is_an_exit_with_1_again(root: Path) -> None:
    write(root, "-- content/raw/photo.xcf --\nx\n")
    lasting(root)
    assert spared(root)
    done = CliRunner().invoke(cli.main, ["--site", str(root), "build"])
    assert done.exit_code == 1
    assert "content/raw/photo.xcf" in done.output
    assert CliRunner().invoke(cli.main, ["--site", str(root), "build", "--strict"]).exit_code == 1


def rewritten(path: Path, text: str) -> None:
    """Other bytes of the same length, under the same times."""
    before = path.stat()
    assert len(text.encode()) == before.st_size
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def spoilt(root: Path, said: bytes) -> None:
    (root / ".backfile/taken.json").write_bytes(said)


QUAKE = "content/raw/quake.txt"
CHANGES: dict[str, Callable[[Path], object]] = {
    "a raw file more": lambda root: write(root, "-- content/raw/2021/b.txt --\nThe pier\n\nIt is closed.\n"),
    "a raw file less": lambda root: (root / QUAKE).unlink(),
    "a raw file renamed": lambda root: (root / QUAKE).rename(root / "content/raw/shake.txt"),
    "a letter, and the time set back": lambda root: rewritten(
        root / QUAKE, (root / QUAKE).read_text().replace("light", "tight")
    ),
    "a sidecar": lambda root: (root / "content/raw/quake.yaml").write_text("date: 2020-11-18\n"),
    "an article deleted": lambda root: an_article(root).unlink(),
    "an article renamed": lambda root: an_article(root).rename(root / "content/articles/mine.md"),
    "an article that is a folder now": lambda root: (an := an_article(root)).unlink() or an.mkdir(),
    "site.yaml": lambda root: (root / "site.yaml").write_text("title: The Pier Gazette\n"),
    "the ledger": lambda root: next((root / "content/ledger").iterdir()).unlink(),
    "what a killed run was about to do": lambda root: (root / ".backfile/journal").write_text('["", "aa"]\n'),
    "what was remembered, gone": lambda root: (root / ".backfile/taken.json").unlink(),
    "what was remembered, garbage": lambda root: spoilt(root, b"\0[1"),
    "what was remembered, cut short": lambda root: spoilt(root, (root / ".backfile/taken.json").read_bytes()[:-9]),
    "what was remembered, of another kind": lambda root: quiet.seal(root / ".backfile/taken.json", ["", {}, 3, 4, 5]),
    "another program": lambda root: quiet.seal(
        root / ".backfile/taken.json", ["another", *quiet.unsealed(root / ".backfile/taken.json")[1:]]
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_a_question_for_the_run(change: Callable[[Path], object], root: Path) -> None:
    lasting(root)
    assert spared(root)
    change(root)
    assert not spared(root)


def test_what_an_article_says_is_no_question(root: Path) -> None:
    lasting(root)
    path = an_article(root)
    path.write_text(path.read_text() + "\nMore.\n")
    assert spared(root)


def test_but_it_is_where_one_was_deleted(root: Path) -> None:
    """Another file may have its id now."""
    gone, other = map((root / "content/articles").joinpath, sorted(articles(root)))
    lost = re.search(r"^id: .*$", gone.read_text(), re.MULTILINE)
    assert lost
    gone.unlink()
    assert "deleted" in lasting(root)
    other.write_text(re.sub(r"^id: .*$", lost[0], other.read_text(), flags=re.MULTILINE))
    assert not spared(root)


def test_a_file_that_was_left_elsewhere_counts(root: Path) -> None:
    left(root, "The pier is closed\n\nThe pier was closed.\n")
    lasting(root)
    assert spared(root)
    (root.parent / "elsewhere.txt").unlink()
    assert not spared(root)


def test_what_was_changed_within_a_tick_of_the_clock_is_looked_at_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet, "TICK", 10**12)
    monkeypatch.setattr(quiet, "COARSE", 10**12)
    lasting(root)
    assert not spared(root)


def test_a_trial_remembers_nothing(root: Path) -> None:
    backfile("--site", root, "build", "--dry-run")
    assert not (root / ".backfile/taken.json").exists() or not spared(root)


DEAR = (
    "asyncio filelock ftfy jinja2 markdown nh3 rapidfuzz tqdm yaml generator.ingest generator.publish generator.model"
)


def test_a_build_of_what_has_not_changed_imports_neither_half(root: Path) -> None:
    lasting(root)
    backfile("--site", root, "build")
    script = (
        "import sys; from generator import cli, quiet; quiet.TICK = quiet.COARSE = -1\n"
        "cli.main(['--site', sys.argv[1], 'build'], standalone_mode=False)\n"
        f"print('imported:', *sorted(set({DEAR.split()}) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, root],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent,
    )
    assert done.returncode == 0, done.stderr
    assert "nothing has changed" in done.stdout
    assert done.stdout.splitlines()[-1] == "imported:"
