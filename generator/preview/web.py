"""The preview as a web application: pages, copied files, events. Effects: answers."""

import asyncio
import html
import os
import re
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from generator import untaken
from generator.errors import BackfileError, Problem
from generator.preview.desk import Desk, Sheet, kind
from generator.preview.guard import Guard
from generator.preview.hub import Hub
from generator.preview.shown import lines_of
from generator.preview.state import RAW, Touched
from generator.preview.watching import Watch
from generator.report import Intake

Answer = TypeVar("Answer")

OURS = "/__backfile/"
CLIENT = Path(__file__).parent / "client"
NOT_FOUND = "404.html"
# A page or a drawing of somebody else's that lies in content/ may run what it brings, but not speak for the editor.
APART = {"Content-Security-Policy": "sandbox allow-scripts allow-popups allow-forms"}
_MARKUP = ("text/html", "application/xhtml", "image/svg", "application/xml", "text/xml")
MOMENT, MINUTE = 0.5, 60.0  # seconds
_ASKED = ("page", "mark", "id", "file", "since")  # what a browser says of the page that it shows
_END = re.compile(rb"</body>\s*</html>\s*\Z", re.IGNORECASE)


class Preview:
    """One archive, for all browsers that look at it. All that touches the desk is done in one thread."""

    def __init__(self, desk: Desk, name: str, say: Callable[[str], None], editor: str = "") -> None:
        self._desk = desk
        self._editor = editor
        self._bar: Any = None
        self._say = say
        self._thread = ThreadPoolExecutor(1, "desk")
        self._raw: tuple[Problem, ...] = ()
        self._fresh = asyncio.Event()  # something came into content/raw
        self._full = asyncio.Event()  # the desk has to rest
        self._edited = asyncio.Event()
        self._first = frozenset(desk.state.problems)
        self._hub = Hub(partial(self._ask, desk.mark), self._wrong)
        routes = [
            Route(f"{OURS}events", self._events),
            Route(f"{OURS}ask/{{name}}", self._asked, methods=["GET", "POST"]),
            Route(f"{OURS}{{name}}", self._client),
            Route("/{path:path}", self._page),
        ]
        self.app = Starlette(routes=routes, middleware=[Middleware(Guard, name=name)], lifespan=self._lifespan)

    async def _ask(self, of: Callable[..., Answer], *arguments: object) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._thread, of, *arguments)

    @asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncIterator[None]:
        del app
        watch = Watch(self._desk.state.root, self._desk.state.survey, self._say)
        works = (self._follow(watch), self._take_in(), self._wait(), self._rest())
        tasks = [asyncio.create_task(work) for work in works]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            watch.close()
            if self._bar:
                self._bar.close()
            self._thread.shutdown(wait=False, cancel_futures=True)
            self._desk.close()

    # ── What is written ──────────────────────────────────────────────────────────────────────────────────────────

    async def _follow(self, watch: Watch) -> None:
        async for touched in watch:
            await self._update(touched)
            if touched.under(self._desk.state.root / RAW):
                self._fresh.set()

    async def _update(self, touched: Touched) -> None:
        """Whatever goes wrong here, the next edit is seen."""
        try:
            await self._hub.tell(await self._ask(self._desk.update, touched))
        except Exception as error:
            self._say(f"This edit could not be shown: {error!r}")
        self._edited.set()
        if self._desk.full:
            self._full.set()

    async def _rest(self) -> None:
        """Not before an edit is seen: browsers were told of it, and have asked for their pages."""
        while True:
            await self._full.wait()
            await asyncio.sleep(MOMENT)
            await self._ask(self._desk.rest)
            self._full.clear()

    async def _wait(self) -> None:
        """For articles whose time comes while somebody looks. An edit may bring one whose time is nearer."""
        while True:
            self._edited.clear()
            left = self._desk.state.spell.due - time.time()
            with suppress(TimeoutError):
                async with asyncio.timeout(min(max(left, MOMENT), MINUTE)):
                    await self._edited.wait()
            if self._desk.state.spell.due <= time.time():
                await self._update(Touched())

    async def _take_in(self) -> None:
        """Ingest what is in content/raw, and what comes. Its Markdown is seen like anybody's, and while this waits for
        a build that is at work, all other edits are."""
        while True:
            self._fresh.clear()
            try:
                self._raw = await _aside(partial(_taken_in, self._desk))
            except BackfileError as error:
                self._raw = (Problem(error.message, error.location),)
            except Exception as error:
                self._say(f"What came into content/raw could not be taken in: {error!r}")
            await self._fresh.wait()

    # ── What is asked for ────────────────────────────────────────────────────────────────────────────────────────

    async def _page(self, request: Request) -> Response:
        path, since = self._address(request.path_params["path"]), self._hub.at
        if copied := await self._ask(self._desk.copied, path):
            headers = APART if kind(path).startswith(_MARKUP) else None
            return FileResponse(copied, 200, headers, kind(path)) if copied.is_file() else Response(status_code=404)
        if (smaller := await self._ask(self._desk.smaller, path)) is not None:
            return Response(smaller, media_type=kind(path))
        sheet = await self._ask(self._desk.sheet, path)
        if sheet is None:
            folder: str = await self._ask(self._desk.mark, f"{path}/index.html")
            if folder:
                return RedirectResponse(f"{request.url.path}/")  # as any host does
            missing = await self._ask(self._desk.sheet, NOT_FOUND) or Sheet(b"", kind(NOT_FOUND), "")
            return self._shown(path, missing._replace(mark=""), 404, since)
        return self._shown(path, sheet, 200, since)

    def _address(self, path: str) -> str:
        """A folder is its index; a site that is to stand in a folder is found there too."""
        base = urlsplit(self._desk.state.settings.url).path.strip("/")
        if base and f"{path}/".startswith(f"{base}/"):
            path = path[len(base) + 1 :]
        return f"{path}index.html" if not path or path.endswith("/") else path

    def _shown(self, path: str, sheet: Sheet, status: int, since: str) -> Response:
        """With the script that keeps it fresh, where it is a page. `since`: the last news before it was made."""
        if not sheet.kind.startswith("text/html"):
            return Response(sheet.content, status, media_type=sheet.kind)
        if sheet.wrong and not sheet.content:
            sheet, status = sheet._replace(content=_placeholder(sheet.wrong)), 500
        id, file = self._desk.article(path)
        content = with_script(sheet.content, page=path, mark=sheet.mark, since=since, id=id, file=file)
        return Response(content, status, media_type=sheet.kind)

    async def _client(self, request: Request) -> Response:
        file = CLIENT / request.path_params["name"]
        if file.name not in os.listdir(CLIENT) or file.parent != CLIENT:
            return Response(status_code=404)
        return FileResponse(file, media_type=kind(file.name))

    async def _asked(self, request: Request) -> Response:
        """By the editor's bar. It brings all of ingest: half of what would have to be loaded before the first page."""
        if self._bar is None:
            bar = await asyncio.to_thread(import_module, "generator.preview.bar")
            self._bar = self._bar or bar.Bar(
                self._desk, partial(self._ask, self._desk.page), self._update, self._editor
            )
        answer: Response = await self._bar.answer(request)
        return answer

    async def _events(self, request: Request) -> Response:
        page, mark, id, file, since = (request.query_params.get(name, "") for name in _ASKED)
        stands = partial(self._desk.stands, id, file)
        events = self._hub.listen(page, mark, stands, request.headers.get("last-event-id") or since)
        return StreamingResponse(events, media_type="text/event-stream")

    def _wrong(self, path: str, mark: str) -> list[dict[str, Any]]:
        """What is broken now and was not when we began, and what this one page is, with the lines that say so."""
        said = [one for one in (*self._desk.state.problems, *self._raw) if one.fatal and one not in self._first]
        own = self._desk.wrong(path, mark)
        return [lines_of(self._desk.state.root, one) for one in dict.fromkeys([*said, *([own] if own else [])])]


