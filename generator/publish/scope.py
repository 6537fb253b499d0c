"""Which pages a build has to look at: all, or those that the change of some articles can reach. Effects: the memory.

All are looked at unless everything else is known to be as it was: the settings, the program, layouts, standing pages,
pictures, and the memory itself. Whatever stands in a folder of the output that is not as it was left is looked at in
any case.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import MachineError
from generator.fingerprint import digest
from generator.model import SiteConfig
from generator.publish.change import Change, names
from generator.publish.edition import Edition, pictures
from generator.publish.pages import article, before_those_that_lead_there, reached, stages_of
from generator.publish.pictures import copied as smaller_copies
from generator.publish.reading import ARTICLES, Folder, Recalled, Scan, below
from generator.quiet import program
from generator.store import Reader, Store
from generator.unchanged import Look

_TOPICS, _KEY = "topics", "key"  # names of rows; those of folders begin with content/


@dataclass(frozen=True, slots=True)
class Scope:
    """Addresses: first of articles and of what is copied, then of all that leads to them. `doubted`: of files whose
    folder is not as it was left, though they may have the size and the time that they had."""

    articles: tuple[str, ...]
    lists: tuple[str, ...]
    everything: bool
    doubted: frozenset[str] = frozenset()


def scope(  # noqa: PLR0913, PLR0917 - what was, what is, and where it is kept
    root: Path, seen: Look, scanned: Scan, edition: Edition, copied: Mapping[str, str], memory: Reader
) -> Scope:
    """What to look at. `memory`: as the last build left it."""
    only_articles = all(below(name, str(root / ARTICLES)) for name in seen.sources.differ(seen.last.sources))
    change = _change(seen, scanned, edition, memory) if only_articles else None
    spoilt = frozenset(_spoilt(seen, memory)) if seen.last.report else frozenset()
    if change is None:
        articles, lists = (tuple([path for path in some if path not in copied]) for some in stages_of(edition.archive))
        return Scope((*copied, *articles), _sorted(lists), everything=True, doubted=spoilt)
    first, then = _reached(change, scanned)
    early = {path for path in spoilt - then if path in copied or path in edition.archive.at}
    lists = _sorted((then | spoilt) - early - first)
    return Scope(tuple(sorted(first | early)), lists, everything=False, doubted=spoilt)


def _sorted(lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(lists, key=before_those_that_lead_there))


def _change(seen: Look, scanned: Scan, edition: Edition, memory: Reader) -> Change | None:
    """What changed of the articles, where it can be traced."""
    last, kept = seen.last, memory.row(_TOPICS)
    if not (last.report and seen.timely() and seen.sound() and last.settled == seen.settled and edition.apart and kept):
        return None
    change = Change(edition.archive, dict(marshal.loads(kept)), scanned.gone, scanned.came)
    return change if change.traceable else None


def _reached(change: Change, scanned: Scan) -> tuple[frozenset[str], frozenset[str]]:
    """Where no card changed, no other page can tell."""
    if change.gone == change.came:
        return frozenset(article.unmoved(change.archive, change.came)), frozenset()
    first, then = reached(change)
    return first | _pictures(change), then


def _pictures(change: Change) -> frozenset[str]:
    """Those that are to be seen now, or are not any more, and their smaller copies."""
    before, now = (
        {(card.status == "published", path) for card in cards for path in pictures(card)}
        for cards in (change.gone, change.came)
    )
    found = frozenset(path for _, path in before ^ now)
    return found | {path for address in found for path in smaller_copies(address, change.archive.pictures)}


def _spoilt(seen: Look, memory: Reader) -> Iterator[str]:
    """The pages in folders of the output that are not as they were left."""
    base = min(seen.built.folders, key=len, default="")
    for folder in seen.built.differ(seen.last.output):
        below = folder.removeprefix(base).lstrip("/")
        prefix = f"{below}/" if below else ""
        yield from (path for path in memory.paths(prefix) if "/" not in path.removeprefix(prefix))


# ── What is remembered ───────────────────────────────────────────────────────────────────────────────────────────


def recall(memory: Path, settings: SiteConfig) -> dict[str, Folder]:
    """The folders as the last build remembered them, where that holds under these settings."""
    with suppress(MachineError, ValueError), Reader(memory) as reader:
        if remembers(reader, settings):
            return dict(Recalled(reader))
    return {}


def remembers(memory: Reader, settings: SiteConfig) -> bool:
    """Whether articles are remembered as they are read under these settings, by this program."""
    return memory.row(_KEY) == _key(settings)


def keep(store: Store, scanned: Scan, edition: Edition, settings: SiteConfig) -> None:
    """Remember the articles, and what their topics are called."""
    if not remembers(store, settings):
        store.forget_rows()
        store.keep_row(_KEY, _key(settings))
    for name, folder in scanned.folders:
        store.keep_row(name, folder.packed() if folder else None)
    store.keep_row(_TOPICS, marshal.dumps(list(names(edition.archive).items())) if edition.apart else None)


def _key(settings: SiteConfig) -> bytes:
    return digest((repr(settings.shown()), program())).encode()
