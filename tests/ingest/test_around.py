"""What goes from a raw text and what may not: whole pages, lines of many files, site.yaml, and the story above all."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.editor import around, furniture
from generator.ingest.editor.paragraphs import split
from generator.ingest.editor.reading import Reading
from generator.ingest.editor.vocabulary import Vocabulary
from generator.ingest.learned import Learned, fingerprint
from generator.model import SiteConfig

STORY = "The board of the upper river said on Tuesday that seventeen ships were waiting."
SECOND = "Nobody on the quay could say when the locks would open again, or who would pay."


def cut(text: str, learned: Learned = Learned(), **site: tuple[str, ...]) -> Reading:
    return around.cut(Reading(split(text), Vocabulary.of(SiteConfig(title="A", **site)), learned))  # type: ignore[arg-type]  # fields by their names


def stays(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def goes(reading: Reading) -> list[tuple[str, str]]:
    return [(line.text, line.rule) for line in reading.cut]


def known(often: tuple[str, ...] = (), always: tuple[str, ...] = (), repeated: tuple[str, ...] = ()) -> Learned:
    """`always` stand in more than half, so in a fifth too; all of them stand in more than one."""
    numbers = [frozenset(map(fingerprint, lines)) for lines in (often + always, always, often + always + repeated)]
    return Learned(*numbers)


# ── Lines of many files ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_line_of_many_files_goes_wherever_it_stands() -> None:
    found = cut(f"Quake!\n\n{STORY}\n\nThe river, daily\n\n{SECOND}", known(("The river, daily",)))

    assert stays(found) == ["Quake!", STORY, SECOND]
    assert goes(found) == [("The river, daily", "stands in many of the raw files")]


def test_one_without_letters_goes_only_at_the_ends() -> None:
    found = cut(f"Quake!\n\n{STORY}\n\n* * *\n\n{SECOND}\n\n* * *", known(("* * *",)))

    assert stays(found) == ["Quake!", STORY, "* * *", SECOND]


@pytest.mark.parametrize(
    "line", ["By Nora Field", "March 3, 2020", "Reuters", "Photo: Nora Field / AP", "Previous Article"]
)
def test_one_that_says_something_stays_for_those_who_read_it(line: str) -> None:
    assert line in stays(cut(f"Quake!\n\n{line}\n\n{STORY}\n\n{SECOND}", known((line,))))


def test_a_headline_of_many_files_stays_and_one_of_nearly_all_goes() -> None:
    text = f"Shipping news\n\n{STORY}\n\n{SECOND}"

    assert stays(cut(text, known(often=("Shipping news",))))[0] == "Shipping news"
    assert stays(cut(text, known(always=("Shipping news",))))[0] == STORY


SOUP = """Leek soup

This week Ruth Bell makes a soup of leek that her aunt cooked in year 1950.

Ingredients
2 leeks, chopped
Salt and pepper to taste

Method
Fry the leek in the oil until it is golden, about 3 minutes.
Add the stock and simmer.
Serve with bread."""
LOG = """Police log, week 3
Monday
8:12 a.m. A man on Elm Street reported the second bicycle stolen.
No arrests were made.
Tuesday
9:14 a.m. A deer was hit by the second car this week on Route 9.
A report was taken"""
STARS = """Horoscope for day 3

