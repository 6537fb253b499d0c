"""Mentions of the names in a text, each thing under one spelling: str → Tally. Pure.

"Halloran" counts for "Ines Halloran", "NOAA" for what it is short for, "Oscars" for "Oscar", "U.S." for United States.
A capital that begins a sentence says nothing; the tally keeps apart how many mentions are beyond that doubt.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.ingest.editor.phrases import common
from generator.ingest.editor.phrases.background import SPELLINGS, STOPS, WEIGHTS
from generator.ingest.editor.phrases.names import ABBREVIATIONS
from generator.ingest.editor.runs import RUN, names

_STARTS = frozenset('!?:;…"“”«»„‘\n•*—–')
_SHORT_FORM = re.compile(r" \(([A-Z][A-Za-z]{1,5})\)")
_ENDINGS = {"s": ("s", "ns", "ans", "ians", "is"), "n": ("n", "an", "ian"), "i": ("i",), "e": ("ese",), "h": ("ish",)}
_ARTICLES = frozenset(["al-", "el-", "ad-", "an-", "ar-", "as-", "az-"])
_ADJECTIVES = common.NATIONS | {"senate", "house", "state", "federal"}


@dataclass(slots=True)
class Tally:
    """Mentions of each name in the order of the text. `sure`: of these, where the capital is no accident."""

    count: dict[str, int] = field(default_factory=dict)
    sure: dict[str, int] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)  # NOAA → National Oceanic and …
    covered: int = 0  # characters

    def explain(self, short: str, full: str) -> None:
        """A name whose short form stands behind it in parentheses; one of common words is found only here."""
        if full:
            self.count.setdefault(full, 1)
            self.sure.setdefault(full, 1)
            self.short.setdefault(short, full)

    def move(self, name: str, to: str) -> None:
        """What was counted as `name` counts for `to`."""
        if name != to:
            self.count[to] = self.count.get(to, 0) + self.count.pop(name)
            self.sure[to] = self.sure.get(to, 0) + self.sure.pop(name, 0)


def counted(text: str, persons: Iterable[str] = (), wanted: Callable[[str], bool] = bool) -> Tally:
    """Every name with the number of its mentions, each thing under one spelling; `persons` as the headline has them.

    `wanted`: whether anything is asked about a run of capitalised words.
    """
    tally = _mentions(text, wanted)
    _settle_firsts(tally, text)
    for name in persons:
        tally.count.setdefault(name, 0)
    for short, full in tally.short.items():
        if short in tally.count and full in tally.count:
            tally.move(*((full, short) if short in WEIGHTS else (short, full)))
    for name in tally.count.keys() & SPELLINGS.keys():
        tally.move(name, SPELLINGS[name])
    _merge_endings(tally)
    _merge_parts(tally)
    return tally


def _mentions(text: str, wanted: Callable[[str], bool]) -> Tally:
    tally, explains = Tally(), " (" in text
    count, sure = tally.count, tally.sure
    for run in RUN.finditer(text):
        words, start = run[0], run.start()
        tally.covered += len(words)
        if not wanted(words):
            continue
        if found := names(words if text[start - 1] != "-" else _with_article(text, start) + words):
            begins = _begins(text, start)
            for name in found:
                count[name.text] = count.get(name.text, 0) + 1
                if not (begins and name.fresh):
                    sure[name.text] = sure.get(name.text, 0) + 1
        if explains and text.startswith(" (", stop := run.end()) and (match := _SHORT_FORM.match(text, stop)):
            tally.explain(match[1], _in_full(words, match[1]))
    return tally


def _with_article(text: str, start: int) -> str:
    """The "al-" of "al-Qaeda"."""
    before = text[max(start - 4, 0) : start].rpartition(" ")[2]
    return before if before in _ARTICLES else ""


def _in_full(run: str, short: str) -> str:
    """The last words of a run, if the letters are theirs: "Coast Harbour Board (CHB)"."""
    words = run.split(" ")
    initials = [i for i, word in enumerate(words) if word[0].isupper()][-len(short) :]
    found = "".join(words[i][0] for i in initials)
    return " ".join(words[initials[0] :]) if len(short) > 1 and found.casefold() == short.casefold() else ""


def _begins(text: str, start: int) -> bool:
    """A sentence may begin here, or a quotation."""
    if not start or text[start - 1] != " ":
        return not start or text[start - 1] in _STARTS
    before = text[start - 2]
    if before == ".":
        return text[max(start - 9, 0) : start - 2].rpartition(" ")[2].lower() not in ABBREVIATIONS
    return before in _STARTS


def _settle_firsts(tally: Tally, text: str) -> None:
    """A first word that is none of the name: "Muslim Mindanao", and "Defeating Ruritania" where a sentence begins."""
    for name in [name for name in tally.count if " " in name and name not in WEIGHTS]:
        first, _, rest = name.partition(" ")
        low = first.casefold()
        if rest[0].islower() or (low in common.GIVEN and low not in STOPS):
            continue
        known = rest in WEIGHTS or rest in tally.sure
        if low in _ADJECTIVES:
            if known:
                tally.move(name, rest)
        elif name not in tally.sure and (rest in WEIGHTS or (known and " " in rest) or in_small(text, first)):
            tally.move(name, rest)
            if " " in rest or known:
                tally.sure[rest] = tally.sure.get(rest, 0) or 1


# ── One spelling for one thing ───────────────────────────────────────────────────────────────────────────────────


def _merge_endings(tally: Tally) -> None:
    """ "Oscars" is Oscar, "Ruritanian" is Ruritania: the shorter form, unless a plural is met more often."""
    for name in [name for name in tally.count if name[-1] in _ENDINGS and name not in WEIGHTS]:
        for ending in _ENDINGS[name[-1]]:
            if name.endswith(ending) and (shorter := name.removesuffix(ending)) in tally.count and len(shorter) > 2:
                plural = ending == "s" and tally.count[name] > tally.count[shorter]
                tally.move(*((shorter, name) if plural else (name, shorter)))
                break


def _merge_parts(tally: Tally) -> None:
    """The short forms of a name count for the whole of it, where there is one whole only."""
    place = {name: i for i, name in enumerate(tally.count)}
    wholes: dict[str, list[str]] = {}
    for name in [name for name in tally.count if " " in name]:
        for part in _short_forms(name, place):
            wholes.setdefault(part, []).append(name)
    for part in sorted(wholes, key=len, reverse=True):
        whole, *others = dict.fromkeys(wholes[part])
        if part in WEIGHTS or part not in tally.count:
            continue
        if not others and whole in tally.count:
            tally.move(part, whole)
        elif others and all(map(is_person, wholes[part])):
            del tally.count[part]  # two of a family


def _short_forms(name: str, place: Mapping[str, int]) -> Iterator[str]:
    """Of names in the text, those that are short for this one. A person may be named in full later; a place is not its
    namesake: "Skerra" is not "Little Skerra", unless that came first."""
    words = name.split(" ")
    for at in range(1, len(words)):
        if (part := " ".join(words[at:])) in place and (place[name] < place[part] or is_person(name)):
            yield part
    if words[0] in place and (is_person(name) or (len(words) == 2 and words[1].casefold() in common.COMPANY)):
        yield words[0]
    if len(words) > 2 and (part := f"{words[0]} {words[-1]}") in place:
        yield part


def is_person(name: str) -> bool:
    first, blank, _ = name.partition(" ")
    return bool(blank) and first.casefold() in common.GIVEN and first not in WEIGHTS


def in_small(text: str, word: str) -> bool:
    """The text has this word in small letters, as a word of its own."""
    small = word.lower()
    at = text.find(small)
    while at >= 0:
        stop = at + len(small)
        if not (at and text[at - 1].isalnum()) and not text[stop : stop + 1].isalnum():
            return True
        at = text.find(small, stop)
    return False
