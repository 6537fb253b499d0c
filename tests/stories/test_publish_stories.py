"""The built site: what stands on its pages, what an edit changes, and what is never touched."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import publish, quiet
from generator.errors import ConfigError, MachineError, UsageError
from generator.fingerprint import digest
from generator.model import Trace
from generator.publish import budget, parse, press
from generator.publish.pages import page_at, paths, plan
from generator.store import Store
from tests.story import Page, article, build, stamps, take_in, tree, write

QUAKE = "2021/03/04/quake.html"


def coast(root: Path) -> Path:
    """Three dated articles, one undated, one withdrawn."""
    return write(
        root,
        "-- content/articles/a.md --\n"
        + article("Quake!", "2021-03-04", slug="quake", tags="[Coast, Quake]", section="World", place="Port Sellan")
        + "-- content/articles/b.md --\n"
        + article("Storm", "2021-03-05", slug="storm", tags="[Coast]", authors="[Ada Morrow]")
        + "-- content/articles/c.md --\n"
        + article("Calm", "2022-01-01", slug="calm", tags="[Weather]")
        + "-- content/articles/d.md --\n"
        + article("A day at sea", slug="sea", tags="[Coast]")
        + "-- content/articles/e.md --\n"
        + article(
            "Wrong",
            "2021-03-06",
            slug="wrong",
            status="withdrawn",
            withdrawn="{date: 2021-03-07, reason: It was untrue.}",
            tags="[Coast]",
        )
        + "-- content/pages/about.md --\n---\ntitle: About\n---\nA *test*.\n",
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return coast(tmp_path / "archive")


# ── What a reader finds ──────────────────────────────────────────────────────────────────────────────────────────


def test_every_page_has_its_address(root: Path) -> None:
    build(root)
    assert {path for path in tree(root / "output") if not path.startswith("static/")} == {
        "index.html", "404.html", "about.html", "feed.xml", "feed.json", "wanted.html", "manifest-sha256.txt",
        "coverage.html", "corrections.html", "withdrawn.html",
        "robots.txt", "site.webmanifest", "favicon.svg", "apple-touch-icon.png", "icon-192.png", "icon-512.png",
        "2021/03/feed.xml", "2022/01/feed.xml",
        QUAKE, "2021/03/05/storm.html", "2021/03/06/wrong.html", "2022/01/01/calm.html", "undated/sea.html",
        "2021/index.html", "2021/03/index.html", "2022/index.html", "2022/01/index.html", "undated/index.html",
        "tags/index.html", "tags/coast.html",
        "sections/index.html", "places/index.html", "authors/index.html",
    }  # fmt: skip


def test_every_link_leads_to_a_file_and_is_relative(root: Path) -> None:
    build(root)
    there = tree(root / "output").keys()
    for path in there:
        if path.endswith(".html") and path != "404.html":
            page = Page(root / "output", path)
            for href in page.hrefs:
                assert not href.startswith("/"), (path, href)
                if not href.startswith(("#", "http", "mailto:", "data:")):
                    assert page.resolve(href) in there, (path, href)


def test_previous_and_next_follow_the_dates_and_end_at_the_ends(root: Path) -> None:
    build(root)
    first, second, last = (Page(root / "output", p) for p in (QUAKE, "2021/03/05/storm.html", "2022/01/01/calm.html"))
    assert (first.rel.get("prev"), first.rel.get("next")) == (None, second.path)
    assert (second.rel.get("prev"), second.rel.get("next")) == (first.path, last.path)
    assert (last.rel.get("prev"), last.rel.get("next")) == (second.path, None)
    assert "Quake!" in second.text
    assert "4 March 2021" in second.text


def test_a_withdrawn_article_is_a_tombstone_and_stands_in_no_list(root: Path) -> None:
    build(root)
    stone = Page(root / "output", "2021/03/06/wrong.html")
    assert "It was untrue." in stone.text
    assert "7 March 2021" in stone.text
    assert "Wrong" not in stone.text
    for path, content in tree(root / "output").items():
        if path not in {stone.path, "manifest-sha256.txt"}:
            told = content.replace(b'href="2021/03/06/wrong.html"', b"") if path == "withdrawn.html" else content
            assert b"wrong" not in told.lower(), path


def test_a_draft_is_shown_only_when_asked_for(root: Path) -> None:
    write(root, "-- content/articles/f.md --\n" + article("Not yet", "2021-03-08", status="draft"))
    assert build(root).drafts == 1
    assert "2021/03/08/not-yet.html" not in tree(root / "output")
    build(root, drafts=True)
    assert "2021/03/08/not-yet.html" in tree(root / "output")
    build(root)
    assert "2021/03/08/not-yet.html" not in tree(root / "output")


def test_one_tag_under_many_names(root: Path) -> None:
    write(root, "-- site.yaml --\ntitle: The Test Gazette\ntags: {Seaside: [Coast, الساحل], Quake: off}\n")
    write(root, "-- content/articles/c.md --\n" + article("Calm", "2022-01-01", tags="[الساحل]"))
    build(root)
    page = Page(root / "output", "tags/seaside.html")
    assert {"Quake!", "Storm", "Calm", "A day at sea"} <= {
        word for word in ["Quake!", "Storm", "Calm", "A day at sea"] if word in page.text
    }
    assert not {path for path in tree(root / "output") if "quake" in path and path.startswith("tags/")}
    assert "Quake" not in Page(root / "output", "tags/index.html").text


def test_a_thin_tag_is_plain_text_and_a_line_of_the_index(root: Path) -> None:
    build(root)
    assert "tags/weather.html" not in tree(root / "output")
    index = Page(root / "output", "tags/index.html")
    assert "Weather" in index.text
    assert "2022/01/01/calm.html" in {index.resolve(href) for href in index.hrefs}


def test_a_long_tag_is_cut_by_date_and_a_long_month_into_days(tmp_path: Path) -> None:
    stories = "".join(
        f"-- content/articles/{n}.md --\n" + article(f"Story {n}", f"2021-{3 + n // 230:02}-{1 + n % 28:02}", tags="[Coast]")
        for n in range(260)
    ) + "-- content/articles/u.md --\n" + article("Undated story", tags="[Coast]")  # fmt: skip
    root = write(tmp_path, stories)
    build(root)
    there = tree(root / "output").keys()
    assert {"tags/coast.html", "tags/coast/2021.html", "tags/coast/2021-03.html", "tags/coast/undated.html"} <= there
    assert {"tags/coast/2021-03-01.html", "tags/coast/2021-04.html", "2021/03/01/index.html"} <= there
    assert "tags/coast/2021-04-01.html" not in there
    assert "2021/04/01/index.html" not in there
    listed = {
        page.resolve(href)
        for path in there
        if path.startswith("tags/coast")
        for page in [Page(root / "output", path)]
        for href in page.hrefs
    }
    assert {path for path in there if "/story-" in path or path.startswith("undated/undated")} <= listed


def test_forty_undated_articles_can_be_walked_from_end_to_end(tmp_path: Path) -> None:
    """The page this project started from, forty times: no dates, only the headlines printed beside each."""
    names = [f"Day {word} on the quay" for word in WORDS]
    raw = [
        f"-- content/raw/{abs(hash_of(name)):05}.txt --\n{name}\n\n"
        f"PORT SELLAN (HGN) — This is what happened on {name.lower()}, the harbour office said.\n\n"
        + (f"Previous Article\n\n{names[n - 1]}\n\n" if n else "")
        + (f"Next Article\n\n{names[n + 1]}\n\n" if n + 1 < len(names) else "")
        + "Related Posts\nTotal\n0\nShare\n"
        for n, name in enumerate(names)
    ]
    root = write(tmp_path, "".join(raw))
    assert take_in(root).count("new") == 40
    report = build(root)
    assert (report.articles, report.undated, report.wanted) == (40, 40, 0)
    there = {path: Page(root / "output", path) for path in tree(root / "output") if path.startswith("undated/day-")}
    assert len(there) == 40
    (start,) = (page for page in there.values() if "prev" not in page.rel)
    walk = [start]
    while "next" in walk[-1].rel:
        walk.append(there[walk[-1].rel["next"]])
        assert walk[-1].rel["prev"] == walk[-2].path
    assert [
        next(
            name for name in names if "<h1" in page.html and name in page.html.partition("<h1")[2].partition("</h1>")[0]
        )
        for page in walk
    ] == names
    index = Page(root / "output", "undated/index.html")
    assert {page.path for page in walk} <= {index.resolve(href) for href in index.hrefs}


WORDS = (
    "amber birch cedar delta ember fable grain haven inlet jetty kelp ledge maple north ocean pearl quill raven slate "
    "tidal umber vault wharf yield zenith anchor beacon copper dinghy eastern ferry gannet harbour island jasper kettle "
    "lantern mussel netting oyster"
).split()


def hash_of(name: str) -> int:
    """A number that has nothing to do with the order of the names."""
    return sum(ord(c) * 31**n for n, c in enumerate(name)) % 99991


def test_chained_articles_are_bracketed_by_dated_ones(tmp_path: Path) -> None:
    def chained(title: str, date: str, previous: str, following: str) -> str:
        return article(title, date, source=f'{{previous: "{previous}", next: "{following}"}}')

    root = write(
        tmp_path,
        "-- content/articles/a.md --\n" + chained("Alpha docks", "2020-11-17", "", "Bravo sails")
        + "-- content/articles/b.md --\n" + chained("Bravo sails", "", "Alpha docks", "Charlie returns")
        + "-- content/articles/c.md --\n" + chained("Charlie returns", "2020-11-19", "Bravo sails", "Delta is missing"),
    )  # fmt: skip
    build(root)
    page = Page(root / "output", "undated/bravo-sails.html")
    assert "about 17–19 November 2020" in page.text
    assert (page.rel["prev"], page.rel["next"]) == ("2020/11/17/alpha-docks.html", "2020/11/19/charlie-returns.html")
    assert Page(root / "output", "2020/11/17/alpha-docks.html").rel["next"] == page.path
    assert "Delta is missing" in Page(root / "output", "wanted.html").text
    assert "date:" not in (root / "content/articles/b.md").read_text()


# ── What an edit changes ─────────────────────────────────────────────────────────────────────────────────────────


def test_building_again_writes_nothing(root: Path) -> None:
    build(root)
    before = stamps(root / "output")
    report = build(root)
    assert (report.written, report.removed) == (0, 0)
    assert stamps(root / "output") == before


def rewritten(root: Path) -> set[str]:
    """Build, and say which files were written or removed."""
    before = stamps(root / "output")
    build(root)
    after = stamps(root / "output")
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} - {
        "manifest-sha256.txt"
    }


def test_a_body_changes_its_own_page_and_the_lists_that_quote_it(root: Path) -> None:
    long = "It happened here, on the coast, " + "as everybody on the quay had said it would " * 6
    write(root, "-- content/articles/a.md --\n" + article("Quake!", "2021-03-04", long + "long ago.", slug="quake"))
    build(root)
    write(root, "-- content/articles/a.md --\n" + article("Quake!", "2021-03-04", long + "lately.", slug="quake"))
    assert rewritten(root) == {QUAKE}


def test_a_headline_changes_its_page_its_neighbours_and_its_lists(root: Path) -> None:
    build(root)
    text = (root / "content/articles/c.md").read_text()
    (root / "content/articles/c.md").write_text(text.replace('"Calm"', '"Calm again"'))
    assert rewritten(root) == {
        "2022/01/01/calm.html",
        "2021/03/05/storm.html",
        "2022/01/index.html",
        "2022/01/feed.xml",
        "index.html",
        "feed.xml",
        "feed.json",
    }


def test_a_deleted_article_takes_its_pages_with_it(root: Path) -> None:
    build(root)
    (root / "content/articles/c.md").unlink()
    build(root)
    there = tree(root / "output").keys()
    assert not {path for path in there if path.startswith("2022")}
    assert not (root / "output/2022").exists()


@pytest.mark.parametrize("lost", ["", ".backfile/state.db", "output/manifest-sha256.txt"])
def test_after_any_edits_the_output_equals_a_clean_build(root: Path, tmp_path: Path, lost: str) -> None:
    build(root)
    if lost:
        (root / lost).unlink()
    (root / "content/articles/b.md").unlink()
    write(root, "-- content/articles/a.md --\n" + article("Quake?", "2021-04-04", slug="quake", tags="[Harbour]"))
    write(root, "-- content/articles/n.md --\n" + article("News", "2021-03-01", tags="[Coast]"))
    build(root)
    clean = tmp_path / "clean"
    publish.run(root, clean)
    assert tree(root / "output") == tree(clean)


@pytest.mark.parametrize("garbage", [b"", b"SQLite format 3\x00 and then nonsense", b"\x00" * 5000])
def test_a_spoilt_memory_is_thrown_away(root: Path, garbage: bytes) -> None:
    build(root)
    before = tree(root / "output")
    (root / ".backfile/state.db").write_bytes(garbage)
    build(root)
    assert tree(root / "output") == before
    assert build(root).written == 0


def test_a_page_that_is_gone_or_altered_is_repaired(root: Path) -> None:
    build(root)
    before = tree(root / "output")
    (root / "output" / QUAKE).write_text("vandalised")
    (root / "output/tags/coast.html").unlink()
    build(root)
    assert tree(root / "output") == before


def test_the_manifest_holds_the_sha256_of_every_file(root: Path) -> None:
    build(root)
    listed = publish.traces.read_manifest((root / "output/manifest-sha256.txt").read_text().splitlines())
    assert listed.keys() == tree(root / "output").keys() - {"manifest-sha256.txt"}


def die(*_: object) -> None:
    raise KeyboardInterrupt


# ── 8. What is not ours ──────────────────────────────────────────────────────────────────────────────────────────


def test_foreign_files_in_the_output_are_never_removed(root: Path) -> None:
    write(root / "output", "-- CNAME --\nexample.org\n-- 2021/03/notes.txt --\nmine\n-- .well-known/x --\nmine\n")
    (root / "output/site.yaml").unlink()
    build(root)
    (root / "content/articles/a.md").unlink()
    build(root)
    for path in ("CNAME", "2021/03/notes.txt", ".well-known/x"):
        assert (root / "output" / path).exists(), path


def test_a_foreign_file_where_a_page_should_stand_is_kept_and_reported(root: Path) -> None:
    write(root / "output", "-- about.html --\nmy own page\n")
    (problem,) = [p for p in build(root).problems if p.fatal]
    assert problem.location.path.endswith("about.html")
    assert (root / "output/about.html").read_text() == "my own page\n"


def test_a_foreign_file_stays_foreign_when_a_build_is_killed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "output", "-- about.html --\nmy own page\n")
    with monkeypatch.context() as killed:
        killed.setattr(publish.Output, "finish", die)
        with pytest.raises(KeyboardInterrupt):
            build(root)
    assert [p for p in build(root).problems if p.fatal]
    assert (root / "output/about.html").read_text() == "my own page\n"


@pytest.mark.timeout(30)
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("/", path)], ids=["pipe", "dir", "link"])
def test_what_is_no_file_where_a_page_should_stand_is_reported(make: Callable[[Path], None], root: Path) -> None:
    (root / "output").mkdir()
    make(root / "output/about.html")
    (problem,) = [p for p in build(root).problems if p.fatal]
    assert problem.location.path.endswith("about.html")
    assert (root / "output/index.html").exists()


@pytest.mark.parametrize("remembered", [True, False], ids=["with its memory", "without"])
@pytest.mark.parametrize("edit", ["address", "site.yaml"])
def test_a_page_may_take_the_place_of_a_folder_and_a_folder_that_of_a_page(
    edit: str, remembered: bool, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write(root, "-- content/articles/other.md --\n" + article("Other", "1974-01-01", slug="other"))
    for address in ("/{slug}.html", "/{slug}.html/", "/{slug}.html/more/{slug}.html", "/{slug}.html"):
        if edit == "address":
            own = article("Quake", "2021-03-04", slug="quake", address=address.format(slug="quake"))
            write(root, "-- content/articles/a.md --\n" + own)
        else:
            (root / "site.yaml").write_text(f'title: The Test Gazette\naddresses: "{address[1:]}"\n')
        if not remembered:
            shutil.rmtree(root / ".backfile", ignore_errors=True)
        build(root)
        clean = tmp_path_factory.mktemp("clean") / "output"
        publish.run(root, clean)
        (root / "output/site.yaml").unlink(missing_ok=True)
        assert tree(root / "output") == tree(clean)


def test_a_page_of_ours_that_somebody_changed_is_left_when_its_article_goes(root: Path) -> None:
    build(root)
    (root / "output" / QUAKE).write_text("a note to self")
    (root / "content/articles/a.md").unlink()
    report = build(root)
    assert (root / "output" / QUAKE).read_text() == "a note to self"
    assert any("changed it" in problem.message for problem in report.problems)


def test_what_a_killed_build_wrote_is_ours(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(publish.Output, "finish", die)
        with pytest.raises(KeyboardInterrupt):
            build(root)
    (root / "content/articles/c.md").unlink()
    write(root, "-- content/articles/a.md --\n" + article("Quake again", "2021-03-04", slug="quake"))
    report = build(root)
    assert not [p for p in report.problems if p.fatal]
    assert "2022/01/01/calm.html" not in tree(root / "output")
    assert "Quake again" in Page(root / "output", QUAKE).text


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    build(root)
    elsewhere = tmp_path / "elsewhere"
    (root / "output/2021").rename(elsewhere)
    os.symlink(elsewhere, root / "output/2021")
    before = tree(elsewhere)
    write(root, "-- content/articles/a.md --\n" + article("Quake!!", "2021-03-04", slug="quake"))
    with pytest.raises(MachineError, match="link"):
        build(root)
    assert tree(elsewhere) == before


# ── What is wrong with an article ────────────────────────────────────────────────────────────────────────────────


def test_one_broken_article_is_named_with_its_line_and_the_others_build(root: Path) -> None:
    write(root, "-- content/articles/bad.md --\n---\ntitle: Bad\ndate: 18/11/2020\n---\nText.\n")
    (root / "content/articles/latin.md").write_bytes(b"---\ntitle: Caf\xe9\n---\nText.\n")
    report = build(root)
    places = {str(problem.location) for problem in report.problems}
    assert places == {"content/articles/bad.md:3", "content/articles/latin.md:2"}
    assert report.articles == 4


def test_strict_touches_nothing_when_something_is_wrong(root: Path) -> None:
    write(root, "-- content/articles/bad.md --\n---\ndate: 2020-11-18\n---\nText.\n")
    report = build(root, strict=True)
    assert report.stopped
    assert not (root / "output").exists()


def test_two_articles_at_one_address_are_both_named_and_the_smaller_path_keeps_it(root: Path) -> None:
    write(root, "-- content/articles/aa.md --\n" + article("Another", "2021-03-04", slug="QUAKE"))
    (problem,) = build(root).problems
    assert problem.location.path == "content/articles/aa.md"
    assert "content/articles/a.md" in problem.message
    assert "Quake!" in Page(root / "output", QUAKE).text


@pytest.mark.parametrize(
    "address",
    [
        "../outside.html",
        "/etc/passwd/../../x",
        "a/../../x.html",
        "．．/x.html",
        "con.html",
        "tags/x.html",
        "tags",
        "1974",
        "1974/05",
        "undated/letters",
        "index.html",
    ],
)
def test_no_address_leaves_the_output_or_takes_a_page_of_the_site(root: Path, tmp_path: Path, address: str) -> None:
    write(root, "-- content/articles/x.md --\n" + article("X", "2021-03-04", address=f'"{address}"'))
    (problem,) = build(root).problems
    assert problem.location.path == "content/articles/x.md"
    assert {path.name for path in tmp_path.iterdir()} == {"archive"}


def test_a_slug_cannot_leave_the_output_either(root: Path, tmp_path: Path) -> None:
    write(root, "-- content/articles/x.md --\n" + article("X", "2021-03-04", slug='"../../../../x"'))
    build(root)
    assert {path.name for path in tmp_path.iterdir()} == {"archive"}


def test_a_wrong_site_yaml_stops_everything_with_its_line(root: Path) -> None:
    write(root, "-- site.yaml --\ntitle: T\ntagine: wrong\n")
    with pytest.raises(ConfigError, match="tagline") as caught:
        build(root)
    assert str(caught.value.location) == "site.yaml:2"


def test_nothing_from_an_article_runs(root: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    write(
        root,
        "-- content/articles/evil.md --\n"
        + article(
            evil.replace('"', ""),
            "2021-03-09",
            f"{evil}\n\n[x](javascript:alert(1)) {{{{ 7*7191 }}}}\n",
            tags=f"['{evil}', '{{{{7*7191}}}}']",
            deck=f"'{evil}'",
            section=f"'{evil}'",
        ),
    )
    build(root)
    for path, content in tree(root / "output").items():
        if path.endswith((".html", ".xml")):
            assert b"<script>alert" not in content, path
            assert b"<img src=x" not in content, path
            assert b'href="javascript' not in content, path
            assert b"50337" not in content, path


def test_markdown_that_is_refused_is_shown_as_it_is_written_and_reported_each_time(root: Path) -> None:
    write(
        root,
        "-- content/articles/b.md --\n"
        + article("Storm", "2021-03-05", "[a](" * 20_000 + " and the storm came.", slug="storm"),
    )
    for _ in range(2):
        (problem,) = build(root).problems
        assert problem.location.path == "content/articles/b.md"
    assert "and the storm came." in Page(root / "output", "2021/03/05/storm.html").text
    assert build(root, strict=True).stopped


def test_markdown_that_takes_too_long_fails_its_page_and_keeps_the_last_good_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root)
    before = tree(root / "output")
    slow = "A *long* story. " * 3000
    write(
        root,
        "-- content/articles/a.md --\n"
        + article(
            "Quake!",
            "2021-03-04",
            slow,
            slug="quake",
            tags="[Coast, Quake]",
            section="World",
            place="Port Sellan",
            summary="It happened here, on the coast.",
        ),
    )
    with monkeypatch.context() as hurried:
        hurried.setattr(press, "Renderer", lambda: budget.Renderer(seconds=0.001))
        (problem,) = build(root).problems
    assert "longer than" in problem.message
    assert tree(root / "output") == before
    assert build(root).problems == ()
    assert "A long story." in Page(root / "output", QUAKE).text


def test_a_headline_that_was_withdrawn_is_printed_nowhere(root: Path) -> None:
    """Its neighbours printed it; so would the want-list, and an undated neighbour's own page."""
    write(root, "-- content/articles/e.md --\n" + article("Judge accused of fraud", slug="wrong", status="withdrawn"))
    write(
        root,
        "-- content/articles/n.md --\n"
        + article(
            "Harbour fair opens",
            slug="fair",
            source='{previous: "Judge accused of fraud", next: "The tide turns early"}',
        ),
    )
    write(
        root,
        "-- content/articles/m.md --\n"
        + article("Regatta postponed", slug="regatta", source='{next: "Judge accused of fraud"}'),
    )
    write(root, "-- content/articles/o.md --\n" + article("Not yet public", "2021-03-09", status="draft"))
    write(root, "-- content/articles/p.md --\n" + article("Lamp relit", slug="lamp", source='{next: "Not yet public"}'))
    build(root)
    for path, content in tree(root / "output").items():
        assert b"fraud" not in content, path
        assert b"Not yet public" not in content, path
    wanted = Page(root / "output", "wanted.html")
    assert "The tide turns early" in wanted.text


