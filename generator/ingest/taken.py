"""A raw item as it is read now: what would be recorded of it, and its article. Pure."""

from dataclasses import dataclass

from generator.ingest import copies, merge, to_markdown
from generator.ingest.record import Record
from generator.model import Draft, Meta, Source

_META, _SOURCE, _RECORD = copies.of(Meta), copies.of(Source), copies.of(Record)


@dataclass(frozen=True, slots=True)
class Taken:
    record: Record
    meta: Meta
    body: str

    @classmethod
    def of(cls, draft: Draft, base: Record, learned: str = "") -> "Taken":
        """From a draft, what is known of its raw file, and what the pile has taught of it."""
        number = draft.origin.record
        raw = f"{base.raw}#{number}" if number else base.raw
        body = to_markdown.markdown(draft.blocks)
        meta = _META(draft.meta, source=_SOURCE(draft.meta.source, file=shown(raw), sha256=base.sha256))
        title, content = merge.text_digests(meta.title, body)
        record = _RECORD(
            base,
            raw=raw,
            item=number,
            outcome="article",
            agency=meta.agency if meta.dateline else "",
            title=title,
            body=content,
            learned=learned,
            evidence=draft.evidence,
            cut=draft.furniture,
            doubts=draft.doubts,
        )
        return cls(record, meta, body)


def shown(raw: str) -> str:
    """A raw file as front matter names it: raw/quake.txt."""
    return raw.removeprefix("content/")
