"""Work that another process does is the same work, and is done here should that process not end well."""

import marshal
import os
import signal
import threading
import time

import pytest

from generator.beside import beside
from generator.errors import MachineError

linux = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="elsewhere there is never another process")


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """And no thread of the tests' own."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@linux
def test_another_process_does_it() -> None:
    with beside(lambda: (os.getpid(), {"a": b"1"})) as there:
        pid, said = there()
    assert pid != os.getpid()
    assert said == {"a": b"1"}


@pytest.mark.parametrize("why", ["small", "one core", "a thread"])
def test_where_it_does_not_pay_or_is_not_safe_it_is_done_here(why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if why == "one core":
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    if why == "a thread":
        monkeypatch.setattr(threading, "active_count", lambda: 2)
    with beside(os.getpid, large=why != "small") as there:
        assert there() == os.getpid()


@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_one_that_is_ended_from_outside_leaves_the_work_to_us(number: signal.Signals) -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), number)
            time.sleep(9)
        return "done"

    with beside(work) as there:
        assert there() == "done"


@linux
def test_one_that_is_cut_short_leaves_the_work_to_us(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()
    dumps = marshal.dumps
    monkeypatch.setattr(marshal, "dumps", lambda value: dumps(value)[:-1])
    with beside(lambda: ["done", os.getpid()]) as there:
        assert there() == ["done", here]


@linux
def test_what_goes_wrong_there_goes_wrong_here(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        raise MachineError("no permission")

    with pytest.raises(MachineError), beside(work) as there:
        there()
    assert capfd.readouterr() == ("", "")


@linux
def test_it_ends_with_us(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if it has more to say than a pipe holds, and nobody asks."""
    fork, parted = os.fork, list[int]()
    monkeypatch.setattr(os, "fork", lambda: parted.append(fork()) or parted[-1])
    with pytest.raises(ZeroDivisionError), beside(lambda: b"1" * 10**7):
        raise ZeroDivisionError
    with pytest.raises(ChildProcessError):  # it was waited for
        os.waitpid(parted[0], os.WNOHANG)
