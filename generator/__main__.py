"""python -m generator: the same as the command `backfile`."""

import gc
from importlib import import_module

from generator import interrupts

# So many more objects, and Python looks for rings among them. What is imported stays, and makes none; after each 700
# objects, as Python has it, a twelfth of the time of a start went into that.
MANY = 50_000


def run() -> None:
    """The command `backfile`."""
    interrupts.end_quietly()
    gc.set_threshold(MANY)
    import_module("generator.cli").run()


if __name__ == "__main__":
    run()
