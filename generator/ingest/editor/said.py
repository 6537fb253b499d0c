"""What a short line at the head of a story says: who wrote, when, for whom, at what address. Pure: str → what it says.

By Nora Field | Reuters | 3 March 2020     each part by itself
Published 10:30 GMT        2 hours ago     a time and no day: nothing is claimed, and no story either
FOR IMMEDIATE RELEASE: March 3, 2020       the head of a press release, as is EMBARGOED UNTIL 3 MARCH 2020
BC-HARBOUR-DUES 03-03 0345                 what a wire calls a story: no headline
"""

import re
from dataclasses import dataclass

from generator.ingest.editor import bylines, dateline, evidence, places
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.persons import persons, wire
from generator.ingest.editor.phrases import press, wires
from generator.model import Meta, Source
from generator.text import fold, holds, key

_PARTS = re.compile(
    r"\s?[|•·]\s|\s[–—]\s(?=\d|By\s)|/(?=[A-Z]\w{2,8}[:.]?\s)|\s(?=(?i:photo\w{0,7}|pictures|fotos) (?:by|von)\s)"
)
_PARTING = (*"|•·–—/", "by", "von")  # what each of these has
_DATE_LABEL = rf"(?:{wires.DATE_LABELS}|{wires.UPDATE_LABELS})"
_NEXT_LABEL = re.compile(rf"[,;]?\s(?:[-–/]\s)?(?={wires.UPDATES_AS_WRITTEN}\b)", re.I)
_TIME = re.compile(rf"(?:{_DATE_LABEL}\s?:?\s?)?(?:{press.AGO})\W*|{_DATE_LABEL}\s?:?\s?(?:{press.CLOCK})\W*")
_URL = re.compile(r"(?:([^:]{2,20}):\s{0,2})?(https?://\S{4,1000})")
_PICTURED = re.compile(r"(?:photographs|photos|pictures|photography|fotos|illustrations) (?:by|von) (.{5,80})", re.I)
_WIRE_NOTE = re.compile(rf"\((?:{press.CHANGES})\b[^()]{{0,200}}\)|eds:\s?(?:{press.CHANGES}|with)\b.{{0,200}}", re.I)
_MASTHEAD = re.compile(r"([^\d,|]{3,50})[,|]\s(.{6,40}?)(?:,\s(?:page|p\.|seite)\s?[a-z]?\d{1,3})?", re.I)
# "BC-based", "AM-Radio" begin headlines too: a slug has two hyphens and no blank, or tells more, or a caret.
_SLUG = re.compile(
    r"(?:[a-z] [a-z] )?(?P<caret>\^)?(?:BC|AM|PM)-"
    r"(?P<name>-?[A-Z][\w.'&/]{0,30}(?P<parts>(?:-{1,2}[A-Z0-9][\w.'&/]{0,30}){0,6})(?: [A-Z][\w.'&/-]{0,30}){0,3}?)"
    rf"(?P<more>(?:,? {press.SLUG_WORDS}|,{press.SLUG_WORDS}|,\d{{3,4}}){{0,4}})<?"
)
_EMBARGO = re.compile(press.EMBARGOED)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")
_LONGEST_FILED = 80
_NOTHING = Meta()
_OUTLET = 40  # characters of an outlet's name beside a byline

