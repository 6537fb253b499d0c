"""The articles' own files, read once more when their pages are made. Effects: reads.

So nothing of an article but its card is held from the reading of the archive to the making of its pages. A page says
what its file says now, and so does its trace: where that was changed in between, the next build sees by the file's
numbers that it was, and looks at the page again.
"""

from pathlib import Path

from generator import files
from generator.errors import Location, located
from generator.model import Head, SiteConfig
from generator.publish import parse
from generator.publish.model import Card


class Sources:
    """The last text is held: a page asks for the head, or for a digest of the body, and then for the body."""

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
        if path != self._last[0]:
            with located(Location(path)):
                self._last = (path, parse.body(files.text(f"{self._root}/{path}")))
        return self._last[1]
