"""Dates of any precision: str → model.Date, and what can be said of one (unit, order, label). Pure.

Understood is EDTF level 1 (ISO 8601-2:2019, loc.gov/standards/datetime) as far as news needs it, and instants:

    2020-11-18   2020-11   2020                  a day, a month, a year (2020-1-5 is padded)
    2020-11-18~  2020-11?  2020%                 approximate, uncertain, both: all three are `approximate`
    2020-11-XX   2020-XX   2020-XX-XX            the same as the coarser date
    202X   20XX                                  a decade, a century
    2020-21 … 2020-24                            spring, summer, autumn, winter
    2020-11-16/2020-11-19   ../2020-11   2020/   intervals; `..` or nothing is an open end
    2020-11-18T09:30:00+03:00                    an instant; a blank for the T, no seconds, no zone are fine too

Every Date stands between a first and a last day, and all that is asked of it follows from these two. A season is
bracketed by its whole year: spring lies in other months south of the equator, and winter at both ends of a year.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from unicodedata import digit

from generator.errors import DateError
from generator.model import Date, Precision

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

_UNIT = re.compile(r"([0-9]{4})(?:-(?:([0-9]{1,2})(?:-(?:([0-9]{1,2})|XX))?|XX(?:-XX)?))?")
_NO_YEAR = re.compile(r"[0-9]{2}(?:[0-9]X|XX)")
_INSTANT = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ ]{1,4})([0-9]{1,2}):([0-9]{2})"
    r"(?::([0-9]{2})(?:[.,]([0-9]{1,12}))?)?[ ]{0,4}(?:([Zz]|UTC|GMT)|([+-])([0-9]{1,2})(?::?([0-9]{2}))?)?"
)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_FIRST_YEAR = 1000


@lru_cache(maxsize=16384)
def parse(text: str) -> Date:
    """The date that `text` stands for; its own `text` is the canonical writing, so `parse(d.text) == d`.

    Raises DateError without the field's name, which the caller knows: "'18/11/2020' is no date — write it as …".
    """
    if date := _as_written(text):
        return date
    text = text.strip()
    if match := _INSTANT.fullmatch(text):
        return _instant(text, match)
    if text.count("/") == 1:
        return _interval(text)
    return _single(text, text)


def day(date: Date) -> str:
    """The one day it means (YYYY-MM-DD), else "". An approximate day counts: it has its place in the order."""
    return date.first if date.first == date.last else ""


def unit(date: Date) -> str:
    """The finest calendar unit that holds the whole of it: "2020-11-18", "2020-11", "2020", or "" (wider, open)."""
    for size in (10, 7, 4):
        if date.first[:size] == date.last[:size]:
            return date.first[:size]
    return ""


def order(date: Date) -> tuple[str, int, int, str]:
    """A total order: the written first day, dates without a time, then instants by what the clock in UTC said.

    The written day comes first because it is the day a reader sees, whatever the zone. An open start sorts by its
    last day. A time without zone counts as UTC.
    """
    written = date.first or date.last
    if date.precision != "instant":
        return written, 0, 0, date.text
    moment = dt.datetime.fromisoformat(date.text)
    since = (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)) - _EPOCH
    return written, 1, since // dt.timedelta(microseconds=1), date.text


def iso(date: Date) -> str:
    """The value for HTML's <time datetime>; "" where HTML has no form for it: intervals and approximate dates."""
    if date.approximate or date.precision == "interval":
        return ""
    # HTML takes three digits of a second's fraction at most.
    return re.sub(r"(\.[0-9]{3})[0-9]+", r"\1", date.text)


def interval(first: str, last: str) -> Date:
    """The date between two days (YYYY-MM-DD, "" = open), written as simply as can be: the same day twice is a day,
    a whole month is that month. Raises ValueError for two open ends and DateError for ends in the wrong order."""
    if not first and not last:
        raise ValueError("an interval needs one end at least")
    start, end = _ends(first, last)
    return parse(start if start == end else f"{start or '..'}/{end or '..'}")


