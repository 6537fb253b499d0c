"""The guards: what Python-Markdown would choke on is refused by its shape, and what people write is not."""

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ProseError
from generator.publish import guards, prose
from tests.publish.hostile import slow

WORDS = "The ministry said on Wednesday that the bridge over the river would be closed for repairs. "


def seconds_to_render(markdown: str) -> float:
    start = time.process_time()
    with suppress(ProseError):
        prose.render(markdown)
    return time.process_time() - start


def too_slow(count: int, limit: float) -> dict[str, float]:
    taken = {name: seconds_to_render(markdown) for name, markdown in slow(count).items()}
    return {name: seconds for name, seconds in taken.items() if seconds > limit}


def test_no_hostile_body_takes_long() -> None:
    # Without the guards, the worst of these take three seconds and more. A busy machine may double a measure.
    assert not too_slow(1_500, limit=2)


SIGNS = st.sampled_from(
    [*"[]`*_\\&|#>:- \n", "](", "``", "\n\n", "# ", ": ", "[^a]", "[^]", "[a]: b\n", "a", "a" * 99, "a|b\n-|-\n", "`|"]
)


def cost(markdown: str) -> int:
    return sum(cost(markdown) for _, cost in guards._COSTS)


@settings(derandomize=True, max_examples=1_000)
@given(st.lists(st.tuples(SIGNS, st.sampled_from([1, 1, 2, 9, 40, 800])), max_size=6))
def test_a_body_costs_no_more_than_its_signs_say(parts: list[tuple[str, int]]) -> None:
    markdown = "".join(part * count for part, count in parts)
    if "```" not in markdown:
        assert cost(markdown) <= guards._most(markdown)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("open brackets", "[" * 60 + "a" * 6_000),
        ("open addresses", "](" * 60 + "a" * 6_000),
        ("backticks without another", "`` " + "` " * 60 + "a" * 6_000),
        ("very many of them", "`` " + "` " * 4_000),
        ("backticks and pipes", "`` " + "`|" * 1_000),
        ("headings", "# a\n" * 60 + "a" * 6_000),
        ("stars", "*" * 2_000),
        ("underscores", "_" * 2_000),
        ("stars and underscores", "*_" * 1_000),
        ("backslashes", "\\" * 40_000),
        ("ampersands", "&" * 40_000),
        ("empty cells", "|a" * 60 + "|\n" + "|-" * 60 + "|\n" + "|b|\n" * 60),
        ("a heading and less than 800 marks", "# " + "&" * 799),
    ],
)
def test_a_body_may_cost_as_much_as_its_signs_say(name: str, body: str) -> None:
    """So none of them may count for less, and none need count for more."""
    assert cost(body) <= guards._most(body) <= 1.1 * cost(body), name


@pytest.mark.parametrize("sign", ["<", "```", "~~~"])
def test_html_and_fences_are_always_judged_by_their_shape(sign: str) -> None:
    assert guards._most(f"a {sign} b") > guards.MAX_COST


@pytest.mark.parametrize("count", [1, 2, 9, 40, 150, 1_000])
def test_nothing_hostile_passes_for_its_few_signs(count: int) -> None:
    for name, markdown in slow(count).items():
        if guards._most(markdown) <= guards.MAX_COST:
            assert guards._judged(markdown) == "", name


def test_a_body_is_refused_from_one_unit_on(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "[" * 60 + "a" * 6_000
    monkeypatch.setattr(guards, "MAX_COST", cost(body))
    assert guards.check(body) == ""
    monkeypatch.setattr(guards, "MAX_COST", cost(body) - 1)
    assert "close every [" in guards.check(body)


def test_a_body_is_looked_at_more_closely_from_one_unit_on(monkeypatch: pytest.MonkeyPatch) -> None:
    body, judged = "*a* [b](c)", list[str]()
    monkeypatch.setattr(guards, "_judged", lambda markdown: judged.append(markdown) or "")
    monkeypatch.setattr(guards, "MAX_COST", guards._most(body))
    guards.check(body)
    assert judged == []
    monkeypatch.setattr(guards, "MAX_COST", guards._most(body) - 1)
    guards.check(body)
    assert judged == [body]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("*" + "a" * 1_999_999, "*" + "a" * 2_000_000),
        ("> " * 30 + "a", "> " * 31 + "a"),
        (": b\na\n" * 29, ": b\na\n" * 30),
    ],
)
def test_how_long_and_how_deep_a_body_may_be(last: str, first: str) -> None:
    assert guards.check(last) == ""
    assert guards.check(first)


