"""python -m generator: the same as the command `backfile`."""

from generator.cli import run

run()
