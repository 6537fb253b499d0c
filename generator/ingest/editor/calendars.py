"""Days of the Islamic and the Iranian calendar in a line: the first are passed over, the second reckoned. Pure.

    8 رجب 1441 هـ الموافق 3 مارس 2020      → 3 مارس 2020
    ۱۳ اسفند ۱۳۹۸ - ۱۰:۲۰                 → 3 march 2020 - 10:20
    ۱۳ اسفند ۱۳۹۸ - ۳ مارس ۲۰۲۰            → 3 مارس 2020

An Islamic month begins when somebody has seen the moon, so that a day of it says nothing for certain. The Iranian year
begins with spring, and a cycle of 33 years says in which of them the last month has a day more: true for 1178 to 1633
(R. Pournader and M. Shoulson, as in ICU4X). In numbers alone 1398/12/13 may be a day of either calendar: a Persian
label or weekday must stand before it.
"""

import re
from collections.abc import Iterable
from datetime import date

from generator.ingest.editor.phrases import wires
from generator.text import squeeze


def either(names: Iterable[str]) -> str:
    """A pattern for any of these names, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


_YEAR = r"(?P<year>12[5-9]\d|13\d\d|14[0-2]\d)(?!\d)"
_IRANIAN = (
    re.compile(
        rf"\b(?P<day>\d\d?)\s?-?\s?(?P<month>{either(wires.IRANIAN_MONTHS)})(?:\sماه)?\s?[-،]?\s?(?:سال\s)?{_YEAR}"
    ),
    re.compile(
        rf"(?:(?<=\bتاریخ انتشار)|\b(?:{either(wires.PERSIAN_WEEKDAYS)}))[\s:،,]{{1,3}}"
        rf"{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)(?!\d)"
    ),
)
_ISLAMIC = re.compile(
    rf"[\s،,|/(-]{{0,3}}(?:\b\d\d?\s?-?\s?(?:من\s)?{wires.HIJRI_MONTHS}\s?-?\s?1[34]\d\d"
    rf"|\b{wires.HIJRI_MONTHS}\s\d\d?,?\s1[34]\d\d"
    r"|\b1[34]\d\d([-/])\d\d?\1\d\d?|\b\d\d?([-/])\d\d?\2\s?1[34]\d\d)(?!\d)"
    r"(?:\s?(?:ه|ه\.?ق|هجری|a\.?h)\b\.?)?[\s،,|/)-]{0,3}"
    r"|\bالموافق\b(?:\s?ل(?=\s?\d))?[\s:]{0,2}"
)
_WEEKDAY = re.compile(rf"(?:{either(wires.WEEKDAYS)})[\s،,]{{1,2}}")
_THEIRS = re.compile(r"\b1[2-4]\d\d(?!\d)|الموافق")
_OURS = re.compile(r"\b(?:1[6-9]|20)\d\d(?!\d)")
_EVE = date(622, 3, 21).toordinal()  # of the first day of the first year
_MONTHS = {month: name for name, month in reversed(wires.MONTHS.items())}  # the first name of each
_LONG = 6  # months of 31 days; the others have 30


def ours(text: str) -> str:
    """A folded line, with our digits, where each day of another calendar is left out or stands in ours."""
    if not _THEIRS.search(text):
        return text
    beside = _OURS.search(text) is not None
    for form in _IRANIAN:
        text = form.sub(lambda match: " " if beside else f" {_reckoned(match)} ", text)
    return squeeze(_ISLAMIC.sub(" ", text)).strip(" -,،/|")


def islamic(text: str) -> bool:
    """Whether a folded line, with our digits, is a day of the Islamic calendar and nothing else but its weekday."""
    weekday = _WEEKDAY.match(text)
    return _ISLAMIC.fullmatch(text, weekday.end() if weekday else 0) is not None


def gregorian(year: int, month: int, day: int) -> date | None:
    """A day of the Iranian calendar as one of ours; None where its calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    before = min(month - 1, _LONG) + 30 * (month - 1)
    found = _new_year(year) + before + day - 1
    following = _new_year(year + 1) if month == 12 else _new_year(year) + min(month, _LONG) + 30 * month
    return date.fromordinal(found) if found < following else None


def _new_year(year: int) -> int:
    """The ordinal of its first day: eight years in 33 have 366 days."""
    return _EVE + 365 * (year - 1) + (8 * year + 21) // 33


def _reckoned(match: re.Match[str]) -> str:
    """ "3 march 2020", or the day as it was printed where there is none such."""
    name = match["month"]
    month = int(name) if name.isdecimal() else wires.IRANIAN_MONTHS[name]
    found = gregorian(int(match["year"]), month, int(match["day"]))
    return f"{found.day} {_MONTHS[found.month]} {found.year}" if found else match[0]
