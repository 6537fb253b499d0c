"""What site.yaml knows of an archive's names, made ready for looking up: SiteConfig → Vocabulary. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import ConfigError
from generator.ingest.editor.gazetteer import Gazetteer
from generator.ingest.editor.phrases import background, names
from generator.model import Date, PlaceRule, SiteConfig, TagRule
from generator.text import fold, key, squeeze

_ARTICLES = frozenset("the der die das le la les el los il lo".split())


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that site.yaml names, exactly or as /a regular expression/."""

    exact: frozenset[str] = frozenset()
    patterns: tuple[re.Pattern[str], ...] = ()

    def __call__(self, line: str) -> bool:
        return line in self.exact or (self.patterns != () and any(pattern.search(line) for pattern in self.patterns))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The archive's names. `Vocabulary()` knows none.

    names    the names and aliases of its tags, to be found in a text
    settled  by `text.key`: the tag that a name leads to, so that no name is found anew beside it; "" = to none:
             tags that are off, and the outlet
    off      by `text.key`: the names of tags that are off
    places   by `text.fold`: the archive's name for each place
    site     the archive's title          publisher  the outlet          published  when the paper appeared
    guess    tags are looked for where the source gives none
    """

    names: Gazetteer = Gazetteer()
    settled: Mapping[str, str] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict)
    site: str = ""
    publisher: str = ""
    published: Date | None = None
    guess: bool = True
    language: str = ""
    keep: Lines = Lines()
    cut: Lines = Lines()

    @classmethod
    def of(cls, settings: SiteConfig) -> "Vocabulary":
        """What these settings say. Raises ConfigError for a pattern under `ingest:` that is none."""
        return cls(
            names=Gazetteer.of((name, rule.name) for rule in settings.tags for name in _sought(rule)),
            settled=_settled(settings),
            off=frozenset(key(name) for rule in settings.tags if rule.off for name in _all(rule)),
            places={fold(name): rule.name for rule in settings.places for name in _all(rule)},
            site=settings.title,
            publisher=settings.publisher,
            published=settings.published,
            guess=settings.guess_tags,
            language=settings.language,
            keep=_lines("keep", settings.keep),
            cut=_lines("cut", settings.cut),
        )


def _all(rule: TagRule | PlaceRule) -> tuple[str, ...]:
    return rule.name, *rule.aliases


def _sought(rule: TagRule) -> tuple[str, ...]:
    """The names of a tag that are looked for in small letters too: not "US" and "WHO", which are other words then."""
    return () if rule.off else tuple(n for n in _all(rule) if not n.isupper() or fold(n) not in names.NOT_IN_A_NAME)


def _settled(settings: SiteConfig) -> dict[str, str]:
    outlet = (settings.title, settings.publisher)
    found = {key(name): "" for name in (*outlet, *map(_without_article, outlet))}
    spelt = [(name, "" if rule.off else rule.name) for rule in settings.tags for name in _all(rule)]
    for name, tag in spelt:  # "U.S." in site.yaml settles what the text calls United States
        found[key(background.SPELLINGS.get(name, name))] = tag
    return found | {key(name): tag for name, tag in spelt}


def _without_article(name: str) -> str:
    """ "The Harbour Gazette" is "Harbour Gazette" too."""
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in _ARTICLES else name


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
