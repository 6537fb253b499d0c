"""The dateline: where and by whom a story was filed, printed before its first sentence. Pure: str → Dateline.

    SULAIMANI (ESTA) — …        HAYWARD, Calif. (AP) — …        PARIS, March 3, 2020 (Reuters) - …
    Baghdad (Reuters) - …       ANKARA/ISTANBUL – …             NEW YORK, March 3, 2020 /PRNewswire/ -- …
    الرياض - واس: …             أربيل (رويترز) - …                الدوحة في 3 مارس /قنا/ …

The first stretch before a dash or colon is read as a whole, piece by piece (between commas, dashes and parentheses):
places, regions, a date, an agency. Whatever is left over makes it no dateline, and what follows must begin like a
sentence. How much must speak for it depends on its form:

    capitals and a dash             nothing else, as AP and Reuters write; where the place is on no list and nobody
                                    signs, the dateline is not `sure`, and the rest of the story is asked (filed.py)
    capitals and a colon            a city on the list, an agency or a date: before a colon a speaker may stand too
    title case                      a known agency, or region and dash; a date or an unknown agency beside a known city:
                                    a sentence may begin with "Barack Obama - " too
    capitals and a full stop        a city on the list, and a German or Nordic sentence of some length
    no dash or colon at all         capitals with a region or a known agency, or all of it in parentheses; a date, a
                                    city on the list and the initials of an agency
    a story all in capitals         an agency in parentheses, known or behind a city on the list and a date
    a script without capitals       a known city or a known agency; a name beside it is an outlet or a reporter
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.ingest.editor import filing, pieces, places, sentences
from generator.ingest.editor.filing import SMALL, End, Filing
from generator.ingest.editor.phrases import wires
from generator.ingest.editor.phrases.places import ALSO_WORDS
from generator.text import fold, key

_SHORTEST = 3
_LONGEST = 120
_LONGEST_LINE = 100
_MOST = 6  # stretches that are tried
_SHOUTED = 60
_RUNNING = 40  # characters of a line of running text
_FEWEST = 3  # blanks in a sentence
_TELLING = 2  # small words of a language in it
_QUOTES = "\"'“”‘’„«»¿¡ "
_DIGIT = re.compile(r"\d")
_FIRST_WORD = re.compile(r"\d|[^\W\d_]{1,20}")

# What may part a dateline from its story. A tatweel between blanks is a dash in Arabic, and _ was one on wires; "â",
# "â€”", "?" and dots are what others became.
# (One class first, and what may follow its letters behind it: so the engine skips from mark to mark.)
_MARK = re.compile(
    r"[-—―–‒−_ـ|:：；;؛?…\ufffdâÂ)\]/.](?:(?<=-)-{1,2}|(?<=â)€[“”\"]?|(?<=Â)[–—]|(?<=\.)\.{1,3}|(?<=/)\.|(?<=[)\]]\.)[-–—])?"
)
_WORN: dict[str, End] = {"_": "dash", "ـ": "dash", "|": "stroke"}
# "الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", "الدوحة في 3 مارس /قنا/": no dash anywhere.
_SIGNED = re.compile(
    r"(?P<city>[^\W\d_][^\d،,:/()-]{1,30}?)[،,]?\s(?:في\s)?(?P<date>\d{1,2}\s[^.:()/]{3,60}?)[،,]?\s?[-–/(]?\s?"
    rf"(?P<agency>{wires.SIGNED}|(?<=\sم\s)[^\W\d_]{{2,4}})(?!\w)\s?[)/]?[\s:.–-]{{0,3}}"
)
_BY_LIST = re.compile(wires.SIGNED)
_TWO_CALENDARS = "الموافق"  # a day of both: no sentence begins so, and a name on no list is believed behind it
# "WASHINGTON D C Senator …": the dash was lost with all punctuation.
_BLANK = re.compile(
    r"(?P<city>[^\W\d_][^\d,:()—–]{2,30}?),?\s(?P<region>D\.?\s?C\.?|[A-Z]{2}|[A-Z][a-z]{1,4}\.)\s(?=[\"“]?[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline and the paragraph without it.

    places   in title case            agency  as written            date  as printed, with or without a year
    text     as written, its dash and blanks included               rest  the paragraph that follows it
    authors  reporters who stand in it
    sure     something but its form says that it is one
    """

    places: tuple[str, ...]
    agency: str
    date: str
    text: str
    rest: str
    authors: tuple[str, ...] = ()
    sure: bool = True


