"""The folder output/: which files there are ours, what is written, what is removed. Effects.

Ours is what a trace, the manifest, or the intent of a build that was killed says we made. A file of somebody else's is
never removed, and never overwritten: it is reported.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from generator import files
from generator.errors import Location, MachineError
from generator.model import Problem, Trace
from generator.publish.traces import MANIFEST, holds, inside, manifest, read_manifest
from generator.store import Store

Inputs = tuple[tuple[str, str], ...]


class Output:
    """One build's writing: `begin` with all paths, then `keep` or `put` each, then `finish`."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.written = 0
        self.removed = 0
        self.problems: list[Problem] = []
        self._store = store
        self._old = {path: trace for path, trace in store.traces().items() if inside(path)}
        self._new: dict[str, Trace] = {}
        self._changed: dict[str, Trace] = {}
        self._intended = frozenset(filter(inside, store.intents()))
        self._listed = _listed(folder / MANIFEST)
        self._planned: frozenset[str] = frozenset()
        self._safe: set[str] = set()

    def begin(self, paths: Iterable[str]) -> None:
        """Remember what this build may write, before it writes anything."""
        files.sweep(self.folder)
        self._planned = frozenset(paths)
        self._store.intend(path for path in sorted(self._planned) if path not in self._old)

    def keep(self, path: str, inputs: Inputs) -> bool:
        """Whether the file that stands there is what these inputs make; then it is kept."""
        trace = self._old.get(path)
        if trace is None or not holds(trace, inputs, self._stat(path)):
            return False
        self._new[path] = trace
        return True

    def put(self, path: str, content: bytes, inputs: Inputs) -> None:
        """Write a file, unless it is there already or somebody else's stands in its place."""
        target = f"{self.folder}/{path}"
        self._guard(path.rpartition("/")[0])
        if not self._ours(path) and os.path.exists(target) and files.read(target) != content:
            said = "was not made by Backfile and stands where a page should — move it away"
            self.problems.append(Problem(said, Location(target)))
            return
        self.written += files.write(target, content)
        size, mtime = self._stat(path) or (0, 0)
        self._new[path] = self._changed[path] = Trace(inputs, hashlib.sha256(content).hexdigest(), size, mtime)

    def leave(self, path: str) -> None:
        """What should stand there could not be made: what stands there stays, and is made again next time."""
        if path in self._old:
            self._new[path] = self._old[path]

    def finish(self) -> None:
        """Remove what is ours and no longer planned, write the manifest, and remember."""
        gone = sorted((self._old.keys() | self._listed.keys() | self._intended) - self._planned - {MANIFEST})
        for path in gone:
            self._remove(path)
        files.write(self.folder / MANIFEST, manifest(self._new).encode())
        self._store.save(self._changed, [path for path in self._old if path not in self._new])

    def _ours(self, path: str) -> bool:
        return path in self._old or path in self._listed or path in self._intended

    def _remove(self, path: str) -> None:
        """Remove a file of ours, unless somebody has changed it since."""
        target = self.folder / path
        if target.is_symlink() or not target.is_file():
            return
        known = self._old[path].output if path in self._old else self._listed.get(path, "")
        if path not in self._intended and hashlib.sha256(files.read(target)).hexdigest() != known:
            said = "is no longer a page of this archive, but somebody changed it, so it was left — remove it by hand"
            self.problems.append(Problem(said, Location(str(target)), fatal=False))
            return
        files.remove(target, self.folder)
        self.removed += 1

    def _stat(self, path: str) -> tuple[int, int] | None:
        try:
            found = os.lstat(f"{self.folder}/{path}")
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns

    def _guard(self, folder: str) -> None:
        """Refuse to write through a link that somebody put into the output. Each folder is looked at once."""
        while folder and folder not in self._safe:
            if os.path.islink(f"{self.folder}/{folder}"):
                raise MachineError(
                    "a link stands where a folder should — remove it", Location(f"{self.folder}/{folder}")
                )
            self._safe.add(folder)
            folder = folder.rpartition("/")[0]


def _listed(path: Path) -> dict[str, str]:
    if path.is_symlink() or not path.is_file():
        return {}
    return read_manifest(files.read(path).decode(errors="replace").splitlines())
