"""The demo archive: every fact that its articles were written to show. Its pages: `tests/site`."""

import json
import re
import shutil
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml

from generator import edtf, ingest
from generator.ingest.readers import plain
from generator.model import Meta
from generator.publish import album
from generator.text import fold, squeeze
from tests.story import Page, articles, build, take_in, tree

ROOT = Path(__file__).parent.parent.parent
RAW = ROOT / "content" / "raw"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "demo_expected.yaml").read_text(encoding="utf-8")
)
SINGLE = sorted(raw for raw, facts in EXPECTED.items() if not facts.get("duplicate_of"))

# The paper's own lines: no list could know them, only the pile does.
OWN = (
    "The Harbour Gazette – serving the harbour since 1921",
    "Seen something from your window? Ring the night desk: Sellan 1921",
)
AROUND = (
    *OWN,
    "Home | Harbour | Council | Sport | Culture | Deaths | Tides",
    "This site uses cookies. Read on and you agree to them. Accept",
    "Story continues below advertisement",
    "Get the Evening Tide: the day’s news in five minutes, in your inbox at six.",
    "Sign up for the Tide Table, our morning newsletter.",
    *"Previous Article|Next Article|Related Posts|Related Articles|Read next|Total|0|Share|Share this article".split(
        "|"
    ),
    *"Leave a comment|0 Comments|###|-30-|NCW|شارك الخبر|أخبار ذات صلة|// انتهى //|انتهای پیام/|هاوبەشکردن".split("|"),
    *"Artikel teilen|Ähnliche Beiträge|Das könnte Sie auch interessieren|Parve bike".split("|"),
)
ENCODED = {
    "2022-05-17-eelgrass-meadow.txt": ("cp1252", "institute’s café has"),
    "2022-07-02-cafe-meteor.txt": ("cp1252", "from Saint-Brisé, who was left"),
    "2019-07-20-de-faehre-nach-skerrow.txt": ("cp1252", "Die Fähre fährt viermal am Tag"),
    "2021-02-27-ar-tarvia-aid.txt": ("cp1256", "12 مولدا و4000 لوح خشبي"),
    "2021-05-22-werrick-soundings.txt": ("utf-16", "“I owe Bram Oswin three tides,” he said."),
    "klaas-embry-obituary.txt": ("utf-16-be", "It said: “It does not need me, and it cannot see.”"),
    "2019-11-20-comment-measure-first.txt": ("utf-8-sig", "I have nothing against Eastgate."),
    "2021/02/11/ar-port-reopens.txt": ("utf-8-sig", "أول سفينة دخلت الحوض"),
}


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo, built: what ingest reported, and each article's fields and body by its raw file."""

    root: Path
    taken: ingest.Report
    by_raw: dict[str, tuple[Meta, str]]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    root = tmp_path_factory.mktemp("demo")
    shutil.copy(ROOT / "site.yaml", root)
    for folder in ("raw", "pages", "media"):
        shutil.copytree(ROOT / "content" / folder, root / "content" / folder)
    taken = take_in(root)
    assert not [problem for problem in build(root).problems if problem.fatal]
    by_raw = {meta.source.file.removeprefix("raw/"): (meta, body) for meta, body in articles(root).values()}
    return Demo(root, taken, by_raw)


def paragraphs(body: str) -> list[str]:
    return [squeeze(paragraph) for paragraph in body.strip().split("\n\n")]


def plainly(markdown: str) -> str:
    """Without the backslashes that keep a text from being read as markup."""
    return markdown.replace("\\", "")


# ── How much there is, and of what ───────────────────────────────────────────────────────────────────────────────


def test_every_raw_file_is_an_article_or_the_copy_of_one(demo: Demo) -> None:
    raw = {path.relative_to(RAW).as_posix() for path in RAW.rglob("*.txt")}
    assert raw == set(EXPECTED)
    assert len(raw) >= 80
    assert set(demo.by_raw) == set(SINGLE)
    assert not demo.taken.problems


def test_it_has_three_scripts_and_six_languages(demo: Demo) -> None:
    languages = [meta.language for meta, _ in demo.by_raw.values()]
    assert sum(language in {"ar", "fa", "ckb"} for language in languages) >= 10
    assert {"ar", "fa", "ckb", "de", "kmr"} <= set(languages)


def test_it_spans_fifteen_years_and_leaves_many_undated(demo: Demo) -> None:
    dates = [meta.date for meta, _ in demo.by_raw.values()]
    years = {date.first[:4] for date in dates if date}
    assert {str(year) for year in range(2018, 2024)} <= years
    assert sum(date is None for date in dates) >= 20
    backfill = [date for date in dates if date and "2008" <= date.first[:4] <= "2011"]
    assert len(backfill) >= 5


