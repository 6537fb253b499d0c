"""What a build says: of the raw articles, and of the site."""

from importlib import import_module
from pathlib import Path

from generator.cli.command import again_command
from generator.cli.printing import WIDTH, counted, say, say_error, say_problems, summary
from generator.report import Intake, Options, Report
from generator.untaken import ARTICLES


def say_intake(root: Path, told: Intake, started: float, *, dry_run: bool) -> int:
    """What became of the raw articles; the exit code."""
    lines = [
        (told.new, "new", f"→ {ARTICLES}"),
        (told.renewed, "renewed", "read again; what was edited by hand stays"),
        (told.known, "known", "unchanged since an earlier run"),
        (told.duplicates, "duplicates", _duplicates(told)),
        (told.deletions, "deleted", _deleted(root, told.deleted)),
        (told.rejected, "rejected", "see below"),
        (told.undated, "undated", "of the new; `backfile dates` makes a table to fill in"),
    ]
    summary(f"Raw articles: {told.items:,}", lines, started, dry_run=dry_run)
    if told.cut or told.publisher:
        import_module("generator.cli.novelties").say_novelties(told)
    _say_alike(told)
    say_problems(told.problems)
    return int(told.rejected > 0)


def _duplicates(told: Intake) -> str:
    return "such as {}, the same as {}".format(*told.duplicate) if told.duplicate else "of articles that are there"


def _deleted(root: Path, raw: str) -> str:
    return f"by hand; to bring one back: {again_command(root, raw)}" if raw else ""


def _say_alike(told: Intake) -> None:
    if not told.alike:
        return
    say(f"  Alike, for a look: {counted(told.alike, 'pair')} of articles that may be one, such as")
    for one, other in told.near:
        say(f"  {'':>{WIDTH}}  {one} and {other}")
    if told.alike > len(told.near):
        say(f"  {'':>{WIDTH}}  and others: see `backfile check`")


def say_site(output: Path, report: Report, options: Options, started: float) -> int:
    """What the site is made of; the exit code."""
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
        near = import_module("generator.frontmatter").nearest(name)
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
