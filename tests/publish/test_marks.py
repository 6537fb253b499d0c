"""Simple Markdown, read by a grammar: the very html of the long way, or nothing."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import ProseError
from generator.publish import marks, prose, sanitizer, signs
from tests.publish.hostile import PARTS

ROOT = "../../"
SIGNS = (*PARTS, *"* ** *** _ __ ` `` [ ] ( ) ![ ]( | # > \\ & < &amp; \\* \\_ \\` \\| \\\\ \\[ \\] \\# &lt; : - + ~ = ! . 1. 07. /".split(),
         "\u00a0", "\u3000", "\u200f", "\u0301", "\x02", "\x80", "\x85", "\x86", "\ufeff", "\t", "\r\n", "\n", "\n\n", " ", "  ")  # fmt: skip
WORDS = ("a", "word", "x_y", "Words.", "é", "سلام", "5", "AT&T", "a < b", "(so)", "“so”", "it's", '"a"', "[sic]", "a*", "a|b", "#1", "$5", "1.", "-", "2020")  # fmt: skip
ADDRESSES = (
    "https://example.org/a", "http://example.org", "https://ex-am.ple.org/a_b_c/*d*?e=1&f=2#g", "https://1.2.3.4/", "https://a.b1/",
    "https://a..org/", "https://xn--a.org/", "https://a--b.org", "https://a.org:80/", "https://a.org:b/", "HTTPS://a.org/", "/", "/a/", "/a.html#b", "/a:b",
    "//a.org/b", "a.html", "#a", "?a", "../a", "a:b", "mailto:a@b.org", "javascript:a", "a b", "<a>", "a 'b'", 'a "b"', "", "a(b)", "a\\_b", "/\\a",
    "/é", "/a\u00a0b", "/&amp;", "/a&b=c", "/&copy;", "./a", "/a//b", "/./", "a%zz", "/$!,@~+",
)  # fmt: skip


@st.composite
def spans(draw: st.DrawFn, depth: int = 2) -> str:
    kinds = ["words"] * 6 + ["signs"] + (["em", "code", "link"] * 2 if depth else [])
    said = []
    for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4)):
        if kind == "words":
            said.append(draw(st.sampled_from(WORDS)))
        elif kind == "signs":
            said.append(draw(st.sampled_from(SIGNS)))
        elif kind == "em":
            sign = draw(st.sampled_from(("*", "**", "_", "__")))
            said.append(f"{sign}{draw(spans(depth - 1))}{sign}")
        elif kind == "code":
            said.append(f"`{draw(spans(0))}`")
        else:
            said.append(f"[{draw(spans(depth - 1))}]({draw(st.sampled_from(ADDRESSES))})")
    return draw(st.sampled_from((" ", " ", " ", "", "\n"))).join(said)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 2) -> str:  # noqa: PLR0911 - one for each kind
    kind = draw(st.sampled_from(("p", "p", "h", "ul", "ol", "table", "rule", *(("quote",) * depth), "signs")))
    if kind == "p":
        return "\n".join(draw(st.lists(spans(), min_size=1, max_size=3)))
    if kind == "h":
        return draw(st.sampled_from(("# ", "## ", "### ", "#", "###### "))) + draw(spans())
    if kind == "ul":
        sign = draw(st.sampled_from(("- ", "- ", "* ", "+ ", "-  ", "-    ")))
        return "\n".join(sign + item for item in draw(st.lists(spans(), min_size=1, max_size=3)))
    if kind == "ol":
        start = draw(st.sampled_from((0, 1, 1, 2, 9)))
        return "\n".join(
            f"{n}. {item}" for n, item in enumerate(draw(st.lists(spans(), min_size=1, max_size=3)), start)
        )
    if kind == "quote":
        return "\n".join(f"> {line}" if line else ">" for line in draw(bodies(depth - 1)).split("\n"))
    if kind == "table":
        width = draw(st.integers(1, 3))
        rows = [draw(st.lists(spans(1), min_size=width, max_size=width)) for _ in range(draw(st.integers(1, 3)))]
        rows.insert(1, draw(st.lists(st.sampled_from(("-", "---", ":-", "-:", ":-:")), min_size=width, max_size=width)))
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return draw(st.sampled_from(("---", "***", "* * *", "- - -", "___", "----") if kind == "rule" else SIGNS))


@st.composite
def bodies(draw: st.DrawFn, depth: int = 2) -> str:
    gap = draw(st.sampled_from(("\n\n", "\n\n", "\n\n", "\n\n\n", "\n")))
    return gap.join(draw(st.lists(blocks(depth), min_size=1, max_size=3)))


def shortly(markdown: str) -> str | None:
    return marks.markup(signs.held(prose._normal(markdown)), ROOT)


def the_long_way(markdown: str) -> str:
    return sanitizer.clean(prose._converted(prose._normal(markdown)), ROOT)


TAKEN = (
    "A *word*, **two words**, _one_, __two more__ and `code * _ [a] < b`.",
    "See [the *first* story](/2020/11/18/a_b_c.html#d), [here](https://example.org/a_b?c=1&d=2) or [write](mailto:a.b@c.org).",
    "*[a](b.html)* and **`c`** and [`d`](e.html) \\* 5 &lt; 6 a_b AT&T\u00a0[sic]",
    "# One\n\n## Two *words*\nA line below.\n\n###### Six",
    "- a\n- *b*\n  goes on\n- c\nand on\n\n1. a\n2. [b](c)\n\n7. d\n\n* e\n\n+ f\n- g",
    "3. a\n4. b\n\n5. c\n\ntext\n\n0. d",
    "> a\n> *b*\n>\n> - c\n\n> > d\n\ne",
    "| a | *b* |\n|:--|--:|\n| `c` | \\| |\n| | d |\n\n|a|\n|:-:|\n|b|",
    "a\n\n---\n\n* * *\n\nb *goes\non* [over\nlines](c)",
    "*a*\n\n\n\n\n- b\n\n\n> c",
)  # fmt: skip
LEFT = (
    "*a **b** c*", "*a _b_ c*", "***a***", "*a", "a*b", "*a\n\nb*", "- *a\n- b*", "> *a\n> b*", "# *a\nb*", "*a [b* c](d)", "*x [* a](b)",
    "`a", "``a``", "`a\\`", "`\na`", "[a](b c)", "[a](b 'c')", "[a]()", "[](a)", "![a](b)", "[a](javascript:b)", "[a](//b)", "[a](http://1.2.3.4/)",
    "[a [b](c)](d)", "[a]: b\n\n[a]", "> [a]: b\n\n[a]", "[^a]\n\n[^a]: b", "<b>a</b> *b*", "&eacute; *b*", "*a*  \nb", "*a*\tb", "    *a*", "#a", "# *a* #",
    "# a \\b", "*a*\n===", "*a*\n---", "- - a", "- # a", "- > a", "-    a\n\n    b", "- a\n    - b", "- a\n- - -", "*a*\n: b", "- : a", "> a\nb", "> a\n>", ">",
    "> > > > > a", "|a|b|\n|-|-|", "|a|b|\n|-|-|\n|c|", "|a|\n|-|\n|b\\\\|", "*a*|b\n-|-\nc|d", "| `a|b` |\n|-|\n|c|", "- a|b\n- -|-", "```\n*a*\n```", "~~~\n*a*\n~~~",
)  # fmt: skip


@settings(derandomize=True, max_examples=400)
@given(bodies() | st.lists(st.sampled_from((*SIGNS, *WORDS)), max_size=10).map("".join))
@example("a\n\n> > a\n>")
@example("> |")
@example("\x02")
@example("| a |\n| :-: |\n| b \\\\|")
@example("| `\nb` |\n| - |\n| c |")
def test_what_is_simple_has_the_html_of_the_long_way(markdown: str) -> None:
    short = shortly(markdown)
    assert short is None or short == the_long_way(markdown)


@pytest.mark.parametrize("markdown", TAKEN)
def test_what_people_write_is_simple(markdown: str) -> None:
    assert shortly(markdown) == the_long_way(markdown)
    assert prose.render(markdown, ROOT) == shortly(markdown)


@pytest.mark.parametrize("markdown", LEFT)
def test_the_rest_is_left_to_the_long_way(markdown: str) -> None:
    assert shortly(markdown) is None


def test_what_the_guards_refuse_is_refused_though_it_is_simple() -> None:
    with pytest.raises(ProseError, match="close every"):
        prose.render("*a* " + "[" * 10_000)


@pytest.mark.parametrize("part", SIGNS + TAKEN)
def test_it_is_quick_whatever_stands_there(part: str) -> None:
    start = time.process_time()
    shortly("*a*\n\n" + part * 3_000)
    assert time.process_time() - start < 2
