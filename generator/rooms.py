"""Where an archive lies, and where its default theme; and that one process at a time writes in it. Effects."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from generator import files
from generator.errors import ConfigError, Location

NAME = "site.yaml"


def find(start: Path) -> Path:
    """The root of the archive: the nearest folder upward with a site.yaml. Raises ConfigError."""
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / NAME).is_file():
            return folder
    said = f"no {NAME} here or in any folder above — `backfile init DIR` makes an archive"
    raise ConfigError(said, Location(str(start)))


def alone(root: Path, waiting: Callable[[], None]) -> AbstractContextManager[None]:
    """Nobody else writes in this archive while inside. Whoever does now is waited for, after a call of `waiting`."""
    return files.lock(root / ".backfile" / "lock", waiting)


def theme() -> Path:
    """The default theme: inside the package where it was installed from a wheel, else in the clone."""
    package = Path(__file__).resolve().parent
    inside = package / "theme"
    return inside if inside.is_dir() else package.parent / "layouts"
