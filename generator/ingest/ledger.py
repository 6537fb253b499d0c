"""What each raw item became, and why: content/ledger, 256 small JSON files by hash of the raw path. Types are pure;
`Ledger` reads and writes (effects).

The ledger is committed with the archive, so it is written for people and for `diff`: sorted, indented, one fact a line.
For each field it keeps a digest of what ingest wrote; a field that no longer has that digest was edited by a person.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from generator import files
from generator.errors import ConfigError, Location
from generator.model import CutLine, Evidence

Outcome = Literal["article", "duplicate", "rejected"]


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one raw item.

    raw       path of the raw file from the archive's root, with `#n` for the n-th item of a container
    sha256    of the raw bytes; `hints` digests what stood beside them (sidecar, options, path)
    article   id of the article it became, or of the one it duplicates; "" = rejected
    path      the Markdown file that was written; a person may have moved it since
    title, body   digests of the folded headline and body, by which duplicates are known
    wrote     field (or "body") → digest of what ingest wrote there; fields left empty are not named
    reason    why it was rejected
    """

    raw: str
    sha256: str
    outcome: Outcome
    hints: str = ""
    article: str = ""
    path: str = ""
    slug: str = ""
    title: str = ""
    body: str = ""
    reason: str = ""
    wrote: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    cut: tuple[CutLine, ...] = ()


class Ledger:
    """All records, by raw path. Changes are kept until `save`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._records: dict[str, Record] = {}
        self._dirty: set[str] = set()
        for path in files.walk(folder):
            if path.suffix == ".json":
                self._records.update({record.raw: record for record in _read(path)})

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def get(self, raw: str) -> Record | None:
        return self._records.get(raw)

    def put(self, record: Record) -> None:
        if self._records.get(record.raw) != record:
            self._records[record.raw] = record
            self._dirty.add(_shard(record.raw))

    def rename(self, old: str, new: str) -> Record:
        """A raw file has another name now."""
        record = replace(self._records.pop(old), raw=new)
        self._records[new] = record
        self._dirty |= {_shard(old), _shard(new)}
        return record

    def save(self) -> None:
        """Write the files that changed, whole. Raises MachineError."""
        if not self._dirty:
            return
        files.sweep(self._folder)
        shards: dict[str, list[Record]] = {name: [] for name in sorted(self._dirty)}
        for raw in sorted(self._records):
            if (name := _shard(raw)) in shards:
                shards[name].append(self._records[raw])
        for name, records in shards.items():
            path = self._folder / f"{name}.json"
            if records:
                files.write(path, _text(records).encode())
            else:
                path.unlink(missing_ok=True)
        self._dirty.clear()


def _shard(raw: str) -> str:
    return hashlib.sha256(raw.encode(errors="surrogateescape")).hexdigest()[:2]


def _text(records: list[Record]) -> str:
    """JSON with empty members left out, and one line for each piece of evidence and each line cut."""
    return json.dumps([_plain(record) for record in records], ensure_ascii=False, indent=1) + "\n"


def _plain(record: Record) -> dict[str, Any]:
    found = _filled(record)
    for name, plain in (("wrote", dict), ("evidence", _each), ("cut", _each)):
        if name in found:
            found[name] = plain(found[name])
    return found


def _each(items: tuple[Evidence | CutLine, ...]) -> list[dict[str, Any]]:
    return [_filled(item) for item in items]


def _filled(item: Record | Evidence | CutLine) -> dict[str, Any]:
    """The fields that are not empty. (`dataclasses.asdict` copies deeply and took a sixth of all ingest.)"""
    return {field.name: value for field in fields(item) if (value := getattr(item, field.name))}


def _read(path: Path) -> list[Record]:
    """The records of one file. Raises ConfigError: to go on without it would take old articles for new ones."""
    try:
        return [_record(item) for item in json.loads(files.read(path))]
    except json.JSONDecodeError as error:
        raise ConfigError(_BROKEN, Location(str(path), error.lineno, error.colno)) from error
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise ConfigError(_BROKEN, Location(str(path))) from error


_BROKEN = (
    "is no ledger file any more — restore it from your backup or version control, or delete it: then its raw items are"
    " read again, and articles that are there already are left as they are"
)


def _record(item: dict[str, Any]) -> Record:
    item = dict(item)
    return Record(
        wrote=tuple(item.pop("wrote", {}).items()),
        evidence=tuple(Evidence(**one) for one in item.pop("evidence", ())),
        cut=tuple(CutLine(**one) for one in item.pop("cut", ())),
        **item,
    )
