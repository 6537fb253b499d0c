"""What was broken on a text's way, mended; sound text keeps every letter: str → str. Pure.

    entities ─▶ mojibake ─▶ line ends ─▶ characters that no text has ─▶ NFC

Each repair stands behind a test that sound text fails: it costs next to nothing there, and can do nothing. Entities are
decoded once: an article about HTML that says `&amp;lt;` means `&lt;`. Mojibake is mended where letters stand in it that
no sound text has so: `It’s` that became `Itâ€™s`; not where an article quotes `â€™`, nor in `“AMANHÃ”`.
"""

import html
import re
import unicodedata
from html.entities import name2codepoint
from importlib import import_module

from generator.ingest.readers import legacy
from generator.text import beyond, holds

# HTML 4: "AT&T;" and "fish&chips;" are none. A reference without its semicolon is a word of an address as a rule.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,8});")
_NAMES = frozenset(name2codepoint) | {"apos"}

_FORM_FEED = re.compile(r"\n?\x0c\n?")  # a new page of the print, in the middle of a sentence more often than not
_NEXT_LINE = "\x85"
# What a text has no use for: controls, marks of byte order and direction (CVE-2021-42574), lone surrogates.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200d-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_CONTROLS = bytes([*range(9), *range(11, 32), 127])  # those of them that are ASCII
_RUN = re.compile(_ODD.pattern + "+")
_JOINERS = frozenset("\u200b\u200d\u200e\u200f\u2060")  # they belong to a word, if they stand at one
_MARKS = str.maketrans("", "", "\u200e\u200f")  # these only inside it
_LOOSE = re.compile(r"(?<!\S)\u200c+(?!\S)")
_PLAIN = dict.fromkeys("\x0b\x1c\x1d\x1e\u2028\u2029", "\n") | {
    # Controls of the Western upper half are signs that lost their encoding: It\x92s.
    chr(byte): sign for byte in range(0x80, 0xA0) if (sign := bytes([byte]).decode("cp1252", "ignore"))
}  # fmt: skip

_SIGNS = "\x80-\x9f¡-ª¬-º¼-¿€ƒ„†‡ˆ‰ŠŒŽ˜™š›œžŸ‚"  # what follows a lead byte, read as Western text,
_CLOSERS = "\xa0«»‘’“”•–—…‹"  # and those of them that follow a capital in sound text too
_LEADS = "ÂÃÄÅâïÎÏÐÑ×ØÙÚÛ"
_BEGUN = re.compile(f"[{_LEADS}][{_SIGNS}{_CLOSERS}]")  # each of the forms below has this in it
_MOJIBAKE = re.compile(
    rf"[a-zß-ÿ][ÂÃÄÅÎÐÑ×ØÙ][{_SIGNS}{_CLOSERS}]"  # cafÃ©: a capital inside small letters
    rf"|(?:[ÃÄÅ][{_SIGNS}]|(?<![^\W\d_])Â[\xa0{_SIGNS}«»])"  # Ã‰COLE, Â£5
    rf"|(?<![^\W\d_])[ÃÄÅ][{_CLOSERS}](?=[^\W\d_])"  # Ã–sterreich
    rf"|(?:[ÎÏ][{_SIGNS}{_CLOSERS}]|[ÐÑ][{_SIGNS}{_CLOSERS}]|×[{_SIGNS}{_CLOSERS}]|[ØÙÚÛ][{_SIGNS}{_CLOSERS}]){{3}}"
    rf"|â[€\x80][{_SIGNS}{_CLOSERS}]|â[‚„†ˆ–—˜œ][{_SIGNS}]|ï»¿|ï¿½"
)
_QUOTED = frozenset("\"'`“”„‘’«»‹›()[]<>")
# Quotation marks that quote nothing: an article that speaks of them.
_FREE = frozenset(["â€™", "â€˜", "â€œ", "â€\x9d"])
# The same of Arabic, read as Arabic in one byte: every other letter is one of these four.
_ARABIC = re.compile(
    "(?:[طظعغ][\u067e\u0679\u0152\u0686\u0698\u0688\u06af\u06a9\u0691\u06ba\u06be\u060c\u061b\u061f\u200c\u200d"
    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u2039\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u2122"
    "\u203a\u0153\xa0\xa2-\xa9\xab-\xb9\xbb-\xbe]){3}"
)
_ABOVE = re.compile(r"[^\x00-\x7f]+")
_SAMPLE = 400
_FEWEST_MISREAD = 20
_NO_WESTERN = bytes({*range(0xC0)} | {0xD7, 0xF7})
# Western letters, quotation marks, dashes: in no form of mojibake, no control, and what NFC leaves as it is.
_SOUND = frozenset(map(chr, [*range(0xA0, 0x300), *range(0x2010, 0x2028), 0x20AC, 0x2122])) - frozenset(_LEADS)
_NO_OTHER_REPAIR = {
    "unescape_html": False,
    "remove_terminal_escapes": False,
    "fix_latin_ligatures": False,
    "fix_character_width": False,
    "uncurl_quotes": False,
    "fix_line_breaks": False,
    "fix_surrogates": False,
    "remove_control_chars": False,
    "normalization": None,
    "explain": False,
}