Saying = tuple[Meta, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says, as far as it goes, and by which rule; an empty Meta where that is nothing an article keeps."""

    meta: Meta
    rule: str
    line: Line


def says(text: str, publisher: str = "") -> list[Saying]:
    """What a line says that says nothing else, part by part; every part must say something.

    Beside a byline an outlet may stand that is on no list.
    """
    if len(text) > 200:
        return []
    pieces = [piece for piece in _parted(text) if piece.strip()]
    if not pieces:
        return []
    if len(pieces) == 1 and len(text) > 20 and _DIGIT.search(text):
        pieces = _NEXT_LABEL.split(text)
    parts = [_part(piece.strip(), publisher) for piece in pieces]
    if len(pieces) > 1 and not all(parts) and (whole := _part(text, publisher)):
        return [whole]
    said = [part for part in parts if part]
    others = [piece for piece, part in zip(pieces, parts, strict=True) if not part]
    bylined = parts[0] is not None and parts[0][1] == "byline"
    if others and not (bylined and all(len(piece) < _OUTLET for piece in others)):
        return []
    return [part for part in said if part[0] != _NOTHING] or said[:1]


def _parted(text: str) -> list[str]:
    """The parts of a line; most have but one, which a look at a few signs tells in a tenth of the time."""
    return _PARTS.split(text) if holds(text, _PARTING) else [text]


def released(text: str) -> list[Saying]:
    """ "FOR IMMEDIATE RELEASE: March 3, 2020", "Contact: Nora Field, (202) 555-0142" above a press release.

    The end of an embargo is not the day of the story.
    """
    folded = fold(text) if len(text) < 120 else ""
    if folded.startswith(press.RELEASED):
        start = next(filter(folded.startswith, press.RELEASED))
        rest = folded.removeprefix(start).strip(" :;-,.")
        if rest and (date := _date(rest)):
            return [date]
        return [] if rest else [(_NOTHING, "release line")]
    if (embargo := _EMBARGO.fullmatch(folded)) and (evidence.printed(embargo[1]) or evidence.open_day(embargo[1])):
        return [(_NOTHING, "release line")]
    label, colon, rest = folded.partition(":")
    if colon and key(label) in press.CONTACT_LABELS and (sum(map(str.isdigit, rest)) > 6 or "@" in rest):
        return [(_NOTHING, "contact of a press office")]
    return []


def slug(text: str) -> list[Saying]:
    """ "BC-HARBOUR-DUES 03-03 0345", "AM-Harbour Dues, Bjt,0345", "^BC-Harbour"."""
    match = _SLUG.fullmatch(text) if len(text) < 90 and "-" in text[:8] else None
    if not match or not (match["caret"] or match["more"] or (match["parts"] and " " not in match["name"])):
        return []
    return [(_NOTHING, "slug of a wire")]


def filed(text: str) -> Saying | None:
    """ "LONDON | Tue Jan 11, 2011 7:12am EST", "Madrid 12 ENE 2014 - 20:04 CET", "Paris, le 4 juin 2015"."""
    if len(text) > _LONGEST_FILED or not text[0].isupper() or not _YEAR.search(text):
        return None
    if not any(map(places.known, bylines.before_a_date(text))):
        return None
    place, date = bylines.without_date(text)
    if not date or date.precision not in evidence.EXACT or not places.known(place):
        return None
    return Meta(place=(places.title(place),), date=date), "place and date"


def authored(byline: bylines.Byline) -> Saying:
    return Meta(authors=byline.authors, agency=byline.agency, date=byline.date), "byline"


def dated(printed: evidence.Printed) -> Saying:
    if printed.update:
        return Meta(updated=printed.date), "printed update"
    return Meta(date=printed.date), "printed date"


def _part(text: str, publisher: str) -> Saying | None:
    if said := _date(text):
        return said
    if byline := bylines.byline(text, publisher):
        return authored(byline)
    if agency := wire(text, alone=True):
        return Meta(agency=agency), "agency line"
    if text[0] in "(Ee" and _WIRE_NOTE.fullmatch(text):
        return _NOTHING, "note of a wire"
    if (match := _PICTURED.fullmatch(text)) and persons(match[1]):
        return _NOTHING, "who took the pictures"
    return _address(text)


def _date(text: str) -> Saying | None:
    if not _DIGIT.search(text):
        return None
    if printed := evidence.printed(text):
        return dated(printed)
    if evidence.unclaimed(text):
        return _NOTHING, "date that claims nothing"
    if (place := filed(text)) and not dateline.alone(text):
        return place
    if len(text) < 60 and _TIME.fullmatch(fold(text)):
        return _NOTHING, "time without a day"
    return _masthead(text)


def _masthead(text: str) -> Saying | None:
    """ "The Harbour Gazette, Tuesday, March 17, 2009, page 3": the head of a clipping."""
    match = _MASTHEAD.fullmatch(text) if len(text) < 110 else None
    if not match or press.PAPERS.isdisjoint(fold(match[1]).split()):
        return None
    printed = evidence.printed(match[2])
    return dated(printed) if printed else None


def _address(text: str) -> Saying | None:
    if "@" in text and bylines.ADDRESS.fullmatch(text):
        return _NOTHING, "address of the writer"
    if "://" in text and (url := _URL.fullmatch(text)) and (not url[1] or key(url[1]) in press.URL_LABELS):
        return Meta(source=Source(url=url[2])), "printed address"
    return None
