"""Feeds: a real parser takes them, and who walks back from the feed meets every dated article."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import feedparser
import pytest

from generator import edtf
from generator.model import Head, Meta, SiteConfig
from generator.publish import layouts
from generator.publish.archive import index
from generator.publish.edition import chrome
from generator.publish.model import Archive
from generator.publish.pages import feeds, page_at
from generator.rooms import theme
from generator.views import FeedView
from tests.publish.test_pages import SITE, head, newsroom

THEME = layouts.load((theme(),))
BASE = "https://example.org/"


@cache
def small() -> Archive:
    return index(newsroom(700), SITE)


def view(archive: Archive, path: str) -> FeedView:
    page = page_at(archive, path)
    assert page, path
    assert isinstance(page.view, FeedView)
    return page.view


def printed(archive: Archive, path: str) -> bytes:
    page = page_at(archive, path)
    assert page, path
    return THEME.render(page, chrome(archive.site), "")


def parsed(archive: Archive, path: str) -> Any:
    found = feedparser.parse(printed(archive, path), response_headers={"content-type": "application/atom+xml"})
    assert not found.bozo, (path, found.get("bozo_exception"))
    return found


def links(found: Any) -> dict[str, str]:
    return {link.rel: link.href.removeprefix(BASE) for link in found.feed.links}


def walk(archive: Archive) -> Iterator[tuple[str, list[str]]]:
    """From the feed to the end: the address of each document, and those of its articles."""
    path = "feed.xml"
    while path:
        found = parsed(archive, path)
        yield path, [entry.link.removeprefix(BASE) for entry in found.entries]
        path = links(found).get("prev-archive", "")


# ── The archive behind the feed ──────────────────────────────────────────────────────────────────────────────────


def test_who_walks_back_from_the_feed_meets_every_dated_article() -> None:
    archive = small()
    met = list(walk(archive))
    found = [url for _, urls in met for url in urls]
    dated = [card.url for card in archive.cards[: archive.dated]]
    assert len(dated) > 500
    assert set(found) == set(dated)
    documents = [path for path, _ in met[1:]]
    assert len(set(documents)) == len(documents)
    again = [url for _, urls in met[1:] for url in urls]
    assert len(set(again)) == len(again), "no article stands in two documents"


def test_a_walk_meets_every_document_but_those_whose_articles_the_feed_holds() -> None:
    archive = small()
    documents = {path for path in feeds.paths(archive) if path.startswith("20")}
    met = dict(walk(archive))
    newest = set(met.pop("feed.xml"))
    assert met.keys() <= documents
    for path in documents - met.keys():
        assert {entry.url.removeprefix(BASE) for entry in view(archive, path).entries} <= newest


def test_documents_lead_to_one_another_and_to_the_feed() -> None:
    archive = small()
    documents = [path for path in feeds.paths(archive) if path.startswith("20")]
    assert documents == ["2019/feed.xml", *(f"2019/0{n}/feed.xml" for n in (1, 2, 3))] + [
        f"{year}{month}/feed.xml" for year in (2020, 2021) for month in ("", "/01", "/02", "/03")
    ]
    for n, path in enumerate(documents):
        found = links(parsed(archive, path))
        assert b"<fh:archive/>" in printed(archive, path)
        assert (found["current"], found["self"]) == ("feed.xml", path)
        assert found.get("prev-archive", "") == (documents[n - 1] if n else "")
        assert found.get("next-archive", "") == (documents[n + 1] if n + 1 < len(documents) else "")
    assert b"fh:" not in printed(archive, "feed.xml")


@pytest.mark.parametrize("size", [0, 1, 49, 50])
def test_a_feed_that_holds_all_leads_nowhere(size: int) -> None:
    archive = index([head(n, f"2020-01-{n % 28 + 1:02}") for n in range(size)], SITE)
    assert [path for path, _ in walk(archive)] == ["feed.xml"]


def test_an_approximate_year_may_stand_behind_the_days_of_its_january() -> None:
    """It sorts after them, and its document comes before theirs."""
    heads = [head(0, "2020-01-01"), head(1, "2020~"), *(head(n, "2021-01-01") for n in range(2, 52))]
    met = [path for path, _ in walk(index(heads, SITE))]
    assert met == ["feed.xml", "2020/01/feed.xml", "2020/feed.xml"]


def test_old_documents_hold_still() -> None:
    heads = newsroom(700)
    before = index(heads, SITE)
    after = index([*heads, head(9999, "2022-05-05")], SITE)
    changed = {
        path for path in feeds.paths(after) if not page_at(before, path) or view(before, path) != view(after, path)
    }
    assert {path for path in changed if "sections" not in path} == {
        "feed.xml", "feed.json", "2022/05/feed.xml", "2021/03/feed.xml",
    }  # fmt: skip


# ── What a feed says ─────────────────────────────────────────────────────────────────────────────────────────────


def told(**fields: Any) -> dict[str, Any]:
    """What the JSON Feed says of the only article."""
    meta = replace(Meta(id="a1", title="Quake", date=edtf.parse("2020-11-18"), language="en"), **fields)
    archive = index([Head("a1", "a.md", "2020/a.html", meta, fields.get("summary", "So."), "1")], SITE)
    parsed(archive, "feed.xml")
    item: dict[str, Any] = json.loads(printed(archive, "feed.json"))["items"][0]
    return item


def test_when_an_article_was_published_and_changed() -> None:
    def dates(date: str, updated: str = "") -> tuple[str, str]:
        item = told(date=edtf.parse(date), updated=edtf.parse(updated) if updated else None)
        return item.get("date_published", ""), item.get("date_modified", "")

    day, moment = "2020-11-18T00:00:00Z", "2020-11-19T10:00:00+03:00"
    assert dates("2020-11-18") == (day, "")
    assert dates("2020-11-18", "2020-11-19T10:00:00+03:00") == (day, moment)
    assert dates("2020-11-18T09:30:00Z") == ("2020-11-18T09:30:00Z", "")
    assert dates("2020-11", "2020-11-19T10:00:00+03:00") == ("", moment)
    assert dates("2020-11") == dates("2020-11-18~") == ("", "")
    assert dates("2020-11-18", "2020-12") == (day, "")


def test_an_atom_feed_keeps_the_time_of_the_last_change_and_the_sitemap_its_day() -> None:
    meta = Meta(id="a1", title="Quake", date=edtf.parse("2020-11-18"), updated=edtf.parse("2020-11-19T10:00:00+03:00"))
    archive = index([Head("a1", "a.md", "2020/a.html", meta, "So.", "1")], SITE)
    assert parsed(archive, "feed.xml").entries[0].updated == "2020-11-19T10:00:00+03:00"
    assert b"<lastmod>2020-11-19</lastmod>" in THEME.render(page_at(archive, "sitemap-2020.xml"), chrome(SITE), "")  # type: ignore[arg-type]  # it has a page


def test_a_time_without_a_zone_is_the_sites() -> None:
    meta = Meta(id="a1", title="Quake", date=edtf.parse("2020-11-18T09:30"))
    site = SiteConfig("Gazette", timezone="Asia/Baghdad")
    archive = index([Head("a1", "a.md", "2020/a.html", meta, "So.", "1")], site)
    assert view(archive, "feed.xml").entries[0].published == "2020-11-18T09:30:00+03:00"


def test_a_time_from_before_there_were_zones_is_told_in_utc() -> None:
    """Clocks in Baghdad were 2:57:36 ahead of Greenwich; RFC 3339 has no seconds in an offset."""
    meta = Meta(id="a1", title="Quake", date=edtf.parse("1910-05-06T10:00"))
    site = SiteConfig("Gazette", timezone="Asia/Baghdad")
    archive = index([Head("a1", "a.md", "1910/a.html", meta, "So.", "1")], site)
    assert view(archive, "feed.xml").entries[0].published == "1910-05-06T07:02:24Z"


def test_control_characters_reach_neither_kind_of_feed() -> None:
    words = 'A\x00B\x0bC\x1f\ufffe\ud800\\u0007 \\\b "</script><!--&\u2028'
    item = told(title=words, summary=words)
    assert item["title"] == item["summary"] == item["content_text"] == 'ABC\\u0007 \\ "</script><!--&\u2028'


def test_json_feeds_have_what_they_must() -> None:
    archive = index(newsroom(700), replace(SITE, feeds_all=True, description="All of it.", publisher="HGN"))
    paths = [path for path in feeds.paths(archive) if path.endswith(".json")]
    assert {"feed.json", "sections/world.json", "tags/coast.json"} <= set(paths)
    for path in paths:
        feed = json.loads(printed(archive, path))
        atom = parsed(archive, f"{path[:-4]}xml")
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"] == atom.feed.title
        assert feed["feed_url"] == f"{BASE}{path}"
        assert feed["home_page_url"] == f"{BASE}{path[:-5].replace('feed', 'index')}.html"
        assert (feed["language"], feed["authors"]) == ("en", [{"name": "HGN"}])
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) > 0
        for item, entry in zip(feed["items"], atom.entries, strict=True):
            assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
            assert item["content_text"]
    assert json.loads(printed(archive, "feed.json"))["description"] == "All of it."


def test_a_feed_names_authors_and_tags_as_the_archive_does() -> None:
    item = told(authors=("Ada Morrow", "ada morrow"), tags=("coast",), section="World")
    assert (item["authors"], item["tags"]) == ([{"name": "Ada Morrow"}], ["Coast"])


def test_an_article_keeps_its_name_in_all_feeds_whatever_it_is_called() -> None:
    assert told()["id"] == told(title="Storm", slug="storm")["id"] == "urn:uuid:2b92f22d-3cba-58d6-b51f-4b0ea5311294"
