"""The difference between what was built and what DEST holds → what is to be done. Pure.

DEST says what it holds in the manifest of the last deploy, which was written last: at any address that it names stand
the bytes that it says, unless a deploy was cut off since. What that one may have put there or deleted is named beside
it (`Held.unfinished`), and has to be looked at. So has each address that is new, where somebody else's file may stand.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.deploy.model import UNFINISHED, File, Held, Plan, Standing
from generator.deploy.order import stages
from generator.publish.traces import MANIFEST, read_manifest

_OF_DEPLOYS = frozenset([MANIFEST, UNFINISHED])


def listed(manifest: bytes) -> dict[str, str]:
    """Address → SHA-256 of a manifest. It may come from anywhere: what is no address below DEST is passed over."""
    pairs = read_manifest(manifest.decode(errors="surrogateescape").split("\n"))
    return {path: sha for path, sha in pairs.items() if _plain(path) and path not in _OF_DEPLOYS}


def _plain(path: str) -> bool:
    return "\0" not in path and not {"", ".", ".."} & set(path.split("/"))


def listing(pairs: Iterable[tuple[str, str]]) -> bytes:
    """A manifest, its lines in the order of their names."""
    lines = sorted((path.encode(errors="surrogateescape"), sha) for path, sha in pairs)
    return b"".join(b"%b  %b\n" % (sha.encode(), path) for path, sha in lines)


def doubtful(files: Iterable[File], held: Held, *, verify: bool = False) -> tuple[File, ...]:
    """Of which files DEST has to be asked what stands at their address; to `verify`, of all of them."""
    return tuple([file for file in files if verify or file.path in held.unfinished or file.path not in held.deployed])


def plan(files: Sequence[File], held: Held, seen: Mapping[str, Standing]) -> Plan:
    """What is to be done so that DEST holds these files. `seen`: what stands at the addresses that were `doubtful`."""
    built = {file.path for file in files}
    gone = sorted({*held.deployed, *held.unfinished} - built)
    different = [file for file in files if _differs(file, held, seen)]
    foreign = frozenset(_in_the_way(different, held, seen, gone))
    sends = [file for file in different if file.path not in foreign]
    clear = frozenset(_standing_in_the_way(gone, {file.path for file in sends}))
    return Plan(
        clear=tuple(path for path in gone if path in clear),
        stages=stages(sends),
        deletes=tuple(path for path in gone if path not in clear),
        folders=_emptied(gone, built - foreign),
        foreign=tuple(sorted(foreign)),
        same=len(files) - len(different),
    )


def _differs(file: File, held: Held, seen: Mapping[str, Standing]) -> bool:
    if file.path in seen:
        return seen[file.path] is not Standing.SAME
    return held.deployed.get(file.path) != file.sha256


def _in_the_way(
    different: Iterable[File], held: Held, seen: Mapping[str, Standing], gone: Collection[str]
) -> Iterator[str]:
    """At which of these addresses something stands that is not ours. Ours is too a folder in which we delete, and a
    file that we delete where there is to be a folder."""
    files = frozenset(gone)
    folders = {folder for path in gone for folder in above(path)}
    for path in (file.path for file in different if not held.ours(file.path)):
        cleared = path in folders or any(folder in files for folder in above(path))
        if seen[path] is Standing.OTHER or (seen[path] is Standing.BLOCKED and not cleared):
            yield path


def _standing_in_the_way(gone: Iterable[str], sends: Collection[str]) -> Iterator[str]:
    """What is to be deleted where one of these needs a folder, or in a folder where one of these is to stand."""
    folders = {folder for path in sends for folder in above(path)}
    return (path for path in gone if path in folders or any(folder in sends for folder in above(path)))


def _emptied(gone: Iterable[str], left: Iterable[str]) -> tuple[str, ...]:
    """The folders in which something is deleted and nothing of ours is left, the deeper first."""
    found = {folder for path in gone for folder in above(path)}
    if found:
        found -= {folder for path in left for folder in above(path)}
    return tuple(sorted(found, key=lambda folder: (-folder.count("/"), folder)))


def above(path: str) -> Iterator[str]:
    """The folders above an address."""
    return (path[:at] for at, letter in enumerate(path) if letter == "/")


def underway(todo: Plan, held: Held) -> bytes:
    """What is written beside the manifest before anything is sent or deleted."""
    known = {**held.unfinished, **held.deployed}
    gone = {path: known[path] for path in todo.gone}
    return listing({**held.unfinished, **gone, **{file.path: file.sha256 for file in todo.sends}}.items())


def deployed(files: Iterable[File], todo: Plan) -> bytes:
    """The manifest of what DEST holds when all is done: somebody else's files are no part of it."""
    foreign = frozenset(todo.foreign)
    return listing((file.path, file.sha256) for file in files if file.path not in foreign)


MOST = 20  # files: of fewer it is no matter


def deletes_most(todo: Plan, held: Held) -> bool:
    """Whether more than half of what was deployed is to go: as if another archive had been deployed there."""
    gone = sum(path in held.deployed for path in todo.gone)
    return gone > max(MOST, len(held.deployed) // 2)
