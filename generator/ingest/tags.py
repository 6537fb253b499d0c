"""Tags for an article that brings none: the archive's own names first, then proper names that recur. Pure.

Names of the archive (site.yaml) are looked for in every script, as whole words of the folded text; in Arabic script the
prefixes and, by, for, the (و ب ل ف ك ال) may stand before them. Proper names are looked for only where capitals mean
something: not in scripts without them, not in German, not in a text all in capitals. A name counts when it stands
inside a sentence, where a capital is no accident. What is found depends on this one article, never on its neighbours.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from generator.ingest.phrases import names, wires
from generator.ingest.vocabulary import WORD, Vocabulary
from generator.text import fold, key

MOST = 6
_PREFIXES = ("وال", "بال", "فال", "کال", "لل", "ال", "و", "ب", "ل", "ف", "ک")
_TOKEN = re.compile(r"\w+(?:[.’'-]\w+)*|[^\s\w]")
_STARTS = frozenset('.!?:;“"«…')
_POSSESSIVE = re.compile(r"['’]s?$")
_PARTY = re.compile(r"[A-Z]-[A-Z]{1,5}")  # (D-HI)
_LONGEST = 3
_ARTICLES = frozenset(["al", "el", "ad", "as", "ar", "an", "ash", "bin"])
_CROWDED = 0.5
_ENDINGS = frozenset(["s", "n", "i", "ns", "an", "is", "ian", "ans", "ese", "ish"])
_GERMAN = frozenset(
    ["der", "die", "das", "und", "den", "dem", "von", "mit", "ist", "nicht", "auf", "für", "ein", "eine", "sich",
     "auch", "als"]
)  # fmt: skip


def find(title: str, paragraphs: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """At most MOST tags, the archive's own names first (all of those), each kind by weight, then by name."""
    known = _known([title, *paragraphs], vocabulary) if vocabulary.names else Counter()
    tags = _ranked(known)
    # An alias is no new tag, and the outlet is none in its own archive.
    guessed = (name for name in _ranked(_guessed(title, paragraphs)) if key(name) not in vocabulary.settled)
    return (*tags, *islice(guessed, max(MOST - len(tags), 0)))


def _ranked(weights: Mapping[str, float]) -> list[str]:
    return sorted(weights, key=lambda name: (-weights[name], name))


# ── The archive's own names ──────────────────────────────────────────────────────────────────────────────────────


def _known(texts: Sequence[str], vocabulary: Vocabulary) -> Counter[str]:
    """How often each tag of the vocabulary is named, the headline counting for three."""
    found: Counter[str] = Counter()
    for i, text in enumerate(texts):
        words = WORD.findall(fold(text))
        for at in range(len(words)):
            if tag := _at(words, at, vocabulary):
                found[tag] += 1 if i else 3
    return found


def _at(words: Sequence[str], at: int, vocabulary: Vocabulary) -> str:
    """The tag whose name begins with this word, the longest name first."""
    for first in _bases(words[at]):
        for name, tag in vocabulary.names.get(first, ()):
            there = words[at + 1 : at + len(name)]
            if len(there) == len(name) - 1 and all(map(_is, there, name[1:])):
                return tag
    return ""


def _is(there: str, word: str) -> bool:
    return word in _bases(there)


def _bases(word: str) -> tuple[str, ...]:
    """A word, and what it is without a possessive or an Arabic prefix."""
    if word.isascii():
        return tuple(dict.fromkeys([word, word.removesuffix("'s"), *word.split("-")]))
    bare = [word.removeprefix(p) for p in _PREFIXES if word.startswith(p) and len(word) > len(p) + 2]
    return word, *bare, *("ال" + rest for rest in bare if word.startswith("لل"))


# ── Names that recur ─────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words that stand together. `first`: they begin a sentence, so the first capital says nothing."""

    words: tuple[str, ...]
    first: bool

    @property
    def name(self) -> str:
        return " ".join(self.words)


