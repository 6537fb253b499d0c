"""What a stretch of words before a dash says of where, when and by whom a story was filed. Pure: str → Filing or None.

    "PARIS, March 3, 2020 (Reuters)" ─ pieces ─▶ PARIS | March 3, 2020 | (Reuters) ─ each is something ─▶ Filing

Every piece must be something, or the stretch is no dateline. Then what speaks for it is weighed against its form: see
the table in dateline.py. In scripts without capitals nothing but the words can speak, so there a known city or agency
must stand in it.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from generator.ingest.editor import places
from generator.ingest.editor.phrases import names, wires
from generator.ingest.editor.phrases.places import RIVERS
from generator.ingest.editor.pieces import CITY_AND_DATE, GROUP, Pieces, apart, is_date, is_wire
from generator.text import fold, key

# What stands behind the stretch: a dash; a colon; what is left of a dash that was lost on the way; a closing
# parenthesis and nothing else; a full stop; a stroke; the end of the line.
End = Literal["dash", "colon", "worn", "closed", "stop", "stroke", "line"]

_UNCASED = re.compile(r"\s?(?:[,،:/]|[-–—]{1,2}|\sـ\s)\s?")
_CITIES = re.compile(r"\s?/\s?|\s(?:and|AND|&|und|UND|et|ET)\s")
# Words in small letters that stand in places, or between them.
SMALL = places.PARTICLES | frozenset(["and", "und", "et", "&"])
_LONGEST_NAME = 30
_MOST_WORDS = 14
_QUOTES = ' «»"“”'
_AGENCY = re.compile(wires.AGENCY_WORDS)
_INITIALS = re.compile(r"[A-Z]{2,5}")
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.\Z")
_BEHIND_A_DASH = re.compile(r"[-–—]\s?[(\[]")
_PARTY = re.compile(r"[DRIL](?:em|ep|ab)?\.?\s?[-–/].{1,10}")
_OWN_NAME = re.compile(rf"(?i:.*{wires.AGENCY_WORDS}\b.*)|[A-Z][a-z]+(?:[A-Z][a-z]*)+")


@dataclass(frozen=True, slots=True)
class Filing:
    """`sure`: something but its form speaks for it. `signed`: a known agency, or a city on the list, a date and one."""

    places: tuple[str, ...]
    agency: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    sure: bool = True
    signed: bool = False


def read(stretch: str, end: End, known: Container[str] = frozenset()) -> Filing | None:
    """`known`: places, by `text.fold`, that need no other sign."""
    if stretch.upper() == stretch.lower():
        return _uncased(stretch, end, known)
    return _cased(stretch, end, known) if _plausible(stretch, end) else None


def _plausible(stretch: str, end: End) -> bool:
    """A cheap test before the dear ones: words in small letters stand in no place, only in dates and in parentheses."""
    outer, bracket, inner = stretch.partition("(")
    if outer.count(" ") > _MOST_WORDS or (end == "closed" and bracket and outer and not _signs_off(inner)):
        return False
    if end == "stroke" or any(map(str.isdigit, outer)):
        return True
    return not any(word.islower() and word.strip(",-") not in SMALL for word in outer.split())


def _signs_off(inner: str) -> bool:
    """What stands in parentheses, and nothing behind them, is an agency or a date."""
    bare = inner.rstrip(")] /")
    return is_wire(bare) or any(map(str.isdigit, bare)) or _INITIALS.fullmatch(bare) is not None


# ── With capitals ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for a dateline.

    regions   how many of its names are regions on the list      loose   names behind the city that are on no list
    known     all cities are on the list                         site    all cities are places that the archive names
    signed    a known agency                                     dated   an agency on no list, behind a known city and a
                                                                         date
    """

    pieces: Pieces
    cities: tuple[str, ...] = ()
    regions: int = 0
    loose: int = 0
    known: bool = False
    site: bool = False
    signed: bool = False
    capitals: bool = False

    @property
    def dated(self) -> bool:
        return bool((self.known or self.site) and self.pieces.date and self.pieces.agency)


