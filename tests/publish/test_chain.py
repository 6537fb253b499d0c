"""What printed headlines say about order: chains, brackets, the wanted list, and whom not to believe."""

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from generator import edtf, text
from generator.model import Date
from generator.publish import chain, headlines
from generator.publish.model import Chains, Clue

HARBOUR = "Harbour reopens after the longest storm of the winter"
COUNCIL = "Council votes on money for new school roofs"
EXPORTS = "Exports of dates rise as river traffic returns"
MUSEUM = "Museum shows letters found behind a wall"
DISTRICTS = [f"Report from district number {n}" for n in range(40)]


def d(written: str) -> Date:
    return edtf.parse(written)


def row(titles: Sequence[str], dates: dict[int, str] | None = None, ids: Sequence[str] = ()) -> list[Clue]:
    """Articles in the order of time, each of which prints its neighbours' headlines; dates by place."""
    dates = dates or {}
    return [
        Clue(
            id=ids[n] if ids else f"a{n:02}",
            title=title,
            date=d(dates[n]) if n in dates else None,
            previous=titles[n - 1] if n else "",
            next=titles[n + 1] if n + 1 < len(titles) else "",
        )
        for n, title in enumerate(titles)
    ]


def walk(chains: Chains, start: str) -> list[str]:
    """From an article to the newer end, as a reader walks."""
    newer, seen = dict(chains.newer), [start]
    while seen[-1] in newer:
        seen.append(newer[seen[-1]])
        assert len(seen) <= len(newer) + 1, "a loop"
    return seen


def brackets(chains: Chains) -> dict[str, str]:
    return {id: date.text for id, date in chains.brackets}


def linked(printed: str, *titles: str) -> bool:
    """Whether an article that prints this headline as its next one is linked to one of those titles."""
    clues = [Clue("here", "An article of quite another kind", None, "", printed)]
    return bool(chain.resolve([*clues, *(Clue(f"t{n}", title) for n, title in enumerate(titles))]).newer)


# ── Chains ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_forty_undated_articles_are_walked_from_end_to_end() -> None:
    titles = [f"{place} {what}" for place in ("Basra", "Erbil", "Mosul", "Najaf", "Kirkuk") for what in "abcdefgh"]
    ids = [f"{n:02}" for n in range(40)]
    Random(7).shuffle(ids)
    chains = chain.resolve(row(titles, ids=ids))
    assert walk(chains, ids[0]) == ids
    assert chains.runs == (tuple(ids),)
    assert chains.older == tuple(sorted(zip(ids[1:], ids, strict=False)))
    assert (chains.brackets, chains.wanted, chains.problems) == ((), (), ())


def test_a_gap_ends_a_chain_and_names_what_is_wanted() -> None:
    everything = row([f"Report from district number {n}" for n in range(10)], {1: "2020-11-17", 8: "2020-11-24"})
    chains = chain.resolve([clue for n, clue in enumerate(everything) if n not in (4, 5)])
    assert walk(chains, "a00") == ["a00", "a01", "a02", "a03"]
    assert walk(chains, "a06") == ["a06", "a07", "a08", "a09"]
    assert chains.runs == (("a00",), ("a02", "a03"), ("a06", "a07"), ("a09",))
    assert [(w.title[-1], w.after, w.before) for w in chains.wanted] == [("4", ("a03",), ()), ("5", (), ("a06",))]
    assert [w.bracket and w.bracket.text for w in chains.wanted] == ["2020-11-17/..", "../2020-11-24"]


def test_one_side_is_enough_where_nothing_contradicts() -> None:
    chains = chain.resolve([Clue("a", HARBOUR, None, "", COUNCIL), Clue("b", COUNCIL)])
    assert chains.newer == (("a", "b"),)
    chains = chain.resolve([Clue("a", HARBOUR), Clue("b", COUNCIL, None, HARBOUR, "")])
    assert chains.newer == (("a", "b"),)


def test_no_article_is_its_own_neighbour() -> None:
    chains = chain.resolve([Clue("a", HARBOUR, None, HARBOUR, HARBOUR.upper())])
    assert (chains.older, chains.newer, chains.wanted, chains.problems) == ((), (), (), ())


def test_a_dash_where_a_headline_should_be_is_none() -> None:
    chains = chain.resolve([Clue("a", "—", None, "—", " ... "), Clue("b", "", None, "", "")])
    assert chains == Chains()


def test_an_empty_archive() -> None:
    assert chain.resolve([]) == Chains()
    assert chain.leverage(Chains(), []) == ()


