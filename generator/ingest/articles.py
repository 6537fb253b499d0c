"""The articles that are there already: which file bears an id, which slugs are taken. Effects: reads and writes.

A person may move and rename Markdown files as they like; an article is known by the `id:` in its front matter.
"""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from itertools import count, product
from pathlib import Path
from typing import Literal

from generator import edtf, files, frontmatter, text
from generator.errors import ItemError, Location, RawError, UsageError, located
from generator.fingerprint import digest
from generator.ingest import copies, merge
from generator.ingest.journal import Journal
from generator.ingest.record import Record
from generator.ingest.sources import ARTICLES, readable
from generator.model import Meta, Source

_HEAD = 65_536  # front matter is never larger
_ID = re.compile(r"^id:[ \t]*[\"']?([^\s\"']+)", re.MULTILINE)
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
_META = copies.of(Meta)
_PAIRS = tuple(map("".join, product(_BASE32, repeat=2)))
_SLUG = re.compile(r"^slug:[ \t]*[\"']?([^\s\"']+)", re.MULTILINE)


class Articles:
    """Looked up when asked; the folder is walked once at most, and only where somebody asks what a path cannot tell."""

    def __init__(self, root: Path, *, dry_run: bool = False) -> None:
        self._root = root
        self._dry_run = dry_run
        self._written: dict[str, str] = {}  # by a dry run, which writes nothing else
        self._by_id: dict[str, str] | None = None
        self._slugs: set[str] = set()
        self._free: set[str] = set()  # names of files that are about to go
        self.journal = Journal(root, root / ARTICLES)

    def find(self, id: str, expected: str = "") -> str:
        """The Markdown file of an article, "" if there is none: where it was written, or wherever it was moved to."""
        if expected and _field(_ID, self._head(expected)) == id:
            return expected
        return self._scanned().get(id, "")

    def sources(self, wanted: Callable[[str], bool]) -> dict[str, Source]:
        """id → where it came from, of the articles whose id is wanted, as far as they can be read."""
        found = {}
        for id, path in sorted(self._scanned().items()):
            if id and wanted(id):
                try:
                    found[id] = self.read(path)[0].source
                except ItemError:  # broken by hand: the build says so
                    continue
        return found

    def exists(self, path: str) -> bool:
        return path in self._written or os.path.isfile(f"{self._root}/{path}")

    def read(self, path: str) -> tuple[Meta, str]:
        """Raises FrontMatterError, YamlError or RawError (no permission) with the place."""
        with readable(), located(Location(path)):
            return frontmatter.split(self._text(path))

    def _text(self, path: str) -> str:
        return self._written[path] if path in self._written else files.text(self._root / path)

    def create(self, id: str, slug: str, meta: Meta, body: str) -> tuple[str, Meta]:
        """Write a new article: its path, and its fields with id and slug. Without a slug it gets one of its own,
        from what the fields want, or its headline, with the beginning of its id where another article has that one."""
        if not slug:
            plain = text.slug(meta.slug) or text.slug(meta.title) or text.slug(id) or "article"
            slug = marked(plain, id) if self.has_slug(plain) else plain
        meta = _META(meta, id=id, slug=slug)
        path, free = self._free_path(meta)
        self._put(path, frontmatter.join(meta, body), free=free)
        self._scanned()[id] = path
        self._slugs.add(slug)
        return path, meta

    def ours(self, record: Record) -> Record | None:
        """The record, if its article is to the byte what ingest wrote, where it wrote it; else None.

        A killed run may have written it anew without a word to the ledger.
        """
        path = self.find(record.article, record.path)
        if not path or (self._dry_run and path not in self._written):
            return None
        current, body = self.read(path)
        wrote = written(path, current, body)
        if not self.journal.wrote(path) and wrote != record.wrote:
            return None
        if self._text(path) != frontmatter.join(current, body):  # a comment, fields in another order
            return None
        return replace(record, path=path, slug=current.slug, wrote=wrote)

    def discard(self, record: Record) -> None:
        """An article is about to be written anew, or to go: its name, id and slug are free."""
        self.journal.remove(record.path)
        self._scanned().pop(record.article, None)
        self._slugs.discard(record.slug)
        self._free.add(record.path)

    def recover(self, known: Callable[[str], bool]) -> None:
        """Clear away what a killed run left: old files of articles that it wrote anew, and articles that it wrote
        among them; those are written again. `known`: ids that raw items have as articles."""
        paths = list(self._paths()) if self.journal.paths() else []
        ids = {path: _field(_ID, self._head(path)) for path in paths}
        bearers = Counter(ids.values())
        for path, id in ids.items():
            if self.journal.wrote(path) and not known(id):
                files.remove(self._root / path, self._root / ARTICLES)

        def needless(path: str) -> bool:
            """The old file of an article that has a new one, or of none; never the last of one."""
            id = ids.get(path, "")
            spare = bearers[id] > 1 and not self.journal.wrote(path)
            bearers[id] -= spare
            return bool(id) and (spare or not known(id))

        self.journal.recover(needless)
        self._by_id = None
        self._slugs.clear()

    def moved(self, record: Record, slug: str) -> Record:
        """Write an article of ours anew under another slug."""
        meta, body = self.read(record.path)
        self.discard(record)
        path, meta = self.create(record.article, slug, meta, body)
        return replace(record, slug=slug, path=path, wrote=written(path, meta, body))

    def amend(self, path: str, before: Meta, after: Meta, body: str | None = None) -> None:
        """Write the fields that differ, and the body if there is a new one; every other line stays as it is."""
        content = self._text(path)
        amended = frontmatter.amend(content, after, merge.changed(before, after))
        if body is not None:
            amended = frontmatter.with_body(amended, body)
        self._put(path, amended, amends=True)

    # ── Articles by their records ──

    def locate(self, record: Record) -> str:
        """Where an item's article is, "" if a person deleted it. Raises RawError where a file may be it or not."""
        path = self.find(record.article, record.path)
        if not path and self.exists(record.path) and not _field(_ID, self._head(record.path)):
            self.read(record.path)
            said = f"has lost its id — write `id: {record.article}` into its front matter, between the lines of ---"
            raise RawError(said, Location(record.path))
        return path

    def holding(self, id: str, record: Record) -> str:
        """The path of the article with this id if it holds what the raw item says, as far as can be told; else ""."""
        path = self.find(id)
        current, body = self.read(path)
        same = merge.text_digests(current.title, body) == (record.title, record.body)
        return path if same or current.source.sha256 == record.sha256 else ""

    def amended(self, owner: Record, change: Callable[[Meta, frozenset[str]], Meta]) -> Record | None:
        """Change fields of an item's article that are ingest's; None if it is not there."""
        path = self.find(owner.article, owner.path)
        if not path:
            return None
        current, body = self.read(path)
        free = merge.untouched(dict(owner.wrote), current, body)
        after = change(current, free)
        self.amend(path, current, after)
        wrote = merge.still_ours(dict(owner.wrote), free, after, body)
        return replace(owner, path=path, wrote=tuple(wrote.items()))

    def adopted(self, record: Record, meta: Meta, body: str) -> tuple[Record, bool]:
        """The record of an article that is there and that the ledger did not know, and whether it has a date.

        What is exactly as ingest would write it is ingest's; everything else may be a person's.
        """
        current, now = self.read(record.path)
        if current.source.sha256 == record.sha256:
            meta = replace(meta, source=current.source)
        wrote = dict(written(self._place(meta, current), replace(meta, id=current.id, slug=current.slug), body))
        ours = [pair for pair in written(record.path, current, now) if wrote.get(pair[0]) == pair[1]]
        return replace(record, slug=current.slug, wrote=tuple(ours)), bool(current.date)

    def renewed(
        self, known: Record, record: Record, meta: Meta, body: str, only: Collection[str] = ()
    ) -> tuple[Record, Literal["renewed", "unchanged"], bool]:
        """Write what a raw item says this time where no person has edited. The record, whether the article is another
        now, and whether it has a date."""
        current, old = self.read(record.path)
        free = merge.untouched(dict(known.wrote), current, old)
        fresh = free & {*only, "inferred"} if only else free
        after = merge.renewed(current, meta, free, only)
        new = body if "body" in fresh else old
        same = after == current and new == old
        if not same:
            self.amend(record.path, current, after, new if new != old else None)
        left = set(merge.changed(after, merge.renewed(current, meta, free))) - {"inferred"}
        if left or ("body" in free and new != body):  # --only: the rest is renewed another time
            record = replace(known, path=record.path)
        wrote = merge.still_ours(dict(known.wrote), fresh, after, new)
        return replace(record, wrote=tuple(wrote.items())), "unchanged" if same else "renewed", bool(after.date)

    # ── Files ──

    def _put(self, path: str, content: str, *, amends: bool = False, free: bool = False) -> None:
        """`amends`: a person's words may stand in it, so that it must never pass for ingest's. `free`: nothing stands
        there."""
        if self._dry_run:
            self._written[path] = content
        else:
            if not (amends or free) and (self._free or self.exists(path)):
                self.journal.write(path, content.encode())
            self._free.discard(path)
            files.write(f"{self._root}/{path}", content.encode())

    def has_slug(self, slug: str) -> bool:
        self._scanned()
        return slug in self._slugs

    def _place(self, meta: Meta, current: Meta) -> str:
        """Where ingest would have put an article that is there."""
        return f"{_folder(meta)}/{current.slug}.md"

    def _free_path(self, meta: Meta) -> tuple[str, bool]:
        """The path of a new article, and whether it is certain that nothing stands there."""
        path = f"{_folder(meta)}/{meta.slug}.md"
        there = self.exists(path)
        if there and path not in self._free:
            return f"{_folder(meta)}/{meta.slug}-{meta.id}.md", False
        return path, not (there or self._free)

    def _scanned(self) -> dict[str, str]:
        if self._by_id is None:
            self._by_id = {}
            for path in self._paths():
                head = self._head(path)
                self._slugs.add(_field(_SLUG, head) or path.rpartition("/")[2].removesuffix(".md"))
                self._by_id.setdefault(_field(_ID, head), path)
        return self._by_id

    def _paths(self) -> Iterator[str]:
        return (f"{ARTICLES}/{name}" for name in files.names(self._root / ARTICLES) if name.endswith(".md"))

    def _head(self, path: str) -> str:
        """The front matter of a file, as text; "" where there is none."""
        if path in self._written:
            text = self._written[path]
        else:
            try:
                with (self._root / path).open("rb") as handle:
                    text = handle.read(_HEAD).decode("utf-8-sig", errors="replace")
            except OSError:
                return ""
        return text.partition("\n---")[0] if text.startswith("---") else ""


