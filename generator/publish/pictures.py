"""Pictures: where the smaller copies of one stand, how a page shows it, and those in a body's html. Pure.

    sight of a picture ─┬─▶ copies: (address, width, height)      what is made of it
                        └─▶ Picture: src, srcset, width, height   what a page says of it

A copy's address holds the picture's own name, the copy's width and the beginning of the hash of the picture's bytes:
it may be cached for ever, as another picture has other copies. Why these widths: text is set in a column of 640 CSS
pixels, so 640 is what a plain screen shows, and 1280 what one of twice the density does, telephones among them. Whoever
wants more follows the link to the picture itself.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.errors import Location, Problem
from generator.later import later
from generator.publish import urls
from generator.publish.model import Sight, Sights
from generator.views import ArticleView, Page, Picture, StandingView

if TYPE_CHECKING:
    from generator.publish import sanitizer
else:  # most bodies have no picture
    sanitizer = later("generator.publish.sanitizer")

WIDTHS = (640, 1280)
SIZES = "(min-width: 42.5rem) 40rem, calc(100vw - 2.5rem)"  # how wide the column of text is: as in static/style.css
MOST = 100_000_000  # pixels: to decode them takes 400 MB

HOME = "media/"
_SHOWN = "apng avif bmp gif jfif jpe jpeg jpg png svg webp".split()
_UNSHOWN = "heic heif psd tif tiff".split()
_SUFFIX = re.compile(rf"(?i)\.(?:{'|'.join([*_SHOWN, *_UNSHOWN])})\Z")


WRONG = {
    "none": "is called a picture and is none, so pages say that it is not in this archive — put the picture here",
    "broken": "is cut short or spoilt, so it has no smaller copies — put a whole one in its place",
    "bomb": f"has more than {MOST // 1_000_000} megapixels, so it was not opened and has no copies — scale it down",
    "foreign": "is of a format that few browsers show, so it has no smaller copies — save it as JPEG, PNG or WebP",
}


def is_picture(address: str) -> bool:
    return address.startswith(HOME) and _SUFFIX.search(address) is not None


def is_foreign(name: str) -> bool:
    """Whether this is a format that is not for the web."""
    return name.lower().rpartition(".")[2] in _UNSHOWN


def problems(sights: Sights) -> tuple[Problem, ...]:
    """What is wrong with pictures, each by its name."""
    wrong = sorted([(address, sight.wrong) for address, sight in sights.items() if sight.wrong])
    return tuple([Problem(WRONG[what], Location(f"content/{address}"), fatal=False) for address, what in wrong])


# ── Smaller copies ───────────────────────────────────────────────────────────────────────────────────────────────

Copy = tuple[str, int, int]  # its address, width, height

_NAMED = re.compile(rf"(?P<stem>.+)-(?P<width>{'|'.join(map(str, WIDTHS))})-[0-9a-f]{{12}}(?P<suffix>\.[^./]+)")


def copies(address: str, sight: Sight) -> tuple[Copy, ...]:
    """The smaller copies of a picture, the smallest first: of each width that it is wider than."""
    if not sight.scaled:
        return ()
    stem, _, suffix = address.rpartition(".")
    return tuple(
        [
            (f"{stem}-{width}-{sight.digest[:12]}.{suffix}", width, height(sight, width))
            for width in WIDTHS
            if width < sight.width
        ]
    )


def height(sight: Sight, width: int) -> int:
    """That of a copy so wide."""
    return max(1, (2 * sight.height * width + sight.width) // (2 * sight.width))


def copied(address: str, sights: Sights) -> list[str]:
    """The addresses of a picture's copies."""
    return [path for path, _, _ in copies(address, sights[address])] if address in sights else []


def original(path: str, sights: Sights) -> tuple[str, int] | None:
    """The picture of which a copy stands at this address, and the copy's width."""
    named = _NAMED.fullmatch(path)
    address = f"{named['stem']}{named['suffix']}" if named else ""
    if not named or address not in sights:
        return None
    return next(((address, width) for at, width, _ in copies(address, sights[address]) if at == path), None)


def smaller(path: str, sights: Sights, copied: Mapping[str, str]) -> tuple[Sight, int] | None:
    """The same of what is copied (address → file), where no file of this very name stands there itself."""
    found = original(path, sights)
    if not found or copied.get(path, "") != copied.get(found[0]):
        return None
    return sights[found[0]], found[1]


