"""Ingest: raw bytes → content/articles/*.md. The shell around the pure middle.

sources → renames → readers → extract → to_markdown → write → ledger

Every raw item ends as an article, a duplicate of a named one, or a rejection with its reason, and the counts add up.
What a person has edited is never overwritten; what a person has deleted stays away until it is named.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from generator import edtf, files, text
from generator.errors import ItemError, Location, RawError, UsageError, located
from generator.ingest import merge, readers, renames, sources, strays, to_markdown
from generator.ingest.articles import Articles, draft, short
from generator.ingest.extract import Vocabulary, extract
from generator.ingest.ledger import Ledger, Record
from generator.ingest.merge import fingerprints
from generator.ingest.report import Item, Outcome, Report, look_alikes
from generator.ingest.sources import Source
from generator.model import Date, Meta, RawItem, SiteConfig
from generator.model import Source as Origin
from generator.progress import Progress, silent

__all__ = ["Item", "Options", "Outcome", "Report", "draft", "run"]

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says.

    given   raw files or folders; outside the archive they are copied into content/raw, with `leave` read where they lie
    date    a date for the items of this run: those that were given, or else those that are new
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
    root = sources.normal(root)
    with nullcontext() if options.dry_run else files.lock(root / ".backfile" / "lock", waiting):
        ledger = Ledger(root / "content" / "ledger")
        found, copied = sources.find(root, options.given, leave=options.leave, dry_run=options.dry_run)
        work = _Run(root, settings, options, ledger)
        try:
            work.look(found)
            for source in progress("Reading raw articles", found, len(found)):
                work.take(source)
            work.regroup()
        finally:
            if not options.dry_run:
                ledger.save()
    return work.report(copied)


class _Run:
    """One walk over the raw files: the ledger, the articles that are there, and what has happened so far."""

    def __init__(self, root: Path, settings: SiteConfig, options: Options, ledger: Ledger) -> None:
        self.options = options
        self.root = root
        self.vocabulary = Vocabulary.of(settings)
        self.ledger = ledger
        self.articles = Articles(root, dry_run=options.dry_run)
        self.items: dict[str, Item] = {}
        self.cut: Counter[str] = Counter()
        self.seen: dict[str, str] = {}  # raw file → hash of its bytes, where it can be read
        self.renamed: dict[str, str] = {}  # raw file → what it was called in the last run
        self.parted: dict[str, str] = {}  # duplicates of articles that were renewed: raw item → article
        missing = [r for r in ledger if r.outcome == "article" and not self.articles.exists(r.path)]
        self.arrived = {self.articles.find(r.article) for r in missing}  # where articles were moved to
        self._strays: dict[str, Origin] | None = None

    def report(self, copied: int) -> Report:
        lines = tuple(sorted(self.cut.items(), key=lambda row: (-row[1], row[0])))
        near = look_alikes(record for record in self.ledger if record.outcome == "article")
        return Report(tuple(self.items.values()), lines, near, copied)

    def look(self, found: Sequence[Source]) -> None:
        """Read the hashes of all raw files, and let the records follow those that were renamed."""
        for source in found:
            if not source.problem:
                try:
                    self.seen[source.raw] = _sha256(sources.read(source.path))
                except RawError:  # said when its turn comes
                    continue
        chosen = {source.raw for source in found}
        known = {r.file: r.sha256 for r in sorted(self.ledger, key=lambda r: (r.outcome != "article", r.raw))}
        still = {raw for raw in known if raw in chosen or sources.located_at(raw, self.root).exists()}
        moves = renames.decide(known, {**{raw: known[raw] for raw in still}, **self.seen})
        self.ledger.rename(moves)
        self.renamed = {new: old for old, new in moves.items()}

    def take(self, source: Source, *, again: bool = False) -> None:
        """One raw file: known and unchanged, or read item by item."""
        held = self.ledger.of(source.raw)
        base = Record(source.raw, self.seen.get(source.raw, ""))
        try:
            if source.problem:
                raise RawError(source.problem)
            date = self._date(held)
            hints = sources.hints(source, date, self.root)
            base = replace(base, hints=sources.hints_digest(hints), date=date.text if date else "")
            if held and not again and not self._stale(held, base):
                for record in held:
                    self._known(record)
                return
            content = sources.read(source.path)
            base = replace(base, sha256=_sha256(content))
            read = readers.reader(self.options.format or readers.suffix(source.path.name))
            with located(Location(source.raw)):
                for item in read(Location(source.raw), content, hints):
                    self._item(item, base)
        except ItemError as error:
            self._fail(held, base, error)

    def _stale(self, held: list[Record], base: Record) -> bool:
        """Whether a raw file has to be read: asked to, new bytes, hints or name, or the last reading failed."""
        same = all((r.sha256, r.hints, r.reason) == (base.sha256, base.hints, "") for r in held)
        return self.options.again or not same or base.raw in self.renamed

    def _date(self, held: list[Record]) -> Date | None:
        """What --date says of a raw file, now or when it was taken in."""
        taken = [record for record in held if record.outcome != "rejected"]
        if self.options.date and (self.options.given or self.options.again or not taken):
            return self.options.date
        written = next((record.date for record in held if record.date), "")
        return edtf.parse(written) if written else None

    def _fail(self, held: list[Record], base: Record, error: ItemError) -> None:
        """What was taken in before stays as it was, with the reason why it could not be read again."""
        where = "" if error.location.path in {"", base.raw} else f"{error.location}: "
        taken = [record for record in held if record.outcome != "rejected"]
        for record in taken or [base]:
            failed = replace(record, reason=f"{where}{error.message}")
            if base.raw.startswith(f"{sources.RAW}/") or self.options.leave:
                self.ledger.put(failed)
            self._tell(failed, "rejected")

    def regroup(self) -> None:
        """Read the duplicates of articles whose text is another now: each may be an article of its own."""
        for raw, article in self.parted.items():
            record = self.ledger.get(raw)
            owner = self.ledger.owner(article)
            if not record or not owner or (record.outcome, record.article) != ("duplicate", article):
                continue
            if source := sources.one(record.file, self.root):
                self.seen.setdefault(source.raw, record.sha256)
                self.take(source, again=True)
            else:
                self._part(record)
                self.ledger.drop(raw)

    def _item(self, item: RawItem, base: Record) -> None:
        """One raw item: a new article, a duplicate, or the renewal of an article that is there."""
        number = item.origin.record
        raw = f"{base.raw}#{number}" if number else base.raw
        draft = extract(item, self.vocabulary)
        body = to_markdown.markdown(draft.blocks)
        meta = replace(draft.meta, source=replace(draft.meta.source, file=shown(raw), sha256=base.sha256))
        title, content = merge.text_digests(meta.title, body)
        record = replace(
            base,
            raw=raw,
            item=number,
            outcome="article",
            title=title,
            body=content,
            evidence=draft.evidence,
            cut=draft.furniture,
        )
        said = {meta.source.previous, meta.source.next}  # cut from the body, but kept in the front matter
        self.cut.update(line.text for line in draft.furniture if line.text not in said)
        known = self.ledger.get(raw)
        if known and known.outcome == "article":
            self._renew(known, record, meta, body)
        else:
            self._place(known, record, meta, body)

    # ── What may become of an item ──

    def _place(self, known: Record | None, record: Record, meta: Meta, body: str) -> None:
        """An item that has no article of its own yet: it is a duplicate, or an article's lost origin, or new."""
        twin = self.ledger.twin(record.title, record.body)
        same = twin and known and twin.article == known.article and record.file not in self.renamed
        if known and known.outcome == "duplicate" and not same:
            self._part(known)
        if twin:
            self._duplicate(twin, record, meta)
        elif not self._recognise(record, meta, body):
            self._add(record, meta, body, id=self._id(record, meta))

    def _add(self, record: Record, meta: Meta, body: str, *, id: str, slug: str = "") -> None:
        """A new article, with an id and a slug of its own for good."""
        path, meta = self.articles.create(id, slug, meta, body)
        wrote = tuple(fingerprints(meta, body).items())
        self._keep(replace(record, article=id, path=path, slug=meta.slug, wrote=wrote), "new", dated=bool(meta.date))

    def _recognise(self, record: Record, meta: Meta, body: str) -> bool:
        """Whether the article is there and the ledger does not know it: a run was killed, or the ledger was lost."""
        if self._strays is None:
            self._strays = self.articles.sources(lambda id: self.ledger.owner(id) is None)
        file = shown(record.raw)
        if (kept := strays.kept(self._strays, file)) and (path := self.articles.holding(kept, record)):
            of = f"content/{self._strays[kept].file}"
            self._keep(replace(record, outcome="duplicate", article=kept, path=path), "duplicate", of=of)
            return True
        left = {id: source for id, source in self._strays.items() if self.ledger.owner(id) is None}
        id = strays.of(left, file, record.sha256, record.item) or self._unsigned(left, record)
        if id:
            adopted, dated = self.articles.adopted(replace(record, article=id, path=self.articles.find(id)), meta, body)
            self._keep(adopted, "unchanged", dated=dated)
        return bool(id)

    def _unsigned(self, left: Mapping[str, Origin], record: Record) -> str:
        """The article with the id that this raw item would get, if a person took out where it came from."""
        id = short(_identity(record))
        return id if left.get(id) == Origin() else ""

    def _duplicate(self, twin: Record, record: Record, meta: Meta) -> None:
        """The same article again: it gives the kept one what that lacks."""
        kept = self.articles.amended(twin, lambda now, free: merge.filled(now, meta, free, shown(record.raw)))
        self.ledger.put(kept or twin)
        path = kept.path if kept else ""
        self._keep(replace(record, outcome="duplicate", article=twin.article, path=path), "duplicate", of=twin.raw)

    def _part(self, known: Record) -> None:
        """A duplicate that is none any more: its article no longer names it."""
        file = self.renamed.get(known.file, known.file)
        also = shown(f"{file}#{known.item}" if known.item else file)
        owner = self.ledger.owner(known.article)
        parted = owner and self.articles.amended(owner, lambda now, free: merge.parted(now, also, free))
        if parted:
            self.ledger.put(parted)

    def _renew(self, known: Record, record: Record, meta: Meta, body: str) -> None:
        """Read again: fields that still are what ingest wrote are renewed, what a person edited stays."""
        record = replace(record, article=known.article, slug=known.slug, wrote=known.wrote)
        if path := self.articles.locate(known):
            renewed, outcome, dated = self.articles.renewed(
                known, replace(record, path=path), meta, body, self.options.only
            )
            self._keep(renewed, outcome, dated=dated)
            if (renewed.title, renewed.body) != (known.title, known.body):
                self.parted |= {twin.raw: known.article for twin in self.ledger.duplicates(known.article)}
        elif self.options.given:
            self._add(record, meta, body, id=known.article, slug=known.slug)
        else:
            self._keep(replace(record, path=known.path, title=known.title, body=known.body), "deleted")

    def _known(self, record: Record) -> None:
        """Read in an earlier run, and nothing has changed since."""
        if record.outcome == "duplicate":
            self._keep(record, "duplicate")
        elif self.articles.exists(record.path) and record.path not in self.arrived:
            self._keep(record, "unchanged")
        else:
            path = self.articles.locate(record)
            self._keep(replace(record, path=path or record.path), "unchanged" if path else "deleted")

    # ── What is remembered ──

    def _keep(self, record: Record, outcome: Outcome, *, of: str = "", dated: bool = False) -> None:
        self.ledger.put(record)
        self._tell(record, outcome, of=of, dated=dated)

    def _tell(self, record: Record, outcome: Outcome, *, of: str = "", dated: bool = False) -> None:
        self.items[record.raw] = Item(record.raw, outcome, record.path, record.reason, of, dated)

    def _id(self, record: Record, meta: Meta) -> str:
        """What the sidecar says, or ten letters and digits from the name of the raw item; from its bytes too where
        another article has those. Raises RawError."""
        if meta.id:
            return self._wanted_id(meta.id)
        name = _identity(record)
        identities = (name, *(f"{name} {record.sha256}{n or ''}" for n in range(9)))
        return next(id for identity in identities if not self._has_id(id := short(identity)))

    def _wanted_id(self, id: str) -> str:
        if not _ID.fullmatch(id):
            raise RawError(f"id: {text.excerpt(id, 70)!r} — write 1 to 64 of the letters a–z and A–Z, 0–9 and . _ -")
        if self._has_id(id):
            where = self.articles.find(id) or "another raw article"
            raise RawError(f"id: {id!r} is taken by {where} — write another, or none")
        return id

    def _has_id(self, id: str) -> bool:
        return bool(self.ledger.owner(id) or self.articles.find(id))


def _identity(record: Record) -> str:
    return record.raw.removeprefix(f"{sources.RAW}/")


def shown(raw: str) -> str:
    """A raw file as front matter names it: raw/quake.txt."""
    return raw.removeprefix("content/")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
