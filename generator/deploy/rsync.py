"""Another machine by the program rsync, over ssh or to its daemon, as a destination. Effects: another program, waits.

rsync 3.1 or newer. It is never called through a shell, DEST stands behind `--`, and names go in by a file, each behind
"./", as it passes over one that begins with "#". `--secluded-args` (-s) keeps the shell at the other end away from all.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from generator import files
from generator.deploy.model import File, Standing
from generator.deploy.plan import above
from generator.deploy.several import PAUSES
from generator.errors import Location, MachineError, UsageError

Sent = tuple[str, bool]  # a path, that of a folder with a "/", and whether there was none

_NAMES = ("-8", "--from0", "--out-format=%i %n")
_FOR_EVERYBODY = "--chmod=D755,F644"  # what is new may be read by a web server; what stands there keeps what it has
_ITEM = re.compile(rb"([<>]f\S*|cd\S*) (.*)")
_ESCAPED = re.compile(rb"\\#([0-7]{3})")
_NO_FOLDER = re.compile(r"change_dir .* failed: .* \(2\)")  # ENOENT, whatever language it is told in

_WELL = frozenset([0])
_SOME_NOT_SEEN = frozenset([0, 23])  # such as what would lie below a link, which rsync does not follow
_NOT_HERE = frozenset([0, 24])  # what is to be deleted there is, of course, not here
_PASSING = frozenset([10, 12, 30, 35])  # the line broke, or nobody answered in time


class Rsync:
    def __init__(self, address: str, output: Path) -> None:
        self._address = address
        self._folder = address if address.endswith(("/", ":")) else f"{address}/"
        self._source = f"{output.absolute()}/"
        program = shutil.which("rsync")
        if program is None:
            raise UsageError("needs the program rsync, which is not installed here", Location(address))
        self._program = program

    def read(self, path: str) -> bytes | None:
        with TemporaryDirectory(prefix="backfile-") as folder:
            try:
                list(self._run(("--ignore-missing-args",), f"{self._folder}{path}", f"{folder}/"))
            except MachineError as error:
                if not _NO_FOLDER.search(error.message):
                    raise
            there = Path(folder, path)
            return files.read(there) if there.is_file() else None

    def look(self, files: Sequence[File], /) -> Mapping[str, Standing]:
        """Absent is what rsync would send if it left alone all that is there. By its digest it would send what is other
        too; as new what is no file there. A folder that is new only then is none: a link that it would replace."""
        paths = [file.path for file in files]
        absent = dict(self._with(paths, ("--dry-run", "--ignore-existing"), self._source, _SOME_NOT_SEEN))
        would = dict(self._with(paths, ("--dry-run", "--checksum"), self._source, _WELL))
        links = {path[:-1] for path in would.keys() - absent.keys() if path.endswith("/")}
        return {path: _standing(path, absent, would, links) for path in paths}

    def send(self, files: Sequence[File], /) -> Iterator[str]:
        """What stands there already with the same digest is not sent once more, and told at the end."""
        told = set()
        paths = [file.path for file in files]
        for path, _ in self._with(paths, ("--checksum", _FOR_EVERYBODY), self._source, _WELL):
            if not path.endswith("/") and path not in told:
                told.add(path)
                yield path
        yield from (path for path in paths if path not in told)

    def put(self, path: str, content: bytes) -> None:
        with TemporaryDirectory(prefix="backfile-") as folder:
            Path(folder, path).write_bytes(content)
            list(self._with([path], ("--checksum", _FOR_EVERYBODY), f"{folder}/", _WELL))

    def delete(self, paths: Sequence[str], folders: Sequence[str]) -> Iterator[str]:
        """What is named to rsync and missing in an empty folder here is deleted there: a folder if it is empty."""
        self._delete(paths)
        yield from paths
        for _, level in groupby(folders, key=lambda folder: folder.count("/")):
            self._delete(list(level))

    def _delete(self, paths: Sequence[str]) -> None:
        with TemporaryDirectory(prefix="backfile-") as empty:
            list(self._with(paths, ("--delete-missing-args", "--no-implied-dirs"), f"{empty}/", _NOT_HERE))

    def _with(self, paths: Sequence[str], options: Sequence[str], source: str, fine: Collection[int]) -> Iterator[Sent]:
        """Call rsync for these paths below `source`: what it says it sends, or makes of folders ("/")."""
        if not paths:
            return
        with TemporaryDirectory(prefix="backfile-") as folder:
            names = Path(folder, "names")
            names.write_bytes(b"".join(b"./%b\0" % os.fsencode(path) for path in paths))
            yield from self._run((*options, *_NAMES, f"--files-from={names}"), source, self._folder, fine)

    def _run(self, options: Sequence[str], source: str, target: str, fine: Collection[int] = _WELL) -> Iterator[Sent]:
        """Call rsync, once more where the line broke: what it has sent by then it does not send again."""
        for pause in (*PAUSES, None):
            said, code = yield from self._once((self._program, "-s", *options, "--", source, target))
            if code in fine:
                return
            if pause is None or code not in _PASSING:
                raise MachineError(_error(said, code), Location(self._address))
            time.sleep(pause)

    @staticmethod
    def _once(arguments: Sequence[str]) -> Generator[Sent, None, tuple[str, int]]:
        """The files that it sends; at the end what it says of errors, and its exit code."""
        with TemporaryFile() as errors:
            with subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors
            ) as running:
                try:
                    assert running.stdout is not None
                    for line in running.stdout:
                        if found := _ITEM.fullmatch(line.rstrip(b"\n")):
                            yield _path(found[2]) or "/", b"+" in found[1]
                finally:
                    running.terminate()  # it has ended, or nobody waits for it any more
            errors.seek(0)
            return errors.read().decode(errors="replace"), running.returncode


def _standing(path: str, absent: Mapping[str, bool], would: Mapping[str, bool], links: Collection[str]) -> Standing:
    if any(folder in links for folder in above(path)):
        return Standing.BLOCKED
    if path in absent:
        return Standing.ABSENT
    if path not in would:
        return Standing.SAME
    return Standing.BLOCKED if would[path] else Standing.OTHER


def _path(name: bytes) -> str:
    """A name as rsync prints it."""
    return os.fsdecode(_ESCAPED.sub(lambda found: bytes([int(found[1], 8)]), name).removeprefix(b"./"))


def _error(said: str, code: int) -> str:
    """What rsync and ssh said, in one line, and its first reason before its last."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    shown = lines[:2] + lines[2:][-1:]
    return f"rsync: {' — '.join(shown) or 'it failed'} (exit {code})"
