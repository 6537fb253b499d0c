"""Bodies rendered within a limit of time. The rim: starts a process, and knows the clock.

The guards refuse by shape what Python-Markdown is known to choke on. This is the backstop behind them: a body that is
large enough to take long is rendered by a worker, a second Python that reads from a pipe and that ends itself when a
body takes more than its time. No Python code can stop a regular expression that runs; the worker's limit is kept by a
thread in C that needs no lock (faulthandler). And its pipe closes with the build, on every system and however the
build ends, so that a worker outlives its build by no more than the time of one body.

Time fails a body, with an error that says so. It never changes what a body says.
"""

import faulthandler
import json
import os
import signal
import subprocess
import sys
import time
from threading import Lock
from types import TracebackType
from typing import Self

from generator.errors import OverBudgetError, ProseError
from generator.publish import prose

SECONDS = 20.0
# What the guards let through takes at most half a second at this size (measured: a table of 3,000 rows of two letters).
SMALL = 16_000

_START = "from generator.publish.budget import serve; serve()"


class Renderer:
    """`prose.slowly` with a limit. The worker starts with the first body that needs it, and ends with `close`."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._worker: subprocess.Popen[bytes] | None = None
        self._lock = Lock()  # one question, one answer: the preview asks from several threads

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def render(self, markdown: str, root: str = "") -> str:
        """As `prose.slowly`. Raises OverBudgetError for a body that takes too long."""
        if len(markdown) <= SMALL:
            return prose.slowly(markdown, root)
        with self._lock:
            return self._ask(markdown, root)

    def close(self) -> None:
        """End the worker, if there is one. The next body that needs one starts another."""
        if self._worker:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None

    def _ask(self, markdown: str, root: str) -> str:
        worker = self._running()
        assert worker.stdin
        assert worker.stdout
        start = time.monotonic()
        try:
            worker.stdin.write(json.dumps((markdown, root, self._seconds)).encode() + b"\n")
            worker.stdin.flush()
            answer = worker.stdout.readline()
        except BrokenPipeError:
            answer = b""
        except BaseException:  # interrupted between question and answer: the answer must not meet the next question
            self.close()
            raise
        if not answer.endswith(b"\n"):
            self.close()
            raise OverBudgetError(self._why(time.monotonic() - start))
        said, error = json.loads(answer)
        if error:
            raise ProseError(error)
        return str(said)

    def _why(self, taken: float) -> str:
        if taken >= self._seconds:
            return (
                f"Markdown took longer than {self._seconds:g} seconds: write this body in a simpler way, or divide it"
            )
        return "Markdown broke down over this body: write it in a simpler way, or divide it"

    def _running(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            # -P: a file of the archive that is named like a module (html.py) must not be imported.
            paths = os.pathsep.join(path or os.getcwd() for path in sys.path)
            self._worker = subprocess.Popen(
                [sys.executable, "-P", "-c", _START],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": paths},
            )
        return self._worker


def serve() -> None:
    """The worker: a line of JSON in (markdown, root, seconds), a line out (html, error), until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the build, which closes the pipe
    with open(os.devnull, "w") as nowhere:
        for line in sys.stdin.buffer:
            markdown, root, seconds = json.loads(line)
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
            answer = _answer(markdown, root)
            faulthandler.cancel_dump_traceback_later()
            sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
            sys.stdout.buffer.flush()


def _answer(markdown: str, root: str) -> tuple[str, str]:
    try:
        return prose.slowly(markdown, root), ""
    except ProseError as error:
        return "", error.message
