"""An address → its page's bytes, at one bench. What the build writes and the preview shows. Effects: reads."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import text
from generator.errors import Location, OverBudgetError, ProseError, located
from generator.fingerprint import digest
from generator.publish import pictures, prose, topics, traces, urls
from generator.publish.budget import Renderer
from generator.publish.layouts import Layouts
from generator.publish.model import Archive, Sight
from generator.publish.pages import page_at
from generator.publish.sources import Sources
from generator.views import Chrome, MarkdownView, Page


@dataclass(frozen=True, slots=True)
class Matter:
    """All that pages are made of.

    sources  the articles' own files
    copied   address → file on the disk, of what is copied as it is
    program  digest of this program
    """

    sources: Sources
    archive: Archive
    looks: Layouts
    chrome: Chrome
    copied: Mapping[str, str]
    program: str


def with_pictures(page: Page, sources: Sources, archive: Archive) -> Page:
    """The page, with the pictures that its text shows. Raises ItemError, MachineError."""
    if not archive.pictures:
        return page
    return pictures.showing(page, sources.body(page.body_of), archive.pictures)


def forget(looks: Layouts) -> None:
    """What is remembered of texts, so that a build, which asks for the same ones again and again, has each made once.
    Whoever makes pages for days remembers ever more of what articles said before: 1 KB an edit."""
    text.forget()
    urls.quoted.cache_clear()
    topics.rules.cache_clear()
    traces.forget()
    looks.forget()


class Press:
    """Makes pages. Close it."""

    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._renderer = Renderer()
        self._site = digest(matter.chrome)

    def close(self) -> None:
        self._renderer.close()

    def page(self, path: str) -> Page | None:
        """A standing page with the text that its file has now, as articles are. Raises ItemError, MachineError."""
        page = page_at(self._matter.archive, path)
        if page is None or not page.body_of:
            return page
        if path in self._matter.archive.standing:
            page = replace(page, body=digest(self._matter.sources.body(page.body_of)))
        return with_pictures(page, self._matter.sources, self._matter.archive)

    def smaller(self, path: str) -> tuple[Sight, int] | None:
        """The picture of which a smaller copy stands at an address, and how wide that is."""
        archive, copied = self._matter.archive, self._matter.copied
        return pictures.smaller(path, archive.pictures, copied)

    def inputs(self, page: Page) -> tuple[str, ...]:
        """The digests that decide what it says. Raises ConfigError for a layout that cannot be read."""
        matter = self._matter
        return traces.inputs(page, matter.looks.digest(page.template), self._site, matter.program)

    def printed(self, page: Page) -> bytes:
        """Its file. Raises ItemError with the place, ConfigError, MachineError."""
        return self.laid_out(page, self.body(page, self.markdown(page)))

    def markdown(self, page: Page) -> str:
        """The Markdown that stands on it. Raises ItemError with the place, MachineError."""
        return self._matter.sources.body(page.body_of) if page.body_of else ""

    def laid_out(self, page: Page, body: str) -> bytes:
        """Its file, with this html. Raises ConfigError."""
        return self._matter.looks.render(page, self._matter.chrome, body)

    def body(self, page: Page, markdown: str) -> str:
        """The html of a page's Markdown, or that itself where it is the page; where it is refused, its text as it is
        written (`scan` has told so).

        Raises OverBudgetError, with the place, which fails the page: time must not change what a page says.
        """
        if not page.body_of or isinstance(page.view, MarkdownView):
            return markdown
        return pictures.sized(self._html(page, markdown), page)

    def _html(self, page: Page, markdown: str) -> str:
        with located(Location(page.body_of)):
            try:
                quick = prose.quickly(markdown, urls.root(page.path))
                return self._slow_body(page.path, markdown) if quick is None else self._quick_body(page.path, quick)
            except OverBudgetError:
                raise
            except ProseError:
                return self._quick_body(page.path, prose.plain(markdown))

    def _quick_body(self, path: str, html: str) -> str:
        del path
        return html

    def _slow_body(self, path: str, markdown: str) -> str:
        return self._renderer.render(markdown, urls.root(path))
