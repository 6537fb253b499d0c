"""The language of a text, by its script and then by its little words: str → Told. Pure.

Script first: it costs next to nothing, and for Greek, Thai or Korean it is all there is to know. Where languages share
a script, the letters that only one of them has decide (Sorani, Urdu), or the commonest words of each, counted
(`phrases.languages`). A language is claimed only where it has enough of them, and clearly more than the next one: a
text of few words, of names and figures, or in a language that no row knows, has none. A wrong claim turns the page
around and leads voices that read aloud astray; no claim leaves the article in the language of its site.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.editor.ballot import Ballot
from generator.ingest.editor.phrases import languages

SAMPLE = 1000  # characters: some 160 words; more of them tell no more
_BEGINNING = 150
_FEWEST = 5  # words
_LETTERS = 10  # where words are not parted by blanks
_SHARE = 0.6  # of all letters: the script of a text
_HITS = 3
_LEAST = 0.1  # of all words, where `languages.LEAST` says nothing else
_OWN = 2  # words of the first language that the second lacks


@dataclass(frozen=True, slots=True)
class Told:
    """A language (a BCP 47 tag) and what told it: "script" or "words". Both are "" where nothing does."""

    language: str = ""
    rule: str = ""


_NOTHING = Told()

# Where each script begins in Unicode, up to the next row: a language that has it for itself, or a name in capitals.
_BEGINS = (
    (0x0000, "LATIN"), (0x0250, ""), (0x0370, "el"), (0x0400, "CYRILLIC"), (0x0530, "hy"), (0x0590, "HEBREW"),
    (0x0600, "ARABIC"), (0x0700, ""), (0x0750, "ARABIC"), (0x0780, "dv"), (0x07C0, ""), (0x08A0, "ARABIC"),
    (0x0900, "DEVANAGARI"), (0x0980, "bn"), (0x0A00, "pa"), (0x0A80, "gu"), (0x0B00, "or"), (0x0B80, "ta"),
    (0x0C00, "te"), (0x0C80, "kn"), (0x0D00, "ml"), (0x0D80, "si"), (0x0E00, "th"), (0x0E80, "lo"), (0x0F00, "bo"),
    (0x1000, "my"), (0x10A0, "ka"), (0x1100, "ko"), (0x1200, "am"), (0x13A0, ""), (0x1780, "km"), (0x1800, ""),
    (0x1E00, "LATIN"), (0x1F00, "el"), (0x2000, ""), (0x3040, "KANA"), (0x3100, ""), (0x3400, "HAN"), (0xA000, ""),
    (0xAC00, "ko"), (0xD7B0, ""), (0xFB50, "ARABIC"), (0xFE00, ""), (0xFE70, "ARABIC"), (0xFF00, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _BEGINS]
_SCRIPTS = [script for _, script in _BEGINS]
# Upper bytes of letters that two scripts share, or a script and punctuation.
_SHARED = frozenset([3, 5, 7, 8, 9, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x10, 0x13, 0x30, 0xD7, 0xFB, 0xFE])
_NO_LETTERS = bytes(byte for byte in range(256) if not chr(byte).isalpha())
_UNSPACED = {"KANA": "ja", "HAN": "zh", "th": "th", "lo": "lo", "my": "my", "km": "km", "bo": "bo"}
_ALIASES = {"nb": "no", "nn": "no", "ku": "kmr", "ku-arab": "ckb", "iw": "he", "fil": "tl"}
_WORDS = {
    "LATIN": Ballot(languages.LATIN),
    "CYRILLIC": Ballot(languages.CYRILLIC),
    "DEVANAGARI": Ballot(languages.DEVANAGARI),
    "HEBREW": Ballot(languages.HEBREW),
}
_ARABIC = Ballot(languages.ARABIC)

# Letters that give a language away, and how many of a hundred characters they must be: one foreign name is not enough.
_MARKS = (
    ("ug", frozenset("ۈۇڭ"), 2),
    ("ur", frozenset("ےںٹڈڑہ"), 4),
    ("ps", frozenset("ېۍځڅښړټډګ"), 2),
    ("sd", frozenset("ٻڀٿڪڏڌڳڻڃڄ"), 2),
    ("ckb", frozenset("ێۆڕڵە"), 3),
)
# The same of Cyrillic, where a few words tell nothing: letters that one language has, of those that are told apart.
_CYRILLIC = (
    ("ru", re.compile("[ыэё]")),
    ("uk", re.compile("[іїєґ]")),
    ("be", re.compile("ў")),
    ("bg", re.compile("(?<=[бвгджзйклмнпрстфхцчшщ])ъ(?=[бвгджзйклмнпрстфхцчшщ])")),
    ("sr", re.compile("[ђјљњћџ]")),
    ("mk", re.compile("[ѓќѕ]")),
)
_BOTH = {("be", "ru"), ("be", "uk"), ("mk", "sr")}  # the first has letters of the second too
_OTHER_CYRILLIC = re.compile("[\u0460-\u048f\u0492-\u052fѐѝ]")  # of Kazakh, Tatar, Ossetian …
_SENTENCES = 8  # words
_PERSIAN = frozenset("پچژگ")
_ARTICLES = (" ال", " وال", " بال", " لل")


def of(text: str) -> Told:
    """What the first `SAMPLE` characters tell."""
    sample = text[:SAMPLE]
    script, letters = _script(sample)
    words = sample.lower().split()
    if len(words) < _FEWEST and (script not in _UNSPACED or letters < _LETTERS):
        return _NOTHING
    if script == "ARABIC":
        return _arabic(sample, words)
    if script in _WORDS:
        told = _told(words, _WORDS[script])
        return _cyrillic(sample.lower(), words) if script == "CYRILLIC" and not told.language else told
    return Told(_UNSPACED.get(script, script), "script") if script else _NOTHING


def same(one: str, site: str) -> bool:
    """pt is pt-BR here, no is nb; but Serbian in Latin letters is not sr, nor Kurmanji ku-Arab."""
    site = site.lower()
    return one.lower() in (site, _ALIASES.get(site) or _ALIASES.get(site.split("-")[0], site.split("-")[0]))


# ── Script ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _script(sample: str) -> tuple[str, int]:
    """The script of most letters, "" where none has enough of them, and their number."""
    if sample.isascii():
        return "LATIN", len(sample)
    if letters := _plainly_latin(sample):
        return "LATIN", letters
    counts = _counts(sample)
    kana = counts.pop("KANA", 0)
    # Japanese is written in both; Chinese quotes a name at most. One of these letters says as much as two or three.
    counts["HAN"] = 2 * (counts.get("HAN", 0) + kana)
    script = max(counts, key=counts.__getitem__)
    if counts[script] < _SHARE * sum(counts.values()) or not counts[script]:
        return "", 0
    return "KANA" if script == "HAN" and kana > counts[script] / 20 else script, counts[script]


def _plainly_latin(sample: str) -> int:
    """The letters of Latin-1, or as many of them as it takes so that no script can outweigh them: of all that is none
    of it each sign counts for two at most. Else 0."""
    narrow = sample.encode("latin-1", "ignore")
    for beginning in (narrow[:_BEGINNING], narrow):
        letters = len(beginning.translate(None, _NO_LETTERS))
        if letters > 3 * (len(sample) - len(narrow)):
            return letters
    return 0


def _counts(sample: str) -> dict[str, int]:
    """How many letters of each script. The upper byte of a letter in UTF-16 tells it, nearly, and bytes count fast."""
    uppers = sample.encode("utf-16-be", "surrogatepass")[::2]
    counts = {"LATIN": len(sample.encode("latin-1", "ignore").translate(None, _NO_LETTERS))}
    for upper in sorted(set(uppers.translate(None, b"\0"))):
        # Of a byte that is shared, the highest letter tells: what stands lower is punctuation, or accents.
        letter = max(ord(c) for c in sample if ord(c) >> 8 == upper) if upper in _SHARED else upper << 8
        script = _SCRIPTS[bisect_right(_STARTS, letter) - 1]
        counts[script] = counts.get(script, 0) + uppers.count(upper)
    counts.pop("", None)
    return counts


# ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _told(words: Sequence[str], known: Ballot) -> Told:
    """The language with the most hits, if those are enough for it, and are not for the most part the next one's too."""
    counts = [*known.counts(words)]
    most = max(counts)
    first = known.names[(at := counts.index(most))]
    if most < max(_HITS, len(words) * languages.LEAST.get(first, _LEAST)):
        return _NOTHING
    counts[at] = -1
    more = max(counts)
    # Where the first has so many more, those that both have change nothing.
    both = known.both(words, first, known.names[counts.index(more)]) if most < 2 * more + _OWN else 0
    own, others = most - both, more - both  # words of the one that the other lacks
    return Told(first, "words") if own >= max(_OWN, 2 * others) else _NOTHING


