"""Runs of capitalised words, and the names in them. Pure: a text → the runs; a run → names.

"President of Argentina Alberto Fernández’s" ─▶ Argentina, Alberto Fernández
"Department of Health and Human Services"    ─▶ that
"Deputy Foreign Minister"                    ─▶ nothing: a name is not made of common words alone
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.ingest.editor.phrases import common
from generator.ingest.editor.phrases.background import NO_NAMES, STOPS, WEIGHTS

_UPPER = "[" + "".join(c for c in map(chr, range(0x41, 0x250)) if c.isupper()) + "]"
_PARTICLES = frozenset("de da do dos del della di du des van von ter ten zu bin ibn bint al el".split())
_ARTICLES = frozenset("la las los le der den".split())  # behind a particle only: "van der", "de la"
_AND = frozenset(["and", "y", "e", "et", "und"])
_LINKS = frozenset(["of", "for", "on", "the", *_AND, *_PARTICLES, *_ARTICLES])
# A capital with nothing of a word before it. It stands first in the pattern, so that only capitals are looked at.
_CAPITAL = rf"{_UPPER}(?<!\w.)"
_PLAIN = rf"(?:[^\W_]++|['’&-][^\W_]++)(?>(?:['’&-][^\W_]++){{0,6}})(?:['’](?= {_UPPER})|\.(?<=\b[SFM]t\.))?"  # St.
_DOTTED = rf"(?:\.{_UPPER}){{0,3}}(?:\.|(?!\w))"  # U.S., J.
_TAIL = rf"(?:{_PLAIN}|{_DOTTED})"
_LINK = rf"(?:(?:{'|'.join(sorted(_LINKS))}) )"
_JOINED = r"(?:d['’]|[ae][lnrsdz]-)"
_SMALL = "".join(sorted({"d", "a", "e"} | {link[0] for link in _LINKS}))  # what a link or what is joined begins with
# The next word mostly begins with its capital, so that this is tried first; nothing that is taken is given back.
_NEXT = rf"(?:{_UPPER}{_TAIL}|(?=[{_SMALL}])(?:{_LINK}{{1,2}}{_JOINED}?|{_JOINED}){_UPPER}{_TAIL})"
RUN = re.compile(rf"{_CAPITAL}{_TAIL}(?: {_NEXT}){{0,9}}")

_POSSESSIVE = re.compile(r"['’](?:s|S)?\Z")
_SYLLABLES = frozenset(
    ["led", "run", "era", "born", "made", "wide", "area", "like", "old", "year", "day", "based", "free"]
)
_LONGEST = 7
_POWERS = frozenset(["U.S.", "US", "U.N.", "UN", "EU", "UK", "U.K."])  # "U.S. Embassy", "EU ministers": adjectives
_BODIES_WITH_AND = frozenset(
    "department ministry committee centers centres office bureau commission society ministerio ministère".split()
)
_CROWNED = frozenset("king queen emperor pope prince princess".split())
_ALSO_GIVEN = frozenset(["will", "jan"])  # "Will Smith", but "Will Iraq"
_NEVER_CUT = (
    frozenset("st st. saint san santa dona doña don port fort ft ft. mount mt mt. lake new the cape".split())
    | common.REGNAL
)


@dataclass(frozen=True, slots=True)
class Name:
    """`fresh`: it begins with the first word of its run, whose capital may be that of a sentence."""

    text: str
    fresh: bool


@lru_cache(maxsize=32768)  # the same runs come again and again: a third of the time of tags otherwise
def names(run: str) -> tuple[Name, ...]:
    """The names in a run, in order."""
    if _is_plain(run):
        return (Name(run, fresh=True),)
    found = []
    for start, piece in _pieces(run.split(" ")):
        for at, part in _parts(piece):
            taken = _before_person(part)
            bare = part[taken:]
            if (before := " ".join(part[:taken])) in WEIGHTS:
                found.append(Name(before, fresh=start + at == 0))
            if bare[-1].casefold() in common.COMPANY and " ".join(bare[:-1]) in WEIGHTS:
                bare = bare[:-1]
            if len(bare) <= _LONGEST and not _empty(bare):
                found += [Name(name, fresh=start + at + taken == 0) for name in _pair(" ".join(bare))]
    return tuple(found)


_SPECIAL = STOPS | NO_NAMES | common.TITLES | common.BEFORE_TITLES | _LINKS


def _is_plain(run: str) -> bool:
    """Nothing but a name: a short cut, for most runs that are met for the first time are that."""
    if run.isalpha():
        return len(run) > 1 and run.casefold() not in _SPECIAL
    low = run.casefold().split(" ")
    alone = _SPECIAL.isdisjoint(low) and common.GIVEN.isdisjoint(low[1:])
    return alone and len(low[-1]) > 1 and len(low) <= _LONGEST and all(map(str.isalpha, low))


# ── Pieces: what stands between words that are part of no name ───────────────────────────────────────────────────


def _pieces(words: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each piece with the place of its first word."""
    piece: list[str] = []
    start = 0
    for at, word in enumerate(words):
        if word in _LINKS:
            continue
        links = _links(words, at)
        base, ended = _base(word, bool(piece))
        stop = _stops(word, base, piece, words[at + 1 :])
        if piece and (stop or not _joined(piece, links)):
            yield start, piece
            piece = []
        if stop:
            continue
        start = start if piece else at
        piece += [*links, base] if piece else [base]
        if ended:
            yield start, piece
            piece = []
    if piece:
        yield start, piece


def _links(words: Sequence[str], at: int) -> list[str]:
    first = at
    while first and words[first - 1] in _LINKS:
        first -= 1
    return list(words[first:at])


