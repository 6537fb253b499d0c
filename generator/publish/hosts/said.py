"""What every host is to say with a page: a policy, where it may be shown, how long it may be kept. Pure."""

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple


class Inline(NamedTuple):
    """What stands in layouts as it is, inside <style> and <script>: digests as a policy names them."""

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


class Headers(NamedTuple):
    """fixed  (name, value) of what goes with everything
    page      Cache-Control of pages, feeds and all that has no place of its own
    kept      the same of FOLDERS
    """

    fixed: tuple[tuple[str, str], ...]
    page: str = "public, max-age=300, must-revalidate"
    kept: str = "public, max-age=86400"


FOLDERS = ("static/", "media/")  # what changes seldom, and may be a day old beside a page that is new

_FIXED = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("X-Frame-Options", "DENY"),  # for browsers that do not know frame-ancestors
)

# By the end of a name. Of text the charset is UTF-8.
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "md": "text/markdown",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "woff2": "font/woff2",
}
TEXT = tuple(suffix for suffix, kind in TYPES.items() if kind.startswith("text/") or kind.endswith(("json", "xml")))


def headers(inline: Inline) -> Headers:
    return Headers((("Content-Security-Policy", policy(inline)), *_FIXED))


def policy(inline: Inline) -> str:
    """A Content-Security-Policy (W3C CSP 3): nothing but what the site itself serves, no style attribute, no script in
    a page, but for the blocks that stand in the layouts."""
    said = {
        "default-src": ("'none'",),
        "script-src": ("'self'", *inline.scripts),
        "style-src": ("'self'", *inline.styles),
        "img-src": ("'self'",),
        "font-src": ("'self'",),
        "media-src": ("'self'",),
        "connect-src": ("'self'",),
        "manifest-src": ("'self'",),
        "base-uri": ("'none'",),
        "form-action": ("'self'",),
        "frame-ancestors": ("'none'",),
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in said.items())


_BLOCK = re.compile(r"<(style|script)(\s[^>]*)?>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\bsrc\s*=|\btype\s*=\s*["']?(?!module|text/javascript)""", re.IGNORECASE)


def inline(layouts: Iterable[str]) -> Inline:
    """Of the texts of layouts. A block that is filled in for each page has no digest of its own: a browser will not
    run it."""
    found: dict[str, set[str]] = {"style": set(), "script": set()}
    for text in layouts:
        for match in _BLOCK.finditer(re.sub(r"\r\n?", "\n", text)):  # as Jinja and browsers read it
            kind, said, block = match[1].lower(), match[2] or "", match[3]
            if not re.search(r"\{[{%#]", block) and not (kind == "script" and _DATA.search(said)):
                found[kind].add(_named(block))
    return Inline(tuple(sorted(found["style"])), tuple(sorted(found["script"])))


def _named(block: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"


_PLAIN = re.compile(rb"[A-Za-z0-9/_-]")


def pattern(path: str) -> str:
    """A path as a regular expression for bytes, in which no sign means anything, nor in the file around it."""
    return "".join(chr(byte) if _PLAIN.match(bytes([byte])) else f"\\x{byte:02X}" for byte in path.encode())
