"""What a person decides while looking at an archive, written where it belongs, and taken back. Effects: writes.

A ruling on a line for all files goes into site.yaml, and the raw files that hold it are read again; one for a single
article goes into its Markdown, as does a date; what was looked at goes into checked.tsv. Each decision is known by the
bytes of the files that it wrote, so that it can be taken back as long as nobody has written there since.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from generator import edtf, files, ingest, rooms, site
from generator.errors import BackfileError, ItemError, Location, UsageError, located
from generator.ingest import sources
from generator.ingest.articles import Articles
from generator.ingest.review import checked, passages, rulings
from generator.ingest.review.questions import Case
from generator.ingest.review.rulings import Verb

MOST = 200  # decisions that can be taken back
PATIENCE = 3.0  # seconds that a decision waits for who else writes


@dataclass(frozen=True, slots=True)
class Decision:
    """said: what was decided, in words. before, after: the bytes of a file, None where there was none. raw: the raw
    files that are read by it."""

    said: str
    path: Path
    before: bytes | None
    after: bytes | None
    raw: tuple[str, ...] = ()


class Decisions:
    """Those of one session, the last one last."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._taken: list[Decision] = []

    def everywhere(self, verb: Verb, lines: Sequence[str], raw: Sequence[str]) -> Decision:
        """Keep or cut these lines (or /patterns/) in all files. `raw`: those that hold them. Raises ConfigError."""
        path = self._root / site.NAME
        with located(Location(site.NAME)):
            written = rulings.ruled(files.text(path), verb, lines)
        said = f"{_DONE[verb]} everywhere: {_named(lines)}."
        with self._or_else(path, files.read(path)):
            taken = self._take(said, path, lambda: files.write(path, written.encode()), raw)
            return replace(taken, said=self._read_again(raw, verb))

    def here(self, verb: Verb, path: str, line: str, above: Sequence[str] = ()) -> Decision:
        """Keep or cut a line in one article. `above`: the lines above it, from the nearest upward. Raises ItemError."""
        with self._alone():
            return self._here(verb, path, line, above)

    def _here(self, verb: Verb, path: str, line: str, above: Sequence[str]) -> Decision:
        meta, body = Articles(self._root).read(path)
        amended = passages.without(body, line, above) if verb == "cut" else passages.with_line(body, line, above)
        if amended == body:
            raise ItemError("This line does not stand in the text as it stands in the raw file — take it out by hand.")
        if verb == "keep" and passages.holds(body, line):
            raise ItemError("This line stands in the text already.")
        said = f"{_DONE[verb]} in this article: {_named([line])}."
        return self._take(said, self._root / path, lambda: Articles(self._root).amend(path, meta, meta, amended))

    def date(self, path: str, written: str) -> Decision:
        """Set the date of an article; "" takes it out. Raises DateError and ItemError."""
        date = edtf.parse(written) if written else None
        with self._alone():
            meta, _ = Articles(self._root).read(path)
            inferred = tuple(pair for pair in meta.inferred if pair[0] != "date")
            dated = replace(meta, date=date, inferred=inferred)
            said = f"Dated {written}: {meta.title}." if date else f"Undated: {meta.title}."
            return self._take(said, self._root / path, lambda: Articles(self._root).amend(path, meta, dated))

    def done(self, said: str, cases: Iterable[Case]) -> Decision:
        """Tick these off: all is right as it is."""
        path = self._root / checked.NAME
        return self._take(said, path, lambda: checked.change(self._root, done=cases, waiting=self._wait))

    def undo(self) -> Decision:
        """Take back the last one. Raises UsageError where there is none, or somebody has written there since."""
        if not self._taken:
            raise UsageError("Nothing was decided that could be taken back.")
        last = self._taken[-1]
        if _content(last.path) != last.after:
            self._taken.pop()
            name = last.path.relative_to(self._root).as_posix()
            raise UsageError("was written to since, and is left as it is", Location(name))
        with self._or_else(last.path, last.after):
            self._put(last.path, last.before)
            self._read_again(last.raw)
        self._taken.pop()
        return replace(last, said=f"Taken back: {last.said}")

    def _put(self, path: Path, content: bytes | None) -> None:
        if content is None:
            files.remove(path, self._root)
        else:
            files.write(path, content)

    @contextmanager
    def _or_else(self, path: Path, content: bytes | None) -> Iterator[None]:
        """Where what is done inside cannot be, this file is as it was before, and so is what can be taken back."""
        taken = list(self._taken)
        try:
            yield
        except BackfileError:
            self._put(path, content)
            self._taken = taken
            raise

    def _alone(self) -> AbstractContextManager[None]:
        """Nobody else writes meanwhile. Raises UsageError where somebody does for long."""
        return rooms.alone(self._root, self._wait)

    def _wait(self) -> None:
        """For what is soon over, as the preview's own look at content/raw is. Raises UsageError for what is not."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            time.sleep(PATIENCE / 100)
            with suppress(UsageError), rooms.alone(self._root, _busy):
                return
        _busy()

    def _take(self, said: str, path: Path, write: Callable[[], object], raw: Sequence[str] = ()) -> Decision:
        """Write a file, and remember what it held."""
        before = _content(path)
        write()
        taken = Decision(said, path, before, _content(path), tuple(raw))
        if taken.after != before:
            self._taken = [*self._taken[1 - MOST :], taken]
        return taken

    def _read_again(self, raw: Sequence[str], verb: Verb | None = None) -> str:
        """Read raw files once more by what site.yaml says now, and say what came of it."""
        found = [Path(source.path) for one in raw if (source := sources.one(one, self._root))]
        if not found:
            return "site.yaml says so now."
        options = ingest.Options(tuple(found), leave=True, again=True, back=False)
        report = ingest.run(self._root, site.load(self._root), options, waiting=self._wait)
        other = report.count("renewed")
        same = len(found) - other
        left = f"; {same:,} stay as they are: edited by hand, or the line is none of their own" if same and verb else ""
        return f"{_DONE[verb]} in {other:,} of {len(found):,} files{left}. site.yaml says so now." if verb else ""


_DONE: dict[Verb, str] = {"keep": "Kept", "cut": "Cut"}


def _busy() -> None:
    """Instead of waiting for longer: a person would not know what for."""
    raise UsageError("A build or an ingest is at work. Try again when it has ended.")


def _named(lines: Sequence[str]) -> str:
    return "; ".join(f"“{line}”" for line in lines)


def _content(path: Path) -> bytes | None:
    return files.read(path) if path.is_file() else None