def with_script(content: bytes, **said: str) -> bytes:
    """A page with its script at the end, which is all that a preview adds to it, and what it is to know of itself."""
    data = " ".join([f'data-{name}="{html.escape(value)}"' for name, value in said.items()])
    script = f'<script src="{OURS}preview.js" {data} defer></script>\n'
    found = _END.search(content)
    at = found.start() if found else len(content)
    return content[:at] + script.encode(errors="surrogatepass") + content[at:]


def _placeholder(wrong: Problem) -> bytes:
    said = html.escape(f"{wrong.location}: {wrong.message}" if str(wrong.location) else wrong.message)
    head = '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>To mend</title>'
    return f"{head}\n<body>\n<p>{said}</p>\n</body></html>\n".encode()


async def _aside(work: Callable[[], Answer]) -> Answer:
    """In a thread that the end does not wait for: what a run of ingest leaves undone, the next one does."""
    loop = asyncio.get_running_loop()
    told: asyncio.Future[Answer] = loop.create_future()

    def tell(say: Callable[[Any], None], what: object) -> None:
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(lambda: None if told.done() else say(what))

    def run() -> None:
        try:
            tell(told.set_result, work())
        except Exception as error:
            tell(told.set_exception, error)

    Thread(target=run, daemon=True).start()
    return await told


def _taken_in(desk: Desk) -> tuple[Problem, ...]:
    root = desk.state.root
    question = untaken.ask(root)
    if question.answer:
        return question.answer.problems
    report = import_module("generator.ingest").run(root, desk.state.settings)
    said: Intake = report.printed
    untaken.remember(root, question, said, report.left)
    return said.problems
