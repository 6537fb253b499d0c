"""The preview in a real browser: what an editor sees after each save."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.ingest.review import checked
from generator.preview.review import Review
from tests.chromium import NEEDED, browser, playwright
from tests.photos import jpeg
from tests.preview.serving import PATIENCE, Serving, served
from tests.preview.test_review import SHARED, SOME, file_of, holding, root
from tests.story import article, build, write

__all__ = ["browser", "root"]  # fixtures

pytestmark = NEEDED

PAGE = "2021/03/05/quake.html"
LONG = "\n\n".join(f"Paragraph {n}. It happened here, on the coast, and everybody saw it." for n in range(80))
SITE = f"""\
-- site.yaml --
title: The Test Gazette
-- content/articles/quake.md --
{article("Quake", "2021-03-05", body=LONG, slug="quake")}
-- content/articles/storm.md --
{article("Storm", "2021-03-06", slug="storm")}
"""


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    with served(write(tmp_path, SITE)) as found:
        yield found


@pytest.fixture
def page(browser: Any, serving: Serving) -> Iterator[Any]:
    context = browser.new_context()
    found = opened(context, serving, PAGE)
    yield found
    context.close()


def opened(context: Any, serving: Serving, path: str) -> Any:
    """A tab that listens. `loads` counts in it what it loaded."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.add_init_script("sessionStorage.setItem('loads', 1 + Number(sessionStorage.getItem('loads')))")
    with page.expect_request(lambda request: "/__backfile/events" in request.url):
        page.goto(serving.address + path)
    return page


def loads(page: Any) -> int:
    return int(page.evaluate("sessionStorage.getItem('loads')"))


def edit(serving: Serving, name: str, old: str, new: str) -> None:
    path = serving.root / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_an_edit_is_seen_and_the_place_kept(page: Any, serving: Serving) -> None:
    page.evaluate("scrollTo(0, 900)")
    edit(serving, "content/articles/quake.md", "Paragraph 79.", "Paragraph the last.")
    page.get_by_text("Paragraph the last.").wait_for()
    page.wait_for_function("scrollY === 900")
    assert loads(page) == 2


def test_a_stylesheet_changes_under_the_page(page: Any, serving: Serving) -> None:
    page.evaluate("window.here = true")
    own = serving.root / "layouts/static"
    own.mkdir(parents=True)
    (own / "style.css").write_text("body { background: rgb(1, 2, 3) }")
    page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    (own / "style.css").write_text("body { background: rgb(4, 5, 6) }")
    page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(4, 5, 6)'")
    assert page.evaluate("window.here")
    assert loads(page) == 1


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("content/articles/quake.md", "date: 2021-03-05", "date: one day", "content/articles/quake.md:3"),
        ("content/articles/storm.md", 'title: "Storm"', "title: [", "content/articles/storm.md:2"),
        ("site.yaml", "title: The Test Gazette", "titel: The Test Gazette", "site.yaml:1"),
    ],
)
def test_what_is_broken_lies_over_the_page_until_it_is_mended(  # noqa: PLR0917 - two fixtures and a case
    page: Any, serving: Serving, name: str, old: str, new: str, said: str
) -> None:
    edit(serving, name, old, new)
    page.locator("#backfile-overlay section").wait_for()
    assert said in page.locator("#backfile-overlay h2").all_inner_texts()
    assert new in page.locator("#backfile-overlay mark").inner_text()
    assert page.get_by_text("Paragraph 3.").count() == 1, "the page is as it was"
    edit(serving, name, new, old)
    page.locator("#backfile-overlay").wait_for(state="detached")


def test_a_layout_that_is_broken_is_told_too(page: Any, serving: Serving) -> None:
    (serving.root / "layouts").mkdir()
    (serving.root / "layouts/article.html").write_text("{% if %}")
    page.locator("#backfile-overlay section").wait_for()
    page.keyboard.press("Escape")
    page.locator("#backfile-overlay").wait_for(state="detached")
    (serving.root / "layouts/article.html").write_text("<body><p id=mine>{{ page.title }}</p></body></html>")
    page.locator("#mine").wait_for()


