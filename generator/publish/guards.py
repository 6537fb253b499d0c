"""What Python-Markdown would take too long over, told from the shape of a body alone. Pure.

Python-Markdown 3.11 is linear on text as people write it, and quadratic on a few shapes. For each bracket, tag,
backtick or fence that is never closed it reads to the end of the paragraph or of the body: 10,000 "[" take 25 s.
Headings and rules with no blank line between make it read the rest of the block again after each. Footnotes are found
in lists. Tags left open are opened again in every paragraph that follows. And deep nesting meets Python's recursion
limit, at a point that depends on the caller.

Each function in `_COSTS` adds up, in linear time, what would be read again, in units of about 0.1 µs (measured; a
character read in a Python loop is one). Size and shape decide, never the clock: a body is refused on every machine or
on none.
"""

import re
from bisect import bisect_right
from collections import Counter

from markdown.extensions.fenced_code import FencedBlockPreprocessor

MAX_SIZE = 2_000_000
MAX_DEPTH = 30
MAX_COST = 5_000_000  # about half a second

_BLANK_LINE = re.compile(r"\n[ \t]*+(?=\n)")
_BRACKET = re.compile(r"\\[^\n]|[\[\]]|\n[ \t]*+(?=\n)")
_ADDRESS = re.compile(r"\]\(((?>(?:[^()\"'\n]|\([^()\"'\n]*+\))*)(?:\"[^\"\n]*+\"|'[^'\n]*+')?[ ]*+\))?")
_BACKTICKS = re.compile(r"(?<!\\)`+")
_ANGLE = re.compile(r"<(?=[a-zA-Z/?!])(?!!--)(?>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)(>)?")
_FENCE = re.compile(r"^(`{3,}|~{3,})([^\n]*+)$", re.MULTILINE)
_SPLITTING = re.compile(r"^[ ]{0,3}(?:#|:[ ]|(?>(?:[-*_=][ ]*+)+)$|(\[[^\]\n]*+\]:[^\n]*+))", re.MULTILINE)
_MARK = re.compile(r"[\\*_`\[<&]")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\n]*+)\]")
_TABLE = re.compile(r"^([^|\n]*+\|[^\n]*+)\n[ ]*+[-:|][-:| ]*+$", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)[^<>]*+>|(<!--)|\n[ \t]*+(?=\n)")
# Tags that end by themselves, or where the next of their kind begins.
_UNNESTED = {
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "br", "hr", "img", "wbr", "input", "col", "area", "base", "link", "meta", "source", "track", "param",
}  # fmt: skip

_ITEM = r"(?:[ ]{0,3}(?:[-*+:][ \t]|>|\d+\.[ \t]))"
_DEEP = re.compile(rf"^(?:{_ITEM}|[ ]{{4}}|\t){{{MAX_DEPTH}}}{_ITEM}[^\n]*+", re.MULTILINE)
# Definitions with no blank line between stand in each other too.
_DEFINITIONS = re.compile(
    rf"(?:^[ ]{{0,3}}:[ ][^\n]*+\n(?>(?:(?![ ]{{0,3}}:[ ])[^\n]++\n)+)){{{MAX_DEPTH}}}", re.MULTILINE
)
_HTML = re.compile(r"<!--(?>(?:(?!-->).){0,500})-->|<[a-zA-Z/?!][^<>]*+>", re.DOTALL)
_RULE = re.compile(r"[ ]{0,3}(?>(?:[-*_][ ]*+)+)")


def check(markdown: str) -> str:
    """Why Python-Markdown must not be given this body, and what to do about it; "" = it may be."""
    if len(markdown) > MAX_SIZE:
        return f"the body is longer than {MAX_SIZE:,} characters: divide it into several articles"
    if _too_deep(markdown):
        return f"lists or quotes stand more than {MAX_DEPTH} deep in each other: take away marks before the text"
    return "" if _most(markdown) <= MAX_COST else _judged(markdown)


