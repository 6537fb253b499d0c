"""The table of dates that a person has filled in, taken back into the articles. Effects: reads, writes articles."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator import edtf, files
from generator.errors import DateError, ItemError, Location, UsageError
from generator.ingest.articles import Articles
from generator.model import Date, Problem

COLUMNS = ("file", "headline", "chain", "bracket", "helps", "date")


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    file: str
    date: Date


@dataclass(frozen=True, slots=True)
class Taken:
    """How many articles got a date, how many had that date already, and the rows that could not be used."""

    dated: int
    same: int
    problems: tuple[Problem, ...]


def take(root: Path, table: Path) -> Taken:
    """Write each date of the table into its article. Raises UsageError for a table without the columns it needs.

    A date that somebody wrote by hand, or that the source states, is not replaced: that row is a problem.
    """
    rows, problems = read(files.text(table), table.as_posix())
    articles = Articles(root)
    dated = same = 0
    for row in rows:
        try:
            changed = _set(articles, row)
        except ItemError as error:
            problems.append(Problem(error.message, Location(table.as_posix(), row.line)))
        else:
            dated += changed
            same += not changed
    return Taken(dated, same, tuple(problems))


def read(text: str, name: str) -> tuple[list[Row], list[Problem]]:
    """The rows that bear a date, in any order of columns, with commas, semicolons or tabs between them. Pure."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    table.fieldnames = [column.strip().lower() for column in table.fieldnames or ()]
    missing = {"file", "date"} - set(table.fieldnames)
    if missing:
        said = f"has no column {min(missing)!r} — write into its first line: {','.join(COLUMNS)}"
        raise UsageError(said, Location(name, 1))
    rows: list[Row] = []
    problems: list[Problem] = []
    for cells in table:
        try:
            rows += _row(cells, table.line_num)
        except DateError as error:
            problems.append(Problem(f"date: {error.message}", Location(name, table.line_num)))
    return rows, problems


def _row(cells: dict[str, str | None], line: int) -> Iterator[Row]:
    written, file = (cells["date"] or "").strip(), (cells["file"] or "").strip()
    if written:
        yield Row(line, file, edtf.parse(written))


def _set(articles: Articles, row: Row) -> bool:
    """Whether the article's date was changed."""
    if not row.file or not articles.exists(row.file):
        raise ItemError(f"there is no article {row.file!r} — write its path as `backfile dates` does")
    meta, _ = articles.read(row.file)
    if meta.date == row.date:
        return False
    inferred = tuple(pair for pair in meta.inferred if pair[0] != "date")
    if meta.date and inferred == meta.inferred:
        raise ItemError(f"{row.file} has the date {meta.date.text} already, which was left — change it there by hand")
    articles.amend(row.file, meta, replace(meta, date=row.date, inferred=inferred))
    return True
