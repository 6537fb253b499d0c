"""Names where capitals say little (German) or there are none (Arabic script): a text → what each weighs. Pure.

Two things are precise enough there: names that are known (phrases/known.py), and persons by the form of their names:
in German a given name and what follows it, in Arabic a given name and "son of". Other names are left to site.yaml.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from generator.ingest.editor import mentions
from generator.ingest.editor.gazetteer import Folded, Gazetteer
from generator.ingest.editor.phrases import common, known
from generator.ingest.editor.runs import RUN
from generator.text import fold

_LISTS = {"de": known.GERMAN, "ar": known.ARABIC, "fa": known.PERSIAN, "ckb": known.SORANI}
LANGUAGES = frozenset(_LISTS)
_HEADLINE = 2.0


@cache
def _weights(language: str) -> Mapping[str, float]:
    return {row[0]: weight for weight, part in _LISTS[language].items() for row in known.rows(part)}


@cache
def _gazetteer(language: str) -> Gazetteer:
    """Made when a text needs it: those of all languages take a twentieth of a start."""
    pairs = ((spelling, row[0]) for part in _LISTS[language].values() for row in known.rows(part) for spelling in row)
    return Gazetteer.of((form, tag) for name, tag in pairs for form in _cases(name))


_ADJECTIVE = re.compile(r"(?<=\w\w\w)e[rs]? ")


def _cases(name: str) -> Iterator[str]:
    """ "Bayern", "Bayerns"; "Deutsche Bahn", "Deutschen Bahn"."""
    yield name
    if name[-1].isascii() and not name.isupper():
        yield f"{name}s"
        yield _ADJECTIVE.sub("en ", name)


def weighed(above: Folded, below: Folded, text: str, language: str) -> dict[str, float]:
    """Names by weight: mentions below the headline, less for names of which the news is full, and the headline."""
    names, weights = _gazetteer(language), _weights(language)
    named = names.mentions(above).keys()
    found = {name: count * weights[name] + _HEADLINE * (name in named) for name, count in names.mentions(below).items()}
    persons = _german_persons(text) if language == "de" else _arabic_persons(text) if language == "ar" else {}
    return {name: count + _HEADLINE * (fold(name) in above.text) for name, count in persons.items()} | found


# ── Persons ──────────────────────────────────────────────────────────────────────────────────────────────────────

_BEGINNING = 3  # letters that no ending changes
_ALSO_WORDS = frozenset("an art april august don gene mark mai may rose stern till will wolf".split())


def _german_persons(text: str) -> dict[str, int]:
    """A given name and one to three words with a capital; the last of them counts for the whole."""
    named = [words for words in (run[0].split(" ") for run in RUN.finditer(text)) if any(map(_given, words[:-1]))]
    if not named:
        return {}
    parts = {word[:_BEGINNING] for words in named for word in words}
    found = mentions.counted(text, wanted=lambda run: " " in run or run[:_BEGINNING] in parts).count
    return {name: count for name, count in found.items() if count and " " in name and _given(name.split(" ", 1)[0])}


def _given(word: str) -> bool:
    return (low := word.casefold()) in common.GIVEN and low not in _ALSO_WORDS


_PART = r"(?:عبد |آل )?[^\W\d_]{3,12}"
_SON = re.compile(rf"(?<!\w){_PART}(?: بن {_PART}){{1,3}}(?!\w)")


def _arabic_persons(text: str) -> dict[str, int]:
    """ "X son of Y", and further fathers as far as the text always names them."""
    if " بن " not in text:
        return {}
    found: dict[str, list[list[str]]] = {}
    for match in _SON.finditer(text):
        parts = _without_prefix(match[0]).split(" بن ")
        if parts[0].replace("عبد ", "عبد") in known.ARABIC_GIVEN:
            found.setdefault(" بن ".join(parts[:2]), []).append(parts)
    return {" بن ".join(_shared(chains)): len(chains) for chains in found.values()}


def _shared(chains: Sequence[Sequence[str]]) -> list[str]:
    """What all of them begin with."""
    return [parts[0] for parts in takewhile(lambda parts: len(set(parts)) == 1, zip(*chains, strict=False))]


def _without_prefix(name: str) -> str:
    return name[1:] if name[0] in "وفبلك" and name[1:].split(" ", 1)[0] in known.ARABIC_GIVEN else name
