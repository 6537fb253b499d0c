"""Layouts: nothing from an article runs in a reader's browser, links hold anywhere, mistakes are told with their line."""

import gzip
import json
import re
from dataclasses import is_dataclass, replace
from html.parser import HTMLParser
from inspect import Parameter, signature
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.errors import ConfigError
from generator.model import Source
from generator.publish import layouts
from generator.rooms import theme
from generator.views import (
    AboutView,
    ArticleView,
    Chrome,
    CoverageView,
    DateView,
    Day,
    Door,
    DoorGroup,
    Entry,
    FeedView,
    FrontView,
    Group,
    IconView,
    IndexView,
    Link,
    ListView,
    LogView,
    ManifestView,
    Month,
    Neighbour,
    NotFoundView,
    Page,
    Picture,
    RobotsView,
    SitemapView,
    StandingView,
    TombstoneView,
    WantedView,
    YearView,
)

VIEWS: dict[str, type[Any]] = {
    "article.html": ArticleView,
    "tombstone.html": TombstoneView,
    "list.html": ListView,
    "year.html": YearView,
    "index.html": IndexView,
    "front.html": FrontView,
    "wanted.html": WantedView,
    "coverage.html": CoverageView,
    "log.html": LogView,
    "about.html": AboutView,
    "standing.html": StandingView,
    "404.html": NotFoundView,
    "feed.xml": FeedView,
    "feed.json": FeedView,
    "sitemap.xml": SitemapView,
    "robots.txt": RobotsView,
    "favicon.svg": IconView,
    "manifest.json": ManifestView,
}
HTML = [name for name in VIEWS if name.endswith(".html")]
HOSTILE = [
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7*7191 }}{% include 'base.html' %}",
    "]]><script>alert(1)</script><!--",
    "</title></style></textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "//evil.example/x",
    "\x00\x0b\x1f\ufffe\ud800 &#0; &lt;script&gt;",
]
XML_ELEMENTS = {"feed", "id", "title", "subtitle", "updated", "author", "name", "link", "generator", "entry"}
XML_ELEMENTS |= {"published", "category", "summary", "sitemapindex", "sitemap", "loc", "lastmod", "archive"}
DEEP = "2020/11/18/quay.html"
ROOT = "../../../"
SITE = Chrome(title="The Harbour Gazette")
THEME = layouts.load((theme(),))


def build(kind: Any, words: str) -> Any:
    """A value of this type in which every string says `words`, every list has two and nothing is absent."""
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        given = {name: build(hint, words) for name, hint in get_type_hints(kind).items()}
        return kind(**(given | ({"edtf": "2020-11-18"} if kind is DateView else {})))
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        return tuple([build(part, words) for part in (parts[:1] * 2 if parts[1:] == (...,) else parts)])
    if NoneType in get_args(kind):
        return build(next(part for part in get_args(kind) if part is not NoneType), words)
    return {str: words, int: 3, bool: True}[kind]


APART = frozenset(["canonical", "noopener noreferrer", "schema.DCTERMS"])


class Reader(HTMLParser):
    """What a browser would make of a page: its elements with their attributes, and the text inside each name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in {"meta", "link", "img"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def addresses(self) -> list[str]:
        """Where the page's links inside the site and its pictures lead."""
        inside = [a for _, a in self.elements if a.get("rel") not in APART and "data-mail" not in a]
        return [attributes[name] for attributes in inside for name in ("href", "src") if name in attributes]


def text(template: str, view: Any, site: Chrome = SITE, body: str = "", path: str = DEEP) -> str:
    return THEME.render(Page(path, template, view), site, body).decode()


def read(template: str, view: Any, site: Chrome = SITE, body: str = "", path: str = DEEP) -> Reader:
    return Reader(text(template, view, site, body, path))


