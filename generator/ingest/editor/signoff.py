"""How a story ends: sign-offs, end marks, copyright lines, whose service it came by. Pure: Reading → Reading.

    marks   lines        REUTER     -30-     // انتهى //     on a line of their own, before lines become paragraphs
    read    paragraphs   (Reporting by Nora Field; Editing by Tom Dean)     Nora Field contributed to this report.
                         … said the keeper. REUTER     © 2009 The Harbour     * خدمة «…»

A foot is read from the last paragraph upwards, past what stands below the story and no further than its last paragraph.
Reporters become the authors where no byline names any; editors and helpers stay on record as cut lines. A correction or
an editor's note is a part of the story.
"""

import re

from generator.ingest.editor import bylines, captions, credits, ends, feet, sentences
from generator.ingest.editor.paragraphs import Line, without
from generator.ingest.editor.persons import names_alone, persons, wire
from generator.ingest.editor.phrases import press
from generator.ingest.editor.reading import Reading, claim
from generator.model import CutLine, Meta
from generator.text import holds, key

MARK = "end mark"
SIGNED = "sign-off"
HELPED = "who helped"
RIGHTS = "copyright line"
ADDRESS = "address of the desk"
SERVICE = "whose service it is"
_STANDARDS = key(press.STANDARDS)
_BEGINNING = 12
_REACH = 8
_LONGEST = 400
_ROLE = rf"(?:(?P<reported>{press.REPORTED})|(?P<written>{press.WRITTEN})|(?P<assisted>{press.ASSISTED}))"
_BEGINS = re.compile(_ROLE, re.I)
_CLAUSE = re.compile(rf"{_ROLE}\s?:?\s(?P<names>.+)", re.I)
_CLAUSES = re.compile(r"\s?[;|]\s?|\.\s(?=[A-Z])|,\s(?=(?i:editing|edited|writing|redigiert|editado) )")
_BEHIND = re.compile(
    rf"(?<=[.!?\"”’)])\s(?=[(\[*–—-]{{0,2}}\s?(?i:{press.REPORTED}|{press.WRITTEN}|{press.ASSISTED})\s)"
)
_CONTRIBUTED = re.compile(rf"(.{{3,240}}?) {press.CONTRIBUTED}(?: from [^.]{{2,80}})?\.?")
_DESK = re.compile(r"(?:[A-Z][\w.]* ){1,4}(?:writers?|reporters?|correspondents?|journalists?|staffers?)\s")
_WITH = "With "
_OF_A_WORK = re.compile(rf"[(\[*–— -]{{0,3}}(?:{press.OF_WORKS})\b", re.I)
_FIRST = re.compile(r",\s|\sand\s|\sund\s|\sy\s|\se\s")
_EMAIL = re.compile(r"E-?mail (.{4,50}?) at \S{4,80}@\S{4,80}(?:\s.{0,200})?", re.I)
_SERVICE = re.compile(press.SYNDICATION)
# What each form has, so that most paragraphs cost one look.
_TELLING = (
    "by ", "By ", "BY ", "ontribut", "mail ", "von ", " de ", "por ", " par ", "Mit ", "With ", "Mitarbeit", "إعداد",
    "تحرير", "تغطية", "كتابة", "گزارش از",
)  # fmt: skip


def marks(reading: Reading) -> Reading:
    """Take out end marks that stand alone near the foot."""
    lines = reading.lines
    found = [i for i in range(max(1, len(lines) - _REACH), len(lines)) if ends.mark(lines, i)]
    if not found:
        return reading
    cut = tuple(CutLine(lines[i].text, MARK, lines[i].number) for i in found)
    return reading._replace(lines=without(lines, frozenset(found)), cut=reading.cut + cut)


def read(reading: Reading) -> Reading:
    """Read the foot of a story; at least one paragraph is left."""
    if not reading.lines:
        return reading
    for cut in reading.cut:
        if cut.rule == MARK:
            reading = _marked(reading, Line(cut.line, cut.text))
    reading, story = _foot(_addresses(reading))
    for i in sorted({story, len(reading.lines) - 1}):
        reading = _tail(reading, i)
    return reading


