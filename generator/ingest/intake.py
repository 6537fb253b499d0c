"""The walk over raw files: what becomes of each item, decided as it is read. Effects.

Every raw item ends as an article, a duplicate of a named one, or a rejection with its reason, and the counts add up.
What a person has edited is never overwritten; what a person has deleted stays away until it is named.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from generator import edtf, text
from generator.errors import BackfileError, ItemError, Location, RawError, located
from generator.ingest import copies, merge, outlet, settle, sources, strays
from generator.ingest.articles import Articles, short, written
from generator.ingest.editor.vocabulary import Vocabulary
from generator.ingest.extract import extract
from generator.ingest.ledger import Ledger
from generator.ingest.options import Options
from generator.ingest.pile import Pile
from generator.ingest.record import Record
from generator.ingest.report import Item, Outcome, Report, look_alikes
from generator.ingest.sources import Source
from generator.ingest.taken import Taken, shown
from generator.model import Date, Hint, Meta, SiteConfig
from generator.model import Source as Origin

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_RECORD = copies.of(Record)


class Intake:
    """One walk over the raw files: the ledger, the articles that are there, and what has happened so far."""

    def __init__(self, root: Path, settings: SiteConfig, options: Options, ledger: Ledger, pile: Pile) -> None:
        self.options = options
        self.root = root
        self.pile = pile
        self.vocabulary = Vocabulary.of(settings)
        self.ledger = ledger
        self.articles = Articles(root, dry_run=options.dry_run)
        self.items: dict[str, Item] = {}
        self.cut: Counter[str] = Counter()
        self.filed = False  # an agency stands in a dateline of this run
        self.parted: dict[str, str] = {}  # duplicates of articles that have another text now: raw item → article
        self.crowded: set[str] = set()  # articles that have a new duplicate whose name goes before others
        self.plain: set[str] = set()  # slugs that more than one article would have
        self.recovering = self.articles.journal.recovers or bool(self.articles.journal.paths())
        self._recover()
        for record in [r for r in ledger if r.outcome == "rejected" and not pile.there(r.file)]:
            ledger.drop(record.raw)  # taken away, as it was asked for
        missing = [r for r in ledger if r.outcome == "article" and not self.articles.exists(r.path)]
        self.arrived = {self.articles.find(r.article) for r in missing}  # where articles were moved to
        self._strays: dict[str, Origin] | None = None

    def report(self, copied: int) -> Report:
        lines = tuple(sorted(self.cut.items(), key=lambda row: (-row[1], row[0])))
        near = (*look_alikes(r for r in self.ledger if r.outcome == "article"), *self.pile.alike(self.ledger))
        publisher = outlet.proposal((r.agency for r in self.ledger), self.vocabulary.publisher) if self.filed else ""
        return Report(tuple(self.items.values()), lines, tuple(dict.fromkeys(near)), copied, publisher)

    def finish(self, *, broken: bool = False) -> None:
        """Save what is remembered, then remove what was written anew elsewhere. `broken`: something stopped the run."""
        if broken:
            with suppress(BackfileError):
                self.settle()
        self.ledger.save()
        self.articles.journal.close()
        self.pile.save()

    def due(self, found: Sequence[Source]) -> list[Source]:
        """The raw files of this run, and earlier ones that would be read otherwise by what the pile teaches now."""
        stale = (self.pile.source(raw) for raw in self.pile.stale(self.ledger))
        return sorted([*found, *(source for source in stale if source)], key=lambda source: source.raw)

    def take(self, source: Source, *, again: bool = False) -> None:
        """One raw file: known and unchanged, or read item by item."""
        held = self.ledger.of(source.raw)
        base = Record(source.raw, self.pile.hash(source.raw, held))
        try:
            hints = self._hints(source, held)
            base = self._hinted(base, hints, held)
            if held and not again and not self._stale(held, base):
                for record in held:
                    self._known(record)
                return
            for taken in self._read(source, base, hints):
                self._item(taken)
        except ItemError as error:
            self._fail(held, base, error)

    def _hints(self, source: Source, held: list[Record]) -> tuple[Hint, ...]:
        if source.problem:
            raise RawError(source.problem)
        return sources.hints(source, self._date(held), self.root)

    def _read(self, source: Source, base: Record, hints: tuple[Hint, ...]) -> Iterator[Taken]:
        sha256, items = self.pile.items(source)
        format = self.pile.format(source.raw, sha256)
        if (sha256, format) != (base.sha256, base.format):
            base = replace(base, sha256=sha256, format=format)
        with located(Location(source.raw)):
            for item, lines in items:
                told = replace(item, hints=hints + item.hints) if hints else item
                draft = extract(told, self.vocabulary, self.pile.learned, lines)
                yield Taken.of(draft, base, self.pile.taught(sha256, item.origin.record))

    def _again(self, record: Record) -> Taken | None:
        """An item that was taken in before, as it is read now; None where that cannot be."""
        source = self.pile.source(record.file)
        held = self.ledger.of(record.file)
        try:
            if not source:
                return None
            hints = self._hints(source, held)
            base = self._hinted(Record(source.raw), hints, held)
            return next((taken for taken in self._read(source, base, hints) if taken.record.item == record.item), None)
        except ItemError:
            return None

    def _stale(self, held: list[Record], base: Record) -> bool:
        """Whether a raw file has to be read: asked to, new bytes, hints or name, or the last reading failed."""
        same = all(self._same(record, base) and record.learned == self._taught(record) for record in held)
        return self._named(base.raw) or not same

    def _named(self, raw: str) -> bool:
        """--again asks for this raw file: it is of this run, and not only read for what the pile teaches."""
        return self.options.again and raw in self.pile.seen

    def _same(self, record: Record, base: Record) -> bool:
        """Whether nothing has changed but, perhaps, what the pile teaches."""
        told = (record.sha256, record.hints, record.reason) == (base.sha256, base.hints, "")
        return told and base.file not in self.pile.renamed

    def _taught(self, record: Record) -> str:
        return self.pile.taught(record.sha256, record.item) if record.outcome != "rejected" else record.learned

    def _date(self, held: list[Record]) -> Date | None:
        """What --date says of a raw file, now or when it was taken in."""
        taken = [record for record in held if record.outcome != "rejected"]
        if self.options.date and (self.options.given or self.options.again or not taken):
            return self.options.date
        written = next((record.date for record in held if record.date), "")
        return edtf.parse(written) if written else None

    def _hinted(self, base: Record, hints: tuple[Hint, ...], held: list[Record]) -> Record:
        date = self._date(held)
        if not hints and not date:
            return base
        return replace(base, hints=sources.hints_digest(hints), date=date.text if date else "")

    def _fail(self, held: list[Record], base: Record, error: ItemError) -> None:
        """What was taken in before stays as it was, with the reason why it could not be read again."""
        where = "" if error.location.path in {"", base.raw} else f"{error.location}: "
        taken = [record for record in held if record.outcome != "rejected"]
        for record in taken or [base]:
            failed = replace(record, reason=f"{where}{error.message}")
            if base.raw.startswith(f"{sources.RAW}/") or self.options.leave:
                self.ledger.put(failed)
            self._tell(failed, "rejected")

    def settle(self) -> None:
        """What can only be said when all is read: see `ingest.settle`."""
        self._regroup()
        if self.options.dry_run:
            return
        for article in sorted(self.crowded):
            if owner := self.ledger.owner(article):
                self.plain.add(settle.duplicates(self.ledger, self.articles, owner, self._again, self._first_id))
        for plain in sorted(self.plain):
            settle.slugs(self.ledger, self.articles, plain)

    def _regroup(self) -> None:
        """Read the duplicates of articles whose text is another now: each may be an article of its own."""
        for raw, article in self.parted.items():
            record = self.ledger.get(raw)
            if not record or (record.outcome, record.article) != ("duplicate", article):
                continue
            if source := self.pile.source(record.file):
                self.take(source, again=True)
            else:
                self._part(record)
                self.ledger.drop(raw)

    def _item(self, taken: Taken) -> None:
        """One raw item: a new article, a duplicate, or the renewal of an article that is there."""
        record, meta = taken.record, taken.meta
        said = {meta.source.previous, meta.source.next}  # cut from the body, but kept in the front matter
        self.cut.update(line.text for line in record.cut if line.text not in said)
        self.filed |= bool(record.agency)
        known = self.ledger.get(record.raw)
        if not known or known.outcome != "article":
            self._place(known, record, meta, taken.body)
        elif not self._named(record.file) and self._same(known, record) and (ours := self.articles.ours(known)):
            self._relearn(ours, record, meta, taken.body)
        else:
            self._renew(known, record, meta, taken.body)

    # ── What may become of an item ──

    def _place(self, known: Record | None, record: Record, meta: Meta, body: str) -> None:
        """An item that has no article of its own yet: it is a duplicate, or an article's lost origin, or new."""
        twin = self.ledger.twin(record.title, record.body)
        same = twin and known and twin.article == known.article and record.file not in self.pile.renamed
        if known and known.outcome == "duplicate" and not same:
            self._part(known)
        if twin:
            self._duplicate(twin, record, meta)
        elif not self._recognise(record, meta, body):
            self._add(record, meta, body, id=self._id(record, meta))

    def _add(  # noqa: PLR0913 - what an article is made of
        self, record: Record, meta: Meta, body: str, *, id: str, slug: str = "", outcome: Outcome = "new"
    ) -> None:
        """A new article, with an id and a slug of its own for good."""
        path, meta = self.articles.create(id, slug, meta, body)
        wrote = written(path, meta, body)
        record = _RECORD(record, article=id, path=path, slug=meta.slug, wrote=wrote)
        if record.slug != record.plain:
            self.plain.add(record.plain)
        self._keep(record, outcome, dated=bool(meta.date))

    def _recognise(self, record: Record, meta: Meta, body: str) -> bool:
        """Whether the article is there and the ledger does not know it: a run was killed, or the ledger was lost."""
        if self._strays is None:
            self._strays = self.articles.sources(lambda id: self.ledger.owner(id) is None)
        if not self._strays:
            return False
        file = shown(record.raw)
        if (kept := strays.kept(self._strays, file)) and (path := self.articles.holding(kept, record)):
            of = f"content/{self._strays[kept].file}"
            self._keep(replace(record, outcome="duplicate", article=kept, path=path), "duplicate", of=of)
            return True
        left = {id: source for id, source in self._strays.items() if self.ledger.owner(id) is None}
        id = strays.of(left, file, record.sha256, record.item) or self._unsigned(left, record)
        if id:
            adopted, dated = self.articles.adopted(replace(record, article=id, path=self.articles.find(id)), meta, body)
            self.plain.add(adopted.plain)
            self._keep(adopted, "unchanged", dated=dated)
        return bool(id)

    def _unsigned(self, left: Mapping[str, Origin], record: Record) -> str:
        """The article with the id that this raw item would get, if a person took out where it came from."""
        id = short(_identity(record))
        return id if left.get(id) == Origin() else ""

    def _duplicate(self, twin: Record, record: Record, meta: Meta) -> None:
        """The same article again: it gives the kept one what that lacks."""
        members = [twin, *self.ledger.duplicates(twin.article)]
        known = self.ledger.get(record.raw)
        if known or record.raw < max(member.raw for member in members):
            self.crowded.add(twin.article)
        kept = self.articles.amended(twin, lambda now, free: merge.filled(now, meta, free, shown(record.raw)))
        if kept and dict(kept.wrote).get("date") != dict(twin.wrote).get("date"):
            self.crowded.add(twin.article)  # an article of another date stands elsewhere
        self.ledger.put(kept or twin)
        path = kept.path if kept else ""
        self._keep(replace(record, outcome="duplicate", article=twin.article, path=path), "duplicate", of=twin.raw)

    def _part(self, known: Record) -> None:
        """A duplicate that is none any more: its article no longer names it."""
        file = self.pile.renamed.get(known.file, known.file)
        also = shown(f"{file}#{known.item}" if known.item else file)
        owner = self.ledger.owner(known.article)
        parted = owner and self.articles.amended(owner, lambda now, free: merge.parted(now, also, free))
        if parted:
            self.ledger.put(parted)

    def _renew(self, known: Record, record: Record, meta: Meta, body: str) -> None:
        """Read again: fields that still are what ingest wrote are renewed, what a person edited stays."""
        record = replace(record, article=known.article, slug=known.slug, wrote=known.wrote)
        if self.ledger.duplicates(known.article):  # they may have filled what it lacks
            self.crowded.add(known.article)
        if path := self.articles.locate(known):
            renewed, outcome, dated = self.articles.renewed(
                known, replace(record, path=path), meta, body, self.options.only
            )
            self._keep(renewed, outcome, dated=dated)
            if (renewed.title, renewed.body) != (known.title, known.body):
                self.parted |= {twin.raw: known.article for twin in self.ledger.duplicates(known.article)}
        elif self.options.given and self.options.back and self._named(record.file):
            self._add(record, meta, body, id=known.article, slug=known.slug)
        else:
            self._keep(replace(record, path=known.path, title=known.title, body=known.body), "deleted")

    def _relearn(self, known: Record, record: Record, meta: Meta, body: str) -> None:
        """An article that no person has touched, read otherwise by what the pile teaches: as if it came only now."""
        twins = self.ledger.duplicates(known.article)
        same_text = (record.title, record.body) == (known.title, known.body)
        if twins and same_text:
            self.crowded.add(known.article)
            self._keep(replace(known, learned=record.learned), "unchanged")
            return
        wrote = written(known.path, replace(meta, id=known.article, slug=known.slug), body)
        if not twins and wrote == known.wrote:
            kept = replace(record, article=known.article, path=known.path, slug=known.slug, wrote=known.wrote)
            self._keep(kept, "unchanged")
            return
        self.parted |= {twin.raw: known.article for twin in twins}
        self.plain.add(known.plain)
        self.articles.discard(known)
        self.ledger.drop(known.raw)
        if twin := self.ledger.twin(record.title, record.body):
            self._duplicate(twin, record, meta)
        else:
            self._add(record, meta, body, id=known.article, outcome="renewed")

    def _known(self, record: Record) -> None:
        """Read in an earlier run, and nothing has changed since."""
        if record.outcome == "duplicate":
            if self.recovering:  # the article may not have been told of it
                self.crowded.add(record.article)
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

    def _recover(self) -> None:
        """Finish what a killed run left undone: an article that it was writing anew was not deleted by a person."""
        for path in self.articles.journal.paths() if not self.options.dry_run else ():
            for record in self.ledger.at(path):
                if not self.articles.find(record.article, record.path):
                    for lost in (record, *self.ledger.duplicates(record.article)):
                        self.ledger.drop(lost.raw)
        if not self.options.dry_run:
            self.articles.recover(lambda id: self.ledger.owner(id) is not None)

    def _first_id(self, record: Record) -> str:
        return self._id(record, Meta())

    def _id(self, record: Record, meta: Meta) -> str:
        """What the sidecar says, or ten letters and digits from the name of the raw item; from its bytes too where
        another article has those. Raises RawError."""
        if meta.id:
            return self._wanted_id(meta.id)
        name = _identity(record)
        identities = chain([name], (f"{name} {record.sha256}{n or ''}" for n in count()))
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