# ── Where the site goes ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("output", [".", "content", "content/static", "content/raw", "layouts", ".backfile", ".."])
def test_the_site_is_not_written_over_its_own_archive(root: Path, output: str) -> None:
    before = tree(root)
    with pytest.raises(UsageError, match="folder of the archive itself"):
        publish.run(root, root / output)
    assert tree(root) == before


def test_what_is_ours_in_one_folder_is_not_ours_in_another(root: Path) -> None:
    build(root)
    other = write(root / "pub", "-- index.html --\nMY HOMEPAGE\n")
    (other / "site.yaml").unlink()
    (problem,) = publish.run(root, other).problems
    assert problem.location.path.endswith("index.html")
    assert (other / "index.html").read_text() == "MY HOMEPAGE\n"
    (other / "index.html").unlink()
    publish.run(root, other)
    assert tree(other) == tree(root / "output")


def test_a_memory_that_names_files_elsewhere_is_not_followed(root: Path) -> None:
    build(root)
    (root / "victim.txt").write_text("precious")
    with sqlite3.connect(root / ".backfile/state.db") as db:
        db.execute("INSERT INTO intents VALUES ('../victim.txt')")
        row = ("../victim.txt", "[]", hashlib.sha256(b"precious").hexdigest(), 8, 0)
        db.execute("INSERT INTO traces VALUES (?, ?, ?, ?, ?, ?)", (*row, digest(row)))
    db.close()
    build(root)
    assert (root / "victim.txt").read_text() == "precious"