def test_an_address_that_is_none_keeps_no_picture_from_changing(page: Any, serving: Serving) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    write(serving.root, "-- content/media/two.jpg --\nnone\n")
    edit(serving, "content/articles/quake.md", "Paragraph 1.", "![one](100%.jpg) ![two](/media/two.jpg) Paragraph 1.")
    page.get_by_alt_text("two").wait_for(state="attached")
    write(serving.root, "-- content/media/two.jpg --\nanother\n")
    page.locator("img[alt=two][src*=seen]").wait_for(state="attached")
    assert wrong == []


SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"/>\n'


@pytest.mark.parametrize("others", ["", "![here](/media/two.svg)"], ids=["alone", "beside the page"])
def test_a_picture_that_a_stylesheet_names_changes(page: Any, serving: Serving, others: str) -> None:
    write(
        serving.root, f"-- content/media/one.svg --\n{SQUARE.format(1)}-- content/media/two.svg --\n{SQUARE.format(2)}"
    )
    write(serving.root, "-- layouts/static/style.css --\nbody { background: url(../media/one.svg) }\n")
    fetched = "performance.getEntriesByName(new URL('/media/one.svg', location).href).length"
    page.wait_for_function(fetched)
    with page.expect_request(lambda request: "/__backfile/events" in request.url):
        edit(serving, "content/articles/quake.md", "Paragraph 79.", f"Paragraph the last. {others}")
        page.get_by_text("Paragraph the last.").wait_for()
    page.wait_for_function(fetched)
    before = loads(page)
    write(serving.root, f"-- content/media/two.svg --\n{SQUARE.format(2)}<!-- another of the same size -->\n")
    if others:
        page.locator("img[src*=seen]").wait_for(state="attached")
    with page.expect_response(lambda answer: answer.url.endswith("/media/one.svg")) as answer:
        other = serving.root / "other.svg"
        other.write_text(SQUARE.format(3))
        other.replace(serving.root / "content/media/one.svg")  # in one step: half a file would be seen too
    assert 'width="3"' in answer.value.text()
    assert loads(page) == before + 1, "for what a stylesheet names, and for nothing else"


def test_a_picture_of_another_size_brings_its_page_anew(page: Any, serving: Serving) -> None:
    (serving.root / "content/media").mkdir(exist_ok=True)
    (serving.root / "content/media/quay.jpg").write_bytes(jpeg(900, 600))
    edit(serving, "content/articles/quake.md", "Paragraph 1.", "![Quay](/media/quay.jpg) Paragraph 1.")
    page.locator("img[alt=Quay][width='900']").wait_for()
    (serving.root / "content/media/quay.jpg").write_bytes(jpeg(1400, 700))
    page.locator("img[alt=Quay][width='1400']").wait_for()
    page.wait_for_function("[...document.images].every((it) => it.complete && it.naturalWidth)")
    assert page.get_by_alt_text("Quay").get_attribute("srcset").count("quay-") == 2


def test_an_article_is_followed_to_its_new_address(page: Any, serving: Serving) -> None:
    edit(serving, "content/articles/quake.md", "slug: quake", "slug: earthquake")
    page.wait_for_url(f"{serving.address}2021/03/05/earthquake.html")
    assert page.get_by_text("Paragraph 3.").count() == 1


def test_two_tabs_and_one_that_nobody_looks_at(page: Any, serving: Serving) -> None:
    other = opened(page.context, serving, "2021/03/06/storm.html")
    edit(serving, "content/articles/quake.md", "Paragraph 79.", "Paragraph the last.")
    page.get_by_text("Paragraph the last.").wait_for()
    edit(serving, "content/articles/quake.md", 'title: "Quake"', 'title: "Earthquake"')
    for tab in (page, other):
        tab.get_by_text("Earthquake").first.wait_for()
    assert loads(other) == 2, "the body of another article is nothing to it"


