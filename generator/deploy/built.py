"""The site as it was built: the files that its manifest names, each as the manifest says. Effects: reads.

Only those go out: what else lies in output/ is not ours. They are read once more, all of them, as whatever is sent from
here is called by what the manifest says of it: at a deploy's end DEST holds a manifest that is true.
"""

import hashlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from generator import files
from generator.deploy.model import File
from generator.deploy.plan import listed
from generator.errors import Location, MachineError
from generator.progress import Progress
from generator.publish.traces import MANIFEST

_SHOWN = 5


def built(output: Path, progress: Progress) -> tuple[File, ...]:
    """All files of the site but the manifest, in its order. Raises MachineError where there is none, or where a file
    is missing or was altered."""
    manifest = output / MANIFEST
    if not manifest.is_file() or manifest.is_symlink():
        raise MachineError(f"holds no {MANIFEST} — run `backfile build` first", Location(str(output)))
    said = listed(files.read(manifest))
    found = [_file(output, path) for path in progress("reading the site", said, len(said))]
    wrong = [file.path for file in found if file.sha256 != said[file.path]]
    if wrong:
        raise MachineError(_unsound(wrong), Location(str(output)))
    return tuple(found)


def _unsound(wrong: Sequence[str]) -> str:
    names = ", ".join(wrong[:_SHOWN]) + (f" and {len(wrong) - _SHOWN:,} more" if len(wrong) > _SHOWN else "")
    return f"is not as its manifest says — run `backfile build` first; altered or missing: {names}"


def _file(output: Path, path: str) -> File:
    """The file as it is; without a digest where there is none."""
    name = f"{output}/{path}"
    try:
        there = os.lstat(name)
    except OSError:
        return File(path, "", 0)
    if not stat.S_ISREG(there.st_mode):
        return File(path, "", 0)
    with files.machine(name), open(name, "rb", buffering=0) as opened:
        return File(path, hashlib.file_digest(opened, "sha256").hexdigest(), there.st_size)
