"""The plan of an archive: every article is listed, lists are cut by date, old pages hold still. Pure: no disk."""

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator import edtf
from generator.fingerprint import digest
from generator.model import Head, Meta, SiteConfig, Source, TagRule, TopicRule
from generator.publish.archive import index
from generator.publish.model import Archive
from generator.publish.pages import page_at, paths, plan, sitemap
from generator.publish.pages.dates import LONG
from generator.views import (
    AboutView,
    ArticleView,
    CoverageView,
    FeedView,
    FrontView,
    IndexView,
    ListView,
    Page,
    SitemapView,
    YearView,
)

SITE = SiteConfig(
    title="The Test Gazette", url="https://example.org/", tags=(TagRule("Coast"),), sections=(TopicRule("World"),)
)
WORDS = (
    "amber birch cedar delta ember fable grain haven inlet jetty kelp ledge maple north ocean pearl quill raven".split()
)


def head(n: int, date: str, tags: Iterable[str] = (), title: str = "") -> Head:
    title = title or f"{WORDS[n % len(WORDS)]} story {n}"
    meta = Meta(
        id=f"i{n:06}",
        title=title,
        date=edtf.parse(date) if date else None,
        tags=tuple(tags),
        section="World",
        language="en",
    )
    unit = edtf.unit(meta.date).replace("-", "/") if meta.date else ""
    return Head(meta.id, f"content/articles/{n}.md", f"{unit or 'undated'}/story-{n}.html", meta, "It happened.", "")


def newsroom(size: int, seed: int = 7) -> list[Head]:
    """Most articles have a day, some a month or a year, a fifth none; tags as unevenly used as in life."""
    chance = random.Random(seed)
    heads = []
    for n in range(size):
        day = f"{chance.choice([2019, 2020, 2021])}-{chance.randint(1, 3):02}-{chance.randint(1, 28):02}"
        date = chance.choice([day] * 6 + [day[:7], day[:4], "", ""])
        tags = {
            chance.choice(["Coast", "Coast", *WORDS[: chance.randint(1, len(WORDS))]])
            for _ in range(chance.randint(0, 3))
        }
        heads.append(head(n, date, sorted(tags)))
    return heads


@pytest.fixture(scope="module")
def archive() -> Archive:
    return index(newsroom(2500), SITE)


def test_every_address_is_planned_once_and_can_be_asked_for_alone(archive: Archive) -> None:
    planned = list(plan(archive))
    addresses = [page.path for page in planned]
    assert addresses == list(paths(archive))
    assert len({address.casefold() for address in addresses}) == len(addresses)
    for page in planned:
        assert page_at(archive, page.path) == page


def entries(page: Page) -> set[str]:
    """The articles that a page lists."""
    view = page.view
    if isinstance(view, ListView):
        return {entry.path for group in view.groups for entry in group.entries}
    return {entry.path for entry in view.entries} if isinstance(view, YearView) else set()


def test_every_article_stands_in_the_calendar_or_among_the_undated(archive: Archive) -> None:
    listed = {path for page in plan(archive) if not page.path.startswith("tags/") for path in entries(page)}
    assert listed >= {card.url for card in archive.cards}


def test_every_article_stands_under_each_of_its_tags(archive: Archive) -> None:
    pages = list(plan(archive))
    for topic in archive.topics:
        if topic.kind == "tags" and len(topic.members) > 1:
            mine = [page for page in pages if page.path.startswith((f"tags/{topic.slug}.", f"tags/{topic.slug}/"))]
            assert {path for page in mine for path in entries(page)} >= {archive.cards[i].url for i in topic.members}


def test_no_list_is_longer_than_it_may_be(archive: Archive) -> None:
    cut = [page for page in plan(archive) if isinstance(page.view, ListView)]
    for page in cut:
        if "undated" not in page.path:
            assert len(entries(page)) <= LONG, page.path
    assert any(page.path.startswith("tags/coast/2019") for page in cut)
    assert any(page.path.startswith("undated/letters/") for page in cut)


def test_doors_lead_to_pages(archive: Archive) -> None:
    there = set(paths(archive))
    for page in plan(archive):
        if isinstance(page.view, ListView):
            assert {door.path for door in page.view.doors} <= there, page.path
        if isinstance(page.view, IndexView):
            assert {door.path for group in page.view.groups for door in group.doors} <= there


@pytest.mark.parametrize(
    ("retrieved", "last"),
    [
        (("2024-05-02T10:00Z", "2024-04-30"), "2024-05-02"),
        (("", "2024-04-30"), "2024-04-30"),
        (("", ""), ""),
        (("in May", "2024-02-31"), ""),
    ],
)
def test_the_last_addition_is_when_an_article_was_last_fetched(retrieved: Iterable[str], last: str) -> None:
    heads = [head(n, "2025-01-01") for n in range(2)]
    fetched = [
        replace(one, meta=replace(one.meta, source=Source(retrieved=day)))
        for one, day in zip(heads, retrieved, strict=True)
    ]
    front = page_at(index(fetched, SITE), "index.html")
    assert front
    assert isinstance(front.view, FrontView)
    assert (front.view.last.iso if front.view.last else "") == last


