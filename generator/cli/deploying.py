"""Sending what changed: the command `deploy`."""

import time
from contextlib import nullcontext
from pathlib import Path

import click

from generator import deploy, rooms
from generator.cli.command import command
from generator.cli.printing import SHOWN, WIDTH, counted, progress, say, say_problems, say_some, summary, waiting
from generator.deploy import Survey
from generator.deploy.address import parse
from generator.deploy.built import built
from generator.deploy.destinations import reach
from generator.deploy.model import Destination
from generator.deploy.order import STAGES, stage
from generator.errors import BackfileError, Location, Problem, UsageError

_FOREIGN = "was not deployed from here and stands where a file of the site should — move it away; it was left"
_GO_ON = "What was sent is kept: the same command goes on from there."


@click.command("deploy")
@click.argument("dest")
@click.option("--dry-run", is_flag=True, help="List what would be sent and deleted, and do nothing.")
@click.option("--verify", is_flag=True, help="Look at every file at DEST, whatever its manifest says.")
@click.option("--output", type=click.Path(path_type=Path), help="Where the built site is (default: output/).")
@click.option("--delete-most", is_flag=True, help="Even if more than half of what was deployed there is to go.")
@command
def deploy_(  # noqa: PLR0913, PLR0917 - one argument an option
    start: Path, dest: str, dry_run: bool, verify: bool, output: Path | None, delete_most: bool
) -> int:
    """Send to DEST what changed since what DEST holds, and delete what is no longer part of the site: of what was
    deployed there before, nothing else.

    DEST is a folder; user@host:/folder or rsync://host/module, where rsync is installed; s3://bucket/folder, gs://… and
    what else fsspec reaches (pip install 'backfile[deploy]'). Exits with 1 where something of somebody else's stands in
    the way, else with 0.
    """
    root, target, started = rooms.find(start), parse(dest), time.monotonic()
    site = output or root / "output"
    deploy.check(root, site, target)
    destination = reach(target, site)
    with nullcontext() if dry_run else rooms.alone(root, waiting):
        found = deploy.survey(built(site, progress), destination, verify=verify)
        _say_plan(found, dest, started, dry_run=dry_run)
        if found.deletes_most and not delete_most:
            return _refused(found, dest, dry_run=dry_run)
        if not dry_run and not found.settled:
            _carry_out(found, destination, dest, started)
    return int(bool(found.plan.foreign))


def _carry_out(found: Survey, destination: Destination, dest: str, started: float) -> None:
    try:
        deploy.carry_out(found, destination, progress)
    except BackfileError as error:
        error.message = f"{error.message}. {_GO_ON}"
        raise
    todo = found.plan
    but = f" but for {counted(len(todo.foreign), 'file')}" if todo.foreign else ""
    sent = f"{counted(len(todo.sends), 'file')} sent, {len(todo.gone):,} deleted"
    say(f"{dest} holds the site{but}: {sent}   {time.monotonic() - started:.1f} s")


def _refused(found: Survey, dest: str, *, dry_run: bool) -> int:
    there = f"{len(found.plan.gone):,} of the {len(found.held.deployed):,} files that were deployed there"
    said = f"{there} are to be deleted. If this is the right place, and they are to go: --delete-most"
    if not dry_run:
        raise UsageError(said, Location(dest))
    say(said)
    return 2


def _say_plan(found: Survey, dest: str, started: float, *, dry_run: bool) -> None:
    todo = found.plan
    size = sum(file.size for file in todo.sends)
    stages = [(len(files), "", f"{STAGES[stage(files[0].path)]}") for files in todo.stages]
    lines = [
        (len(todo.sends), "to send", f"{size:,} bytes, in this order:" if stages else "nothing has changed"),
        *stages,
        (len(todo.gone), "to delete", "no longer part of the site"),
        (todo.same, "hold", "there already"),
        (len(todo.foreign), "in the way", "not ours; see below"),
    ]
    summary(f"Deploy: {dest}", lines, started, dry_run=dry_run, always=("to send",))
    for sign, paths in (("+", [file.path for file in todo.sends]), ("-", todo.gone)):
        say_some(paths, f"  {sign:>{WIDTH}}  ", most=len(paths) if dry_run else SHOWN)
    say_problems(tuple(Problem(_FOREIGN, Location(path)) for path in todo.foreign))
