"""The site as whoever was sent the zip has it: unpacked somewhere, and opened from there."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.deploy import zipped
from generator.progress import silent
from tests.chromium import CHROMIUM
from tests.site.conftest import Site
from tests.site.test_crawl import test_every_address_leads_to_a_file_and_an_anchor_in_it as crawl
from tests.site.test_crawl import test_every_link_is_relative as all_relative
from tests.site.test_crawl import test_no_page_is_an_orphan as walk
from tests.story import tree


@dataclass(frozen=True)
class Unpacked(Site):
    """A site without its archive."""

    @property
    def output(self) -> Path:
        return self.root


@pytest.fixture(scope="module")
def site(demo: Site, tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    folder = tmp_path_factory.mktemp("somebody's Gazette – 100% #1?")
    zipped.write(demo.output, folder / "gazette.zip", "gazette", silent)
    with zipfile.ZipFile(folder / "gazette.zip") as opened:
        opened.extractall(folder)
    return Unpacked(folder / "gazette", demo.pages)


def test_it_is_the_site(demo: Site, site: Unpacked) -> None:
    assert tree(site.output) == tree(demo.output)


def test_every_address_leads_to_a_file_on_this_disk(site: Unpacked) -> None:
    crawl(site, f"file://{site.output}/")
    all_relative(site)
    walk(site)


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium")
def test_a_browser_opens_it_and_walks_on(site: Unpacked, browser: Any) -> None:
    """Without a server, from a folder with every sign in its name that means something in an address."""
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(f"{site.output.as_uri()}/index.html")
    page.click("main article a, main li a")
    page.wait_for_load_state()
    assert page.url.startswith(f"{site.output.as_uri()}/2")
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "Times New Roman"
    page.click("a[rel~=prev], a[rel~=next]")
    page.wait_for_load_state()
    assert page.title()
    assert failed == []
