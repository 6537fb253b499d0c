"""Frozen values ↔ plain ones that `marshal` can keep. Pure.

A dataclass or named tuple becomes the tuple of its fields, and so on inside. What each field holds is read from its
type, once. `marshal` reads and writes such a tuple ten times as fast as `pickle` reads the value, and unlike that it
can run nothing: what comes back is a plain value or an error.
"""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Kept = TypeVar("Kept")
_Way = Callable[[Any], Any]
_PLAIN = frozenset([str, int, bool, float, bytes, type(None)])


def pack(value: object) -> tuple[Any, ...]:
    """A frozen value as plain tuples."""
    kind: Any = type(value)
    found: tuple[Any, ...] = _ways(kind)[0](value)
    return found


def unpack(kind: type[Kept], plain: tuple[Any, ...]) -> Kept:
    """What was packed. Raises TypeError or ValueError where it cannot have been of this kind."""
    hashable: Any = kind
    found: Kept = _ways(hashable)[1](plain)
    return found


@cache
def _ways(kind: Any) -> tuple[_Way, _Way]:
    """How a record is packed and unpacked: its fields in a row, those that are no plain values by their own ways."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else list(hints)
    nested = [(n, ways) for n, name in enumerate(names) if (ways := _of(hints[name]))]
    take = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

    def pack(value: Any) -> tuple[Any, ...]:
        row = take(value)
        return _changed(row, [(n, there) for n, (there, _) in nested])

    def unpack(row: tuple[Any, ...]) -> Any:
        return kind(*_changed(row, [(n, back) for n, (_, back) in nested]))

    return (pack, unpack) if nested else (take, lambda row: kind(*row))


def _changed(row: tuple[Any, ...], ways: list[tuple[int, _Way]]) -> tuple[Any, ...]:
    """The row with the fields that hold anything changed: most are empty."""
    changed = list(row)
    for n, way in ways:
        if changed[n]:
            changed[n] = way(changed[n])
    return tuple(changed)


def _of(hint: Any) -> tuple[_Way, _Way] | None:
    """How a field of this type is packed and unpacked; None = as it is."""
    if isinstance(hint, type) and hint not in _PLAIN and (is_dataclass(hint) or hasattr(hint, "_fields")):
        return _ways(hint)
    if get_origin(hint) in {Union, types.UnionType}:
        found = [ways for part in get_args(hint) if (ways := _of(part))]
        assert len(found) <= 1, hint
        return found[0] if found else None
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,) and (ways := _of(get_args(hint)[0])):
        there, back = ways
        return lambda rows: tuple([there(row) for row in rows]), lambda rows: tuple([back(row) for row in rows])
    return None
