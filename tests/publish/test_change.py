"""Which pages a change can reach: the full plan is the oracle."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.model import Correction, Head, Meta, SiteConfig, Source, TagRule, TopicRule, Withdrawal
from generator.publish.archive import index
from generator.publish.cards import card_of
from generator.publish.change import Change, names
from generator.publish.model import Archive
from generator.publish.pages import dates, logs, page_at, plan, reached, topics, undated
from generator.publish.topics import Rules
from generator.views import ListView, Page

SITE = SiteConfig(
    title="The Test Gazette",
    url="https://example.org/",
    tags=(TagRule("Coast", ("Shore",)), TagRule("Noise", off=True)),
    sections=(TopicRule("World"),),
    feeds_all=True,
    markdown=True,
    host="netlify",
)
RULES = Rules(SITE)


@pytest.fixture(autouse=True, scope="module")
def short_lists() -> Iterator[None]:
    """Lists are cut at three entries, and windows reach over two, so that few articles cross every limit."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (dates, logs, topics, undated):
            patch.setattr(module, "LONG", 3)
        patch.setattr("generator.publish.pages.article.LONG", 3)
        patch.setattr("generator.publish.pages.atoz.NAMES", 2)
        patch.setattr("generator.publish.pages.profile.TOGETHER", 2)
        patch.setattr("generator.publish.related.NEAREST", 2)
        patch.setattr("generator.publish.pages.feeds.LARGE", 2)
        patch.setattr("generator.publish.pages.feeds.NEWEST", 3)
        patch.setattr("generator.publish.pages.sitemap.MOST", 3)
        patch.setattr("generator.publish.pages.front.NEWEST", 2)
        patch.setattr(logs, "NEWEST", 2)
        yield


DATES = [
    "",
    "",
    "2018-03-01",
    "2019",
    "2020~",
    "2020-01",
    "2020-01-05",
    "2020-01-05T10:00:00Z",
    "2020-01-06",
    "2020-02-01",
    "2021-07-01",
]
TITLES = ["Amber", "Amber", "Birch", "Cedar tree", "Cedarwood", "Delta"]
TAGS = ["Coast", "Shore", "coast", "Harbour", "harbour", "Kelp", "Noise", "Hare", "1984", "Tarn"]


NOTES: list[tuple[Correction, ...]] = [
    (Correction(edtf.parse("2021-03-01"), "It was Monday."), Correction(edtf.parse("2020"), "It rained.")),
    (Correction(edtf.parse("2018-01-01"), "It was Ada."),),
    (Correction(None, "It was not."),),
]


@st.composite
def heads(draw: st.DrawFn, id: int) -> Head:
    """An article of a small world, in which nearly everything meets something else."""
    date = draw(st.sampled_from(DATES))
    meta = Meta(
        id=f"i{id:02}",
        title=draw(st.sampled_from(TITLES)),
        date=edtf.parse(date) if date else None,
        updated=draw(st.sampled_from([None] * 3 + [edtf.parse("2022-02-02T10:00:00Z")])),
        tags=draw(st.sampled_from([(), ()]) | st.lists(st.sampled_from(TAGS), max_size=3).map(tuple)),
        section=draw(st.sampled_from(["", "", "", "World", "Sport"])),
        place=draw(st.sampled_from([(), (), ("Port Sellan",), ("Tarn",)])),
        authors=draw(st.sampled_from([(), (), ("Ada Morrow",), ("Ben Tarn",)])),
        language=draw(st.sampled_from(["en", "en", "ar"])),
        status=draw(st.sampled_from(["published"] * 6 + ["draft", "withdrawn"])),  # type: ignore[arg-type]  # a Status
        featured=draw(st.sampled_from([False] * 5 + [True])),
        corrections=draw(st.sampled_from([()] * 3 + NOTES)),
        withdrawn=draw(st.sampled_from([None, Withdrawal(edtf.parse("2021"), "So."), Withdrawal(None, "Untrue.")])),
        source=Source(next=draw(st.sampled_from([""] * 12 + TITLES[:1]))),
        inferred=draw(st.sampled_from([(), (("tags", "text"),)])),
    )
    url = f"{edtf.unit(meta.date) if meta.date else 'undated'}/{draw(st.sampled_from(['a', 'b']))}{id}.html"
    summary, body = draw(st.sampled_from(["So.", "Thus."])), draw(st.sampled_from(["1", "2"]))
    return Head(meta.id, f"content/articles/{id}.md", url, meta, summary, body)