def folder(root: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root


OURS = ({"type": "application/ld+json"}, {"src": "../../../static/site.js", "defer": ""})

# ── Nothing runs ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("template", HTML)
def test_hostile_words_in_every_field_stay_words(template: str, words: str) -> None:
    page = read(template, build(VIEWS[template], words), build(Chrome, words))
    if template == "404.html":
        assert len(page.all("script")) == 1  # its own, into which no word goes
        assert words not in page.texts["script"]
    else:
        assert all(script in OURS for script in page.all("script"))
        assert not page.texts.get("script") or json.loads(page.texts["script"])["@type"] == "NewsArticle"
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not [address for address in page.addresses() if unquote(address).lower().startswith(("javascript:", "//"))]
    assert "50337" not in page.texts["html"]
    if "\ud800" not in words:
        assert words in (page.texts.get("h1") or page.all("img")[0]["alt"])


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("template", ["feed.xml", "sitemap.xml"])
def test_hostile_words_leave_feeds_and_sitemaps_well_formed(template: str, words: str) -> None:
    tree = ElementTree.fromstring(THEME.render(Page("feed.xml", template, build(VIEWS[template], words)), SITE, ""))
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= XML_ELEMENTS
    assert "50337" not in "".join(tree.itertext())


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("template", ["feed.json", "manifest.json"])
def test_hostile_words_leave_json_well_formed(template: str, words: str) -> None:
    said = THEME.render(Page("feed.json", template, build(VIEWS[template], words)), build(Chrome, words), "").decode()
    assert not set("<>&").intersection(said)
    sayable = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", words)
    assert (json.loads(said).get("title") or json.loads(said)["name"]) == sayable


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_in_an_icon(words: str) -> None:
    tree = ElementTree.fromstring(THEME.render(Page("favicon.svg", "favicon.svg", build(IconView, words)), SITE, ""))
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} == {"svg", "rect", "text"}


@settings(derandomize=True, max_examples=200)
@given(st.recursive(st.text() | st.integers(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)))
@example("\\u0007 \\\\\x07")
@example(["</script>", "<!--", "\u2028"])
def test_json_says_all_but_what_xml_cannot_say_and_ends_no_script(value: Any) -> None:
    said = layouts.as_json(value)
    assert not set("<>&\u2028\u2029").intersection(said)
    assert json.loads(said) == json.loads(_sayable(json.dumps(value, ensure_ascii=False)))


def _sayable(said: str) -> str:
    """Without control characters, found by their escapes one after another."""
    found, at = "", 0
    while at < len(said):
        width = 1 if said[at] != "\\" else 6 if said[at + 1] == "u" else 2
        piece = said[at : at + width]
        at += width
        value = json.loads(f'"{piece}"') if width > 1 else piece
        found += (
            piece if value in "\t\n\r" or (value >= " " and not re.match("[\ufffe\uffff\ud800-\udfff]", value)) else ""
        )
    return found


def test_what_cannot_be_json_is_told_with_its_line(tmp_path: Path) -> None:
    folder(tmp_path, {"feed.json": "{{ page | json }}", "feed.xml": "\n{{ page.nosuch | json }}"})
    looks = layouts.load((tmp_path,))
    with pytest.raises(ConfigError, match="FeedView is no text") as error:
        looks.render(Page("feed.json", "feed.json", build(FeedView, "x")), SITE, "")
    assert (Path(error.value.location.path).name, error.value.location.line) == ("feed.json", 1)
    with pytest.raises(ConfigError, match="has no attribute 'nosuch'") as error:
        looks.render(Page("feed.xml", "feed.xml", build(FeedView, "x")), SITE, "")
    assert error.value.location.line == 2


@settings(derandomize=True, max_examples=40)
@given(st.text())
@example("a\x00b\x0bc￾d")
def test_any_headline_is_read_back_from_the_feed_but_for_what_xml_cannot_say(words: str) -> None:
    view = replace(build(FeedView, "x"), title=words)
    tree = ElementTree.fromstring(text("feed.xml", view))
    sayable = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", words)
    assert (tree.findtext("{http://www.w3.org/2005/Atom}title") or "") == re.sub("\r\n?", "\n", sayable)


def test_only_the_body_is_taken_as_html() -> None:
    page = text("standing.html", StandingView("<b>About</b>"), body="<p>We <em>keep</em> it.</p>")
    assert "<p>We <em>keep</em> it.</p>" in page
    assert "<h1>&lt;b&gt;About&lt;/b&gt;</h1>" in page


def test_an_address_that_is_not_of_the_web_is_shown_but_never_linked() -> None:
    page = text(
        "article.html", ArticleView("Quake", source=Source(url="javascript:alert(1)", also=("https://a.example/ b",)))
    )
    assert "<bdi>javascript:alert(1)</bdi>" in page
    assert '<a href="https://a.example/%20b" rel="noopener noreferrer">https://a.example/ b</a>' in page


# ── Links hold anywhere ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("template", [name for name in HTML if name != "404.html"])
def test_every_link_inside_the_site_is_relative_to_the_page(template: str) -> None:
    page = read(template, build(VIEWS[template], "tags/Café x.html"), replace(build(Chrome, "a b.html"), contact=""))
    addresses = page.addresses()
    assert addresses
    assert [address for address in addresses if not address.startswith((ROOT, "#"))] == []
    assert not [address for address in addresses if " " in address or "é" in address]