def _base(word: str, inside: bool) -> tuple[str, bool]:
    """A word without its possessive or what is tied to it ("Iran-backed"), and whether the name ends there."""
    bare = _POSSESSIVE.sub("", word)
    if bare != word and not NO_NAMES.isdisjoint([bare.casefold(), bare.casefold().removesuffix("s")]):
        return word, False  # "Children’s Hospital", "Bishops’ Conference"
    head, hyphen, tail = bare.partition("-")
    if hyphen and tail[:1].islower() and head[:1].isupper() and not (inside and _syllable(tail)):
        return head, True
    return bare, bare != word


def _syllable(tail: str) -> bool:
    """ "Jong-un", but not "Iran-led"."""
    return len(tail) <= 4 and tail not in _SYLLABLES


def _stops(word: str, base: str, piece: Sequence[str], after: Sequence[str]) -> bool:
    """This word is part of no name. "Will Smith" and "Theresa May" are names; "Will Iraq" and "In May" are not."""
    low = base.casefold().replace("’", "'")
    if word in WEIGHTS or base in WEIGHTS:
        return False
    if low not in STOPS:
        odd = (low[1:2] == "'" and base[2:3].islower()) or (base[1:2] == "-" and base[0] in "DRI")  # C’est, R-Texas
        initial = base.rstrip(".")
        return odd or (len(initial) < 2 and not after and not (piece and "." in base))
    if low in _ALSO_GIVEN:
        return not after or after[0] in WEIGHTS or after[0].casefold() in STOPS
    return not (piece and low in common.GIVEN and piece[-1].casefold() in common.GIVEN)


def _joined(piece: Sequence[str], links: Sequence[str]) -> bool:
    """The next word belongs to the same name, with these links before it."""
    if not links or (links[0] in _PARTICLES and all(link in _ARTICLES for link in links[1:])):
        return True
    if " ".join((*piece, *links)) in _OPENINGS:
        return True
    if links[0] in _AND:
        return len(links) == 1 and piece[0].casefold() in _BODIES_WITH_AND and len(piece) > 2
    return links[0] in {"of", "for", "on"} and links[1:] in ([], ["the"]) and piece[-1].casefold() in common.BODIES


# "Trinidad and", "Islamic State of Iraq and the": what known names begin with.
_OPENINGS = frozenset(
    " ".join(words[: i + 1])
    for words in map(str.split, WEIGHTS)
    for i in range(1, len(words) - 1)
    if words[i] in _LINKS
)


# ── What is no part of a name ────────────────────────────────────────────────────────────────────────────────────


def _parts(piece: list[str]) -> Iterator[tuple[int, list[str]]]:
    """A piece without titles, each part with its place: "Microsoft Chairman Bill Gates" is two names."""
    if " ".join(piece) in WEIGHTS:
        yield 0, piece
        return
    low = [word.casefold() for word in piece]
    begin = 1 if piece[0] in _POWERS and len(piece) > 1 else 0
    if begin:
        yield 0, piece[:1]
    for at in range(begin, len(piece) - 1):
        if (
            low[at] in common.TITLES
            and piece[at + 1] not in _LINKS
            and (at == begin or low[at] not in common.ALSO_NAMES)
        ):
            if at == len(piece) - 2 and (low[at] in _CROWNED or (low[at] in common.REGNAL and low[-1] in common.GIVEN)):
                break
            if stop := _without_ranks(low, begin, at):
                yield begin, piece[begin:stop]
            begin = at + 1
    yield begin, piece[begin:]


def _without_ranks(low: Sequence[str], begin: int, stop: int) -> int:
    """Where a name ends before a title: "Deputy Foreign" is part of that. 0 where there is none."""
    while stop > begin and (low[stop - 1] in common.BEFORE_TITLES or low[stop - 1] in common.NATIONS):
        stop -= 1
    return stop if stop > begin else 0


def _before_person(words: Sequence[str]) -> int:
    """How many words stand before the given name of a person."""
    if " ".join(words) in WEIGHTS:
        return 0
    low = [word.casefold() for word in words]
    people = (at for at in range(1, len(words) - 1) if _begins_person(low, at) and words[at] not in WEIGHTS)
    return next(people, 0)


def _begins_person(low: Sequence[str], at: int) -> bool:
    if low[at] not in common.GIVEN or low[at + 1] in _LINKS - _PARTICLES or low[at + 1] in NO_NAMES:
        return False
    before = low[at - 1]
    return not (before in common.GIVEN or before in _NEVER_CUT or before in _LINKS or before.endswith("."))


def _empty(words: Sequence[str]) -> bool:
    """No word of it is a name. A given name before a common word is a person's: "Bill Gates", "Robert House"."""
    if (name := " ".join(words)) in WEIGHTS:
        return False
    if len(name) < 3:
        return True
    low = [word.casefold() for word in words if word not in _LINKS]
    if len(low) > 1 and low[0] in common.GIVEN and low[0] not in NO_NAMES:
        return False
    if len(low) > 1 and low[0] in _NEVER_CUT and (low[1] in common.GIVEN or low[1] not in NO_NAMES):
        return False  # "King Abdullah", "St. Louis Park"
    return all(_POSSESSIVE.sub("", word) in NO_NAMES or (i and word in common.GIVEN) for i, word in enumerate(low))


def _pair(name: str) -> tuple[str, ...]:
    """ "US-Iran", "Iran-Iraq" are two names."""
    head, hyphen, tail = name.partition("-")
    return (head, tail) if hyphen and head in WEIGHTS and tail in WEIGHTS and name not in WEIGHTS else (name,)
