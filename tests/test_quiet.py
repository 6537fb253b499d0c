"""A build of what has not changed reads nothing; whatever has changed, however quietly, is noticed."""

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import publish, quiet, unchanged
from generator.errors import MachineError
from generator.publish import Options, Report, kept

ARTICLE = "---\nid: quay\ntitle: The quay at dawn\ndate: 2020-11-18\n---\n\nThe keeper lit the lamp.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that was built, with a clock that has no ticks."""
    monkeypatch.setattr(quiet, "TICK", -1)
    monkeypatch.setattr(quiet, "COARSE", -1)
    (tmp_path / "site.yaml").write_text("title: The Harbour Gazette\n")
    for folder in ("articles/2020", "media", "static"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    (tmp_path / "content/articles/2020/quay.md").write_text(ARTICLE)
    (tmp_path / "content/static/robots.txt").write_text("User-agent: *\n")
    build(tmp_path)
    return tmp_path


def build(root: Path, options: Options = Options()) -> Report:
    return publish.run(root, root / "output", options)


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The archives that are read."""
    read: list[Path] = []
    scan = publish.scan

    def watched(root: Path, *rest: object) -> publish.Scan:
        read.append(root)
        return scan(root, *rest)  # type: ignore[arg-type]  # as they came

    for module in (publish, kept):
        monkeypatch.setattr(module, "scan", watched)
    return read


def test_an_archive_in_which_nothing_changed_is_not_read(root: Path, scans: list[Path]) -> None:
    report = build(root)
    assert not scans
    assert (report.articles, report.pages, report.written, report.removed) == (1, report.pages, 0, 0)
    assert report.pages > 1


def test_of_a_folder_in_which_one_article_changed_the_others_did_not(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(5):
        (root / ARTICLES / f"n{n}.md").write_text(ARTICLE.replace("quay", f"pier {n}"))
    for path in (root / ARTICLES).iterdir():
        os.utime(path, (1_600_000_000, 1_600_000_000))
    time.sleep(quiet.TICK / 1e9 + 0.05)
    build(root)
    found: list[publish.Scan] = []
    scan = publish.scan
    monkeypatch.setattr(publish, "scan", lambda *rest: found.append(scan(*rest)) or found[-1])
    (root / ARTICLES / "n3.md").write_text(ARTICLE.replace("quay", "pier, again"))
    build(root)
    assert [[card.path for card in cards] for cards in (found[0].gone, found[0].came)] == [[f"{ARTICLES}/n3.md"]] * 2


def rewritten(path: Path, *, text: str) -> None:
    """Other bytes of the same length, under the same times."""
    before = path.stat()
    assert len(text.encode()) == before.st_size
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


ARTICLES = "content/articles/2020"
CHANGES: dict[str, Callable[[Path], object]] = {
    "a body": lambda root: (root / ARTICLES / "quay.md").write_text(ARTICLE + "\nMore.\n"),
    "a letter, and the time set back": lambda root: rewritten(
        root / ARTICLES / "quay.md", text=ARTICLE.replace("lamp", "lump")
    ),
    "a file replaced by one as old and as large": lambda root: os.replace(
        shutil.copy2(root / ARTICLES / "quay.md", root / "copy.md"), root / ARTICLES / "quay.md"
    ),
    "an article more": lambda root: (root / ARTICLES / "b.md").write_text(ARTICLE.replace("quay", "pier")),
    "an article less": lambda root: (root / ARTICLES / "quay.md").unlink(),
    "an article moved": lambda root: (root / ARTICLES / "quay.md").rename(root / "content/articles/quay.md"),
    "site.yaml": lambda root: (root / "site.yaml").write_text("title: The Pier Gazette\n"),
    "a layout": lambda root: (root / "layouts").mkdir() or (root / "layouts/404.html").write_text("Gone."),
    "a picture": lambda root: (root / "content/media/quay.jpg").write_bytes(b"\xff\xd8"),
    "a static file": lambda root: (root / "content/static/robots.txt").write_text("User-agent: b\n"),
    "a page by hand": lambda root: (root / "output/index.html").write_text("Mine."),
    "a page by hand, as large, and the time set back": lambda root: rewritten(
        root / "output/404.html", text=(root / "output/404.html").read_text().replace("<body", "<bodi")
    ),
    "a page gone": lambda root: (root / "output/index.html").unlink(),
    "a file of somebody else": lambda root: (root / "output/CNAME").write_text("example.org"),
    "the output gone": lambda root: shutil.rmtree(root / "output"),
    "what was remembered, spoilt": lambda root: (root / ".backfile/state.json").write_text("[1, 2"),
    "what was remembered, of another kind": lambda root: (root / ".backfile/state.json").write_text('["", "", {}]'),
    "what was remembered, gone": lambda root: (root / ".backfile/state.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_noticed_and_ends_in_what_a_clean_build_makes(
    change: Callable[[Path], object], root: Path, scans: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    change(root)
    build(root)
    assert scans
    clean = tmp_path_factory.mktemp("clean") / "output"
    publish.run(root, clean)
    (root / "output/CNAME").unlink(missing_ok=True)
    assert pages(root / "output") == pages(clean)


def test_a_change_behind_a_link_is_noticed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings that several archives share."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "settings.yaml"
    (root / "site.yaml").rename(elsewhere)
    (root / "site.yaml").symlink_to(elsewhere)
    build(root)
    elsewhere.write_text("title: The Pier Gazette\n")
    build(root)
    assert "The Pier Gazette" in (root / "output/index.html").read_text()


def pages(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_other_options_are_another_build(root: Path, scans: list[Path]) -> None:
    build(root, Options(drafts=True))
    assert scans


def test_what_was_changed_within_a_tick_of_the_clock_is_looked_at_again(
    root: Path, scans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet, "TICK", 10**12)
    monkeypatch.setattr(quiet, "COARSE", 10**12)
    (root / ARTICLES / "quay.md").write_text(ARTICLE + "\nMore.\n")
    build(root)
    build(root)
    assert len(scans) == 2


def test_what_was_seen_before_another_build_is_not_believed(root: Path, scans: list[Path]) -> None:
    seen = unchanged.look(root, root / "output", Options())
    (root / ARTICLES / "quay.md").write_text(ARTICLE + "\nMore.\n")
    build(root)
    scans.clear()
    (root / ARTICLES / "quay.md").write_text(ARTICLE)
    publish.run(root, root / "output", Options(), seen=seen)
    assert scans


def test_a_build_that_failed_is_not_remembered(root: Path, scans: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ARTICLES / "quay.md").write_text(ARTICLE.replace("lamp", "lamps"))
    with monkeypatch.context() as patch:
        patch.setattr(publish.Output, "finish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            build(root)
    scans.clear()
    assert build(root).problems == ()
    assert scans


def test_strict_stops_again_at_what_it_stopped_at(root: Path) -> None:
    (root / ARTICLES / "broken.md").write_text("---\ntitle: [\n---\n")
    first = build(root)
    assert any(problem.fatal for problem in first.problems)
    assert build(root).problems == first.problems
    assert build(root, Options(strict=True)).stopped


def test_a_folder_that_cannot_be_read_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refused(path: str, *rest: int) -> int:
        if str(path).endswith("media"):
            raise PermissionError(errno.EACCES, "no")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(MachineError, match="no permission") as error:
        build(root)
    assert error.value.location.path.endswith("content/media")


def test_an_older_memory_that_was_put_back_is_not_believed(root: Path) -> None:
    memory, article = root / ".backfile/state.db", root / "content/articles/2020/quay.md"
    old = memory.read_bytes()
    article.write_text(ARTICLE.replace("dawn", "dusk"))
    build(root)
    memory.write_bytes(old)
    (root / "content/articles/2021").mkdir()
    (root / "content/articles/2021/pier.md").write_text(ARTICLE.replace("quay", "pier"))
    build(root)
    assert "The quay at dusk" in (root / "output/index.html").read_text()


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="elsewhere there is never another process")
def test_at_a_large_output_another_process_looks_and_sees_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "output/index.html").write_text("Mine.")
    options = Options(now=0.0)
    alone = unchanged.look(root, root / "output", options)
    survey, here = quiet.survey, []
    monkeypatch.setattr(quiet, "survey", lambda *given, **more: here.append(given) or survey(*given, **more))
    monkeypatch.setattr(unchanged, "LARGE", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert unchanged.look(root, root / "output", options) == alone
    assert len(here) == 1
    unchanged.look(root, root / "output", Options(now=0.0, jobs=1))
    assert len(here) == 3


def test_what_is_needed_for_a_build_is_made_ready_once_it_is_known_to_be_needed(root: Path) -> None:
    asked: list[str] = []

    def look() -> list[str]:
        asked.clear()
        unchanged.look(root, root / "output", Options(), lambda: asked.append("ready"))
        return asked

    build(root)
    assert look() == []
    (root / ARTICLES / "quay.md").write_text(ARTICLE + "\nMore.\n")
    assert look() == ["ready"]
