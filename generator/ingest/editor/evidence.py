"""When an article was published, by what a printed line says in so many words. Pure. (For paths: generator.paths.)

    printed("Published: March 3, 2020 at 10:30 pm")    → 2020-03-03T22:30:00
    printed("Last updated on 18 November 2020")        → 2020-11-18, of an update
    printed("26 شوال 1436 هـ الموافق 11 أغسطس 2015 م")    → 2015-08-11
    printed("March 2020")                              → 2020-03

Nothing is guessed: 03/04/2020 may be either of two days and so is neither (behind a label it is 2020), "yesterday" and
"Wednesday" are no dates, a date inside a sentence is the story's and not the article's. Where dots part the numbers the
day comes first, as everybody writes it but some in English, see `turned`. An Islamic date claims nothing, an Iranian
one stands for ours, see `calendars`.
"""

import re
from dataclasses import dataclass
from functools import cache

from generator.edtf import parse
from generator.errors import DateError
from generator.ingest.editor import calendars
from generator.ingest.editor.phrases import press, wires
from generator.model import Date
from generator.text import fold, key

EXACT = frozenset(["instant", "day"])  # precisions of a date that nothing can make finer but a clock
_LONGEST = 90
_EDGE = " |·•-–—()[]*"
_MOST_BLANKS = 16


@dataclass(frozen=True, slots=True)
class Printed:
    """A line that says when: the article's date, or that of its last change. `labelled`: it says which."""

    date: Date
    update: bool = False
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A day that leaves its year open. `weekday` as datetime counts it, -1 where none stands beside it."""

    month: int
    day: int
    weekday: int = -1


_NAMES = calendars.either(wires.MONTHS)
# "نوفمبر/تشرين الثاني": one month, by both of its Arabic names.
_MONTH = rf"(?P<month>{_NAMES})(?:\s?[/(]\s?(?:{_NAMES})\)?)?"
_WEEKDAY = rf"(?:(?P<weekday>{calendars.either(wires.WEEKDAYS)})\.?[,،:]?\s)?"
_ARTICLE = r"(?:(?:le|el|am|den) )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|ی)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?:\s?م\b)?"
_ZONE = r"(?P<zone>z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?(?:\s?\(?[a-z]{2,5}\)?)?"
_CLOCK = (
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,6})?)?"
    rf"\s?(?P<half>am|pm|a\.m\.?|p\.m\.?|ص|م)?(?:\s?(?:uhr|hrs|h))?\s?{_ZONE}"
)
_TIME = rf"(?:\s?[,،|@t·•/-]?\s?(?:at |um |a las |alle |a |الساعه |ساعت |-)?\s?{_CLOCK})?\s?\.?"
_NAMED = (
    rf"(?:the )?{_DAY}\s?(?:de |of |-|/)?\s?{_MONTH}\.?,?\s?(?:de |del |-|/)?\s?{_YEAR}",
    rf"{_MONTH}\.?\s{_DAY},?\s{_YEAR}",
)
_COUNTED = (
    rf"{_YEAR}\s?-\s?(?P<month>\d\d?)\s?-\s?(?P<day>\d\d?)",
    rf"{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)",
    rf"{_YEAR}年\s?(?P<month>\d\d?)月\s?(?P<day>\d\d?)日",
    r"(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P=mark)" + _YEAR,
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Compiled when the first line is met that may be a date: they take a tenth of a start."""
    return (
        *(re.compile(_ARTICLE + _WEEKDAY + form + _TIME) for form in (*_NAMED, *_COUNTED)),
        *(re.compile(rf"{_CLOCK},?\s(?:on |- )?{_WEEKDAY}{form}\s?\.?") for form in _NAMED),
        re.compile(rf"{_MONTH}\.?,?\s(?:de )?{_YEAR}"),
    )


@cache
def _open_forms() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{_ARTICLE}{_WEEKDAY}{_DAY}\s(?:of |de )?{_MONTH}\.?"),
        re.compile(rf"{_WEEKDAY}{_MONTH}\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"),
    )


