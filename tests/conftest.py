"""What holds for all tests."""

import signal

# A shell has what it runs in the background pass over Ctrl-C, which programs that are started from there inherit.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
