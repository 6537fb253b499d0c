"""Is there anything to take in? Asked before anything that reads raw articles is imported. Effects.

A run of ingest says what follows from the raw files, the ledger, site.yaml, the program, and of the articles from their
names alone, unless one was deleted or something was rejected: then their front matter may have been asked for an id. A
run that took in nothing would say the same once more where all these are as they were before it.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator import files, quiet, rooms
from generator.errors import MachineError
from generator.quiet import checksum, program
from generator.report import Intake

ARTICLES = "content/articles"
_LOOKED_AT = (rooms.NAME, "content/raw", "content/ledger", ".backfile/ledger", ".backfile/journal")


@dataclass(frozen=True, slots=True)
class Question:
    """What was there before a run.

    articles  a digest of the names of articles
    watched   more whose numbers count: raw files that were left elsewhere; articles, where more than names was asked
    folders   a digest of each folder that is looked at; "" = it may change once more unseen
    answer    what the run would say; None = run it
    """

    articles: str = ""
    watched: tuple[str, ...] = ()
    folders: Mapping[str, str] = field(default_factory=dict)
    answer: Intake | None = None


def ask(root: Path) -> Question:
    """What cannot be looked at is a question for the run."""
    if not any(os.path.lexists(root / name) for name in _LOOKED_AT[1:]):
        return Question(answer=Intake())
    last, settled = _recall(_memory(root))
    with suppress(MachineError):
        seen = quiet.survey([*(root / name for name in _LOOKED_AT), *map(Path, last.watched)], last.folders, doubt=True)
        names = checksum("\n".join(files.names(root / ARTICLES, hidden=True)))
        same = settled == program() and names == last.articles and not seen.differ(last.folders)
        return Question(names, last.watched, seen.folders, last.answer if same else None)
    return Question()


def remember(root: Path, asked: Question, said: Intake, left: tuple[str, ...] = ()) -> None:
    """A run has said this; `left` are raw files that lie elsewhere. Where more has to be watched than was, the next run
    is the first that may be spared."""
    watched = (*left, *([str(root / ARTICLES)] if said.deletions or said.rejected else ()))
    if not said.new and not said.renewed and asked.folders:
        folders = asked.folders if asked.watched == watched else {}
        seen = [program(), asked.articles, watched, dict(folders), asdict(said)]
        with suppress(MachineError):  # it is spared another time
            quiet.seal(_memory(root), seen)


def _memory(root: Path) -> Path:
    return root / ".backfile" / "taken.json"


def _recall(path: Path) -> tuple[Question, str]:
    """What was remembered, and the program that did."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        settled, articles, watched, folders, said = quiet.unsealed(path)
        return Question(articles, tuple(watched), folders, _intake(said)), settled
    return Question(), ""


def _intake(said: dict[str, Any]) -> Intake:
    """Raises TypeError or KeyError for what is none."""
    rows = {name: tuple((one, other) for one, other in said[name]) for name in ("cut", "near")}
    return Intake(
        **{**said, **rows, "duplicate": tuple(said["duplicate"]), "problems": quiet.problems(said["problems"])}
    )
