"""The command line as a newcomer meets it: what it prints, what it leaves, and how it exits."""

import csv
import hashlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli, edtf
from tests.story import Page, article, articles, tree, write

ROOT = Path(__file__).parent.parent
RAW = "Quake shakes the coast\n\nA light earthquake shook the coast, the survey office said.\n\nNobody was hurt.\n"


def backfile(*words: object) -> Result:
    return CliRunner().invoke(cli.main, [str(word) for word in words])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", f"-- content/raw/quake.txt --\n{RAW}")


def test_init_makes_an_archive_that_is_built(tmp_path: Path) -> None:
    done = backfile("init", tmp_path / "mine")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "mine/output/index.html").exists()
    assert "What to do next" in done.output
    assert len(articles(tmp_path / "mine")) == 1
    again = backfile("--site", tmp_path / "mine", "build")
    assert "nothing has changed" in again.output


def test_init_from_a_pile_holds_that_pile_and_no_sample(tmp_path: Path) -> None:
    write(tmp_path / "scrapes", f"-- 2021/quake.txt --\n{RAW}")
    (tmp_path / "scrapes/site.yaml").unlink()
    done = backfile("init", tmp_path / "mine", "--from", tmp_path / "scrapes")
    assert done.exit_code == 0, done.output
    assert [meta.title for meta, _ in articles(tmp_path / "mine").values()] == ["Quake shakes the coast"]
    assert (tmp_path / "mine/content/raw/2021/quake.txt").read_text() == RAW


def test_init_does_not_touch_a_folder_that_holds_something(tmp_path: Path) -> None:
    write(tmp_path / "full", "-- letter.txt --\nmine\n")
    before = tree(tmp_path)
    done = backfile("init", tmp_path / "full")
    assert done.exit_code == 2
    assert "not empty" in done.output
    assert tree(tmp_path) == before


def test_build_says_what_went_in_what_came_out_and_where(root: Path) -> None:
    write(root, f"-- content/raw/copy.txt --\n{RAW}-- content/raw/photo.xcf --\nx\n")
    done = backfile("--site", root, "build")
    assert done.exit_code == 1
    for words in (
        "Raw articles: 3",
        "1  new",
        "1  duplicates",
        "1  rejected",
        "1  undated",
        "content/raw/photo.xcf",
        "pages",
        "index.html",
    ):
        assert words in done.output, words
    assert "the same as content/raw/copy.txt" in done.output


def test_cut_lines_are_told_by_text_with_counts(root: Path) -> None:
    for n in range(3):
        write(
            root,
            f"-- content/raw/{n}.txt --\nStory {n} of the coast\n\nIt happened on the coast, they said {n}.\n\nRelated Posts\nTotal\n0\nShare\n",
        )
    done = backfile("--site", root, "build")
    assert "3  Related Posts" in done.output
    assert "3  Share" in done.output


