"""What a build was asked for, and what it did. Pure."""

from dataclasses import dataclass

from generator.model import Problem


@dataclass(frozen=True, slots=True)
class Options:
    """drafts: show them too. strict: with any problem, do not touch the output. dry_run: write nothing.
    jobs: how many processes make pages; None = as the size of the archive asks for."""

    drafts: bool = False
    strict: bool = False
    dry_run: bool = False
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, in counts, and what a person should look at. `stopped`: strict, and the output not touched."""

    articles: int
    undated: int
    drafts: int
    withdrawn: int
    wanted: int
    pages: int
    written: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()
    unknown_fields: tuple[tuple[str, int], ...] = ()
    unused: tuple[str, ...] = ()
    stopped: bool = False
