"""Golden datelines: each form is read and cut, and its false friend stays as it is. See tests/golden/lines."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ingest.editor import filed
from generator.ingest.editor.dateline import Dateline
from generator.ingest.editor.paragraphs import Line

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "lines" / "datelines.yaml").read_text(encoding="utf-8")
)
LATIN = "The ferry left at noon with forty people on board and has not been seen since."
ARABIC = "غادرت العبارة الميناء ظهر اليوم وعلى متنها أربعون راكباً ولم يرها أحد منذ ذلك الحين."


def read(*paragraphs: str) -> Dateline | None:
    found = filed.at(tuple(Line(i, text) for i, text in enumerate(paragraphs, 1)), {})
    return found[2] if found else None


def test_there_are_eighty() -> None:
    assert len(CASES) >= 80
    assert all(case["friend"] for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"])
def test_a_dateline_is_read(case: dict[str, Any]) -> None:
    written = case["written"]
    rest = case.get("rest") or (ARABIC if "\u0600" <= written.strip("(")[0] <= "\u06ff" else LATIN)

    found = read(written, rest) if case.get("alone") else read(written + rest)

    assert found is not None
    assert list(found.places) == case.get("place", [])
    assert found.agency == case.get("agency", "")
    assert found.date == case.get("date", "")
    assert list(found.authors) == case.get("authors", [])
    assert found.text.strip() == written.strip()
    assert found.rest in {rest, ""}


@pytest.mark.parametrize("friend", [case["friend"] for case in CASES])
def test_its_false_friend_is_left_alone(friend: str) -> None:
    assert read(*friend.split(" ¶ ")) is None
