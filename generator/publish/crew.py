"""Batches of work, shared out to other processes. The one place that knows how they are started and ended. Effects.

    with hired(jobs, begin, given) as hands:
        for result in shared(work, batches, hands): …

Each process calls `begin(given)` once; then `work(batch)` for batch after batch, both of them functions of a module, as
they are named and not sent. The caller works too: it would have to wait otherwise. Any `concurrent.futures.Executor`
will do as `hands`.

A process ends with its caller, however that ends: all of them hold one end of a pipe into which nothing is ever
written, and whose other end closes with the caller.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeVar

from generator.errors import MachineError

Batch = TypeVar("Batch")
Result = TypeVar("Result")

AHEAD = 2  # batches that wait for each process, so that none of them has to


def cores() -> int:
    """How many processes can run at once: of the machine's cores those that we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def hired(jobs: int, begin: Callable[[str], None], given: str) -> Iterator[Executor | None]:
    """Processes beside this one, so that `jobs` of them work; None where that is this one alone."""
    if jobs < 2:
        yield None
        return
    context = multiprocessing.get_context("spawn")  # the same on every system, and no lock is copied while it is held
    theirs, ours = context.Pipe(duplex=False)
    hands = ProcessPoolExecutor(jobs - 1, context, _begin, (theirs, begin, given))
    try:
        yield hands
        hands.shutdown()
    except BrokenProcessPool as error:
        raise MachineError(
            "a process that builds pages was ended from outside, as happens where memory is short — try --jobs 1"
        ) from error
    finally:
        ours.close()  # whoever still works after an error or an interruption ends here
        hands.shutdown(wait=True, cancel_futures=True)
        theirs.close()


def shared(work: Callable[[Batch], Result], batches: Iterable[Batch], hands: Executor | None) -> Iterator[Result]:
    """What `work` makes of each batch, in the order in which it is done."""
    if hands is None:
        yield from map(work, batches)
        return
    room = AHEAD * getattr(hands, "_max_workers", 1)
    away: set[Future[Result]] = set()
    for batch in batches:
        if len(away) < room:
            away.add(hands.submit(work, batch))
            continue
        yield work(batch)
        done, away = wait(away, timeout=0)
        yield from (one.result() for one in done)
    while away:
        done, away = wait(away, return_when=FIRST_COMPLETED)
        yield from (one.result() for one in done)


def _begin(pipe: Connection, begin: Callable[[str], None], given: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the caller, which closes the pipe
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()
    begin(given)
    gc.freeze()  # what all batches are made with stays; to look at it again and again would cost a tenth


def _end_with(pipe: Connection) -> None:
    try:
        pipe.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