def _cased(stretch: str, end: End, known: Container[str]) -> Filing | None:
    pieces = apart(stretch)
    if not pieces:
        return None
    if not pieces.names:
        bare = is_wire(pieces.agency) if end == "dash" else key(pieces.agency) in wires.AGENCIES and end == "closed"
        return Filing((), pieces.agency, pieces.date) if bare else None
    if end == "dash" and len(pieces.names) == 1 and not (pieces.agency or pieces.date) and key(stretch) in wires.BARE:
        return Filing((), stretch)
    signs = _signs(pieces, known)
    if not signs or (pieces.agency and not signs.signed and not _may_sign(pieces.agency, signs)):
        return None
    speaks = _of_capitals(signs, end) if signs.capitals else _of_title_case(signs, end)
    if speaks is None:
        return None
    cities = tuple(dict.fromkeys(map(places.title, signs.cities)))
    return Filing(cities, pieces.agency, pieces.date, sure=speaks, signed=signs.signed or signs.dated)


def _signs(pieces: Pieces, known: Container[str]) -> _Signs | None:
    """None where a name is none of a place, or several cities stand together that nobody knows."""
    first, *behind = pieces.names
    cities = _split(first)
    if not all(places.named(part) for city in cities for part in city.split("/")):
        return None
    capitals = all(map(str.isupper, cities))
    regions = loose = 0
    for name in behind:
        if places.region(name) and not _second_city(name, cities):
            regions += 1
        elif not places.named(name) or (not capitals and not pieces.agency):
            return None
        elif capitals and name.isupper():
            cities += _split(name)
        else:
            loose += 1
    listed = all(map(places.known, cities))
    site = all(fold(city) in known for city in cities)
    signed = bool(pieces.agency) and is_wire(pieces.agency)
    believed = len(cities) == 1 or listed or site or signed or pieces.date
    if not believed or loose > 1:
        return None
    return _Signs(pieces, cities, regions, loose, listed, site, signed, capitals)


def _split(name: str) -> tuple[str, ...]:
    cities = tuple(_CITIES.split(_STOP.sub("", name)))
    return (name,) if len(cities) == 2 and fold(cities[1]) in RIVERS else cities


def _second_city(name: str, cities: Iterable[str]) -> bool:
    """New York is a region behind ALBANY, and a second city behind LONDON."""
    return name == "NEW YORK" and name not in cities and all(map(places.known, cities))


def _of_capitals(signs: _Signs, end: End) -> bool | None:
    """Whether it is sure; None where it is no dateline."""
    pieces, signed = signs.pieces, signs.signed
    listed = signs.known or signs.site
    match end:
        case "worn" | "closed" | "stroke":
            framed = end == "worn" or pieces.enclosed or pieces.date
            enough = bool(signed or (signs.regions and framed) or (pieces.enclosed and listed))
            enough = enough or (end == "closed" and signs.dated) or bool(end == "worn" and listed and pieces.agency)
        case "stop":
            alone = not (signs.regions or pieces.enclosed or pieces.agency)
            enough = listed and (signed or signs.dated or alone)
        case "line":
            enough = listed or signed
        case "colon":
            enough = bool(listed or signed or pieces.date or signs.regions > 1 or (signs.regions and pieces.agency))
        case "dash":
            own = pieces.agency.isupper() or _OWN_NAME.fullmatch(pieces.agency)
            enough = bool(listed or signed or own or signs.regions or (pieces.date and not pieces.dashed))
    if enough:
        return True
    plain = end == "dash" and not pieces.enclosed and not pieces.date
    return False if plain and all(map(places.town_like, signs.cities)) else None


def _of_title_case(signs: _Signs, end: End) -> bool | None:
    """The same for cities that are not in capitals: None, or sure."""
    pieces = signs.pieces
    listed = signs.known or signs.site
    if signs.signed:
        enough = end not in {"line", "stop"} or listed
    elif pieces.agency:
        own = listed or _OWN_NAME.fullmatch(pieces.agency) is not None
        enough = own and end in {"dash", "colon"}
        enough = enough or (end == "worn" and listed) or (end == "closed" and signs.dated)
    else:
        enough = _unsigned(signs, end, listed)
    return True if enough else None


def _unsigned(signs: _Signs, end: End, listed: bool) -> bool:
    pieces = signs.pieces
    match end:
        case "dash":
            return bool(signs.regions or signs.site or ((pieces.date or pieces.enclosed) and listed))
        case "colon":
            return signs.regions > 1 or signs.site
        case "worn" | "line":
            return listed and bool(signs.regions or pieces.date)
        case "stop":
            return False
        case _:
            return listed and signs.regions > 0 and pieces.enclosed


