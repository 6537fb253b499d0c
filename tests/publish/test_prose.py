"""Markdown → html: the dialect, the short way that equals the long one, and what lists show of a body."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import text
from generator.errors import ProseError
from generator.publish import prose, sanitizer
from tests.publish.hostile import PARTS, complaints

PIECES = st.sampled_from(
    (
        *PARTS,
        *(
            "a",
            "word",
            "x_y",
            " ",
            " ",
            "\n",
            "\n\n",
            "é",
            "سلام",
            "5",
            " * ",
            " _ ",
            "AT&T",
            "[sic]",
            "\u00a0",
            "\u3000",
        ),
        *(
            "\\\\",
            "\\*",
            "\\_",
            "\\[",
            "\\#",
            "\\>",
            "\\|",
            "\\`",
            "&lt;",
            "&amp;",
            "&#58;",
            "&gt;",
            "&quot;",
            "\\&lt;",
            "---",
        ),
        *(
            "\u2028",
            "\u200c",
            "\x02",
            "\x85",
            "\x86",
            "\ufeff",
            "\r\n",
            "\r",
            "=",
            "==",
            "- -",
            "12.",
            "١. ",
            "~~~",
            "\\",
        ),
    )
)
BODIES = st.lists(PIECES, max_size=12).map("".join)


def shortly(markdown: str) -> str | None:
    """What the short way makes of a body that it takes."""
    return prose.render(markdown) if prose.is_simple(markdown) else None


def the_long_way(markdown: str) -> str:
    return sanitizer.clean(prose._converted(prose._normal(markdown)))


@settings(derandomize=True, max_examples=2500)
@given(BODIES)
@example("a\n=\n")
@example("\u3000a\n\n\u3000\n\nb\u00a0")
@example("[a]\n\n[a]: b\n")
@example("a _ b_c __ d * e ** f")
def test_the_short_way_gives_what_the_long_way_gives(markdown: str) -> None:
    short = shortly(markdown)
    assert short is None or short == the_long_way(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "Plain text.\n\nOf two paragraphs,\nhere on two lines.\n",
        "\\# 5 &lt; 6 &amp;amp; 7 \\* AT&T [sic] a_b * c\n",
        "",
        "\n\n",
    ],
)
def test_text_takes_the_short_way(markdown: str) -> None:
    assert shortly(markdown) == the_long_way(markdown)


@pytest.mark.parametrize(
    "markdown",
    ["# h", "*a*", "_a_", "`a`", "[a](b)", "<b>a</b>", "&eacute;", "- a", "1. a", "> a", "a\n---", "    a", "a  \nb", "a|b\n-|-",
     "[a]: b", "```\na\n```", "~~~\na\n~~~", "a\n: b", "***", "a\tb"],
)  # fmt: skip
def test_anything_that_acts_takes_the_long_way(markdown: str) -> None:
    assert shortly(markdown) is None


@settings(derandomize=True, max_examples=300)
@given(BODIES)
def test_whatever_stands_in_a_body_its_page_is_safe(markdown: str) -> None:
    assert complaints(prose.plain(markdown)) == []
    assert complaints(prose.render(markdown, "../")) == []


@settings(derandomize=True, max_examples=150)
@given(BODIES, BODIES)
def test_a_body_does_not_depend_on_the_body_before(one: str, other: str) -> None:
    prose._engine.cache_clear()
    fresh = the_long_way(other)
    the_long_way(one)
    assert the_long_way(other) == fresh


@pytest.mark.parametrize(
    ("markdown", "markup"),
    [
        ("# A", "<h2>A</h2>"),
        ("\"a\" -- b... 'c'", "<p>\"a\" -- b... 'c'</p>"),
        ("*a*{: .b #c onclick=d}", "<p><em>a</em>{: .b #c onclick=d}</p>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("a\n:   *b*", "<dl>\n<dt>a</dt>\n<dd><em>b</em></dd>\n</dl>"),
        ("```py\na < b\n```", "<pre><code>a &lt; b\n</code></pre>"),
        ("*a* [b](/c.html)", '<p><em>a</em> <a href="../c.html" rel="noopener">b</a></p>'),
        ("{{ 7*7191 }} *a*", "<p>{{ 7*7191 }} <em>a</em></p>"),
        ("<div>\n*a*\n</div>", "<div>\n*a*\n</div>"),
        ("*a*\r\rb\r\n", "<p><em>a</em></p>\n<p>b</p>"),
    ],
)
def test_the_dialect(markdown: str, markup: str) -> None:
    assert prose.render(markdown, "../") == markup


def test_tables_keep_the_side_that_their_columns_lean_to() -> None:
    assert '<td align="right">1</td>' in prose.render("|a|b|\n|-|-:|\n|x|1|")


def test_footnotes_lead_there_and_back_under_names_that_nothing_else_has() -> None:
    markup = prose.render("Text[^a].\n\n[^a]: Note, not ///Footnotes Go Here///.")
    for part in ('<sup id="fnref:a">', 'href="#fn:a"', '<li id="fn:a">', 'href="#fnref:a"', "///Footnotes Go Here///"):
        assert part in markup
    assert complaints(markup) == []


def test_the_marks_of_python_markdown_mean_nothing_in_a_text() -> None:
    text = "\x02klzzwxh:0000\x03 *a* \x02wzxhzdk:0\x03 \x0242\x03 zz1337820767766393qq"
    assert prose.render(text) == "<p>klzzwxh:0000 <em>a</em> wzxhzdk:0 42 zz1337820767766393qq</p>"


def test_a_failing_parser_fails_the_body_alone() -> None:
    with pytest.raises(ProseError, match="ValueError"):
        prose.render(f"<p title='&#{'1' * 5_000};'>a</p>")
    assert prose.render("*a*") == "<p><em>a</em></p>"


def test_a_refused_body_can_be_shown_as_it_is_written() -> None:
    body = "First <b>&amp;\nline.\n\n" + "[" * 10_000
    with pytest.raises(ProseError, match="too long to read"):
        prose.render(body)
    assert prose.plain(body) == f"<p>First &lt;b&gt;&amp;amp;\nline.</p>\n<p>{'[' * 10_000}</p>"


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Plain words.\n\nMore.", "Plain words."),
        ("\\# 5 &lt; 6 AT&T\n", "# 5 < 6 AT&T"),
        ("# Heading\n\n![a](b.jpg)\n\n[![a](b)](c)\n\nThe *first* [words][1]\nhere[^2].\n\n[1]: /x\n\n[^2]: n",
         "The first words here."),
        ("Title\n=====\n\nText.", "Text."),
        ("```\n# code\n\nmore\n```\n\n<p>Html &amp; <b>words</b></p>", "Html & words"),
        ("<!-- wp:paragraph -->\n<p>From another system.</p>\n<!-- /wp:paragraph -->", "From another system."),
        ("| a |\n|---|\n| b |\n\n- one\n- two", "one two"),
        ("![only](a.jpg)", ""),
        ("", ""),
        ("[" * 30, "[" * 30),
    ],
)  # fmt: skip
def test_an_excerpt_is_the_first_running_text(markdown: str, words: str) -> None:
    assert prose.excerpt(markdown) == words


@given(
    st.lists(st.sampled_from(["a", " ", "\n", "\n\n", "\r", "\r\n", "\x0b", "\ufeff", "\x85", "*", "# "])).map("".join)
)
def test_characters_that_no_text_has_change_no_excerpt(markdown: str) -> None:
    assert prose.excerpt(markdown) == prose.excerpt(text.printable(markdown.replace("\r\n", "\n").replace("\r", "\n")))


def test_an_excerpt_is_short_and_never_refused() -> None:
    assert prose.excerpt("*Many* " + "words " * 100, 30) == "Many words words words words…"
    assert prose.excerpt("*" + "[" * 10_000).endswith("…")


def test_visible_text_has_a_line_for_each_paragraph_item_and_row() -> None:
    markup = prose.render("A &amp; *b*\n\n- c\n- d\n\n<table><tr><td>e</td></tr><tr><td>f</td></tr></table>")
    assert prose.visible(markup) == "A & b\nc\nd\ne\nf"


@pytest.mark.parametrize(
    ("markup", "page"),
    [
        ("<p>a</p>\n<p>b</p>", "<p><b>X</b> — a</p>\n<p>b</p>"),
        ('<p lang="fa" dir="rtl">a</p>', '<p lang="fa" dir="rtl"><b>X</b> — a</p>'),
        ("<h2>a</h2>\n<p>b</p>", "<p><b>X</b> —</p>\n<h2>a</h2>\n<p>b</p>"),
        ('<p><img src="a.jpg" alt=""></p>', '<p><b>X</b> —</p>\n<p><img src="a.jpg" alt=""></p>'),
        ("<pre><code>a</code></pre>", "<p><b>X</b> —</p>\n<pre><code>a</code></pre>"),
        ("", "<p><b>X</b> —</p>"),
    ],
)
def test_the_dateline_runs_in_at_the_first_paragraph(markup: str, page: str) -> None:
    assert prose.with_dateline(markup, "<b>X</b> — ") == page
