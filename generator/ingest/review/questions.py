"""What a person is asked: cases → questions, the most doubtful first. Pure. (For what makes a case: doubts.)

A case is one thing to decide: a date, a pair of articles, a line that recurs. It says what it rests on (the bytes of a
raw file, a line, a name); a tick holds as long as that is the same. Cases that one decision serves are one question.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SHOWN = 3  # examples
_CODE = 10  # letters and digits of a whole code; people are shown the fewest that tell it from the others
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Example:
    """One place where a case can be seen. `path`: the article's file, where there is one."""

    place: str
    words: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to decide.

    kind     a key of KINDS
    about    the raw item, the line, the name
    basis    what a tick rests on; if that is another one day, the question comes back
    id       with the kind, what a tick is known by, where another name may be given to what it is about
    was      what ticks rested on that are known by `about`, where that is not `basis`
    group    cases of one kind and group are one question; it is the part of the sentence that they share
    shown    its own part of the sentence, where each has one: those of a group stand in the same articles then
    advice   what to do, where that depends on the case; `line` is what to write then, to be copied as it is
    count    in how many articles it stands
    """

    kind: str
    about: str
    basis: str
    group: str = ""
    examples: tuple[Example, ...] = ()
    advice: str = ""
    line: str = ""
    count: int = 1
    id: str = ""
    was: str = ""
    shown: str = ""

    @property
    def code(self) -> str:
        return code(self.kind, self.id or self.about)

    @property
    def codes(self) -> tuple[str, str]:
        """By which a tick may know it: the second is of ticks that were made before there were ids."""
        return self.code, code(self.kind, self.about)

    def ticked(self, ticks: Mapping[str, str]) -> bool:
        """Whether a person has decided it. `ticks`: code → what it rests on."""
        if not ticks:
            return False
        now, former = map(ticks.get, self.codes)
        return now == self.basis or former == (self.was or self.basis)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question. `one` and `many` are its sentence, with {n} cases and {group}; `advice`: what to do."""

    one: str
    many: str
    advice: str = ""
    must: bool = False  # work to do: it makes the exit code 1


@dataclass(frozen=True, slots=True)
class Question:
    """Cases that one decision serves. `ticked`: a person has decided all of them."""

    code: str
    sentence: str
    advice: str
    line: str
    cases: tuple[Case, ...]
    must: bool = False
    ticked: bool = False
    rank: int = 0

    @property
    def examples(self) -> tuple[Example, ...]:
        return tuple(example for case in self.cases[:SHOWN] for example in case.examples[:SHOWN])[:SHOWN]

    def only(self, *cases: Case) -> "Question":
        """The same question for some of its cases."""
        return _question(cases[0].kind, cases[0].group, cases, self.ticked, cases[0].code)

    @property
    def count(self) -> int:
        return _count(self.cases)


