"""What a run of ingest did: each raw item with what became of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from generator.errors import Location, Problem
from generator.report import Intake

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
    """What a run did. `cut` counts the lines that were cut in this run; `near` pairs look-alikes.

    publisher  what most datelines name as their source, where site.yaml names no outlet: a proposal
    left       where the raw files of the ledger lie that do not lie in content/raw
    """

    items: tuple[Item, ...]
    cut: tuple[tuple[str, int], ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    copied: int = 0
    publisher: str = ""
    left: tuple[str, ...] = ()

    def count(self, *outcomes: Outcome) -> int:
        return sum(item.outcome in outcomes for item in self.items)

    @property
    def undated(self) -> int:
        return sum(item.outcome == "new" and not item.dated for item in self.items)

    @property
    def printed(self) -> Intake:
        """As much of it as is printed."""
        twin = next((item for item in self.items if item.duplicate_of), None)
        return Intake(
            items=len(self.items),
            new=self.count("new"),
            renewed=self.count("renewed"),
            known=self.count("unchanged"),
            duplicates=self.count("duplicate"),
            deletions=self.count("deleted"),
            rejected=self.count("rejected"),
            undated=self.undated,
            duplicate=(twin.raw, twin.duplicate_of) if twin else (),
            deleted=next((item.raw for item in self.items if item.outcome == "deleted"), ""),
            cut=self.cut,
            near=self.near[:3],
            alike=len(self.near),
            publisher=self.publisher,
            problems=self.problems,
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(Problem(item.reason, Location(item.raw)) for item in self.items if item.outcome == "rejected")


class Told(Protocol):
    """What a record says of a raw item and its text."""

    @property
    def raw(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def body(self) -> str: ...


def look_alikes(articles: Iterable[Told]) -> tuple[tuple[str, str], ...]:
    """Pairs of raw items whose articles share the headline or the body, but not both: for a person to look at."""
    first: dict[tuple[str, str], str] = {}
    pairs = []
    for record in sorted(articles, key=lambda record: record.raw):
        for part in (("title", record.title), ("body", record.body)):
            other = first.setdefault(part, record.raw)
            if other != record.raw:
                pairs.append((other, record.raw))
    return tuple(dict.fromkeys(pairs))
