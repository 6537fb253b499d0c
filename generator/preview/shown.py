"""A problem as a browser shows it: what, where, and the lines around it. Effects: reads."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from generator import files
from generator.errors import BackfileError, Problem

AROUND = 3  # lines


def lines_of(root: Path, problem: Problem) -> dict[str, Any]:
    """message; place: file and line as a person knows them; lines: (number, text) around it; line: which is meant."""
    place = problem.location
    name = place.path.removeprefix(f"{root}/")
    said = {"message": problem.message, "place": str(place).replace(place.path, name, 1), "line": place.line}
    return {**said, "lines": _around(root / name, place.line) if place.line else []}


def _around(path: Path, line: int) -> list[tuple[int, str]]:
    with suppress(BackfileError, OSError):
        lines = files.read(path).decode(errors="replace").splitlines()
        first = max(line - AROUND, 1)
        return [(first + n, text) for n, text in enumerate(lines[first - 1 : line + AROUND - 1])]
    return []
