"""What is doubtful in an archive: all that is known of it → cases for a person to decide. Pure.

    Known ─ FINDERS ─▶ cases ─ questions ─▶ what is asked, the most doubtful first

Each finder looks for one kind of thing, in one walk over all entries. They are precise rather than complete: a question
that is none costs trust in all the others. What a person wrote is not doubted, but for what cannot be.
"""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from generator.fingerprint import digest
from generator.ingest.review import recurring, spellings
from generator.ingest.review.questions import Case, Example
from generator.ingest.review.survey import Entry, Known
from generator.ingest.review.why import in_words
from generator.model import Date, Doubt, SiteConfig
from generator.text import excerpt

_FIRST_NEWS = "1600-01-01"  # the oldest newspapers are of 1605
_FEW_WORDS = 25
_FEW_LETTERS = 160
_MOST = 0.9
_HARDLY_ANY = 0.02
_ENOUGH = 20  # articles before anything is called usual
_FOLDER = 10
_FAR = 3 * 365  # days
_COLUMN = 5  # articles of one headline
_NONE = frozenset(["1970-01-01", "1900-01-01"])  # what machines write where they know no date
_DATED_FOLDERS = re.compile(r"(?:/\d{1,4}){1,3}\Z")

Finder = Callable[[Known], Iterator[Case]]


def find(known: Known) -> Iterator[Case]:
    """All cases, ticked off or not."""
    for finder in FINDERS:
        yield from finder(known)


# ── What could not be read, or only with a doubt ─────────────────────────────────────────────────────────────────


def _rejected(known: Known) -> Iterator[Case]:
    for one in known.entries:
        if one.record and one.record.reason:
            example = (Example(one.record.raw),)
            yield Case("rejected", one.record.raw, one.record.sha256, one.record.reason, example)


def _broken(known: Known) -> Iterator[Case]:
    for one in known.entries:
        if one.broken:
            yield Case("broken", one.path, one.source, one.broken, one.example(), id=one.id)


def _doubted(known: Known) -> Iterator[Case]:
    """One case for an article and a rule, however many lines that rule was not sure of."""
    for one in known.articles:
        for rule, found in _first_by_rule(one).items():
            place = f"{one.about}:{found.line}" if found.line else one.about
            example = (Example(place, excerpt(found.quote, 90), one.path),)
            about, id = f"{rule}\0{one.about}", f"{rule}\0{one.id}" if one.id else ""
            yield Case("doubt", about, one.source, in_words(rule), example, id=id)


def _first_by_rule(one: Entry) -> dict[str, Doubt]:
    return {doubt.rule: doubt for doubt in reversed(one.record.doubts)} if one.record else {}


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _odd_dates(known: Known) -> Iterator[Case]:
    for one in known.articles:
        if one.meta.date and (why := _impossible(one.meta.date, known.settings, known.latest)):
            yield _dated("odd date", one, one.meta.date, why)


def _impossible(date: Date, settings: SiteConfig, latest: str) -> str:
    span = settings.published
    if date.last and date.last < _FIRST_NEWS:
        return "is older than all newspapers"
    if date.text in _NONE:
        return "is what machines write for none"
    if latest and date.first > latest:
        return "lies in the future"
    early = span and span.first and date.last and date.last < span.first
    late = span and span.last and date.first > span.last
    return f"lies outside `published: {span.text}` of site.yaml" if span and (early or late) else ""


def _far_dates(known: Known) -> Iterator[Case]:
    """Dates far from all others of their folder of raw files; folders such as 2020/11/18 are parts of one."""
    folders: dict[str, list[tuple[int, str, Entry]]] = defaultdict(list)
    for one in known.articles:
        if one.record and one.meta.date and one.by("date") and (day := one.meta.date.first):
            row = (datetime.date.fromisoformat(day).toordinal(), one.about, one)
            folders[_DATED_FOLDERS.sub("", one.about.rpartition("/")[0])].append(row)
    for folder, rows in sorted(folders.items()):
        rows.sort(key=lambda row: row[:2])
        for _, _, one in _apart(rows) if len(rows) >= _FOLDER else ():
            if one.meta.date and not _impossible(one.meta.date, known.settings, known.latest):
                yield _dated("odd date", one, one.meta.date, f"is far from all others of {folder}")


