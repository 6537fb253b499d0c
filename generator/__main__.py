"""python -m generator: the same as the command `backfile`."""

from importlib import import_module

from generator import interrupts, rings


def run() -> None:
    """The command `backfile`."""
    interrupts.end_quietly()
    rings.seldom()
    import_module("generator.cli").run()


if __name__ == "__main__":
    run()
