"""From a raw item to a draft: what each line of a text is, and on what evidence. Pure.

    decode ─▶ lines ─▶ neighbours' headlines ─▶ furniture ─▶ headline ─▶ bylines and dates ─▶ paragraphs ─▶ captions
           ─▶ dateline ─▶ and where nothing has said so yet: date from the path, title, tags, language

Every step is `Page → Page`: it takes lines away and adds what they said. A field is filled once, by who comes first:
what stands outside the text (`--date`, a sidecar), then the text, then the path.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace

from generator.ingest import credits, dateline, evidence, furniture, header, paragraphs, sentences, tags
from generator.ingest.paragraphs import Line, without
from generator.ingest.readers.plain import decode
from generator.ingest.vocabulary import Vocabulary, canonical
from generator.model import Block, CutLine, Draft, Evidence, Hint, Image, Meta, RawItem, Source
from generator.text import excerpt, key, language_of

__all__ = ["Vocabulary", "extract"]

_NEAR_TOP = 4
_FIELDS = tuple((f.name, getattr(Meta(), f.name)) for f in fields(Meta) if f.name != "source")
_SOURCE_FIELDS = tuple(f.name for f in fields(Source))
_NOWHERE = Line(0, "")
_WEAK = frozenset(["path"])  # hints that only count where the text says nothing


@dataclass(frozen=True, slots=True)
class Page:
    """A text on its way to a draft: the lines (later: paragraphs) that are left, and what was understood so far."""

    lines: tuple[Line, ...]
    vocabulary: Vocabulary
    hints: tuple[Hint, ...] = ()
    meta: Meta = Meta()
    evidence: tuple[Evidence, ...] = ()
    cut: tuple[CutLine, ...] = ()


def extract(item: RawItem, vocabulary: Vocabulary = Vocabulary()) -> Draft:
    """The draft of one raw item; total over all texts, the empty one included."""
    page = Page(paragraphs.split(decode(item.body)), vocabulary, item.hints)
    for step in STEPS:
        page = step(page)
    blocks = tuple(Block(line.text) for line in page.lines)
    return Draft(item.origin, page.meta, blocks, page.evidence, tuple(sorted(page.cut, key=lambda cut: cut.line)))


# ── Claims ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _claim(page: Page, said: Meta, rule: str, line: Line = _NOWHERE, *, inferred: bool = False) -> Page:
    """Fill the fields that `said` fills and nothing has filled yet, and note why: the rule, the line and its words."""
    new = _news(page.meta, said)
    if not new:
        return page
    why = tuple(Evidence(name, rule, line.number, excerpt(line.text)) for name in new)
    marks = tuple((name, rule) for name in new) if inferred else ()
    meta = _filled(page.meta, said, new)
    return replace(page, meta=replace(meta, inferred=meta.inferred + marks), evidence=page.evidence + why)


def _take(page: Page, said: Meta, rule: str, line: Line) -> Page:
    """The same for words that leave the text: where they say nothing new, they are on record as cut."""
    claimed = _claim(page, said, rule, line)
    return claimed if claimed is not page else replace(page, cut=(*page.cut, CutLine(line.text, rule, line.number)))


def _news(meta: Meta, said: Meta) -> list[str]:
    """The fields that `said` would fill, those of the source one by one ("source.url")."""
    found = [name for name, none in _FIELDS if getattr(said, name) != none and getattr(meta, name) == none]
    if said.source != meta.source:
        inner = ((name, getattr(said.source, name), getattr(meta.source, name)) for name in _SOURCE_FIELDS)
        found += [f"source.{name}" for name, new, old in inner if new and not old]
    return found


def _filled(meta: Meta, said: Meta, names: Iterable[str]) -> Meta:
    values = {name: getattr(said, name) for name in names if "." not in name}
    inner = [name.removeprefix("source.") for name in names if "." in name]
    source = replace(meta.source, **{name: getattr(said.source, name) for name in inner})
    return replace(meta, source=source, **values)


def _kept(page: Page, result: furniture.Kept) -> Page:
    return replace(page, lines=result.lines, cut=page.cut + result.cut)


# ── Steps on lines ───────────────────────────────────────────────────────────────────────────────────────────────


def _outside(page: Page) -> Page:
    """What an option or a sidecar says goes before everything in the text."""
    for hint in page.hints:
        if hint.rule not in _WEAK:
            page = _claim(page, hint.meta, hint.rule)
    return page


def _neighbours(page: Page) -> Page:
    result = furniture.neighbours(page.lines)
    if not result.lines:
        return page
    page = _kept(page, result)
    for rule, side in ((furniture.PREVIOUS, "previous"), (furniture.NEXT, "next")):
        rows = [cut for cut in result.cut if cut.rule == rule]
        # A headline that was broken over lines is one; a second one further down is a repetition.
        rows = [cut for i, cut in enumerate(rows) if cut.line <= rows[0].line + i]
        if rows:
            text = " ".join(cut.text for cut in rows)
            source = Source(previous=text) if side == "previous" else Source(next=text)
            page = _claim(page, Meta(source=source), "printed beside it", Line(rows[0].line, text))
    return page


def _furniture(page: Page) -> Page:
    result = furniture.cut(page.lines, page.vocabulary.keep, page.vocabulary.cut)
    if not result.lines:
        return page  # a text of nothing but labels is all the text there is
    page = _kept(page, result)
    for cut in result.cut:
        if cut.rule == furniture.PRINTED_TAGS:
            names = (name for name in furniture.printed_tags(cut.text) if key(name) not in page.vocabulary.off)
            page = _claim(page, Meta(tags=tuple(names)), cut.rule, Line(cut.line, cut.text))
    return page


def _header(page: Page) -> Page:
    """The headline, and the short lines above and below it that say who and when."""
    found = header.read(page.lines, page.meta.title, page.vocabulary.places)
    for said in found.said:
        page = _take(page, said.meta, said.rule, said.line)
    return replace(page, lines=found.lines)


def _join(page: Page) -> Page:
    return replace(page, lines=paragraphs.join(page.lines))


# ── Steps on paragraphs ──────────────────────────────────────────────────────────────────────────────────────────


def _captions(page: Page) -> Page:
    """Pictures: captions and credits above the story, and a line that is only a credit below it."""
    lines = page.lines
    filed = _dateline_at(lines, page.vocabulary.places)
    stop = filed[0] if filed else min(_NEAR_TOP, len(lines) - 1)
    found = {i: image for i in range(stop) if (image := credits.caption(lines[i].text, filed is not None))}
    last = len(lines) - 1
    if last >= max(stop, 1) and (image := credits.caption(lines[last].text)) and not image.caption:
        found[last] = image
    for i in [i for i, image in found.items() if not image.caption and _below_caption(lines, i)]:
        found |= {i - 1: replace(found.pop(i), caption=lines[i - 1].text), i: Image()}
    images = tuple(image for _, image in sorted(found.items()) if image != Image())
    if images:
        texts = " ".join(lines[i].text for i in sorted(found))
        page = _take(page, Meta(images=images), "caption or credit", replace(lines[min(found)], text=texts))
    return replace(page, lines=without(lines, frozenset(found)))


def _below_caption(lines: tuple[Line, ...], i: int) -> bool:
    """A credit that stands directly below a paragraph belongs to it, above the story."""
    return 0 < i < len(lines) - 1 and not lines[i].apart and sentences.ends(lines[i - 1].text)


def _dateline(page: Page) -> Page:
    filed = _dateline_at(page.lines, page.vocabulary.places)
    if not filed:
        return page
    at, stop, found = filed
    line = page.lines[at]
    page = replace(page, lines=(*page.lines[:at], replace(line, text=found.rest), *page.lines[stop:]))
    places = tuple(canonical(place, page.vocabulary.places) for place in found.places)
    printed = evidence.printed(found.date)
    said = Meta(place=places, agency=found.agency, dateline=found.text, date=printed.date if printed else None)
    return _take(page, said, "dateline", replace(line, text=found.text))


def _dateline_at(lines: tuple[Line, ...], known: Mapping[str, str]) -> tuple[int, int, dateline.Dateline] | None:
    """The first paragraphs are looked at, for a deck may stand above; where it is, what follows it, and what it says.

    A dateline on a line of its own goes with the paragraph below it. Capitals before a colon in other paragraphs too
    are the speakers of an interview.
    """
    for i, line in enumerate(lines[:_NEAR_TOP]):
        text, stop = line.text, i + 1
        if len(text) < 80 and text[-1] in "—–-:" and stop < len(lines):
            text, stop = f"{text} {lines[stop].text}", stop + 1
        found = dateline.split(text, known)
        if found and not (found.text.rstrip().endswith((":", ";")) and _spoken(lines, i)):
            return i, stop, found
    return None


def _spoken(lines: tuple[Line, ...], at: int) -> bool:
    """Other paragraphs begin with capitals and a colon too."""
    others = (dateline.split(line.text) for line in (*lines[:at], *lines[at + 1 : at + 30]))
    return any(other and other.text.rstrip().endswith(":") for other in others)


# ── Where nothing has said so ────────────────────────────────────────────────────────────────────────────────────


def _path(page: Page) -> Page:
    for hint in page.hints:
        if hint.rule in _WEAK:
            page = _claim(page, hint.meta, hint.rule, inferred=True)
    return page


def _title(page: Page) -> Page:
    if not page.lines:
        return page
    first = page.lines[0]
    return _claim(page, Meta(title=sentences.first(first.text)), "first sentence", first, inferred=True)


def _tags(page: Page) -> Page:
    if page.meta.tags:
        return page
    found = tags.find(page.meta.title, [line.text for line in page.lines], page.vocabulary)
    return _claim(page, Meta(tags=found), "text", Line(0, ", ".join(found)), inferred=True)


def _language(page: Page) -> Page:
    sample = " ".join([page.meta.title, *(line.text for line in page.lines[:10])])
    return _claim(page, Meta(language=language_of(sample)), "script", inferred=True)


STEPS: tuple[Callable[[Page], Page], ...] = (
    _outside,
    _neighbours,
    _furniture,
    _header,
    _join,
    _captions,
    _dateline,
    _path,
    _title,
    _tags,
    _language,
)
