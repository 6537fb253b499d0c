"""Readers: from the bytes of one raw file to raw items, chosen by the file's suffix.

A new raw format is one module here, one row in READERS, and golden cases under tests/golden/<format>/.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from generator.errors import Location, RawError
from generator.ingest.readers import plain
from generator.model import Hint, RawItem


class Reader(Protocol):
    """Reads one raw file: an item for each article in it, in its order. Raises RawError where it holds none."""

    def __call__(self, origin: Location, body: bytes, hints: tuple[Hint, ...] = ()) -> Iterator[RawItem]: ...


# Suffixes in lower case. Scrapers often write names without one: those are read as text, and refused if they are none.
READERS: Mapping[str, Reader] = MappingProxyType({".txt": plain.read, ".text": plain.read, "": plain.read})

_SUFFIX = re.compile(r"\.(?=[0-9]*[a-z])[a-z0-9]{1,5}\Z", re.ASCII | re.IGNORECASE)


def suffix(name: str) -> str:
    """The part of a file's name that tells its kind: ".txt", in lower case, or "".

    `2020.11.18` and `U.S. embassy in Baghdad` have none: a kind has one to five letters or digits, and a letter.
    """
    match = _SUFFIX.search(name)
    return match[0].lower() if match and match.start() else ""


def reader(suffix: str) -> Reader:
    """The reader for files of this suffix (".txt"). Raises RawError where there is none."""
    found = READERS.get(suffix.lower())
    if found is None:
        known = ", ".join(name for name in READERS if name)
        said = f"files of the kind {suffix} cannot be read yet — save the article as plain text ({known})"
        raise RawError(f"{said}; if it is that already, name it: backfile ingest --format txt FILE")
    return found
