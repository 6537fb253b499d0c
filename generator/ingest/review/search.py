"""The article that a person means: by its file, its raw file, its id, its slug or its headline. Effects: reads."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import files, frontmatter
from generator.errors import BackfileError, ItemError, Location, UsageError
from generator.ingest import sources
from generator.ingest.articles import Articles
from generator.ingest.ledger import Ledger
from generator.ingest.record import Record
from generator.ingest.review import why
from generator.ingest.review.known import markdown
from generator.text import fold, key, squeeze

_LINE = re.compile(r":\d+(?::\d+)?\Z")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Found:
    """An article's file, and its headline; or a raw item that has none."""

    path: str
    raw: str = ""
    title: str = ""


class Search:
    """The ledger and the articles, asked for one of them. No more is read of either than it takes."""

    def __init__(self, root: Path) -> None:
        self._root = sources.normal(root)
        self._articles = Articles(self._root, dry_run=True)

    def find(self, what: str) -> tuple[Found, ...]:
        """All that this may mean; more than one: the person has to say which. Raises UsageError where it is nothing."""
        for look in (self._raw, self._file, self._named, self._headed):
            if found := tuple(dict.fromkeys(look(what))):
                return found
        said = "is no article — name its file, its raw file, its id, its address or the beginning of its headline"
        raise UsageError(said, Location(what))

    def explain(self, found: Found) -> why.Explanation:
        """Why it says what it says. Raises FrontMatterError and YamlError for an article that cannot be read."""
        asked = None if found.path else self._ledger(found.raw).get(found.raw)
        if asked:
            kept = self._owner(asked.article) or asked
            return why.gone(asked, kept, there=sources.one(kept.file, self._root) is not None)
        meta, body = self._articles.read(found.path)
        owner = self._owner(meta.id)
        return why.explain(found.path, meta, body, self._origin(owner) if owner else None)

    def _origin(self, owner: Record) -> why.Origin:
        source = sources.one(owner.file, self._root)
        side = sources.name(source.sidecar, self._root) if source and source.sidecar else ""
        return why.Origin(owner, tuple(self._ledger(owner.article).duplicates(owner.article)), side)

    def _ledger(self, *about: str) -> Ledger:
        """As much of it as speaks of these raw files, or of articles with these ids."""
        return Ledger(self._root / "content" / "ledger", self._root / ".backfile" / "ledger", about)

    def _owner(self, id: str) -> Record | None:
        """The item that became this article."""
        return self._ledger(id).owner(id) if id else None

    # ── What it may mean ──

    def _raw(self, what: str) -> Iterator[Found]:
        plain = _LINE.sub("", what)
        names = dict.fromkeys([what, plain, *self._names(plain), f"{sources.RAW}/{plain}", f"content/{plain}"])
        ledger = self._ledger(*names)
        for name in names:
            records = [record] if (record := ledger.get(name)) else ledger.of(name)
            if not records and name.startswith(f"{sources.RAW}/") and os.path.isfile(self._root / name):
                records = self._beside(name)
            yield from map(self._of, records)

    def _beside(self, name: str) -> list[Record]:
        """What became of the raw file that a sidecar stands beside. Raises UsageError where nothing did so far."""
        found, _ = sources.find(self._root, [self._root / name], leave=True, dry_run=True)
        ledger = self._ledger(*(source.raw for source in found))
        records = [record for source in found for record in ledger.of(source.raw)]
        if not records:
            raise UsageError("was not taken in yet — run `backfile ingest`, and ask again", Location(name))
        return records

    def _names(self, what: str) -> list[str]:
        """What a path would be called in the ledger, seen from here and from the archive's folder."""
        return [] if "\0" in what else [sources.name(path, self._root) for path in (Path(what), self._root / what)]

    def _of(self, record: Record) -> Found:
        """The article that a raw item became, or that it duplicates."""
        if record.outcome == "rejected":
            return Found("", record.raw)
        owner = record if record.outcome == "article" else self._owner(record.article) or record
        path = self._articles.find(owner.article, owner.path)
        return self._found(path) if path else Found("", record.raw)

    def _file(self, what: str) -> Iterator[Found]:
        plain = _LINE.sub("", what)
        for name in dict.fromkeys([*self._names(plain), f"{sources.ARTICLES}/{plain}"]):
            if name.startswith(f"{sources.ARTICLES}/") and name.endswith(".md") and os.path.isfile(self._root / name):
                yield self._found(name)

    def _named(self, what: str) -> Iterator[Found]:
        """By its id, its slug, or the name of its file."""
        if not what or "/" in what or " " in what:
            return
        owner = self._owner(what)
        if owner and (path := self._articles.find(what, owner.path)):
            yield self._found(path)
            return
        named = [path for path in markdown(self._root) if path.rpartition("/")[2] in {what, f"{what}.md"}]
        if not named and (path := self._articles.find(what)):  # a person wrote it: a look into all of them
            named = [path]
        yield from map(self._found, named)

    def _headed(self, what: str) -> Iterator[Found]:
        """By the beginning of its headline; a headline that is just this goes before longer ones."""
        wanted = key(what[:_LONGEST])
        found = list(self._titles(wanted.split())) if wanted else []
        same = [one for one in found if key(one.title) == wanted]
        yield from same or [one for one in found if key(one.title).startswith(wanted)]

    def _titles(self, words: Sequence[str]) -> Iterator[Found]:
        """The articles with these words in their front matter: only those are worth a reading."""
        for path in markdown(self._root):
            try:
                front = fold(frontmatter.fences(files.text(self._root / path))[0])
                if all(word in front for word in words):
                    yield self._found(path)
            except BackfileError:  # broken by hand: `check` says so
                continue

    def _found(self, path: str) -> Found:
        try:
            meta, _ = self._articles.read(path)
        except ItemError:
            return Found(path)
        return Found(path, title=squeeze(meta.title))
