"""What is known of the archive's pictures: each is looked at once, and remembered by its content. Effects: reads.

A file whose numbers (size, times, inode) are what they were is not read; one that has other numbers and the bytes of a
picture that is known is not opened. So Pillow, which takes a tenth of a second to import, is a stranger to a build in
which no picture is new.
"""

import marshal
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator import files, quiet
from generator.errors import ItemError, Location, MachineError, Problem, located
from generator.files import Numbers
from generator.fingerprint import digest
from generator.later import later
from generator.progress import Progress, silent
from generator.publish import pictures, sources
from generator.publish.crew import Crew, shared
from generator.publish.model import Sight
from generator.store import Reader
from generator.unchanged import Look, memory_of

if TYPE_CHECKING:
    from generator.publish import darkroom
else:  # it brings Pillow
    darkroom = later("generator.publish.darkroom")

ROW = "pictures"
WEIGHT = 50  # pages, for which a picture takes as long
SIZE = 8  # pictures in a batch: of them some may be large

Known = Mapping[str, tuple[Numbers | None, Sight]]  # by address; no numbers = the file may change once more unseen
_Contents = Mapping[tuple[str, str], Sight]  # by what a name ends in, and the digest of the bytes


@cache
def recipe() -> str:
    """What decides, with a picture's bytes, how a copy of it comes out: the program that makes it, and its Pillow."""
    return digest((files.read(Path(__file__).with_name("darkroom.py")), *files.opening("PIL", "_version.py")))


def stamp(sight: Sight, width: int) -> str:
    """Of a copy of this width, all that decides it."""
    return digest((sight.digest, width, recipe()))


def packed(known: Known) -> bytes:
    plain = [(address, numbers, tuple(sight)) for address, (numbers, sight) in sorted(known.items())]
    return marshal.dumps((recipe(), plain))


def recalled(row: bytes | None) -> Known:
    """What was packed so, if it was found in the same way."""
    kept, plain = marshal.loads(row) if row else ("", ())
    if not row or kept != recipe():
        return {}
    return {address: (numbers, Sight._make(sight)) for address, numbers, sight in plain}


def remembered(root: Path) -> Known:
    """What the last build knew of pictures; nothing where that is not remembered."""
    with suppress(MachineError, ValueError), Reader(memory_of(root, root / "output")) as reader:
        return recalled(reader.row(ROW))
    return {}


def still(root: Path, seen: Look) -> bool:
    """Whether the pictures are those that the last build remembered."""
    media = str(root / "content" / "media")
    if seen.last.report is None or not seen.sound():
        return False
    return not any(f"{name}/".startswith(f"{media}/") for name in seen.sources.differ(seen.last.sources))


def of(copied: Mapping[str, str]) -> dict[str, str]:
    """The pictures among what is copied."""
    return {address: file for address, file in copied.items() if pictures.is_picture(address)}


def sights(known: Known) -> dict[str, Sight]:
    return {address: sight for address, (_, sight) in known.items()}


def with_copies(copied: Mapping[str, str], known: Mapping[str, Sight]) -> dict[str, str]:
    """What is copied, and the smaller copies of pictures, each with the file that it is made of. A file that has the
    name of a copy stands there itself."""
    smaller = {path: copied[address] for address in known for path in pictures.copied(address, known)}
    return dict(sorted({**smaller, **copied}.items()))


# ── Looking ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Looked(NamedTuple):
    """`problems`: files that could not be read."""

    known: Known
    problems: tuple[Problem, ...] = ()


class _Batch(NamedTuple):
    files: Sequence[tuple[str, str]]
    contents: _Contents


_Read = tuple[list[tuple[str, Sight]], list[Problem]]


