"""Who wrote and who photographed: bylines, captions and credits. Pure: one line or paragraph → what it says, or None.

A caption may be a whole sentence with a date in it; what gives it away is the credit at its end, or a label before it.
"""

import re
from dataclasses import dataclass

from generator.ingest import sentences
from generator.ingest.phrases import press, wires
from generator.model import Image
from generator.text import fold, key, squeeze, titlecase

# ── Bylines ──────────────────────────────────────────────────────────────────────────────────────────────────────

_LONGEST_BYLINE = 140
_BYLINE = re.compile(rf"{press.BYLINE_LABELS}\s?[:：/-]?\s(.+)", re.I)
_LABELLED = re.compile(rf"{press.BYLINE_LABELS}\s?[:：]\s?(.+)", re.I)
ADDRESS = re.compile(r"[(<\[]?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}[)>\]]?|(?<=\s)@\w{2,40}|\[email[^\]]{0,20}\]")
_AND = re.compile(r"\s?(?:,\s?and|,\s?und|\band\b|\bund\b|&|\bet\b|\by\b| و )\s", re.I)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'-])*")
_PARTICLES = frozenset(
    ["de", "da", "do", "del", "della", "der", "den", "di", "du", "van", "von", "bin", "bint", "ibn", "al", "el", "la",
     "le", "ten", "ter", "zu", "zur", "y", "und", "abu"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Byline:
    authors: tuple[str, ...]
    agency: str = ""


def byline(line: str) -> Byline | None:
    """ "By X and Y, Reuters", "Von Vera Vaubel", "بقلم: …"; without titles and addresses. Staff has no authors."""
    if len(line) > _LONGEST_BYLINE or not (match := _BYLINE.fullmatch(line)):
        return None
    labelled = _LABELLED.fullmatch(line) is not None
    text = squeeze(ADDRESS.sub(" ", match[1])).rstrip(" ,;.-–|")
    if key(text) in wires.AGENCIES:
        return Byline((), text)
    people, *behind = re.split(r"\s[|•·–—-]\s", text)  # behind a stroke stands the outlet
    names = [name for part in _AND.split(people) for name in re.split(r"\s?[,/]\s", part) if name]
    agency = next((name for name in (*names, *behind) if key(name) in wires.AGENCIES), "")
    if names and _staff(names[0]):
        return Byline((), agency)
    authors = _authors(names, labelled)
    return Byline(authors, agency) if authors else None


def _staff(name: str) -> bool:
    words = fold(name).split()
    return len(words) <= 5 and not press.STAFF.isdisjoint(words) and all(word.isalpha() for word in words)


def _authors(names: list[str], labelled: bool) -> tuple[str, ...]:
    """The persons, up to the first part that is none: a title, an outlet. None at all where the first is none."""
    found: list[str] = []
    for name in names:
        if key(name) in wires.AGENCIES or not _person(name, labelled):
            break
        found.append(titlecase(name))
    return tuple(dict.fromkeys(found))


def _person(name: str, labelled: bool) -> bool:
    """Two to five words that name somebody; after a label with a colon one will do, in any script."""
    words = name.split()
    if not (1 if labelled else 2) <= len(words) <= 5 or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    if any(fold(word).strip(".") in press.NOT_A_PERSON or fold(word) in press.STAFF for word in words):
        return False
    cased = name.upper() != name.lower()
    return all(word[0].isupper() or (i and word in _PARTICLES) for i, word in enumerate(words)) if cased else labelled


# ── Captions ─────────────────────────────────────────────────────────────────────────────────────────────────────

_LONGEST_CAPTION = 500
_TRAILING = re.compile(r"\s?[(\[]([^()\[\]]{2,90})[)\]]\s?\.?")
_PHOTO_LABEL = re.compile(rf"{press.PHOTO_LABELS}\s?(?:[:：]|(?<= by)\s|(?<= courtesy)\s|(?<=از)\s)\s?(.+)", re.I)
_COPYRIGHT_TAIL = re.compile(r"\s©\s?([^.!?©]{2,60})\.?")
_AGENCY_TAIL = re.compile(r"(?<=[.!?])\s([^.!?()]{2,30}/[^.!?()/]{2,40})\.?")
_COPYRIGHT = re.compile(r"©\s?([^.!?]{2,80})")
_CREDIT = re.compile(rf"\b{press.CREDIT_WORDS}\b", re.I)


def caption(paragraph: str, above_dateline: bool = False) -> Image | None:
    """The picture that a paragraph speaks of: its caption without the credit, and the credit.

    `above_dateline`: a dateline follows below. Then a name in parentheses that is on no list is believed too.
    """
    if not 4 < len(paragraph) <= _LONGEST_CAPTION:
        return None
    bare = paragraph[1:-1] if paragraph[0] + paragraph[-1] in {"()", "[]"} else paragraph
    if match := _PHOTO_LABEL.fullmatch(bare):
        return _labelled(match[1].strip())
    if match := _COPYRIGHT.fullmatch(paragraph):
        return Image(credit=match[1].strip()) if _is_credit(match[1]) else None
    text, credit = _trailing(paragraph)
    if not credit or not text:
        return None
    signed = "©" in paragraph[len(text) :]
    believed = signed or (above_dateline and sentences.ends(text) and not credit.islower() and len(credit) <= 60)
    return Image(caption=text, credit=credit) if believed or _is_credit(credit) else None


def _trailing(paragraph: str) -> tuple[str, str]:
    """The text before a closing credit, and the credit: in parentheses, or as "REUTERS/Jane Doe" behind a full stop."""
    start = max(paragraph.rfind("("), paragraph.rfind("["))
    if start > 0 and (match := _TRAILING.fullmatch(paragraph, start)):
        return paragraph[:start].rstrip(), match[1].strip()
    sign = paragraph.rfind(" ©")
    if sign > 0 and (match := _COPYRIGHT_TAIL.fullmatch(paragraph, sign)):
        return paragraph[:sign], match[1].strip()
    for tail in _AGENCY_TAIL.finditer(paragraph, max(len(paragraph) - 80, 0)):
        if tail.end() == len(paragraph) and _is_credit(tail[1]):
            return paragraph[: tail.start()], tail[1].strip()
    return "", ""


def _labelled(rest: str) -> Image:
    """After "Photo:": a credit, unless it is long or a sentence, which is a caption with or without one."""
    text, credit = _trailing(rest)
    if credit and _is_credit(credit):
        return Image(caption=text, credit=credit)
    if len(rest) <= 80 and not sentences.ends(rest):
        return Image(credit=rest)
    return Image(caption=rest)


def _is_credit(text: str) -> bool:
    """An agency, alone or after a name ("AP Photo/Jane Doe", "Jane Doe / Reuters"), or the words of a credit."""
    if text.islower() and " " not in text:
        return False
    parts = [part for part in re.split(r"[/|,–—:]|\s-\s|\bvia\b", text) if part.strip()]
    if any(key(part) in wires.AGENCIES for part in parts):
        return True
    return _CREDIT.search(text) is not None and len(text.split()) <= 10 and not sentences.ends(text)
