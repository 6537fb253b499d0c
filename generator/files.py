"""The disk: walk, read, write whole and quietly, remove what is ours. Effects.

Nothing here follows a link. Writes go to a temporary name in the same folder and are then renamed, so that a reader
never meets half a file; bytes that are there already are not written again.
"""

import errno
import os
import stat
from _thread import get_ident
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path

from generator.errors import ItemError, Location, MachineError

TEMPORARY = ".backfile-tmp-"  # a killed build may leave such files; the next write to the folder's name replaces them

_HINTS = {
    errno.ENOSPC: "the disk is full — make room and run it again",
    errno.EDQUOT: "the disk quota is used up — make room and run it again",
    errno.EFBIG: "the file is larger than this disk or the limit (ulimit -f) allows",
    errno.EACCES: "no permission — check who owns it",
    errno.EPERM: "no permission — check who owns it",
    errno.EROFS: "this disk is read-only",
    errno.EMFILE: "too many files are open — raise the limit (ulimit -n)",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.EISDIR: "a folder stands where a file should — move it away",
    errno.EEXIST: "a file stands where a folder should — move it away",
    errno.ENOTDIR: "a file stands where a folder should — move it away",
}


class machine:  # noqa: N801 - it is used as a function; a generator would cost as much as opening the file
    """Turn an OSError from inside into a MachineError that names the path and what to do."""

    __slots__ = ("_path",)

    def __init__(self, path: Path | str) -> None:
        self._path = path

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            hint = _HINTS.get(error.errno or 0, error.strerror or "it cannot be used")
            raise MachineError(hint, Location(str(self._path))) from error


def walk(folder: Path, *, hidden: bool = False) -> Iterator[Path]:
    """Every regular file under a folder, in the order of names. Links are left out, hidden names too unless asked for.
    A missing folder is empty. Raises MachineError for a folder that cannot be read."""
    return (folder / name for name in names(folder, hidden=hidden))


def names(folder: Path, *, hidden: bool = False) -> Iterator[str]:
    """The same as paths in the folder, parted by "/"."""
    base = os.path.join(folder, "")
    waiting = [("", True)] if os.path.isdir(base) else []
    while waiting:
        name, is_folder = waiting.pop()
        if not is_folder:
            yield name
            continue
        with machine(base + name):
            entries = sorted(os.scandir(base + name), key=attrgetter("name"), reverse=True)
        above = f"{name}/" if name else ""
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if (hidden or not entry.name.startswith(".")) and (is_folder or entry.is_file(follow_symlinks=False)):
                waiting.append((above + entry.name, is_folder))


def aside(name: str) -> bool:
    """Whether a name is of what editors lay beside the file that they edit: a backup, a lock, a swap file, what Emacs
    saves now and then. It is nobody's article or picture, and may say what was never saved."""
    if name.startswith("."):
        return name.startswith((".#", ".~lock.")) or name[-4:-1] == ".sw" or name.endswith("~")
    return name.endswith("~") or (name.startswith("#") and name.endswith("#"))


def links(folder: Path) -> Iterator[Path]:
    """The links under a folder, sorted: nobody follows them, so somebody should say so. Locks of Emacs are no such."""
    waiting = [os.fspath(folder)]
    while waiting:
        entries: list[os.DirEntry[str]] = []
        with suppress(OSError), os.scandir(waiting.pop()) as found:  # who reads the folder tells what is wrong with it
            entries = sorted(found, key=attrgetter("name"))
        yield from [Path(entry.path) for entry in entries if entry.is_symlink() and not aside(entry.name)]
        waiting += [entry.path for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)]


Numbers = tuple[int, int, int, int, int]  # mode, size, mtime and ctime in ns, inode


def numbers(paths: Iterable[Path]) -> Iterator[tuple[str, list[tuple[str, Numbers | None]]]]:
    """Every folder with what stands in it, by name, folders without numbers; a file is a folder of one. Links inside
    are looked at and not followed. Raises MachineError for a folder that cannot be read."""
    ahead = [os.fspath(path) for path in paths]
    while ahead:
        path = ahead.pop()
        with machine(path):
            entries = _entries(path)
        ahead += [f"{path}/{name}" for name, of in entries if not of]
        yield path, entries


_IN_FOLDER = os.stat in os.supports_dir_fd and os.listdir in os.supports_fd


def _entries(path: str) -> list[tuple[str, Numbers | None]]:
    """A quarter of the time goes where each name is looked up from the folder itself."""
    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY) if _IN_FOLDER else None
        try:
            names = os.listdir(path if folder is None else folder)
            names.sort()
            return [(name, _numbers(f"{path}/{name}" if folder is None else name, folder)) for name in names]
        finally:
            if folder is not None:
                os.close(folder)
    except FileNotFoundError:
        return list(_left(path))
    except NotADirectoryError:
        return [("", _numbers(os.path.realpath(path), None))]


def _left(path: str) -> Iterator[tuple[str, Numbers | None]]:
    """The same, name by name, of a folder that is not there, or of which a file went while it was looked at."""
    with suppress(FileNotFoundError):
        for name in sorted(os.listdir(path)):
            with suppress(FileNotFoundError):
                yield name, _numbers(f"{path}/{name}", None)


def _numbers(name: str, folder: int | None) -> Numbers | None:
    of = os.stat(name, dir_fd=folder, follow_symlinks=False)
    if stat.S_ISDIR(of.st_mode):
        return None
    return of.st_mode, of.st_size, of.st_mtime_ns, of.st_ctime_ns, of.st_ino


