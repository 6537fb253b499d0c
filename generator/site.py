"""What an archive's site.yaml says. Effects: reads."""

from pathlib import Path

from generator import config, files
from generator.errors import Location, located
from generator.model import SiteConfig
from generator.rooms import NAME, find

__all__ = ["NAME", "find", "load"]


def load(root: Path) -> SiteConfig:
    """site.yaml, checked. Raises ConfigError with the line."""
    with located(Location(NAME)):
        return config.parse(files.text(root / NAME))