# ── Cyrillic script, Arabic script ───────────────────────────────────────────────────────────────────────────────────


def _cyrillic(sample: str, words: Sequence[str]) -> Told:
    """By letters that only one language has, if one of its little words, at least, bears them out."""
    marks = {name: count for name, letters in _CYRILLIC if (count := len(letters.findall(sample)))}
    if len(words) < _SENTENCES or not marks or _OTHER_CYRILLIC.search(sample):
        return _NOTHING
    # A foreign name has a letter or two of another language.
    first = max(marks, key=lambda name: (any((name, other) in _BOTH for other in marks), marks[name]))
    others = sum(count for name, count in marks.items() if name != first and (first, name) not in _BOTH)
    known = _WORDS["CYRILLIC"].hits(words).get(first, 0)
    return Told(first, "script") if known and marks[first] + known >= _HITS and marks[first] > 4 * others else _NOTHING


def _arabic(sample: str, words: Sequence[str]) -> Told:
    """By letters that only one language has; Persian and Arabic, which quote each other's names, by words."""
    size, letters = len(sample) - sample.count(" "), set(sample)
    for name, marks, least in _MARKS:
        if 100 * sum(map(sample.count, letters & marks)) >= least * size:
            return Told(name, "script")
    hits = _ARABIC.hits(words)
    arabic = hits["ar"] + sum(map(sample.count, _ARTICLES))
    persian = hits["fa"] + sum(map(sample.count, letters & _PERSIAN)) / 3
    return Told("fa" if persian > arabic else "ar", "script")