def narrow(a: Date, b: Date) -> Date | None:
    """What both brackets leave: their intersection, or None where they exclude each other. The ends count as they
    are written; that one of them was approximate is not carried on."""
    first = max(a.first, b.first)
    last = min((end for end in (a.last, b.last) if end), default="")
    return None if first and last and first > last else interval(first, last)


# ── Parsing ──────────────────────────────────────────────────────────────────────────────────────────────────────

_Span = tuple[str, str, str, Precision]  # canonical text, first day, last day, precision


def _single(text: str, whole: str) -> Date:
    """A date that is no interval. `whole` is what the author wrote, for the message."""
    plain, mark = (text[:-1], text[-1]) if text.endswith(("~", "?", "%")) else (text, "")
    canonical, first, last, precision = _bracket(plain, whole)
    return Date(canonical + mark, first, last, precision, bool(mark))


def _bracket(plain: str, whole: str) -> _Span:
    if _NO_YEAR.fullmatch(plain):
        return _years(plain, plain.replace("X", "0"), plain.replace("X", "9"), whole)
    match = _UNIT.fullmatch(plain)
    if not match:
        raise _wrong(whole)
    if plain[5:] in SEASONS:
        return _years(plain, match[1], match[1], whole)
    return _unit(match[1], match[2] or "", match[3] or "", whole)


def _years(canonical: str, first: str, last: str, whole: str) -> _Span:
    _check(first, "", "", whole)
    return canonical, f"{first}-01-01", f"{last}-12-31", "interval"


def _unit(year: str, month: str, day: str, whole: str) -> _Span:
    month, day = month and month.zfill(2), day and day.zfill(2)
    _check(year, month, day, whole)
    if day:
        return (text := f"{year}-{month}-{day}"), text, text, "day"
    if month:
        text = f"{year}-{month}"
        return text, f"{text}-01", f"{text}-{monthrange(int(year), int(month))[1]}", "month"
    return year, f"{year}-01-01", f"{year}-12-31", "year"


_AS_WRITTEN = re.compile(
    r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(?:Z|[+-](?!(?<=-)00:00)[0-9]{2}:[0-9]{2})?"
)


def _as_written(text: str) -> Date | None:
    """An instant in our own writing, which stands in nearly every article; None = ask further, also what is wrong."""
    if not _AS_WRITTEN.fullmatch(text):
        return None
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return Date(text, text[:10], text[:10], "instant")


def _instant(text: str, match: re.Match[str]) -> Date:
    year, month, day, hour, minute, second, fraction, _, *zone = match.groups(default="")
    _, written, _, _ = _unit(year, month, day, text)
    fraction = fraction[:6].rstrip("0")
    clock = f"{hour.zfill(2)}:{minute}:{second or '00'}" + (f".{fraction}" if fraction else "")
    canonical = f"{written}T{clock}{'Z' if match[8] else _zone(*zone)}"
    try:
        if int(hour) > 23:  # Python 3.13 began to take 24:00 for the next day
            raise ValueError
        dt.datetime.fromisoformat(canonical)
    except ValueError:
        raise DateError(
            f"{_shown(text)} is no time — hours go to 23, minutes and seconds to 59; or write {written}"
        ) from None
    return Date(canonical, written, written, "instant")


def _zone(sign: str, hours: str, minutes: str) -> str:
    """+03:00 or "". The "-00:00" of RFC 3339 (UTC is known, the place is not) is written Z, as HTML wants it."""
    zone = sign and f"{sign}{hours.zfill(2)}:{minutes or '00'}"
    return "Z" if zone == "-00:00" else zone


