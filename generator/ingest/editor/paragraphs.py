"""Paragraphs of plain text: lines → paragraphs. Pure.

Three layouts are met. *Hard-wrapped*: lines of about one width, most of which end inside a sentence; a paragraph
begins after a blank line, at an indent, at a dash of speech, or below a line that had room for more. *A line a
paragraph*: long lines, or lines that end where sentences end; verse and lists too. *One line*: see `lines`.

What tells the first two apart is the way lines begin. In the middle of a wrapped sentence many begin with a small
letter; where a line is a paragraph, a headline or a verse, few do. Scripts without small letters tell it by the room
that is left: a wrapped line ends because its next word did not fit.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.editor import sentences
from generator.ingest.editor.lines import Line, split, without

__all__ = ["Line", "groups", "join", "split", "without", "wrapped"]

_NARROWEST = 30  # characters
_NARROWEST_HAN = 12
_WIDEST = 130
_EVEN = 0.7  # of the width: what half of the lines have
_SHORT = 0.6  # of the width: a line that ends so early was ended on purpose
_SMALL = 0.2  # of the lines of wrapped text begin with a small letter; most have half
_FULL = 0.6  # of its lines have no room for the next word
_HYPHENATED = 0.08  # of the lines end in a hyphen where words are divided at all; compounds come to a fiftieth
_VERSE = 45  # characters: a shorter line that ends in a comma is a line of verse, of a list, of an address
_VERSES = 56  # characters: verse is narrower
_VERSE_ROOM = 0.5  # of its lines could have held the next word
_WIRE = range(45, 81)  # columns of a line of a wire
_WIRE_INDENT = 8  # deeper ones centre a line
_MARKUP = frozenset("<{[")
_HYPHENS = "-‐\xad"
_LONGEST = 60  # characters of the part of a word that stands before a hyphen
_WORD = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_LAST = re.compile(r"[^\W_]+(?=[-‐]\Z)")
_BROKEN = re.compile(r"[^\W\d_][-‐]\Z")
_JOINS = frozenset(["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o"])
_SPEECH = re.compile(r"[-–—―]{1,2}(?=\s|[^\W\d_]|[\"“„«'‘])")
_ITEM = re.compile(r"[•‣▪◦●■*] |\(?(?:\d{1,2}|[a-z])[.)] ")
_LABEL = re.compile(r"[^\W\d_a-z][^:.!?]{1,24}:\s\S")
_HAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]")

Pairs = list[tuple[Line, Line]]


def wrapped(lines: tuple[Line, ...]) -> bool:
    """Hard-wrapped: the lines that another follows directly are about one width, and most end inside a sentence."""
    return _wrapped(_pairs(lines))


def _pairs(lines: tuple[Line, ...]) -> Pairs:
    """The lines that another follows directly, with that one."""
    return [(line, after) for line, after in pairwise(lines) if not (after.apart or line.row or after.row)]


def _wrapped(pairs: Pairs) -> bool:
    if len(pairs) < 3:
        return False
    lengths = sorted(len(line.text) for line, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    narrowest = _NARROWEST_HAN if _HAN.match(pairs[0][0].text[-1]) else _NARROWEST
    if not narrowest <= width <= _WIDEST or lengths[len(lengths) // 2] < width * _EVEN:
        return False
    if sum(sentences.ends(line.text) for line, _ in pairs) >= len(pairs) * 0.55:
        return False
    if any(line.text.lower() != line.text != line.text.upper() for line, _ in pairs):
        return sum(_first(after).islower() for _, after in pairs) >= len(pairs) * _SMALL
    return sum(_room(line, after) >= width for line, after in pairs) >= len(pairs) * _FULL


def groups(lines: tuple[Line, ...]) -> list[list[Line]]:
    """The lines of each paragraph."""
    pairs = _pairs(lines)
    if not pairs:
        return [[line] for line in lines]
    begins = _verse_rule if _verse(pairs) else _wrapped_rule(lines) if _wrapped(pairs) else _line_rule
    found: list[list[Line]] = []
    for line in lines:
        if found and not (line.apart or line.row or found[-1][-1].row) and not begins(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def join(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The paragraphs: each a Line with the number of its first line."""
    found = groups(lines)
    if len(found) == len(lines):
        return lines
    divided = _Divided.of(lines)
    return tuple(_glued(group, divided) if len(group) > 1 else group[0] for group in found)


# ── Where a paragraph begins without a blank line ────────────────────────────────────────────────────────────────


def _wrapped_rule(lines: tuple[Line, ...]) -> Callable[[list[Line], Line], bool]:
    """In hard-wrapped text: does a line begin a paragraph below these?"""
    margin = min((line.indent for line in lines[1:]), default=0) + 1
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    # Text that marks its paragraphs in another way needs no guess from short last lines.
    marked = any(line.apart or line.indent > margin for line in lines[1:])

    def begins(above: list[Line], line: Line) -> bool:
        before = above[-1]
        ended = sentences.ends(before.text)
        if _depth(line) != _depth(before) or (ended and _SPEECH.match(line.text)):
            return True
        if not ended and _first(line).islower():
            return False  # also below the first line of an item that hangs out to the left
        if line.indent > margin:
            return ended or before.text[-1] == ":" or _room(before, line) <= width
        if ended and len(above) > 1 and above[-2].indent == before.indent > margin:
            return True  # below lines that stand indented as a whole
        if ended or before.text[-1] == ":":
            return _ITEM.match(line.text) is not None or (not marked and len(before.text) < width * _SHORT)
        return _room(before, line) <= width * _SHORT

    return begins


