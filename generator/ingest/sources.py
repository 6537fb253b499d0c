"""The pile: which raw files there are, and what stands beside each (a sidecar, an option, its path). Effects: reads.

Raw files are opened to be read and never otherwise.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import files, frontmatter, paths
from generator.errors import Location, UsageError, located
from generator.fingerprint import digest
from generator.model import Date, Hint, Meta

RAW = "content/raw"
ARTICLES = "content/articles"
SIDECARS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Source:
    """A raw file: where it lies, what it is called in the ledger, and its sidecar if it has one."""

    path: Path
    raw: str
    sidecar: Path | None = None


def chosen(root: Path, given: Sequence[Path], *, leave: bool) -> list[Source]:
    """The raw files to look at, sorted by name; sidecars stand with the file that they speak of.

    All of content/raw, or of it only what was given; with `leave`, the given files where they lie.
    """
    if leave:
        return _sources(sorted(path for one in given for path in _expand(one)), root)
    inside = [one.absolute() for one in given if one.absolute().is_relative_to((root / RAW).absolute())]
    if not given or len(inside) < len(given):
        return _sources(list(files.walk(root / RAW)), root)
    return _sources(sorted({path for one in inside for path in _expand(one)}), root)


def _sources(found: Sequence[Path], root: Path) -> list[Source]:
    present = set(found)
    sidecars = {path: side for path in found if (side := _sidecar(path, present))}
    taken = set(sidecars.values())
    return [Source(path, name(path, root), sidecars.get(path)) for path in found if path not in taken]


def _sidecar(path: Path, present: set[Path]) -> Path | None:
    """`quake.yaml` or `quake.txt.yaml` beside `quake.txt`."""
    if path.suffix.lower() in SIDECARS:
        return None
    beside = [path.with_suffix(suffix) for suffix in SIDECARS]
    beside += [path.with_name(path.name + suffix) for suffix in SIDECARS]
    return next((side for side in beside if side in present), None)


def name(path: Path, root: Path) -> str:
    """What the ledger calls a raw file: relative to the archive where it lies inside, else its full path."""
    path = path.absolute()
    return (path.relative_to(root.absolute()) if path.is_relative_to(root.absolute()) else path).as_posix()


def _expand(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise UsageError("there is no such file or folder", Location(str(path)))
    if path.is_dir():
        return files.walk(path)
    sidecar = _sidecar(path, {beside for beside in path.parent.iterdir() if beside.is_file()})
    return iter((path, sidecar) if sidecar else (path,))


def adopt(root: Path, given: Sequence[Path]) -> int:
    """Copy raw files from elsewhere into content/raw, folders with their structure. How many are new there.

    A name that is taken by other bytes gets the beginning of its own hash.
    """
    copied = 0
    for one in given:
        base = one if one.is_dir() else one.parent
        for path in _expand(one):
            if path.absolute().is_relative_to((root / RAW).absolute()):
                continue
            content = files.read(path)
            target = root / RAW / path.relative_to(base)
            if target.exists() and files.read(target) != content:
                mark = hashlib.sha256(content).hexdigest()[:8]
                target = target.with_name(f"{target.stem}-{mark}{target.suffix}")
            copied += files.write(target, content)
    return copied


def hints(source: Source, date: Date | None) -> tuple[Hint, ...]:
    """What is known from outside the file, the strongest first: the option, the sidecar, the path.

    Raises FrontMatterError or YamlError with the sidecar's place.
    """
    found = [Hint("option", Meta(date=date))] if date else []
    if source.sidecar:
        with located(Location(str(source.sidecar))):
            found.append(Hint("sidecar", frontmatter.parse_sidecar(files.text(source.sidecar))))
    if of_path := paths.date(source.raw.removeprefix(f"{RAW}/")):
        found.append(Hint("path", Meta(date=of_path)))
    return tuple(found)


def hints_digest(found: tuple[Hint, ...]) -> str:
    return digest(found)[:12] if found else ""


def parent(raw: str) -> str:
    """The raw file of an item of a container: export.xml#12 → export.xml."""
    return re.sub(r"#\d+\Z", "", raw)
