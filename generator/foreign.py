"""Dates and numbers in other languages, by Babel (Unicode CLDR). Pure, but that Babel reads its tables."""

from datetime import date
from functools import lru_cache
from typing import cast

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import DateTimeFormat, format_skeleton
from babel.numbers import format_decimal

from generator.tongue import Catalogue, Tongue

_MONTH = "{month} {year}"
_ZEROS = {"arab": "٠", "arabext": "۰", "deva": "०", "beng": "০"}  # the figure 0 of a numbering system


@lru_cache(maxsize=64)
def locale(language: str) -> Locale | None:
    """The tables of a language (BCP 47), or of what is nearest to it: those of `ar` for `ar-XX`. None for none."""
    tags = language.split("-")
    for size in range(len(tags), 0, -1):
        try:
            return Locale.parse("-".join(tags[:size]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def speaking(language: str, words: Catalogue) -> "Foreign | None":
    """The tongue of a language, None where Babel knows nothing like it."""
    return Foreign(language, words) if locale(language) else None


class Foreign(Tongue):
    """A language that `locale` knows."""

    __slots__ = ()

    @property
    def _locale(self) -> Locale:
        return cast("Locale", locale(self.language))

    def form(self, count: int) -> str:
        return str(self._locale.plural_form(count))

    def number(self, count: int) -> str:
        return self.figures(str(format_decimal(count, locale=self._locale, numbering_system="default")))

    def figures(self, text: str) -> str:
        return text.translate(_figures(self.language))

    def month(self, number: int) -> str:
        # Babel finds those of Egypt for all Arab countries where they stand alone; in a date they are the same words.
        context = "format" if self._locale.language == "ar" else "stand-alone"
        return str(self._locale.months[context]["wide"][number])

    def unit(self, unit: str) -> str:
        year, *rest = unit.split("-")
        if not rest:
            return self.figures(year)
        if len(rest) == 1:
            return self._month_of(unit)
        return self.figures(self._day(unit, str(int(rest[1]))))

    def span(self, start: str, end: str) -> str:
        if len(start) == len("YYYY-MM-DD") and start[:7] == end[:7]:
            return self.figures(self._day(end, f"{int(start[8:])}–{int(end[8:])}"))
        between = "{0}–{1}" if len(start) == len("YYYY") else str(self._locale.interval_formats[None])
        return between.format(self.unit(start), self.unit(end))

    def say(self, phrase: str, **parts: str) -> str:
        figures = {name: self.figures(part) for name, part in parts.items() if name in {"year", "time"}}
        return super().say(phrase, **(parts | figures))

    def week(self) -> tuple[int, ...]:
        first = _first_day(self.language)
        return tuple((first + day) % 7 for day in range(7))

    def weekday(self, number: int) -> tuple[str, str]:
        names = self._locale.days["stand-alone"]
        return str(names["wide"][number]), str(names["narrow"][number])

    def _month_of(self, unit: str) -> str:
        """A month of a year. CLDR has no form of its own for some languages, so a catalogue may give one."""
        if _MONTH in self.catalogue:
            return self.say(_MONTH, month=self.month(int(unit[5:])), year=unit[:4])
        return self.figures(format_skeleton("yMMMM", date.fromisoformat(f"{unit}-01"), locale=self._locale))

    def _day(self, day: str, number: str) -> str:
        """A day in its long form, with `number` for that of the day: it may be a span."""
        return str(self._locale.date_formats["long"].format % _Numbered(day, self._locale, number))


class _Numbered(DateTimeFormat):
    """What a pattern of CLDR asks of a day, but for its number."""

    def __init__(self, day: str, locale: Locale, number: str) -> None:
        super().__init__(date.fromisoformat(day), locale)
        self._number = number

    def __getitem__(self, name: str) -> str:
        return self._number if name in {"d", "dd"} else str(super().__getitem__(name))


@lru_cache(maxsize=64)
def _figures(language: str) -> dict[int, int]:
    found = locale(language)
    zero = _ZEROS.get(found.default_numbering_system, "") if found else ""
    return {ord("0") + n: ord(zero) + n for n in range(10)} if zero else {}


@lru_cache(maxsize=64)
def _first_day(language: str) -> int:
    """The day on which weeks begin (0 = Monday) in the country that the tag names, or in that of most speakers."""
    found = cast("Locale", locale(language))
    likely = "" if found.territory else get_global("likely_subtags").get(str(found), "")
    # Of the likeliest there may be no tables, as of no_Latn_NO.
    most = locale(likely.replace("_", "-")) if likely else None
    return int((most or found).first_week_day)
