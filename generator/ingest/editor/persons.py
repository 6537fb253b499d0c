"""Names of persons, and of the wires they write for, as newsrooms print them. Pure: str → names.

    NORA FIELD, TOM O'DEA in Linden and ANA DE LA CRUZ     → Nora Field, Tom O'Dea, Ana de la Cruz
    NORA FIELD Associated Press Writer                     → Nora Field, and the wire Associated Press

A person is two to five words, each with a capital and none of them on the list of words that are no names. Scripts
without capitals need a label before the name, or a first name that is on a list.
"""

import re
from collections.abc import Iterable
from itertools import takewhile

from generator.ingest.editor.phrases import press, wires
from generator.text import fold, key

_AND = re.compile(r"\s?(?:,\s?(?:and|und|&)|\b(?:and|und|et|y)\b|&| و )\s", re.I)
_COMMA = re.compile(r"\s?[,،;/]\s?")
_BEHIND = re.compile(rf"\s(?:{press.BEHIND_A_NAME})\s(?![a-z]).*")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'-])*")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"I{2,3}|IV")
_SHORTENED = frozenset(["jr.", "sr.", "dr.", "st."])
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_AMONG = press.AMONG_NAMES | press.PARTICLES | press.PARTICLES_BEHIND_DE
_SMALL = press.PARTICLES | press.PARTICLES_BEHIND_DE | {"el", "le", "abu"}


def persons(text: str, labelled: bool = False) -> tuple[str, ...]:
    """The persons that a list of names begins with, up to the first part that is none.

    `labelled`: a label with a colon stands before them; then one word will do, in any script.
    """
    parts = _without_places(listed(text))
    names = (_person_in(part, labelled) for i, part in enumerate(parts) if not i or not _called(part))
    return tuple(dict.fromkeys(takewhile(bool, names)))


def listed(text: str) -> list[str]:
    """The parts of "A, B and C"."""
    return [name for part in _AND.split(text) for name in _COMMA.split(part) if name]


def wire(text: str, *, alone: bool = False) -> str:
    """The agency that these words name, as written; "" where they name none, or one that sells pictures only.

    A short name is one only as its agency writes it ("AP", "dpa", never "Map"). `alone`: on a line of its own, where
    a name that is a word or a button too is none.
    """
    if not 1 < len(text) <= 40 or text.count(" ") > 4:
        return ""
    if not text[0].isalnum() or not (text[-1].isalnum() or text[-1] == "."):
        return ""
    name = key(text)
    if name not in wires.AGENCIES or name in press.PICTURE_AGENCIES or (alone and name in press.WORDS_TOO):
        return ""
    short = len(name) < 5 and text.isascii() and text != text.upper()
    return "" if short and text not in press.SMALL_AGENCIES else text


def wire_in(parts: Iterable[str]) -> str:
    """The first wire among these parts of a byline, alone, behind a name or before a title."""
    return next((agency for part in parts if (agency := wire(part) or _wire_at_its_end(part))), "")


def wire_of_title(words: list[str]) -> str:
    """The wire at the beginning of "AP Business Writer", or in words that are one."""
    ends = range(len(words), 0, -1) if fold(words[-1]) in press.TITLES else [len(words)]
    return next((agency for end in ends if (agency := wire(" ".join(words[:end])))), "")


def known(words: list[str]) -> bool:
    """An Arabic name by its first word: one on the list, or made with Abd or Abu."""
    if not 2 <= len(words) <= 4:
        return False
    first = fold(words[0])
    return first in press.ARABIC_NAMES or first.startswith("عبد") or first == "ابو"


def spelt(name: str) -> str:
    """A name in capitals as it is written in running text: TOM O'DEA → Tom O'Dea. Any other is left as it is."""
    if name != name.upper() or name == name.lower():
        return name
    words = name.split()
    return " ".join(_spelt(word, words[i - 1].lower() if i else "") for i, word in enumerate(words))


def names_alone(text: str) -> bool:
    """No word of a sentence stands in it, and no year."""
    return not _YEAR.search(text) and all(map(_among_names, text.split()))


def _among_names(word: str) -> bool:
    """A capital, an address, an agency, or a small word that stands between names."""
    bare = word.strip(",.:()")
    return not bare.islower() or fold(bare) in _AMONG or "@" in bare or wire(bare) != ""


# ── Parts of a list ──────────────────────────────────────────────────────────────────────────────────────────────


def _without_places(parts: list[str]) -> list[str]:
    """ "Nora Field in Linden and Port Ellery": what follows the last place without one of its own is a place too."""
    placed = [i for i, part in enumerate(parts) if " in " in part]
    return parts[: placed[-1] + 1] if placed else parts


def _called(part: str) -> bool:
    """ "Projektleiterin der HSS", "Professor Emeritus": what somebody is, and no second person."""
    return fold(part.split(None, 1)[0]).removesuffix("in").endswith(press.CALLED)


def _wire_at_its_end(part: str) -> str:
    """The agency at the end of "NORA FIELD Associated Press Writer" or in "AP Business Writer"."""
    words = part.split()
    if not words:
        return ""
    starts = [0, *range(2, len(words))] if fold(words[-1]) in press.TITLES else range(2, len(words))
    return next((agency for i in starts if (agency := wire_of_title(words[i:]))), "")


# ── One person ───────────────────────────────────────────────────────────────────────────────────────────────────


def _person_in(part: str, labelled: bool) -> str:
    """The person that a part of a list names, without what stands behind the name; "" where it names none."""
    words = _BEHIND.sub("", part).strip(" *").split()
    words = words[: len(words) - _behind(words)]
    return spelt(" ".join(words)) if _person(words, labelled) else ""


def _behind(words: list[str]) -> int:
    """How many words behind a name say what he is or for whom: NORA FIELD *Associated Press Writer*."""
    for i in range(2, len(words)):
        rest = words[i:]
        titled = fold(rest[-1]) in press.TITLES and (len(rest) < 3 or wire_of_title(rest))
        if titled or wire(rest[0]) or wire(" ".join(rest)):
            return len(rest)
    return 0


def _person(words: list[str], labelled: bool) -> bool:
    if not (1 if labelled else 2) <= len(words) <= 5 or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    if len(words[-1].rstrip(".")) < 2 or wire(" ".join(words)):
        return False
    if words[0].upper() == words[0].lower():
        return labelled or (len(words) <= 3 and known(words))
    if not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    return not any(_no_name(word, i) for i, word in enumerate(words))


def _no_name(word: str, i: int) -> bool:
    name = fold(word).rstrip(".")
    if i and name in _SMALL:
        return False
    return word[0].islower() or name in press.NOT_A_PERSON or name in press.STAFF


# ── Capitals ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _spelt(word: str, before: str) -> str:
    """One word of a name in capitals."""
    small = word.lower()
    if _ROMAN.fullmatch(word) or ("." in word and len(word) <= 6 and small not in _SHORTENED):
        return word
    if before and (small in press.PARTICLES or (before == "de" and small in press.PARTICLES_BEHIND_DE)):
        return small
    return press.SPELT.get(small) or _LETTERS.sub(lambda letters: _capitalised(letters[0]), word)


def _capitalised(letters: str) -> str:
    if len(letters) > 4 and letters.startswith("MC"):
        return f"Mc{letters[2]}{letters[3:].lower()}"
    return letters[0] + letters[1:].lower()
