"""The pile: which raw files there are, and what stands beside each (a sidecar, an option, its path). Effects: reads,
and copies what lies elsewhere into content/raw.

Raw files are opened to be read and never otherwise. What cannot be read is a source too, with its problem, so that it
is reported and the others go on.
"""

import errno
import hashlib
import os
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator import edtf, files, frontmatter, model, paths
from generator.errors import Location, MachineError, RawError, UsageError, located
from generator.fingerprint import digest
from generator.model import Date, Hint, Meta

RAW = "content/raw"
ARTICLES = "content/articles"
SIDECARS = (".yaml", ".yml")

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")

_LINK = "is a link, and links are not followed — put the file itself here"
_NO_FILE = "is neither a file nor a folder, and was not read — take it away"
_LONELY = "stands beside no raw file of its name — give it the name of the file it speaks of"
_SECOND = "is a second sidecar of one raw file — put what both say into one"

# What is wrong with one name, and no reason to stop: a folder in the place of a file, a name that is too long.
_OF_ONE_FILE = frozenset([errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ENOENT])
_NAME_BYTES = 255 - len(".yaml")  # the longest name that leaves room for a sidecar's


@dataclass(frozen=True, slots=True)
class Source:
    """A raw file: where it lies, what it is called in the ledger, and its sidecar if it has one.

    path      no Path: those of a hundred thousand raw files would cost more than the walk that finds them
    problem   why it cannot be read, as far as its folder tells; "" = read it and see
    """

    path: str
    raw: str
    sidecar: Path | None = None
    problem: str = ""


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def readable() -> Iterator[None]:
    """A file that cannot be read is one item's trouble, not the machine's. Raises RawError for MachineError."""
    try:
        yield
    except MachineError as error:
        raise RawError(f"cannot be read: {error.message}", error.location) from error


def read(path: Path | str) -> bytes:
    """Raises RawError, without a place: it is the raw file's own."""
    try:
        return files.read(path)
    except MachineError as error:
        raise RawError(f"cannot be read: {error.message}") from error


def hints(source: Source, date: Date | None, root: Path) -> tuple[Hint, ...]:
    """What is known from outside the file, the strongest first: the option, the sidecar, the path; and where the path
    says when the file was fetched, that day, and that the article cannot be younger.

    Raises FrontMatterError, YamlError or RawError with the sidecar's place.
    """
    found = [Hint("option", Meta(date=date))] if date else []
    if source.sidecar:
        with readable(), located(Location(name(source.sidecar, root))):
            found.append(Hint("sidecar", frontmatter.parse_sidecar(files.text(source.sidecar))))
    path = source.raw.removeprefix(f"{RAW}/")
    if not _YEAR.search(path):  # nor then a date: two dozen looks are spared where files have numbers for names
        return tuple(found)
    if of_path := paths.date(path):
        found.append(Hint("path", Meta(date=of_path)))
    if day := paths.fetched(path):
        fetched = model.Source(retrieved=day.text)
        found.append(Hint("crawl path", Meta(date=edtf.interval("", day.text), source=fetched)))
    return tuple(found)


def hints_digest(found: tuple[Hint, ...]) -> str:
    return digest(found)[:12] if found else ""


# ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────────


def normal(path: Path) -> Path:
    """The full path, without `..`; links in it are left alone."""
    return Path(os.path.abspath(path))


def name(path: Path, root: Path) -> str:
    """What the ledger calls a raw file: relative to the archive where it lies inside, else its full path.

    Bytes that are no UTF-8 are written \\xe9, and a backslash \\\\, so that no two files have one name.
    """
    return _below(_base(root), os.path.abspath(path))


def _base(root: Path) -> str:
    return os.path.join(os.path.abspath(root), "")


def _below(base: str, path: str) -> str:
    posix = path.removeprefix(base).replace(os.sep, "/")
    if posix.isascii() and "\\" not in posix:
        return posix
    return os.fsencode(posix.replace("\\", "\\\\")).decode(errors="backslashreplace")


def located_at(raw: str, root: Path) -> Path:
    """The path of a raw file that the ledger calls so."""
    if "\\" not in raw:
        return root / raw
    plain = re.sub(rb"\\(?:\\|x([0-9a-f]{2}))", _unescaped, raw.encode())
    return root / os.fsdecode(plain)


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)]) if match[1] else b"\\"


# ── Which files there are ────────────────────────────────────────────────────────────────────────────────────────


