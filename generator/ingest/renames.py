"""Which raw files were renamed since the last run: by their bytes, decided for all at once. Pure.

One by one it cannot be told: where 1 → 2 and 2 → 3 in one go, each new name is an old one too.
"""

from collections.abc import Mapping


def decide(known: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Old name → new name, from name → hash as it was recorded and as it is.

    A file was renamed if its bytes no longer stand under its name but stand under another one that did not hold them
    before. Where several may claim one new name, the first of `known` has it; new names are given in their order.
    """
    arrived: dict[str, list[str]] = {}
    for name in sorted(now, reverse=True):
        if known.get(name) != now[name]:
            arrived.setdefault(now[name], []).append(name)
    moves = {}
    for name, sha256 in known.items():
        if now.get(name) != sha256 and arrived.get(sha256):
            moves[name] = arrived[sha256].pop()
    return moves
