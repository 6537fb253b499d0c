"""The fields of the front matter: one row of FIELDS each, and FOREIGN for the names of other generators. Pure.

A row says how a value is read from a YAML node and how it is written again. A reader raises an ItemError that says
what to write instead; `read_field` adds the field's name and the line.
"""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from generator import canonical, edtf, yamlsafe
from generator.canonical import DATE, LANGUAGE, LIST, ONE_OR_LIST, PAIRS, TEXT, TRUE, Form
from generator.errors import FrontMatterError, ItemError, Location
from generator.model import Correction, Date, Image, Meta, Source, Value, Withdrawal
from generator.text import LANGUAGE_TAG, excerpt, printable
from generator.yamlsafe import Mapping, Node, Plain, Scalar, Sequence

# ── One value: Node → what Meta holds ────────────────────────────────────────────────────────────────────────────


def read_field(name: str, reader: Callable[[Node], Any], node: Node) -> Any:
    """Read one field; an error gets the field's name and, where it has none yet, its line."""
    try:
        return reader(node)
    except ItemError as error:
        line = error.location.line or node.line
        raise FrontMatterError(f"{name}: {error.message}", Location(line=line)) from error


def _parts(node: Node, readers: AnyMapping[str, Callable[[Node], Any]]) -> dict[str, Any]:
    """The parts of a field that has parts, each read by its own reader."""
    if not isinstance(node, Mapping):
        raise FrontMatterError(f"one text where parts are wanted — write {{{': …, '.join(readers)}: …}}")
    parts = {}
    for key, value in node.pairs:
        if key.text not in readers:
            known = ", ".join(readers)
            raise FrontMatterError(f"'{key.text}' is no part of it — the parts are {known}", Location(line=key.line))
        parts[key.text] = read_field(key.text, readers[key.text], value)
    return parts


def _text(node: Node) -> str:
    text = yamlsafe.text(node)
    return text if text.isprintable() else printable(text)


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(text for text in map(printable, yamlsafe.texts(node)) if text)


def _each(node: Node) -> tuple[Node, ...]:
    """The items of a list; what is no list is its own only item."""
    return node.items if isinstance(node, Sequence) else (node,)


def _tags(node: Node) -> tuple[str, ...]:
    """A list, or one text with commas, as other generators have it."""
    if isinstance(node, Scalar):
        return tuple(tag for tag in (part.strip() for part in _text(node).split(",")) if tag)
    return _texts(node)


def _authors(node: Node) -> tuple[str, ...]:
    """A list of names, or one name, which may hold a comma; a name may stand in a mapping under `name`."""
    names = (_named(item) if isinstance(item, Mapping) else _text(item) for item in _each(node))
    return tuple(name for name in names if name)


def _named(node: Mapping) -> str:
    names = [_text(value) for key, value in node.pairs if key.text == "name"]
    if not names:
        raise FrontMatterError("an author without a name — write name: …", Location(line=node.line))
    return names[0]


def _date(node: Node) -> Date | None:
    text = _text(node)
    return edtf.parse(text) if text.strip() else None


def _language(node: Node) -> str:
    """A language tag; en_US, as systems write it, is en-US."""
    tag = _text(node).strip().replace("_", "-")
    if tag and not LANGUAGE_TAG.fullmatch(tag):
        raise FrontMatterError(f"'{excerpt(tag, 60)}' — write a language tag: en, ar, ckb, pt-BR")
    return tag


STATUSES = ("draft", "published", "withdrawn")


def _status(node: Node) -> str:
    word = _text(node)
    if word not in STATUSES:
        raise FrontMatterError(f"'{excerpt(word, 60)}' — write draft, published or withdrawn")
    return word


_IMAGE = dict.fromkeys(("file", "url", "caption", "credit", "alt"), _text)
_CORRECTION: dict[str, Callable[[Node], Any]] = {"date": _date, "text": _text}
_WITHDRAWN: dict[str, Callable[[Node], Any]] = {"date": _date, "reason": _text}
_SOURCE: dict[str, Callable[[Node], Any]] = {
    **dict.fromkeys(("file", "sha256", "url", "retrieved", "previous", "next"), _text),
    "also": _texts,
}