def test_a_broken_layout_is_found_before_anything_is_written(root: Path) -> None:
    build(root)
    before = tree(root / "output")
    write(root, "-- layouts/article.html --\nchanged {{ page.title }}\n-- layouts/front.html --\n{{ page.nope }}\n")
    with pytest.raises(ConfigError, match="nope"):
        build(root)
    assert tree(root / "output") == before


# ── Who stands where ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("pattern", "dated", "undated"),
    [
        ("{year}/{month}/{day}/{slug}/", "2021/03/04/quake/index.html", "undated/sea/index.html"),
        ("{year}-{month}-{day}-{slug}.html", "2021-03-04-quake.html", "undated/sea.html"),
        ("news/{id}/{slug}.html", "news/q1/quake.html", "news/s1/sea.html"),
        ("{section}/{slug}.html", "world/quake.html", "sea.html"),
    ],
)
def test_every_pattern_has_a_place_for_undated_articles_too(root: Path, pattern: str, dated: str, undated: str) -> None:
    write(root, f"-- site.yaml --\ntitle: T\naddresses: '{pattern}'\n")
    for name, id in (("a", "q1"), ("d", "s1")):
        path = root / f"content/articles/{name}.md"
        path.write_text(path.read_text().replace("---\n", f"---\nid: {id}\n", 1))
    assert build(root).problems == ()
    assert {dated, undated} <= tree(root / "output").keys()


