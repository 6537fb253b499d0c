"""YAML as far as an archive needs it: str → tree of texts with their lines, and pairs → str. Pure.

YAML can do far more than hold a few fields, and what it can do beyond that is how archives get hurt: a front matter of
622 bytes with nested merge keys costs PyYAML half a minute, 60,000 opening brackets kill the process, tags build
objects, and YAML 1.1 turns the language `no` into False and 12:30:45 into 45045. So the text is never loaded as
YAML. The events of the parser, which expand nothing, are walked once; what could hurt is refused while walking, with
its line; and every value stays the text it is. Whoever reads a field decides what the text means.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeGuard

import yaml

from generator.errors import Location, YamlError
from generator.model import Value

MAX_BYTES = 65_536
MAX_DEPTH = 20
MAX_NODES = 5_000
MAX_KEY = 128  # with every character escaped still below the 1,024 that YAML allows

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. Lines and columns are from 1; `end` is the last line it stands on; `plain` = written without quotes."""

    text: str
    line: int = 0
    column: int = 0
    end: int = 0
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    line: int = 0
    column: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names and values in the order of the file; no name twice."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int = 0
    column: int = 0
    end: int = 0


Node = Scalar | Sequence | Mapping


class Plain(str):
    """A text that `dump` writes as it stands, without quotes: a date, true, false. Whoever makes one vouches for it."""

    __slots__ = ()


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────


def load(text: str) -> Node:
    """The one document in `text`; an empty one is an empty plain Scalar.

    Refused with YamlError and its line: broken YAML, several documents, anchors, aliases, tags, merge keys, names that
    stand twice, more than 64 KB, 20 levels or 5,000 values.
    """
    try:
        if len(text) > MAX_BYTES or len(text.encode()) > MAX_BYTES:
            raise YamlError(f"more than {MAX_BYTES // 1024} KB of fields — move long text into the body")
        return _Reader(text).document()
    except yaml.YAMLError as error:
        line, message = _explain(error, text)
        raise YamlError(message, Location(line=line)) from error
    except ValueError as error:  # lone surrogates
        raise YamlError("half a character that no file can hold — delete it") from error


