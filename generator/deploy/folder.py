"""A folder of this machine as a destination. Effects.

Nothing is written or removed through a link that somebody put below it. The folder itself may be one.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from generator import files
from generator.deploy.model import UNFINISHED, File, Standing
from generator.deploy.plan import above
from generator.errors import Location, MachineError


class Folder:
    def __init__(self, address: str, output: Path) -> None:
        self._folder = os.path.realpath(address)
        self._output = output
        self._safe: set[str] = set()
        self._cut_off = False

    def read(self, path: str) -> bytes | None:
        there = self._there(path)
        if there is None:
            return None
        if not stat.S_ISREG(there.st_mode):
            raise MachineError("is no file, and a deploy keeps its own there — move it away", self._location(path))
        self._cut_off |= path == UNFINISHED
        return files.read(self._name(path))

    def look(self, site: Sequence[File], /) -> Mapping[str, Standing]:
        return {file.path: self._standing(file) for file in site}

    def _standing(self, file: File) -> Standing:
        if any(self._blocked(folder) for folder in above(file.path)):
            return Standing.BLOCKED
        there = self._there(file.path)
        if there is None:
            return Standing.ABSENT
        if not stat.S_ISREG(there.st_mode):
            return Standing.BLOCKED
        if there.st_size != file.size:
            return Standing.OTHER
        with files.machine(self._name(file.path)), open(self._name(file.path), "rb", buffering=0) as opened:
            same = hashlib.file_digest(opened, "sha256").hexdigest() == file.sha256
        return Standing.SAME if same else Standing.OTHER

    def _blocked(self, folder: str) -> bool:
        there = self._there(folder)
        return there is not None and not stat.S_ISDIR(there.st_mode)

    def send(self, site: Sequence[File], /) -> Iterator[str]:
        for file in site:
            self._copy(file)
            yield file.path

    def _copy(self, file: File) -> None:
        content = files.read(self._output / file.path)
        if hashlib.sha256(content).hexdigest() != file.sha256:
            raise MachineError("was altered while it was deployed", Location(str(self._output / file.path)))
        self._refuse_links(file.path)
        files.replace(self._name(file.path), content)

    def put(self, path: str, content: bytes) -> None:
        with files.machine(self._folder):
            os.makedirs(self._folder, exist_ok=True)
            if self._cut_off:
                files.sweep(Path(self._folder))
        self._cut_off = False
        files.settle(Path(self._folder))
        files.replace(self._name(path), content)

    def delete(self, paths: Sequence[str], folders: Sequence[str]) -> Iterator[str]:
        for path in paths:
            self._remove(path)
            yield path
        for folder in folders:
            with suppress(OSError):  # somebody else's files stand there
                os.rmdir(self._name(folder))

    def _remove(self, path: str) -> None:
        self._refuse_links(path)
        there = self._there(path)
        if there is not None and not stat.S_ISDIR(there.st_mode):
            with files.machine(self._name(path)):
                os.unlink(self._name(path))

    def _refuse_links(self, path: str) -> None:
        """Raise MachineError where a link stands in place of a folder above an address. Each is looked at once."""
        for folder in above(path):
            if folder not in self._safe:
                there = self._there(folder)
                if there is not None and stat.S_ISLNK(there.st_mode):
                    raise MachineError("a link stands where a folder should — remove it", self._location(folder))
                self._safe.add(folder)

    def _there(self, path: str) -> os.stat_result | None:
        with files.machine(self._name(path)):
            try:
                return os.lstat(self._name(path))
            except (FileNotFoundError, NotADirectoryError):
                return None

    def _name(self, path: str) -> str:
        return f"{self._folder}/{path}"

    def _location(self, path: str) -> Location:
        return Location(self._name(path))
