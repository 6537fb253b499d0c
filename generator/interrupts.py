"""Ctrl-C while the program is still being read: nothing was begun, so that it ends at once, and quietly. Effects."""

import os
import signal

INTERRUPTED = 128 + signal.SIGINT  # as shells count


def end_quietly() -> None:
    """Until `begun`. Where somebody asked for Ctrl-C to be passed over, as `nohup` does, it is."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def begun() -> None:
    """From here on it is a KeyboardInterrupt."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(*_: object) -> None:
    os._exit(INTERRUPTED)
