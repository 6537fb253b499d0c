"""The pictures of an archive: from content/media to the pages that show them, and what a later build leaves alone."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import publish
from generator.publish import darkroom
from tests.newsroom import Newsroom, small_world
from tests.photos import jpeg, moving, opened, png, scene, svg, written
from tests.story import Page, stamps, tree

SHOWS = """
import sys
from pathlib import Path
from generator import publish
root = Path(sys.argv[1])
report = publish.run(root, root / "output")
print(report.written, report.made, *sorted(name for name in sys.modules if name.split(".")[0] == "PIL"))
"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """Four articles with a picture of each kind, one of them in the text alone."""
    with small_world():
        room = Newsroom(tmp_path)
        room.put("content/media/quay.jpg", jpeg(2000, 1500, turned=6, placed=True))
        room.put("content/media/sub/mole.png", png(900, 600, hole=True))
        room.put("content/media/flag.gif", moving("GIF"))
        room.put("content/media/chart.svg", svg())
        pictures = "[{file: quay.jpg, alt: The quay}, {file: flag.gif}, {file: gone.jpg}, {file: chart.svg}]"
        room.story("a1", title="Quay", date="2021-03-01", slug="a1", images=pictures)
        room.story("a2", title="Mole", date="2021-03-02", slug="a2", body="So.\n\n![The mole](/media/sub/mole.png)")
        room.story("a3", title="None", date="2021-03-03", slug="a3")
        room.story("d", title="Draft", date="2021-03-04", slug="d", status="draft")
        yield room


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was looked at, and what was made smaller."""
    met: list[str] = []
    look, copies = darkroom.look, darkroom.copies
    monkeypatch.setattr(darkroom, "look", lambda content, name: met.append(f"look {name}") or look(content, name))
    monkeypatch.setattr(darkroom, "copies", lambda *given: met.append("copies") or copies(*given))
    return met


def media(room: Newsroom) -> set[str]:
    return {path for path in tree(room.output) if path.startswith("media/")}


def copied(room: Newsroom, stem: str) -> list[str]:
    """The smaller copies of a picture."""
    return sorted(path for path in media(room) if path.startswith(f"media/{stem}-"))


def test_pages_show_pictures_with_their_sizes_and_copies(room: Newsroom) -> None:
    room.check_clean()
    room.check_links()
    quay = Page(room.output, "2021/03/01/a1.html")
    large, small = copied(room, "quay")
    assert f'<a href="../../../media/quay.jpg"><img src="../../../{large}" alt="The quay"' in quay.html
    assert f'srcset="../../../{small} 640w, ../../../{large} 1280w"' in quay.html
    assert 'width="1500" height="2000" fetchpriority="high">' in quay.html  # the first one is loaded at once
    assert '<img src="../../../media/flag.gif" alt="" width="900" height="500" loading="lazy">' in quay.html
    assert (
        '<img src="../../../media/chart.svg" alt="" width="400" height="300" class="clear" loading="lazy">' in quay.html
    )
    assert quay.html.count("Picture not in this archive") == 1
    mole = Page(room.output, "2021/03/02/a2.html")
    assert 'width="900" height="600" class="clear"' in mole.html
    assert opened((room.output / copied(room, "sub/mole")[0]).read_bytes()).size == (640, 427)
    assert copied(room, "flag") == copied(room, "chart") == []


def test_a_copy_tells_no_place_and_the_picture_itself_is_as_it_was(room: Newsroom) -> None:
    room.build()
    assert (room.output / "media/quay.jpg").read_bytes() == (room.root / "content/media/quay.jpg").read_bytes()
    assert len(copied(room, "quay")) == 2
    for path in copied(room, "quay"):
        content = (room.output / path).read_bytes()
        assert not opened(content).getexif()
        assert b"Exif" not in content


