"""Text in a one-byte encoding that nothing names: bytes → str by the likeliest of those that newspapers used. Pure.

Nearly every byte is a letter in each of these encodings, so none can be proved wrong. But a language uses few of them.
Where letters above ASCII stand between plain ones, the text is Latin, and the encoding is the one in which the bytes
are letters of one language, with no signs in the middle of words and no capitals behind small letters. Where they stand
in runs, the script is another one, and the encoding is the one in which the commonest bytes are the commonest letters.
Of two that are even, the first row wins. A text that no row explains (Chinese, Thai, no text at all) is not `likely` to
be any of these.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

_SAMPLE = 20_000
WESTERN = "sloppy-windows-1252"  # what WHATWG calls windows-1252, with no byte left open


def _sloppy(encoding: str) -> codecs.CodecInfo | None:
    """The codecs of ftfy, which takes a sixth of a start to import: most runs meet no text that needs it."""
    if not encoding.startswith("sloppy"):
        return None
    found: codecs.CodecInfo | None = import_module("ftfy.bad_codecs").search_function(encoding)
    return found


codecs.register(_sloppy)

# The letters above ASCII of languages in Latin script, those of their commonest foreign words included.
_LATIN = {
    "en": "éèêëïôçñöüàâäáíóúæœãøå", "de": "äöüßéàèêç", "fr": "àâæçéèêëîïôœùûüÿñ", "es": "áéíóúñüç",
    "pt": "áâãàçéêíóôõúü", "it": "àèéìíòóùúîü", "nl": "ëïéèöüáíóúêç", "sv": "åäöéüàáè", "da": "æøåéöüäè",
    "fi": "äöåšžéü", "is": "áðéíóúýþæö", "ca": "àçèéíïòóúü", "et": "äõöüšžé", "pl": "ąćęłńóśźżéö",
    "cs": "áčďéěíňóřšťúůýžöü", "sk": "áäčďéíĺľňóôŕšťúýžöü", "hu": "áéíóöőúüű", "ro": "ăâîşţ", "hr": "čćđšž",
    "tr": "çğıöşüâîûİ", "lv": "āčēģīķļņšūž", "lt": "ąčęėįšųūž",
}  # fmt: skip
# (encoding, languages), the more believable first
_LATIN_ROWS = tuple(
    (encoding, language)
    for encoding, languages in (
        (WESTERN, "en de fr es pt it nl sv da fi is ca et"),
        ("iso-8859-15", "fr fi et"),
        ("cp1250", "pl cs sk hu ro hr"),
        ("iso-8859-2", "pl cs sk hu ro hr"),
        ("cp1254", "tr"),
        ("cp1257", "lv lt"),
        ("mac-roman", "en de fr es pt it"),
        ("cp850", "de fr es pt sv da"),
        ("cp852", "pl cs sk hu ro hr"),
    )
    for language in languages.split()
)
_BETWEEN = frozenset("’‘´–—·\xad\xa0")  # signs that stand between letters
_AROUND = _BETWEEN | frozenset("“”„‚«»‹›…•§©®™°²³¹½¼¾£€¥¡¿ªº†‡‰×÷±µ¶¬")
_MIDDLE = re.compile(rb"(?<=[A-Za-z\xc0-\xff])[\x80-\xff](?=[A-Za-z\xc0-\xff])")
_WITHIN = re.compile(rb"(?<=[a-z])[\x80-\xff]")
_RUN = re.compile(rb"[\x80-\xff]{3,}")
# The letters of ISO 8859-2 where cp1250 has ± and ¶, which touch no small letter.
_SHIFTED = re.compile(rb"(?<=[a-z])[\xb1\xb6]|[\xb1\xb6](?=[a-z])")

# The letters of other scripts, commonest first.
_OTHERS = {
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "uk": "оаниівертслкудмпязьбгйчхцжїюєшщфґ",
    "bg": "аиоетнрсвлкдпмзугбяъчщцжхшюйфь", "sr": "аиоенрсјтукдвлпмзгбшчцжњљхфђћџ",
    "ar": "اليمنوترهبدعسفةقكحجأشصطخىزذغضءثئإظؤآـ", "fa": "ايردهنومتبسشکلزگفخقعجپحطصچآضذثغژظئ",
    "el": "αοιετσνηυρκπλςμίόάέωγήδύθχφβώξζψϊϋ", "he": "יוהלאתרבמשנדעחפקגכםטזסצןךףץ",
}  # fmt: skip
_OTHER_ROWS = tuple(
    (encoding, language)
    for encoding, languages in (
        ("cp1256", "ar fa"),
        ("iso-8859-6", "ar"),
        ("cp1251", "ru uk bg sr"),
        ("koi8-r", "ru"),
        ("koi8-u", "uk"),
        ("iso-8859-5", "ru uk bg sr"),
        ("cp866", "ru"),
        ("cp1253", "el"),
        ("iso-8859-7", "el"),
        ("cp1255", "he"),
    )
    for language in languages.split()
)
_CAPITAL = 0.2
_NO_LETTER = -1.5
_LIKELY = 0.45  # of a letter, on average: Russian as Russian has 0.7, a Chinese page as anything at most 0.3
_MISSED = 0.4  # of the bytes, in Latin script
_FEW = 8


def decode(body: bytes) -> str:
    """The text, in the likeliest encoding. Never fails: a byte that the encoding leaves open becomes U+FFFD."""
    return body.decode(_best(body)[0], "replace")


def likely(body: bytes) -> bool:
    """Whether any encoding that is known here makes letters of these bytes."""
    return _best(body)[1]


def _best(body: bytes) -> tuple[str, bool]:
    """The encoding, and whether it is one: the others are worse, but that can also be because none is right."""
    sample = body[:_SAMPLE]
    high = Counter(byte for byte in sample if byte > 127)
    runs = sum(map(len, _RUN.findall(sample)))
    if runs > high.total() / 2:
        return _other(high)
    return _latin(high, sample)


def _latin(high: Counter[int], sample: bytes) -> tuple[str, bool]:
    """The row with the fewest bytes that are no letters of its language, nor signs where signs can stand, nor small
    letters behind small ones."""
    middle, within = (Counter(map(ord, found.findall(sample))) for found in (_MIDDLE, _WITHIN))
    shifted = {"cp1250": len(_SHIFTED.findall(sample))}

    def missed(row: tuple[str, str]) -> int:
        letters = _letters(*row)
        between, around = letters | _bytes(row[0], _BETWEEN), letters | _bytes(row[0], _AROUND)
        capitals = _bytes(row[0], _LATIN[row[1]].upper())
        return (
            sum(n for byte, n in high.items() if byte not in around)
            + sum(n for byte, n in middle.items() if byte not in between)
            + sum(n for byte, n in within.items() if byte in capitals)
            + shifted.get(row[0], 0)
        )

    best = min(_LATIN_ROWS, key=missed)
    return best[0], missed(best) <= max(_FEW, high.total() * _MISSED)


def _other(high: Counter[int]) -> tuple[str, bool]:
    """The row in which the commonest bytes are the commonest letters of the language."""
    scores = [sum(n * _weights(*row).get(byte, _NO_LETTER) for byte, n in high.items()) for row in _OTHER_ROWS]
    best = max(scores)
    return _OTHER_ROWS[scores.index(best)][0], best >= high.total() * _LIKELY


@cache
def _letters(encoding: str, language: str) -> frozenset[int]:
    return _bytes(encoding, _LATIN[language] + _LATIN[language].upper())


@cache
def _weights(encoding: str, language: str) -> Mapping[int, float]:
    """What a byte speaks for an encoding: 1 for the commonest letter, less for others, nothing for signs."""
    letters = _OTHERS[language]
    weights = dict.fromkeys(_bytes(encoding, _AROUND), 0.0)
    for rank, letter in enumerate(letters):
        weights |= dict.fromkeys(_bytes(encoding, letter.upper()), _CAPITAL)
        weights |= dict.fromkeys(_bytes(encoding, letter), 1 - rank / len(letters))
    return weights


@cache
def _bytes(encoding: str, letters: Iterable[str]) -> frozenset[int]:
    """The bytes of those letters that the encoding has."""
    found = (letter.encode(encoding, "ignore") for letter in letters)
    return frozenset(one[0] for one in found if len(one) == 1)
