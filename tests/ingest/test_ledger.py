"""The ledger: records by name, by text and by article; renamed all at once; whole or refused."""

from pathlib import Path

import pytest

from generator.errors import ConfigError
from generator.ingest.ledger import Ledger
from generator.ingest.record import Record


def record(raw: str, sha256: str, title: str) -> Record:
    return Record(raw, sha256, "article", article=f"id-{raw}", title=title, body="b")


def test_a_record_that_is_replaced_is_not_found_by_its_old_text(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.put(record("a", "1", "seal"))
    ledger.put(record("a", "2", "heron"))
    assert ledger.twin("seal", "b") is None
    assert ledger.twin("heron", "b") == ledger.get("a")


def test_what_went_nowhere_is_kept_when_its_name_is_given_to_another(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for raw, sha256 in (("a", "1"), ("b", "2"), ("c", "3")):
        ledger.put(record(raw, sha256, raw))
    ledger.rename({"a": "b", "b": "c"})
    ledger.save()
    again = Ledger(tmp_path)
    assert {found.raw: found.title for found in again} == {"b": "a", "c": "b", "c~3": "c"}


def test_a_container_is_renamed_with_its_items(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.put(Record("x.xml#2", "1", "rejected", item=2))
    ledger.rename({"x.xml": "y.xml"})
    assert [found.raw for found in ledger.of("y.xml")] == ["y.xml#2"]


@pytest.mark.parametrize(
    "said",
    [
        '[{"raw": 1}]',
        '[{"raw": "a", "outcome": "article", "sha256": 5}]',
        '[{"raw": "a", "outcome": "lost"}]',
        '[{"raw": "a", "outcome": "article", "wrote": {"title": 1}}]',
        '[{"raw": "a", "outcome": "article", "cut": [{"text": "x", "rule": "y", "line": "1"}]}]',
        '[1]',
        '{"raw": "a"}',
        "7",
    ],
)  # fmt: skip
def test_what_is_no_ledger_is_refused_by_its_name(tmp_path: Path, said: str) -> None:
    (tmp_path / "00.json").write_text(said, encoding="utf-8")
    with pytest.raises(ConfigError, match="restore it"):
        Ledger(tmp_path)