def stamp(path: Path) -> tuple[int, ...]:
    """What changes whenever the file there does; () where there is none."""
    try:
        return _numbers(str(path), None) or ()
    except OSError:
        return ()


def read(path: Path | str) -> bytes:
    """The bytes of a file. Raises MachineError."""
    with machine(path):
        handle = os.open(path, _READING)
        try:
            parts = [os.read(handle, _CHUNK)]
            while parts[-1]:
                parts.append(os.read(handle, _CHUNK))
            return b"".join(parts)
        finally:
            os.close(handle)


_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)  # four calls of the system where `open` makes nine
_CHUNK = 1 << 16


def text(path: Path | str) -> str:
    """The text of a file in UTF-8, without a byte-order mark. Raises ItemError with the line, MachineError."""
    content = read(path)
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ItemError("is not UTF-8 here — save the file as UTF-8", Location(line=line)) from error


def write(path: Path | str, content: bytes) -> bool:
    """Put these bytes there, whole; False where they stand there already. Raises MachineError."""
    return put(os.fspath(path), content)[1]


def put(name: str, content: bytes) -> tuple[os.stat_result, bool]:
    """The same, and how the file stands that was written, or was found before it was read: what somebody does to it
    a moment later shows."""
    there = _there(name)
    if there and _holds(name, there, content):
        return there, False
    if there and stat.S_ISLNK(there.st_mode):
        raise MachineError("a link stands where a file should — remove it", Location(name))
    return replace(name, content), True


def replace(name: str, content: bytes) -> os.stat_result:
    """Put these bytes there, whole, whatever file stands there or none; how the new one stands. Raises MachineError."""
    temporary = os.path.join(os.path.dirname(name), f"{TEMPORARY}{os.getpid()}-{get_ident()}")
    with machine(name):
        try:
            said = _put(temporary, content)
            os.replace(temporary, name)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    return said


def _put(name: str, content: bytes) -> os.stat_result:
    """Nearly always the folder is there: to ask first would cost more than to be told."""
    try:
        handle = os.open(name, _WRITING, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(name), exist_ok=True)
        handle = os.open(name, _WRITING, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        return os.fstat(handle)
    finally:
        os.close(handle)


_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def _there(name: str) -> os.stat_result | None:
    try:
        return os.lstat(name)
    except OSError:
        return None


def holds(path: Path | str, content: bytes) -> bool:
    """Whether a file of these bytes stands there, and no link."""
    name = os.fspath(path)
    there = _there(name)
    return there is not None and _holds(name, there, content)


def _holds(name: str, there: os.stat_result, content: bytes) -> bool:
    if not stat.S_ISREG(there.st_mode) or there.st_size != len(content):
        return False
    try:
        with open(name, "rb") as handle:
            return handle.read() == content
    except OSError:
        return False


def program(half: str) -> tuple[bytes, ...]:
    """The source of this program: of the modules that both halves share, and of one of them. Raises MachineError."""
    package = Path(__file__).parent
    folders = package / half, package / "views"
    modules = [path for path in walk(package) if path.parent == package or any(map(path.is_relative_to, folders))]
    return tuple(read(path) for path in modules if path.suffix == ".py")


def library(name: str) -> tuple[bytes, ...]:
    """The files of a library. Raises MachineError."""
    spec = find_spec(name)
    folders = (spec and spec.submodule_search_locations) or ()
    return tuple([read(path) for folder in folders for path in walk(Path(folder)) if path.suffix != ".pyc"])


def opening(name: str, file: str = "__init__.py") -> tuple[bytes, ...]:
    """The file of a library in which its version stands, for one that is too large to read. Raises MachineError."""
    spec = find_spec(name)
    return (read(Path(spec.origin).with_name(file)),) if spec and spec.origin else ()


def settle(folder: Path) -> None:
    """What was written to this disk is there, should the power fail now. Where the system cannot be asked for one disk,
    for all."""
    try:
        syncfs = import_module("ctypes").CDLL(None).syncfs
    except (OSError, AttributeError, TypeError):
        getattr(os, "sync", lambda: None)()
        return
    with machine(folder):
        opened = os.open(folder, os.O_RDONLY)
        try:
            syncfs(opened)
        finally:
            os.close(opened)


def remove(path: Path, root: Path) -> None:
    """Remove a file, and the folders above it (below `root`) that it leaves empty."""
    with machine(path):
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == root or not folder.is_relative_to(root):
                return
            try:
                folder.rmdir()
            except OSError:
                return


def sweep(folder: Path) -> None:
    """Remove the temporary files that a killed run left behind."""
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.startswith(TEMPORARY):
                Path(parent, name).unlink(missing_ok=True)


@contextmanager
def lock(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock file while inside. Another holder is waited for, after a word to the user.

    The system drops the lock when its holder dies, so there is no stale one.
    """
    with machine(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    seize = _flocked if os.name == "posix" else _filelocked
    with seize(path, waiting):
        yield


@contextmanager
def _flocked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    fcntl = import_module("fcntl")
    with machine(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with machine(path):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)  # whoever was forked from here has it open too
        os.close(handle)


@contextmanager
def _filelocked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Elsewhere by a library, which costs: it brings asyncio, and is asked about every file that is opened."""
    filelock = import_module("filelock")
    held = filelock.FileLock(path)
    with machine(path):
        try:
            held.acquire(timeout=0)
        except filelock.Timeout:
            waiting()
            held.acquire()
    try:
        yield
    finally:
        held.release()
