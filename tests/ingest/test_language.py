"""The language of a text: golden cases with their false friends, and no claim where nothing tells."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import Location
from generator.ingest.editor import language
from generator.ingest.editor.ballot import Ballot
from generator.ingest.editor.phrases import languages
from generator.ingest.extract import Vocabulary, extract
from generator.model import RawItem, SiteConfig

CASES = yaml.safe_load((Path(__file__).parents[1] / "golden" / "lines" / "languages.yaml").read_text(encoding="utf-8"))
PAIRS = [pair for case in CASES for pair in (case, case["friend"])]
ENGLISH = "The ferry is back, the harbour master said on Monday, and it will call at both of the islands."
GERMAN = "Die Fähre fährt wieder, sagte der Hafenmeister am Montag, und sie wird auf beiden Inseln anlegen."


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: f"{case['language']}: {case['text'][:25]}")
def test_a_text_is_in_its_language(case: dict[str, str]) -> None:
    assert language.of(case["text"]).language == case["language"]


def test_what_told_it_is_said() -> None:
    assert language.of(GERMAN) == language.Told("de", "words")
    assert language.of("Το πλοίο επέστρεψε και θα πιάνει στα δύο νησιά.") == language.Told("el", "script")


@pytest.mark.parametrize("text", ["", "—", "He left.", "Quake in Linden", "12", "@reuters #quake https://example.org/"])
def test_too_few_words_tell_nothing(text: str) -> None:
    assert language.of(text) == language.Told()


@pytest.mark.parametrize(
    ("text", "site", "told"),
    [
        (ENGLISH, "en", ""),
        (ENGLISH, "en-GB", ""),
        (ENGLISH, "de", "en"),
        (GERMAN, "en", "de"),
        ("Fergen er tilbake, og den vil nå legge til der den har ligget før, hvor mange har sett på den.", "nb", ""),
        ("Keştî vegeriya û ew ê li her du giravan raweste, ku xelk ji bo wê li bendê bûn.", "ku", ""),
        ("Keştî vegeriya û ew ê li her du giravan raweste, ku xelk ji bo wê li bendê bûn.", "ku-Arab", "kmr"),
        ("Trajekt se vratio i sada će da staje na ostrva koja su ga čekala, gde je neko posle rekao.", "sr", "sr-Latn"),
    ],
)
def test_the_language_of_the_site_goes_without_saying(text: str, site: str, told: str) -> None:
    found = language.of(text).language

    assert ("" if language.same(found, site) else found) == told


@pytest.mark.parametrize(("site", "told"), [("en", "de"), ("de", "")])
def test_an_article_names_its_language_only_where_the_site_has_another(site: str, told: str) -> None:
    item = RawItem(Location("content/raw/a.txt"), "text/plain", f"Fähre\n\n{GERMAN}".encode())

    found = extract(item, Vocabulary.of(SiteConfig(title="A", language=site)))

    assert found.meta.language == told
    assert dict(found.meta.inferred).get("language", "") == ("words" if told else "")


def test_a_page_in_two_languages_is_in_the_one_that_it_begins_with() -> None:
    assert language.of(f"{GERMAN} " * 12 + f"{ENGLISH} " * 12).language == "de"


def test_no_list_has_a_word_that_no_text_can_match() -> None:
    for known in (languages.LATIN, languages.CYRILLIC, languages.DEVANAGARI, languages.HEBREW, languages.ARABIC):
        assert not [word for word in known if word != word.lower() or word != word.strip()]
        assert set(languages.LEAST) <= {name for names in languages.LATIN.values() for name in names} | {
            name for names in languages.CYRILLIC.values() for name in names
        }


@settings(derandomize=True, max_examples=200)
@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text: str) -> None:
    told = language.of(text)
    assert bool(told.language) == bool(told.rule)
    assert told == language.of(text)


@pytest.mark.parametrize("piece", ["the ", "ا", "あ", "字", "\U0001f600", "ǆ", "\u0301", "й "])
def test_a_long_text_costs_no_more_than_its_beginning(piece: str) -> None:
    text = piece * 100_000
    before = time.process_time()
    language.of(text)
    assert time.process_time() - before < 0.5


WORDS = sorted({*languages.LATIN, *languages.HEBREW, *languages.CYRILLIC})[::7]


def plainly_told(words: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> language.Told:
    """What `_told` says of words, counted name by name."""
    found = [known[word] for word in words if word in known]
    hits = Counter(name for names in found for name in names)
    first, second = (*sorted(sorted(hits), key=hits.__getitem__, reverse=True)[:2], "", "")[:2]
    if hits[first] < max(3, len(words) * languages.LEAST.get(first, 0.1)):
        return language.Told()
    both = sum(first in names and second in names for names in found)
    own, others = hits[first] - both, hits[second] - both
    return language.Told(first, "words") if own >= max(2, 2 * others) else language.Told()


@given(st.lists(st.sampled_from([*"the of and de en het van die is og att ja του של די и на що".split(), *WORDS])))
@example("the of and in a de en van in is".split())
@example("tidak juga harus bhí anda bisa".split())
@example("och i det som og i det som jeg jag".split())
def test_words_are_counted_as_one_by_one(words: list[str]) -> None:
    for known in (languages.LATIN, languages.CYRILLIC, languages.HEBREW):
        ballot = Ballot(known)
        hits = Counter(name for word in words for name in known.get(word, ()))
        assert {name: count for name, count in ballot.hits(words).items() if count} == hits
        for one, two in pairwise(sorted(hits)):
            shared = [word for word in words if {one, two} <= {*known.get(word, ())}]
            assert ballot.both(words, one, two) == len(shared)
        assert language._told(words, ballot) == plainly_told(words, known)


@given(st.text(st.sampled_from("aé ’жш漢かع,"), max_size=40))
@example("abc漢")
@example("abcd漢")
@example("abcde漢字")
def test_a_text_that_is_plainly_latin_is_latin(sample: str) -> None:
    if language._plainly_latin(sample):
        counts = language._counts(sample)
        weights = counts | {"HAN": 2 * (counts.get("HAN", 0) + counts.pop("KANA", 0))}
        assert counts["LATIN"] == max(weights.values()) >= 0.6 * sum(weights.values())
