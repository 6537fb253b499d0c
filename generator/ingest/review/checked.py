"""What a person has ticked off in `check`: content/checked.tsv. Effects: reads and writes.

It is committed with the archive, as a decision of its editors: one line a tick, sorted, with words that say what it is
about. A tick holds as long as what it rests on is the same.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import files, rooms
from generator.errors import ConfigError, Location
from generator.ingest.review.questions import Case
from generator.text import excerpt, printable, squeeze

NAME = "content/checked.tsv"
_HEAD = (
    "# What was ticked off with `backfile check --done`. A tick holds until its source changes.",
    "# Take out a line to be asked again.",
    "# code\trests on\tabout",
)
_ANYTHING = "-"


@dataclass(frozen=True, slots=True)
class Tick:
    """One case that was decided. `basis`: what it rests on. `about`: for people."""

    code: str
    basis: str
    about: str = ""

    @classmethod
    def of(cls, case: Case) -> "Tick":
        about = excerpt(squeeze(printable(case.about.replace("\0", " "))), 120)
        return cls(case.code, case.basis, f"{case.kind}: {about}")


def read(root: Path) -> dict[str, Tick]:
    """Code → tick. Raises ConfigError with the line of one that cannot be read."""
    path = root / NAME
    if not path.is_file():
        return {}
    lines = files.read(path).decode(errors="replace").split("\n")
    return {tick.code: tick for n, line in enumerate(lines, 1) if (tick := _tick(line, n))}


def _tick(line: str, number: int) -> Tick | None:
    if not line.strip() or line.startswith("#"):
        return None
    code, _, rest = line.partition("\t")
    basis, tab, about = rest.partition("\t")
    if not tab:
        said = "is no tick — take the line out, or write: code, tab, what it rests on, tab, what it is about"
        raise ConfigError(said, Location(NAME, number))
    return Tick(code.strip(), "" if basis == _ANYTHING else basis.strip(), about.strip())


def change(
    root: Path, done: Iterable[Case] = (), undone: Iterable[str] = (), waiting: Callable[[], None] = lambda: None
) -> None:
    """Tick these cases off, and take back the ticks with those codes. Raises ConfigError, MachineError."""
    with rooms.alone(root, waiting):
        ticks = read(root)
        ticks |= {case.code: Tick.of(case) for case in done}
        for code in undone:
            ticks.pop(code, None)
        rows = sorted((tick.about, tick.code, tick.basis or _ANYTHING) for tick in ticks.values())
        lines = [*_HEAD, *(f"{code}\t{basis}\t{about}" for about, code, basis in rows)]
        if rows or (root / NAME).is_file():
            files.write(root / NAME, ("\n".join(lines) + "\n").encode(errors="replace"))
