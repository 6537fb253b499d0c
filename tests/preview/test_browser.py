"""The preview in a real browser: what an editor sees after each save."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.preview.serving import PATIENCE, Serving, served
from tests.story import article, write

playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install -e '.[test]'")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium"),
    pytest.mark.xdist_group("browser"),
]

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


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


def test_a_preview_that_was_begun_again_is_found(browser: Any, tmp_path: Path) -> None:
    root = write(tmp_path, SITE)
    context = browser.new_context()
    with served(root) as first:
        page = opened(context, first, PAGE)
    edit(Serving(root, 0), "content/articles/quake.md", "Paragraph 79.", "Paragraph the last.")
    with served(root, port=first.port):
        page.get_by_text("Paragraph the last.").wait_for()
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