def _verse(pairs: Pairs) -> bool:
    """Short lines that go on in the next one, though its first word had room: they were ended on purpose."""
    if len(pairs) < 3 or sum(len(line.text) > _VERSES for line, _ in pairs) * 5 > len(pairs):
        return False
    lengths = sorted(max(len(line.text), len(after.text)) for line, after in pairs)
    width = lengths[len(lengths) * 9 // 10]
    if width > _VERSES or not any(_first(after).islower() for _, after in pairs):
        return False
    if any(_ITEM.match(line.text) or _depth(line) for pair in pairs for line in pair):
        return False
    if sum(sentences.ends(line.text) for line, _ in pairs) >= len(pairs) * _VERSE_ROOM:
        return False
    return sum(_room(line, after) <= width for line, after in pairs) >= len(pairs) * _VERSE_ROOM


def _verse_rule(above: list[Line], line: Line) -> bool:
    return True


def _runs_on(above: list[Line], line: Line) -> bool:
    """A line at the margin, below the first lines of an indented paragraph of a wire, the last of which is full."""
    first, before = above[0], above[-1]
    if first.text[0] in _MARKUP or line.text[0] in _MARKUP:
        return False
    if line.indent > 1 or not 1 < first.indent <= _WIRE_INDENT or len(before.text) + before.indent not in _WIRE:
        return False
    if before.text[-1] in ":-–" or _SPEECH.match(first.text) or _ITEM.match(first.text) or _ITEM.match(line.text):
        return False
    return not before.text.isupper() or line.text.isupper()


def _line_rule(above: list[Line], line: Line) -> bool:
    """The same where a line is a paragraph: unless the sentence plainly goes on."""
    before = above[-1]
    if _SPEECH.match(line.text) or sentences.ends(before.text) or _depth(line) != _depth(before):
        return True
    if (":" in line.text or "@" in line.text) and _listed(before.text, line.text):
        return True
    if _first(line).islower() or before.text[-1] in "-–." or _runs_on(above, line):
        return False
    return before.text[-1] not in ",،" or len(before.text) < _VERSE


def _listed(before: str, text: str) -> bool:
    """ "What: Public hearing" below "Where: City Hall, 12 Main St.", or an address alone below a telephone number."""
    if before[-1] in "-–," or not _LABEL.match(before):
        return False
    return _LABEL.match(text) is not None or (before[-1].isdigit() and "@" in text and " " not in text)


def _first(line: Line) -> str:
    """The first character that is none of a quotation's."""
    return line.text[0] if line.text[0].isalnum() else line.text.lstrip("\"'“„«‘(> ")[:1]


def _room(before: Line, line: Line) -> int:
    """The length of a line with the first word of the next one."""
    return len(before.text) + (1 if _HAN.match(line.text) else 1 + len(line.text.split(" ", 1)[0]))


def _depth(line: Line) -> int:
    """How many `>` of a quoted letter stand before a line."""
    return line.text[: len(line.text) - len(line.text.lstrip("> "))].count(">") if line.text[0] == ">" else 0


# ── One line of many ─────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Divided:
    """Whether a text divides words at its line ends, and its words: what stands elsewhere in it is one."""

    often: bool = False
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lines: tuple[Line, ...]) -> "_Divided":
        broken = sum(line.text[-1] in _HYPHENS for line in lines)
        if not broken:
            return cls()
        words = frozenset(word for line in lines for word in _WORD.findall(line.text.lower()))
        return cls(broken >= max(3, len(lines) * _HYPHENATED), words)

    def whole(self, first: str, second: str) -> bool:
        """Two parts of a word that a hyphen parts are one without it."""
        one, two = _LAST.findall(first.lower())[-1], _WORD.findall(second.lower())[0]
        if f"{one}-{two}" in self.words:
            return False
        return f"{one}{two}" in self.words or self.often


def _glued(group: list[Line], divided: _Divided) -> Line:
    """A word broken at its hyphen loses the gap; "pre- and post-war" keeps it."""
    pieces = [group[0].text]
    for line in group[1:]:
        before, more = pieces[-1], line.text.lstrip("> ") if line.text[0] == ">" else line.text
        if before[-1] == "\xad":
            pieces[-1] = before[:-1]
        elif _BROKEN.search(before) and more[0].isalpha() and more.split(" ", 1)[0] not in _JOINS:
            if more[0].islower() and divided.whole(before[-_LONGEST:], more[:_LONGEST]):
                pieces[-1] = before[:-1]
        elif not (_HAN.match(more) and _HAN.match(before[-1])):
            pieces.append(" ")
        pieces.append(more)
    return Line(group[0].number, "".join(pieces), group[0].indent, group[0].apart)