def test_the_page_for_lost_readers_needs_neither_depth_nor_stylesheet() -> None:
    page = read(
        "404.html", NotFoundView("Page not found", "/archive/"), replace(SITE, menu=(Link("tags/index.html", "Tags"),))
    )
    root = ["favicon.svg", "apple-touch-icon.png", "site.webmanifest"]
    named = [*root, "index.html", "coverage.html", "about.html", "tags/index.html"]
    assert page.addresses() == [f"/archive/{path}" for path in named]
    assert page.all("style")


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_an_encoded_address_has_no_scheme_and_decodes_to_itself(address: str) -> None:
    assert ":" not in layouts.urlpath(address)
    assert unquote(layouts.urlpath(address)) == address.lstrip("/")


def test_an_anchor_stays_an_anchor_and_a_hash_in_a_name_does_not_become_one() -> None:
    assert layouts.urlpath("2020/11/index.html#18") == "2020/11/index.html#18"
    assert layouts.urlpath("media/no#1.jpg") == "media/no%231.jpg"


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_an_address_of_the_web_may_be_encoded_twice(address: str) -> None:
    assert layouts.uri(layouts.uri(address)) == layouts.uri(address)
    assert layouts.uri(address).isascii()


# ── Every page ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", ["Words", ""])
@pytest.mark.parametrize("template", HTML)
def test_every_page_has_one_first_heading_a_main_part_and_a_language(template: str, words: str) -> None:
    page = read(template, build(VIEWS[template], words), replace(SITE, language="ckb", dir="rtl"))
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert (page.all("html")[0]["lang"], page.all("html")[0]["dir"]) == ("ckb", "rtl")
    assert all("alt" in image for image in page.all("img"))


@pytest.mark.parametrize("template", VIEWS)
def test_a_view_with_nothing_but_what_it_must_have_is_a_page_too(template: str) -> None:
    kind = VIEWS[template]
    required = [name for name, said in signature(kind).parameters.items() if said.default is Parameter.empty]
    page = text(template, kind(**{name: () if name in {"urls", "entries"} else "x" for name in required}))
    assert "None" not in page


def test_the_same_view_gives_the_same_bytes_in_another_reading_of_the_layouts() -> None:
    page = Page(DEEP, "article.html", build(ArticleView, "x"))
    assert THEME.render(page, SITE, "<p>y</p>") == layouts.load((theme(),)).render(page, SITE, "<p>y</p>")


def test_a_page_names_its_feed_and_only_a_known_canonical_address() -> None:
    assert 'type="application/atom+xml" title="The Harbour Gazette" href="../../../feed.xml"' in text(
        "list.html", ListView("May")
    )
    assert "canonical" not in text("list.html", ListView("May"))
    known = text("list.html", ListView("May", canonical="https://example.org/مايو.html"))
    assert '<link rel="canonical" href="https://example.org/%D9%85%D8%A7%D9%8A%D9%88.html">' in known


# ── The article ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_dateline_runs_into_the_first_paragraph_escaped() -> None:
    page = text(
        "article.html", ArticleView("Quake", dateline="A & B (ESTA) — "), body="<p>The quay sank.</p>\n<p>More.</p>"
    )
    assert '<p><span class="dateline">A &amp; B (ESTA) —</span> The quay sank.</p>\n<p>More.</p>' in page


def test_a_body_without_a_dateline_is_set_as_it_is() -> None:
    assert layouts.run_in(Markup("<p>The quay sank.</p>"), "") == "<p>The quay sank.</p>"


def test_an_inferred_date_says_what_it_was_inferred_from() -> None:
    view = ArticleView("Quake", date=DateView("about November 2020", "2020-11", "from the dated articles beside it"))
    page = text("article.html", view)
    assert '<time datetime="2020-11">about November 2020</time>' in page
    assert "date inferred: from the dated articles beside it" in page
    assert "date inferred" not in text("article.html", ArticleView("Quake", date=DateView("2020", "2020")))


def test_older_stands_before_newer_and_a_headline_without_an_article_is_plain() -> None:
    view = ArticleView(
        "Quake", previous=Neighbour("", "Oil <eases>"), next=Neighbour("a b.html", "زلزال", "19 May", "ar", "rtl")
    )
    page = text("article.html", view)
    assert (
        page.index("Older") < page.index("Oil &lt;eases&gt;") < page.index("not in this archive") < page.index("Newer")
    )
    assert '<a href="../../../a%20b.html" rel="next"><bdi lang="ar" dir="rtl">زلزال</bdi></a>' in page
    assert page.count("not in this archive") == 1
    assert "19 May" in page


