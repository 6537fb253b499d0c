"""Articles that no record of the ledger speaks of: which raw item each is from, as its front matter tells. Pure.

A ledger may be lost, or a run killed before it was saved; neither makes a second article of a raw item.
"""

from collections.abc import Mapping

from generator.model import Source


def of(strays: Mapping[str, Source], file: str, sha256: str, item: int) -> str:
    """The id of the stray that came from this raw item, "" if none did: by its bytes and name, its bytes (not enough
    for one of many in a container), its name."""
    same = [id for id, source in strays.items() if source.sha256 == sha256]
    named = [id for id, source in strays.items() if source.file == file]
    both = [id for id in same if id in named]
    return next(iter(both or (same if not item else []) or named), "")


def kept(strays: Mapping[str, Source], file: str) -> str:
    """The id of the stray that names this raw item as a duplicate of its own, "" if none does."""
    return next((id for id, source in strays.items() if file in source.also), "")
