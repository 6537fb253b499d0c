"""What pages print around a story: cut above and below it, never inside. Cases: tests/golden/lines/furniture.yaml."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.editor import furniture
from generator.ingest.editor.paragraphs import Line, split
from generator.ingest.editor.phrases import page

GOLDEN = Path(__file__).parents[1] / "golden" / "lines" / "furniture.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
STORY = "The board of the upper river said on Tuesday that seventeen ships were waiting."


def trimmed(lines: tuple[Line, ...]) -> furniture.Kept:
    return furniture.remove(lines, furniture.ends(lines))


def cut(text: str) -> tuple[list[str], list[str]]:
    """What stays and what goes."""
    found = trimmed(split(text))
    return [line.text for line in found.lines], [line.text for line in found.cut]


def chained(text: str) -> tuple[list[str], str, str]:
    """What stays, and the headlines before and after."""
    found = furniture.neighbours(split(text))
    rules = {line.rule: line.text for line in found.cut}
    return [line.text for line in found.lines], rules.get(furniture.PREVIOUS, ""), rules.get(furniture.NEXT, "")


@pytest.mark.parametrize(
    ("previous", "next_"),
    [
        ("Previous Article", "Next Article"),
        ("« Previous Post", "Next Post »"),
        ("PREVIOUS STORY", "NEXT STORY"),
        ("Previous", "Next"),
        ("Vorheriger Beitrag", "Nächster Beitrag"),
        ("المقال السابق", "المقال التالي"),
        ("مطلب قبلی", "مطلب بعدی"),
        ("بابەتی پێشوو", "بابەتی داهاتوو"),
    ],
)
def test_the_headlines_beside_a_story_are_read_and_cut(previous: str, next_: str) -> None:
    text = f"Quake!\n\n{STORY}\n\n{previous}\n\nFlood!\n\n{next_}\n\nFire in the old harbour"

    assert chained(text) == (["Quake!", STORY], "Flood!", "Fire in the old harbour")


def test_labels_together_share_out_the_headlines_in_order() -> None:
    assert chained(f"{STORY}\nPrevious Article\nNext Article\nFlood!\nFire!") == ([STORY], "Flood!", "Fire!")


def test_a_label_without_a_headline_has_none() -> None:
    assert chained(f"{STORY}\nPrevious Article\nNext Article\nFire!") == ([STORY], "", "Fire!")
    assert chained(f"{STORY}\nPrevious Article") == ([STORY], "", "")


def test_a_label_and_its_headline_on_one_line() -> None:
    assert chained(f"{STORY}\nPrevious Article: Flood!\nNext post » Fire!") == ([STORY], "Flood!", "Fire!")


def test_labels_above_the_story_are_links_and_do_not_take_its_headline() -> None:
    assert chained(f"Previous Article\nNext Article\nQuake!\n\n{STORY}") == (["Quake!", STORY], "", "")


FLOOD, FIRE = "Flood in the old harbour", "Fire on the ferry"
ABOVE = {
    "one word each": (["Previous", FLOOD, "Next", FIRE, "Ships wait"], ["Ships wait"]),
    "the other way round": (["Next", FIRE, "Previous", FLOOD, "Ships wait"], ["Ships wait"]),
    "labels of two words": (["Previous Article", FLOOD, "Next Article", FIRE, "Ships wait"], ["Ships wait"]),
    "above a byline": (
        ["« Prev", FLOOD, "Next »", FIRE, "Ships wait", "By Nora Field"],
        ["Ships wait", "By Nora Field"],
    ),
    "below the headline": (["Ships wait", "Previous", FLOOD, "Next", FIRE], ["Ships wait"]),
    "Arabic": (["السابق", FLOOD, "التالي", FIRE, "السفن تنتظر"], ["السفن تنتظر"]),
}


@pytest.mark.parametrize(("head", "left"), ABOVE.values(), ids=ABOVE.keys())
def test_two_neighbours_above_a_story_that_has_its_own_headline_are_read(head: list[str], left: list[str]) -> None:
    for between in ("\n", "\n\n"):
        assert chained(between.join([*head, STORY, STORY])) == ([*left, STORY, STORY], FLOOD, FIRE)


@pytest.mark.parametrize(
    "head",
    [
        ["Previous", FLOOD, "Next", FIRE],  # which of the two is the story's own?
        ["Previous", FLOOD, "Next", FIRE, "By Nora Field"],
        ["Previous", FLOOD, "Next", FIRE, "March 3, 2020"],
        ["Previous", FLOOD, "Ships wait"],
        ["Previous", FLOOD, "Previous", FIRE, "Ships wait"],
        ["Previous", "Next", FLOOD, FIRE, "Ships wait"],
        ["Previous", "Home", "Next", "Contact", "Ships wait"],
        ["Previous", FLOOD, "Next", FLOOD, "Ships wait"],
        ["Previous", FLOOD, "Next", FIRE, FLOOD],
        ["Previous", FLOOD, "Next", FIRE, *["Ships wait"] * 9],
        [*["Ships wait"] * 9, "Previous", FLOOD, "Next", FIRE],
    ],
    ids=" / ".join,
)
def test_where_it_is_not_sure_whose_a_headline_is_it_stays(head: list[str]) -> None:
    stays, *claimed = chained("\n".join([*head, "", STORY, STORY]))
    assert (claimed, FLOOD in stays or FLOOD not in head) == (["", ""], True)


def test_a_label_takes_no_sentence_of_the_story() -> None:
    text = f"Quake!\n\n{STORY}\n\nNext\n\n{STORY}"
    assert chained(text) == (["Quake!", STORY, "Next", STORY], "", "")


def test_a_headline_that_goes_on_in_the_next_line_is_one() -> None:
    found = furniture.neighbours(split(f"{STORY}\nPrevious Article\nFlood in the old\nharbour town\n\nShare"))

    assert [line.text for line in found.cut if line.rule == furniture.PREVIOUS] == ["Flood in the old", "harbour town"]
    assert [line.text for line in found.lines] == [STORY, "Share"]


def test_counters_and_buttons_go_with_each_other() -> None:
    assert cut(f"Quake!\n{STORY}\nRelated Posts\nTotal\n0\nShare") == (
        ["Quake!", STORY],
        ["Related Posts", "Total", "0", "Share"],
    )
    assert cut(f"Quake!\n{STORY}\nShare\n12\n3 comments")[0] == ["Quake!", STORY]


def test_headlines_of_other_stories_go_with_their_label() -> None:
    stays, goes = cut(f"Quake!\n{STORY}\nYou may also like\nFlood!\nFire in the harbour\nShare")
    assert stays == ["Quake!", STORY]
    assert goes == ["You may also like", "Flood!", "Fire in the harbour", "Share"]


def test_headlines_without_a_label_stay() -> None:
    assert cut(f"Quake!\n{STORY}\nFlood!\nFire in the harbour")[1] == []


@pytest.mark.parametrize(
    "line", ["Share", "Next", "Video", "Related Posts", "Read more", "0", "Teilen", "شارك", "Advertisement"]
)
def test_nothing_is_cut_from_the_middle_of_a_story(line: str) -> None:
    text = f"Quake!\n\n{STORY}\n\n{line}\n\n{STORY}\n\n{STORY}"
    assert cut(text)[1] == []
    assert chained(text)[0] == ["Quake!", STORY, line, STORY, STORY]


@pytest.mark.parametrize("line", ["Total", "Home", "Comments", "2", "Reuters", "Views", "Contact us", "Donate now"])
def test_a_word_that_a_story_may_hold_needs_company_below(line: str) -> None:
    assert cut(f"Quake!\n{STORY}\n{line}\nThe end of it")[1] == []


@pytest.mark.parametrize(
    "line",
    [
        "© 2020 The Harbour",
        "Copyright 2020 The Harbour. All rights reserved. No part of this may be printed again without leave of us.",
        "12 comments",
        "Comments (3)",
        "3 min read",
        "Follow us on Facebook and Twitter",
        "Sign up for our daily newsletter",
        "Read more: Flood in the old harbour",
        "Your email address will not be published. Required fields are marked *",
        "Schreibe einen Kommentar",
        "// انتهى //",
        "اقرأ أيضًا",
        "انتهای پیام/",
        "زیاتر بخوێنەوە",
    ],
)
def test_lines_that_only_pages_print(line: str) -> None:
    assert cut(f"Quake!\n\n{STORY}\n\n{line}") == (["Quake!", STORY], [line])


def test_a_hard_wrapped_story_is_a_story() -> None:
    wrapped = "The board of the upper river said on\nTuesday that the ships were waiting and\nthat nobody knew for how long they would\ngo on with it; and this is what could be\nread more"
    assert cut(f"Quake!\n\n{wrapped}\n\n{wrapped}")[1] == []


@pytest.mark.parametrize("button", ["ADVERTISEMENT", "Share", "Tags: a, b"])
def test_a_button_below_a_label_is_no_headline_of_a_neighbour(button: str) -> None:
    assert chained(f"Quake!\n\n{STORY}\n\nNext Article\n{button}\nFlood!")[2] == ""


def test_the_headline_stays_even_where_it_is_a_word_of_pages() -> None:
    assert cut(f"Home\n{STORY}")[0] == ["Home", STORY]


@pytest.mark.parametrize(
    "line", ["14.05.2018", "14.5.18", "14.05.", "2018.05.14", "20180514", "1984", "١٤.٠٥.٢٠١٨", "۱۳۹۷"]
)
def test_what_can_be_a_date_is_no_counter(line: str) -> None:
    assert cut(f"{line}\nQuake!\n{STORY}") == ([line, "Quake!", STORY], [])


@pytest.mark.parametrize("line", ["4", "1,984", "1.984", "12.5k", "(31)", "45.210", "12045"])
def test_a_counter_above_the_headline_goes(line: str) -> None:
    assert cut(f"{line}\nQuake!\n{STORY}") == (["Quake!", STORY], [line])


@pytest.mark.parametrize(
    ("rows", "gone"),
    [
        (["Burke 1,204", "Orr 988", "Total", "2,206"], []),
        (["Linden 3", "Field 1", "Views"], []),
        (["Linden 3", "Field 1", "Share this", "12"], ["Share this", "12"]),
        (["Linden 3", "Field 1", "Share", "Tweet", "Print"], ["Share", "Tweet", "Print"]),
    ],
)
def test_a_list_without_a_sentence_loses_only_what_is_sure(rows: list[str], gone: list[str]) -> None:
    assert cut("\n".join(["Results of the day", *rows]))[1] == gone


def test_printed_tags_are_read() -> None:
    assert furniture.printed_tags("Tags: Iraq, Baghdad, #Water") == ("Iraq", "Baghdad", "Water")
    assert furniture.printed_tags("الوسوم: العراق، بغداد") == ("العراق", "بغداد")
    assert furniture.printed_tags("Baghdad: a city, and more") == ()


def test_no_phrase_is_on_two_lists() -> None:
    lists = [page.PREVIOUS, page.NEXT, page.SECTIONS, page.SURE]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))


@settings(derandomize=True, max_examples=200)
@given(
    st.lists(
        st.sampled_from(["Share", "0", "Related Posts", "Next Article", "Flood!", STORY, "Tags: a, b", ""]), max_size=12
    )
)
def test_every_line_stays_or_is_on_record(rows: list[str]) -> None:
    lines = split("\n".join(rows))
    first = furniture.neighbours(lines)
    second = trimmed(first.lines)

    record = [(line.number, line.text) for line in second.lines]
    record += [(line.line, line.text) for line in (*first.cut, *second.cut)]

    assert sorted(record) == sorted((line.number, line.text) for line in lines)
    stories = [i for i, line in enumerate(lines) if line.text == STORY]
    if stories:
        inside = [
            line.text for line in lines[stories[0] : stories[-1] + 1] if line.text not in {"Next Article", "Flood!"}
        ]
        kept = [line.text for line in second.lines]
        assert [text for text in inside if text not in kept] == []


@pytest.mark.parametrize("line", ["Share", "1", "Previous Article", "Related Posts", "Headline", "© a", "a: b", "»"])
def test_long_texts_take_time_in_proportion(line: str) -> None:
    lines = split(f"{line}\n" * 20_000)
    before = time.process_time()

    trimmed(furniture.neighbours(lines).lines)

    assert time.process_time() - before < 4


# ── Golden lines ─────────────────────────────────────────────────────────────────────────────────────────────────


def block(case: dict[str, Any]) -> list[str]:
    return case["cut"] if isinstance(case["cut"], list) else [case["cut"]]


def around(lines: list[str], place: str) -> str:
    """A headline and two paragraphs, with these lines above, between or below."""
    story, rows = f"Quake!\n\n{STORY}\n\n{STORY}", "\n\n".join(lines)
    if place == "inside":
        return f"Quake!\n\n{STORY}\n\n{rows}\n\n{STORY}"
    return f"{rows}\n\n{story}" if place == "above" else f"{story}\n\n{rows}"


def cut_where_it_stands(lines: list[str], case: dict[str, Any]) -> list[tuple[str, str]]:
    found = trimmed(split(around(lines, case.get("place", "below"))))
    return [(line.text, line.rule) for line in found.cut]


def test_there_are_sixty_golden_lines() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: block(case)[0])
def test_furniture_goes_with_its_rule(case: dict[str, Any]) -> None:
    gone = cut_where_it_stands(block(case), case)

    assert [text for text, _ in gone] == block(case)
    assert case["rule"] in {rule for _, rule in gone}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["stays"])
def test_its_false_friend_stays(case: dict[str, Any]) -> None:
    assert cut_where_it_stands([case["stays"]], case) == []


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Next Previous عين اليوم – واس", ["Next Previous", "عين اليوم – واس"]),
        ("Next Previous", ["Next Previous"]),
        ("Next previous owners", ["Next previous owners"]),
        (
            "قال ذلك أمس . رابط الخبر بصحيفة الميناء: افتتاح مدرسة",
            ["قال ذلك أمس .", "رابط الخبر بصحيفة الميناء: افتتاح مدرسة"],
        ),
        ("رابط الخبر بصحيفة الميناء: افتتاح مدرسة", ["رابط الخبر بصحيفة الميناء: افتتاح مدرسة"]),
        ("نشر رابط الخبر بصحيفة قديمة", ["نشر رابط الخبر بصحيفة قديمة"]),
    ],
)
def test_furniture_glued_to_a_line_is_parted_from_it(line: str, parts: list[str]) -> None:
    assert [part.text for part in furniture.unglued(split(line)[0])] == parts