@st.composite
def editions(draw: st.DrawFn) -> tuple[list[Head], list[Head]]:
    """An archive, and the same after a few edits."""
    size = draw(st.integers(0, 14))
    before = [draw(heads(n)) for n in range(size)]
    after = list(before)
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["edit", "one field", "add", "remove"]))
        if kind == "add" or not after:
            after.append(draw(heads(20 + len(after))))
            continue
        at = draw(st.integers(0, len(after) - 1))
        if kind == "remove":
            del after[at]
        elif kind == "edit":
            after[at] = draw(heads(int(after[at].id[1:])))
        else:
            other = draw(heads(int(after[at].id[1:])))
            field = draw(
                st.sampled_from(
                    "title tags section status featured language source updated corrections withdrawn inferred".split()
                )
            )
            after[at] = replace(after[at], meta=replace(after[at].meta, **{field: getattr(other.meta, field)}))
    return before, list({head.id: head for head in after}.values())


def pages(archive: Archive) -> dict[str, Page]:
    return {page.path: page for page in plan(archive)}


def change(before: list[Head], after: list[Head]) -> Change:
    gone = tuple(card_of(head, RULES) for head in before if head not in after)
    came = tuple(card_of(head, RULES) for head in after if head not in before)
    return Change(index(after, SITE), names(index(before, SITE)), gone, came)


@pytest.mark.parametrize("examples", [150, pytest.param(2_000, marks=pytest.mark.soak)])
def test_every_page_that_differs_is_reached(examples: int) -> None:
    settings(max_examples=examples)(given(editions())(reaches_what_differs))()


def reaches_what_differs(edition: tuple[list[Head], list[Head]]) -> None:
    before, after = edition
    changed = change(before, after)
    if not changed.traceable:
        return
    old, new = pages(index(before, SITE)), pages(changed.archive)
    differ = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    articles, lists = reached(changed)
    assert differ <= articles | lists
    assert articles.isdisjoint(lists)


@st.composite
def rows_of_undated(draw: st.DrawFn) -> tuple[list[Head], list[Head]]:
    """Undated articles, which stand by their headlines or as these are printed beside them, and a few edits of them."""
    titles = draw(st.permutations("ABCDEFGHIJKL"[: draw(st.integers(6, 12))]))
    printed = draw(st.booleans())
    before = []
    for n, title in enumerate(titles):
        source = Source(next=titles[n + 1] if printed and n + 1 < len(titles) else "")
        meta = Meta(id=f"u{n:02}", title=title, tags=draw(st.sampled_from([("Kelp",), ("Kelp",), ()])), source=source)
        before.append(Head(meta.id, f"{n}.md", f"undated/{n}.html", meta, "So.", "1"))
    after = list(before)
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(after) - 1))
        fields = {"tags": draw(st.sampled_from([("Kelp",), ()]))}
        if not printed and draw(st.booleans()):
            fields["title"] = draw(st.sampled_from(["AA", "EA", "ZA"]))
        after[at] = replace(after[at], meta=replace(after[at].meta, **fields))
    return before, after


@settings(max_examples=200)
@given(rows_of_undated())
def test_where_an_undated_article_stood_its_neighbours_are_reached(edition: tuple[list[Head], list[Head]]) -> None:
    before, after = edition
    changed = change(before, after)
    assert changed.traceable
    old, new = pages(index(before, SITE)), pages(changed.archive)
    differ = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    assert differ <= frozenset.union(*reached(changed))


def story(n: int, **fields: object) -> Head:
    """The nth of a row of days, with a tag that all of them bear."""
    meta = Meta(id=f"s{n:03}", title=f"Story {n}", date=edtf.parse(f"2020-{n % 12 + 1:02}-{n % 28 + 1:02}"))
    meta = replace(meta, **{"tags": ("Coast",), **fields})  # type: ignore[arg-type]  # by their names
    return Head(meta.id, f"content/articles/{n}.md", f"2020/s{n}.html", meta, "So.", "1")


def test_few_pages_are_reached_in_a_large_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.pages.sitemap.MOST", 20_000)
    before = [story(n) for n in range(300)]
    after = [story(150, language="ar") if head.id == "s150" else head for head in before]
    articles, lists = reached(change(before, after))
    assert 4 < len(articles) < 12
    assert 4 < len(lists) < 40


def view(archive: Archive, path: str) -> ListView:
    page = page_at(archive, path)
    assert page
    assert isinstance(page.view, ListView)
    return page.view


