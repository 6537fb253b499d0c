"""Each look that spares a dearer one sees what the plain one sees."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.ingest import to_markdown
from generator.ingest.editor import bylines, captions, language, lines, runs, signoff
from generator.ingest.editor.phrases import press
from generator.ingest.readers import plain
from generator.text import beyond, holds, key, squeeze
from tests.ingest.test_short_cuts import BROKEN, MIXED

SIGNS = st.text(st.sampled_from("**__ a.\\`](<&#;=é\xa01"), max_size=24)
LOOKED_BACK = re.compile(
    rf"\\(?=[{to_markdown._ESCAPABLE}])|`|(?<=[^\s*])\*++|(?<!\*)\*++(?=\S)|(?<!\w)_++(?=\S)|(?<=[^\s_])_++(?!\w)"
    r"|\](?=\()|<(?=[^\s=])|&(?=\#|[a-zA-Z0-9][-.a-zA-Z0-9]*+;)"
)


LABELS = ["Photo", "Crédit", "FILE PHOTO", "foto von ", "Picture", "Image", "عکس", "Pic", "photo courtesy of ", "Ca"]


@given(
    st.lists(st.sampled_from([*LABELS, ": ", " by ", "Nora Field", "The quay. ", "“", "ſ", " of "]), min_size=1).map(
        "".join
    )
)
@example("Photo: Nora Field")
@example("The quay at dawn. Photo by Nora Field")
@example("The quay at dawn. Courtesy of Nora Field")
def test_a_line_that_cannot_open_or_close_with_a_credit_has_none(line: str) -> None:
    assert captions._may_open(line[:3]) or not any(form.match(line) for form in OPENING)
    assert captions._may_close(line[-captions._TAIL :]) or not captions._credited_behind(line)
    plain = re.compile(captions._BEHIND.pattern.replace(f"(?=[{captions._INITIALS}])", ""))
    assert [found.span() for found in plain.finditer(line)] == [
        found.span() for found in captions._BEHIND.finditer(line)
    ]


OPENING = (captions._LABELLED, captions._BY, captions._CAPTIONED)


@given(st.lists(st.sampled_from(["Our Standards", "our stándards", ": ", "The Thomson ", "“", "."])).map("".join))
@example("Our Standards: The Thomson Reuters Trust Principles.")
@example("... OUR STANDARDS: THE THOMSON REUTERS TRUST PRINCIPLES")
def test_the_line_of_reuters_is_known_by_its_beginning(line: str) -> None:
    assert signoff._standards(line) == (key(line.strip(" .")) == key(press.STANDARDS))


@given(SIGNS)
@example("** a *b* c** _d_ e_f __ g_")
def test_signs_of_markdown_are_those_that_are_found_from_what_stands_before(text: str) -> None:
    spans = [[(found.span()) for found in pattern.finditer(text)] for pattern in (LOOKED_BACK, to_markdown._INLINE)]
    assert spans[0] == spans[1]


PIECES = [
    "Photo:",
    "Photo by ",
    "Foto: ",
    "by ",
    " ",
    ". ",
    ".",
    ")",
    "“",
    "| ",
    "Nora Field",
    "x",
    "a" * 50,
    "b " * 20,
]
LABEL = rf"(?:{captions.press.PHOTO_LABELS})\s?[:：]\s?|(?:{captions.press.PHOTO_BY})\s"
CLOSED = re.compile(rf"(?:(?<=[.!?…)\]\"”“»|/–-])\s?|\s)({LABEL})")


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12).map("".join).filter(lambda text: len(text) > 4))
@example("a" * 10 + ".Photo: " + "b" * 113)
@example("a" * 10 + " Photo: " + "b" * 113)
def test_credits_behind_a_caption_are_found_from_the_sign_before(text: str) -> None:
    plain = [(found.start(), found.end()) for found in CLOSED.finditer(text, max(len(text) - captions._TAIL, 1))]
    assert [(stop, found.end()) for stop, found in captions._labels_behind(text)] == plain


@given(st.binary(max_size=60) | st.text(max_size=40).map(str.encode) | BROKEN.map(str.encode))
@example("Größe und Maß eines Textes".encode())
@example(b"a" * 100 + b"\x01" * 10)
@example(b"a" * 40 + b"\0" * 4 + b"a" * 40)
def test_what_is_plainly_a_text_is_no_other_file(body: bytes) -> None:
    if plain._plainly(body):
        assert not plain._binary(body)
        assert plain._readable(body)


def test_most_texts_are_plainly_texts() -> None:
    assert plain._plainly("“The quay”, she said – and nothing more was said of it.".encode())
    assert not any(map(plain._plainly, [b"", b"a\0b", b"\x01\x02abc", "السلام".encode(), "Größe".encode("cp1252")]))


@given(st.lists(st.sampled_from(["LONDON", "Paris", "|", ",", " ", "le", "Tue", "Jan", "11,", "4 juin 2015", "2011"])))
def test_what_stands_before_a_date_is_among_what_may(pieces: list[str]) -> None:
    text = " ".join(pieces)
    before, date = bylines.without_date(text)
    assert not date or before in bylines.before_a_date(text)


WORDS = ["Bank", "of", "the", "Sellan", "al-Qaeda", "de", "la", "van", "D'Arc", "d'Arc", "e", "St.", "U.S.", "a", "and"]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_a_link_between_names_begins_with_one_of_few_letters(text: str) -> None:
    begins = f"(?=[{runs._SMALL}])"
    assert begins in runs.RUN.pattern
    assert runs.RUN.findall(text) == re.findall(runs.RUN.pattern.replace(begins, ""), text)


@given(MIXED.map(squeeze).filter(lambda bare: bare[:1].isalnum()))
def test_a_line_without_a_blank_to_spare_is_no_row_and_not_indented(bare: str) -> None:
    assert lines._indent(bare) == 0
    assert not lines._row(bare, bare)


@given(st.text(st.one_of(st.sampled_from("ab é’“ كيە中"), st.characters()), max_size=200))
@example("中" + "1" * language._BEGINNING + "a" * 20)
def test_the_first_letters_tell_that_a_text_is_latin_if_all_do(text: str) -> None:
    narrow = text.encode("latin-1", "ignore")
    letters = sum(chr(byte).isalpha() for byte in narrow)
    assert bool(language._plainly_latin(text)) == (letters > 3 * (len(text) - len(narrow)))


@given(st.text("ab", max_size=6), st.lists(st.text("ab", min_size=1, max_size=3)))
def test_a_text_holds_a_sign(text: str, signs: list[str]) -> None:
    assert holds(text, signs) == any(sign in text for sign in signs)


@given(BROKEN | MIXED)
def test_what_is_beyond_ascii_keeps_its_order(text: str) -> None:
    assert beyond(text) == "".join(c for c in text if not " " <= c <= "~" and c not in "\t\n")