def test_at_an_end_of_the_archive_there_is_no_word_of_a_neighbour() -> None:
    assert "Newer" not in text("article.html", ArticleView("Quake", previous=Neighbour("a.html", "Oil")))
    assert "steps" not in text("article.html", ArticleView("Quake"))


def test_a_picture_that_was_never_captured_says_so_beside_its_caption_and_credit() -> None:
    lost = text("article.html", ArticleView("Quake", pictures=(Picture("", "The quay.", "Reuters"),)))
    assert "Picture not in this archive" in lost
    assert 'The quay. <span class="credit"><bdi>Reuters</bdi></span>' in lost
    kept = text("article.html", ArticleView("Quake", pictures=(Picture("media/quay 1.jpg", "The quay."),)))
    assert "Picture not in this archive" not in kept
    assert '<img src="../../../media/quay%201.jpg" alt="">' in kept


def test_an_arabic_article_and_its_headline_in_lists_carry_their_own_direction() -> None:
    assert read("article.html", ArticleView("زلزال", lang="ar", dir="rtl")).all("article")[0]["dir"] == "rtl"
    page = text(
        "list.html", ListView("May", groups=(Group("", "", (Entry("a.html", "زلزال", lang="ar", dir="rtl"),)),))
    )
    assert '<a href="../../../a.html"><bdi lang="ar" dir="rtl">زلزال</bdi></a>' in page


# ── Lists ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_in_a_year_the_names_of_months_are_links_and_days_are_only_marked() -> None:
    months = (Month("May", "2020/05/index.html", 2, ((Day(""), Day("1"), Day("2", 2)),)), Month("June", "", 0, ()))
    page = text("year.html", YearView("2020", weekdays=(("Monday", "M"), ("Tuesday", "T")), months=months))
    assert '<a href="../../../2020/05/index.html">May</a>' in page
    assert '<td></td><td>1</td><td><b>2<span class="unseen">, 2 articles</span></b></td>' in page
    assert re.search(r"<caption>June <span[^>]*>nothing", page)
    assert page.count('<th scope="col" abbr="Tuesday">T</th>') == 2


def test_a_group_is_reached_by_its_anchor_and_one_without_a_label_has_no_heading() -> None:
    page = text("list.html", ListView("May", groups=(Group("18 May", "18", ()), Group("", "", ()))))
    assert '<h2 id="18"><bdi>18 May</bdi></h2>' in page
    assert page.count("<h2") == 1


def test_a_name_without_a_page_is_plain_text_in_the_index() -> None:
    doors = (Door("", "Thin", 1), Door("tags/oil.html", "Oil", 1200))
    page = text("index.html", IndexView("Tags", groups=(DoorGroup("O", "o", doors),)))
    assert '<li><bdi>Thin</bdi> <span class="count">1</span></li>' in page
    assert '<li><a href="../../../tags/oil.html"><bdi>Oil</bdi></a> <span class="count">1,200</span></li>' in page


def test_the_front_page_says_what_the_archive_holds_or_that_it_is_empty() -> None:
    page = text("front.html", FrontView("Gazette", articles=1200, covers="1974 – 2020", wanted=3), path="index.html")
    assert "<span>1,200 articles</span><span><bdi>1974 – 2020</bdi></span>" in page
    assert '<a href="wanted.html">3 known but missing</a>' in page
    assert "undated" not in page
    assert "no articles yet" in text("front.html", FrontView("Gazette"))


# ── A site's own layouts, and their mistakes ─────────────────────────────────────────────────────────────────────


def test_a_file_of_the_site_replaces_the_one_of_its_name_in_the_theme(tmp_path: Path) -> None:
    own = folder(
        tmp_path,
        {"_steps.html": "{% macro steps(a, b, root) %}MINE{% endmacro %}", "static/style.css": "a {}", "static/.x": ""},
    )
    looks = layouts.load((own, theme()))
    page = looks.render(Page(DEEP, "article.html", ArticleView("Quake")), SITE, "").decode()
    assert "MINE" in page
    assert "<h1>Quake</h1>" in page
    assert dict(looks.assets())["static/style.css"] == own / "static/style.css"


def failure(root: Path, layout: str, **others: str) -> ConfigError:
    files = {"own.html": layout, **{f"{name}.html": content for name, content in others.items()}}
    looks = layouts.load((folder(root, files), theme()))
    with pytest.raises(ConfigError) as caught:
        looks.render(Page("a.html", "own.html", ListView("May")), SITE, "")
    return caught.value