def _may_sign(agency: str, signs: _Signs) -> bool:
    """Who files, not whose party it is, nor the short form of the name before it: "World Health Organization (WHO)"."""
    before = " ".join(signs.cities)
    initials = "".join(word[0] for word in before.split() if word[0].isupper())
    if _PARTY.fullmatch(agency) or agency.replace(".", "") == initials or fold(agency) in names.NOT_ALONE:
        return False
    if fold(agency) in wires.NO_AGENCY or places.region(agency):
        return False
    if any(word.islower() and word not in SMALL for word in agency.split()):
        return False  # "BERLIN (Own report) - "
    return not any(map(str.isdigit, agency)) and not agency[0].islower() and len(agency.split()) <= 5


# ── Without capitals ─────────────────────────────────────────────────────────────────────────────────────────────


def _uncased(stretch: str, end: End, known: Container[str]) -> Filing | None:
    groups = ["".join(found) for found in GROUP.findall(stretch)]
    outer = GROUP.sub(" - ", stretch) if groups else stretch
    pieces = [bare for piece in (*_UNCASED.split(outer), *groups) if (bare := piece.strip(_QUOTES))]
    if not 1 <= len(pieces) <= 4 or any(c in outer for c in "()[]") or any(map(_long, pieces)):
        return None
    found = Filing(())
    unknown = ""
    for piece in pieces:
        if said := _understood(piece, found, known):
            found = said
        elif unknown:
            return None
        else:
            unknown = piece
    if end == "closed" and _AGENCY.search(unknown) and _BEHIND_A_DASH.search(stretch):
        end = "dash"
    return _weighed(found, unknown, end, parenthesised=bool(groups))


def _long(piece: str) -> bool:
    """Too long for a place, an outlet or a person; a day and its Hijri one take their space."""
    return len(piece) > _LONGEST_NAME and not any(map(str.isdigit, piece))


def _understood(piece: str, found: Filing, known: Container[str]) -> Filing | None:
    """What is found with one more piece; None where that is a date, a place, an agency and a reporter in vain."""
    if any(map(str.isdigit, piece)):
        return _day(piece, found)
    name, listed = key(piece), places.known(piece) or fold(piece) in known
    if name in wires.AGENCIES and not found.agency:
        return replace(found, agency=piece)
    if name in wires.OUTLETS and not found.agency and (found.places or not listed):  # الرياض is a city and a paper
        return replace(found, agency=piece)
    if listed:
        return replace(found, places=(*found.places, piece))
    return replace(found, authors=(*found.authors, piece)) if _reporter(piece) else None


def _day(piece: str, found: Filing) -> Filing | None:
    """ "18 نوفمبر", or "القاهرة 18 نوفمبر"."""
    match = CITY_AND_DATE.fullmatch(piece)
    if match and not found.places and places.known(match[1]):
        found, piece = replace(found, places=(match[1],)), match[2]
    return replace(found, date=piece) if not found.date and is_date(piece) else None


def _reporter(piece: str) -> bool:
    words = piece.split()
    return 2 <= len(words) <= 4 and fold(words[0]) in wires.GIVEN_NAMES


def _weighed(found: Filing, unknown: str, end: End, *, parenthesised: bool) -> Filing | None:
    """A city on no list is believed before a known agency in parentheses; an outlet on none behind a known city, in
    parentheses or called an agency, or as one word before a colon or the line's end."""
    if end in {"worn", "stroke"} or (end == "closed" and not found.agency):
        return None
    if not found.places and not unknown:  # "رويترز - ", "9 يونيو (رويترز) - "
        enough = parenthesised if found.date else key(found.agency) in wires.BARE
        return found if found.agency and enough and end in {"dash", "colon"} else None
    if not found.places:
        believed = parenthesised and found.agency and unknown and end in {"dash", "colon"} and places.named(unknown)
        return replace(found, places=(unknown,)) if believed else None
    if unknown:
        signs = parenthesised or _AGENCY.search(unknown) is not None  # behind a known city
        word = end in {"colon", "line"} and unknown.isalpha()
        believed = not found.agency and places.named(unknown) and (word or (signs and end in {"dash", "colon"}))
        return replace(found, agency=unknown) if believed else None
    return found