def test_a_build_in_which_no_picture_changed_opens_none(room: Newsroom, looks: list[str]) -> None:
    room.build()
    assert sorted(looks) == [
        "copies",
        "copies",
        *(f"look media/{n}" for n in ("chart.svg", "flag.gif", "quay.jpg", "sub/mole.png")),
    ]
    looks.clear()
    room.build()
    room.story("a1", title="Quay, late")
    room.build()
    room.story("a2", body="So it was.\n\n![The mole](/media/sub/mole.png)")
    room.build()
    room.put("site.yaml", "title: The Courier\n")
    room.build()
    room.put("content/media/other.svg", svg('width="9" height="9"'))
    room.build()
    assert looks == ["look media/other.svg"]


def test_a_build_of_articles_alone_does_not_know_pillow(room: Newsroom) -> None:
    """In processes of their own, to which the clock is what it is to everybody."""

    def built() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", SHOWS, str(room.root)],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
        )
        return done.stdout.split()

    for path in (room.root / "content").rglob("*.*"):
        os.utime(path, (1_500_000_000, 1_500_000_000))
    assert "PIL.Image" in built()
    room.story("a3", title="Another", date="2021-03-03", slug="a3")
    assert not [word for word in built() if word.startswith("PIL")]
    assert not [word for word in built() if word.startswith("PIL")]


def test_the_same_bytes_under_another_name_are_not_opened_to_be_known(room: Newsroom, looks: list[str]) -> None:
    room.build()
    looks.clear()
    (room.root / "content/media/quay.jpg").rename(room.root / "content/media/pier.jpg")
    room.check_clean()
    assert looks[0] == "copies"  # the clean build that this is compared with looks at all
    assert len(copied(room, "pier")) == 2
    assert copied(room, "quay") == []


def test_whatever_becomes_of_a_picture_a_build_makes_what_a_clean_one_does(room: Newsroom) -> None:
    room.check_clean()
    for edit in (
        lambda: room.put("content/media/quay.jpg", jpeg(1000, 700, tone=90)),
        lambda: room.put("content/media/quay.jpg", jpeg(600, 400)),
        lambda: room.put("content/media/sub/mole.png", png(1400, 600)),
        lambda: room.story("a1", images="[{file: quay.jpg, caption: Another, credit: Ada}]"),
        lambda: room.put("content/media/quay.jpg", jpeg(2000, 1500)[:9000]),
        lambda: room.put("content/media/quay.jpg", b"no picture"),
        lambda: room.put("content/media/quay.jpg", moving("WEBP")),
        lambda: room.put("content/media/quay.jpg", jpeg(2000, 1500)),
        (room.root / "content/media/sub/mole.png").unlink,
        lambda: room.story("a1", images=""),
        lambda: room.story("d", images="[{file: quay.jpg}]"),
        lambda: room.story("d", status="published"),
        lambda: room.story("d", status="withdrawn", withdrawn="{date: 2021-03-07, reason: Untrue.}"),
        (room.root / "content/media/quay.jpg").unlink,
    ):
        edit()
        room.check_clean()
        room.check_links()


def test_copies_of_what_only_a_hidden_article_names_are_as_little_public(room: Newsroom) -> None:
    room.story("d", images="[{file: hidden.jpg}]")
    room.put("content/media/hidden.jpg", jpeg(2000, 1500))
    room.build()
    assert not [path for path in media(room) if "hidden" in path]
    room.story("d", status="published")
    room.check_clean()
    assert len([path for path in media(room) if "hidden" in path]) == 3
    room.story("d", status="draft")
    room.check_clean()
    assert not [path for path in media(room) if "hidden" in path]


def test_a_copy_that_was_harmed_is_made_again(room: Newsroom) -> None:
    room.build()
    large, small = copied(room, "quay")
    before = tree(room.output)
    (room.output / large).write_bytes(b"spoilt")
    (room.output / small).unlink()
    room.build()
    assert tree(room.output) == before


