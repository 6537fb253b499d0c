"""Batches of work, shared out to other processes. The one place that knows how they are started and ended. Effects.

    with hired(jobs) as crew:
        for result in shared(work, batches, crew.hands(size)): …

`work` is a function of a module, as it is named and not sent. The caller works too: it would have to wait otherwise.
Any `concurrent.futures.Executor` will do as hands.

Another process is a stranger, which imports what it needs and is sent what it works with; or, where the system can
fork and nothing speaks against it, a twin, which has all that its caller had when it was hired. That spares half a
second of each, and an archive need not be written down for it. What speaks against it: another thread of the caller,
since a lock that it holds would never be given back; and a database that twin and caller both have open.

A process ends with its caller, however that ends: all of them hold one end of a pipe into which nothing is ever
written, and whose other end closes with the caller.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from generator.errors import MachineError
from generator.later import later

if TYPE_CHECKING:
    import multiprocessing
    from concurrent import futures
    from concurrent.futures import process as pool
    from multiprocessing.connection import Connection
else:  # most builds need nobody
    multiprocessing, futures, pool = map(later, ("multiprocessing", "concurrent.futures", "concurrent.futures.process"))

Batch = TypeVar("Batch")
Result = TypeVar("Result")

AHEAD = 2  # batches that wait for each process, so that none of them has to
SMALL = 2_000  # pages or articles: to start another process costs as much as to make a thousand


class Crew:
    """Who works at a build: this process, and others beside it once there is enough for them to do."""

    def __init__(self, jobs: int = 1, least: int = 0, *, twins: bool = False) -> None:
        """`jobs`: processes, this one with them; `least`: work of so few pieces is this one's alone."""
        self.jobs = jobs
        self.twins = twins
        self._least = least
        self._executor: futures.Executor | None = None
        self._hired = ExitStack()

    def hands(self, size: int) -> "futures.Executor | None":
        """Who helps with so many pieces of work; None = nobody."""
        if size <= self._least or self.jobs == 1:
            return None
        if not self._executor:
            self._executor = self._hired.enter_context(_processes(self.jobs - 1, twins=self.twins))
        return self._executor

    def renew(self) -> None:
        """Whoever is hired from now on has what this process has now."""
        if self.twins:
            self.dismiss()

    def dismiss(self) -> None:
        """All of them, once they have done what they were given."""
        self._executor = None
        self._hired.close()


def cores() -> int:
    """How many processes can run at once: of the machine's cores those that we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def hired(jobs: int = 0, *, apart: bool = True) -> Iterator[Crew]:
    """So many processes work, this one with them; 0 = as many as there are cores, where it pays. `apart`: no twins, as
    a database is open that they would touch."""
    least, jobs = (0, jobs) if jobs else (SMALL, cores())
    crew = Crew(jobs, least, twins=not apart and sys.platform == "linux" and threading.active_count() == 1)
    with crew._hired:
        yield crew


@contextmanager
def _processes(count: int, *, twins: bool) -> Iterator["futures.Executor"]:
    # Strangers are the same on every system, and no lock is copied while it is held.
    context = multiprocessing.get_context("fork" if twins else "spawn")
    theirs, ours = context.Pipe(duplex=False)
    hands = futures.ProcessPoolExecutor(count, context, _begin, (theirs, ours if twins else None))
    try:
        with _uninterrupted():
            for _ in range(count):
                hands.submit(_ready)
        yield hands
        hands.shutdown()
    except pool.BrokenProcessPool as error:
        raise MachineError(
            "a process that builds pages was ended from outside, as happens where memory is short — try --jobs 1"
        ) from error
    finally:
        ours.close()  # whoever still works after an error or an interruption ends here
        hands.shutdown(wait=True, cancel_futures=True)
        theirs.close()


def shared(
    work: Callable[[Batch], Result], batches: Iterable[Batch], hands: "futures.Executor | None"
) -> Iterator[Result]:
    """What `work` makes of each batch, in the order in which it is done."""
    if hands is None:
        yield from map(work, batches)
        return
    room = AHEAD * getattr(hands, "_max_workers", 1)
    away: set[futures.Future[Result]] = set()
    for batch in batches:
        if len(away) < room:
            away.add(hands.submit(work, batch))
            continue
        yield work(batch)
        done, away = futures.wait(away, timeout=0)
        yield from (one.result() for one in done)
    while away:
        done, away = futures.wait(away, return_when=futures.FIRST_COMPLETED)
        yield from (one.result() for one in done)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A process that is started here is not met by Ctrl-C, which would be for it too, before it has begun; to the
    caller it comes a moment later."""
    mask = getattr(signal, "pthread_sigmask", None)
    before = mask(signal.SIG_BLOCK, [signal.SIGINT]) if mask else None
    try:
        yield
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)


def _ready() -> None:
    """The first thing that a process is asked for: with it, it is started."""


def _begin(pipe: "Connection", other: "Connection | None") -> None:
    """`other`: the caller's end of the pipe, where it was copied."""
    if other:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the caller, which closes the pipe
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()


def _end_with(pipe: "Connection") -> None:
    try:
        pipe.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
