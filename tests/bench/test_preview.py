"""What an editor waits for: the first page, and a save to be seen. `pytest -m bench -n 0 -s tests/bench/test_preview.py`.

BACKFILE_BENCH articles (10,000), in BACKFILE_BENCH_DIR. Beside it, where there is a Hugo, `hugo server` with the same
articles and the same edits. A bar that is missed is printed, not asserted.
"""

import http.client
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bench.measure import ROOT
from tests.bench.test_engine import SIZE, Ours, hugo, ours, theirs, yard
from tests.preview.serving import Serving, Tab, demo

__all__ = ["hugo", "yard"]  # fixtures

pytestmark = [pytest.mark.bench, pytest.mark.timeout(6 * 3600)]

PATIENCE = 60.0
EDITS = 40
FIRST, PORT = 8700, 8800


def told(what: str, found: float, bar: float | None = None, unit: str = "ms") -> None:
    said = "" if bar is None else f"   bar {bar:g} {unit}" + ("" if found <= bar else "   MISSED")
    print(f"  {what:60} {found:9.2f} {unit}{said}")


@contextmanager
def begun(command: list[str | Path], port: int) -> Iterator[float]:
    """A server, and the seconds until its first page came."""
    started = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        while not _answers(port):
            assert process.poll() is None, "it ended"
            assert time.monotonic() - started < PATIENCE
            time.sleep(0.005)
        yield time.monotonic() - started
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        return _page(port, "/") != b""
    except (OSError, http.client.HTTPException):
        return False


def _page(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        content = answer.read()
        return content if answer.status == 200 else b""
    finally:
        connection.close()


def serve(root: Path) -> list[str | Path]:
    return [sys.executable, "-m", "generator", "--site", root, "serve", "--port", str(PORT)]


def waits(path: Path, seen: Callable[[str], object], edits: int = EDITS) -> list[float]:
    """ms from each save of a file to when it was seen; one in two changes the headline, the others the body."""
    text = path.read_text()
    found = []
    for n in range(edits):
        word = f"Edited{n:04}"
        now = text.replace('title: "', f'title: "{word} ', 1) if n % 2 else f"{text}\n{word}\n"
        time.sleep(0.2)
        started = time.monotonic()
        path.write_text(now)
        seen(word)
        found.append((time.monotonic() - started) * 1000)
    path.write_text(text)
    return found


def quarter(found: list[float]) -> float:
    return statistics.quantiles(found, n=20)[-1]


def test_the_demo(tmp_path: Path) -> None:
    root = demo(tmp_path)
    with begun(serve(root), PORT) as seconds:
        told("the demo, nothing remembered: start to first page", seconds, 1, "s")


@pytest.fixture
def archive(yard: Path) -> Ours:
    return ours(yard / "ours")


def test_start_and_save(archive: Ours) -> None:
    print(f"\n{SIZE:,} articles")
    with begun(serve(archive.root), PORT) as cold:
        pass
    full = archive.from_nothing().wall
    told("nothing remembered: start to first page, of a full build", cold / full, 0.35, "×")
    with begun(serve(archive.root), PORT) as warm:
        told("remembered: start to first page", warm, 4, "s")
        serving = Serving(archive.root, PORT)
        article = archive.articles()[SIZE // 2]
        tab = serving.listen(_address(article))
        assert tab.hello == {"wrong": []}
        found = waits(article, lambda word: (tab.until("reload"), _shows(serving, article, word)))
        tab.until("reload")  # `waits` has put back what was there
        large = SIZE > 50_000
        told("save to reload, median", statistics.median(found), 400 if large else 150)
        told("save to reload, 95 of 100", quarter(found), None if large else 400)
        _checkout(archive, serving, tab)


def _address(article: Path) -> str:
    year, month = article.parts[-3:-1]
    return f"{year}/{month}/{article.stem}.html"


def _shows(serving: Serving, article: Path, word: str) -> None:
    assert word in serving.page(_address(article))


def _checkout(archive: Ours, serving: Serving, tab: Tab) -> None:
    """A thousand files of another branch, the one that is looked at among them: one reload, and all of them right."""
    chosen = sorted({archive.articles()[SIZE // 2], *archive.articles()[:: max(SIZE // 1000, 1)]})
    texts = {path: path.read_text() for path in chosen}
    time.sleep(1)
    started = time.monotonic()
    for path, text in texts.items():
        path.unlink()
        path.write_text(f"{text}\nAnother branch.\n")
    tab.until("reload")
    told(f"{len(texts):,} files at once: to the reload", time.monotonic() - started, 3, "s")
    for path in chosen:
        _shows(serving, path, "Another branch.")
    time.sleep(2)
    tab.silent()


def test_beside_hugo_server(yard: Path, archive: Ours, hugo: str) -> None:
    other = theirs(hugo, yard / "hugo")
    print(f"\n{SIZE:,} articles, save to when the page says so")
    command = [hugo, "server", "--source", other.root, "--port", str(FIRST), "--renderToMemory"]
    command += ["--baseURL", f"http://127.0.0.1:{FIRST}/", "--appendPort=false"]
    for name, run, port, root in (
        ("backfile", serve(archive.root), PORT, archive.root),
        ("hugo", command, FIRST, other.root),
    ):
        with begun(run, port) as seconds:
            told(f"{name}: start to first page", seconds, None, "s")
            article = sorted((root / "content").rglob("a*.md"))[SIZE // 2]
            address = f"/{_address(article)}"
            found = waits(article, lambda word, port=port, address=address: _until(port, address, word), 10)
            told(f"{name}: median", statistics.median(found))


def _until(port: int, address: str, word: str) -> None:
    until = time.monotonic() + PATIENCE
    while word.encode() not in _page(port, address):
        assert time.monotonic() < until
        time.sleep(0.005)
