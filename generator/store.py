"""The build's memory, .backfile/state.db: traces of the pages that stand in output/. One writer; deletable. Effects.

Beside them it keeps the html of bodies that were dear to make, and what others put there under a name. It is a cache.
Whatever is odd about it (missing, cut short, another version, garbage) makes it empty, and everything is built again;
which files in output/ are ours stands in output/ itself, in its manifest. Each row carries a digest of what it says:
one that does not match is a row that is not there.

One process writes, in one transaction that ends with the build; others read what stood there before it (SQLite's
write-ahead log), each by a `Reader` of its own.
"""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from generator.errors import Location, MachineError
from generator.files import machine
from generator.model import Trace

SCHEMA = f"7 {sys.implementation.cache_tag}"  # rows are kept by marshal, which differs between versions of Python

_TABLES = (
    "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE IF NOT EXISTS traces (path TEXT PRIMARY KEY, inputs TEXT, output TEXT, size INT, mtime_ns INT,"
    " seal BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS intents (path TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS bodies (path TEXT PRIMARY KEY, source TEXT, html TEXT, seal BLOB)",
    "CREATE TABLE IF NOT EXISTS rows (name TEXT PRIMARY KEY, value BLOB, seal BLOB)",
)
PAGE = 1 << 14  # bytes that are read at once: rows are large, and each read is a call of the system
_MANY = 400  # paths in one question: SQLite's own limit is 999 in old versions


class Reader:
    """Looks up what the last build left. Raises MachineError."""

    def __init__(self, path: Path, *, readonly: bool = True) -> None:
        self._path = path
        # Where nobody writes, a reader leaves no files of its own.
        alone = readonly and not path.with_name(f"{path.name}-wal").exists()
        mode = "ro&immutable=1" if alone else "ro" if readonly else "rwc"
        with _machine(path):
            self._db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
            self._db.isolation_level = None  # transactions begin where it says BEGIN

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def traces(self, paths: Sequence[str]) -> dict[str, Trace]:
        """The traces of these pages, of those that have one."""
        found = {}
        with _machine(self._path):
            for at in range(0, len(paths), _MANY):
                asked = paths[at : at + _MANY]
                marks = ",".join("?" * len(asked))
                sql = f"SELECT path, inputs, output, size, mtime_ns, seal FROM traces WHERE path IN ({marks})"
                for *row, seal in self._db.execute(sql, asked):
                    if _seal(*row) == seal:
                        path, inputs, output, size, mtime_ns = row
                        found[path] = Trace(tuple(inputs.split(" ")), output, size, mtime_ns)
        return found

    def paths(self, below: str = "") -> list[str]:
        """The pages that have a trace, in the order of their addresses; those whose address begins so."""
        with _machine(self._path):
            rows = self._db.execute(
                "SELECT path FROM traces WHERE path >= ? AND path < ?", (below, f"{below}\U0010ffff")
            )
            return [path for (path,) in rows]

    def outputs(self) -> Iterator[tuple[str, str]]:
        """(path, SHA-256 of its file) of every page, in the order of paths."""
        with _machine(self._path):
            yield from self._db.execute("SELECT path, output FROM traces ORDER BY path")

    def sizes(self) -> list[tuple[str, int]]:
        """(path, bytes) of every page."""
        with _machine(self._path):
            return self._db.execute("SELECT path, size FROM traces").fetchall()

    def weight(self) -> tuple[int, int, str, int]:
        """How many pages there are, their bytes, and the largest of them with its own."""
        with _machine(self._path):
            # SQLite gives the path of the row that has the most.
            sql = "SELECT count(*), total(size), path, max(size) FROM traces"
            files, size, path, largest = self._db.execute(sql).fetchone()
        return files, int(size), path or "", largest or 0

    def left(self, paths: Sequence[str]) -> dict[str, tuple[int, int]]:
        """Size and mtime in ns of these pages as they were left, of those that have a trace."""
        found: dict[str, tuple[int, int]] = {}
        with _machine(self._path):
            for at in range(0, len(paths), _MANY):
                asked = paths[at : at + _MANY]
                sql = f"SELECT path, size, mtime_ns FROM traces WHERE path IN ({','.join('?' * len(asked))})"
                found |= {path: (size, mtime) for path, size, mtime in self._db.execute(sql, asked)}
        return found

    def intents(self) -> frozenset[str]:
        """Paths that a build which did not finish may have written."""
        with _machine(self._path):
            return frozenset(path for (path,) in self._db.execute("SELECT path FROM intents"))

    def bodied(self, paths: Sequence[str]) -> frozenset[str]:
        """Those of these pages whose body's html is kept."""
        found: set[str] = set()
        with _machine(self._path):
            for at in range(0, len(paths), _MANY):
                asked = paths[at : at + _MANY]
                sql = f"SELECT path FROM bodies WHERE path IN ({','.join('?' * len(asked))})"
                found |= {path for (path,) in self._db.execute(sql, asked)}
        return frozenset(found)

    def body(self, path: str, source: str) -> str | None:
        """The html that was kept of a page's body, if it was made of this source."""
        with _machine(self._path):
            sql = "SELECT html, seal FROM bodies WHERE path = ? AND source = ?"
            found = self._db.execute(sql, (path, source)).fetchone()
        return found[0] if found and _seal(path, source, found[0]) == found[1] else None

    def row(self, name: str) -> bytes | None:
        """What was kept under this name."""
        with _machine(self._path):
            found = self._db.execute("SELECT value, seal FROM rows WHERE name = ?", (name,)).fetchone()
        return found[0] if found and _seal(name, found[0]) == found[1] else None

    def rows(self, below: str) -> list[str]:
        """The names under which anything is kept that begin so."""
        with _machine(self._path):
            sql = "SELECT name FROM rows WHERE name >= ? AND name < ?"
            return [name for (name,) in self._db.execute(sql, (below, f"{below}\U0010ffff"))]


