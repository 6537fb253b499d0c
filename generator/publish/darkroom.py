"""A picture's bytes → what it is, and smaller copies of it. Effects: none but on memory, one picture at a time.

The one module that knows Pillow: it is imported where a picture has to be looked at, and nowhere else. A look decodes
the whole picture once, so that what is cut short is known before a page leads to its copies; a JPEG at an eighth of its
size, for which all of it is read too. A copy is of the picture's own format and as it is to be shown (the orientation
that EXIF names is applied), with its colour profile. Nothing else is taken over: no EXIF, XMP, IPTC, comment or
thumbnail, any of which may say where a picture was taken, and by whom.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from generator.errors import ItemError
from generator.publish.model import Sight
from generator.publish.pictures import MOST, height, is_foreign

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_SCALED = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP"}  # MPO: a JPEG with others behind it
_MODES = frozenset(["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK"])
# A telephone takes the wider copy and waits for it: at 82 the wider one of the demo's heaviest weighs 234 KB, at 76 a
# fifth less, and the page's largest picture is there 0.2 seconds earlier.
_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 76, "progressive": True, "optimize": True, "comment": b""},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 76, "method": 4},
}
_GPS, _LATITUDE, _ORIENTATION = 0x8825, 2, 0x0112
_GPS_IN_XMP = b"GPSLatitude"
_TURNED = range(5, 9)  # values of the orientation by which width and height change places

Image.MAX_IMAGE_PIXELS = None  # `_small_enough` asks, and names what it refuses


def look(content: bytes, name: str) -> Sight:
    """What the picture of this name is; whatever is wrong with it is a part of that."""
    sight = Sight(sha256(content).hexdigest())
    if name.lower().endswith(".svg"):
        return _drawing(content, sight)
    if name.lower().endswith(".avif"):  # browsers know it, not every Pillow does
        return sight
    try:
        image = _opened(content)
    except Exception:  # decoders of bytes from anywhere: one picture must not stop the others
        return sight._replace(wrong="foreign" if is_foreign(name) else "none")
    with image:
        return _looked(image, content, sight)


def _looked(image: Image.Image, content: bytes, sight: Sight) -> Sight:
    if image.width * image.height > MOST:
        return sight._replace(wrong="bomb")
    try:
        found = _described(image, content, sight)
        image.draft(None, (image.width // 8, image.height // 8))
        image.load()
        return found._replace(clear=_clear(image))
    except Exception:
        return sight._replace(wrong="broken")


def _clear(image: Image.Image) -> bool:
    """Whether anything of it can be seen through: many a photograph was saved with a layer that hides nothing."""
    if not image.has_transparency_data:
        return False
    return image.mode not in {"RGBA", "LA"} or image.getchannel("A").getextrema()[0] != 255


def _opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content), formats=_FORMATS)


def _described(image: Image.Image, content: bytes, sight: Sight) -> Sight:
    kind = _SCALED.get(image.format or "")
    moving = kind != "JPEG" and getattr(image, "is_animated", False)
    exif = image.getexif()
    width, tall = image.size
    if exif.get(_ORIENTATION) in _TURNED and kind:
        width, tall = tall, width
    return sight._replace(
        width=width,
        height=tall,
        scaled=bool(kind) and not moving and image.mode in _MODES,
        placed=_LATITUDE in exif.get_ifd(_GPS) or _GPS_IN_XMP in content,
    )


# ── Drawings ─────────────────────────────────────────────────────────────────────────────────────────────────────

_ROOT = re.compile(rb"<svg(?=[\s>/])((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_VALUE = re.compile(rb"""\s(width|height|viewBox)\s*=\s*["']([^"']*)["']""")
_LENGTH = re.compile(rb"\s*\+?(\d{1,6}(?:\.\d+)?)(?:px)?\s*")
_BOX = re.compile(rb"\s*[-+\d.e]+[\s,]+[-+\d.e]+[\s,]+(\d{1,6}(?:\.\d+)?)[\s,]+(\d{1,6}(?:\.\d+)?)\s*")
_HEAD = 1 << 16


def _drawing(content: bytes, sight: Sight) -> Sight:
    """An SVG by its first tag: no other reader of XML need be safe from it."""
    root = _ROOT.search(content[:_HEAD])
    if not root:
        return sight._replace(wrong="none")
    values = dict(_VALUE.findall(root[1]))
    lengths = [_LENGTH.fullmatch(values.get(name, b"")) for name in (b"width", b"height")]
    box = _BOX.fullmatch(values.get(b"viewBox", b""))
    numbers = [float(length[1]) for length in lengths if length]
    if len(numbers) < 2:
        numbers = [float(number) for number in box.groups()] if box else [0, 0]
    width, tall = map(round, numbers)
    return sight._replace(width=width, height=tall, clear=True) if width and tall else sight._replace(clear=True)


# ── Copies ───────────────────────────────────────────────────────────────────────────────────────────────────────


def copies(content: bytes, sight: Sight, widths: Sequence[int]) -> dict[int, bytes]:
    """Smaller copies, all of one decoding, each of the next larger one. Raises ItemError."""
    with _told(), _opened(content) as image:
        kind, profile, few = _SCALED[image.format or ""], image.info.get("icc_profile"), image.mode in {"P", "1"}
        largest = max(widths)
        turned = image.getexif().get(_ORIENTATION) in _TURNED
        aim = largest, height(sight, largest)
        image.draft(None, aim[::-1] if turned else aim)
        shown = _full(ImageOps.exif_transpose(image))
        found = {}
        for width in sorted(widths, reverse=True):
            shown = shown.resize((width, height(sight, width)), Image.Resampling.LANCZOS, reducing_gap=3.0)
            found[width] = _saved(_few(shown) if few else shown, kind, profile)
    return found


def _full(image: Image.Image) -> Image.Image:
    """In a mode in which pixels can be mixed."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode in {"P", "PA"} or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def _few(image: Image.Image) -> Image.Image:
    """In as many colours as a palette holds: a chart of eight colours weighs five times as much in all."""
    return image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def _saved(image: Image.Image, kind: str, profile: bytes | None) -> bytes:
    """Of what Pillow would take over, the palette's transparency alone."""
    image.info = {name: value for name, value in image.info.items() if name == "transparency"}
    written = BytesIO()
    image.save(written, kind, **_SAVING[kind], **({"icc_profile": profile} if profile else {}))
    return written.getvalue()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise ItemError(f"cannot be made smaller ({type(error).__name__}) — save it anew") from error
