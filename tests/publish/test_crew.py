"""Several processes make the same site as one, and none of them outlives the build."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from generator import publish
from generator.errors import MachineError
from generator.publish import Options, crew
from tests.story import article, tree, write

ROOT = Path(__file__).parent.parent.parent


def archive(root: Path, size: int) -> Path:
    """Articles of several years with a few tags between them."""
    files = [
        f"-- content/articles/{n}.md --\n"
        + article(f"Story {n}", f"20{n % 20:02}-{n % 12 + 1:02}-01", "It *happened*.\n\n* here", tags=f"[Tag {n % 7}]")
        for n in range(size)
    ]
    return write(root, "".join(files))


@contextmanager
def _beside_a_thread() -> Iterator[None]:
    """So that nobody can be a twin."""
    over = threading.Event()
    threading.Thread(target=over.wait).start()
    try:
        yield
    finally:
        over.set()


@pytest.mark.parametrize("situation", [nullcontext, _beside_a_thread], ids=["twins", "strangers"])
def test_several_processes_make_the_same_bytes_as_one(
    tmp_path: Path, situation: Callable[[], AbstractContextManager[None]]
) -> None:
    root = archive(tmp_path, 60)
    one = publish.run(root, root / "output")
    with situation():
        three = publish.run(root, tmp_path / "three", Options(jobs=3))
    assert tree(tmp_path / "three") == tree(root / "output")
    assert three.written == one.written > 60
    assert publish.run(root, tmp_path / "three", Options(jobs=3)).written == 0
    assert not [path.name for path in (root / ".backfile").iterdir() if path.name.endswith(("-wal", "-shm", ".spool"))]


def test_a_page_that_fails_in_another_process_is_a_problem_of_the_build(tmp_path: Path) -> None:
    root = archive(tmp_path, 40)
    for year in range(2000, 2020):
        write(root, f"-- output/{year}/index.html --\nmine\n")
    report = publish.run(root, root / "output", Options(jobs=2))
    assert len(report.problems) == 20
    assert all("was not made by Backfile" in problem.message for problem in report.problems)


class Counting(ThreadPoolExecutor):
    """Another executor, which counts."""

    def __init__(self) -> None:
        super().__init__(2)
        self.taken = 0

    def submit(self, *given: object, **named: object) -> Future[object]:  # type: ignore[override]  # as it comes
        self.taken += 1
        return super().submit(*given, **named)  # type: ignore[arg-type]  # as it came


def _held_back(_: int) -> tuple[int, set[int]]:
    return os.getpid(), signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_any_executor_will_do() -> None:
    with Counting() as hands:
        assert sorted(crew.shared(abs, range(-50, 0), hands)) == list(range(1, 51))
    assert 0 < hands.taken <= 50


_KNOWN: list[str] = []


def _known(_: int) -> list[str]:
    return [] if os.environ.get("MAIN") == str(os.getpid()) else _KNOWN


@pytest.mark.parametrize(("apart", "now"), [(False, ["old", "new"]), (True, [])], ids=["twins", "strangers"])
def test_twins_know_what_their_caller_knew_when_they_were_hired(
    monkeypatch: pytest.MonkeyPatch, apart: bool, now: list[str]
) -> None:
    monkeypatch.setenv("MAIN", str(os.getpid()))
    monkeypatch.setitem(globals(), "_KNOWN", ["old"])
    with crew.hired(2, apart=apart) as others:
        if others.twins is apart:
            pytest.skip("this system cannot fork")
        assert list(crew.shared(_known, [1], others.hands(1))) == [now[:1]]
        _KNOWN.append("new")
        assert list(crew.shared(_known, [1], others.hands(1))) == [now[:1]]
        others.renew()
        assert list(crew.shared(_known, [1], others.hands(1))) == [now]


def _die(number: int) -> int:
    if number == 3 and os.environ.get("MAIN") != str(os.getpid()):
        os._exit(9)
    return number


def test_a_process_that_is_ended_from_outside_is_told_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIN", str(os.getpid()))
    with pytest.raises(MachineError, match="--jobs 1"), crew.hired(2) as others:
        list(crew.shared(_die, [3] * 200, others.hands(200)))


def test_an_error_in_another_process_comes_as_it_is_and_ends_the_others() -> None:
    def fails(hands: Executor | None) -> Iterator[int]:
        yield from crew.shared(int, ["1", "2", "x", *["3"] * 90], hands)  # type: ignore[arg-type]  # int of a str

    with pytest.raises(ValueError, match="x"), crew.hired(2) as others:
        list(fails(others.hands(1)))


@pytest.mark.skipif(sys.platform == "win32", reason="has no masks of signals")
def test_ctrl_c_does_not_meet_a_process_that_has_not_begun_yet() -> None:
    """A terminal sends it to all processes: each would say so, in twenty lines."""
    with crew.hired(3) as others:
        for held in crew.shared(_held_back, range(8), others.hands(8)):
            assert (signal.SIGINT in held[1]) == (held[0] != os.getpid())
        assert others.hands(8) is not None


# ── Processes that are left ──────────────────────────────────────────────────────────────────────────────────────


def started(root: Path) -> subprocess.Popen[bytes]:
    """A build with two processes beside it, stopped nowhere, once pages are coming."""
    command = [sys.executable, "-m", "generator", "--site", str(root), "build", "--jobs", "3"]
    build = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while build.poll() is None and (len(children(build.pid)) < 2 or not any((root / "output").rglob("*.html"))):
        time.sleep(0.01)
    return build


def children(pid: int) -> set[int]:
    """The processes that a process started, and theirs."""
    table = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in table.splitlines()]
    found, ahead = set(), [pid]
    while ahead:
        above = ahead.pop()
        below = {child for child, parent in pairs if parent == above}
        found |= below
        ahead += below
    return found


def alive(pids: set[int]) -> set[int]:
    table = subprocess.run(["ps", "-eo", "pid=,stat="], capture_output=True, text=True, check=True).stdout
    return pids & {int(pid) for pid, stat in map(str.split, table.splitlines()) if not stat.startswith("Z")}


@pytest.mark.skipif(sys.platform == "win32", reason="asks ps which processes there are")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_no_process_outlives_a_build_and_what_it_did_serves_the_next(tmp_path: Path, number: int) -> None:
    """From nothing: they are twins."""
    root = archive(tmp_path, 1500)
    build = started(root)
    workers = children(build.pid)
    build.send_signal(number)
    ended = time.monotonic()
    code = build.wait()
    while alive(workers) and time.monotonic() < ended + 10:
        time.sleep(0.05)
    assert not alive(workers)
    there = len(tree(root / "output"))
    report = publish.run(root, root / "output")
    assert tree(root / "output") == tree(clean(root))
    assert not list((root / ".backfile").glob("*.spool*"))
    if number == signal.SIGINT:
        assert code == 130
        assert 0 < there < report.pages
        assert report.written <= report.pages - there + 500  # what was on its way when it ended is made again


def clean(root: Path) -> Path:
    publish.run(root, root / "clean")
    return root / "clean"


@pytest.mark.skipif(sys.platform == "win32", reason="asks ps which processes there are")
def test_no_stranger_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    root = archive(tmp_path, 1500)
    publish.run(root, root / "output")
    write(root, "-- site.yaml --\ntitle: Another\n")
    build = started(root)
    workers = children(build.pid)
    build.kill()
    ended = time.monotonic()
    build.wait()
    while alive(workers) and time.monotonic() < ended + 10:
        time.sleep(0.05)
    assert len(workers) > 1
    assert not alive(workers)
