"""Plain text: one file, one article. Bytes in, raw items out; `decode` makes text of bytes. Pure.

Text is decoded by what it is, never by what a locale says: a byte-order mark, else UTF-8, else UTF-16 without a mark
(its blanks give it away), else the likeliest of the one-byte encodings that newspapers used (see `legacy`). Bytes that
fit nowhere cost one character each, never the file. What was broken on the way is mended (see `mend`), and only that.
Quoted-printable of a mail is undone before.
"""

import binascii
import codecs
import re
from collections.abc import Iterator
from functools import lru_cache

from generator.errors import Location, RawError
from generator.ingest.readers import legacy
from generator.ingest.readers.mend import mended
from generator.model import Hint, RawItem
from generator.text import beyond

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOMS = tuple(mark for mark, _ in _MARKS)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip file or an office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"Rar!\x1a", "a RAR file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"ID3", "a sound file"),
    (b"SQLite format 3\x00", "a database"),
)
_MAGIC = tuple(magic for magic, _ in _KINDS)
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32)])
_PRINTABLE = bytes([9, 10, 13, *range(32, 127)])
_STRAY = re.compile("[\udc80-\udcff]+")
_ALONE = re.compile("(?<![^\x00-\x7f])[\udc80-\udcff](?![^\x00-\x7f])")
# The beginning of a quotation mark, a dash or an emoji whose end was cut off: in no other encoding does it make sense.
_HALF = re.compile("\udce2[\udc80-\udc84]|\udcf0\udc9f[\udc80-\udcbf]?")
_BEGINNING = re.compile(rb"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}")
_LETTERS = re.compile(rb"[A-Za-z]{3}")
_GONE = "\ufffd"

_PAGE = (b"<!doctype html", b"<html")
_TAG = re.compile(rb"</(?:p|div|span|td|li|ul|table|script)>", re.IGNORECASE)
_TAGS = 10  # in a text that is none of a page, but speaks of its tags, there are fewer,
_THICK = 500  # or they stand farther apart: bytes for each

# What quoted-printable has for a reason: a byte above ASCII, "=", the end of a line, a blank before it.
_QUOTED = re.compile(rb"=(?:[89A-F][0-9A-F]|3D|20(?=\r?\n)|\r?\n)")
_FEWEST_QUOTED = 5

_SAMPLE = 65536
_WIDE_SAMPLE = 4096
_FEW_NULS = 40  # bytes for each NUL of UTF-16 in which only blanks and line ends have one
_STRAY_NULS = 200  # bytes for each NUL of a text that has some by mistake
_SHORTEST = 20  # bytes of a text that can have one: of fewer, nothing is known
_HAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]")


def read(origin: Location, body: bytes, hints: tuple[Hint, ...] = ()) -> Iterator[RawItem]:
    """One item. Raises RawError for a file that is empty or that is no text."""
    if body.startswith(_MAGIC):
        kind = next(kind for magic, kind in _KINDS if body.startswith(magic))
        raise RawError(
            f"this is {kind}, not plain text — save its text as .txt, or move it out of the raw files", origin
        )
    if _page(body):
        raise RawError("this is a saved web page, not plain text — save the page's text as .txt", origin)
    plainly = _plainly(body)
    if not plainly and _binary(body):
        raise RawError("this is not text: it holds bytes that no text has — move it out of the raw files", origin)
    # The beginning of a text is enough to see that it is not empty: mostly its first letters.
    if not _LETTERS.match(body) and not decode(body[:400]).strip() and not decode(body).strip():
        raise RawError("the file is empty — put the article's text into it, or delete it", origin)
    if not plainly and not _readable(body):
        raise RawError(
            "this is text in an encoding that is not known here — open it in an editor that shows it rightly, and save"
            " it as UTF-8",
            origin,
        )
    yield RawItem(origin=origin, media_type="text/plain", body=body, hints=hints)


def decode(body: bytes) -> str:
    """The text of a raw file: lines end in "\\n", nothing unprintable, NFC; entities and mojibake mended."""
    if body.count(b"=") >= _FEWEST_QUOTED:
        body = _unquoted(body)
    return mended(_unicode(body))


