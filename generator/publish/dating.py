"""The table of undated articles for a person to fill in, the most useful first. Pure."""

import csv
import io
from dataclasses import asdict, dataclass

from generator import edtf
from generator.publish import chain
from generator.publish.archive import clue
from generator.publish.model import Archive


@dataclass(frozen=True, slots=True)
class Undated:
    """chain = "3 of 12": its place in a chain of printed headlines. helps = how many others its date would bracket."""

    id: str
    file: str
    headline: str
    chain: str
    bracket: str
    helps: int


def undated(archive: Archive) -> tuple[Undated, ...]:
    """Every undated article; those first whose dating would bracket the most others."""
    places = {id: f"{n} of {len(run)}" for run in archive.chains.runs for n, id in enumerate(run, 1)}
    leverage = chain.leverage(archive.chains, tuple(map(clue, archive.cards)))
    rows = []
    for id, helps in leverage:
        i = archive.ids[id]
        card, bracket = archive.cards[i], archive.brackets[i]
        label = edtf.label(bracket) if bracket else ""
        rows.append(Undated(id, card.path, card.title, places.get(id, ""), label, helps))
    return tuple(rows)


def table(rows: tuple[Undated, ...], columns: tuple[str, ...]) -> str:
    """CSV (RFC 4180) with an empty column `date` to fill in."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({**asdict(row), "headline": _cell(row.headline)} for row in rows)
    return out.getvalue()


def _cell(text: str) -> str:
    """A text that a spreadsheet would run as a formula is made a text."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")) else text
