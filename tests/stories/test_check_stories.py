"""`check` and `why` over the life of an archive: a tick holds until its source changes, a decision settles many."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli, files
from generator.fingerprint import digest
from generator.ingest.review import checked, questions
from tests.story import articles, build, take_in, tree, write

WHO = "Ada Bert Cora Dirk Edda Finn Gesa Hugo Inga Jens Karl Lena Mads Nora Odin Pia Quin Rosa Sven Tilda Udo".split()
SPONSOR = "This evening is brought to you by the Harbour Bank"


def story(n: int, *more: str, date: str = "") -> str:
    """A raw file of its own; `more` are further lines below the first paragraph."""
    first = f"{WHO[n]} tells a tale of the quay that nobody but {WHO[n]} of number {n} can have heard before."
    last = f"By the evening all the boats were out at sea again, and {WHO[n]} went home over the hill, as on all days."
    body = "\n\n".join([first, *more, last])
    return f"-- content/raw/{date}tale{n}.txt --\nTale {n} of the quay\n\n{body}\n"


def backfile(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.main, ["--site", str(root), *words], catch_exceptions=False)


def asked(root: Path, *words: str) -> dict[str, str]:
    """Sentence → code of what is asked."""
    return {one["question"]: one["code"] for one in json.loads(backfile(root, "check", "--json", *words).output)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "".join(story(n, date="2020-11-18-") for n in range(3)))
    take_in(tmp_path)
    return tmp_path


# ── Ticks ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_ticked_off_stays_ticked_until_its_source_changes(tmp_path: Path) -> None:
    root = write(tmp_path, story(1) + story(2))
    take_in(root)
    ((sentence, code),) = asked(root).items()
    assert sentence == "2 articles have no date."
    assert "Ticked off: 2 articles have no date." in backfile(root, "check", "--done", code).output
    assert asked(root) == {}
    assert list(asked(root, "--all")) == [sentence]
    assert "1 question ticked off" in backfile(root, "check").output
    take_in(root, again=True)
    assert asked(root) == {}

    write(root, story(2, "A word was added to the tale, and it is another tale now than it was before."))
    take_in(root)
    assert asked(root) == {"1 article has no date.": code}


def test_new_articles_are_asked_about_alone(tmp_path: Path) -> None:
    root = write(tmp_path, story(1) + story(2))
    take_in(root)
    backfile(root, "check", "--done", *asked(root).values())
    take_in(write(root, story(3)))
    assert list(asked(root)) == ["1 article has no date."]
    shown = backfile(root, "check").output
    assert "Tale 3 of the quay" in shown
    assert "Tale 1 of the quay" not in shown


def test_a_tick_can_be_taken_back(root: Path) -> None:
    ((sentence, code),) = asked(root).items()
    backfile(root, "check", "--done", code[:5])
    assert asked(root) == {}
    assert "Open again" in backfile(root, "check", "--undo", code).output
    assert asked(root) == {sentence: code}
    assert "It was not ticked off" in backfile(root, "check", "--undo", code).output


def test_one_case_of_many_can_be_ticked_off_alone(root: Path) -> None:
    ((sentence, code),) = asked(root).items()
    assert sentence.startswith("3 dates are known from")
    (question,) = json.loads(backfile(root, "check", "--json").output)
    assert all(case["code"][:5] in backfile(root, "check", code).output for case in question["cases"])
    backfile(root, "check", "--done", question["cases"][1]["code"])
    assert [sentence[:20] for sentence in asked(root)] == ["2 dates are known fr"]


def test_the_ticks_are_a_file_to_read_and_to_edit(root: Path) -> None:
    backfile(root, "check", "--done", *asked(root).values())
    path = root / checked.NAME
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    assert [row.split("\t")[2] for row in rows] == [
        f"date of path: content/raw/2020-11-18-tale{n}.txt" for n in range(3)
    ]
    path.write_text("\n".join(line for line in lines if "tale1" not in line) + "\n", encoding="utf-8")
    assert [sentence[:10] for sentence in asked(root)] == ["1 date is "]


def rename(root: Path, old: str, new: str) -> None:
    (root / "content/raw" / old).rename(root / "content/raw" / new)
    take_in(root)


def test_a_tick_holds_though_the_raw_file_is_renamed(tmp_path: Path) -> None:
    root = write(tmp_path, story(1) + story(2))
    take_in(root)
    backfile(root, "check", "--done", *asked(root).values())
    rename(root, "tale1.txt", "letter.txt")
    assert asked(root) == {}


def test_a_tick_on_a_pair_holds_though_the_first_becomes_the_second(tmp_path: Path) -> None:
    other = story(2).replace("Tale 2 of the quay", "Tale 1 of the quay")
    root = write(tmp_path, story(1) + other)
    take_in(root)
    assert len(asked(root)) == 2
    backfile(root, "check", "--done", *asked(root).values())
    rename(root, "tale1.txt", "yarn.txt")
    assert asked(root) == {}


def test_a_tick_of_a_file_that_was_made_with_names_of_raw_files_holds_and_can_be_taken_back(tmp_path: Path) -> None:
    other = story(2).replace("Tale 2 of the quay", "Tale 1 of the quay")
    root = write(tmp_path, story(1) + other)
    take_in(root)
    one, two = (f"content/raw/tale{n}.txt" for n in (1, 2))
    hashes = [hashlib.sha256((root / raw).read_bytes()).hexdigest() for raw in (one, two)]
    ticks = [(questions.code("undated", raw), sha256) for raw, sha256 in zip((one, two), hashes, strict=True)]
    ticks.append((questions.code("alike", f"{one}\0{two}"), digest(tuple(hashes))[:12]))
    write(root, "-- content/checked.tsv --\n" + "".join(f"{name}\t{basis}\tof old\n" for name, basis in ticks))
    assert asked(root) == {}
    backfile(root, "check", "--undo", *asked(root, "--all").values())
    assert len(asked(root)) == 2


def test_ticking_twice_writes_once_and_the_same_bytes(root: Path) -> None:
    codes = list(asked(root).values())
    backfile(root, "check", "--done", *codes)
    before = (root / checked.NAME).stat().st_mtime_ns
    assert "Ticked off already" in backfile(root, "check", "--done", *codes).output
    assert (root / checked.NAME).stat().st_mtime_ns == before


def test_a_file_of_ticks_that_is_broken_is_named_with_its_line(root: Path) -> None:
    write(root, "-- content/checked.tsv --\n# ticks\n\n<<<<<<< mine\n")
    done = backfile(root, "check")
    assert done.exit_code == 2
    assert "content/checked.tsv:3" in done.output


def test_a_look_writes_nothing(root: Path) -> None:
    build(root)
    before = tree(root)
    backfile(root, "check")
    backfile(root, "check", "--all", "--json")
    backfile(root, "why", "Tale 1")
    assert tree(root) == before


def test_ticks_wait_for_a_build_that_runs(root: Path) -> None:
    class WaitedError(Exception):
        pass

    def waiting() -> None:
        raise WaitedError

    with files.lock(root / ".backfile" / "lock", lambda: None), pytest.raises(WaitedError):
        checked.change(root, waiting=waiting)


# ── A decision for many ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_line_in_many_articles_is_cut_or_kept_by_one_line_of_site_yaml(tmp_path: Path) -> None:
    dated = (story(n, SPONSOR, date=f"2020-11-{n + 1:02}-") for n in range(9))
    root = write(tmp_path, "".join(dated))
    take_in(root)
    (sentence,) = [sentence for sentence in asked(root) if SPONSOR in sentence]
    assert sentence == f"“{SPONSOR}” stands in 9 articles: keep or cut?"
    printed = backfile(root, "check").output
    assert f'- "{SPONSOR}"\n' in printed

    write(root, f'-- site.yaml --\ntitle: The Test Gazette\ningest:\n  cut:\n    - "{SPONSOR}"\n')
    assert not [one for one in asked(root) if SPONSOR in one]
    take_in(root, again=True)
    assert all(SPONSOR not in body for _, body in articles(root).values())
    assert not [one for one in asked(root) if SPONSOR in one]


def test_a_tick_on_a_line_holds_for_new_files(tmp_path: Path) -> None:
    root = write(tmp_path, "".join(story(n, SPONSOR, date=f"2020-11-{n + 1:02}-") for n in range(9)))
    take_in(root)
    (code,) = [code for sentence, code in asked(root).items() if SPONSOR in sentence]
    backfile(root, "check", "--done", code)
    take_in(write(root, story(20, SPONSOR, date="2020-11-20-")))
    assert not [one for one in asked(root) if SPONSOR in one]


def test_a_line_learned_after_the_ledger_was_lost_is_asked_about_where_it_still_stands(tmp_path: Path) -> None:
    told = [story(n, SPONSOR, date=f"2020-11-{n + 1:02}-").replace("Tale", WHO[n]) for n in range(20)]
    root = write(tmp_path, "".join(told[:15]))
    take_in(root)
    shutil.rmtree(root / "content/ledger")
    take_in(write(root, "".join(told[15:])))
    (left, _) = [sentence for sentence in asked(root) if SPONSOR in sentence]
    assert (
        left == f"“{SPONSOR}” is cut for recurring, but stands in articles that the ledger had lost (15): take it out?"
    )
    for path in (root / "content/articles").rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace(f"{SPONSOR}\n\n", ""), encoding="utf-8")
    assert len([sentence for sentence in asked(root) if SPONSOR in sentence]) == 1, "that it was cut from all"


# ── What is work to do, and what is settled ──────────────────────────────────────────────────────────────────────


def test_a_rejected_file_comes_first_and_makes_the_exit_code_1(root: Path) -> None:
    assert backfile(root, "check").exit_code == 0
    take_in(write(root, "-- content/raw/photo.xcf --\nx\n"))
    done = backfile(root, "check")
    assert done.exit_code == 1
    assert done.output.startswith("To mend: 1\n")
    assert "content/raw/photo.xcf" in done.output
    (root / "content/raw/photo.xcf").unlink()
    write(root, "-- content/articles/bad.md --\n---\ntitle: Bad\ndate: 18/11/2020\n---\n")
    assert "line 3: date: '18/11/2020'" in " ".join(backfile(root, "check").output.split())


def test_an_article_that_a_person_deleted_is_settled(root: Path) -> None:
    for path in (root / "content/articles").rglob("*.md"):
        path.unlink()
    take_in(root)
    assert asked(root) == {}
    assert "Nothing needs your eye." in backfile(root, "check").output


def test_what_a_person_mended_is_asked_no_more(root: Path) -> None:
    for path in (root / "content/articles").rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("2020-11-18", "2020-11-17"), encoding="utf-8")
    assert asked(root) == {}


def test_articles_with_one_headline_are_shown_as_a_pair(root: Path) -> None:
    other = "-- content/raw/2020-11-18-other.txt --\nTale 1 of the quay\n\nQuite another story was told that day by another, and it was told at some length, with many words, to all who came.\n"
    take_in(write(root, other))
    (sentence,) = [one for one in asked(root) if "copies" in one]
    assert sentence == "2 articles have one headline, or much the same text: copies?"


# ── How it reads ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_terminal_of_80_columns_is_enough(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for words in (["check"], ["why", "Tale 1"]):
        lines = backfile(root, *words).output.splitlines()
        assert not [line for line in lines if len(line) > 80 and max(map(len, line.split())) < 40]


def test_more_than_twenty_questions_are_counted(root: Path) -> None:
    names = (f"-- content/raw/{n}.txt.x{n} --\nx\n" for n in range(25))
    take_in(write(root, "".join(names)))
    shown = backfile(root, "check").output
    assert "and 5 others: backfile check --all" in shown
    assert "and 5 others" not in backfile(root, "check", "--all").output


@pytest.mark.parametrize("words", [["--done"], ["--undo"], ["--done", "zzzzz"], ["zzzzz"], ["--done", "--undo", "a"]])
def test_what_cannot_be_meant_is_wrong_usage(root: Path, words: list[str]) -> None:
    before = tree(root)
    assert backfile(root, "check", *words).exit_code == 2
    assert tree(root) == before
