"""What a reader learns of the archive itself: what it holds, what was put right or taken back, and where to go on."""

from pathlib import Path

import pytest

from generator.publish import traces
from tests.newsroom import Newsroom
from tests.story import Page, article, build, write

ABOUT = "-- content/pages/about.md --\n---\ntitle: Who we are\n---\nOur own words.\n"
MENU = "-- site.yaml --\ntitle: The Test Gazette\nlicense: CC0 1.0\ncontact: a@example.org\npublished: 2015/2023\n"


def test_an_about_page_is_made_where_nobody_wrote_one_and_gives_way(tmp_path: Path) -> None:
    root = write(tmp_path, MENU + "-- content/articles/a.md --\n" + article("Quake", "2020-01-05", slug="quake"))
    build(root)
    made = Page(root / "output", "about.html")
    for words in ("The Test Gazette", "5 January 2020", "2015–2023", "CC0 1.0", "a@example.org", "How to cite"):
        assert words in made.text
    assert {"coverage.html", "corrections.html", "withdrawn.html", "wanted.html"} <= set(made.hrefs)
    write(root, ABOUT)
    build(root)
    assert "Our own words." in Page(root / "output", "about.html").text
    (root / "content/pages/about.md").unlink()
    build(root)
    assert Page(root / "output", "about.html").html == made.html
    write(root, "-- content/articles/b.md --\n" + article("Ourselves", "2020-01-05", address="about.html"))
    build(root)
    assert "Ourselves" in Page(root / "output", "about.html").text
    (root / "content/articles/b.md").unlink()
    build(root)
    assert Page(root / "output", "about.html").html == made.html


def test_a_correction_stands_in_the_log_and_a_withdrawn_article_leaves_nothing_but_when_and_why(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    room.story("a", title="Quake in the harbour", date="2020-01-05", slug="a1", tags="[Coast, Kelp]")
    room.story("b", title="Calm", date="2020-01-06", slug="b1", tags="[Coast]")
    room.build()
    assert "No article of this archive has been corrected." in Page(room.output, "corrections.html").text
    note = '[{date: 2020-02-03, text: "It was Tuesday."}]'
    room.story("a", corrections=note)
    assert room.rewritten() == {"corrections.html", "2020/01/05/a1.html"}
    log = Page(room.output, "corrections.html")
    assert "3 February 2020 Quake in the harbour It was Tuesday." in log.text
    assert "2020/01/05/a1.html" in log.hrefs
    room.story("a", status="withdrawn", withdrawn='{date: 2020-03-01, reason: "It never happened."}')
    assert {"corrections.html", "withdrawn.html", "coverage.html"} <= room.rewritten()
    log = Page(room.output, "withdrawn.html")
    assert "1 March 2020 It never happened." in log.text
    for path in room.pages():
        content = (room.output / path).read_bytes().decode(errors="replace")
        assert "Quake in the harbour" not in content, path
        assert "It was Tuesday." not in content, path
    room.story("a", withdrawn='{date: 2020-03-01, reason: "Nothing of it is true."}')
    assert room.rewritten() == {"withdrawn.html", "2020/01/05/a1.html"}


def test_what_lies_between_two_months_is_said_where_it_is_stepped_over(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    for n, date in enumerate(["2018-12-05", "2019-04-01", "2019-09-01", "2019-10-01"]):
        room.story(f"a{n}", title=f"Story {n}", date=date, slug=f"a{n}")
    room.build()
    april, september = (Page(room.output, f"2019/{month}/index.html") for month in ("04", "09"))
    assert (april.rel["prev"], april.rel["next"]) == ("2018/12/index.html", "2019/09/index.html")
    assert "nothing in between: January–March 2019" in april.text
    assert "nothing in between: May–August 2019" in april.text
    assert september.text.count("nothing in between") == 1
    assert "nothing in between" not in Page(room.output, "2019/index.html").text
    room.story("a4", title="Story 4", date="2019-06-01", slug="a4")
    assert {"2019/04/index.html", "2019/09/index.html", "coverage.html"} <= room.rewritten()
    assert "nothing in between: May 2019" in Page(room.output, "2019/04/index.html").text


def test_one_article_more_changes_these_pages_and_no_others_of_their_kind(tmp_path: Path) -> None:
    """It lies between the others, in a year and a month that have one, and was not corrected."""
    room = Newsroom(tmp_path)
    for n, date in enumerate(["2018-12-05", "2019-04-01", "2019-04-20", "2020-09-01"]):
        room.story(f"a{n}", title=f"Story {n}", date=date, slug=f"a{n}", tags="[Coast]")
    room.build()
    room.story("new", title="New", date="2019-04-02", slug="new")
    changed = room.rewritten()
    assert {"index.html", "coverage.html"} <= changed
    assert changed.isdisjoint({"404.html", "about.html", "corrections.html", "withdrawn.html", "wanted.html"})
    room.story("first", title="First", date="2001-04-02", slug="first")
    assert {"404.html", "coverage.html"} <= room.rewritten()
    assert 'data-year="2001"' in Page(room.output, "404.html").html


@pytest.mark.parametrize("path", ["coverage.html", "corrections.html", "withdrawn.html"])
def test_these_addresses_are_the_sites_own(tmp_path: Path, path: str) -> None:
    root = write(tmp_path, "-- content/articles/a.md --\n" + article("Quake", "2020-01-05", address=path))
    (problem,) = build(root).problems
    assert "belongs to a page of the site itself" in problem.message
    assert (root / "output" / path).exists()
    assert path in (root / "output" / traces.MANIFEST).read_text(encoding="utf-8")