def test_the_archive_is_found_from_any_folder_inside_it(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=root / "content/raw",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (root / "output/index.html").exists()
    assert "\r" not in done.stdout + done.stderr, "no progress bar in a pipe"


def test_outside_an_archive_it_says_what_to_do(tmp_path: Path) -> None:
    done = backfile("--site", tmp_path, "build")
    assert done.exit_code == 2
    assert "backfile init" in done.output


def test_strict_leaves_the_output_alone_and_exits_with_1(root: Path) -> None:
    backfile("--site", root, "build")
    before = tree(root / "output")
    write(root, "-- content/articles/bad.md --\n---\ntitle: Bad\ndate: 18/11/2020\n---\n")
    done = backfile("--site", root, "build", "--strict")
    assert done.exit_code == 1
    assert "content/articles/bad.md:3" in done.output
    assert "2020-11-18" in done.output
    assert tree(root / "output") == before
    assert backfile("--site", root, "build").exit_code == 1


def test_a_trial_writes_nothing(root: Path) -> None:
    before = tree(root)
    done = backfile("--site", root, "build", "--dry-run")
    assert done.exit_code == 0
    assert "trial" in done.output
    assert tree(root) == before


def test_json_is_for_machines(root: Path) -> None:
    told = json.loads(backfile("--site", root, "ingest", "--json").stdout)
    assert told["items"][0]["outcome"] == "new"
    assert told["items"][0]["raw"] == "content/raw/quake.txt"


def test_a_date_for_all_and_a_date_that_is_none(root: Path) -> None:
    wrong = backfile("--site", root, "ingest", "--date", "18.11.2020")
    assert wrong.exit_code == 2
    assert "2020-11-18" in wrong.output
    assert backfile("--site", root, "ingest", "--date", "2020-11-18").exit_code == 0
    ((meta, _),) = articles(root).values()
    assert meta.date
    assert meta.date.text == "2020-11-18"
    assert "date" not in dict(meta.inferred)


def test_what_an_article_says_cannot_steer_the_terminal(root: Path) -> None:
    write(root, "-- content/raw/a\x1b[31mred.xcf --\nx\n")
    assert "\x1b" not in backfile("--site", root, "build").output


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────────


def chain(root: Path) -> Path:
    """Five undated articles in a row, one of them dated; one that stands alone."""
    for n in range(5):
        source = f'{{previous: "{f"Part {n - 1} of the tale" if n else ""}", next: "Part {n + 1} of the tale"}}'
        write(
            root,
            f"-- content/articles/{n}.md --\n"
            + article(f"Part {n} of the tale", "2020-11-18" if n == 0 else "", source=source),
        )
    return write(root, "-- content/articles/alone.md --\n" + article("=SUM(A1) alone", ""))


def test_the_table_of_dates_begins_with_what_helps_most_and_is_taken_back(tmp_path: Path) -> None:
    root = chain(tmp_path / "archive")
    table = tmp_path / "dates.csv"
    done = backfile("--site", root, "dates", "--output", table)
    assert done.exit_code == 0, done.output
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 5
    assert rows[0]["file"] == "content/articles/4.md"
    assert int(rows[0]["helps"]) == 3
    assert rows[0]["chain"] == "4 of 4"
    assert [row["headline"] for row in rows if "alone" in row["headline"]] == ["'=SUM(A1) alone"]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Date", "note", "File"])
    writer.writerow(["2020-11-22", "x", "content/articles/4.md"])
    writer.writerow(["", "", "content/articles/3.md"])
    table.write_text(out.getvalue())
    taken = backfile("--site", root, "ingest", "--dates", table)
    assert taken.exit_code == 0, taken.output
    assert "1 article dated" in taken.output
    backfile("--site", root, "build")
    assert "about 18–22 November 2020" in Page(root / "output", "undated/part-3-of-the-tale.html").text
    assert "had that date already" in backfile("--site", root, "ingest", "--dates", table).output


def test_rows_that_cannot_be_used_are_named_with_their_line(tmp_path: Path) -> None:
    root = chain(tmp_path / "archive")
    table = (
        write(
            tmp_path / "t",
            "-- d.csv --\nfile,date\ncontent/articles/1.md,18/11/2020\nnowhere.md,2020\ncontent/articles/0.md,2021\ncontent/articles/2.md,2020-11\n",
        )
        / "d.csv"
    )
    done = backfile("--site", root, "ingest", "--dates", table)
    assert done.exit_code == 1
    for words in (
        "d.csv:2",
        "2020-11-18",
        "d.csv:3",
        "nowhere.md",
        "d.csv:4",
        "2020-11-18 already",
        "1 article dated",
    ):
        assert words in done.output, words


def test_a_table_that_is_being_filled_in_is_not_overwritten(tmp_path: Path) -> None:
    root = chain(tmp_path / "archive")
    table = tmp_path / "dates.csv"
    backfile("--site", root, "dates", "--output", table)
    assert backfile("--site", root, "dates", "--output", table).exit_code == 0
    table.write_text("file,date\ncontent/articles/1.md,2020-11-19\n")
    before = table.read_bytes()
    assert backfile("--site", root, "dates", "--output", table).exit_code == 2
    assert table.read_bytes() == before


def test_a_table_without_the_columns_says_which_line_to_write(tmp_path: Path) -> None:
    root = chain(tmp_path / "archive")
    table = write(tmp_path / "t", "-- d.csv --\nname,when\na,b\n") / "d.csv"
    done = backfile("--site", root, "ingest", "--dates", table)
    assert done.exit_code == 2
    assert "file,headline,chain,bracket,helps,date" in done.output


# ── Why ──────────────────────────────────────────────────────────────────────────────────────────────────────────

STORM = """-- site.yaml --
title: The Test Gazette
url: https://example.org/archive/
-- content/raw/2021-02-09-storm.txt --
Storm leaves the islands without power

By Noor Selwan

PORT SELLAN (HGN) — The storm broke the cable to the islands before dawn, the ferry company said.

Nobody was hurt, and the boats stayed in the harbour.

Share this article
"""


@pytest.fixture
def storm(tmp_path: Path) -> Path:
    root = write(tmp_path / "archive", STORM)
    backfile("--site", root, "build")
    return root


def test_why_tells_each_field_with_its_line_and_each_line_that_was_cut(storm: Path) -> None:
    told = backfile("--site", storm, "why", "content/raw/2021-02-09-storm.txt")
    assert told.exit_code == 0, told.output
    words = " ".join(told.output.split())
    for said in (
        "title Storm leaves the islands without power — the first line of the text, content/raw/2021-02-09-storm.txt:1",
        "content/raw/2021-02-09-storm.txt:5 “PORT SELLAN (HGN) —”",
        "content/raw/2021-02-09-storm.txt:3 “By Noor Selwan”",
        "date 2021-02-09 — from the name of the raw file, or of its folder — a guess, and its page says so",
        "Lines that were cut 9 Share this article —",
    ):
        assert said in words, said


@pytest.mark.parametrize(
    "what",
    [
        "content/raw/2021-02-09-storm.txt:5",
        "2021-02-09-storm.txt",
        "raw/2021-02-09-storm.txt",
        "content/articles/2021/02/storm-leaves-the-islands-without-power.md",
        "2021/02/storm-leaves-the-islands-without-power.md",
        "storm-leaves-the-islands-without-power",
        "storm LEAVES the isl",
        "Storm leaves the islands without power",
        "2021/02/09/storm-leaves-the-islands-without-power.html",
        "output/2021/02/09/storm-leaves-the-islands-without-power.html",
        "https://example.org/archive/2021/02/09/storm-leaves-the-islands-without-power.html#top",
    ],
)
def test_why_finds_an_article_by_all_that_it_is_called(storm: Path, what: str) -> None:
    told = json.loads(backfile("--site", storm, "why", "--json", what).output)
    assert told["path"] == "content/articles/2021/02/storm-leaves-the-islands-without-power.md"
    assert told["raw"] == "content/raw/2021-02-09-storm.txt"
    assert {"field": "agency", "value": "HGN", "why": "the dateline", "place": "content/raw/2021-02-09-storm.txt:5", "quote": "PORT SELLAN (HGN) —"} in told["fields"]  # fmt: skip


def test_why_by_id_by_full_path_and_by_its_sidecar(storm: Path) -> None:
    ((meta, _),) = articles(storm).values()
    write(storm, "-- content/raw/2021-02-09-storm.yaml --\nsection: Harbour\n")
    backfile("--site", storm, "build")
    for what in (meta.id, storm / "content/raw/2021-02-09-storm.txt", "content/raw/2021-02-09-storm.yaml"):
        told = " ".join(backfile("--site", storm, "why", what).output.split())
        assert "section Harbour — from the sidecar content/raw/2021-02-09-storm.yaml" in told


@pytest.mark.parametrize("what", ["content/raw/z.txt", "storm-leaves-the-islands-without-power", "file", "id"])
def test_why_reads_no_more_of_the_ledger_than_it_takes(storm: Path, what: str) -> None:
    write(storm, f"-- content/raw/z.txt --\n{STORM.split('.txt --')[1].lstrip()}")
    for n in range(30):
        write(storm, f"-- content/raw/{n}.txt --\nTale {n}\n\nIt was told on the quay, {n} times, by all who came.\n")
    backfile("--site", storm, "ingest")
    path, meta = next((path, meta) for path, (meta, _) in articles(storm).items() if meta.title.startswith("Storm"))
    needed = {hashlib.sha256(f"content/{raw}".encode()).hexdigest()[:2] for raw in (meta.source.file, "raw/z.txt")}
    for shard in (storm / "content/ledger").iterdir():
        if shard.stem not in needed:
            shard.write_text("broken")
    told = backfile("--site", storm, "why", {"file": f"content/articles/{path}", "id": meta.id}.get(what, what))
    assert told.exit_code == 0, told.output
    assert "the same article: content/raw/z.txt" in told.output
    assert "PORT SELLAN" in told.output


def test_why_of_several_asks_which(storm: Path) -> None:
    write(
        storm, f"-- content/articles/a.md --\n{article('Storm warning')}-- content/articles/b.md --\n{article('Storm')}"
    )
    asked = backfile("--site", storm, "why", "Sto")
    assert asked.exit_code == 2
    assert "any of 3 articles" in asked.output
    assert "content/articles/a.md  Storm warning" in asked.output
    told = backfile("--site", storm, "why", "storm")
    assert told.exit_code == 0, "the headline that is just this"
    assert "A person wrote this article" in told.output


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("tags/no-such.html", "is no address of this site"),
        ("output/no-such.css", "is no address of this site"),
        ("no-such.css", "is no article"),
        ("no such thing", "is no article"),
        ("content/raw/new.txt", "was not taken in yet"),
        ("\0", "is no article"),
    ],
)
def test_why_of_what_is_no_article_says_so(storm: Path, what: str, said: str) -> None:
    write(storm, "-- content/raw/new.txt --\nNew\n\nIt is new.\n")
    told = backfile("--site", storm, "why", what)
    assert told.exit_code == 2
    assert said in told.output


