"""Headlines printed beside articles → the articles that they mean. Pure.

A printed headline is seldom a perfect copy: it was cut short to fit a box, or a slip in it was mended later. But two
headlines of one paper can also be alike to a letter and stand above different articles: "Exports fall 3 percent" and
"Exports fall 8 percent", "Monday's talks" and "Friday's talks", "Iran" and "Iraq". So likeness is asked in this order:

1. the same key (case, accents and punctuation do not count): settled, nothing else is looked at;
2. cut short ("…" at its end): the one headline that begins so, where the beginning is long enough to tell;
3. fuzz.ratio of 95 or more, with the same digits, weekdays, months and small numbers in the same order. Where the word
   that differs is a word of other headlines too, it is no slip of the pen: such a pair is one headline only if both
   articles say so (see chain).

Comparing every pair would be quadratic. Headlines that are alike share nearly all their words, so it is enough to look
at those that share a rare one; COMPARED bounds the work for each headline, whatever the archive.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from importlib import import_module
from typing import Literal
from unicodedata import digit

from generator import text
from generator.publish.model import Clue

ALIKE = 95.0
BEGINNING = 15  # letters of a headline cut short that tell which one it was
RARE = 2  # words by which a headline is looked for: the rarest that it shares with any other
COMPARED = 100  # headlines that one headline is compared with at most
LONGEST = 500  # letters of a headline that is compared; a longer one is a text
SEVERAL = 16  # a headline that may mean more than so many is not looked at further
_LAST = "\U0010ffff"

# Words that tell two like headlines apart, in rows that exclude each other: each stands for its place in its row.
_COUNTED = {
    "weekday": (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
        "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه",
        "دووشەممە سێشەممە چوارشەممە پێنجشەممە هەینی شەممە یەکشەممە",
    ),
    "month": (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sept oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    ),
    "number": (
        "one two three four five six seven eight nine ten eleven twelve",
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    ),
}
_MARKS = {
    text.key(word): f"{kind} {n}"
    for kind, rows in _COUNTED.items()
    for row in rows
    for n, word in enumerate(row.split(), 1)
} | {"sonnabend": "weekday 6"}
_MARKED = frozenset(_MARKS)
# Persian and Kurdish weekdays but Saturday are "so many after Saturday", written as one word or as two.
_SPLIT_DAY = re.compile(r"\b(یک|دو|سه|چهار|پنج|یهک|دوو|سێ|چوار|پێنج) (شنبه|شهممه)\b")
_DIGITS = re.compile(r"\d+")

Marks = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a printed headline may mean.

    keys      keys of headlines of the archive
    alone     this side's word is enough; else only if the other article agrees
    missing   no article bears this headline, unless one of `keys` is proved to be it
    """

    keys: tuple[str, ...] = ()
    alone: bool = True
    missing: bool = False


_MISSING = Match(alone=False, missing=True)


def match(printed: Set[str], borne: Set[str], keys: Mapping[str, str]) -> dict[str, Match]:
    """What each printed headline may mean. `borne` = the keys of the archive's headlines, `keys` = headline → key."""
    found = {line: Match((keys[line],)) for line in printed if keys[line] in borne}
    ordered = sorted(borne - {""})
    for line in filter(truncated, printed - found.keys()):
        if meant := _beginning(keys[line], ordered):
            found[line] = meant
    rest = printed - found.keys()
    near = _near({keys[line] for line in rest}, ordered) if rest else {}
    return found | {line: near[keys[line]] for line in rest}


# ── Cut short ────────────────────────────────────────────────────────────────────────────────────────────────────


def truncated(line: str) -> bool:
    """It ends in an ellipsis: Oil prices ease as…, Oil prices ease ..., Oil prices […]"""
    return line.rstrip(" \t\n\xa0])").endswith(("…", "...", ". . ."))


def _beginning(prefix: str, ordered: Sequence[str]) -> Match | None:
    low = bisect_left(ordered, prefix)
    high = bisect_right(ordered, prefix + _LAST, lo=low)
    if low == high or not prefix:
        return None
    some = tuple(ordered[low:high]) if high - low <= SEVERAL else ()
    return Match(some, alone=len(prefix) >= BEGINNING)


