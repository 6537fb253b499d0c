"""The command line: one function a command.

Exit codes: 0 all well; 1 finished, but something was rejected, is broken or collides, or the machine failed; 2 wrong
usage, or site.yaml or a layout is wrong.
"""

import io
import sys
from pathlib import Path

import click

from generator.cli import articles, building, check, taking, why

__all__ = ["main", "run"]

COMMANDS: tuple[click.Command, ...] = (
    building.init,
    articles.new,
    taking.ingest_,
    building.build,
    check.check,
    why.why_,
    articles.dates_,
    building.layouts_,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--site", "start", type=click.Path(path_type=Path), default=Path(), help="The archive's folder.")
@click.version_option(package_name="backfile", prog_name="backfile")
@click.pass_context
def main(context: click.Context, start: Path) -> None:
    """Turn a pile of raw news articles into a permanent archive of static files.

    Put raw articles into content/raw and run `backfile build`: the archive is in output/.
    """
    context.obj = start


for _command in COMMANDS:
    main.add_command(_command)


def run() -> None:
    """The command `backfile`."""
    for stream in (sys.stdout, sys.stderr):  # a terminal or pipe that cannot show every letter
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        main()
    except BrokenPipeError:
        sys.exit(1)
