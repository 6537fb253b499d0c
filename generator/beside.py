"""Work that another process does meanwhile, where the system can part one in two and a core is idle. Effects.

    with beside(look_there) as there:
        here = look_here()
        found = there()

It is a copy of this process, made in no time, which sends what it found and ends. Should it not end well, for whatever
reason, the work is done here.
"""

import marshal
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def beside(work: Callable[[], Any], *, large: bool = True) -> Iterator[Callable[[], Any]]:
    """`work` takes nothing and gives what `marshal` can write: call what this gives to have it, once. What is not
    `large` is not worth another process."""
    if not (large and _can()):
        yield work
        return
    coming, going = os.pipe()
    with open(coming, "rb") as file:
        child = os.fork()
        if not child:
            file.close()  # who holds this end as well would wait for itself
            _send(work, going)
        os.close(going)
        try:
            yield lambda: _received(file.read(), work)
        finally:
            file.close()  # so that nobody waits for us to read
            os.waitpid(child, 0)


def _can() -> bool:
    """Not where other threads may hold a lock, which nobody would open in the copy; nor outside Linux, as some systems
    have such threads of their own."""
    return hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _send(work: Callable[[], Any], going: int) -> None:
    """All that the copy does: nothing of what stands around the call is its business."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        said = marshal.dumps(work())
        with open(going, "wb") as file:
            file.write(said)
    finally:
        os._exit(0)


def _received(said: bytes, work: Callable[[], Any]) -> Any:
    try:
        return marshal.loads(said)
    except (EOFError, ValueError, TypeError):  # nothing, or not all of it
        return work()