def test_the_front_page_leads_to_every_a_to_z_that_is_there() -> None:
    """Also where no topic has a page of its own, and a menu of its own that names none."""
    bare, one = index([], SITE), index([head(1, "2020-01-01", ["Kelp"])], replace(SITE, sections=()))
    for archive in (bare, one):
        front = page_at(archive, "index.html")
        assert front
        assert isinstance(front.view, FrontView)
        led = {door.path for group in front.view.doors for door in group.doors}
        led |= {group.more.path for group in front.view.doors if group.more}
        assert {path for path in paths(archive) if path.endswith("s/index.html")} <= led


def test_a_walk_from_the_oldest_to_the_newest_meets_every_article_with_a_day(archive: Archive) -> None:
    with_day = [i for i in range(len(archive.cards)) if len(archive.units[i]) == 10]
    walk = [with_day[0]]
    assert archive.older[walk[0]] == -1
    while archive.newer[walk[-1]] >= 0:
        walk.append(archive.newer[walk[-1]])
        assert archive.older[walk[-1]] == walk[-2]
    assert walk == with_day


def test_the_order_of_the_input_does_not_matter() -> None:
    heads = newsroom(300)
    shuffled = heads[:]
    random.Random(1).shuffle(shuffled)
    assert index(heads, SITE) == index(shuffled, SITE)


def test_old_pages_hold_still_when_an_article_is_added() -> None:
    """At the new end, and in the middle: the number of pages that change does not grow with the archive."""
    for date in ("2021-03-28", "2020-02-14"):
        changed = []
        for size in (1000, 3000):
            heads = newsroom(size)
            before = {page.path: digest(page.view) for page in plan(index(heads, SITE))}
            after = {
                page.path: digest(page.view) for page in plan(index([*heads, head(99_999, date, ["Coast"])], SITE))
            }
            changed.append({path for path in after if before.get(path) != after[path]})
        small, large = changed
        assert len(large) <= 40, sorted(large)
        assert len(large) <= len(small) + 15
        old = {path for path in large if path.startswith("2019/") and path.endswith("index.html")}
        assert not old, "lists of 2019 changed for an article of another year"


def test_coarse_dates_take_no_part_in_previous_and_next() -> None:
    archive = index([head(1, "2020-01-01"), head(2, "2020-01"), head(3, "2020-01-02"), head(4, "2020")], SITE)
    view = page_at(archive, "2020/01/01/story-1.html")
    assert view
    assert isinstance(view.view, ArticleView)
    assert view.view.next
    assert view.view.next.path == "2020/01/02/story-3.html"
    coarse = page_at(archive, "2020/01/story-2.html")
    assert coarse
    assert isinstance(coarse.view, ArticleView)
    assert (coarse.view.previous, coarse.view.next) == (None, None)


@pytest.mark.parametrize(
    ("dates", "covers"),
    [
        (("2020", "2020-03-01"), "2020"),
        (("2020-01-05", "2020-06/2020-08"), "2020"),
        (("2020-11", "2020-11-20", ""), "November 2020"),
        (("2019-05-01", "2020-03"), "1 May 2019 – March 2020"),
    ],
)
def test_what_an_archive_covers_is_said_no_finer_than_it_is_known(dates: tuple[str, ...], covers: str) -> None:
    archive = index([head(n, date, ["Coast"]) for n, date in enumerate(dates)], SITE)
    for path in ("coverage.html", "about.html", "tags/coast.html"):
        page = page_at(archive, path)
        assert page
        assert isinstance(page.view, CoverageView | AboutView | ListView)
        assert page.view.covers == covers, path


def test_a_step_over_a_year_with_an_article_of_no_known_month_says_nothing_of_what_lies_between() -> None:
    archive = index([head(n, date) for n, date in enumerate(["1890-03-04", "1899", "1910-05-06", "1911-01-01"])], SITE)
    said = {}
    for path in ("1890/03/index.html", "1910/05/index.html"):
        page = page_at(archive, path)
        assert page
        assert isinstance(page.view, ListView)
        said[path] = [step.gap for step in (page.view.previous, page.view.next) if step]
    assert said == {
        "1890/03/index.html": [""],
        "1910/05/index.html": ["", "nothing in between: June–December 1910"],
    }


