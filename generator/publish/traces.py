"""What a page was made of, and whether it still holds (verifying traces). Pure.

A page is a function of its arguments: the view, the body, the layout with all it includes, the site's chrome, and this
program. Their digests are the trace. A page is rendered if and only if there is no trace, an input differs, or its file
is gone or was altered; it is removed if and only if it is ours and no longer planned.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from generator.fingerprint import quick
from generator.model import Trace
from generator.packed import pack
from generator.views import Entry, Group, Page

INPUTS = ("view", "body", "layout", "site", "program")

_SAYING = {
    "view": "what it shows of the archive is other",
    "body": "the text of its article is other",
    "layout": "its layout is other, or one that this includes",
    "site": "site.yaml says other things of the site",
    "program": "Backfile or a library of it is another version",
}


def differing(trace: Trace, inputs: Sequence[str]) -> list[bool]:
    """Of each input whether it is another than the one that was taken. What was copied and is a page now, or the other
    way round, has nothing in common with what it was."""
    alike = len(trace.inputs) == len(inputs)
    return [not alike or trace.inputs[n] != now for n, now in enumerate(inputs)]


def why(trace: Trace | None, inputs: tuple[str, ...], stat: tuple[int, int] | None) -> str:
    """Why a page is to be made, "" where it holds."""
    if trace is None:
        return "it is new"
    if len(trace.inputs) != len(inputs):
        return "it was copied, and is a page now"
    others = zip(INPUTS, differing(trace, inputs), strict=False)  # of a copy there is one, which the caller compared
    said = [_SAYING[name] for name, other in others if other]
    if not said and stat != (trace.size, trace.mtime_ns):
        return "its file is gone" if stat is None else "its file was altered"
    return "; ".join(said)


# Every file of the site with its SHA-256, as `sha256sum --check` reads it. It also tells the next build what is ours,
# should .backfile/ be lost.
MANIFEST = "manifest-sha256.txt"


def inputs(page: Page, layout: str, site: str, program: str) -> tuple[str, ...]:
    """The digests that decide what a page says, in the order of INPUTS."""
    view = page.view
    return quick((page.template, type(view).__name__, brief(view))), page.body, layout, site, program


def brief(view: Any) -> Sequence[object]:
    """A view as it is digested: in plain tuples. An entry stands in ten lists and is the most that they say: it is
    digested once."""
    if not isinstance(view, tuple):
        return pack(view)
    return [field if not field or type(field) is str else _plain(field) for field in view]


def _plain(field: Any) -> object:
    if type(field) is tuple:
        return _rows(field)
    return tuple(field) if isinstance(field, tuple) else pack(field)


def _rows(rows: Sequence[Any]) -> Sequence[object]:
    kind = type(rows[0])
    if kind is Entry:
        return list(map(_of_entry, rows))
    return list(map(_of_group if kind is Group else tuple, rows))


def _of_group(group: Group) -> tuple[object, ...]:
    return group.label, group.anchor, list(map(_of_entry, group.entries))


@lru_cache(1 << 15)  # 8 MB
def _of_entry(entry: Entry) -> str:
    return quick(tuple(entry))


def forget() -> None:
    """What was digested of entries so far."""
    _of_entry.cache_clear()


def holds(trace: Trace | None, inputs: tuple[str, ...], stat: tuple[int, int] | None) -> bool:
    """Whether the file in output/ (its size and mtime in ns, None = gone) is what these inputs make."""
    return trace is not None and trace.inputs == inputs and stat == (trace.size, trace.mtime_ns)


def amended(manifest: bytes, outputs: Mapping[str, str], gone: Collection[str]) -> bytes:
    """The same with other lines for these files (path → SHA-256), and without those that are gone. To ask the memory
    for all of 100,000 would take a third of a second, to part as many lines a tenth."""
    parts: list[bytes | memoryview] = []
    done, whole = 0, memoryview(manifest)  # of which no part is copied but into what is joined
    for path in sorted({*outputs, *gone}, key=_in_bytes):
        name = _in_bytes(path)
        at = _place(manifest, name)
        end = manifest.find(b"\n", at) + 1
        parts.append(whole[done:at])
        done = end if manifest[at + 66 : end - 1] == name else at
        if path in outputs:
            parts.append(b"%b  %b\n" % (outputs[path].encode(), name))
    return b"".join((*parts, whole[done:]))


def _in_bytes(path: str) -> bytes:
    return path.encode(errors="surrogatepass")


def _place(manifest: bytes, name: bytes) -> int:
    """Where the line of a file begins, or the first that stands behind it: lines are in the order of their names."""
    low, high = 0, len(manifest)
    while low < high:
        middle = (low + high) // 2
        start = manifest.rfind(b"\n", low, middle) + 1 or low
        end = manifest.index(b"\n", middle)
        if manifest[start + 66 : end] < name:
            low = end + 1
        else:
            high = start
    return low


def read_manifest(lines: Iterable[str]) -> dict[str, str]:
    """path → SHA-256 of a manifest; lines that are none are passed over."""
    pairs = (line.rstrip("\n").partition("  ") for line in lines)
    return {path: sha for sha, gap, path in pairs if gap and len(sha) == 64 and inside(path)}


def inside(path: str) -> bool:
    """Whether a path stays in the output: a damaged memory must not make us remove what lies elsewhere."""
    return not path.startswith("/") and ".." not in path.split("/") and "\\" not in path
