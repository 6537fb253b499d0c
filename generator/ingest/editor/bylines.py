"""Who wrote it: the line above a story that names its writers. Pure: str → Byline, or None.

    By NORA FIELD and TOM O'DEA        Von Vera Winter am 21. April 2020        بقلم: سلمى النجار
    By CNN's Nora Field                Nora Field | Reuters                     عمر إبراهيم – عين اليوم

"By" is a word of stories too, so that a person must stand behind it (see `persons`). Whatever stands behind the
persons (a title, an outlet, a place, a date) is read as far as it is understood and costs nobody his byline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.ingest.editor import evidence
from generator.ingest.editor.persons import known, listed, names_alone, persons, wire, wire_in, wire_of_title
from generator.ingest.editor.phrases import press
from generator.model import Date
from generator.text import fold, key, squeeze

_LONGEST = 200
_WRITTEN = "Written"  # of a book and a song too
_LABELLED = re.compile(rf"({press.BYLINE_LABELS})(?:\s?([:：/–-])\s?|\s)(.+)", re.I)
ADDRESS = re.compile(
    r"[(<\[]?(?:mailto:)?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}[)>\]]?|(?:(?<=\s)|\()@\w{2,40}\)?|\[email[^\]]{0,20}\]"
)
_STROKE = re.compile(r"\s[|•·/–—-]\s")
_POSSESSIVE = re.compile(r"(?:for\s)?(\S.{1,30}?)['’]s\s(?=[^\W\d_a-z])")
_BEFORE_A_DATE = re.compile(r"[\s,|·•/–-]+(?:(?:am|on|vom|den|le|el)\s)?\Z", re.I)
_FOR = re.compile(r"\sfor\s(?:the\s)?(?=\S)", re.I)
_WITH = re.compile(r"(?:\s(?:with|avec|mit|con)\s|\s?\()([^()]{2,40})\)?", re.I)
_BEGINS = re.compile(press.BEGINS_A_BYLINE, re.I)
_POSTED = re.compile(r"posted by \w+", re.I)
_DASH = re.compile(r"\s?[-–—|]\s")
_FARTHEST = 60  # characters behind the persons; more is a sentence


@dataclass(frozen=True, slots=True)
class Byline:
    """Persons as they are written in running text, whom they wrote for if that is a wire, and a date behind them."""

    authors: tuple[str, ...] = ()
    agency: str = ""
    date: Date | None = None


def byline(line: str, publisher: str = "") -> Byline | None:
    """What a line says that names its writers and nothing else. A byline of the staff has no authors."""
    return (labelled(line) or _unlabelled(line, publisher)) if 4 < len(line) <= _LONGEST else None


def labelled(line: str) -> Byline | None:
    """The same for a line that begins with "By" or another label."""
    return _labelled(line) if 4 < len(line) <= _LONGEST else None


@lru_cache(maxsize=4096)  # several steps ask of each line, and the same writers sign many articles
def _labelled(line: str) -> Byline | None:
    first = line.split(None, 1)[0].rstrip(":：")
    if len(first) > 16 or fold(first) not in press.BYLINE_STARTS or not (match := _LABELLED.fullmatch(line)):
        return None
    if first == _WRITTEN and not match[2] and not names_alone(without_date(match[3])[0]):
        return None
    return _behind_label(match[3], bool(match[2])) or _posted(line)


def begins(line: str) -> bool:
    """A line that begins as a byline does, whether or not the rest is understood."""
    return _BEGINS.match(line) is not None


def names_only(line: str) -> bool:
    """Nothing but words with capitals, as names are: "Ruth Lane and Tom Dean"; or the last of them is a title."""
    words = line.split()
    if not 2 <= len(words) <= 8:
        return False
    if fold(words[-1]) in press.TITLES and words[0][0].isupper() and words[1][0].isupper():
        return True
    return all(word[0].isupper() or word in {"and", "und", "et"} for word in words)


def title(line: str) -> Byline | None:
    """The line below a byline: "Associated Press Writer", "Staff Writer"."""
    words = line.split()
    if not 1 < len(words) <= 6 or not line[0].isupper() or fold(words[-1]) not in press.TITLES:
        return None
    return Byline(agency=wire_of_title(words))


# ── Lines with a label ───────────────────────────────────────────────────────────────────────────────────────────


def _behind_label(text: str, sure: bool) -> Byline | None:
    """`sure`: a colon or a dash stands behind the label."""
    text, date = without_date(squeeze(ADDRESS.sub(" ", text)).rstrip(" ,;.-–|("))
    if agency := wire(text):
        return Byline((), agency, date)
    text, agency = _filed_for(text)
    if (agency or " " in text) and key(text) in press.PAPER_NAMES:
        return Byline((), agency, date)
    if (match := _POSSESSIVE.match(text)) and (owner := wire(match[1])):
        agency = owner
        text = text[match.end() :]
    people, *behind = _STROKE.split(text)
    if sum(map(len, behind)) > _FARTHEST:
        return None
    authors = persons(people, sure)
    parts = listed(people)
    if not authors and not (parts and _staff(parts[0])):
        return None
    return Byline(authors, agency or wire_in([*parts, *behind]), date)


def _filed_for(text: str) -> tuple[str, str]:
    """ "Claire Dumont avec AFP", "Nora Field (Reuters)" → name and wire; "Nora Field for the Mail" → the name."""
    for match in _WITH.finditer(text):
        if match.end() == len(text) and (agency := wire(match[1].strip())):
            return text[: match.start()], agency
    outlet = text[behind.end() :] if (behind := _FOR.search(text)) else ""
    if behind and outlet[0].isupper() and persons(text[: behind.start()]):
        return text[: behind.start()], wire(outlet) if len(outlet) <= _FARTHEST else ""
    return text, ""


def _posted(line: str) -> Byline | None:
    """ "Posted by admin on March 3, 2020": nobody, and a day."""
    text, date = without_date(line)
    return Byline((), "", date) if date and _POSTED.fullmatch(text) else None


def without_date(text: str) -> tuple[str, Date | None]:
    """ "Vera Winter am 21. April 2020" → "Vera Winter" and the day."""
    for start in _starts(text):
        printed = evidence.printed(text[start:])
        if printed and not printed.update:
            return _BEFORE_A_DATE.sub("", text[:start]), printed.date
    return text, None


def before_a_date(text: str) -> Iterator[str]:
    """What `without_date` may leave of a text, if a day stands behind it."""
    return (_BEFORE_A_DATE.sub("", text[:start]) for start in _starts(text))


def _starts(text: str) -> list[int]:
    """Where a date may begin: before the first digit stand a weekday, a month, "Published"."""
    digit = next((i for i, c in enumerate(text) if c.isdigit()), 0)
    return [i for i in range(3, digit + 1) if text[i - 1] in " ,/"][-4:]


def _staff(name: str) -> bool:
    words = fold(name).split()
    return len(words) <= 5 and not press.STAFF.isdisjoint(words) and all(word.isalpha() for word in words)


# ── Lines without ────────────────────────────────────────────────────────────────────────────────────────────────


def _unlabelled(line: str, publisher: str) -> Byline | None:
    """ "Nora Field, Staff Writer", "Nora Field | Reuters", "عمر إبراهيم – عين اليوم"."""
    if len(line) > 90 or line[-1] in ".:!?؟":
        return None
    if not line.isascii() and line.upper() == line.lower():
        return _uncased(line, publisher)
    people, *behind = line.split(" | ") if "|" in line else line.split(", ")
    if not 1 <= len(behind) <= 3 or not people or not people[0].isupper() or not 1 <= people.count(" ") <= 7:
        return None
    agency = wire(behind[-1], alone=True) or wire_in(behind[-1:])
    if not all(_titled(part) for part in (behind[:-1] if agency else behind[:1])):
        return None
    authors = persons(people)
    return Byline(authors, agency) if authors else None


def _titled(text: str) -> bool:
    """ "Staff Writer", "Political Correspondent"."""
    words = fold(text).split()
    return 0 < len(words) <= 5 and text[0].isupper() and words[-1] in press.TITLES


def _uncased(line: str, publisher: str) -> Byline | None:
    """A person and for whom he writes. A city stands in the same place more often, so his first name must be known."""
    if len(parts := _DASH.split(line)) != 2:
        return None
    name, outlet = parts
    ours = bool(publisher) and key(outlet) == key(publisher)
    agency = "" if ours else wire(outlet)
    return Byline((name,), agency) if (ours or agency) and known(name.split()) else None