# ── Each article ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("raw", SINGLE)
def test_every_field_is_what_its_article_says(demo: Demo, raw: str) -> None:
    meta, body = demo.by_raw[raw]
    facts = EXPECTED[raw]
    found = {
        "title": meta.title,
        "date": meta.date.first if meta.date else None,
        "updated": meta.updated.first if meta.updated else None,
        "place": meta.place[0] if meta.place else None,
        "agency": meta.agency or None,
        "previous": meta.source.previous or None,
        "next": meta.source.next or None,
        "corrections": [correction.date.first for correction in meta.corrections if correction.date],
        "paragraphs": len(paragraphs(body)),
    }
    said = {name: str(facts[name]) if name in {"date", "updated"} and facts[name] else facts[name] for name in facts}
    assert {name: found[name] for name in found if name in said} == {name: said[name] for name in found if name in said}
    assert set(facts.get("authors", ())) <= set(meta.authors)
    assert fold(facts.get("kicker", "")) in {"", fold(meta.kicker)}


@pytest.mark.parametrize("raw", SINGLE)
def test_the_story_begins_and_ends_where_it_does(demo: Demo, raw: str) -> None:
    _, body = demo.by_raw[raw]
    story = plainly(squeeze(body))
    assert story.startswith(EXPECTED[raw].get("first_words", "")), story[:200]
    assert story.endswith(EXPECTED[raw]["last_words"]), story[-200:]


@pytest.mark.parametrize("raw", sorted(ENCODED))
def test_an_old_encoding_costs_no_letter(demo: Demo, raw: str) -> None:
    encoding, words = ENCODED[raw]
    body = (RAW / raw).read_bytes()
    assert words in squeeze(body.decode(encoding))
    assert plain.decode(body) == body.decode(encoding).replace("\r\n", "\n")
    assert words in plainly(squeeze(demo.by_raw[raw][1]))


def test_no_article_holds_a_letter_that_was_read_wrong(demo: Demo) -> None:
    assert "â€™" in (RAW / "northreach-ice-plant-loan.txt").read_text(encoding="utf-8")
    for raw, (meta, body) in demo.by_raw.items():
        assert not {"\ufffd", "â", "Ã", "\x9d"} & set(meta.title + body), raw
    assert "the Northreach Fishermen’s Association" in demo.by_raw["northreach-ice-plant-loan.txt"][1]


# ── What stands around them ──────────────────────────────────────────────────────────────────────────────────────


def test_the_papers_own_lines_stand_in_a_fifth_of_its_files() -> None:
    texts = [plain.decode(path.read_bytes()) for path in RAW.rglob("*.txt")]
    rules = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py"))
    for line in OWN:
        assert sum(line in text.splitlines() for text in texts) * 5 >= len(texts), line
        assert line not in rules + (ROOT / "site.yaml").read_text(encoding="utf-8"), line


@pytest.mark.parametrize("line", AROUND)
def test_no_line_of_the_sites_furniture_stands_on_a_page(demo: Demo, line: str) -> None:
    assert [raw for raw, (_, body) in demo.by_raw.items() if line in map(plainly, paragraphs(body))] == []
    assert [raw for raw, (meta, _) in demo.by_raw.items() if line in (meta.title, meta.deck, meta.kicker)] == []


# ── Two of one story ─────────────────────────────────────────────────────────────────────────────────────────────


def test_an_exact_copy_is_one_article_that_names_both_files(demo: Demo) -> None:
    meta, _ = demo.by_raw["herring-quota-cut.txt"]
    assert meta.source.also == ("raw/herring-quota-cut_copy.txt",)
    assert demo.taken.count("duplicate") == 1


def test_editions_and_other_headlines_of_one_story_are_listed_and_kept(demo: Demo) -> None:
    near = {frozenset(name.removeprefix("content/raw/") for name in pair) for pair in demo.taken.near}
    alike = {frozenset((raw, facts["near"])) for raw, facts in EXPECTED.items() if "near" in facts}
    assert len(alike) == 2
    assert alike <= near
    assert all(raw in demo.by_raw for pair in alike for raw in pair)


def test_an_update_stands_beside_what_it_updates(demo: Demo) -> None:
    first, update = (demo.by_raw[f"2020-08-27-ncw-islander-aground{end}.txt"][0] for end in ("", "-update-1"))
    assert update.title.startswith("UPDATE 1-")
    assert first.date == update.date
    assert first.place == update.place == ("Little Skerrow",)


