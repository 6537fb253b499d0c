"""End marks: REUTER, -30-, ###, // انتهى //, alone on a line or behind the last word. Pure.

Most of them are also words or signs of stories ("he told Reuter", a row of stars between two parts), so that they are
looked for at the foot only, as whole lines, and behind a sentence that is over.
"""

import re
from collections.abc import Sequence

from generator.ingest.editor import sentences
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.phrases import press
from generator.text import fold, key

_MARK = re.compile(press.END_MARKS)
_GLUED = re.compile(rf"(?:{press.GLUED_MARKS})\Z")
_CLOSING = re.compile(r"(?<=[.!?\"”’])\s\(([^()]{2,20})\)\.?\Z")
_LAST_LETTERS = frozenset("rRsSmDd#-–—.)/ىيم")
_DASHES = str.maketrans("–—", "--", " \u200c")
_WORDS = frozenset(["REUTERS", "END", "ENDS"])  # believed on the very last line only
_INITIALS = re.compile(r"[A-Z]{2,5}")  # of a wire that is on no list
_REACH = 40
_SHORTEST = 20
_TABLE = 3  # words before a mark, with a figure among them


def mark(lines: Sequence[Line], i: int) -> bool:
    """This line is an end mark. One that stands elsewhere too parts the text, unless it is the last line of all."""
    text = lines[i].text
    if len(text) > 24:
        return False
    compact, last = text.translate(_DASHES), i == len(lines) - 1
    if compact in _WORDS or (len(compact) > 2 and not compact.strip("*")):
        return last
    if last and i and len(text) <= 6 and _INITIALS.fullmatch(text):
        return lines[i - 1].text[-1] == ")" or sentences.ends(lines[i - 1].text)
    if _MARK.fullmatch(compact):
        return last or sum(line.text == text for line in lines) == 1
    return bool(_closing_wire(compact))


def behind(text: str) -> int:
    """Where the end mark behind a text begins, 0 where there is none."""
    end = text[-_REACH:]
    if len(text) < _SHORTEST or end[-1] not in _LAST_LETTERS:
        return 0
    start = len(text) - len(end)
    sentence = end[-1] == "." and ")" not in end  # no mark ends so, and most paragraphs do
    glued = None if sentence else _GLUED.search(end)
    if glued and glued.start() and _no_word(end[: glued.start()], glued[0]):
        return start + glued.start()
    closing = _CLOSING.search(end) if end[-1] in ")." else None
    return start + closing.start() if closing and key(closing[1]) in press.CLOSING_WIRES else 0


def wire(text: str) -> str:
    """The wire whose mark this is, "" for a mark that anybody uses."""
    return press.WIRE_OF_MARK.get(text.strip().lower(), "") or _closing_wire(text)


def _closing_wire(text: str) -> str:
    """ANI for "(ANI)"."""
    bare = text.strip(" .")
    name = bare[1:-1] if bare[:1] == "(" and bare[-1:] == ")" and len(bare) < 24 else ""
    return name if name and key(name) in press.CLOSING_WIRES else ""


def _no_word(before: str, found: str) -> bool:
    """A mark in letters needs a blank before it; a wire's name, a sentence that is over, or figures."""
    if found[0].isascii() and found[0].isalpha() and before[-1] != " ":
        return False
    words = before.split()
    if not words or not found.startswith("R"):
        return bool(words)
    over = words[-1][-1] == ")" or sentences.ends(before) or any(map(str.isdigit, " ".join(words[-_TABLE:])))
    return over and fold(words[-1]) not in press.BEFORE_A_WORD
