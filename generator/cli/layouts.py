"""The layouts in use: the command `layouts`."""

from pathlib import Path

import click

from generator import files, rooms
from generator.cli.command import command
from generator.cli.printing import say
from generator.errors import Location, UsageError


@click.command("layouts")
@click.argument("action", type=click.Choice(["copy"]), required=False)
@click.argument("name", required=False)
@command
def layouts_(start: Path, action: str | None, name: str | None) -> int:
    """The layouts in use. `layouts copy NAME` copies one of the default theme into the archive, to change it there."""
    root = rooms.find(start)
    if action:
        return _copy_layout(root, name or "")
    own, theme = root / "layouts", rooms.theme()
    for path in files.walk(theme):
        name = path.relative_to(theme).as_posix()
        say(f"  {name:<24}{own / name if (own / name).is_file() else 'default'}")
    say("To change one: backfile layouts copy NAME")
    return 0


def _copy_layout(root: Path, name: str) -> int:
    theme, target = rooms.theme(), root / "layouts" / name
    names = [path.relative_to(theme).as_posix() for path in files.walk(theme)]
    if name not in names:
        raise UsageError(f"{name!r} is no layout — the layouts are {', '.join(names)}")
    if target.exists():
        raise UsageError("is there already", Location(str(target)))
    files.write(target, files.read(theme / name))
    say(f"{target} is yours to change; take it away to have the default again.")
    return 0
