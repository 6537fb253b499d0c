"""Single articles: the commands `new` and `dates`."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator import files, ingest, publish, site, text
from generator.cli.command import command
from generator.cli.printing import counted, say
from generator.cli.taking import date_option
from generator.errors import Location, UsageError
from generator.ingest import dates
from generator.model import Meta, SiteConfig
from generator.publish import dating


@click.command()
@click.argument("headline")
@click.option("--date", help='Its date, instead of today; "" for an undated one.')
@click.option("--no-edit", is_flag=True, help="Do not open it in the editor.")
@command
def new(start: Path, headline: str, date: str | None, no_edit: bool) -> int:
    """Begin an article of your own: a draft with this HEADLINE in content/articles, which is opened in your editor
    ($VISUAL or $EDITOR)."""
    root = site.find(start)
    settings = site.load(root)
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    meta = Meta(title=text.squeeze(headline), date=date_option(today if date is None else date), status="draft")
    path = root / ingest.draft(root, meta)
    files.write(path, _to_fill_in(files.text(path), settings).encode())
    say(f"A draft: {path}")
    say("Write it, then take out the line `status: draft`. `backfile serve --drafts` shows it meanwhile.")
    return 0 if no_edit or not (sys.stdin.isatty() and sys.stdout.isatty()) else _edited(path)


def _edited(path: Path) -> int:
    """Open it in the editor. The draft stands, whatever becomes of that."""
    try:
        click.edit(filename=str(path))
    except click.ClickException as error:
        say(f"It was not edited ({error.message}). $VISUAL or $EDITOR names another editor.")
        return 1
    return 0


def _to_fill_in(draft: str, settings: SiteConfig) -> str:
    """With the fields that most articles have, empty, and the sections that this paper knows."""
    sections = f"  # {', '.join(rule.name for rule in settings.sections)}" if settings.sections else ""
    blank = f"section:{sections}\nplace:\nauthors:\ntags:\nsummary:\n"
    return draft.replace("\n---\n", f"\n{blank}---\n", 1)


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
