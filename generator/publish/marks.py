"""Markdown as people write it nearly always → the very html that Python-Markdown and the sanitizer make of it. Pure.

    body  = block, blank line, block, …
    block = heading | list | quote | table | rule | paragraph
    span  = `code` | [words](address) | *words* | **words** | _words_ | __words__

A grammar of what is surely simple, and no dialect of its own: a list has one line an item, a row of a table as many
cells as its head, emphasis stands within a line and in no other, an address needs no repair. Where anything else acts,
the whole body is left to Python-Markdown, which takes thirty times as long. A property test holds the two against each
other.

First the spans become tags, code before links before emphasis, as Python-Markdown takes them; what is left of their
signs must not act. Then each block is known by how it begins. The signs of a tag, and those that code and addresses
hold, are control characters until the end, so that nothing takes them for Markdown.
"""

import html
import re
from collections.abc import Iterator
from itertools import groupby

from generator.publish import sanitizer, signs

_UNTAKEN = ("![", "]:", "~~~", "```")  # pictures, definitions, fences

_TAG = {"<": "\x80", ">": "\x81", '"': "\x82"}
_BACKSLASH = signs.HOLD["\\\\"]
_HELD = {sign: signs.HOLD[f"\\{sign}"] for sign in "*_[]"}
_WITHIN_TAGS = str.maketrans(_HELD)

_OPENING = r"(?:[#=|\s]|&gt;|[-+*:] |\d++\. |[-*_][-*_ ]*+(?:\n|\Z))"  # with which more than a line of words may begin
_SOFT = rf"\n(?!{_OPENING})"  # a line end within a paragraph

_HOST = r"https?://(?:[a-zA-Z0-9](?>(?:-?[a-zA-Z0-9])*)\.)+[a-zA-Z]{2,}(?=[/?#)])"
_PLACE = r"(?:[\w/.~%+=?#,@!$-]|&amp;)"
_ADDRESS = rf"{_HOST}(?>(?:{_PLACE}|:)*)|mailto:[\w.+-]+@[\w.-]+|(?!//)(?>{_PLACE}+)(?!:)"
_LINK = re.compile(rf"(?<!!)\[(?P<words>(?=[^\]]*[^\]\s])(?>(?:[^\[\]|\n]|{_SOFT})+))\]\((?P<address>{_ADDRESS})\)")
_CODE = re.compile(r"`(?<!``)(?!`)(?=[^`]*[^`\s])([^`|\n\x86-\x9d]++)`(?!`)")
_EMPHASIS = re.compile(
    rf"\*(?<!\*\*)(?P<star>\*?+)(?![\s*])(?P<starred>(?>(?:[^*_|\n]|{_SOFT})+))(?<!\s)\*(?P=star)(?!\*)"
    rf"|_(?<!\w_)(?P<line>_?+)(?![\s_])(?P<lined>(?>(?:[^*_|\n]|{_SOFT})+))(?<!\s)_(?P=line)(?![\w_])"
)


def markup(held: str, root: str) -> str | None:
    """The html of a body as `signs.held` gives it; None = not surely simple. `root`: the way to the site's root."""
    if signs.act(held, signs.OF_HTML) or any(mark in held for mark in _UNTAKEN):
        return None
    text = html.escape(held, quote=False)
    if "`" in text:
        text = _CODE.sub(_code, text)
    if "](" in text:
        text = _LINK.sub(lambda link: _link(link, root), text)
    text = _emphasised(text)
    if signs.act(text, signs.OF_SPANS):
        return None
    try:
        return _written(_blocks(text))
    except _Complex:
        return None


def _written(text: str) -> str:
    for sign, held in _TAG.items():
        text = text.replace(held, sign)
    return signs.released(text.replace("\xa0", "&nbsp;"))


# ── Spans ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _tagged(name: str, text: str, attributes: str = "") -> str:
    return f"\x80{name}{attributes}\x81{text}\x80/{name}\x81"


def _code(span: re.Match[str]) -> str:
    return _tagged("code", span[1].strip().translate(_WITHIN_TAGS))


def _link(link: re.Match[str], root: str) -> str:
    words = _emphasised(f"[{link['words']}]")
    if signs.act(words, signs.OF_SPANS):
        return link.group()  # its "](" acts
    address = link["address"]
    if not address.startswith(("http", "mailto:")):
        address = html.escape(sanitizer.relative(html.unescape(address), root), quote=False)
    return _tagged("a", words[1:-1], f" href=\x82{address}\x82 rel=\x82noopener\x82".translate(_WITHIN_TAGS))


def _emphasised(text: str) -> str:
    return _EMPHASIS.sub(_emphasis, text) if "*" in text or "_" in text else text


def _emphasis(span: re.Match[str]) -> str:
    double = span["star"] or span["line"]
    return _tagged("strong" if double else "em", span["starred"] or span["lined"])


# ── Blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────

