"""Why an article says what it says: its record and its front matter → a reason for each field. Pure.

A field that still is what ingest wrote has the evidence of the ledger: a rule, a line of the raw file, its words. Any
other was edited by a person, and that is all there is to say of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.fields import FIELDS
from generator.ingest import merge
from generator.ingest.record import Record
from generator.model import CutLine, Doubt, Evidence, Meta, Value
from generator.text import excerpt, squeeze

# What the rules of extract, furniture and their like are called for a person; any other says itself what it is.
RULES = {
    "option": "said with --date when it was taken in",
    "sidecar": "from the sidecar",
    "crawl path": "from a name that says when the file was fetched: it cannot be younger",
    "path": "from the name of the raw file, or of its folder",
    "first line": "the first line of the text",
    "first sentence": "the text has no headline: made of its first sentence",
    "byline": "the byline",
    "agency line": "a line with the name of an agency",
    "dateline": "the dateline",
    "printed date": "a printed date",
    "place and date": "a place beside a printed date",
    "slug of a wire": "the name that a wire gave it",
    "printed update": "a printed date of an update",
    "printed address": "a printed address",
    "printed tags": "a line of tags",
    "printed beside it": "printed beside the article",
    "caption or credit": "the caption or credit of a picture",
    "text": "names found in the text",
    "script": "told by the letters of the text",
    "may be the story too": "another stretch of text may be the story too",
    "deck": "the line below the headline",
    "phrase of a page": "a phrase that pages print around their stories",
    "counter": "a number with which a page counts something",
    "end mark": "the mark at the end of a text",
    "label of a neighbour": "label of the previous or next article",
    "previous headline": "headline of the previous article",
    "next headline": "headline of the next article",
}
_GUESSES = frozenset(["crawl path", "path", "first sentence", "text", "script", "words"])
_FIXED = {
    "id": "made from the name of the raw file when it was taken in, and fixed since",
    "slug": "made from the headline when it was taken in, and fixed since",
}
_BY_HAND = {True: "edited by hand", False: "written by hand"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one field says what it says. `place`: where its words stand, content/raw/quake.txt:12."""

    field: str
    value: str
    why: str
    place: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All there is to tell of one article, or of a raw item that became none.

    raw    the raw file; "" = a person wrote the article         path   the Markdown file; "" = there is none
    same   other raw items that are this article too             note   what became of it, where that is not plain
    again  the raw file by whose name `ingest --again` brings a deleted article back
    """

    title: str
    path: str = ""
    raw: str = ""
    note: str = ""
    fields: tuple[Reason, ...] = ()
    cut: tuple[CutLine, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    same: tuple[str, ...] = ()
    again: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: its record, those of its duplicates, and the name of its sidecar."""

    record: Record
    twins: tuple[Record, ...] = ()
    sidecar: str = ""


def explain(path: str, meta: Meta, body: str, origin: Origin | None) -> Explanation:
    """Each field of an article with its reason. `origin`: None = the ledger knows nothing of it."""
    if origin is None:
        note = "A person wrote this article: no raw file became it."
        if meta.source.file:
            note = f"The ledger knows nothing of it. Its front matter says that it came from {meta.source.file}."
        return Explanation(meta.title, path, note=note, fields=tuple(_written(meta)))
    record = origin.record
    return Explanation(
        meta.title,
        path,
        record.raw,
        note=f"Could not be read again, and stays as it was: {record.reason}" if record.reason else "",
        fields=(*_reasons(meta, body, origin), _body(meta, body, record)),
        cut=record.cut,
        doubts=record.doubts,
        same=tuple(twin.raw for twin in origin.twins),
    )


def gone(record: Record, owner: Record | None = None, *, there: bool = True) -> Explanation:
    """A raw item without an article: it was rejected, or a person deleted what it became.

    `owner`: of a duplicate, the one that became the article; `there`: the raw file of that one is.
    """
    if record.outcome == "rejected":
        return Explanation("", raw=record.raw, note=f"Rejected: {record.reason}")
    owner = owner or record
    note = f"The same article as {owner.raw}. " if owner.raw != record.raw else ""
    note += "A person deleted the article"
    note += "." if there else f", and its raw file is gone too: put {owner.file} back first."
    return Explanation("", raw=record.raw, note=note, again=owner.file)


def in_words(rule: str) -> str:
    """A rule as a person would say it."""
    said, _, year = rule.partition("; year from ")
    return RULES.get(said, said) + (f"; its year: {RULES.get(year, year)}" if year else "")


