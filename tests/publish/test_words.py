"""What is only words by a glance is read as `prose` reads it, to the letter."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.publish import prose, words
from tests.publish.hostile import PARTS

PIECES = st.sampled_from(
    (*PARTS, *"a b é — 5 . : = ~ > # + - \\ & < ] [ | * _ ` { } ^ $ ' \"".split(), "word", "سلام", "😀", "x.\n", "W\n\n", " ", " ",
     "\n", "\n\n", "\t", "\u00a0", "\u3000", "\u200f", "\u2028", "\x02", "\x85", "\ufeff", "\ud83d", "\r\n", "\r", "12. ", "- "),
)  # fmt: skip


@settings(derandomize=True, max_examples=4000)
@given(st.lists(PIECES, max_size=10).map("".join))
@example("a\n=")
@example("a\n\n\nb\n")
@example("\n\nWords, “curly” — and > so on: {1} #2 x=y.\nTwo lines\n\nAnd another\n")
@example(" a")
@example("a ")
@example("\u3000")
@example("\ud83d")
@example("a > b\n\n\n\nc\n\n")
def test_what_is_only_words_is_simple_and_has_the_same_html_and_excerpt(body: str) -> None:
    if words.only(body.encode(errors="surrogatepass")):
        assert prose.is_simple(body)
        assert words.markup(body) == prose.plain(body)
        assert words.excerpt(body) == prose.excerpt(body)


@pytest.mark.parametrize(
    "body", ["", "Words — “so” to say (a/b), 5% of it.\n\nAnd: more;\non two lines!\n", "سلام دنیا"]
)
def test_sentences_are_only_words(body: str) -> None:
    assert words.only(body.encode())


@pytest.mark.parametrize("sign", ["\\", "&", "<", "]", "|", "*", "_", "`", "\t", "\r", "\x00", "\x7f", "\u00a0"])
def test_whatever_may_act_or_is_not_printed_is_left_to_prose(sign: str) -> None:
    assert not words.only(f"a{sign}b".encode())
