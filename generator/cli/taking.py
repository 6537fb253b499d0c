"""Raw articles → Markdown: the command `ingest`, and what a run of it prints."""

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from generator import edtf, ingest, site, untaken
from generator.cli.command import command
from generator.cli.printing import counted, progress, say, say_problems, waiting
from generator.cli.said import say_intake
from generator.errors import DateError, UsageError
from generator.ingest import dates
from generator.progress import silent


@click.command("ingest")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--leave", is_flag=True, help="Record files from elsewhere where they lie; do not copy them.")
@click.option("--date", default="", help="The date of every article of this run, such as 2020-11.")
@click.option("--dates", "table", type=click.Path(path_type=Path), help="Take dates from this table (CSV).")
@click.option("--format", "format_", default="", help="Read every file as this format, such as txt.")
@click.option("--again", is_flag=True, help="Read known files again; renew what nobody has edited.")
@click.option("--only", default="", help="With --again: renew only these fields, with commas between them.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print a report for machines.")
@command
def ingest_(  # noqa: PLR0913, PLR0917 - one argument an option
    start: Path,
    paths: tuple[Path, ...],
    leave: bool,
    date: str,
    table: Path | None,
    format_: str,
    again: bool,
    only: str,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Turn raw articles into Markdown: those of content/raw that are new, or PATHS.

    A date is as precise as what is known: 2020-11-18, 2020-11, 2020; about then: 2020-11~; not later: ../2020; some
    time between: 2018/2020. Exits with 1 where raw files are rejected or dates cannot be taken, with 2 for wrong usage,
    else with 0.
    """
    root = site.find(start)
    if table is not None:
        if paths or again or as_json or date:
            raise UsageError("--dates goes alone, or with --dry-run")
        return _take_dates(root, table, dry_run=dry_run)
    if only and not again:
        raise UsageError("--only goes with --again")
    if leave and not paths:
        raise UsageError("--leave needs the files or folders to record")
    options = ingest.Options(
        given=paths,
        leave=leave,
        date=date_option(date),
        format=f".{format_.lstrip('.')}" if format_ else "",
        again=again,
        only=tuple(name.strip() for name in only.split(",") if name.strip()),
        dry_run=dry_run,
    )
    return take_in(root, options, as_json=as_json)


def take_in(root: Path, options: ingest.Options, *, as_json: bool = False) -> int:
    """Ingest, and say what became of the raw articles."""
    started = time.monotonic()
    report = ingest.run(root, site.load(root), options, silent if as_json else progress, waiting)
    if as_json:
        click.echo(json.dumps(_machine(report), ensure_ascii=False, indent=1))
        return int(report.count("rejected") > 0)
    return say_intake(root, report.printed, started, dry_run=options.dry_run)


def take_in_new(root: Path, asked: untaken.Question, *, dry_run: bool) -> int:
    """The same for a build, which asked before whether there is anything to take in, and may be spared it next time."""
    started = time.monotonic()
    report = ingest.run(root, site.load(root), ingest.Options(dry_run=dry_run), progress, waiting)
    if not dry_run:
        untaken.remember(root, asked, report.printed, report.left)
    return say_intake(root, report.printed, started, dry_run=dry_run)


def _take_dates(root: Path, table: Path, *, dry_run: bool) -> int:
    taken = dates.take(root, table, dry_run=dry_run)
    same = f"; {taken.same:,} had that date already" if taken.same else ""
    trial = "   (a trial: nothing was written)" if dry_run else ""
    say(f"{counted(taken.dated, 'article')} dated from {table}{same}{trial}")
    say_problems(taken.problems)
    if taken.dated and not dry_run:
        say("Run `backfile build` to build the site with them.")
    return int(bool(taken.problems))


def _machine(report: ingest.Report) -> dict[str, Any]:
    return {
        "items": [asdict(item) for item in report.items],
        "cut": [{"text": line, "count": count} for line, count in report.cut],
        "alike": [list(pair) for pair in report.near],
        "publisher": report.publisher,
    }


def date_option(written: str) -> Any:
    """What --date says, None where it says nothing. Raises UsageError."""
    try:
        return edtf.parse(written) if written else None
    except DateError as error:
        raise UsageError(f"--date: {error.message}") from error
