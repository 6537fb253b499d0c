"""What each raw item became, and why: content/ledger, 256 small JSON files by hash of the raw path. Effects.

The ledger is committed with the archive, so it is written for people and for `diff`: sorted, indented, one fact a line.
For each field it keeps a digest of what ingest wrote; a field that no longer has that digest was edited by a person.
"""

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, get_args

from generator import files
from generator.errors import ConfigError, Location
from generator.ingest.record import Outcome, Record
from generator.model import CutLine, Doubt, Evidence


class Ledger:
    """All records, by raw path, by file, by article and by text. Changes are kept until `save`.

    `pending`: a file for what is about to be written. A run that is killed among 256 files would leave half of a truth.
    `about`: only the files are read in which a text begins so, such as an id or the name of a raw file.
    """

    def __init__(self, folder: Path, pending: Path | None = None, about: Collection[str] = ()) -> None:
        self._folder = folder
        self._pending = pending
        left = _left(pending) if pending else {}
        self._records: dict[str, Record] = {}
        self._dirty: set[str] = set(left)
        self._index: dict[tuple[str, ...], set[str]] = {}
        for path in files.walk(folder):
            if path.suffix == ".json" and path.stem not in left and (not about or _tells(path, about)):
                for record in _read(path):
                    self._enter(record)
        for text in left.values():
            for item in json.loads(text or "[]"):
                self._enter(_record(item))
        self._fresh = not self._records

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def get(self, raw: str) -> Record | None:
        return self._records.get(raw)

    def of(self, file: str) -> list[Record]:
        """The records of a raw file, those of a container in its order."""
        return sorted(self._found("file", file), key=lambda record: record.item)

    def twin(self, title: str, body: str) -> Record | None:
        """The item whose article has this headline and this body."""
        return min(self._found("text", title, body), key=lambda record: record.raw, default=None)

    def owner(self, article: str) -> Record | None:
        """The item that became this article."""
        return min(self._found("article", article), key=lambda record: record.raw, default=None)

    def duplicates(self, article: str) -> list[Record]:
        return sorted(self._found("duplicate", article), key=lambda record: record.raw)

    def wanting(self, slug: str) -> list[Record]:
        """The items whose articles have this slug, or have it with a mark since another one has it."""
        return list(self._found("slug", slug))

    def at(self, path: str) -> list[Record]:
        """The items whose article is this file. A look at all of them."""
        return [record for record in self if record.path == path and record.outcome == "article"]

    def put(self, record: Record) -> None:
        if self._records.get(record.raw) != record:
            self.drop(record.raw)
            self._enter(record)
            self._dirty.add(_shard(record.raw))

    def drop(self, raw: str) -> None:
        if record := self._records.pop(raw, None):
            for key in _keys(record):
                self._index[key].discard(raw)
            self._dirty.add(_shard(raw))

    def rename(self, moves: Mapping[str, str]) -> None:
        """Raw files have other names now, all at once: {old: new}.

        What stood under a new name and went nowhere is kept under a name of its own: its article is there still.
        """
        moved = [(record, moves[record.file]) for record in self if record.file in moves]
        for record, _ in moved:
            self.drop(record.raw)
        for record, new in moved:
            raw = f"{new}#{record.item}" if record.item else new
            gone = self.get(raw)
            if gone and gone.outcome != "rejected":
                self.put(replace(gone, raw=f"{raw}~{gone.sha256[:8]}", item=0))
            self.put(replace(record, raw=raw))

    def _enter(self, record: Record) -> None:
        self._records[record.raw] = record
        for key in _keys(record):
            self._index.setdefault(key, set()).add(record.raw)

    def _found(self, *key: str) -> Iterator[Record]:
        return (self._records[raw] for raw in self._index.get(key, ()))

    def save(self) -> None:
        """Write the files that changed, whole. Raises MachineError."""
        if not self._dirty:
            return
        shards: dict[str, list[Record]] = {name: [] for name in sorted(self._dirty)}
        for raw in sorted(self._records):
            if (name := _shard(raw)) in shards:
                shards[name].append(self._records[raw])
        texts = {name: _text(records) if records else "" for name, records in shards.items()}
        if self._pending and not self._fresh:
            content = json.dumps(texts).encode()
            files.write(self._pending, _seal(content) + content)
        for name, text in texts.items():
            path = self._folder / f"{name}.json"
            if text:
                files.write(path, text.encode())
            else:
                path.unlink(missing_ok=True)
        if self._pending:
            self._pending.unlink(missing_ok=True)
        self._dirty.clear()


