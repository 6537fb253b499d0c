"""Related articles: what they share, how rare it is, and that old pages hold still."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import itemgetter

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.model import Head, Meta, SiteConfig
from generator.publish import archive, related


@dataclass(frozen=True)
class Story:
    """An article as this module sees it: `day` counts from 1 January 2000; None = undated."""

    id: str
    day: int | None
    tags: frozenset[str]


def iso(day: int | None) -> str:
    return "" if day is None else (date(2000, 1, 1) + timedelta(day)).isoformat()


def place(story: Story) -> tuple[bool, int, str]:
    return story.day is None, story.day or 0, story.id


def ranking(stories: list[Story]) -> dict[str, list[str]]:
    """Of each story all that it might show, best first, by id."""
    ordered = sorted(stories, key=place)
    tags = {tag for story in ordered for tag in story.tags}
    members = {tag: tuple(i for i, story in enumerate(ordered) if tag in story.tags) for tag in tags}
    days = [story.day or 0 for story in ordered]
    dated = sum(story.day is not None for story in ordered)
    found = {}
    for i, story in enumerate(ordered):
        ranked = related.ranked(i, [members[tag] for tag in sorted(story.tags)], days, dated)
        found[story.id] = [ordered[j].id for j in ranked]
    return found


def daily(tag: str, count: int, step: int = 1, start: int = 0) -> list[Story]:
    return [Story(f"{tag}{n:03}", start + n * step, frozenset([tag])) for n in range(count)]


def test_a_rare_tag_counts_for_more_than_a_common_one() -> None:
    common, rare = daily("iraq", 60, start=370), daily("green", 20, step=40)
    here = Story("here", 401, frozenset(["iraq", "green"]))
    best = ranking([*common, *rare, here])["here"]
    assert {id[:5] for id in best[:12]} == {"green"}
    assert {id[:4] for id in best[12:]} == {"iraq"}


def test_two_common_tags_count_for_more_than_one() -> None:
    stories = [*daily("iraq", 40), *daily("oil", 40), Story("both", 23, frozenset(["iraq", "oil"]))]
    assert ranking([*stories, Story("here", 20, frozenset(["iraq", "oil"]))])["here"][0] == "both"


def test_no_article_outside_the_six_nearest_on_each_side() -> None:
    best = ranking(daily("iraq", 60))["iraq030"]
    assert sorted(best) == [f"iraq{n:03}" for n in range(24, 37) if n != 30]
    assert best[:4] == ["iraq029", "iraq031", "iraq028", "iraq032"]


def test_the_first_and_the_last_have_one_side() -> None:
    ranked = ranking(daily("iraq", 60))
    assert ranked["iraq000"] == [f"iraq{n:03}" for n in range(1, 7)]
    assert ranked["iraq059"] == [f"iraq{n:03}" for n in range(58, 52, -1)]


def test_of_one_day_the_order_of_the_archive_decides() -> None:
    assert ranking([Story(id, 5, frozenset(["a"])) for id in "dbca"])["c"] == ["a", "b", "d"]


def test_undated_articles_find_each_other_and_the_oldest_dated_ones() -> None:
    undated = [Story(f"u{n}", None, frozenset(["iraq"])) for n in range(3)]
    ranked = ranking([*undated, *daily("iraq", 30)])
    assert ranked["u1"] == ["u0", "u2", "iraq000", "iraq001", "iraq002", "iraq003", "iraq004"]
    assert not {"u0", "u1", "u2"} & set(ranked["iraq029"])


def test_among_the_undated_a_scarce_tag_counts_for_more() -> None:
    many = [Story(f"m{n:02}", None, frozenset(["iraq"])) for n in range(40)]
    few = [Story(f"f{n}", None, frozenset(["green"])) for n in range(3)]
    assert ranking([*many, *few, Story("here", None, frozenset(["iraq", "green"]))])["here"][:3] == ["f2", "f1", "f0"]


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.tuples(st.integers(0, 900), st.frozensets(st.sampled_from("abcd"), max_size=4)), max_size=60))
def test_where_all_have_a_day_the_short_way_gives_what_the_rule_does(rows: list[tuple[int, frozenset[str]]]) -> None:
    rows.sort(key=itemgetter(0))
    days = [day for day, _ in rows]
    members = {tag: tuple(i for i, (_, tags) in enumerate(rows) if tag in tags) for tag in "abcd"}
    for i, (_, tags) in enumerate(rows):
        given = i, [members[tag] for tag in sorted(tags)], days, len(rows)
        assert list(related.ranked(*given)) == related.by_the_rule(*given)


def test_an_article_without_tags_has_none() -> None:
    assert ranking([Story("a", 1, frozenset()), Story("b", 1, frozenset())])["a"] == []


# ── The archive grows ────────────────────────────────────────────────────────────────────────────────────────────

stories = st.lists(
    st.tuples(st.none() | st.integers(0, 900), st.frozensets(st.sampled_from("abcd"), max_size=3)),
    min_size=1,
    max_size=60,
).map(lambda rows: [Story(f"{n:03}", day, tags) for n, (day, tags) in enumerate(rows)])


def in_reach(story: Story, added: Story, everyone: list[Story]) -> bool:
    """Whether the new story is among the six nearest on one side in a tag that both bear; undated ones come first."""
    for tag in story.tags & added.tags:
        row = sorted((s for s in everyone if tag in s.tags), key=lambda s: (s.day is not None, s.day or 0, s.id))
        if abs(row.index(story) - row.index(added)) <= related.NEAREST:
            return True
    return False


@settings(derandomize=True, max_examples=150)
@given(stories, st.none() | st.integers(0, 900), st.frozensets(st.sampled_from("abcd"), max_size=3), st.booleans())
def test_adding_an_article_changes_only_those_in_whose_windows_it_stands(
    before: list[Story], day: int | None, tags: frozenset[str], last: bool
) -> None:
    added = Story("zzz" if last else "000-", day, tags)
    old, new = ranking(before), ranking([*before, added])
    changed = {story.id for story in before if old[story.id] != new[story.id]}
    assert changed <= {story.id for story in before if in_reach(story, added, [*before, added])}


def test_thousands_of_articles_between_two_do_not_matter() -> None:
    """Ties broken by the number of articles in between would change here: the incident behind this rule."""
    here = [Story("a", 0, frozenset(["x"])), Story("b", 100, frozenset(["x"])), Story("c", 200, frozenset(["x"]))]
    crowd = [Story(f"k{n:04}", 150, frozenset(["y"])) for n in range(2000)]
    assert ranking([*here, *crowd])["b"] == ranking(here)["b"] == ["a", "c"]


def test_the_newest_article_leaves_the_undated_alone() -> None:
    archive_ = [*daily("a", 40), *[Story(f"u{n}", None, frozenset(["a"])) for n in range(4)]]
    old, new = ranking(archive_), ranking([*archive_, Story("new", 5000, frozenset(["a"]))])
    assert all(old[f"u{n}"] == new[f"u{n}"] for n in range(4))


# ── On an archive ────────────────────────────────────────────────────────────────────────────────────────────────


def head(id: str, title: str, day: str, *tags: str) -> Head:
    return Head(id, f"{id}.md", f"{id}.html", Meta(id=id, title=title, date=edtf.parse(day), tags=tags), "", "")


def shown(heads: list[Head], id: str) -> list[str]:
    built = archive.index(heads, SiteConfig("The Test Gazette"))
    return [built.cards[j].id for j in related.related(built, built.ids[id])]


def test_five_are_shown_and_a_section_is_no_tag() -> None:
    heads = [head(f"a{n}", f"Story {n}", f"2020-01-{n + 1:02}", "Harbour") for n in range(9)]
    assert shown(heads, "a4") == ["a3", "a5", "a2", "a6", "a1"]
    in_section = [replace(h, meta=replace(h.meta, tags=(), section="World")) for h in heads]
    assert shown(in_section, "a4") == []


def test_of_articles_with_one_headline_only_the_best_is_shown() -> None:
    titles = ["Quake", "Morning briefing", "Flood", "Morning Briefing!", "quake", "Storm"]
    heads = [head(f"a{n}", title, f"2020-01-{n + 1:02}", "Coast") for n, title in enumerate(titles)]
    assert shown(heads, "a4") == ["a3", "a5", "a2"]  # neither its own headline again, nor the briefing twice


def test_windows_agree_with_a_plain_reading_of_the_rule() -> None:
    members, dated = (1, 3, 4, 8, 9, 12, 13, 15), 10
    row = [m for m in members if m >= dated] + [m for m in members if m < dated]
    for here in members:
        at = row.index(here)
        expected = row[max(at - 6, 0) : at][::-1], row[at + 1 : at + 7]
        assert related._window(here, members, dated) == expected
    assert bisect_left(members, dated) == 5
