"""Copies of frozen values with some of their fields changed. Pure."""

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def of(kind: type[T]) -> Callable[..., T]:
    """`dataclasses.replace` for values of one kind, at a third of the price: it looks at all fields at once. The
    fields must all be those that `__init__` takes."""
    names = tuple(field.name for field in fields(kind))
    values = attrgetter(*names)

    def copy(value: T, **changes: object) -> T:
        copied = kind(*map(changes.pop, names, values(value)))
        if changes:
            raise TypeError(f"{kind.__name__} has no field {min(changes)!r}")
        return copied

    return copy
