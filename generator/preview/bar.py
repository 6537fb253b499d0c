"""The editor's bar of a page: what a browser asks for it, and what it is told. Effects: answers.

Only browsers on this machine are answered, and whoever decides has to show the token that the bar was given.
"""

import asyncio
import json
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from generator.errors import BackfileError, UsageError
from generator.ingest.review import recurring
from generator.ingest.review.questions import Question
from generator.ingest.review.rulings import Verb
from generator.ingest.sources import ARTICLES
from generator.preview.decisions import Decision
from generator.preview.desk import Desk
from generator.preview.evidence import evidence
from generator.preview.review import RULED, Review, Stop
from generator.preview.state import Touched
from generator.views import Page

Answer = TypeVar("Answer")
Told = dict[str, Any]

LONGEST = 65_536  # bytes of a decision
QUICK = 0.3  # seconds: a list that is made so fast is made anew for every step
SHOWN = 50  # examples of a question
TOKEN = "x-backfile-token"
_NO_ARTICLE = "this page is made of no single article"


class Bar:
    """`editor`: an address that opens a file in an editor, with {path} and {line}; "" = none."""

    def __init__(
        self,
        desk: Desk,
        page: Callable[[str], Awaitable[Page | None]],
        update: Callable[[Touched], Awaitable[None]],
        editor: str = "",
    ) -> None:
        """In the desk's own thread, `page` makes what stands at an address, and `update` takes in what was written."""
        self._desk = desk
        self._page = page
        self._update = update
        self._editor = editor
        self._root = desk.state.root
        self._review = Review(self._root)
        self._thread = ThreadPoolExecutor(1, "review")
        self._token = secrets.token_urlsafe(16)
        self._seen: object = None  # the archive that the list was made of
        self._took = 0.0  # seconds

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def answer(self, request: Request) -> Response:
        """What is asked under a name, or decided (POST)."""
        if not _ours(request.client.host if request.client else ""):
            return JSONResponse({"problem": "The bar is for the machine alone that the preview runs on."}, 403)
        asked = (self._bar, self._source, self._list, self._next, self._holding)
        known = {one.__name__.strip("_"): one for one in asked}
        how = self._decide if request.method == "POST" else known.get(request.path_params["name"])
        if how is None:
            return Response(status_code=404)
        try:
            return JSONResponse(await how(request))
        except BackfileError as error:
            said = f"{error.location}: {error.message}".removeprefix(": ")
            return JSONResponse({"problem": said.encode(errors="replace").decode()}, 400)
        except Exception as error:
            return JSONResponse({"problem": f"This went wrong: {error!r}"}, 500)

    async def _ask(self, of: Callable[..., Answer], *arguments: object) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._thread, of, *arguments)

    # ── What is asked ────────────────────────────────────────────────────────────────────────────────────────────

    async def _bar(self, request: Request) -> Told:
        page = await self._page(request.query_params.get("page", ""))
        withdrawn = self._desk.state.whole.archive.tombstones.get(page.path) if page else None
        path = "" if page is None else page.body_of or (withdrawn.path if withdrawn else self._layout(page.template))
        article = page is not None and page.body_of.startswith(f"{ARTICLES}/")
        told = {"token": self._token, "path": path, "open": self._opens(path), "article": article}
        return told | await self._ask(self._reviewed, path if article else "")

    def _layout(self, template: str) -> str:
        own = self._root / "layouts" / template
        return f"layouts/{template}" if own.is_file() else f"{template} (a layout of the default theme)"

    def _opens(self, path: str) -> str:
        place = self._root / path
        if not self._editor or not place.is_file():
            return ""
        return self._editor.replace("{path}", quote(str(place))).replace("{line}", "1")

    def _reviewed(self, path: str) -> Told:
        review = self._review
        if not review.stops:
            return {"left": None, "looked": False, "questions": []}
        asked = [self._question(one) for one in review.open(path)] if path else []
        return {"left": self._left(), "looked": bool(path) and review.looked_at(path), "questions": asked}

    def _left(self) -> int:
        return sum(bool(self._address(stop.path)) for stop in self._review.left())

    async def _source(self, request: Request) -> Told:
        page = await self._page(request.query_params.get("page", ""))
        if page is None or not page.body_of.startswith(f"{ARTICLES}/"):
            raise UsageError(_NO_ARTICLE)
        found = await self._ask(evidence, self._root, page.body_of)
        return asdict(found.explanation) | {"lines": [asdict(line) for line in found.lines]}

    async def _list(self, request: Request) -> Told:
        return await self._ask(self._listed, "again" in request.query_params)

    def _listed(self, again: bool) -> Told:
        self._renew(again)
        asked = [self._question(one) for one in self._review.unanswered()]
        return {"questions": asked, "left": self._left(), "all": len(self._review.stops)}

    async def _next(self, request: Request) -> Told:
        query = request.query_params
        stop = Stop(await self._file(query.get("page", "")), query.get("question", ""))
        return await self._ask(self._after, stop, {"1": 1, "-1": -1}.get(query.get("steps", ""), 0))

    def _after(self, stop: Stop, steps: int) -> Told:
        """The next stop to decide at, or with steps the one so far away, decided or not."""
        self._renew()
        found = self._review.step(stop, steps) if steps else self._review.next(stop, self._address)
        while found and not self._address(found.path):  # it waits for its time, or is gone
            found = self._review.step(found, steps)
        return {"page": self._address(found.path), "question": found.question} if found else {}

    async def _holding(self, request: Request) -> Told:
        return {"count": await self._ask(self._held, request.query_params.get("line", ""))}

    def _held(self, line: str) -> int:
        self._renew()
        return len(self._review.holding([recurring.rule(line)])) if line else 0

    def _renew(self, again: bool = False) -> None:
        """Make the list where there is none, where a person asks for it, and where it is quickly made."""
        archive = self._desk.state.whole.archive
        if again or not self._review.stops or (archive is not self._seen and self._took < QUICK):
            began = time.monotonic()
            self._review.look()
            self._took, self._seen = time.monotonic() - began, archive

    def _question(self, one: Question) -> Told:
        examples = [example for case in one.cases[:SHOWN] for example in case.examples][:SHOWN]
        return {
            "code": one.code,
            "sentence": one.sentence,
            "advice": one.advice,
            "line": one.line,
            "count": one.count,
            "must": one.must,
            "ruled": one.cases[0].kind in RULED,
            "examples": [asdict(example) | {"page": self._address(example.path)} for example in examples],
        }

    def _address(self, path: str) -> str:
        """Of the page of an article's file; "" = it has none."""
        return self._desk.addresses().get(path, "")

    async def _file(self, address: str) -> str:
        page = await self._page(address)
        return page.body_of if page else ""

    # ── What is decided ──────────────────────────────────────────────────────────────────────────────────────────

    async def _decide(self, request: Request) -> Told:
        if not secrets.compare_digest(request.headers.get(TOKEN, "").encode(), self._token.encode()):
            raise UsageError("the preview was started anew — load the page once more")
        said = await _body(request)
        path = await self._file(said.get("page", ""))
        taken = await self._ask(self._decided, said, path)
        await self._update(Touched(frozenset([str(taken.path.parent)])))
        return {"said": taken.said, "page": self._address(taken.path.relative_to(self._root).as_posix())}

    def _decided(self, said: Mapping[str, str], path: str) -> Decision:
        review, act = self._review, said.get("act", "")
        if not review.stops or (act == "done" and not said.get("question")):  # it may have come after the list was made
            self._renew()
        if act == "undo":
            return review.undo()
        if act == "done":
            return review.done(Stop(path, said.get("question", "")))
        if act not in {"date", "keep", "cut"}:
            raise UsageError(f"{act!r} is nothing that can be decided")
        verb: Any = act
        if act != "date" and said.get("question"):
            return review.rule(verb, said["question"])
        if act != "date" and said.get("everywhere") and said.get("line"):
            return review.line(verb, said["line"])
        if not path.startswith(f"{ARTICLES}/"):
            raise UsageError(_NO_ARTICLE)
        if act == "date":
            return review.decisions.date(path, said.get("date", "").strip())
        return self._here(verb, path, said.get("line", ""), said.get("number", ""))

    def _here(self, verb: Verb, path: str, line: str, number: str) -> Decision:
        """A ruling on one line of one article."""
        found, at = evidence(self._root, path), int(number) if number.isdecimal() else 0
        if verb == "cut" and not found.stands(at, line):
            raise UsageError("this line does not stand in the text")
        return self._review.decisions.here(verb, path, line, found.above(at))


def _ours(host: str) -> bool:
    """Whether this address is of this machine."""
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return False


async def _body(request: Request) -> dict[str, str]:
    """What was sent: names with texts. Raises UsageError."""
    content = b""
    async for part in request.stream():
        content += part
        if len(content) > LONGEST:
            raise UsageError("this is too long for a decision")
    with suppress(ValueError, RecursionError):
        said = json.loads(content)
        if isinstance(said, dict) and all(isinstance(value, str) for value in said.values()):
            return said
    raise UsageError("this is no decision")
