"""Names that are known, found in a text as whole words: pairs of name and tag → Gazetteer; a text → its tags. Pure.

Words are looked up in a table, so a text costs the same whether ten names are known or ten thousand. In Arabic script
the prefixes and, then, by, to, as, the (و ف ب ل ك ال) may stand before a name: the table holds those forms. In Persian
an ezafe may show behind a long vowel (آمریکای); in Sorani a name takes endings, and only in a Sorani text they are cut.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from generator.text import fold, fold_letter, letter_by_letter

# Words of a folded text in every script: "u.s." is two, and so is "iran-backed".
_WORD = re.compile(r"\w+")
_NO_WORD = {code: " " for code in range(128) if not chr(code).isalnum()}
_ARABIC = re.compile(r"[\u0620-\u06ff]")
_BEFORE = tuple("".join(pair) for pair in product(("", "و", "ف"), ("", "ب", "ل", "ک")))
_SHORTEST = 3  # letters; a shorter word is too often the end of another one
# In Sorani: in, of, and, also, from, the copula; longest first. Written as `text.fold` leaves them.
_ENDINGS = ("یشدا", "هوه", "یدا", "وه", "دا", "یش", "ی", "ه", "و", "ش")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text under `text.fold`, its line ends kept, and its words."""

    text: str = ""
    words: tuple[str, ...] = ()
    sorani: bool = False

    @classmethod
    def of(cls, text: str) -> "Folded":
        text = text.replace("_", " ")
        folded = text.lower() if text.isascii() else letter_by_letter(text, fold_letter)
        return cls(folded, tuple(_words(folded)), "ێ" in folded or "ۆ" in folded)


def _words(folded: str) -> list[str]:
    return folded.translate(_NO_WORD).split() if folded.isascii() else _WORD.findall(folded)


@dataclass(frozen=True, slots=True)
class _Row:
    """The words that must follow the first one, what the tag is called, and the name where its punctuation matters."""

    rest: tuple[str, ...]
    tag: str
    exact: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by the first word of each in every form it may take, the longest names first. `Gazetteer()` knows none."""

    table: Mapping[str, tuple[_Row, ...]] = field(default_factory=dict)
    starts: frozenset[str] = frozenset()  # the first letters of those words, as they stand by themselves

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Gazetteer":
        """From pairs: a name as it is written, and the tag it leads to. The first pair for a name counts."""
        found: dict[str, dict[tuple[str, ...], _Row]] = {}
        starts = set()
        for name, tag in pairs:
            folded = fold(name)
            if words := _words(folded.replace("_", " ")):
                starts.add(words[0][:_SHORTEST])
                row = _Row(tuple(words[1:]), tag, "" if folded == " ".join(words) else folded)
                for form in _forms(words[0], whole=len(words) == 1):
                    found.setdefault(form, {}).setdefault(row.rest, row)
        table = {first: tuple(sorted(rows.values(), key=_longest_first)) for first, rows in found.items()}
        return cls(table, frozenset(starts))

    def __bool__(self) -> bool:
        return bool(self.table)

    def mentions(self, text: Folded) -> Counter[str]:
        """How often each tag is named; inside a longer name it is not named."""
        found: Counter[str] = Counter()
        stop = 0
        for at in [at for at, word in enumerate(text.words) if text.sorani or word in self.table]:
            rows = self.table.get(text.words[at]) or self._without_ending(text.words[at])
            if at >= stop and (row := _named(rows, text, at)):
                found[row.tag] += 1
                stop = at + 1 + len(row.rest)
        return found

    def _without_ending(self, word: str) -> tuple[_Row, ...]:
        if word[:_SHORTEST] not in self.starts:
            return ()
        bare = next((bare for bare in _bare(word) if bare in self.table), "")
        return tuple(row for row in self.table[bare] if not row.rest) if bare else ()


def _longest_first(row: _Row) -> tuple[int, tuple[str, ...]]:
    return -len(row.rest), row.rest


def _forms(word: str, whole: bool) -> Iterator[str]:
    """A first word as it may stand in a text; `whole`: it is the last one too."""
    yield word
    if not _ARABIC.match(word):
        return
    if whole and word[-1] in "او":
        yield word + "ی"
    if len(word) < _SHORTEST:
        return
    article = word.startswith("ال")
    bare = word[2:] if article else word
    yield from (prefix + word for prefix in _BEFORE[1:])
    if len(bare) >= _SHORTEST:
        yield from (prefix + "لل" + bare for prefix in ("", "و", "ف"))
        yield from (prefix + "ال" + bare for prefix in _BEFORE if not article)


def _named(rows: Sequence[_Row], text: Folded, at: int) -> _Row | None:
    """The first of the rows that goes on here, with nothing between its words; "C++" is not "C"."""
    for row in rows:
        there = text.words[at + 1 : at + 1 + len(row.rest)]
        if there == row.rest or (text.sorani and _ended(there, row.rest)):
            written = row.exact or " ".join((text.words[at], *there))
            if written in text.text:
                return row
    return None


def _ended(there: Sequence[str], rest: Sequence[str]) -> bool:
    """The last word has an ending."""
    return 0 < len(there) == len(rest) and there[:-1] == rest[:-1] and rest[-1] in _bare(there[-1])


def _bare(word: str) -> Iterator[str]:
    """A Sorani word without each ending that it may have."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST:
            yield word[: -len(ending)]
