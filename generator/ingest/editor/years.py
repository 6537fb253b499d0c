"""The year of a day that leaves it open: "March 3" and what else is known of when an article came out. Pure.

A dateline names the day on which a story was filed, and nearly never the year. The year is taken only from evidence
that the day agrees with, and it must agree in one year alone:

    a day        the story was filed on it, in the week before it, or, the clocks of the world being what they are, the
                 day after: a path 2020-01-02 and "Dec. 31" mean 2019
    a month      it lies in it, or in the three days before it (a paper of the first prints what was filed on the last)
    a year, or any interval with two ends   it lies in it

and where a weekday stands beside the day, the calendar must say so too. Evidence that is approximate, open at an end,
or contradicted is passed over: a wrong year is worse than none. When a page was fetched is no such evidence.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from generator import edtf
from generator.ingest.editor.evidence import OpenDay
from generator.model import Date

# Days before and after what the evidence names in which a story may have been filed.
_AROUND = {"instant": (7, 1), "day": (7, 1), "month": (3, 0)}
_MOST_YEARS = 30


def resolve(day: OpenDay, known: Iterable[tuple[str, Date]]) -> tuple[Date, str] | None:
    """The day with its year, and the rule of the evidence that told it: the first of `known` (rule, date) that does."""
    for rule, evidence in known:
        if found := _only(day, evidence):
            return edtf.parse(found.isoformat()), rule
    return None


def _only(day: OpenDay, evidence: Date) -> date | None:
    """The one date that fits; None where none does, or several."""
    if evidence.approximate or not evidence.first or not evidence.last:
        return None
    before, after = _AROUND.get(evidence.precision, (0, 0))
    first = date.fromisoformat(evidence.first) - timedelta(before)
    last = date.fromisoformat(evidence.last) + timedelta(after)
    if last.year - first.year > _MOST_YEARS:
        return None
    found = [one for year in range(first.year, last.year + 1) if (one := _in(year, day)) and first <= one <= last]
    return found[0] if len(found) == 1 else None


def _in(year: int, day: OpenDay) -> date | None:
    try:
        found = date(year, day.month, day.day)
    except ValueError:  # no such day, or not in this year
        return None
    return found if day.weekday in {-1, found.weekday()} else None
