"""robots.txt, the web app manifest and icons; and that a person's own files go before them."""

import itertools
import json
import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import publish
from generator.model import SiteConfig
from generator.publish import layouts, urls
from generator.publish.archive import index
from generator.publish.drawing import icon
from generator.publish.edition import chrome
from generator.publish.pages import page_at, root
from generator.rooms import theme
from generator.views import IconView
from tests.story import build, tree, write

THEME = layouts.load((theme(),))


def printed(path: str, site: SiteConfig = SiteConfig("The Harbour Gazette")) -> bytes:
    page = page_at(index([], site), path)
    assert page
    return THEME.render(page, chrome(site), "")


# ── What they say ────────────────────────────────────────────────────────────────────────────────────────────────


def test_crawlers_may_see_everything_and_are_told_of_the_sitemap() -> None:
    assert printed("robots.txt") == b"User-agent: *\nAllow: /\n"
    told = printed("robots.txt", SiteConfig("A", url="https://example.org/a&b'ü/"))
    assert told.endswith(b"\n\nSitemap: https://example.org/a%26b%27%C3%BC/sitemap.xml\n")


def test_the_manifest_names_the_site_and_its_icons() -> None:
    site = SiteConfig('هاوار "گۆڤار" </script>', language="ckb", accent="#0b5d5e")
    told = json.loads(printed("site.webmanifest", site))
    assert (told["name"], told["lang"], told["dir"]) == (site.title, "ckb", "rtl")
    assert (told["theme_color"], told["start_url"], told["display"]) == ("#0b5d5e", "index.html", "browser")
    assert len(told["short_name"]) <= root.SHORT
    for one in told["icons"]:
        content = printed(one["src"], site)
        if one["type"] == "image/png":
            assert one["sizes"] == "{}x{}".format(*struct.unpack(">II", content[16:24]))
        else:
            assert ElementTree.fromstring(content).tag.endswith("svg")


@pytest.mark.parametrize(
    ("title", "letter"),
    [("the Harbour", "T"), ("“Ønsker”", "Ø"), ("هاوار", "ه"), ("ßig", "ß"), ("1921", "1"), ("— …", "")],
)
def test_an_icon_shows_the_first_letter_of_the_title(title: str, letter: str) -> None:
    drawn = ElementTree.fromstring(printed("favicon.svg", SiteConfig(title)))
    assert "".join(drawn.itertext()).strip() == letter
    assert (drawn.find("{*}path") is None) == bool(letter)


@pytest.mark.parametrize(
    ("accent", "ink"), [("", root.PAPER), ("#000", root.PAPER), ("#ff0", root.INK), ("#ffff00", root.INK)]
)
def test_the_letter_stands_out(accent: str, ink: str) -> None:
    page = page_at(index([], SiteConfig("A", accent=accent)), "favicon.svg")
    assert page
    assert page.view == IconView("A", ink, accent or root.ACCENT)


@pytest.mark.parametrize("size", [8, 180, 192, 512, 1000])
def test_a_drawn_icon_is_a_sound_png_with_two_rules(size: int) -> None:
    content = icon(IconView("A", "#fff", "#7a1f1f", size))
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    parts, at = {}, 8
    while at < len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        parts[name] = content[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length])
        assert checksum == zlib.crc32(name + parts[name])
        at += 12 + length
    assert list(parts) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    assert parts[b"IHDR"] == struct.pack(">IIBBBBB", size, size, 1, 3, 0, 0, 0)
    assert parts[b"PLTE"] == bytes.fromhex("7a1f1fffffff")
    pixels = zlib.decompress(parts[b"IDAT"])
    width = (size + 7) // 8
    rows = [pixels[y : y + width + 1] for y in range(0, len(pixels), width + 1)]
    assert len(rows) == size
    assert {row[0] for row in rows} == {0}
    ruled = [any(row) for row in rows]
    assert not ruled[0]
    assert not ruled[-1]
    if size >= 180:
        assert sum(a != b for a, b in itertools.pairwise(ruled)) == 4


def test_no_article_stands_where_these_do() -> None:
    archive = index([], SiteConfig("A", url="https://example.org/"))
    for path in (
        *root.paths(archive),
        "feed.xml",
        "feed.json",
        "2020/feed.xml",
        "2020/11/feed.xml",
        "sitemap-2020.xml",
    ):
        assert not urls.claim(path), path
    assert urls.claim("2020/11/18/feed.xml")
    assert urls.claim("icon.png")


# ── In an archive ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_of_ones_own_goes_before_them(tmp_path: Path) -> None:
    write(tmp_path, "-- site.yaml --\ntitle: The Test Gazette\n")
    build(tmp_path)
    ours = tree(tmp_path / "output")
    assert ours.keys() >= set(root.paths(index([], SiteConfig("A"))))
    write(
        tmp_path,
        "-- content/static/robots.txt --\nUser-agent: *\nDisallow: /\n-- content/static/favicon.svg --\n<svg/>\n",
    )
    build(tmp_path)
    mine = tree(tmp_path / "output")
    assert (mine["robots.txt"], mine["favicon.svg"]) == (b"User-agent: *\nDisallow: /\n", b"<svg/>\n")
    assert mine.keys() == ours.keys()
    (tmp_path / "content/static/robots.txt").unlink()
    (tmp_path / "content/static/favicon.svg").unlink()
    build(tmp_path)
    assert tree(tmp_path / "output") == ours


def test_pages_name_them_from_wherever_they_stand(tmp_path: Path) -> None:
    write(tmp_path, "-- site.yaml --\ntitle: The Test Gazette\nurl: https://example.org/a/\n")
    build(tmp_path)
    page = (tmp_path / "output/tags/index.html").read_text()
    lost = (tmp_path / "output/404.html").read_text()
    for path in ("favicon.svg", "apple-touch-icon.png", "site.webmanifest"):
        assert f'href="../{path}"' in page
        assert f'href="/a/{path}"' in lost
    assert 'type="application/feed+json" title="The Test Gazette" href="../feed.json"' in page


def test_an_accent_changes_the_icons_and_the_stylesheet_and_no_page(tmp_path: Path) -> None:
    write(tmp_path, "-- site.yaml --\ntitle: The Test Gazette\n")
    build(tmp_path)
    before = tree(tmp_path / "output")
    write(tmp_path, '-- site.yaml --\ntitle: The Test Gazette\naccent: "#0b5d5e"\n')
    build(tmp_path)
    after = tree(tmp_path / "output")
    changed = {path for path in after if before[path] != after[path]}
    assert changed == {*root.PICTURES, root.ICON, root.MANIFEST, STYLE, "manifest-sha256.txt"}
    assert after[STYLE] == before[STYLE] + b"\n:root { --accent: #0b5d5e; }\n"
    assert not build(tmp_path, dry_run=True, verify=True).would
    assert publish.explain(tmp_path, [STYLE]).state == "as it was"  # type: ignore[union-attr]  # it is there


STYLE = "static/style.css"