def _is_web(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _image(node: Node) -> Image:
    if isinstance(node, Scalar):
        text = _text(node)
        return Image(url=text) if _is_web(text) else Image(file=text)
    return Image(**_parts(node, _IMAGE))


def _images(node: Node) -> tuple[Image, ...]:
    return tuple(image for image in map(_image, _each(node)) if image != Image())


def _corrections(node: Node) -> tuple[Correction, ...]:
    found = (
        Correction(text=_text(item)) if isinstance(item, Scalar) else Correction(**_parts(item, _CORRECTION))
        for item in _each(node)
    )
    return tuple(correction for correction in found if correction != Correction())


def _withdrawn(node: Node) -> Withdrawal | None:
    """Parts; or one word (yes, no), the day, or the reason."""
    if not isinstance(node, Scalar):
        return Withdrawal(**_parts(node, _WITHDRAWN))
    text = _text(node)
    if text.lower() in yamlsafe.FLAGS:
        return Withdrawal() if yamlsafe.flag(node) else None
    return Withdrawal(date=_date(node)) if text[:1].isdigit() else Withdrawal(reason=text)


def _source(node: Node) -> Source:
    if isinstance(node, Scalar):
        text = _text(node)
        if _is_web(text):
            return Source(url=text)
        shown = excerpt(text, 60)
        raise FrontMatterError(f"'{shown}' — write agency: {shown}, or the parts of a source, e.g. source: {{url: …}}")
    return Source(**_parts(node, _SOURCE))


def _rules(node: Node) -> tuple[tuple[str, str], ...]:
    if not isinstance(node, Mapping):
        raise FrontMatterError("one text where pairs are wanted — write {field: rule}")
    return tuple((printable(key.text), read_field(key.text, _text, value)) for key, value in node.pairs)


# ── One value: what Meta holds → Value; "" and () are not written ────────────────────────────────────────────────


def _write_date(date: Date | None) -> Value:
    return Plain(date.text) if date else ""


def _write_one_or_more(names: tuple[str, ...]) -> Value:
    return names[0] if len(names) == 1 else names


def _write_flag(on: bool) -> Value:
    return Plain("true") if on else ""


def _write_parts(part: Any) -> tuple[tuple[str, Value], ...]:
    """The parts of a frozen record that say something, in their order."""
    values = [(name, getattr(part, name)) for name in part.__dataclass_fields__]
    return tuple([(name, _write_date(value) if isinstance(value, Date) else value) for name, value in values if value])


def _write_list(records: tuple[Any, ...]) -> Value:
    return tuple(parts for parts in map(_write_parts, records) if parts)


def _write_withdrawn(withdrawn: Withdrawal | None) -> Value:
    if withdrawn is None:
        return ""
    return _write_parts(withdrawn) or Plain("true")


def _write_status(meta: Meta) -> Value:
    """Published goes without saying, but not beside `withdrawn`, which alone would mean the status too."""
    return meta.status if meta.status != "published" or meta.withdrawn else ""


# ── The tables ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the front matter. `name` is its name in Meta too."""

    name: str
    read: Callable[[Node], Any]
    write: Callable[[Meta], Value]


def _field(name: str, read: Callable[[Node], Any] = _text, write: Callable[[Any], Value] | None = None) -> Field:
    value: Callable[[Meta], Any] = attrgetter(name)
    return Field(name, read, (lambda meta: write(value(meta))) if write else value)


FIELDS = (
    _field("id"),
    _field("title"),
    _field("date", _date, _write_date),
    _field("updated", _date, _write_date),
    _field("slug"),
    _field("kicker"),
    _field("deck"),
    _field("section"),
    _field("tags", _tags),
    _field("place", _texts, _write_one_or_more),
    _field("dateline"),
    _field("agency"),
    _field("authors", _authors),
    _field("summary"),
    _field("images", _images, _write_list),
    _field("language", _language),
    Field("status", _status, _write_status),
    _field("withdrawn", _withdrawn, _write_withdrawn),
    _field("corrections", _corrections, _write_list),
    _field("aliases", _texts),
    _field("license"),
    _field("identifier"),
    _field("featured", yamlsafe.flag, _write_flag),
    _field("address"),
    _field("source", _source, _write_parts),
    _field("inferred", _rules),
)

# How the values that these readers read are written, so that they can be read without YAML. A field whose reader is not
# here is always read by it.
_FORMS: dict[Callable[[Node], Any], Form] = {
    _text: TEXT,
    _date: DATE,
    _texts: ONE_OR_LIST,
    _tags: LIST,
    _authors: ONE_OR_LIST,
    _language: LANGUAGE,
    _status: canonical.words(*STATUSES),
    yamlsafe.flag: TRUE,
    _rules: PAIRS,
}


def _forms(readers: AnyMapping[str, Callable[[Node], Any]]) -> dict[str, Form]:
    return {name: _FORMS[read] for name, read in readers.items() if read in _FORMS}


_FORMS |= {
    _images: canonical.records(Image, _forms(_IMAGE)),
    _corrections: canonical.records(Correction, _forms(_CORRECTION)),
    _withdrawn: canonical.parts_or_true(Withdrawal, _forms(_WITHDRAWN)),
    _source: canonical.parts(Source, _forms(_SOURCE)),
}
CANONICAL = canonical.Fields(_forms({field.name: field.read for field in FIELDS}).items())

_VALUES = attrgetter(*(field.name for field in FIELDS))
_NOTHING = _VALUES(Meta())


@lru_cache(maxsize=1)  # ingest writes an article, and then notes what it wrote
def written(meta: Meta) -> tuple[tuple[str, Value], ...]:
    """What the file says in each field that is not empty, in the order of FIELDS."""
    if meta.withdrawn:  # the one field that has something to say of another
        rows: Iterable[Field] = FIELDS
    else:
        columns = zip(FIELDS, _VALUES(meta), _NOTHING, strict=True)
        rows = [field for field, value, nothing in columns if value != nothing]
    found = [(field.name, field.write(meta)) for field in rows]
    return tuple([(name, value) for name, value in found if value])


# Of a field of another generator: from its node and what is known already to what it adds to that. None = what it
# speaks of is known already; it is kept among the unknown fields.
Known = dict[str, Any]
Translate = Callable[[Node, Known], Known | None]


def _renamed(name: str, read: Callable[[Node], Any] = _text) -> Translate:
    return lambda node, known: None if name in known else {name: read(node)}


def _category(node: Node, known: Known) -> Known:
    return _filed((_text(node),) if isinstance(node, Scalar) else _texts(node), known)


def _categories(node: Node, known: Known) -> Known:
    return _filed(_tags(node), known)


def _filed(names: tuple[str, ...], known: Known) -> Known:
    """The first category is the section, unless there is one; the others are tags."""
    names = tuple(name for name in names if name)
    first, others = ((), names) if "section" in known else (names[:1], names[1:])
    tags: tuple[str, ...] = known.get("tags", ())
    return {"section": first[0] if first else "", "tags": tags + tuple(tag for tag in others if tag not in tags)}


def _published(node: Node, known: Known) -> Known | None:
    """The day of it; or, in Jekyll, whether it is published."""
    if _text(node).lower() not in yamlsafe.FLAGS:
        return None if "date" in known else {"date": _date(node)}
    return {} if yamlsafe.flag(node) else _unfinished(known)


def _draft(node: Node, known: Known) -> Known:
    return _unfinished(known) if yamlsafe.flag(node) else {}


def _unfinished(known: Known) -> Known:
    """A draft by any word stays one: what is shown too early cannot be called back."""
    return {} if known.get("status") == "withdrawn" else {"status": "draft"}


def _permalink(node: Node, known: Known) -> Known | None:
    """Jekyll's address of one page; its names of patterns and its placeholders (`pretty`, /:title/) are no address."""
    address = _text(node).lstrip("/")
    if "address" in known or not address or ":" in address or not ("/" in _text(node) or "." in address):
        return None
    return {"address": address}


@dataclass(frozen=True, slots=True)
class Foreign:
    """A field of another generator, and the fields of ours that it may speak for, the likeliest first."""

    translate: Translate
    targets: tuple[str, ...]


FOREIGN = {
    "author": Foreign(_renamed("authors", _authors), ("authors",)),
    "category": Foreign(_category, ("section", "tags")),
    "categories": Foreign(_categories, ("section", "tags")),
    "published": Foreign(_published, ("date", "status")),
    "lastmod": Foreign(_renamed("updated", _date), ("updated",)),
    "modified": Foreign(_renamed("updated", _date), ("updated",)),
    "permalink": Foreign(_permalink, ("address",)),
    "redirect_from": Foreign(_renamed("aliases", _texts), ("aliases",)),
    "draft": Foreign(_draft, ("status",)),
    "excerpt": Foreign(_renamed("summary"), ("summary",)),
    "description": Foreign(_renamed("summary"), ("summary",)),
    "lang": Foreign(_renamed("language", _language), ("language",)),
}