def test_a_correction_shows_on_its_page(demo: Demo) -> None:
    meta, _ = demo.by_raw["2021-11-04-flood-wall-first-stone.txt"]
    (path,) = (path for path in tree(demo.root / "output") if path.endswith(f"/{meta.slug}.html"))
    assert "It is 640 metres." in Page(demo.root / "output", path).text
    assert meta.corrections[0].text.endswith("It is 640 metres.")


# ── Between them ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_undated_articles_between_dated_ones_are_bracketed(demo: Demo) -> None:
    for raw, bracket in {
        "dockers-back-at-work.txt": "26 November – 17 December 2019",
        "customs-house-tree.txt": "26 November – 17 December 2019",
        "northreach-ice-plant-loan.txt": "3–20 March 2020",
        "swan-back-on-the-river.txt": "about February–April 2021",
    }.items():
        meta, _ = demo.by_raw[raw]
        assert bracket in Page(demo.root / "output", f"undated/{meta.slug}.html").text, raw


def test_exactly_the_headlines_that_nobody_saved_are_wanted(demo: Demo) -> None:
    page = unescape((demo.root / "output" / "wanted.html").read_text(encoding="utf-8"))
    titles = {fold(meta.title) for meta, _ in demo.by_raw.values()}
    printed = {EXPECTED[raw][side] for raw in SINGLE for side in ("previous", "next")} - {None}
    shown = set(re.findall(r'<p class="headline"><bdi(?: lang="[a-z]+" dir="[a-z]+")?>(.*?)</bdi>', page))
    wanted = printed & shown
    assert wanted == {headline for headline in printed if fold(headline) not in titles}
    assert len(wanted) >= 15


def test_a_feed_reader_takes_every_feed_and_walks_to_the_oldest_article(demo: Demo) -> None:
    output = demo.root / "output"
    feeds = {
        path: feedparser.parse((output / path).read_bytes(), response_headers={"content-type": "application/atom+xml"})
        for path in tree(output)
        if path.endswith(".xml") and "sitemap" not in path
    }
    assert len(feeds) > 20
    assert not {path: feed.bozo_exception for path, feed in feeds.items() if feed.bozo}
    met: set[str] = set()
    path = "feed.xml"
    while path:
        met |= {entry.link for entry in feeds[path].entries}
        earlier = [link.href for link in feeds[path].feed.links if link.rel == "prev-archive"]
        path = earlier[0].removeprefix("https://example.org/archive/") if earlier else ""
    shown = [meta for meta, _ in articles(demo.root).values() if meta.status == "published"]
    assert len(met) == sum(bool(meta.date and edtf.unit(meta.date)) for meta in shown)
    for path, feed in feeds.items():
        if path.endswith("feed.xml") and path != "feed.xml":
            continue
        assert len(json.loads((output / path).with_suffix(".json").read_bytes())["items"]) == len(feed.entries)


def test_the_demo_has_a_picture_of_every_kind(demo: Demo) -> None:
    """Tall, wide, heavy, clear, turned and placed, moving, drawn, missing, without words; several to one article."""
    known = dict(album.remembered(demo.root))
    assert len(known) == 15
    sights = {address.removeprefix("media/"): sight for address, (_, sight) in known.items()}
    assert sights["lens-skerrow-head.jpg"].height > 2 * sights["lens-skerrow-head.jpg"].width
    assert sights["ottilie-breakwater.jpg"].width > 3 * sights["ottilie-breakwater.jpg"].height
    assert (ROOT / "content/media/ottilie-old-bridge.jpg").stat().st_size > 5_500_000
    assert sights["werrick-soundings.png"].clear
    assert sights["sandbags-old-quay.jpg"].placed
    assert sights["sandbags-old-quay.jpg"].width < sights["sandbags-old-quay.jpg"].height  # it lies on its side
    assert {name for name, sight in sights.items() if not sight.scaled} == {
        "ottilie-gusts.svg", "tram-line-2.svg", "pilot-boat-rights-itself.gif",
    }  # fmt: skip
    assert not [sight for sight in sights.values() if sight.wrong]
    named = [image for meta, _ in demo.by_raw.values() for image in meta.images if image.file]
    assert {image.file for image in named} - sights.keys() == {"skerrow-head-dark.jpg"}
    assert {image.file for image in named if not image.alt} == {"skerrow-head-dark.jpg", "ice-in-the-sound.jpg"}
    storm = Page(demo.root / "output", "2021/02/09/storm-ottilie-leaves-14-000-homes-without-power.html")
    assert (storm.html.count("<figure"), storm.html.count("<img ")) == (4, 3)
    assert "media/sellan-sound" in Page(demo.root / "output", "about.html").html