Aries
You will meet a friend, and lose two coins.
Taurus
The third of the month brings rest to you and yours.
Lucky color: red
Gemini
Letters arrive from the north.
Lucky color: red"""
FORMS = {
    "recipe": (SOUP, "Ingredients|Salt and pepper to taste|Method|Add the stock and simmer.|Serve with bread."),
    "log": (LOG, "Monday|No arrests were made.|Tuesday|A report was taken"),
    "horoscope": (STARS, "Aries|Taurus|Gemini|Lucky color: red"),
    "one head of a list": ("Leek soup\n\nIngredients\nTwo leeks\nAn onion\nOil\nA carrot\nCook it.", "Ingredients"),
    "one row of a list": (f"Fair\n\n{STORY}\n\nCake\nTotal\nPie\n\n{SECOND}", "Total"),
    "a head between paragraphs": (
        f"The day\n\nAries\n{STORY}\nTaurus\n{SECOND}\nGemini\n{STORY}",
        "Aries|Taurus|Gemini",
    ),
}


@pytest.mark.parametrize(("text", "often"), FORMS.values(), ids=FORMS)
def test_what_a_text_of_a_form_has_in_many_files_is_its_own(text: str, often: str) -> None:
    found = cut(text, known(tuple(often.split("|"))))

    assert goes(found) == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (f"The river, daily\n{SOUP}", ["The river, daily"]),
        (f"{SOUP}\n\nThe river, daily\nTo the quay\nOur tides", ["The river, daily", "To the quay", "Our tides"]),
        (SOUP.replace("Method", "Method\nAdvertisement"), ["Advertisement"]),
        (LOG.replace("Tuesday", "Share this\nTuesday"), ["Share this"]),
    ],
    ids=["above it", "a foot below it", "advertisement", "a button"],
)
def test_what_pages_print_goes_from_a_text_of_a_form_too(text: str, gone: list[str]) -> None:
    often = ("Ingredients", "Method", "Monday", "Tuesday", *gone)

    assert [line for line, _ in goes(cut(text, known(often)))] == gone


def test_a_line_of_more_than_half_of_all_files_is_of_no_kind() -> None:
    found = cut(
        f"The day\n\n{STORY}\nTo the quay\n{SECOND}\nOur tides\n{STORY}", known(always=("To the quay", "Our tides"))
    )

    assert [line for line, _ in goes(found)] == ["To the quay", "Our tides"]


# ── site.yaml ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_site_yaml_goes_before_every_list() -> None:
    text = f"Quake!\n\n{STORY}\n\nA word from us\n\n{SECOND}\n\nThe river, daily\n\nShare this"

    found = cut(text, known(("The river, daily",)), keep=("Share this", "/daily$/"), cut=("A word from us",))

    assert stays(found) == ["Quake!", STORY, SECOND, "The river, daily", "Share this"]
    assert goes(found) == [("A word from us", furniture.SITE)]


# ── Never the story ──────────────────────────────────────────────────────────────────────────────────────────────

PARAGRAPHS = [f"Paragraph {n} says in some words what happened to the {n}th of the ships." for n in range(12)]


def test_a_pattern_that_would_cut_the_story_cuts_nothing_and_a_person_is_told() -> None:
    found = cut("\n\n".join(["Quake!", *PARAGRAPHS]), cut=("/[234]th of/",))

    assert stays(found) == ["Quake!", *PARAGRAPHS]
    assert [(doubt.line, doubt.quote) for doubt in found.doubts] == [(2 * n + 3, PARAGRAPHS[n]) for n in (2, 3, 4)]
    assert {doubt.rule for doubt in found.doubts} == {around.SPARED}


def test_a_tenth_may_go() -> None:
    found = cut("\n\n".join(["Quake!", *PARAGRAPHS]), cut=("/ 3th of/",))

    assert stays(found) == ["Quake!", *PARAGRAPHS[:3], *PARAGRAPHS[4:]]
    assert found.doubts == ()


def test_what_a_person_named_word_for_word_goes() -> None:
    found = cut("\n\n".join(["Quake!", *PARAGRAPHS]), cut=tuple(PARAGRAPHS[2:5]))

    assert stays(found) == ["Quake!", *PARAGRAPHS[:2], *PARAGRAPHS[5:]]
    assert found.doubts == ()


def test_sentences_that_stand_in_other_files_too_are_no_loss() -> None:
    found = cut("\n\n".join(["Quake!", *PARAGRAPHS]), known(repeated=tuple(PARAGRAPHS[2:5])), cut=("/[234]th of/",))

    assert stays(found) == ["Quake!", *PARAGRAPHS[:2], *PARAGRAPHS[5:]]


def test_a_text_of_which_nothing_would_be_left_is_all_the_text_there_is() -> None:
    assert stays(cut("A word\nAnother", cut=("/./",))) == ["A word", "Another"]


ROWS = ["Share", "0", "Related Posts", "Flood!", STORY, SECOND, "The river, daily", "Tags: a, b", "", "We use cookies."]


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.sampled_from(ROWS), max_size=40))
def test_every_line_stays_or_is_on_record(rows: list[str]) -> None:
    lines = split("\n".join(rows))
    found = cut("\n".join(rows), known(("The river, daily",)))

    record = [(line.number, line.text) for line in found.lines] + [(line.line, line.text) for line in found.cut]

    assert sorted(record) == sorted((line.number, line.text) for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "Share\n" * 30_000,
        f"{STORY}\nRelated\n" * 15_000,
        "Privacy policy\nTerms\nComments\n" + "Home\n" * 100_000,
        "Privacy policy\nTerms\nComments\n" + f"{STORY}\n\nHome\n" * 10_000,
        "Home\nTerms\nComments\n" * 10 + "a" * 10_000_000,
        "Home\nTerms\nComments\n" * 10 + "a. " * 3_000_000,
    ],
    ids=["one label", "labels and text", "a menu", "a page", "one line", "one line of sentences"],
)
def test_hostile_texts_take_time_in_proportion(text: str) -> None:
    before = time.process_time()

    cut(text)

    assert time.process_time() - before < 10
