"""A command: a function from the archive's folder and its options to an exit code."""

import os
import shlex
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

import click

from generator import interrupts, rooms
from generator.cli.printing import say_error
from generator.errors import BackfileError, ConfigError, UsageError

P = ParamSpec("P")


def command(function: Callable[Concatenate[Path, P], int]) -> Callable[P, None]:
    """A command: takes --site too, gets the archive's folder as given, returns its exit code. Errors are printed."""

    @click.option("--site", "start", type=click.Path(path_type=Path), default=None, help="The archive's folder.")
    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        context = click.get_current_context()
        given = kwargs.pop("start")
        start = given if isinstance(given, Path) else context.obj
        try:
            interrupts.begun()
            code = function(start, *args, **kwargs)
        except BackfileError as error:
            say_error(error.message, error.location)
            code = 2 if isinstance(error, UsageError | ConfigError) else 1
        except KeyboardInterrupt:
            say_error("Interrupted. What was done is kept; the next run goes on from there.")
            code = interrupts.INTERRUPTED
        context.exit(code)

    return wrapped


def again_command(root: Path, raw: str) -> str:
    """The command that reads a raw file again, to be copied: it works from the folder that this one was called in."""
    try:
        here = os.path.realpath(rooms.find(Path()))
    except ConfigError:
        here = ""
    where = [raw] if here == os.path.realpath(root) else [str(root.absolute() / raw), "--site", str(root)]
    return shlex.join(["backfile", "ingest", "--again", *where])
