"""A bucket or another store that fsspec reaches, as a destination. Effects: network.

An object is whole or not there. Whether one holds the bytes of a file is told by the MD5 that S3 and Google give with
every listing; an object whose MD5 is not told (one sent in parts, or sealed with a key of KMS) counts as another.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from threading import Event, Lock
from typing import Any, TypeVar

from generator.deploy.kinds import headers
from generator.deploy.model import File, Standing
from generator.deploy.several import patiently, several
from generator.errors import BackfileError, Location, MachineError, UsageError

Answer = TypeVar("Answer")

_FEW = 100  # addresses: to ask for each takes less than a listing of a large bucket
_FLAT = frozenset("s3 s3a gs gcs az abfs abfss adl oss obs cos".split())  # folders are no things there


def _of_s3(path: str) -> dict[str, Any]:
    said = headers(path)
    return {"ContentType": said.content_type, "CacheControl": said.cache_control}


def _of_google(path: str) -> dict[str, Any]:
    said = headers(path)
    return {"content_type": said.content_type, "fixed_key_metadata": {"cache_control": said.cache_control}}


# How a store is told the headers of an object; the others have no word for it, or one of each library's own.
_METADATA = {"s3": _of_s3, "s3a": _of_s3, "gs": _of_google, "gcs": _of_google}


class Store:
    def __init__(self, address: str, scheme: str, output: Path) -> None:
        self._address = address
        self._scheme = scheme
        self._output = output
        self._folders: set[str] = set()
        self._making = Lock()

    @cached_property
    def _opened(self) -> tuple[Any, str]:
        """The file system, and the path in it. Raises UsageError where a library is missing."""
        try:
            fs, root = import_module("fsspec.core").url_to_fs(self._address)
            fs.invalidate_cache()
        except ImportError as error:
            said = f"needs libraries that are not installed: pip install 'backfile[deploy]' ({error})"
            raise UsageError(said, Location(self._address)) from error
        except ValueError as error:
            raise UsageError(f"cannot be reached: {error}", Location(self._address)) from error
        except Exception as error:  # some libraries look for their keys here
            raise self._failed(error) from error
        return fs, str(root).rstrip("/")

    def read(self, path: str) -> bytes | None:
        fs, _ = self._opened
        with suppress(FileNotFoundError):
            content: bytes = self._asked(lambda: fs.cat_file(self._name(path)))
            return content
        return None

    def look(self, files: Sequence[File], /) -> Mapping[str, Standing]:
        found = self._each(files) if len(files) <= _FEW else self._all()
        return {file.path: self._standing(file, found.get(file.path)) for file in files}

    def _each(self, files: Sequence[File]) -> dict[str, dict[str, Any]]:
        fs, _ = self._opened

        def info(file: File) -> dict[str, Any] | None:
            try:
                return dict(fs.info(self._name(file.path)))
            except FileNotFoundError:
                return None

        return {file.path: said for file, said in self._several(info, files) if said}

    def _all(self) -> dict[str, dict[str, Any]]:
        fs, root = self._opened
        try:
            found = self._asked(lambda: fs.find(root, detail=True))
        except FileNotFoundError:
            return {}
        return {str(name).removeprefix(f"{root}/"): said for name, said in found.items()}

    def _standing(self, file: File, said: Mapping[str, Any] | None) -> Standing:
        if said is None:
            return Standing.ABSENT
        if said.get("type") == "directory":  # in a bucket a name that others begin with, which stands in nobody's way
            return Standing.ABSENT if self._scheme in _FLAT else Standing.BLOCKED
        told = md5_of(said) if said.get("size") == file.size else ""
        if not told:
            return Standing.OTHER
        with open(self._output / file.path, "rb", buffering=0) as opened:
            same = hashlib.file_digest(opened, lambda: hashlib.md5(usedforsecurity=False)).hexdigest() == told
        return Standing.SAME if same else Standing.OTHER

    def send(self, files: Sequence[File], /) -> Iterator[str]:
        fs, _ = self._opened

        def sent(file: File) -> None:
            target = self._name(file.path)
            self._make_folder(target.rpartition("/")[0])
            fs.put_file(str(self._output / file.path), target, **self._metadata(file.path))

        return (file.path for file, _ in self._several(sent, files))

    def put(self, path: str, content: bytes) -> None:
        fs, _ = self._opened
        self._make_folder(self._name(path).rpartition("/")[0])
        try:
            self._asked(lambda: fs.pipe_file(self._name(path), content, **self._metadata(path)))
        except FileNotFoundError as error:
            raise self._failed(error) from error

    def delete(self, paths: Sequence[str], folders: Sequence[str]) -> Iterator[str]:
        del folders
        fs, _ = self._opened

        def deleted(path: str) -> None:
            with suppress(FileNotFoundError):
                fs.rm_file(self._name(path))  # `rm` would take the signs of a pattern for one

        return (path for path, _ in self._several(deleted, paths))

    def _make_folder(self, folder: str) -> None:
        """Where there are folders. One thread makes one at a time."""
        if self._scheme in _FLAT:
            return
        fs, _ = self._opened
        with self._making:
            if folder not in self._folders:
                fs.makedirs(folder, exist_ok=True)
                self._folders.add(folder)

    def _metadata(self, path: str) -> dict[str, Any]:
        told = _METADATA.get(self._scheme)
        return told(path) if told else {}

    def _name(self, path: str) -> str:
        return f"{self._opened[1]}/{path}"

    def _several(self, do: Callable[[Any], Answer], jobs: Sequence[Any]) -> Iterator[tuple[Any, Answer]]:
        try:
            yield from several(do, jobs)
        except BackfileError:
            raise
        except Exception as error:
            raise self._failed(error) from error

    def _asked(self, do: Callable[[], Answer]) -> Answer:
        try:
            return patiently(do, Event())
        except FileNotFoundError:
            raise
        except Exception as error:
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> MachineError:
        """What a library raised, in one line. Their classes are as many as the libraries."""
        said = " ".join(str(error).split()) or "it cannot be used"
        return MachineError(f"{said} ({type(error).__name__})", Location(self._address))


def md5_of(said: Mapping[str, Any]) -> str:
    """The MD5 of an object in hexadecimal, "" where what the store says of it names none."""
    tag = str(said.get("ETag", "")).strip('"').lower()
    if len(tag) == 32 and not set(tag) - set("0123456789abcdef"):
        return tag
    with suppress(binascii.Error, ValueError):
        return base64.b64decode(str(said.get("md5Hash", "")), validate=True).hex()
    return ""
