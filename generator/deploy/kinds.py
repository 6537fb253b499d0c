"""What a file is called by a host that knows no better, and for how long it may be kept: address → headers. Pure.

The table is our own: what Python makes of a suffix depends on the machine (/etc/mime.types).
"""

import re
from dataclasses import dataclass

_BYTES = "application/octet-stream"
_TEXTS = {
    "html": "text/html",
    "htm": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "vtt": "text/vtt",
    "xml": "application/xml",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml",
}
_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "zip": "application/zip",
    "gz": "application/gzip",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "webm": "video/webm",
    "ogv": "video/ogg",
    "wasm": "application/wasm",
}
# What bears no text and is no smaller when packed once more. (A TIFF, a WAV and an .ico may be.)
_PACKED = frozenset(
    "png jpg jpeg gif webp avif woff woff2 pdf epub zip gz br zst xz bz2 7z"
    " mp3 m4a ogg oga opus mp4 m4v webm ogv".split()
)
# A digest in its name: other bytes have another one. Digits alone are more often a date.
_HASHED = re.compile(r"(?:^|/)(?:[^/]*[.-])?(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{8,64}\.[a-z0-9]+\Z")

ASK = "no-cache"  # may be kept, and is asked about each time: a host answers with 304 and no body
A_WHILE = "public, max-age=600"
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Headers:
    content_type: str
    cache_control: str


def suffix(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def headers(path: str) -> Headers:
    """What a host is to say of a file. Text is UTF-8; what may change at its address is asked about each time, what
    pages are made with after ten minutes, and what bears a digest of its bytes in its name never."""
    kind = suffix(path)
    if kind in _TEXTS and kind not in {"css", "js", "mjs", "svg"}:
        return Headers(f"{_TEXTS[kind]}; charset=utf-8", ASK)
    lasts = FOR_EVER if _HASHED.search(path) else A_WHILE
    if kind in _TEXTS:
        return Headers(f"{_TEXTS[kind]}; charset=utf-8", lasts)
    return Headers(_TYPES.get(kind, _BYTES), lasts if kind in _TYPES else ASK)


def packed(path: str) -> bool:
    """Whether a file is packed already."""
    return suffix(path) in _PACKED
