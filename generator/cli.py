"""The command line: one function a command. The only place that prints.

Exit codes: 0 all well; 1 finished, but something was rejected, is broken or collides, or the machine failed; 2 wrong
usage, or site.yaml or a layout is wrong.
"""

import io
import json
import re
import shlex
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import click
from tqdm import tqdm

from generator import edtf, files, frontmatter, ingest, publish, site, starter, text
from generator.errors import BackfileError, ConfigError, DateError, Location, UsageError
from generator.ingest import dates, sources
from generator.model import Meta, Problem
from generator.progress import silent
from generator.publish import dating, layouts

P = ParamSpec("P")
Step = TypeVar("Step")
SHOWN = 20  # problems and cut lines that are printed; the rest is counted
WIDTH = 11

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--site", "start", type=click.Path(path_type=Path), default=Path(), help="The archive's folder.")
@click.version_option(package_name="backfile", prog_name="backfile")
@click.pass_context
def main(context: click.Context, start: Path) -> None:
    """Turn a pile of raw news articles into a permanent archive of static files.

    Put raw articles into content/raw and run `backfile build`: the archive is in output/.
    """
    context.obj = start


def command(function: Callable[Concatenate[Path, P], int]) -> Callable[P, None]:
    """A command: takes --site too, gets the archive's folder as given, returns its exit code. Errors are printed."""

    @click.option("--site", "start", type=click.Path(path_type=Path), default=None, help="The archive's folder.")
    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        context = click.get_current_context()
        given = kwargs.pop("start")
        start = given if isinstance(given, Path) else context.obj
        try:
            code = function(start, *args, **kwargs)
        except BackfileError as error:
            say_error(error.message, error.location)
            code = 2 if isinstance(error, UsageError | ConfigError) else 1
        context.exit(code)

    return wrapped


# ── Commands ─────────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
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
    code = _ingest(folder, ingest.Options(given=(pile,) if pile else ()))
    code = max(code, _publish(folder, folder / "output", publish.Options()))
    say()
    say("What to do next")
    say(f"  look at it   open {folder / 'output' / 'index.html'} in a browser")
    say(f"  name it      {folder / 'site.yaml'}")
    say(f"  mend it      the articles are Markdown, in {folder / 'content' / 'articles'}")
    say(f"  add to it    put raw articles into {folder / 'content' / 'raw'}, then run:")
    say(f"               backfile build --site {shlex.quote(str(folder))}")
    return code


@main.command()
@click.argument("headline")
@click.option("--date", default="", help="Its date; without one the draft is undated.")
@command
def new(start: Path, headline: str, date: str) -> int:
    """Begin an article of your own: a draft with this HEADLINE in content/articles."""
    root = site.find(start)
    meta = Meta(title=text.squeeze(headline), date=_date(date), status="draft")
    path = ingest.draft(root, meta)
    say(f"A draft: {root / path}")
    say("Write it, then take out the line `status: draft`. `backfile build --drafts` shows it before.")
    return 0


@main.command("ingest")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--leave", is_flag=True, help="Record files from elsewhere where they lie; do not copy them.")
@click.option("--date", default="", help="The date of every article of this run.")
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
    """Turn raw articles into Markdown: those of content/raw that are new, or PATHS."""
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
        date=_date(date),
        format=f".{format_.lstrip('.')}" if format_ else "",
        again=again,
        only=tuple(name.strip() for name in only.split(",") if name.strip()),
        dry_run=dry_run,
    )
    return _ingest(root, options, as_json=as_json)


