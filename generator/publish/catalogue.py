"""Catalogues: layouts/words/ar.yaml → what the interface says in Arabic. Pure.

A catalogue is a list of phrases: each as it stands in a layout or in `say(…)`, and what it is in this language. A count
has as many forms as the language needs (CLDR calls them zero, one, two, few, many, other):

    Older: الأقدم
    "{n} articles": {one: مادة واحدة, two: مادتان, few: "{n} مواد", other: "{n} مادة"}
"""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module

from generator import yamlsafe
from generator.errors import BackfileError, ConfigError, Location
from generator.tongue import Catalogue, Tongue
from generator.yamlsafe import Mapping, Node, Scalar

MONTH = "{month} {year}"  # only for languages of which CLDR has no form of its own
FORMS = ("zero", "one", "two", "few", "many", "other")

# English as `Tongue` says it; that of America is left to Babel.
_ENGLISH = frozenset(["en", "en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za"])
_PART = re.compile(r"\{([^{}]*)\}")


def names(language: str) -> Iterator[str]:
    """The files that may hold the words of a language, the least particular first: those of ar-IQ after those of ar."""
    parts = language.lower().split("-")
    yield from (f"words/{'-'.join(parts[:size])}.yaml" for size in range(1, len(parts) + 1))


def merged(catalogues: Iterable[Catalogue]) -> Catalogue:
    """One catalogue; the later say it their own way."""
    return {phrase: said for catalogue in catalogues for phrase, said in catalogue.items()}


def speaking(language: str, words: Catalogue) -> Tongue:
    """The tongue of a language; where its dates are not known, English with these words."""
    if language.lower() in _ENGLISH:
        return Tongue(language, words)
    # Only where it is needed: most sites never need Babel, which takes 60 ms.
    foreign: Tongue | None = import_module("generator.foreign").speaking(language, words)
    return foreign or Tongue(language, words)


def parse(text: str, path: str) -> Catalogue:
    """Raises ConfigError with the place."""
    try:
        node = yamlsafe.load(text)
        if yamlsafe.absent(node):
            return {}
        if not isinstance(node, Mapping):
            raise ConfigError('phrases with their words are wanted — write Older: "…"', Location(line=node.line))
        return {key.text: _said(key, value) for key, value in node.pairs if not yamlsafe.absent(value)}
    except BackfileError as error:
        raise ConfigError(error.message, Location(path, error.location.line)) from error


def _said(key: Scalar, node: Node) -> str | dict[str, str]:
    if not isinstance(node, Mapping):
        return _checked(key, yamlsafe.text(node), node)
    forms = {form.text: _checked(key, yamlsafe.text(value), value) for form, value in node.pairs}
    if "other" not in forms or not set(forms) <= set(FORMS):
        raise ConfigError(
            f"{key.text}: forms of a count are {', '.join(FORMS)}, and other is needed", Location(line=node.line)
        )
    return forms


def _checked(key: Scalar, said: str, node: Node) -> str:
    """A part in braces that the phrase does not have could never be filled in."""
    known = set(_PART.findall(key.text))
    unknown = [part for part in _PART.findall(said) if part not in known]
    if unknown or re.search(r"[{}]", _PART.sub("", said)):
        have = ", ".join(f"{{{part}}}" for part in sorted(known)) or "none"
        raise ConfigError(f"'{said}': the parts in braces are here: {have}", Location(line=node.line))
    return said
