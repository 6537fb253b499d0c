"""The site: the command `build`. Where nothing has changed, neither half of the program is imported to say so."""

import time
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import click

from generator import rooms, unchanged, untaken
from generator.cli.command import command
from generator.cli.printing import progress, say_error, waiting
from generator.cli.said import say_intake, say_site
from generator.errors import UsageError
from generator.report import Options

NOW = "The time, such as 2026-12-24 or 2026-12-24T18:00Z: what is dated later waits."
ZIP = "Then put the site into one file, to be read from a disk (default: the title, beside site.yaml)."


@click.command()
@click.option("--output", type=click.Path(path_type=Path), help="Where the site goes (default: output/).")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option("--strict", is_flag=True, help="With any problem: exit 1 before the output is touched.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes make pages (default: one a core).")
@click.option("--profile", is_flag=True, help="Say which layouts and pages took longest.")
@click.option("--verify", is_flag=True, help="Read everything again, whatever size and time say.")
@click.option("--now", help=NOW)
@click.option("--zip", "zipped", is_flag=False, flag_value="", metavar="[FILE]", help=ZIP)
@command
def build(  # noqa: PLR0913, PLR0917 - one argument an option
    start: Path,
    output: Path | None,
    drafts: bool,
    strict: bool,
    dry_run: bool,
    jobs: int | None,
    profile: bool,
    verify: bool,
    now: str | None,
    zipped: str | None,
) -> int:
    """Take in what is new in content/raw, then build the site."""
    root = rooms.find(start)
    options = Options(drafts, strict, dry_run, jobs, profile, verify, moment(now))
    if zipped is not None:
        return int(import_module("generator.cli.zipping").build(root, output or root / "output", options, zipped))
    return everything(root, output or root / "output", options)


def everything(root: Path, output: Path, options: Options) -> int:
    """Take in, and build; the exit code."""
    code = take_in(root, dry_run=options.dry_run, verify=options.verify)
    if options.strict and code:
        say_error("--strict: the output was not touched")
        return code
    return max(code, publish(root, output, options))


def moment(written: str | None) -> float | None:
    """Seconds since 1970; a day without a time is over. Raises UsageError."""
    if written is None:
        return None
    try:
        found = datetime.fromisoformat(written)
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        return (found + timedelta(days=1) if len(written) == len("2026-12-24") else found).timestamp()
    except (ValueError, OverflowError) as error:
        raise UsageError(f"--now: {written!r} is no time — write 2026-12-24 or 2026-12-24T18:00Z") from error


def take_in(root: Path, *, dry_run: bool, verify: bool) -> int:
    """Ingest if there is anything to take in, and say what became of the raw articles. To verify, ingest in any case:
    it knows raw articles by their bytes alone."""
    started = time.monotonic()
    question = untaken.ask(root)
    if question.answer and not verify:
        return say_intake(root, question.answer, started, dry_run=dry_run)
    return int(import_module("generator.cli.taking").take_in_new(root, question, dry_run=dry_run))


def publish(root: Path, output: Path, options: Options) -> int:
    """Build if anything has changed, and say what the site is made of."""
    started = time.monotonic()
    seen = unchanged.look(root, output, options, lambda: import_module("generator.publish"))
    report = seen.report(options)
    if report is None:
        report = import_module("generator.publish").run(root, output, options, progress, waiting, seen)
    return say_site(output, report, options, started)
