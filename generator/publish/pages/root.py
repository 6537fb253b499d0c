"""What crawlers and browsers look for beside the pages: robots.txt, the web app manifest, icons. Pure.

A file of the same address in content/static stands in its stead, as it does for every page.
"""

from collections.abc import Iterator

from generator import text
from generator.publish import urls
from generator.publish.change import Change
from generator.publish.model import Archive
from generator.views import Icon, IconView, ManifestView, Page, RobotsView

ICON = "favicon.svg"
MANIFEST = "site.webmanifest"
# 180 is what Apple asks for, by that name; the others are what a browser needs to install a site.
PICTURES = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}

# As in static/style.css, which no page can read.
PAPER, INK, ACCENT = "#fcfbf8", "#1c1b19", "#7a1f1f"
SHORT = 12  # letters that a home screen has room for


def paths(archive: Archive) -> Iterator[str]:
    del archive
    yield from ("robots.txt", ICON, *PICTURES, MANIFEST)


def page(archive: Archive, path: str) -> Page | None:
    if path == "robots.txt":
        return Page(path, "robots.txt", RobotsView(_plain(urls.absolute(archive.site.url, "sitemap.xml"))))
    if path == ICON:
        return Page(path, "favicon.svg", _icon(archive, 0))
    if path in PICTURES:
        return Page(path, "icon.png", _icon(archive, PICTURES[path]))
    return Page(path, "manifest.json", _manifest(archive)) if path == MANIFEST else None


def reached(change: Change) -> Iterator[str]:
    """None: they say nothing of articles."""
    del change
    return iter(())


def _plain(address: str) -> str:
    """Without the two signs that an address may have and a layout escapes, as it escapes everything."""
    return address.replace("&", "%26").replace("'", "%27")


def _icon(archive: Archive, size: int) -> IconView:
    ground = archive.site.accent or ACCENT
    return IconView(_letter(archive.site.title), INK if _light(ground) else PAPER, ground, size)


def _letter(title: str) -> str:
    """The first letter or digit, as a capital where the script has them; "" where there is none."""
    first = next((sign for sign in title if sign.isalnum()), "")
    return first.upper() if len(first.upper()) == 1 else first


def _light(colour: str) -> bool:
    """Whether dark letters stand out better on it than light ones: by its relative luminance (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    width = len(digits) // 3
    parts = [int(digits[at : at + width] * (3 - width), 16) / 255 for at in range(0, 3 * width, width)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18


def _manifest(archive: Archive) -> ManifestView:
    site = archive.site
    return ManifestView(
        name=site.title,
        short_name=text.excerpt(site.title, SHORT),
        paper=PAPER,
        accent=site.accent or ACCENT,
        icons=(Icon(ICON), *(Icon(path, size) for path, size in PICTURES.items() if path.startswith("icon-"))),
    )
