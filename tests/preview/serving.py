"""A preview that runs in a thread of the test, and a browser without a window that reads its events."""

import http.client
import json
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from generator.preview import Server, bound
from generator.preview.desk import Desk
from generator.preview.state import first
from generator.preview.web import Preview

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 20.0  # seconds: machines that test are busy


@dataclass
class Serving:
    root: Path
    port: int
    said: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers by their lower-case names, body. `path` goes out as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def page(self, path: str) -> str:
        return self.get(f"/{path}")[2].decode()

    def listen(self, path: str, shown: str = "") -> "Tab":
        return Tab(self, path, shown or self.page(path))


class Tab:
    """A page that is open as it was `shown`, as far as its events go."""

    def __init__(self, serving: Serving, path: str, shown: str) -> None:
        names = ("mark", "id", "file", "since")
        said = {name: shown.partition(f'data-{name}="')[2].partition('"')[0] for name in names}
        self._connection = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
        self._connection.request("GET", f"/__backfile/events?{urlencode({'page': path, **said})}")
        self._answer = self._connection.getresponse()
        self.hello = self.event()

    def event(self) -> dict[str, Any]:
        """The next one. Raises TimeoutError."""
        until = time.monotonic() + PATIENCE
        while line := self._answer.readline():
            if time.monotonic() > until:
                raise TimeoutError("nothing was told")
            if line.startswith(b"data: "):
                return dict(json.loads(line.removeprefix(b"data: ")))
        raise ConnectionError("the preview has ended")

    def silent(self) -> None:
        """Nothing more was told that is not read yet."""
        self._answer.fp.raw._sock.settimeout(0.3)  # type: ignore[attr-defined]  # what http.client wraps
        with pytest.raises(TimeoutError):
            raise AssertionError(self.event())

    def until(self, name: str) -> dict[str, Any]:
        """The next one that says this."""
        while name not in (said := self.event()):
            pass
        return said

    def close(self) -> None:
        self._answer.close()
        self._connection.close()


@contextmanager
def served(root: Path, *, drafts: bool = False, port: int = 0) -> Iterator[Serving]:
    desk = Desk(first(root, drafts=drafts))
    with bound("127.0.0.1", port) as listening:
        serving = Serving(root, listening.getsockname()[1])
        server = Server(Preview(desk, "127.0.0.1", serving.said.append))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + PATIENCE
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        try:
            yield serving
        finally:
            server.should_exit = server.force_exit = True
            thread.join(PATIENCE)


def demo(folder: Path) -> Path:
    """The demo archive, its Markdown written."""
    for name in ("content", "layouts"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "site.yaml", folder)
    return folder