# ── Which headline is which ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "printed",
    [
        "HARBOUR REOPENS AFTER THE LONGEST STORM OF THE WINTER",
        "Harbour reopens – after the “longest” storm of the winter!",
        "Harbour reopens after the longest strom of the winter",
        "Harbor reopens after the longest storm of the winter",
        "Harbour re opens after the longest storm of the winter",
        "Harbour reopens after the longest storm of winter",
        "Harbour reopens after the lon…",
        "Harbour reopens after ...",
        "Harbour reopens after the longest […]",
    ],
)
def test_a_headline_is_known_again(printed: str) -> None:
    assert linked(printed, HARBOUR, COUNCIL, EXPORTS)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Exports of dates fall by 3 percent, the port says", "Exports of dates fall by 8 percent, the port says"),
        ("صادرات التمور تنخفض بنسبة ٣ في المئة بحسب الميناء", "صادرات التمور تنخفض بنسبة ٨ في المئة بحسب الميناء"),
        ("What the council decided on Monday evening", "What the council decided on Sunday evening"),
        ("Was der Rat am Montagabend und am Montag beschloss", "Was der Rat am Montagabend und am Sonntag beschloss"),
        ("قرارات مجلس المدينة التي صدرت مساء الاثنين في البصرة", "قرارات مجلس المدينة التي صدرت مساء الأحد في البصرة"),
        ("تصمیم‌های شورای شهر در نشست عصر دوشنبه اعلام شد", "تصمیم‌های شورای شهر در نشست عصر سه‌شنبه اعلام شد"),
        ("تصمیم‌های شورای شهر در نشست عصر دو شنبه اعلام شد", "تصمیم‌های شورای شهر در نشست عصر سه شنبه اعلام شد"),
        ("بڕیارەکانی ئەنجومەنی شار لە ئێوارەی دووشەممە", "بڕیارەکانی ئەنجومەنی شار لە ئێوارەی سێشەممە"),
        ("The river stood higher in June than ever before", "The river stood higher in July than ever before"),
        ("ارتفاع منسوب النهر في شهر يونيو إلى أعلى مستوى له", "ارتفاع منسوب النهر في شهر يوليو إلى أعلى مستوى له"),
        ("Fire at the cement works outside town, two are hurt", "Fire at the cement works outside town, ten are hurt"),
    ],
)
def test_a_digit_a_day_or_a_month_makes_another_headline(printed: str, title: str) -> None:
    assert not linked(printed, title)
    assert linked(title, title)
    agreeing = [Clue("a", HARBOUR, None, "", printed), Clue("b", title, None, HARBOUR, "")]
    assert not headlines.claims(headlines.read(agreeing)).get(("a", "next")), "not even if the other side agrees"


def test_those_near_misses_are_as_alike_as_slips_are() -> None:
    """Without the marks the likeness alone would have matched them: it is the marks that are tested above."""
    alike = fuzz.ratio(
        text.key("What the council decided on Monday evening"), text.key("What the council decided on Sunday evening")
    )
    assert alike >= headlines.ALIKE


def test_the_same_number_in_other_digits_is_the_same() -> None:
    assert linked(
        "صادرات التمور تنخفض بنسبه ٠٨ في المئة بحسب المينا", "صادرات التمور تنخفض بنسبة 8 في المئة بحسب الميناء"
    )


def test_another_word_is_another_headline_where_it_is_a_word_of_the_archive() -> None:
    iran, iraq = "Iran expects the price of oil to rise this year", "Iraq expects the price of oil to rise this year"
    assert not linked(iraq, iran, "Snow falls in Iraq")
    assert linked(iran.replace("expects", "expcets"), iran, "Snow falls in Iraq")


def test_but_if_the_other_article_agrees_its_headline_was_edited() -> None:
    old, new = "Storm kills two fishermen off the southern coast", "Storm killed two fishermen off the southern coast"
    clues = [Clue("a", HARBOUR, None, "", old), Clue("b", new, None, HARBOUR, ""), Clue("c", "Frost kills the dates")]
    assert chain.resolve(clues).newer == (("a", "b"),)
    assert chain.resolve(clues).wanted == ()
    one_sided = [clues[0], Clue("b", new), clues[2]]
    assert [w.title for w in chain.resolve(one_sided).wanted] == [old]


def test_a_short_beginning_tells_nothing_and_wants_nothing() -> None:
    chains = chain.resolve([Clue("a", HARBOUR, None, "", "Council…"), Clue("b", COUNCIL)])
    assert (chains.newer, chains.wanted) == ((), ())


def test_a_beginning_of_several_headlines_waits_for_agreement() -> None:
    both = [Clue("b", COUNCIL), Clue("c", COUNCIL + " again")]
    printed = Clue("a", HARBOUR, None, "", "Council votes on money…")
    assert chain.resolve([printed, *both]).newer == ()
    agreeing = Clue("c", COUNCIL + " again", None, HARBOUR, "")
    assert chain.resolve([printed, both[0], agreeing]).newer == (("a", "c"),)


def test_ten_morning_briefings_find_their_places_by_agreement() -> None:
    titles = [title for n in range(10) for title in ("Morning briefing", f"The long story of day {n} and its night")]
    chains = chain.resolve(row(titles))
    assert walk(chains, "a00") == [f"a{n:02}" for n in range(20)]


def test_a_morning_briefing_that_nobody_confirms_is_neither_linked_nor_wanted() -> None:
    clues = [Clue(f"b{n}", "Morning briefing") for n in range(10)]
    chains = chain.resolve([*clues, Clue("a", HARBOUR, None, "Morning briefing", "")])
    assert (chains.older, chains.wanted, chains.problems) == ((), (), ())


