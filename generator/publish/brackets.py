"""Chained articles → between which days the undated and the missing ones appeared. Pure.

Links and bridges (see chain) give each article at most one neighbour on either side, without rings: articles stand on
paths, and dates spread along them. Whatever stands after an article of the 18th was published on the 18th or later.
The nearest date counts, not the tightest: so a wrong one spoils the brackets up to the next date, not the whole path.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator import edtf, text
from generator.model import Date
from generator.publish import headlines
from generator.publish.headlines import Claims, Place, Side, Witnesses, dated, quoted
from generator.publish.model import Clue, Wanted

Path = tuple[str, ...]  # ids


@dataclass(frozen=True, slots=True)
class Bound:
    """A day (YYYY-MM-DD, "" = unknown) and the dated article that it comes from."""

    day: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Where articles stand, and between which days.

    paths        neighbours in a row, oldest to newest; one without any is a path of its own
    first, last  per article: the first day for whatever stands after it, the last day for whatever stands before it
    """

    paths: Sequence[Path]
    first: Mapping[str, Bound]
    last: Mapping[str, Bound]
    published: Date | None = None


def chart(newer: Mapping[str, str], clues: Mapping[str, Clue], published: Date | None = None) -> Chart:
    """`newer` leads from each article to the one that comes after it, without rings."""
    paths = [(id, *_after(id, newer)) for id in sorted(clues.keys() - set(newer.values()))]
    first: dict[str, Bound] = {}
    last: dict[str, Bound] = {}
    for path in paths:
        _carry(path, clues, first, lambda date: date.first)
        _carry(path[::-1], clues, last, lambda date: date.last)
    return Chart(paths, first, last, published)


def _after(id: str, newer: Mapping[str, str]) -> Iterator[str]:
    while id in newer:
        id = newer[id]
        yield id


def _carry(walk: Path, clues: Mapping[str, Clue], bounds: dict[str, Bound], end: Callable[[Date], str]) -> None:
    """Hand on the end of the nearest date.

    A coarse date around the finer one before it ("2020" after "18 November 2020") does not undo it, and an approximate
    date bounds nothing.
    """
    bound = Bound()
    for id in walk:
        date = clues[id].date
        if date and not date.approximate and not _holds(date, bound.day):
            bound = Bound(end(date), id)
        bounds[id] = bound


def _holds(date: Date, day: str) -> bool:
    return bool(day) and date.first <= day and (not date.last or day <= date.last)


# ── What the chart tells of undated articles ─────────────────────────────────────────────────────────────────────


def runs(chart: Chart, clues: Mapping[str, Clue]) -> tuple[Path, ...]:
    """The undated articles that stand in a row between dated ones. One without neighbours makes no run."""
    return tuple(
        tuple(run)
        for path in chart.paths
        if len(path) > 1
        for undated, run in groupby(path, key=lambda id: clues[id].date is None)
        if undated
    )


def worth(chart: Chart, clues: Mapping[str, Clue]) -> dict[str, int]:
    """Undated article → how many other undated ones would gain an end of their bracket by its date."""
    found: dict[str, int] = {}
    for path in chart.paths:
        undated = [id for id in path if clues[id].date is None]
        below, above = sum(not chart.first[id].day for id in undated), 0
        for id in undated:
            below -= not chart.first[id].day
            found[id] = above + below
            above += not chart.last[id].day
    return found


def bracketed(chart: Chart, clues: Mapping[str, Clue]) -> tuple[tuple[tuple[str, Date], ...], list[str]]:
    """The bracket of each undated article by id, and a word on each pair of dates that leaves no room between them."""
    brackets: list[tuple[str, Date]] = []
    impossible: dict[tuple[str, str], str] = {}
    for id in (id for path in chart.paths for id in path if clues[id].date is None):
        first, last = chart.first[id], chart.last[id]
        if bracket := _between(first.day, last.day, chart.published):
            brackets.append((id, bracket))
        elif first.day or last.day:
            impossible.setdefault((first.id, last.id), _impossible(clues, id, first, last))
    return tuple(sorted(brackets, key=lambda row: row[0])), list(impossible.values())


