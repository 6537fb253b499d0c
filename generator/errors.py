"""What can go wrong, and where. Every message says what is wrong and what to write instead.

BackfileError
├── UsageError            the command was called wrongly                      exit 2
├── ConfigError           site.yaml, or a layout                              exit 2
├── MachineError          the disk, a permission, another build               exit 1
└── ItemError             one raw item or one article; the others go on       exit 1
    ├── YamlError         YAML that is broken or refused
    ├── FrontMatterError  a field that says something it cannot mean
    ├── DateError         a date that is none
    ├── RawError          a raw item that cannot be read
    └── ProseError        Markdown that is refused
        └── OverBudgetError   Markdown that took too long, or broke its worker
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the archive: a path as the user knows it, then line and column, both from 1; record from 0."""

    path: str = ""
    line: int = 0
    column: int = 0
    record: int = 0

    def __str__(self) -> str:
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something for a person: an article that is broken, two that collide, a contradiction. `fatal` makes exit 1."""

    message: str
    location: Location = Location()
    fatal: bool = True


class BackfileError(Exception):
    """An error that a person can mend. `message` says what to write; `location` is added on the way up."""

    def __init__(self, message: str, location: Location = Location()) -> None:
        super().__init__(message, location)  # both, or the error dies in a process pool
        self.message = message
        self.location = location

    def __str__(self) -> str:
        where = str(self.location)
        return f"{where}: {self.message}" if where else self.message


class UsageError(BackfileError):
    """The command was called wrongly."""


class ConfigError(BackfileError):
    """site.yaml or a layout is wrong: nothing can be built until it is mended."""


class MachineError(BackfileError):
    """The disk, a permission or another build stands in the way."""


class ItemError(BackfileError):
    """One raw item or article is wrong; the others go on."""


class YamlError(ItemError):
    """YAML that is broken, or that is refused because it is dangerous."""


class FrontMatterError(ItemError):
    """A front-matter field that says something it cannot mean."""


class DateError(ItemError):
    """A date that is none."""


class RawError(ItemError):
    """A raw item that cannot be read."""


class ProseError(ItemError):
    """Markdown that is refused: too large, too deep, or too slow."""


class OverBudgetError(ProseError):
    """Markdown that took too long: its item fails, and nothing else is said in its place."""


@contextmanager
def located(location: Location) -> Iterator[None]:
    """Add to any BackfileError from inside what it does not yet know of its place.

    A line inside is counted from `location.line` (the first line of the part that was parsed, 0 = the whole file).
    """
    try:
        yield
    except BackfileError as error:
        inner = error.location
        line = inner.line + max(location.line - 1, 0) if inner.line else location.line
        error.location = replace(
            inner,
            path=inner.path or location.path,
            line=line,
            column=inner.column or location.column,
            record=inner.record or location.record,
        )
        error.args = (error.message, error.location)
        raise
