"""An archive as `check` looks at it: every article and raw item, with all that is known of it. Pure; types only."""

from dataclasses import dataclass

from generator.fields import FIELDS
from generator.fingerprint import digest
from generator.ingest.record import Record
from generator.ingest.review.questions import Case, Example
from generator.model import Meta, SiteConfig
from generator.text import excerpt

_WRITE = {row.name: row.write for row in FIELDS}


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, or a raw item that became none.

    record   what the ledger tells of it; None: a person wrote the article
    path     the Markdown file; "" where there is none
    source   digest of what it was made from: the raw file, or the article that a person wrote
    lines    the short lines of its text, as they stand there
    size     of its text, in characters
    content  digest of the Markdown file as it is now
    broken   why the Markdown file cannot be read; "" = it can
    """

    record: Record | None
    path: str = ""
    source: str = ""
    meta: Meta = Meta()
    lines: tuple[str, ...] = ()
    words: int = 0
    size: int = 0
    content: str = ""
    broken: str = ""

    @property
    def about(self) -> str:
        """What it is made from: the raw item, or the article that a person wrote."""
        return self.record.raw if self.record else self.path

    @property
    def id(self) -> str:
        """What it is known by for good, where it is an article."""
        return self.record.article if self.record else self.meta.id

    @property
    def place(self) -> str:
        """Where to look first."""
        return self.path or self.about

    @property
    def looked_at(self) -> Case:
        """What is ticked off when a person has looked at it; that holds until its source or the article changes."""
        return Case("looked at", self.about, digest((self.source, self.content))[:12], id=self.id)

    def example(self, words: str = "") -> tuple[Example, ...]:
        return (Example(self.place, excerpt(words or self.meta.title, 90), self.path),)

    def by(self, field: str) -> str:
        """The rule by which ingest filled this field; "" where it did not, or a person has edited the field since."""
        rules = (one.rule for one in self.record.evidence if one.field == field) if self.record else ()
        rule = next(iter(rules), "")
        return rule if rule and self._ours(field) else ""

    def _ours(self, field: str) -> bool:
        said = _WRITE[field](self.meta)
        return self.record is not None and dict(self.record.wrote).get(field) == digest(said)[:12]


@dataclass(frozen=True, slots=True)
class Known:
    """All entries of an archive.

    alike   pairs of raw items that tell much the same
    same    pairs that have the same headline, or the same text
    latest   YYYY-MM-DD; no article is of a later day
    """

    entries: tuple[Entry, ...]
    settings: SiteConfig
    alike: tuple[tuple[str, str], ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    latest: str = ""

    @property
    def articles(self) -> list[Entry]:
        """Those that have an article that is shown."""
        return [one for one in self.entries if one.path and not one.broken and one.meta.status == "published"]
