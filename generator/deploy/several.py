"""Many small jobs that mostly wait for somebody else: several at a time, each tried again for a while. Effects:
threads, waits."""

from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

Job = TypeVar("Job")
Answer = TypeVar("Answer")

HANDS = 16
PAUSES = (0.5, 2.0, 8.0)  # seconds before each further try

# What waiting does not mend: no such bucket, no permission, no key, a fault of ours.
_LASTING = (
    FileNotFoundError,
    PermissionError,
    IsADirectoryError,
    NotADirectoryError,
    ImportError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NameError,
    NotImplementedError,
    TypeError,
    ValueError,
)


class Stopped(Exception):  # noqa: N818 - no error, and nobody sees it
    """Nobody waits for this any more."""


def several(
    do: Callable[[Job], Answer], jobs: Sequence[Job], hands: int = HANDS, pauses: Sequence[float] = PAUSES
) -> Iterator[tuple[Job, Answer]]:
    """Do all of these, several at a time; each with its answer as soon as that is there. The first that fails for good
    ends it: what it raised is raised here.

    The threads are daemons: after Ctrl-C or an error nobody waits for an upload of an hour. What they are at then is
    whole or not there, as their stores have it.
    """
    todo: SimpleQueue[Job] = SimpleQueue()
    done: SimpleQueue[tuple[Job, Answer] | BaseException] = SimpleQueue()
    stop = Event()
    for job in jobs:
        todo.put(job)

    def work() -> None:
        while not stop.is_set():
            try:
                job = todo.get_nowait()
            except Empty:
                return
            try:
                done.put((job, patiently(lambda job=job: do(job), stop, pauses)))  # type: ignore[misc]  # bound now
            except Stopped:
                return
            except BaseException as error:  # is raised where it is waited for
                done.put(error)
                return

    for _ in range(min(hands, len(jobs))):
        Thread(target=work, daemon=True).start()
    try:
        for _ in jobs:
            result = done.get()
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        stop.set()


def patiently(do: Callable[[], Answer], stop: Event, pauses: Sequence[float] = PAUSES) -> Answer:
    """What it answers, though it fails at first. Raises what it raised last, Stopped."""
    for pause in pauses:
        try:
            return do()
        except _LASTING:
            raise
        except Exception as error:
            if lasting(error):
                raise
            if stop.wait(pause):
                raise Stopped from error
    return do()


def lasting(error: Exception) -> bool:
    """Whether a library says that it has no key: each has a class of its own for that."""
    return "Credential" in type(error).__name__ or "Authenticat" in type(error).__name__
