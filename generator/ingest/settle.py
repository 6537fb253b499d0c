"""What is decided when every raw item was read, so that no order of batches shows: which of several items of one text
is the article, and which of several articles with one headline has the plain slug. Effects.

Both go by the name of the raw item: the first has it. An article that a person has touched stays as it is.
"""

from collections.abc import Callable
from dataclasses import replace

from generator.ingest import merge
from generator.ingest.articles import Articles, marked, written
from generator.ingest.ledger import Ledger
from generator.ingest.record import Record
from generator.ingest.taken import Taken, shown

_ALL = frozenset({*merge.FIELDS, "body"})


def slugs(ledger: Ledger, articles: Articles, plain: str) -> None:
    """Give the plain slug to the first of the articles that would have it, if their slugs are ingest's."""
    wanting = sorted(ledger.wanting(plain), key=lambda record: record.raw)
    if not wanting or (wanting[0].slug == plain and not articles.journal.recovers):
        return
    ours = [record for record in map(articles.ours, wanting) if record]
    if not ours or ours[0].slug == plain:
        return
    holder = next((record for record in ours if record.slug == plain), None)
    if holder is None and articles.has_slug(plain):  # an article that a person wrote
        return
    if holder:
        ledger.put(articles.moved(holder, marked(plain, holder.article)))
    ledger.put(articles.moved(ours[0], plain))


def duplicates(
    ledger: Ledger,
    articles: Articles,
    owner: Record,
    read: Callable[[Record], Taken | None],
    id_of: Callable[[Record], str],
) -> str:
    """Make the first of the items of one text the article, and let the others fill its fields in their order.

    The plain slug that it has or wants; "" where all stays as it is.
    """
    members = sorted([owner, *ledger.duplicates(owner.article)], key=lambda record: record.raw)
    now = [taken for member in members if (taken := read(member))]
    texts = {(taken.record.title, taken.record.body) for taken in now}
    kept = articles.ours(owner)
    if len(now) < len(members) or len(texts) > 1 or not kept:
        return ""
    first, *others = now
    meta = first.meta
    for other in others:
        meta = merge.filled(meta, other.meta, _ALL, shown(other.record.raw))
    plain = kept.plain
    articles.discard(kept)
    id = kept.article if first.record.raw == kept.raw else id_of(first.record)
    slug = plain if kept.slug == plain else marked(plain, id)
    path, meta = articles.create(id, slug, meta, first.body)
    wrote = written(path, meta, first.body)
    ledger.put(replace(first.record, article=id, path=path, slug=slug, wrote=wrote))
    for other in others:
        ledger.put(replace(other.record, outcome="duplicate", article=id, path=path))
    return plain
