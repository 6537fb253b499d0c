"""The layouts in use: the command `layouts`."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import click

from generator import files, rooms
from generator.cli.command import command
from generator.cli.printing import say, say_some
from generator.errors import Location, UsageError

COPIES = "layouts/.copies.tsv"  # what the theme's own said when it was copied: name, SHA-256


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
    content = files.read(theme / name)
    files.write(target, content)
    copied = {**_copied(root), name: _digest(content)}
    files.write(root / COPIES, "".join(f"{name}\t{digest}\n" for name, digest in sorted(copied.items())).encode())
    say(f"{target} is yours to change; take it away to have the default again.")
    return 0


def say_outdated(root: Path) -> None:
    """Which layouts were copied from a theme that has changed since."""
    if found := list(_outdated(root)):
        say()
        say(f"Layouts copied from an older theme: {len(found):,}")
        say_some([f"layouts/{name}" for name in found])
        say("  Move yours away, `backfile layouts copy NAME`, and make your changes in that one.")


def _outdated(root: Path) -> Iterator[str]:
    theme, own = rooms.theme(), root / "layouts"
    for name, digest in _copied(root).items():
        mine, there = own / name, theme / name
        if ".." in mine.parts or not mine.is_file():
            continue
        if not (there.is_file() and _digest(files.read(there)) == digest):
            yield name


def _copied(root: Path) -> dict[str, str]:
    """Name → digest. A line that is none is nobody's loss."""
    path = root / COPIES
    lines = files.read(path).decode(errors="replace").splitlines() if path.is_file() else []
    return {name: digest for name, tab, digest in (line.partition("\t") for line in lines) if tab}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