def mended(text: str) -> str:
    """Lines end in "\\n", nothing unprintable, NFC; and what was broken is whole."""
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if text.isascii():
        return _clean(text)
    if _is_sound(text):
        return text
    text = _clean(_unscrambled(text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _is_sound(text: str) -> bool:
    """A cheap test that most Western texts pass: all letters and signs are such that there is nothing to mend."""
    above = beyond(text)
    return _SOUND.issuperset(above) and (len(above) < _FEWEST_MISREAD or not _all_western(text[:_SAMPLE]))


def _entity(found: re.Match[str]) -> str:
    """What an entity stands for. A control character (`&#3;`) stands for nothing, a name that is none for itself."""
    name = found.group()
    return html.unescape(name) if name[1] == "#" or name[1:-1] in _NAMES else name


def _clean(text: str) -> str:
    """With every line end as "\\n", and without what no text has."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if "\x0c" in text:
        text = _FORM_FEED.sub("\n", text)
    if _NEXT_LINE in text and "\n" not in text:
        text = text.replace(_NEXT_LINE, "\n")
    if "\u200c" in text:
        text = _LOOSE.sub("", text)
    return _RUN.sub(_odd, text) if _has_odd(text) else text


def _has_odd(text: str) -> bool:
    """A class alone is searched for three times as fast as a run of it, bytes and what is printable six times."""
    if text.isascii():
        return len(text.encode().translate(None, _CONTROLS)) < len(text)
    return not text.replace("\n", " ").isprintable() and _ODD.search(text) is not None


def _odd(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    run = "".join(c if c in _JOINERS else _PLAIN.get(c, "") for c in found.group())
    before, after = text[max(start - 1, 0) : start].strip(), text[end : end + 1].strip()
    if not (before and after) or "\n" in run:
        run = run.translate(_MARKS)
    return run if before or after or not _JOINERS.issuperset(run) else ""


# ── Mojibake ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _unscrambled(text: str) -> str:
    """UTF-8 that was read as a one-byte encoding, or one such encoding as another, read rightly."""
    if holds(text, _LEADS) and _BEGUN.search(text) and any(map(_broken, _MOJIBAKE.finditer(text))):
        text = import_module("ftfy").fix_text(text, **_NO_OTHER_REPAIR)  # by those few alone that need it
    if "ط" in text and _ARABIC.search(text):
        text = _ABOVE.sub(_from_arabic, text)
    return _misread(text) if _all_western(text[:_SAMPLE]) else text


def _broken(found: re.Match[str]) -> bool:
    """Not a sequence that is quoted, as by an article that speaks of it."""
    text, start, end = found.string, found.start(), found.end()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if before in _QUOTED and after in _QUOTED and before and after:
        return False
    return found.group() not in _FREE or not before.isspace() or not (after.isspace() or after in ",.;:")


def _from_arabic(found: re.Match[str]) -> str:
    try:
        return found.group().encode("cp1256").decode()
    except UnicodeError:
        return found.group()


def _all_western(sample: str) -> bool:
    """More than half of its letters are above ASCII and Western, as in no language."""
    letters = sample.encode("latin-1", "ignore")
    above = len(letters.translate(None, _NO_WESTERN))
    return above >= _FEWEST_MISREAD and above * 2 > sum(c.isalpha() for c in sample)


def _misread(text: str) -> str:
    try:
        body = text.encode(legacy.WESTERN)
    except UnicodeEncodeError:
        return text
    return legacy.decode(body) if legacy.likely(body) else text