def test_why_of_a_rejected_a_doubled_and_a_deleted_one(storm: Path) -> None:
    write(storm, f"-- content/raw/photo.xcf --\nx\n-- content/raw/z.txt --\n{STORM.split('.txt --')[1].lstrip()}")
    backfile("--site", storm, "build")
    assert "Rejected: " in backfile("--site", storm, "why", "content/raw/photo.xcf").output
    assert "the same article: content/raw/z.txt" in backfile("--site", storm, "why", "content/raw/z.txt").output
    next((storm / "content/articles").rglob("*.md")).unlink()
    told = " ".join(backfile("--site", storm, "why", "content/raw/2021-02-09-storm.txt").output.split())
    assert "A person deleted the article." in told


@pytest.mark.parametrize("asked", ["content/raw/2021-02-09-storm.txt", "content/raw/z.txt"])
@pytest.mark.parametrize("where", ["", "content/articles", ".."])
def test_the_command_that_brings_an_article_back_works_from_where_it_was_printed(
    storm: Path, monkeypatch: pytest.MonkeyPatch, asked: str, where: str
) -> None:
    write(storm, f"-- content/raw/z.txt --\n{STORM.split('.txt --')[1].lstrip()}")
    backfile("--site", storm, "ingest")
    next((storm / "content/articles").rglob("*.md")).unlink()
    monkeypatch.chdir(storm / where)
    site = ("--site", storm) if where == ".." else ()
    for words in (("why", asked), ("ingest",)):
        printed = re.search(r"backfile (ingest --again .*)$", backfile(*site, *words).output, re.MULTILINE)
        assert printed
        assert backfile(*shlex.split(printed[1])).exit_code == 0
        assert len(articles(storm)) == 1, words
        next((storm / "content/articles").rglob("*.md")).unlink()


