"""The signs that Markdown knows: which of them act where they stand, and how those that were escaped are held. Pure."""

import html
import re

_ESCAPABLE = "\\`*_{}[]()>#+-.!|"
_ESCAPED = re.compile(rf"\\([{re.escape(_ESCAPABLE)}])|&(?:amp|lt|gt|quot|#58|#126);")

# An escaped sign is held as a control character, which no text has by now. (Not U+0085, which is a blank.)
HOLD = {f"\\{sign}": chr(0x86 + place) for place, sign in enumerate(_ESCAPABLE)} | {
    "&amp;": "\x98", "&lt;": "\x99", "&gt;": "\x9a", "&quot;": "\x9b", "&#58;": "\x9c", "&#126;": "\x9d",
}  # fmt: skip
_RELEASE = {held: html.escape(html.unescape(written.removeprefix("\\")), quote=False) for written, held in HOLD.items()}
_HELD = re.compile("[\x86-\x9d]")

# What may act, in a text whose escaped signs are held (ingest.to_markdown gives the reasons). One pattern a sign, each
# beginning with its sign: one pattern for all of them takes four times as long.
OF_HTML = {
    "\t": re.compile("\t"),
    "<": re.compile(r"<(?=[^\s=])"),
    "&": re.compile(r"&(?:#|[a-zA-Z0-9][-.a-zA-Z0-9]*+;)"),
    " \n": re.compile(r" \n"),
}
OF_SPANS = {
    "`": re.compile("`"),
    "](": re.compile(r"\]\("),
    "*": re.compile(r"\*(?:(?<=[^\s*]\*)|(?=[^\s*]))"),
    "_": re.compile(r"_(?:(?<!\w_)_*+(?=\S)|(?<=[^\s_]_)_*+(?!\w))"),
}
OF_BLOCKS = {
    "\n": re.compile(r"\n(?:[ #>]|[-+*:] |~~~|\d++\. |[-*_][-*_ ]*+\n|(?<=[^\n]\n)=)"),
}


def held(source: str) -> str:
    """A body between two line ends, its escaped signs held."""
    body = "\n" + source.strip("\n") + "\n"
    return _ESCAPED.sub(lambda written: HOLD[written.group()], body) if "\\" in body or "&" in body else body


def released(markup: str) -> str:
    """Html with the signs that were held."""
    return _HELD.sub(lambda sign: _RELEASE[sign.group()], markup)


def act(text: str, signs: dict[str, re.Pattern[str]]) -> bool:
    """Whether any of these acts in a text whose escaped signs are held."""
    return any(sign in text and acts.search(text) for sign, acts in signs.items())
