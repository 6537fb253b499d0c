"""Captions and credits of pictures that were not captured. Pure: one paragraph → the picture it speaks of, or None.

    Photo: Nora Field / AP          The quay at dawn. (Foto: Jan Sommer/dpa)        © Gull Pictures
    FILE PHOTO: The quay at dawn. REUTERS/Nora Field                                عکس: رضا نوری

A caption may be two whole sentences with a date in them; what gives it away is the credit at its end, or a label before
it. `sure` knows the forms that no sentence of a story has: a label for pictures with a name behind it, the sign ©, the
name of a house that sells pictures. They are believed anywhere. `likely` knows more, for the place above a story: there
a closing "(Reuters)" is a credit too, which anywhere else may be a source or an abbreviation.
"""

import re
from collections.abc import Iterator

from generator.ingest.editor import credits, sentences
from generator.ingest.editor.phrases import beginnings, press
from generator.model import Image
from generator.text import fold, holds, key

_LONGEST = 500
_LONGEST_CAPTION = 400
_LABELLED = re.compile(rf"(?:{press.PHOTO_LABELS})(?:\s?\([^()]{{1,12}}\))?\s?[:：]\s?(.+)", re.I)
_BY = re.compile(rf"(?:{press.PHOTO_BY})\s?[:：]?\s(.+)", re.I)
_CAPTIONED = re.compile(rf"({press.CAPTION_LABELS})(?:\s?[:：]\s?|\s[–—-]\s)(.+)", re.I)
_WEAK_LABELS = frozenset(["file", "image", "picture", "photo", "above", "bild", "pictured"])
_INNER = re.compile(
    rf"(?:{press.PHOTO_LABELS})\s?[:：]\s?.*|(?:{press.PHOTO_BY})\s.*|(?:\S+ ){{0,2}}Photo/.*|Symbol(?:bild|foto)", re.I
)
# (One class first, and the letters behind it, so that the engine skips to where a label may begin.)
_INITIALS = re.escape("".join(sorted(beginnings(1, press.PHOTO_LABELS, press.PHOTO_BY))))
_BEHIND = re.compile(
    rf"[\s.!?…)\]\"”“»|/–-](?=[{_INITIALS}])((?:{press.PHOTO_LABELS})\s?[:：]\s?|(?:{press.PHOTO_BY})\s)"
)
_CLOSERS = frozenset(')]|/–-"”“»')
_QUOTES = frozenset("\"“„«‘'")
_SPOKEN = re.compile(rf"[,.!?]?[\"”“»’],?\s(?:\S+\s){{0,3}}?(?:{press.SAYS})")
_NO_CAPTIONS = press.ENLARGE | press.PHOTO_ALONE
_BRACKETS = re.compile(r"\s?[(\[]([^()\[\]]{2,90})[)\]]\s?\.?")
_NESTED = re.compile(r"\s?\(([^()]{2,70}(?:\([^()]{1,25}\)[^()]{0,30}){1,2})\)\.?")
_AGENCY_TAIL = re.compile(r"(?<=[.!?])\s([^.!?()]{2,30}/[^.!?()/]{2,40})\.?")
# What each form has at its beginning or near its end, so that most paragraphs cost one look.
_OPENS = frozenset(map(str.lower, beginnings(3, press.PHOTO_LABELS, press.PHOTO_BY, press.CAPTION_LABELS)))
_FIRST = (":", "：", " by ", " BY ", "ourtesy", "von ", " de ", "از ", "بعدسة", "FILE")
_LAST_BY = ("oto by ", "otos by ", "aph by ", "ure by ", "mage by ")
_LAST_VON = ("oto von ", "ild von ")
_HEAD, _TAIL = 40, 120


def sure(paragraph: str) -> Image | None:
    """The picture of a paragraph that can be nothing else, wherever it stands."""
    if not 4 < len(paragraph) <= _LONGEST:
        return None
    bare = _unbracketed(paragraph) if paragraph[0] in "([" else paragraph
    if bare[0] == "©":
        return _signed(bare[1:])
    image = None
    if _may_open(bare[:3]) and holds(bare[:_HEAD], _FIRST):
        image = _labelled(bare)
    if not image and _may_close(bare[-_TAIL:]):
        image = _credited_behind(bare)
    if not image and paragraph[-1] in ")]." and (")" in paragraph[-3:] or "]" in paragraph[-3:]):
        image = _bracketed(paragraph)
    if image or "©" in bare:
        return image or _with_sign(paragraph)
    return _alone(bare) if len(bare) <= credits.LONGEST else None


def _may_open(letters: str) -> bool:
    """They are the first three of a label; of other scripts, where case may fold in other ways, nothing is said."""
    return letters.lower() in _OPENS or not letters.isascii()


def _may_close(tail: str) -> bool:
    if ":" in tail or "ourtesy of " in tail:
        return True
    return (" by " in tail and holds(tail, _LAST_BY)) or (" von " in tail and holds(tail, _LAST_VON))


def likely(paragraph: str, above_dateline: bool = False) -> Image | None:
    """The picture of a paragraph that stands above a story.

    `above_dateline`: a dateline follows below. Then a name in parentheses that is on no list is believed too.
    """
    if not 4 < len(paragraph) <= _LONGEST:
        return None
    if image := sure(paragraph):
        return image
    text, credit = _closing(paragraph)
    if not text or not credit or (text[0] in _QUOTES and _SPOKEN.search(text)):
        return None
    believed = above_dateline and sentences.ends(text) and not credit.islower() and len(credit) <= 60
    return _pictured(text, credit) if believed or credits.is_credit(credit) else None


# ── The forms, one by one ────────────────────────────────────────────────────────────────────────────────────────


