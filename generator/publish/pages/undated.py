"""Lists of undated articles: in the order of their own pages where those tell it, and by initial letters. Pure.

A list of more than LONG under some letters is cut by the next letter of the headline, so that adding an article never
shifts another list.
"""

import re
from collections.abc import Iterable, Iterator

from generator import text
from generator.publish import urls
from generator.publish.archive import LETTERS, beginning, letters_of
from generator.publish.change import Change, crossed
from generator.publish.model import Archive, Card
from generator.publish.pages.dates import LONG
from generator.publish.pages.entries import about, group, home
from generator.publish.pages.topics import initial
from generator.views import Group, Link, ListView, Page

_PATH = re.compile(r"undated/(?:index|letters/([^/]+))\.html")


def paths(archive: Archive) -> Iterator[str]:
    yield from map(_address, _pages(archive, ""))


def page(archive: Archive, path: str) -> Page | None:
    match = _PATH.fullmatch(path)
    if not match:
        return None
    letters = (match[1] or "").removesuffix("-")
    cut = all(_is_cut(archive, letters[:n]) for n in range(len(letters)))
    if not cut or path != _address(letters) or (letters and not beginning(archive, letters)):
        return None
    return Page(path, "list.html", _list(archive, letters))


def reached(change: Change) -> Iterator[str]:
    """The list of all, those under the first letters of the articles concerned, and where such a list is cut now or
    whole, all lists below it."""
    yield _address("")
    for letters in {letters_of(card.title)[:n] for card in _undated(change.shown) for n in range(1, LETTERS + 1)}:
        yield _address(letters)
    for letters in {letters_of(card.title)[:n] for card in _undated(change.shown) for n in range(LETTERS)}:
        now = len(beginning(change.archive, letters))
        before = now + _begin(change.shown_before, letters) - _begin(change.shown_now, letters)
        if crossed(before, now, LONG):
            below = [key for key, _ in beginning(change.archive, letters)]
            yield from {_address(key[:n]) for key in below for n in range(len(letters) + 1, len(key) + 1)}


def _undated(cards: Iterable[Card]) -> list[Card]:
    return [card for card in cards if not card.order]


def _begin(cards: Iterable[Card], letters: str) -> int:
    return sum(letters_of(card.title).startswith(letters) for card in _undated(cards))


def _pages(archive: Archive, letters: str) -> Iterator[str]:
    """The beginnings of headlines that have a list of their own."""
    yield letters
    for longer in _longer(archive, letters):
        yield from _pages(archive, longer)


def _is_cut(archive: Archive, letters: str) -> bool:
    return len(letters) < LETTERS and len(beginning(archive, letters)) > LONG


def _longer(archive: Archive, letters: str) -> list[str]:
    """The beginnings that are one letter longer, where the list of these letters is too long."""
    if not _is_cut(archive, letters):
        return []
    size = len(letters) + 1
    return list(dict.fromkeys(key[:size] for key, _ in beginning(archive, letters) if len(key) >= size))


def _address(letters: str) -> str:
    return f"undated/letters/{text.portable(letters)}.html" if letters else "undated/index.html"


def _list(archive: Archive, letters: str) -> ListView:
    cut, say = _is_cut(archive, letters), archive.tongue.say
    here = [i for key, i in beginning(archive, letters) if not cut or key == letters]
    return ListView(
        title=say("Undated, {letters}", letters=letters.upper()) if letters else say("Undated"),
        canonical=urls.absolute(archive.site.url, _address(letters)),
        description="" if letters else say("Articles whose sources do not say when they appeared."),
        breadcrumbs=(home(archive), Link("undated/index.html", say("Undated"))) if letters else (home(archive),),
        doors=tuple(Link(_address(longer), longer.upper()) for longer in _longer(archive, letters)),
        doors_title=say("By first letters"),
        groups=(*(() if letters else _runs(archive)), *_letters(archive, here, letters)),
    )


def _runs(archive: Archive) -> Iterator[Group]:
    """Articles whose order is known from the headlines printed beside them, oldest first; of a long run, both ends."""
    for run in archive.chains.runs:
        if len(run) > 1:
            shown = run if len(run) <= LONG else (*run[:5], *run[-5:])
            bracket = archive.brackets[archive.ids[run[0]]]
            label = archive.tongue.counted(
                len(run),
                "{n} article in the order in which they appeared",
                "{n} articles in the order in which they appeared",
            )
            if bracket:
                label = archive.tongue.say("{articles}, {date}", articles=label, date=about(archive, bracket))
            yield group(archive, label, f"from-{run[0]}", [archive.ids[id] for id in shown])


def _letters(archive: Archive, members: list[int], prefix: str) -> tuple[Group, ...]:
    if prefix:
        return (group(archive, "", "", members),) if members else ()
    letters: dict[str, list[int]] = {}
    for i in members:
        letters.setdefault(initial(archive.cards[i].title), []).append(i)
    return tuple(group(archive, letter, f"letter-{letter}", of_letter) for letter, of_letter in letters.items())
