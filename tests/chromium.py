"""Chromium, where there is one; what a test module marks itself with that needs it."""

import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install -e '.[test]'")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NEEDED = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM, reason="no Chromium")]

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}  # WCAG 2.2, 1.4.10: no scrolling in two dimensions down to this width
VAST = {"width": 2560, "height": 1440}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


def at(address: str, path: str) -> str:
    """Where a page of the output is on a host or a disk."""
    return address + quote(path)


def all_pictures(page: Any) -> None:
    """Those too that would be fetched when somebody scrolls to them."""
    page.evaluate("document.querySelectorAll('img').forEach((it) => { it.loading = 'eager'; })")
    page.wait_for_function("[...document.images].every((it) => it.complete)")
