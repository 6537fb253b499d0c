"""The articles' own files, read once more when their pages are made. Effects: reads.

So nothing of an article but its card is held from the reading of the archive to the making of its pages. A page says
what its file says now: where that was changed in between, the next build sees by the file's numbers that it was.
"""

from pathlib import Path

from generator import files
from generator.errors import Location, located
from generator.model import Head, SiteConfig
from generator.publish import parse
from generator.publish.model import Card


class Sources:
    """The last article is held: its page asks for the head and then for the body."""

    def __init__(self, root: Path, site: SiteConfig) -> None:
        self._root = str(root)
        self._site = site
        self._last = ("", "")

    def head(self, card: Card) -> Head:
        """Raises ItemError with the place, MachineError."""
        with located(Location(card.path)):
            head, body = parse.again(card, files.text(f"{self._root}/{card.path}"), self._site)
        self._last = (card.path, body)
        return head

    def body(self, path: str) -> str:
        """The Markdown below the front matter of an article or standing page. Raises ItemError, MachineError."""
        last, body = self._last
        return body if path == last else parse.body(files.text(f"{self._root}/{path}"))
