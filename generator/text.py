"""Rules for plain text: keys for matching, slugs, excerpts, script and language. Pure: str → str.

Folding makes keys (slugs, search, matching) and never changes what an article says.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_PUNCTUATION = re.compile(r"[\W_]+", re.UNICODE)

# Letters that are written in several ways in one language: keyboards of Arabic, Persian and Kurdish differ.
_FOLD = str.maketrans(
    {
        "ك": "ک", "ي": "ی", "ى": "ی", "ە": "ه", "ھ": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
        "ؤ": "و", "ئ": "ی", "ـ": "", "\u200c": "", "\u200d": "", "\u200b": "", "\u200e": "", "\u200f": "", "\u00ad": "",
        "’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "−": "-",
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
    }
)  # fmt: skip

_RTL_LANGUAGES = frozenset(
    "acm aeb apc ar arb arc ary arz azb bal bqi ckb dv fa glk hac haz he iw khw ks lki lrc luz mzn nqo pes pnb prs ps "
    "sd sdh skr syr ug ur yi".split()
)
_RTL_OF_TAGS = frozenset(["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])
LANGUAGE_TAG = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}")  # BCP 47, as far as it is needed
_RTL_SCRIPTS = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")

# The names that Windows keeps for devices; a file of that name cannot be copied there.
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))])
SLUG_BYTES = 80


def squeeze(text: str) -> str:
    """Every run of whitespace (no-break spaces included) is one blank; none at the ends."""
    return " ".join(text.split())


def holds(text: str, signs: Iterable[str]) -> bool:
    """Any of these stands in it."""
    for sign in signs:  # noqa: SIM110 - `any` with a generator, or a map, takes half as long again
        if sign in text:
            return True
    return False


@lru_cache(maxsize=2)  # of a raw file it is asked twice: by who mends its text, and by who parts its lines
def beyond(text: str) -> str:
    """The characters of a text that are neither printable ASCII nor a tab nor a line end, in their order."""
    return text.encode(errors="surrogatepass").translate(None, _PLAIN).decode(errors="surrogatepass")


_PLAIN = bytes([9, 10, *range(32, 127)])


def printable(text: str) -> str:
    """Without characters that no text needs: controls but tab and newline, byte-order marks, lone surrogates,
    and the marks that reorder what stands after them (CVE-2021-42574). LRM, RLM, ZWJ and ZWNJ stay."""
    return _BIDI.sub("", _CONTROL.sub("", text))


def fold(text: str) -> str:
    """The key under which two writings are one: case, accents, vowel signs, letter and quote variants do not count."""
    text = text.lower()
    return squeeze(text if text.isascii() else _FOREIGN.sub(_folded, text))


# Word by word, since most words of a language come again, and to fold one again costs nothing. A letter of ASCII stays
# what it is, whatever mark stands on it.
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def _folded(match: re.Match[str]) -> str:
    return _fold(match[0])


@lru_cache(maxsize=65536)
def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold().translate(_FOLD)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_BARE))


class _Bare(dict[int, int | str | None]):
    """A table for `translate` that drops marks and folds letters, made letter by letter as they are met: it costs a
    third of a look at the category of every letter."""

    def __missing__(self, letter: int) -> int | str | None:
        self[letter] = None if unicodedata.category(chr(letter)) == "Mn" else _FOLD.get(letter, letter)
        return self[letter]


_BARE = _Bare()


def key(text: str) -> str:
    """`fold` without punctuation: "U.S. embassy" and "US Embassy" do not meet, "Quake!" and "quake" do."""
    if len(text) < _LONG_KEY:
        return _key(text)  # whole bodies are not worth the memory
    words = _ascii_words(text) if text.isascii() else letter_by_letter(text, _key_letter)
    return _squeezed(words)


_LONG_KEY = 300
_BLANKS = re.compile("  +")


def _squeezed(words: str) -> str:
    """`squeeze` of a long text whose whitespace is blanks, of which most stand alone: to part all words and to join
    them again takes twice as long."""
    return _BLANKS.sub(" ", words).strip(" ")


_ASCII_WORDS = {c: " " for c in range(128) if not chr(c).isalnum()}


def _ascii_words(text: str) -> str:
    return text.lower().translate(_ASCII_WORDS)


@lru_cache(maxsize=65536)
def _key(text: str) -> str:
    text = text if text.isascii() else fold(text)
    return squeeze(_ascii_words(text) if text.isascii() else _PUNCTUATION.sub(" ", text))


def forget() -> None:
    """What was made of titles and names so far."""
    for made in (_fold, _key, slug):
        made.cache_clear()


@lru_cache(maxsize=8192)
def _key_letter(letter: str) -> str:
    return _PUNCTUATION.sub(" ", _fold(letter))


@lru_cache(maxsize=8192)
def fold_letter(letter: str) -> str:
    """`fold` of one letter; a blank stays what it is."""
    return letter if letter.isspace() else fold(letter)


def letter_by_letter(text: str, change: Callable[[str], str]) -> str:
    """A long text (NFC) in small letters, each changed: it is made of few, so that this takes a third of the time; and
    to make bytes small and to look through them for those few takes a tenth.

    `change` folds: small letters and digits of ASCII stay, and a capital becomes what its small letter does.
    """
    low = text.encode(errors="surrogatepass").translate(_in_ascii(change))
    text = low.decode(errors="surrogatepass")
    for letter in set(low.translate(None, _ASCII).decode(errors="surrogatepass")):
        if (plain := change(letter)) != letter:
            text = text.replace(letter, plain)
    return text


_ASCII = bytes(range(128))


@cache
def _in_ascii(change: Callable[[str], str]) -> bytes:
    """What becomes of each byte that is a letter of ASCII, all at once: it is changed to another one."""
    return bytes([*(ord(change(chr(c).lower())) for c in range(128)), *range(128, 256)])


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """The part of an address that speaks: lower case, words joined by "-", at most 80 bytes, cut at a word's end.

    Latin letters lose their accents; other scripts keep their letters (NFC). "" where nothing is left.
    """
    if text.isascii():
        return portable(_cut(_NO_SLUG.sub("-", text.lower().replace("'", "")).strip("-"), SLUG_BYTES))
    letters = []
    for c in unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold()):
        plain = unicodedata.normalize("NFD", c)
        letters.append(plain[0] if plain[0].isascii() else c)
    joined = "".join(letters).replace("'", "").replace("’", "").replace("\u200c", "-").translate(_LATIN)
    # Combining marks are no \w, but they belong to their letter (Hindi, Thai, vocalised Arabic).
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else "-" for c in joined)
    return portable(_cut(unicodedata.normalize("NFC", re.sub("-+", "-", kept).strip("-")), SLUG_BYTES))


_NO_SLUG = re.compile("[^a-z0-9]+")
_LATIN = {ord(c): _FOLD[ord(c)] for c in "ßæœøđłı"} | {ord("ـ"): "", 0x200D: "", 0x200E: "", 0x200F: "", 0xAD: ""}


def _cut(words: str, size: int) -> str:
    """The longest run of whole words of at most `size` bytes; a longer single word is cut inside."""
    if len(words.encode()) <= size:
        return words
    head = words.encode()[:size].decode(errors="ignore")
    if words[len(head)] != "-" and "-" in head:
        head = head.rpartition("-")[0]
    return head.strip("-")


def portable(name: str) -> str:
    """A name that every file system can hold, and that is no list of ours (`index`)."""
    return f"{name}-" if name in _DEVICES or name == "index" else name


def excerpt(text: str, limit: int = 200) -> str:
    """The beginning of a text, up to `limit` characters, cut at a word's end and then marked with an ellipsis."""
    text = squeeze(text)
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    if text[limit - 1] != " " and " " in head:
        head = head.rpartition(" ")[0]
    return head.rstrip(" ,;:–—-") + "…"


