"""The articles that are there already: which file bears an id, which slugs are taken. Effects: reads and writes.

A person may move and rename Markdown files as they like; an article is known by the `id:` in its front matter.
"""

import re
from dataclasses import replace
from pathlib import Path

from generator import edtf, files, frontmatter, text
from generator.errors import Location, located
from generator.ingest.merge import changed
from generator.ingest.sources import ARTICLES
from generator.model import Meta

_HEAD = 65_536  # front matter is never larger
_ID = re.compile(r"^id:[ \t]*[\"']?([^\s\"']+)", re.MULTILINE)
_SLUG = re.compile(r"^slug:[ \t]*[\"']?([^\s\"']+)", re.MULTILINE)


class Articles:
    """Looked up when asked; the folder is walked once at most, and only where somebody asks what a path cannot tell."""

    def __init__(self, root: Path, *, dry_run: bool = False) -> None:
        self._root = root
        self._dry_run = dry_run
        self._by_id: dict[str, str] | None = None
        self._slugs: set[str] = set()

    def find(self, id: str, expected: str = "") -> str:
        """The Markdown file of an article, "" if there is none: where it was written, or wherever it was moved to."""
        if expected and _field(_ID, self._head(expected)) == id:
            return expected
        return self._scanned().get(id, "")

    def exists(self, path: str) -> bool:
        return (self._root / path).is_file()

    def read(self, path: str) -> tuple[Meta, str]:
        """Raises FrontMatterError or YamlError with the place."""
        with located(Location(path)):
            return frontmatter.split(files.text(self._root / path))

    def create(self, id: str, slug: str, meta: Meta, body: str) -> tuple[str, Meta]:
        """Write a new article: its path, and its fields with id and slug. Without a slug it gets one of its own,
        from its headline, with the beginning of its id where another article has that one."""
        if not slug:
            plain = text.slug(meta.title) or id
            slug = f"{plain}-{id[:6]}" if self._has_slug(plain) else plain
        meta = replace(meta, id=id, slug=slug)
        path = self._free_path(meta)
        self._put(path, frontmatter.join(meta, body))
        self._scanned()[id] = path
        self._slugs.add(slug)
        return path, meta

    def amend(self, path: str, before: Meta, after: Meta, body: str | None = None) -> None:
        """Write the fields that differ, and the body if there is a new one; every other line stays as it is."""
        content = files.text(self._root / path)
        amended = frontmatter.amend(content, after, changed(before, after))
        if body is not None:
            amended = frontmatter.with_body(amended, body)
        self._put(path, amended)

    def _put(self, path: str, content: str) -> None:
        if not self._dry_run:
            files.write(self._root / path, content.encode())

    def _has_slug(self, slug: str) -> bool:
        self._scanned()
        return slug in self._slugs

    def _free_path(self, meta: Meta) -> str:
        month = edtf.unit(meta.date)[:7].replace("-", "/") if meta.date else ""
        path = f"{ARTICLES}/{month or 'undated'}/{meta.slug}.md"
        return f"{ARTICLES}/{month or 'undated'}/{meta.slug}-{meta.id}.md" if self.exists(path) else path

    def _scanned(self) -> dict[str, str]:
        if self._by_id is None:
            self._by_id = {}
            files.sweep(self._root / ARTICLES)
            for path in files.walk(self._root / ARTICLES):
                if path.suffix == ".md":
                    head = self._head(path.relative_to(self._root).as_posix())
                    self._slugs.add(_field(_SLUG, head) or path.stem)
                    self._by_id.setdefault(_field(_ID, head), path.relative_to(self._root).as_posix())
        return self._by_id

    def _head(self, path: str) -> str:
        """The front matter of a file, as text; "" where there is none."""
        try:
            with (self._root / path).open("rb") as handle:
                text = handle.read(_HEAD).decode("utf-8-sig", errors="replace")
        except OSError:
            return ""
        return text.partition("\n---")[0] if text.startswith("---") else ""


def _field(pattern: re.Pattern[str], head: str) -> str:
    match = pattern.search(head)
    return match[1] if match else ""
