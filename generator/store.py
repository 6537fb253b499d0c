"""The build's memory, .backfile/state.db: traces of the pages that stand in output/. One writer; deletable. Effects.

It is a cache. Whatever is odd about it (missing, cut short, another version, garbage) makes it empty, and everything
is built again; which files in output/ are ours stands in output/ itself, in its manifest.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from generator.errors import Location, MachineError
from generator.files import machine
from generator.fingerprint import digest
from generator.model import Trace

SCHEMA = "2"


class Store:
    """Open one with `Store.at`; close it, or use it in a `with`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path
        self._traces: dict[str, Trace] | None = None  # as they were read last

    @classmethod
    def at(cls, path: Path) -> "Store":
        """The store in this file, emptied if it cannot be trusted. Raises MachineError."""
        with machine(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(sqlite3.Error, ValueError, TypeError, KeyError):
            store = cls(_connect(path), path)
            if store._sound():
                return store
            store.close()
        with _machine(path):
            for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
                path.with_name(name).unlink(missing_ok=True)
        with _machine(path):
            return cls(_connect(path), path)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def _sound(self) -> bool:
        version = self._db.execute("SELECT value FROM about WHERE name = 'schema'").fetchone()
        if version != (SCHEMA,) or self._db.execute("PRAGMA quick_check").fetchone() != ("ok",):
            return False
        self.traces()
        return True

    def traces(self) -> dict[str, Trace]:
        """path → trace of every page that the last build left in output/."""
        if self._traces is None:
            rows = self._db.execute("SELECT path, inputs, output, size, mtime_ns, seal FROM traces")
            self._traces = {row[0]: _trace(row, seal) for *row, seal in rows}
        return self._traces

    def intents(self) -> frozenset[str]:
        """Paths that a build which did not finish may have written."""
        return frozenset(path for (path,) in self._db.execute("SELECT path FROM intents"))

    def intend(self, paths: Iterable[str]) -> None:
        """Remember, before the first byte, what is about to be written: those files are ours even if we are killed."""
        with _machine(self._path), self._db:
            self._db.executemany("INSERT OR IGNORE INTO intents VALUES (?)", ((path,) for path in paths))

    def save(self, changed: Mapping[str, Trace], removed: Iterable[str]) -> None:
        """Keep the traces of a finished build; its intents are done."""
        self._traces = None
        with _machine(self._path), self._db:
            self._db.executemany("DELETE FROM traces WHERE path = ?", ((path,) for path in removed))
            self._db.executemany(
                "INSERT OR REPLACE INTO traces VALUES (?, ?, ?, ?, ?, ?)",
                ((*row, digest(row)) for row in (_row(path, trace) for path, trace in changed.items())),
            )
            self._db.execute("DELETE FROM intents")


Row = tuple[str, str, str, int, int]


def _row(path: str, trace: Trace) -> Row:
    return path, json.dumps(trace.inputs), trace.output, trace.size, trace.mtime_ns


def _trace(row: Sequence[Any], seal: str) -> Trace:
    """Raises ValueError for a row that is not as it was written: one wrong bit would go into the manifest."""
    if digest(tuple(row)) != seal:
        raise ValueError(seal)
    _, inputs, output, size, mtime_ns = row
    return Trace(tuple((name, value) for name, value in json.loads(inputs)), output, size, mtime_ns)


@contextmanager
def _machine(path: Path) -> Iterator[None]:
    """A database that cannot be written: the disk, nearly always."""
    try:
        with machine(path):
            yield
    except sqlite3.Error as error:
        raise MachineError(f"{error} — make room, or delete this file", Location(str(path))) from error


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    with db:
        db.execute("CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT)")
        db.execute(
            "CREATE TABLE IF NOT EXISTS traces"
            " (path TEXT PRIMARY KEY, inputs TEXT, output TEXT, size INT, mtime_ns INT, seal TEXT)"
        )
        db.execute("CREATE TABLE IF NOT EXISTS intents (path TEXT PRIMARY KEY)")
        db.execute("INSERT OR IGNORE INTO about VALUES ('schema', ?)", (SCHEMA,))
    return db
