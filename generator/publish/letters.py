"""Names in their order, cut by their first letters wherever too many begin alike. Pure.

A list is cut by the next letter only where it holds more than `most`, so that one name more never shifts another list:
it changes the list it stands in, and where that becomes too long, those it is cut into.

    rows    (first letters, number of what is called so), sorted
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from generator import text

LETTERS = 12  # names that share so many first letters are one name
Rows = Sequence[tuple[str, int]]


def letters_of(name: str) -> str:
    """The first letters of a name, folded; one that has none stands under "0"."""
    return letter_key(name)[:LETTERS]


def letter_key(name: str) -> str:
    return text.key(name).replace(" ", "") or "0"


def beginning(rows: Rows, letters: str) -> Rows:
    """Those whose names begin with these letters."""
    low = bisect_left(rows, letters, key=lambda row: row[0])
    high = bisect_left(rows, letters + "\U0010ffff", lo=low, key=lambda row: row[0])
    return rows[low:high]


def is_cut(rows: Rows, letters: str, most: int) -> bool:
    """Whether the list of these letters is too long to stand on one page."""
    return len(letters) < LETTERS and len(beginning(rows, letters)) > most


def longer(rows: Rows, letters: str, most: int) -> list[str]:
    """The beginnings that are one letter longer, where the list of these letters is cut."""
    if not is_cut(rows, letters, most):
        return []
    size = len(letters) + 1
    return list(dict.fromkeys([key[:size] for key, _ in beginning(rows, letters) if len(key) >= size]))


def here(rows: Rows, letters: str, most: int) -> list[int]:
    """What stands on the page of these letters itself: all of them, or where it is cut, what has no more letters."""
    cut = is_cut(rows, letters, most)
    return [i for key, i in beginning(rows, letters) if not cut or key == letters]


def parts(rows: Rows, most: int, letters: str = "") -> Iterator[str]:
    """The beginnings that have a page of their own: these, and those into which they are cut."""
    yield letters
    for more in longer(rows, letters, most):
        yield from parts(rows, most, more)


def stands(rows: Rows, letters: str, most: int) -> bool:
    """Whether these letters have a page of their own."""
    return bool(beginning(rows, letters)) and all(is_cut(rows, letters[:n], most) for n in range(len(letters)))


def reached(rows: Rows, most: int, was: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """The beginnings whose pages can differ where, of what `rows` hold or held, these changed: `was` their letters
    before, of those that were there, and `now`, of those that are. Where a list is cut now or whole, all below it."""
    touched = {*was, *now}
    yield from {key[:n] for key in touched for n in range(1, len(key) + 1)}
    for letters in {key[:n] for key in touched for n in range(min(len(key) + 1, LETTERS))}:
        found = beginning(rows, letters)
        before = len(found) + _begin(was, letters) - _begin(now, letters)
        if (before > most) != (len(found) > most):
            yield from {key[:n] for key, _ in found for n in range(len(letters) + 1, len(key) + 1)}


def _begin(keys: Iterable[str], letters: str) -> int:
    return sum(key.startswith(letters) for key in keys)