def look(
    files_of: Mapping[str, str], before: Known, crew: Crew = Crew(), progress: Progress = silent, *, still: bool = False
) -> Looked:
    """What is known of these pictures (address → file). `before`: what was known of any; `still`: no file is other."""
    if still and before.keys() == files_of.keys():
        return Looked(before)
    begun = time.time_ns()
    numbers = {address: files.stamp(Path(file)) for address, file in files_of.items()}
    known = {
        address: before[address] for address, now in numbers.items() if address in before and before[address][0] == now
    }
    due = [(address, file) for address, file in files_of.items() if address not in known]
    found, problems = _all(due, _contents(before), crew, progress)
    seen = {address: (_settled(numbers[address], begun), sight) for address, sight in found}
    return Looked(known | seen, tuple(problems))


def _settled(numbers: tuple[int, ...], begun: int) -> Numbers | None:
    return numbers if len(numbers) == 5 and quiet.settled(numbers, begun) else None


def _all(due: Sequence[tuple[str, str]], contents: _Contents, crew: Crew, progress: Progress) -> _Read:
    batches = [_Batch(due[at : at + SIZE], contents) for at in range(0, len(due), SIZE)]
    steps = iter(progress("Looking at pictures", range(len(due)), len(due)))
    found, problems = [], []
    for sights, wrong in shared(look_batch, batches, crew.hands(WEIGHT * len(due))):
        found += sights
        problems += wrong
        for _ in islice(steps, len(sights) + len(wrong)):
            pass
    for _ in steps:
        pass
    return found, sorted(problems, key=lambda one: one.location.path)


def look_batch(batch: _Batch) -> _Read:
    """One after the other, so that a process holds one picture at a time."""
    found, problems = [], []
    for address, file in batch.files:
        try:
            with located(Location(f"content/{address}")):
                found.append((address, _seen(address, file, batch.contents)))
        except ItemError as error:
            problems.append(Problem(error.message, error.location))
    return found, problems


def _seen(address: str, file: str, contents: _Contents) -> Sight:
    """Raises ItemError for a file that went, or may not be read."""
    content = sources.read(file)
    known = contents.get((_ending(address), sha256(content).hexdigest()))
    return known or darkroom.look(content, address)


def _contents(known: Known) -> _Contents:
    return {(_ending(address), sight.digest): sight for address, (_, sight) in known.items()}


def _ending(address: str) -> str:
    return address.rpartition(".")[2].lower()


class OnDemand(Mapping[str, Sight]):
    """The same of pictures that are looked at when something is asked of them: for who shows a page, and not all."""

    def __init__(self, files_of: Mapping[str, str], before: Known) -> None:
        self._files = files_of
        self.known = dict(before)

    def __getitem__(self, address: str) -> Sight:
        if address not in self._files:
            raise KeyError(address)
        some = {address: self.known[address]} if address in self.known else {}
        looked = look({address: self._files[address]}, some)
        self.known |= looked.known
        if address not in looked.known:  # it went since its folder was looked at
            raise KeyError(address)
        return looked.known[address][1]

    def __contains__(self, address: object) -> bool:
        return address in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __eq__(self, other: object) -> bool:
        """To compare what each shows would be to look at all."""
        return self is other

    __hash__ = object.__hash__

    def __len__(self) -> int:
        return len(self._files)


def placed(known: Known) -> Iterable[str]:
    """The pictures that say where they were taken."""
    return [address for address, (_, sight) in sorted(known.items()) if sight.placed]


# ── Making ───────────────────────────────────────────────────────────────────────────────────────────────────────


class Enlarger:
    """Makes copies of pictures; those of the last picture are held, as one that is asked for all at once is."""

    def __init__(self) -> None:
        self._last: tuple[str, dict[int, bytes]] = ("", {})

    def copy(self, file: str, sight: Sight, width: int) -> bytes:
        """Raises ItemError."""
        if self._last[0] != sight.digest:
            content = sources.read(file)
            if sha256(content).hexdigest() != sight.digest:
                raise ItemError("changed while the site was built — build it again")
            widths = [wide for wide in pictures.WIDTHS if wide < sight.width]
            self._last = sight.digest, darkroom.copies(content, sight, widths)
        return self._last[1][width]
