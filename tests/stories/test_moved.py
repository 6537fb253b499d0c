"""Old addresses: each leads to its article, or says that it is gone; none is given to another. A clean build agrees."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.newsroom import Newsroom, small_world
from tests.story import Page, tree

POSTS = Path(os.environ.get("BACKFILE_SAMPLES", "nowhere"), "markdown")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with small_world():
        room = Newsroom(tmp_path)
        room.put("site.yaml", "title: The Test Gazette\nurl: https://example.org/a/\n")
        room.story("fair", title="Fair", date="2021-03-02", slug="fair", id="i1", tags="[Coast]")
        room.story("storm", title="Storm", date="2021-03-04", slug="storm", id="i2", tags="[Coast]")
        yield room


def leads(room: Newsroom, path: str) -> str:
    """Where the page at an old address leads, by its refresh, its link and its canonical address alike."""
    page = Page(room.output, path)
    (refresh,) = re.findall('http-equiv="refresh" content="0; url=([^"]*)"', page.html)
    (canonical,) = re.findall('rel="canonical" href="([^"]*)"', page.html)
    to = page.resolve(refresh)
    assert canonical == f"https://example.org/a/{to}"
    assert [page.resolve(href) for href in page.hrefs if "example.org" not in href] == ["static/style.css", to]
    return to


FAIR = "2021/03/02/fair.html"


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/2015/03/the-fair/", "2015/03/the-fair/index.html"),
        ("/2015/03/the-fair", "2015/03/the-fair/index.html"),
        ("2015/the-fair.html", "2015/the-fair.html"),
        ("/news/fair.HTM", "news/fair.HTM"),
        ("/fair.php", "fair.php/index.html"),
        ("https://gazette.example/news/fair/#top", "news/fair/index.html"),
        ("https://example.org/a/fair/", "fair/index.html"),
        ("/caf%C3%A9/", "café/index.html"),
    ],
)
def test_an_alias_leads_to_its_article(room: Newsroom, alias: str, path: str) -> None:
    room.story("fair", aliases=f'["{alias}"]')
    room.check_clean()
    assert leads(room, path) == FAIR
    assert path not in (room.output / "sitemap-lists.xml").read_text()
    room.story("fair", title="The fair")
    room.check_clean()
    assert "The fair" in (room.output / path).read_text()
    room.story("fair", date="2021-03-05")
    room.check_clean()
    assert leads(room, path) == "2021/03/05/fair.html"
    room.story("fair", aliases="")
    room.check_clean()
    assert not (room.output / path).exists()


def test_an_alias_goes_before_the_about_page_that_nobody_wrote(room: Newsroom) -> None:
    (room.root / "content/pages/about.md").unlink()
    room.check_clean()
    room.story("fair", aliases="[/about.html]")
    room.check_clean()
    assert leads(room, "about.html") == FAIR
    room.story("fair", aliases="")
    room.check_clean()
    assert "refresh" not in (room.output / "about.html").read_text()


def test_an_alias_with_a_query_has_no_page(room: Newsroom) -> None:
    room.story("fair", aliases='["/?p=123"]')
    assert room.build().problems == ()
    room.check_clean()


@pytest.mark.parametrize(
    ("alias", "said"),
    [
        ("/../../etc/passwd", "leaves the archive"),
        ("/tags/coast.html", "a page of the site itself"),
        ("/", "a page of the site itself"),
        ("/feed.xml", "a page of the site itself"),
        ("/index.html/x", "a page of the site itself"),
        ("/2020/11/feed.xml", "a page of the site itself"),
        ("/sitemap.xml", "a page of the site itself"),
        ("/2021/03/04/storm.html", "belongs to content/articles/storm.md"),
        ("/about.html", "belongs to content/pages/about.md"),
        ("/CON/", "not every computer"),
        ("/caf%E9/", "not UTF-8"),
        ("/Feed.XML", "a page of the site itself"),
        ("/" + "x/" * 1500, "longer than"),
        ("/2021/03/02/fair.html/old/", "belongs to content/articles/fair.md"),
        ("/good/index.html/more.html", "belongs to the alias /good/ of"),
    ],
)
def test_an_alias_that_is_none_is_named_and_the_article_stands(room: Newsroom, alias: str, said: str) -> None:
    room.story("fair", aliases=f'["{alias}", "/good/"]')
    (problem,) = room.build().problems
    assert (problem.location.path, problem.fatal) == ("content/articles/fair.md", False)
    assert said in problem.message
    assert leads(room, "good/index.html") == FAIR
    room.check_clean()


def test_of_two_that_name_one_address_the_first_has_it(room: Newsroom) -> None:
    room.story("fair", aliases="[/old/]")
    room.story("storm", aliases="[/OLD/]")
    (problem,) = room.build().problems
    assert problem.location.path == "content/articles/storm.md"
    assert leads(room, "old/index.html") == FAIR
    room.drop("fair")
    room.check_clean()
    assert leads(room, "OLD/index.html") == "2021/03/04/storm.html"


def test_the_alias_of_a_withdrawn_article_leads_to_its_notice(room: Newsroom) -> None:
    room.story("fair", aliases="[/old/]", status="withdrawn")
    room.check_clean()
    assert leads(room, "old/index.html") == FAIR
    assert "Fair" not in (room.output / "old/index.html").read_text()
    room.story("fair", status="draft")
    room.check_clean()
    assert not (room.output / "old").exists()


def test_the_alias_of_a_scheduled_article_waits_with_it(room: Newsroom) -> None:
    room.story("fair", aliases="[/old/]", date="2999-01-01")
    room.check_clean()
    assert not (room.output / "old").exists()
    room.story("storm", aliases="[/old/]")
    assert "belongs to the alias /old/ of content/articles/fair.md" in room.build().problems[0].message


# ── What was released ────────────────────────────────────────────────────────────────────────────────────────────


def released(room: Newsroom, *rows: str) -> None:
    room.put("content/addresses.tsv", "# what was released\n" + "".join(f"{row}\t2026-01-02\n" for row in rows))


def test_a_released_address_leads_on_wherever_the_article_goes(room: Newsroom) -> None:
    released(room, f"{FAIR}\ti1", "2021/03/04/storm.html\ti2")
    room.check_clean()
    assert not any(b"refresh" in content for content in tree(room.output).values())
    room.story("fair", date="2021-03-09")
    room.check_clean()
    assert leads(room, FAIR) == "2021/03/09/fair.html"
    assert "https://example.org/a/2021/03/02/fair.html" in (room.output / "2021/03/09/fair.html").read_text()
    room.story("fair", slug="the-fair")
    room.check_clean()
    assert leads(room, FAIR) == "2021/03/09/the-fair.html"
    room.story("fair", date="2021-03-02", slug="fair")
    room.check_clean()
    assert "refresh" not in (room.output / FAIR).read_text()


@pytest.mark.parametrize("how", ["deleted", "a draft"])
def test_where_a_released_article_is_no_more_a_notice_stands(room: Newsroom, how: str) -> None:
    released(room, f"{FAIR}\ti1")
    if how == "deleted":
        room.drop("fair")
    else:
        room.story("fair", status="draft")
    room.check_clean()
    text = (room.output / FAIR).read_text()
    assert "No longer in this archive" in text
    assert "Fair" not in text
    assert FAIR not in (room.output / "2021/03/index.html").read_text()


def test_what_took_its_place_says_so_by_an_alias(room: Newsroom) -> None:
    released(room, f"{FAIR}\ti1")
    room.drop("fair")
    room.story("storm", aliases=f"[/{FAIR}]")
    room.check_clean()
    assert leads(room, FAIR) == "2021/03/04/storm.html"


def test_a_released_address_is_given_to_no_other_article(room: Newsroom) -> None:
    released(room, f"{FAIR}\ti1")
    room.story("fair", date="2021-03-09")
    room.story("new", title="Another fair", date="2021-03-02", slug="fair", id="i3")
    (problem,) = room.build().problems
    assert (problem.location.path, problem.fatal) == ("content/articles/new.md", True)
    assert "was released for the article i1" in problem.message
    assert "give it the id of that one" in problem.message
    assert leads(room, FAIR) == "2021/03/09/fair.html"
    room.check_clean()
    room.story("new", slug="another-fair")
    room.check_clean()


@pytest.mark.parametrize("address", ["2021/03/02/FAIR.html", "2021/03/02/fair.html/x.html"])
@pytest.mark.parametrize("stays", [True, False])
def test_nor_to_one_whose_address_a_disk_takes_for_it(room: Newsroom, address: str, stays: bool) -> None:
    released(room, f"{FAIR}\ti1")
    room.story("a", title="Another fair", address=address, id="i3")
    if not stays:
        room.story("fair", date="2021-03-09")
    (problem,) = room.build().problems
    assert (problem.location.path, problem.fatal) == ("content/articles/a.md", True)
    assert (room.output / FAIR).is_file()
    assert ("refresh" in (room.output / FAIR).read_text()) != stays
    room.check_clean()


def test_an_alias_takes_no_released_address_of_an_article_that_lives(room: Newsroom) -> None:
    released(room, f"{FAIR}\ti1")
    room.story("fair", date="2021-03-09")
    room.story("storm", aliases=f"[/{FAIR}]")
    (problem,) = room.build().problems
    assert "was released for the article i1" in problem.message
    assert leads(room, FAIR) == "2021/03/09/fair.html"
    room.check_clean()


def test_of_rows_that_cannot_stand_beside_one_another_one_is_named(room: Newsroom) -> None:
    released(room, "a.html\ti8", "a.html/b.html\ti9", "about.html\ti7")
    problems = room.build().problems
    assert {problem.location.path for problem in problems} == {"content/addresses.tsv"}
    assert sum("so nothing leads on from it" in problem.message for problem in problems) == 2
    room.check_clean()


def test_a_released_article_that_is_scheduled_anew_has_a_notice_until_then(room: Newsroom) -> None:
    room.story("fair", address="keep/fair.html")
    released(room, "keep/fair.html\ti1")
    room.check_clean()
    room.story("fair", date="2999-01-01")
    room.check_clean()
    assert "No longer in this archive" in (room.output / "keep/fair.html").read_text()


def test_a_quote_in_an_address_ends_no_refresh(room: Newsroom) -> None:
    room.put("site.yaml", "title: T\n")
    room.story("fair", address="\"'a'b.html\"", aliases="[/old.html]")
    room.check_clean()
    assert 'content="0; url=%27a%27b.html"' in (room.output / "old.html").read_text()


def test_a_line_that_is_none_is_named(room: Newsroom) -> None:
    room.put("content/addresses.tsv", f"{FAIR}\ti1\t2026-01-02\n../../x.html\ti2\t2026-01-02\n")
    with pytest.raises(Exception, match="is no released address") as caught:
        room.build()
    assert "addresses.tsv:2" in str(caught.value)


# ── Where a paper had addresses already ──────────────────────────────────────────────────────────────────────────


def test_a_post_stands_where_its_files_name_says(room: Newsroom) -> None:
    room.put("site.yaml", 'title: T\naddresses: "{year}/{month}/{day}/{slug}/"\n')
    room.put("content/articles/2014-03-12-We-Are_hiring.md", "---\ntitle: Come\n---\nSo.\n")
    room.put("content/articles/2014-03-13-moved.md", "---\ntitle: Moved\ndate: 2014-03-15\n---\nSo.\n")
    room.put("content/articles/2014-03-14-own.md", "---\ntitle: Own\nslug: mine\n---\nSo.\n")
    room.build()
    found = {path for path in tree(room.output) if path.startswith("2014/03/1")}
    assert found == {f"2014/03/{name}/index.html" for name in ("12/We-Are_hiring", "15/moved", "14/mine")}


@pytest.mark.skipif(not POSTS.is_dir(), reason="BACKFILE_SAMPLES does not name the folder of samples")
def test_the_posts_of_a_real_site_stand_where_they_stood(tmp_path: Path) -> None:
    """As Jekyll has it: the day of the front matter, else that of the file's name."""
    posts = sorted(POSTS.glob("*.md"))
    room = Newsroom(tmp_path)
    room.put("site.yaml", 'title: T\naddresses: "{year}/{month}/{day}/{slug}/"\n')
    expected = {}
    for post in posts:
        text = post.read_text(encoding="utf-8")
        room.put(f"content/articles/{post.name}", text)
        said = re.search(r"^date: '?(\d{4}-\d\d-\d\d)", text.partition("\n---")[0], re.MULTILINE)
        day, slug = said[1] if said else post.name[:10], post.stem[11:]
        expected[f"content/articles/{post.name}"] = f"{day.replace('-', '/')}/{slug}/index.html"
    broken = {problem.location.path for problem in room.build().problems if problem.fatal}
    assert len(broken) == 1  # a paragraph stands in its front matter
    there = {path.casefold() for path in tree(room.output)}  # one names its address in other capitals as its old one
    assert {path.casefold() for file, path in expected.items() if file not in broken} <= there
