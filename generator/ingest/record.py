"""What became of one raw item, and why: an entry of the ledger. Pure."""

from dataclasses import dataclass
from typing import Literal

from generator.frozen import filled_at_once
from generator.model import CutLine, Doubt, Evidence

Outcome = Literal["article", "duplicate", "rejected"]


@filled_at_once
@dataclass(frozen=True, slots=True)
class Record:
    """What became of one raw item.

    raw       path of the raw file from the archive's root, with `#n` for the n-th item of a container
    sha256    of the raw bytes; `hints` digests what stood beside them (sidecar, options, path)
    item      its place in a container; 0 = the file is one article
    date      what --date said when it was taken in: it holds until another is given; so does what --format said
    article   id of the article it became, or of the one it duplicates; "" = rejected
    path      the Markdown file that was written; a person may have moved it since
    agency    what its dateline names as its source; "" = nothing
    title, body   digests of the folded headline and body, by which duplicates are known
    wrote     field (or "body") → digest of what ingest wrote there; fields left empty are not named
    learned   digest of what the pile had taught of its lines when it was read; "" = nothing
    reason    why it was rejected, or why it could not be read again: then the rest is from the last time that it could
    """

    raw: str
    sha256: str = ""
    outcome: Outcome = "rejected"
    item: int = 0
    hints: str = ""
    date: str = ""
    format: str = ""
    article: str = ""
    path: str = ""
    slug: str = ""
    agency: str = ""
    title: str = ""
    body: str = ""
    learned: str = ""
    reason: str = ""
    wrote: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    cut: tuple[CutLine, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def file(self) -> str:
        """The raw file that the item is from."""
        return self.raw.removesuffix(f"#{self.item}") if self.item else self.raw

    @property
    def plain(self) -> str:
        """The slug that its headline asks for, without the mark that makes it unique."""
        return self.slug.removesuffix(f"-{self.article[:6]}")
