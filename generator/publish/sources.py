"""The articles' own files, read once more when their pages are made. Effects: reads.

So nothing of an article but its card is held from the reading of the archive to the making of its pages. A page says
what its file says now, and so does its trace: where that was changed in between, the next build sees by the file's
numbers that it was, and looks at the page again.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from generator import files
from generator.errors import ItemError, Location, MachineError, located
from generator.model import Head, SiteConfig
from generator.publish import parse
from generator.publish.model import Card

Of = TypeVar("Of", str, bytes)

LOCKED = "may not be read — give yourself the right to (chmod u+r); until then what is in output/ of it stays"


class Sources:
    """The last text is held, or those that `hold` is told to: a page asks for the head, or for a digest of the body,
    and then for the body."""

    def __init__(self, root: Path, site: SiteConfig) -> None:
        self._root = str(root)
        self._site = site
        self._last = ("", "")
        self._held: dict[str, tuple[Head, str]] = {}

    def hold(self, cards: Iterable[Card]) -> None:
        """Read these together, each step of all before the next one, and forget those that were held. One that is
        broken is left out: whoever asks for it is told. Raises MachineError."""
        texts = [(card, _quietly(text, f"{self._root}/{card.path}")) for card in cards]
        there = [(card, content) for card, content in texts if content is not None]
        heads = [(card.path, _quietly(parse.again, card, content, self._site)) for card, content in there]
        self._held = {path: found for path, found in heads if found}

    def head(self, card: Card) -> Head:
        """Raises ItemError with the place, MachineError."""
        if card.path in self._held:
            return self._held[card.path][0]
        with located(Location(card.path)):
            head, body = parse.again(card, text(f"{self._root}/{card.path}"), self._site)
        self._last = (card.path, body)
        return head

    def body(self, path: str) -> str:
        """The Markdown below the front matter of an article or standing page. Raises ItemError, MachineError."""
        if path in self._held:
            return self._held[path][1]
        if path != self._last[0]:
            with located(Location(path)):
                self._last = (path, parse.body(text(f"{self._root}/{path}")))
        return self._last[1]


def _quietly(work: Callable[..., Any], *given: object) -> Any:
    """What comes of it; None where the item is wrong."""
    try:
        return work(*given)
    except ItemError:
        return None


def text(path: str) -> str:
    """The text of a file, as `files.text`. One that went since its folder was looked at is an ItemError, and so is one
    that may not be read."""
    return _there(files.text, path)


def read(path: str) -> bytes:
    """The bytes of a file, as `files.read`; the same of one that went or may not be read."""
    return _there(files.read, path)


def _there(read: Callable[[str], Of], path: str) -> Of:
    try:
        return read(path)
    except MachineError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise ItemError("went away while the site was built — build it again") from error
        if isinstance(error.__cause__, PermissionError):
            raise ItemError(LOCKED) from error
        raise
