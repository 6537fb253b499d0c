"""Pictures of every kind of page, for people to look at: BACKFILE_SCREENSHOTS names the folder."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import NEEDED, WIDE, all_pictures, at

FOLDER = os.environ.get("BACKFILE_SCREENSHOTS", "")
pytestmark = [*NEEDED, pytest.mark.skipif(not FOLDER, reason="BACKFILE_SCREENSHOTS names no folder for pictures")]

TELEPHONE = {"width": 360, "height": 740}
LOOKS = {  # name → site, window, colours
    "wide": ("demo", WIDE, "light"),
    "narrow": ("demo", TELEPHONE, "light"),
    "dark": ("demo", WIDE, "dark"),
    "rtl": ("mirrored", WIDE, "light"),
    "rtl-narrow": ("mirrored", TELEPHONE, "light"),
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_kind_of_page_has_its_picture_taken(request: pytest.FixtureRequest, browser: Any, look: str) -> None:
    name, size, scheme = LOOKS[look]
    site = request.getfixturevalue(name)
    page = browser.new_context(viewport=size, color_scheme=scheme).new_page()
    for sample in site.samples:
        page.goto(at(f"file://{site.output}/", sample.path))
        all_pictures(page)
        file = Path(FOLDER) / look / f"{sample.template.removesuffix('.html')} {sample.path.replace('/', ' ')}.png"
        page.screenshot(path=file, full_page=True, clip=_top(page))
        assert file.stat().st_size > 1000
    page.context.close()


def _top(page: Any) -> dict[str, int]:
    """Of a list that is longer than anybody looks at, its beginning."""
    width, height = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollHeight]")
    return {"x": 0, "y": 0, "width": width, "height": min(height, 6000)}
