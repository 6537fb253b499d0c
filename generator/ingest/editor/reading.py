"""A raw item on its way to a draft: the lines that are left, and what was understood so far. Pure.

A field is filled once, by who comes first; what a line said is remembered with its rule, its number and its words.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from itertools import compress
from operator import attrgetter, is_not
from typing import Any, NamedTuple

from generator.ingest.editor.furniture import Kept
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.vocabulary import Vocabulary
from generator.ingest.learned import Learned
from generator.model import CutLine, Doubt, Evidence, Hint, Meta, Source
from generator.text import excerpt

# `dataclasses.replace` and a getattr a field took a seventh of all extraction: here, all fields at once.
_NAMES = tuple(field.name for field in fields(Meta))
_VALUES: Callable[[Meta], tuple[Any, ...]] = attrgetter(*_NAMES)
_AT = {name: i for i, name in enumerate(_NAMES)}
_NOTHING = _VALUES(Meta())
_EMPTY = dict(zip(_NAMES, _NOTHING, strict=True))
_NO_SOURCE = Meta().source  # of every Meta that is made without one
_SOURCE_FIELDS = tuple(f.name for f in fields(Source))
_NOWHERE = Line(0, "")


class Reading(NamedTuple):
    """A text on its way to a draft: the lines (later: paragraphs) that are left, and what was understood so far."""

    lines: tuple[Line, ...]
    vocabulary: Vocabulary
    learned: Learned = Learned()
    hints: tuple[Hint, ...] = ()
    meta: Meta = Meta()
    evidence: tuple[Evidence, ...] = ()
    cut: tuple[CutLine, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    spoken: str = ""  # the language of the text where it is the site's, and goes without saying


def claim(reading: Reading, said: Meta, rule: str, line: Line = _NOWHERE, *, inferred: bool = False) -> Reading:
    """Fill the fields that `said` fills and nothing has filled yet, and note why: the rule, the line and its words."""
    new = _news(reading.meta, said)
    if not new:
        return reading
    quote = excerpt(line.text)
    why = tuple([Evidence(name, rule, line.number, quote) for name in new])
    marks = tuple((name, rule) for name in new) if inferred else ()
    return reading._replace(meta=_filled(reading.meta, said, new, marks), evidence=reading.evidence + why)


def take(reading: Reading, said: Meta, rule: str, line: Line) -> Reading:
    """The same for words that leave the text: where they say nothing new, they are on record as cut."""
    claimed = claim(reading, said, rule, line)
    if claimed is not reading:
        return claimed
    return reading._replace(cut=(*reading.cut, CutLine(line.text, rule, line.number)))


def _news(meta: Meta, said: Meta) -> list[str]:
    """The fields that `said` would fill, those of the source one by one ("source.url")."""
    told = compress(_NAMES, map(is_not, _VALUES(said), _NOTHING))  # and of these few, those that are not only equal
    found = [name for name in told if getattr(said, name) != _EMPTY[name] == getattr(meta, name) and name != "source"]
    if said.source is not _NO_SOURCE:
        inner = ((name, getattr(said.source, name), getattr(meta.source, name)) for name in _SOURCE_FIELDS)
        found += [f"source.{name}" for name, new, old in inner if new and not old]
    return found


def _filled(meta: Meta, said: Meta, names: Iterable[str], marks: tuple[tuple[str, str], ...]) -> Meta:
    values = list(_VALUES(meta))
    inner = {}
    for name in names:
        if name.startswith("source."):
            inner[name.removeprefix("source.")] = getattr(said.source, name.removeprefix("source."))
        else:
            values[_AT[name]] = getattr(said, name)
    values[_AT["source"]] = replace(meta.source, **inner) if inner else meta.source
    values[_AT["inferred"]] = meta.inferred + marks
    return Meta(*values)


def kept(reading: Reading, result: Kept) -> Reading:
    return reading._replace(lines=result.lines, cut=reading.cut + result.cut)