def _interval(text: str) -> Date:
    left, right = (side.strip() for side in text.split("/"))
    if len(left) == 10 and len(right) < 3 and right.isdigit():
        raise DateError(f"{_shown(text)} is no date — write it as {left}/{left[:8]}{right.zfill(2)}")
    start = None if left in ("", "..") else _single(left, text)
    end = None if right in ("", "..") else _single(right, text)
    if not start and not end:
        raise DateError(f"{_shown(text)} is open at both ends — write one of them, or leave the date out")
    first, last = start.first if start else "", end.last if end else ""
    if first and last and first > last:
        raise DateError(f"{_shown(text)} ends before it begins — write {right}/{left}")
    canonical = f"{start.text if start else '..'}/{end.text if end else '..'}"
    approximate = any(side.approximate for side in (start, end) if side)
    return Date(canonical, first, last, "interval", approximate)


def _check(year: str, month: str, day: str, whole: str) -> None:
    """Raise where the calendar has no such day. Years below 1000 are the empty dates of other programs."""
    shown = _shown(whole)
    if int(year) < _FIRST_YEAR:
        raise DateError(f"{shown} is the date of no article — leave it out where the date is unknown")
    if month and not 1 <= int(month) <= 12:
        raise DateError(f"{shown} is no date — there is no month {month}; write year-month-day, e.g. 2020-11-18")
    days = monthrange(int(year), int(month))[1] if day else 0
    if day and not 1 <= int(day) <= days:
        raise DateError(f"{shown} is no date — {MONTHS[int(month) - 1]} {year} has {days} days")


# ── What to write instead ────────────────────────────────────────────────────────────────────────────────────────

_NAMES = "|".join(name[:3].lower() for name in MONTHS)
_DAY_MONTH = re.compile(rf"(?<![0-9])([0-9]{{1,2}})(?:st|nd|rd|th)?[ .,/-]{{0,3}}({_NAMES})[a-z]{{0,6}}")
_MONTH_DAY = re.compile(rf"(?<![a-z])({_NAMES})[a-z]{{0,6}}[ .,/-]{{0,3}}([0-9]{{1,2}})(?![0-9:])")
_MONTH = re.compile(rf"(?<![a-z])({_NAMES})[a-z]{{0,6}}")
_YEAR = re.compile(r"(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?![0-9])")
_YEAR_FIRST = re.compile(r"([0-9]{4})(?:([/. _-])([0-9]{1,2})(?:\2([0-9]{1,2}))?|([0-9]{2})([0-9]{2}))(?![0-9])")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([/. -])(?:([0-9]{1,2})\2)?([0-9]{4})(?![0-9])")


def _wrong(text: str) -> DateError:
    proposal = _proposal(text) or "year-month-day, e.g. 2020-11-18"
    return DateError(f"{_shown(text)} is no date — write it as {proposal}")


def _shown(text: str) -> str:
    return f"'{text if len(text) <= 60 else text[:59] + '…'}'"


def _proposal(text: str) -> str:
    """The date that was surely meant, in our writing, else ""."""
    text = "".join(str(digit(c, c)) for c in text[:80]).lower()
    for year, month, day in _readings(text):
        try:
            return _unit(year, month, day, text)[0]
        except DateError:
            continue
    return ""


def _readings(text: str) -> list[tuple[str, str, str]]:
    """(year, month, day) as it was surely meant; none where day and month could stand either way round."""
    years = _YEAR.findall(text)
    if len(years) > 1:
        return []
    if match := _YEAR_FIRST.match(text):
        return [(match[1], match[3] or match[5], match[4] or match[6] or "")]
    if match := _YEAR_LAST.match(text):
        return _day_first(match[1], match[3] or "", match[4])
    return _named(text, years[0]) if years else []


def _named(text: str, year: str) -> list[tuple[str, str, str]]:
    if match := _DAY_MONTH.search(text):
        return [(year, _number(match[2]), match[1])]
    if match := _MONTH_DAY.search(text):
        return [(year, _number(match[1]), match[2])]
    return [(year, _number(match[1]), "")] if (match := _MONTH.search(text)) else []


