"""Words that pages print around a story, and words that newsrooms use: the lists, as data. Pure.

page: what stands around a story    press: bylines, pictures    wires: agencies, datelines, dates    names: for tags

Chosen by hand from counts over saved news pages and text scrapes. They match whole lines only, under `text.key`
(case, accents, punctuation and letter variants do not count), so one spelling a row is enough. Add to them freely,
but a phrase that is also a sentence of somebody's story does not belong here.
"""

import re

from generator.text import fold, key


def keys(rows: str) -> frozenset[str]:
    """One phrase between two bars or line ends."""
    return frozenset(key(phrase) for row in rows.splitlines() for phrase in row.split("|") if phrase.strip())


def either(rows: str, folded: bool = False) -> str:
    """The same as a regular expression, for phrases before something else. `folded`: for text under `text.fold`."""
    names = (name.strip() for row in rows.splitlines() for name in row.split("|") if name.strip())
    longest_first = sorted({fold(name) if folded else name for name in names}, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def beginnings(size: int, *joined: str) -> frozenset[str]:
    """The first letters of the phrases that `either` has joined, so many of each."""
    return frozenset(phrase.replace("\\", "")[:size] for each in joined for phrase in each[3:-1].split("|"))


def words(row: str) -> frozenset[str]:
    return frozenset(fold(word) for word in row.split())
