"""Single articles: the commands `new` and `dates`."""

from pathlib import Path

import click

from generator import files, ingest, publish, site, text
from generator.cli.command import command
from generator.cli.printing import counted, say
from generator.cli.taking import date_option
from generator.errors import Location, UsageError
from generator.ingest import dates
from generator.model import Meta
from generator.publish import dating


@click.command()
@click.argument("headline")
@click.option("--date", default="", help="Its date; without one the draft is undated.")
@command
def new(start: Path, headline: str, date: str) -> int:
    """Begin an article of your own: a draft with this HEADLINE in content/articles."""
    root = site.find(start)
    meta = Meta(title=text.squeeze(headline), date=date_option(date), status="draft")
    path = ingest.draft(root, meta)
    say(f"A draft: {root / path}")
    say("Write it, then take out the line `status: draft`. `backfile build --drafts` shows it before.")
    return 0


@click.command("dates")
@click.option("--output", type=click.Path(path_type=Path), default=Path("dates.csv"), help="The table to write.")
@command
def dates_(start: Path, output: Path) -> int:
    """Write a table of the undated articles to fill in, the most useful first."""
    root = site.find(start)
    archive = publish.read(root)
    rows = dating.undated(archive)
    if not rows:
        say("Every article has a date.")
        return 0
    if output.exists() and _is_being_filled_in(root, output):
        said = f"has dates in it — take them in first: backfile ingest --dates {output}"
        raise UsageError(said, Location(str(output)))
    files.write(output, b"\xef\xbb\xbf" + dating.table(rows, dates.COLUMNS).encode())
    say(f"{counted(len(rows), 'undated article')}, the most useful first → {output}")
    for row in rows[:3]:
        helps = f"would bracket {counted(row.helps, 'other')}" if row.helps else row.bracket
        say(f"  {text.excerpt(row.headline, 60)}  {helps}")
    say(f"Fill in the column `date` (2020-11-18, 2020-11, 2020 …), then run: backfile ingest --dates {output}")
    return 0


def _is_being_filled_in(root: Path, table: Path) -> bool:
    """Whether a table holds dates that no article has yet; or it is another table, which is not ours to overwrite."""
    try:
        return dates.pending(root, table)
    except UsageError:
        return True