# ── On a page ────────────────────────────────────────────────────────────────────────────────────────────────────


def picture(address: str, sight: Sight | None, caption: str = "", credit: str = "", alt: str = "") -> Picture:
    """How a page shows a picture that is there. A small one is the largest of its own copies."""
    if sight is None:
        return Picture(address, caption, credit, alt)
    if sight.wrong == "none":
        return Picture("", caption, credit, alt)
    sized = Picture(address, caption, credit, alt, sight.width, sight.height, clear=sight.clear)
    smaller = copies(address, sight)
    if not smaller:
        return sized
    if len(smaller) < len(WIDTHS):
        return sized._replace(srcset=(*smaller, (address, sight.width, sight.height)))
    return sized._replace(src=smaller[-1][0], srcset=smaller, whole=address)


# ── In a body ────────────────────────────────────────────────────────────────────────────────────────────────────

_MENTION = re.compile(rf"(?i){HOME}[^\n\"'<>]*?\.(?:{'|'.join(_SHOWN)})(?![\w.])")
_FIRST = 1000  # letters of html that a first screen may hold


def showing(page: Page, markdown: str, sights: Sights) -> Page:
    """The page, with the pictures that its text names as a part of what it shows."""
    view = page.view
    if not isinstance(view, ArticleView | StandingView):
        return page
    within = tuple(_within(markdown, sights))
    if not within:
        return page
    shown = view._replace(within=within) if isinstance(view, ArticleView) else replace(view, within=within)
    return replace(page, view=shown)


def _within(markdown: str, sights: Sights) -> Iterator[Picture]:
    """Those of known size. How an address may be written is Markdown's business: one in a form that is not known here
    is shown without its size, in every build alike, as the page asks for those that are found and no others."""
    if HOME not in markdown:
        return
    plain = unquote(html.unescape(markdown)).replace("\\", "")
    for address in sorted({*_MENTION.findall(markdown), *_MENTION.findall(plain)}):
        if (sight := sights.get(address)) and sight.width:
            yield picture(address, sight)


def sized(markup: str, page: Page) -> str:
    """Safe html of a page's body, in which the pictures that it shows have their sizes and copies."""
    view = page.view
    if not isinstance(view, ArticleView | StandingView) or not view.within:
        return markup
    known = {it.whole or it.src: it for it in view.within}
    leads = isinstance(view, ArticleView) and any(it.src for it in view.pictures[:1])
    return "".join(_pieces(markup, urls.root(page.path), known, 0 if leads else _FIRST))


def _pieces(markup: str, root: str, known: Mapping[str, Picture], first: int) -> Iterator[str]:
    """`first`: where the first screen ends, below which pictures are loaded when they come near."""
    done, in_link = 0, False
    for tag in sanitizer.TAG.finditer(markup):
        if tag["name"] == "a":
            in_link = not tag["end"]
        elif tag["name"] == "img":
            values = {key: html.unescape(value) for key, value in sanitizer.ATTRIBUTE.findall(tag["attributes"])}
            yield markup[done : tag.start()]
            yield _img(values, root, known, lazy=tag.start() >= first, in_link=in_link)
            done = tag.end()
    yield markup[done:]


def _img(values: dict[str, str], root: str, known: Mapping[str, Picture], *, lazy: bool, in_link: bool) -> str:
    source = values.get("src", "")
    address = unquote(re.split("[?#]", source.removeprefix(root), maxsplit=1)[0])
    found = known.get(address) if source.startswith(root) else None
    if found:
        values["src"] = f"{root}{quoted(found.src)}"
        if found.srcset:
            values["srcset"] = ", ".join([f"{root}{quoted(path)} {width}w" for path, width, _ in found.srcset])
            values["sizes"] = SIZES
        if not {"width", "height"} & values.keys():  # what its author says goes before
            values |= {"width": str(found.width), "height": str(found.height)}
        if found.clear:
            values["class"] = "clear"
    if lazy:
        values["loading"] = "lazy"
    tag = f"<img{_attributes(values)}>"
    if not found or not found.whole or in_link:
        return tag
    name = {} if values.get("alt") else {"aria-label": found.whole.rpartition("/")[2]}
    return f"<a{_attributes({'href': f'{root}{quoted(found.whole)}', **name})}>{tag}</a>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join([f' {name}="{html.escape(value)}"' for name, value in values.items()])


quoted = urls.encoder("/@!$&'()*+,;=~")  # an address of this site in a link, as layouts write it