def test_why_of_an_article_that_is_gone_with_its_raw_file_names_no_command_that_fails(storm: Path) -> None:
    write(storm, f"-- content/raw/z.txt --\n{STORM.split('.txt --')[1].lstrip()}")
    backfile("--site", storm, "ingest")
    next((storm / "content/articles").rglob("*.md")).unlink()
    (storm / "content/raw/2021-02-09-storm.txt").unlink()
    told = " ".join(backfile("--site", storm, "why", "content/raw/z.txt").output.split())
    assert "its raw file is gone too: put content/raw/2021-02-09-storm.txt back first" in told


def test_the_help_of_ingest_says_how_a_date_is_written_and_how_it_exits() -> None:
    told = " ".join(backfile("ingest", "--help").output.split())
    for written in ("2020-11-18", "2020-11", "2020", "2020-11~", "../2020", "2018/2020"):
        assert written in told
        assert edtf.parse(written).text == written
    assert "Exits with 1" in told


@pytest.mark.parametrize("now", ["tomorrow", "", "2026-13-01", "9999-12-31"])
def test_a_time_that_is_none_is_told_before_anything_is_taken_in(root: Path, now: str) -> None:
    done = backfile("--site", root, "build", "--now", now)
    assert (done.exit_code, done.output.count("is no time")) == (2, 1)
    assert not (root / "content/articles").exists()