@main.command()
@click.option("--output", type=click.Path(path_type=Path), help="Where the site goes (default: output/).")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option("--strict", is_flag=True, help="With any problem: exit 1 before the output is touched.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@command
def build(start: Path, output: Path | None, drafts: bool, strict: bool, dry_run: bool) -> int:
    """Take in what is new in content/raw, then build the site."""
    root = site.find(start)
    code = _ingest(root, ingest.Options(dry_run=dry_run))
    if strict and code:
        say_error("--strict: the output was not touched")
        return code
    return max(code, _publish(root, output or root / "output", publish.Options(drafts, strict, dry_run)))


@main.command("dates")
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
    say(f"{_counted(len(rows), 'undated article')}, the most useful first → {output}")
    for row in rows[:3]:
        helps = f"would bracket {_counted(row.helps, 'other')}" if row.helps else row.bracket
        say(f"  {text.excerpt(row.headline, 60)}  {helps}")
    say(f"Fill in the column `date` (2020-11-18, 2020-11, 2020 …), then run: backfile ingest --dates {output}")
    return 0


@main.command("layouts")
@click.argument("action", type=click.Choice(["copy"]), required=False)
@click.argument("name", required=False)
@command
def layouts_(start: Path, action: str | None, name: str | None) -> int:
    """The layouts in use. `layouts copy NAME` copies one of the default theme into the archive, to change it there."""
    root = site.find(start)
    if action:
        return _copy_layout(root, name or "")
    own, theme = root / "layouts", layouts.theme()
    for path in files.walk(theme):
        name = path.relative_to(theme).as_posix()
        say(f"  {name:<24}{own / name if (own / name).is_file() else 'default'}")
    say("To change one: backfile layouts copy NAME")
    return 0


def _copy_layout(root: Path, name: str) -> int:
    theme, target = layouts.theme(), root / "layouts" / name
    names = [path.relative_to(theme).as_posix() for path in files.walk(theme)]
    if name not in names:
        raise UsageError(f"{name!r} is no layout — the layouts are {', '.join(names)}")
    if target.exists():
        raise UsageError("is there already", Location(str(target)))
    files.write(target, files.read(theme / name))
    say(f"{target} is yours to change; take it away to have the default again.")
    return 0


# ── What commands share ──────────────────────────────────────────────────────────────────────────────────────────


def _ingest(root: Path, options: ingest.Options, *, as_json: bool = False) -> int:
    started = time.monotonic()
    report = ingest.run(root, site.load(root), options, silent if as_json else progress, _waiting)
    if as_json:
        click.echo(json.dumps(_machine(report), ensure_ascii=False, indent=1))
        return int(report.count("rejected") > 0)
    lines = [(report.count("new"), "new", f"→ {sources.ARTICLES}")]
    lines += [(report.count("renewed"), "renewed", "read again; what was edited by hand stays")]
    lines += [(report.count("unchanged"), "known", "unchanged since an earlier run")]
    lines += [(report.count("duplicate"), "duplicates", _duplicates(report))]
    lines += [(report.count("deleted"), "deleted", _deleted(report))]
    lines += [(report.count("rejected"), "rejected", "see below")]
    lines += [(report.undated, "undated", "of the new; `backfile dates` makes a table to fill in")]
    _summary(f"Raw articles: {len(report.items):,}", lines, started, dry_run=options.dry_run)
    if report.cut:
        say(f"  Lines cut from the new: {sum(n for _, n in report.cut):,}, each with its rule in content/ledger")
        for line, count in report.cut[:SHOWN]:
            say(f"  {count:>{WIDTH},}  {text.excerpt(line, 70)}")
        if len(report.cut) > SHOWN:
            say(f"  {'':>{WIDTH}}  and {len(report.cut) - SHOWN:,} other lines")
    if report.near:
        pairs = _counted(len(report.near), "pair")
        say(f"  Alike, for a look: {pairs} with the same headline or the same text, such as")
        for one, other in report.near[:3]:
            say(f"  {'':>{WIDTH}}  {one} and {other}")
    _problems(report.problems)
    return int(report.count("rejected") > 0)


def _publish(root: Path, output: Path, options: publish.Options) -> int:
    started = time.monotonic()
    report = publish.run(
        root,
        output,
        options,
        progress,
        _waiting,
    )
    lines = [
        (report.articles, "articles", f"{report.undated:,} of them undated" if report.undated else ""),
        (report.drafts, "drafts", "not shown; --drafts shows them"),
        (report.withdrawn, "withdrawn", ""),
        (report.wanted, "missing", "printed beside articles, in no file: see wanted.html"),
        (report.pages, "pages", ""),
        (report.written, "written", f"→ {output}" if report.written else "nothing has changed"),
        (report.removed, "removed", "no longer part of the site"),
    ]
    kept = {"pages"} if options.dry_run or report.stopped else {"pages", "written"}
    _summary(f"The site: {output}", lines, started, dry_run=options.dry_run, always=kept)
    if report.unknown_fields:
        for name, count in report.unknown_fields:
            near = frontmatter.nearest(name)
            hint = f" — did you mean {near}?" if near else ""
            say(f"  {count:>{WIDTH},}  articles have the field {name!r}, kept for layouts{hint}")
    for name in report.unused:
        say(f"  {name}: understood and kept, but this version does not act on it yet")
    _problems(report.problems)
    if report.stopped:
        say_error("--strict: the output was not touched")
    elif not options.dry_run:
        say(f"  Open {output / 'index.html'}")
    return int(any(problem.fatal for problem in report.problems))


def _waiting() -> None:
    click.echo("Another build is running here; waiting for it …", err=True)


def _take_dates(root: Path, table: Path, *, dry_run: bool) -> int:
    taken = dates.take(root, table, dry_run=dry_run)
    same = f"; {taken.same:,} had that date already" if taken.same else ""
    trial = "   (a trial: nothing was written)" if dry_run else ""
    say(f"{_counted(taken.dated, 'article')} dated from {table}{same}{trial}")
    _problems(taken.problems)
    if taken.dated and not dry_run:
        say("Run `backfile build` to build the site with them.")
    return int(bool(taken.problems))


def _date(written: str) -> Any:
    """The --date option. Raises UsageError."""
    try:
        return edtf.parse(written) if written else None
    except DateError as error:
        raise UsageError(f"--date: {error.message}") from error


def _is_being_filled_in(root: Path, table: Path) -> bool:
    """Whether a table holds dates that no article has yet; or it is another table, which is not ours to overwrite."""
    try:
        return dates.pending(root, table)
    except UsageError:
        return True


def _deleted(report: ingest.Report) -> str:
    first = next((item.raw for item in report.items if item.outcome == "deleted"), "")
    return f"by hand; to bring one back: backfile ingest --again {shlex.quote(first)}"


def _duplicates(report: ingest.Report) -> str:
    first = next((item for item in report.items if item.duplicate_of), None)
    return f"such as {first.raw}, the same as {first.duplicate_of}" if first else "of articles that are there"


def _machine(report: ingest.Report) -> dict[str, Any]:
    return {
        "items": [asdict(item) for item in report.items],
        "cut": [{"text": line, "count": count} for line, count in report.cut],
        "alike": [list(pair) for pair in report.near],
    }


# ── Printing ─────────────────────────────────────────────────────────────────────────────────────────────────────


def say(line: str = "") -> None:
    """Print a line. What comes from an article cannot steer the terminal."""
    click.echo(_UNPRINTABLE.sub("", line))


def say_error(message: str, location: Location = Location()) -> None:
    place = f"{location}: " if str(location) else ""
    click.echo(_UNPRINTABLE.sub("", f"{place}{message}"), err=True)


def progress(doing: str, steps: Iterable[Step], total: int) -> Iterable[Step]:
    """A bar for work of more than a second, on a terminal only."""
    return tqdm(steps, desc=f"  {doing}", total=total, delay=1, disable=None, leave=False, file=sys.stderr, unit="")


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _summary(
    title: str,
    lines: list[tuple[int, str, str]],
    started: float,
    *,
    dry_run: bool = False,
    always: Iterable[str] = (),
) -> None:
    """A title with the time, then the counts that are not nought, one a line."""
    trial = "   (a trial: nothing was written)" if dry_run else ""
    say(f"{title}   {time.monotonic() - started:.1f} s{trial}")
    for count, name, note in lines:
        if count or name in always:
            say(f"  {count:>{WIDTH},}  {name:<11} {note}".rstrip())


def _problems(problems: tuple[Problem, ...]) -> None:
    """What a person should look at, the serious first, each with its place."""
    ordered = sorted(problems, key=lambda p: (p.location.path, p.location.line, p.message))
    for title, fatal in (("To mend", True), ("To look at", False)):
        group = [problem for problem in ordered if problem.fatal == fatal]
        if group:
            say(f"  {title}: {len(group):,}")
        for problem in group[:SHOWN]:
            place = f"{problem.location}: " if str(problem.location) else ""
            say(f"    {place}{problem.message}")
        if len(group) > SHOWN:
            say(f"    and {len(group) - SHOWN:,} more")


def run() -> None:
    """The command `backfile`."""
    for stream in (sys.stdout, sys.stderr):  # a terminal or pipe that cannot show every letter
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        main()
    except BrokenPipeError:
        sys.exit(1)
