"""Lists of undated articles: in the order of their own pages where those tell it, and by initial letters. Pure.

A list of more than LONG under some letters is cut by the next letter of the headline, so that adding an article never
shifts another list.
"""

import re
from collections.abc import Iterable, Iterator

from generator import text
from generator.publish import hosts
from generator.publish import letters as by_letters
from generator.publish.change import Change
from generator.publish.letters import letters_of
from generator.publish.model import Archive, Card
from generator.publish.pages.atoz import initial
from generator.publish.pages.dates import LONG
from generator.publish.pages.entries import about, group, home
from generator.views import Group, Link, ListView, Page

_PATH = re.compile(r"undated/(?:index|letters/([^/]+))\.html")


def paths(archive: Archive) -> Iterator[str]:
    yield from map(_address, by_letters.parts(archive.letters, LONG))


def page(archive: Archive, path: str) -> Page | None:
    match = _PATH.fullmatch(path)
    if not match:
        return None
    letters = (match[1] or "").removesuffix("-")
    if path != _address(letters) or (letters and not by_letters.stands(archive.letters, letters, LONG)):
        return None
    return Page(path, "list.html", _list(archive, letters))


def reached(change: Change) -> Iterator[str]:
    """The list of all, those under the first letters of the articles concerned, and where such a list is cut now or
    whole, all lists below it."""
    yield _address("")
    was, now = _letters_of(change.shown_before), _letters_of(change.shown_now)
    yield from map(_address, by_letters.reached(change.archive.letters, LONG, was, now))


def _letters_of(cards: Iterable[Card]) -> list[str]:
    """Of the undated among them."""
    return [letters_of(card.title) for card in cards if not card.order]


def _address(letters: str) -> str:
    return f"undated/letters/{text.portable(letters)}.html" if letters else "undated/index.html"


def _list(archive: Archive, letters: str) -> ListView:
    say = archive.tongue.say
    here = by_letters.here(archive.letters, letters, LONG)
    longer = by_letters.longer(archive.letters, letters, LONG)
    return ListView(
        title=say("Undated, {letters}", letters=letters.upper()) if letters else say("Undated"),
        canonical=hosts.absolute(archive.site, _address(letters)),
        description="" if letters else say("Articles whose sources do not say when they appeared."),
        breadcrumbs=(home(archive), Link("undated/index.html", say("Undated"))) if letters else (home(archive),),
        doors=tuple(Link(_address(more), more.upper()) for more in longer),
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