# ── Fields ───────────────────────────────────────────────────────────────────────────────────────────────────────


def values(meta: Meta) -> Iterator[tuple[str, str, str]]:
    """(field, part, value in one line) of all that the front matter says; only `source` is told part by part."""
    for row in FIELDS:
        written = row.write(meta)
        if row.name == "source":
            for name, value in _pairs(written):
                yield "source", f"source.{name}", shown(value)
        elif written and row.name != "inferred":
            yield row.name, row.name, shown(written)
    yield from (("extra", name, shown(value)) for name, value in meta.extra)


def _written(meta: Meta) -> Iterator[Reason]:
    said = "who wrote it is not known" if meta.source.file else _BY_HAND[False]
    return (Reason(part, value, said) for _, part, value in values(meta))


def _reasons(meta: Meta, body: str, origin: Origin) -> Iterator[Reason]:
    wrote, now = dict(origin.record.wrote), merge.fingerprints(meta, body)
    guessed = dict(meta.inferred)
    for field, part, value in values(meta):
        edited = wrote.get(field) != now.get(field) or (field == "slug" and value != origin.record.slug)
        evidence = _evidence(origin, part, guessed=part in guessed)
        if edited and not (field == "source" and _says(evidence, value, origin.record)):
            yield Reason(part, value, _by_hand(part, field in wrote))
        else:
            yield _reason(part, value, evidence, origin, guessed)
    for field in sorted(wrote.keys() - now.keys() - {"inferred", "path"}):
        yield Reason(field, "", "taken out by hand")


def _by_hand(part: str, was_there: bool) -> str:
    return f"{_BY_HAND[was_there]}{', or taken from a table of dates' if part == 'date' else ''}"


def _says(found: tuple[Record, Evidence] | None, value: str, record: Record) -> bool:
    """Whether a part of `source` still is what was found, though another part is not."""
    return value in found[1].quote if found else value in {record.sha256, _named(record)}


def _evidence(origin: Origin, part: str, *, guessed: bool) -> tuple[Record, Evidence] | None:
    """The evidence for a field, and whose it is: the raw item's own, or a duplicate's that filled it in, or stated what
    the item's own only made likely."""
    records = (origin.record, *origin.twins)
    found = [(record, evidence) for record in records for evidence in record.evidence if evidence.field == part]
    return next((pair for pair in found if guessed or not _guess(pair[1].rule)), found[0] if found else None)


def _guess(rule: str) -> bool:
    return rule in _GUESSES or "; year from" in rule


def _reason(
    part: str, value: str, found: tuple[Record, Evidence] | None, origin: Origin, guessed: Mapping[str, str]
) -> Reason:
    if found is None:
        return Reason(part, value, _without_evidence(part))
    record, evidence = found
    why = in_words(evidence.rule)
    if evidence.rule == "sidecar" and record is origin.record and origin.sidecar:
        why = f"from the sidecar {origin.sidecar}"
    if record is not origin.record:
        why = f"{why}, in its duplicate {record.raw}"
    if part in guessed:
        why = f"{why} — a guess, and its page says so"
    place = f"{record.file}:{evidence.line}" if evidence.line else ""
    quote = squeeze(evidence.quote)
    return Reason(part, value, why, place, "" if quote in {value, excerpt(value)} else quote)


def _without_evidence(part: str) -> str:
    if part.startswith("source."):
        return "the raw file itself" if part != "source.also" else "the same article again"
    return _FIXED.get(part, "no reason is on record")


def _body(meta: Meta, body: str, record: Record) -> Reason:
    same = dict(record.wrote).get("body") == merge.fingerprints(meta, body)["body"]
    why = "as it came, without the lines below" if record.cut else "as it came"
    return Reason("(text)", f"{len(body.split()):,} words", why if same else _BY_HAND[True])


def _named(record: Record) -> str:
    return record.raw.removeprefix("content/")


# ── Values in one line ───────────────────────────────────────────────────────────────────────────────────────────


def shown(value: Value) -> str:
    """What a field says, in one line."""
    if isinstance(value, str):
        return squeeze(value)
    pairs = _pairs(value)
    if pairs and len(pairs) == len(value):
        return "; ".join(f"{name}: {shown(inner)}" for name, inner in pairs)
    texts = all(isinstance(item, str) for item in value)
    return (", " if texts else " · ").join(map(shown, value))


def _pairs(value: Value) -> Sequence[tuple[str, Value]]:
    """The parts of a value that has parts."""
    if isinstance(value, str):
        return ()
    return [
        (item[0], item[1]) for item in value if isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str)
    ]