def completed(lines: Iterable[str], keys: Mapping[str, str]) -> dict[str, str]:
    """Key → key of the longest of these headlines that it is a cut form of, itself where there is none or no one.

    A cut headline means a longer one if all longer ones that begin so are that one and cut forms of it.
    """
    whole = {keys[line]: False for line in lines} | {keys[line]: True for line in lines if not truncated(line)}
    ordered = sorted(whole)
    meant = list(range(len(ordered)))
    for n in reversed(range(len(ordered) - 1)):
        key = ordered[n]
        if not whole[key] and len(key) >= BEGINNING:
            last = bisect_right(ordered, key + _LAST, lo=n) - 1
            # If the next one means the last that begins so, all between are cut forms of that one too.
            meant[n] = last if meant[n + 1] == last else n
    return {key: ordered[meant[n]] for n, key in enumerate(ordered)}


# ── Nearly the same ──────────────────────────────────────────────────────────────────────────────────────────────


def _near(looked_for: Set[str], known: Sequence[str]) -> dict[str, Match]:
    """What each of these keys may mean, among the known ones."""
    frequency = Counter(word for key in known for word in set(key.split()))
    rarest = {key: _rarest(key, frequency) for key in looked_for}
    blocks = _blocks(known, {word for words in rarest.values() for word in words})
    return {key: _judged(key, _candidates(key, words, blocks), frequency.keys()) for key, words in rarest.items()}


def _rarest(key: str, frequency: Mapping[str, int]) -> list[str]:
    """The words by which a headline is looked for. One with a slip in it occurs nowhere and is passed over."""
    words = [word for word in set(key.split()) if word in frequency] if len(key) <= LONGEST else []
    return sorted(words, key=lambda word: (frequency[word], word))[:RARE]


def _blocks(known: Iterable[str], words: set[str]) -> Mapping[tuple[str, Marks], Sequence[str]]:
    """The headlines that bear one of these words, by word and marks, shortest first."""
    blocks: dict[tuple[str, Marks], list[str]] = defaultdict(list)
    for key in sorted(known, key=len):
        if shared := words.intersection(key.split()):
            marks = _marks(key)
            for word in shared:
                blocks[word, marks].append(key)
    return blocks


def _marks(key: str) -> Marks:
    """What must be equal in two headlines to be one: numbers (in any script's digits), weekdays, months."""
    if _MARKED.isdisjoint(key.split()) and not _DIGITS.search(key):
        return ()
    numbers = ["".join(str(digit(c)) for c in run).lstrip("0") for run in _DIGITS.findall(key)]
    words = _SPLIT_DAY.sub(r"\1\2", key).split()
    return (*numbers, *(_MARKS[word] for word in words if word in _MARKED))