def look_away(page: Any, away: bool) -> None:
    said = "new Event('visibilitychange')"
    page.evaluate(f"Object.defineProperty(document, 'hidden', {{value: {json.dumps(away)}, configurable: true}})")
    with suppress(playwright.Error):  # it may load at once
        page.evaluate(f"document.dispatchEvent({said})")


def test_what_changed_while_nobody_looked_is_seen_when_somebody_does(page: Any, serving: Serving) -> None:
    other = opened(page.context, serving, "2021/03/06/storm.html")
    page.wait_for_timeout(300)
    look_away(page, True)
    own = serving.root / "layouts/static"
    own.mkdir(parents=True)
    (own / "style.css").write_text("body { background: rgb(4, 5, 6) }")
    other.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(4, 5, 6)'")
    look_away(page, False)
    page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(4, 5, 6)'")
    look_away(page, True)
    edit(serving, "content/articles/quake.md", "slug: quake", "slug: tremor")
    other.locator("a[href*=tremor]").first.wait_for(state="attached")
    edit(serving, "content/articles/quake.md", "slug: tremor", "slug: earthquake")
    other.locator("a[href*=earthquake]").first.wait_for(state="attached")
    look_away(page, False)
    page.wait_for_url(f"{serving.address}2021/03/05/earthquake.html")


def test_who_comes_back_after_an_edit_finds_the_place_again(page: Any, serving: Serving) -> None:
    page.evaluate("scrollTo(0, 900)")
    edit(serving, "content/articles/quake.md", "Paragraph 79.", "Paragraph the last.")
    page.get_by_text("Paragraph the last.").wait_for()
    page.wait_for_function("scrollY === 900")
    page.goto(f"{serving.address}2021/03/06/storm.html")
    page.go_back()
    page.wait_for_function("scrollY === 900")


def test_a_stylesheet_that_is_imported_changes_in_the_folder_of_the_url_too(page: Any, serving: Serving) -> None:
    (serving.root / "site.yaml").write_text("title: The Test Gazette\nurl: https://example.org/archive/\n")
    own = serving.root / "layouts/static"
    own.mkdir(parents=True)
    (own / "style.css").write_text("@import 'more.css';")
    (own / "more.css").write_text("body { background: rgb(1, 2, 3) }")
    page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    with page.expect_request(lambda request: "/__backfile/events" in request.url):
        page.goto(f"{serving.address}archive/{PAGE}")
    for color in ("rgb(4, 5, 6)", "rgb(7, 8, 9)"):
        page.wait_for_timeout(300)
        (own / "more.css").write_text(f"body {{ background: {color} }}")
        page.wait_for_function(f"getComputedStyle(document.body).backgroundColor === '{color}'")
    (own / "style.css").write_text("body { background: rgb(10, 11, 12) }")
    page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(10, 11, 12)'")


def test_a_preview_that_was_begun_again_is_found(browser: Any, tmp_path: Path) -> None:
    root = write(tmp_path, SITE)
    context = browser.new_context()
    with served(root) as first:
        page = opened(context, first, PAGE)
    edit(Serving(root, 0), "content/articles/quake.md", "Paragraph 79.", "Paragraph the last.")
    with served(root, port=first.port):
        page.get_by_text("Paragraph the last.").wait_for()
    context.close()


@pytest.mark.parametrize("field", ["id: quake-1\nslug", "slug"], ids=["with an id", "without one"])
def test_an_article_that_moved_while_the_preview_was_down_is_followed(browser: Any, tmp_path: Path, field: str) -> None:
    root = write(tmp_path, SITE)
    context = browser.new_context()
    edit(Serving(root, 0), "content/articles/quake.md", "slug", field)
    with served(root) as first:
        page = opened(context, first, PAGE)
    edit(Serving(root, 0), "content/articles/quake.md", "slug: quake", "slug: tremor")
    with served(root, port=first.port) as again:
        page.wait_for_url(f"{again.address}2021/03/05/tremor.html")
    context.close()


