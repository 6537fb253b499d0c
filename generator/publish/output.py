"""The folder output/: which files there are ours, what is written, what is removed. Effects.

Ours is what a trace, the manifest, or the intent of a build that was killed says we made. A file of somebody else's is
never removed, and never overwritten: it is reported. `Output` is for the one process that keeps the memory, `Shelf` for
each that writes pages.
"""

import hashlib
import os
from collections.abc import Collection, Iterable
from pathlib import Path

from generator import files
from generator.errors import ItemError, Location, MachineError, Problem
from generator.model import Trace
from generator.publish.traces import MANIFEST, inside, read_manifest
from generator.store import Store


class Shelf:
    """Where pages are put. `foreign`: where somebody else's file stands."""

    def __init__(self, folder: str, foreign: Collection[str]) -> None:
        self._folder = folder
        self._foreign = foreign
        self._safe: set[str] = set()

    def put(self, path: str, content: bytes, inputs: tuple[str, ...]) -> tuple[Trace, bool]:
        """Write a file, whole, and say whether other bytes or none stood there. Raises ItemError where somebody
        else's stands in its place."""
        target = f"{self._folder}/{path}"
        self._guard(path.rpartition("/")[0])
        if path in self._foreign and os.path.exists(target) and files.read(target) != content:
            said = "was not made by Backfile and stands where a page should — move it away"
            raise ItemError(said, Location(target))
        written = files.write(target, content)
        size, mtime = self.stat(path) or (0, 0)
        return Trace(inputs, hashlib.sha256(content).hexdigest(), size, mtime), written

    def stat(self, path: str) -> tuple[int, int] | None:
        """Size and mtime in ns of the file there; None = there is none."""
        try:
            found = os.lstat(f"{self._folder}/{path}")
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns

    def _guard(self, folder: str) -> None:
        """Refuse to write through a link that somebody put into the output. Each folder is looked at once."""
        while folder and folder not in self._safe:
            if os.path.islink(f"{self._folder}/{folder}"):
                raise MachineError(
                    "a link stands where a folder should — remove it", Location(f"{self._folder}/{folder}")
                )
            self._safe.add(folder)
            folder = folder.rpartition("/")[0]


class Output:
    """One build's writing: `begin` with the paths of all pages, `keep` the traces of what was made, then `finish`."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.removed: list[str] = []
        self.problems: list[Problem] = []
        self._store = store
        self._intended = frozenset(filter(inside, store.intents()))
        self._listed: dict[str, str] = {}
        self._known: frozenset[str] = frozenset()
        self._planned: frozenset[str] = frozenset()

    def begin(self, paths: Iterable[str]) -> frozenset[str]:
        """Remember what this build may write, before it writes anything. Where a file of somebody else's stands."""
        self._planned = frozenset(paths)
        self._known = frozenset(filter(inside, self._store.paths()))
        self._listed = _listed(self.folder / MANIFEST)
        new = self._planned - self._known
        self._store.intend(sorted(new))
        foreign = new - self._intended - self._listed.keys()
        return frozenset([path for path in foreign if os.path.lexists(f"{self.folder}/{path}")])

    def keep(self, traces: Iterable[tuple[str, Trace]]) -> None:
        """Remember what was made."""
        self._store.keep(traces)

    def finish(self) -> None:
        """Remove what is ours and no longer planned, write the manifest, and remember."""
        for path in sorted((self._known | self._listed.keys() | self._intended) - self._planned - {MANIFEST}):
            self._remove(path)
        self._store.forget(self._known - self._planned)
        listing = "".join([f"{output}  {path}\n" for path, output in self._store.outputs()])
        files.write(self.folder / MANIFEST, listing.encode())
        self._store.fulfil()
        files.settle(self.folder)
        self._store.commit()

    def pause(self) -> None:
        """The build ends here, unfinished: what was made of it serves the next one."""
        files.settle(self.folder)
        self._store.commit()

    def _remove(self, path: str) -> None:
        """Remove a file of ours, unless somebody has changed it since."""
        target = self.folder / path
        if target.is_symlink() or not target.is_file():
            return
        trace = self._store.traces([path]).get(path)
        known = trace.output if trace else self._listed.get(path, "")
        if path not in self._intended and hashlib.sha256(files.read(target)).hexdigest() != known:
            said = "is no longer a page of this archive, but somebody changed it, so it was left — remove it by hand"
            self.problems.append(Problem(said, Location(str(target)), fatal=False))
            return
        files.remove(target, self.folder)
        self.removed.append(path)


def _listed(path: Path) -> dict[str, str]:
    if path.is_symlink() or not path.is_file():
        return {}
    return read_manifest(files.read(path).decode(errors="replace").splitlines())