def test_a_file_and_a_folder_cannot_have_one_name(root: Path) -> None:
    write(
        root,
        "-- content/articles/x.md --\n"
        + article("X", address="a.html")
        + "-- content/articles/y.md --\n"
        + article("Y", address="a.html/b.html"),
    )
    (problem,) = build(root).problems
    assert problem.location.path == "content/articles/y.md"
    assert "content/articles/x.md" in problem.message
    assert (root / "output/index.html").exists()


def test_a_standing_page_cannot_take_a_page_of_the_site(root: Path, tmp_path: Path) -> None:
    for name in ("index", "404", "2021/index"):
        write(root, f"-- content/pages/{name}.md --\n---\ntitle: Mine\n---\nMine.\n")
    assert len([p for p in build(root).problems if p.fatal]) == 3
    publish.run(root, tmp_path / "clean")
    assert tree(root / "output") == tree(tmp_path / "clean")


def test_a_static_file_is_copied_and_keeps_its_address(root: Path) -> None:
    write(root, "-- content/static/.nojekyll --\n-- content/static/ads.txt --\nhello\n")
    write(root, "-- content/articles/x.md --\n" + article("X", address="ads.txt"))
    (problem,) = build(root).problems
    assert "content/static/ads.txt" in problem.message
    assert tree(root / "output").keys() >= {".nojekyll", "ads.txt"}


