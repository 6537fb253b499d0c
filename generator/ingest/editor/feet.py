"""Lines below a story that are none of it: where its writers are found, what it is filed under, who sent it out. Pure.

Follow @norafield on Twitter        Nora Field on Twitter: @norafield
Categories: News, Local             SOURCE Harbour Lines, Inc.

For whole lines at the foot only, and names in them begin with capitals: "Categories: best film, best song" stays.
"""

import re

from generator.ingest.editor.phrases import press
from generator.text import fold, key

FOUND = "where its writers are found"
FILED = "what a page files it under"
SENT = "who sent it out"
_LONGEST = 120
_MOST_WORDS = 9
_SHORT_NAME = 4
_HANDLES = r"@\w{2,40}(?:(?:,| and|, and| &) @\w{2,40}){0,3}"
_FOLLOW = re.compile(
    rf"(?:(?:You can )?[Ff]ollow {_HANDLES}(?: on {press.NETWORKS})?"
    rf"|(?:You can )?[Ff]ollow \S.{{1,50}}? on {press.NETWORKS}:?(?: at)? {_HANDLES}"
    rf"|(?:\S.{{1,50}}? on )?{press.NETWORKS}: {_HANDLES})\.?"
)
_COMMA = re.compile(r"\s?[,;|]\s?")
_JOINING = frozenset("of and & the for de".split())
_SOURCE = "SOURCE "


def rule(line: str) -> str:
    """The rule that a line falls under; "" = it may be the story's."""
    if len(line) > _LONGEST:
        return ""
    if "@" in line and _FOLLOW.fullmatch(line):
        return FOUND
    if line.startswith(_SOURCE):
        return SENT if not line.isupper() and _sender(line.removeprefix(_SOURCE)) else ""
    label, colon, names = line.partition(":")
    if not colon or len(label) > 20 or key(label) not in press.CATEGORY_LABELS:
        return ""
    return FILED if all(map(_named, _COMMA.split(names.strip()))) else ""


def _sender(text: str) -> bool:
    """ "Harbour Lines", "Harbour & River Lines of Linden, Inc.": a short name, or one that says what body bears it."""
    words = frozenset(word.strip(".,") for word in fold(text).split())
    if not _named(text) or not words.isdisjoint(press.OF_SENTENCES):
        return False
    return len(text.split()) <= _SHORT_NAME or "," in text or not words.isdisjoint(press.BODIES)


def _named(text: str) -> bool:
    """A few words with capitals; small ones only between them."""
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word in _JOINING for word in words)
