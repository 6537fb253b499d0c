"""Going through an archive: what needs a person's eye, one stop after the other, and what was decided. Effects.

A stop is a page to look at: first the questions that one decision answers for many articles, each at an article where
it can be seen; then the articles with questions of their own, the most doubtful first; then all others that came from
raw files. What was looked at is ticked off, until its source or the article changes.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files, site, yamlsafe
from generator.errors import UsageError
from generator.ingest.editor.vocabulary import Vocabulary
from generator.ingest.review import checked, doubts, known, recurring
from generator.ingest.review.questions import Question, questions
from generator.ingest.review.rulings import Verb
from generator.ingest.review.survey import Entry, Known
from generator.model import SiteConfig
from generator.preview.decisions import Decision, Decisions

RULED = frozenset(["line", "headline of many", "learned"])  # kinds of questions that keeping or cutting answers
SHARED = RULED | {"left", "spelling", "agency"}  # those of many articles


@dataclass(frozen=True, slots=True)
class Stop:
    """Something to look at: an article's file, and the code of the question that it is looked at for; "" = the article
    itself is."""

    path: str
    question: str = ""


class Review:
    """One person's way through an archive. Asked in one thread.

    questions  all that are asked, answered ones too       stops  all that there is to look at, in its order
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known = Known((), SiteConfig(title=""))
        self._entries: dict[str, Entry] = {}
        self._ticks: dict[str, tuple[str, str]] = {}  # path → code and basis of the tick of an article
        self._answered: set[str] = set()  # codes of questions that were ruled on since the list was made
        self.decisions = Decisions(root)
        self.questions: tuple[Question, ...] = ()
        self.stops: tuple[Stop, ...] = ()

    def look(self) -> None:
        """Make the list anew. Seconds for ten thousand articles. Raises ConfigError, MachineError."""
        tomorrow = datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(days=1)
        self._known = known.survey(self._root, site.load(self._root), f"{tomorrow:%Y-%m-%d}")
        self._entries = {one.path: one for one in self._known.entries if one.path}
        self._ticks = {path: _tick(one) for path, one in self._entries.items() if one.record}
        self.questions = questions(doubts.find(self._known))
        self.stops = tuple(_stops(self.questions, self._known))
        self._answered.clear()

    # ── The way ──────────────────────────────────────────────────────────────────────────────────────────────────

    def left(self) -> list[Stop]:
        """The stops at which nothing was decided yet."""
        ticks = self._now()
        return [stop for stop in self.stops if not self._over(stop, ticks)]

    def next(self, after: Stop, shown: Callable[[str], object] = bool) -> Stop | None:
        """The first stop after one at which nothing was decided yet, of those whose file is `shown`."""
        ticks, begin = self._now(), self._place(after) + 1
        way = (*self.stops[begin:], *self.stops[:begin])
        open_ = (stop for stop in way if stop != after and not self._over(stop, ticks))
        return next((stop for stop in open_ if shown(stop.path)), None)

    def step(self, after: Stop, steps: int) -> Stop | None:
        """The stop so many steps on, whatever was decided there; none past either end."""
        place = self._place(after) + steps
        return self.stops[place] if 0 <= place < len(self.stops) else None

    def open(self, path: str) -> list[Question]:
        """The questions of an article that nobody has answered, each with the cases that it has there."""
        ticks = self._now()
        found = [one for question in self.unanswered() if (one := _there(question, path))]
        return [one for one in found if not _ticked(one, ticks)]

    def unanswered(self) -> list[Question]:
        """The questions that nobody has answered."""
        ticks = self._now()
        return [one for one in self.questions if one.code not in self._answered and not _ticked(one, ticks)]

    def looked_at(self, path: str) -> bool:
        """Whether a person has, and neither the article nor its source is another since."""
        entry = self._fresh(path)
        return entry is not None and entry.looked_at.ticked(self._now())

    def _place(self, stop: Stop) -> int:
        """Where it stands in the way; -1, before all, for one that is none, or none any more."""
        return self.stops.index(stop) if stop in self.stops else -1

    def _now(self) -> dict[str, str]:
        return {code: tick.basis for code, tick in checked.read(self._root).items()}

    def _over(self, stop: Stop, ticks: Mapping[str, str]) -> bool:
        if not stop.question:
            code, basis = self._ticks[stop.path]
            return ticks.get(code) == basis
        question = self.question(stop.question)
        return question is None or stop.question in self._answered or _ticked(question, ticks)

    def _fresh(self, path: str) -> Entry | None:
        """An article with what its file holds now."""
        entry = self._entries.get(path)
        if entry is None or not (self._root / path).is_file():
            return None
        content = known.digest(files.text(self._root / path))
        return replace(entry, content=content, source=entry.source if entry.record else content)

    def question(self, code: str) -> Question | None:
        return next((one for one in self.questions if one.code == code), None)

    # ── Decisions ────────────────────────────────────────────────────────────────────────────────────────────────

    def done(self, stop: Stop) -> Decision:
        """All is right as it is: tick it off. Raises UsageError for what is not there any more."""
        if stop.question:
            question = self._asked(stop.question)
            return self.decisions.done(f"Ticked off: {question.sentence}", question.cases)
        entry = self._fresh(stop.path)
        if entry is None:
            raise UsageError(f"{stop.path} is no article that is known — make the list anew")
        self._ticks[stop.path] = _tick(entry)
        own = (one for one in self.open(stop.path) if one.cases[0].kind not in SHARED)
        cases = [case for one in own for case in one.cases]
        return self.decisions.done(f"Looked at: {entry.meta.title}.", [*cases, entry.looked_at])

    def rule(self, verb: Verb, code: str) -> Decision:
        """Keep or cut the lines of a question in all files. Raises UsageError, ConfigError."""
        question = self._asked(code)
        lines = [line for case in question.cases for line in yamlsafe.texts(yamlsafe.load(case.line))]
        if question.cases[0].kind not in RULED or not lines:
            raise UsageError("this question is not answered by keeping or cutting lines")
        taken = self.decisions.everywhere(verb, lines, self.holding(lines))
        self._answered.add(code)
        return taken

    def line(self, verb: Verb, text: str) -> Decision:
        """Keep or cut one line in all files. Raises ConfigError."""
        lines = [recurring.rule(text)]
        return self.decisions.everywhere(verb, lines, self.holding(lines))

    def undo(self) -> Decision:
        """Take back the last decision. Raises UsageError."""
        taken = self.decisions.undo()
        self._answered.clear()
        return taken

    def holding(self, lines: Sequence[str]) -> list[str]:
        """The raw files that hold one of these lines (or /patterns/): in the text of the article, or cut from it."""
        rule = Vocabulary.of(replace(self._known.settings, cut=tuple(lines))).cut
        found = (one.record.file for one in self._known.entries if one.record and any(map(rule, _lines(one))))
        return list(dict.fromkeys(found))

    def _asked(self, code: str) -> Question:
        question = self.question(code)
        if question is None:
            raise UsageError("this question is not open any more")
        return question


