"""The coverage page: a map of the days of which there is anything, the same as a table, and the gaps in words. Pure.

The map has a row for each year and a column for each day; beyond DAYS years, one for each week, so that it holds 150
years in 130 KB, and likewise where of most weeks there is nothing. A layer covers every day that has so many articles
or more, so that days alike are one stroke, and where there are most, all layers lie on one another. An article that
says no more than its month or year stands in the table only.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from generator.model import Date
from generator.publish import hosts, units, urls
from generator.publish.change import Change
from generator.publish.model import Archive
from generator.publish.pages.entries import covers, home, span
from generator.views import CoverageRow, CoverageView, Door, Gap, Link, Page

DAYS = 25  # rows up to which the map shows days: 20 years of a daily paper are 45 KB
ROW = 10  # how high a row is
LAYERS = 4
MOST = 12  # gaps that are listed; of more, the longest
APART = 3  # years without anything that have a row each; more in a run share one

_PATH = "coverage.html"


def paths(archive: Archive) -> Iterator[str]:
    del archive
    yield _PATH


def page(archive: Archive, path: str) -> Page | None:
    return Page(path, "coverage.html", _view(archive)) if path == _PATH else None


def reached(change: Change) -> Iterator[str]:
    """It says how many articles each unit of the calendar holds, and how many none does. What headlines are missing
    cannot differ: where they are printed, a change of their order is not traceable."""
    before, now = (Counter(card.unit for card in cards) for cards in (change.shown_before, change.shown_now))
    if before != now:
        yield _PATH


def _view(archive: Archive) -> CoverageView:
    counts = archive.counts
    years = _years(counts)
    weekly = len(years) > DAYS or _sparse(archive)
    columns = 52 if weekly else 366
    drawn = _rows_of_map(counts, years, weekly=weekly)
    steps = _steps([count for row in drawn for count in row.values()])
    gaps, brackets = list(_gaps(archive)), _brackets(archive)
    listed = sorted(sorted(gaps, key=_longest_first)[:MOST])
    return CoverageView(
        title=archive.tongue.say("Coverage"),
        canonical=hosts.absolute(archive.site, _PATH),
        breadcrumbs=(home(archive),),
        articles=len(archive.cards),
        undated=len(archive.cards) - archive.dated,
        wanted=len(archive.chains.wanted),
        covers=covers(archive),
        months=tuple(archive.tongue.month(number) for number in range(1, 13)),
        rows=tuple(_row(archive, first, last) for first, last in years),
        columns=columns,
        weekly=weekly,
        track="".join(_strokes(row, [(0, columns - 1)]) for row, (first, last) in enumerate(years) if first == last),
        layers=tuple(_layer(drawn, step) for step in steps),
        steps=tuple(steps),
        gaps=tuple(_gap(archive, gap, _wanted_in(gap, gaps, brackets)) for gap in listed),
        shorter=len(gaps) - len(listed),
    )


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _years(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """The first and last year of each row: of most the same; a long run of years without anything has one row."""
    found = [unit for unit in counts if len(unit) == len("YYYY")]
    rows = [(year, year) for year in found]
    for _, first, last, _ in units.gaps(found):
        short = units.length(first, last) <= APART
        rows += [(year, year) for year in units.run(first, last)] if short else [(first, last)]
    return sorted(rows)


def _row(archive: Archive, first: str, last: str) -> CoverageRow:
    if first not in archive.counts:
        return CoverageRow(span(archive, first, last))
    months = [f"{first}-{number:02}" for number in range(1, 13)]
    return CoverageRow(
        title=archive.tongue.unit(first),
        path=urls.calendar(first),
        count=archive.counts[first],
        months=tuple(_month(archive, month) for month in months),
    )


def _month(archive: Archive, month: str) -> Door:
    count = archive.counts.get(month, 0)
    return Door(urls.calendar(month) if count else "", "", count)


# ── The map ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _sparse(archive: Archive) -> bool:
    """Whether of most weeks there is nothing: a day would be a hair on a narrow screen, and a week says as much."""
    days = [unit for unit in archive.counts if len(unit) == len("YYYY-MM-DD")]
    first, last = (date.fromisoformat(day).toordinal() for day in (days[0], days[-1])) if days else (0, 0)
    return len(days) * 7 < last - first


def _rows_of_map(counts: Mapping[str, int], years: Sequence[tuple[str, str]], *, weekly: bool) -> list[dict[int, int]]:
    """Of each row how many articles there are in each column that has any, in their order."""
    place = {first: row for row, (first, _) in enumerate(years)}
    first_days = {year: date(int(year), 1, 1).toordinal() for year, _ in years}
    rows: list[dict[int, int]] = [{} for _ in years]
    for unit, count in counts.items():
        if len(unit) == len("YYYY-MM-DD"):
            column = date.fromisoformat(unit).toordinal() - first_days[unit[:4]]
            column = min(column // 7, 51) if weekly else column  # the last week of a year has eight days or nine
            row = rows[place[unit[:4]]]
            row[column] = row.get(column, 0) + count
    return rows


def _steps(counts: Iterable[int]) -> list[int]:
    """From how many articles on the next layer lies. The last at three quarters of what few columns go beyond: one
    special issue would make all the others pale."""
    found = sorted(counts)
    if not found:
        return []
    high = found[len(found) * 19 // 20]
    return sorted({max(1, -(-high * layer // LAYERS)) for layer in range(LAYERS)})


def _layer(rows: Sequence[Mapping[int, int]], step: int) -> str:
    """A stroke through each run of columns that have so many articles, or more."""
    found = ([column for column, count in counts.items() if count >= step] for counts in rows)
    return "".join(_strokes(row, _runs(columns)) for row, columns in enumerate(found))


def _runs(columns: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of columns that follow one another."""
    for _, together in groupby(enumerate(columns), lambda pair: pair[1] - pair[0]):
        run = [column for _, column in together]
        yield run[0], run[-1]


