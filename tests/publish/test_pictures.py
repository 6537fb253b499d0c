"""Where the smaller copies of a picture stand, how a page shows it, and what becomes of those in a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish import pictures, prose
from generator.publish.model import Sight
from generator.publish.traces import inputs
from generator.views import ArticleView, Page, Picture, StandingView

DIGEST = "0123456789abcdef" * 4
LARGE = Sight(DIGEST, 4000, 3000, scaled=True)
MIDDLE = Sight(DIGEST, 1000, 500, scaled=True)
SMALL = Sight(DIGEST, 640, 480, scaled=True)
DRAWN = Sight(DIGEST, 400, 300, clear=True)
PATH = "2021/03/04/quay.html"
ROOT = "../../../"
NAMES = st.text("ab-0469. é/", min_size=1, max_size=12).map(lambda name: f"media/{name}.jpg")


def test_copies_stand_beside_the_picture_under_its_name() -> None:
    assert pictures.copies("media/a/quay.JPG", LARGE) == (
        ("media/a/quay-640-0123456789ab.JPG", 640, 480),
        ("media/a/quay-1280-0123456789ab.JPG", 1280, 960),
    )
    assert [width for _, width, _ in pictures.copies("media/quay.jpg", MIDDLE)] == [640]
    assert pictures.copies("media/quay.jpg", SMALL) == ()
    assert pictures.copies("media/quay.svg", LARGE._replace(scaled=False)) == ()


@given(NAMES, st.sampled_from([LARGE, MIDDLE, SMALL, DRAWN]))
def test_the_address_of_a_copy_tells_its_picture(address: str, sight: Sight) -> None:
    sights = {address: sight}
    for path, width, _ in pictures.copies(address, sight):
        assert pictures.original(path, sights) == (address, width)
        assert pictures.original(path.replace("0123", "3210"), sights) is None
        assert pictures.smaller(path, sights, {address: "/a", path: "/a"}) == (sight, width)
        assert pictures.smaller(path, sights, {address: "/a", path: "/a file of that very name"}) is None
        assert pictures.smaller(path, sights, {}) is None
    assert pictures.original(address, sights) is None


def test_a_page_shows_the_smaller_copies_and_leads_to_the_whole() -> None:
    small, large = pictures.copies("media/q.jpg", LARGE)
    shown = pictures.picture("media/q.jpg", LARGE, "The quay", "Ada", "Ships")
    assert shown == Picture(large[0], "The quay", "Ada", "Ships", 4000, 3000, (small, large), "media/q.jpg")
    shown = pictures.picture("media/q.jpg", MIDDLE)
    assert (shown.src, shown.whole) == ("media/q.jpg", "")
    assert [path for path, _, _ in shown.srcset] == [pictures.copies("media/q.jpg", MIDDLE)[0][0], "media/q.jpg"]
    assert pictures.picture("media/q.svg", DRAWN) == Picture("media/q.svg", width=400, height=300, clear=True)
    assert pictures.picture("media/q.jpg", Sight(DIGEST, wrong="broken")) == Picture("media/q.jpg")
    assert pictures.picture("media/q.jpg", Sight(DIGEST, wrong="none"), "The quay") == Picture("", "The quay")
    assert pictures.picture("media/q.mp3", None) == Picture("media/q.mp3")


def test_what_is_wrong_is_said_of_each_by_its_name() -> None:
    sights = {f"media/{wrong}.jpg": Sight(DIGEST, wrong=wrong) for wrong in pictures.WRONG}
    said = pictures.problems({**sights, "media/well.jpg": LARGE})
    assert [one.location.path for one in said] == sorted(f"content/{address}" for address in sights)
    assert not any(one.fatal for one in said)


# ── In a body ────────────────────────────────────────────────────────────────────────────────────────────────────

SIGHTS = {"media/q.jpg": LARGE, "media/a b (1).png": MIDDLE, "media/i&o.svg": DRAWN, "media/cut.jpg": Sight(DIGEST)}


def laid(markdown: str, view: ArticleView | StandingView = ArticleView("Quay"), path: str = PATH) -> str:
    page = pictures.showing(Page(path, "article.html", view), markdown, SIGHTS)
    return pictures.sized(prose.render(markdown, "../" * path.count("/")), page)


IMG = (
    '<img alt="Ships" src="../../../media/q-1280-0123456789ab.jpg"'
    ' srcset="../../../media/q-640-0123456789ab.jpg 640w, ../../../media/q-1280-0123456789ab.jpg 1280w"'
    ' sizes="(min-width: 42.5rem) 40rem, calc(100vw - 2.5rem)" width="4000" height="3000">'
)


@pytest.mark.parametrize(
    "markdown",
    [
        "![Ships](/media/q.jpg)",
        "![Ships](../../../media/q.jpg)",
        "![Ships][q]\n\n[q]: /media/q.jpg",
        '<img alt="Ships" src="/media/q.jpg">',
    ],
)
def test_a_picture_in_a_text_has_its_size_and_its_copies(markdown: str) -> None:
    assert laid(markdown) == f'<p><a href="../../../media/q.jpg">{IMG}</a></p>'


@pytest.mark.parametrize(
    ("markdown", "has"),
    [
        ("![](/media/a%20b%20(1).png)", 'src="../../../media/a%20b%20(1).png"'),
        ("![](</media/a b (1).png>)", 'width="1000" height="500"'),
        ("![](/media/i&o.svg)", 'width="400" height="300" class="clear"'),
        ("![](/media/i&amp;o.svg)", 'width="400" height="300" class="clear"'),
        ("![](/media/q.jpg?x#y)", 'width="4000"'),
        ('<img src="/media/q.jpg" width="300">', ' width="300" srcset='),
        ("[![](/media/q.jpg)](https://example.org/)", '<p><a href="https://example.org/" rel="noopener"><img'),
        ("![](/media/q.jpg)", 'aria-label="q.jpg"'),
    ],
)
def test_however_its_address_is_written(markdown: str, has: str) -> None:
    assert has in laid(markdown)
    assert laid(markdown).count("<a ") <= 1


@pytest.mark.parametrize("markdown", ["![](/media/cut.jpg)", "![](/media/gone.jpg)", "![](/q.jpg)", "a media/q.jpg"])
def test_what_is_not_known_stays_as_it_was(markdown: str) -> None:
    assert laid(markdown) == prose.render(markdown, ROOT)


def test_the_first_screen_is_loaded_at_once_and_the_rest_when_it_comes_near() -> None:
    page = laid(f"![1](/media/q.jpg)\n\n{'So it went. ' * 100}\n\n![2](/media/q.jpg)\n\n![3](/media/gone.jpg)")
    assert ["lazy" in part.partition(">")[0] for part in page.split("<img ")[1:]] == [False, True, True]
    led = laid("![1](/media/q.jpg)", ArticleView("Quay", pictures=(Picture("media/lead.jpg"),)))
    assert 'loading="lazy"' in led
    assert 'loading="lazy"' not in laid("![1](/media/q.jpg)", StandingView("About"), "about.html")


def test_what_a_picture_in_a_text_is_decides_the_page() -> None:
    page = Page(PATH, "article.html", ArticleView("Quay"))
    plain = inputs(page, "", "", "")
    assert inputs(pictures.showing(page, "No picture.", SIGHTS), "", "", "") == plain
    first = inputs(pictures.showing(page, "![](/media/q.jpg)", SIGHTS), "", "", "")
    other = inputs(pictures.showing(page, "![](/media/q.jpg)", {"media/q.jpg": MIDDLE}), "", "", "")
    assert len({plain, first, other}) == 3
