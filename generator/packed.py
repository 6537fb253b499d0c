"""Frozen values ↔ plain ones that `marshal` can write. Pure.

A dataclass or named tuple becomes the tuple of its fields, and so on inside. What each field holds is read from its
type, once.
"""

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Of = TypeVar("Of")
_Way = Callable[[Any], Any]
_PLAIN = frozenset([str, int, bool, float, bytes, type(None)])


def pack(value: object) -> tuple[Any, ...]:
    """A frozen value as plain tuples."""
    kind: Any = type(value)
    found: tuple[Any, ...] = _way(kind)(value)
    return found


def unpack(kind: type[Of], plain: Any) -> Of:
    """The value of this type that was packed so."""
    found: Of = _back(kind)(plain)  # type: ignore[arg-type]  # a type has a hash
    return found


def ways(kind: type, names: Iterable[str]) -> dict[str, tuple[_Way, _Way]]:
    """Of these fields of a record how each is packed alone, and how it comes back."""
    hints = get_type_hints(kind)
    return {name: (_of(hints[name], _way) or _as_it_is, _of(hints[name], _back) or _as_it_is) for name in names}


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _way(kind: Any) -> _Way:
    """How a record is packed: its fields in a row, those that are no plain values by their own ways."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else list(hints)
    nested = [(n, way) for n, name in enumerate(names) if (way := _of(hints[name], _way))]
    take = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

    def pack(value: Any) -> tuple[Any, ...]:
        row = list(take(value))
        for n, way in nested:
            if row[n]:  # most are empty
                row[n] = way(row[n])
        return tuple(row)

    return pack if nested else take


@cache
def _back(kind: Any) -> _Way:
    """How a record is made of its fields in a row."""
    nested = [(n, way) for n, hint in enumerate(get_type_hints(kind).values()) if (way := _of(hint, _back))]

    def unpack(plain: Any) -> Any:
        row = list(plain)
        for n, way in nested:
            if row[n]:
                row[n] = way(row[n])
        return kind(*row)

    return unpack


def _of(hint: Any, way_of: Callable[[Any], _Way]) -> _Way | None:
    """How a field of this type is packed, or comes back, where that is how records go; None = as it is."""
    origin, parts = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and hint not in _PLAIN and (is_dataclass(hint) or hasattr(hint, "_fields")):
        return way_of(hint)
    if origin in {Union, types.UnionType}:
        found = [way for part in parts if (way := _of(part, way_of))]
        assert len(found) <= 1, hint
        return found[0] if found else None
    if origin is tuple:
        return _of_tuple(parts, way_of)
    if origin is Mapping and (way := _of(parts[1], way_of)):
        return lambda named: {name: way(value) for name, value in named.items()}
    return None


def _of_tuple(parts: tuple[Any, ...], way_of: Callable[[Any], _Way]) -> _Way | None:
    if parts[1:] == (...,):
        way = _of(parts[0], way_of)
        if way and type(None) in get_args(parts[0]):
            return lambda rows: tuple([row and way(row) for row in rows])
        return way and (lambda rows: tuple(map(way, rows)))
    found = [_of(part, way_of) for part in parts]
    if not any(found):
        return None
    return lambda row: tuple([way(one) if way and one else one for way, one in zip(found, row, strict=True)])
