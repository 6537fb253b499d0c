"""Invariants 4 and 5: a spoilt memory is never trusted; a machine that gives up leaves the last good pages."""

import ctypes
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator import store
from tests.newsroom import Newsroom, first_edition, small_world, torn
from tests.story import tree

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with small_world():
        room = Newsroom(tmp_path)
        first_edition(room)
        yield room


class Editions:
    """An archive that goes to and fro between two editions, which say something else on many pages."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.now = 1
        self.expected = [self.turned(), self.turned()]

    def turn(self) -> None:
        self.now = 1 - self.now
        self.room.story("a2", title=f"Edition {self.now}", tags="[Coast, Kelp]" if self.now else "[Coast]")
        self.room.story("a3", date="" if self.now else "2021-03-03")

    def turned(self) -> dict[str, bytes]:
        """The output after the next edition was built."""
        self.turn()
        self.room.build()
        return tree(self.room.output)

    def check(self, spoil: Callable[[], object], damage: str) -> None:
        spoil()
        assert self.turned() == self.expected[self.now], damage
        assert self.room.build().written == 0, damage


def memory(room: Newsroom) -> list[Path]:
    """All that is remembered, in whatever files."""
    return [path for path in sorted((room.root / ".backfile").rglob("*")) if path.is_file() and path.stat().st_size]


# ── What is remembered ───────────────────────────────────────────────────────────────────────────────────────────


def cut_and_build(room: Newsroom, pieces: int) -> None:
    editions = Editions(room)
    editions.room.check_clean()
    chance = random.Random(7)

    def cut(whole: bytes, n: int) -> bytes:
        return whole[: len(whole) * n // pieces]

    def zeros(whole: bytes, n: int) -> bytes:
        half = len(whole) * n // pieces
        return whole[:half] + bytes(len(whole) - half)

    def noise(whole: bytes, n: int) -> bytes:
        half = len(whole) * n // pieces
        return whole[:half] + chance.randbytes(len(whole) - half)

    def flips(whole: bytes, n: int) -> bytes:
        spoilt = bytearray(whole)
        for _ in range(20 * n + 1):
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        return bytes(spoilt)

    for name in [path.relative_to(room.root) for path in memory(room)]:
        for harm, times in ((cut, pieces), (zeros, pieces // 4), (noise, pieces // 4), (flips, pieces // 2)):
            for n in range(times):
                path = room.root / name
                if path.exists():
                    spoilt = harm(path.read_bytes(), n)
                    editions.check(
                        lambda path=path, spoilt=spoilt: path.write_bytes(spoilt), f"{harm.__name__} {name} {n}"
                    )  # type: ignore[misc]  # bound now


def test_a_memory_that_is_spoilt_is_thrown_away(room: Newsroom) -> None:
    cut_and_build(room, 16)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_memory_that_is_spoilt_anywhere_is_thrown_away(room: Newsroom) -> None:
    cut_and_build(room, 200)


def test_one_wrong_digit_in_what_is_remembered_of_a_page_is_noticed(room: Newsroom) -> None:
    """It would go into the manifest: the page is not made again, so nothing else would tell."""
    editions = Editions(room)
    (sha,) = (
        said[:64] for said in (room.output / "manifest-sha256.txt").read_bytes().splitlines() if b"about.html" in said
    )
    wrong = bytes([sha[0] ^ 1]) + sha[1:]

    def spoil() -> None:
        for path in memory(room):
            path.write_bytes(path.read_bytes().replace(sha, wrong))

    editions.check(spoil, "a digit")


def test_one_wrong_number_in_an_index_of_the_memory_is_noticed(room: Newsroom) -> None:
    """A row that its name does not lead to could neither be removed nor written again."""
    editions = Editions(room)
    database = room.root / ".backfile" / "state.db"
    for n in range(1, database.read_bytes().count(b"topics") + 1):
        spoilt = bytearray(database.read_bytes())
        at = -1
        for _ in range(n):
            at = spoilt.index(b"topics", at + 1)
        spoilt[at + len(b"topics")] ^= 0x40
        editions.check(lambda spoilt=spoilt: database.write_bytes(spoilt), f"{n}")  # type: ignore[misc]  # bound now


@pytest.mark.parametrize("version", ["0", "999"])
def test_the_memory_of_another_version_is_thrown_away(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    editions = Editions(room)
    with monkeypatch.context() as patch:
        patch.setattr(store, "SCHEMA", version)
        shutil.rmtree(room.root / ".backfile")
        editions.turned()
    editions.check(lambda: None, version)


def test_a_memory_with_other_columns_is_thrown_away(room: Newsroom) -> None:
    editions = Editions(room)
    databases = [path for path in memory(room) if path.read_bytes().startswith(b"SQLite format 3")]
    assert databases
    for path in databases:
        editions.check(lambda path=path: less_of(path), path.name)  # type: ignore[misc]  # bound now
        editions.check(lambda path=path: path.with_name(f"{path.name}-wal").write_bytes(b"\1" * 5000), path.name)  # type: ignore[misc]  # bound now


def less_of(path: Path) -> None:
    """Each table loses its last column, where SQLite lets it."""
    lost = 0
    with closing(sqlite3.connect(path)) as db, db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            *_, (_, column, *_, key) = db.execute(f"PRAGMA table_info({table})").fetchall()
            if not key:
                db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
                lost += 1
    assert lost


# ── A machine that gives up ──────────────────────────────────────────────────────────────────────────────────────

CAPABILITIES = (1, 2, 3)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER: what makes root deaf to permissions
PR_CAPBSET_DROP = 24


def ordinary() -> None:
    """As an ordinary user meets the disk."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in CAPABILITIES:
            libc.prctl(PR_CAPBSET_DROP, capability)