_DEPTH = 3  # quotes in quotes
_GAP = re.compile(r"\n\n+")
_OPENS = re.compile(_OPENING)
_OPENS_LATER = re.compile(rf"\n{_OPENING}")
_HEADED = re.compile(r"(\n\n#[^\n]*\n)(?![\n#])")  # a heading needs no blank line after it
_KIND = re.compile(
    r"(?P<rule>(?:-{3,}|\*{3,}|_{3,}|- - -|\* \* \*)\Z)|(?P<heading>#)|(?P<quote>&gt;)|(?P<ul>[-+*] )|(?P<ol>[0-9]+\. )"
    r"|(?P<table>\|[^\n]*\n)"
)
_HEADING = re.compile(r"(#{1,6}) +([^\s#\\](?:[^#\\\n]*[^\s#\\])?)")
_LINES = {
    kind: re.compile(rf"(?>(?:\n{mark} ++(?!{_OPENING})[^|\n]++(?>(?:\n {{0,3}}+(?!{_OPENING})[^|\n]++)*))+)")
    for kind, mark in (("ul", "[-*+]"), ("ol", r"[0-9]++\."))
}
_START = re.compile(r"(?:0|[1-9][0-9]{0,8})(?=\.)")
_ITEM = re.compile(r"\n(?:[-*+]|[0-9]+\.) +")
_LAZY = re.compile(r"\n(?!&gt;|\n)|&gt;(?:\n\n|\Z)")  # a line without its mark; a last line without words
_QUOTED = re.compile(r"\n&gt; ?")
_LEANING = re.compile(r"\|(?: *:?-+:? *\|)+")
_SIDES = {
    (True, False): " align=\x82left\x82", (False, True): " align=\x82right\x82", (True, True): " align=\x82center\x82",
    (False, False): "",
}  # fmt: skip


class _Complex(Exception):  # noqa: N818 - no error: Python-Markdown will read it
    """This is not surely simple."""


def _blocks(text: str, depth: int = 0) -> str:
    """The html of blocks that stand in `depth` quotes."""
    if "#" in text:
        text = _HEADED.sub(r"\1\n", f"\n\n{text}")
    blocks = _GAP.split(text.strip("\n"))
    return "\n".join([html for kind, some in groupby(blocks, _kind) for html in _those(kind, list(some), depth)])


def _kind(block: str) -> str:
    known = _KIND.match(block)
    return (known and known.lastgroup) or "p"


def _those(kind: str, blocks: list[str], depth: int) -> Iterator[str]:
    """Blocks of one kind; lists and quotes that follow one another are one."""
    if kind == "quote":
        yield _quote("\n\n".join(blocks), depth)
    elif kind in ("ul", "ol"):
        yield _list(kind, blocks)
    else:
        yield from map(_SINGLE[kind], blocks)


def _paragraph(block: str) -> str:
    if not block or _OPENS.match(block) or ("\n" in block and ("|" in block or _OPENS_LATER.search(block))):
        raise _Complex
    return _tagged("p", block)


def _heading(block: str) -> str:
    heading = _HEADING.fullmatch(block)
    if not heading or block.count("\x80") != 2 * block.count("\x80/"):  # a span that ends in the line below
        raise _Complex
    return _tagged(f"h{max(2, len(heading[1]))}", heading[2])


def _rule(_: str) -> str:
    return "\x80hr\x81"


def _quote(block: str, depth: int) -> str:
    words = _QUOTED.sub("\n", f"\n{block}").strip("\n")
    if _LAZY.search(block) or not words or depth == _DEPTH:
        raise _Complex
    return _tagged("blockquote", f"\n{_blocks(words, depth + 1)}\n")


def _list(kind: str, blocks: list[str]) -> str:
    """Items that a blank line parts are paragraphs."""
    items: list[str] = []
    for block in blocks:
        lines = f"\n{block}"
        if not _LINES[kind].fullmatch(lines):
            raise _Complex
        first, *others = _ITEM.split(lines)[1:]
        if items:
            items[-1], first = _loose(items[-1]), _loose(first)
        items += [first, *others]
    text = "\x80/li\x81\n\x80li\x81".join(items)
    return _tagged(kind, f"\n\x80li\x81{text}\x80/li\x81\n", _start(blocks[0]) if kind == "ol" else "")


def _loose(item: str) -> str:
    return item if item.startswith("\n") else f"\n{_tagged('p', item)}\n"


def _start(block: str) -> str:
    number = _START.match(block)
    if not number:
        raise _Complex
    return "" if number[0] == "1" else f" start=\x82{number[0]}\x82"


def _table(block: str) -> str:
    head, rule, *lines = block.split("\n")
    if not lines or not _LEANING.fullmatch(rule) or f"{_BACKSLASH}|" in block:  # at a row's end it goes with the border
        raise _Complex
    columns = rule.count("|")
    for line in (head, *lines):
        if line.count("|") != columns or line[0] != "|" or line[-1] != "|":
            raise _Complex
    sides = [_SIDES[cell.startswith(":"), cell.endswith(":")] for cell in _cells(rule)]
    row = _row("td", sides)
    body = "\n".join([row % _cells(line) for line in lines])
    thead, tbody = _tagged("thead", f"\n{_row('th', sides) % _cells(head)}\n"), _tagged("tbody", f"\n{body}\n")
    return f"\x80table tabindex=\x820\x82\x81\n{thead}\n{tbody}\n\x80/table\x81"  # why: `sanitizer`


def _row(name: str, sides: list[str]) -> str:
    """How a row of a table is written, with a %s for each cell."""
    return _tagged("tr", "\n" + "".join([f"\x80{name}{side}\x81%s\x80/{name}\x81\n" for side in sides]))


def _cells(row: str) -> tuple[str, ...]:
    return tuple([cell.strip(" ") for cell in row[1:-1].split("|")])


_SINGLE = {"p": _paragraph, "heading": _heading, "rule": _rule, "table": _table}
