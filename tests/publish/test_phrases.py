"""The words of the interface: each that is said stands in every catalogue of the theme."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator
from generator.edtf import SEASONS
from generator.ingest.review import why
from generator.model import SiteConfig
from generator.publish import catalogue, layouts
from generator.publish.archive import index
from generator.publish.pages import article, entries, front, logs, topics
from generator.rooms import theme

THEME = theme()
CATALOGUES = sorted(path.stem for path in (THEME / "words").iterdir())
TABLES = (
    article._FIELDS,
    entries._RULES,
    entries.KIND_TITLES,
    front._ALL,
    front._MORE,
    topics._SINGULAR,
    logs._TITLES,
    logs._DESCRIPTIONS,
    logs._EMPTY,
)


def in_python() -> Iterator[str]:
    """What is said in the code: `say("…")`, `counted(n, "…", "…")`, and what stands in its tables."""
    for path in sorted(Path(generator.__file__).parent.rglob("*.py")):
        if path.parent.name == "cli" or "preview" in path.parts or "ingest" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "attr", getattr(called, "id", ""))
            if isinstance(node, ast.Call) and name in {"say", "counted"} and node.args:
                texts = [
                    one.value
                    for one in ast.walk(node.args[-1 if name == "counted" else 0])
                    if isinstance(one, ast.Constant)
                ]
                yield from (text for text in texts if isinstance(text, str) and text)
    yield from (phrase for table in TABLES for phrase in table.values())
    yield from (f"{season} {{year}}" for season in SEASONS.values())


def all_phrases() -> set[str]:
    return layouts.load((THEME,)).phrases() | {phrase for phrase in in_python() if phrase not in {"other", " {year}"}}


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_phrase_has_words(language: str) -> None:
    words = layouts.load((THEME,), language).tongue.catalogue
    assert sorted(all_phrases() - words.keys()) == []
    assert sorted(words.keys() - all_phrases() - {catalogue.MONTH}) == [], "nobody says these any more"


@pytest.mark.parametrize("language", CATALOGUES)
def test_no_part_of_a_phrase_is_lost(language: str) -> None:
    for phrase, said in layouts.load((THEME,), language).tongue.catalogue.items():
        forms = [said] if isinstance(said, str) else [said["other"]]
        for form in forms:
            assert set(parts(form)) == set(parts(phrase)), (phrase, form)


def parts(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


@pytest.mark.parametrize(
    "rule",
    [
        *sorted(why._GUESSES),
        "dateline; year from path",
        "dateline; year from site.yaml",
        "dateline; year from printed update",
    ],
)
def test_a_reader_is_told_in_words_how_ingest_inferred_a_field(rule: str) -> None:
    tongue = layouts.load((THEME,), "ckb").tongue
    assert entries.rule(index([], SiteConfig("Gazette")), rule).startswith("from ")
    assert re.search("[A-Za-z]", entries.rule(index([], SiteConfig("Gazette"), tongue=tongue), rule)) is None


def test_the_catalogues_that_there_are() -> None:
    assert {"ar", "fa", "ckb"} <= set(CATALOGUES)


def test_what_stands_in_english_is_known(tmp_path: Path) -> None:
    own = tmp_path / "words"
    own.mkdir()
    (own / "de.yaml").write_text("Older: Älter\n", encoding="utf-8")
    (tmp_path / "own.html").write_text('{{ _("Read me") }}')
    unspoken = layouts.unspoken((tmp_path, THEME), "de-AT")
    assert {"Newer", "Read me", "{n} articles"} <= set(unspoken)
    assert "Older" not in unspoken
    assert layouts.unspoken((THEME,), "ckb") == layouts.unspoken((THEME,), "en-US") == ()
