"""Has anything changed since the site was built? Asked before anything that makes pages is imported. Effects: looks.

Where nothing has, the last report is the answer. Where something has, what was seen is handed on to `publish.run`, so
that nothing is looked at twice.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files, quiet, rooms
from generator.beside import beside
from generator.errors import Location, UsageError
from generator.quiet import Last, Survey, checksum, program
from generator.report import Options, Report

FOLDERS = ("content/articles", "content/pages", "content/media", "content/static")
ADDRESSES = "content/addresses.tsv"


@dataclass(frozen=True, slots=True)
class Look:
    """What is there `now`, and what was remembered at `memory`, whose numbers were `stamp`."""

    memory: Path
    stamp: tuple[int, ...]
    settled: str
    last: Last
    sources: Survey
    built: Survey
    now: float

    def timely(self) -> bool:
        """Nothing that waited for its time is due, nor is anything shown before it."""
        since, until = self.last.spell
        return since <= self.now < until

    def report(self, options: Options) -> Report | None:
        """What the last build said, where this one would say the same; None where it has to be done."""
        known = self.last.settled == self.settled and self.timely() and self.last.report
        if not known or self.sources.differ(self.last.sources) or self.built.differ(self.last.output):
            return None
        if options.strict and any(problem.fatal for problem in known.problems):
            return None
        return replace(known, made=0, written=0, removed=0, sent=0)

    def sound(self) -> bool:
        """Whether nobody touched the memory of pages since the last build closed it."""
        return self.last.store != () and files.stamp(self.memory) == self.last.store

    def holds(self) -> bool:
        """Nobody else has built since."""
        return files.stamp(remembered(self.memory)) == self.stamp


def look(root: Path, output: Path, options: Options, ready: Callable[[], object] = lambda: None) -> Look:
    """Raises UsageError for an output that would spoil the archive, MachineError. To verify, nothing is recalled, so
    that all has changed. `ready`: done as soon as it is known that there is something to build; where another process
    looks at the output, while that is still at it."""
    refuse(root, output)
    memory = memory_of(root, output)
    stamp = files.stamp(remembered(memory))
    last = quiet.Last() if options.verify else quiet.recall(remembered(memory))
    with beside(lambda: _packed(quiet.survey([output], last.output, doubt=False)), large=_pays(last, options)) as there:
        sources = quiet.survey(sources_of(root), known(last, memory), doubt=True)
        if sources.differ(last.sources):
            ready()
        built = Survey(*there())
    now = time.time() if options.now is None else options.now
    return Look(memory, stamp, settled(options), last, sources, built, now)


LARGE = 1_000  # folders of the output: to look at them takes longer than to start another process


def _pays(last: Last, options: Options) -> bool:
    return len(last.output) > LARGE and options.jobs != 1


def _packed(survey: Survey) -> tuple[dict[str, str], dict[str, bytes]]:
    return dict(survey.folders), dict(survey.changed)


def known(last: Last, memory: Path) -> Mapping[str, str]:
    """The folders whose files need no look if they are as the last build left them: none where the memory, which says
    what stands in these, is another than that build's, such as one from a backup."""
    return last.sources if files.stamp(memory) == last.store else {}


def settled(options: Options) -> str:
    """A digest of what decides a site besides its sources."""
    return checksum((program(), options.drafts))


def remembered(memory: Path) -> Path:
    """Where it is kept what the last build saw."""
    return memory.with_suffix(".json")


def memory_of(root: Path, output: Path) -> Path:
    """What stands in output/ is remembered in state.db, what stands elsewhere in a file of its own."""
    target, home = output.resolve(), root.resolve()
    name = target.relative_to(home).as_posix() if target.is_relative_to(home) else target.as_posix()
    return root / ".backfile" / ("state.db" if name == "output" else f"state-{checksum(name)[:12]}.db")


def refuse(root: Path, output: Path) -> None:
    """Raise UsageError where the site would be written over the archive, or among its sources."""
    target, home = output.resolve(), root.resolve()
    inside = target.relative_to(home).parts[:1] if target.is_relative_to(home) else ()
    if home.is_relative_to(target) or inside in {("content",), ("layouts",), (".backfile",)}:
        raise UsageError("is a folder of the archive itself — name another for the site", Location(str(output)))


def sources_of(root: Path) -> list[Path]:
    """All that goes into the site."""
    contents = [root / name for name in (*FOLDERS, ADDRESSES)]
    return [root / rooms.NAME, root / "layouts", rooms.theme(), *contents]