def test_it_runs_without_a_word_of_complaint(page: Any, serving: Serving) -> None:
    """No error in the console, and nothing asked of anybody else."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.text} {message.location['url']}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    edit(serving, "content/articles/quake.md", "Paragraph 79.", "Paragraph the last.")
    page.get_by_text("Paragraph the last.").wait_for()
    assert [one for one in said if "favicon" not in one] == []
    assert all(url.startswith(serving.address) for url in asked)


# ── The editor's bar ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def checking(browser: Any, root: Path) -> Iterator[tuple[Any, Serving]]:
    """The list of what needs an eye, open on the front page."""
    with served(root) as serving:
        context = browser.new_context()
        page = opened(context, serving, "")
        page.get_by_role("button", name="For your eye").click()
        page.get_by_text("questions, the most doubtful first").wait_for()
        yield page, serving
        context.close()


def test_somebody_goes_through_an_archive_with_the_keyboard(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    page.keyboard.press("n")
    page.get_by_role("button", name="Cut in all 5 files (C)").wait_for()
    page.keyboard.press("c")
    page.get_by_text("Cut in 5 of 5 files.").wait_for()
    page.get_by_role("button", name="Keep in all 30 files (K)").wait_for()
    assert holding(serving.root, SOME) == []
    page.keyboard.press("n")
    page.wait_for_url(f"{serving.address}undated/frida-elof-comes-home-with-herring.html")
    page.get_by_text("1 article has no date.").wait_for()
    page.keyboard.press("d")
    page.get_by_label("Date").fill("2021-01-07")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{serving.address}2021/01/07/frida-elof-comes-home-with-herring.html")
    page.get_by_text("Dated 2021-01-07").wait_for()
    page.keyboard.press("n")
    page.wait_for_url(re.compile(r"/2020/11/\d\d/"))
    page.get_by_text("29 left").wait_for()
    page.keyboard.press("u")
    page.get_by_text("30 left").wait_for()
    assert len(checked.read(serving.root)) == 1, "of the question; that of the article was taken back"


def test_one_line_of_one_article(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    page.goto(f"{serving.address}2020/11/02/berta-anders-comes-home-with-herring.html")
    page.get_by_role("button", name="Source").click()
    page.locator(".lines .cut .text", has_text=SHARED).wait_for()
    page.locator(".lines li", has_text=SOME).click()
    page.keyboard.press("c")
    page.get_by_text(f"“{SOME}” stands in 5 files.").wait_for()
    page.keyboard.press("o")
    page.locator(".lines li.gone", has_text=SOME).wait_for()
    assert holding(serving.root, SOME) == [0, 2, 3, 4]
    page.keyboard.press("u")
    page.get_by_text("Taken back").wait_for()
    assert holding(serving.root, SOME) == [0, 1, 2, 3, 4]


def test_a_question_is_ticked_off_where_it_was_asked_and_nowhere_else(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    page.keyboard.press("n")
    page.locator(".question.here").wait_for()
    page.goto(f"{serving.address}2020/11/20/berta-didrik-comes-home-with-herring.html")
    page.locator(".lines li").first.wait_for()
    page.keyboard.press("n")
    page.get_by_text("Looked at: Berta Didrik comes home with herring.").wait_for()
    assert len(checked.read(serving.root)) == 1


def test_in_the_list_no_key_decides_on_a_line(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    page.goto(f"{serving.address}2020/11/02/berta-anders-comes-home-with-herring.html")
    page.get_by_role("button", name="Source").click()
    page.locator(".lines li", has_text="Nobody but Berta Anders").click()
    page.get_by_role("button", name="For your eye").click()
    page.get_by_role("button", name="Go through them").wait_for()
    page.keyboard.press("c")
    page.get_by_role("button", name="Source").click()
    page.locator(".lines li").first.wait_for()
    page.keyboard.press("c")
    page.get_by_text("Choose a line with ↑ and ↓ first.").wait_for()
    assert "Nobody but Berta Anders" in (serving.root / file_of(serving.root, 1)).read_text()


def test_keys_of_other_letters_and_keys_that_are_held_down(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    pressed = "(said) => dispatchEvent(new KeyboardEvent('keydown', said))"
    page.evaluate(pressed, {"key": "ى", "code": "KeyN"})
    page.locator(".question.here").wait_for()
    page.evaluate(pressed, {"key": "n", "code": "KeyN", "repeat": True})
    page.keyboard.press("u")
    page.get_by_text("Nothing was decided that could be taken back.").wait_for()
    assert not checked.read(serving.root)


def test_the_bar_is_gone_through_with_tab_and_enter(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    page.goto(f"{serving.address}2020/11/02/berta-anders-comes-home-with-herring.html")
    page.get_by_role("button", name="For your eye").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.locator(".lines li").first.wait_for()
    within = "document.querySelector('#backfile-bar').shadowRoot.activeElement?.textContent"
    assert str(page.evaluate(within)).startswith("Source")
    page.locator(".lines li").first.focus()
    page.keyboard.press("ArrowDown")
    assert "November 2, 2020" in str(page.evaluate(within)), "what is chosen has the focus, so that it is read out"


def test_the_end_of_the_way_is_said_and_counted(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    review = Review(serving.root)
    review.look()
    for stop in review.stops[:-1]:
        review.done(stop)
    page.keyboard.press("n")
    page.get_by_role("button", name="All is right").wait_for()
    page.keyboard.press("n")
    page.get_by_text("Nothing is left to look at.").wait_for()
    page.get_by_text("For your eye · 0 left").wait_for()


def test_a_list_that_comes_late_does_not_cover_what_was_opened_since(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    held: list[Any] = []
    page.route("**/__backfile/ask/list*", lambda route: held.append(route))  # noqa: PLW0108 - playwright counts its arguments
    page.goto(f"{serving.address}2020/11/02/berta-anders-comes-home-with-herring.html")
    page.get_by_text("Looking through the archive").wait_for()
    page.get_by_role("button", name="Source").click()
    page.locator(".lines li").first.wait_for()
    with page.expect_response("**/__backfile/ask/list*"):
        held[0].continue_()
    page.evaluate("new Promise((done) => setTimeout(done, 200))")
    assert page.locator(".lines li").count()
    assert not page.get_by_text("questions, the most doubtful first").count()


def test_a_page_that_is_gone_has_the_bar_and_the_way_back(checking: tuple[Any, Serving]) -> None:
    page, serving = checking
    address = f"{serving.address}2020/11/02/berta-anders-comes-home-with-herring.html"
    page.goto(address)
    page.get_by_role("button", name="Source").click()
    page.locator(".lines li").first.wait_for()
    page.keyboard.press("d")
    page.get_by_label("Date").fill("2999")  # it waits for its time
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/2999/"))
    page.get_by_role("button", name="no page").wait_for()
    page.keyboard.press("u")
    page.wait_for_url(address)
    page.locator(".lines li").first.wait_for()


def test_keys_are_nobodys_while_the_bar_is_closed(page: Any, serving: Serving) -> None:
    page.locator("#backfile-bar").wait_for()
    for key in ("n", "k", "c", "d", "u", "ArrowDown"):
        page.keyboard.press(key)
    assert page.url == serving.address + PAGE
    assert not (serving.root / "content/checked.tsv").exists()


def test_the_bar_stands_in_no_build_and_on_no_paper(page: Any, serving: Serving) -> None:
    page.locator("#backfile-bar").wait_for()
    assert "content/articles/quake.md" in page.locator("#backfile-bar .path").inner_text()
    page.emulate_media(media="print")
    assert not page.locator("#backfile-bar .bar").is_visible()
    build(serving.root)
    assert "__backfile" not in (serving.root / "output" / PAGE).read_text()