def test_pairs_that_agree_every_day_prove_nothing() -> None:
    clues = [
        clue
        for n in range(3)
        for clue in (Clue(f"w{n}", "Weather", None, "", "Briefing"), Clue(f"b{n}", "Briefing", None, "Weather", ""))
    ]
    assert chain.resolve(clues).newer == ()


# ── Which way it points ──────────────────────────────────────────────────────────────────────────────────────────


def test_sites_whose_previous_is_newer_are_learned_from_dated_pairs() -> None:
    newest_first = row([MUSEUM, EXPORTS, COUNCIL, HARBOUR], {0: "2020-11-20", 1: "2020-11-19", 3: "2020-11-17"})
    chains = chain.resolve(newest_first)
    assert not chains.previous_is_older
    assert walk(chains, "a03") == ["a03", "a02", "a01", "a00"]
    assert brackets(chains) == {"a02": "2020-11-17/2020-11-19"}
    assert chains.problems == ()


def test_the_majority_of_dated_pairs_decides_and_the_rest_is_reported() -> None:
    dates = {n: f"2020-11-{day}" for n, day in enumerate((10, 11, 12, 13, 9))}
    chains = chain.resolve(row([HARBOUR, COUNCIL, EXPORTS, MUSEUM, "A dike breaks"], dates))
    assert chains.previous_is_older
    assert walk(chains, "a00") == ["a00", "a01", "a02", "a03"]
    assert chains.problems == (
        f"“{MUSEUM}” (2020-11-13) names “A dike breaks” (2020-11-09) as its next article, but the dates say otherwise",
    )


def test_one_day_is_no_order_but_two_times_of_it_are() -> None:
    assert chain.resolve(row([HARBOUR, COUNCIL], {0: "2020-11-18", 1: "2020-11-18"})).newer == (("a00", "a01"),)
    times = {0: "2020-11-18T10:00:00+03:00", 1: "2020-11-18T09:00:00+03:00"}
    assert not chain.resolve(row([HARBOUR, COUNCIL], times)).previous_is_older


@pytest.mark.parametrize("coarse", ["2020", "2020-11", "2020-11-01~", "../2020-12", "2020-10/.."])
def test_dates_that_overlap_or_are_approximate_contradict_nothing(coarse: str) -> None:
    chains = chain.resolve(row([HARBOUR, COUNCIL, EXPORTS], {0: "2020-11-18", 1: coarse, 2: "2020-11-19"}))
    assert (walk(chains, "a00"), chains.problems) == (["a00", "a01", "a02"], ())


# ── Whom not to believe ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_contradiction_is_reported_and_not_followed() -> None:
    clues = [Clue("a", HARBOUR, None, "", COUNCIL), Clue("b", COUNCIL, None, EXPORTS, ""), Clue("c", EXPORTS)]
    chains = chain.resolve(clues)
    assert chains.newer == ()
    assert chains.problems == (
        f"“{COUNCIL}” names “{EXPORTS}” as its previous article, but “{HARBOUR}” names “{COUNCIL}” as the next one",
    )


def test_two_that_agree_outrank_a_third() -> None:
    clues = [
        Clue("a", HARBOUR, None, "", COUNCIL),
        Clue("b", COUNCIL, None, HARBOUR, ""),
        Clue("c", EXPORTS, None, "", COUNCIL),
    ]
    chains = chain.resolve(clues)
    assert chains.newer == (("a", "b"),)
    assert chains.problems == (
        f"“{COUNCIL}” names “{HARBOUR}” as its previous article, but “{EXPORTS}” names “{COUNCIL}” as the next one",
    )


def test_two_articles_claim_the_same_neighbour() -> None:
    clues = [Clue("a", HARBOUR, None, "", COUNCIL), Clue("b", COUNCIL), Clue("c", EXPORTS, None, "", COUNCIL)]
    chains = chain.resolve(clues)
    assert chains.newer == ()
    assert chains.problems == (f"“{EXPORTS}” and “{HARBOUR}” each name “{COUNCIL}” as the next article",)


def test_a_headline_that_was_never_captured_contradicts_too() -> None:
    chains = chain.resolve([Clue("a", HARBOUR, None, "", COUNCIL), Clue("b", COUNCIL, None, "A dike breaks", "")])
    assert (chains.newer, len(chains.problems)) == ((), 1)
    assert [w.title for w in chains.wanted] == ["A dike breaks"]


def test_what_the_dates_refute_is_not_held_against_others() -> None:
    clues = [
        Clue("a", HARBOUR, d("2020-11-10"), "", COUNCIL),
        Clue("b", COUNCIL, d("2020-11-12"), EXPORTS, ""),
        Clue("c", EXPORTS, d("2020-11-20")),
    ]
    chains = chain.resolve(clues)
    assert chains.newer == (("a", "b"),)
    assert len(chains.problems) == 1


def test_a_headline_that_may_mean_any_of_very_many_contradicts_nobody() -> None:
    many = [Clue(f"m{n:02}", f"Report from district number {n}") for n in range(headlines.SEVERAL + 1)]
    speaker = Clue("a", "Report from district number one hundred", None, "", COUNCIL)
    chains = chain.resolve([*many, speaker, Clue("b", COUNCIL, None, "Report from district…", "")])
    assert (chains.newer, chains.problems) == ((("a", "b"),), ())


