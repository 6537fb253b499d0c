"""What the last build changed, for a deploy or the purge of a cache: .backfile/changes.json. Effects.

    {"changed": ["2020/11/18/quake.html", …], "removed": […], "bytes": 48213}

A build that changes nothing leaves it as it is. One that was cut short leaves a mark; the next one then names all files
of the site, since nobody knows which of them were sent.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from generator import files
from generator.publish.traces import MANIFEST

Sizes = Iterable[tuple[str, int]]


class Changes:
    """Those of one build, whose memory is in this file."""

    def __init__(self, memory: Path) -> None:
        self._path = memory.with_name(memory.name.replace("state", "changes", 1)).with_suffix(".json")
        self._mark = self._path.with_suffix(".unfinished")
        self._lost = False

    def begin(self) -> None:
        self._lost = self._mark.exists()
        files.write(self._mark, b"")

    def finish(
        self, changed: Iterable[str], removed: Iterable[str], size: int, everything: Callable[[], Sizes]
    ) -> None:
        """`everything`: all files of the site with their sizes, for when a build was cut short."""
        if self._lost:
            sizes = dict(everything())
            changed, size = sizes, sum(sizes.values())
        sent, gone = sorted(changed), sorted(removed)
        if sent or gone:
            said = {"changed": [*sent, MANIFEST], "removed": gone, "bytes": size}
            files.write(self._path, json.dumps(said, ensure_ascii=False, indent=0).encode())
        self._mark.unlink(missing_ok=True)
