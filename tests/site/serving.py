"""A static host of a good kind, in a thread: gzip, caching headers, 404.html for what is not there."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

_MINUTES = "public, max-age=600"
_FOR_EVER = "public, max-age=31536000, immutable"  # as hosts do it for what bears no text: pictures, style, icons


@contextmanager
def hosted(folder: Path, below: str = "/", port: int = 0) -> Iterator[str]:
    """The address under which the folder is served: `below` is "/" or a sub-path such as "/papers/gazette/"."""
    server = bound(folder, below, port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        server.server_close()


def bound(folder: Path, below: str = "/", port: int = 0) -> ThreadingHTTPServer:
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Host, folder, below))


class _Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, below: str, *args: object) -> None:
        self._folder, self._below = folder, below
        super().__init__(*args)  # type: ignore[arg-type]  # as the server calls it

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        name = path.removeprefix(self._below) if path.startswith(self._below) else "\0"
        file = self._folder / (name if name and not name.endswith("/") else name + "index.html")
        found = "\0" not in name and file.is_file() and file.resolve().is_relative_to(self._folder.resolve())
        self._answer(200 if found else 404, file if found else self._folder / "404.html")

    def _answer(self, status: int, file: Path) -> None:
        kind = guess_type(file.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith(("xml", "json", "javascript"))
        small = text and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _packed(file, file.stat().st_mtime_ns) if small else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", _MINUTES if kind == "text/html" else _FOR_EVER)
        self.send_header("Vary", "Accept-Encoding")
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        del format, args


@cache
def _packed(file: Path, mtime: int) -> bytes:
    del mtime
    return gzip.compress(file.read_bytes(), 9, mtime=0)
