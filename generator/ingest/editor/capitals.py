"""Proper names, told by their capitals: a headline and a text in Latin letters → the names and what each weighs. Pure.

A name weighs as much as it is mentioned, less where it stands in all news. A single word must be a name beyond doubt:
inside sentences, never in small letters, no common word. Of many words, not all may be common ones.
"""

import re
from collections.abc import Sequence

from generator.ingest.editor.mentions import counted, in_small, is_person
from generator.ingest.editor.phrases import common
from generator.ingest.editor.phrases.background import NO_NAMES, SPELLINGS, WEIGHTS
from generator.ingest.editor.runs import RUN, names
from generator.text import key

LEAST = 2.0
_CROWDED = 0.75  # of all characters stand in such runs: headline style, or all capitals
_HEADLINE = 2.0  # as many mentions as the headline is worth
_LONGEST_SHORT_FORM = 5
_ABSTRACT = re.compile(
    r".{3,}(?:[ts]ions?|ments?|ness|ships?|isms?|ities|ances?|ing|ed|ive|ous|able|ción|ciones|idad)\Z"
)


def weighed(title: str, text: str, *, strict: bool = False) -> dict[str, float]:
    """Names by weight: mentions, less for names of which the news is full, and the headline. None of less than LEAST.

    Paragraphs are parted by line ends. A headline by itself names nothing, but it may name a person in full; a name on
    no list counts there by its last word. `strict`: a single word on no list is no name.
    """
    headline = [name.text for run in RUN.findall(title) for name in names(run)]
    tally = counted(text, filter(is_person, headline))
    if tally.covered > len(text) * _CROWDED:
        return {}
    above, words = {SPELLINGS.get(name, name) for name in headline}, f" {key(title)} "
    official = frozenset(tally.short.values())
    found = {}
    for name, count in tally.count.items():
        titled = name in above or (name[name.rfind(" ") + 1 :].lower() in words and _in_headline(name, words))
        weight = count * WEIGHTS.get(name, 1.0) + _HEADLINE * titled
        if not count or weight < LEAST or (strict and _is_single(name)):
            continue
        if name in official or _believed(name, count, tally.sure.get(name, 0) + titled, text):
            found[name] = weight
    return found


def _believed(name: str, count: int, sure: int, text: str) -> bool:
    """`sure`: of its mentions, how many bear it out, the headline among them. A single word must stand beyond doubt."""
    if name in WEIGHTS:
        return sure > 0 or " " in name or not in_small(text, name)
    if " " in name:
        return (sure > 0 or count > 1) and _telling(name.split(" "), text)
    shouted = name.isupper() and len(name) > _LONGEST_SHORT_FORM
    return sure > 1 and len(name) > 2 and not shouted and _strong(name, text)


def _telling(words: Sequence[str], text: str) -> bool:
    """Not all of the words are common ones: "Special Agents", "Surprising Power" stand in a heading."""
    person = words[0].casefold() in common.GIVEN and words[0].casefold() not in NO_NAMES
    return person or any(_strong(word, text) for word in words)


def _strong(word: str, text: str) -> bool:
    low = word.casefold()
    if low in NO_NAMES or low in common.GIVEN or word[0].islower() or _ABSTRACT.match(low):
        return False
    return not in_small(text, word)


def _is_single(name: str) -> bool:
    return " " not in name and name not in WEIGHTS


def _in_headline(name: str, words: str) -> bool:
    """The headline has the name, or the last word of a name on no list: "Radcliffe" for Paula Radcliffe."""
    low = name.lower().rpartition(" ")[2]
    if " " not in name or (name in WEIGHTS and not is_person(name)):
        return f" {key(name)} " in words
    return low not in NO_NAMES and low not in common.GIVEN and f" {low} " in words
