"""Tags: what the archive names, in every script, and names that recur where nothing is named."""

import time

import pytest

from generator.errors import ConfigError
from generator.ingest.tags import MOST, find
from generator.ingest.vocabulary import Vocabulary, canonical
from generator.model import PlaceRule, SiteConfig, TagRule

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


def test_names_that_recur_inside_sentences_become_tags() -> None:
    assert find("Ferry cancelled", STORY, Vocabulary()) == ("Port Ellery", "Skerra", "Ines Halloran")


def test_weekdays_months_titles_and_first_words_are_no_names() -> None:
    text = ["The mayor met President Obuya on Monday. The President left. Monday was warm, and June is near."] * 3
    found = find("", text, Vocabulary())

    assert found == ("Obuya",)


def test_a_person_is_counted_under_the_whole_name() -> None:
    text = ["The prize went to Amara Okonjo. Nobody but Okonjo was surprised, and then Okonjo’s mother laughed."]
    assert find("", text, Vocabulary()) == ("Amara Okonjo",)


def test_a_name_in_the_headline_weighs_more() -> None:
    text = ["They went from Lisbon to Porto and from Porto to Lisbon by the night train."]

    assert find("All of Porto sings", text, Vocabulary()) == ("Porto", "Lisbon")
    assert find("All of Lisbon sings", text, Vocabulary()) == ("Lisbon", "Porto")


def test_a_name_is_found_in_a_compound_and_under_a_possessive() -> None:
    text = ["The Iran-backed group left. It is said that Iran’s envoy knew, and that Iran had paid."]
    assert find("", text, Vocabulary()) == ("Iran",)


def test_nationalities_and_agencies_are_no_tags() -> None:
    text = ["The Iraqi envoy told Reuters that Iraqi troops, and American ones, were leaving, as Reuters reported."]
    assert find("", text, Vocabulary()) == ()


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

    found = find("", text, Vocabulary())

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


def test_the_headline_is_searched_too() -> None:
    assert find("العراق يفتح الجسر", ["افتتح الجسر صباح اليوم."], KNOWN) == ("Iraq",)


def test_a_tag_that_is_off_is_never_given_nor_is_the_outlet() -> None:
    text = [*STORY, "We at The Harbour, and all who read The Harbour, wait."]
    found = find("Skerra waits", text, KNOWN)
    assert "Skerra" not in found
    assert "The Harbour" not in found
    assert "Port Ellery" in found


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


@pytest.mark.parametrize("piece", ["Abc ", "Abc-", "A’s ", "Abc. ", "و", "ال ", "Abc, def ", "a-"])
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    before = time.process_time()

    find(piece, [piece * (100_000 // len(piece))], KNOWN)

    assert time.process_time() - before < 4
