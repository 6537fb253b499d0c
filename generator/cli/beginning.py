"""A new archive: the command `init`."""

import shlex
from pathlib import Path

import click

from generator import starter
from generator.cli.building import publish
from generator.cli.command import command
from generator.cli.printing import say
from generator.cli.taking import take_in
from generator.errors import Location, UsageError
from generator.ingest import Options
from generator.report import Options as Wanted


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "pile", type=click.Path(path_type=Path), help="Raw articles to begin with: a file or folder.")
@command
def init(start: Path, folder: Path, pile: Path | None) -> int:
    """Make a new archive in FOLDER, and build it."""
    del start
    if pile is not None and not pile.exists():
        raise UsageError("there is no such file or folder", Location(str(pile)))
    starter.create(folder, sample=pile is None)
    say(f"A new archive in {folder}")
    code = take_in(folder, Options(given=(pile,) if pile else ()))
    code = max(code, publish(folder, folder / "output", Wanted()))
    say()
    say("What to do next")
    say(f"  look at it   open {folder / 'output' / 'index.html'} in a browser")
    say(f"  name it      {folder / 'site.yaml'}")
    say(f"  mend it      the articles are Markdown, in {folder / 'content' / 'articles'}")
    say(f"  check it     backfile check --site {shlex.quote(str(folder))}")
    say(f"  add to it    put raw articles into {folder / 'content' / 'raw'}, then run:")
    say(f"               backfile build --site {shlex.quote(str(folder))}")
    return code