def language_of(text: str, own: str = "") -> str:
    """The language that its letters give away, else "": Sorani by its vowels, Persian by its four letters or its forms
    of two others. Letters that many languages share are of the site's `own`, where that has them too."""
    told = _told_by_letters(text[:4000])
    shared = told in {"ar", "fa"} and direction(own) == "rtl" and own.lower().split("-")[0] not in _NOT_LIKE_PERSIAN
    return own if shared and not (told == "ar" and _ARABIC_ALONE.search(text)) else told


_NOT_LIKE_PERSIAN = frozenset(["ar", "arc", "dv", "he", "iw", "nqo", "syr", "yi"])
_ARABIC_ALONE = re.compile("[ةأإىيك]")


def _told_by_letters(text: str) -> str:
    letters = _LETTER.findall(text)
    if not letters or len(_RTL_SCRIPTS.findall(text)) < len(letters) / 2:
        return ""
    sample = set(letters)
    if sample & set("\u05d0\u05d1\u05d5\u05d9"):
        return "he"
    if sum(c in "ێۆڕڵەڤ" for c in letters) > len(letters) / 100:
        return "ckb"
    if sum(c in "ٹڈڑںےھ" for c in letters) > len(letters) / 50:
        return "ur"
    if sum(c in "پچژگ" for c in letters) > len(letters) / 200:
        return "fa"
    # Papers in Arabic that are made in Iran have these two forms as well.
    return "fa" if sum(c in "یک" for c in letters) > 5 * len(_ARABIC_ALONE.findall(text)) else "ar"


@lru_cache(maxsize=1024)
def direction(language: str) -> str:
    """rtl or ltr, by language tag (BCP 47); where it names a script, by that."""
    first, *others = language.lower().split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")
    return "rtl" if (script in _RTL_OF_TAGS if script else first in _RTL_LANGUAGES) else "ltr"
