"""Modules that are imported when they are first asked for anything: to begin with, what every build imports. Pure.

    if TYPE_CHECKING:
        from generator.publish import guards
    else:
        guards = later("generator.publish.guards")

A build of one article takes a third of its time to import this program. What it has no use for (Python-Markdown, other
processes) stays where it is.
"""

from importlib import import_module
from typing import Any


class later:  # noqa: N801 - it is used as `import` is
    """Stands for a module. To ask it for a name takes a microsecond: not for what is asked for each character."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)
