"""`backfile release`: what is public once, stays found. What becomes of an article, the command and its pages say."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.errors import ConfigError
from generator.publish import moved
from generator.publish.model import Released
from tests.newsroom import Newsroom
from tests.story import Page

FAIR, STORM = "2021/03/02/fair.html", "2021/03/04/storm.html"


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """Two articles, released."""
    room = Newsroom(tmp_path)
    room.story("fair", title="Fair", date="2021-03-02", slug="fair", id="i1")
    room.story("storm", title="Storm", date="2021-03-04", slug="storm", id="i2")
    done = backfile(room, "release")
    assert done.exit_code == 0, done.output
    assert "2  new         public from now on" in done.output
    return room


def backfile(room: Newsroom, *words: str) -> Result:
    return CliRunner().invoke(cli.main, ["--site", str(room.root), *words])


def rows(room: Newsroom) -> dict[str, str]:
    return {row.path: row.id for row in moved.parse((room.root / moved.NAME).read_text())}


def test_what_is_public_is_written_down_once(room: Newsroom) -> None:
    assert rows(room) == {FAIR: "i1", STORM: "i2"}
    before = (room.root / moved.NAME).read_bytes()
    again = backfile(room, "release")
    assert again.exit_code == 0
    assert "nothing has changed" in again.output
    assert (room.root / moved.NAME).read_bytes() == before
    room.check_clean()


def test_an_article_without_an_id_gets_one_by_which_it_is_known(room: Newsroom) -> None:
    path = room.root / "content/articles/own.md"
    path.write_text("---\r\ntitle: Own # mine\r\ndate: 2021-03-07\r\nslug: own\r\n---\r\n\r\nSo.\r\n", newline="")
    assert "An id was written into 1 article" in backfile(room, "release").output
    with path.open(newline="") as written:
        text = written.read()
    id = rows(room)["2021/03/07/own.html"]
    assert [line for line in text.split("\r\n") if id in line] == [text.split("\r\n")[1]]
    assert "\r\ntitle: Own # mine\r\n" in text
    path.write_text(text.replace("2021-03-07", "2021-03-08"), newline="")
    room.build()
    assert Page(room.output, "2021/03/07/own.html").hrefs[-1].endswith("2021/03/08/own.html")
    room.check_clean()


def test_the_later_of_two_releases_on_a_day_counts(room: Newsroom) -> None:
    room.story("fair", slug="a-fair")
    first = moved.parse((room.root / moved.NAME).read_text())
    room.put(moved.NAME, moved.written([row._replace(since="2026-01-01T10:00:00Z") for row in first]))
    backfile(room, "release")
    assert "moved" not in backfile(room, "release").output.partition("Addresses:")[2]
    assert "left the address" not in backfile(room, "check").output


def test_an_id_that_no_line_can_hold_is_named(room: Newsroom) -> None:
    room.story("tab", title="Tab", date="2021-03-08", slug="tab", id='"a\\tb"')
    done = backfile(room, "release")
    assert done.exit_code == 1
    assert "the id of 2021/03/08/tab.html" in done.output


def test_a_trial_releases_nothing(room: Newsroom) -> None:
    room.story("calm", title="Calm", date="2021-03-05", slug="calm", id="i3")
    done = backfile(room, "release", "--dry-run")
    assert "1  new" in done.output
    assert set(rows(room)) == {FAIR, STORM}


@pytest.mark.parametrize("fields", [{"date": "2021-03-09"}, {"slug": "the-fair"}], ids=["date mended", "slug changed"])
def test_an_article_that_moved_is_named_cited_as_released_and_released_anew(
    room: Newsroom, fields: dict[str, str]
) -> None:
    room.put("site.yaml", "title: T\nurl: https://example.org/a/\n")
    room.story("fair", **fields)
    room.check_clean()
    here = next(path for path in room.pages() if path.endswith("fair.html") and path != FAIR)
    assert f"https://example.org/a/{FAIR}" in (room.output / here).read_text()
    checked = backfile(room, "check")
    assert checked.exit_code == 0
    assert f"{FAIR} → {here}" in checked.output
    done = backfile(room, "release")
    assert f"{FAIR} → {here}" in done.output
    assert rows(room) == {FAIR: "i1", STORM: "i2", here: "i1"}
    assert f"https://example.org/a/{FAIR}" not in (room.output / here).read_text()
    assert Page(room.output, FAIR).hrefs[-1].endswith(here.rpartition("/")[2])
    room.check_clean()
    assert "left the address" not in backfile(room, "check").output


def test_one_that_was_deleted_is_named_until_something_takes_its_place(room: Newsroom) -> None:
    room.drop("fair")
    room.check_clean()
    checked = backfile(room, "check")
    assert checked.exit_code == 0
    assert FAIR in checked.output
    assert "1  gone" in backfile(room, "release").output
    assert "No longer in this archive" in (room.output / FAIR).read_text()
    room.story("storm", aliases=f"[/{FAIR}]")
    room.check_clean()
    assert FAIR not in backfile(room, "check").output
    assert Page(room.output, FAIR).hrefs[-1].endswith("storm.html")


def test_one_that_cannot_be_read_is_told_apart_from_one_that_is_gone(room: Newsroom) -> None:
    again = "has its page again when it is mended"
    room.drop("storm")
    assert again not in backfile(room, "check").output
    room.put("content/articles/fair.md", b"---\ntitle: [Fair\n---\n\nSo.\n")
    assert again in backfile(room, "check").output


def test_one_that_was_withdrawn_stands_where_it_stood(room: Newsroom) -> None:
    room.story("fair", status="withdrawn")
    room.check_clean()
    assert "Fair" not in (room.output / FAIR).read_text()
    assert FAIR not in backfile(room, "check").output
    assert rows(room) == {FAIR: "i1", STORM: "i2"}


def test_nothing_is_released_while_an_address_is_anothers(room: Newsroom) -> None:
    room.story("fair", date="2021-03-09")
    room.story("new", title="Another fair", date="2021-03-02", slug="fair", id="i3")
    done = backfile(room, "release")
    assert done.exit_code == 1
    assert "was released for the article i1" in " ".join(done.output.split())
    assert "Nothing was released" in done.output
    assert set(rows(room)) == {FAIR, STORM}


def test_nothing_is_released_while_something_is_to_be_mended(room: Newsroom) -> None:
    room.put("content/raw/picture.xcf", b"x")
    done = backfile(room, "release")
    assert done.exit_code == 1
    assert "Nothing was released" in done.output


def test_an_article_that_comes_back_is_cited_where_it_stands() -> None:
    before = (Released("a.html", "i1", "2026-01-01"), Released("b.html", "i1", "2026-02-01"))
    assert moved.latest(before) == {"i1": "b.html"}
    assert moved.cited(before, {"i1": "c.html"}) == {"i1": "b.html"}
    assert moved.cited(before, {"i1": "a.html"}) == {}
    after = moved.added(before, {"i1": "a.html"}, "2026-03-01")
    assert moved.latest(after) == {"i1": "a.html"}
    assert moved.added(after, {"i1": "a.html"}, "2026-04-01") == after
    assert moved.parse(moved.written(after)) == tuple(sorted(after))


@pytest.mark.parametrize(
    "line",
    [
        "a.html",
        "a.html\t",
        "\ti1\t2026-01-01",
        "/a.html\ti1",
        "../a.html\ti1",
        "a/\ti1",
        "tags/a.html\ti1",
        "Index.html\ti1",
    ],
)
def test_a_line_that_is_no_released_address_is_named(line: str) -> None:
    with pytest.raises(ConfigError, match="take the line out, or write"):
        moved.parse(f"# released\n{line}\n")
