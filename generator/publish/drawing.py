"""Files that no layout can write, as they are no text: a view → its bytes. Pure."""

import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from generator.views import IconView


def icon(view: IconView) -> bytes:
    """A PNG of one bit a pixel (W3C PNG 3): the double rule of the masthead across a square.

    Not compressed: libraries differ in how they would do it, and the same view must give the same bytes anywhere. At
    512 pixels it is 33 KB, which only who installs the site as an app will fetch.
    """
    size = view.size
    rules = [(34, 42), (45, 48)]  # hundredths of the height: a thick one and a thin one below it
    rows = b"".join(b"\0" + _row(size, any(top <= 100 * y / size - 8 < end for top, end in rules)) for y in range(size))
    header = struct.pack(">IIBBBBB", size, size, 1, 3, 0, 0, 0)
    colours = bytes.fromhex(_six(view.ground) + _six(view.ink))
    parts = (b"IHDR", header), (b"PLTE", colours), (b"IDAT", _stored(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _row(size: int, ruled: bool) -> bytes:
    """A row of pixels: a rule leaves a sixth of the width free on either side."""
    margin = size // 6
    signs = "0" * margin + "1" * (size - 2 * margin) + "0" * margin if ruled else "0" * size
    return int(signs.ljust(-size % 8 + size, "0"), 2).to_bytes((size + 7) // 8, "big")


def _stored(content: bytes) -> bytes:
    """zlib's form (RFC 1950) of blocks that are stored as they are (RFC 1951, 3.2.4)."""
    blocks = [content[at : at + 0xFFFF] for at in range(0, len(content), 0xFFFF)]
    heads = [struct.pack("<BHH", n == len(blocks) - 1, len(one), len(one) ^ 0xFFFF) for n, one in enumerate(blocks)]
    body = b"".join(head + one for head, one in zip(heads, blocks, strict=True))
    return b"\x78\x01" + body + struct.pack(">I", zlib.adler32(content))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _six(colour: str) -> str:
    """#fa0 or #ffaa00 → ffaa00."""
    digits = colour.removeprefix("#")
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


# The name that stands in the place of a layout → what draws the page.
DRAWN: Mapping[str, Callable[[Any], bytes]] = {"icon.png": icon}
