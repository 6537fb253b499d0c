"""The seam: a Markdown file ↔ (Meta, body). Pure.

    ---
    title: "Quake shakes the coast"       one row of FIELDS for each field: how it is read, how it is written
    date: 2020-11-18
    ---

    The body, as it is.

`split(join(meta, body)) == (meta, body)` for every body whose lines end in "\\n" (CRLF and CR become that) and for
every text that `text.printable` leaves alone: controls, byte-order marks and marks that reorder text are dropped when
a field is read. `amend` changes single fields of a file that a person has edited and keeps every other byte of it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from generator import canonical, yamlsafe
from generator.errors import FrontMatterError, Location, located
from generator.fields import CANONICAL, FIELDS, FOREIGN, Known, read_field, written
from generator.model import Meta, Value
from generator.text import printable
from generator.yamlsafe import Mapping, Node, Scalar

_BY_NAME = {field.name: field for field in FIELDS}
_RANK = {field.name: rank for rank, field in enumerate(FIELDS)}

FEW = 200  # headers: to make the pattern that reads them quickly takes longer than to read so many by YAML
_FIRST = iter(range(FEW))

# ── Whole files ──────────────────────────────────────────────────────────────────────────────────────────────────


def split(text: str, language: str = "") -> tuple[Meta, str]:
    """A Markdown file → its fields and its body, without the one blank line between them.

    Without front matter: Meta() and the whole text. `language` is that of a file which does not name its own. A missing
    title is for the caller to judge. Raises YamlError and FrontMatterError with the line in the file.
    """
    header, body = fences(text)
    known = canonical.known(CANONICAL, header) if next(_FIRST, None) is None else None
    if known is None:
        meta = _parsed(header)[1]
        return (meta if meta.language else replace(meta, language=language)), body
    known["language"] = known.get("language") or language  # to make such a Meta twice would cost more than to read it
    return _meta(known), body


def ready() -> None:
    """Many headers are about to be read: from now on quickly."""
    for _ in _FIRST:
        pass
    CANONICAL.read("")


def fences(text: str) -> tuple[str, str]:
    """The YAML between the lines of ---, unread ("" where there is none), and the body as `split` gives it."""
    found = _fences(text)
    if found is None:
        return "", _newlines(text.removeprefix("\ufeff"))
    start, end, after = found
    return text[start:end], _newlines(text[after:]).removeprefix("\n")


def join(meta: Meta, body: str) -> str:
    """Fields and body → a Markdown file. Raises YamlError where `split` would refuse it: over 64 KB."""
    return f"---\n{_header(meta)}---\n\n{body}"


def with_body(text: str, body: str) -> str:
    """The same file with another body; its front matter stays byte for byte."""
    found = _fences(text)
    if found is None:
        return join(Meta(), body) if body.startswith(("---", "\ufeff")) else body
    start, end, after = found
    closing = text[end:after].rstrip("\r\n")
    return text[:end] + f"{closing}\n\n{body}".replace("\n", _newline(text, start))


def read(node: Node) -> Meta:
    """The fields of a mapping that `yamlsafe.load` made → Meta. Unknown ones go to `extra`."""
    if yamlsafe.absent(node):
        return Meta()
    if not isinstance(node, Mapping):
        raise FrontMatterError("this is no list of fields — write name: text, one a line", Location(line=node.line))
    known, unknown, _ = _gathered(node.pairs)
    extra = ((printable(key.text), yamlsafe.value(value, printable)) for key, value in unknown)
    return _meta(known, tuple((name, value) for name, value in extra if value))


def _meta(known: Known, extra: tuple[tuple[str, Value], ...] = ()) -> Meta:
    if "withdrawn" in known:
        known.setdefault("status", "withdrawn")
    return Meta(**known, extra=extra)


def parse_sidecar(text: str) -> Meta:
    """A bare YAML file with the same fields; lines of --- around it do no harm."""
    text = text.removeprefix("\ufeff").rstrip()
    if text.startswith("---") and text.endswith(("\n---", "\n...")):
        text = text[:-3]
    return read(yamlsafe.load(text))


def nearest(name: str) -> str:
    """The field that an unknown name most resembles, or that it would be here (`description`: summary); else ""."""
    if name in FOREIGN:
        return FOREIGN[name].targets[0]
    return next(iter(get_close_matches(name.lower(), [*_BY_NAME, *FOREIGN], 1)), "")


_Pairs = tuple[tuple[Scalar, Node], ...]


def _gathered(pairs: _Pairs) -> tuple[Known, list[tuple[Scalar, Node]], dict[str, set[str]]]:
    """What all fields say; the unknown ones; and for each of another generator the fields of ours it spoke for.

    Our own names are read first: they win over others, wherever they stand.
    """
    known: Known = {}
    unknown, spoken = [], {}
    for key, value in pairs:
        if key.text in _BY_NAME and not yamlsafe.absent(value):
            known[key.text] = read_field(key.text, _BY_NAME[key.text].read, value)
    known = {name: said for name, said in known.items() if said}
    for key, value in pairs:
        if key.text in _BY_NAME or yamlsafe.absent(value):
            continue
        said = _translated(key.text, value, known) if key.text in FOREIGN else None
        if said is None:
            unknown.append((key, value))
        else:
            spoken[key.text] = {name for name in said if said[name] and said[name] != known.get(name)}
            known |= {name: said[name] for name in spoken[key.text]}
    return known, unknown, spoken


def _translated(name: str, value: Node, known: Known) -> Known | None:
    found: Known | None = read_field(name, lambda node: FOREIGN[name].translate(node, known), value)
    return found


_OPEN = re.compile("\ufeff?---[ \t]*(?:\r\n|[\n\r])")
_CLOSE = re.compile(r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|[\n\r]|\Z)", re.MULTILINE)
# Where no line ends in "\r" alone. That it begins with a letter makes it four times as fast.
_CLOSE_LF = re.compile("\n" + r"(?:---|\.\.\.)[ \t]*(?:\r\n|[\n\r]|\Z)")


def _fences(text: str) -> tuple[int, int, int] | None:
    """Where the fields begin and end and where the body begins; None = there is no front matter."""
    opening = _OPEN.match(text)
    if not opening:
        return None
    start = opening.end()
    closing = _CLOSE_LF.search(text, start - 1)
    if closing and "\r" not in text[start - 1 : closing.start()]:
        return start, closing.start() + 1, closing.end()
    closing = _CLOSE.search(text, start)
    if not closing:
        message = "the front matter is never closed — write --- on a line of its own below the last field"
        raise FrontMatterError(message, Location(line=1))
    return start, closing.start(), closing.end()


def _parsed(header: str) -> tuple[Node, Meta]:
    with located(Location(line=2)):
        node = yamlsafe.load(header)
        return node, read(node)


def _newline(text: str, start: int) -> str:
    """How lines end in a file whose fields begin at `start`: as the first one does."""
    return "\r\n" if text[:start].endswith("\r\n") else text[start - 1]


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _header(meta: Meta) -> str:
    return _readable(yamlsafe.dump([*written(meta), *((name, value) for name, value in meta.extra if value)]))


def _readable(header: str) -> str:
    """The fields, after a look that they can be read again where they are many."""
    if len(header) > canonical.MOST:
        _parsed(header)
    return header


# ── Amending ─────────────────────────────────────────────────────────────────────────────────────────────────────


def amend(text: str, meta: Meta, fields: Iterable[str]) -> str:
    """The same file with `fields`, and only them, as in `meta`: replaced where they stand, else put in their place in
    the order of FIELDS, taken out where `meta` has nothing. Every other line, comment and the body stay byte for byte.

    A field that stands there under another generator's name is written under ours. A comment inside a replaced value
    goes with it. Only a header that is not one field a line ({a: b, c: d}) is written anew as a whole.
    """
    names = frozenset(fields)
    found = _fences(text)
    if found is None:
        header, text = _header(_with(Meta(), meta, names)), text.removeprefix("\ufeff")
        newline = "\r\n" if "\r\n" in text else "\n"
        return f"---\n{header}---\n\n".replace("\n", newline) + text if header else text
    start, end, _ = found
    return text[:start] + _amended(text[start:end], meta, names, _newline(text, start)) + text[end:]


def _with(old: Meta, new: Meta, names: frozenset[str]) -> Meta:
    return replace(old, **{name: getattr(new, name) for name in names})


def _amended(header: str, meta: Meta, names: frozenset[str], newline: str) -> str:
    node, old = _parsed(header)
    wanted = _with(old, meta, names)
    # Another generator's field that had nothing to say so far must not begin to speak where ours falls silent.
    wanted = replace(wanted, extra=tuple(pair for pair in old.extra if pair[0] not in FOREIGN))
    if not _one_a_line(node):
        return _header(wanted).replace("\n", newline)
    target = _parsed(_header(wanted))[1]  # as it will be read
    pairs = node.pairs if isinstance(node, Mapping) else ()
    drop = names | {name for name, spoken in _gathered(pairs)[2].items() if spoken & names}
    # A line may have said more than one thing (`categories` section and tags, `withdrawn` the status), or have kept
    # another silent. What reads otherwise than it should is written out too, and who else speaks for it is dropped.
    indent = " " * (pairs[0][0].column - 1 if pairs else 0)
    for _ in FIELDS:
        amended = _edited(header, pairs, drop, _pieces(target, names, indent, newline))
        now = _parsed(amended)[1]
        wrong = {field.name for field in FIELDS if getattr(now, field.name) != getattr(target, field.name)}
        if not wrong:
            return amended
        names |= wrong
        drop |= names | {name for name, foreign in FOREIGN.items() if wrong.intersection(foreign.targets)}
    raise AssertionError(f"amending {sorted(names)} does not come to rest")


def _one_a_line(node: Node) -> bool:
    """Every field begins a line of its own, all equally far from the left; else lines cannot be exchanged."""
    if not isinstance(node, Mapping) or not node.pairs:
        return yamlsafe.absent(node)
    keys = [key for key, _ in node.pairs]
    return keys[0].line == node.line and all(key.column == node.column for key in keys)


def _pieces(target: Meta, names: frozenset[str], indent: str, newline: str) -> dict[str, str]:
    """The lines of each of `names` that has something to say."""
    written = ((field.name, field.write(target)) for field in FIELDS if field.name in names)
    return {name: yamlsafe.dump([(name, value)], indent).replace("\n", newline) for name, value in written if value}


def _edited(header: str, pairs: _Pairs, drop: frozenset[str], pieces: dict[str, str]) -> str:
    """The lines of the header without those of `drop`, and with new ones where they stood or where they belong."""
    lines, pieces = yamlsafe.lines(header), dict(pieces)
    ends: dict[int, int] = {}
    edits: list[tuple[int, int, str]] = []
    for key, value in pairs:
        first, last = key.line - 1, max(key.end, value.end)
        if key.text in drop:
            edits.append((first, _without_blanks(lines, first, last), pieces.pop(key.text, "")))
        if key.text in _RANK:
            ends[_RANK[key.text]] = last
    for name, piece in pieces.items():
        at = ends[max(before)] if (before := [rank for rank in ends if rank < _RANK[name]]) else 0
        edits.append((at, at, piece))
    return _spliced(lines, edits)


def _without_blanks(lines: list[str], first: int, last: int) -> int:
    """The end of an entry without the blank lines below a block text, which belong to it but stand between fields."""
    while last > first + 1 and not lines[last - 1].strip():
        last -= 1
    return last


def _spliced(lines: list[str], edits: list[tuple[int, int, str]]) -> str:
    """The lines, with those from `first` up to `last` exchanged for a text, for each edit (first, last, text)."""
    parts: list[str] = []
    position = 0
    for first, last, piece in sorted(edits, key=lambda edit: edit[:2]):
        parts += [*lines[position:first], piece]
        position = last
    return "".join([*parts, *lines[position:]])
