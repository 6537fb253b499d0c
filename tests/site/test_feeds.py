"""What machines read: feeds, sitemaps, data in the pages. Read by a real parser, and held to the rules of their formats."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime
from html import unescape
from typing import Any

import feedparser

from tests.site.archive import URL
from tests.site.conftest import Site
from tests.site.markup import ATOM, MAP, parsed

# RFC 3339, as RFC 4287 and JSON Feed 1.1 ask for it; of W3C's note on dates, sitemaps may have the shorter forms too.
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
W3C = re.compile(rf"\d{{4}}(-\d\d(-\d\d)?)?|{INSTANT.pattern}|\d{{4}}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def files(site: Site, begin: bytes) -> dict[str, bytes]:
    """The XML files that begin so."""
    return {path: text for path, text in site.files.items() if path.endswith(".xml") and begin in text[:200]}


def one(node: ET.Element, name: str) -> str:
    """The text of the only child of that name."""
    (child,) = node.findall(ATOM + name)
    return (child.text or "").strip()


# ── Atom ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_feed_reader_has_nothing_to_complain_of(demo: Site) -> None:
    found = files(demo, b"<feed")
    assert "feed.xml" in found
    for path, text in found.items():
        feed = feedparser.parse(text, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.version == "atom10"
        assert feed.entries, path
        for entry in feed.entries:
            assert entry.title
            assert entry.link.startswith(URL), (path, entry.link)
            assert entry.get("updated_parsed"), (path, entry.link)


def test_feeds_keep_to_rfc_4287(demo: Site) -> None:
    for path, text in files(demo, b"<feed").items():
        feed = ET.fromstring(text)
        ids = [one(node, "id") for node in (feed, *feed.findall(f"{ATOM}entry"))]
        assert len(ids) == len(set(ids)), path
        for node, id in zip((feed, *feed.findall(f"{ATOM}entry")), ids, strict=True):
            assert re.match(r"[a-z][a-z0-9+.-]*:\S+$", id), (path, id)
            assert one(node, "title"), path
            assert INSTANT.fullmatch(one(node, "updated")), path
            assert all(INSTANT.fullmatch(it.text or "") for it in node.findall(f"{ATOM}published")), path
            assert node.findall(f"{ATOM}author") or feed.findall(f"{ATOM}author"), path
            assert len(node.findall(f"{ATOM}summary")) <= 1
            links = node.findall(f"{ATOM}link")
            assert [it.get("rel", "alternate") for it in links].count("alternate") == 1, path
            assert all((it.get("href") or "").startswith("http") for it in links), path
        (own,) = (it.get("href") for it in feed.findall(f"{ATOM}link") if it.get("rel") == "self")
        assert own == URL + path


def test_no_character_stands_in_xml_that_may_not(demo: Site) -> None:
    for path, text in demo.files.items():
        if path.endswith((".xml", ".svg")):
            assert not re.search("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text.decode()), path


# ── Sitemaps ─────────────────────────────────────────────────────────────────────────────────────────────────────


def sitemap_faults(path: str, text: bytes) -> list[str]:
    """What the rules of sitemaps.org 0.9 forbid."""
    root = ET.fromstring(text)
    kind = {f"{MAP}urlset": f"{MAP}url", f"{MAP}sitemapindex": f"{MAP}sitemap"}.get(root.tag)
    if kind is None:
        return [f"{path}: its root is {root.tag}"]
    said = [] if 1 <= len(root) <= 50_000 and len(text) <= 50 * 1024 * 1024 else [f"{path}: {len(root)} addresses"]
    allowed = {"loc": 1, "lastmod": 1} | ({"changefreq": 1, "priority": 1} if kind.endswith("}url") else {})
    for item in root:
        names = [child.tag.removeprefix(MAP) for child in item]
        values = {name: (child.text or "").strip() for name, child in zip(names, item, strict=True)}
        loc = values.get("loc", "")
        wrong = {
            f"<{item.tag}> in it": item.tag != kind,
            f"{names}": any(names.count(name) > allowed.get(name, 0) for name in names),
            f"loc {loc!r}": not (re.fullmatch(r"https?://[!-~]+", loc) and 12 <= len(loc) <= 2048),
            f"lastmod {values.get('lastmod')!r}": not W3C.fullmatch(values.get("lastmod", "2020")),
            f"priority {values.get('priority')!r}": not 0 <= float(values.get("priority", "0.5")) <= 1,
            f"changefreq {values.get('changefreq')!r}": values.get("changefreq", "never") not in _OFTEN,
        }
        said += [f"{path}: {fault}" for fault, is_so in wrong.items() if is_so]
    return said


_OFTEN = "always hourly daily weekly monthly yearly never".split()


def test_sitemaps_keep_to_their_schema_and_their_index_names_them_all(demo: Site) -> None:
    found = files(demo, b"sitemaps.org/schemas")
    assert [fault for path, text in found.items() for fault in sitemap_faults(path, text)] == []
    index = ET.fromstring(found.pop("sitemap.xml"))
    assert sorted(it.text or "" for it in index.iter(f"{MAP}loc")) == sorted(URL + path for path in found)


def test_sitemaps_name_every_article_once_and_nothing_that_search_machines_may_not_show(demo: Site) -> None:
    """Lists of topics are left out: they hold what is named here anyway."""
    found = files(demo, b"<urlset")
    named = [it.text or "" for text in found.values() for it in ET.fromstring(text).iter(f"{MAP}loc")]
    assert len(named) == len(set(named))
    canonical = {page.template: set[str]() for page in demo.pages if b'content="noindex' not in demo.files[page.path]}
    for page in demo.pages:
        links = parsed(demo.files[page.path]).addresses
        canonical.get(page.template, set()).update(it.href for it in links if it.use == "link canonical")
    assert set(named) <= set().union(*canonical.values())
    assert set(named) >= set().union(*(canonical[f"{name}.html"] for name in ("article", "front", "standing", "year")))


def test_the_schema_bites() -> None:
    def faults(inside: str) -> list[str]:
        return sitemap_faults("x", f'<urlset xmlns="{MAP[1:-1]}">{inside}</urlset>'.encode())

    assert faults("<url><loc>https://host.example/a</loc><lastmod>2020-11</lastmod></url>") == []
    assert sitemap_faults("x", b"<urlset><url/></urlset>") == ["x: its root is urlset"]
    for wrong in (
        "",
        "<url/>",
        "<url><loc>/a/relative/one</loc></url>",
        "<url><loc>https://host.example/ä</loc></url>",
        "<url><loc>https://host.example/a</loc><loc>https://host.example/a</loc></url>",
        "<url><loc>https://host.example/a</loc><lastmod>18 November</lastmod></url>",
        "<url><loc>https://host.example/a</loc><priority>2</priority></url>",
        "<url><loc>https://host.example/a</loc><title>A</title></url>",
        "<sitemap><loc>https://host.example/a</loc></sitemap>",
    ):
        assert faults(wrong), wrong


# ── JSON Feed ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_json_feeds_keep_to_version_1_1(demo: Site) -> None:
    found = {path: json.loads(text) for path, text in demo.files.items() if path.endswith(".json")}
    feeds = {path: said for path, said in found.items() if isinstance(said, dict) and "items" in said}
    assert "feed.json" in feeds
    for path, feed in feeds.items():
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert isinstance(feed["title"], str), path
        assert feed["feed_url"] == URL + path
        ids = [item["id"] for item in feed["items"]]
        assert ids
        assert len(ids) == len(set(ids)), path
        for item in feed["items"]:
            assert isinstance(item["id"], str), path
            assert isinstance(item.get("content_html", item.get("content_text")), str), (path, item["id"])
            assert item["url"].startswith(URL), path
            dates = [item[name] for name in ("date_published", "date_modified") if name in item]
            assert all(INSTANT.fullmatch(date) for date in dates), (path, dates)
            assert all(set(author) <= {"name", "url", "avatar"} and author for author in item.get("authors", ()))
            assert all(isinstance(tag, str) for tag in item.get("tags", ()))
        unknown = set(feed) - _OF_FEED | set().union(*feed["items"]) - _OF_ITEM
        assert not {name for name in unknown if not name.startswith("_")}, path


_OF_FEED = set(
    "version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items".split()
)
_OF_ITEM = set(
    "id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags"
    " language attachments".split()
)


# ── JSON-LD ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_pages_tell_machines_is_what_they_show(demo: Site) -> None:
    """Every block of JSON-LD parses, and an article's headline, day, authors and tags stand on its page."""
    told = {page.path: parsed(demo.files[page.path]).data for page in demo.pages}  # parses, or raises
    stories = [(path, it) for path, blocks in told.items() for block in blocks for it in _nodes(block)]
    stories = [(path, it) for path, it in stories if it.get("@type") in {"NewsArticle", "Article"}]
    assert stories
    articles = {page.path for page in demo.pages if page.template == "article.html"}
    assert {path for path, it in stories if "mainEntityOfPage" in it or "headline" in it} >= articles
    for path, it in stories:
        if path not in articles:
            continue
        text = " ".join(re.sub(r"<[^>]+>", " ", unescape(demo.files[path].decode().partition("<main")[2])).split())
        assert it["headline"] in text, path
        assert f'datetime="{it.get("datePublished", "")}' in demo.files[path].decode() or "datePublished" not in it, (
            path
        )
        assert "datePublished" not in it or datetime.fromisoformat(it["datePublished"]), path
        assert all(name in text for name in _names(it.get("author", []))), path
        keywords = it.get("keywords", [])
        assert all(tag.strip() in text for tag in (keywords.split(",") if isinstance(keywords, str) else keywords)), (
            path
        )


def _nodes(block: Any) -> list[dict[str, Any]]:
    if isinstance(block, list):
        return [node for part in block for node in _nodes(part)]
    return [block, *_nodes(block.get("@graph", []))]


def _names(people: Any) -> list[str]:
    return [it["name"] if isinstance(it, dict) else it for it in (people if isinstance(people, list) else [people])]