def test_a_ring_that_everyone_confirms_is_not_followed() -> None:
    titles = [HARBOUR, COUNCIL, EXPORTS, MUSEUM]
    ring = [Clue(f"a{n}", title, None, titles[n - 1], titles[(n + 1) % 4]) for n, title in enumerate(titles)]
    chains = chain.resolve(ring)
    assert (chains.newer, chains.runs) == ((), ())
    assert chains.problems == (
        f"“{HARBOUR}”, “{COUNCIL}” and 2 others name one another in a circle, so that none of them comes first",
    )


def test_a_ring_is_cut_where_only_one_side_says_so() -> None:
    open_ = row([HARBOUR, COUNCIL, EXPORTS])
    closed = [*open_[:2], Clue("a02", EXPORTS, None, COUNCIL, HARBOUR)]
    chains = chain.resolve(closed)
    assert walk(chains, "a00") == ["a00", "a01", "a02"]
    assert len(chains.problems) == 1


def test_an_article_that_names_one_other_on_both_sides() -> None:
    chains = chain.resolve([Clue("a", HARBOUR, None, COUNCIL, COUNCIL), Clue("b", COUNCIL)])
    assert chains.newer == ()
    assert chains.problems == (
        f"“{HARBOUR}” and “{COUNCIL}” name one another in a circle, so that none of them comes first",
    )


def test_a_ring_with_dates_is_cut_where_the_dates_fall() -> None:
    titles = [HARBOUR, COUNCIL, EXPORTS]
    ring = [Clue(f"a{n}", t, d(f"2020-11-1{n}"), titles[n - 1], titles[(n + 1) % 3]) for n, t in enumerate(titles)]
    chains = chain.resolve(ring)
    assert walk(chains, "a0") == ["a0", "a1", "a2"]
    assert len(chains.problems) == 1


def test_long_and_hostile_headlines_are_cut_in_messages() -> None:
    long = "\u202eword\x1b[31m " * 5000
    clues = [Clue("a", HARBOUR, None, "", long), Clue("b", long), Clue("c", EXPORTS, None, "", long)]
    (problem,) = chain.resolve(clues).problems
    assert len(problem) < 300
    assert "\x1b" not in problem
    assert "\u202e" not in problem


# ── Brackets ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_undated_articles_are_bracketed_by_the_nearest_dated_ones() -> None:
    titles = [f"Report from district number {n}" for n in range(7)]
    chains = chain.resolve(row(titles, {1: "2020-11-17", 4: "2020-11-19T08:00:00Z"}))
    assert brackets(chains) == {
        "a00": "../2020-11-17",
        "a02": "2020-11-17/2020-11-19",
        "a03": "2020-11-17/2020-11-19",
        "a05": "2020-11-19/..",
        "a06": "2020-11-19/..",
    }
    assert chains.runs == (("a00",), ("a02", "a03"), ("a05", "a06"))


def test_between_two_of_one_day_it_is_that_day() -> None:
    chains = chain.resolve(row([HARBOUR, COUNCIL, EXPORTS], {0: "2020-11-17", 2: "2020-11-17"}))
    assert brackets(chains) == {"a01": "2020-11-17"}


@pytest.mark.parametrize(
    ("older", "bracket"),
    [
        ("2020-11", "2020-11-01/2020-12-31"),
        ("2020", "2020"),
        ("2020-11-05/2020-11-09", "2020-11-05/2020-12-31"),
        ("../2020-11-09", "../2020"),
        ("2020-11-05~", "../2020"),
    ],
)
def test_a_coarse_date_bounds_by_its_outer_end_and_an_approximate_one_not_at_all(older: str, bracket: str) -> None:
    chains = chain.resolve(row([HARBOUR, COUNCIL, EXPORTS], {0: older, 2: "2020"}))
    found = dict(chains.brackets)["a01"]
    assert (found.first, found.last) == (d(bracket).first, d(bracket).last)


def test_a_coarse_date_does_not_undo_a_finer_one_behind_it() -> None:
    dates = {0: "2020-11-18", 1: "2020", 3: "2020", 4: "2020-11-20"}
    titles = [f"Report from district number {n}" for n in range(5)]
    assert brackets(chain.resolve(row(titles, dates))) == {"a02": "2020-11-18/2020-11-20"}


def test_site_yaml_brackets_what_nothing_else_does() -> None:
    clues = [*row([HARBOUR, COUNCIL], {0: "2020-11-17"}), Clue("z", MUSEUM, None, "", "A dike breaks")]
    chains = chain.resolve(clues, d("2018/2023"))
    found = {id: (date.first, date.last) for id, date in chains.brackets}
    assert found == {"a01": ("2020-11-17", "2023-12-31"), "z": ("2018-01-01", "2023-12-31")}
    assert [w.bracket for w in chains.wanted] == [d("2018/2023")]


