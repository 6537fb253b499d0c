"""The outlet itself, told by its datelines: what ingest proposes as `publisher:`, and never takes for granted. Pure.

"SULAIMANI (ESTA) — ": a name that is no wire and stands in most of an archive's datelines is the archive's own. Pages
read site.yaml only, so until a person has written it there, the name is an agency like any other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.ingest.editor.phrases import wires
from generator.text import key, squeeze

_FEWEST = 5  # datelines
_WIRES = wires.AGENCIES - wires.OUTLETS  # a paper on the wires' list may still be the outlet of this archive


def proposal(agencies: Iterable[str], publisher: str) -> str:
    """The name to write as `publisher:`, or "".

    `agencies`: that of each dateline of the archive, "" where it names none; `publisher`: what site.yaml says already.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for agency in agencies:
        if agency := squeeze(agency):
            spellings[key(agency)][agency] += 1
    counts = {name: written.total() for name, written in spellings.items()}
    if publisher or not counts:
        return ""
    first = min(counts, key=lambda name: (-counts[name], name))
    if first in _WIRES or counts[first] < _FEWEST or 2 * counts[first] <= sum(counts.values()):
        return ""
    return min(spellings[first], key=lambda written: (-spellings[first][written], written))
