"""DEST as it was written → where that is. Pure.

Whatever is written there ends up as an argument of another program or of a library, so that what could be taken for an
option of theirs, or for more than one place, is refused.
"""

import re
from dataclasses import dataclass
from enum import Enum

from generator.errors import UsageError


class Kind(Enum):
    FOLDER = "folder"
    RSYNC = "rsync"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class Target:
    """address: as rsync or fsspec takes it, or the path of a folder. scheme: of a store, such as s3."""

    kind: Kind
    address: str
    scheme: str = ""


_HOST = r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?(?:[A-Za-z0-9_][A-Za-z0-9_.-]*|\[[0-9A-Fa-f:.%a-z]+\])"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_REMOTE = re.compile(rf"({_HOST}):(.*)", re.DOTALL)
_DAEMON = re.compile(rf"{_HOST}(?::\d+)?/.+", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"[A-Za-z]:")
_HERE = {"file", "local"}


def parse(written: str) -> Target:
    """Where DEST is. Raises UsageError."""
    if not written or written.startswith("-"):
        raise UsageError(f"DEST: {written!r} is no destination — a folder of this name is ./{written or 'site'}")
    if _CONTROL.search(written):
        raise UsageError(f"DEST: {written!r} holds a character that no address has")
    if found := _SCHEME.fullmatch(written):
        return _of_scheme(written, found[1].lower(), found[2])
    before, colon, _ = written.partition(":")
    if not colon or "/" in before or "\\" in before or _DRIVE.fullmatch(written[:2]):
        return Target(Kind.FOLDER, written)
    return _remote(written)


def _of_scheme(written: str, scheme: str, rest: str) -> Target:
    if scheme in _HERE:
        raise UsageError(f"DEST: write a folder without {scheme}://")
    if scheme == "rsync":
        if not _DAEMON.fullmatch(rest):
            raise UsageError(f"DEST: {written!r} — write rsync://host/module/folder, or user@host:/folder for ssh")
        return _by_rsync(written, rest.partition("/")[2])
    if not rest.strip("/"):
        raise UsageError(f"DEST: {written!r} names no place — write {scheme}://bucket or {scheme}://bucket/folder")
    if "::" in written:  # fsspec would take it for one store inside another
        raise UsageError(f"DEST: {written!r} — '::' has a meaning of its own there; name another place")
    return Target(Kind.STORE, written.rstrip("/"), scheme)


def _remote(written: str) -> Target:
    found = _REMOTE.fullmatch(written)
    if not found or not found[2] or found[2].startswith(":"):
        said = f"DEST: {written!r} — write user@host:/folder (ssh), or ./{written} for a folder here"
        raise UsageError(said)
    return _by_rsync(written, found[2])


def _by_rsync(written: str, path: str) -> Target:
    if found := set(path) & set("*?["):  # what is read there, rsync takes for a pattern
        raise UsageError(f"DEST: {written!r} holds {min(found)!r}, which rsync reads as part of a pattern")
    return Target(Kind.RSYNC, written)
