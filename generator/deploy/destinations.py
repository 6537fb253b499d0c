"""The kinds of destinations, one row each. Effects: whatever theirs are."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.deploy.address import Kind, Target
from generator.deploy.folder import Folder
from generator.deploy.model import Destination
from generator.deploy.rsync import Rsync
from generator.deploy.store import Store

DESTINATIONS: Mapping[Kind, Callable[[Target, Path], Destination]] = {
    Kind.FOLDER: lambda target, output: Folder(target.address, output),
    Kind.RSYNC: lambda target, output: Rsync(target.address, output),
    Kind.STORE: lambda target, output: Store(target.address, target.scheme, output),
}


def reach(target: Target, output: Path) -> Destination:
    """The destination, to be sent what lies in `output`. Raises UsageError where a library or program is missing."""
    return DESTINATIONS[target.kind](target, output)
