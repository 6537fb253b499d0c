"""`why` of a page: what it is made of, what changed since it was built, and what stands on it."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import files, publish, quiet
from generator.cli import main
from generator.publish import parse
from generator.publish.explained import Explained
from generator.publish.traces import INPUTS
from tests.story import article, build, stamps, write

QUAKE, STORM, MARCH, COAST = "2021/03/04/quake.html", "2021/03/05/storm.html", "2021/03/index.html", "tags/coast.html"
ALL = ("index.html", "tags/index.html", "feed.xml", "about.html", "2022/01/01/calm.html", QUAKE, STORM, MARCH, COAST)


@pytest.fixture(params=[-1, 10**12], ids=["remembered", "read"])
def coast(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles, one with a picture, a standing page, all built; the build remembers the articles, or has seen
    them too soon after they were written."""
    for tick in ("TICK", "COARSE"):
        monkeypatch.setattr(quiet, tick, request.param)
    root = write(
        tmp_path / "archive",
        "-- content/articles/a.md --\n"
        + article("Quake!", "2021-03-04", id="a", slug="quake", tags="[Coast]", images="[{file: quake.jpg}]")
        + "-- content/articles/b.md --\n"
        + article("Storm", "2021-03-05", id="b", slug="storm", tags="[Coast]")
        + "-- content/articles/c.md --\n"
        + article("Calm", "2022-01-01", id="c", slug="calm")
        + "-- content/media/quake.jpg --\nJFIF\n"
        + "-- content/pages/about.md --\n---\ntitle: About\n---\nA test.\n",
    )
    build(root)
    return root


def explained(root: Path, path: str) -> Explained:
    found = publish.explain(root, [path])
    assert found is not None, path
    return found


def changed(root: Path, *paths: str) -> dict[str, str]:
    """path → the inputs that changed, of those pages where any did."""
    told = {path: [name for name, other in explained(root, path).inputs if other] for path in paths or ALL}
    return {path: " ".join(names) for path, names in told.items() if names}


def why(root: Path, *words: str) -> str:
    told = CliRunner().invoke(main, ["--site", str(root), "why", *words])
    assert told.exit_code == 0, told.output
    return told.output if "--json" in words else " ".join(told.output.split())


def test_after_a_build_nothing_has_changed_and_to_ask_changes_nothing(coast: Path) -> None:
    before = stamps(coast / "output")
    for path in ALL:
        told = explained(coast, path)
        assert (told.state, told.file) == ("as it was", "as it was made"), path
        assert told.inputs == tuple((name, False) for name in INPUTS), path
    assert "Nothing that it is made of has changed since it was built." in why(coast, COAST)
    assert build(coast).written == 0
    assert stamps(coast / "output") == before


def test_every_page_that_a_build_makes_can_be_asked_for(coast: Path) -> None:
    for path in stamps(coast / "output"):
        if path != publish.traces.MANIFEST:
            assert explained(coast, path).state == "as it was", path


@pytest.mark.parametrize("coast", [-1], indirect=True)
def test_what_the_last_build_remembers_is_not_read_again(coast: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, seen = parse.article, list[str]()
    monkeypatch.setattr(parse, "article", lambda path, *given: seen.append(path) or read(path, *given))
    before = stamps(coast)
    told = why(coast, MARCH)
    assert (seen, stamps(coast)) == ([], before)
    write(coast, "-- content/articles/c.md --\n" + article("Calmer", "2022-01-01", id="c", slug="calm"))
    assert "Nothing that it is made of has changed" in why(coast, MARCH)
    assert seen == ["content/articles/c.md"]
    everything = [f"content/articles/{name}.md" for name in "abc"]
    for spoil in (_of_another_site, _of_another_day, _garbled, _gone):
        build(coast)
        spoil(coast)
        seen.clear()
        why(coast, MARCH)
        assert seen == everything, spoil.__name__
    assert told.startswith(MARCH)


@pytest.mark.parametrize("coast", [-1], indirect=True)
def test_a_memory_that_is_older_than_the_last_build_is_not_believed(coast: Path) -> None:
    store = coast / ".backfile/state.db"
    old = store.read_bytes()
    write(coast, "-- content/articles/c.md --\n" + article("Calmer", "2022-01-01", id="c", slug="calm"))
    build(coast)
    store.write_bytes(old)
    assert [card.title for card in publish.read(coast).cards] == ["Quake!", "Storm", "Calmer"]


def _of_another_site(root: Path) -> None:
    write(root, "-- site.yaml --\ntitle: Another Gazette\n")


def _of_another_day(root: Path) -> None:
    os.utime(root / ".backfile/state.db", (0, 0))
    for path in (root / "content/articles").iterdir():
        os.utime(path, (0, 0))


def _garbled(root: Path) -> None:
    """Halfway, and so that its numbers say nothing of it."""
    store, last = root / ".backfile/state.db", root / ".backfile/state.json"
    content = store.read_bytes()
    store.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))
    said = quiet.recall(last)
    quiet.remember(last, replace(said, store=files.stamp(store)))