class Store(Reader):
    """Open one with `Store.at`; close it, or use it in a `with`. What is not committed is lost."""

    @classmethod
    def at(cls, path: Path, *, sound: bool = False) -> "Store":
        """The store in this file, emptied if it cannot be trusted: `sound` says that nobody touched it since it was
        closed, so that it need not be read through. Raises MachineError."""
        with machine(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(sqlite3.Error, MachineError, ValueError, TypeError):
            store = cls(path, readonly=False)
            if store._prepared() and (sound or store._whole()):
                return store
            store.close()
        with machine(path):
            for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
                path.with_name(name).unlink(missing_ok=True)
        store = cls(path, readonly=False)
        with _machine(path):
            store._prepared()
        return store

    def _prepared(self) -> bool:
        """Make the tables where there are none, and begin. Whether they are of this version."""
        self._db.execute(f"PRAGMA page_size = {PAGE}")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("BEGIN IMMEDIATE")
        for table in _TABLES:
            self._db.execute(table)
        self._db.execute("INSERT OR IGNORE INTO about VALUES ('schema', ?)", (SCHEMA,))
        self.commit()
        (schema,) = self._db.execute("SELECT value FROM about WHERE name = 'schema'").fetchone()
        return bool(schema == SCHEMA)

    def _whole(self) -> bool:
        """Whether SQLite finds nothing wrong with it, and each row is as it was written."""
        if self._db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return False
        self.intents()
        sealed = (
            "SELECT path, inputs, output, size, mtime_ns, seal FROM traces",
            "SELECT path, source, html, seal FROM bodies",
            "SELECT name, value, seal FROM rows",
        )
        return all(_seal(*row) == seal for sql in sealed for *row, seal in self._db.execute(sql))

    def intend(self, paths: Iterable[str]) -> None:
        """Remember, before the first byte, what is about to be written: those files are ours even if we are killed."""
        with _machine(self._path):
            self._db.executemany("INSERT OR IGNORE INTO intents VALUES (?)", ((path,) for path in paths))
            self.commit()

    def keep(self, traces: Iterable[tuple[str, Trace]]) -> None:
        """Keep the traces of pages that were made."""
        with _machine(self._path):
            rows = ((path, " ".join(t.inputs), t.output, t.size, t.mtime_ns) for path, t in traces)
            sql = "INSERT OR REPLACE INTO traces VALUES (?, ?, ?, ?, ?, ?)"
            self._db.executemany(sql, ((*row, _seal(*row)) for row in rows))

    def keep_bodies(self, bodies: Iterable[tuple[str, str, str | None]]) -> None:
        """Keep the html of pages' bodies, (path, what it was made of, html); None = forget what is there."""
        with _machine(self._path):
            for path, source, html in bodies:
                self._db.execute("DELETE FROM bodies WHERE path = ?", (path,))
                if html is not None:
                    seal = _seal(path, source, html)
                    self._db.execute("INSERT INTO bodies VALUES (?, ?, ?, ?)", (path, source, html, seal))

    def forget(self, paths: Sequence[str]) -> None:
        """Forget the traces of pages that are gone, and their bodies."""
        with _machine(self._path):
            for table in ("traces", "bodies"):
                self._db.executemany(f"DELETE FROM {table} WHERE path = ?", ((path,) for path in paths))

    def keep_row(self, name: str, value: bytes | None) -> None:
        """Keep these bytes under this name; None = forget what is there."""
        with _machine(self._path):
            self._db.execute("DELETE FROM rows WHERE name = ?", (name,))
            if value is not None:
                self._db.execute("INSERT INTO rows VALUES (?, ?, ?)", (name, value, _seal(name, value)))

    def forget_rows(self) -> None:
        with _machine(self._path):
            self._db.execute("DELETE FROM rows")

    def fulfil(self) -> None:
        """All that was intended is done."""
        with _machine(self._path):
            self._db.execute("DELETE FROM intents")

    def commit(self) -> None:
        """What was kept stays, whatever comes; then begin again."""
        with _machine(self._path):
            self._db.execute("COMMIT")
            self._db.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """End, without what was not committed. The log is written into the file, which stands alone after it."""
        with suppress(sqlite3.Error):
            self._db.rollback()
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        super().close()


def _seal(*row: Any) -> bytes:
    """A digest of a row: one wrong bit in it would go into the manifest, or keep a page that is old."""
    parts = [value if type(value) is bytes else str(value).encode(errors="surrogatepass") for value in row]
    lengths = ":".join(map(str, map(len, parts)))
    hasher = sha256(f"{lengths}:".encode())  # of all the digests that there are the processor knows this one
    for part in parts:
        hasher.update(part)
    return hasher.digest()[:8]


@contextmanager
def _machine(path: Path) -> Iterator[None]:
    """A database that cannot be used: the disk, nearly always."""
    try:
        with machine(path):
            yield
    except sqlite3.Error as error:
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF  # above it: the call that failed
        hint = _NO_ROOM if kind in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR} else f"{error} — delete this file"
        raise MachineError(hint, Location(str(path))) from error


_NO_ROOM = "the disk is full or faulty, or a limit on the size of files (ulimit -f) is reached — make room, or raise it"
