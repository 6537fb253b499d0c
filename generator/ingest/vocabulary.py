"""What site.yaml knows of an archive's names, made ready for looking up: SiteConfig → Vocabulary. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import ConfigError
from generator.model import PlaceRule, SiteConfig, TagRule
from generator.text import fold, key, squeeze

# Words of a folded text, in every script; "u.s" and "qa'im" are one.
WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that site.yaml names, exactly or as /a regular expression/."""

    exact: frozenset[str] = frozenset()
    patterns: tuple[re.Pattern[str], ...] = ()

    def __call__(self, line: str) -> bool:
        return line in self.exact or any(pattern.search(line) for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The archive's names. `Vocabulary()` knows none.

    names    the first word of a tag's name or alias → (all its words, the tag's name), longest first
    settled  by `text.key`: names that are settled, so that none of them is found anew: aliases, tags that are off
    places   by `text.fold`: the archive's name for each place
    """

    names: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict)
    publisher: str = ""
    language: str = ""
    keep: Lines = Lines()
    cut: Lines = Lines()

    @classmethod
    def of(cls, settings: SiteConfig) -> "Vocabulary":
        """What these settings say. Raises ConfigError for a pattern under `ingest:` that is none."""
        return cls(
            names=_names(settings.tags),
            settled=frozenset(map(key, [settings.publisher, *(name for rule in settings.tags for name in _all(rule))])),
            off=frozenset(key(name) for rule in settings.tags if rule.off for name in _all(rule)),
            places={fold(name): rule.name for rule in settings.places for name in _all(rule)},
            publisher=settings.publisher,
            language=settings.language,
            keep=_lines("keep", settings.keep),
            cut=_lines("cut", settings.cut),
        )


def _all(rule: TagRule | PlaceRule) -> tuple[str, ...]:
    return rule.name, *rule.aliases


def words(name: str) -> tuple[str, ...]:
    """A name as the words that are looked for in a folded text."""
    return tuple(WORD.findall(fold(name)))


def _names(rules: tuple[TagRule, ...]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for rule in rules:
        for name in () if rule.off else _all(rule):
            if split := words(name):
                found.setdefault(split[0], {}).setdefault(split, rule.name)
    return {first: tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row))) for first, rows in found.items()}


def _lines(setting: str, rows: tuple[str, ...]) -> Lines:
    slashed = [row for row in rows if len(row) > 2 and row[0] == row[-1] == "/"]
    exact = frozenset(squeeze(row) for row in rows if row not in slashed)
    return Lines(exact, tuple(_pattern(setting, row) for row in slashed))


def _pattern(setting: str, row: str) -> re.Pattern[str]:
    try:
        return re.compile(row[1:-1])
    except re.error as error:
        message = f"ingest: {setting}: {row} is no regular expression ({error})"
        raise ConfigError(f"{message} — mend it, or write the line itself without the slashes") from None


def canonical(place: str, places: Mapping[str, str]) -> str:
    """The archive's own name for a place."""
    return places.get(fold(place), place)
