"""The archive's own calendar: a year is twelve small calendars, a month its articles under their days. Pure.

Only a month of more than LONG articles is cut into day pages, so that most archives have no page for a day.
"""

import calendar
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.publish import hosts, urls
from generator.publish.archive import split, within
from generator.publish.change import Change, beside, crossed
from generator.publish.model import Archive
from generator.publish.pages.entries import Steps, day_group, entries, group, home, step, steps
from generator.views import Day, Link, ListView, Month, Page, Step, YearView

LONG = 200  # a list holds this many entries; beyond, it is cut into the next finer date

_PATH = re.compile(r"(\d{4})(?:/(\d\d))?(?:/(\d\d))?/index\.html")


def paths(archive: Archive) -> Iterator[str]:
    for unit in archive.counts:
        if len(unit) < 10 or archive.counts[unit[:7]] > LONG:
            yield urls.calendar(unit)


def page(archive: Archive, path: str) -> Page | None:
    match = _PATH.fullmatch(path)
    if not match:
        return None
    unit = "-".join(part for part in match.groups() if part)
    if unit not in archive.counts or (len(unit) == 10 and archive.counts[unit[:7]] <= LONG):
        return None
    members = within(archive, range(archive.dated), unit)
    if len(unit) == 4:
        return Page(path, "year.html", _year(archive, unit, members))
    return Page(path, "list.html", _month(archive, unit, members) if len(unit) == 7 else _day(archive, unit, members))


def reached(change: Change) -> Iterator[str]:
    """The units concerned and those beside them, which lead there; the months beside a year in which something is
    dated no closer; of a month that is cut now or whole, all days."""
    archive = change.archive
    months = [unit for unit in archive.counts if len(unit) == len("YYYY-MM")]
    for year in {card.unit for card in change.shown if len(card.unit) == len("YYYY")}:
        yield from map(urls.calendar, beside(months, year))
    for width in (4, 7, 10):
        found = [unit for unit in archive.counts if len(unit) == width]
        for unit in (unit for unit in change.units if len(unit) == width):
            yield from map(urls.calendar, beside(found, unit))
    for month in (unit for unit in change.units if len(unit) == len("YYYY-MM")):
        now = archive.counts.get(month, 0)
        if crossed(change.count_before(now, month), now, LONG):
            yield from (urls.calendar(unit) for unit in archive.counts if unit.startswith(f"{month}-"))


def breadcrumbs(archive: Archive, unit: str) -> tuple[Link, ...]:
    """archive › 2020 › November › 18; an undated article stands under the undated ones."""
    if not unit:
        return (home(archive), Link("undated/index.html", archive.tongue.say("Undated")))
    tongue = archive.tongue
    links = [home(archive), Link(urls.calendar(unit[:4]), tongue.unit(unit[:4]))]
    if len(unit) >= 7:
        links.append(Link(urls.calendar(unit[:7]), tongue.month(int(unit[5:7]))))
    if len(unit) == 10:
        links.append(Link(_day_address(archive, unit), tongue.figures(str(int(unit[8:])))))
    return tuple(links)


def _day_address(archive: Archive, day: str) -> str:
    """A day's own page where its month is long, else its heading on the month's page."""
    long = archive.counts[day[:7]] > LONG
    return urls.calendar(day) if long else f"{urls.calendar(day[:7])}#{int(day[8:])}"


def _step(archive: Archive, here: str, there: str) -> Step | None:
    if not there:
        return None
    first, last = sorted((int(here[:4]), int(there[:4])))
    found = step(archive, urls.calendar(there), here, there)
    # Of a year in between there may be an article, of which the month is not known.
    held = any(f"{year:04}" in archive.counts for year in range(first + 1, last))
    return found._replace(gap="") if held else found


def _beside(archive: Archive, unit: str) -> Steps:
    """The nearest units of the same width, before and after, that have any article: gaps are stepped over."""
    width = len(unit)
    days = archive.days[: archive.dated]
    low, high = bisect_left(days, unit), bisect_left(days, f"{unit}~")
    before = next((archive.units[i][:width] for i in range(low - 1, -1, -1) if len(archive.units[i]) >= width), "")
    after = next((archive.units[i][:width] for i in range(high, archive.dated) if len(archive.units[i]) >= width), "")
    return _step(archive, unit, before), _step(archive, unit, after)


def _year(archive: Archive, year: str, members: Sequence[int]) -> YearView:
    previous, following = _beside(archive, year)
    months, coarse = split(archive, members, 7)
    return YearView(
        title=archive.tongue.unit(year),
        canonical=hosts.absolute(archive.site, urls.calendar(year)),
        breadcrumbs=breadcrumbs(archive, year)[:-1],
        weekdays=tuple(archive.tongue.weekday(day) for day in archive.tongue.week()),
        months=tuple(_calendar(archive, year, number, dict(months)) for number in range(1, 13)),
        entries=entries(archive, coarse),
        previous=previous,
        next=following,
    )


def _calendar(archive: Archive, year: str, number: int, months: dict[str, list[int]]) -> Month:
    unit = f"{year}-{number:02}"
    members = months.get(unit, [])
    counts = Counter(archive.units[i][8:] for i in members)
    # The proleptic Gregorian calendar (ISO 8601).
    first = archive.tongue.week()[0]
    weeks = calendar.Calendar(first).monthdayscalendar(int(year), number) if year > "0000" else []
    return Month(
        name=archive.tongue.month(number),
        path=urls.calendar(unit) if members else "",
        count=len(members),
        weeks=tuple(tuple(_cell(archive, day, counts[f"{day:02}"]) for day in week) for week in weeks),
    )


def _cell(archive: Archive, day: int, count: int) -> Day:
    return Day(archive.tongue.figures(str(day)) if day else "", count)


def _month(archive: Archive, month: str, members: Sequence[int]) -> ListView:
    days, coarse = split(archive, members, 10)
    long, label = len(members) > LONG, archive.tongue.unit
    groups = [] if long else [day_group(archive, label(day), str(int(day[8:])), of_day) for day, of_day in days]
    if coarse:
        said = archive.tongue.say("{date}, day not known", date=label(month))
        groups.append(group(archive, said, "day-not-known", coarse))
    previous, following = _beside(archive, month)
    return ListView(
        title=label(month),
        canonical=hosts.absolute(archive.site, urls.calendar(month)),
        breadcrumbs=breadcrumbs(archive, month)[:-1],
        doors=tuple(Link(urls.calendar(day), label(day)) for day, _ in days) if long else (),
        doors_title=archive.tongue.say("Days"),
        groups=tuple(groups),
        previous=previous,
        next=following,
    )


def _day(archive: Archive, day: str, members: Sequence[int]) -> ListView:
    month = within(archive, range(archive.dated), day[:7])
    days = [unit for unit, _ in split(archive, month, 10)[0]]
    previous, following = steps(archive, day, days, urls.calendar)
    return ListView(
        title=archive.tongue.unit(day),
        canonical=hosts.absolute(archive.site, urls.calendar(day)),
        breadcrumbs=breadcrumbs(archive, day)[:-1],
        groups=(day_group(archive, "", "", members),),
        previous=previous,
        next=following,
    )
