"""The site: the commands `init`, `build` and `layouts`, and what a build prints."""

import shlex
import time
from pathlib import Path

import click

from generator import files, frontmatter, ingest, publish, site, starter
from generator.cli.command import command
from generator.cli.printing import WIDTH, progress, say, say_error, say_problems, summary, waiting
from generator.cli.taking import take_in
from generator.errors import Location, UsageError
from generator.publish import layouts


@click.command()
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
    code = take_in(folder, ingest.Options(given=(pile,) if pile else ()))
    code = max(code, _publish(folder, folder / "output", publish.Options()))
    say()
    say("What to do next")
    say(f"  look at it   open {folder / 'output' / 'index.html'} in a browser")
    say(f"  name it      {folder / 'site.yaml'}")
    say(f"  mend it      the articles are Markdown, in {folder / 'content' / 'articles'}")
    say(f"  check it     backfile check --site {shlex.quote(str(folder))}")
    say(f"  add to it    put raw articles into {folder / 'content' / 'raw'}, then run:")
    say(f"               backfile build --site {shlex.quote(str(folder))}")
    return code


@click.command()
@click.option("--output", type=click.Path(path_type=Path), help="Where the site goes (default: output/).")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option("--strict", is_flag=True, help="With any problem: exit 1 before the output is touched.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes make pages (default: one a core).")
@command
def build(  # noqa: PLR0913, PLR0917 - one argument an option
    start: Path, output: Path | None, drafts: bool, strict: bool, dry_run: bool, jobs: int | None
) -> int:
    """Take in what is new in content/raw, then build the site."""
    root = site.find(start)
    code = take_in(root, ingest.Options(dry_run=dry_run))
    if strict and code:
        say_error("--strict: the output was not touched")
        return code
    return max(code, _publish(root, output or root / "output", publish.Options(drafts, strict, dry_run, jobs)))


@click.command("layouts")
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


def _publish(root: Path, output: Path, options: publish.Options) -> int:
    """Build, and say what the site is made of."""
    started = time.monotonic()
    report = publish.run(root, output, options, progress, waiting)
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
    summary(f"The site: {output}", lines, started, dry_run=options.dry_run, always=kept)
    for name, count in report.unknown_fields:
        near = frontmatter.nearest(name)
        hint = f" — did you mean {near}?" if near else ""
        say(f"  {count:>{WIDTH},}  articles have the field {name!r}, kept for layouts{hint}")
    for name in report.unused:
        say(f"  {name}: understood and kept, but this version does not act on it yet")
    say_problems(report.problems)
    if report.stopped:
        say_error("--strict: the output was not touched")
    elif not options.dry_run:
        say(f"  Open {output / 'index.html'}")
    return int(any(problem.fatal for problem in report.problems))