def _seal(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def _left(pending: Path) -> dict[str, str]:
    """Name → text of the files that a killed run was about to write; what is not whole was never begun."""
    if not os.path.isfile(pending):
        return {}
    content = files.read(pending)
    seal, content = content[:64], content[64:]
    return dict(json.loads(content)) if seal == _seal(content) else {}


def _keys(record: Record) -> Iterator[tuple[str, ...]]:
    """What a record is looked up by."""
    yield "file", record.file
    if record.outcome == "article":
        yield "article", record.article
        yield "text", record.title, record.body
        yield "slug", record.plain
    elif record.outcome == "duplicate":
        yield "duplicate", record.article


def _shard(raw: str) -> str:
    return hashlib.sha256(raw.encode(errors="surrogateescape")).hexdigest()[:2]


def _text(records: list[Record]) -> str:
    """JSON with empty members left out, one fact a line: a piece of evidence, a cut line, a field's digest.

    Laid out by hand: with an indent, the library's encoder is the slow one, and took a tenth of all ingest.
    """
    return "[\n" + ",\n".join(map(_entry, records)) + "\n]\n"


def _entry(record: Record) -> str:
    members = [
        f"  {name}{_quoted(value) if isinstance(value, str) else _member(value)}"
        for name, value in zip(_LABELS[Record], _VALUES[Record](record), strict=True)
        if value
    ]
    return " {\n" + ",\n".join(members) + "\n }"


def _member(value: Any) -> str:
    if not isinstance(value, tuple):
        return _scalar(value)
    if isinstance(value[0], tuple):  # field → digest
        rows, ends = [f"{_quoted(name)}: {_quoted(digest)}" for name, digest in value], "{}"
    else:
        rows, ends = list(map(_row, value)), "[]"
    return ends[0] + "\n   " + ",\n   ".join(rows) + "\n  " + ends[1]


def _row(part: Evidence | CutLine | Doubt) -> str:
    kind = type(part)
    told = [
        f"{name}{_quoted(value) if isinstance(value, str) else value}"
        for name, value in zip(_LABELS[kind], _VALUES[kind](part), strict=True)
        if value
    ]
    return "{" + ", ".join(told) + "}"


def _scalar(value: str | int) -> str:
    return _quoted(value) if isinstance(value, str) else str(value)


_quoted = json.encoder.encode_basestring


_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (Record, Evidence, CutLine, Doubt)}


_VALUES = {kind: attrgetter(*names) for kind, names in _NAMES.items()}


_LABELS = {kind: tuple(f'"{name}": ' for name in names) for kind, names in _NAMES.items()}


def _tells(path: Path, about: Collection[str]) -> bool:
    """A look at the bytes, thirty times as fast as a reading."""
    content = files.read(path)
    return any(_scalar(text)[:-1].encode(errors="surrogateescape") in content for text in about)


def _read(path: Path) -> list[Record]:
    """The records of one file. Raises ConfigError: to go on without it would take old articles for new ones."""
    try:
        return [_record(item) for item in json.loads(files.read(path))]
    except json.JSONDecodeError as error:
        raise ConfigError(_BROKEN, Location(str(path), error.lineno, error.colno)) from error
    except (TypeError, KeyError, ValueError, AttributeError, RecursionError) as error:
        raise ConfigError(_BROKEN, Location(str(path))) from error


_BROKEN = (
    "is no ledger file any more — restore it from your backup or version control, or delete it: then its raw items are"
    " read again, and articles that are there already are left as they are"
)


def _record(item: dict[str, Any]) -> Record:
    item = dict(item)
    record = Record(
        wrote=tuple(item.pop("wrote", {}).items()),
        evidence=tuple(Evidence(**one) for one in item.pop("evidence", ())),
        cut=tuple(CutLine(**one) for one in item.pop("cut", ())),
        doubts=tuple(Doubt(**one) for one in item.pop("doubts", ())),
        **item,
    )
    parts: tuple[Record | Evidence | CutLine | Doubt, ...] = (record, *record.evidence, *record.cut, *record.doubts)
    for part in parts:
        _check(part)
    if record.outcome not in get_args(Outcome) or not all(isinstance(digest, str) for _, digest in record.wrote):
        raise TypeError(record.raw)
    return record


def _check(part: Record | Evidence | CutLine | Doubt) -> None:
    """Every field is of the kind that it is declared as. Raises TypeError."""
    for field in fields(part):
        value = getattr(part, field.name)
        if type(value) is not _KINDS.get(field.name, str):
            raise TypeError(f"{field.name}: {value!r}")


_KINDS: dict[str, type] = {"item": int, "line": int, "wrote": tuple, "evidence": tuple, "cut": tuple, "doubts": tuple}
