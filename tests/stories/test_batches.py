"""However the raw files came, in one run or in ten, in whatever order: the same Markdown."""

import random
import shutil
from itertools import count
from pathlib import Path

import pytest

from generator import edtf
from generator.errors import MachineError
from generator.ingest import articles as articles_module
from generator.ingest import intake
from tests.story import articles, build, take_in, tree, write

SLOGAN = "The Gazette, the voice of the harbour"
WORDS = (
    "anchor barge crane ditch eelgrass ferry gull harbour inlet jetty keel lighthouse mooring net oyster pier".split()
)


def story(n: int) -> str:
    """A story of its own under a slogan that every page of the paper prints."""
    one, two = WORDS[n % 16], WORDS[n // 16]
    said = [
        f"The {one} and the {two} number {word} were moved by the harbour board on a quiet morning." for word in WORDS
    ]
    return f"{SLOGAN}\n\nThe {one} that met a {two}\n\n" + "\n\n".join(said[n % 5 : n % 5 + 6]) + "\n"


def pile() -> dict[str, str]:
    """Thirty stories, three of them twice, two headlines on several stories, and one that says who wrote it."""
    raw = {f"{chr(97 + n * 7 % 26)}{n:02}.txt": story(n) for n in range(30)}
    raw["a-copy.txt"] = story(3)
    raw["z-copy.txt"] = story(3).replace("moved", "moved").replace(SLOGAN, SLOGAN.upper())
    raw["m-copy.txt"] = story(4)
    for name, other in (("k-again.txt", "rowed"), ("b-again.txt", "sailed"), ("y-again.txt", "towed")):
        raw[name] = story(5).replace("moved", other)
    raw["a-copy.yaml"], raw["z-copy.yaml"] = "authors: [Ada Brine]\n", "authors: [Tom Kelp]\nsection: Port\n"
    return raw


def put(root: Path, names: list[str], raw: dict[str, str]) -> None:
    write(root, "".join(f"-- content/raw/{name} --\n{raw[name]}" for name in names))
    for name in names:
        side = name.replace(".txt", ".yaml")
        if side in raw:
            (root / "content" / "raw" / side).write_text(raw[side], encoding="utf-8")


def in_one_run(root: Path) -> dict[str, bytes]:
    raw = pile()
    put(root, [name for name in raw if name.endswith(".txt")], raw)
    take_in(root)
    return tree(root / "content" / "articles")


@pytest.mark.parametrize("seed", range(4))
def test_ten_runs_in_any_order_make_the_same_markdown_as_one(tmp_path: Path, seed: int) -> None:
    raw = pile()
    names = sorted(name for name in raw if name.endswith(".txt"))
    random.Random(seed).shuffle(names)
    for n in range(10):
        put(tmp_path / "ten", names[n::10], raw)
        take_in(tmp_path / "ten")
    one = in_one_run(tmp_path / "one")
    assert tree(tmp_path / "ten" / "content" / "articles") == one
    take_in(tmp_path / "ten")
    assert tree(tmp_path / "ten" / "content" / "articles") == one


def test_files_given_one_by_one_make_the_same_markdown(tmp_path: Path) -> None:
    raw = pile()
    names = sorted((name for name in raw if name.endswith(".txt")), reverse=True)
    write(tmp_path / "many", "-- content/raw/.keep --\n")
    put(tmp_path / "elsewhere", names, raw)
    for name in names:
        take_in(tmp_path / "many", tmp_path / "elsewhere" / "content" / "raw" / name)
    assert tree(tmp_path / "many" / "content" / "articles") == in_one_run(tmp_path / "one")


def test_the_memory_of_lines_may_be_lost_or_garbage(tmp_path: Path) -> None:
    one = in_one_run(tmp_path)
    lines = tmp_path / ".backfile" / "lines"
    for spoilt in (None, b"", lines.read_bytes()[:-7], b"\0" * 400):
        if spoilt is None:
            lines.unlink()
        else:
            lines.write_bytes(spoilt)
        report = take_in(tmp_path)
        assert {item.outcome for item in report.items} <= {"unchanged", "duplicate"}
        assert tree(tmp_path / "content" / "articles") == one


def test_the_slogan_is_the_headline_until_the_pile_teaches_better(tmp_path: Path) -> None:
    raw = {f"{n:02}.txt": story(n) for n in range(30)}
    put(tmp_path, sorted(raw)[:10], raw)
    take_in(tmp_path)
    assert {meta.title for meta, _ in articles(tmp_path).values()} == {SLOGAN}
    put(tmp_path, sorted(raw), raw)
    report = take_in(tmp_path)
    assert report.count("renewed") == 10
    assert report.count("new") == 20
    assert all(meta.title.startswith("The ") and SLOGAN not in body for meta, body in articles(tmp_path).values())


def test_an_article_that_a_person_touched_keeps_its_name_and_their_words(tmp_path: Path) -> None:
    raw = {f"{n:02}.txt": story(n) for n in range(30)}
    put(tmp_path, sorted(raw)[:10], raw)
    take_in(tmp_path)
    path, (meta, _) = next(iter(articles(tmp_path).items()))
    file = tmp_path / "content" / "articles" / path
    file.write_text(file.read_text().replace(f'title: "{meta.title}"', "title: My own headline"), encoding="utf-8")
    assert "My own headline" in file.read_text()
    put(tmp_path, sorted(raw), raw)
    take_in(tmp_path)
    mine, _ = articles(tmp_path)[path]
    assert (mine.title, mine.slug, mine.id) == ("My own headline", meta.slug, meta.id)


def test_a_run_that_dies_while_it_writes_anew_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at each write in turn, without a word to the ledger."""
    raw = pile()
    names = sorted((name for name in raw if name.endswith(".txt")), reverse=True)
    one = in_one_run(tmp_path / "one")
    real = articles_module.files.write
    for fatal in count(0, 4):
        root = tmp_path / f"killed{fatal}"
        put(root, names[:12], raw)
        take_in(root)
        put(root, names, raw)
        written = 0

        def write_or_die(path: Path, content: bytes, fatal: int = fatal) -> bool:
            nonlocal written
            written += 1
            if written > fatal:
                raise MachineError("killed")
            return real(path, content)

        with monkeypatch.context() as patch:
            patch.setattr("generator.files.write", write_or_die)
            patch.setattr("generator.ingest.ledger.Ledger.save", lambda self: None)
            patch.setattr("generator.ingest.journal.Journal.close", lambda self: None)
            try:
                take_in(root)
            except MachineError:
                died = True
            else:
                died = False
        if not died:
            break
        take_in(root)
        take_in(root)
        assert tree(root / "content" / "articles") == one, fatal
    assert fatal > 20, "it died too seldom to show anything"


def test_the_site_built_from_ten_runs_is_the_site_built_from_one(tmp_path: Path) -> None:
    raw = pile()
    names = sorted(name for name in raw if name.endswith(".txt"))
    for n in range(10):
        put(tmp_path / "ten", names[9 - n :: 10], raw)
        take_in(tmp_path / "ten")
        build(tmp_path / "ten")
    in_one_run(tmp_path / "one")
    build(tmp_path / "one")
    assert tree(tmp_path / "ten" / "output") == tree(tmp_path / "one" / "output")


# ── What a person did stays ──────────────────────────────────────────────────────────────────────────────────────


def only(root: Path) -> Path:
    [path] = (root / "content" / "articles").rglob("*.md")
    return path


def alone(root: Path) -> Path:
    """One article, and its file."""
    put(root, ["b.txt"], {"b.txt": story(1)})
    take_in(root)
    return only(root)


def add_a_copy(root: Path) -> None:
    """A raw file of the same text, whose name goes before."""
    put(root, ["a.txt"], {"a.txt": story(1)})
    take_in(root)


def test_words_that_a_person_added_survive_a_run_that_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = alone(tmp_path)
    file.write_text(file.read_text() + "\nA paragraph of my own.\n")
    put(tmp_path, ["a.txt"], {"a.txt": story(1)})
    with monkeypatch.context() as patch:  # killed after the articles, before the ledger
        patch.setattr("generator.ingest.ledger.Ledger.save", lambda self: None)
        patch.setattr("generator.ingest.journal.Journal.close", lambda self: None)
        take_in(tmp_path)
    take_in(tmp_path)
    take_in(tmp_path, again=True)
    assert "A paragraph of my own." in only(tmp_path).read_text()


def test_a_slug_that_a_person_chose_stays(tmp_path: Path) -> None:
    file = alone(tmp_path)
    meta, _ = articles(tmp_path)[file.relative_to(tmp_path / "content/articles").as_posix()]
    file.write_text(file.read_text().replace(f"slug: {meta.slug}", "slug: my-own-slug"))
    add_a_copy(tmp_path)
    put(tmp_path, ["0.txt"], {"0.txt": story(1)})
    take_in(tmp_path)
    assert only(tmp_path) == file
    assert "slug: my-own-slug" in file.read_text()


def test_a_file_that_a_person_renamed_keeps_its_name(tmp_path: Path) -> None:
    file = alone(tmp_path)
    mine = file.rename(file.with_name("my-name.md"))
    take_in(tmp_path)
    add_a_copy(tmp_path)
    assert only(tmp_path) == mine


def test_a_comment_in_the_front_matter_is_a_persons_work(tmp_path: Path) -> None:
    file = alone(tmp_path)
    file.write_text(file.read_text().replace("---\n", "---\n# checked by Ada\n", 1))
    add_a_copy(tmp_path)
    assert "# checked by Ada" in only(tmp_path).read_text()


def test_a_deleted_article_stays_away_when_others_are_given(tmp_path: Path) -> None:
    raw = {f"{n:02}.txt": story(n) for n in range(30)}
    put(tmp_path / "site", sorted(raw)[:10], raw)
    take_in(tmp_path / "site")
    (file := next(iter((tmp_path / "site/content/articles").rglob("*.md")))).unlink()
    put(tmp_path / "more", sorted(raw)[10:], raw)
    report = take_in(tmp_path / "site", tmp_path / "more" / "content" / "raw")
    assert report.count("deleted") == 1
    assert not file.exists()


def test_a_run_that_is_stopped_settles_what_it_took_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = pile()
    names = sorted((name for name in raw if name.endswith(".txt")), reverse=True)
    put(tmp_path / "site", names[:12], raw)
    take_in(tmp_path / "site")
    put(tmp_path / "site", names, raw)
    taken = 0
    real = intake.Intake.take

    def take(self: intake.Intake, source: intake.Source, *, again: bool = False) -> None:
        nonlocal taken
        taken += 1
        if taken == 15:
            raise KeyboardInterrupt
        real(self, source, again=again)

    with monkeypatch.context() as patch:
        patch.setattr(intake.Intake, "take", take)
        with pytest.raises(KeyboardInterrupt):
            take_in(tmp_path / "site")
    take_in(tmp_path / "site")
    assert tree(tmp_path / "site" / "content" / "articles") == in_one_run(tmp_path / "one")


def test_what_a_duplicate_gave_is_not_lost_when_the_kept_one_is_read_again(tmp_path: Path) -> None:
    put(tmp_path, ["a.txt", "b.txt"], {"a.txt": story(1), "b.txt": story(1), "b.yaml": "section: Port\n"})
    take_in(tmp_path)
    (tmp_path / "content/raw/a.yaml").write_text("authors: [Ada Brine]\n")
    take_in(tmp_path)
    [(meta, _)] = articles(tmp_path).values()
    assert (meta.section, meta.authors) == ("Port", ("Ada Brine",))


def test_a_date_that_a_duplicate_gives_moves_the_article(tmp_path: Path) -> None:
    put(tmp_path / "two", ["a.txt"], {"a.txt": story(1)})
    take_in(tmp_path / "two")
    raw = {"a.txt": story(1), "b.txt": story(1), "b.yaml": "date: 2020-03-04\n"}
    for root in ("two", "one"):
        put(tmp_path / root, ["a.txt", "b.txt"], raw)
        take_in(tmp_path / root)
    assert tree(tmp_path / "two" / "content/articles") == tree(tmp_path / "one" / "content/articles")
    assert only(tmp_path / "two").parent.name == "03"


def copies() -> dict[str, str]:
    """One story five times: two copies print a day, and the first by name has one in its name only."""
    bare = story(1).removeprefix(f"{SLOGAN}\n\n")
    first, rest = bare.split("\n", 1)
    return {
        "2016-03-05-copy.txt": bare,
        "b.txt": bare,
        "c.txt": f"{first}\nBy Ada Brine\nMarch 3, 2016\n{rest}",
        "d.txt": f"{first}\nMarch 4, 2016\nBy Tom Kelp\n{rest}",
        "e.txt": bare,
    }


@pytest.mark.parametrize("seed", range(4))
def test_what_a_copy_states_beats_what_is_inferred_in_any_order(tmp_path: Path, seed: int) -> None:
    raw = copies()
    put(tmp_path / "one", list(raw), raw)
    take_in(tmp_path / "one")
    names = random.Random(seed).sample(sorted(raw), len(raw))
    for name in names:
        put(tmp_path / "many", [name], raw)
        take_in(tmp_path / "many")
    assert tree(tmp_path / "many/content/articles") == tree(tmp_path / "one/content/articles")
    [(meta, _)] = articles(tmp_path / "one").values()
    assert meta.date == edtf.parse("2016-03-03")
    assert "date" not in dict(meta.inferred)
    assert meta.authors == ("Ada Brine",)


def test_a_date_that_a_person_wrote_stays_whatever_a_copy_states(tmp_path: Path) -> None:
    raw = copies()
    put(tmp_path, ["2016-03-05-copy.txt"], raw)
    take_in(tmp_path)
    file = only(tmp_path)
    file.write_text(file.read_text().replace("date: 2016-03-05", "date: 2016-03-06"))
    put(tmp_path, ["c.txt"], raw)
    take_in(tmp_path)
    assert "date: 2016-03-06" in only(tmp_path).read_text()


def test_a_rejected_file_that_was_taken_away_is_forgotten(tmp_path: Path) -> None:
    alone(tmp_path)
    (tmp_path / "content/raw/x.pdf").write_bytes(b"%PDF-1.4")
    assert take_in(tmp_path).count("rejected") == 1
    (tmp_path / "content/raw/x.pdf").unlink()
    take_in(tmp_path)
    assert "x.pdf" not in "".join(path.read_text() for path in (tmp_path / "content/ledger").rglob("*.json"))


# ── What is remembered of how a file is read ─────────────────────────────────────────────────────────────────────


def test_a_file_is_read_as_the_format_that_was_said_when_it_was_taken_in(tmp_path: Path) -> None:
    raw = {f"{n:02}.txt": story(n) for n in range(19)}
    put(tmp_path, [*raw, "x.asc"], {**raw, "x.asc": story(19)})
    assert take_in(tmp_path).count("rejected") == 1
    assert take_in(tmp_path, tmp_path / "content/raw/x.asc", format=".txt").count("new") == 1
    assert all(SLOGAN not in meta.title for meta, _ in articles(tmp_path).values()), "it counts among the twenty"
    assert take_in(tmp_path, again=True).count("rejected") == 0
    (tmp_path / "content/raw/x.asc").rename(tmp_path / "content/raw/y.asc")
    shutil.rmtree(tmp_path / ".backfile")
    before = tree(tmp_path / "content/articles")
    assert take_in(tmp_path).count("rejected") == 0
    assert {path.rpartition("/")[2] for path in before} == {
        path.rpartition("/")[2] for path in tree(tmp_path / "content/articles")
    }
    put(tmp_path, ["y.asc"], {"y.asc": story(20)})
    assert take_in(tmp_path).count("renewed") == 1


# ── What is proposed ─────────────────────────────────────────────────────────────────────────────────────────────


def wired(n: int, agency: str) -> dict[str, str]:
    said = f"The {WORDS[n]} of the harbour board was moved by hand on a quiet morning, and nobody saw it go."
    return {f"wire{n:02}.txt": f"The {WORDS[n]} is gone\n\nPORT SELLAN ({agency}) — {said}\n"}


def test_ten_runs_propose_the_outlet_that_one_does(tmp_path: Path) -> None:
    raw = {name: text for n in range(10) for name, text in wired(n, "HGN" if n % 3 else "Reuters").items()}
    put(tmp_path / "one", sorted(raw), raw)
    assert take_in(tmp_path / "one").publisher == "HGN"
    for name in sorted(raw):
        put(tmp_path / "ten", [name], raw)
        last = take_in(tmp_path / "ten").publisher
    assert last == "HGN"


def test_ten_runs_propose_none_where_one_does_not(tmp_path: Path) -> None:
    raw = {name: text for n in range(12) for name, text in wired(n, "Reuters" if n < 6 else "HGN").items()}
    put(tmp_path, [name for name in raw if name < "wire06"], raw)
    take_in(tmp_path)
    put(tmp_path, [name for name in raw if name >= "wire06"], raw)
    assert take_in(tmp_path).publisher == ""


def test_a_run_that_reads_no_dateline_says_nothing_of_the_outlet_again(tmp_path: Path) -> None:
    raw = {name: text for n in range(6) for name, text in wired(n, "HGN").items()}
    put(tmp_path, list(raw), raw)
    assert take_in(tmp_path).publisher == "HGN"
    assert take_in(tmp_path).publisher == ""
