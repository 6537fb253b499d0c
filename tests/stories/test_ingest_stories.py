"""Invariants 6 and 7: ingest twice is ingest once, people's work is never overwritten, nothing is lost in silence."""

import hashlib
import os
from pathlib import Path

import pytest

from generator import edtf, files, frontmatter
from generator.errors import ConfigError, MachineError, UsageError
from generator.model import Meta
from tests.story import articles, only_article, stamps, take_in, tree, write

QUAKE = """-- content/raw/quake.txt --
Quake shakes the harbour towns

PORT SELLAN (HGN) — A light earthquake shook the harbour towns before dawn, the survey office said.

“The cups danced on their hooks,” said Ada Morrow, who keeps the inn on the quay.

Nobody was hurt and no damage was reported by the evening.

Previous Article

Ferry talks end without a result

Next Article

Council counts the cost of the quake
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, QUAKE)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def dated(meta: Meta) -> str:
    return meta.date.text if meta.date else ""


# ── 6. Ingest twice = ingest once ────────────────────────────────────────────────────────────────────────────────


def test_a_second_run_writes_nothing(root: Path) -> None:
    assert take_in(root).count("new") == 1
    before = stamps(root / "content")
    report = take_in(root)
    assert (report.count("new"), report.count("unchanged")) == (0, 1)
    assert stamps(root / "content") == before


@pytest.mark.parametrize("name", ["quake.txt~", "#quake.txt#", "quake.txt.~2~"])
def test_what_editors_lay_beside_a_raw_file_is_no_second_one(root: Path, name: str) -> None:
    take_in(root)
    (root / "content/raw" / name).write_text(QUAKE.partition("\n")[2].replace("dawn", "noon"))
    report = take_in(root)
    assert (report.count("new"), report.count("unchanged"), report.count("rejected")) == (0, 1, 0)
    assert len(articles(root)) == 1


def test_reading_again_what_nobody_edited_writes_nothing(root: Path) -> None:
    take_in(root)
    before = stamps(root / "content")
    assert take_in(root, again=True).count("unchanged") == 1
    assert stamps(root / "content") == before


def test_what_a_killed_run_had_not_finished_writing_goes_with_the_next_run(root: Path) -> None:
    take_in(root)
    halves = [
        root / folder / f"{files.TEMPORARY}77" for folder in ("content/articles/undated", "content/raw", ".backfile")
    ]
    for half in halves:
        half.write_text("half")
    take_in(root, dry_run=True)
    assert [half.exists() for half in halves] == [True] * 3
    assert take_in(root).count("unchanged") == 1
    assert [half.exists() for half in halves] == [False] * 3


@pytest.mark.parametrize("kind", ["folder", "loop"])
def test_a_journal_that_cannot_be_read_is_named_before_anything_is_written(root: Path, kind: str) -> None:
    journal = root / ".backfile" / "journal"
    journal.parent.mkdir()
    if kind == "folder":
        journal.mkdir()
    else:
        journal.symlink_to(journal)
    with pytest.raises(MachineError) as failed:
        take_in(root)
    assert failed.value.location.path == str(journal)
    assert not (root / "content" / "articles").exists()
    journal.rmdir() if kind == "folder" else journal.unlink()
    assert take_in(root).count("new") == 1


def test_a_folder_in_the_place_of_the_memory_of_lines_is_named_and_costs_nothing(root: Path) -> None:
    memory = root / ".backfile" / "lines"
    memory.mkdir(parents=True)
    with pytest.raises(MachineError) as failed:
        take_in(root)
    assert failed.value.location.path == str(memory)
    memory.rmdir()
    assert take_in(root).count("unchanged") == 1


def test_raw_files_are_never_written(root: Path) -> None:
    raw = root / "content" / "raw" / "quake.txt"
    raw.chmod(0o444)
    before = stamps(root / "content" / "raw")
    take_in(root)
    take_in(root, again=True)
    assert stamps(root / "content" / "raw") == before


# ── 6. What a person has edited is never overwritten ─────────────────────────────────────────────────────────────


def test_an_edited_field_stays_and_the_others_are_renewed(root: Path) -> None:
    take_in(root)
    path, _, _ = only_article(root)
    edit(path, "title: ", "# the editor's own headline\ntitle: An editor's headline # was: ")
    edit(root / "content/raw/quake.txt", "before dawn", "just before dawn")
    report = take_in(root)
    assert report.count("renewed") == 1
    _, meta, body = only_article(root)
    assert meta.title == "An editor's headline"
    assert "just before dawn" in body
    assert "# the editor's own headline" in path.read_text(encoding="utf-8")


def test_an_edited_body_stays(root: Path) -> None:
    take_in(root)
    path, _, _ = only_article(root)
    edit(path, "Nobody was hurt", "No one was hurt")
    edit(root / "content/raw/quake.txt", "before dawn", "just before dawn")
    write(root, "-- content/raw/quake.yaml --\nsection: Coast\n")
    take_in(root)
    _, meta, body = only_article(root)
    assert "No one was hurt" in body
    assert "just before dawn" not in body
    assert meta.section == "Coast"


def test_a_field_that_a_person_emptied_stays_empty(root: Path) -> None:
    take_in(root)
    path, meta, _ = only_article(root)
    assert meta.place == ("Port Sellan",)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("place:")), encoding="utf-8")
    take_in(root, again=True)
    assert only_article(root)[1].place == ()


def test_an_edit_stays_an_edit_however_often_it_is_read_again(root: Path) -> None:
    take_in(root)
    path, _, _ = only_article(root)
    edit(path, "Quake shakes", "Earthquake shakes")
    for _ in range(3):
        take_in(root, again=True)
    assert only_article(root)[1].title == "Earthquake shakes the harbour towns"


def test_only_renews_only_what_it_names(root: Path) -> None:
    take_in(root)
    edit(root / "content/raw/quake.txt", "before dawn", "just before dawn")
    edit(root / "content/raw/quake.txt", "PORT SELLAN", "MARROW BAY")
    take_in(root, again=True, only=("place",))
    _, meta, body = only_article(root)
    assert meta.place == ("Marrow Bay",)
    assert "just before dawn" not in body
    with pytest.raises(UsageError, match="colour"):
        take_in(root, again=True, only=("colour",))


def test_what_a_person_dated_is_inferred_no_longer(tmp_path: Path) -> None:
    root = write(tmp_path, QUAKE.replace("quake.txt", "2021-03-04-quake.txt"))
    take_in(root)
    path, meta, _ = only_article(root)
    assert (dated(meta), dict(meta.inferred)["date"]) == ("2021-03-04", "path")
    edit(path, "date: 2021-03-04", "date: 2021-03-05")
    take_in(root, again=True)
    _, meta, _ = only_article(root)
    assert dated(meta) == "2021-03-05"
    assert "date" not in dict(meta.inferred)


# ── 6. Deleted, moved, renamed ───────────────────────────────────────────────────────────────────────────────────


def test_a_deleted_article_stays_away_until_it_is_named(root: Path) -> None:
    take_in(root)
    path, before, _ = only_article(root)
    path.unlink()
    assert take_in(root).count("deleted") == 1
    assert take_in(root, again=True).count("deleted") == 1
    edit(root / "content/raw/quake.txt", "before dawn", "just before dawn")
    assert take_in(root).count("deleted") == 1
    assert articles(root) == {}
    assert take_in(root, root / "content/raw/quake.txt", again=True).count("new") == 1
    _, after, body = only_article(root)
    assert (after.id, after.slug) == (before.id, before.slug)
    assert "just before dawn" in body


def test_a_moved_article_is_found_by_its_id(root: Path) -> None:
    take_in(root)
    path, _, _ = only_article(root)
    moved = root / "content/articles/coast/the-quake.md"
    moved.parent.mkdir()
    path.rename(moved)
    edit(root / "content/raw/quake.txt", "before dawn", "just before dawn")
    assert take_in(root).count("renewed") == 1
    found, _, body = only_article(root)
    assert found == moved
    assert "just before dawn" in body


def test_a_renamed_raw_file_is_known_by_its_hash(root: Path) -> None:
    take_in(root)
    _, before, _ = only_article(root)
    (root / "content/raw/quake.txt").rename(root / "content/raw/renamed.txt")
    report = take_in(root)
    assert (report.count("new"), len(report.items)) == (0, 1)
    _, after, _ = only_article(root)
    assert after.id == before.id
    assert after.source.file == "raw/renamed.txt"


def test_a_raw_file_renamed_to_tell_its_date_dates_the_article(root: Path) -> None:
    take_in(root)
    (root / "content/raw/quake.txt").rename(root / "content/raw/2021-03-04-quake.txt")
    assert take_in(root).count("renewed") == 1
    _, meta, _ = only_article(root)
    assert dated(meta) == "2021-03-04"


def test_an_article_whose_raw_file_is_gone_stays(root: Path) -> None:
    take_in(root)
    (root / "content/raw/quake.txt").unlink()
    assert take_in(root).items == ()
    only_article(root)


def test_a_lost_ledger_costs_no_edit(root: Path) -> None:
    take_in(root)
    path, _, _ = only_article(root)
    edit(path, "Quake shakes", "Earthquake shakes")
    for file in (root / "content/ledger").iterdir():
        file.unlink()
    report = take_in(root)
    assert (report.count("new"), report.count("unchanged")) == (0, 1)
    take_in(root, again=True)
    assert only_article(root)[1].title == "Earthquake shakes the harbour towns"


def test_a_broken_ledger_file_is_named(root: Path) -> None:
    take_in(root)
    (shard,) = (root / "content/ledger").iterdir()
    shard.write_text("<<<<<<< HEAD\n" + shard.read_text(), encoding="utf-8")
    with pytest.raises(ConfigError, match="restore it") as caught:
        take_in(root)
    assert caught.value.location.line == 1


def test_a_trial_writes_nothing(root: Path) -> None:
    before = tree(root)
    assert take_in(root, dry_run=True).count("new") == 1
    assert tree(root) == before


# ── 7. Nothing is lost in silence ────────────────────────────────────────────────────────────────────────────────


def test_every_raw_item_ends_as_something_and_the_counts_add_up(root: Path) -> None:
    text = QUAKE.partition("\n")[2]
    write(root, "-- content/raw/copy-of-quake.txt --\n" + text)
    write(root, "-- content/raw/empty.txt --\n\n  \n-- content/raw/photo.xcf --\nno text\n")
    (root / "content/raw/binary.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    write(root, "-- content/raw/second.txt --\nFerry sails again\n\nThe ferry sailed on Monday, the line said.\n")
    write(root, "-- content/raw/second.yaml --\nsection: Harbour\n")
    for _ in range(2):
        report = take_in(root)
        assert len(report.items) == 6
        assert report.count("duplicate") == 1
        assert report.count("rejected") == 3
        assert report.count("new", "unchanged") == 2
        assert all(item.reason for item in report.items if item.outcome == "rejected")
    assert {problem.location.path for problem in report.problems} == {
        "content/raw/empty.txt",
        "content/raw/photo.xcf",
        "content/raw/binary.txt",
    }
    assert len(articles(root)) == 2


def test_a_duplicate_names_the_kept_one_and_fills_its_empty_fields(root: Path) -> None:
    take_in(root)
    write(root, "-- content/raw/wire-copy.txt --\n" + QUAKE.partition("\n")[2])
    write(root, "-- content/raw/wire-copy.yaml --\ndate: 2021-03-04\ntitle: Quake shakes the harbour towns\n")
    report = take_in(root)
    (copy,) = (item for item in report.items if item.outcome == "duplicate")
    assert (copy.raw, copy.duplicate_of) == ("content/raw/wire-copy.txt", "content/raw/quake.txt")
    _, meta, _ = only_article(root)
    assert dated(meta) == "2021-03-04"
    assert meta.source.file == "raw/quake.txt"
    assert meta.source.also == ("raw/wire-copy.txt",)


def test_articles_alike_but_not_the_same_are_both_kept_and_listed(root: Path) -> None:
    write(root, "-- content/raw/quake-2.txt --\n" + QUAKE.partition("\n")[2].replace("cups danced", "plates danced"))
    report = take_in(root)
    assert report.count("new") == 2
    assert report.near == (("content/raw/quake-2.txt", "content/raw/quake.txt"),)
    slugs = {meta.slug for meta, _ in articles(root).values()}
    assert len(slugs) == 2


def test_a_rejected_item_is_taken_in_once_it_is_mended(root: Path) -> None:
    write(root, "-- content/raw/late.txt --\n")
    assert take_in(root).count("rejected") == 1
    write(root, "-- content/raw/late.txt --\nFerry sails again\n\nThe ferry sailed on Monday, the line said.\n")
    assert take_in(root).count("new") == 1


def test_a_broken_sidecar_rejects_its_item_with_its_place(root: Path) -> None:
    write(root, "-- content/raw/quake.yaml --\nsection: Coast\ndate: 18/11/2020\n")
    (problem,) = take_in(root).problems
    assert "quake.yaml:2" in problem.message
    assert "2020-11-18" in problem.message


def test_a_sidecar_without_its_raw_file_is_reported(root: Path) -> None:
    write(root, "-- content/raw/lonely.yaml --\nsection: Coast\n")
    (problem,) = take_in(root).problems
    assert problem.location.path == "content/raw/lonely.yaml"


# ── What stands beside a raw file ────────────────────────────────────────────────────────────────────────────────


def test_a_sidecar_speaks_for_any_field_and_outranks_the_path(tmp_path: Path) -> None:
    root = write(tmp_path, QUAKE.replace("quake.txt", "2021-03-04-quake.txt"))
    write(root, "-- content/raw/2021-03-04-quake.yaml --\ndate: 2021-03-03\nauthors: [Ada Morrow]\nmood: shaken\n")
    take_in(root)
    _, meta, _ = only_article(root)
    assert dated(meta) == "2021-03-03"
    assert "date" not in dict(meta.inferred)
    assert meta.authors == ("Ada Morrow",)
    assert meta.extra == (("mood", "shaken"),)


def test_files_from_elsewhere_are_copied_in_with_their_sidecars(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", "-- content/raw/keep --\n")
    (root / "content/raw/keep").unlink()
    pile = write(tmp_path / "pile", QUAKE.replace("content/raw/", "2021/"))
    write(pile, "-- 2021/quake.yaml --\nsection: Coast\n")
    (pile / "site.yaml").unlink()
    report = take_in(root, pile)
    assert (report.copied, report.count("new")) == (2, 1)
    assert (root / "content/raw/2021/quake.txt").read_bytes() == (pile / "2021/quake.txt").read_bytes()
    assert only_article(root)[1].section == "Coast"
    again = take_in(root, pile)
    assert (again.copied, again.count("new"), again.count("unchanged")) == (0, 0, 1)


def test_left_where_they_lie_they_are_read_and_not_copied(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", "-- content/pages/about.md --\nAbout.\n")
    pile = write(tmp_path / "pile", QUAKE)
    before = tree(pile)
    assert take_in(root, pile / "content/raw", leave=True).count("new") == 1
    assert tree(pile) == before
    assert not (root / "content/raw").exists()
    digest = hashlib.sha256((pile / "content/raw/quake.txt").read_bytes()).hexdigest()
    assert only_article(root)[1].source.sha256 == digest


def test_files_that_were_left_where_they_lay_are_left_there_when_they_are_named_again(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", "-- content/pages/about.md --\nAbout.\n")
    pile = write(tmp_path / "pile", QUAKE)
    take_in(root, pile / "content/raw", leave=True)
    only_article(root)[0].unlink()

    report = take_in(root, pile / "content/raw/quake.txt", again=True)

    assert (report.copied, report.count("new") + report.count("renewed")) == (0, 1)
    assert only_article(root)[1].title == "Quake shakes the harbour towns"


def test_all_that_is_read_again_includes_what_was_left_where_it_lay(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", "-- content/pages/about.md --\nAbout.\n")
    pile = write(tmp_path / "pile", QUAKE)
    take_in(root, pile / "content/raw", leave=True)
    edit(pile / "content/raw/quake.txt", "Nobody was hurt", "Nobody slept")

    assert take_in(root, again=True).count("renewed") == 1
    assert "Nobody slept" in only_article(root)[2]


def test_what_ingest_writes_reads_back_as_it_was_meant(root: Path) -> None:
    take_in(root)
    path, meta, body = only_article(root)
    assert frontmatter.join(meta, body) == path.read_text(encoding="utf-8")
    assert meta.title == "Quake shakes the harbour towns"
    assert (meta.place, meta.agency, meta.dateline) == (("Port Sellan",), "HGN", "PORT SELLAN (HGN) — ")
    assert meta.source.previous == "Ferry talks end without a result"
    assert meta.source.next == "Council counts the cost of the quake"
    assert body.startswith("A light earthquake")
    assert body.rstrip().endswith("by the evening.")


# ── Renames, duplicates and failures: no text is lost ────────────────────────────────────────────────────────────


def story(title: str, word: str) -> str:
    return f"{title}\n\nThe {word} was seen at the quay on Monday, the harbour office said.\n\nNo {word} was hurt.\n"


def put(root: Path, name: str, word: str) -> Path:
    path = root / "content/raw" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(story(f"Story of the {word} is told", word), encoding="utf-8")
    return path


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", "-- content/pages/about.md --\nAbout.\n")


def told(root: Path) -> dict[str, str]:
    """The raw file of each article → its text."""
    return {meta.source.file: body for meta, body in articles(root).values()}


def test_a_raw_file_set_aside_for_a_new_one_of_its_name_keeps_its_article(bare: Path) -> None:
    latest = put(bare, "latest.txt", "seal")
    take_in(bare)
    latest.rename(bare / "content/raw/old-1.txt")
    put(bare, "latest.txt", "heron")
    report = take_in(bare)
    assert (report.count("new"), report.count("renewed"), report.count("duplicate")) == (1, 1, 0)
    assert "seal" in told(bare)["raw/old-1.txt"]
    assert "heron" in told(bare)["raw/latest.txt"]


def test_raw_files_renamed_in_a_row_keep_their_articles_and_what_was_edited(bare: Path) -> None:
    raw = bare / "content/raw"
    put(bare, "1.txt", "seal")
    put(bare, "2.txt", "heron")
    put(bare, "3.txt", "otter")
    take_in(bare)
    (heron,) = (path for path in articles(bare) if "heron" in path)
    edit(bare / "content/articles" / heron, 'title: "Story', 'title: "The story')
    (raw / "2.txt").rename(raw / "3.txt")
    (raw / "1.txt").rename(raw / "2.txt")
    put(bare, "1.txt", "crab")
    take_in(bare)
    assert len(articles(bare)) == 4
    assert {word for _, body in articles(bare).values() for word in ("seal", "heron", "otter", "crab") if word in body} == {
        "seal", "heron", "otter", "crab",
    }  # fmt: skip
    assert articles(bare)[heron][0].source.file == "raw/3.txt"
    assert articles(bare)[heron][0].title == "The story of the heron is told"


def test_swapped_names_leave_a_persons_edit_on_its_text(bare: Path) -> None:
    a, b = put(bare, "a.txt", "seal"), put(bare, "b.txt", "heron")
    take_in(bare)
    (path,) = (path for path in articles(bare) if "seal" in path)
    edit(bare / "content/articles" / path, 'title: "Story of', 'title: "Tale of')
    b.rename(a.with_name("c"))
    a.rename(b)
    a.with_name("c").rename(a)
    take_in(bare)
    meta, body = articles(bare)[path]
    assert (meta.title, meta.source.file) == ("Tale of the seal is told", "raw/b.txt")
    assert "seal" in body


def test_the_duplicate_of_a_text_that_was_rewritten_becomes_its_article(bare: Path) -> None:
    a, b = put(bare, "a.txt", "seal"), put(bare, "b.txt", "seal")
    take_in(bare)
    put(bare, "a.txt", "heron")
    report = take_in(bare)
    assert [(item.raw, item.outcome) for item in report.items] == [
        (f"content/raw/{a.name}", "renewed"),
        (f"content/raw/{b.name}", "new"),
    ]
    assert "seal" in told(bare)["raw/b.txt"]
    assert {meta.source.also for meta, _ in articles(bare).values()} == {()}
    assert take_in(bare).count("unchanged") == 2


def test_a_date_that_was_given_lasts(bare: Path) -> None:
    one = put(bare, "one.txt", "seal")
    put(bare, "two.txt", "heron")
    take_in(bare, one, date=edtf.parse("2020-01-01"))
    take_in(bare)
    take_in(bare, again=True)
    assert {meta.source.file: dated(meta) for meta, _ in articles(bare).values()} == {
        "raw/one.txt": "2020-01-01",
        "raw/two.txt": "",
    }
    three = put(bare.parent / "pile", "three.txt", "otter")
    report = take_in(bare, three, date=edtf.parse("2021-01-01"))
    assert [item.raw for item in report.items] == ["content/raw/three.txt"]
    assert sorted(dated(meta) for meta, _ in articles(bare).values()) == ["", "2020-01-01", "2021-01-01"]


def test_a_failure_leaves_what_is_known_of_an_article(bare: Path) -> None:
    put(bare, "a.txt", "seal")
    take_in(bare)
    path, _, _ = only_article(bare)
    sidecar = bare / "content/raw/a.yaml"
    sidecar.write_text("date: soon\n", encoding="utf-8")
    assert take_in(bare).count("rejected") == 1
    sidecar.unlink()
    assert take_in(bare).count("unchanged") == 1
    path.unlink()
    sidecar.write_text("date: 31/31/2020\n", encoding="utf-8")
    assert take_in(bare).count("rejected") == 1
    sidecar.write_text("date: 2020-01-31\n", encoding="utf-8")
    assert take_in(bare).count("deleted") == 1
    assert articles(bare) == {}


def test_a_renamed_item_that_failed_in_between_is_still_one_article(bare: Path) -> None:
    put(bare, "a.txt", "seal").rename(bare / "content/raw/z.txt")
    take_in(bare)
    (bare / "content/raw/z.txt").rename(bare / "content/raw/b.txt")
    take_in(bare)
    for said in ("date: soon\n", "section: Coast\n"):
        (bare / "content/raw/b.yaml").write_text(said, encoding="utf-8")
        take_in(bare)
    assert only_article(bare)[1].section == "Coast"


def test_a_new_text_arrives_once_the_article_is_mended(bare: Path) -> None:
    put(bare, "a.txt", "seal")
    take_in(bare)
    path, _, _ = only_article(bare)
    edit(path, 'title: "Story', 'title: A tale: "Story')
    put(bare, "a.txt", "heron")
    for _ in range(2):
        assert take_in(bare).count("rejected") == 1
    edit(path, 'title: A tale: "Story', 'title: "Story')
    assert take_in(bare).count("renewed") == 1
    assert "heron" in told(bare)["raw/a.txt"]


def test_each_sidecar_goes_with_its_own_raw_file(bare: Path) -> None:
    first, second = bare.parent / "p1", bare.parent / "p2"
    write(first, "-- x.txt --\n" + story("Seals return", "seal"))
    write(second, "-- x.txt --\n" + story("Herons return", "heron") + "-- x.yaml --\ndate: 2020-02-02\n")
    (first / "site.yaml").unlink()
    (second / "site.yaml").unlink()
    take_in(bare, first)
    assert take_in(bare, second).count("rejected") == 0
    assert {meta.title: dated(meta) for meta, _ in articles(bare).values()} == {
        "Seals return": "",
        "Herons return": "2020-02-02",
    }
    (second / "x.yaml").write_text("date: 2020-03-03\n", encoding="utf-8")
    take_in(bare, second)
    assert sorted(dated(meta) for meta, _ in articles(bare).values()) == ["", "2020-03-03"]


def test_the_archive_is_never_copied_into_itself(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(bare, "a.txt", "seal")
    before = tree(bare / "content/raw")
    monkeypatch.chdir(bare)
    for given in (Path(), Path("content/raw/../raw/a.txt"), Path("..")):
        take_in(bare, given)
        assert tree(bare / "content/raw") == before
        only_article(bare)
    with pytest.raises(UsageError, match="content/raw"):
        take_in(bare, Path("site.yaml"))


def test_a_trial_knows_duplicates_and_looks_elsewhere(bare: Path) -> None:
    pile = bare.parent / "pile/content/raw"
    put(bare.parent / "pile", "a.txt", "seal")
    put(bare.parent / "pile", "b.txt", "seal")
    before = tree(bare)
    report = take_in(bare, pile, dry_run=True)
    assert (report.count("new"), report.count("duplicate")) == (1, 1)
    assert tree(bare) == before


def test_a_link_an_odd_name_and_a_sidecar_with_id_and_slug(bare: Path) -> None:
    put(bare, "U.S. embassy in Baghdad", "seal")
    put(bare, "2020.11.18", "heron")
    put(bare, "named.txt", "otter")
    write(bare, "-- content/raw/named.yaml --\nid: otter-1\nslug: The Otter\n")
    (bare / "content/raw/link.txt").symlink_to(bare / "site.yaml")
    Path(os.fsdecode(os.fsencode(bare / "content/raw") + b"/caf\xe9.txt")).write_text(story("Cafes", "crab"))
    report = take_in(bare)
    assert [(p.location.path, "link" in p.message) for p in report.problems] == [("content/raw/link.txt", True)]
    assert report.count("new") == 4
    assert ("otter-1", "the-otter") in {(meta.id, meta.slug) for meta, _ in articles(bare).values()}
    assert r"content/raw/caf\xe9.txt" in {item.raw for item in report.items}
    assert take_in(bare).count("unchanged") == 4


def test_only_the_date_keeps_its_mark_and_the_rest_for_another_time(bare: Path) -> None:
    put(bare, "a.txt", "seal")
    take_in(bare)
    put(bare, "a.txt", "heron")
    write(bare, "-- content/raw/a.yaml --\nsection: Coast\n")
    take_in(bare, bare / "content/raw/a.txt", again=True, only=("date",), date=edtf.parse("2020-02-02"))
    assert dated(only_article(bare)[1]) == "2020-02-02"
    assert "seal" in only_article(bare)[2]
    assert take_in(bare).count("renewed") == 1
    assert "heron" in told(bare)["raw/a.txt"]


def test_an_article_that_lost_its_id_is_left_alone_and_named(bare: Path) -> None:
    raw = put(bare, "a.txt", "seal")
    take_in(bare)
    path, meta, _ = only_article(bare)
    edit(path, f"id: {meta.id}\n", "")
    (problem,) = take_in(bare, raw, again=True).problems
    assert f"id: {meta.id}" in problem.message
    only_article(bare)


def test_a_lost_ledger_knows_renamed_raw_files_and_duplicates(bare: Path) -> None:
    put(bare, "b.txt", "seal")
    take_in(bare)
    (bare / "content/raw/b.txt").rename(bare / "content/raw/c.txt")
    put(bare, "a.txt", "seal")
    put(bare, "z.txt", "seal")
    take_in(bare)
    before = tree(bare / "content/articles")
    for file in (bare / "content/ledger").iterdir():
        file.unlink()
    report = take_in(bare)
    assert report.count("new") == 0
    assert len(report.items) == 3
    assert tree(bare / "content/articles") == before
