"""Tags: what the archive names, in every script, and names that recur where nothing is named."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ConfigError, Location
from generator.ingest.editor.tags import MOST, find
from generator.ingest.editor.vocabulary import Vocabulary, canonical
from generator.ingest.extract import extract
from generator.model import Hint, Meta, PlaceRule, RawItem, SiteConfig, TagRule
from generator.text import key

STORY = [
    "The council of Port Ellery said on Monday that the ferry to Skerra would not sail before March.",
    "Ines Halloran, who has managed the Ellery Line since the spring, said that Port Ellery had known since June.",
    "On Skerra, Halloran is not loved. “The people of Skerra will wait,” said the mayor of Port Ellery.",
]
KNOWN = Vocabulary.of(
    SiteConfig(
        title="The Harbour",
        publisher="The Harbour",
        tags=(
            TagRule("Baghdad", ("Bagdad", "بغداد", "بەغدا")),
            TagRule("Green Zone", ("المنطقة الخضراء",)),
            TagRule("Iraq", ("العراق",)),
            TagRule("Skerra", off=True),
        ),
        places=(PlaceRule("Sulaimani", ("Slemani", "سلێمانی")),),
    )
)


# ── Golden cases ─────────────────────────────────────────────────────────────────────────────────────────────────

GOLDEN = Path(__file__).parents[1] / "golden" / "lines" / "tags.yaml"


def cases() -> Iterator[Any]:
    for case in yaml.safe_load(GOLDEN.read_text(encoding="utf-8")):
        yield pytest.param(case, id=case["case"].replace(" ", "-"))


@pytest.mark.parametrize("case", list(cases()))
def test_an_article_gets_the_tags_of_a_careful_editor(case: dict[str, Any]) -> None:
    rules = tuple(TagRule(name, tuple(aliases)) for name, aliases in case.get("known", {}).items())
    vocabulary = Vocabulary.of(SiteConfig(title="An archive", tags=rules))

    found = find(case["title"], case["text"].strip().split("\n"), vocabulary, apart=case.get("apart", ()))

    assert not set(found) & set(case.get("never", ()))
    assert set(case["tags"]) <= set(found) | set(case.get("maybe", ()))
    assert set(found) <= set(case["tags"])
    ours = [rule.name for rule in rules if rule.name in found]
    assert set(found[: len(ours)]) == set(ours)


def test_there_are_golden_cases_in_every_language() -> None:
    assert len(list(cases())) >= 40


# ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_name_in_the_headline_weighs_more() -> None:
    text = ["They went from Lindow to Tarne and from Tarne to Lindow by the night train, and from there to the sea."]

    assert find("All of Tarne sings", text, Vocabulary()) == ("Tarne", "Lindow")
    assert find("All of Lindow sings", text, Vocabulary()) == ("Lindow", "Tarne")


def test_what_is_named_in_passing_is_no_subject() -> None:
    text = ["They went to Lindow. " * 12, "They went from Tarne to Lindow, and it was said that Tarne is far away."]
    assert find("", text, Vocabulary()) == ("Lindow",)


def test_the_language_decides_what_capitals_say() -> None:
    text = ["So kam er nach Lindow, und alles in Lindow war ihm lieb, so lieb wie es in Lindow immer gewesen ist."]
    assert find("", text, Vocabulary(), "de") == find("", text, Vocabulary()) == ()
    assert find("", text, Vocabulary(), "en-GB") == ("Lindow",)


@pytest.mark.parametrize(
    "text",
    [
        "Die Mühle am Wehr von Lindenau hat ein Rad, und die Feuerwehr von Lindenau sperrte den Weg mit der Leiter.",
        "THE FERRY TO SKERRA WILL NOT SAIL, AND THE PEOPLE OF SKERRA WILL WAIT FOR THE FERRY.",
        "the ferry will not sail, and the people will wait.",
        "افتتحت بلدية المدينة صباح اليوم مدرسة جديدة في المدينة.",
    ],
)
def test_where_capitals_say_nothing_nothing_is_guessed(text: str) -> None:
    assert find("", [text] * 3, Vocabulary()) == ()


def test_at_most_a_handful_in_a_fixed_order() -> None:
    names = [a + b for a in "Bcdfg" for b in ("anor", "elim", "orun")]
    text = [" ".join(f"and so to {name.title()}, then" for name in names)] * 2

    found = find("", text, Vocabulary(), "en")

    assert found == tuple(sorted(name.title() for name in names)[:MOST])


def test_the_same_article_gets_the_same_tags_whatever_came_before() -> None:
    before = find("Ferry cancelled", STORY, KNOWN)
    for i in range(50):
        find(f"Other {i}", [f"In Town{i} the mayor of Town{i} met Skerra and Port Ellery."], KNOWN)
    assert find("Ferry cancelled", STORY, KNOWN) == before


def test_names_of_the_archive_come_first_and_all_of_them() -> None:
    text = [*STORY, "A letter came from Bagdad, from the Green Zone of all places."]
    assert find("", text, KNOWN)[:2] == ("Baghdad", "Green Zone")


@pytest.mark.parametrize(
    "text",
    [
        "وصل إلى بغداد أمس",
        "وصل من ببغداد أمس",
        "أزمة وبغداد صامتة",
        "عاد لبغداد",
        "گەیشتە بەغدا",
        "BAGHDAD is quiet",
        "Baghdad’s bridges",
    ],
)
def test_a_name_is_found_in_every_script_and_behind_arabic_prefixes(text: str) -> None:
    assert "Baghdad" in find("", [text], KNOWN)


@pytest.mark.parametrize("text", ["غادر المنطقة الخضراء", "في المنطقه الخضراء", "سفير العراق في والمنطقة الخضراء"])
def test_a_name_of_two_words_is_found_as_a_whole(text: str) -> None:
    assert "Green Zone" in find("", [text], KNOWN)


@pytest.mark.parametrize("text", ["The Baghdadi family", "a green zone", "Greenzone", "the Zone, Green with age"])
def test_parts_of_words_and_half_of_a_name_are_not_it(text: str) -> None:
    assert "Baghdad" not in find("", [text], KNOWN)
    if "zone" not in text:
        assert "Green Zone" not in find("", [text], KNOWN)


def test_of_two_names_the_longer_is_meant() -> None:
    known = Vocabulary.of(
        SiteConfig(title="A", tags=(TagRule("York"), TagRule("New York"), TagRule("C++"), TagRule("C")))
    )
    assert find("", ["They went to New York."], known) == ("New York",)
    assert find("", ["They write C++ there."], known) == ("C++",)
    assert find("", ["They went to New. York was far."], known) == ("York",)


@pytest.mark.parametrize("text", ["لە بەغدایە", "لە بەغداوە هات بۆ هەولێر", "بەغدایش دەڵێت نێوان"])
def test_sorani_endings_are_cut_where_the_text_is_sorani(text: str) -> None:
    assert "Baghdad" in find("", [f"{text} و ئێستا ڕێگاکە کراوەتەوە"], KNOWN)


def test_the_headline_is_searched_too() -> None:
    assert find("العراق يفتح الجسر", ["افتتح الجسر صباح اليوم."], KNOWN) == ("Iraq",)


def test_a_tag_that_is_off_is_never_given_nor_is_the_outlet() -> None:
    text = [*STORY, "We at The Harbour, and all who read The Harbour, wait."]
    found = find("Skerra waits", text, KNOWN)
    assert "Skerra" not in found
    assert "The Harbour" not in found
    assert "Port Ellery" in found


def test_the_title_of_the_archive_is_no_tag_with_or_without_its_article() -> None:
    site = Vocabulary.of(SiteConfig(title="The Skerra Gazette"))
    text = [
        "It was the Skerra Gazette that told them. They read it in the Skerra Gazette, and Skerra Gazette readers know."
    ]

    assert find("", text, Vocabulary(), "en") == ("Skerra Gazette",)
    assert find("", text, site, "en") == ()


@pytest.mark.parametrize(
    ("vocabulary", "hints", "tags"),
    [
        (SiteConfig(title="A"), (), ("Port Ellery", "Skerra")),
        (SiteConfig(title="A", guess_tags=False), (), ()),
        (SiteConfig(title="A", guess_tags=False, tags=(TagRule("Skerra"),)), (), ()),
        (SiteConfig(title="A", guess_tags=False), (Hint("sidecar", Meta(tags=("Ferries",))),), ("Ferries",)),
    ],
)
def test_tags_off_leaves_untagged_articles_untagged(
    vocabulary: SiteConfig, hints: tuple[Hint, ...], tags: tuple[str, ...]
) -> None:
    raw = "\n\n".join(["No ferry", *STORY[:1], "On Skerra they wait. The people of Skerra know Port Ellery."])
    found = extract(RawItem(Location("a.txt"), "text/plain", raw.encode(), hints), Vocabulary.of(vocabulary)).meta

    assert set(found.tags) == set(tags)
    assert dict(found.inferred).get("tags") == ("text" if tags and not hints else None)


def test_the_agency_and_the_author_of_an_article_are_no_tags_of_it() -> None:
    story = "who wrote that Ines Halloran and Tide Agency were told. It was Ines Halloran who told Tide Agency so, they said."
    meta = Meta(title="No ferry", authors=("Ines Halloran",), agency="Tide Agency")
    item = RawItem(Location("a.txt"), "text/plain", f"It was the reporter, {story}".encode())

    assert set(extract(item).meta.tags) == {"Ines Halloran", "Tide Agency"}
    assert extract(RawItem(item.origin, item.media_type, item.body, (Hint("sidecar", meta),))).meta.tags == ()


def test_a_place_has_one_name() -> None:
    assert canonical("Slemani", KNOWN.places) == "Sulaimani"
    assert canonical("SLEMANI", KNOWN.places) == "Sulaimani"
    assert canonical("Erbil", KNOWN.places) == "Erbil"


def test_lines_to_keep_or_cut_are_exact_or_patterns() -> None:
    lines = Vocabulary.of(SiteConfig(title="A", cut=("A word from us", "/^Ad \\d+$/"))).cut
    assert [lines(text) for text in ("A word from us", "Ad 12", "A word", "Ad x")] == [True, True, False, False]


def test_a_broken_pattern_is_an_error_of_site_yaml() -> None:
    with pytest.raises(ConfigError, match=r"ingest: keep: /\(/"):
        Vocabulary.of(SiteConfig(title="A", keep=("/(/",)))


def test_a_large_vocabulary_costs_no_more_than_a_small_one() -> None:
    rules = tuple(TagRule(f"Name{i} Town{i}", (f"Alias{i}",)) for i in range(5000))
    vocabulary = Vocabulary.of(SiteConfig(title="A", tags=rules))
    before = time.process_time()

    for _ in range(50):
        find("Ferry cancelled", STORY, vocabulary)

    assert time.process_time() - before < 1


WORDS = [
    "Iraq", "U.S.", "US", "Ines", "Halloran", "Ines Halloran", "the", "of", "and", "The", "President", "Bank", "Port", "Skerra",
    "Skerra’s", "NCWB", "(NCWB)", "al-Sadr", "said", "he", ".", ",", "“", "”", "\n", "A", "I", "In", "May", "Will", "St.", "Jr",
    "Müller", "der", "und", "بغداد", "و", "محمد بن نايف", "ێ", "K.", "-", "’", "d’Or", "Bishops'", "Turkey", "turkey",
]  # fmt: skip


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["", "en", "de", "fr", "ar", "fa", "ckb", "pl"]))
def test_tags_are_few_told_apart_and_in_the_text(parts: list[str], language: str) -> None:
    text = " ".join(parts)
    found = find("", text.split("\n"), KNOWN, language)

    assert len(found) <= MOST
    assert len(set(map(key, found))) == len(found)
    assert "Skerra" not in found  # it is off
    assert find("", text.split("\n"), KNOWN, language) == found


@pytest.mark.parametrize(
    "piece",
    [
        "Abc ",
        "Abc-",
        "A’s ",
        "Abc. ",
        "و",
        "ال ",
        "Abc, def ",
        "a-",
        "A.",
        "Abc of the ",
        "بن ",
        "محمد بن ",
        "A&",
        "Ab’Cd",
        "Sen. ",
        "Abc (ABC) ",
        "al-A",
        "U.S. ",
        "Abc\n",
        "ێ ",
        "هەولێرەوە ",
    ],
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    before = time.process_time()

    find(piece, [piece * (100_000 // len(piece))], KNOWN)

    assert time.process_time() - before < 4