@pytest.mark.soak
def test_no_hostile_body_of_ten_thousand_parts_takes_long() -> None:
    assert not too_slow(10_000, limit=5)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("50,000 words", ("*Words* and " + WORDS * 8 + "\n\n") * 400),
        ("50,000 words in one paragraph", "An *em* and " + WORDS * 3_300),
        ("2,000 links in paragraphs", (WORDS + "[more](https://example.org/a_(b)?c=d 'Title')\n\n") * 2_000),
        ("a list of 2,000 links", '- [an article](https://example.org/2020/11/18/x.html "It\'s here")\n' * 2_000),
        ("2,000 links by reference", "".join(f"[a][{n}] {WORDS}\n\n[{n}]: /x\n" for n in range(2_000))),
        ("a table of 500 rows", "| a | b | c |\n|---|:-:|--:|\n" + "| one | *two* | [three](/x) |\n" * 500),
        (
            "300 footnotes",
            "".join(f"{WORDS}[^{n}]\n\n" for n in range(300)) + "".join(f"[^{n}]: x\n" for n in range(300)),
        ),
        ("500 headings", ("## Heading\n\n" + WORDS + "\n\n") * 500),
        ("a program in a fence", "```py\n" + "# [comment\nx = a[1][2]  # `<b\n---\n" * 3_000 + "```\n"),
        (
            "html from another system",
            f'<!-- p -->\n<p class=\'x\'><a href="/x" title="it\'s">{WORDS}</a></p>\n\n' * 1_000,
        ),
        ("a table in html", "<table>\n" + "<tr><td>a<td>b<td>c</tr>\n" * 500 + "</table>"),
        ("words in angle brackets", (WORDS + "<AAPL.O> <BP.L> and *so* on.\n\n") * 30),
        ("a poem", "*A line*\nof a poem\nthat goes on\n" * 500),
        ("lists in lists", "- a\n    - b\n        - c\n            - d\n" * 100),
        ("a discussion", "> > > a\n> > b\n> c\n\n" * 200),
        ("rules", "<b>a</b>\n\n" + "* " * 60 + "\n\n" + "-" * 300 + "\n\n* * *\n" * 50),
        ("a few stray brackets", ("[ " + WORDS * 5 + "`\n\n") * 200),
    ],
)
def test_what_people_write_passes(name: str, body: str) -> None:
    assert guards.check(body) == ""


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("*a*\n\n" * 500_000, "longer than 2,000,000 characters"),
        ("> " * 200 + "a", "30 deep"),
        ("1. - " * 50 + "a", "30 deep"),
        ("".join("    " * n + "- a\n" for n in range(60)), "30 deep"),
        ("a\n: b\n" * 60, "30 deep"),
        ("<!-- > -->* " * 60, "30 deep"),
        ("<?a?>1. " * 60, "30 deep"),
        ("*a* " + "[" * 10_000, "close every ["),
        ("[a](" * 10_000, "close every"),
        (" ".join("`" * n for n in range(1_000)), "close every `"),
        ("<a " * 10_000, "close every <"),
        ("```a\n" * 10_000, "close the code fences"),
        ("".join(f"<b title={n}>" for n in range(5_000)), "close the html tags"),
        ("# a\n" * 10_000, "set blank lines"),
        ("a[^1] " * 10_000 + "\n\n[^1]: b", "fewer footnotes"),
        ("|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|b|\n" * 1_000, "fewer empty cells"),
        ("*a*" * 50_000, "divide the longest paragraph"),
    ],
)
def test_a_refusal_says_what_to_do(body: str, says: str) -> None:
    assert says in guards.check(body)
    with pytest.raises(ProseError, match=re.escape(says)):
        prose.render(body)


def test_code_in_fences_counts_for_nothing_but_only_where_it_is_code() -> None:
    hidden = "```\n" + "[" * 5_000 + "\n```\n"
    assert guards.check(hidden) == ""
    assert guards.check("``` no code, says the library\n" + "[" * 5_000 + "\n```\n")
    assert guards.check("```{.py}\n```\n" + "[" * 5_000 + "\n```\n")


def test_the_guards_themselves_are_quick() -> None:
    for name, body in slow(5_000).items():
        start = time.process_time()
        guards.check(body)
        assert time.process_time() - start < 1, name


def test_the_same_body_is_refused_however_deep_the_caller_stands() -> None:
    body = "> " * guards.MAX_DEPTH + "a *b*"

    def deep(levels: int) -> str:
        return deep(levels - 1) if levels else prose.render(body)

    assert deep(300) == prose.render(body)