def test_a_name_that_does_not_exist_is_an_error_at_its_line_that_names_those_that_do(tmp_path: Path) -> None:
    error = failure(tmp_path, "<p>\n{{ page.headline }}\n")
    assert str(error.location) == f"{tmp_path / 'own.html'}:2"
    assert "headline" in error.message
    assert "ListView with title, canonical" in error.message


def test_an_error_in_an_included_file_is_told_at_the_line_of_that_file(tmp_path: Path) -> None:
    error = failure(tmp_path, "<p>\n{% include 'part.html' %}", part="\n\n\n{{ nothing }}")
    assert str(error.location) == f"{tmp_path / 'part.html'}:4"


def test_a_broken_block_is_told_with_its_line(tmp_path: Path) -> None:
    error = failure(tmp_path, "<p>\n\n{% if page.title %}")
    assert str(error.location) == f"{tmp_path / 'own.html'}:3"
    assert "endif" in error.message


def test_a_sum_of_words_and_numbers_is_the_fault_of_the_layout(tmp_path: Path) -> None:
    assert str(failure(tmp_path, "\n{{ page.title + 1 }}").location) == f"{tmp_path / 'own.html'}:2"


def test_a_layout_that_is_missing_names_the_one_that_was_meant(tmp_path: Path) -> None:
    error = failure(tmp_path, "\n{% extends 'bas.html' %}")
    assert error.message == "there is no layout 'bas.html' — did you mean 'base.html'?"
    assert error.location.line == 2
    with pytest.raises(ConfigError, match="write layouts/zzzz"):
        THEME.digest("zzzz")


def test_a_layout_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_bytes(b"<p>caf\xe9")
    with pytest.raises(ConfigError, match="save it as UTF-8"):
        layouts.load((tmp_path,))


# ── What a page depends on ───────────────────────────────────────────────────────────────────────────────────────


def digest(root: Path, **changed: str) -> str:
    files = {
        "page.html": "{% extends 'frame.html' %}{% from '_entry.html' import entry %}",
        "frame.html": "<html>",
        "_entry.html": "{% include '_date.html' %}",
        "_date.html": "date",
        "other.html": "other",
        "static/style.css": "a {}",
    }
    named = {f"{name}.html": content for name, content in changed.items()}
    return layouts.load((folder(root, files | named),)).digest("page.html")


def test_a_digest_covers_all_that_a_layout_extends_imports_and_includes_and_nothing_else(tmp_path: Path) -> None:
    before = digest(tmp_path)
    assert digest(tmp_path, other="changed") == before
    assert len({before, digest(tmp_path, frame="!"), digest(tmp_path, _entry="!"), digest(tmp_path, _date="!")}) == 4


def test_where_a_name_is_computed_any_layout_may_be_meant(tmp_path: Path) -> None:
    computed = "{% include page.title %}"
    assert digest(tmp_path, page=computed, other="a") != digest(tmp_path, page=computed, other="b")


def test_the_theme_has_a_digest_for_every_layout_and_they_differ() -> None:
    assert len({THEME.digest(name) for name in VIEWS}) == len(VIEWS)


# ── The stylesheet ───────────────────────────────────────────────────────────────────────────────────────────────

STYLE = (theme() / "static/style.css").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("letters", ["ink", "quiet"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_text_can_be_read_by_day_and_by_night(palette: int, letters: str, ground: str) -> None:
    colours = {name: re.findall(rf"--{name}: (#\w{{6}})", STYLE)[palette] for name in (letters, ground)}
    low, high = sorted(luminance(colour) for colour in colours.values())
    assert (high + 0.05) / (low + 0.05) >= 4.5  # WCAG 2.2, 1.4.3, level AA


def test_the_stylesheet_is_small_fetches_nothing_and_mirrors_itself() -> None:
    assert len(gzip.compress(STYLE.encode())) < 6_000  # as it is sent
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert not re.findall(r"\b(?:margin|padding|border)-(?:left|right)|(?:text-align|float): (?:left|right)", STYLE)


@given(st.lists(st.text(st.characters(codec=None)) | st.text().map(Markup)))
@example(["a", "\ud83d", "\ude00"])
@example(["Ö › ", "a"])
def test_a_text_in_pieces_is_encoded_as_one(pieces: list[str]) -> None:
    assert layouts.encoded(pieces) == "".join(pieces).encode("utf-8", "replace")