def test_without_it_an_article_in_no_chain_has_no_bracket() -> None:
    assert chain.resolve([Clue("z", MUSEUM)]).brackets == ()


@pytest.mark.parametrize("published", ["", "2020"])
def test_dates_the_wrong_way_round_leave_no_bracket_and_a_word(published: str) -> None:
    titles = [f"Report from district number {n}" for n in range(6)]
    dates = {0: "2020-11-20", 3: "2020-11-18", 4: "2020-11-19"}
    chains = chain.resolve(row(titles, dates), d(published) if published else None)
    assert [(id, date.first) for id, date in chains.brackets] == [("a05", "2020-11-19")]
    assert chains.problems == (
        f"“{titles[1]}” comes after “{titles[0]}” (2020-11-20) and before “{titles[3]}” (2020-11-18), "
        "but no day lies between them",
    )


def test_a_chain_outside_the_time_of_the_archive_is_reported() -> None:
    chains = chain.resolve(row([HARBOUR, COUNCIL], {0: "2024-11-20"}), d("2018/2023"))
    assert brackets(chains) == {}
    assert chains.problems == (
        f"“{COUNCIL}” comes after “{HARBOUR}” (2024-11-20), but this lies outside `published` in site.yaml",
    )


# ── Across a missing article ─────────────────────────────────────────────────────────────────────────────────────


def missing(titles: Sequence[str], gaps: Iterable[int], dates: dict[int, str] | None = None) -> list[Clue]:
    """A row of articles of which some were never captured."""
    return [clue for n, clue in enumerate(row(titles, dates)) if n not in set(gaps)]


def test_one_missing_article_does_not_break_the_order() -> None:
    chains = chain.resolve(missing(DISTRICTS[:3], [1]))
    assert chains.bridges == (("a00", "a02"),)
    assert chains.runs == (("a00", "a02"),)
    assert (chains.older, chains.newer, chains.problems) == ((), (), ()), "links join articles that are held"
    assert [w.title for w in chains.wanted] == [DISTRICTS[1]]


def test_nor_where_previous_is_newer() -> None:
    dates = {0: "2020-11-20", 1: "2020-11-19", 4: "2020-11-12"}
    chains = chain.resolve(missing(DISTRICTS[:5], [2], dates))
    assert chains.bridges == (("a03", "a01"),)
    assert brackets(chains) == {"a03": "2020-11-12/2020-11-19"}


@pytest.mark.parametrize("gap", range(1, 6))
def test_brackets_reach_across_a_gap_anywhere_between_two_dates(gap: int) -> None:
    chains = chain.resolve(missing(DISTRICTS[:7], [gap], {0: "2019-11-12", 6: "2019-11-25"}))
    assert brackets(chains) == {f"a{n:02}": "2019-11-12/2019-11-25" for n in range(1, 6) if n != gap}
    assert [w.bracket for w in chains.wanted] == [d("2019-11-12/2019-11-25")]


def test_two_gaps_with_one_article_between_them() -> None:
    chains = chain.resolve(missing(DISTRICTS[:5], [1, 3], {0: "2019-11-12", 4: "2019-11-25"}))
    assert chains.bridges == (("a00", "a02"), ("a02", "a04"))
    assert brackets(chains) == {"a02": "2019-11-12/2019-11-25"}
    assert chains.runs == (("a02",),)


def test_forty_undated_articles_with_three_gaps_are_one_run() -> None:
    chains = chain.resolve(missing(DISTRICTS[:40], [7, 20, 31]))
    assert chains.runs == (tuple(f"a{n:02}" for n in range(40) if n not in (7, 20, 31)),)
    assert len(chains.wanted) == len(chains.bridges) == 3


def test_what_to_date_first_sees_across_a_gap() -> None:
    clues = missing(DISTRICTS[:6], [3], {0: "2020-11-17"})
    assert chain.leverage(chain.resolve(clues), clues) == (("a05", 3), ("a04", 2), ("a02", 1), ("a01", 0))


@pytest.mark.parametrize(
    "third", [Clue("c", EXPORTS, None, "", "A dike breaks"), Clue("c", EXPORTS, None, "A dike breaks", "")]
)
def test_a_headline_that_three_articles_want_is_no_bridge(third: Clue) -> None:
    two = [Clue("a", HARBOUR, None, "", "A dike breaks at Kut"), Clue("b", COUNCIL, None, "A dike breaks at Kut", "")]
    third = replace(
        third, previous=third.previous and third.previous + " at Kut", next=third.next and third.next + " at Kut"
    )
    assert chain.resolve([*two, Clue("c", EXPORTS)]).bridges == (("a", "b"),)
    assert chain.resolve([*two, third]).bridges == ()


def test_a_short_headline_is_no_bridge() -> None:
    two = [Clue("a", HARBOUR, None, "", "In brief"), Clue("b", COUNCIL, None, "In brief", "")]
    chains = chain.resolve(two)
    assert (chains.bridges, chains.runs, len(chains.wanted)) == ((), (), 1)


def test_a_headline_cut_short_on_one_side_is_a_bridge() -> None:
    whole = "A dike breaks at the Kut barrage and floods farms"
    two = [Clue("a", HARBOUR, None, "", whole), Clue("b", COUNCIL, None, whole[:20] + "…", "")]
    assert chain.resolve(two).bridges == (("a", "b"),)


