"""What the command line says of an ingest."""

from dataclasses import dataclass
from pathlib import Path

from generator.model import Date


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says.

    given   raw files or folders; outside the archive they are copied into content/raw, with `leave` read where they lie
    date    a date for the items of this run: those that were given, or else those that are new
    format  the suffix of the reader to use, whatever a file is called
    back    an article that a person deleted comes back where its raw file is given
    again   read known items again, and renew the fields that no person has edited (only those of `only`, if any)
    """

    given: tuple[Path, ...] = ()
    leave: bool = False
    date: Date | None = None
    format: str = ""
    again: bool = False
    only: tuple[str, ...] = ()
    dry_run: bool = False
    back: bool = True
