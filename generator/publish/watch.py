"""What a build takes its time for. Effects: reads the clock."""

from collections import defaultdict
from collections.abc import Iterable
from time import monotonic

MOST = 10  # layouts and pages that a profile names


class Watch:
    """Seconds of each stage, from the end of the one before."""

    def __init__(self) -> None:
        self.stages: tuple[tuple[str, float], ...] = ()
        self._last = monotonic()

    def stage(self, done: str) -> None:
        now = monotonic()
        self.stages += ((done, now - self._last),)
        self._last = now


def slowest(times: Iterable[tuple[str, str, float]]) -> tuple[tuple[str, int, float], ...]:
    """(what, how often, seconds): the layouts that took longest in all, then the pages that did. `times`: (layout,
    page, seconds)."""
    layouts: dict[str, list[float]] = defaultdict(list)
    pages = []
    for layout, page, seconds in times:
        layouts[layout].append(seconds)
        pages.append((page, 1, seconds))
    sums = [(layout, len(of), sum(of)) for layout, of in layouts.items()]
    return tuple([row for rows in (sums, pages) for row in sorted(rows, key=lambda row: (-row[2], row[0]))[:MOST]])