def _most(markdown: str) -> int:
    """No less than all of `_COSTS` together, from how many signs there are: for most bodies that is enough to know.

    Footnotes need no term of their own: "[^]" has three characters, so that 11 for each pair of them are less than the
    6 for each bracket and character.
    """
    if "<" in markdown or "```" in markdown or "~~~" in markdown:
        return MAX_COST + 1
    size, count = len(markdown), markdown.count
    brackets, ticks, emphasis = count("["), count("`"), count("*") + count("_")
    marks = brackets + ticks + emphasis + count("\\") + count("&")
    again = (
        marks // 800 + 1 + 6 * brackets + 2 * count("](") + ticks + count("\n") + 1
    )  # how often each character is read, at most
    pairs = emphasis**2 // 40 + ticks * count("|") // 5
    return size * again + pairs + (_cells(markdown) if "|" in markdown else 0)


def _judged(markdown: str) -> str:
    """The same of a body that is not too long or deep, by its shape."""
    total, worst, advice = _fences(markdown), 0, "close the code fences (``` or ~~~)"
    prose = without_code(markdown) if total <= MAX_COST else ""
    for what, cost in _COSTS:
        units = cost(prose)
        total += units
        if units > worst:
            worst, advice = units, what
    return f"Markdown would take too long to read: {advice}" if total > MAX_COST else ""


def _too_deep(markdown: str) -> bool:
    deep = [line.group() for line in _DEEP.finditer(markdown)]
    if (markdown.count(": ") >= MAX_DEPTH and _DEFINITIONS.search(markdown)) or any(
        not _RULE.fullmatch(line) for line in deep
    ):
        return True
    # Comments and the like are taken out before lists are looked for, and leave their marks at the start of a line.
    return "<" in markdown and len(_DEEP.findall(_HTML.sub("", markdown))) > len(deep)


def without_code(markdown: str) -> str:
    """Without fenced code, where nothing acts. By the library's own pattern: another might hide what does act."""
    fences = _FENCE.findall(markdown)
    if not fences or any("{" in rest for _, rest in fences):
        return markdown
    return FencedBlockPreprocessor.FENCED_BLOCK_RE.sub("\n\n", markdown)


def _fences(markdown: str) -> int:
    """From every fence that no later line closes, the body is searched to its end."""
    fences = list(_FENCE.finditer(markdown))
    last = {fence.group(1): fence.start() for fence in fences if not fence.group(2).strip(" ")}
    return sum(len(markdown) - f.end() for f in fences if last.get(f.group(1), 0) <= f.start()) // 3


def _block_ends(markdown: str) -> list[int]:
    return [*(line.start() for line in _BLANK_LINE.finditer(markdown)), len(markdown)]


def _rest(ends: list[int], start: int) -> int:
    """How far it is from `start` to the end of its block."""
    return ends[min(bisect_right(ends, start), len(ends) - 1)] - start


def _brackets(markdown: str) -> int:
    """Six patterns read from each "[" to its "]", or to the end of the block."""
    if "[" not in markdown:
        return 0
    total = 0
    opened: list[int] = []
    for sign in _BRACKET.finditer(markdown):
        if sign.group() == "[":
            opened.append(sign.start())
        elif sign.group() == "]":
            total += sign.start() - opened.pop() if opened else 0
        elif sign.group().startswith("\n"):
            total += sum(sign.start() - start for start in opened)
            opened.clear()
    return 6 * (total + sum(len(markdown) - start for start in opened))


def _addresses(markdown: str) -> int:
    """Two patterns read from each "](" whose ")" is missing to the end of the block."""
    if "](" not in markdown:
        return 0
    ends = _block_ends(markdown)
    return 2 * sum(_rest(ends, found.start()) for found in _ADDRESS.finditer(markdown) if not found.group(1))


