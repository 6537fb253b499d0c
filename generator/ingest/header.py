"""The head of a story: its headline, and the short lines around it that say who wrote and when. Pure.

    lines ─ read ─▶ the lines of the story, and what the others said

A headline is the first line, where that is like one; a text that begins with running text has none. The lines below
are read one by one as long as they are short and say one thing each: a byline, a date, an agency, an address.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from generator.ingest import credits, dateline, evidence, sentences
from generator.ingest.paragraphs import Line, without, wrapped
from generator.ingest.phrases import press, wires
from generator.model import Meta, Source
from generator.text import key

_REACH = 10
_FOOT = 5
_PARTS = re.compile(r"\s[|•·]\s")
_URL = re.compile(r"(?:([^:]{2,20}):\s{0,2})?(https?://\S{4,1000})")
_LABELLED = re.compile(r"([^:]{3,20}):\s{0,2}(\S.*)")


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says, as far as it goes; an empty Meta where that is nothing an article keeps."""

    meta: Meta
    rule: str
    line: Line


@dataclass(frozen=True, slots=True)
class Header:
    lines: tuple[Line, ...]
    said: tuple[Said, ...]


def read(lines: tuple[Line, ...], title: str = "", places: Container[str] = frozenset()) -> Header:
    """Take the head off a text. `title`: what a sidecar calls it; `places`: by `text.fold`, see `dateline.split`.

    At least one line is always left for the story.
    """
    said = dict(_above(lines))
    rest = [i for i in range(len(lines)) if i not in said]
    size = _headline(lines[rest[0] :], title, places) if rest else 0
    heading = rest[:size]
    if heading and not title:
        text = " ".join(lines[i].text for i in heading)
        said[heading[0]] = [Said(Meta(title=_unlabelled(text)), "first line", replace(lines[heading[0]], text=text))]
    start = rest[0] + size if rest else 0
    said |= dict(_below(lines, start, free=bool(said or heading)))
    said |= dict(_foot(lines, max(start, len(lines) - _FOOT)))
    taken = frozenset([*said, *heading])
    if len(taken) >= len(lines):
        return Header(lines, ())
    return Header(without(lines, taken), tuple(one for i in sorted(said) for one in said[i]))


# ── The headline ─────────────────────────────────────────────────────────────────────────────────────────────────


def _headline(lines: tuple[Line, ...], title: str, places: Container[str]) -> int:
    """How many lines the headline takes, 0 where there is none. A `title` from elsewhere is only found again."""
    if len(lines) < 2:
        return 0
    first, second = lines[0], lines[1]
    if title:
        return int(key(first.text) == key(title))
    if not sentences.headline_like(first.text) or credits.byline(first.text) or dateline.split(first.text, places):
        return 0
    if second.apart or second.indent > first.indent + 1 or _says(second.text):
        return 1
    if second.text[0].islower():  # a headline over two lines stands alone; otherwise this is running text
        alone = len(lines) > 2 and (lines[2].apart or lines[2].indent > second.indent + 1)
        return 2 if alone and sentences.headline_like(f"{first.text} {second.text}") else 0
    return 0 if wrapped(lines) and len(first.text) > 0.75 * max(len(line.text) for line in lines[:30]) else 1


def _unlabelled(text: str) -> str:
    """ "Headline: Quake!" is a headline with its label."""
    match = _LABELLED.fullmatch(text)
    return match[2] if match and key(match[1]) in press.TITLE_LABELS else text


# ── The lines around it ──────────────────────────────────────────────────────────────────────────────────────────


def _above(lines: tuple[Line, ...]) -> Iterator[tuple[int, list[Said]]]:
    """Dates and addresses above the headline."""
    for i, line in enumerate(lines[:3]):
        said = [Said(meta, rule, line) for meta, rule in _says(line.text)]
        if not said or any(one.rule == "byline" for one in said):
            return
        yield i, said


def _below(lines: tuple[Line, ...], start: int, *, free: bool) -> Iterator[tuple[int, list[Said]]]:
    """The lines that say something between headline and story.

    `free`: a line may say something without a blank line before it, as below the headline or below another such line.
    """
    for i in range(start, min(start + _REACH, len(lines))):
        line = lines[i]
        if sentences.story_like(line.text):
            return
        said = [Said(meta, rule, line) for meta, rule in _says(line.text)] if line.apart or free else []
        if said:
            yield i, said
        free = bool(said)


def _foot(lines: tuple[Line, ...], start: int) -> Iterator[tuple[int, list[Said]]]:
    """Dates below the story count only with a label."""
    for i in range(start, len(lines)):
        if (date := evidence.printed(lines[i].text)) and date.labelled:
            yield i, [Said(meta, rule, lines[i]) for meta, rule in [_dated(date)]]


def _says(text: str) -> list[tuple[Meta, str]]:
    """What a line says that says nothing else; every part of "By X | Reuters | 3 March 2020" must say something."""
    if len(text) > 200:
        return []
    parts = [_part(part) for part in _PARTS.split(text)]
    if not all(parts):
        parts = [_part(text)]
    return [part for part in parts if part]


def _part(text: str) -> tuple[Meta, str] | None:
    if date := evidence.printed(text):
        return _dated(date)
    if byline := credits.byline(text):
        return Meta(authors=byline.authors, agency=byline.agency), "byline"
    if key(text) in wires.AGENCIES:
        return Meta(agency=text), "agency line"
    if credits.ADDRESS.fullmatch(text):
        return Meta(), "address of the writer"
    if (url := _URL.fullmatch(text)) and (not url[1] or key(url[1]) in press.URL_LABELS):
        return Meta(source=Source(url=url[2])), "printed address"
    return None


def _dated(date: evidence.Printed) -> tuple[Meta, str]:
    return (Meta(updated=date.date), "printed update") if date.update else (Meta(date=date.date), "printed date")
