"""The command `why`: where each field of an article came from, and what was left out of it."""

import json
import re
from dataclasses import asdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from generator import publish, site, text
from generator.cli.command import again_command, command
from generator.cli.paragraphs import say_wrapped
from generator.cli.printing import SHOWN, say, say_error
from generator.errors import Location, UsageError
from generator.ingest.review.search import Found, Search
from generator.ingest.review.why import Explanation, Reason, in_words

_ADDRESS = re.compile(r"https?://|.*\.html?\Z|.*/\Z", re.IGNORECASE)
_VALUE = 300


@click.command("why")
@click.argument("article", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@command
def why_(start: Path, article: tuple[str, ...], as_json: bool) -> int:
    """Say where each field of an ARTICLE came from, and which lines were cut.

    ARTICLE is its Markdown file, its raw file, its id, its address in the site, or the beginning of its headline.
    """
    root = site.find(start)
    what = " ".join(article)
    search = Search(root)
    found = _by_address(root, what) if _is_address(root, what) else search.find(what)
    if len(found) > 1:
        return _ask_which(what, found)
    explanation = search.explain(found[0])
    if as_json:
        click.echo(json.dumps(asdict(explanation), ensure_ascii=False, indent=1))
    else:
        _say(explanation, root)
    return 0


# ── Addresses ────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_address(root: Path, what: str) -> bool:
    inside = _in_output(root, what) is not None
    return inside or (_ADDRESS.match(what) is not None and not Path(what).exists() and not (root / what).exists())


def _in_output(root: Path, what: str) -> str | None:
    """The address of a file of output/, None for any other."""
    if "\0" in what:
        return None
    for path in (Path(what), root / what):
        output = (root / "output").absolute()
        if path.absolute().is_relative_to(output):
            return path.absolute().relative_to(output).as_posix()
    return None


def _by_address(root: Path, what: str) -> tuple[Found, ...]:
    """The article at an address of the site, an old one too. Raises UsageError where there is another page, or none."""
    archive = publish.read(root)
    address = _in_output(root, what) or _relative(what, archive.site.url)
    for path in (address, f"{address.rstrip('/')}/index.html".lstrip("/"), f"{address}.html"):
        if path in archive.at:
            return (Found(archive.heads[archive.at[path]].path),)
        if path in archive.tombstones:
            return (Found(archive.tombstones[path].path),)
    said = "is no article's address — so far only articles are explained, no lists and other pages"
    raise UsageError(said, Location(what))


def _relative(what: str, url: str) -> str:
    """An address as the site knows it, from its root."""
    if url and what.startswith(url):
        return unquote(what.removeprefix(url)).partition("#")[0]
    return unquote(urlsplit(what).path).lstrip("/")


def _ask_which(what: str, found: tuple[Found, ...]) -> int:
    say_error(f"{what!r} may be any of {len(found):,} articles — name one of them:")
    for one in found[:SHOWN]:
        say_error(f"  {one.path or one.raw}  {text.excerpt(one.title, 60)}".rstrip())
    if len(found) > SHOWN:
        say_error(f"  and {len(found) - SHOWN:,} more")
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


def _say_lines(title: str, rows: list[tuple[int, str, str]]) -> None:
    if not rows:
        return
    say()
    say(title)
    for line, words, rule in rows:
        place = str(line) if line else ""
        say_wrapped(f"{text.excerpt(words, _VALUE)} — {in_words(rule)}", 8, f"{place:>6}  ")
