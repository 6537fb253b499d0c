"""What has changed since the last build, told by names, sizes, times and numbers of files. Effects.

Nothing is read for it: one digest a folder of what goes into the site, and of what came out. Where all of them are what
they were, the last report still holds. Times that were set back show in the time of the change itself (ctime). What was
changed within a tick of the clock before a build may have changed once more within that tick: such files have no
numbers that could be known again, and the next build looks at them once more.
"""

import json
import marshal
import math
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator import files
from generator.errors import Location, Problem
from generator.files import Numbers
from generator.report import Report

TICK = 100_000_000  # ns: longer than that of any file system that tells parts of a second,
COARSE = 2_100_000_000  # and than that of those that do not (FAT counts two)
_SECOND = 1_000_000_000

Entries = list[tuple[str, Numbers | None]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What stands in some folders. `folders`: a digest of each; "" = it may change once more unseen, or has problems.
    `changed`: the entries of those that are not as they were known, packed."""

    folders: Mapping[str, str]
    changed: Mapping[str, bytes] = field(default_factory=dict)

    def entries(self, folder: str) -> Entries | None:
        """What stands in a folder that is not as it was known."""
        packed = self.changed.get(folder)
        return None if packed is None else marshal.loads(packed)

    def differ(self, known: Mapping[str, str]) -> set[str]:
        """The folders that are not as they were known, those that are gone, and those that are in doubt."""
        if self.folders == known and "" not in known.values():  # nearly always, and told in a twentieth of the time
            return set()
        return {name for name, of in known.items() if self.folders.get(name) != of} | {
            name for name, of in self.folders.items() if not of or known.get(name) != of
        }


def survey(paths: Iterable[Path], known: Mapping[str, str], *, doubt: bool) -> Survey:
    """`doubt`: what was changed just now is not to be trusted; what this program wrote itself is."""
    folders: dict[str, str] = {}
    changed: dict[str, bytes] = {}
    now = time.time_ns()
    for folder, entries in files.numbers(paths):
        packed = _packed(entries)
        found = _digest(packed)
        if known.get(folder) == found:  # it was sure then, and is as old
            folders[folder] = found
            continue
        if doubt and not all(of is None or settled(of, now) for _, of in entries):
            found = ""
        folders[folder] = found
        changed[folder] = packed
    return Survey(folders, changed)


def looked(before: Survey, folders: Iterable[str]) -> Survey:
    """The same, where these folders have been looked at once more; what stands below them has not."""
    now = {name: next(files.numbers([Path(name)]))[1] for name in folders if os.path.isdir(name)}
    gone = {name for name in folders if name not in now}
    kept = {name: of for name, of in before.folders.items() if name not in gone}
    return Survey(kept | dict.fromkeys(now, ""), {name: _packed(entries) for name, entries in now.items()})


Left = Callable[[list[str]], Mapping[str, tuple[int, int]]]


def again(output: Path, before: Survey, touched: Iterable[str], left: Left) -> dict[str, str]:
    """What stands in the output now, where since `before` only these files were touched. `left`: the size and mtime of
    files as we left them; a folder in which somebody changed one since then is not known."""
    known = dict(before.folders)
    parents = {name.rpartition("/")[0] for name in touched}
    parents |= {name[:at] for name in parents for at, letter in enumerate(name) if letter == "/"} | {""}
    for parent in parents:
        folder = os.path.join(output, parent).rstrip("/")
        known.pop(folder, None)
        if os.path.isdir(folder):
            entries = next(files.numbers([Path(folder)]))[1]
            known[folder] = checksum(entries) if _as_left(parent, entries, left) else ""
    return known


def _as_left(folder: str, entries: Entries, left: Left) -> bool:
    there = {os.path.join(folder, name): (of[1], of[2]) for name, of in entries if of}
    return all(there[path] == ours for path, ours in left(list(there)).items())


def checksum(said: Any) -> str:
    return _digest(_packed(said))


def _packed(said: Any) -> bytes:
    """Version 2 of marshal's format: the later ones tell apart whether two equal strings are one."""
    return marshal.dumps(said, 2)


def _digest(packed: bytes) -> str:
    return blake2b(packed, digest_size=16).hexdigest()


def settled(of: Numbers, now: int) -> bool:
    """Nothing can have changed once more within the same tick."""
    changed = of[3]
    return changed < now - (TICK if changed % _SECOND else COARSE)


LIBRARIES = ("PIL", "babel", "ftfy", "jinja2", "markdown", "markupsafe", "nh3", "rapidfuzz", "yaml")


@cache
def program() -> str:
    """This program and what it makes pages and articles with, by the numbers of their files, of libraries of the
    first: another version of any may say something else. To read them costs twenty times as much."""
    package = files.numbers([Path(__file__).parent])
    ours = [
        (folder, [one for one in entries if one[0] != "__pycache__"])  # which comes as modules are imported
        for folder, entries in package
        if not folder.endswith("__pycache__")
    ]
    theirs = [files.stamp(Path(spec.origin)) for spec in map(find_spec, LIBRARIES) if spec and spec.origin]
    return checksum((sys.version, ours, theirs))


@dataclass(frozen=True, slots=True)
class Last:
    """What the last build was made of, what it left and what it said.

    settled  a digest of what else decides a site: options, this program
    store    the numbers of the memory's own file, as it was closed
    spell    from when until when the clock says the same, in seconds since 1970
    """

    settled: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)
    output: Mapping[str, str] = field(default_factory=dict)
    store: tuple[int, ...] = ()
    report: Report | None = None
    spell: tuple[float, float] = (-math.inf, math.inf)


def recall(path: Path) -> Last:
    """What is remembered there; nothing where that is no memory of ours."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        settled, sources, output, store, report, (since, until) = unsealed(path)
        return Last(settled, sources, output, tuple(store), _report(report), (since, until))
    return Last()


def remember(path: Path, last: Last) -> None:
    report = asdict(last.report) if last.report else {}
    seal(path, [last.settled, dict(last.sources), dict(last.output), last.store, report, last.spell])


def forget(path: Path) -> None:
    """A build begins to write: until it has ended well, nothing is known."""
    with files.machine(path):
        path.unlink(missing_ok=True)


def seal(path: Path, said: object) -> None:
    """Write it as JSON, so that what was cut short or spoilt can be told."""
    written = json.dumps(said).encode()
    files.write(path, checksum(written).encode() + b"\n" + written)


def unsealed(path: Path) -> Any:
    """What was sealed there; None where that is nothing of ours."""
    with suppress(OSError, ValueError):
        sealed, _, written = path.read_bytes().partition(b"\n")
        if sealed == checksum(written).encode():
            return json.loads(written)
    return None


def problems(said: Iterable[dict[str, Any]]) -> tuple[Problem, ...]:
    """Raises TypeError or KeyError for what are none."""
    return tuple(Problem(one["message"], Location(**one["location"]), one["fatal"]) for one in said)


def _report(said: dict[str, Any]) -> Report:
    """Raises TypeError or KeyError for what is none."""
    unknown = [(name, count) for name, count in said["unknown_fields"]]
    read = {"problems": problems(said["problems"]), "unknown_fields": tuple(unknown), "unused": tuple(said["unused"])}
    read["scheduled"] = tuple([(path, date) for path, date in said["scheduled"]])
    read |= {"stages": (), "slowest": (), "would": ()}
    return Report(**{**said, **read})
