"""Pages with pictures in a browser: nothing moves while they load, none is larger than a screen, none is pulled out of
shape, and each comes as the smallest copy that will do."""

import re
import time
from typing import Any

import pytest

from tests.chromium import NARROW, NEEDED, WIDE, at
from tests.site.conftest import Site

pytestmark = [*NEEDED, pytest.mark.timeout(400)]

LATE = 0.3  # seconds: the page is painted before any of them is there
SHIFT = """
async () => {
  let moved = 0;
  const seen = (list) => list.getEntries().forEach((it) => { moved += it.value; });
  new PerformanceObserver(seen).observe({type: "layout-shift", buffered: true});
  for (let y = 0; y < document.body.scrollHeight; y += 400) {
    scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 40));
  }
  while (![...document.images].every((it) => it.complete)) await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  return moved;
}
"""
BOXES = """
[...document.querySelectorAll("main img")].map((it) => {
  const box = it.getBoundingClientRect(), column = it.closest("figure, p").getBoundingClientRect();
  return [it.currentSrc.split("/").pop(), box.width, box.height, it.naturalWidth / it.naturalHeight,
    column.width, getComputedStyle(it).objectFit, getComputedStyle(it).backgroundColor];
})
"""


def pictured(site: Site) -> list[str]:
    return [page.path for page in site.pages if b"<img " in site.files[page.path]]


def visited(browser: Any, size: dict[str, int], **looks: Any) -> Any:
    page = browser.new_context(viewport=size, **looks).new_page()
    page.route(re.compile(r"/media/"), lambda route: (time.sleep(LATE), route.continue_()))
    return page


EACH = pytest.mark.parametrize("each", [7, pytest.param(1, marks=pytest.mark.soak)])  # page of those with pictures


@EACH
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_nothing_moves_while_pictures_load(
    browser: Any, demo: Site, address: str, size: dict[str, int], each: int
) -> None:
    found = {}
    assert len(pictured(demo)) >= 14
    for path in pictured(demo)[::each]:
        page = visited(browser, size)
        page.goto(at(address, path), wait_until="domcontentloaded")
        found[path] = page.evaluate(SHIFT)
        page.context.close()
    assert max(found.values()) < 0.001, {path: moved for path, moved in found.items() if moved}  # it is told as 0.00


def test_without_their_sizes_it_would(browser: Any, demo: Site, address: str) -> None:
    page = visited(browser, WIDE)
    path = next(path for path in pictured(demo) if "storm-ottilie" in path)
    bare = re.sub(rb' (?:width|height)="\d+"', b"", demo.files[path])
    page.route(re.compile("storm-ottilie"), lambda route: route.fulfill(body=bare, content_type="text/html"))
    page.goto(at(address, path), wait_until="domcontentloaded")
    assert page.evaluate(SHIFT) > 0.01
    page.context.close()


@EACH
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_none_is_larger_than_a_screen_nor_out_of_shape(
    browser: Any, demo: Site, address: str, size: dict[str, int], each: int
) -> None:
    page = visited(browser, size)
    for path in pictured(demo)[::each]:
        page.goto(at(address, path))
        page.evaluate(SHIFT)
        for name, width, height, shape, column, fit, _ in page.evaluate(BOXES):
            assert height <= size["height"], (path, name)
            assert width <= column + 1, (path, name)
            assert fit == "contain" or abs(width / height - shape) < 0.02, (path, name)
    page.context.close()


@pytest.mark.parametrize(("density", "width"), [(1, 640), (2, 1280)])
def test_a_reader_fetches_the_smallest_copy_that_will_do(
    browser: Any, demo: Site, address: str, density: int, width: int
) -> None:
    page = visited(browser, WIDE, device_scale_factor=density)
    path = next(path for path in pictured(demo) if "storm-ottilie" in path)
    page.goto(at(address, path))
    page.evaluate(SHIFT)
    names = [name for name, *_ in page.evaluate(BOXES)]
    assert [name.split("-")[-2] for name in names if name.endswith(".jpg")] == [str(width)] * 2
    page.context.close()


def test_what_is_clear_stands_on_paper_by_night(browser: Any, demo: Site, address: str) -> None:
    page = visited(browser, WIDE, color_scheme="dark")
    path = next(path for path in pictured(demo) if "1-104-soundings" in path)
    page.goto(at(address, path))
    (*_, behind) = page.evaluate(BOXES)[0]
    assert behind == "rgb(252, 251, 248)"
    page.context.close()
