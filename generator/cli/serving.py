"""The preview: the command `serve`."""

from pathlib import Path

import click

from generator import preview, rooms
from generator.cli.command import command
from generator.cli.printing import progress, say


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where it answers.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 shows it to others in your network.")
@click.option("--open", "open_", is_flag=True, help="Show it in a browser.")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option(
    "--editor", envvar="BACKFILE_EDITOR", default="", help="An address that opens {path}, such as vscode://file{path}"
)
@command
def serve(start: Path, port: int, host: str, open_: bool, drafts: bool, editor: str) -> int:  # noqa: PLR0913, PLR0917 - one argument an option
    """Show the site in a browser while you edit it: each save is seen at once. Nothing is written to output/."""
    preview.serve(rooms.find(start), preview.Options(host, port, open_, drafts, editor), say, progress)
    return 0
