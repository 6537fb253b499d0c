"""Units of the calendar (2020, 2020-11, 2020-11-18): which follow one another, and what lies between two. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise


def shifted(unit: str, by: int) -> str:
    """The unit of the same width that comes so many after it; before it where `by` is negative."""
    if len(unit) == len("YYYY"):
        return f"{int(unit) + by:04}"
    if len(unit) == len("YYYY-MM"):
        year, month = divmod(int(unit[:4]) * 12 + int(unit[5:]) - 1 + by, 12)
        return f"{year:04}-{month + 1:02}"
    return (date.fromisoformat(unit) + timedelta(by)).isoformat()


def between(before: str, after: str) -> tuple[str, str] | None:
    """The first and the last unit between two of the same width; None where they follow one another."""
    first = shifted(before, 1)
    return None if first >= after else (first, shifted(after, -1))


def gaps(found: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    """Of units in their order, those that do not follow one another, with the first and the last between them."""
    for before, after in pairwise(found):
        if missing := between(before, after):
            yield before, *missing, after


def length(first: str, last: str) -> int:
    """How many years or months there are from one to another, both counted."""
    if len(first) == len("YYYY"):
        return int(last) - int(first) + 1
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def run(first: str, last: str) -> Iterator[str]:
    """Every unit from one to another, years or months."""
    for n in range(length(first, last)):
        yield shifted(first, n)
