"""Lines that recur: what counts, what does not, and that no order matters."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.learned import Learned, alike, fingerprint, learn, sketch

STORY = "The council of {n} voted on the ferry after a debate that lasted {n} hours and went on into the night, said clerk {n}."


def told(n: int, *lines: str) -> tuple[str, ...]:
    """A story of its own, with lines around it. (Letters tell it apart: digits do not count.)"""
    name = "".join(chr(97 + int(digit)) for digit in str(n))
    return (*lines, *(STORY.format(n=f"{part}{name}") for part in ("north", "south", "east", "west")))


def pile(size: int, *lines: str, share: int = 1) -> Learned:
    return learn(sketch(told(n, *lines if n % share == 0 else ())) for n in range(size))


def test_a_short_line_of_a_fifth_of_the_stories_recurs() -> None:
    learned = pile(25, "Serving the harbour since 1921", share=5)
    assert learned.is_often("Serving the harbour since 1921")
    assert not learned.is_always("Serving the harbour since 1921")


def test_one_less_and_it_does_not() -> None:
    assert not pile(26, "Serving the harbour since 1921", share=6).is_often("Serving the harbour since 1921")


def test_nineteen_stories_teach_nothing() -> None:
    assert not pile(19, "Menu").is_often("Menu")
    assert pile(20, "Menu").is_always("Menu")


def test_counters_recur_whatever_they_count() -> None:
    learned = learn(sketch(told(n, f"{n} Shares")) for n in range(20))
    assert learned.is_often("7 shares")
    assert not learned.is_often("Shares")


def test_figures_that_a_story_tells_make_no_line_recur() -> None:
    learned = learn(sketch(told(n, f"Attendance: {n},{n + 100}", f"Upton {n}, Nether Upton 2")) for n in range(40))
    assert not learned.is_often("Attendance: 7,107")
    assert not learned.is_often("Upton 7, Nether Upton 2")


def test_a_long_line_that_recurs_is_known_and_is_not_furniture() -> None:
    line = "The Gazette is owned by the people of the harbour and " * 3
    learned = pile(20, line)
    assert learned.is_repeated(line)
    assert not learned.is_often(line)


def test_copies_of_one_story_count_once() -> None:
    copies = [sketch(told(0, "Ferry saved", f"{n} Shares")) for n in range(30)]
    learned = learn([*copies, *(sketch(told(n)) for n in range(1, 25))])
    assert not learned.is_often("Ferry saved")


def test_stories_of_a_few_lines_are_told_apart_though_their_footers_are_one() -> None:
    footer = "All that is printed here belongs to the people of the harbour."
    briefs = [sketch((f"Brief {chr(97 + n)}", footer)) for n in range(20)]
    assert learn(briefs).is_always(footer)


@settings(derandomize=True, max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from(["Menu", "Home", "0", "Share", "x" * 80, "y" * 130]), max_size=5), max_size=40)
)
def test_no_order_matters(piles: list[list[str]]) -> None:
    sketches = [sketch(told(n, *lines)) for n, lines in enumerate(piles)]
    shuffled = sketches.copy()
    random.Random(3).shuffle(shuffled)
    assert learn(shuffled) == learn(sketches)


def test_counting_in_parts_finds_the_same(monkeypatch) -> None:  # type: ignore[no-untyped-def]  # pytest's own fixture
    whole = pile(40, "Menu", "Home", share=3)
    monkeypatch.setattr("generator.ingest.learned._PART", 50)
    assert pile(40, "Menu", "Home", share=3) == whole


def test_an_early_and_a_late_edition_are_alike_and_neighbours_are_not() -> None:
    early, late = (
        told(1),
        (*told(1)[:3], "The vote was taken back on the next morning, when three members came home from sea."),
    )
    sketches = {"early": sketch(early), "late": sketch(late), "other": sketch(told(2)), "third": sketch(told(3))}
    assert list(alike(sketches, learn(sketches.values()))) == [("early", "late")]


def test_what_every_page_prints_makes_no_two_alike() -> None:
    footer = tuple(f"The {word} of this page belongs to the people of the harbour, who own it." for word in "abcdefg")
    sketches = {f"{n:02}": sketch(told(n, *footer)) for n in range(20)}
    assert not list(alike(sketches, learn(sketches.values())))


def test_what_a_line_says_is_not_what_it_looks_like() -> None:
    assert fingerprint("SHARE ") == fingerprint("share")
    assert fingerprint("Share this") != fingerprint("Share that")