def _page(body: bytes) -> bool:
    """HTML: it says so at its beginning, or many tags stand in it."""
    if b"<" not in body:
        return False
    head = body[:1000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith(_PAGE) or (head.startswith(b"<?xml") and any(mark in head for mark in _PAGE)):
        return True
    return b"</" in body and len(_TAG.findall(body)) >= max(_TAGS, len(body) // _THICK)


def _plainly(body: bytes) -> bool:
    """A cheap test that most Western texts pass: UTF-8 with so few signs beyond ASCII that it is a text."""
    try:
        text = _utf8(body) if b"\0" not in body and len(body) <= _SAMPLE else ""
    except UnicodeDecodeError:
        return False
    return bool(text) and len(beyond(text)) <= len(body) // 10


def _unquoted(body: bytes) -> bytes:
    """The bytes that quoted-printable stands for, if it is that: no "=" stands for itself there."""
    marks = len(_QUOTED.findall(body))
    if marks < _FEWEST_QUOTED or marks * 10 < body.count(b"=") * 9:
        return body
    plain = binascii.a2b_qp(body)
    return plain if not _binary(plain) and _readable(plain) else body


@lru_cache(maxsize=1)  # asked twice of nearly all files: by who looks whether it is a text, and by who reads that
def _utf8(body: bytes) -> str:
    return body.decode()


def _unicode(body: bytes) -> str:
    try:
        if body[:1] < b"\xef" and b"\0" not in body:  # no mark, not wide: nearly all files
            return _utf8(body)
    except UnicodeDecodeError:
        pass
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    text = _strayed(body)
    return legacy.decode(body) if _foreign(text) else _STRAY.sub(_stray, text)


def _strayed(body: bytes) -> str:
    """As UTF-8, each byte that is none of it as a lone surrogate."""
    return _HALF.sub(_GONE, body.decode("utf-8", "surrogateescape"))


def _foreign(text: str) -> bool:
    """Not UTF-8: for four bytes that are none, there is not one letter that is more than ASCII.

    In a one-byte encoding a letter of UTF-8 arises by chance once in hundreds; in Chinese ones more often, but there
    few strays stand alone.
    """
    stray = sum(map(len, _STRAY.findall(text)))
    sound = sum(c > "\x7f" for c in text) - stray
    return stray > 4 * sound or (stray > sound and 2 * len(_ALONE.findall(text)) < stray)


def _stray(found: re.Match[str]) -> str:
    """Bytes that are no UTF-8 amid UTF-8: a letter that was cut in half, or some pasted from Western text."""
    text, start, end = found.string, found.start(), found.end()
    raw = found.group().encode("utf-8", "surrogateescape")
    before = text[max(start - 1, 0) : start]
    if _BEGINNING.fullmatch(raw) and (end == len(text) or (before.isalpha() and before > "\u02ff")):
        return _GONE
    return raw.decode(legacy.WESTERN)


def _readable(body: bytes) -> bool:
    """UTF-8 or UTF-16, or an encoding that makes sense of it."""
    try:
        body.decode()
    except UnicodeDecodeError:
        marked = body.startswith(_BOMS)
        return bool(marked or _wide(body)) or not _foreign(_strayed(body)) or legacy.likely(body)
    return True


def _wide(body: bytes) -> str:
    """The byte order of UTF-16 without a mark, else "". Blanks and line ends show it: their high byte is zero."""
    if b"\0" not in body[:_WIDE_SAMPLE]:
        return ""
    sample = body[: min(_WIDE_SAMPLE, len(body) // 2 * 2)]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 5 > max(even, odd):
        return ""
    many = (even + odd) * 5 >= len(sample)
    if not many and _narrow(sample.replace(b"\0", b"")):
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample.decode(encoding, "replace")
    if (even + odd) * _FEW_NULS < len(sample) and len(_HAN.findall(text)) < len(text) * 0.6:
        return ""
    plain = sum(c.isalnum() or c.isspace() for c in text)
    return encoding if plain > len(text) * 0.6 else ""


def _narrow(sample: bytes) -> bool:
    """One byte a letter, or UTF-8: ASCII for the most part, or well-formed and without controls.

    Arabic and Cyrillic in UTF-16 are well-formed UTF-8 too, but every other byte is a control there.
    """
    if len(sample.translate(None, _PRINTABLE)) * 4 < len(sample):
        return True
    strays = len(_STRAY.findall(sample.decode("utf-8", "surrogateescape")))
    return strays <= 2 and _controls(sample) * 50 <= len(sample)


def _controls(sample: bytes) -> int:
    return len(sample) - len(sample.translate(None, _CONTROLS))


def _binary(body: bytes) -> bool:
    """NULs where no UTF-16 explains them, but for a stray one in a text; or one control character in ten."""
    if body.startswith(_BOMS[1:]) or _wide(body):
        return False
    if b"\0" not in body:
        sample = body[:_SAMPLE]
        return _controls(sample) > len(sample) // 10
    body = body.rstrip(b"\0")  # what fills up the last block of a tape
    rest = body.replace(b"\0", b"")
    if len(body) - len(rest) > 1 + len(rest) // _STRAY_NULS or _controls(rest) * 50 > len(rest):
        return True
    return bool(rest) and (len(rest) < _SHORTEST or not _readable(rest))
