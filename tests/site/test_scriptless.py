"""Without JavaScript, from a disk, every kind of page is reached and read; and with it, nobody else is asked for anything."""

from typing import Any

from tests.chromium import NEEDED, WIDE, at
from tests.site.conftest import BELOW, CHOSEN, Site

pytestmark = NEEDED


@CHOSEN
def test_every_kind_of_page_is_read_from_a_disk_without_scripts(browser: Any, demo: Site, chosen: str) -> None:
    context = browser.new_context(viewport=WIDE, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for sample in demo.of(chosen):
        page.goto(at(f"file://{demo.output}/", sample.path))
        assert page.locator("h1").count() == 1, sample.path
        assert page.locator("h1").is_visible(), sample.path
        for summary in page.locator("details > summary").all():
            summary.click()
        main = page.locator("main")
        page.locator("[hidden], svg").evaluate_all(
            "all => all.forEach(one => one.remove())"
        )  # what waits for a script, and pictures
        assert squeezed(main.inner_text()) == squeezed(main.text_content()), sample.path
        assert len(main.inner_text().split()) >= 2, sample.path
    assert [url for url in asked if not url.startswith("file://")] == []
    context.close()


def squeezed(text: str) -> str:
    """Without blanks: between blocks, those are the layout's."""
    return "".join(text.split())


def test_a_reader_walks_from_the_front_page_to_an_article_and_on_by_clicks_alone(browser: Any, demo: Site) -> None:
    context = browser.new_context(viewport=WIDE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{demo.output}/index.html")
    page.locator("main .headline a").first.click()
    assert page.locator("article.story").count() == 1
    page.locator("a[rel=prev]").first.click()
    assert page.locator("article.story").count() == 1
    page.locator(".breadcrumbs a").last.click()
    assert page.locator("main .entries").count() >= 1
    page.locator(".breadcrumbs a").first.click()
    assert page.url == f"file://{demo.output}/index.html"
    context.close()


@CHOSEN
def test_no_page_asks_anybody_else_for_anything_or_complains(
    browser: Any, demo: Site, address: str, chosen: str
) -> None:
    """And at most one request holds up its first paint: the style sheet."""
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.on("requestfailed", lambda request: failed.append(request.url) if "ABORTED" not in request.failure else None)
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda message: failed.append(message.text))
    page.on("pageerror", lambda error: failed.append(str(error)))
    for sample in demo.of(chosen):
        if sample.template == "404.html":
            continue  # its links begin at the root that site.yaml names; a host serves it, not a reader asks for it
        page.goto(at(address, sample.path), wait_until="load")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        blocking = page.evaluate(
            "performance.getEntriesByType('resource').filter((it) => it.renderBlockingStatus === 'blocking').map((it) => it.name)"
        )
        assert [url.removeprefix(address) for url in blocking] in ([], ["static/style.css"]), sample.path
    page.wait_for_load_state("networkidle")
    assert sorted({url for url in asked if not url.startswith((address, "data:"))}) == []
    assert BELOW in address
    assert failed == []
    assert context.cookies() == []
    context.close()
