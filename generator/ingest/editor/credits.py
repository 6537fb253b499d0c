"""What a picture's credit is, and what the line is in which a site claims its rights. Pure: str → bool or str.

Nora Field / AP        dpa        picture alliance/dpa | Jan Sommer        Nora Field via Getty Images
"""

import re

from generator.ingest.editor import sentences
from generator.ingest.editor.persons import persons, wire
from generator.ingest.editor.phrases import press
from generator.text import fold, holds, key

LONGEST = 100
_PARTS = re.compile(r"\s?[/|,–—:+]\s?|\s-\s|\svia\s|\sfor\s")
_WORDS = re.compile(rf"\b{press.CREDIT_WORDS}\b", re.I)
_ASIDE = re.compile(r"\s?[(\[][^()\[\]]{1,60}[)\]]")
_JOINING = frozenset("of the and for von und der des di de del via from at by für im in la le du y et".split())
_RIGHTS = re.compile(press.RIGHTS, re.I)
_RIGHTS_LINE = re.compile(press.RIGHTS_LINE)
_COPYRIGHT = re.compile(r"(?i:copyright)\b(?P<before>.{0,60}?)\b(?:1[89]|20)\d\d\b(?P<behind>.*)")
_CLAIMED = ("©", "(c)", "rights res", "vorbehalten")
_BEFORE_A_NAME = frozenset("by the of and all & for to".split())
_RIGHTS_WORDS = (
    "©",
    "(c)",
    "opyright",
    "rights res",
    "echte vor",
    "droits r",
    "erechos res",
    "حقوق",
    "not be published",
)


def is_credit(text: str) -> bool:
    """An agency, alone or after a name ("AP Photo/Nora Field", "Nora Field / Reuters"), or the words of a credit."""
    if text.islower() and " " not in text:
        return False
    return sold(text) or (_WORDS.search(text) is not None and len(text.split()) <= 10 and not sentences.ends(text))


def sold(text: str) -> bool:
    """An agency is a part of it, and it is no "Reuters/Gull poll"."""
    if not any(_sells(part) or _sold_by(part) for part in _PARTS.split(text) if part):
        return False
    return not any(fold(word) in press.NO_CREDIT for word in text.split())


def names(credit: str) -> bool:
    """Somebody or some house, and no sentence: names with their capitals, or a few words of a script without.

    For what stands behind a label; a line alone that is made of names may be anything.
    """
    credit = _ASIDE.sub("", credit) if "(" in credit or "[" in credit else credit
    if not 2 <= len(credit) <= LONGEST or not (credit[0].isalnum() or credit[0] == "@"):
        return False
    words = credit.split()
    if fold(credit).strip(".") in press.SMALL_CREDITS or sold(credit):
        return len(words) <= 12
    if len(words) > 9 or (sentences.ends(credit) and len(words) > 3) or credit[-1] in ":,;،؛":
        return False
    if credit.upper() == credit.lower():
        return len(words) <= 4 and not sentences.ends(credit)
    return ("/" in credit and len(words) <= 7) or all(map(_named, words))


def house(line: str) -> bool:
    """A whole line that is a credit without any label: "Nora Field / AP", "AFP via Getty Images", "Shutterstock"."""
    if len(line) > LONGEST or sentences.ends(line):
        return False
    if len(line) < 30 and key(line) in press.PICTURE_AGENCIES:
        return True
    if "/" not in line and " via " not in line and "|" not in line:
        return False
    parts = [part for part in _PARTS.split(line) if part]
    if not 2 <= len(parts) <= 4 or not any(map(_sells, parts)):
        return False
    stock = key(parts[-1]) in press.PICTURE_AGENCIES and "/" in line and len(line.split()) < 6
    return stock or all(_sells(part) or persons(part) for part in parts)


def rights(text: str) -> bool:
    """ "2020 The Harbour", "Gull Media GmbH", "All rights reserved" behind ©: no photographer."""
    return _RIGHTS.search(text) is not None


def rights_line(text: str) -> bool:
    """A whole line in which somebody claims rights: "© 2009 The Harbour", "Copyright 2009 … All rights reserved."."""
    lowered = text.lower()
    if not holds(lowered, _RIGHTS_WORDS) or tells_of_rights(text):
        return False
    return _RIGHTS_LINE.fullmatch(fold(text)) is not None


def tells_of_rights(text: str) -> bool:
    """A sentence of a story: "Copyright 2020 was the title of a play.", with no name before or behind the year."""
    match = _COPYRIGHT.match(text)
    if not match or not sentences.ends(text) or holds(text.lower(), _CLAIMED):
        return False
    before, behind = match["before"].split(), match["behind"].split(None, 1)[:1]
    return any(word.islower() and word not in _BEFORE_A_NAME for word in (*before, *behind))


def _sells(part: str) -> bool:
    return key(part) in press.PICTURE_AGENCIES or wire(part) != ""


def _sold_by(part: str) -> bool:
    """ "Mit freundlicher Genehmigung von gettyimages", "Galina Weber/123RF.com"."""
    return (
        bool(part.strip()) and key(part.rsplit(maxsplit=1)[-1].lower().removesuffix(".com")) in press.PICTURE_AGENCIES
    )


def _named(word: str) -> bool:
    return not word[0].islower() or word.lower() in _JOINING or "." in word
