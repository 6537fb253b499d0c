"""The pile: names that are unambiguous, kinds, and copies that keep a file and its sidecar together."""

import os
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.ingest import readers, sources


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.TXT", ".txt"),
        ("a.mp3", ".mp3"),
        ("U.S. embassy in Baghdad", ""),
        ("Story No. 5", ""),
        ("2020.11.18", ""),
        ("plain", ""),
    ],
)
def test_a_kind_is_told_by_letters_after_the_last_dot(name: str, kind: str) -> None:
    assert readers.suffix(name) == kind


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"caf\\xe9.txt", "café.txt".encode(), b"a\\\\b"])
def test_the_name_in_the_ledger_leads_back_to_the_file(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    shown = sources.name(path, tmp_path)
    assert shown.encode().decode() == shown
    assert sources.located_at(shown, tmp_path) == path


def test_two_odd_names_are_never_one(tmp_path: Path) -> None:
    odd = {sources.name(tmp_path / os.fsdecode(name), tmp_path) for name in (b"\xe9", b"\\xe9")}
    assert len(odd) == 2


def test_what_cannot_be_copied_is_one_files_problem(tmp_path: Path) -> None:
    for pile, text in (("p1", "one"), ("p2", "two")):
        (tmp_path / pile).mkdir()
        (tmp_path / pile / ("x" * 251 + ".txt")).write_text(text)
    (tmp_path / "p2" / "a").mkdir()
    (tmp_path / "p2" / "a" / "b.txt").write_text("inside")
    (tmp_path / "p1" / "a").write_text("a file")
    root = tmp_path / "archive"
    sources.find(root, [tmp_path / "p1"])
    found, copied = sources.find(root, [tmp_path / "p2"])
    assert copied == 1
    assert [bool(source.problem) for source in found] == [True, False] or [bool(s.problem) for s in found] == [
        False,
        True,
    ]
    assert len(list((root / "content/raw").iterdir())) == 3


def test_a_path_is_seen_from_here_and_then_from_the_archive_and_never_beside_it(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    for path in (root / "content/raw/quake.txt", tmp_path / "beside.txt"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Quake")
    found, _ = sources.find(root, [Path("content/raw/quake.txt")])
    assert [source.raw for source in found] == ["content/raw/quake.txt"]
    with pytest.raises(UsageError, match="no such file"):
        sources.find(root, [Path("../beside.txt")])
