"""Html from anywhere becomes html that is safe on a page."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish import prose, sanitizer
from tests.publish.hostile import ALLOWED, PAYLOADS, complaints

WRAPPED = ("{}", "text {} more *words*", "- {}", "> {}", "| a |\n|---|\n| {} |", "<div>{}</div>", "[{}](x)", "# {}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_hostile_reaches_a_page(payload: str) -> None:
    for place in WRAPPED:
        body = place.replace("{}", payload)
        for markup in (prose.render(body, "../"), sanitizer.clean(body), prose.plain(body)):
            assert complaints(markup) == [], body
            assert "50337" not in markup  # 7 * 7191: an article is no template
            assert sanitizer.clean(markup) == markup


def test_the_oracle_itself_can_see() -> None:
    assert complaints(
        "<script></script><p onclick=x><a href='java\nscript:x'><a href=//x><img src=http://x><b id=x><i class=y><!--x-->"
    ) == ["<script>", "<p onclick>", "href=java\nscript:x", "href=//x", "src=http://x", "<b id>", "id=x", "<i class>",
          "class=y", "comment"]  # fmt: skip


TAGS = (
    *ALLOWED,
    "h1",
    "svg",
    "math",
    "select",
    "option",
    "form",
    "template",
    "object",
    "section",
    "font",
    "nobr",
    "style",
)


@settings(derandomize=True, max_examples=400)
@given(st.integers(min_value=0))
def test_cleaning_twice_is_cleaning_once_whatever_stands_in_what(seed: int) -> None:
    chance = Random(seed)
    signs = ("<{}>", "</{}>", "<{} title='1' href=/x src=http://q/ onclick=x>", "t<!--{}-->")
    markup = "".join(chance.choice(signs).format(chance.choice(TAGS)) for _ in range(chance.randint(1, 12)))
    once = sanitizer.clean(markup, "../")
    assert sanitizer.clean(once, "../") == once
    assert complaints(once) == []


@pytest.mark.parametrize(
    ("address", "root", "written"),
    [
        ("/tags/iraq.html", "../../../", "../../../tags/iraq.html"),
        ("/tags/iraq.html", "", "tags/iraq.html"),
        ("/", "../", "../index.html"),
        ("/", "", "index.html"),
        ("/2020/11/?a=/b#c/", "../", "../2020/11/index.html?a=/b#c/"),
        ("/a?b/", "../", "../a?b/"),
        ("\\media\\a.jpg", "../", "../media\\a.jpg"),
        ("media/a.jpg", "../", "media/a.jpg"),
        ("#fn:1", "../", "#fn:1"),
        ("", "../", ""),
        ("https://example.org/", "../", "https://example.org/"),
        ("mailto:a@example.org", "../", "mailto:a@example.org"),
        ("//example.org/x", "../", "https://example.org/x"),
        ("/\t/example.org/x", "", "https://example.org/x"),
        ("\\\\example.org/x", "", "https://example.org/x"),
        ("///", "../", ""),
        (" \x01/x.html\n", "../", "../x.html"),
        ("/javascript:pwn()", "", "./javascript:pwn()"),
        ("/javascript:pwn()", "../", "../javascript:pwn()"),
    ],
)
def test_addresses_from_the_root_become_relative(address: str, root: str, written: str) -> None:
    assert sanitizer.relative(address, root) == written


def test_links_and_pictures_of_the_archive_are_written_for_any_folder() -> None:
    assert (
        sanitizer.clean('<a href="/tags/x.html">x</a><img src="/media/a.jpg" alt="A">', "../../")
        == '<a href="../../tags/x.html" rel="noopener">x</a><img src="../../media/a.jpg" alt="A">'
    )


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        (
            '<img src="http://e.example/p.png" alt="A &amp; B">',
            '<a href="http://e.example/p.png" rel="noopener">A &amp; B</a>',
        ),
        (
            '<img src="//e.example/p.png">',
            '<a href="https://e.example/p.png" rel="noopener">https://e.example/p.png</a>',
        ),
        ('<a href="/x"><img src="HTTPS://e.example/p.png" alt="P"></a>', '<a href="x" rel="noopener">P</a>'),
        ('<img src="data:image/png;base64,x" alt="only words">', "only words"),
        (
            '<img src="media/a.jpg" width="3" srcset="http://e.example/x 2x" style="x">',
            '<img src="media/a.jpg" width="3">',
        ),
    ],
)
def test_pictures_from_elsewhere_become_links(markup: str, written: str) -> None:
    assert sanitizer.clean(markup) == written


def test_the_headline_stays_the_only_first_heading() -> None:
    assert sanitizer.clean("<h1 lang=fr>A</h1><h2>B</h2>") == '<h2 lang="fr">A</h2><h2>B</h2>'


def test_a_tag_inside_a_value_is_no_tag() -> None:
    markup = sanitizer.clean("""<a title="<img src='http://e.example/'>" href="/x">x</a>""", "../")
    assert complaints(markup) == []
    assert "&lt;img" in markup
    assert 'href="../x"' in markup


def test_what_articles_need_stays() -> None:
    kept = (
        '<figure><img src="a.jpg" alt="x"><figcaption>c</figcaption></figure>\n'
        '<table tabindex="0"><caption>t</caption><thead><tr><th scope="col" colspan="2">h</th></tr></thead>'
        '<tbody><tr><td rowspan="2" align="right">1</td></tr></tbody></table>\n'
        '<p lang="ckb" dir="rtl"><bdi>x</bdi> <ruby>x<rt>y</rt></ruby> <time datetime="2020-11">n</time></p>\n'
        '<blockquote><p>q <cite>c</cite> <abbr title="t">a</abbr></p></blockquote>\n<ol start="3"><li>x</li></ol>'
    )
    assert sanitizer.clean(kept) == kept
    assert sanitizer.clean('<p dir="up" class="a" id="b" style="c">x</p>') == "<p>x</p>"
