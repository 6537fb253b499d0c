"""Whether anything at all has changed since the last build; if not, its report still holds. Effects.

Nothing is read for it but names, sizes, times and numbers of files: one digest of all that goes into the site, one of
all that came out. Times that were set back show in the time of the change itself (ctime). What was changed within a
tick of the clock before a build may have changed once more within that tick: such a build is not remembered, and the
next one looks at everything again.
"""

import hashlib
import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator import files
from generator.errors import Location
from generator.fingerprint import digest
from generator.model import Problem
from generator.publish.report import Report

TICK = 100_000_000  # ns: longer than that of any file system that tells parts of a second,
COARSE = 2_100_000_000  # and than that of those that do not (FAT counts two)
_SECOND = 1_000_000_000


class Last:
    """What the last build was made of, what it left and what it said, in a small file of its own."""

    def __init__(self, path: Path, sources: Iterable[Path], output: Path, settled: object) -> None:
        """`sources`: files and folders that go into the site; `settled`: what else decides it, as `digest` takes it."""
        self._path = path
        self._output = output
        rows, newest = _listing(sources)
        self._made_of = digest((rows, settled)) if _settled(newest) else ""

    def report(self) -> Report | None:
        """What the last build said, if nothing has changed since."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            made_of, left, said = json.loads(self._path.read_bytes())
            if self._made_of and (made_of, left) == (self._made_of, self._left()):
                return _report(said)
        return None

    def forget(self) -> None:
        """A build begins to write: until it has ended well, nothing is known."""
        with files.machine(self._path):
            self._path.unlink(missing_ok=True)

    def remember(self, report: Report) -> None:
        if self._made_of:
            files.write(self._path, json.dumps([self._made_of, self._left(), asdict(report)]).encode())

    def _left(self) -> str:
        return _listing([self._output])[0]


def _settled(newest: int) -> bool:
    """Nothing can have changed once more within the same tick."""
    return newest < time.time_ns() - (TICK if newest % _SECOND else COARSE)


def _listing(paths: Iterable[Path]) -> tuple[str, int]:
    """A digest of the names and numbers of all files there, and when one of them was changed last, in ns."""
    hasher, newest = hashlib.blake2b(digest_size=16), 0
    for folder, entries in files.stats(paths):
        rows = [f"{name} {_numbers(of)}" if of else f"{name}/" for name, of in entries]
        hasher.update("\0".join([folder, *rows, ""]).encode(errors="surrogateescape"))
        newest = max([newest, *[of.st_ctime_ns for _, of in entries if of]])
    return hasher.hexdigest(), newest


def _numbers(of: os.stat_result) -> str:
    return f"{of.st_mode} {of.st_size} {of.st_mtime_ns} {of.st_ctime_ns} {of.st_ino}"


def _report(said: dict[str, Any]) -> Report:
    """Raises TypeError or KeyError for what is none."""
    problems = [Problem(one["message"], Location(**one["location"]), one["fatal"]) for one in said["problems"]]
    unknown = [(name, count) for name, count in said["unknown_fields"]]
    read = {"problems": tuple(problems), "unknown_fields": tuple(unknown), "unused": tuple(said["unused"])}
    return Report(**{**said, **read})