def limited(kind: int, value: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(kind, (value, value))


def command(room: Newsroom, before: Callable[[], None] = lambda: None) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "generator", "--site", str(room.root), "build"]
    return subprocess.run(words, cwd=ROOT, preexec_fn=before, capture_output=True, text=True, check=False)


def gives_up(room: Newsroom, before: Callable[[], None] = lambda: None, *, says: str = "") -> None:
    """A new edition cannot be built: a clear error, exit 1, the last good pages stand; then it is built after all."""
    old = tree(room.output)
    room.story("a2", title="Another edition", body="So it was. " * 200)
    new = room.clean()[1]
    done = command(room, before)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert says in done.stderr
    assert str(room.root) in done.stderr
    assert torn(tree(room.output), old, new) == []


@pytest.fixture
def printed(tmp_path: Path) -> Newsroom:
    """An archive that was built, with lists as long as they are for everybody."""
    room = Newsroom(tmp_path)
    first_edition(room)
    room.build()
    return room


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, 8 MB large."""
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    ) if shutil.which("mount") else None  # fmt: skip
    if done is None or done.returncode:
        pytest.skip("nothing can be mounted here: " + (done.stderr.strip() if done else "there is no mount"))
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("left", [0, 24_000])
def test_a_full_disk_leaves_the_last_good_pages(small_disk: Path, left: int) -> None:
    room = Newsroom(small_disk)
    first_edition(room)
    room.build()
    old = tree(room.output)
    for name in list(room.stories):
        room.story(name, body="So it was. " * 400)
    new = room.clean()[1]
    ballast = small_disk / "ballast"
    free = os.statvfs(small_disk)
    ballast.write_bytes(bytes(max(free.f_bavail * free.f_frsize - left, 0)))
    done = command(room)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert "disk" in done.stderr
    assert torn(tree(room.output), old, new) == []
    ballast.unlink()
    room.build()
    assert tree(room.output) == new


@pytest.mark.parametrize(
    ("size", "says"),
    [(3_000, "state.db: the disk is full or faulty, or a limit"), (150_000, "huge.html: the file is larger than")],
)
def test_a_file_that_grows_too_large_leaves_the_last_good_pages(printed: Newsroom, size: int, says: str) -> None:
    """The store is too large for the smaller limit, a page for the larger one."""
    printed.story("huge", date="2021-03-02", body="It happened here, on the coast. " * 6_000)
    gives_up(printed, limited(resource.RLIMIT_FSIZE, size), says=says)
    printed.drop("huge")
    printed.build()


def test_an_output_that_may_not_be_written_stays_as_it_is(printed: Newsroom) -> None:
    before = tree(printed.output)
    folders = [printed.output, *(path for path in printed.output.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        gives_up(printed, ordinary, says="no permission")
        assert tree(printed.output) == before
    finally:
        for folder in folders:
            folder.chmod(0o755)
    printed.build()
    assert tree(printed.output) == printed.clean()[1]


def test_an_article_that_may_not_be_read_stands_as_it_did(printed: Newsroom) -> None:
    room, page = printed, printed.output / "2021/03/02/a2.html"
    before = page.read_bytes()
    room.story("a2", title="Another headline")
    room.path("a2").chmod(0)
    for n in range(2):  # a new neighbour, then one that is read from a memory in which nothing is sure
        room.story("a3", title=f"Harbour fair, corrected {n}")
        room.story(f"c{n}", title=f"New {n}", date="2022-01-01", slug=f"c{n}")
        done = command(room, ordinary)
        assert (done.returncode, done.stderr) == (1, "")
        assert "content/articles/a2.md" in done.stdout
        assert done.stdout.count("chmod u+r") == 1
        assert page.read_bytes() == before
        assert f"New {n}" in (room.output / "2022/01/index.html").read_text()
        assert f"corrected {n}" in (room.output / "2021/03/index.html").read_text()
        assert "Harbour fair 2" in (room.output / "2021/03/index.html").read_text()
    room.path("a2").chmod(0o644)
    assert command(room).returncode == 0
    assert "Another headline" in page.read_text()
    room.check_clean()


def test_where_nothing_is_remembered_of_an_article_that_may_not_be_read_no_page_is_removed(printed: Newsroom) -> None:
    page = printed.output / "2021/03/01/a1.html"
    before = page.read_bytes()
    printed.path("a1").chmod(0)
    printed.drop("a3")
    for title in ("Another", "A third"):
        printed.put("site.yaml", f"title: {title} Gazette\n")
        done = command(printed, ordinary)
        assert (done.returncode, done.stderr) == (1, "")
        assert done.stdout.count("chmod u+r") == 1
        assert f"{title} Gazette" in (printed.output / "2021/03/02/a2.html").read_text()
        assert page.read_bytes() == before
    printed.path("a1").chmod(0o644)
    assert command(printed).returncode == 0
    assert not (printed.output / "2021/03/03/a3.html").exists()
    printed.check_clean()


def test_a_memory_that_may_not_be_written_does_no_harm(printed: Newsroom) -> None:
    for path in (printed.root / ".backfile").rglob("*"):
        path.chmod(0o444 if path.is_file() and path.name != "lock" else path.stat().st_mode)
    printed.story("a2", title="Another edition")
    assert command(printed, ordinary).returncode == 0
    assert tree(printed.output) == printed.clean()[1]


@pytest.mark.parametrize("page", ["index.html", "2021/03/02/a2.html"])
def test_a_folder_where_a_page_should_stand(printed: Newsroom, page: str) -> None:
    (printed.output / page).unlink()
    (printed.output / page).mkdir()
    (printed.output / page / "notes.txt").write_text("mine")
    old = tree(printed.output)
    printed.story("a2", title="Another edition")
    new = printed.clean()[1]
    done = command(printed)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert page in done.stderr + done.stdout
    assert torn(tree(printed.output), old, {path: content for path, content in new.items() if path != page}) == []
    shutil.rmtree(printed.output / page)
    printed.build()
    assert tree(printed.output) == new


@pytest.mark.parametrize("files", [64, 8])
def test_few_files_may_be_open(printed: Newsroom, files: int) -> None:
    """It is enough, or it is said that it is not."""
    old = tree(printed.output)
    printed.story("a2", title="Another edition")
    new = printed.clean()[1]
    done = command(printed, limited(resource.RLIMIT_NOFILE, files))
    assert "Traceback" not in done.stderr
    assert (done.returncode, tree(printed.output) == new) in {(0, True), (1, False)}, done.stderr
    assert torn(tree(printed.output), old, new) == []
    printed.build()
    assert tree(printed.output) == new