def find(
    root: Path, given: Sequence[Path], left: Container[str] = (), *, leave: bool = False, dry_run: bool = False
) -> tuple[list[Source], int]:
    """The raw files to look at, sorted by name, and how many files were copied into content/raw.

    All of content/raw, or only what was given: files from elsewhere are copied there first, folders with their
    structure, unless they are left where they lie, as those that were `left` before are. Raises UsageError for what is
    not there, or is no raw article.
    """
    root = normal(root)
    found: dict[str, Source] = {}
    desk = _Desk(root, dry_run)
    for one in given or (root / RAW,):
        place = _placed(one, root)
        base = place if place.is_dir() else place.parent
        for source in _at(place, root):
            if leave or source.problem or source.raw in left or source.raw.startswith(f"{RAW}/"):
                found[source.raw] = source
            else:
                adopted = desk.adopt(source, Path(source.path).relative_to(base))
                found[adopted.raw] = adopted
    return sorted(found.values(), key=lambda source: source.raw), desk.copied


def lying(left: Iterable[str], root: Path) -> Iterator[Path]:
    """Where the files are that were left where they lay, as far as they are still there."""
    return (path for raw in sorted(left) if os.path.lexists(path := located_at(raw, root)))


def one(raw: str, root: Path) -> Source | None:
    """The raw file that the ledger calls so, with its sidecar; None where it is gone."""
    path = normal(located_at(raw, root))
    return next((source for source in _at(path, root) if source.raw == raw), None) if path.exists() else None


def _placed(given: Path, root: Path) -> Path:
    """Where a path that was given leads, seen from here, else from the archive, as the ledger calls it. The archive
    and its content folder stand for content/raw."""
    path, named = normal(given), normal(located_at(str(given), root))
    if not os.path.lexists(path) and os.path.lexists(named) and named.is_relative_to(root):
        path = named
    if not os.path.lexists(path) and path != root / RAW:
        raise UsageError("there is no such file or folder", Location(str(given)))
    if not path.is_relative_to(root):  # perhaps by a link on the way
        real = Path(os.path.realpath(path) if path.is_dir() else os.path.realpath(path.parent)) / (
            "" if path.is_dir() else path.name
        )
        inside = Path(os.path.realpath(root))
        path = root / real.relative_to(inside) if real.is_relative_to(inside) else path
    if path in {root, root / "content"}:
        return root / RAW
    if path.is_relative_to(root) and not path.is_relative_to(root / RAW):
        said = f"is part of the archive and no raw article — raw articles belong into {RAW}"
        raise UsageError(said, Location(str(given)))
    return path


def _at(place: Path, root: Path) -> list[Source]:
    """The raw files of a folder; or one raw file, which may be named by its sidecar."""
    if place.is_dir():
        return _sources(list(_walk(str(place), root)), root)
    if place.is_symlink() and place.is_relative_to(root):
        return [Source(str(place), name(place, root), problem=_LINK)]
    try:
        beside = [path for path in place.parent.iterdir() if path.is_file()]
    except OSError:
        beside = [place]
    if not place.is_file():
        return [Source(str(place), name(place, root), problem=_NO_FILE)] if place.exists() else []
    listed = _sources([(str(path), "") for path in sorted(beside)], root)
    return [source for source in listed if source.path == str(place) or source.sidecar == place]


