"""Who may ask the preview: pages of its own, in a browser that was told its address. An ASGI middleware.

A site elsewhere can have a browser ask us, under a name of its own that leads here (DNS rebinding), or straight across
origins. The first shows in `Host`, the second in `Origin` and in what browsers say of the fetch.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}


class Guard:
    """Lets through what was asked for under one of the names, by nobody else's page."""

    def __init__(self, app: ASGIApp, name: str) -> None:
        self._app = app
        self._names = frozenset(["localhost", name.lower()])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        reason = self.refusal(Headers(scope=scope))
        app = PlainTextResponse(reason, 403) if reason else self._app
        await app(scope, receive, sent)

    def refusal(self, headers: Headers) -> str:
        """Why not, "" = nothing against it."""
        host = headers.get("host", "")
        if not self._ours(host):
            return "This preview does not answer under that name. `backfile serve --host NAME` says which it has."
        origin = headers.get("origin", "")
        if origin and urlsplit(origin).netloc != host:
            return "This preview answers its own pages only."
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return "This preview answers its own pages only."
        return ""

    def _ours(self, host: str) -> bool:
        """A name that we were given, or an address: nobody can make another site's name of that."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
            return name in self._names or bool(ip_address(name))
        except ValueError:
            return False