def _candidates(key: str, words: Sequence[str], blocks: Mapping[tuple[str, Marks], Sequence[str]]) -> list[str]:
    """Headlines that share one of these words, those of nearest length first; some perhaps twice."""
    candidates: list[str] = []
    marks = _marks(key) if words else ()
    for word in words:
        block = blocks.get((word, marks), ())
        if (room := COMPARED - len(candidates)) < len(block):
            middle = bisect_left(block, len(key), key=len)
            low = max(0, min(middle - room // 2, len(block) - room))
            block = block[low : low + room]
        candidates += block
    return candidates


def _judged(key: str, candidates: Sequence[str], words: Set[str]) -> Match:
    if not candidates:
        return _MISSING
    # Most archives need it for nothing.
    fuzz, process = import_module("rapidfuzz.fuzz"), import_module("rapidfuzz.process")
    near = {row[0] for row in process.extract(key, candidates, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)}
    if not near:
        return _MISSING
    same = {title for title in near if not _another_word(key, title, words)}
    some = tuple(sorted(same or near)) if len(same or near) <= SEVERAL else ()
    return Match(some, alone=bool(same), missing=not same)


def _another_word(key: str, title: str, words: Set[str]) -> bool:
    """Whether a word in place of another is one that headlines use: Iraq for Iran is, Goverment for Government is not.

    Words that are only joined, split, added or left out do not count.
    """
    ours, theirs = key.split(), title.split()
    for end in (0, -1):
        while ours and theirs and ours[end] == theirs[end]:
            del ours[end], theirs[end]
    if not theirs or "".join(ours) == "".join(theirs):
        return False
    return any(word in words for word in ours if word not in theirs)


# ── Who names whom ───────────────────────────────────────────────────────────────────────────────────────────────

Side = Literal["previous", "next"]
Place = tuple[str, Side]  # a side of an article
Claims = Mapping[Place, str]  # side of an article → the article that is named there

OTHER: Mapping[Side, Side] = {"previous": "next", "next": "previous"}


@dataclass(frozen=True, slots=True)
class Witnesses:
    """All that articles say of their neighbours.

    clues     by id, in the order of ids
    keys      headline → key
    printed   side of an article → the headline there; a mere dash is none
    matches   printed headline → what it may mean
    """

    clues: Mapping[str, Clue]
    keys: Mapping[str, str]
    printed: Mapping[Place, str]
    matches: Mapping[str, Match]

    def key(self, id: str) -> str:
        return self.keys[self.clues[id].title]


def read(clues: Iterable[Clue]) -> Witnesses:
    """What these articles say, whose ids are distinct."""
    by_id = {clue.id: clue for clue in sorted(clues, key=lambda clue: clue.id)}
    sides = [(place, line) for clue in by_id.values() for place, line in _sides(clue)]
    keys = {line: text.key(line) for line in {clue.title for clue in by_id.values()} | {line for _, line in sides}}
    printed = {place: line for place, line in sides if keys[line]}
    matches = match(set(printed.values()), {keys[clue.title] for clue in by_id.values()}, keys)
    return Witnesses(by_id, keys, printed, matches)


def _sides(clue: Clue) -> Iterator[tuple[Place, str]]:
    yield (clue.id, "previous"), clue.previous
    yield (clue.id, "next"), clue.next


def claims(witnesses: Witnesses) -> Claims:
    """Every printed headline that can be told to mean one article, which is never the one beside which it stands.

    One that several articles bear is told by agreement: that one of them, and only one, prints this article's headline
    on its opposite side, and only this article calls for it. ("Weather" and "Morning briefing" agree every day.)
    """
    bearers: dict[str, list[str]] = defaultdict(list)
    naming: dict[tuple[str, str, Side], list[str]] = defaultdict(list)
    for id in witnesses.clues:
        bearers[witnesses.key(id)].append(id)
    for (id, side), line in witnesses.printed.items():
        for key in witnesses.matches[line].keys:
            naming[witnesses.key(id), key, side].append(id)
    told = {}
    for (id, side), line in witnesses.printed.items():
        meant, own = witnesses.matches[line], witnesses.key(id)
        named = bearers[meant.keys[0]] if meant.alone and len(meant.keys) == 1 else []
        if len(named) != 1:
            calls = [(naming[own, key, side], naming.get((key, own, OTHER[side]), [])) for key in meant.keys]
            named = [theirs[0] for ours, theirs in calls if len(ours) == len(theirs) == 1]
        if len(named) == 1 and named[0] != id:
            told[id, side] = named[0]
    return told


# ── In words ─────────────────────────────────────────────────────────────────────────────────────────────────────

SHOWN = 60  # letters of a headline in a message


def quoted(title: str) -> str:
    return f"“{text.excerpt(text.printable(title), SHOWN)}”"


def dated(clue: Clue) -> str:
    return f"{quoted(clue.title)} ({clue.date.text})" if clue.date else quoted(clue.title)


def listed(titles: Sequence[str]) -> str:
    if len(titles) > 3:
        return f"{', '.join(titles[:2])} and {len(titles) - 2} others"
    return " and ".join(filter(None, (", ".join(titles[:-1]), *titles[-1:])))