@pytest.mark.parametrize("rival", [Clue("c", EXPORTS, None, HARBOUR, ""), Clue("c", EXPORTS, None, "", COUNCIL)])
def test_no_bridge_ends_at_a_place_that_another_article_claims(rival: Clue) -> None:
    two = [Clue("a", HARBOUR, None, "", MUSEUM), Clue("b", COUNCIL, None, MUSEUM, "")]
    chains = chain.resolve([*two, rival])
    assert (chains.bridges, chains.newer, len(chains.problems)) == ((), (), 1)


def test_what_the_dates_refute_claims_no_place() -> None:
    two = [Clue("a", HARBOUR, d("2020-11-18"), "", MUSEUM), Clue("b", COUNCIL, None, MUSEUM, "")]
    dated = row([EXPORTS, "A dike breaks"], {0: "2020-11-11", 1: "2020-11-12"}, ["c", "e"])
    rival = Clue("f", "Frost kills the dates", d("2020-11-10"), HARBOUR, "")
    chains = chain.resolve([*two, *dated, rival])
    assert chains.bridges == (("a", "b"),)
    assert len(chains.problems) == 1


@pytest.mark.parametrize(("older", "newer"), [("2020-11-20", "2020-11-18"), ("2020-11-18T10:00Z", "2020-11-18T09:00Z")])
def test_a_bridge_against_the_dates_is_reported_and_not_followed(older: str, newer: str) -> None:
    chains = chain.resolve(missing(DISTRICTS[:5], [2], {1: older, 3: newer}))
    assert (chains.bridges, chains.runs) == ((), (("a00",), ("a04",)))
    assert brackets(chains) == {"a00": "../" + older[:10], "a04": newer[:10] + "/.."}
    assert chains.problems == (
        f"“{DISTRICTS[2]}” comes after “{DISTRICTS[1]}” ({d(older).text}) and before “{DISTRICTS[3]}” "
        f"({d(newer).text}), but the dates say otherwise",
    )


def test_the_dates_of_both_chains_count_not_only_those_beside_the_gap() -> None:
    chains = chain.resolve(missing(DISTRICTS[:5], [2], {0: "2020-11-20", 4: "2020-11-18"}))
    assert (chains.bridges, brackets(chains)) == ((), {"a01": "2020-11-20/..", "a03": "../2020-11-18"})
    assert [problem.endswith("but the dates say otherwise") for problem in chains.problems] == [True]


def test_two_times_of_one_day_beside_the_gap_count_too() -> None:
    times = {0: "2020-11-18T09:00Z", 1: "2020-11-18T11:00Z", 3: "2020-11-18T10:00Z"}
    chains = chain.resolve(missing(DISTRICTS[:4], [2], times))
    assert (chains.bridges, len(chains.problems)) == ((), 1)


def test_a_bridge_that_closes_a_ring_is_not_followed() -> None:
    titles = DISTRICTS[:4]
    ring = [replace(clue, previous=clue.previous or MUSEUM, next=clue.next or MUSEUM) for clue in row(titles)]
    chains = chain.resolve(ring)
    assert walk(chains, "a00") == ["a00", "a01", "a02", "a03"], "what articles say of one another stands"
    assert (chains.bridges, chains.runs) == ((), (("a00", "a01", "a02", "a03"),))
    assert chains.problems == (
        f"“{titles[0]}”, “{titles[1]}” and 2 others follow one another across missing articles in a circle, "
        "so that none of them comes first",
    )


def test_a_ring_of_bridges_alone_is_given_up() -> None:
    around = [Clue("a", HARBOUR, None, MUSEUM, EXPORTS), Clue("b", COUNCIL, None, EXPORTS, MUSEUM)]
    chains = chain.resolve(around)
    assert (chains.bridges, chains.runs, len(chains.problems)) == ((), (), 1)


# ── Wanted ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_wanted_headline_is_listed_once_with_both_its_neighbours() -> None:
    clues = [
        Clue("a", HARBOUR, d("2020-11-17"), "", "A dike breaks at Kut"),
        Clue("b", COUNCIL, d("2020-11-19"), "A DIKE BREAKS AT KUT", ""),
        Clue("c", EXPORTS, d("2021-11-19"), "", "Nothing like it"),
    ]
    first, second = chain.resolve(clues).wanted
    assert (first.title, first.after, first.before) == ("A DIKE BREAKS AT KUT", ("a",), ("b",))
    assert first.bracket == d("2020-11-17/2020-11-19")
    assert (second.title, second.after, second.before) == ("Nothing like it", ("c",), ())


def test_forms_cut_at_different_lengths_are_one() -> None:
    forms = ["A dike breaks at the Kut barrage and floods farms", "A dike breaks at the Kut…", "A dike breaks at th..."]
    clues = [Clue(f"a{n}", f"{COUNCIL} {n}", None, "", form) for n, form in enumerate(forms)]
    (wanted,) = chain.resolve(clues).wanted
    assert (wanted.title, wanted.after) == (forms[0], ("a0", "a1", "a2"))
    (shorter,) = chain.resolve(clues[1:]).wanted
    assert shorter.title == forms[1]


