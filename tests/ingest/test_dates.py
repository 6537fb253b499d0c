"""The table of dates writes dates into articles, and into nothing else."""

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.ingest import dates
from tests.story import article, tree, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", "-- content/articles/a.md --\n" + article("Ferry sails", id="ferry"))


def table(root: Path, rows: str) -> Path:
    path = root.parent / "dates.csv"
    path.write_text(rows, encoding="utf-8")
    return path


@pytest.mark.parametrize("file", ["content/raw/a.md", "content/articles/../../site.yaml", "/etc/hosts", "../b.md", "x"])
def test_only_articles_are_written(root: Path, file: str) -> None:
    write(root, "-- content/raw/a.md --\nraw\n")
    before = tree(root)
    taken = dates.take(root, table(root, f"file,date\n{file},2020\n"))
    assert (taken.dated, len(taken.problems)) == (0, 1)
    assert tree(root) == before


def test_a_trial_writes_nothing_and_a_table_is_pending_until_it_is_taken(root: Path) -> None:
    filled = table(root, "file,date\ncontent/articles/a.md,2020\n")
    before = tree(root)
    assert dates.take(root, filled, dry_run=True).dated == 1
    assert dates.pending(root, filled)
    assert tree(root) == before
    assert dates.take(root, filled).dated == 1
    assert not dates.pending(root, filled)


def test_an_article_that_was_moved_is_known_by_its_id(root: Path) -> None:
    (root / "content/articles/a.md").rename(root / "content/articles/b.md")
    assert dates.take(root, table(root, "id,file,date\nferry,content/articles/a.md,2020\n")).dated == 1
    assert "date: 2020" in (root / "content/articles/b.md").read_text(encoding="utf-8")


def test_a_table_that_cannot_be_read_is_named_with_its_line(root: Path) -> None:
    with pytest.raises(UsageError) as caught:
        dates.take(root, table(root, "file,date\n" + "x" * 200_000 + ",2020\n"))
    assert caught.value.location.path.endswith("dates.csv")
    path = table(root, "file,date\n")
    path.write_bytes(b"file,date\n\xe9,2020\n")
    with pytest.raises(UsageError) as caught:
        dates.take(root, path)
    assert (caught.value.location.path, caught.value.location.line) == (path.as_posix(), 2)
