"""nginx, Apache, Caddy and Cloudflare Pages, on the loopback: the programs of Debian, started as ordinary processes with
nothing of the machine's own configuration; and what Cloudflare says of itself, in a thread."""

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

SECONDS = 20


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


class Address(NamedTuple):
    """Of a server: where a site lies on it."""

    port: int
    base: str

    def __str__(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """What it answers to a path from the root of the host, encoded; names of headers with _ for -."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, headers=sent)
            answer = connection.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, named, answer.read())
        finally:
            connection.close()


def _nginx(www: Path, base: str, port: int, home: Path) -> list[str]:
    folders = "".join(
        f"{kind}_temp_path {home}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (home / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {home}/pid; error_log stderr;\nevents {{}}\nhttp {{\n{folders}access_log off;\n"
        f"include '{www}{base}nginx-redirects.conf';\n"
        f"server {{ listen 127.0.0.1:{port}; root {www}; include '{www}{base}nginx.conf'; }}\n}}\n"
    )
    return ["nginx", "-p", str(home), "-e", "stderr", "-c", str(home / "nginx.conf")]


_MODULES = ("mpm_event", "authz_core", "dir", "mime", "rewrite", "headers")


def _apache(www: Path, base: str, port: int, home: Path) -> list[str]:
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in _MODULES)
    (home / "apache.conf").write_text(
        f"ServerRoot {home}\n{modules}ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {home}/pid\nErrorLog /dev/stderr\n"
        f"User #65534\nGroup #65534\nTypesConfig /dev/null\nDocumentRoot {www}\n"
        f"<Directory {www}>\nAllowOverride FileInfo\nOptions FollowSymLinks\nRequire all granted\n</Directory>\n"
    )
    return ["apache2", "-DFOREGROUND", "-f", str(home / "apache.conf")]


def _caddy(www: Path, base: str, port: int, home: Path) -> list[str]:
    (home / "Caddyfile").write_text(
        "{\nadmin off\nauto_https off\n}\n"
        f'http://127.0.0.1:{port} {{\nroot * {www}\nimport "{www}{base}Caddyfile"\n}}\n'
    )
    return ["caddy", "run", "--config", str(home / "Caddyfile"), "--adapter", "caddyfile"]


def _python(www: Path, base: str, port: int, home: Path) -> list[str]:
    """A server that knows nothing of us."""
    del base, home
    return ["python3", "-m", "http.server", "-b", "127.0.0.1", "-d", str(www), str(port)]


Command = Callable[[Path, str, int, Path], list[str]]
SERVERS: Mapping[str, Command] = {"nginx": _nginx, "apache": _apache, "caddy": _caddy, "folder": _python}
PROGRAMS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy", "folder": "python3"}


def found(host: str) -> str | None:
    """Its program, where there is one. Debian puts servers where only root looks."""
    return shutil.which(PROGRAMS[host], path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@contextmanager
def www(site: Path, base: str) -> Iterator[Path]:
    """A folder that everybody may read, with a copy of the site in it."""
    with tempfile.TemporaryDirectory(prefix="backfile-www-") as name:
        Path(name).chmod(0o755)
        shutil.copytree(site, f"{name}{base}", dirs_exist_ok=True)
        yield Path(name)


@contextmanager
def serving(host: str, folder: Path, base: str) -> Iterator[Address]:
    """A server at work: `folder` is its root, and the site lies at `base`."""
    with tempfile.TemporaryDirectory(prefix="backfile-server-") as name, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        program, *more = SERVERS[host](folder, base, port, Path(name))
        log = Path(name, "log")
        with log.open("wb") as file:
            process = subprocess.Popen(
                [found(host) or program, *more],
                stdout=file,
                stderr=file,
                env={"PATH": os.environ["PATH"], "HOME": name, "XDG_DATA_HOME": name, "XDG_CONFIG_HOME": name},
            )
        try:
            _wait(process, port, log)
            yield Address(port, base)
        finally:
            process.terminate()
            process.wait(SECONDS)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text(errors="replace")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text(errors="replace"))


# ── Cloudflare Pages, as it says of itself ───────────────────────────────────────────────────────────────────────


@contextmanager
def cloudflare(folder: Path, base: str) -> Iterator[Address]:
    """https://developers.cloudflare.com/pages/configuration/serving-pages/: a page is found without its `.html`, and whoever
    asks with it is led there. `_redirects` goes before files; `folder` has both files at its top."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Cloudflare, folder, base))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Address(server.server_port, base)
    finally:
        server.shutdown()
        server.server_close()


class _Cloudflare(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, base: str, *args: object) -> None:
        self._folder = folder
        lines = (folder / base.strip("/") / "_redirects").read_text(encoding="utf-8").splitlines()
        rules = [line.split(" ") for line in lines if not line.startswith("#")]
        self._rules = {source: (to, int(status)) for source, to, status in rules}
        super().__init__(*args)  # type: ignore[arg-type]  # as the server calls it

    def do_GET(self) -> None:
        asked = urlsplit(self.path).path
        to, status = self._rules.get(asked, ("", 308))
        path = unquote(asked)
        if not to and path.endswith(".html") and (self._folder / path.lstrip("/")).is_file():
            to = quote(path.removesuffix("index.html") if path.endswith("/index.html") else path.removesuffix(".html"))
        if not to and (self._folder / path.strip("/") / "index.html").is_file() and not path.endswith("/"):
            to = quote(f"{path}/")
        if to:
            self._answer(status, b"", Location=to)
            return
        name = f"{path}index.html" if path.endswith("/") else path
        tried = [self._folder / name.lstrip("/"), self._folder / f"{name.lstrip('/')}.html"]
        found = next((file for file in tried if file.is_file()), None)
        body = (found or next(self._folder.rglob("404.html"))).read_bytes()
        self._answer(200 if found else 404, body)

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for header, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        del format, args