def _unbracketed(paragraph: str) -> str:
    """ "(Photo: Nora Field)" without its parentheses."""
    whole = paragraph.rstrip(".")
    inner = whole[1:-1] if whole[0] + whole[-1] in {"()", "[]"} else ""
    return inner if len(inner) > 3 and "(" not in inner and "[" not in inner else paragraph


def _signed(name: str) -> Image | None:
    """Behind ©: a credit, unless it is the line in which a site claims its rights."""
    name = _unlabelled(name.strip())
    return Image(credit=name) if credits.names(name) and not credits.rights(name) else None


def _alone(line: str) -> Image | None:
    return Image(credit=line) if credits.house(line) else None


def _unlabelled(credit: str) -> str:
    """ "Foto: © Jan Sommer" → "Jan Sommer"."""
    match = _LABELLED.fullmatch(credit)
    return (match[1] if match else credit).strip(" ©")


def _labelled(bare: str) -> Image | None:
    """ "Photo: …", "Photo by …", "FILE PHOTO: …"."""
    match = _LABELLED.fullmatch(bare) or _BY.fullmatch(bare)
    if match and credits.names(credit := match[1].strip(" ©")):
        return Image(credit=credit)
    if label := _CAPTIONED.fullmatch(bare):
        return _captioned(label[1], label[2])
    return None


def _captioned(label: str, rest: str) -> Image | None:
    """A label before a caption. The weak ones are words of stories too, so that a credit must close what follows."""
    text, credit = _closing(rest)
    if text and (credits.is_credit(credit) or _INNER.fullmatch(credit)):
        return Image(caption=text, credit=_unlabelled(credit))
    if fold(label) in _WEAK_LABELS:
        return None
    return Image(credit=rest) if credits.names(rest) and not sentences.ends(rest) else Image(caption=rest)


def _credited_behind(text: str) -> Image | None:
    """ "The quay at dawn. Photo: Nora Field/Anadolu via Getty Images"."""
    for stop, match in _labels_behind(text):
        credit, before = text[match.end() :].strip(" ©"), text[:stop].rstrip(" |/–-")
        if not match[1][0].isupper() or not before or _spoken(text, match.start(1)):
            continue
        if not credits.names(credit) and not credits.is_credit(credit):
            continue
        if sentences.ends(before) or text[stop - 1] in _CLOSERS or credits.sold(credit):
            return Image(caption=before, credit=credit)
    return None


def _labels_behind(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The labels near the end of a text, each with the place where the text before it ends: behind the sign that closes
    that, or before a blank."""
    start = max(len(text) - _TAIL, 1)
    for match in _BEHIND.finditer(text, start - (not text[start - 1].isspace())):
        yield match.start() + (not match[0][0].isspace()), match


def _spoken(text: str, label: int) -> bool:
    """A quotation begins right before the label."""
    return text[label - 1] in _QUOTES and text[label - 2 : label - 1] in ("", " ")


def _bracketed(paragraph: str) -> Image | None:
    """A label in the parentheses that close a paragraph."""
    text, credit = _in_brackets(paragraph)
    if not text or len(text) > _LONGEST_CAPTION or not _INNER.fullmatch(credit):
        return None
    return _pictured(text, credit.rstrip("."))


def _with_sign(paragraph: str) -> Image | None:
    """ "The quay at dawn. © Gull Pictures", "The quay at dawn | © Nora Field"."""
    text, _, credit = paragraph.rpartition("©")
    text, credit = text.rstrip(" |([•·–—-/"), _unlabelled(_closed(credit.strip(" .")))
    if (
        len(text) < 3
        or "©" in text
        or not credits.names(credit)
        or text[-len("copyright") :].lower() == "copyright"
        or credits.rights(credit)
    ):
        return None
    return _pictured(text, credit)


def _closed(credit: str) -> str:
    """Without a bracket that was opened before it."""
    return credit if "(" in credit or "[" in credit else credit.rstrip(")] ")


def _pictured(text: str, credit: str) -> Image:
    """Caption and credit without their labels, and without a caption that is a button or label only."""
    label = _CAPTIONED.fullmatch(text)
    caption = label[2] if label else text
    empty = key(caption) in _NO_CAPTIONS or (caption.endswith(":") and " " not in caption)
    return Image(caption="" if empty else caption, credit=_unlabelled(credit) or credit)


# ── What closes a caption ────────────────────────────────────────────────────────────────────────────────────────


def _closing(paragraph: str) -> tuple[str, str]:
    """The text before a closing credit, and the credit: in parentheses, or "REUTERS/Nora Field" behind a full stop."""
    if paragraph[-1] in ")]." and (found := _in_brackets(paragraph))[1]:
        return found
    start = max(len(paragraph) - 80, 0)
    for tail in _AGENCY_TAIL.finditer(paragraph, start) if "/" in paragraph[start:] else ():
        if tail.end() == len(paragraph) and credits.is_credit(tail[1]):
            return paragraph[: tail.start()], tail[1].strip()
    return "", ""


def _in_brackets(paragraph: str) -> tuple[str, str]:
    """The same in parentheses, which may hold another pair."""
    start = max(paragraph.rfind("("), paragraph.rfind("["))
    if start > 0 and paragraph[start - 1] == "]":
        return "", ""  # a link or picture in Markdown
    if start > 0 and (match := _BRACKETS.fullmatch(paragraph, start)):
        return paragraph[:start].rstrip(), match[1].strip()
    outer = paragraph.rfind("(", 0, max(start, 0))
    if outer > 0 and (match := _NESTED.fullmatch(paragraph, outer)):
        return paragraph[:outer].rstrip(), match[1].strip()
    return "", ""