# ── Drafts and layouts ───────────────────────────────────────────────────────────────────────────────────────────


def test_new_begins_a_draft_that_build_shows_only_when_asked(root: Path) -> None:
    done = backfile("--site", root, "new", "A tale of the quay", "--date", "2021-03-04")
    assert done.exit_code == 0, done.output
    assert (root / "content/articles/2021/03/a-tale-of-the-quay.md").exists()
    backfile("--site", root, "new", "A tale of the quay", "--date", "2021-03-04")
    assert len(articles(root)) == 2
    assert "2  drafts" in backfile("--site", root, "build").output
    assert not (root / "output/2021").exists()
    backfile("--site", root, "build", "--drafts")
    assert (root / "output/2021/03/04/a-tale-of-the-quay.html").exists()


def test_new_writes_nothing_where_site_yaml_is_broken(root: Path) -> None:
    (root / "site.yaml").write_text("titel: The Test Gazette\n")
    assert backfile("--site", root, "new", "A tale of the quay").exit_code == 2
    assert not (root / "content/articles").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of that kind")
def test_new_in_a_terminal_whose_editor_is_not_there(root: Path) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "generator", "--site", str(root), "new", "A tale of the quay"]
    nowhere = os.environ | {"VISUAL": "no-such-editor", "EDITOR": ""}
    done = subprocess.run(command, stdin=theirs, stdout=theirs, stderr=theirs, env=nowhere, timeout=60, check=False)
    said = os.read(ours, 4096).decode()
    assert done.returncode == 1
    assert "A draft:" in said
    assert "It was not edited (no-such-editor: " in said
    assert "$VISUAL or $EDITOR names another editor." in said
    os.close(ours)
    os.close(theirs)


def test_new_is_dated_today_and_has_the_fields_to_fill_in(root: Path) -> None:
    (root / "site.yaml").write_text("title: The Test Gazette\nsections: [World, Sport]\n")
    backfile("--site", root, "new", "A tale: of the quay")
    ((path, (meta, body)),) = [one for one in articles(root).items() if "quay" in one[0]]
    assert meta.date
    assert abs((date.fromisoformat(meta.date.text) - date.today()).days) <= 1
    assert (meta.title, meta.status, meta.section, meta.tags, body.strip()) == (
        "A tale: of the quay",
        "draft",
        "",
        (),
        "",
    )
    written = (root / "content/articles" / path).read_text()
    assert "\nsection:  # World, Sport\nplace:\nauthors:\ntags:\nsummary:\n---\n" in written
    assert "drafts" in backfile("--site", root, "build").output
    backfile("--site", root, "new", "Some day", "--date", "")
    assert [meta.date for _, (meta, _) in articles(root).items() if meta.title == "Some day"] == [None]


def test_a_layout_can_be_copied_out_and_changed(root: Path) -> None:
    assert "article.html" in backfile("--site", root, "layouts").output
    assert backfile("--site", root, "layouts", "copy", "404.html").exit_code == 0
    assert backfile("--site", root, "layouts", "copy", "404.html").exit_code == 2
    assert backfile("--site", root, "layouts", "copy", "../site.yaml").exit_code == 2
    (root / "layouts/404.html").write_text("Gone fishing, {{ site.title }}")
    backfile("--site", root, "build")
    assert (root / "output/404.html").read_text() == "Gone fishing, The Test Gazette"
    assert "older theme" not in backfile("--site", root, "check").output
    copies = root / "layouts/.copies.tsv"
    copies.write_text(
        re.sub("[0-9a-f]{64}", "0" * 64, copies.read_text()) + "../site.yaml\t00\ngone.html\t00\nno line\n"
    )
    assert "Layouts copied from an older theme: 1\n  layouts/404.html\n" in backfile("--site", root, "check").output


def test_a_broken_layout_is_named_with_its_line(root: Path) -> None:
    write(root, "-- layouts/404.html --\n\n{{ site.titel }}\n")
    done = backfile("--site", root, "build")
    assert done.exit_code == 2
    assert "404.html:2" in done.output
