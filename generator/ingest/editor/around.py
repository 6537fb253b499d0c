"""What a page printed around a story is taken away: headlines of neighbours, furniture. Pure: Reading → Reading.

Of a text that is a whole page only its story stays (`story`); from every other text known furniture goes at its
ends (`furniture`); then go the short lines that stand in a fifth of the archive's raw files, where pages print their
lines (`recurring`). What site.yaml says goes before all of these. And whatever the rules say, a story is never cut:
sentences from its middle that make up more than a tenth of it and stand in no other file come back, and a person is
told.
"""

import re
from collections.abc import Mapping

from generator.ingest.editor import furniture, recurring, sentences, story
from generator.ingest.editor.marks import LABELS, RUNNING, Mark
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.phrases import page, press
from generator.ingest.editor.reading import Reading, claim, kept
from generator.model import Doubt, Meta, Source
from generator.text import key

OUTSIDE = "outside the story of a page"
TALK = "what a page says to its readers"
SPARED = "kept, though a rule would cut it: too much of the story"

_Lines = tuple[Line, ...]
_TENTH = 10
_TALK_SHORT = 300
_LISTED = 6
_TAGS_NEAR = 15
_READER = re.compile(
    r"\b(?:you|your|we use|our|ihre?[nmrs]?|deine?[nmrs]?|dich|wir|unser\w{0,2}|vous|votre|usted|su)\b|كم\b|شما"
)
_QUOTED = re.compile(r"[\"“”„«»]")
_RULES = {
    Mark.MENU: furniture.BUTTON,
    Mark.LIST: furniture.LIST_LABEL,
    Mark.BESIDE: furniture.LISTED,
    Mark.COMMENTS: furniture.PHRASE,
    Mark.WRITER: furniture.BUTTON,
    Mark.LEGAL: furniture.PHRASE,
    Mark.TALK: TALK,
}


def neighbours(reading: Reading) -> Reading:
    result = furniture.neighbours(reading.lines)
    if not result.lines:
        return reading
    reading = kept(reading, result)
    for rule, side in ((furniture.PREVIOUS, "previous"), (furniture.NEXT, "next")):
        rows = [cut for cut in result.cut if cut.rule == rule]
        # A headline that was broken over lines is one; a second one further down is a repetition.
        rows = [cut for i, cut in enumerate(rows) if cut.line <= rows[0].line + i]
        if rows:
            text = " ".join(cut.text for cut in rows)
            source = Source(previous=text) if side == "previous" else Source(next=text)
            reading = claim(reading, Meta(source=source), "printed beside it", Line(rows[0].line, text))
    return reading


def cut(reading: Reading) -> Reading:
    lines = tuple([part for line in reading.lines for part in furniture.unglued(line)])
    found = story.find(lines)
    gone, doubts = _gone(lines, reading, found), found.doubts if found else ()
    if not gone and not doubts:
        return reading
    spared = _spared(lines, gone, reading)
    doubts += tuple(Doubt(SPARED, lines[i].number, lines[i].text[:200]) for i in spared)
    if found:
        lines = _apart(lines, found.marks)
    result = furniture.remove(lines, {i: rule for i, rule in gone.items() if i not in spared})
    if not result.lines:
        return reading  # a text of nothing but labels is all the text there is
    reading = kept(reading, result)._replace(doubts=reading.doubts + doubts)
    for line in result.cut:
        if line.rule == furniture.PRINTED_TAGS:
            names = (name for name in furniture.printed_tags(line.text) if key(name) not in reading.vocabulary.off)
            reading = claim(reading, Meta(tags=tuple(names)), line.rule, Line(line.line, line.text))
    return reading


def _gone(lines: _Lines, reading: Reading, found: story.Story | None) -> dict[int, str]:
    """What goes, index → rule. `found`: the story, where the text is a whole page."""
    keep, drop = reading.vocabulary.keep, reading.vocabulary.cut
    gone = _around(lines, found) if found else {}
    rest = [i for i in range(len(lines)) if i not in gone]
    left = tuple(lines[i] for i in rest)
    light = {i: rule for i, rule in furniture.ends(left, keep).items() if not _kicker(left, i)}
    if reading.learned.often:
        light |= recurring.find(left, light, reading.learned)
    gone |= {rest[i]: rule for i, rule in light.items()}
    if drop.exact or drop.patterns:
        gone |= {i: furniture.SITE for i, line in enumerate(lines) if drop(line.text)}
    if keep.exact or keep.patterns:
        gone = {i: rule for i, rule in gone.items() if not keep(lines[i].text)}
    return gone


