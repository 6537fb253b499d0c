"""`check --rebuild`: is output/ what a build from nothing makes? Nothing of that build stays."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import files, publish
from generator.cli.building import moment
from generator.cli.printing import counted, progress, say, say_error, say_some, waiting
from generator.publish.traces import MANIFEST, read_manifest
from generator.report import Options
from generator.unchanged import memory_of, remembered


@dataclass(frozen=True, slots=True)
class Difference:
    """What is wrong with a site: addresses, sorted. odd: ours, and of no page (any more). same: how many are right."""

    same: int
    differ: tuple[str, ...]
    missing: tuple[str, ...]
    odd: tuple[str, ...]

    @classmethod
    def between(cls, right: Mapping[str, str], there: Mapping[str, str]) -> "Difference":
        """Both are address → digest of a file: as it should be, and as it is."""
        both = right.keys() & there.keys()
        differ = sorted(path for path in both if right[path] != there[path])
        missing, odd = sorted(right.keys() - both), sorted(there.keys() - both)
        return cls(len(both) - len(differ), tuple(differ), tuple(missing), tuple(odd))


def compare(root: Path, now: str | None = None) -> int:
    """Say in what output/ differs from a build from nothing, at a time; the exit code. Raises UsageError."""
    options = Options(now=moment(now))
    output = root / "output"
    ours = _listed(output)
    if not ours and not remembered(memory_of(root, output)).exists():
        say_error("output/ was never built — run `backfile build`")
        return 1
    with _rebuilt(root, options) as scratch:
        right = _digests(scratch, [*_listed(scratch), MANIFEST])
    found = Difference.between(right, _digests(output, {*right, *ours}))
    say(f"Rebuilt from nothing, without drafts: {counted(found.same, 'file')} the same in output/")
    _list("Differ", found.differ)
    _list("Missing in output/", found.missing)
    _list("Should not be in output/", found.odd)
    if not (found.differ or found.missing or found.odd):
        return 0
    say(f"This mends it:  backfile build --verify{f' --now {now}' if now else ''}")
    return 1


@contextmanager
def _rebuilt(root: Path, options: Options) -> Iterator[Path]:
    """A folder with the site, built from nothing. What is remembered of that build goes with it."""
    with TemporaryDirectory(prefix="backfile-") as folder:
        scratch = Path(folder, "site")
        try:
            publish.run(root, scratch, options, progress=progress, waiting=waiting)
            yield scratch
        finally:
            memory = memory_of(root, scratch)
            for path in memory.parent.glob(f"*{memory.stem.removeprefix('state')}.*"):
                path.unlink(missing_ok=True)


def _listed(site: Path) -> Mapping[str, str]:
    """What its manifest says is ours."""
    manifest = site / MANIFEST
    return read_manifest(files.read(manifest).decode(errors="replace").splitlines()) if manifest.is_file() else {}


def _digests(site: Path, paths: Iterable[str]) -> dict[str, str]:
    """Of those of these files that are there."""
    there = (path for path in paths if (site / path).is_file() and not (site / path).is_symlink())
    return {path: hashlib.sha256(files.read(site / path)).hexdigest() for path in there}


def _list(title: str, paths: tuple[str, ...]) -> None:
    if paths:
        say(f"  {title}: {len(paths):,}")
    say_some(paths, "    ")