def test_sitemaps_are_cut_by_year_and_name_every_article_once(archive: Archive) -> None:
    named = [
        url.loc
        for page in plan(archive)
        if isinstance(page.view, SitemapView) and not page.view.index and page.path != "sitemap-lists.xml"
        for url in page.view.urls
    ]
    assert sorted(named) == sorted(f"https://example.org/{card.url}" for card in archive.cards)
    assert page_at(archive, "sitemap-2019.xml")
    assert page_at(archive, "sitemap-2018.xml") is None


def test_a_sitemap_names_the_pages_that_lead_to_articles_each_of_which_is_there(archive: Archive) -> None:
    page = page_at(archive, "sitemap-lists.xml")
    assert page
    assert isinstance(page.view, SitemapView)
    named = [url.loc.removeprefix("https://example.org/") for url in page.view.urls]
    assert len(set(named)) == len(named)
    assert {"index.html", "2019/index.html", "2020/02/index.html", "undated/index.html", "tags/index.html"} <= set(
        named
    )
    assert {"tags/coast.html", "sections/world.html", "sections/index.html", "about.html"} <= set(named)
    assert "404.html" not in named
    assert set(named) <= set(paths(archive))


def test_sitemaps_are_cut_where_they_would_be_too_large(monkeypatch: pytest.MonkeyPatch, archive: Archive) -> None:
    whole = sitemaps(archive)
    monkeypatch.setattr(sitemap, "MOST", 7)
    small = index(newsroom(100), SITE)
    cut = sitemaps(small)
    assert all(len(urls) <= 7 for path, urls in cut.items() if path != "sitemap.xml")
    assert {"sitemap-lists-2.xml", "sitemap-2019-2.xml", "sitemap-undated-2.xml"} <= cut.keys()
    named = [url for path, urls in cut.items() if path != "sitemap.xml" for url in urls]
    assert len(set(named)) == len(named)
    assert {f"https://example.org/{card.url}" for card in small.cards} <= set(named)
    assert sorted(cut["sitemap.xml"]) == sorted(f"https://example.org/{path}" for path in cut.keys() - {"sitemap.xml"})
    assert whole.keys() == {"sitemap.xml"} | {
        f"sitemap-{name}.xml" for name in ("lists", "2019", "2020", "2021", "undated")
    }


def sitemaps(archive: Archive) -> dict[str, list[str]]:
    return {
        page.path: [url.loc for url in page.view.urls] for page in plan(archive) if isinstance(page.view, SitemapView)
    }


def test_no_sitemap_is_larger_than_50_mb() -> None:
    """An address may have 2,047 signs, with what XML makes of `&`; a longer one is no address to a crawler."""
    longest = "/".join(["&" * 170, "x" * 195, "ü" * 80, *["y" * 100] * 2]) + ".html"
    entry = "<url><loc></loc><lastmod>2020-11-18</lastmod></url>\n"
    assert sitemap.MOST * (sitemap.LONGEST + len(entry)) < 50_000_000
    heads = [head(n, "2020-11-18") for n in range(2)]
    archive = index(
        [replace(heads[0], url=longest), replace(heads[1], url=f"{'z' * 180}/{longest}/{'w' * 190}.html")], SITE
    )
    assert [len(url) < sitemap.LONGEST for url in sitemaps(archive)["sitemap-2020.xml"]] == [True]


def test_withdrawn_articles_and_drafts_stand_in_no_feed_and_no_sitemap() -> None:
    heads = [head(n, "2020-11-18", ["Coast"]) for n in range(6)]
    hidden = [
        replace(heads[n], meta=replace(heads[n].meta, status=status)) for n, status in ((1, "withdrawn"), (2, "draft"))
    ]
    archive = index([heads[0], *hidden, *heads[3:]], SITE)
    said = {page.path: repr(page.view) for page in plan(archive) if isinstance(page.view, FeedView | SitemapView)}
    assert {"feed.xml", "feed.json", "2020/11/feed.xml", "sections/world.json", "sitemap-2020.xml"} <= said.keys()
    for one in hidden:
        assert not [path for path, text in said.items() if one.url in text or one.meta.title in text]
    assert heads[0].url in said["2020/11/feed.xml"]


def test_an_article_more_changes_few_files_for_each_of_its_topics() -> None:
    """No more than 6 for each, and 25: at the new end, in the middle, and where it opens a month between others."""
    site = replace(SITE, feeds_all=True)
    heads = newsroom(4000)
    before = {page.path: digest(page.view) for page in plan(index(heads, site))}
    for date in ("2021-03-28", "2020-02-14", "2020-09-09"):
        new = head(99_999, date, ["Coast", *WORDS[:4]])
        after = {page.path: digest(page.view) for page in plan(index([*heads, new], site))}
        changed = {path for path in after if before.get(path) != after[path]}
        assert len(changed) <= 6 * 6 + 25, sorted(changed)
