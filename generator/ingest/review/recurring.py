"""Lines that many articles have, in their text or as headline, or lost because many have them: keep or cut? Pure.

Digits do not count, as for `learned`: "12 shares" and "3 shares" are one line.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import isqrt

from generator.ingest.editor.recurring import OFTEN
from generator.ingest.editor.vocabulary import Lines, Vocabulary
from generator.ingest.review.questions import SHOWN, Case, Example
from generator.ingest.review.survey import Entry, Known
from generator.yamlsafe import quoted

# The rules that cut a line for nothing but that it recurs in this archive.
LEARNED = frozenset([OFTEN])
_LEAST = 5
_DIGITS = re.compile(r"[0-9]+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Recurring:
    """A line, the first in the alphabet where its digits vary, and where it stands."""

    line: str
    varies: bool
    count: int
    examples: tuple[Example, ...]

    def case(self, kind: str, verb: str) -> Case:
        """The question whether to do so."""
        shape = _shape(self.line)
        group = f"“{shape}” (any digits)" if self.varies else f"“{self.line}”"
        advice = f"To {verb} it, write this under `ingest:` `{verb}:` in site.yaml, then run `backfile ingest --again`:"
        line = f"- {quoted(rule(self.line, varies=self.varies))}"
        return Case(kind, shape, "", group, self.examples, advice, line, self.count)


def kept(known: Known) -> Iterator[Case]:
    """Short lines that stand in the text of many articles."""
    least = max(_LEAST, isqrt(len(known.entries)) // 2)  # 5 of 100, 50 of 10,000, 158 of 100,000
    told = ((one, _others(one)) for one in known.articles if one.record)
    found = _often(told, least, _settled(known))
    yield from _together((one for one in found if _LETTER.search(one.line)), "line", "cut")


def headlines(known: Known) -> Iterator[Case]:
    """First lines that are the headline of many articles: the name of a column, or a line that the page begins with."""
    told = ((one, [one.meta.title]) for one in known.articles if one.by("title") == "first line")
    for found in _often(told, _LEAST, _settled(known)):
        if _LETTER.search(found.line):
            yield found.case("headline of many", "cut")


def learned(known: Known) -> Iterator[Case]:
    """Lines that a learned rule cut, those without a letter too: they are gone from the texts."""
    told = ((one, _learned(one)) for one in known.entries)
    yield from _together(_often(told, 1, _settled(known)), "learned", "keep")


def _together(found: Iterable[Recurring], kind: str, verb: str) -> Iterator[Case]:
    """Lines that stand in the same articles, as far as their number and the first of them tell, are one question."""
    groups: dict[tuple[object, ...], list[Case]] = {}
    for one in found:
        groups.setdefault((one.count, one.examples), []).append(one.case(kind, verb))
    for cases in groups.values():
        for case in cases:
            advice = case.advice.replace(f"To {verb} it, write this", f"To {verb} any of them, write its line")
            several = len(cases) > 1
            yield replace(case, group=cases[0].group, shown=case.group, advice=advice if several else case.advice)


def left(known: Known) -> Iterator[Case]:
    """Lines that a learned rule cuts, in articles that were there when the ledger knew nothing of them: what ingest had
    written before the line was learned cannot be told from a person's words there."""
    told = ((one, _left(one)) for one in known.articles)
    for found in _often(told, 1, _settled(known)):
        yield replace(found.case("left", "cut"), advice="", line="")  # site.yaml cannot reach what may be a person's


def _left(entry: Entry) -> frozenset[str]:
    cut = frozenset(_learned(entry))
    if not cut or not entry.record:
        return cut
    wrote = dict(entry.record.wrote)  # an article that was found has no digest of what differs, an edited one has
    lines = entry.lines if "body" not in wrote else ()
    return cut.intersection(lines if "title" in wrote else (*lines, entry.meta.title))


def _others(entry: Entry) -> Iterable[str]:
    gone = _left(entry)
    return [line for line in entry.lines if line not in gone] if gone else entry.lines


def _settled(known: Known) -> tuple[Lines, Lines]:
    """What site.yaml says of lines: a person has decided those."""
    vocabulary = Vocabulary.of(known.settings)
    return vocabulary.keep, vocabulary.cut


def _learned(entry: Entry) -> Iterable[str]:
    return [cut.text for cut in entry.record.cut if cut.rule in LEARNED] if entry.record else ()


def _often(
    told: Iterable[tuple[Entry, Iterable[str]]], least: int, settled: tuple[Lines, Lines]
) -> Iterator[Recurring]:
    """The lines that at least so many entries have, but for those that are settled."""
    counts: Counter[str] = Counter()
    first: dict[str, list[tuple[str, Entry]]] = {}
    varying: dict[str, str] = {}
    for entry, lines in told:
        for shape, line in {_shape(line): line for line in lines}.items():
            counts[shape] += 1
            if counts[shape] <= SHOWN:
                first.setdefault(shape, []).append((line, entry))
            if shape is not line:
                varying[shape] = min(varying.get(shape, line), line)
    for shape in sorted(shape for shape, count in counts.items() if count >= least):
        lines = {line for line, _ in first[shape]}
        line = varying.get(shape, shape)
        if not any(rule(one) for rule in settled for one in lines):
            examples = tuple(Example(entry.place, path=entry.path) for _, entry in first[shape])
            yield Recurring(line, len({line, *lines}) > 1, counts[shape], examples)


def _shape(line: str) -> str:
    """The same for lines that differ in their digits only."""
    return _DIGITS.sub("0", line) if _DIGITS.search(line) else line


def rule(line: str, *, varies: bool = False) -> str:
    """How site.yaml names a line, and those that differ in their digits only."""
    if varies:
        return f"/^{'[0-9]+'.join(map(re.escape, _DIGITS.split(line)))}$/"
    slashed = line[0] == line[-1] == "/"  # a line between slashes would be read as a pattern
    return f"/^{re.escape(line)}$/" if slashed else line
