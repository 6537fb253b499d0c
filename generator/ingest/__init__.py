"""Ingest: raw bytes → content/articles/*.md. The shell around the pure middle.

sources → readers → extract → to_markdown → write → ledger

Every raw item ends as an article, a duplicate of a named one, or a rejection with its reason, and the counts add up.
What a person has edited is never overwritten; what a person has deleted stays away until it is named.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator import files, text
from generator.errors import ItemError, Location, RawError, UsageError, located
from generator.fingerprint import digest
from generator.ingest import merge, sources, to_markdown
from generator.ingest.articles import Articles
from generator.ingest.extract import Vocabulary, extract
from generator.ingest.ledger import Ledger, Record
from generator.ingest.merge import fingerprints, untouched
from generator.ingest.readers import reader
from generator.ingest.sources import Source
from generator.model import Date, Meta, Problem, RawItem, SiteConfig
from generator.progress import Progress, silent

Outcome = Literal["new", "renewed", "unchanged", "duplicate", "rejected", "deleted"]


@dataclass(frozen=True, slots=True)
class Item:
    """What happened to one raw item in this run. `path` is its article, or the one that it duplicates."""

    raw: str
    outcome: Outcome
    path: str = ""
    reason: str = ""
    duplicate_of: str = ""
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did. `cut` counts the lines that were cut in this run, by text and rule; `near` pairs look-alikes."""

    items: tuple[Item, ...]
    cut: tuple[tuple[str, int], ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    copied: int = 0

    def count(self, *outcomes: Outcome) -> int:
        return sum(item.outcome in outcomes for item in self.items)

    @property
    def undated(self) -> int:
        return sum(item.outcome == "new" and not item.dated for item in self.items)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(Problem(item.reason, Location(item.raw)) for item in self.items if item.outcome == "rejected")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says.

    given   raw files or folders; outside the archive they are copied into content/raw, with `leave` read where they lie
    date    a date for every item of this run
    format  the suffix of the reader to use, whatever a file is called
    again   read known items again, and renew the fields that no person has edited (only those of `only`, if any)
    """

    given: tuple[Path, ...] = ()
    leave: bool = False
    date: Date | None = None
    format: str = ""
    again: bool = False
    only: tuple[str, ...] = ()
    dry_run: bool = False


def run(
    root: Path,
    settings: SiteConfig,
    options: Options = Options(),
    progress: Progress = silent,
    waiting: Callable[[], None] = lambda: None,
) -> Report:
    """Take in what is new. Raises UsageError, ConfigError (a broken ledger) and MachineError."""
    unknown = set(options.only) - merge.FIELDS - {"body"}
    if unknown:
        raise UsageError(f"{min(unknown)!r} is no field — name fields of the front matter, or body")
    with nullcontext() if options.dry_run else files.lock(root / ".backfile" / "lock", waiting):
        copied = 0 if options.dry_run or options.leave else sources.adopt(root, options.given)
        found = sources.chosen(root, options.given, leave=options.leave)
        work = _Run(root, settings, options)
        try:
            for source in progress("Reading raw articles", found, len(found)):
                work.take(source)
        finally:
            if not options.dry_run:
                work.ledger.save()
    return work.report(copied)


class _Run:
    """One walk over the raw files: the ledger, the articles that are there, and what has happened so far."""

    def __init__(self, root: Path, settings: SiteConfig, options: Options) -> None:
        self.options = options
        self.root = root
        self.vocabulary = Vocabulary.of(settings)
        self.ledger = Ledger(root / "content" / "ledger")
        self.articles = Articles(root, dry_run=options.dry_run)
        self.items: list[Item] = []
        self.cut: Counter[str] = Counter()
        self.named = {sources.name(path, root) for path in options.given}
        self.by_hash = {record.sha256: record.raw for record in self.ledger}
        self.by_text = {(r.title, r.body): r for r in self.ledger if r.outcome == "article"}
        self.raw_of = {record.article: record.raw for record in self.ledger if record.outcome == "article"}

    def report(self, copied: int) -> Report:
        lines = tuple(sorted(self.cut.items(), key=lambda row: (-row[1], row[0])))
        return Report(tuple(self.items), lines, look_alikes(self.ledger), copied)

    def take(self, source: Source) -> None:
        """One raw file: known and unchanged, or read item by item."""
        content = files.read(source.path)
        sha256 = hashlib.sha256(content).hexdigest()
        base = Record(source.raw, sha256, "rejected")
        try:
            hints = sources.hints(source, self.options.date)
            base = replace(base, hints=sources.hints_digest(hints))
            known = self.ledger.get(source.raw)
            if known and (known.sha256, known.hints) == (sha256, base.hints) and not self.options.again:
                self._known(known)
                return
            if known is None:
                self._rename(source.raw, sha256)
            if source.path.suffix.lower() in sources.SIDECARS:
                raise RawError("stands beside no raw file of its name — give it the name of the file it speaks of")
            read = reader(self.options.format or source.path.suffix)
            with located(Location(source.raw)):
                for item in read(Location(source.raw), content, hints):
                    self._item(item, base)
        except ItemError as error:
            where = "" if error.location.path in {"", source.raw} else f"{error.location}: "
            self._keep(replace(base, outcome="rejected", reason=f"{where}{error.message}"), "rejected")

    def _item(self, item: RawItem, base: Record) -> None:
        """One raw item: a new article, a duplicate, or the renewal of an article that is there."""
        raw = f"{base.raw}#{item.origin.record}" if item.origin.record else base.raw
        draft = extract(item, self.vocabulary)
        body = to_markdown.markdown(draft.blocks)
        meta = replace(draft.meta, source=replace(draft.meta.source, file=shown(raw), sha256=base.sha256))
        record = replace(
            base,
            raw=raw,
            outcome="article",
            title=digest(text.key(meta.title))[:12],
            body=digest(text.key(body))[:12],
            evidence=draft.evidence,
            cut=draft.furniture,
        )
        said = {meta.source.previous, meta.source.next}  # cut from the body, but kept in the front matter
        self.cut.update(line.text for line in draft.furniture if line.text not in said)
        known = self.ledger.get(raw)
        if known and known.outcome == "article":
            self._renew(known, record, meta, body)
        elif twin := self.by_text.get((record.title, record.body)):
            self._duplicate(twin, record, meta)
        else:
            self._add(record, meta, body)

    # ── What may become of an item ──

    def _add(self, record: Record, meta: Meta, body: str, *, id: str = "", slug: str = "") -> None:
        """A new article, with an id and a slug of its own for good."""
        id = id or self._free_id(record)
        if path := self.articles.find(id):
            self._adopt(replace(record, article=id, path=path), meta, body)
            return
        path, meta = self.articles.create(id, slug, meta, body)
        wrote = tuple(fingerprints(meta, body).items())
        self._keep(replace(record, article=id, path=path, slug=meta.slug, wrote=wrote), "new", dated=bool(meta.date))

    def _adopt(self, record: Record, meta: Meta, body: str) -> None:
        """The article is there and the ledger does not know it: a run was killed, or the ledger was lost.

        What is exactly as ingest would write it is ingest's; everything else may be a person's.
        """
        current, now = self.articles.read(record.path)
        wrote = fingerprints(replace(meta, id=current.id, slug=current.slug), body)
        ours = {name: value for name, value in fingerprints(current, now).items() if wrote.get(name) == value}
        self._keep(replace(record, slug=current.slug, wrote=tuple(ours.items())), "unchanged", dated=bool(current.date))

    def _duplicate(self, twin: Record, record: Record, meta: Meta) -> None:
        """The same article again: it gives the kept one what that lacks."""
        path = self.articles.find(twin.article, twin.path)
        if path:
            current, body = self.articles.read(path)
            free = untouched(dict(twin.wrote), current, body)
            after = merge.filled(current, meta, free, shown(record.raw))
            self.articles.amend(path, current, after)
            wrote = merge.still_ours(dict(twin.wrote), free, after, body)
            self._remember(replace(twin, path=path, wrote=tuple(wrote.items())))
        self._keep(replace(record, outcome="duplicate", article=twin.article, path=path), "duplicate", of=twin.raw)

    def _renew(self, known: Record, record: Record, meta: Meta, body: str) -> None:
        """Read again: fields that still are what ingest wrote are renewed, what a person edited stays."""
        record = replace(record, article=known.article, slug=known.slug, path=known.path, wrote=known.wrote)
        path = self.articles.find(known.article, known.path)
        if not path and sources.parent(known.raw) in self.named:
            self._add(record, meta, body, id=known.article, slug=known.slug)
        elif not path:
            self._keep(record, "deleted")
        else:
            self._rewrite(replace(record, path=path), meta, body)

    def _rewrite(self, record: Record, meta: Meta, body: str) -> None:
        current, old = self.articles.read(record.path)
        free = untouched(dict(record.wrote), current, old)
        if self.options.only:
            free &= set(self.options.only)
        after = merge.renewed(current, meta, free)
        new = body if "body" in free else old
        if after != current or new != old:
            self.articles.amend(record.path, current, after, new if new != old else None)
        wrote = merge.still_ours(dict(record.wrote), free, after, new)
        outcome: Outcome = "renewed" if after != current or new != old else "unchanged"
        self._keep(replace(record, wrote=tuple(wrote.items())), outcome, dated=bool(after.date))

    def _known(self, record: Record) -> None:
        """Read in an earlier run, and nothing has changed since."""
        if record.outcome == "article" and not self.articles.exists(record.path):
            path = self.articles.find(record.article)
            self._keep(replace(record, path=path or record.path), "unchanged" if path else "deleted")
        else:
            outcomes: dict[str, Outcome] = {"article": "unchanged", "duplicate": "duplicate", "rejected": "rejected"}
            self._keep(record, outcomes[record.outcome])

    # ── What is remembered ──

    def _keep(self, record: Record, outcome: Outcome, *, of: str = "", dated: bool = False) -> None:
        self._remember(record)
        self.items.append(Item(record.raw, outcome, record.path, record.reason, of, dated))

    def _remember(self, record: Record) -> None:
        self.ledger.put(record)
        self.by_hash.setdefault(record.sha256, record.raw)
        if record.outcome == "article":
            self.by_text.setdefault((record.title, record.body), record)
            if self.by_text[record.title, record.body].raw == record.raw:
                self.by_text[record.title, record.body] = record
            self.raw_of[record.article] = record.raw

    def _rename(self, raw: str, sha256: str) -> None:
        """Known bytes under a new name, and the old name is gone: the raw file was renamed, and so is its record."""
        old = self.by_hash.get(sha256)
        if old is not None and not (self.root / old).exists():
            self.by_hash[sha256] = raw
            self.ledger.rename(old, raw)

    def _free_id(self, record: Record) -> str:
        """Ten letters and digits from the name of the raw item; from its bytes too where another article has those."""
        name = record.raw.removeprefix(f"{sources.RAW}/")
        for identity in (name, f"{name} {record.sha256}"):
            id = _short(identity)
            if self.raw_of.get(id, record.raw) == record.raw:
                break
        return id


def shown(raw: str) -> str:
    """A raw file as front matter names it: raw/quake.txt."""
    return raw.removeprefix("content/")


def look_alikes(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """Pairs of raw items whose articles share the headline or the body, but not both: for a person to look at."""
    first: dict[tuple[str, str], str] = {}
    pairs = []
    for record in sorted((r for r in ledger if r.outcome == "article"), key=lambda r: r.raw):
        for part in (("title", record.title), ("body", record.body)):
            other = first.setdefault(part, record.raw)
            if other != record.raw:
                pairs.append((other, record.raw))
    return tuple(dict.fromkeys(pairs))


def draft(root: Path, meta: Meta) -> str:
    """An article that a person begins: the path of its file, with an id and a slug of its own."""
    articles = Articles(root)
    seed = text.slug(meta.title) or "draft"
    id = next(id for n in range(1000) if not articles.find(id := _short(f"new {seed} {n or ''}")))
    return articles.create(id, "", meta, "")[0]


def _short(identity: str) -> str:
    """Ten letters and digits."""
    hashed = hashlib.sha256(identity.encode(errors="surrogateescape")).digest()
    return base64.b32encode(hashed).decode().lower()[:10]
