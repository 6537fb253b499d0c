"""What holds for all tests."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from generator.publish.compiled import Compiled

# A shell has what it runs in the background pass over Ctrl-C, which programs that are started from there inherit.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes depends on what else the machine does; what hangs, the time limit of a test ends.
settings.register_profile("backfile", deadline=None)
settings.load_profile("backfile")


@pytest.fixture(scope="session", autouse=True)
def layouts_compiled_once() -> Iterator[None]:
    """Each test has an archive of its own, and the first build of one compiles the layouts, which takes longer than
    all that most tests ask of it: what one has compiled, those after it in this process find, as a second build does."""
    recall, known = Compiled.recall, dict[str, bytes]()

    def recalled(self: Compiled, program: str, kept: bytes | None) -> None:
        recall(self, program, kept or known.get(program))
        self._fuller = self._fuller or kept is None

    def packed(self: Compiled) -> bytes | None:
        found = pack(self)
        if found is not None:
            known[self._program] = found
        return found

    pack = Compiled.packed
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compiled, "recall", recalled)
        patch.setattr(Compiled, "packed", packed)
        yield