def _apart(rows: list[tuple[int, str, Entry]]) -> list[tuple[int, str, Entry]]:
    """Up to a twentieth of the rows, at either end, that a gap longer than all the rest parts from it."""
    few = max(1, len(rows) // 20)
    gaps = [after[0] - before[0] for before, after in pairwise(rows)]
    for size in range(few, 0, -1):
        if gaps[size - 1] > max(_FAR, rows[-1][0] - rows[size][0]):
            return rows[:size]
        if gaps[-size] > max(_FAR, rows[-size - 1][0] - rows[0][0]):
            return rows[-size:]
    return []


def _dated(kind: str, one: Entry, date: Date, group: str) -> Case:
    """A date that a person writes anew is asked about anew."""
    basis, example = digest((one.source, date.text))[:12], one.example(f"{date.text} {one.meta.title}")
    return Case(kind, one.about, basis, group, example, id=one.id)


def _dates_of_paths(known: Known) -> Iterator[Case]:
    for one in known.articles:
        if one.record and one.meta.date and one.by("date") == "path":
            words = f"{one.meta.date.text} in {one.about}"
            group = "the name or folder of the raw file"
            yield Case("date of path", one.about, one.source, group, one.example(words), id=one.id)


def _undated(known: Known) -> Iterator[Case]:
    for one in known.articles:
        if not one.meta.date:
            yield Case("undated", one.about, one.source, "", one.example(), id=one.id)


# ── Headlines, texts, languages ──────────────────────────────────────────────────────────────────────────────────


def _made_headlines(known: Known) -> Iterator[Case]:
    for one in known.articles:
        if one.by("title") == "first sentence":
            yield Case("headline", one.about, one.source, "", one.example(), id=one.id)


def _short(known: Known) -> Iterator[Case]:
    for one in known.articles:
        if one.words < _FEW_WORDS and one.size < _FEW_LETTERS:
            yield Case("short", one.about, one.source, "", one.example(), id=one.id)


def _languages(known: Known) -> Iterator[Case]:
    """Languages that hardly any article is in, where nearly all are in one."""
    told = [one for one in known.articles if one.meta.language]
    counts = Counter(one.meta.language for one in told)
    if len(told) < _ENOUGH or max(counts.values()) < len(told) * _MOST:
        return
    few = max(1, int(len(told) * _HARDLY_ANY))
    for one in told:
        if counts[one.meta.language] <= few and one.by("language"):
            yield Case("language", one.about, one.source, one.meta.language, one.example(), id=one.id)


def _alike(known: Known) -> Iterator[Case]:
    """Pairs that may be one article. A headline that many bear is asked about as such (recurring.headlines)."""
    entries = {one.about: one for one in known.articles}
    titles = Counter(one.record.title for one in entries.values() if one.record)
    columns = {one.about for one in entries.values() if one.record and titles[one.record.title] >= _COLUMN}
    same = [pair for pair in known.same if not columns.issuperset(pair)]
    for first, second in sorted({*known.alike, *same}):
        if first in entries and second in entries:
            yield _pair(entries[first], entries[second])


def _pair(one: Entry, other: Entry) -> Case:
    """The same case whichever of the two comes first by its name."""
    pair = sorted((one, other), key=lambda entry: (entry.id, entry.about))
    basis, was = (digest((first.source, second.source))[:12] for first, second in (pair, (one, other)))
    examples = (Example(f"{one.place} and {other.place}", excerpt(one.meta.title, 90), one.path),)
    about, id = f"{one.about}\0{other.about}", "\0".join(entry.id or entry.about for entry in pair)
    return Case("alike", about, basis, "", examples, id=id, was=was)


FINDERS: tuple[Finder, ...] = (
    _rejected,
    _broken,
    _doubted,
    _odd_dates,
    _far_dates,
    _dates_of_paths,
    _undated,
    _made_headlines,
    _short,
    _languages,
    _alike,
    recurring.headlines,
    recurring.kept,
    recurring.left,
    recurring.learned,
    spellings.misspelt,
    spellings.outlet,
)
