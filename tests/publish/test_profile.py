"""What the first page of a topic says of it, when a topic has a page, and the A–Z."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator import edtf
from generator.model import Head, Meta, PlaceRule, SiteConfig, TagRule, TopicRule
from generator.publish import layouts
from generator.publish.archive import index
from generator.publish.model import Archive
from generator.publish.pages import atoz, page_at, paths
from generator.publish.pages.profile import HEIGHT
from generator.rooms import theme
from generator.views import Chrome, Door, IndexView, Link, ListView, Profile

SITE = SiteConfig(title="The Test Gazette", url="https://example.org/")
GUESS = (("tags", "text"),)


def head(n: int, date: str = "2020-01-05", **fields: object) -> Head:
    meta = replace(Meta(id=f"i{n:03}", title=f"Story {n}", date=edtf.parse(date) if date else None), **fields)  # type: ignore[arg-type]  # by their names
    return Head(meta.id, f"{n}.md", f"{n}.html", meta, "So.", "1")


def first_page(archive: Archive, path: str) -> tuple[ListView, Profile]:
    page = page_at(archive, path)
    assert page
    assert isinstance(page.view, ListView)
    assert page.view.topic
    return page.view, page.view.topic


def a_to_z(archive: Archive, path: str) -> IndexView:
    page = page_at(archive, path)
    assert page
    assert isinstance(page.view, IndexView)
    return page.view


def doors(view: IndexView) -> Sequence[Door]:
    return [door for group in view.groups for door in group.doors]


def test_a_topic_says_what_site_yaml_says_of_it() -> None:
    site = replace(
        SITE,
        tags=(TagRule("Storm", ("Ottilie", "STORM", "أوتيلي", "ottilie"), description="It came by night."),),
        sections=(TopicRule("World", ("Foreign",), "From abroad."),),
        authors=(TopicRule("Ada Morrow", ("A. M.",)),),
    )
    archive = index([head(1, tags=("أوتيلي",), section="foreign", authors=("a. m.",))], site)
    view, profile = first_page(archive, "tags/storm.html")
    assert (view.title, view.description, view.covers) == ("Storm", "It came by night.", "5 January 2020")
    assert profile.aliases == (Link("", "Ottilie"), Link("", "أوتيلي", "ar", "rtl"))
    assert first_page(archive, "sections/world.html")[0].description == "From abroad."
    assert first_page(archive, "authors/ada-morrow.html")[0].title == "Ada Morrow"


@pytest.mark.parametrize(
    ("lat", "lon", "where", "geo"),
    [
        (58.42, -22.31, "58°25′ N, 22°19′ W", "geo:58.42,-22.31"),
        (-0.008, 179.9999, "0°00′ S, 180°00′ E", "geo:-0.008,179.9999"),
        (0.0, -0.0, "0°00′ N, 0°00′ E", "geo:0,0"),
    ],
)
def test_a_place_says_where_it_lies(lat: float, lon: float, where: str, geo: str) -> None:
    archive = index([head(1, place=("Tarn",))], replace(SITE, places=(PlaceRule("Tarn", latitude=lat, longitude=lon),)))
    profile = first_page(archive, "places/tarn.html")[1]
    assert (profile.where, profile.geo) == (where, geo)


def test_a_chart_has_a_bar_for_each_year_that_has_articles() -> None:
    dates = ["2018", "2020-01", "2020-02-03", "2020-02-04", "2020-05-01", ""]
    years = first_page(
        index([head(n, date, tags=("Storm",)) for n, date in enumerate(dates)], SITE), "tags/storm.html"
    )[1].years
    assert years
    assert years.label == "Articles per year, 2018 to 2020: the most, 4, in 2020"
    assert (years.first, years.last, years.width) == ("2018", "2020", 11)
    assert years.bars == f"M0 {HEIGHT}v-8h3v8zM8 {HEIGHT}v-32h3v32z"


def test_a_chart_of_many_years_counts_decades() -> None:
    dates = ["1685-01-01", "1689", "2020-01-01"]
    years = first_page(
        index([head(n, date, tags=("Storm",)) for n, date in enumerate(dates)], SITE), "tags/storm.html"
    )[1].years
    assert years
    assert years.width == 35 * 4 - 1
    assert years.bars.startswith(f"M0 {HEIGHT}v-32h3v32zM136 ")


def test_a_guess_needs_three_articles_for_a_page() -> None:
    """Two that a source tagged are a list; two guesses are a line of the A–Z, with a way to both."""
    two = [head(n, tags=("Storm",), inferred=GUESS) for n in range(2)]
    guessed = index(two, SITE)
    assert page_at(guessed, "tags/storm.html") is None
    assert doors(a_to_z(guessed, "tags/index.html")) == [Door("0.html", "Storm", 2, ("1.html",))]
    for archive in (
        index([*two, head(2, tags=("Storm",), inferred=GUESS)], SITE),
        index([two[0], head(1, tags=("Storm",))], SITE),
        index(two[:1], replace(SITE, tags=(TagRule("Storm"),))),
    ):
        assert page_at(archive, "tags/storm.html")
        assert [door.path for door in doors(a_to_z(archive, "tags/index.html"))] == ["tags/storm.html"]


def test_an_a_to_z_is_cut_by_letters_where_it_is_long() -> None:
    """Every name stands on exactly one page of letters; figures and signs stand together."""
    names = [f"{first}{second} {n}" for first in "SbÉک" for second in "ao" for n in range(90)]
    names += [f"{n} days" for n in range(30)] + ["!?", "Se"]
    archive = index([head(n, tags=(name,)) for n, name in enumerate(names)], SITE)
    at = [path for path in paths(archive) if path.startswith("tags/")]
    assert sorted(at) == sorted(["tags/index.html", *(f"tags/a-z/{letter}.html" for letter in "0besک")])
    index_page = a_to_z(archive, "tags/index.html")
    assert [link.title for link in index_page.letters] == ["#", "B", "E", "S", "ک"]
    listed = [door.title for path in at for door in doors(a_to_z(archive, path))]
    assert sorted(listed) == sorted(names)


def test_a_topic_called_a_to_z_does_not_stand_in_its_way() -> None:
    archive = index([head(n, tags=("A–Z",)) for n in range(2)], SITE)
    assert [path for path in paths(archive) if path.startswith("tags/a-z")] == ["tags/a-z-515756.html"]


def test_the_largest_stand_on_an_index_that_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atoz, "NAMES", 2)
    monkeypatch.setattr(atoz, "LARGEST", 1)
    tags = ["Salt", "Sand", "Sand", "Seal", "Kelp", "Kelp", "Kelp"]
    archive = index([head(n, tags=(tag,)) for n, tag in enumerate(tags)], SITE)
    assert [door.title for door in doors(a_to_z(archive, "tags/index.html"))] == ["Kelp"]
    cut = a_to_z(archive, "tags/a-z/s.html")
    assert [link.title for link in cut.letters] == ["SA", "SE"]
    assert [door.title for door in doors(cut)] == ["Sand"]
    assert [link.title for link in a_to_z(archive, "tags/a-z/sa.html").breadcrumbs] == ["The Test Gazette", "Tags", "S"]


def test_a_topic_of_another_script_says_its_language_in_its_heading() -> None:
    archive = index([head(n, "2020-01-05", tags=("بەندەر",)) for n in (1, 2)], SITE)
    (topic,) = archive.topics
    page = page_at(archive, f"tags/{topic.slug}.html")
    assert page
    html = layouts.load((theme(),)).render(page, Chrome("Gazette"), "").decode()
    assert '<h1><bdi lang="ckb" dir="rtl">بەندەر</bdi></h1>' in html
