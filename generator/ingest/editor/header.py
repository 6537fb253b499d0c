"""The head of a story: its headline, and the lines around it that say who wrote, and when, and in short what. Pure.

    lines ─ read ─▶ the lines of the story, and what the others said

        POLITICS                                       kicker: a label on a list, above a longer line
        Council votes on harbour dues                  headline: the first line, where that is like one
        Two votes were missing at midnight             deck: only where a byline, a date or a dateline follows it
        By Nora Field | March 3, 2020                  who and when, see `said`
        The council of Port Ellery voted …             the story

A text that begins with running text has no headline. The lines below it are read one by one as long as they are short
and say one thing each. A false deck would take the first paragraph out of a story, so that one is never guessed.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from generator.ingest.editor import bylines, captions, dateline, evidence, kickers, language, sentences
from generator.ingest.editor.paragraphs import Line, without, wrapped
from generator.ingest.editor.phrases import press
from generator.ingest.editor.said import Said, authored, dated, filed, says
from generator.model import Meta
from generator.text import fold, key

_REACH = 10
_FOOT = 5
_OPENING = 4  # lines in which a dateline may stand
_SAMPLE = 20  # lines that tell the language
_DECK = 3  # lines
_LONGEST_DECK = 260
_LABELLED = re.compile(r"([^:]{3,20}):\s{0,2}(\S.*)")
_DATED = re.compile(r"((?:[A-Z][a-z]{2,8}, )?[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})[ :–—-]{1,3}([A-Z0-9\"“].{15,180})")
_LONGEST_SENTENCES = 60
_ENDED = re.compile(r"[.!?؟۔][\"”’»)]{0,2}(?=\s[^\sa-z])")
_COUNTER = re.compile(press.COUNTER, re.I)
_BULLETS = 6
_TIME = re.compile(
    r"(?:\d{1,2}[:.h]\d\d|\d{1,2}(?=\s?[apAP]))\s?(?:[aApP]\.?[mM]\b\.?|Uhr|GMT|UTC)?(?:\s?\(?[A-Z]{2,4}\)?)?[.:]?"
)
_LONGEST_TIME = 16
_LONGEST_ENTRY = 20  # lines
_UNREAD = 60  # characters of a line below a byline that nobody understands
_SUFFIX = re.compile(r"\s(?:[|·»]|[-–—])\s")


@dataclass(frozen=True, slots=True)
class Header:
    lines: tuple[Line, ...]
    said: tuple[Said, ...]


def read(
    lines: tuple[Line, ...], title: str = "", places: Container[str] = frozenset(), publisher: str = "", site: str = ""
) -> Header:
    """Take the head off a text. `title`: what a sidecar calls it; `places`: by `text.fold`, see `dateline.split`;
    `publisher`: the outlet, whose name may stand behind a headline or a writer's, as the archive's may (`site`).

    At least one line is always left for the story.
    """
    if entries := _chronicle(lines):
        lines = _parted_at(lines, entries)
    head = lines[: entries[0]] if entries else lines
    said = dict(kickers.above(head, title))
    start = max(said, default=-1) + 1
    while start < len(head) and kickers.stays(head[start].text):
        start += 1
    none = start >= len(head) or (start > 0 and kickers.listed(lines[start - 1]))
    size = 0 if none else _headline(lines[start:], title, places, top=not start)
    heading = range(start, start + size)
    if heading and not title:
        said[start] = _titled(lines, heading, (publisher, site))
    start += size
    if heading and _again(lines, start, title or said[heading[0]][0].meta.title):
        said[start] = [Said(Meta(), "headline once more", lines[start])]
        start += 1
    below = dict(_below(head, start, publisher, free=bool(said or heading)))
    if heading and start not in below:
        below = _deck(head, start, publisher, places) or below
    said |= below | dict(_foot(lines, max(start, len(lines) - _FOOT)))
    taken = frozenset([*said, *heading])
    if len(taken) >= len(lines):
        return Header(lines, ())
    story = without(lines, taken)
    return Header(story, tuple(_sure(one, story, places) for i in sorted(said) for one in said[i]))


# ── The headline ─────────────────────────────────────────────────────────────────────────────────────────────────


def _headline(lines: tuple[Line, ...], title: str, places: Container[str], *, top: bool) -> int:
    """How many lines the headline takes, 0 where there is none. A `title` from elsewhere is only found again.

    `top`: nothing stands above it.
    """
    if len(lines) < 2:
        return 0
    first, second = lines[0], lines[1]
    if title:
        return int(key(first.text) == key(title))
    if (
        not sentences.headline_like(first.text)
        or bylines.labelled(first.text)
        or _speaks(first.text)
        or dateline.opens(first.text, second.text, places, apart=second.apart, top=top)
    ):
        return 0
    if second.apart or second.indent > first.indent + 1 or says(second.text):
        return 1
    if second.text[0].islower():  # a headline over two lines stands alone; otherwise this is running text
        return 2 if _alone(lines) and sentences.headline_like(f"{first.text} {second.text}") else 0
    short = not wrapped(lines) or len(first.text) <= 0.75 * max(len(line.text) for line in lines[:30])
    return _shouted(lines) or int(short)


def _alone(lines: tuple[Line, ...]) -> bool:
    """The first two lines stand apart from the third."""
    return len(lines) > 2 and (lines[2].apart or lines[2].indent > lines[1].indent + 1)


def _shouted(lines: tuple[Line, ...]) -> int:
    """2 where two lines in capitals are one headline, else 0: plainly so by the words at the break; or both are long,
    the first had no room for more, and the second is no label or table and stands alone, for above a byline it is a
    deck."""
    first, second = lines[0].text, lines[1].text
    if not (first.isupper() and second.isupper() and sentences.headline_like(f"{first} {second}")):
        return 0
    said = len(lines) > 2 and bool(says(lines[2].text))
    if not said and not _alone(lines):
        return 0
    words, more = first.split(), second.split()
    if not press.HEADLINE_GOES_ON.isdisjoint((fold(words[-1]), fold(more[0]))):
        return 2
    long = min(len(words), len(more)) > 2 and len(first) + len(more[0]) >= len(second)
    labelled = fold(more[-1]) in press.PAPERS or any(map(str.isdigit, second))
    return 2 * (long and not said and not labelled)


def _speaks(text: str) -> bool:
    """Two sentences end inside of a long line, and it goes on: "My husband is late. What should I do? -- WAITING"."""
    if len(text) <= _LONGEST_SENTENCES:
        return False
    ended = [mark for mark in _ENDED.finditer(text) if sentences.ends(text[: mark.end()])]
    return len(ended) > 1


def _titled(lines: tuple[Line, ...], heading: range, outlet: tuple[str, str]) -> list[Said]:
    """The headline without what is none of it: a label, the outlet's name behind it, the day before it."""
    line = lines[heading[0]]
    if len(heading) > 1:
        line = line._replace(text=" ".join(lines[i].text for i in heading))
    text = _unsuffixed(_unlabelled(line.text), outlet)
    if found := _day_before(text):
        printed, text = found
        return [Said(Meta(title=text), "first line", line), Said(*dated(printed), line)]
    return [Said(Meta(title=text), "first line", line)]


