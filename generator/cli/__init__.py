"""The command line: one function a command.

Exit codes: 0 all well; 1 finished, but something was rejected, is broken or collides, or the machine failed; 2 wrong
usage, or site.yaml or a layout is wrong.
"""

import io
import os
import sys
from importlib import import_module
from pathlib import Path

import click

__all__ = ["main", "run"]

# Where each command is: its module is imported when it is called, and nothing that others need.
COMMANDS = {
    "init": ("beginning", "init"),
    "new": ("articles", "new"),
    "ingest": ("taking", "ingest_"),
    "build": ("building", "build"),
    "serve": ("serving", "serve"),
    "deploy": ("deploying", "deploy_"),
    "check": ("check", "check"),
    "why": ("why", "why_"),
    "release": ("releasing", "release"),
    "dates": ("articles", "dates_"),
    "layouts": ("layouts", "layouts_"),
}


class Commands(click.Group):
    """The commands of the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"generator.cli.{module}"), attribute)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--site", "start", type=click.Path(path_type=Path), default=Path(), help="The archive's folder.")
@click.version_option(package_name="backfile", prog_name="backfile")
@click.pass_context
def main(context: click.Context, start: Path) -> None:
    """Turn a pile of raw news articles into a permanent archive of static files.

    Put raw articles into content/raw and run `backfile build`: the archive is in output/.
    """
    context.obj = start


def _in_utf8() -> None:
    """Names of files are UTF-8, whatever the locale: where Python was told otherwise, it is begun again."""
    if sys.getfilesystemencoding() != "utf-8":
        os.environ.setdefault("PYTHONIOENCODING", sys.stdout.encoding)  # what is printed stays the locale's
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def run() -> None:
    """The command `backfile`."""
    _in_utf8()
    for stream in (sys.stdout, sys.stderr):  # a terminal or pipe that cannot show every letter
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        main()
    except BrokenPipeError:
        sys.exit(1)
