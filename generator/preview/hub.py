"""The browsers that look at pages, and what each is told. One asyncio loop."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.preview.desk import News

BREATH = 15  # seconds after which a browser that is told nothing hears that somebody is there


@dataclass(eq=False, slots=True)
class Listener:
    """A browser at a page. `mark`: of the page as it stands there; `wrong`: what it shows to be broken."""

    page: str
    mark: str
    wrong: list[Any] = field(default_factory=list)
    told: asyncio.Queue[tuple[str, dict[str, Any]]] = field(default_factory=asyncio.Queue)


class Hub:
    """`mark` makes that of a page as it is now; `wrong` says what is broken where a page of this mark is shown."""

    def __init__(self, mark: Callable[[str], Awaitable[str]], wrong: Callable[[str, str], list[Any]]) -> None:
        self._mark = mark
        self._wrong = wrong
        self._here: set[Listener] = set()
        self._began = secrets.token_hex(4)
        self._number = 0  # of the news
        self._copied: dict[str, int] = {}  # address → the last news that named it

    async def tell(self, news: News) -> None:
        """Tell each what changed for it, if anything did."""
        self._remember(news)
        at = self.at
        marks = {page: await self._mark(page) for page in {one.page for one in self._here}}
        for one in list(self._here):
            mark = marks.get(one.page, one.mark)
            if said := _said(one, mark, self._wrong(one.page, mark), news):
                one.told.put_nowait((at, said))

    async def listen(self, page: str, mark: str, stands: Callable[[], str], since: str = "") -> AsyncIterator[bytes]:
        """Server-sent events (WHATWG HTML, 9.2), until the browser goes. What changed since it loaded its page, while
        it slept or we did, it is told at once. `stands`: where the article that it shows stands now, "" = nowhere;
        `since`: the last
        news when its page was made, or that it heard."""
        one, at = Listener(page, mark), self.at
        self._here.add(one)
        try:
            now = await self._mark(page)
            wrong = self._wrong(page, now)
            to = "" if now else stands()
            news = News({page: to} if to not in {"", page} else {}, self._missed(since))
            yield _event(at, {"wrong": wrong, **_said(one, now, wrong, news)})
            while True:
                try:
                    async with asyncio.timeout(BREATH):
                        said = await one.told.get()
                except TimeoutError:
                    yield b": here\n\n"
                else:
                    yield _event(*said)
        finally:
            self._here.discard(one)

    @property
    def at(self) -> str:
        """The last news."""
        return f"{self._began}-{self._number}"

    def _remember(self, news: News) -> None:
        self._number += 1
        self._copied |= dict.fromkeys(news.copied, self._number)

    def _missed(self, since: str) -> frozenset[str]:
        """The files of whose change a browser did not hear. Of what another preview told it, nothing is known: what it
        shows may be as it was."""
        began, _, number = since.partition("-")
        if began != self._began or not number.isdecimal():
            return frozenset()
        return frozenset([path for path, told in self._copied.items() if told > int(number)])


def _said(one: Listener, mark: str, wrong: list[Any], news: News) -> dict[str, Any]:
    """What is other for a listener than it was told last; it knows that from now on."""
    other, one.mark = mark != one.mark, mark
    said: dict[str, Any] = {"wrong": wrong} if wrong != one.wrong else {}
    one.wrong = wrong
    if moved := news.moved.get(one.page):
        said["moved"] = moved
    elif other:
        said["reload"] = True
    if news.copied:
        said["copied"] = sorted(news.copied)
    return said


def _event(at: str, said: Mapping[str, Any]) -> bytes:
    return f"id: {at}\ndata: {json.dumps(said)}\n\n".encode()