def split(paragraph: str, known: Container[str] = frozenset()) -> Dateline | None:
    """The dateline that a paragraph begins with. `known`: places, by `text.fold`, that need no other sign."""
    if len(paragraph) < _SHORTEST or not _may_begin(paragraph):
        return None
    # The longest stretch first: in "الرياض – واس: …" the agency stands behind a dash of its own.
    for start, stop, end in reversed(list(islice(_stretches(paragraph[:_LONGEST]), _MOST))):
        rest = paragraph[stop:]
        if not _begins(rest):
            continue
        said = filing.read(paragraph[:start].strip(), end, known)
        if said and _goes_on(said, end, paragraph[:stop], rest):
            return _dateline(said, paragraph[:stop], rest)
    return _without_dash(paragraph)


def alone(line: str, known: Container[str] = frozenset()) -> Dateline | None:
    """The dateline that a whole line is, with nothing behind it: "WASHINGTON D C", "مكة المكرمة - خالد عبدالله"."""
    if not _SHORTEST <= len(line) <= _LONGEST_LINE or not _may_begin(line):
        return None
    if (match := _SIGNED.fullmatch(line)) and (signed := _signed(match)):
        return _dateline(signed, line, "")
    said = filing.read(line.rstrip(" :-–—"), "line", known)
    if not said and line.isupper() and (match := _BLANK.match(f"{line} A")) and match.end() > len(line):
        said = _blank(match)
    return _dateline(said, line, "") if said else None


def opens(line: str, below: str, known: Container[str] = frozenset(), *, apart: bool = True, top: bool = True) -> bool:
    """Whether a text that begins with this line begins with its dateline, and has no headline: not so for a short line
    that breaks off and stands apart from what is below it ("PARIS — What to see"), nor where only capitals speak.

    Nor for a place and nothing else ("Paris, Texas", "MINSK") at the very `top` and apart, or above a dateline.
    """
    if not apart and line.isupper() and below.isupper():
        line = f"{line} {below}"
    if found := split(line, known):
        signed = bool(found.agency or found.date) and not found.rest.isupper()
        if not signed and sentences.story_like(below) and (whole := alone(line, known)):
            signed = whole.agency != ""  # "كركوك ـ رووداو"
        return found.sure and (signed or not apart or sentences.ends(line) or len(line) > _LONGEST)
    if len(below) < _RUNNING or not (found := alone(line, known)):
        return False
    said = found.agency or found.date or found.authors
    if said or split(below, known):
        return bool(said)
    region = line.isupper() and key(line) != key(" ".join(found.places))  # "WASHINGTON D C"
    return region or not (apart and top)


def _may_begin(text: str) -> bool:
    """A cheap test that most paragraphs do not pass: one of their first three words, before any mark or number, is in
    small letters, and can be no part of a place."""
    words = text[:_LONGEST].split(" ", 3)[:3]
    if len(words[0]) > 2 and words[0].isupper():
        return True
    for word in words:
        bare = word.strip(".,،")
        if not bare.isalpha() or bare == "â":
            return True
        if bare.islower() and bare not in SMALL:
            return False
    return True


def _stretches(head: str) -> Iterator[tuple[int, int, End]]:
    """Where a stretch ends, where what follows it begins, and what stands between."""
    for match in _MARK.finditer(head, 2):
        start, stop = match.span()
        before, after = head[start - 1] == " ", head[stop : stop + 1] == " "
        if match.group() == "." and not (after and (head[start - 1] in ")]" or head[:start].isupper())):
            continue
        if end := _end(match.group(), before, after, head[start - 1], head[stop : stop + 2].strip()[:1]):
            yield (stop if end == "closed" else start), stop + after, end


