"""What a build says: of the raw articles, and of the site."""

from importlib import import_module
from pathlib import Path

from generator.cli.command import again_command
from generator.cli.printing import WIDTH, counted, say, say_error, say_problems, say_some, summary
from generator.report import Intake, Options, Report
from generator.untaken import ARTICLES

GONE = "it is no page any more"  # as publish says it
LONG = 5  # seconds


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
    untouched = options.dry_run or report.stopped
    lines = [
        (report.articles, "articles", f"{report.undated:,} of them undated" if report.undated else ""),
        (report.drafts, "drafts", "not shown; --drafts shows them"),
        (len(report.scheduled), "scheduled", _scheduled(report)),
        (report.withdrawn, "withdrawn", ""),
        (report.wanted, "missing", "printed beside articles, in no file: see wanted.html"),
        (report.pages, "pages", "" if untouched else _made(report)),
        (report.written, "written", f"{report.sent:,} bytes → {output}" if report.written else "nothing has changed"),
        (report.removed, "removed", "no longer part of the site"),
    ]
    kept = {"pages"} if untouched else {"pages", "written"}
    summary(f"The site: {output}", lines, started, dry_run=options.dry_run, always=kept)
    for name, count in report.unknown_fields:
        near = import_module("generator.frontmatter").nearest(name)
        hint = f" — did you mean {near}?" if near else ""
        say(f"  {count:>{WIDTH},}  articles have the field {name!r}, kept for layouts{hint}")
    for name in report.unused:
        say(f"  {name}: understood and kept, but this version does not act on it yet")
    _say_trial(report)
    _say_times(report, options)
    say_problems(report.problems)
    if report.stopped:
        say_error("--strict: the output was not touched")
    elif not options.dry_run:
        say(f"  Open {output / 'index.html'}")
    return int(any(problem.fatal for problem in report.problems))


def _scheduled(report: Report) -> str:
    return "not shown yet; the next: {}, {}".format(*report.scheduled[0]) if report.scheduled else ""


def _made(report: Report) -> str:
    parts = (report.made, "made anew"), (report.pages - report.made, "as they were")
    return ", ".join([f"{count:,} {what}" for count, what in parts if count > 0])


def _say_trial(report: Report) -> None:
    """What would be written and removed: under each reason the pages to which it applies."""
    reasons: dict[str, list[str]] = {}
    for path, why in report.would:
        reasons.setdefault(why, []).append(path)
    for why, paths in reasons.items():
        say(f"  {len(paths):>{WIDTH},}  {'to remove' if why == GONE else 'to make'}: {why}")
        say_some(paths, f"  {'':>{WIDTH}}  ")


def _say_times(report: Report, options: Options) -> None:
    """Of a build that took its time, or where it was asked for: what it took it for."""
    if options.profile or sum(seconds for _, seconds in report.stages) > LONG:
        say("  Time: " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in report.stages if seconds >= 0.05))
    for what, count, seconds in report.slowest:
        say(f"  {seconds * 1000:>{WIDTH - 3},.0f} ms  {what}" + (f", {count:,} times" if count > 1 else ""))
