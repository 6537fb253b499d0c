"""The lines that recur in the raw files of an archive: what one file cannot tell, the pile does. Pure.

    text ─ fingerprints ─▶ a number for each of its lines          all of them ─ learn ─▶ Learned

A short line that stands in a fifth of the stories of an archive of twenty or more is no part of any story. Whether a
line is one of those is a matter of the whole pile, never of one batch or of the order in which it came.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

from generator.text import squeeze

SHORT = 120  # characters; a longer line that recurs is known to, but not cut for it
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of lines, by `fingerprint`.

    often     short lines that stand in a fifth of all stories
    always    those that stand in more than half of them
    repeated  lines that stand in more than one
    """

    often: frozenset[int] = frozenset()
    always: frozenset[int] = frozenset()
    repeated: frozenset[int] = frozenset()

    def is_often(self, line: str) -> bool:
        return bool(self.often) and fingerprint(line) in self.often

    def is_always(self, line: str) -> bool:
        return bool(self.always) and fingerprint(line) in self.always

    def is_repeated(self, line: str) -> bool:
        return bool(self.repeated) and fingerprint(line) in self.repeated


def fingerprint(line: str) -> int:
    """64 bits of a line; case, blanks and the digits in it do not count: "12 Shares" and "3 shares" are one."""
    plain = _DIGITS.sub("0", squeeze(line).casefold())
    return int.from_bytes(blake2b(plain.encode(errors="surrogatepass"), digest_size=8).digest(), "big")