def _kicker(lines: _Lines, i: int) -> bool:
    """COMMENT right above a headline is no button."""
    text = lines[i].text
    above = text.isupper() and i + 1 < len(lines) and key(text) in press.KICKERS
    return above and lines[i + 1].text.count(" ") > 2 and recurring.heads(lines[i + 1].text)


# ── Whole pages ──────────────────────────────────────────────────────────────────────────────────────────────────


def _around(lines: _Lines, found: story.Story) -> dict[int, str]:
    """All of a page but its story, and the labels inside that."""
    gone = {i: _rule(lines[i], i - found.last) for i in range(len(lines)) if i not in found.kept}
    return gone | _inside(lines, found)


def _apart(lines: _Lines, marks: tuple[Mark, ...]) -> _Lines:
    """Each line of a page is a block of its own, but for those that go on in the next."""
    before = (None, *marks)
    return tuple(
        line if line.apart or before[i] is Mark.WRAPPED else line._replace(apart=True) for i, line in enumerate(lines)
    )


def _rule(line: Line, below: int) -> str:
    near = 0 <= below < _TAGS_NEAR
    return furniture.PRINTED_TAGS if near and furniture.printed_tags(line.text) else OUTSIDE


def _inside(lines: _Lines, found: story.Story) -> dict[int, str]:
    """The lines of a story's span that are none of it: what is unmistakable, labels in company, all labels at its ends;
    and below the label of a list the headlines that it is a label of."""
    gone: dict[int, str] = {}
    texts = [i for i in sorted(found.kept) if found.marks[i] is Mark.TEXT]
    inner = range(texts[0], texts[-1]) if texts else range(0)
    for i in sorted(found.kept):
        mark = found.marks[i]
        if mark is Mark.TALK and _addressed(lines[i].text):
            gone[i] = TALK
        elif mark in LABELS:
            listed = _listed(lines, found, i + 1) if mark is Mark.LIST else range(0)
            if i not in inner or len(listed) > 1 or _unmistakable(lines, found.marks, i):
                gone[i] = _RULES[mark]
                gone |= dict.fromkeys(listed, furniture.LISTED)
    return gone


def _addressed(text: str) -> bool:
    """It speaks to the reader: "sign up for the ballot" and "said in an email" are the story's own."""
    return len(text) < _TALK_SHORT and not _QUOTED.search(text) and _READER.search(text.lower()) is not None


def _unmistakable(lines: _Lines, marks: tuple[Mark, ...], i: int) -> bool:
    beside = LABELS.intersection(marks[max(i - 1, 0) : i] + marks[i + 1 : i + 2])
    name = key(lines[i].text)
    return (
        bool(beside)
        or marks[i] is Mark.BESIDE
        or name in page.SURE
        or name in page.SECTIONS
        or name in page.ADVERTISING
    )


def _listed(lines: _Lines, found: story.Story, start: int) -> range:
    """The few headlines right below a label inside a story; a longer list is no list of headlines."""
    stop = start
    while stop < found.last and found.marks[stop] is Mark.OTHER and sentences.headline_like(lines[stop].text):
        stop += 1
    follows = stop < found.last and found.marks[stop] in RUNNING
    return range(start, stop) if follows and stop - start <= _LISTED else range(0)


# ── Never the story ──────────────────────────────────────────────────────────────────────────────────────────────


def _spared(lines: _Lines, gone: Mapping[int, str], reading: Reading) -> frozenset[int]:
    """The cut sentences that are given back, all or none: those of the middle, and those that a pattern in site.yaml
    cut anywhere, if they are more than a tenth of the story."""
    named, learned = reading.vocabulary.cut.exact, reading.learned
    telling = [i for i, line in enumerate(lines) if sentences.story_like(line.text)]
    stays = [i for i in telling if i not in gone]
    first, last = (stays[0], stays[-1]) if stays else (0, 0)
    cut = (i for i in telling if i in gone and (first < i < last or gone[i] == furniture.SITE))
    lost = [i for i in cut if lines[i].text not in named and not learned.is_repeated(lines[i].text)]
    words = sum(_words(lines[i]) for i in lost)
    return frozenset(lost) if words * _TENTH > words + sum(_words(lines[i]) for i in stays) else frozenset()


def _words(line: Line) -> int:
    return line.text.count(" ") + 1
