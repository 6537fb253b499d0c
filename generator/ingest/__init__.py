"""Ingest: raw bytes → content/articles/*.md. The shell around the pure middle.

sources → pile (what all raw files have in common) → readers → extract → to_markdown → write → settle → ledger

Read in this order: `intake` (what becomes of each item), `extract` (what a text says), `settle` (what is decided last).
"""

from collections.abc import Callable, Collection
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from generator import files, rooms
from generator.errors import UsageError
from generator.ingest import merge, sources
from generator.ingest.articles import draft
from generator.ingest.intake import Intake
from generator.ingest.ledger import Ledger
from generator.ingest.options import Options
from generator.ingest.pile import Pile
from generator.ingest.report import Item, Outcome, Report
from generator.model import SiteConfig
from generator.progress import Progress, silent
from generator.rings import growing

__all__ = ["Item", "Options", "Outcome", "Report", "draft", "run"]


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
    lock = nullcontext() if options.dry_run else rooms.alone(root, waiting)
    with lock, growing(stays=False):
        for folder in ("content", ".backfile") if not options.dry_run else ():
            files.sweep(root / folder)  # a quarter of a second for 100,000 articles
        ledger = Ledger(root / "content" / "ledger", root / ".backfile" / "ledger")
        left = frozenset(record.file for record in ledger if not record.file.startswith(f"{sources.RAW}/"))
        found, copied = _find(root, options, left)
        intake = Intake(root, settings, options, ledger, Pile(root, ledger, found, options.format))
        try:
            due = intake.due(found)
            for source in progress("Reading raw articles", due, len(due)):
                intake.take(source)
            intake.settle()
        except BaseException:  # Ctrl-C too: what was taken in is settled, or it would never be
            if not options.dry_run:
                intake.finish(broken=True)
            raise
        if not options.dry_run:
            intake.finish()
        return replace(intake.report(copied), left=tuple(str(sources.located_at(raw, root)) for raw in sorted(left)))


def _find(root: Path, options: Options, left: Collection[str]) -> tuple[list[sources.Source], int]:
    """The raw files of this run: all that lie in content/raw, or those that are given; --again without any reaches
    those too that were left where they lie."""
    given = options.given or ((root / sources.RAW, *sources.lying(left, root)) if options.again else ())
    return sources.find(root, given, left, leave=options.leave, dry_run=options.dry_run)
