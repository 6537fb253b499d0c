"""Fields as `frontmatter.join` writes them, read by one pattern. Pure: str → what Meta holds, or None where unsure.

Nearly every file of an archive has the header that ingest wrote. To read such a one, YAML's parser with its hundred
events and as many calls is not needed: each field has a Form, a pattern of what is written behind its name and what
that means, and the forms of all fields in their order make one pattern. Whatever it does not match in full (a comment,
another order, a field twice, other quotes, a broken date) is not refused here but left to `yamlsafe`, which knows all
of YAML and says what is wrong, with the line.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from generator import edtf
from generator.errors import DateError
from generator.text import LANGUAGE_TAG, printable


class UnsureError(Exception):
    """This is not as we write it; or it is, but someone else has to say what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Form:
    """What stands behind `name:`, and what its one group is to Meta.

    In `pattern` a line begins with its newline, which is written as itself: one level deeper is two blanks after each.
    """

    pattern: str
    read: Callable[[str], Any]


class Fields:
    """Fields that stand each on lines of its own, in this order, any of them left out."""

    def __init__(self, forms: Iterable[tuple[str, Form]], depth: int = 0) -> None:
        rows = tuple(forms)
        lines = "".join([f"(?:\n{re.escape(name)}:{form.pattern})?" for name, form in rows])
        self._pattern = lines.replace("\n", "\n" + "  " * depth)
        self._rows = tuple([(name, form.read) for name, form in rows])

    @cached_property
    def _match(self) -> Callable[[str], re.Match[str] | None]:
        """Compiled when the first is read: all fields together take longer than a start may."""
        return re.compile(self._pattern).fullmatch

    def read(self, written: str) -> dict[str, Any]:
        """What is said of each field that is there. Every line in `written` has its newline in front."""
        if not (match := self._match(written)):
            raise UnsureError
        found = zip(self._rows, match.groups(), strict=True)
        return {name: read(value) for (name, read), value in found if value is not None}


MOST = 10_000  # characters: neither 64 KB nor 5,000 values fit into so few


def known(fields: Fields, header: str) -> dict[str, Any] | None:
    """What a whole header says; None = ask `yamlsafe`."""
    if not header:
        return {}
    if len(header) > MOST or header[-1] != "\n":
        return None
    try:
        return fields.read(f"\n{header[:-1]}")
    except (UnsureError, DateError):
        return None


# ── Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

# Between quotes: what no line can hold as it is, and what `printable` would drop, stands there escaped or not at all.
_SAFE = r'[ !#-\[\]-~]*+[^\x00-\x1f"\\\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]*+'
_ESCAPE = r'\\(?:["\\nrt]|u(?!d[89a-f])[0-9a-f]{4})'  # YAML has no pairs of halves: for \ud83d it is an error
_PLAIN = r"[^\W\d_][\w.'’-]*+(?: [\w.'’-]++)*"
_SCALAR = rf'(?:"{_SAFE}(?:{_ESCAPE}{_SAFE})*"|{_PLAIN})'
_NULLS = frozenset(["null", "Null", "NULL"])


def _scalar(written: str) -> str:
    if written[0] != '"':
        return "" if written in _NULLS else written
    return printable(json.loads(written)) if "\\" in written else written[1:-1]


_scalars = re.compile(_SCALAR).findall
_LIST = f" \\[{_SCALAR}(?:, {_SCALAR})*\\]|(?:\n  - {_SCALAR})+"  # [A, B], or one a line


def _texts(written: str) -> tuple[str, ...]:
    # Words in one line, as nearly all tags are, are there for the cutting.
    items = written[2:-1].split(", ") if written[0] == " " and '"' not in written else _scalars(written)
    return tuple([text for text in map(_scalar, items) if text])


def _one_or_more(written: str) -> tuple[str, ...]:
    if written[0] == "\n" or written[1] == "[":
        return _texts(written)
    text = _scalar(written[1:])
    return (text,) if text else ()


def words(*known: str) -> Form:
    """One of these, without quotes."""
    return Form(f" ({'|'.join(known)})", str)


def _tag(written: str) -> str:
    tag = _scalar(written)
    if tag and not LANGUAGE_TAG.fullmatch(tag):
        raise UnsureError
    return tag


TEXT = Form(f" ({_SCALAR})", _scalar)
LANGUAGE = Form(f" ({_SCALAR})", _tag)
LIST = Form(f"({_LIST})", _texts)
ONE_OR_LIST = Form(f"( {_SCALAR}|{_LIST})", _one_or_more)
DATE = Form(" ([0-9.][0-9XTZ.+~?%/-]*+(?::[0-9][0-9XTZ.+~?%/-]*+)*)", edtf.parse)
TRUE = Form(" (true)", bool)

# ── Fields inside fields ─────────────────────────────────────────────────────────────────────────────────────────

_BLOCK = "(?:\n  .*)+"  # any lines that stand deeper: what they are is looked at when they are read


def parts(record: Callable[..., Any], forms: Mapping[str, Form]) -> Form:
    """The parts of one record, a line each."""
    fields = Fields(forms.items(), depth=1)
    return Form(f"({_BLOCK})", lambda written: record(**fields.read(written)))


def parts_or_true(record: Callable[..., Any], forms: Mapping[str, Form]) -> Form:
    """The parts of one record, or `true` where there is nothing to say but that it is."""
    some = parts(record, forms)
    return Form(f"( true|{_BLOCK})", lambda written: record() if written == " true" else some.read(written))


def records(record: Callable[..., Any], forms: Mapping[str, Form]) -> Form:
    """A list of records, each a dash and its parts; those that say nothing are left out."""
    fields, empty = Fields(forms.items(), depth=2), record()

    def read(written: str) -> tuple[Any, ...]:
        first, *items = written.split("\n  - ")
        if first:
            raise UnsureError
        found = [record(**fields.read(f"\n    {item}")) for item in items]
        return tuple([one for one in found if one != empty])

    return Form(f"({_BLOCK})", read)


_NAME = r"[A-Za-z_][\w-]{0,99}"


@lru_cache(maxsize=1024)  # what was inferred, and by which rule, is much the same in a whole archive
def _pairs(written: str) -> tuple[tuple[str, str], ...]:
    pairs = dict([line.split(": ", 1) for line in written.split("\n  ")[1:]])
    if len(pairs) < written.count("\n"):
        raise UnsureError
    return tuple([(name, _scalar(value)) for name, value in pairs.items()])


PAIRS = Form(f"((?:\n  {_NAME}: {_SCALAR})+)", _pairs)
