"""What each raw file's lines come to, remembered from run to run: .backfile/lines. Effects.

It is a cache: a file that is missing, cut short, from another version or garbage is no file, and all is read again.
"""

import hashlib
import struct
import sys
from array import array
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from generator import files
from generator.errors import MachineError
from generator.fingerprint import digest
from generator.ingest.learned import Sketch

_SEAL = hashlib.sha256().digest_size
_ROW = struct.Struct("<32sH")  # hash of a raw file, number of its items
_ITEM = struct.Struct("<QI")  # story, number of lines


class Memory:
    """Hash of a raw file's bytes → a sketch of each of its items. Changes are kept until `save`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows = _load(path)
        self._saved = frozenset(self._rows)

    def get(self, sha256: str) -> tuple[Sketch, ...] | None:
        return self._rows.get(sha256)

    def put(self, sha256: str, sketches: tuple[Sketch, ...]) -> None:
        self._rows[sha256] = sketches

    def save(self, wanted: Collection[str]) -> None:
        """Keep what is wanted, and write it if that is not what the file holds. Raises MachineError."""
        self._rows = {sha256: row for sha256, row in self._rows.items() if sha256 in wanted}
        if self._rows.keys() != self._saved:
            content = b"".join(_rows(self._rows))
            files.write(self._path, hashlib.sha256(_program() + content).digest() + content)


def _rows(rows: dict[str, tuple[Sketch, ...]]) -> Iterator[bytes]:
    for sha256, sketches in sorted(rows.items()):
        yield _ROW.pack(bytes.fromhex(sha256), len(sketches))
        for sketch in sketches:
            yield _ITEM.pack(sketch.story, len(sketch.lines))
            yield sketch.lines.tobytes()


def _load(path: Path) -> dict[str, tuple[Sketch, ...]]:
    try:
        content = files.read(path)
    except MachineError:
        return {}
    seal, content = content[:_SEAL], content[_SEAL:]
    return _parsed(content) if seal == hashlib.sha256(_program() + content).digest() else {}


def _parsed(content: bytes) -> dict[str, tuple[Sketch, ...]]:
    rows = {}
    at = 0
    while at < len(content):
        sha256, count = _ROW.unpack_from(content, at)
        at += _ROW.size
        sketches = []
        for _ in range(count):
            story, lines = _ITEM.unpack_from(content, at)
            at += _ITEM.size
            sketches.append(Sketch(story, array("Q", content[at : at + 8 * lines])))
            at += 8 * lines
        rows[sha256.hex()] = tuple(sketches)
    return rows


@cache
def _program() -> bytes:
    """Another version of ingest may see other lines in the same bytes, and each machine has its order of bytes."""
    return digest((files.program("ingest"), sys.byteorder)).encode()
