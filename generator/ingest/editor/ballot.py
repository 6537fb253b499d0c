"""How many of a text's words each of several languages has, counted for all of them in one sum. Pure.

Each language has sixteen bits of a number, and each word is the number that has a one for each of its languages. The
sum of these numbers holds the count of every language, as long as none comes to more than sixteen bits can hold: a
third of the price of counting them name by name.
"""

from collections.abc import Iterable, Mapping
from struct import Struct

_BITS = 16


class Ballot:
    """The commonest words of some languages: `known`, word → the languages that use it."""

    def __init__(self, known: Mapping[str, tuple[str, ...]]) -> None:
        self.names = sorted({name for names in known.values() for name in names})
        self._ones = {name: 1 << i * _BITS for i, name in enumerate(self.names)}
        self._numbers = {word: sum(map(self._ones.__getitem__, names)) for word, names in known.items()}
        self._counts = Struct(f"<{len(self.names)}H")

    def counts(self, words: Iterable[str]) -> tuple[int, ...]:
        """How many of these words each language has, in the order of `names`."""
        total = sum(filter(None, map(self._numbers.get, words)))
        return self._counts.unpack(total.to_bytes(self._counts.size, "little"))

    def hits(self, words: Iterable[str]) -> dict[str, int]:
        """The same by the names of the languages."""
        return dict(zip(self.names, self.counts(words), strict=True))

    def both(self, words: Iterable[str], one: str, two: str) -> int:
        """How many of these words both languages have."""
        ones = self._ones[one] | self._ones[two]
        return sum([number & ones == ones for number in filter(None, map(self._numbers.get, words))])