def _tick(entry: Entry) -> tuple[str, str]:
    case = entry.looked_at
    return case.code, case.basis


def _lines(entry: Entry) -> Iterator[str]:
    yield from entry.lines
    yield entry.meta.title
    if entry.record:
        yield from (one.text for one in entry.record.cut)


def _ticked(question: Question, ticks: Mapping[str, str]) -> bool:
    return all(case.ticked(ticks) for case in question.cases)


def _there(question: Question, path: str) -> Question | None:
    """A question as it is asked of one article."""
    cases = [case for case in question.cases if any(one.path == path for one in case.examples)]
    if not cases:
        return None
    return question if cases[0].kind in SHARED else question.only(*cases)


def _stops(asked: Sequence[Question], found: Known) -> Iterator[Stop]:
    shared = [one for one in asked if one.cases[0].kind in SHARED]
    for one in shared:
        if path := next((example.path for example in one.examples if example.path), ""):
            yield Stop(path, one.code)
    own = (case for one in asked if one.cases[0].kind not in SHARED for case in one.cases)
    doubtful = (example.path for case in own for example in case.examples)
    ingested = [one.path for one in found.articles if one.record]
    there = frozenset(ingested)
    yield from map(Stop, dict.fromkeys([*(path for path in doubtful if path in there), *ingested]))