def _day_first(one: str, two: str, year: str) -> list[tuple[str, str, str]]:
    """18/11/2020 and 11/18/2020 have one reading, 5/5/2020 too; 5/11/2020 has two, so it gets none."""
    if not two:
        return [(year, one, "")]
    if int(one) > 12 or int(one) == int(two):
        return [(year, two, one)]
    return [(year, one, two)] if int(two) > 12 else []


def _number(name: str) -> str:
    return str(_NAMES.split("|").index(name) + 1)


# ── Display ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Names:
    """How English says dates. What says them in another language (`generator.tongue`) has these three."""

    __slots__ = ()

    def unit(self, unit: str) -> str:
        """2020-11-18 → 18 November 2020, and likewise a month or a year."""
        parts = unit.split("-")
        named = [parts[0], *(MONTHS[int(month) - 1] for month in parts[1:2]), *(str(int(day)) for day in parts[2:])]
        return " ".join(reversed(named))

    def span(self, start: str, end: str) -> str:
        """From one unit to another of the same size, what they share said once."""
        if len(start) == 4:
            return f"{start}–{end}"
        if start[:-3] == end[:-3]:
            return f"{self.unit(start).split()[0]}–{self.unit(end)}"
        return f"{self.unit(start).removesuffix(' ' + end[:4])} – {self.unit(end)}"

    def say(self, phrase: str, **parts: str) -> str:
        """A phrase with its {parts}."""
        return phrase.format(**parts)


ENGLISH = Names()


@lru_cache(maxsize=16384)
def label(date: Date, names: Names = ENGLISH) -> str:
    """How it reads: 18 November 2020; November 2020; about 16–19 November 2020; before December 2020."""
    if date.precision == "instant":
        return names.say("{date}, {time}", date=names.unit(date.first), time=date.text[11:16])
    season = SEASONS.get(date.text[5:7]) if len(date.text.rstrip("~?%")) == 7 else None
    words = (
        names.say(f"{season} {{year}}", year=date.text[:4]) if season else _span(*_ends(date.first, date.last), names)
    )
    return names.say("about {date}", date=words) if date.approximate else words


def _ends(first: str, last: str) -> tuple[str, str]:
    """Both ends in the coarsest unit that says the same: two years, two months, or two days."""
    for size, start, ends in ((4, "-01-01", _is_year_end), (7, "-01", _is_month_end)):
        if (not first or first.endswith(start)) and (not last or ends(last)):
            return first[:size], last[:size]
    return first, last


def _is_year_end(day: str) -> bool:
    return day.endswith("-12-31")


def _is_month_end(day: str) -> bool:
    return int(day[8:]) == monthrange(int(day[:4]), int(day[5:7]))[1]


def _span(start: str, end: str, names: Names) -> str:
    if not start:
        return _before(end, names)
    if not end:
        return _after(start, names)
    if start == end:
        return names.unit(start)
    if f"{start[:3]}0{start[:3]}9" == start + end:
        return names.say("{year}s", year=start)
    return names.span(start, end)


def _before(end: str, names: Names) -> str:
    """Not later than `end`. A day is named itself; a month or year is said by the one that follows it."""
    if len(end) == 10:
        return names.say("by {date}", date=names.unit(end))
    # A month here is never December: that would be the end of a year.
    next_one = str(int(end) + 1) if len(end) == 4 else f"{end[:5]}{int(end[5:]) + 1:02}"
    return names.say("before {date}", date=names.unit(next_one))


def _after(start: str, names: Names) -> str:
    """Not earlier than `start`, said by the unit before it."""
    if len(start) == 10:
        one_before = (dt.date.fromisoformat(start) - dt.timedelta(1)).isoformat()
    else:
        one_before = str(int(start) - 1) if len(start) == 4 else f"{start[:5]}{int(start[5:]) - 1:02}"
    return names.say("after {date}", date=names.unit(one_before))
