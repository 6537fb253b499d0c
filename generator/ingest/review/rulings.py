"""What a person rules of lines, put into the text of site.yaml: under `ingest:`, `keep:` or `cut:`. Pure.

Only the part under `ingest:` is written, its comments and its order stay, and every byte outside of it. What comes out
is read again and held against what was meant: a form of YAML that is not understood here is an error, never a guess.
"""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from generator import config, yamlsafe
from generator.errors import ConfigError, Location
from generator.model import SiteConfig

Verb = Literal["keep", "cut"]
_KEY = "ingest"


def ruled(text: str, verb: Verb, lines: Sequence[str]) -> str:
    """site.yaml with these lines (or /patterns/) kept, or cut; they are not ruled otherwise any longer.

    Raises ConfigError, with what to write by hand, where they cannot be put in.
    """
    meant = _meant(config.parse(text), verb, lines)
    rows = text.splitlines(keepends=True)
    first, last = _part(text, rows)
    newline = "\r\n" if "\r\n" in text else "\n"
    if rows and not rows[-1].endswith("\n"):
        rows[-1] += newline
    try:
        part = _amended("".join(rows[first:last]).replace("\r\n", "\n"), meant)
        written = "".join([*rows[:first], part.replace("\n", newline), *rows[last:]])
        if config.parse(written) == meant:
            return written
    except (YAMLError, ConfigError, ValueError, TypeError, AttributeError):
        pass
    asked = "; ".join(yamlsafe.quoted(line) for line in lines)
    said = f"`ingest:` is written in a way that cannot be changed from here — write under its `{verb}:` {asked}"
    raise ConfigError(said, Location(line=first + 1))


def _meant(settings: SiteConfig, verb: Verb, lines: Sequence[str]) -> SiteConfig:
    """Those that are ruled so already stay where they stand."""
    ruled, other = (settings.keep, settings.cut) if verb == "keep" else (settings.cut, settings.keep)
    now = (*ruled, *(one for one in dict.fromkeys(lines) if one not in ruled))
    left = tuple([one for one in other if one not in lines])
    return replace(settings, keep=now, cut=left) if verb == "keep" else replace(settings, keep=left, cut=now)


def _part(text: str, rows: Sequence[str]) -> tuple[int, int]:
    """The rows of `ingest:`, from and up to; where it is missing, its place is the end."""
    node = yamlsafe.load(text.removeprefix("\ufeff"))
    pairs = node.pairs if isinstance(node, yamlsafe.Mapping) else ()
    for (key, _), after in zip(pairs, [*(key.line for key, _ in pairs[1:]), len(rows) + 1], strict=True):
        if key.text == _KEY:
            last = after - 1
            while not rows[last - 1].strip() or rows[last - 1].startswith("#"):  # they belong to what follows
                last -= 1
            return key.line - 1, last
    return len(rows), len(rows)


def _amended(part: str, meant: SiteConfig) -> str:
    """The part with the lists that are meant. Raises what ruamel.yaml raises."""
    yaml: Any = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # a line is never broken
    yaml.indent(mapping=2, sequence=4, offset=2)
    told = yaml.load(part) or {_KEY: None}
    if not told[_KEY]:
        told[_KEY] = {}
    _list(told[_KEY], "keep", meant.keep)
    _list(told[_KEY], "cut", meant.cut)
    out = io.StringIO()
    yaml.dump(told, out)
    return out.getvalue()


def _list(told: Any, verb: Verb, lines: Sequence[str]) -> None:
    """One of the two, each item that stays as it was written."""
    there = told.get(verb)
    if not isinstance(there, list):
        there = [there] if there else []
    if not lines:
        told.pop(verb, None)
    elif verb not in told or told[verb] is not there:
        told[verb] = there
    for item in [one for one in there if str(one) not in lines]:
        there.remove(item)
    known = set(map(str, there))
    there += [DoubleQuotedScalarString(line) for line in lines if line not in known]
