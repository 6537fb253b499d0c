"""Steps that somebody may watch: the shells walk over them, the command line shows them. Pure."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

Step = TypeVar("Step")


class Progress(Protocol):
    """The same steps, shown to the user while they are taken."""

    def __call__(self, doing: str, steps: Iterable[Step], total: int) -> Iterable[Step]: ...


def silent(doing: str, steps: Iterable[Step], total: int) -> Iterable[Step]:
    """Nobody watches."""
    del doing, total
    return steps
