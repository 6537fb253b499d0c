"""Lines that recur in the archive: which of them pages printed, and which are a story's own. Pure.

Recipes have their Method, horoscopes their Aries, logs their Monday. What stands in a fifth of the raw files is cut
where pages print their lines: above the story, below it, or by itself between two paragraphs of it. It stays between
the rows of a list, and where such a line comes after each few lines of a text: that is the form in which all of its
kind are written. (What pages are known to print goes there too.) A line of more than half of all files is of no one
kind.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from itertools import islice

from generator.ingest.editor import bylines, captions, dateline, evidence, furniture, sentences
from generator.ingest.editor.paragraphs import Line
from generator.ingest.editor.phrases import press, wires
from generator.ingest.learned import SHORT, Learned
from generator.text import key

OFTEN = "stands in many of the raw files"

_FEW = 5  # words
_HEAD = 3  # lines between a line above the headline and the story: headline, deck, byline
_FORM = 4  # lines of its own that a text of a form has to each place where one stands that recurs
_FOOT = 3  # lines that recur below all others of such a text, and are the foot of a page
_SAYS = re.compile(press.SAYS)
_SPEAKER = re.compile(r"[^\W\d_a-z][^:]{0,30}:\s\S|[(\[][^()\[\]]{2,40}[)\]]\Z")


def find(lines: tuple[Line, ...], gone: Mapping[int, str], learned: Learned) -> dict[int, str]:
    """Lines that recur in the archive for being printed on pages, index → rule; those with hardly a letter only at the
    ends. `gone`: what is cut in any case."""
    often = {
        i for i, line in enumerate(lines) if len(line.text) <= SHORT and i not in gone and learned.is_often(line.text)
    }
    if not often:
        return {}
    ends = furniture.outside(lines)
    found = {i for i in often if i in ends or _printed(lines[i].text)}
    kinds = {i for i in found if not learned.is_always(lines[i].text)}
    if kinds:
        found -= _own(lines, [i for i in range(len(lines)) if i not in gone and i not in often], kinds, ends)
    left = [i for i in sorted(found) if not _speaks(lines[i].text)]  # other steps read those that do
    if left and not learned.is_always(lines[left[0]].text) and left[0] == _heading(lines, gone):
        del left[0]  # the headline, unless most files begin with it
    return dict.fromkeys(left, OFTEN)


def _heading(lines: Sequence[Line], gone: Mapping[int, str]) -> int | None:
    """The line that can be nothing but the headline."""
    left = (i for i, line in enumerate(lines) if i not in gone and (len(line.text) > SHORT or not _speaks(line.text)))
    first, second = (*islice(left, 2), None, None)[:2]
    return first if second is not None and not heads(lines[second].text) else None


# ── The story's own ──────────────────────────────────────────────────────────────────────────────────────────────


def _own(lines: tuple[Line, ...], rest: Sequence[int], kinds: Set[int], ends: Set[int]) -> set[int]:
    """Those of `kinds` that no page printed. `rest`: the lines that do not recur, in their order."""
    rank = {i: bisect_left(rest, i) for i in kinds}  # how many of those stand above
    places = {rank[i] for i in kinds if _printed(lines[i].text)}.difference([0, len(rest)])
    if len(places) > 1 and len(rest) <= len(places) * _FORM:
        foot = {i for i in kinds if rank[i] == len(rest)}
        own = {i for i in kinds if rank[i] and (i not in foot or len(foot) < _FOOT)}
    else:
        own = {i for i in kinds if 0 < rank[i] < len(rest)}
        if own:
            told = furniture.running(lines)
            own = {i for i in own if not _beside(rest, rank[i], i in ends, told)}
    return {i for i in own if not furniture.known(lines, i)}


def _beside(rest: Sequence[int], rank: int, outside: bool, told: Set[int]) -> bool:
    """It stands where pages print their lines: not far above the story, below all of it, or between its paragraphs."""
    if outside:
        return any(i in told for i in (*rest[:rank], *rest[rank : rank + _HEAD + 1]))
    return rest[rank - 1] in told and rest[rank] in told


# ── What a line says ─────────────────────────────────────────────────────────────────────────────────────────────


def _printed(text: str) -> bool:
    """A line inside a story that recurs for being printed, not for being said: "She said.", "(LAUGHTER)" recur too."""
    if sum(map(str.isalpha, text)) < 2 or _SPEAKER.match(text):
        return False
    return text.count(" ") >= _FEW - 1 or not (text[-1] in ".!?:؟۔…,،" or _SAYS.search(text.lower()))


def heads(text: str) -> bool:
    """It can be the headline below a line that recurs, which is none then."""
    return sentences.headline_like(text) and not sentences.story_like(text)


@lru_cache(maxsize=4096)  # what recurs in the archive is asked about again and again
def _speaks(text: str) -> bool:
    """It says who, when or where: "By Reuters" may stand in every file, and says something in each."""
    said = key(text) in wires.AGENCIES or evidence.printed(text) or bylines.byline(text) or captions.sure(text)
    return bool(said or furniture.is_label(text) or _filed(text))


def _filed(text: str) -> bool:
    return bool(dateline.split(text) or dateline.split(f"{text} The") or dateline.alone(text))
