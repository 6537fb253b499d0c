"""The raw files that are there: what each is called, the hash of its bytes, what its lines have in common with the
others. Effects: reads.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from generator.errors import ItemError, Location, RawError
from generator.fingerprint import digest
from generator.ingest import extract, learned, readers, renames, sources
from generator.ingest.editor.paragraphs import Line
from generator.ingest.learned import Sketch
from generator.ingest.ledger import Ledger
from generator.ingest.memory import Memory
from generator.ingest.readers import Reader
from generator.ingest.record import Record
from generator.ingest.sources import Source
from generator.model import RawItem

_KEPT = 64_000_000  # bytes of raw files that are read once; of more, the first are, and the others twice
Read = tuple[RawItem, tuple[Line, ...]]


class Pile:
    """Looked over once, before the first raw item is read.

    seen      raw file → hash of its bytes, for those of this run that can be read
    renamed   raw file → what it was called in the last run
    learned   what all raw files that are there have in common, those of earlier runs included
    """

    def __init__(self, root: Path, ledger: Ledger, found: Sequence[Source], format: str) -> None:
        self._root = root
        self._format = format
        self._given = frozenset(source.raw for source in found)
        told = [record for record in ledger if record.format]
        self._formats = {name: record.format for record in told for name in (record.sha256, record.file)}
        self._memory = Memory(root / ".backfile" / "lines")
        self._sources = {source.raw: source for source in found}
        self._complete = False
        self._kept: dict[str, tuple[str, list[Read]]] = {}
        self._room = _KEPT
        self.seen: dict[str, str] = {}
        for source in found:
            if not source.problem:
                try:
                    self._look(source)
                except RawError:  # said when its turn comes
                    continue
        self.renamed = self._follow(ledger)
        self._there = {**self._others(ledger), **self.seen}
        self.learned = learned.learn(
            sketch for sha256 in sorted({*self._there.values()}) for sketch in self._of(sha256)
        )

    def save(self) -> None:
        self._memory.save(set(self._there.values()))

    def there(self, raw: str) -> bool:
        """Whether a raw file is of this run or still lies where it lay."""
        return raw in self._sources or os.path.lexists(sources.located_at(raw, self._root))

    def hash(self, raw: str, held: Sequence[Record]) -> str:
        """Of a raw file's bytes, now or (one that is not of this run) when it was taken in; "" = it cannot be read."""
        return self.seen.get(raw) or (held[0].sha256 if held and raw in self._there else "")

    def source(self, raw: str) -> Source | None:
        """A raw file of this run or of an earlier one, with its sidecar; None where it is gone."""
        if raw not in self._sources and not self._complete:
            self._complete = True
            everything = {source.raw: source for source in sources.find(self._root, ())[0]}
            self._sources = {**everything, **self._sources}
        return self._sources.get(raw) or sources.one(raw, self._root)

    def format(self, raw: str, sha256: str) -> str:
        """What --format says of a raw file, now or when it was taken in, by its name or (it was renamed) its bytes."""
        said = self._format if raw in self._given else ""
        return said or self._formats.get(raw) or self._formats.get(sha256, "")

    def reader(self, source: Source, sha256: str) -> Reader:
        """Raises RawError where there is none for files of its kind."""
        return readers.reader(self.format(source.raw, sha256) or readers.suffix(os.path.basename(source.path)))

    def taught(self, sha256: str, item: int) -> str:
        """Digest of what was learned of the lines of a raw item; "" = nothing."""
        sketch = self._sketch(sha256, item)
        of_it = self.learned.of(sketch) if sketch else ()
        return _digest(of_it) if any(of_it) else ""

    def stale(self, ledger: Ledger) -> list[str]:
        """Raw files that are not of this run, and would be read otherwise by what is known now."""
        found = {
            record.file
            for record in ledger
            if record.file in self._there
            and record.file not in self.seen
            and record.outcome != "rejected"
            and record.learned != self.taught(record.sha256, record.item)
        }
        return sorted(found)

    def alike(self, ledger: Ledger) -> Iterator[tuple[str, str]]:
        """Pairs of raw items that are not the same article and tell much in the same words."""
        records = (record for record in ledger if record.outcome == "article")
        sketches = ((record.raw, self._sketch(record.sha256, record.item)) for record in records)
        return learned.alike({raw: sketch for raw, sketch in sketches if sketch}, self.learned)

    def items(self, source: Source) -> tuple[str, Iterator[Read]]:
        """Hash of a raw file's bytes; and the items in it with their lines, as they were when it was looked over, if
        they are still kept, or as they are now. Raises RawError, and ItemError from the items."""
        if kept := self._kept.pop(source.raw, None):
            return kept[0], iter(kept[1])
        content = sources.read(source.path)
        sha256 = hashlib.sha256(content).hexdigest()
        return sha256, self._read(source, sha256, content)

    def _read(self, source: Source, sha256: str, content: bytes) -> Iterator[Read]:
        for item in self.reader(source, sha256)(Location(source.raw), content, ()):
            yield item, extract.lines_of(item)

    def _look(self, source: Source) -> None:
        content = sources.read(source.path)
        sha256 = hashlib.sha256(content).hexdigest()
        self.seen[source.raw] = sha256
        if self._memory.get(sha256) is not None:
            return
        self._room -= len(content)
        found: list[Read] = []
        sketches = []
        try:
            for item, lines in self._read(source, sha256, content):
                sketches.append(learned.sketch([line.text for line in lines]))
                if self._room >= 0:
                    found.append((item, lines))
            if found:
                self._kept[source.raw] = sha256, found
        except ItemError:  # said when its turn comes
            pass
        if sketches:
            self._memory.put(sha256, tuple(sketches))

    def _of(self, sha256: str) -> tuple[Sketch, ...]:
        return self._memory.get(sha256) or ()

    def _sketch(self, sha256: str, item: int) -> Sketch | None:
        """Of one item, by its place in its file (0: it is the whole file)."""
        return next(islice(self._of(sha256), max(item, 1) - 1, None), None)

    def _lies(self, raw: str) -> bool:
        return os.path.exists(sources.located_at(raw, self._root))

    def _follow(self, ledger: Ledger) -> dict[str, str]:
        """Let the records follow the raw files that were renamed."""
        known = {r.file: r.sha256 for r in sorted(ledger, key=lambda r: (r.outcome != "article", r.raw))}
        still = {raw for raw in known if raw in self._sources or self._lies(raw)}
        moves = renames.decide(known, {**{raw: known[raw] for raw in still}, **self.seen})
        ledger.rename(moves)
        return {new: old for old, new in moves.items()}

    def _others(self, ledger: Ledger) -> dict[str, str]:
        """The raw files of earlier runs that are still there, with the hashes that they had."""
        found: dict[str, str] = {}
        for record in ledger:
            if record.file in self._sources or record.file in found:
                continue
            if self._memory.get(record.sha256) is None:
                found |= self._looked(record.file)
            elif self._lies(record.file):
                found[record.file] = record.sha256
        return found

    def _looked(self, raw: str) -> dict[str, str]:
        """A raw file of an earlier run that nothing is remembered of, with its hash, if it can be read."""
        source = self.source(raw)
        if not source or source.problem:
            return {}
        try:
            self._look(source)
        except RawError:
            return {}
        return {raw: self.seen.pop(raw)}


@lru_cache(maxsize=1024)  # of most articles the same is known: who signed it, what stands around it
def _digest(lines: tuple[tuple[int, ...], ...]) -> str:
    return digest(lines)[:12]
