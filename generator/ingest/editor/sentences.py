"""Where a sentence ends, and whether a line is one: str → bool or str. Pure.

Enough for headlines, paragraphs and captions; no grammar. Works for scripts without capitals too.
"""

import re

from generator.ingest.editor.phrases.names import ABBREVIATIONS
from generator.text import excerpt, fold

_CLOSERS = "\"'”’»›)]*“"
_TERMINALS = ".!?…؟۔。！？"
_END = re.compile(rf"[{re.escape(_TERMINALS)}]+[{re.escape(_CLOSERS)}]*(?=\s)")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]")
_LONG = 140
_SHORTEST = 15
_HEADLINE = 200


def ends(text: str) -> bool:
    """A sentence ends where this line ends: "…, said Sen." does not, nor does "John F."."""
    bare = text.rstrip(_CLOSERS + " ")
    if not bare or bare[-1] not in _TERMINALS:
        return False
    return bare[-1] != "." or not _abbreviated(bare[:-1])


def story_like(text: str) -> bool:
    """A line of running text: a sentence of some length, or so long that it can be nothing else."""
    return len(text) >= _LONG or (len(text) >= 60 and ends(text))


def headline_like(text: str) -> bool:
    """A line that can be a headline: not too long, with a letter in it, and no full stop after a whole sentence."""
    if not 2 <= len(text) <= _HEADLINE or not any(c.isalpha() for c in text):
        return False
    return text[-1] not in ",;:،؛" and not (ends(text) and text.rstrip(_CLOSERS + " ")[-1] in ".۔。" and len(text) > 30)


def first(text: str, limit: int = 100) -> str:
    """The first sentence, at most `limit` characters and cut at a word's end; a very short one takes the next along."""
    start = text[: 4 * limit]
    for match in _END.finditer(start):
        stop = match.end()
        if (
            stop >= _SHORTEST
            and not (match.group()[0] == "." and _abbreviated(start[: match.start()]))
            and _begins(start[stop:])
        ):
            return excerpt(start[:stop].rstrip(" ."), limit)
    return excerpt(text.rstrip(" .") or text if len(text) <= limit else start, limit)


def _abbreviated(before: str) -> bool:
    """The full stop after this belongs to a word: "Sen", "U.S", an initial."""
    word = re.split(r"[\s(\[\"“]", before[-40:])[-1]
    return fold(word) in ABBREVIATIONS or _DOTTED.fullmatch(word) is not None


def _begins(after: str) -> bool:
    """A sentence can begin here: with anything but a small letter."""
    rest = after.lstrip(" \"'“”‘’«»([-–—")
    return not rest or not rest[0].islower()
