"""Text → Markdown that shows the very same text, and that a person can read."""

import os
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import text
from generator.ingest import to_markdown
from generator.model import Block
from generator.publish import prose, sanitizer

ACTIVE = (
    *("*", "**", "_", "__", "`", "``", "```", "~~~", "\\", "[", "]", "](", "(", ")", "!", "![", "]:", "[^1]", "[^1]: "),
    *("[x]: y", "<", ">", "<b>", "</b>", "<!--", "-->", "<?", "<![CDATA[", "<BP>", "</>", "<http://x>", "<a@b.c>"),
    *("&", "&#", "&#233;", "&amp;", "&lt", ";", "#", "# ", "> ", "- ", "--", "---", "===", "+ ", "1. ", "12) ", "١. "),
    *(":", ": ", "|", "|-|", "{: .x}", "{{ 7*7 }}", "klzzwxh:0000", "wzxhzdk:0", "///Footnotes Go Here///", "\x02"),
    *(
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "    ",
        "\u00a0",
        "\u3000",
        "\u2028",
        "\u0085",
        "\u200c",
        "\u200f",
        "\ufeff",
        "\r",
    ),
    *("a", "word", "x_y", "7*3", "سلام", "é", "😀", "'", '"', "”", "–", "5", "$", "%", "@", ".", "…"),
)
LINES = st.lists(st.one_of(st.sampled_from(ACTIVE), st.characters()), max_size=12).map("".join)


class Paragraphs(HTMLParser):
    """The texts of the paragraphs of html, and the names of all its elements."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.elements: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data
        elif data.strip():
            self.elements.append("text outside of paragraphs")


def blocks(*paragraphs: str) -> tuple[Block, ...]:
    return tuple(Block(paragraph) for paragraph in paragraphs)


@settings(derandomize=True, max_examples=1000)
@given(st.lists(LINES, max_size=4))
@example(["[x]: y", "[x]"])
@example(["```", "a", "```"])
@example(["term", ": definition"])
def test_the_text_that_a_reader_sees_is_the_text_that_came(paragraphs: list[str]) -> None:
    markdown = to_markdown.markdown(blocks(*paragraphs))
    normal = [text.squeeze(text.printable(paragraph)) for paragraph in paragraphs]
    through_markdown = sanitizer.clean(prose._converted(prose._normal(markdown)))
    for markup in (prose.render(markdown), through_markdown):
        seen = Paragraphs(markup)
        assert [text.squeeze(paragraph) for paragraph in seen.texts] == [words for words in normal if words]
        assert set(seen.elements) <= {"p"}


@settings(derandomize=True, max_examples=500)
@given(st.lists(LINES, max_size=3))
def test_what_ingest_writes_never_meets_python_markdown(paragraphs: list[str]) -> None:
    assert prose.is_simple(to_markdown.markdown(blocks(*paragraphs)))


@pytest.mark.parametrize(
    "sentence",
    [
        "It's a well-known fact (sic), isn't it? Yes! 5 * 3 = 15; AT&T and R&D rose 3 % to $1.50.",
        "The file is C:\\new on a_b and snake_case_names, see [sic] and {braces}.",
        "“Curly quotes” stay – and dashes — and … and 'straight' ones.",
        "-5 degrees is not a list, 2020 was a year. 3.5 is a number.",
        "a < b and b <= c and x > y; 100 : 3",
        "-- End --",
        "وزارت خارجه گفت که «این خبر» درست نیست.",
    ],
)
def test_ordinary_text_is_left_as_it_is(sentence: str) -> None:
    assert to_markdown.escape(sentence) == sentence


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("# 1 in the charts", "\\# 1 in the charts"),
        ("#hashtag", "\\#hashtag"),
        ("- Speech by a dash", "\\- Speech by a dash"),
        ("* Correction", "\\* Correction"),
        ("+ more", "\\+ more"),
        ("12. The twelfth point", "12\\. The twelfth point"),
        ("1) first", "1\\) first"),
        ("١. نقطه", "١\\. نقطه"),
        ("> forwarded", "\\> forwarded"),
        ("---", "\\---"),
        ("* * *", "\\* * *"),
        ("***", "\\*\\*\\*"),
        (": a colon first", "&#58; a colon first"),
        ("~~~", "&#126;~~"),
        ("[Music]: a choir", "\\[Music]: a choir"),
        ("see [this](that)", "see [this\\](that)"),
        ("British Petroleum <BP> rose", "British Petroleum &lt;BP> rose"),
        ("caf&#233; &amp; bar", "caf&amp;#233; &amp;amp; bar"),
        ("Sana`a", "Sana\\`a"),
        ("*stars* and _lines_", "\\*stars\\* and \\_lines\\_"),
        ("price 5*", "price 5\\*"),
        ("a \\* b", "a \\\\\\* b"),
        ("  blanks\u00a0 and\nlines ", "blanks and lines"),
        ("", ""),
    ],
)
def test_signs_are_escaped_where_they_would_act(line: str, written: str) -> None:
    assert to_markdown.escape(line) == written


def test_paragraphs_stand_apart_and_the_file_ends_with_a_newline() -> None:
    assert to_markdown.markdown(blocks("One.", "Two.")) == "One.\n\nTwo.\n"
    assert to_markdown.markdown(blocks("", " ", "One.")) == "One.\n"
    assert to_markdown.markdown(()) == ""


@pytest.mark.parametrize(
    "sign", ["*", "_", "`", "[", "](", "<", "&", "&a", "\\", "- ", "-* ", "_*", "1", "#", "~", "\n", " "]
)
def test_a_hundred_thousand_signs_take_no_time(sign: str) -> None:
    start = time.process_time()
    to_markdown.escape(sign * 100_000)
    to_markdown.escape("a" + sign * 100_000 + "a")
    assert time.process_time() - start < 2


def test_real_texts_read_the_same() -> None:
    folder = os.environ.get("BACKFILE_SAMPLES", "")
    if not folder:
        pytest.skip("BACKFILE_SAMPLES does not name a folder of sample articles")
    for path in sorted((Path(folder) / "text").glob("*.txt")):
        paragraphs = [part for part in path.read_text(encoding="utf-8", errors="replace").split("\n\n") if part.strip()]
        seen = Paragraphs(prose.render(to_markdown.markdown(blocks(*paragraphs))))
        normal = [text.squeeze(text.printable(part)) for part in paragraphs]
        assert [text.squeeze(part) for part in seen.texts] == [part for part in normal if part], path.name