_LABEL = re.compile(
    rf"(?:(?P<update>{wires.UPDATE_LABELS})|{wires.DATE_LABELS})(?:\s?[:：|-]\s?|\s)(?:on |at |am |le |el |the )?"
)
# "Published in Dawn, Young World, March 7th, 2020": what a paper prints below its stories.
_IN_PAPER = re.compile(
    r"Published in (?P<names>(?:(?:the )?[A-Z0-9][^,|]{1,40}, ){1,3}?)"
    rf"(?=(?i:{calendars.either(wires.WEEKDAYS)}|{_NAMES})\b|\d)"
)
_DOTTED = re.compile(r"\b(\d\d?)\.(\d\d?)\.(?:1[6-9]|20)\d\d\b")
_SENT = re.compile(r"AP-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) \d{4}[A-Z]{3}<?")
_FIRST_SENT = "70"  # the year in which AP began to send from computers
_HALVES = {"a": 0, "p": 12, "ص": 0, "م": 12}
_WITH_YEAR = re.compile(r"[12١٢۱۲]\d{3}")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def printed(line: str) -> Printed | None:
    """What a line says that is a date and nothing else, after a label or bare."""
    if len(line) > _LONGEST or not _short(line):  # without a call for the paragraphs
        return None
    rest, label = _unlabelled(line)
    found = (_date(match, labelled=bool(label)) for form in _forms() if (match := form.fullmatch(rest)))
    date = next(filter(None, found), None)
    return Printed(date, label == "update", bool(label)) if date else None


def unclaimed(line: str) -> bool:
    """A date that claims nothing: one of the Islamic calendar, or 31/02/2020 behind a label."""
    if not _short(line) or printed(line):
        return False
    if calendars.islamic(_plain(line)):
        return True
    rest, label = _unlabelled(line)
    return bool(label) and (calendars.islamic(rest) or any(form.fullmatch(rest) for form in _forms()))


def labelled(line: str) -> bool:
    """A line that begins with a label and a date, whatever follows: "Published 3 March 2016, with a new picture"."""
    if not _WITH_YEAR.search(line):
        return False
    rest, label = _unlabelled(line)
    return bool(label) and any(form.match(rest) for form in _forms())


def sent(line: str) -> Date | None:
    """The day on which AP sent out a story, as it closes it: AP-NY-07-12-01 1823EDT."""
    match = _SENT.fullmatch(line) if line[:3] == "AP-" else None
    if not match:
        return None
    century = 19 if match["year"] >= _FIRST_SENT else 20
    return _parsed(f"{century}{match['year']}-{match['month']}-{match['day']}")


def turned(line: str) -> bool:
    """Whether a line names a day by dots and two numbers that each may be its month, as 03.05.2018 in English."""
    match = _DOTTED.search(line)
    return match is not None and match[1] != match[2] and max(int(match[1]), int(match[2])) <= 12


def open_day(text: str) -> OpenDay | None:
    """The day that "March 3", "Wednesday, 18 Nov." or "3 آذار" name; None where it says something else, or more."""
    if len(text) >= 40:
        return None
    plain = _plain(text)
    match = next((match for form in _open_forms() if (match := form.fullmatch(plain))), None)
    if not match:
        return None
    return OpenDay(wires.MONTHS[match["month"]], int(match["day"]), wires.WEEKDAYS.get(match["weekday"] or "", -1))


def _short(line: str) -> bool:
    return len(line) <= _LONGEST and line.count(" ") <= _MOST_BLANKS and _WITH_YEAR.search(line) is not None


def _unlabelled(line: str) -> tuple[str, str]:
    """What stands behind a label, in our calendar, and whether the label is of a "date" or an "update"; "" without."""
    if (paper := _IN_PAPER.match(line)) and any(map(_paper, paper["names"].split(", "))):
        return calendars.ours(_plain(line[paper.end() :])).strip(_EDGE), "date"
    text = calendars.ours(_plain(line)).strip(_EDGE)
    if not (label := _LABEL.match(text)):
        return text, ""
    return text[label.end() :], "update" if label["update"] else "date"


def _paper(name: str) -> bool:
    """ "The Harbour Gazette", "Times of Linden", "Dawn": no city, and no book."""
    words = fold(name).split()
    named = " of " in name and words[words.index("of") - 1] in press.PAPERS
    return named or (bool(words) and words[-1] in press.PAPERS) or key(name) in press.PAPER_NAMES


def _plain(line: str) -> str:
    """Folded, with our digits."""
    return fold(line).translate(_DIGITS)


def _date(match: re.Match[str], *, labelled: bool) -> Date | None:
    """Of 03/04/2020 the year, where a label says that it is a date."""
    parts = match.groupdict()
    month, day = _month_and_day(parts)
    if not month:
        return _parsed(match["year"]) if labelled else None
    return _parsed(f"{parts['year']}-{month:02}" + (f"-{day:02}{_clock(parts)}" if day else ""))


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    """(0, 0) where the order of two numbers is anybody's guess; day 0 where only the month is named."""
    one, two = int(parts.get("one") or 0), int(parts.get("two") or 0)
    if one:
        if one > 12 or one == two or (parts["mark"] == "." and two <= 12):
            return two, one
        return (one, two) if two > 12 else (0, 0)
    name = parts.get("month") or ""
    return int(name) if name.isdecimal() else wires.MONTHS.get(name, 0), int(parts.get("day") or 0)


def _clock(parts: dict[str, str | None]) -> str:
    if not (hour := parts.get("hour")):
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
