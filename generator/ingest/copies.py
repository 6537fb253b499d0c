"""Copies of frozen values with some of their fields changed. Pure."""

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def of(kind: type[T]) -> Callable[..., T]:
    """`dataclasses.replace` for values of one kind, at a fifth of the price: it looks at all fields at once. The
    fields must all be those that `__init__` takes."""
    places = {field.name: place for place, field in enumerate(fields(kind))}
    values = attrgetter(*places)

    def copy(value: T, **changes: object) -> T:
        copied = [*values(value)]
        for name, change in changes.items():
            if name not in places:
                raise TypeError(f"{kind.__name__} has no field {name!r}")
            copied[places[name]] = change
        return kind(*copied)

    return copy
