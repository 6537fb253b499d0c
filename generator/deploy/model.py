"""What is deployed, and what is to be done for it: frozen types, and what is asked of any destination. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

# Beside the manifest at DEST while a deploy is under way: what it may have put there or deleted, in the same form.
UNFINISHED = "manifest-sha256.unfinished.txt"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its address, the SHA-256 of its bytes, how many they are."""

    path: str
    sha256: str
    size: int


class Standing(Enum):
    """What stands at an address of DEST. OTHER too where DEST cannot say whether it is the same; BLOCKED: no file,
    but a folder or a link, or a file where one of the folders above it should be."""

    ABSENT = "absent"
    SAME = "same"
    OTHER = "other"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Held:
    """What DEST says it holds, address → SHA-256: what was deployed, and what a deploy that was cut off may have put
    there or deleted since. Either is ours."""

    deployed: Mapping[str, str]
    unfinished: Mapping[str, str]

    def ours(self, path: str) -> bool:
        return path in self.deployed or path in self.unfinished


@dataclass(frozen=True, slots=True)
class Plan:
    """What a deploy is to do, in this order.

    clear    deleted before anything is sent: where these stand, something of `stages` needs a folder or a file
    stages   each is whole before the next begins
    deletes  what is ours and no longer part of the site
    folders  those in which nothing of ours is left then, the deeper first
    foreign  addresses at which somebody else's file stands: left as they are
    same     how many files need nothing
    """

    clear: tuple[str, ...]
    stages: tuple[tuple[File, ...], ...]
    deletes: tuple[str, ...]
    folders: tuple[str, ...]
    foreign: tuple[str, ...]
    same: int

    @property
    def sends(self) -> tuple[File, ...]:
        return tuple(file for stage in self.stages for file in stage)

    @property
    def gone(self) -> tuple[str, ...]:
        return self.clear + self.deletes


class Destination(Protocol):
    """Where a site is deployed to. Every address is a path below it; each raises MachineError."""

    def read(self, path: str) -> bytes | None:
        """A file there, None where there is none."""
        ...

    def look(self, files: Sequence[File], /) -> Mapping[str, Standing]:
        """What stands at the addresses of these files."""
        ...

    def send(self, files: Sequence[File], /) -> Iterator[str]:
        """Send these files of the site, in any order, each whole; its address as soon as it stands there."""
        ...

    def put(self, path: str, content: bytes) -> None:
        """Put a file there, whole, when all that was sent before it is safe."""
        ...

    def delete(self, paths: Sequence[str], folders: Sequence[str]) -> Iterator[str]:
        """Delete these, each told when it is gone, and one that is not there as well; then those of the folders that
        are empty."""
        ...