def _guessed(title: str, paragraphs: Sequence[str]) -> dict[str, float]:
    """Proper names by weight: mentions, half a one inside a longer name, more for headline and beginning."""
    tokens = [_TOKEN.findall(paragraph) for paragraph in paragraphs]
    small = {token for row in tokens for token in row if token.islower()}
    if _meaningless(tokens):
        return {}
    early = list(_runs(row for row in tokens[:2]))
    runs = early + list(_runs(row for row in tokens[2:]))
    inside = {run.name for run in runs if not run.first}
    sound = [run if not run.first or run.name in inside else _doubted(run, small) for run in runs]
    inside |= {run.name for run in sound if not run.first}
    mentions = Counter(run.name for run in sound if run.words)
    parts = Counter(word for run in sound if len(run.words) > 1 for word in run.words)
    names = _whole({name: mentions[name] + parts[name] / 2 for name in mentions}, inside)
    opening, headline = {run.name for run in early}, f" {key(title)} "
    return {
        name: weight + (name in opening) + 2 * (f" {key(name)} " in headline)
        for name, weight in names.items()
        if weight + (f" {key(name)} " in headline) >= 2
    }


def _doubted(run: _Run, small: Set[str]) -> _Run:
    """A run that begins a sentence, without a first word that only the sentence made large ("Producer Mel Gibson")."""
    if run.words[0].lower() in small or len(run.words) == _LONGEST:
        return _Run(run.words[1:], first=False)
    return run


def _meaningless(tokens: Sequence[Sequence[str]]) -> bool:
    """Capitals that say nothing: there are none, or every noun has one (German), or every word (headline style)."""
    words = [token for row in tokens for token in row if token[0].isalpha()]
    large = sum(word[0].isupper() for word in words)
    german = sum(word in _GERMAN for word in words)
    return not large or large > len(words) * _CROWDED or german > len(words) * 0.06


def _runs(rows: Iterable[Sequence[str]]) -> Iterator[_Run]:
    """All runs of at most _LONGEST words that may be names."""
    for row in rows:
        for words, first in _capitalised(row):
            if len(words) <= _LONGEST and not _empty(words):
                yield _Run(words, first)


def _capitalised(row: Sequence[str]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The runs of capitalised words of a paragraph, and whether each begins a sentence."""
    words: list[str] = []
    start = first = True
    before = ""
    for token in [*row, "."]:
        word, ends = _part(token)
        if word:
            first = first if words else start
            words.append(word)
        if ends and words:
            yield tuple(words), first
            words = []
        start = token in _STARTS and not (token == "." and before.casefold() in names.ABBREVIATIONS)
        before = token


@lru_cache(maxsize=32768)  # most words of a language come again: half of the time of `find` otherwise
def _part(token: str) -> tuple[str, bool]:
    """The part that a token has in a name ("" = none), and whether the name ends with it: "Iraq’s", "Iran-backed"."""
    if not token[0].isalpha() or _PARTY.fullmatch(token):
        return "", True
    bare = _POSSESSIVE.sub("", token)
    head, hyphen, tail = bare.partition("-")
    if hyphen and head[0].isupper() and tail.islower():
        return (head, True) if head.casefold() not in names.NOT_IN_A_NAME else ("", True)
    if not (bare[:1].isupper() or (hyphen and tail[:1].isupper() and head in _ARTICLES)):
        return "", True
    if bare.casefold().replace("’", "'") in names.NOT_IN_A_NAME or len(bare) < 2:
        return "", True
    return bare, bare != token


def _empty(words: Sequence[str]) -> bool:
    """No word of it is a name, or it is an agency's."""
    return all(map(_weak, words)) or key(" ".join(words)) in wires.AGENCIES


@lru_cache(maxsize=4096)
def _weak(word: str) -> bool:
    return fold(word) in names.NOT_ALONE


def _whole(weights: Mapping[str, float], inside: Set[str]) -> dict[str, float]:
    """Count "Blunkett" for "David Blunkett", and "Oscars" for "Oscar". `weights` are in the order of the text.

    A person is named in full first; a place that is named first alone ("Skerra") is not its namesake ("Little Skerra").
    """
    whole = dict(weights)
    for name in sorted(weights, key=len, reverse=True):
        for n in range(1, min(4, len(name) - 3)):
            if name in whole and name[-n:] in _ENDINGS and name[:-n] in whole:
                whole[name[:-n]] += whole.pop(name)
    place = {name: i for i, name in enumerate(weights)}
    longer: dict[str, list[str]] = {}
    for name in whole:
        if " " in name:
            longer.setdefault(name.rpartition(" ")[2], []).append(name)
    for last, full in longer.items():
        if last in whole and len(full) == 1 and place[full[0]] < place[last]:
            whole[full[0]] += whole.pop(last)
    return {name: weight for name, weight in whole.items() if name in inside or " " in name}
