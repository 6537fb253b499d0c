"""The site in one file, which opens from a disk when unpacked. Effects.

The same bytes each time: files in the order of the manifest, in one folder, with one time and the same permissions
whatever the machine's. What is packed already is stored. (How a text is packed is up to zlib: another version of that
library may make other bytes of it.) A file is read and packed in pieces, so that none has to fit into memory; of each
only its entry in the zip's own list is kept.
"""

import filecmp
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator import files
from generator.deploy.built import built
from generator.deploy.kinds import packed
from generator.deploy.model import File
from generator.errors import Location, UsageError
from generator.progress import Progress
from generator.publish.traces import MANIFEST
from generator.text import slug

_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say
_LEVEL = 6
_UNIX = 3
_MODE = 0o100644


def name_of(title: str) -> str:
    """What the site's folder is called in its zip, and the zip by default."""
    return slug(title) or "archive"


def check(root: Path, output: Path, target: Path) -> None:
    """Raises UsageError where a zip would become part of the site, or of its sources."""
    there = target.resolve()
    if any(there.is_relative_to(folder.resolve()) for folder in (output, root / "content", root / "layouts")):
        raise UsageError("a zip of the site cannot be a part of it — name another place", Location(str(target)))
    if there.is_dir():
        raise UsageError("is a folder — name a file", Location(str(target)))


def write(output: Path, target: Path, folder: str, progress: Progress) -> int:
    """Put the site into a zip, whole; its size in bytes. The same bytes are not written again. Raises MachineError."""
    site = built(output, progress)
    manifest = File(MANIFEST, "", (output / MANIFEST).stat().st_size)
    with _whole(target) as temporary, zipfile.ZipFile(temporary, "w") as packing:
        for file in progress("packing", (*site, manifest), len(site) + 1):
            with open(output / file.path, "rb") as source, packing.open(_entry(folder, file), "w") as entry:
                shutil.copyfileobj(source, entry, 1 << 18)
    return target.stat().st_size


def _entry(folder: str, file: File) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{folder}/{file.path}", _TIME)
    entry.create_system = _UNIX
    entry.external_attr = _MODE << 16
    entry.compress_type = zipfile.ZIP_STORED if packed(file.path) else zipfile.ZIP_DEFLATED
    entry._compresslevel = _LEVEL  # type: ignore[attr-defined]  # has no public name before 3.13
    entry.file_size = file.size  # whether it needs ZIP64 is decided before it is read
    return entry


@contextmanager
def _whole(target: Path) -> Iterator[str]:
    """A temporary name beside it, which becomes its own at the end. A killed run leaves one for the next to take."""
    temporary = f"{target.parent}/{files.TEMPORARY}{target.name}"
    with files.machine(target):
        os.makedirs(target.parent, exist_ok=True)
        try:
            yield temporary
            if not (target.is_file() and filecmp.cmp(temporary, target, shallow=False)):
                os.replace(temporary, target)
        finally:
            with suppress(OSError):
                os.unlink(temporary)