def _unlabelled(text: str) -> str:
    """ "Headline: Quake!" is a headline with its label."""
    match = _LABELLED.fullmatch(text)
    return match[2] if match and key(match[1]) in press.TITLE_LABELS else text


def _unsuffixed(text: str, outlet: tuple[str, str]) -> str:
    """ "Quake! | The Harbour Gazette" without the outlet, which site.yaml names."""
    names = {key(name) for name in outlet if name}
    for mark in reversed(list(_SUFFIX.finditer(text))):
        if mark.start() > 2 and key(text[mark.end() :]) in names:
            return text[: mark.start()].rstrip()
    return text


def _day_before(text: str) -> tuple[evidence.Printed, str] | None:
    """ "March 3, 2020 Statement of Senator Okonjo on …": a date and a headline that lost the line end between them."""
    if len(text) < 30 or not (match := _DATED.fullmatch(text)):
        return None
    if fold(match[2].split(None, 1)[0]) in press.AFTER_A_DATE or match[2].count(" ") < 2:
        return None
    printed = evidence.printed(match[1])
    return (printed, match[2]) if printed else None


def _again(lines: tuple[Line, ...], start: int, title: str) -> bool:
    """The headline is printed once more directly below itself."""
    return start < len(lines) and len(lines[start].text) < 2 * len(title) and key(lines[start].text) == key(title)