def test_a_cut_form_of_two_headlines_stays_by_itself() -> None:
    forms = ["A dike breaks at the Kut barrage", "A dike breaks at the Kut bridge", "A dike breaks at the…"]
    clues = [Clue(f"a{n}", f"{COUNCIL} {n}", None, "", form) for n, form in enumerate(forms)]
    assert {w.title for w in chain.resolve(clues).wanted} == set(forms)
    whole = ["A dike breaks at the Kut", "A dike breaks at the Kut barrage", "A dike breaks at the…"]
    clues = [Clue(f"a{n}", f"{COUNCIL} {n}", None, "", form) for n, form in enumerate(whole)]
    assert len(chain.resolve(clues).wanted) == 3, "a whole headline is no cut form of a longer one"


def test_a_headline_wanted_in_many_gaps_may_stand_anywhere() -> None:
    clues = [Clue(f"a{n}", f"Day {n}", d(f"2020-11-1{n}"), "", "Morning briefing") for n in range(3)]
    (wanted,) = chain.resolve(clues, d("2020")).wanted
    assert (wanted.after, wanted.bracket) == (("a0", "a1", "a2"), d("2020"))


def test_a_headline_printed_on_both_sides_of_one_article_may_stand_anywhere() -> None:
    (wanted,) = chain.resolve([Clue("a", HARBOUR, d("2020-11-17"), COUNCIL, COUNCIL)]).wanted
    assert (wanted.after, wanted.before, wanted.bracket) == (("a",), ("a",), None)


def test_wanted_headlines_stand_in_the_order_of_their_chain() -> None:
    everything = row([f"{n} reports from the {n}th district" for n in range(20)])
    chains = chain.resolve([clue for n, clue in enumerate(everything) if n % 4])
    places = [w.after or w.before for w in chains.wanted]
    assert [w.title.split()[0] for w in chains.wanted] == ["0", "4", "8", "12", "16"]
    assert places == sorted(places)


# ── What to date first ───────────────────────────────────────────────────────────────────────────────────────────


def test_in_a_chain_without_dates_each_brackets_all_others() -> None:
    clues = row([HARBOUR, COUNCIL, EXPORTS])
    assert chain.leverage(chain.resolve(clues), clues) == (("a00", 2), ("a01", 2), ("a02", 2))


def test_the_far_end_of_a_chain_that_has_one_date_is_worth_most() -> None:
    clues = row([f"Report from district number {n}" for n in range(5)], {0: "2020-11-17"})
    assert chain.leverage(chain.resolve(clues), clues) == (("a04", 3), ("a03", 2), ("a02", 1), ("a01", 0))


def test_bracketed_and_lonely_articles_come_last() -> None:
    clues = [*row([HARBOUR, COUNCIL, EXPORTS], {0: "2020-11-17", 2: "2020-11-19"}), Clue("z", MUSEUM)]
    assert chain.leverage(chain.resolve(clues), clues) == (("a01", 0), ("z", 0))


@settings(derandomize=True, max_examples=60)
@given(st.lists(st.sampled_from(["", "2020-11-17", "2020", "2020~"]), min_size=1, max_size=9), st.integers(0, 8))
def test_leverage_is_how_many_gain_an_end_by_that_date(dates: list[str], chosen: int) -> None:
    def ends(clues: list[Clue]) -> dict[str, int]:
        found = {id: bool(date.first) + bool(date.last) for id, date in chain.resolve(clues).brackets}
        return {clue.id: found.get(clue.id, 0) for clue in clues if not clue.date}

    titles = [f"Report from district number {n}" for n in range(len(dates))]
    known = {n: date for n, date in enumerate(dates) if date}
    clues, chosen = row(titles, known), chosen % len(dates)
    if not dates[chosen]:
        before, after = ends(clues), ends(row(titles, known | {chosen: "2020-11-17"}))
        gained = sum(after[id] > before[id] for id in after)
        assert dict(chain.leverage(chain.resolve(clues), clues))[f"a{chosen:02}"] == gained


# ── What is always true ──────────────────────────────────────────────────────────────────────────────────────────

TITLES = [
    "Morning briefing",
    HARBOUR,
    COUNCIL,
    EXPORTS,
    MUSEUM,
    HARBOUR.replace("longest", "longets"),
    COUNCIL[:22] + "…",
]
TITLES += ["Exports rise 3 percent in the free zone", "Exports rise 8 percent in the free zone", "Weather", ""]
DATES = [
    None,
    None,
    None,
    d("2020-11-17"),
    d("2020-11-18"),
    d("2020-11-18T09:00:00Z"),
    d("2020"),
    d("../2020-11"),
    d("2020~"),
]
clue_lists = st.lists(st.tuples(*[st.sampled_from(TITLES)] * 3, st.sampled_from(DATES)), max_size=14).map(
    lambda rows: [Clue(f"{n:02}", title, date, a, b) for n, (title, a, b, date) in enumerate(rows)]
)