def _gone(root: Path) -> None:
    (root / ".backfile/state.db").unlink()


def test_before_the_first_build_and_without_its_memory_a_page_was_never_built(coast: Path) -> None:
    for memory in (coast / ".backfile").iterdir():
        memory.unlink()
    assert explained(coast, COAST).state == "never built"
    (coast / ".backfile/state.db").write_bytes(b"garbage" * 1000)
    assert explained(coast, COAST).state == "never built"
    assert "It was never built" in why(coast, COAST)


def test_a_new_title_reaches_what_shows_it_by_its_view_and_nothing_else(coast: Path) -> None:
    path = coast / "content/articles/a.md"
    path.write_text(path.read_text().replace("Quake!", "Tremor"))
    assert changed(coast) == dict.fromkeys(["index.html", "feed.xml", QUAKE, STORM, MARCH, COAST], "view")
    assert "- what it shows of articles changed; all else is as it was" in why(coast, COAST)
    build(coast)
    assert changed(coast) == {}


def test_a_new_text_is_named_with_its_file(coast: Path) -> None:
    path = coast / "content/articles/b.md"
    path.write_text(path.read_text() + "\nAnd a second paragraph.\n")
    assert changed(coast) == {STORM: "body"}
    assert "- the text of content/articles/b.md changed; all else is as it was" in why(coast, STORM)


def test_a_layout_reaches_the_pages_that_it_makes_or_is_included_in(coast: Path) -> None:
    theme = Path(publish.theme())
    write(coast, "-- layouts/list.html --\n" + (theme / "list.html").read_text() + "<!-- mine -->\n")
    assert changed(coast) == dict.fromkeys([MARCH, COAST], "layout")
    assert "- the layout list.html, or one that it includes, changed" in why(coast, MARCH)
    write(coast, "-- layouts/_entry.html --\n" + (theme / "_entry.html").read_text() + "{# mine #}\n")
    assert changed(coast) == dict.fromkeys(["index.html", QUAKE, STORM, "2022/01/01/calm.html", MARCH, COAST], "layout")


