"""Frozen dataclasses of many fields, made at a quarter of the price. Pure.

What is frozen is filled by `object.__setattr__`, a call for each field: a `Meta`, of which every article has a dozen on
its way, cost as much as the reading of its file. Here the same fields are filled in a twin that is not frozen, which
then becomes what it is a twin of. Equality, order of fields, errors and pickles are those of the dataclass.
"""

from collections.abc import Callable
from dataclasses import field, fields, make_dataclass
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def filled_at_once(kind: type[T]) -> type[T]:
    """Of a dataclass with `frozen=True, slots=True`, no defaults made by a factory, and two fields or more."""
    columns = fields(kind)  # type: ignore[arg-type]  # a dataclass, which T cannot say
    rows = [(one.name, one.type, field(default=one.default)) for one in columns]
    twin: Callable[..., Any] = make_dataclass(kind.__name__, rows, slots=True, eq=False, repr=False)
    values = attrgetter(*(one.name for one in columns))

    def make(_: type[T], *args: Any, **named: Any) -> Any:
        made = twin(*args, **named)
        made.__class__ = kind
        return made

    def reduce(self: Any) -> Any:
        return kind, values(self)

    kind.__new__, kind.__reduce__ = make, reduce  # type: ignore[method-assign,assignment]  # the class is made anew on purpose
    del kind.__init__
    return kind
