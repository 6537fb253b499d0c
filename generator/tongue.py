"""The language that a site speaks: its words, numbers and dates. Pure.

What the interface says stands in English where it is said: `say("Older")`. A catalogue gives it in another language,
and what the catalogue lacks stays English. Dates and numbers in English are ours, as newspapers outside America write
them; those of other languages are in `generator.foreign`. All are reckoned by the Gregorian calendar.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator import edtf
from generator.model import Date
from generator.text import direction

Catalogue = Mapping[str, "str | Mapping[str, str]"]  # a phrase in English → it, or its plural forms (CLDR) by name

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, eq=False)
class Tongue(edtf.Names):
    """English, with the words of a catalogue. `language`: its tag (BCP 47)."""

    language: str = "en"
    catalogue: Catalogue = field(default_factory=dict)

    @property
    def dir(self) -> str:
        return direction(self.language)

    def says_as(self, other: "Tongue") -> bool:
        """Whether both say everything alike."""
        return self.language == other.language and self.catalogue == other.catalogue

    def say(self, phrase: str, **parts: str) -> str:
        """A phrase of the interface, with its {parts}."""
        said = self.catalogue.get(phrase, phrase)
        text = said if isinstance(said, str) else said["other"]
        return text.format(**parts) if parts else text

    def counted(self, count: int, one: str, many: str) -> str:
        """`many` for this {n}, in the form that the number asks for: `one` or `many`, or what a catalogue says."""
        said = self.catalogue.get(many, {"one": one, "other": many})
        text = said if isinstance(said, str) else said.get(self.form(count), said["other"])
        return text.format(n=self.number(count))

    def date(self, date: Date) -> str:
        """How a date of any precision reads."""
        return edtf.label(date, self)

    # ── What Foreign says its own way ──

    def form(self, count: int) -> str:
        """The plural form that goes with a number, as CLDR names it."""
        return "one" if count == 1 else "other"

    def number(self, count: int) -> str:
        """12345 → 12,345."""
        return f"{count:,}"

    def figures(self, text: str) -> str:
        """A text with the figures of the language: of a year, a time."""
        return text

    def month(self, number: int) -> str:
        """The name of a month (1–12), as it stands alone."""
        return edtf.MONTHS[number - 1]

    def week(self) -> tuple[int, ...]:
        """The days of a week in their order, 0 = Monday."""
        return tuple(range(7))

    def weekday(self, number: int) -> tuple[str, str]:
        """A weekday's name (0 = Monday), and as short as a calendar has room for."""
        return _WEEKDAYS[number], _WEEKDAYS[number][0]


ENGLISH = Tongue()