def _addresses(reading: Reading) -> Reading:
    """Without "((nora.field@example.org; +44 20 …))", which stands below a sign-off or behind it."""
    for i in range(len(reading.lines) - 1, max(0, len(reading.lines) - 1 - _REACH), -1):
        line = reading.lines[i]
        text, at = line.text, line.text.rfind("((") if line.text.endswith("))") else -1
        if at < 0 or "@" not in text[at:] or reading.vocabulary.keep(text):
            continue
        left = (line._replace(text=text[:at].rstrip()),) if text[:at].strip() else ()
        found = _gone(reading, line._replace(text=text[at:]), ADDRESS)
        reading = found._replace(lines=(*found.lines[:i], *left, *found.lines[i + 1 :]))
    return reading


def _foot(reading: Reading) -> tuple[Reading, int]:
    """Without the paragraphs below the story that say whose it is; and where the story ends."""
    last = len(reading.lines) - 1
    for i in range(last, max(0, last - _REACH), -1):
        line = reading.lines[i]
        if reading.vocabulary.keep(line.text):
            return reading, i
        if found := _whole(reading, line, last=i == len(reading.lines) - 1):
            reading = found._replace(lines=without(found.lines, frozenset([i])))
        elif sentences.story_like(line.text):
            return reading, i
    return reading, len(reading.lines) - 1


def _tail(reading: Reading, i: int) -> Reading:
    """Without the end marks and sign-offs behind the last word of a paragraph."""
    for _ in range(3):
        line = reading.lines[i]
        found, at = None, ends.behind(line.text)
        if at:
            mark = line._replace(text=line.text[at:].strip())
            found = _gone(_marked(reading, mark), mark, MARK)
        elif at := _signed_at(line.text):
            found = _signed(reading, line._replace(text=line.text[at:].strip()))
        if not found:
            break
        left = line._replace(text=line.text[:at].rstrip())
        reading = found._replace(lines=(*found.lines[:i], left, *found.lines[i + 1 :]))
    return reading


def _marked(reading: Reading, mark: Line) -> Reading:
    """A wire's own mark tells who filed the story, where nothing else does."""
    return claim(reading, Meta(agency=ends.wire(mark.text)), MARK, mark)


def _gone(reading: Reading, line: Line, rule: str) -> Reading:
    return reading._replace(cut=(*reading.cut, CutLine(line.text, rule, line.number)))


# ── Whole paragraphs ─────────────────────────────────────────────────────────────────────────────────────────────


def _whole(reading: Reading, line: Line, last: bool) -> Reading | None:
    """The reading with a paragraph on record that says whose the story is; None where it is anything else."""
    text = line.text
    if len(text) > _LONGEST:
        return None
    if holds(text, _TELLING) and (signed := _signed(reading, line)):
        return signed
    claimed = credits.rights_line(text) and (text[0] == "©" or captions.sure(text) is None)
    if rule := RIGHTS if claimed or _standards(text) else feet.rule(text):
        return None if rule == feet.FILED and _told_below(reading, line) else _gone(reading, line, rule)
    if last and reading.meta.dateline and key(text) == key(reading.meta.agency):
        return _gone(reading, line, MARK)
    if len(text) <= 60 and (agency := _service(text, last)):
        return _gone(claim(reading, Meta(agency=agency), SERVICE, line), line, SERVICE)
    return _bylined(reading, line) if last and len(text) <= 140 else None


def _standards(text: str) -> bool:
    """The line that Reuters prints. Its beginning is asked for first: to fold a paragraph costs as much as all else."""
    return _STANDARDS.startswith(key(text[:_BEGINNING])) and key(text) == _STANDARDS


def _told_below(reading: Reading, line: Line) -> bool:
    """A sentence stands below this line, so that it is a line of the story."""
    return any(below.number > line.number and sentences.ends(below.text) for below in reading.lines[-_REACH:])


