"""Pages on demand, of the site as it stands now. Effects: reads. One thread works at a desk."""

import mimetypes
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator import files
from generator.errors import BackfileError, ItemError, Problem
from generator.fingerprint import quick
from generator.preview.state import State, Touched, again
from generator.publish.album import Enlarger
from generator.publish.edition import dressed, dresses
from generator.publish.pictures import original
from generator.publish.press import Press, forget
from generator.views import Page

HELD = 256  # pages that are held as they were shown last
REMEMBERED = 256  # articles that changed: so many leave 300 KB of what they said before

_KINDS = {".html": "text/html", ".xml": "application/xml", ".json": "application/json", ".txt": "text/plain"}


class Sheet(NamedTuple):
    """A page as it is shown: the very bytes of a build. `mark`: of all that it is made of; `wrong`: why it is not the
    page as it would be now."""

    content: bytes
    kind: str
    mark: str
    wrong: Problem | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What an update changed. `moved`: old address → new; `copied`: addresses of files that are other, or gone."""

    moved: Mapping[str, str]
    copied: frozenset[str]


class Desk:
    def __init__(self, state: State) -> None:
        self.state = state
        self._press = Press(state.matter())
        self._enlarger = Enlarger()
        self._good: OrderedDict[str, Sheet] = OrderedDict()
        self._addresses: tuple[object, dict[str, str]] = (None, {})
        self._came = 0  # articles that changed since `rest`

    def close(self) -> None:
        self._press.close()

    def update(self, touched: Touched) -> News:
        """Take in what was written there."""
        before, self.state = self.state, again(self.state, touched)
        self._press.close()
        self._press = Press(self.state.matter())
        self._came += len(self.state.scanned.came)
        return News(_moved(self.state), _copied(before, self.state))

    @property
    def full(self) -> bool:
        """So much has changed that it is time to `rest`."""
        return self._came >= REMEMBERED

    def rest(self) -> None:
        """Forget what was remembered of texts, the old ones among them. The next page takes some milliseconds more."""
        self._came = 0
        forget(self.state.looks)

    def copied(self, path: str) -> Path | None:
        """The file that stands at an address as it is."""
        name = self.state.copied.get(path)
        return Path(name) if name and not dresses(path, self.state.settings) else None

    def smaller(self, path: str) -> bytes | None:
        """The smaller copy of a picture that stands at an address, made as it is asked for."""
        sights, copied = self.state.album, self.state.copied
        found = original(path, sights)
        if not found or found[0] not in copied:
            return None
        with suppress(ItemError):
            return self._enlarger.copy(copied[found[0]], sights[found[0]], found[1])
        return None

    def sheet(self, path: str) -> Sheet | None:
        """The page at an address, None where there is none. Where it cannot be made, what was shown there last."""
        try:
            if path in self.state.copied:
                content = files.read(Path(self.state.copied[path]))
                return Sheet(dressed(path, content, self.state.settings), kind(path), "")
            page = self._press.page(path)
            if page is None:
                return None
            sheet = Sheet(self._press.printed(page), kind(path), quick(self._press.inputs(page)))
        except BackfileError as error:
            last = self._good.get(path, Sheet(b"", kind(path), ""))
            # With the mark of what cannot be made, or it would be loaded again and again.
            sheet = last._replace(mark=self._mark(path), wrong=Problem(error.message, error.location))
        self._good[path] = sheet
        self._good.move_to_end(path)
        if len(self._good) > HELD:
            self._good.popitem(last=False)
        return sheet

    def wrong(self, path: str, mark: str) -> Problem | None:
        """Why a page of this mark was not shown as it would be now, if it was not."""
        shown = self._good.get(path)
        return shown.wrong if shown and mark and shown.mark == mark else None

    def page(self, path: str) -> Page | None:
        """What stands at an address, None where nothing does, or nothing that can be made."""
        with suppress(BackfileError):
            return self._press.page(path)
        return None

    def addresses(self) -> Mapping[str, str]:
        """The address of each article, by its file."""
        archive = self.state.whole.archive
        if self._addresses[0] is not archive:
            shown = (*archive.cards, *archive.tombstones.values())
            self._addresses = archive, {card.path: card.url for card in shown}
        return self._addresses[1]

    def article(self, address: str) -> tuple[str, str]:
        """Of the page of an article: its id and its file, by which it is known again."""
        archive = self.state.whole.archive
        i = archive.at.get(address)
        return ("", "") if i is None else (archive.cards[i].id, archive.cards[i].path)

    def stands(self, id: str, file: str) -> str:
        """The address of an article; "" = it is gone."""
        archive = self.state.whole.archive
        i = archive.ids.get(id)
        return self.addresses().get(file, "") if i is None else archive.cards[i].url

    def mark(self, path: str) -> str:
        """What the page at an address is made of; "" where there is none, or none that can be made. One that could not
        be made is tried once more: mended, it may be made of what it was before."""
        shown = self._good.get(path)
        if shown and shown.wrong:
            again = self.sheet(path)
            return again.mark if again else ""
        return self._mark(path)

    def _mark(self, path: str) -> str:
        with suppress(BackfileError):
            page = self._press.page(path)
            return quick(self._press.inputs(page)) if page else ""
        return self._good[path].mark if path in self._good else ""


def kind(path: str) -> str:
    """Its media type, with the charset of text."""
    suffix = path[path.rfind(".") :] if "." in path else ""
    found = _KINDS.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    text = found.startswith("text/") or found in _KINDS.values()
    return f"{found}; charset=utf-8" if text else found


def _moved(now: State) -> dict[str, str]:
    """Where articles that changed stood, and where they stand."""
    stands = {card.path: card.url for card in now.scanned.came} | {card.id: card.url for card in now.scanned.came}
    ways = {card.url: stands.get(card.id, stands.get(card.path, "")) for card in now.scanned.gone}
    return {old: new for old, new in ways.items() if new and new != old and old not in now.whole.archive.at}


def _copied(before: State, now: State) -> frozenset[str]:
    if before.stamps is now.stamps:
        return frozenset()
    every = before.stamps.keys() | now.stamps.keys()
    return frozenset([path for path in every if before.stamps.get(path) != now.stamps.get(path)])
