"""What the preview shows after any sequence of edits is what a clean build makes, byte for byte."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis.stateful import initialize, invariant

from generator.preview.desk import Desk
from generator.preview.state import Touched, again, first
from generator.preview.watching import survey, touched
from generator.publish import pages, pictures
from generator.publish.traces import MANIFEST
from tests.stories.test_edits import Edits, _run
from tests.story import article, build, write


class Previewed(Edits):
    """The same edits; after each, the folders that it touched are looked at, and nothing is built."""

    @initialize()
    def begin(self) -> None:
        super().begin()
        self.desk = Desk(first(self.room.root))
        self.seen = survey(self.room.root)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
        super().teardown()

    @invariant()
    def is_as_clean(self) -> None:
        if not hasattr(self, "desk"):
            return
        now = survey(self.room.root, self.seen)
        self.desk.update(touched(self.seen, now))
        self.seen = now
        _, site = self.room.clean()
        del site[MANIFEST]
        assert [path for path, content in site.items() if self.shown(path) != content] == []
        copied, album = self.desk.state.copied, self.desk.state.album
        smaller = {path for address in copied for path in pictures.copied(address, album)}
        assert set(pages.paths(self.desk.state.whole.archive)) | copied.keys() | smaller == site.keys()

    def shown(self, path: str) -> bytes | None:
        if file := self.desk.copied(path):
            return file.read_bytes()
        if (smaller := self.desk.smaller(path)) is not None:
            return smaller
        sheet = self.desk.sheet(path)
        return sheet.content if sheet and not sheet.wrong else None

    def break_one(self, number: int) -> None:
        """No rule here: what is broken stays as it was, where a clean build leaves it out."""

    def harm(self, number: int, harm: str) -> None:
        """No rule here: nothing stands in output/."""

    def forget(self) -> None:
        """No rule here: nothing is remembered."""


def test_pictures_are_shown_as_they_are_built(previewed: Previewed) -> None:
    for edit in (
        lambda: previewed.name_a_picture(0, "quay.jpg"),
        lambda: previewed.picture("large"),
        lambda: previewed.rewrite(1, "It happened.\n\n![The quay](/media/quay.jpg)"),
        lambda: previewed.picture("clear", "pier"),
        previewed.swap_pictures,
        lambda: previewed.picture("cut"),
        lambda: previewed.picture("middle"),
        lambda: previewed.picture(""),
    ):
        edit()
        previewed.is_as_clean()


@pytest.mark.timeout(240)
def test_the_preview_shows_what_a_clean_build_makes() -> None:
    _run(Previewed, 2, 6)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_the_preview_shows_what_a_clean_build_makes_after_many_edits() -> None:
    _run(Previewed, 150, 30)


@pytest.fixture
def previewed() -> Iterator[Previewed]:
    machine = Previewed()
    machine.begin()
    yield machine
    machine.teardown()


def test_what_breaks_stays_as_it_was_until_it_is_mended(previewed: Previewed) -> None:
    room, desk = previewed.room, previewed.desk
    good = desk.sheet("2021/03/02/a2.html")
    assert good
    assert not good.wrong
    mine = room.path("a2").read_bytes()
    room.put("content/articles/a2.md", "---\ntitle: A2\ndate: never\n---\n")
    with pytest.raises(AssertionError):
        previewed.is_as_clean()
    shown = desk.sheet("2021/03/02/a2.html")
    assert shown
    assert shown.content == good.content
    assert shown.wrong
    assert str(shown.wrong.location) == "content/articles/a2.md:3"
    (problem,) = [one for one in desk.state.problems if one.fatal]
    assert str(problem.location) == "content/articles/a2.md:3"
    room.put("content/articles/a3.md", room.path("a3").read_bytes() + b"\nMore.\n")  # another edit meanwhile
    with pytest.raises(AssertionError):
        previewed.is_as_clean()
    assert b"a2.html" in (previewed.shown("2021/03/03/a3.html") or b"")
    room.put("content/articles/a2.md", mine)
    previewed.is_as_clean()
    assert [one for one in desk.state.problems if one.fatal] == []


def test_one_that_is_broken_and_goes_is_gone(previewed: Previewed) -> None:
    previewed.room.put("content/articles/a2.md", "---\ntitle: A2\ndate: never\n---\n")
    with pytest.raises(AssertionError):
        previewed.is_as_clean()
    previewed.room.drop("a2")
    previewed.is_as_clean()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("site.yaml", "title: [\n", "site.yaml:2"),
        ("layouts/article.html", "{% if %}\n", "article.html:1"),
        ("layouts/_entry.html", "{{ nothing.at.all }}\n", "_entry.html:1"),
        ("content/addresses.tsv", "# old\na.html\n", "addresses.tsv:2"),
    ],
)
def test_a_site_that_is_broken_stays_as_it_was(previewed: Previewed, file: str, text: str, said: str) -> None:
    room, desk = previewed.room, previewed.desk
    before = {path: previewed.shown(path) for path in pages.paths(desk.state.whole.archive)}
    there = (room.root / file).read_bytes() if (room.root / file).exists() else None
    room.put(file, text)
    now = survey(room.root, previewed.seen)
    desk.update(touched(previewed.seen, now))
    previewed.seen = now
    assert {path: previewed.shown(path) for path in before} == before
    assert [str(one.location).endswith(said) for one in desk.state.problems if one.fatal] == [True]
    if there is None:
        (room.root / file).unlink()
    else:
        room.put(file, there)
    previewed.is_as_clean()
    assert not desk.state.broken


def test_what_only_ingest_reads_of_site_yaml_reads_no_article_again(tmp_path: Path) -> None:
    root = write(tmp_path, f"-- site.yaml --\ntitle: A\n-- content/articles/a.md --\n{article('Quake', '2021-03-05')}")
    before = first(root)
    (root / "site.yaml").write_text("title: A\ningest:\n  cut: [Share]\n")
    now = again(before, Touched(frozenset([str(root)])))
    assert now.settings.cut == ("Share",)
    assert now.folders["content/articles"] is before.folders["content/articles"]
    (root / "site.yaml").write_text("title: A\nlanguage: de\n")
    other = again(now, Touched(frozenset([str(root)])))
    assert other.folders["content/articles"] is not before.folders["content/articles"]


def test_layouts_that_a_build_compiled_are_not_compiled_again(tmp_path: Path) -> None:
    build(write(tmp_path, "-- site.yaml --\ntitle: The Test Gazette\n-- content/articles/a.md --\n" + article("Quake")))
    desk = Desk(first(tmp_path))
    for path in pages.paths(desk.state.whole.archive):
        assert desk.sheet(path)
    assert desk.state.looks.packed() is None, "no more is known than was"
    desk.close()


def test_a_picture_that_only_a_hidden_article_names_is_shown_as_little_as_it_is_built(tmp_path: Path) -> None:
    named = "images: [{file: quay.jpg}]"
    write(
        tmp_path,
        "-- site.yaml --\ntitle: The Test Gazette\n-- content/media/quay.jpg --\nJFIF\n-- content/articles/a.md --\n"
        + article("Quake", "2021-03-05", status="withdrawn", images="[{file: quay.jpg}]"),
    )
    desk, seen = Desk(first(tmp_path)), survey(tmp_path)
    assert desk.copied("media/quay.jpg") is None
    path = tmp_path / "content/articles/a.md"
    for text, there in ((path.read_text().replace("withdrawn", "published"), True), (path.read_text(), False)):
        assert named in text
        path.write_text(text)
        now = survey(tmp_path, seen)
        desk.update(touched(seen, now))
        seen = now
        assert (desk.copied("media/quay.jpg") is not None) == there
    desk.close()
