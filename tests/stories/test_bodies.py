"""What Python-Markdown made of a body is kept, as long as it is what it would make."""

import sqlite3
from pathlib import Path

import pytest

from generator import publish, quiet
from generator.publish import prose
from generator.rooms import theme
from generator.store import Store
from tests.story import article, build, write

DEAR = "Words first.\n\nA <b>bold</b> *word*, [up](/2021/03/b.html)."
PAGE = "2021/03/04/dear.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        "-- content/articles/dear.md --\n"
        + article("Dear", "2021-03-04", DEAR, slug="dear")
        + "-- content/articles/simple.md --\n"
        + article("Simple", "2021-03-05", "A *word* and\n\n- a list", slug="simple"),
    )


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The bodies that go through Python-Markdown from now on."""
    seen: list[str] = []
    plain = prose._converted
    monkeypatch.setattr(prose, "_converted", lambda source: seen.append(source) or plain(source))
    return seen


def kept(root: Path) -> list[str]:
    with sqlite3.connect(root / ".backfile" / "state.db") as db:
        return [path for (path,) in db.execute("SELECT path FROM bodies ORDER BY path")]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("edit", ["layout", "site"])
def test_no_body_goes_through_markdown_again(root: Path, converted: list[str], jobs: int, edit: str) -> None:
    build(root, jobs=jobs)
    assert kept(root) == [PAGE]
    converted.clear()
    if edit == "layout":
        write(root, "-- layouts/article.html --\n" + (theme() / "article.html").read_text().replace("<h1", "<hr><h1"))
    else:
        write(root, "-- site.yaml --\ntitle: Another Gazette\n")
    before = (root / "output" / PAGE).read_text()
    assert build(root, jobs=1).made >= 2
    assert (root / "output" / PAGE).read_text() != before
    assert converted == []


def test_another_body_is_rendered_anew_and_what_is_of_no_use_goes(root: Path, converted: list[str]) -> None:
    build(root)
    for body, rows in ((f"{DEAR} <i>More.</i>", [PAGE]), ("Words *only*.", []), (DEAR, [PAGE])):
        converted.clear()
        write(root, "-- content/articles/dear.md --\n" + article("Dear", "2021-03-04", body, slug="dear"))
        build(root)
        assert len(converted) == len(rows)
        assert kept(root) == rows
    (root / "content/articles/dear.md").unlink()
    build(root)
    assert kept(root) == []


def test_another_program_renders_anew(root: Path, converted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    build(root)
    converted.clear()
    monkeypatch.setattr(publish, "program_digest", lambda: "another")
    monkeypatch.setattr(quiet, "program", lambda: "another")
    write(root, "-- site.yaml --\ntitle: Another Gazette\n")
    build(root)
    assert len(converted) == 1


def test_a_row_that_was_damaged_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with Store.at(path) as store:
        store.keep_bodies([("a.html", "source", "<p>a</p>"), ("b.html", "source", "<p>b</p>")])
        store.commit()
        assert store.body("a.html", "source") == "<p>a</p>"
        assert store.body("a.html", "other") is None
        store._db.execute("UPDATE bodies SET html = '<p>c</p>' WHERE path = 'a.html'")
        assert store.body("a.html", "source") is None
        assert store.bodied(["a.html", "b.html", "c.html"]) == {"a.html", "b.html"}
        store.commit()
    with Store.at(path) as store:
        assert store.bodied(["b.html"]) == frozenset()
