"""The folder output/: which files there are ours, what is written, what is removed. Effects.

Ours is what a trace, the manifest, or the intent of a build that was killed says we made. A file of somebody else's is
never removed, and never overwritten: it is reported. `Output` is for the one process that keeps the memory, `Shelf` for
each that writes pages.
"""

import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from generator import files
from generator.errors import ItemError, Location, MachineError, Problem
from generator.model import Trace
from generator.publish.traces import MANIFEST, amended, inside, read_manifest
from generator.store import Store


class Shelf:
    """Where pages are put. `foreign`: where somebody else's file stands."""

    def __init__(self, folder: str, foreign: Collection[str]) -> None:
        self._folder = folder
        self._foreign = foreign
        self._safe: dict[str, bool] = {}

    def put(self, path: str, content: bytes, inputs: tuple[str, ...]) -> tuple[Trace, bool]:
        """Write a file, whole, and say whether other bytes or none stood there. Raises ItemError where somebody
        else's stands in its place."""
        target = f"{self._folder}/{path}"
        said = hashlib.sha256(content).hexdigest()
        if self._new(path.rpartition("/")[0]):
            there = files.replace(target, content)
            return Trace(inputs, said, there.st_size, there.st_mtime_ns), True
        if path in self._foreign and os.path.lexists(target) and not files.holds(target, content):
            raise ItemError("was not made by Backfile and stands where a page should — move it away", Location(target))
        there, written = files.put(target, content)
        return Trace(inputs, said, there.st_size, there.st_mtime_ns), written

    def stat(self, path: str) -> tuple[int, int] | None:
        """Size and mtime in ns of the file there; None = there is none."""
        try:
            found = os.lstat(f"{self._folder}/{path}")
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns

    def _new(self, folder: str) -> bool:
        """Whether there was no such folder, so that nothing stands in it but what we put there. Each is looked at
        once. Refuses to write through a link that somebody put into the output."""
        if folder and folder not in self._safe:
            above = self._new(folder.rpartition("/")[0])
            self._safe[folder] = above or self._absent(f"{self._folder}/{folder}")
        return self._safe.get(folder, False)

    def _absent(self, folder: str) -> bool:
        try:
            found = os.lstat(folder)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        if stat.S_ISLNK(found.st_mode):
            raise MachineError("a link stands where a folder should — remove it", Location(folder))
        return False


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
        self._everything = True
        self._there: dict[str, bool] = {}
        self._outputs: dict[str, str] = {}
        self.made = 0
        self.sent = 0

    def begin(self, paths: Collection[str], *, everything: bool) -> frozenset[str]:
        """Remember what this build may write, before it writes anything. Where a file of somebody else's stands.

        everything: these are all pages of the site, and whatever else is ours goes.
        """
        self._everything = everything
        self._planned = frozenset(paths)
        found = self._store.paths() if everything else self._store.traces(list(paths))
        self._known = frozenset(filter(inside, found))
        if everything:
            files.sweep(self.folder)
            self._listed = _listed(self.folder / MANIFEST)
        new = self._planned - self._known
        for path in sorted(self._in_the_way(new)):
            self._remove(path)
        new_here = new - self._intended - self._listed.keys()
        foreign = frozenset([path for path in new_here if self._stands(path)])
        self._store.intend(sorted(new - foreign))
        return foreign

    @property
    def new(self) -> frozenset[str]:
        """What this build may write that the last one did not make."""
        return self._planned - self._known

    def _stands(self, path: str) -> bool:
        """Whether anything stands there. In a folder that is not there nothing does: of those there are few."""
        folder = path.rpartition("/")[0]
        if folder not in self._there:
            self._there[folder] = os.path.isdir(self.folder / folder)
        return self._there[folder] and os.path.lexists(f"{self.folder}/{path}")

    def _in_the_way(self, new: Collection[str]) -> set[str]:
        """What is ours and no longer planned, and stands where one of these needs a folder, or in a folder where one of
        these is to stand."""
        ours = self._known | self._listed.keys() | self._intended
        old = ours - self._planned if self._everything else ours
        folders = {above for path in new for above in _above(path)} if old else set()
        return {path for path in old if path in folders or any(above in new for above in _above(path))}

    def keep(
        self,
        made: Sequence[tuple[str, Trace]],
        written: Collection[str] = (),
        bodies: Iterable[tuple[str, str, str | None]] = (),
    ) -> None:
        """Remember what was made; of it `written` are other bytes than before. `bodies`: as `Store.keep_bodies`."""
        self._store.keep(made)
        self._store.keep_bodies(bodies)
        self.made += sum(len(trace.inputs) > 1 for _, trace in made)
        self.sent += sum(trace.size for path, trace in made if path in written)
        if not self._everything:
            self._outputs |= {path: trace.output for path, trace in made}

    def finish(self, none: Collection[str] = (), blind: bool = False) -> None:
        """Remove what is ours and no longer planned, write the manifest, and remember. `none`: planned, and no page;
        `blind`: what is not planned may still be a page."""
        gone = set(none) & self._known
        if self._everything and not blind:
            gone |= (self._known | self._listed.keys() | self._intended) - self._planned - {MANIFEST}
        for path in sorted(gone):
            self._remove(path)
        self._store.forget(sorted(gone))
        self._list(gone)
        self._store.fulfil()
        files.settle(self.folder)
        self._store.commit()

    def _list(self, gone: Collection[str]) -> None:
        """Write the manifest: as it was with what changed, if it is as it was."""
        path = self.folder / MANIFEST
        before = b""
        if not self._everything and path.is_file() and not path.is_symlink():
            with files.machine(path):
                before = path.read_bytes()  # 10 MB in one piece, which `files.read` would put together
        if before and hashlib.sha256(before).digest() == self._store.row(MANIFEST):
            listing = amended(before, self._outputs, gone)
            if listing == before:
                return
            files.replace(str(path), listing)  # its 10 MB need not be read once more to be found other
        else:
            others = [f"{output}  {path}\n" for path, output in self._store.outputs() if path != MANIFEST]
            listing = "".join(others).encode()
            files.write(path, listing)
        self._store.keep_row(MANIFEST, hashlib.sha256(listing).digest())

    def gained(self, none: Collection[str], copies: Collection[str]) -> int:
        """How many files there are more than before, of those that this build planned; `copies` are not counted."""
        came, gone = self._planned.difference(self._known, none), self._known.intersection(none)
        return len(came.difference(copies)) - len(gone.difference(copies))

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


def _above(path: str) -> Iterator[str]:
    """The folders above an address."""
    return (path[:at] for at, letter in enumerate(path) if letter == "/")


def _listed(path: Path) -> dict[str, str]:
    if path.is_symlink() or not path.is_file():
        return {}
    return read_manifest(files.read(path).decode(errors="replace").splitlines())