# The most doubtful first.
KINDS: Mapping[str, Kind] = {
    "rejected": Kind("1 raw file was rejected: {group}", "{n} raw files were rejected: {group}", must=True),
    "broken": Kind("1 article cannot be read: {group}", "{n} articles cannot be read: {group}", must=True),
    "doubt": Kind(
        "In 1 raw file there is a doubt: {group}.",
        "In {n} raw files there is a doubt: {group}.",
        "Compare the article with its raw file, and mend it by hand where it is wrong.",
    ),
    "odd date": Kind(
        "1 article has a date that {group}.",
        "{n} articles have a date that {group}.",
        "Write the right `date:` into the article, or take it out.",
    ),
    "headline of many": Kind("{group} is the headline of {count} articles: a column, or a line of the page?", ""),
    "line": Kind(
        "{group} stands in {count} articles: keep or cut?", "{group} stand in the same {count} articles: keep or cut?"
    ),
    "left": Kind(
        "{group} is cut for recurring, but stands in articles that the ledger had lost ({count}): take it out?",
        "",
        "What stands there may be a person's, and is left alone: take it out by hand, or leave it so.",
    ),
    "alike": Kind(
        "2 articles have one headline, or much the same text: copies?",
        "{n} pairs of articles have one headline, or much the same text: copies?",
        "Keep one, and delete the other from content/articles: it stays away.",
    ),
    "spelling": Kind("{group}: one name in two spellings?", ""),
    "agency": Kind("The agency “{group}” is nearly the publisher: the same?", ""),
    "language": Kind(
        "1 article is in the language “{group}”, unlike nearly all others.",
        "{n} articles are in the language “{group}”, unlike nearly all others.",
        "Where that is wrong, write the right `language:` into the article.",
    ),
    "short": Kind(
        "1 article has hardly any text.",
        "{n} articles have hardly any text.",
        "If something is missing, mend the article; if it is none, delete it: it stays away.",
    ),
    "headline": Kind(
        "1 headline is made of the first sentence, for the raw text has none.",
        "{n} headlines are made of the first sentence, for the raw texts have none.",
        "Write a better `title:` into the article, or leave it so.",
    ),
    "date of path": Kind(
        "1 date is known from {group} alone: the day of the article?",
        "{n} dates are known from {group} alone: the days of the articles?",
        "If that is when they were saved, take `date:` out of the articles.",
    ),
    "learned": Kind(
        "{group} was cut from {count} raw files, for it recurs: right?",
        "{group} were cut from the same {count} raw files, for they recur: right?",
    ),
    "undated": Kind(
        "1 article has no date.", "{n} articles have no date.", "`backfile dates` makes a table to fill in."
    ),
}
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


def code(kind: str, about: str) -> str:
    """Letters and digits by which a question, or one case of it, is named. Stable from run to run."""
    name = f"{kind}\0{about}".encode(errors="surrogateescape")
    return base64.b32encode(hashlib.sha256(name).digest()).decode().lower()[:_CODE]


def questions(cases: Iterable[Case], ticked: Mapping[str, str] = {}) -> tuple[Question, ...]:
    """The questions that these cases raise, the most doubtful first. `ticked`: code of a case → what its tick rests on.

    Cases that were ticked off make questions of their own, which are `ticked`.
    """
    groups: dict[tuple[str, str, bool], list[Case]] = {}
    for case in cases:
        groups.setdefault((case.kind, case.group, case.ticked(ticked)), []).append(case)
    found = [_question(kind, group, tuple(members), done) for (kind, group, done), members in groups.items()]
    return tuple(sorted(found, key=lambda question: (question.rank, -question.count, question.code, question.ticked)))


def _question(kind: str, group: str, cases: tuple[Case, ...], ticked: bool, name: str = "") -> Question:
    said = KINDS[kind]
    cases = tuple(sorted(cases, key=lambda case: (-case.count, case.about)))
    sentence = said.many if len(cases) > 1 else said.one
    return Question(
        code=name or code(kind, group),
        sentence=sentence.format(n=f"{len(cases):,}", count=f"{_count(cases):,}", group=_shown(cases) or group),
        advice=cases[0].advice or said.advice,
        line="\n".join(case.line for case in cases if case.line),
        cases=cases,
        must=said.must,
        ticked=ticked,
        rank=_RANK[kind],
    )


def _count(cases: Sequence[Case]) -> int:
    counts = [case.count for case in cases]
    return max(counts) if cases[0].shown else sum(counts)


def _shown(cases: Sequence[Case]) -> str:
    """ "“Aries”, “Taurus” and 10 more": the names of the first."""
    names = [case.shown for case in cases if case.shown]
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else "")


def shortened(codes: Iterable[str]) -> dict[str, str]:
    """Code → as much of it as tells it from the others, at least five letters."""
    ordered = sorted(set(codes))
    sizes = dict.fromkeys(ordered, _SHORTEST)
    for one, other in pairwise(ordered):
        shared = next(n for n in range(_CODE) if one[n] != other[n])
        sizes[one] = max(sizes[one], shared + 1)
        sizes[other] = max(sizes[other], shared + 1)
    return {whole: whole[:size] for whole, size in sizes.items()}