def test_a_copy_is_made_once(room: Newsroom) -> None:
    room.build()
    made = {path: stamp for path, stamp in stamps(room.output).items() if "-1280-" in path or "-640-" in path}
    assert len(made) == 3
    room.put(
        "layouts/article.html",
        (Path(__file__).parents[2] / "layouts/article.html").read_text().replace("<h1>", "<h1 >"),
    )
    room.put("content/media/quay.jpg", (room.root / "content/media/quay.jpg").read_bytes())  # touched
    room.build()
    assert {path: stamp for path, stamp in stamps(room.output).items() if path in made} == made


def test_with_another_pillow_copies_are_made_anew(
    room: Newsroom, looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    room.build()
    looks.clear()
    monkeypatch.setattr("generator.publish.album.recipe", lambda: "another")
    room.put("site.yaml", "title: The Courier\n")
    room.build()
    assert looks.count("copies") == 2


@pytest.mark.parametrize(
    ("content", "said", "shown"),
    [
        (jpeg(2000, 1500)[:9000], "cut short or spoilt", True),
        (written(scene(1, 1).resize((20_000, 6_000)).convert("1"), "PNG"), "more than 100 megapixels", True),
        (b"JFIF", "called a picture and is none", False),
    ],
    ids=["cut", "bomb", "none"],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_built(
    room: Newsroom, content: bytes, said: str, shown: bool
) -> None:
    room.put("content/media/quay.jpg", content)
    report = room.build()
    (problem,) = [one for one in report.problems if one.location.path == "content/media/quay.jpg"]
    assert said in problem.message
    assert not problem.fatal
    page = Page(room.output, "2021/03/01/a1.html").html
    assert ('<img src="../../../media/quay.jpg" alt="The quay">' in page) == shown
    assert page.count("Picture not in this archive") == (1 if shown else 2)
    assert copied(room, "quay") == []
    assert len(copied(room, "sub/mole")) == 1
    room.check_clean()


def test_a_picture_elsewhere_is_a_link(room: Newsroom) -> None:
    far = "[{file: 'https://example.org/a b.jpg', caption: Far}, 'https://example.org/c.jpg', {file: '//example.org/d.jpg'}]"
    room.story("a1", images=far, body="![Farther](https://example.org/e.jpg)")
    report = room.build()
    page = Page(room.output, "2021/03/01/a1.html")
    assert "<img" not in page.html
    for name in ("a%20b", "c", "d", "e"):
        assert f"https://example.org/{name}.jpg" in page.hrefs
    assert page.html.count("Picture not in this archive") == 3
    assert report.problems == ()


def test_a_file_of_the_name_of_a_copy_stands_there_itself(room: Newsroom) -> None:
    room.build()
    large, _ = copied(room, "quay")
    room.put(f"content/{large}", jpeg(50, 50))
    room.check_clean()
    assert (room.output / large).read_bytes() == (room.root / f"content/{large}").read_bytes()


def test_more_processes_make_the_same(room: Newsroom) -> None:
    room.build()
    publish.run(room.root, room.root / "other", publish.Options(jobs=3))
    assert tree(room.root / "other") == tree(room.output)


def test_a_trial_says_which_copies_would_be_made(room: Newsroom) -> None:
    room.build()
    room.put("content/media/quay.jpg", jpeg(1500, 900))
    would = dict(publish.run(room.root, room.output, publish.Options(dry_run=True)).would)
    assert len([path for path in would if path.startswith("media/quay-")]) == 4  # two come, two go
    assert "media/quay.jpg" in would
    assert "media/sub/mole.png" not in would


def test_why_says_of_which_picture_a_copy_is(room: Newsroom) -> None:
    room.build()
    large, _ = copied(room, "quay")
    told = publish.explain(room.root, [large])
    assert told
    assert (told.source, told.smaller, told.state) == ("content/media/quay.jpg", True, "as it was")
    mole = publish.explain(room.root, ["2021/03/02/a2.html"])
    assert mole
    assert mole.state == "as it was"
    room.put("content/media/sub/mole.png", png(1000, 900))
    mole = publish.explain(room.root, ["2021/03/02/a2.html"])
    assert mole
    assert dict(mole.inputs)["view"]
