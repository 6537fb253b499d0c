"""The dateline: where and by whom a story was filed, printed before its first sentence. Pure: str → Dateline.

    SULAIMANI (ESTA) — The U.S. Embassy …        HAYWARD, Calif. (AP) — …        PARIS, March 3, 2020 (Reuters) - …
    Baghdad (Reuters) - …                        ANKARA/ISTANBUL – …             أربيل (رويترز) - …

The first stretch before a dash or colon is read as a whole: places, then regions and a date behind commas, and the
agency in parentheses. Whatever is left over makes it no dateline. A place stands in capitals (the style of AP and
Reuters); in title case it needs an agency, a date or a place that site.yaml names beside it, because a sentence may
begin with "Barack Obama - " too. What follows must begin like a sentence.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from generator.ingest import evidence
from generator.ingest.phrases import names, wires
from generator.text import fold, key, squeeze, titlecase

_LONGEST = 110
_SEPARATOR = re.compile(r"\s{0,2}(?:[—–―]|--{1,2})\s{0,2}|\s{0,2}-\s{1,2}|\s{1,2}-|\s?[:;]\s{1,2}")
_PARENTHESES = re.compile(r"[(（]([^()]{2,40})[)）]|/([A-Z][A-Za-z .-]{1,20})/")
_WORD = re.compile(r"[^\W\d_]+(?:[.’'-]{1,2}[^\W\d_]+){0,4}\.?")
_PARTY = re.compile(r"[DRIL](?:em|ep|ab)?\.?\s?[-–/].{1,10}")
_AGENCY_LIKE = re.compile(rf"(?i:.*{wires.AGENCY_WORDS}\b.*)|[A-Z][A-Z0-9./-]{{1,11}}|[A-Z][a-z]+(?:[A-Z][a-z]*)+")
_PARTICLES = frozenset(
    ["de", "del", "la", "las", "los", "le", "el", "al", "au", "aux", "of", "the", "da", "do", "das", "dos", "di",
     "du", "sur", "am", "an", "der", "den", "van"]
)  # fmt: skip
_TRAILING_DATE = re.compile(
    rf"(\D{{3,60}}?),?\s((?:{evidence.MONTH_NAMES})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{evidence.MONTH_NAMES})\.?)", re.I
)
_INNER_DASH = re.compile(r"\s?[-–—]\s?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline and the paragraph without it.

    places  in title case            agency  as written            date  as printed, with or without a year
    text    as written, its dash and blanks included               rest  the paragraph that follows it
    """

    places: tuple[str, ...]
    agency: str
    date: str
    text: str
    rest: str


def split(paragraph: str, known: Container[str] = frozenset()) -> Dateline | None:
    """The dateline that a paragraph begins with. `known`: places, by `text.fold`, that need no other sign."""
    head = paragraph[:_LONGEST]
    # The longest stretch first: in "الرياض – واس: …" the agency stands behind a dash of its own.
    for separator in reversed(list(_SEPARATOR.finditer(head))[:4]):
        rest = paragraph[separator.end() :]
        before = head[: separator.start()].strip()
        if before and _begins(rest) and (found := _read(before, known)):
            places, agency, date = found
            return Dateline(places, agency, date, paragraph[: separator.end()], rest)
    return None


def _begins(rest: str) -> bool:
    """A sentence begins here: with a capital, a digit, or a letter of a script without capitals."""
    first = rest.lstrip("\"'“”‘’„«»([¿¡ ")[:1]
    return bool(first) and (first.isdigit() or (first.isalpha() and not first.islower()))


def _read(before: str, known: Container[str]) -> tuple[tuple[str, ...], str, str] | None:
    """Places, agency and date of what stands before the dash; None where anything else is in it."""
    left, agency = _without_agency(before)
    if agency is None or (left and not _agency_for(agency, left)):
        return None
    if not left:
        return ((), agency, "") if key(agency) in wires.AGENCIES else None
    first, *behind = (piece.strip() for piece in left.split(","))
    first, date = _without_date(first)
    regions, late = _regions_and_date(behind)
    cities = [city.strip() for city in first.split("/")]
    if (date and late) or not all(map(_region, regions)) or not all(map(_place, cities)):
        return None
    sure = bool(agency or date or late) or all(fold(city) in known for city in cities)
    if not all(_stands_alone(city, bool(regions)) or sure for city in cities):
        return None
    return tuple(titlecase(city) for city in cities), agency, date or late


def _without_agency(before: str) -> tuple[str, str | None]:
    """The agency in parentheses, or behind a dash in scripts without capitals; None where there are two."""
    found = _PARENTHESES.findall(before)
    if len(found) > 1 or (before.count("(") != before.count(")")):
        return before, None
    if found:
        return squeeze(_PARENTHESES.sub(" ", before)).strip(" ,.").replace(" ,", ","), "".join(found[0]).strip()
    city, *agency = _INNER_DASH.split(before)
    if len(agency) == 1 and key(agency[0]) in wires.AGENCIES and not _cased(before):
        return city, agency[0]
    return before, ""


def _agency_for(agency: str, left: str) -> bool:
    """Who files, not whose party it is, nor the short form of the name before it: "World Health Organization (WHO)"."""
    if not agency or key(agency) in wires.AGENCIES:
        return True
    initials = "".join(word[0] for word in left.split() if word[0].isupper())
    if _PARTY.fullmatch(agency) or agency.replace(".", "") == initials or fold(agency) in names.NOT_ALONE:
        return False
    if any(c.isdigit() for c in agency):
        return False
    city = left.partition(",")[0]
    if city == city.upper() and len(agency.split()) <= 5:
        return not agency[0].islower()
    return _AGENCY_LIKE.fullmatch(agency) is not None


def _without_date(place: str) -> tuple[str, str]:
    """ "LONDON March 3" → "LONDON", "March 3"."""
    match = _TRAILING_DATE.fullmatch(place)
    return (match[1], match[2]) if match else (place, "")


def _regions_and_date(pieces: Sequence[str]) -> tuple[list[str], str]:
    """ "Calif.", "March 3", "2020" → ["Calif."], "March 3, 2020"."""
    for i in range(len(pieces)):
        date = ", ".join(pieces[i:])
        if evidence.printed(date) or evidence.without_year(date):
            return list(pieces[:i]), date
    return list(pieces), ""


def _place(city: str) -> bool:
    """Up to four words that may name a place: all in capitals, all capitalised, or in a script without capitals."""
    words = city.split()
    if not 1 <= len(words) <= 4 or not all(_WORD.fullmatch(word) for word in words):
        return False
    if _stop(words[0]) or city in {"NEW", "New"}:
        return False
    return city == city.upper() or all(word[0].isupper() or word in _PARTICLES for word in words)


def _stop(word: str) -> bool:
    name = fold(word).strip(".")
    return name in wires.NO_CITY or name in wires.WEEKDAYS or name in wires.MONTHS


def _stands_alone(city: str, region: bool) -> bool:
    """Without agency, date or place list: capitals only, and few words, or it may be a headline."""
    return _cased(city) and city == city.upper() and sum(map(str.isalpha, city)) > 2 and len(city.split()) <= 3 + region


def _region(text: str) -> bool:
    """Calif., D.C., United Arab Emirates, IRAQ."""
    words = text.split()
    return 1 <= len(words) <= 4 and all(
        _WORD.fullmatch(w) and (not w.islower() or w in _PARTICLES or not _cased(w)) for w in words
    )


def _cased(text: str) -> bool:
    return text.upper() != text.lower()