class _Reader:
    """Walks the events of one text. `left` counts down the values it may still hold."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = MAX_NODES
        self.next: Callable[[], Any] = _Loader(text).get_event

    def document(self) -> Node:
        self.next()  # the start of the stream
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            return Scalar("", 1, 1, 1, True)
        node = self.node(self.next(), 1)
        self.next()  # the end of the document
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _error(event, "a second document begins here — keep one; a line of --- may stand only at the top")
        return node

    def node(self, event: Any, depth: int) -> Node:
        self.left -= 1
        if self.left < 0:
            raise _error(event, f"more than {MAX_NODES:,} values — move long lists into a file of their own")
        if event.anchor is not None or event.tag is not None:  # an alias has its anchor's name
            raise self.refusal(event)
        start = event.start_mark
        if type(event) is yaml.ScalarEvent:
            return Scalar(event.value, start.line + 1, start.column + 1, _end(event), not event.style)
        if depth >= MAX_DEPTH:
            raise _error(event, f"more than {MAX_DEPTH} levels inside each other — write it flatter")
        if type(event) is yaml.SequenceStartEvent:
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def sequence(self, start: Any, depth: int) -> Sequence:
        items: list[Node] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self.node(event, depth + 1))
        mark, end = start.start_mark, items[-1].end if items and not start.flow_style else _end(event)
        return Sequence(tuple(items), mark.line + 1, mark.column + 1, end)

    def mapping(self, start: Any, depth: int) -> Mapping:
        pairs: list[tuple[Scalar, Node]] = []
        lines: dict[str, int] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self.key(event, depth, lines)
            pairs.append((key, self.node(self.next(), depth + 1)))
        mark, end = start.start_mark, pairs[-1][1].end if pairs and not start.flow_style else _end(event)
        return Mapping(tuple(pairs), mark.line + 1, mark.column + 1, end)

    def key(self, event: Any, depth: int, lines: dict[str, int]) -> Scalar:
        key = self.node(event, depth + 1)
        if not isinstance(key, Scalar) or len(key.text) > MAX_KEY:
            name = f"'{key.text[:40]}…'" if isinstance(key, Scalar) else "a list or fields"
            raise _error(event, f"{name} is no name for a field — write name: text, a long text in quotes")
        if key.plain and key.text == "<<":
            raise _error(event, "<< (a merge key) is refused — write the fields out")
        if key.text in lines:
            raise _error(event, f"{key.text}: written twice, first in line {lines[key.text]} — keep one of them")
        lines[key.text] = key.line
        return key

    def refusal(self, event: Any) -> YamlError:
        line = _line(self.text, event.start_mark.line)
        return _error(event, f"{_name(line)}anchors (&), aliases (*) and tags (!) are refused — {_in_quotes(line)}")


def _end(event: Any) -> int:
    """The last line of a value, from 1. A block text ends at the beginning of the line after it."""
    mark = event.end_mark
    line: int = mark.line + 1
    return line if mark.column else max(line - 1, event.start_mark.line + 1)


def _error(event: Any, message: str) -> YamlError:
    mark = event.start_mark
    return YamlError(message, Location(line=mark.line + 1, column=mark.column + 1))


# ── What a field's value is ──────────────────────────────────────────────────────────────────────────────────────


def absent(node: Node) -> bool:
    """Nothing is written: `deck:` alone, or null."""
    return isinstance(node, Scalar) and node.plain and node.text in ("", "~", "null", "Null", "NULL")


def text(node: Node) -> str:
    """The text of a value that is one; "" where nothing is written."""
    if isinstance(node, Scalar):
        return "" if absent(node) else node.text
    kind = "a list" if isinstance(node, Sequence) else "fields"
    raise YamlError(f"{kind} where one text is wanted — write one text, in quotes", Location(line=node.line))


def texts(node: Node) -> tuple[str, ...]:
    """The texts of a list; one text alone is a list of one. Empty ones are left out."""
    if isinstance(node, Mapping):
        raise YamlError("fields where a list is wanted — write [one, two]", Location(line=node.line))
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return tuple(text for text in map(_text, nodes) if text)


_text = text  # `texts` binds the name to its items


FLAGS = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}


def flag(node: Node) -> bool:
    """on, yes, true or off, no, false, in any case of letters."""
    word = text(node)
    if word.lower() not in FLAGS:
        raise YamlError(f"'{word[:60]}' — write yes or no", Location(line=node.line))
    return FLAGS[word.lower()]


def value(node: Node, clean: Callable[[str], str] = str) -> Value:
    """Any node as a frozen Value, without loss: texts, tuples, and tuples of pairs; `clean` is done to every text.

    A list of two-item lists would look like a mapping (`[[a, b]]` and `{a: b}`), so such a list gets one "" more at
    its end, and `dump` takes it off again.
    """
    if isinstance(node, Scalar):
        return clean(text(node))
    if isinstance(node, Mapping):
        return tuple((clean(key.text), value(item, clean)) for key, item in node.pairs)
    items = tuple(value(item, clean) for item in node.items)
    return (*items, "") if _doubtful(items) else items


def _doubtful(items: tuple[Value, ...]) -> bool:
    """Pairs and then any number of "", which a list may only be with one "" more than the file has."""
    count = len(items)
    while count and items[count - 1] == "":
        count -= 1
    return _is_mapping(items[:count])


def _is_mapping(items: tuple[Value, ...]) -> TypeGuard[tuple[tuple[str, Value], ...]]:
    return bool(items) and all(
        isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) for item in items
    )


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

_FLOW_WIDTH = 100
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_WORDS = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+)*")
_KEY = re.compile(r"[A-Za-z_][\w-]*")
# What other readers of YAML 1.1 take for a boolean or nothing.
_RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
# What YAML cannot hold as it is, what it takes for the end of a line, and what reorders text in an editor.
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def dump(pairs: Iterable[tuple[str, Value]], indent: str = "") -> str:
    """Names and values as YAML that every reader understands the same way, one line a text however long it is.

    A text of several words is quoted even where YAML needs no quotes: a person may add a colon to it one day.
    """
    return "".join([_entry(key, item, indent) for key, item in pairs])


def quoted(text: str) -> str:
    """A text in double quotes, with what cannot stand in a line escaped as JSON does."""
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}", text)
    return f'"{text}"'


def _entry(key: str, item: Value, indent: str) -> str:
    name = _name_of(key)
    if isinstance(item, str):
        return f"{indent}{name}: {_scalar(item, _WORD)}\n"
    return f"{indent}{name}:{_block(item, indent)}"


@lru_cache(maxsize=256)  # names of fields: the same ones in each file
def _name_of(key: str) -> str:
    return key if _KEY.fullmatch(key) and key.lower() not in _RESERVED else quoted(key)


def _block(items: tuple[Value, ...], indent: str) -> str:
    """What stands behind `name:` or `-`, down to the end of its last line."""
    deeper = indent + "  "
    if _is_mapping(items):
        return "\n" + dump(items, deeper)
    if _doubtful(items):
        items = items[:-1]
    line = _flow(items)
    return f" {line}\n" if line else "\n" + "".join(_item(item, deeper) for item in items)


def _flow(items: tuple[Value, ...]) -> str:
    """[A, B] where it fits a line, else ""."""
    words = [_scalar(item, _WORDS) for item in items if isinstance(item, str)]
    line = f"[{', '.join(words)}]"
    return line if len(words) == len(items) and len(line) <= _FLOW_WIDTH else ""


def _item(item: Value, indent: str) -> str:
    if isinstance(item, str):
        return f"{indent}- {_scalar(item, _WORDS)}\n"
    if _is_mapping(item):
        fields = "".join(_entry(key, inner, indent + "  ") for key, inner in item)
        return f"{indent}- {fields[len(indent) + 2 :]}"
    return f"{indent}-{_block(item, indent)}"


def _scalar(text: str, plain: re.Pattern[str]) -> str:
    if isinstance(text, Plain) or (plain.fullmatch(text) and text.lower() not in _RESERVED):
        return text
    return quoted(text)


# ── What is wrong, for a person ──────────────────────────────────────────────────────────────────────────────────

_FIELD = re.compile(r"[ \t]*(?:- )?([\w-]{1,60}):[ \t]+(.*\S)")
_LINE = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])?")


def lines(text: str) -> list[str]:
    """The lines as YAML 1.1 counts them (NEL, U+2028 and U+2029 end one too), with their ends."""
    return [line for line in _LINE.findall(text) if line]


def _line(text: str, number: int) -> str:
    found = lines(text)
    return found[number].rstrip() if number < len(found) else ""


def _name(line: str) -> str:
    match = _FIELD.match(line)
    return f"{match[1]}: " if match else ""


def _in_quotes(line: str) -> str:
    """Advice to quote the value on a line, with the line as it should be where that is short."""
    match = _FIELD.match(line)
    if not match or len(match[2]) > 80:
        return 'put the text in quotes: "…"'
    inner = match[2]
    if len(inner) > 1 and inner[0] == inner[-1] and inner[0] in "'\"":
        inner = inner[1:-1]
    better = f"'{inner}'" if '"' in inner and "'" not in inner else quoted(inner)
    if better == match[2]:
        return "look for one that is missing, here or in the lines above"
    return f"put the text in quotes: {match[1]}: {better}"


def _explain(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """(line from 1, message) for what PyYAML says in its own words."""
    if not isinstance(error, yaml.MarkedYAMLError):
        position = getattr(error, "position", 0)
        return text.count("\n", 0, position) + 1, "a control character — delete it"
    context, problem = error.context or "", error.problem or ""
    # Of a text that runs on too long, the beginning is where to look.
    begun = ("while scanning a quoted", "while scanning a simple key", "while parsing a flow")
    mark = (error.context_mark if context.startswith(begun) else None) or error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    return number + 1, _advice(problem, _line(text, number))


def _advice(problem: str, line: str) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())] or "tab character" in problem:
        return "a tab at the beginning of the line — indent with blanks"
    if "escape" in problem or "hexdecimal" in problem:  # so spelt in libyaml
        return f"{_name(line)}a backslash in double quotes — write it twice: \\\\"
    if "end of stream" in problem:
        return f"{_name(line)}a quotation mark is opened and never closed — close it"
    if (match := _FIELD.match(line)) and (blame := _blame(match[2])):
        return f"{match[1]}: {blame} — {_in_quotes(line)}"
    if "expected ':'" in problem:
        return f"'{line.strip()[:60]}' is no field — write it as name: text, or delete the line"
    return f"{_name(line)}cannot be read here — give each field a line of its own, all equally far from the left"


def _blame(value: str) -> str:
    """What it is about the value on a line that made the parser stop there; "" where the value looks sound."""
    if value[0] in "'\"":
        return "the quotation marks do not pair"
    if value[0] in "*&!%@`|>[]{},#?-":
        return f"a text that begins with {value[0]} must stand in quotes"
    return "a colon in an unquoted text" if re.search(r":(?:\s|$)", value) else ""
