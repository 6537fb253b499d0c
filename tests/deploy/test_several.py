"""Several at a time: all of them, each tried again for a while, and ended at once."""

import threading
import time

import pytest

from generator.deploy.several import several


def test_all_are_done_several_at_a_time() -> None:
    together = threading.Barrier(4, timeout=30)

    def do(n: int) -> int:
        together.wait()
        return n * n

    assert sorted(several(do, range(20), hands=4)) == [(n, n * n) for n in range(20)]


def test_none_is_none() -> None:
    assert list(several(str, ())) == []


def test_what_passes_is_tried_again_and_what_lasts_is_not() -> None:
    tried: dict[str, int] = {}

    def do(name: str) -> str:
        tried[name] = tried.get(name, 0) + 1
        if name == "busy" and tried[name] < 3:
            raise ConnectionError("reset")
        return name

    assert list(several(do, ["busy"], pauses=(0, 0))) == [("busy", "busy")]
    assert tried["busy"] == 3

    def refuse(name: str) -> str:
        tried[name] = tried.get(name, 0) + 1
        raise PermissionError(name)

    with pytest.raises(PermissionError):
        list(several(refuse, ["closed"], pauses=(0, 0)))
    assert tried["closed"] == 1


def test_one_that_fails_for_good_ends_it() -> None:
    done = []

    def do(n: int) -> None:
        if n == 5:
            raise TimeoutError("no answer")
        done.append(n)

    with pytest.raises(TimeoutError, match="no answer"):
        list(several(do, range(10_000), hands=2, pauses=(0,)))
    time.sleep(0)
    assert len(done) < 10_000


def test_who_leaves_waits_for_nobody() -> None:
    """As after Ctrl-C: one hand would be at it for a minute."""
    began, never = time.monotonic(), threading.Event()
    steps = several(lambda n: never.wait(60) if n else None, range(8), hands=2)
    assert next(iter(steps)) == (0, None)
    steps.close()  # type: ignore[attr-defined]  # a generator
    assert time.monotonic() - began < 30
    never.set()