def _bylined(reading: Reading, line: Line) -> Reading | None:
    """A byline on the last line, where none above names others."""
    if _OF_A_WORK.match(line.text):
        return None  # a sign-off, or none
    byline, known = bylines.labelled(line.text), reading.meta.authors
    if not byline or not byline.authors or (known and not set(byline.authors) <= set(known)):
        return None
    return _gone(claim(reading, Meta(authors=byline.authors), "byline", line), line, "byline")


def _service(text: str, last: bool) -> str:
    """ "* خدمة «نيويورك تايمز»", "Source: Reuters", and an agency on the very last line."""
    if match := _SERVICE.fullmatch(text):
        return match[1].strip()
    label, colon, name = text.strip("()").partition(":")
    if colon:
        return wire(name.strip(" .")) if key(label) in press.SOURCE_LABELS else ""
    return wire(text.strip(" -–—/()."), alone=True) if last else ""


# ── Sign-offs ────────────────────────────────────────────────────────────────────────────────────────────────────


def _signed_at(text: str) -> int:
    """Where a sign-off may begin behind the last sentence of a text, 0 where none does."""
    start = max(len(text) - _LONGEST, 0)
    if not holds(text[start:], _TELLING):
        return 0
    match = _BEHIND.search(text, start)
    if not match or (_OF_A_WORK.match(text, match.end()) and ";" not in text[match.end() :]):
        return 0
    return match.end()


def _signed(reading: Reading, line: Line) -> Reading | None:
    """The reading with a sign-off on record, in one of its forms; None where the line is none."""
    text = line.text.strip("*_ ").lstrip("-–— ")
    bare = text[1:-1].strip() if text[:1] + text[-1:] in {"()", "[]"} else text
    if key(bare) in press.HELPED or (bare.startswith(_WITH) and _reporters(bare) is not None):
        return _gone(reading, line, HELPED)
    if (authors := _reporters(bare)) is not None:
        return _gone(claim(reading, Meta(authors=authors), SIGNED, line), line, SIGNED)
    if (match := _CONTRIBUTED.fullmatch(bare)) and _can_help(match[1]):
        return _gone(reading, line, HELPED)
    if (match := _EMAIL.fullmatch(bare)) and (authors := persons(match[1])):
        return _gone(claim(reading, Meta(authors=authors), SIGNED, line), line, SIGNED)
    return None


def _reporters(text: str) -> tuple[str, ...] | None:
    """The reporters, or else the writers, of "Reporting by …; Editing by …"; None where it is anything else.

    Each clause that names a role must name somebody; others ("Our Standards: …") may follow the first.
    """
    if not _BEGINS.match(text):
        return None
    roles: dict[str, tuple[str, ...]] = {"reported": (), "written": (), "assisted": ()}
    for n, clause in enumerate(_CLAUSES.split(text.rstrip(". "))):
        match = _CLAUSE.fullmatch(clause)
        if not (_somebody(clause, match["names"]) if match else n and names_alone(clause)):
            return None
        if match and match.lastgroup:
            role = next(name for name in roles if match[name])
            roles[role] += persons(match["names"])
    return roles["reported"] or roles["written"]


def _somebody(clause: str, names: str) -> bool:
    """Who can have helped, and nothing else; what a work also has names no place: "Written by … in Linden"."""
    if not names_alone(names) or not _can_help(names):
        return False
    return not _OF_A_WORK.match(clause) or press.BEFORE_A_PLACE.isdisjoint(names.split())


def _can_help(text: str) -> bool:
    """Persons or wires: whoever can have helped with a report."""
    if key(text) in press.HELPERS:
        return True
    text = text if wire(text) else _DESK.sub("", text, count=1)
    if wire(text) or wire(_FIRST.split(text)[0]) or persons(text):
        return True
    outlet, possessive, name = text.replace("’", "'").partition("'s ")
    return bool(possessive and wire(outlet) and persons(name))
