"""Names of places as datelines write them: which are known, and capitals put into title case. Pure."""

import re

from generator.ingest.editor.phrases import places, wires
from generator.text import fold, key

_WORD = re.compile(r"[^\W\d_]+(?:[.’'-]{1,2}[^\W\d_]+){0,4}\.?")
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTENED = re.compile(r"\b(?:Ste?|Ft|Mt)\. ")
_REGION = re.compile(r"[^\W\d_]{1,40}(?:[. '’&-]{1,3}[^\W\d_]{1,40}){0,5}\.?")
_PART = re.compile(r".*\s(?:county|parish|province|governorate|district|region|prefecture|oblast)")
_LOWERED = frozenset(
    "de del della dei di da do das dos du des am an der den dem vor ob aan of the sur sous en lès au aux on upon i es y"
    " and und".split()
)
_LOWERED_AFTER_DE = frozenset("la las los le les el".split())
PARTICLES = _LOWERED | _LOWERED_AFTER_DE


def named(text: str) -> bool:
    """Up to four words that may name a place: all in capitals, all capitalised, or in a script without capitals."""
    words = text.split()
    if not 1 <= len(words) <= 4 or not all(map(_WORD.fullmatch, words)) or text in {"NEW", "New"}:
        return False
    if _stops(words[0]):
        return False
    return text.isupper() or all(not word[0].islower() or word in PARTICLES for word in words)


def _stops(word: str) -> bool:
    """A word with which no place begins: BREAKING, UPDATE, Wednesday, May."""
    name = fold(word).strip(".")
    return name in wires.NO_CITY or name in wires.WEEKDAYS or name in wires.MONTHS


def known(city: str) -> bool:
    return key(city) in places.CITIES


def region(text: str) -> bool:
    """A state, province or country that is on the list, in any of its writings; or a county by its name."""
    if not _REGION.fullmatch(text):
        return False
    plain = places.region_key(text)
    if len(plain) == 2 and not text.isupper() and "." not in text:
        return False  # "in", "or", "me"
    return plain in places.REGIONS or _PART.fullmatch(text.lower()) is not None


def town_like(city: str) -> bool:
    """Capitals that may be a town with nothing else to say so: one word of some length, or SAN, FORT … and … FALLS."""
    words = city.lower().split()
    if len(words) == 1:
        return len(city) >= 5 and city.isalpha()
    return len(words) <= 3 and (words[0] in places.BEGINS or words[-1] in places.ENDS)


def title(text: str) -> str:
    """A place in capitals as running text has it: SAN JUAN DEL SUR → San Juan del Sur, N'DJAMENA → N'Djamena,
    PORT-AU-PRINCE → Port-au-Prince, MCALLEN → McAllen, D.C. stays. Others stay as they are."""
    if not _SHORTENED.sub("", text).isupper():
        return text
    before = ""
    pieces: list[str] = []
    end = 0
    for match in _LETTERS.finditer(text):
        gap, word = text[end : match.start()], match.group()
        pieces += [gap, _cased(word, gap, before, text[match.end() : match.end() + 1])]
        before, end = word.lower(), match.end()
    return "".join(pieces) + text[end:]


def _cased(word: str, gap: str, before: str, after: str) -> str:
    """`gap` stands between this word and the word before it, `after` is the character that follows."""
    low = word.lower()
    if gap in {"'", "’"} and len(before) > 1:  # ST. JOHN'S, XI'AN; but N'DJAMENA
        return low
    inside = before and after in {" ", "-"}
    if inside and (low in _LOWERED or (low in _LOWERED_AFTER_DE and before in {"de", "sur", "en"})):
        return low
    return f"Mc{low[2:].capitalize()}" if low.startswith("mc") and len(low) > 4 else low.capitalize()
