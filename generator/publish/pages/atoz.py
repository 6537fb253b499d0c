"""The A–Z of each kind of topic. Pure.

Up to NAMES names are one page. More are cut by their first letters, and by the next ones where that is not enough: then
the index has the doors to the letters, and the topics with the most articles. A topic without a page of its own is a
line that leads to its articles.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest

from generator import text
from generator.publish import hosts, urls
from generator.publish import letters as by_letters
from generator.publish.change import Change
from generator.publish.letters import letters_of
from generator.publish.model import Archive, Topic
from generator.publish.pages.entries import KIND_TITLES, has_page, home, once
from generator.publish.topics import A_TO_Z, KINDS
from generator.views import Door, DoorGroup, IndexView, Link, Page

NAMES = 300  # names on a page
LARGEST = 48  # topics on the index of a kind that is cut

_PATH = re.compile(rf"({'|'.join(KINDS)})/(?:index|{A_TO_Z}/([^/]+))\.html")
_FIGURES = "0"  # before the letters of what begins with a figure or a sign, so that all of it stands together


def paths(archive: Archive) -> Iterator[str]:
    for kind in KINDS:
        if has_index(archive, kind):
            yield from (_address(kind, letters) for letters in by_letters.parts(_rows(archive, kind), NAMES))


def page(archive: Archive, path: str) -> Page | None:
    match = _PATH.fullmatch(path)
    if not match or not has_index(archive, match[1]):
        return None
    kind, letters = match[1], (match[2] or "").removesuffix("-")
    if path != _address(kind, letters) or (letters and not by_letters.stands(_rows(archive, kind), letters, NAMES)):
        return None
    return Page(path, "index.html", _view(archive, kind, letters))


def reached(change: Change) -> Iterator[str]:
    """Of each kind concerned the index, and the pages of the letters of its topics concerned."""
    at = change.archive.topic_at
    for kind in {kind for card in change.shown for kind, _, _ in card.topics}:
        yield _address(kind, "")
        there = [_letters(topic.name) for topic in change.topics if topic.kind == kind]
        came = [_letters(topic.name) for topic in change.topics if topic.kind == kind and _is_new(change, topic)]
        gone = [_letters(name) for (k, slug), name in change.before.items() if k == kind and (k, slug) not in at]
        was = [*_without(there, came), *gone]
        rows = _rows(change.archive, kind)
        yield from (_address(kind, letters) for letters in by_letters.reached(rows, NAMES, was, there))


def _is_new(change: Change, topic: Topic) -> bool:
    return (topic.kind, topic.slug) not in change.before


def _without(keys: Sequence[str], some: Sequence[str]) -> list[str]:
    left = list(keys)
    for key in some:
        left.remove(key)
    return left


def _address(kind: str, letters: str) -> str:
    return f"{kind}/{A_TO_Z}/{text.portable(letters)}.html" if letters else urls.topic(kind, "index")


def has_index(archive: Archive, kind: str) -> bool:
    """Menus link to the tags, so their index is always there."""
    return kind == "tags" or bool(_rows(archive, kind))


def _sorted_rows(archive: Archive, kind: str) -> by_letters.Rows:
    """The first letters and the index of each topic of a kind, in the order of their names."""
    rows = [(_letters(topic.name), i) for i, topic in enumerate(archive.topics) if topic.kind == kind and topic.members]
    return sorted(rows)


_rows = once("names", _sorted_rows)


def _letters(name: str) -> str:
    found = letters_of(name)
    return found if found[0].isalpha() else (_FIGURES + found)[: by_letters.LETTERS]


def initial(name: str) -> str:
    """The letter under which a name stands in an A–Z; "#" for figures and signs."""
    first = text.key(name)[:1].upper()
    return first if first.isalpha() else "#"


def _label(letters: str) -> str:
    """How first letters are shown: "SA"; figures without what parts them from the letters, all of them "#"."""
    return letters.upper() if letters[0] != _FIGURES else letters[1:].upper() or "#"


def door(archive: Archive, topic: Topic) -> Door:
    """To a topic's page; where it has none, straight to the articles that bear it."""
    if has_page(topic):
        return Door(urls.topic(topic.kind, topic.slug), topic.name, len(topic.members))
    first, *others = (archive.cards[i].url for i in topic.members)
    return Door(first, topic.name, len(topic.members), others=tuple(others))


def _view(archive: Archive, kind: str, letters: str) -> IndexView:
    rows, title = _rows(archive, kind), archive.tongue.say(KIND_TITLES[kind])
    parts = by_letters.longer(rows, letters, NAMES)
    topics = [archive.topics[i] for i in by_letters.here(rows, letters, NAMES)]
    said = archive.tongue.say("{name}, {letters}", name=title, letters=_label(letters)) if letters else title
    return IndexView(
        title=said,
        canonical=hosts.absolute(archive.site, _address(kind, letters)),
        breadcrumbs=_breadcrumbs(archive, kind, letters),
        letters=tuple(Link(_address(kind, part), _label(part)) for part in parts),
        groups=_cut_groups(archive, rows, letters, topics) if parts else _groups(archive, letters, topics),
    )


def _breadcrumbs(archive: Archive, kind: str, letters: str) -> tuple[Link, ...]:
    above = [letters[:n] for n in range(len(letters))]
    title = archive.tongue.say(KIND_TITLES[kind])
    return (home(archive), *(Link(_address(kind, part), _label(part) if part else title) for part in above))


def _groups(archive: Archive, letters: str, topics: Sequence[Topic]) -> tuple[DoorGroup, ...]:
    """Names under their letters; on the page of some letters without."""
    under: dict[str, list[Door]] = {}
    for topic in topics:
        under.setdefault("" if letters else initial(topic.name), []).append(door(archive, topic))
    return tuple(DoorGroup(letter, letter, tuple(doors)) for letter, doors in under.items())


def _cut_groups(
    archive: Archive, rows: by_letters.Rows, letters: str, topics: Sequence[Topic]
) -> tuple[DoorGroup, ...]:
    """The names of no more letters, and the largest topics of all that begin so: who looks for these is there."""
    found = largest(archive, (archive.topics[i] for _, i in by_letters.beginning(rows, letters)), LARGEST)
    most = (DoorGroup(archive.tongue.say("With the most articles"), "most", found),) if found else ()
    return (*_groups(archive, letters, topics), *most)


def largest(archive: Archive, topics: Iterable[Topic], most: int) -> tuple[Door, ...]:
    """Those with the most articles, in alphabetical order."""
    shown = (topic for topic in topics if has_page(topic))
    found = nsmallest(most, shown, key=lambda topic: (-len(topic.members), topic.slug))
    found.sort(key=lambda topic: (initial(topic.name), text.key(topic.name), topic.slug))
    return tuple(door(archive, topic) for topic in found)
