"""What a command costs with all its processes, two commands in turns, and the table that says so."""

import os
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAIRS = int(os.environ.get("BACKFILE_PAIRS", "5"))
HERTZ = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU (user and system, children included) and wall in seconds; memory at the peak in MB, where it was watched:
    of all processes together, and of the first alone."""

    cpu: float
    wall: float
    memory: float = 0
    parent: float = 0


Run = Callable[[bool], Cost]  # whether its memory is watched → what it cost


def cost(command: Sequence[str | Path], watched: bool = False, more: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end; `more` is added to the environment. A command that fails fails the test."""
    with tempfile.TemporaryFile() as said:
        started = time.monotonic()
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=ROOT,
            env=os.environ | dict(more or {}),
            stdout=said,
            stderr=said,
            start_new_session=True,  # by which its children are known
        )
        watch = Watch(process.pid) if watched else None
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        memory, parent = watch.end() if watch else (0, 0)
        said.seek(0)
        assert process.returncode == 0, said.read().decode(errors="replace")
    return Cost(usage.ru_utime + usage.ru_stime, wall, memory, parent)


class Watch(threading.Thread):
    """Asks twenty times a second what the processes of a session hold. It costs: what is timed is not watched."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.together, self.first = session, 0.0, 0.0
        self.over = threading.Event()
        self.start()

    def run(self) -> None:
        while not self.over.wait(1 / HERTZ):
            held = {pid: _held(pid) for pid in _members(self.session)}
            self.together = max(self.together, sum(held.values()))
            self.first = max(self.first, held.get(self.session, 0))

    def end(self) -> tuple[float, float]:
        self.over.set()
        self.join()
        return self.together, self.first


def _members(session: int) -> Iterator[int]:
    for entry in os.listdir("/proc"):
        try:
            if entry.isdigit() and os.getsid(int(entry)) == session:
                yield int(entry)
        except (ProcessLookupError, PermissionError):
            continue


def _held(pid: int) -> float:
    """MB of a process; a page that several share counts once among them all (PSS)."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:  # it has just ended
        return 0
    return next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0)


def in_turns(one: Run, other: Run) -> list[tuple[Cost, Cost]]:
    """Both, once to warm up and to watch their memory, then PAIRS times, each as often first as the other."""
    pairs = [(one(True), other(True))]
    for n in range(PAIRS):
        if n % 2:
            second = other(False)
            pairs.append((one(False), second))
        else:
            pairs.append((one(False), other(False)))
    return pairs


def heading() -> None:
    print(f"\n\n{'median of ' + str(PAIRS):<44}{'CPU s':>8}{'wall s':>8}{'MB':>6}", end="")
    print(f"  │{'CPU s':>8}{'wall s':>8}{'MB':>6}  │ ratios")


def row(what: str, pairs: Sequence[tuple[Cost, Cost]], cpu: float | None, wall: float | None) -> None:
    """One line: both costs, the ratios, and whether they are within the bars. `pairs` as `in_turns` gives them."""
    (watched, timed) = pairs[0], pairs[1:]
    line = f"{what:<44}"
    for side in (0, 1):
        runs = [pair[side] for pair in timed]
        middle = [statistics.median(run.cpu for run in runs), statistics.median(run.wall for run in runs)]
        line += f"{middle[0]:8.2f}{middle[1]:8.2f}{watched[side].memory:6.0f}  │"
    found = [statistics.median(of(one) / of(other) for one, other in timed) for of in (_cpu, _wall)]
    print(f"{line} CPU {verdict(found[0], cpu)}, wall {verdict(found[1], wall)}", flush=True)


def verdict(found: float, bar: float | None) -> str:
    if bar is None:
        return f"{found:.3g}"
    return f"{found:.3g} (bar {bar:g}: {'ok' if found <= bar else 'MISSED'})"


def _cpu(one: Cost) -> float:
    return one.cpu


def _wall(one: Cost) -> float:
    return one.wall
