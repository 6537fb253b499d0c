"""Plain text: one file, one article. Bytes in, raw items out; `decode` makes text of bytes. Pure.

Text is decoded by what it is, never by what a locale says: a byte-order mark, else UTF-8, else UTF-16 without a mark
(its blanks give it away), else the likeliest of the one-byte encodings that newspapers used (see `legacy`). Bytes that
fit nowhere cost one character each, never the file. Repairs touch only what is broken: sound text keeps every letter.
"""

import codecs
import html
import re
from collections.abc import Iterator

import ftfy

from generator.errors import Location, RawError
from generator.ingest.readers import legacy
from generator.model import Hint, RawItem
from generator.text import printable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip file or an office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_STRAY = re.compile(r"[\udc80-\udcff]+")

# The first bytes of UTF-8 read as Latin, Arabic or Cyrillic letters, before what a later byte then looks like.
_MOJIBAKE = re.compile(
    r"[ÂÃÄÅØÙÚÛÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\u0080-\u00bf€][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    r"|ï»¿|ï¿½|[طظ][\u0080-\u00bf§†‡…‹›•“”©®±¯°]"
)
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
_ENTITY = re.compile(
    r"&(?:amp;){0,3}((?:amp|quot|apos|nbsp|lt|gt|shy|copy|reg|deg|euro|pound|cent|sect|middot|bull|hellip|trade|laquo|raquo"
    r"|[lrsb][sdb]?quo|[mn]dash|zwnj|zwj|lrm|rlm|[aeiouyAEIOUYnNcC](?:acute|grave|circ|uml|tilde|cedil|ring)|szlig|AElig|aelig"
    r"|Oslash|oslash|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});)"
)


def read(origin: Location, body: bytes, hints: tuple[Hint, ...] = ()) -> Iterator[RawItem]:
    """One item. Raises RawError for a file that is empty or that is no text."""
    kind = next((kind for magic, kind in _KINDS if body.startswith(magic)), "")
    if kind:
        raise RawError(
            f"this is {kind}, not plain text — save its text as .txt, or move it out of the raw files", origin
        )
    if _binary(body):
        raise RawError("this is not text: it holds bytes that no text has — move it out of the raw files", origin)
    if not decode(body).strip():
        raise RawError("the file is empty — put the article's text into it, or delete it", origin)
    yield RawItem(origin=origin, media_type="text/plain", body=body, hints=hints)


def decode(body: bytes) -> str:
    """The text of a raw file: lines end in "\\n", nothing unprintable, entities and mojibake mended."""
    text = _LINE_ENDS.sub("\n", _unicode(body))
    if _MOJIBAKE.search(text):
        text = ftfy.fix_text(text, _REPAIR)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    return printable(text)


def _unicode(body: bytes) -> str:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    text = body.decode("utf-8", "surrogateescape")
    stray = sum(map(len, _STRAY.findall(text)))
    if not stray:
        return text
    sound = sum(c > "\x7f" for c in text) - stray
    if sound > stray:  # UTF-8 with a few bytes from elsewhere, or a letter cut in half
        return _STRAY.sub(lambda bad: legacy.decode_as(bad.group().encode("utf-8", "surrogateescape"), "cp1252"), text)
    return legacy.decode(body)


def _wide(body: bytes) -> str:
    """The byte order of UTF-16 without a mark, else "". Blanks and line ends show it: their high byte is zero."""
    sample = body[:4096]
    if len(body) % 2 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even and odd:
        return ""
    encoding = "utf-16-le" if odd else "utf-16-be"
    text = sample.decode(encoding, "replace")
    plain = sum(c.isalnum() or c.isspace() for c in text)
    return encoding if plain > len(text) * 0.6 else ""


def _binary(body: bytes) -> bool:
    """NUL where no UTF-16 explains it, or one control character in ten."""
    if body.startswith(tuple(mark for mark, _ in _MARKS[1:])) or _wide(body):
        return False
    sample = body[:65536]
    controls = len(sample) - len(sample.translate(None, bytes([*range(9), *range(14, 27), *range(28, 32)])))
    return b"\0" in body or controls > len(sample) // 10


def _entity(found: re.Match[str]) -> str:
    """What an entity stands for; `&amp;quot;`, escaped once more on its way, is a quotation mark too."""
    return html.unescape("&" + found.group(1))