def test_site_yaml_and_the_program_reach_every_page(coast: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(coast, "-- site.yaml --\ntitle: The Test Gazette\nfooter: New\n")
    assert changed(coast) == dict.fromkeys(ALL, "site")
    assert "- site.yaml changed" in why(coast, "about.html")
    monkeypatch.setattr(publish, "program_digest", lambda: "another")
    monkeypatch.setattr(quiet, "program", lambda: "another")
    assert changed(coast) == dict.fromkeys(ALL, "site program")
    assert "- Backfile or a library is another version" in why(coast, "about.html")


def test_a_file_in_output_that_was_altered_or_is_gone(coast: Path) -> None:
    (coast / "output" / COAST).write_text("mine")
    (coast / "output" / MARCH).unlink()
    assert [explained(coast, path).file for path in (COAST, MARCH, QUAKE)] == ["altered", "gone", "as it was made"]
    assert changed(coast) == {}
    assert "Its file in output/ was altered, or touched: the next build puts it right." in why(coast, COAST)
    assert "Its file in output/ is gone: the next build makes it again." in why(coast, MARCH)


def test_an_article_that_was_removed_is_no_page_any_more(coast: Path) -> None:
    (coast / "content/articles/b.md").unlink()
    assert explained(coast, STORM).state == "no page any more"
    assert "Is no page any more: the next build removes it." in why(coast, STORM)
    assert changed(coast, QUAKE, MARCH) == dict.fromkeys([QUAKE, MARCH], "view")
    build(coast)
    assert publish.explain(coast, [STORM]) is None


def test_a_withdrawn_article_is_told_by_its_file_and_its_page(coast: Path) -> None:
    path = coast / "content/articles/b.md"
    path.write_text(path.read_text().replace("slug:", "status: withdrawn\nslug:"))
    told = explained(coast, STORM)
    assert (told.layout, told.article, told.state) == ("tombstone.html", "content/articles/b.md", "changed")
    assert "made by the layout tombstone.html" in why(coast, STORM)


def test_what_stands_on_a_page(coast: Path) -> None:
    march = explained(coast, MARCH)
    assert (march.layout, march.articles) == ("list.html", ("content/articles/a.md", "content/articles/b.md"))
    assert explained(coast, "2021/index.html").articles == march.articles
    assert len(explained(coast, "feed.xml").articles) == len(explained(coast, "index.html").articles) == 3
    quake = explained(coast, QUAKE)
    assert (quake.article, quake.previous, quake.next, quake.related) == ("content/articles/a.md", "", STORM, (STORM,))
    assert (quake.articles, explained(coast, "about.html").source) == ((), "content/pages/about.md")
    assert "shows 2 articles content/articles/a.md content/articles/b.md" in why(coast, MARCH)


def test_a_feed_and_a_sitemap_name_their_articles_with_an_address_on_the_web_too(coast: Path) -> None:
    write(coast, "-- site.yaml --\ntitle: The Test Gazette\nurl: https://example.org/a/\nfeeds: [Coast]\n")
    assert explained(coast, "sitemap-2021.xml").state == "never built"
    assert len(explained(coast, "sitemap-2021.xml").articles) == len(explained(coast, "tags/coast.xml").articles) == 2
    for what in ("https://example.org/a/tags/coast.html", "output/tags/coast.html", "/tags/coast.html"):
        assert why(coast, what).startswith("tags/coast.html, made by")


def test_what_is_copied_says_from_where(coast: Path) -> None:
    told = explained(coast, "media/quake.jpg")
    assert (told.source, told.state, told.layout) == ("content/media/quake.jpg", "as it was", "")
    write(coast, "-- content/media/quake.jpg --\nanother\n-- content/static/static/style.css --\nmine\n")
    assert "media/quake.jpg, copied as it is from content/media/quake.jpg" in why(coast, "media/quake.jpg")
    assert "- content/media/quake.jpg changed" in why(coast, "output/media/quake.jpg")
    assert "copied as it is from content/static/static/style.css" in why(coast, "static/style.css")


def test_for_machines_and_an_article_s_own_lines_stay(coast: Path) -> None:
    told = json.loads(why(coast, "--json", MARCH))
    assert told["page"]["inputs"] == dict.fromkeys(INPUTS, "as it was")
    told = json.loads(why(coast, "--json", QUAKE))
    assert (told["path"], told["page"]["path"]) == ("content/articles/a.md", QUAKE)
    assert "page" not in json.loads(why(coast, "--json", "content/articles/a.md"))
    assert "title Quake!" in why(coast, QUAKE)
    assert why(coast, QUAKE).endswith(f"text content/articles/a.md next {STORM} related {STORM}")


@pytest.mark.parametrize("address", ["https://[x/", "https://[x/a.html", "x" * 5000 + ".html", "media/caf\udce9.jpg"])
def test_what_no_page_can_be_called_is_said_in_a_line(coast: Path, address: str) -> None:
    (coast / "content/media/caf\udce9.jpg").write_text("JFIF\n")
    build(coast)
    told = CliRunner().invoke(main, ["--site", str(coast), "why", address])
    assert (told.exit_code, told.output.count("\n")) == (2, 1), told.output