def _end(mark: str, before: bool, after: bool, last: str, first: str) -> End | None:
    """What a mark parts, by the blanks before and after it, the character before, and the first behind the blank."""
    end: End
    match mark:
        case "—" | "―" | "--" | "---" | ".-" | ".–" | ".—":
            apart, end = True, "dash"
        case "-" | "–" | "‒" | "−":
            apart, end = before or after or (last in ")]." and first.isalnum()), "dash"
        case ":" | "：" | ";" | "；" | "؛":
            apart, end = after, "colon"
        case ")" | "]":
            apart, end = first.isalnum() or first in {'"', "“", "«"}, "closed"
        case "/" | "/.":
            apart, end = after, "closed"
        case ".":
            apart, end = after and not before, "stop"
        case "_" if last in ")]" or not before:
            apart, end = after or last in ")]", "worn"
        case _:
            apart, end = before and after and mark != "..", _WORN.get(mark, "worn")
    return end if apart else None


def _dateline(said: Filing, text: str, rest: str) -> Dateline:
    return Dateline(said.places, said.agency, said.date, text, rest, said.authors, said.sure)


def _begins(rest: str) -> bool:
    """A sentence begins here: with a capital ("iPhone" has one too), a digit, or a letter of a script without them."""
    first = _FIRST_WORD.match(rest, len(rest[:4]) - len(rest[:4].lstrip(_QUOTES)))
    return first is not None and not first.group().islower()


def _goes_on(said: Filing, end: End, text: str, rest: str) -> bool:
    """What follows is the story: it does not go on in capitals, as headlines do, unless it is long and an agency stands
    before it in parentheses; behind a full stop it is a sentence of some length; and it is no aside."""
    if rest[:_SHOUTED].isupper() and not (said.signed and len(rest) >= _SHOUTED and f"({said.agency})" in text):
        return False
    if end == "stop":
        return bool(said.agency) or _tells(rest)
    return end != "dash" or not _aside(said, rest)


def _tells(rest: str) -> bool:
    """A German or Nordic sentence of some length: in "PARIS. LONDON. The names …" a second name follows the first."""
    if rest.partition(". ")[0].isupper():
        return False
    if len(wires.WHERE_STOPS_STAND.intersection(fold(rest[:_LONGEST]).split())) < _TELLING:
        return False
    return sentences.story_like(rest) and sentences.first(rest).count(" ") >= _FEWEST


def _aside(said: Filing, rest: str) -> bool:
    """ "الرياض - عاصمة البلاد - تشهد …": in scripts without capitals a city and a dash may begin an aside."""
    only_city = not (said.agency or said.date or said.authors) and said.places[0].upper() == said.places[0].lower()
    return only_city and any(dash in rest[:70] for dash in (" - ", " – ", " — ", " ـ "))


def _without_dash(paragraph: str) -> Dateline | None:
    head = paragraph[:_LONGEST]
    if head[:3].isupper() and (match := _BLANK.match(head)):
        said = _blank(match)
    elif not head[0].isascii() and _DIGIT.search(head, 0, 40) and (match := _SIGNED.match(head)):
        said = _signed(match)
    else:
        return None
    rest = paragraph[match.end() :]
    return _dateline(said, match.group(), rest) if said and _begins(rest) and not rest[:_SHOUTED].isupper() else None


def _blank(match: re.Match[str]) -> Filing | None:
    city, region = match["city"], match["region"]
    if not city.isupper() or not places.known(city) or not places.region(region) or region.lower() in ALSO_WORDS:
        return None
    return Filing((places.title(city),))


def _signed(match: re.Match[str]) -> Filing | None:
    city, date = match["city"], match["date"].strip()
    if not _BY_LIST.fullmatch(match["agency"]) and _TWO_CALENDARS not in date:
        return None
    return Filing((city,), match["agency"], date) if places.named(city) and pieces.is_date(date) else None
