"""Deploying the difference: what lies in output/ → DEST. The shell; effects.

    with rooms.alone(root, waiting):
        found = deploy.survey(built(output, …), destination)   what is to be done; nothing is done
        deploy.carry_out(found, destination, …)                it is done, in the order of the plan

A deploy may be cut off anywhere. Before it does anything it writes beside the manifest at DEST what it may put there or
delete, and last of all it writes the manifest itself; so the next one, from any machine, knows what it has to look at,
and what is ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.deploy.address import Kind, Target
from generator.deploy.model import UNFINISHED, Destination, File, Held, Plan
from generator.deploy.order import STAGES, stage
from generator.deploy.plan import deletes_most, deployed, doubtful, listed, plan, underway
from generator.errors import Location, UsageError
from generator.progress import Progress
from generator.publish.traces import MANIFEST
from generator.unchanged import refuse


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found at DEST, and what is to be done. `settled`: it holds the site, and its manifest says so."""

    site: tuple[File, ...]
    held: Held
    plan: Plan
    settled: bool
    deletes_most: bool


def check(root: Path, output: Path, target: Target) -> None:
    """Raises UsageError for a folder in which the site would be written over the archive or over itself."""
    if target.kind is not Kind.FOLDER:
        return
    folder = Path(target.address)
    refuse(root, folder)
    here, there = output.resolve(), folder.resolve()
    if there.is_relative_to(here) or here.is_relative_to(there):
        raise UsageError("is the built site itself, or around it — name another folder", Location(target.address))


def survey(site: tuple[File, ...], destination: Destination, *, verify: bool = False) -> Survey:
    """What is to be done so that DEST holds these files: look, and write nothing. `verify`: look at each file of DEST,
    whatever its manifest says. Raises MachineError."""
    manifest, unfinished = (destination.read(name) for name in (MANIFEST, UNFINISHED))
    known = Held(listed(manifest or b""), listed(unfinished or b""))
    todo = plan(site, known, destination.look(doubtful(site, known, verify=verify)))
    done = not todo.sends and not todo.gone and unfinished is None and manifest == deployed(site, todo)
    return Survey(site, known, todo, done, deletes_most(todo, known))


def carry_out(found: Survey, destination: Destination, progress: Progress) -> None:
    """Do what is to be done. Raises MachineError; what was done till then is known to the next deploy."""
    if found.settled:
        return
    todo = found.plan
    if todo.sends or todo.gone:
        destination.put(UNFINISHED, underway(todo, found.held))
    _walk(progress("making room", destination.delete(todo.clear, ()), len(todo.clear)))
    for some in todo.stages:
        _walk(progress(f"sending {STAGES[stage(some[0].path)]}", destination.send(some), len(some)))
    _walk(progress("deleting", destination.delete(todo.deletes, todo.folders), len(todo.deletes)))
    destination.put(MANIFEST, deployed(found.site, todo))
    _walk(destination.delete([UNFINISHED], ()))


def _walk(steps: Iterable[str]) -> None:
    for _ in steps:
        pass
