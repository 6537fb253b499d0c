"""When an article was published, by what a printed line says in so many words. Pure. (For paths: generator.paths.)

    printed("Published: March 3, 2020 at 10:30 pm")    → 2020-03-03T22:30:00
    printed("Last updated on 18 November 2020")        → 2020-11-18, of an update

Nothing is guessed: 03/04/2020 may be either of two days and so is neither, "yesterday" and "Wednesday" are no dates, a
date inside a sentence is the story's and not the article's. Hijri and Jalali dates claim nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.edtf import parse
from generator.errors import DateError
from generator.ingest.phrases import wires
from generator.model import Date
from generator.text import fold

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Printed:
    """A line that says when: the article's date, or that of its last change. `labelled`: it says which."""

    date: Date
    update: bool = False
    labelled: bool = False


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


MONTH_NAMES = _either(wires.MONTHS)
_MONTH = f"(?P<month>{MONTH_NAMES})"
_WEEKDAY = f"(?:(?:{_either(wires.WEEKDAYS)})\\.?[,،:]?\\s)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|ی)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_ZONE = r"(?P<zone>z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?(?:\s?\(?[a-z]{2,5}\)?)?"
_TIME = (
    r"(?:\s?[,،|@t·•-]?\s?(?:at |um |a las |alle |a |الساعه |-)?\s?"
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,6})?)?"
    rf"\s?(?P<half>am|pm|a\.m\.?|p\.m\.?|ص|م)?(?:\s?(?:uhr|hrs|h))?\s?{_ZONE})?\s?\.?"
)
_FORMS = tuple(
    re.compile(_WEEKDAY + form + _TIME)
    for form in (
        rf"{_DAY}\s?(?:de |of |-|/)?\s?{_MONTH}\.?,?\s?(?:de |del |-|/)?\s?{_YEAR}",
        rf"{_MONTH}\.?\s{_DAY},?\s{_YEAR}",
        rf"{_YEAR}\s?-\s?(?P<month>\d\d?)\s?-\s?(?P<day>\d\d?)",
        rf"{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)",
        r"(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P=mark)" + _YEAR,
    )
)
_WITHOUT_YEAR = re.compile(
    rf"{_WEEKDAY}(?:{_DAY}\s(?:of |de )?(?:{MONTH_NAMES})\.?|(?:{MONTH_NAMES})\.?\s\d{{1,2}}(?:st|nd|rd|th)?)"
)
_LABEL = re.compile(rf"(?:(?P<update>{wires.UPDATE_LABELS})|{wires.DATE_LABELS})\s?[:：-]?\s")
_HALVES = {"a": 0, "p": 12, "ص": 0, "م": 12}


def printed(line: str) -> Printed | None:
    """What a line says that is a date and nothing else, after a label or bare."""
    if len(line) > _LONGEST or not any(c.isdigit() for c in line):
        return None
    text = _digits(fold(line)).strip(" |·•-–—()[]*")
    label = _LABEL.match(text)
    rest = text[label.end() :].lstrip(" :") if label else text
    date = next((date for form in _FORMS if (match := form.fullmatch(rest)) and (date := _date(match))), None)
    return Printed(date, bool(label and label["update"]), bool(label)) if date else None


def without_year(text: str) -> bool:
    """A day that leaves its year open: "March 3", "Wednesday, 18 Nov.", "Wednesday"."""
    folded = _digits(fold(text))
    return len(text) < 40 and (folded.strip(".") in wires.WEEKDAYS or _WITHOUT_YEAR.fullmatch(folded) is not None)


def _digits(text: str) -> str:
    """Arabic and Persian digits as ours."""
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def _date(match: re.Match[str]) -> Date | None:
    parts = match.groupdict()
    month, day = _month_and_day(parts)
    return _parsed(f"{parts['year']}-{month:02}-{day:02}{_clock(parts)}") if month else None


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    """(0, 0) where the order of two numbers is anybody's guess."""
    one, two = int(parts.get("one") or 0), int(parts.get("two") or 0)
    if one:
        if one > 12 or one == two:
            return two, one
        return (one, two) if two > 12 else (0, 0)
    name = parts.get("month") or ""
    return int(name) if name.isdecimal() else wires.MONTHS[name], int(parts["day"] or 0)


def _clock(parts: dict[str, str | None]) -> str:
    if not (hour := parts["hour"]):
        return ""
    hours = int(hour)
    if half := parts["half"]:
        hours = hours % 12 + _HALVES[half[0]]
    return f"T{hours:02}:{parts['minute']}:{parts['second'] or '00'}{_zone(parts['zone'] or '')}"


def _zone(zone: str) -> str:
    """+03:00, Z or "" as RFC 3339 writes them."""
    if not zone or zone in {"z", "utc", "gmt"}:
        return "Z" if zone else ""
    zone = zone.removeprefix("utc").removeprefix("gmt")
    hours, _, minutes = zone[1:].partition(":")
    if len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    return f"{zone[0]}{hours.zfill(2)}:{minutes or '00'}"


def _parsed(text: str) -> Date | None:
    """A date that the calendar has; a clock that no day has costs the clock, not the day."""
    for candidate in (text, text[:10]):
        try:
            return parse(candidate)
        except DateError:
            continue
    return None