def _impossible(clues: Mapping[str, Clue], id: str, first: Bound, last: Bound) -> str:
    ends = [f"{word} {dated(clues[bound.id])}" for word, bound in (("after", first), ("before", last)) if bound.day]
    crossed = first.day and last.day and first.day > last.day
    why = "no day lies between them" if crossed else "this lies outside `published` in site.yaml"
    return f"{quoted(clues[id].title)} comes {' and '.join(ends)}, but {why}"


def _between(first: str, last: str, published: Date | None) -> Date | None:
    """The bracket that two days and site.yaml leave; None where nothing is known, or no day is left."""
    if not first and not last:
        return published
    if first and last and first > last:
        return None
    bracket = edtf.interval(first, last)
    return edtf.narrow(bracket, published) if published else bracket


# ── Missing articles ─────────────────────────────────────────────────────────────────────────────────────────────


def wanted(witnesses: Witnesses, claims: Claims, older_side: Side) -> dict[str, Wanted]:
    """Each headline that no article bears, once, by its key; without a bracket so far."""
    told = {witnesses.keys[witnesses.printed[place]] for place in claims}
    missing = [
        (place, line)
        for place, line in witnesses.printed.items()
        if witnesses.matches[line].missing and witnesses.keys[line] not in told
    ]
    completed = headlines.completed({line for _, line in missing}, witnesses.keys)
    sightings: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for place, line in missing:
        sightings[completed[witnesses.keys[line]]].append((place, line))
    rows = {}
    for key, seen in sightings.items():
        after = tuple(sorted({id for (id, side), _ in seen if side != older_side}))
        before = tuple(sorted({id for (id, side), _ in seen if side == older_side}))
        rows[key] = Wanted(_fullest([line for _, line in seen]), after, before)
    return rows


def _fullest(lines: Sequence[str]) -> str:
    """The form in which to show a headline: not cut short if that can be, then as it was printed most often."""
    if len(lines) == 1:
        return text.squeeze(lines[0])
    forms = Counter(lines)
    cut = {form: len(form) if headlines.truncated(form) else 0 for form in forms}
    return text.squeeze(min(forms, key=lambda form: (cut[form] > 0, -cut[form], -forms[form], form)))


def placed(rows: Mapping[str, Wanted], chart: Chart) -> tuple[Wanted, ...]:
    """The wanted headlines, by key, with their brackets; in the order of time as far as that is known."""
    at = {id: (n, 2 * m) for n, path in enumerate(chart.paths) for m, id in enumerate(path)}
    found = [(key, replace(row, bracket=_of_missing(row, chart))) for key, row in rows.items()]
    found.sort(key=lambda row: (*_standing(row[1], at), row[0]))
    return tuple(row for _, row in found)


def _of_missing(wanted: Wanted, chart: Chart) -> Date | None:
    """The bracket of a wanted headline. Printed in several gaps it is several articles, which may stand anywhere."""
    after, before = wanted.after, wanted.before
    if len(after) > 1 or len(before) > 1 or after == before:
        return chart.published
    first = chart.first[after[0]].day if after else ""
    last = chart.last[before[0]].day if before else ""
    return _between(first, last, chart.published) or chart.published


def _standing(wanted: Wanted, at: Mapping[str, tuple[int, int]]) -> tuple[bool, str, tuple[int, int]]:
    """By bracket, then by the gap: places count double, so that a gap has a number between two."""
    gaps = [(n, m + 1) for n, m in map(at.__getitem__, wanted.after)]
    gaps += [(n, m - 1) for n, m in map(at.__getitem__, wanted.before)]
    bracket = wanted.bracket
    return bracket is None, (bracket.first or bracket.last) if bracket else "", min(gaps)
