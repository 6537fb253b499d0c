"""Markdown of an article's body → safe html; and what lists and feeds show of it. Pure.

    body ─┬─ only paragraphs of text ──────────────────────────────▶ html            (nine in ten: `words`)
          └─ guards.check ─┬─ simple Markdown ─────────────────────▶ html            (`marks`)
                           └─ Python-Markdown ─▶ sanitizer.clean ──▶ html

The first two ways are no second dialect: they take a body only where nothing that Python-Markdown knows can act in a
way that is not surely known, and then give the very bytes that the third would (property tests hold them against each
other). Whatever ingest writes takes the first, so raw text never meets Python-Markdown. A body that the guards refuse
raises ProseError; whoever asked can show it with `plain`, which loses nothing.

The dialect: Python-Markdown with tables, footnotes, fenced code, definition lists and sane lists. No smart quotes (text
is never rewritten) and no attribute lists (content sets no attributes). Html in Markdown passes the sanitizer.
"""

import html
import re
from functools import lru_cache
from importlib import import_module
from itertools import islice
from threading import get_ident
from typing import TYPE_CHECKING

from generator import text
from generator.errors import ProseError
from generator.later import later
from generator.publish import signs, words

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.publish import guards, marks, sanitizer
else:  # many archives, and most edits, need none of them
    guards, marks, sanitizer = map(later, [f"generator.publish.{name}" for name in ("guards", "marks", "sanitizer")])

_EXTENSIONS = ["tables", "footnotes", "fenced_code", "def_list", "sane_lists"]
_SETTINGS: dict[str, dict[str, object]] = {
    "tables": {"use_align_attribute": True},
    # No marker for the place of the notes (no text can hold U+0002 here); a title that is read in every language.
    "footnotes": {"PLACE_MARKER": "\x02", "BACKLINK_TITLE": "↩ %d"},
}


def check(markdown: str) -> str:
    """Why Python-Markdown must not be given this body, and what to do about it; "" = it may be."""
    return guards.check(markdown)


def render(markdown: str, root: str = "") -> str:
    """Safe html of a body. `root` is the way from the page to the root of the site ("../../../").

    Raises ProseError for what the guards refuse, and where Python-Markdown fails.
    """
    quick = quickly(markdown, root)
    return slowly(markdown, root) if quick is None else quick


def quickly(markdown: str, root: str = "") -> str | None:
    """The same where it needs no Python-Markdown, else None. Raises ProseError for what the guards refuse."""
    if words.only(markdown.encode(errors="surrogatepass")):
        return words.markup(markdown)
    source = _normal(markdown)
    held = signs.held(source)
    if (simple := _simple(held)) is not None:
        return simple
    if reason := check(source):
        raise ProseError(reason)
    return marks.markup(held, root)


def slowly(markdown: str, root: str = "") -> str:
    """The same by Python-Markdown, of a body that the guards let through."""
    return sanitizer.clean(_converted(_normal(markdown)), root)


def is_simple(markdown: str) -> bool:
    """Whether nothing in the body may act: then `render` does without Python-Markdown, in a tenth of the time."""
    return not _may_act(signs.held(_normal(markdown)))


def plain(markdown: str) -> str:
    """Paragraphs that show the Markdown as it is written: for a body that is refused."""
    return _paragraphs(_normal(markdown))


# ── Python-Markdown ──────────────────────────────────────────────────────────────────────────────────────────────


def _converted(source: str) -> str:
    try:
        return _engine(get_ident()).reset().convert(source)
    except Exception as error:  # a parser of 8,000 lines on text from anywhere: one article must not stop the others
        _engine.cache_clear()  # its state may be broken
        raise ProseError(
            f"Markdown cannot read this body ({type(error).__name__}): write it in a simpler way"
        ) from error


@lru_cache(maxsize=16)
def _engine(thread: int) -> "Markdown":
    """One engine a thread: it holds the state of the document that it reads. Many archives need none."""
    markdown: type[Markdown] = import_module("markdown").Markdown
    return markdown(extensions=_EXTENSIONS, extension_configs=_SETTINGS, output_format="html")