def test_what_editors_lay_beside_is_part_of_no_site(root: Path) -> None:
    before = build(root)
    kept = tree(root / "output").keys()
    folders = ("content/articles", "content/pages", "content/static", "content/media", "layouts/static")
    for folder in folders:
        for name in ("a.md~", "#a.md#", ".a.md.swp", ".~lock.a.md#", "a.md.~1~"):
            write(root, f"-- {folder}/{name} --\n{article('Not saved yet')}")
        (root / folder / ".#a.md").symlink_to("ada@harbour.4711:1600000000")
    report = build(root)
    assert report.problems == before.problems
    assert tree(root / "output").keys() == kept


def test_a_static_file_cannot_take_the_place_of_the_manifest(root: Path) -> None:
    write(root, "-- content/static/manifest-sha256.txt --\nof something else\n")
    for _ in range(2):
        (problem,) = build(root).problems
        assert problem.location.path == "content/static/manifest-sha256.txt"
        assert "another name" in problem.message
        test_the_manifest_holds_the_sha256_of_every_file(root)
    with Store.at(root / ".backfile/state.db") as store:  # as it was remembered when it was copied
        store.keep([("manifest-sha256.txt", Trace(("1",), "2" * 64, 0, 0))])
        store.commit()
    (root / "content/static/manifest-sha256.txt").rename(root / "content/static/other-sha256.txt")
    assert build(root).problems == ()
    assert (root / "output/other-sha256.txt").read_text() == "of something else\n"
    test_the_manifest_holds_the_sha256_of_every_file(root)


