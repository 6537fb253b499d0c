"""What a run is about to undo, in .backfile/journal, until the ledger is saved: so that the next one can finish what a
killed one began, and takes nothing that ingest wrote for a person's work. Effects.
"""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from generator import files
from generator.errors import MachineError


class Journal:
    """Articles to be removed, since they were written anew under another name; and articles to be written over.

    A file is named before anything of it is undone. Files with other bytes than those named are not ours to remove.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = root
        self._keep = folder
        self._path = root / ".backfile" / "journal"
        found = _read(self._path)
        self._going = {path: sha256 for path, sha256 in found if path}
        self._written = frozenset(sha256 for path, sha256 in found if not path)

    @property
    def recovers(self) -> bool:
        """Whether a killed run left something: what the ledger says of slugs and files may be out of date."""
        return bool(self._written)

    def paths(self) -> tuple[str, ...]:
        """The files that a killed run was about to remove, until something is added."""
        return tuple(self._going)

    def recover(self, needless: Callable[[str], bool]) -> None:
        """Finish what a killed run left undone: remove those files that are needed no more."""
        self._going = {path: sha256 for path, sha256 in self._going.items() if needless(path)}
        self._remove()

    def remove(self, path: str) -> None:
        """This file is about to be written anew elsewhere, and goes when all is safe."""
        self._going[path] = _digest(self._root / path)
        self._add(path, self._going[path])

    def write(self, path: str, content: bytes) -> None:
        """This is about to be written over what stands there, which need not go any more."""
        self._going.pop(path, None)
        self._add("", hashlib.sha256(content).hexdigest())

    def wrote(self, path: str) -> bool:
        """Whether a killed run wrote what stands there."""
        return bool(self._written) and _digest(self._root / path) in self._written

    def close(self) -> None:
        """The ledger is saved."""
        self._remove()
        with files.machine(self._path):
            self._path.unlink(missing_ok=True)

    def _remove(self) -> None:
        for path, sha256 in self._going.items():
            if sha256 and _digest(self._root / path) == sha256:
                files.remove(self._root / path, self._keep)
        self._going = {}

    def _add(self, path: str, sha256: str) -> None:
        with files.machine(self._path):
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("a", encoding="utf-8") as journal:
                journal.write(json.dumps([path, sha256]) + "\n")


def _digest(path: Path) -> str:
    """ "" where there is no such file."""
    try:
        return hashlib.sha256(files.read(path)).hexdigest()
    except MachineError:
        return ""


def _read(path: Path) -> list[tuple[str, str]]:
    """What the last run named; a line that was cut short is the last, and nothing was undone for it. Raises
    MachineError: to go on without it would take what ingest wrote for a person's work."""
    found = []
    content = files.read(path) if os.path.lexists(path) else b""
    for line in content.decode(errors="replace").splitlines():
        try:
            name, sha256 = json.loads(line)
        except (ValueError, TypeError, RecursionError):
            break
        found.append((str(name), str(sha256)))
    return found
