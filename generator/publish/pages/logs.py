"""The logs: what was corrected, and what was withdrawn, newest first. Pure.

Both pages are always there, and say so where there is nothing to say. A log of more than LONG is cut into years: its
own page then has the newest and the doors to them. Of a withdrawn article the log says when and why, and nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, cast

from generator import edtf
from generator.publish import hosts
from generator.publish.change import Change, beside, crossed
from generator.publish.model import Archive, Card
from generator.publish.pages.dates import LONG
from generator.publish.pages.entries import Steps, home, language, once, steps
from generator.views import DateView, Link, LogEntry, LogView, Page

NEWEST = 50

Log = Literal["corrections", "withdrawn"]
LOGS: tuple[Log, ...] = ("corrections", "withdrawn")
_PATH = re.compile(r"(corrections|withdrawn)(?:/(\d{4}|undated))?\.html")
_TITLES: dict[Log, str] = {"corrections": "Corrections", "withdrawn": "Withdrawn articles"}


class _Row(NamedTuple):
    """A line of a log. It sorts by its day, then by the article and the order there."""

    day: str
    article: str
    number: int
    card: Card
    date: str
    text: str

    @property
    def part(self) -> str:
        return self.day[:4] or "undated"


def paths(archive: Archive) -> Iterator[str]:
    for log in LOGS:
        yield _address(log)
        yield from (_address(log, part) for part in _parts(archive, log))


def page(archive: Archive, path: str) -> Page | None:
    match = _PATH.fullmatch(path)
    if not match:
        return None
    log, part = cast("Log", match[1]), match[2] or ""
    if part and part not in _parts(archive, log):
        return None
    return Page(path, "log.html", _view(archive, log, part))


def reached(change: Change) -> Iterator[str]:
    """The log, its years in which something is noted or was, and those beside them; of a log that is cut now or whole,
    all years."""
    for log in LOGS:
        gone, came = (list(_noted(log, cards)) for cards in (change.gone, change.came))
        if not gone and not came:
            continue
        yield _address(log)
        rows = _rows(change.archive, log)
        parts = sorted({row.part for row in rows})
        for part in {row.part for row in (*gone, *came)}:
            yield from (_address(log, near) for near in beside(parts, part))
        if crossed(len(rows) + len(gone) - len(came), len(rows), LONG):
            yield from (_address(log, part) for part in parts)


def _address(log: Log, part: str = "") -> str:
    return f"{log}/{part}.html" if part else f"{log}.html"


def _noted(log: Log, cards: Iterable[Card]) -> Iterator[_Row]:
    status = "published" if log == "corrections" else "withdrawn"
    for card in cards:
        if card.notes and card.status == status:
            for number, (date, text) in enumerate(card.notes):
                day = edtf.parse(date) if date else None
                yield _Row((day.first or day.last) if day else "", card.id, number, card, date, text)


def _found(archive: Archive, log: Log) -> Sequence[_Row]:
    """Newest first, those without a date after them."""
    cards = archive.cards if log == "corrections" else archive.tombstones.values()
    return sorted(_noted(log, cards), reverse=True)


_rows = once("log", _found)


def _parts(archive: Archive, log: Log) -> list[str]:
    """The years of a log that is cut, oldest first, and `undated`; none where it is whole."""
    rows = _rows(archive, log)
    return sorted({row.part for row in rows}) if len(rows) > LONG else []


def _view(archive: Archive, log: Log, part: str) -> LogView:
    say, parts = archive.tongue.say, _parts(archive, log)
    rows = [row for row in _rows(archive, log) if not part or row.part == part]
    previous, following = _beside(archive, log, part, parts)
    title = say(_TITLES[log])
    return LogView(
        title=say("{name}, {date}", name=title, date=_label(archive, part)) if part else title,
        canonical=hosts.absolute(archive.site, _address(log, part)),
        breadcrumbs=(home(archive), Link(_address(log), title)) if part else (home(archive),),
        description="" if part else say(_DESCRIPTIONS[log]),
        doors=() if part else tuple(Link(_address(log, one), _label(archive, one)) for one in parts),
        entries=tuple(_entry(archive, log, row) for row in (rows[:NEWEST] if parts and not part else rows)),
        empty=say(_EMPTY[log]),
        previous=previous,
        next=following,
    )


_DESCRIPTIONS: dict[Log, str] = {
    "corrections": "What was put right, the newest first. Each correction stands under its article too.",
    "withdrawn": "Articles that were taken back. At the address of each stands a notice in its place.",
}
_EMPTY: dict[Log, str] = {
    "corrections": "No article of this archive has been corrected.",
    "withdrawn": "No article of this archive has been withdrawn.",
}


def _label(archive: Archive, part: str) -> str:
    return archive.tongue.say("Date not known") if part == "undated" else archive.tongue.unit(part)


def _beside(archive: Archive, log: Log, part: str, parts: Sequence[str]) -> Steps:
    if part in {"", "undated"}:
        return None, None
    years = [year for year in parts if year != "undated"]
    return steps(archive, part, years, lambda year: _address(log, year))


def _entry(archive: Archive, log: Log, row: _Row) -> LogEntry:
    date = edtf.parse(row.date) if row.date else None
    dated = DateView(archive.tongue.date(date), edtf.iso(date)) if date else None
    if log == "withdrawn":
        return LogEntry(row.card.url, "", row.text, dated)
    return LogEntry(row.card.url, row.card.title, row.text, dated, *language(archive, row.card.language))
