"""Where an archive lies and what its site.yaml says. Effects: reads."""

from pathlib import Path

from generator import config, files
from generator.errors import ConfigError, Location, located
from generator.model import SiteConfig

NAME = "site.yaml"


def find(start: Path) -> Path:
    """The root of the archive: the nearest folder upward with a site.yaml. Raises ConfigError."""
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / NAME).is_file():
            return folder
    said = f"no {NAME} here or in any folder above — `backfile init DIR` makes an archive"
    raise ConfigError(said, Location(str(start)))


def load(root: Path) -> SiteConfig:
    """site.yaml, checked. Raises ConfigError with the line."""
    with located(Location(NAME)):
        return config.parse(files.text(root / NAME))