NOT_UTF8 = os.fsdecode(b"caf\xe9")  # as an old disk has it


@pytest.mark.parametrize("name", [NOT_UTF8, "a\\b", "a\nb"], ids=["not UTF-8", "backslash", "line end"])
@pytest.mark.parametrize("folder", ["media", "static", "static/below"])
def test_a_file_whose_name_cannot_be_an_address_is_named_and_not_copied(folder: str, name: str, root: Path) -> None:
    before = build(root).pages
    write(root, f"-- content/{folder}/ads.txt --\nYes.\n")
    (root / "content" / folder / f"{name}.txt").write_text("No.")
    (problem,) = [p for p in build(root).problems if p.fatal]
    assert problem.location.path == f"content/{folder}/{name}.txt"
    right = {f"{folder}/ads.txt".removeprefix("static/"), "manifest-sha256.txt"}
    assert {path for path in tree(root / "output") if path.endswith(".txt") and path != "robots.txt"} == right
    assert build(root).pages == before


@pytest.mark.parametrize("path", [f"articles/{NOT_UTF8}/f.md", f"pages/{NOT_UTF8}.md"])
def test_a_name_that_is_not_utf8_is_named_and_the_others_build(path: str, root: Path) -> None:
    (root / "content" / path).parent.mkdir(exist_ok=True)
    (root / "content" / path).write_text(article("Fog", "2021-03-07"))
    for _ in range(2):
        (problem,) = [p for p in build(root).problems if p.fatal]
        assert f"content/{path}".startswith(problem.location.path)
    assert (root / "output" / QUAKE).exists()


