"""All that is known of an archive, read from its ledger and its articles. Effects: reads."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from generator import files, frontmatter
from generator.errors import ItemError, MachineError
from generator.ingest import learned
from generator.ingest.ledger import Ledger
from generator.ingest.memory import Memory
from generator.ingest.record import Record
from generator.ingest.report import look_alikes
from generator.ingest.review.survey import Entry, Known
from generator.ingest.sources import ARTICLES
from generator.model import SiteConfig
from generator.progress import Progress, silent

# What to_markdown writes for signs that would act.
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(lt|amp|#58|#126);")
_SIGNS = {"lt": "<", "amp": "&", "#58": ":", "#126": "~"}


def survey(root: Path, settings: SiteConfig, latest: str = "", progress: Progress = silent) -> Known:
    """Every article with its record, and every raw item without an article. An article that a person deleted is none.

    Raises ConfigError (a broken ledger) and MachineError.
    """
    ledger = Ledger(root / "content" / "ledger", root / ".backfile" / "ledger")
    paths = markdown(root)
    entries = [_entry(root, path, ledger) for path in progress("Reading articles", paths, len(paths))]
    there = {one.record.raw for one in entries if one.record}
    entries += [Entry(record, source=record.sha256) for record in ledger if record.reason and record.raw not in there]
    entries.sort(key=lambda one: (one.about, one.path))
    records = [record for record in ledger if record.outcome == "article"]
    return Known(tuple(entries), settings, _alike(root, records), look_alikes(records), latest)


def markdown(root: Path) -> list[str]:
    """The articles' files, sorted."""
    return [f"{ARTICLES}/{name}" for name in files.names(root / ARTICLES) if name.endswith(".md")]


def _entry(root: Path, path: str, ledger: Ledger) -> Entry:
    try:
        content = files.text(root / path)
        meta, body = frontmatter.split(content)
        if not meta.title:
            return Entry(None, path, digest(content), meta, broken='title: is missing — write title: "…"')
    except (ItemError, MachineError) as error:
        line = f"line {error.location.line}: " if error.location.line else ""
        return Entry(None, path, broken=f"{line}{error.message}")
    record, now = ledger.owner(meta.id) if meta.id else None, digest(content)
    source = record.sha256 if record else now
    return Entry(record, path, source, meta, tuple(_short(body)), len(body.split()), len(body), now)


def digest(content: str) -> str:
    """Of a Markdown file, as an entry has it."""
    return hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()


def _short(body: str) -> Iterator[str]:
    """The short lines of a text, without what Markdown escapes."""
    for line in body.split("\n"):
        if 0 < len(line) <= learned.SHORT:
            yield _ESCAPED.sub(_unescaped, line) if "\\" in line or "&" in line else line


def _unescaped(match: re.Match[str]) -> str:
    return match[1] or _SIGNS[match[2]]


def _alike(root: Path, records: list[Record]) -> tuple[tuple[str, str], ...]:
    """Pairs of raw items that tell much in the same words, as far as the memory of the last run goes."""
    memory = Memory(root / ".backfile" / "lines")
    sketches = {record.raw: sketch for record in records if (sketch := _sketch(record, memory))}
    return tuple(learned.alike(sketches, learned.learn(sketches.values())))


def _sketch(record: Record, memory: Memory) -> learned.Sketch | None:
    found = memory.get(record.sha256) or ()
    number = max(record.item, 1) - 1
    return found[number] if number < len(found) else None
