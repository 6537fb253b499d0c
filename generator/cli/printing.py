"""What the command line prints, and how: lines, counts, problems, a bar. The only place that prints."""

import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TypeVar

import click

from generator.errors import Location, Problem

Step = TypeVar("Step")
SHOWN = 20  # problems, cut lines and questions that are printed; the rest is counted
WIDTH = 11
SHORT = 50  # steps: of so few no bar would be seen

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def say(line: str = "") -> None:
    """Print a line. What comes from an article cannot steer the terminal."""
    click.echo(printable(line))


def printable(line: str) -> str:
    return _UNPRINTABLE.sub("", line)


def say_some(
    lines: Sequence[str], before: str = "  ", *, most: int = SHOWN, tell: Callable[[str], object] = say
) -> None:
    """The first of these lines, each after the same blanks or sign, and how many more there are."""
    for line in lines[:most]:
        tell(f"{before}{line}")
    if len(lines) > most:
        tell(f"{'':{len(before)}}and {len(lines) - most:,} more")


def say_error(message: str, location: Location = Location()) -> None:
    place = f"{location}: " if str(location) else ""
    click.echo(printable(f"{place}{message}"), err=True)


def progress(doing: str, steps: Iterable[Step], total: int) -> Iterable[Step]:
    """A bar for work of more than a second, on a terminal only. Where there is none to show, nothing is imported."""
    if total < SHORT or not sys.stderr.isatty():
        return steps
    bar = import_module("tqdm").tqdm
    shown: Iterable[Step] = bar(steps, desc=f"  {doing}", total=total, delay=1, leave=False, file=sys.stderr, unit="")
    return shown


def waiting() -> None:
    click.echo("Another build is running here; waiting for it …", err=True)


def counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def summary(
    title: str,
    lines: list[tuple[int, str, str]],
    started: float,
    *,
    dry_run: bool = False,
    always: Iterable[str] = (),
) -> None:
    """A title with the time, then the counts that are not nought, one a line."""
    trial = "   (a trial: nothing was written)" if dry_run else ""
    say(f"{title}   {time.monotonic() - started:.1f} s{trial}")
    for count, name, note in lines:
        if count or name in always:
            say(f"  {count:>{WIDTH},}  {name:<11} {note}".rstrip())


def say_problems(problems: tuple[Problem, ...]) -> None:
    """What a person should look at, the serious first, each with its place."""
    ordered = sorted(problems, key=lambda p: (p.location.path, p.location.line, p.message))
    for title, fatal in (("To mend", True), ("To look at", False)):
        group = [problem for problem in ordered if problem.fatal == fatal]
        if group:
            say(f"  {title}: {len(group):,}")
        places = (f"{problem.location}: " if str(problem.location) else "" for problem in group)
        say_some([f"{place}{problem.message}" for place, problem in zip(places, group, strict=True)], "    ")