# ── Below it ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _below(lines: tuple[Line, ...], start: int, publisher: str, *, free: bool) -> Iterator[tuple[int, list[Said]]]:
    """The lines that say something between headline and story; an empty list for the second of two read as one.

    `free`: a line may say something without a blank line before it, as below the headline or below another such line.
    """
    before, stop, bullets = "", start, 0
    for i in range(start, min(start + _REACH, len(lines))):
        line = lines[i]
        if i < stop:
            yield i, []
            continue
        if line.text.startswith("* ") and free and bullets < _BULLETS:
            bullets += 1
            continue
        if sentences.story_like(line.text):
            return
        said = _read(lines, i, publisher, before) if line.apart or free else []
        if said:
            yield i, said
            stop = i + 2 if said[0].line.text != line.text else i + 1
        free, before = bool(said) or _passed(line.text, before), said[-1].rule if said else ""


def _passed(text: str, before: str) -> bool:
    """One line below a byline that nobody understands, or one that names somebody, stays; a date may follow it."""
    if len(text) >= _UNREAD or sentences.ends(text):
        return False
    return before == "byline" or _beside(text)


def _beside(text: str) -> bool:
    """What stands where a deck may stand and is none: who wrote it, how long one reads it, a note to editors."""
    note = text[:4].lower() == "eds:"
    return note or bylines.begins(text) or bylines.names_only(text) or _COUNTER.match(text) is not None


def _read(lines: tuple[Line, ...], i: int, publisher: str, before: str) -> list[Said]:
    """`before`: the rule of the line above."""
    line = lines[i]
    if said := says(line.text, publisher):
        return [Said(meta, rule, line) for meta, rule in said]
    if i + 1 < len(lines) and (found := filed(line.text)) and dateline.split(lines[i + 1].text):
        return [Said(*found, line)]
    if i + 1 < len(lines) and kickers.below(line, lines[i + 1], publisher):
        return [Said(Meta(kicker=line.text), "line below the headline", line)]
    if before == "byline" and len(line.text) < _UNREAD and line.text.startswith(press.REPORTING_FROM):
        return [Said(Meta(), "where the writer was", line)]
    if before == "byline" and (title := bylines.title(line.text)):
        return [Said(Meta(agency=title.agency), "title of the writer", line)]
    return _in_two(line, lines[i + 1], publisher) if i + 1 < len(lines) else []


def _in_two(label: Line, name: Line, publisher: str) -> list[Said]:
    """ "By" on a line of its own, and the name on the next."""
    if len(label.text) > 12 or key(label.text) not in press.BYLINE_ALONE:
        return []
    byline = bylines.byline(f"{label.text.rstrip(' :')}: {name.text}", publisher)
    if not byline or not all(" " in author for author in byline.authors):
        return []
    return [Said(*authored(byline), label._replace(text=f"{label.text} {name.text}"))]


def _deck(lines: tuple[Line, ...], start: int, publisher: str, places: Container[str]) -> dict[int, list[Said]]:
    """The deck, if the first lines below the headline are one, and what is said between it and the story."""
    stop = start + 1
    while stop < min(start + _DECK, len(lines)) and _goes_on(lines[stop], publisher):
        stop += 1
    text = " ".join(line.text for line in lines[start:stop])
    if stop >= len(lines) or not _deck_like(text) or dateline.split(text, places):
        return {}
    below = dict(_below(lines, stop, publisher, free=True))
    if not (_parted(lines, stop, below) or _filed(lines[stop], places)) or captions.likely(text, above_dateline=True):
        return {}
    said = [Said(Meta(deck=text), "deck", lines[start]._replace(text=text))]
    return {start: said} | {i: [] for i in range(start + 1, stop)} | below


