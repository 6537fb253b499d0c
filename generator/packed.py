"""Frozen values → plain ones that `marshal` can write. Pure.

A dataclass or named tuple becomes the tuple of its fields, and so on inside. What each field holds is read from its
type, once.
"""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Union, get_args, get_origin, get_type_hints

_Way = Callable[[Any], Any]
_PLAIN = frozenset([str, int, bool, float, bytes, type(None)])


def pack(value: object) -> tuple[Any, ...]:
    """A frozen value as plain tuples."""
    kind: Any = type(value)
    found: tuple[Any, ...] = _way(kind)(value)
    return found


@cache
def _way(kind: Any) -> _Way:
    """How a record is packed: its fields in a row, those that are no plain values by their own ways."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else list(hints)
    nested = [(n, way) for n, name in enumerate(names) if (way := _of(hints[name]))]
    take = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

    def pack(value: Any) -> tuple[Any, ...]:
        row = list(take(value))
        for n, way in nested:
            if row[n]:  # most are empty
                row[n] = way(row[n])
        return tuple(row)

    return pack if nested else take


def _of(hint: Any) -> _Way | None:
    """How a field of this type is packed; None = as it is."""
    if isinstance(hint, type) and hint not in _PLAIN and (is_dataclass(hint) or hasattr(hint, "_fields")):
        return _way(hint)
    if get_origin(hint) in {Union, types.UnionType}:
        found = [way for part in get_args(hint) if (way := _of(part))]
        assert len(found) <= 1, hint
        return found[0] if found else None
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,) and (way := _of(get_args(hint)[0])):
        return lambda rows: tuple(map(way, rows))
    return None
