"""How much a reader's telephone has to fetch."""

import gzip
import re
from pathlib import Path

import pytest

from tests.site.conftest import Site
from tests.site.markup import parsed
from tests.story import article, build, write

KB = 1024


def packed(site: Site, suffix: str, inside: str) -> int:
    """Bytes of all files of that kind, and of what of it stands in pages, each compressed by itself."""
    files = [text for path, text in site.files.items() if path.endswith(suffix)]
    pages = (site.files[sample.path].decode() for sample in site.samples)
    blocks = {block for page in pages for block in re.findall(inside, page, re.DOTALL)}
    return sum(len(gzip.compress(text, 9)) for text in (*files, *(block.encode() for block in blocks)))


def test_style_and_scripts_are_small(demo: Site) -> None:
    style, scripts = packed(demo, ".css", "<style[^>]*>(.*?)</style>"), packed(demo, ".js", _SCRIPT)
    print(f"\nCSS {style:,} bytes, JavaScript {scripts:,} bytes, compressed")
    assert style <= 14 * KB
    assert scripts <= 6 * KB


_SCRIPT = r'<script(?![^>]*(?:\bsrc=|type="application/ld\+json"))[^>]*>(.*?)</script>'


def test_nothing_but_one_style_sheet_holds_up_the_first_paint(demo: Site) -> None:
    for page in demo.pages:
        html = parsed(demo.files[page.path])
        blocking = [it for it in html.styles if it.get("media", "all") in {"all", "screen"} and "disabled" not in it]
        assert len(blocking) == (0 if page.template == "404.html" else 1), page.path
        waited_for = [
            it for it in html.scripts if "src" in it and not {"async", "defer"} & set(it) and it.get("type") != "module"
        ]
        assert waited_for == [], page.path


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    """The page of an article of 600 words with all that a careful archive knows of it, and the article's own text."""
    root = tmp_path_factory.mktemp("weights")
    body = "\n\n".join(
        f"Paragraph {n} of it. " + "It happened here on the coast and all of them saw it. " * 4 for n in range(12)
    )
    assert 550 <= len(body.split()) <= 650
    (Path(root) / "site.yaml").write_text(_SETTINGS, encoding="utf-8")
    for n in range(1, 13):
        fields = _FIELDS if n == 6 else {name: _FIELDS[name] for name in ("tags", "section", "place", "authors")}
        name = f"A headline of some seven words, number {n}"
        write(
            root,
            f"-- content/articles/{n}.md --\n" + article(name, f"2021-03-{n:02}", body, slug=f"story-{n}", **fields),
        )
    assert not build(root).problems
    return (root / "output/2021/03/06/story-6.html").read_bytes(), body


_SETTINGS = """\
title: The Test Gazette
tagline: Since 1921
url: https://example.org/archive/
description: What could be saved of a paper.
license: CC BY 4.0
contact: archive@example.org
menu: [{title: Tags, to: tags/index.html}, {title: Places, to: places/index.html}, {title: Wanted, to: wanted.html}]
footer: Printed by hand.
"""
_FIELDS = {
    "updated": "2021-03-08",
    "kicker": "Analysis",
    "deck": '"Both sides leave the table, and nobody says when they will come back"',
    "section": "World",
    "tags": "[Coast, Quake, Harbour, Ferry, Council]",
    "place": "Port Sellan",
    "dateline": '"PORT SELLAN (HGN) — "',
    "agency": "NCW",
    "authors": "[Ada Morrow, Bram Oswin]",
    "corrections": "[{date: 2021-03-07, text: It was nine and not ten of them.}]",
    "source": "{file: raw/2021-03-06-story.txt, sha256: "
    + "0f" * 32
    + ', url: "https://example.com/2021/03/06/story", retrieved: 2022-01-05}',
    "inferred": "{date: path, tags: text}",
}


def test_the_page_of_an_article_is_mostly_the_article(story: tuple[bytes, str]) -> None:
    page, body = story
    around = len(page) - len(body.encode())
    print(f"\nAn article of {len(body.split())} words: {len(page):,} bytes, {around:,} of them besides its text")
    assert around <= 14 * KB
