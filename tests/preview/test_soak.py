"""A long day of editing: every edit is seen, and the preview does not grow by it."""

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.preview.serving import PATIENCE, ROOT, Serving
from tests.story import article, write

WARM = 500  # edits after which everything has been held once
GROWTH = 1.1

TAGS = ("Coast", "Council", "Ferry", "Herring")


def text(rng: random.Random, n: int, mark: str) -> str:
    """Article number n as it is after an edit; its mark is seen on its page, wherever that is then."""
    title, body = (f"Story {n} {mark}", "As it was.") if rng.random() < 0.5 else (f"Story {n}", f"Now {mark}.")
    date = f"2021-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}" if rng.random() < 0.9 else ""
    return article(title, date, f"{body}\n\nIt happened on the coast.", tags=f"[{rng.choice(TAGS)}]", slug=f"story-{n}")


@contextmanager
def begun(root: Path) -> Iterator[tuple[Serving, int]]:
    """A preview in a process of its own, and its number."""
    command = [
        sys.executable,
        "-m",
        "generator",
        "--site",
        str(root),
        "serve",
        "--port",
        str(20_000 + os.getpid() % 20_000),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            found = next(match for line in process.stdout if (match := re.search(r"http://localhost:(\d+)/", line)))
            serving = Serving(root, int(found[1]))
            _until(lambda: _answers(serving))
            yield serving, process.pid
        finally:
            process.kill()


def _answers(serving: Serving) -> bool:
    try:
        return serving.get("/")[0] == 200
    except OSError:
        return False


def _until(seen: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < until, "this edit was not seen"
        time.sleep(0.005)


def memory(process: int) -> int:
    """KiB that a process has for itself."""
    rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith(("Private_Dirty", "Private_Clean")))


def _edited(folder: Path, edits: int, articles: int) -> list[int]:
    """Memory after WARM edits, if there were so many, and at the end."""
    rng = random.Random(5)
    files = {n: f"content/articles/{n % 10}/story-{n}.md" for n in range(articles)}
    write(folder, "".join(f"-- {file} --\n{text(rng, n, '')}" for n, file in files.items()))
    measured = []
    with begun(folder) as (serving, process):
        for edit in range(1, edits + 1):
            n, mark = rng.randrange(articles), f"mark{edit}x"
            content = text(rng, n, mark)
            file = folder / files[n]
            if rng.random() < 0.1:  # broken, and mended before anybody looks
                file.write_text("---\ntitle: [\n---\n")
            file.write_text(content)
            date = re.search(r"^date: (\d+)-(\d+)-(\d+)$", content, re.MULTILINE)
            address = f"{'/'.join(date.groups())}/story-{n}.html" if date else f"undated/story-{n}.html"
            _until(lambda address=address, mark=mark: mark in serving.page(address))
            if edit in {WARM, edits}:
                measured.append(memory(process))
    return measured


def test_no_edit_is_lost(tmp_path: Path) -> None:
    _edited(tmp_path, 60, 30)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="the system does not say what a process has")
def test_five_thousand_edits(tmp_path: Path) -> None:
    before, after = _edited(tmp_path, 5_000, 2_000)
    print(f"  memory after {WARM} edits {before / 1024:.1f} MB, after 5,000 {after / 1024:.1f} MB")
    assert after <= before * GROWTH