def _goes_on(line: Line, publisher: str) -> bool:
    return not line.apart and line.text[0].islower() and not says(line.text, publisher)


def _deck_like(text: str) -> bool:
    """Four words or more; neither a list item, nor what introduces a list, nor somebody speaking."""
    if not 20 <= len(text) <= _LONGEST_DECK or text.count(" ") < 3 or _beside(text) or evidence.labelled(text):
        return False
    return text[0] not in "-–—•*(©" and text[-1] not in ":,;،؛"


def _parted(lines: tuple[Line, ...], i: int, below: dict[int, list[Said]]) -> bool:
    """Here stands a byline or a date, and the story below it."""
    if not any(said.meta.date or said.rule == "byline" for said in below.get(i, ())):
        return False
    return any(j not in below and sentences.story_like(line.text) for j, line in enumerate(lines[i : i + _REACH], i))


def _filed(line: Line, places: Container[str]) -> bool:
    return line.apart and len(line.text) > 30 and dateline.split(line.text, places) is not None


def _sure(said: Said, story: tuple[Line, ...], places: Container[str]) -> Said:
    """What a line says, less a place beside a date where the story has a dateline, and less the day that 03.05.2018 is
    in an English text."""
    meta = said.meta
    if meta.place and any(dateline.split(line.text, places) for line in story[:_OPENING]):
        said = replace(said, meta=(meta := replace(meta, place=())))
    if not (meta.date or meta.updated) or not evidence.turned(said.line.text):
        return said
    if language.of(" ".join([line.text for line in story[:_SAMPLE]])).language != "en":
        return said
    meta = replace(meta, date=None, updated=None)
    return Said(meta, said.rule if meta != Meta() else "date that claims nothing", said.line)


def _foot(lines: tuple[Line, ...], start: int) -> Iterator[tuple[int, list[Said]]]:
    """Dates below the story count only with a label, or in the slug of a wire."""
    for i in range(start, len(lines)):
        if sent := evidence.sent(lines[i].text):
            yield i, [Said(Meta(date=sent), "slug of a wire", lines[i])]
            continue
        printed = evidence.printed(lines[i].text)
        if printed and printed.labelled:
            yield i, [Said(*dated(printed), lines[i])]


# ── A chronicle ──────────────────────────────────────────────────────────────────────────────────────────────────


def _chronicle(lines: tuple[Line, ...]) -> list[int]:
    """Where several days stand, or several times of day, that each have their sentences below them.

    These are the story's. A day with a clock time speaks for comments, or for the day of publishing.
    """
    days: dict[int, str] = {}
    times: dict[int, str] = {}
    for i, line in enumerate(lines[:-1]):
        if len(line.text) <= _LONGEST_TIME and line.text[0].isdigit() and _TIME.fullmatch(line.text):
            if _told(lines, i + 1):
                times[i] = line.text
            continue
        printed = evidence.printed(line.text)
        if printed and not printed.labelled and printed.date.precision != "instant" and _told(lines, i + 1):
            days[i] = printed.date.text
    return sorted(i for found in (days, times) if len(set(found.values())) > 1 for i in found)


def _parted_at(lines: tuple[Line, ...], entries: list[int]) -> tuple[Line, ...]:
    """Each of these lines a paragraph of its own."""
    alone = {i + below for i in entries for below in (0, 1)}
    return tuple([line._replace(apart=True) if i in alone else line for i, line in enumerate(lines)])


def _told(lines: tuple[Line, ...], i: int) -> bool:
    """The paragraph that begins here ends as a sentence does."""
    stop = i
    while stop + 1 < min(i + _LONGEST_ENTRY, len(lines)) and not lines[stop + 1].apart:
        stop += 1
    return sentences.ends(lines[stop].text)