def _folder(meta: Meta) -> str:
    """Where ingest puts an article."""
    month = edtf.unit(meta.date)[:7].replace("-", "/") if meta.date else ""
    return f"{ARTICLES}/{month or 'undated'}"


def written(path: str, meta: Meta, body: str) -> tuple[tuple[str, str], ...]:
    """What ingest wrote where: a digest of each field, of the body, and of the name of the file."""
    return tuple(sorted((*merge.fingerprints(meta, body).items(), ("path", digest(path)[:12]))))


def marked(slug: str, id: str) -> str:
    """The slug of an article whose headline another one bears too."""
    return f"{slug}-{id[:6]}"


def _field(pattern: re.Pattern[str], head: str) -> str:
    match = pattern.search(head)
    return match[1] if match else ""


def draft(root: Path, meta: Meta) -> str:
    """An article that a person begins: the path of its file, with an id and a slug of its own. Raises UsageError."""
    if not meta.title:
        raise UsageError("an article needs a headline — write it between quotation marks")
    articles = Articles(root)
    seed = text.slug(meta.title) or "draft"
    id = next(id for n in count() if not articles.find(id := short(f"new {seed} {n or ''}")))
    return articles.create(id, "", meta, "")[0]


def short(identity: str) -> str:
    """Ten letters and digits."""
    seed = hashlib.sha256(identity.encode(errors="surrogateescape")).digest()
    bits = int.from_bytes(seed[:7], "big") >> 6  # fifty of them; base64.b32encode takes five times as long
    return "".join([_PAIRS[bits >> shift & 1023] for shift in (40, 30, 20, 10, 0)])
