"""The ledger: records by name, by text and by article; renamed all at once; whole or refused."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import files
from generator.errors import ConfigError, MachineError
from generator.ingest import ledger as ledgers
from generator.ingest.ledger import Ledger
from generator.ingest.record import Record
from generator.model import CutLine, Doubt, Evidence


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
    "raw", ["content/raw/a.txt", 'content/raw/the "quay".txt', "content/raw/caf\\\\xe9", "کتێب.txt"]
)
def test_what_is_asked_about_is_read_and_nothing_else(tmp_path: Path, raw: str) -> None:
    ledger = Ledger(tmp_path)
    others = [record(f"other {n}", "1", "seal") for n in range(40)]
    copies = [replace(record(f"copy {n}", "1", "seal"), outcome="duplicate", article=f"id-{raw}") for n in range(3)]
    for one in (record(raw, "1", "seal"), *copies, *others):
        ledger.put(one)
    ledger.save()
    by_name, by_id = Ledger(tmp_path, about=[raw]), Ledger(tmp_path, about=[f"id-{raw}", "id-none"])
    assert by_name.of(raw) == [ledger.get(raw)]
    assert by_id.owner(f"id-{raw}") == ledger.get(raw)
    assert by_id.duplicates(f"id-{raw}") == copies
    assert len(list(by_name)) <= len(list(by_id)) < len(others)


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


def test_a_save_that_dies_among_its_files_is_finished_when_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, pending = tmp_path / "ledger", tmp_path / "pending"
    ledger = Ledger(folder, pending)
    for n in range(9):
        ledger.put(record(f"{n}", "1", "seal"))
    ledger.save()
    ledger = Ledger(folder, pending)
    for n in range(9):
        ledger.put(record(f"{n}", "2", "heron"))
    real, written = files.write, 0

    def write(path: Path, content: bytes) -> bool:
        nonlocal written
        written += 1
        if written == 4:
            raise MachineError("killed")
        return real(path, content)

    with monkeypatch.context() as patch:
        patch.setattr("generator.files.write", write)
        with pytest.raises(MachineError):
            ledger.save()
    again = Ledger(folder, pending)
    assert {one.sha256 for one in again} == {"2"}
    again.save()
    assert {one.sha256 for one in Ledger(folder)} == {"2"}
    assert not pending.exists()


def test_what_was_about_to_be_written_and_is_not_whole_was_never_begun(tmp_path: Path) -> None:
    (tmp_path / "pending").write_bytes(b"0" * 64 + b'{"00": "[')
    assert not list(Ledger(tmp_path / "ledger", tmp_path / "pending"))


WORDS = st.text(st.sampled_from('aé"\\\n\t\u2028\ud800'), max_size=4)
LINES = st.integers(0, 3)


@given(
    st.builds(
        Record,
        WORDS,
        reason=WORDS,
        item=LINES,
        wrote=st.lists(st.tuples(WORDS, WORDS), unique_by=lambda pair: pair[0]).map(tuple),
        evidence=st.lists(st.builds(Evidence, WORDS, WORDS, LINES, WORDS)).map(tuple),
        cut=st.lists(st.builds(CutLine, WORDS, WORDS, LINES)).map(tuple),
        doubts=st.lists(st.builds(Doubt, WORDS, LINES, WORDS)).map(tuple),
    )
)
def test_a_record_is_laid_out_as_json_without_what_is_empty(one: Record) -> None:
    told = {name: value for name, value in asdict(one).items() if value}
    for name in {"evidence", "cut", "doubts"} & told.keys():
        told[name] = [{key: value for key, value in part.items() if value} for part in told[name]]
    if one.wrote:
        told["wrote"] = dict(one.wrote)
    text = ledgers._entry(one)
    assert json.loads(text) == told
    assert list(json.loads(text)) == list(told)
    facts = [line for line in text.split("\n") if line.startswith("   ")]
    assert len(facts) == sum(map(len, (one.wrote, one.evidence, one.cut, one.doubts)))
