"""Bodies that are only words, known by a glance at their bytes, and the html of these. Pure.

Nearly all bodies of an archive are paragraphs of letters, digits and the signs of a sentence. Python looks through the
bytes of such a one in two calls, eight times as fast as `prose` asks each sign that Markdown knows whether it acts.
What is not surely only words is not judged here: it is left to `prose`.
"""

import re

from generator import text

# Signs that mean nothing to Markdown within a line, not even beside another; nor to html, once `>` is escaped.
_HARMLESS = b" \n!\"#$%'()+,-./:;=>?@^{}~" + bytes(n for n in range(128) if chr(n).isalnum())
_FOREIGN = bytes(range(0x80, 0x100))  # the bytes of all other letters
_GAP = re.compile(r"\n{3,}")
_OPENS = re.compile(rb"\n[ #>+:~=0-9-]")  # a line that may be more than a line of a paragraph


def only(body: bytes) -> bool:
    """Whether nothing in a body (UTF-8, lines that end in \\n) may act, and nothing in it has to be taken out."""
    odd = body.translate(None, _HARMLESS)
    if odd and (odd.strip(_FOREIGN) or not odd.decode(errors="surrogatepass").isprintable()):
        return False
    lines = b"\n%b\n" % body
    return not _OPENS.search(lines) and b" \n" not in lines


def excerpt(body: str) -> str:
    """The beginning of the first paragraph of a body that is only words."""
    return text.excerpt(body.strip("\n").partition("\n\n")[0])


def markup(body: str) -> str:
    """The html of a body that is only words: what `prose.plain` makes of it."""
    kept = body.strip("\n")
    if "\n\n\n" in kept:
        kept = _GAP.sub("\n\n", kept)
    written = kept.replace(">", "&gt;").replace("\n\n", "</p>\n<p>")
    return f"<p>{written}</p>" if kept else ""