def _strokes(row: int, runs: Iterable[tuple[int, int]]) -> str:
    """Strokes of one row, each but the first from where the one before it ended: that takes half the room."""
    path, end = "", -1
    for first, last in runs:
        start = f"M{first} {row * ROW + ROW // 2}" if end < 0 else f"m{first - end} 0"
        path, end = f"{path}{start}h{last + 1 - first}", last + 1
    return path


# ── Gaps ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_Missing = tuple[str, str, str, str]  # the month before, the first and the last without anything, the month after


def _gaps(archive: Archive) -> Iterator[_Missing]:
    """Of a year of which there is an article, but no month is known, none is said to be without any."""
    months = [unit for unit in archive.counts if len(unit) == len("YYYY-MM")]
    coarse = {unit for unit in archive.counts if len(unit) == len("YYYY")} - {month[:4] for month in months}
    return units.gaps(sorted([*months, *(f"{year}-{number:02}" for year in coarse for number in range(1, 13))]))


def _longest_first(gap: _Missing) -> tuple[int, str]:
    return -units.length(gap[1], gap[2]), gap[0]


def _gap(archive: Archive, gap: _Missing, wanted: int) -> Gap:
    before, first, last, after = gap
    label, say = archive.tongue.unit, archive.tongue.say
    said = say("Nothing from {first} to {last}", first=label(first), last=label(last))
    said = said if first != last else say("Nothing in {date}", date=label(first))
    near = [unit if unit in archive.counts else unit[:4] for unit in (before, after)]
    older, newer = (Link(urls.calendar(unit), label(unit)) for unit in near)
    return Gap(said, older, newer, wanted)


def _brackets(archive: Archive) -> list[Date]:
    """When the missing articles appeared, as far as more is known of it than when the paper came out."""
    known = (one.bracket for one in archive.chains.wanted)
    return [bracket for bracket in known if bracket and bracket != archive.site.published]


def _wanted_in(gap: _Missing, gaps: Sequence[_Missing], brackets: Iterable[Date]) -> int:
    """How many missing articles may lie in this gap and in no other."""
    at = bisect_left(gaps, gap)
    beside = [*gaps[max(at - 1, 0) : at], *gaps[at + 1 : at + 2]]
    return sum(_meets(one, gap) and not any(_meets(one, other) for other in beside) for one in brackets)


def _meets(bracket: Date, gap: _Missing) -> bool:
    return (not bracket.first or bracket.first[:7] <= gap[2]) and (not bracket.last or bracket.last[:7] >= gap[1])
