"""The table of dates that a person has filled in, taken back into the articles. Effects: reads, writes articles."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator import edtf, files
from generator.errors import DateError, ItemError, Location, Problem, UsageError, located
from generator.ingest import sources
from generator.ingest.articles import Articles
from generator.model import Date

COLUMNS = ("id", "file", "headline", "chain", "bracket", "helps", "date")


@dataclass(frozen=True, slots=True)
class Row:
    """A date for an article: its file, and its id for the case that it was moved since."""

    line: int
    file: str
    date: Date
    id: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many articles got a date, how many had that date already, and the rows that could not be used."""

    dated: int
    same: int
    problems: tuple[Problem, ...]


def take(root: Path, table: Path, *, dry_run: bool = False) -> Taken:
    """Write each date of the table into its article. Raises UsageError for a table without the columns it needs,
    and for one that cannot be read.

    A date that somebody wrote by hand, or that the source states, is not replaced: that row is a problem.
    """
    rows, problems = _table(table)
    articles = Articles(root, dry_run=dry_run)
    dated = same = 0
    for row in rows:
        try:
            changed = _set(root, articles, row)
        except ItemError as error:
            problems.append(Problem(error.message, Location(table.as_posix(), row.line)))
        else:
            dated += changed
            same += not changed
    return Taken(dated, same, tuple(problems))


def pending(root: Path, table: Path) -> bool:
    """Whether a table holds a date that its article does not have, or one that cannot be used. Raises as `take`."""
    taken = take(root, table, dry_run=True)
    return bool(taken.dated or taken.problems)


def _table(table: Path) -> tuple[list[Row], list[Problem]]:
    try:
        with located(Location(table.as_posix())):
            return read(files.text(table), table.as_posix())
    except ItemError as error:
        raise UsageError(error.message, error.location) from error


def read(text: str, name: str) -> tuple[list[Row], list[Problem]]:
    """The rows that bear a date, in any order of columns, with commas, semicolons or tabs between them. Pure."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return _rows(table, name)
    except csv.Error as error:
        said = f"is no table that can be read from here on ({error}) — look for a quotation mark that is never closed"
        raise UsageError(said, Location(name, table.line_num + 1)) from error


def _rows(table: "csv.DictReader[str]", name: str) -> tuple[list[Row], list[Problem]]:
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
    written, file, id = ((cells.get(name) or "").strip() for name in ("date", "file", "id"))
    if written:
        yield Row(line, file, edtf.parse(written), id)


def _set(root: Path, articles: Articles, row: Row) -> bool:
    """Whether the article's date was changed."""
    file = _article(root, articles, row)
    meta, _ = articles.read(file)
    if meta.date == row.date:
        return False
    inferred = tuple(pair for pair in meta.inferred if pair[0] != "date")
    if meta.date and inferred == meta.inferred:
        raise ItemError(f"{file} has the date {meta.date.text} already, which was left — change it there by hand")
    articles.amend(file, meta, replace(meta, date=row.date, inferred=inferred))
    return True


def _article(root: Path, articles: Articles, row: Row) -> str:
    """The path of a row's article: where the row says, or wherever its id is now. Raises ItemError.

    Nothing but an article is ever written, whatever path or link a table names.
    """
    if row.id:
        file = articles.find(row.id, row.file if _is_article(root, row.file) else "")
    else:
        file = row.file if _is_article(root, row.file) and articles.exists(row.file) else ""
    if not file:
        raise ItemError(f"there is no article {row.file!r} — write its path as `backfile dates` does")
    return file


def _is_article(root: Path, file: str) -> bool:
    folder = (root / sources.ARTICLES).resolve()
    return file.endswith(".md") and "\0" not in file and (root / file).resolve().is_relative_to(folder)
