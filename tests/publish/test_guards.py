"""The guards: what Python-Markdown would choke on is refused by its shape, and what people write is not."""

import re
import time
from contextlib import suppress

import pytest

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


@pytest.mark.parametrize("count", [1, 2, 9, 40, 150, 1_000])
def test_what_is_judged_by_how_many_signs_there_are_costs_no_more_than_that(count: int) -> None:
    for name, markdown in slow(count).items():
        if (most := guards._most(markdown)) <= guards.MAX_COST:
            assert sum(cost(markdown) for _, cost in guards._COSTS) <= most, name
            assert guards._judged(markdown) == "", name


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