def _backticks(markdown: str) -> int:
    """From each run of backticks to the next of its length; from the first that has none, all to the block's end."""
    if "`" not in markdown:
        return 0
    total = start = 0
    for end in _block_ends(markdown):
        runs = [(run.start(), run.end() - run.start()) for run in _BACKTICKS.finditer(markdown, start, end)]
        total += _spans(runs, end)
        start = end
    return total + sum(line.count("`") * line.count("|") for line in markdown.split("\n")) // 5


def _spans(runs: list[tuple[int, int]], end: int) -> int:
    places: dict[int, list[int]] = {}
    for place, (_, size) in enumerate(runs):
        places.setdefault(size, []).append(place)
    total = place = 0
    while place < len(runs):
        start, size = runs[place]
        same = places[size]
        following = bisect_right(same, place)
        if following == len(same):
            return total + (len(runs) - place) * (end - start)
        total += runs[same[following]][0] - start
        place = same[following] + 1
    return total


def _angles(markdown: str) -> int:
    """From each tag that is not closed to the end of the body."""
    if "<" not in markdown:
        return 0
    return sum(len(markdown) - tag.start() for tag in _ANGLE.finditer(markdown) if not tag.group(1))


def _tags(markdown: str) -> int:
    """Tags that stay open: each is looked at again at every tag and comment, and opened again in every paragraph."""
    if "<" not in markdown:
        return 0
    ends = _block_ends(markdown)
    total = 0
    opened: list[str] = []
    for found in _TAG.finditer(markdown):
        closing, name, comment = found.group(1), (found.group(2) or "").lower(), found.group(3)
        total += len(opened) * (20 + _rest(ends, found.start()) // 100 if comment else 1 if name else 10)
        if total > MAX_COST:
            break
        if closing and name in opened:
            del opened[len(opened) - 1 - opened[::-1].index(name) :]
        elif name and not closing and name not in _UNNESTED:
            opened.append(name)
    return total


def _lines(markdown: str) -> int:
    """After each heading, rule, definition or reference inside a block, the rest of the block is read again."""
    ends = _block_ends(markdown)
    total, reference = 0, -1
    for line in _SPLITTING.finditer(markdown):
        if not line.group(1) or reference + 1 != line.start():  # references in a row are read in one go
            total += _rest(ends, line.start())
        reference = line.end() if line.group(1) else -1
    return total


def _footnotes(markdown: str) -> int:
    """Every mark is looked up among all of them; one that returns is counted through from the first."""
    labels = Counter(_FOOTNOTE.findall(markdown))
    return labels.total() ** 2 + sum(10 * count**2 for count in labels.values())


def _cells(markdown: str) -> int:
    """A table's rows are filled up to the width of its first: cells that stand nowhere in the text."""
    ends = _block_ends(markdown)
    total = 0
    for table in _TABLE.finditer(markdown):
        block = markdown[table.start() : table.start() + _rest(ends, table.start())]
        total += 100 * max(0, table.group(1).count("|") * block.count("\n") - block.count("|"))
    return total


def _marks(markdown: str) -> int:
    """Each mark in a paragraph copies the paragraph; stars and underscores are also looked up among each other."""
    total = start = 0
    for end in _block_ends(markdown):
        marks = len(_MARK.findall(markdown, start, end))
        if marks > 100:
            total += marks * (end - start) // 800
            total += (markdown.count("*", start, end) + markdown.count("_", start, end)) ** 2 // 40
        start = end
    return total


_COSTS = (
    ("divide the longest paragraph", _marks),
    ("close every [ with a ], or write \\[ where it is only a sign", _brackets),
    ("close every link's address with )", _addresses),
    ("close every ` with another, or write \\` where it is only a sign", _backticks),
    ("close every < with a >, or write &lt; where it is only a sign", _angles),
    ("close the html tags (<b> with </b>)", _tags),
    ("set blank lines between headings, rules and definitions", _lines),
    ("use fewer footnotes", _footnotes),
    ("use fewer empty cells in the tables", _cells),
)