def _normal(markdown: str) -> str:
    """Newlines as \\n, no control characters: Python-Markdown marks places with U+0002 and U+0003."""
    source = markdown.replace("\r\n", "\n").replace("\r", "\n")
    return source if source.replace("\n", "").isprintable() else text.printable(source)


# ── Bodies that are only text ────────────────────────────────────────────────────────────────────────────────────

_GAP = re.compile(r"\n\n+")


def _simple(held: str) -> str | None:
    """The html of a body (signs held) in which nothing acts."""
    if _may_act(held):
        return None
    return signs.released(_paragraphs(held))


def _may_act(held: str) -> bool:
    if any(signs.act(held, kind) for kind in (signs.OF_SPANS, signs.OF_BLOCKS, signs.OF_HTML)) or _may_define(held):
        return True
    return "|" in held and "\n" in _GAP.sub("", held.strip("\n"))  # a table needs two lines


def _may_define(held: str) -> bool:
    """Whether a line may be a reference or footnote definition, which gives a meaning to brackets elsewhere."""
    return "]:" in held and any("\n[" in f"\n{part}" and "]:" in part for part in _GAP.split(held))


def _paragraphs(source: str) -> str:
    parts = (part.lstrip() for part in _GAP.split(source.strip("\n")))
    kept = "\n\n".join(part for part in parts if part)
    written = html.escape(kept, quote=False).replace("\xa0", "&nbsp;").replace("\n\n", "</p>\n<p>")  # as nh3 writes it
    return f"<p>{written}</p>" if kept else ""


# ── What others show of a body ───────────────────────────────────────────────────────────────────────────────────

_NO_SUMMARY = re.compile(r"[ ]{0,3}(?:#|\||!\[|\[!\[|\[[^\]\n]*+\]:)|[ ]{4}|\t")  # heading, table, picture, code
_HEADING = re.compile(r"<h[2-6][ >].*?</h[2-6]>", re.DOTALL)
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]*+\]:[^\n]*+$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]*+\]")
_BREAK = re.compile(r"</(?:p|h[2-6]|li|dt|dd|tr|pre|div|figcaption|caption)>|<(?:br|hr)>")
_OPENING = re.compile(r'<p(?: [a-z-]+="[^"]*")*>(?!(?:<a [^>]*>)?<img )')
_TRIES = 5


def excerpt(markdown: str, limit: int = 200) -> str:
    """The beginning of the first paragraph (or list, or quote) as plain text; "" where there is none."""
    first = markdown.strip("\n").partition("\n\n")[0]
    if not first.replace("\n", "").isprintable():  # a blank line may not look like one yet
        first = _normal(markdown).strip("\n").partition("\n\n")[0]
    if (simple := _simple(signs.held(first))) is not None:
        return text.excerpt(visible(simple), limit)
    return text.excerpt(_summary(_normal(markdown).strip("\n")), limit)


def _summary(source: str) -> str:
    """The text of the first block that has any, rendered by itself: the whole of a long body need not be read."""
    if check(source):
        return source
    definitions = "\n".join(_DEFINITION.findall(source))
    blocks = (block for block in guards.without_code(source).split("\n\n") if not _NO_SUMMARY.match(block))
    for block in islice(filter(str.strip, blocks), _TRIES):
        markup = render(f"{_FOOTNOTE.sub('', block)}\n\n{definitions}")
        if said := visible(_HEADING.sub("", markup)):
            return said
    return ""


def visible(markup: str) -> str:
    """The text of html that `render` made: a line for each paragraph, item, row."""
    lines = sanitizer.TAG.sub("", _BREAK.sub("\n", markup)).split("\n")
    return "\n".join(line for line in map(str.strip, map(html.unescape, lines)) if line)


def with_dateline(markup: str, dateline: str) -> str:
    """The body with `dateline` (html, already escaped) run in at the start, and one blank after it.

    It stands inside the first paragraph; where the body begins with something else, it is a paragraph of its own.
    """
    run_in = dateline.strip()
    if opening := _OPENING.match(markup):
        return f"{opening.group()}{run_in} {markup[opening.end() :]}"
    return f"<p>{run_in}</p>\n{markup}".rstrip("\n")
