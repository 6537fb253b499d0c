"""Golden cases: a raw text in, and every field that its expected.yaml names.

A bug report becomes a test by pasting the text into tests/golden/text/<case>/input.txt.
"""

from pathlib import Path

import pytest
import yaml

from generator.errors import Location
from generator.ingest.extract import extract
from generator.ingest.readers import reader
from generator.model import Draft

GOLDEN = Path(__file__).parents[1] / "golden" / "text"
CASES = sorted(path.parent for path in GOLDEN.glob("*/expected.yaml"))


def shown(draft: Draft) -> dict[str, object]:
    """A draft in the words of expected.yaml."""
    meta = draft.meta
    return {
        "title": meta.title,
        "date": meta.date.text if meta.date else None,
        "updated": meta.updated.text if meta.updated else None,
        "place": list(meta.place),
        "agency": meta.agency,
        "dateline": meta.dateline,
        "authors": list(meta.authors),
        "images": [{"caption": image.caption, "credit": image.credit} for image in meta.images],
        "previous": meta.source.previous,
        "next": meta.source.next,
        "tags": list(meta.tags),
        "language": meta.language,
        "inferred": [field for field, _ in meta.inferred],
        "body": [block.text for block in draft.blocks],
        "cut": [line.text for line in draft.furniture],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_text_becomes_the_draft_that_an_editor_wrote_down(case: Path) -> None:
    [item] = reader(".txt")(Location(f"content/raw/{case.name}.txt"), (case / "input.txt").read_bytes())
    expected = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))

    found = shown(extract(item))

    assert {name: found[name] for name in expected} == expected


def test_there_are_golden_cases() -> None:
    assert len(CASES) >= 7
