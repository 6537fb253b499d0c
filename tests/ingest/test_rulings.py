"""Rulings: a line more in site.yaml, and every other byte as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import config
from generator.errors import BackfileError, ConfigError
from generator.ingest.review.rulings import ruled

WITH_COMMENTS = """\
# The paper.
title: The Test Gazette   # as it was called
ingest:
  tags: off  # they are ours
  cut:
  - "Share"   # of the old page
  # and of the new one
  - /^\\d+ likes$/

# what comes after
language: en
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\n", 'title: A\ningest:\n  cut:\n    - "Line: one"\n'),
        ("title: A", 'title: A\ningest:\n  cut:\n    - "Line: one"\n'),
        ("title: A\ningest:\n", 'title: A\ningest:\n  cut:\n    - "Line: one"\n'),
        ("title: A\r\ningest:\r\n  cut: [x]\r\n", 'title: A\r\ningest:\r\n  cut: [x, "Line: one"]\r\n'),
        (
            "title: A\ningest: {cut: [x]} # why\nfooter: ''\n",
            "title: A\ningest: {cut: [x, \"Line: one\"]} # why\nfooter: ''\n",
        ),
        ("title: A\ningest:\n  cut: x\n", 'title: A\ningest:\n  cut:\n    - x\n    - "Line: one"\n'),
        ('title: A\ningest:\n  cut:\n    - "Line: one"\n', 'title: A\ningest:\n  cut:\n    - "Line: one"\n'),
        ('title: A\ningest:\n  keep:\n    - "Line: one"\n', 'title: A\ningest:\n  cut:\n    - "Line: one"\n'),
    ],
)
def test_a_line_more(before: str, after: str) -> None:
    assert ruled(before, "cut", ["Line: one"]) == after


def test_comments_and_what_stands_around_it_stay() -> None:
    after = ruled(WITH_COMMENTS, "cut", ["Line"])
    assert after.startswith(WITH_COMMENTS[: WITH_COMMENTS.index("  tags")])
    assert after.endswith(WITH_COMMENTS[WITH_COMMENTS.index("\n# what") :])
    for comment in ("# they are ours", "# of the old page", "# and of the new one"):
        assert comment in after
    assert config.parse(after).cut == ("Share", r"/^\d+ likes$/", "Line")


def test_what_is_ruled_anew_is_no_longer_ruled_otherwise() -> None:
    kept = ruled(ruled("title: A\n", "cut", ["a", "b"]), "keep", ["a"])
    assert (config.parse(kept).cut, config.parse(kept).keep) == (("b",), ("a",))


def test_what_is_ruled_so_already_stays_where_it_stands() -> None:
    before = "title: A\ningest:\n  keep:\n    - one\n    - Line # because\n    - two\n"
    assert ruled(before, "keep", ["Line"]) == before


def test_a_form_that_is_not_understood_says_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.ingest.review.rulings._amended", lambda part, meant: part)
    with pytest.raises(ConfigError, match=r'write under its `cut:` "Line"') as error:
        ruled("title: A\ningest:\n  tags: off\n", "cut", ["Line"])
    assert error.value.location.line == 2


lines = st.text(min_size=1).map(str.strip).filter(lambda line: line and "/" not in {line[0], line[-1]})


@given(st.lists(lines, min_size=1, max_size=4), st.sampled_from(["keep", "cut"]))
def test_any_line_is_what_site_yaml_says_then(texts: list[str], verb: str) -> None:
    """Or it is refused, with site.yaml as it was: what YAML cannot hold."""
    try:
        after = config.parse(ruled(WITH_COMMENTS, verb, texts))  # type: ignore[arg-type]  # one of the two
    except BackfileError:
        assert any(not line.isprintable() for line in texts)
        return
    assert set(texts) <= set(getattr(after, verb))
    assert not set(texts) & set(after.cut if verb == "keep" else after.keep)
