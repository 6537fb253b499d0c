"""Preview: the site in a browser as it stands now, and anew with each edit. The shell around `web`.

state (what the site is made of) → desk (pages on demand) → web, guarded by `guard`; watching → state → hub → browsers
"""

import errno
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from types import FrameType

import uvicorn

from generator import rings
from generator.errors import MachineError
from generator.preview.desk import Desk
from generator.preview.state import first
from generator.preview.web import Preview
from generator.progress import Progress, silent

TRIES = 20  # ports, from the one that was asked for


@dataclass(frozen=True, slots=True)
class Options:
    """open: show it in a browser. drafts: as published. editor: an address that opens {path} at {line}."""

    host: str = "127.0.0.1"
    port: int = 8000
    open: bool = False
    drafts: bool = False
    editor: str = ""


class Server(uvicorn.Server):
    """Ends at once, whoever still listens."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(
            uvicorn.Config(
                preview.app,
                http="h11",  # it refuses a request line without end
                ws="none",
                log_level="critical",
                access_log=False,
                server_header=False,
                forwarded_allow_ips="127.0.0.1",  # others are not believed where they say they are
                date_header=False,
            )
        )

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        del sig, frame
        self.should_exit = self.force_exit = True


def serve(root: Path, options: Options, say: Callable[[str], None], progress: Progress = silent) -> None:
    """Show the site until somebody ends it. Raises ConfigError, and MachineError where no port is free."""
    with bound(options.host, options.port) as listening:
        port = listening.getsockname()[1]
        if port != options.port:
            say(f"Port {options.port} is taken by another program.")
        desk = Desk(first(root, drafts=options.drafts, progress=progress))
        rings.usually()
        address = f"http://{_named(options.host)}:{port}/"
        count = len(desk.state.whole.archive.cards)
        say(f"{count:,} article{'' if count == 1 else 's'} at {address}   Ctrl-C ends it.")
        _many_connections()
        if options.open:
            # Aside: some programs do not come back before their window is closed, and it waits for us to answer.
            Thread(target=_opened, args=(address, say), daemon=True).start()
        Server(Preview(desk, options.host, say, options.editor)).run(sockets=[listening])


def _opened(address: str, say: Callable[[str], None]) -> None:
    if not webbrowser.open(address):
        say(f"No browser could be opened: go to {address}")


def bound(host: str, port: int) -> socket.socket:
    """A socket at the first port that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for tried in range(port, min(port + TRIES, 65536)):
        listening = socket.socket(family)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, tried))
            listening.listen(1024)
        except OSError as error:
            listening.close()
            if error.errno != errno.EADDRINUSE:
                raise MachineError(f"cannot serve at {host}, port {tried}: {error.strerror}") from error
        else:
            if _named(host) != "localhost" or not _led_away(tried):
                return listening
            listening.close()
    raise MachineError(f"no port from {port} to {tried} is free — name another with --port")


def _led_away(port: int) -> bool:
    """Whether `localhost` leads browsers to another program there: they try ::1 first."""
    try:
        with socket.socket(socket.AF_INET6) as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            other.bind(("::1", port))
            other.listen()
    except OSError as error:  # of any other kind: this system has no IPv6
        return error.errno == errno.EADDRINUSE
    return False


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else "localhost" if host in {"127.0.0.1", "0.0.0.0", ""} else host


def _many_connections() -> None:
    """As many as the system allows: idle ones must not keep others out."""
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        resource = import_module("resource")
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