def company(archive: Archive, path: str) -> list[str]:
    profile = view(archive, path).topic
    assert profile
    return [link.title for link in profile.together]


def test_a_topic_that_gets_a_page_is_led_to_by_those_that_stand_with_it() -> None:
    """Kelp was guessed twice, which is no page; the third article says it, and bears nothing else."""
    guess = (("tags", "text"),)
    before = [story(n, tags=("Coast", "Kelp"), inferred=guess) for n in range(2)]
    after = [*before, story(2, tags=("Kelp",))]
    assert company(index(before, SITE), "tags/coast.html") == []
    assert company(index(after, SITE), "tags/coast.html") == ["Kelp"]
    for old, new in ((before, after), (after, before)):
        assert "tags/coast.html" in reached(change(old, new))[1]


def test_what_stands_together_is_told_by_how_often() -> None:
    """Sections say nothing, the same name in another kind nothing new, one article may be chance."""
    bears = [("Kelp", "Tarn"), ("Kelp", "Tarn"), ("Kelp",), ("Harbour",), ("Harbour", "harbour")]
    heads = [
        story(n, tags=("Coast", *tags), section="World", place=("Coast", "Tarn")[: n + 1])
        for n, tags in enumerate(bears)
    ]
    archive = index(heads, SITE)
    assert company(archive, "tags/coast.html") == ["Tarn", "Kelp"]
    assert company(archive, "tags/harbour.html") == ["Coast", "Tarn"]
    assert company(archive, "sections/world.html") == ["Coast", "Tarn"]


def test_the_pages_of_years_say_nothing_of_a_topic_as_a_whole() -> None:
    archive = index([story(n) for n in range(8)], SITE)
    assert view(archive, "tags/coast.html").topic
    assert view(archive, "tags/coast/2020.html").topic is None


def test_a_name_more_shifts_no_page_of_other_letters() -> None:
    """Five names are cut by letters at two; the sixth changes the pages of its own letters and the index, if anything."""
    names = ["Amber", "Amsel", "Anker", "Birch", "1984", "كوردستان"]
    before = [story(n, tags=(name,)) for n, name in enumerate(names)]
    after = [*before, story(50, tags=("Birke",))]
    old, new = pages(index(before, SITE)), pages(index(after, SITE))
    cut = {path for path in old if path.startswith("tags/a-z/")}
    assert cut == {f"tags/a-z/{letters}.html" for letters in ("0", "a", "am", "an", "b", "ک")}
    assert {path for path in cut if old[path] != new.get(path)} == {"tags/a-z/b.html"}


def test_nothing_is_said_where_printed_headlines_or_the_name_of_a_topic_may_act_at_a_distance() -> None:
    before = [story(n) for n in range(4)]
    printing = story(2, source=Source(next="Story 3"))
    assert change(before, [*before[:2], story(2, deck="So."), before[3]]).traceable
    assert not change(before, [*before[:2], printing, before[3]]).traceable
    assert not change([*before[:2], printing], [*before[:2], story(2)]).traceable
    kelp = [story(n, tags=("Kelp",)) for n in range(2)]
    assert not change(kelp, [story(n, tags=("KELP",)) for n in range(2)]).traceable


def test_who_leads_to_an_article_by_a_printed_headline_shows_its_language() -> None:
    """Neither is beside the other in time, nor do they share a topic."""
    one, two = (
        Meta(id=f"u{n}", title=f"Undated {n}", source=Source(next="Undated 2" if n == 1 else "")) for n in (1, 2)
    )
    before = [Head(m.id, f"{m.id}.md", f"undated/{m.id}.html", m, "So.", "1") for m in (one, two)]
    after = [before[0], replace(before[1], meta=replace(two, language="ar"))]
    changed = change(before, after)
    assert changed.traceable
    old, new = pages(index(before, SITE)), pages(changed.archive)
    assert old["undated/u1.html"] != new["undated/u1.html"]
    assert "undated/u1.html" in reached(changed)[0]


def test_an_undated_article_that_was_renamed_left_neighbours() -> None:
    """It was the fourth; from the end, where it stands now, nobody sees so far."""
    row = [
        Head(n, f"{n}.md", f"undated/{n}.html", Meta(id=n, title=n, tags=("Kelp",)), "So.", "1") for n in "ABCDEFGHI"
    ]
    renamed = replace(row[3], meta=replace(row[3].meta, title="Z"))
    articles, _ = reached(change(row, [*row[:3], renamed, *row[4:]]))
    assert {f"undated/{n}.html" for n in "BCDEF"} <= articles
