"""A line of a raw file in the text of its article: out, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.review.passages import holds, with_line, without
from generator.ingest.to_markdown import escape, markdown
from generator.model import Block

BODY = "The first.\n\nIt was late and *nobody* came. Share this Then they came.\n\n5\\. Share this\n"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("The first.", "It was late and *nobody* came. Share this Then they came.\n\n5\\. Share this\n"),
        ("Share this", "The first.\n\nIt was late and *nobody* came. Then they came.\n\n5\\. Share this\n"),
        ("5. Share this", "The first.\n\nIt was late and *nobody* came. Share this Then they came.\n"),
        ("he first", BODY),
        ("nobody", BODY),
        ("", BODY),
    ],
)
def test_a_line_goes_where_it_stands(line: str, after: str) -> None:
    assert without(BODY, line) == after
    assert holds(BODY, line) == (after != BODY)


def test_a_line_comes_below_the_nearest_that_stood_above_it() -> None:
    assert with_line("One.\n\nTwo.\n", "*", ["gone", "One.", "Two."]) == f"One.\n\n{escape('*')}\n\nTwo.\n"
    assert with_line("One.\n", "New.", ["gone"]) == "New.\n\nOne.\n"
    assert with_line("", "New.", []) == "New.\n"


texts = st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(escape)


@given(st.lists(texts, min_size=1, unique=True), st.data())
def test_out_and_back_is_the_same_text(paragraphs: list[str], data: st.DataObject) -> None:
    body = markdown(tuple(map(Block, paragraphs)))
    at = data.draw(st.integers(0, len(paragraphs) - 1))
    left = without(body, paragraphs[at])
    assert left == markdown(tuple(Block(one) for i, one in enumerate(paragraphs) if i != at))
    above = paragraphs[:at][::-1]
    assert holds(with_line(left, paragraphs[at], above), paragraphs[at])
