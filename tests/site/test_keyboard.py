"""An article is gone through with the keyboard: Tab reaches all that can be acted on, in the order in which it stands,
and one sees where one is. And no width from 320 to 2560 pixels is absurd."""

from typing import Any

import pytest

from tests.chromium import NARROW, NEEDED, VAST, WIDE, all_pictures, at
from tests.site.archive import HEAVY, Sample
from tests.site.conftest import CHOSEN, Site

pytestmark = NEEDED

# Each thing that can be acted on and is shown gets a number, in the order of the page.
NUMBERED = """
() => {
  const all = [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')];
  const shown = all.filter((it) => it.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !it.disabled);
  shown.forEach((it, n) => { it.dataset.n = n; });
  return shown.map((it) => [it.localName, (it.getAttribute("aria-label") || it.textContent).trim().slice(0, 40)]);
}
"""
LOOK = """
(it) => {
  const style = getComputedStyle(it);
  return Object.fromEntries(["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "color",
    "borderColor", "textDecorationLine"].map((name) => [name, style[name]]));
}
"""
HERE = f"""
() => {{
  const it = document.activeElement, box = it.getClientRects()[0];
  const look = {LOOK};
  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const there = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
  return [it.dataset.n ?? null, look(it), seen, !there || it.contains(there) || there.contains(it)];
}}
"""
WIDEST = """
() => [...document.querySelectorAll("main p")].flatMap((it) => {
  const range = document.createRange();
  range.selectNodeContents(it);
  return [...range.getClientRects()].map((line) => line.width / parseFloat(getComputedStyle(it).fontSize));
}).reduce((a, b) => Math.max(a, b), 0)
"""


def walk(page: Any) -> None:
    """Tab through the page from its top to its foot. Its pictures are there first: they would push it about."""
    all_pictures(page)
    numbered = page.evaluate(NUMBERED)
    assert len(numbered) > 20
    before = page.evaluate(f"() => [...document.querySelectorAll('[data-n]')].map({LOOK})")
    for n, (name, words) in enumerate(numbered):
        page.keyboard.press("Tab")
        reached, look, seen, on_top = page.evaluate(HERE)
        assert reached == str(n), f"Tab {n + 1} should reach <{name}> {words!r}, and reached {reached}"
        assert look != before[n], f"nothing shows that <{name}> {words!r} has the focus"
        assert look["outlineStyle"] != "none", f"<{name}> {words!r} has no outline where it has the focus"
        assert seen, f"<{name}> {words!r} has the focus outside the window"
        assert on_top, f"<{name}> {words!r} has the focus behind something else"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("direction", ["left to right", "right to left"])
def test_tab_reaches_everything_in_order_and_one_sees_where_one_is(
    request: pytest.FixtureRequest, browser: Any, direction: str, size: dict[str, int]
) -> None:
    address = request.getfixturevalue("address" if direction == "left to right" else "mirrored_address")
    page = browser.new_context(viewport=size, reduced_motion="reduce").new_page()
    page.goto(at(address, HEAVY))
    walk(page)
    page.context.close()


def test_what_is_folded_away_is_opened_with_the_keyboard_and_gone_through_too(browser: Any, address: str) -> None:
    page = browser.new_context(viewport=WIDE, reduced_motion="reduce").new_page()
    page.goto(at(address, HEAVY))
    folded = page.locator("details > summary").count()
    assert folded
    for n in range(folded):
        page.locator("details > summary").nth(n).focus()
        page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == folded
    page.evaluate("document.activeElement.blur()")
    page.reload()
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    walk(page)
    page.context.close()


def test_the_first_tab_skips_to_the_text(browser: Any, address: str) -> None:
    page = browser.new_context(viewport=WIDE).new_page()
    page.goto(at(address, HEAVY))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    page.context.close()


@CHOSEN
@pytest.mark.parametrize("direction", ["left to right", "right to left"])
def test_no_width_is_absurd(request: pytest.FixtureRequest, browser: Any, direction: str, chosen: str) -> None:
    """At 320 pixels nothing is scrolled sideways (WCAG 2.2, 1.4.10), with letters twice as large and spaced out
    neither (1.4.12). At 2560 the page stands in the middle, and no line is longer than one can read."""
    site: Site = request.getfixturevalue("demo" if direction == "left to right" else "mirrored")
    address = request.getfixturevalue("address" if direction == "left to right" else "mirrored_address")
    page = browser.new_context(viewport=NARROW).new_page()
    for sample in site.of(chosen):
        page.set_viewport_size(NARROW)
        page.goto(at(address, sample.path))
        assert sideways(page) == [], sample.path
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
        )
        assert sideways(page) == [], (sample.path, "spaced")
        page.set_viewport_size(VAST)
        assert sideways(page) == [], (sample.path, VAST)
        assert_middle(page, sample)
    page.context.close()


def sideways(page: Any) -> list[str]:
    """What reaches over the side of the window, unless it scrolls by itself."""
    return page.evaluate(  # type: ignore[no-any-return]  # as the browser says it
        """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
          .filter((it) => { const box = it.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; })
          .map((it) => it.outerHTML.slice(0, 120)).slice(0, 5).concat(["wider than the window"])"""
    )


def assert_middle(page: Any, sample: Sample) -> None:
    box = page.evaluate(
        "(() => { const it = document.querySelector('main').getBoundingClientRect(); return [it.left, innerWidth - it.right]; })()"
    )
    assert abs(box[0] - box[1]) <= 20, (sample.path, "stands at one side of a wide screen")
    assert page.evaluate(WIDEST) <= 50, (sample.path, "has lines of more than 50 em")