def test_a_draft_of_a_standing_page_is_not_shown(root: Path) -> None:
    write(root, "-- content/pages/secret.md --\n---\ntitle: Secret\nstatus: draft\n---\nSecret.\n")
    build(root)
    assert "secret.html" not in tree(root / "output")


def test_pictures_and_menu_lines_that_lead_nowhere_are_named(root: Path) -> None:
    write(
        root,
        "-- site.yaml --\ntitle: T\nmenu: [{title: Gone, to: gone.html}, {title: Tags, to: tags/}]\n-- content/media/here.svg --\n<svg/>\n",
    )
    write(
        root,
        "-- content/articles/a.md --\n"
        + article(
            "Quake!",
            "2021-03-04",
            slug="quake",
            images="[{file: here.svg}, {file: ../../etc/passwd, caption: A passport}]",
        ),
    )
    assert {problem.message.split(" ")[0] for problem in build(root).problems} == {"Gone:", "the"}
    page = Page(root / "output", QUAKE)
    assert "media/here.svg" in {page.resolve(href) for href in page.hrefs}
    assert "passwd" not in page.html
    assert "Picture not in this archive" in page.text


# ── The plan ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_any_page_can_be_planned_alone(root: Path) -> None:
    archive = publish.read(root)
    planned = {page.path: page for page in plan(archive)}
    assert list(planned) == list(paths(archive))
    for path, page in planned.items():
        assert page_at(archive, path) == page
    for path in (
        "2021/02/index.html",
        "2021/03/04/index.html",
        "tags/none.html",
        "tags/weather.html",
        "tags/coast/2021.html",
        "nowhere.html",
        "undated/s/index.html",
    ):
        assert page_at(archive, path) is None


def test_the_output_does_not_depend_on_where_or_when(root: Path, tmp_path: Path) -> None:
    build(root)
    other = tmp_path / "another place" / "archive"
    other.parent.mkdir()
    (tmp_path / "archive").rename(other)
    first = tree(other / "output")
    publish.run(other, tmp_path / "second")
    assert tree(tmp_path / "second") == first


def test_what_only_ingest_reads_of_site_yaml_reads_no_article_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, f"-- site.yaml --\ntitle: A\n-- content/articles/a.md --\n{article('Quake', '2021-03-05')}")
    monkeypatch.setattr(quiet, "TICK", -1)  # the clock is trusted at once
    monkeypatch.setattr(quiet, "COARSE", -1)
    build(tmp_path)
    before = tree(tmp_path / "output")
    (tmp_path / "site.yaml").write_text("title: A\ningest:\n  cut: [Share]\n")
    with monkeypatch.context() as patch:
        patch.setattr(parse, "article", lambda *_: pytest.fail("it is read again"))
        assert build(tmp_path).written == 0
    assert tree(tmp_path / "output") == before
    (tmp_path / "site.yaml").write_text("title: A\nlanguage: de\n")
    assert build(tmp_path).written > 0