def _walk(folder: str, root: Path) -> Iterator[tuple[str, str]]:
    """Every file under a folder with its problem, sorted; hidden names, what editors lay beside, and the archive itself
    are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, "is a folder that cannot be read — check who owns it"
        return
    for entry in entries:
        if entry.name.startswith(".") or files.aside(entry.name):
            continue
        if entry.is_symlink():
            yield entry.path, _LINK
        elif entry.is_file():
            yield entry.path, ""
        elif not entry.is_dir():
            yield entry.path, _NO_FILE
        elif not root.exists() or not os.path.samefile(entry.path, root):
            yield from _walk(entry.path, root)


def _sources(found: Sequence[tuple[str, str]], root: Path) -> list[Source]:
    base = _base(root)
    if not any(not problem and path.lower().endswith(SIDECARS) for path, problem in found):
        return [Source(path, _below(base, path), problem=problem) for path, problem in found]
    sound = {Path(path) for path, problem in found if not problem}
    sides = set(filter(_is_sidecar, sound))
    raws = sound - sides
    sidecars = {path: side for path in raws if (side := _sidecar(path, sides))}
    taken = set(sidecars.values())
    speakable = {name for path in raws for name in (path, path.with_suffix(""))}
    return [
        Source(str(path), _below(base, str(path)), sidecars.get(path), problem or _idle(path, speakable))
        for path, problem in ((Path(path), problem) for path, problem in found)
        if path not in taken
    ]


def _idle(path: Path, speakable: set[Path]) -> str:
    """What is wrong with a sidecar that no raw file has."""
    if not _is_sidecar(path):
        return ""
    return _SECOND if path.with_suffix("") in speakable else _LONELY


def _is_sidecar(path: Path) -> bool:
    return path.suffix.lower() in SIDECARS


def _beside(path: Path) -> list[Path]:
    """Where the sidecar of `quake.txt` may stand: `quake.yaml`, `quake.txt.yaml`."""
    return [*(path.with_suffix(end) for end in SIDECARS), *(path.with_name(path.name + end) for end in SIDECARS)]


def _sidecar(path: Path, present: set[Path]) -> Path | None:
    return None if _is_sidecar(path) else next((side for side in _beside(path) if side in present), None)


# ── Copying in ───────────────────────────────────────────────────────────────────────────────────────────────────


class _Desk:
    """Takes files from elsewhere in, each with its sidecar as one; or says only where they would go."""

    def __init__(self, root: Path, dry_run: bool) -> None:
        self._root = root
        self._dry_run = dry_run
        self._put: dict[Path, Path] = {}  # where something stands now, or would: where its bytes are
        self.copied = 0

    def adopt(self, source: Source, place: Path) -> Source:
        """The source as it stands in content/raw. What cannot be read or put there has its problem instead."""
        try:
            return self._adopt(source, self._root / RAW / place)
        except RawError as error:
            return replace(source, problem=error.message)
        except MachineError as error:
            if not isinstance(error.__cause__, OSError) or error.__cause__.errno not in _OF_ONE_FILE:
                raise
            return replace(source, problem=f"cannot be copied to {RAW}: {error.message}")

    def _adopt(self, source: Source, target: Path) -> Source:
        content = read(source.path)
        side = read(source.sidecar) if source.sidecar else None
        if not self._free(source, target, content, side):
            target = _marked(target, hashlib.sha256(content).hexdigest()[:8])
        beside = _mirrored(source, target)
        self._copy(Path(source.path), target, content)
        if side is not None and source.sidecar and beside:
            self._copy(source.sidecar, beside, side)
        lies = (source.path, source.sidecar) if self._dry_run else (str(target), beside or self._sidecar(target))
        return Source(lies[0], name(target, self._root), lies[1])

    def _free(self, source: Source, target: Path, content: bytes, side: bytes | None) -> bool:
        """Whether a file may have its own name here: nothing else bears it, nor does a sidecar of something else."""
        if (there := self._bytes(target)) is not None:
            return there == content
        old = self._sidecar(target)
        return old is None or (old == _mirrored(source, target) and self._bytes(old) == side)

    def _sidecar(self, target: Path) -> Path | None:
        return _sidecar(target, {path for path in _beside(target) if path in self._put or os.path.isfile(path)})

    def _bytes(self, path: Path) -> bytes | None:
        lies = self._put.get(path, path)
        return read(lies) if os.path.lexists(lies) else None

    def _copy(self, path: Path, target: Path, content: bytes) -> None:
        if not self._dry_run:
            self.copied += files.write(target, content)
        self._put[target] = path


def _mirrored(source: Source, target: Path) -> Path | None:
    """Where a source's sidecar stands when the source stands at `target`."""
    if source.sidecar is None:
        return None
    whole = source.sidecar.stem == os.path.basename(source.path)
    return target.with_name((target.name if whole else target.stem) + source.sidecar.suffix)


def _marked(path: Path, mark: str) -> Path:
    """quake.txt → quake-1a2b3c4d.txt, the name cut where it would be too long."""
    suffix = path.suffix if len(path.suffix) < len("1a2b3c4d") else ""
    stem = path.name.removesuffix(suffix)
    tail = f"-{mark}{suffix}"
    head = os.fsencode(stem)
    if len(head) + len(tail) > _NAME_BYTES:
        stem = head[: _NAME_BYTES - len(tail)].decode(errors="ignore")
    return path.with_name(stem + tail)
