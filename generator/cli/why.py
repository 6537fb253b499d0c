"""The command `why`: where each field of an article came from, and what was left out of it; what a page is made of."""

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from generator import publish, site, text
from generator.cli.command import again_command, command
from generator.cli.paragraphs import say_wrapped
from generator.cli.printing import say, say_error, say_some
from generator.cli.standing import say_page
from generator.errors import Location, UsageError
from generator.ingest.review.search import Found, Search
from generator.ingest.review.why import Explanation, Reason, in_words
from generator.publish.explained import Explained

_ADDRESS = re.compile(r"https?://|.*\.html?\Z|.*/\Z", re.IGNORECASE)
_FILE = re.compile(r"\S*\.[a-z0-9]+\Z", re.IGNORECASE)  # a feed, a stylesheet; unless it is the name of a raw file
_VALUE = 300


@click.command("why")
@click.argument("article", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@command
def why_(start: Path, article: tuple[str, ...], as_json: bool) -> int:
    """Say where each field of an ARTICLE came from, and which lines were cut; or what changed of a page of the site.

    ARTICLE is its Markdown file, its raw file, its id, its address in the site, or the beginning of its headline; or
    the address of any other page, or its file in output/.
    """
    root = site.find(start)
    what = " ".join(article)
    page, found = _meant(root, what)
    if len(found) > 1:
        return _ask_which(what, found)
    explanation = Search(root).explain(found[0]) if found else None
    if as_json:
        told = (asdict(explanation) if explanation else {}) | ({"page": _for_machines(page)} if page else {})
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    if explanation:
        _say(explanation, root)
        if page:
            say()
    if page:
        say_page(page)
    return 0


# ── Addresses ────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_address(root: Path, what: str) -> bool:
    inside = _in_output(root, what) is not None
    there = os.path.exists(what) or os.path.exists(root / what)
    return inside or (_ADDRESS.match(what) is not None and not there)


def _in_output(root: Path, what: str) -> str | None:
    """The address of a file of output/, None for any other."""
    if "\0" in what:
        return None
    for path in (Path(what), root / what):
        output = (root / "output").absolute()
        if path.absolute().is_relative_to(output):
            return path.absolute().relative_to(output).as_posix()
    return None


def _meant(root: Path, what: str) -> tuple[Explained | None, tuple[Found, ...]]:
    """The page at an address, and its article; or the articles that these words may mean. Raises UsageError."""
    if not _is_address(root, what):
        try:
            return None, Search(root).find(what)
        except UsageError:
            page = _at(root, what) if _FILE.match(what) else None
            if page is None:
                raise
    else:
        page = _at(root, what)
        if page is None:
            raise UsageError("is no address of this site, and no build has made a page there", Location(what))
    return page, (Found(page.article),) if page.article else ()


def _at(root: Path, what: str) -> Explained | None:
    """The page at an address of the site, as it may be written."""
    address = _in_output(root, what) or _relative(what, site.load(root).url)
    return publish.explain(root, (address, f"{address.rstrip('/')}/index.html".lstrip("/"), f"{address}.html"))


def _relative(what: str, url: str) -> str:
    """An address as the site knows it, from its root."""
    if url and what.startswith(url):
        return unquote(what.removeprefix(url)).partition("#")[0]
    with suppress(ValueError):  # what looks like an address and is none
        what = urlsplit(what).path
    return unquote(what).lstrip("/")


def _ask_which(what: str, found: tuple[Found, ...]) -> int:
    say_error(f"{what!r} may be any of {len(found):,} articles — name one of them:")
    say_some([f"{one.path or one.raw}  {text.excerpt(one.title, 60)}".rstrip() for one in found], tell=say_error)
    return 2


# ── Printing ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _say(told: Explanation, root: Path) -> None:
    for line in (told.title, told.path, told.raw and f"from {told.raw}"):
        if line:
            say_wrapped(line)
    for twin in told.same:
        say_wrapped(f"the same article: {twin}")
    if told.note:
        say_wrapped(told.note)
    if told.again:
        say(f"To bring it back: {again_command(root, told.again)}")
    width = max((len(reason.field) for reason in told.fields), default=0) + 4
    for reason in told.fields:
        say()
        _say_reason(reason, width)
    _say_lines("For your eye", [(doubt.line, doubt.quote, doubt.rule) for doubt in told.doubts])
    _say_lines("Lines that were cut", [(cut.line, cut.text, cut.rule) for cut in told.cut])


def _say_reason(reason: Reason, width: int) -> None:
    say_wrapped(text.excerpt(reason.value, _VALUE), width, f"  {reason.field}")
    place = f", {reason.place}" if reason.place else ""
    say_wrapped(f"— {reason.why}{place}", width)
    if reason.quote:
        say_wrapped(f"  “{reason.quote}”", width)


def _for_machines(page: Explained) -> dict[str, object]:
    return asdict(page) | {"inputs": {name: "changed" if other else "as it was" for name, other in page.inputs}}


def _say_lines(title: str, rows: list[tuple[int, str, str]]) -> None:
    if not rows:
        return
    say()
    say(title)
    for line, words, rule in rows:
        place = str(line) if line else ""
        say_wrapped(f"{text.excerpt(words, _VALUE)} — {in_words(rule)}", 8, f"{place:>6}  ")
