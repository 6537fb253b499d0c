"""How much ingest and publishing cost, and that twice the articles cost twice as much. `pytest -m bench -n 0 -s`.

CPU seconds are user and system of the whole command, its workers included. On a noisy machine only ratios hold.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench import corpus

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

SIZE = int(os.environ.get("BACKFILE_BENCH", "10000"))


def cost(root: Path, *command: str) -> tuple[float, float, int]:
    """(CPU seconds, wall seconds, MB at the peak of the largest process) of a command."""
    script = (
        "import resource,subprocess,sys,time;t=time.monotonic();"
        "subprocess.run([sys.executable,'-m','generator','--site',*sys.argv[1:]],check=True,stdout=subprocess.DEVNULL);"
        "u=resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(u.ru_utime+u.ru_stime,time.monotonic()-t,u.ru_maxrss//1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(root), *command],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    cpu, wall, peak = done.stdout.split()
    return float(cpu), float(wall), int(peak)


def compare(tmp_path: Path, what: str, make: Callable[[Path, int], None], *command: str) -> None:
    """Measure SIZE and twice SIZE. Nothing may be quadratic."""
    costs: list[float] = []
    for count in (SIZE, 2 * SIZE):
        root = tmp_path / str(count)
        root.mkdir()
        make(root, count)
        cpu, wall, peak = cost(root, *command)
        print(f"\n{what} {count:,}: {cpu:.1f} CPU s, {wall:.1f} s wall, {peak} MB", end="")
        costs.append(cpu)
    more = SIZE / (costs[1] - costs[0])
    print(f"\n{what}: twice as many cost {costs[1] / costs[0]:.2f} times as much; the second half, {more:.0f} a CPU s")
    assert costs[1] <= 2.2 * costs[0]


def test_ingest_is_linear(tmp_path: Path) -> None:
    compare(tmp_path, "ingest", corpus.write_raw, "ingest")


def test_ingest_of_two_kilobytes_each_is_linear(tmp_path: Path) -> None:
    compare(tmp_path, "ingest of 2 KB", corpus.write_texts, "ingest")


def test_publishing_dated_articles_is_linear(tmp_path: Path) -> None:
    compare(tmp_path, "publish", corpus.write_articles, "build")


def test_publishing_an_undated_chain_is_linear(tmp_path: Path) -> None:
    def ingested(root: Path, count: int) -> None:
        corpus.write_raw(root, count)
        cost(root, "ingest")

    compare(tmp_path, "publish undated", ingested, "build")


def test_building_again_when_nothing_changed(tmp_path: Path) -> None:
    corpus.write_articles(tmp_path, SIZE)
    first, *_ = cost(tmp_path, "build")
    again, wall, peak = cost(tmp_path, "build")
    print(
        f"\nnothing changed, {SIZE:,}: {again:.1f} CPU s, {wall:.1f} s wall, {peak} MB ({again / first:.2f} of the first)"
    )
    assert again < first