@settings(derandomize=True, max_examples=200)
@given(clue_lists, st.randoms(use_true_random=False), st.sampled_from([None, d("2018/2023")]))
def test_the_order_of_the_input_does_not_matter(clues: list[Clue], random: Random, published: Date | None) -> None:
    chains, leverage = chain.resolve(clues, published), chain.leverage(chain.resolve(clues), clues)
    random.shuffle(clues)
    assert chain.resolve(iter(clues), published) == chains
    assert chain.leverage(chain.resolve(clues), iter(clues)) == leverage


@settings(derandomize=True, max_examples=200)
@given(clue_lists, st.sampled_from([None, d("2018/2023")]))
def test_chains_are_paths_and_every_headline_is_accounted_for(clues: list[Clue], published: Date | None) -> None:
    chains = chain.resolve(clues, published)
    older, newer = dict(chains.older), dict(chains.newer)
    by_id = {clue.id: clue for clue in clues}
    assert {(b, a) for a, b in older.items()} == set(newer.items())
    for start in newer.keys() - older.keys():
        newer_walk = walk(chains, start)
        for id in newer_walk:
            newer.pop(id, None)
    assert not newer, "what is left would be a ring"
    order = dict(chains.newer) | dict(chains.bridges)
    assert len(order) == len(chains.newer) + len(chains.bridges) == len(set(order.values())), "one neighbour a side"
    for run in chains.runs:
        assert all(not by_id[id].date for id in run)
        assert all(order[id] == b for id, b in pairwise(run))
    borne = {text.key(clue.title) for clue in clues}
    assert not borne & {text.key(w.title) for w in chains.wanted}
    assert all(not by_id[id].date and (date.first or date.last) for id, date in chains.brackets)
    if published:
        assert all(published.first <= date.first and date.last <= published.last for _, date in chains.brackets)


@settings(derandomize=True, max_examples=80)
@given(st.lists(st.integers(0, 3), min_size=2, max_size=25), st.sets(st.integers(0, 24)), st.sets(st.integers(0, 24)))
def test_a_true_archive_with_pages_lost_is_never_put_in_a_wrong_order(
    steps: list[int], kept: set[int], dated: set[int]
) -> None:
    """Whatever was captured of a real sequence: links join only true neighbours, brackets hold the true day."""
    days = [1 + sum(steps[: n + 1]) for n in range(len(steps))]
    days = [f"2020-{1 + day // 28:02}-{1 + day % 28:02}" for day in days]
    titles = [f"{word} reports number {n}" for n, word in zip(range(len(days)), "abc" * 9, strict=False)]
    everything = row(titles, {n: days[n] for n in dated if n < len(days)})
    chains = chain.resolve([clue for n, clue in enumerate(everything) if n in kept])
    assert all(int(newer[1:]) == int(older[1:]) + 1 for older, newer in chains.newer)
    assert len(chains.newer) == len({n for n in kept if n + 1 in kept and n + 1 < len(days)})
    assert chains.bridges == tuple(
        (f"a{n:02}", f"a{n + 2:02}") for n in sorted(kept) if n + 1 not in kept and n + 2 in kept and n + 2 < len(days)
    )
    for id, bracket in chains.brackets:
        assert bracket.first <= days[int(id[1:])] <= (bracket.last or "9999")
    assert chains.problems == ()


def test_no_hash_seed_changes_anything() -> None:
    program = (
        "from random import Random; from generator.publish.model import Clue; from generator.publish import chain\n"
        "r = Random(4); words = 'harbour council exports museum dike storm river snow road bridge'.split()\n"
        "line = lambda: ' '.join(r.choice(words) for _ in range(r.randint(1, 9))) + r.choice(['', '', '…', '!'])\n"
        "titles = [line() for _ in range(200)]\n"
        "pick = lambda: r.choice(titles + ['', line()])\n"
        "clues = [Clue(str(n), t, None, pick(), pick()) for n, t in enumerate(titles)]\n"
        "print(chain.resolve(clues), chain.leverage(chain.resolve(clues), clues))"
    )
    root = Path(__file__).parent.parent.parent
    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert said[0] == said[1]
    assert len(said[0]) > 10_000


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "hostile", ["." * 100_000, "… " * 50_000, "a" * 100_000, "a b " * 25_000, "] " * 50_000, "شنبه " * 20_000]
)
def test_hostile_headlines_cost_no_time(hostile: str) -> None:
    lines: Iterable[str] = [hostile + "x", hostile + "y…", "x" + hostile]
    clues = [Clue(f"{n}", line, None, line[1:], line[:-1]) for n, line in enumerate(lines)]
    assert isinstance(chain.resolve(clues), Chains)


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["", "2020", "2020-11-18", "../2020"])),
    st.none() | st.just(edtf.parse("2018/2023")),
)
def test_where_nothing_is_printed_nothing_need_be_read(dates: dict[str, str], published: Date | None) -> None:
    clues = [Clue(id, "Quake", edtf.parse(date) if date else None) for id, date in dates.items()]
    assert chain.resolve(clues, published) == chain._resolved(clues, published)
