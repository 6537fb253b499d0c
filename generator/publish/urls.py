"""Addresses: meta → path in the output, and between two paths a relative link. Pure.

An address is a POSIX path relative to the output, with its letters as they are (NFC), never percent-encoded. Every
address that comes from content passes `safe`, after all decoding, so that none leaves the output and every file system
can hold it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote

from generator import edtf, text
from generator.errors import FrontMatterError, Location
from generator.model import Head, Meta, Problem, TopicKind

TOPIC_KINDS: tuple[TopicKind, ...] = ("sections", "places", "authors", "agencies", "tags")

# What the site itself puts at its root; an article cannot have such an address.
_OURS = re.compile(
    r"(?:(?:tags|sections|places|authors|agencies)/.*|(?:static|undated/[^/]+)/.*|undated/index\.html"
    r"|(?:\d{4}/){1}(?:\d\d/){0,2}index\.html|(?:index|404|wanted|coverage|search)\.html|feed\.(?:xml|json)"
    r"|sitemap.*\.xml|manifest-sha256\.txt)"
)
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
_FORBIDDEN = re.compile(r'[<>:"|?*%#\\\x00-\x1f\x7f]')
_PLACEHOLDER = re.compile(r"\{(year|month|day|slug|section|id)\}")


def of(pattern: str, meta: Meta) -> str:
    """The address of an article by the site's pattern. Raises FrontMatterError for an `address:` that cannot be one.

    A part of the path that names a date finer than the article has is left out: with the default pattern a month is
    `2020/11/<slug>.html`; an article without a date stands under `undated/`.
    """
    if meta.address:
        return safe(meta.address.removeprefix("/"))
    unit = edtf.unit(meta.date) if meta.date else ""
    values = {
        "year": unit[:4],
        "month": unit[5:7],
        "day": unit[8:10],
        "slug": meta.slug or text.slug(meta.title) or meta.id,
        "section": text.slug(meta.section),
        "id": meta.id,
    }
    parts = [_fill(part, values) for part in pattern.split("/")]
    kept = [part for part, known in parts if known]
    if not unit and "{year}" in pattern:
        kept.insert(0, "undated")
    return safe("/".join(kept) if parts[-1][1] else "/".join([*kept, ""]))


def _fill(part: str, values: dict[str, str]) -> tuple[str, bool]:
    """A part of a pattern with its values, and whether all of them are known."""
    names = _PLACEHOLDER.findall(part)
    return _PLACEHOLDER.sub(lambda match: values[match[1]], part), all(values[name] for name in names)


def safe(address: str) -> str:
    """The address as a file's path: NFC, `index.html` written out. Raises FrontMatterError where it cannot be one."""
    address = unicodedata.normalize("NFC", address)
    if address.endswith("/") or not address:
        address += "index.html"
    for part in address.split("/"):
        odd = unicodedata.normalize("NFKC", part)
        if part in {"", ".", ".."} or "/" in odd or odd in {".", ".."}:
            raise FrontMatterError(f"address: {address!r} leaves the archive — write a path such as 2020/11/quake.html")
        if _FORBIDDEN.search(part) or _DEVICES.fullmatch(part) or part[-1] in ". " or part[0] in ". ":
            raise FrontMatterError(f"address: {part!r} is a name that not every computer can hold — choose another")
        if len(part.encode()) > 200:
            raise FrontMatterError(f"address: {part[:40]!r}… is longer than 200 bytes — shorten it")
    return address


def key(address: str) -> str:
    """Two addresses with the same key are one file on some disk: case and form do not count."""
    return unicodedata.normalize("NFC", address).casefold()


def claim(heads: Iterable[Head], standing: Mapping[str, str]) -> tuple[tuple[Head, ...], tuple[Problem, ...]]:
    """The articles that have an address of their own, and a problem for each that lost its to another.

    The smaller content path keeps an address; so the order of the input does not matter. Standing pages
    (address → content path) and the site's own pages come before any article.
    """
    owners = {key(address): path for address, path in standing.items()}
    kept, problems = [], []
    for head in sorted(heads, key=lambda head: head.path):
        ours = _OURS.fullmatch(head.url) is not None
        owner = "a page of the site itself" if ours else owners.setdefault(key(head.url), head.path)
        if owner == head.path:
            kept.append(head)
        else:
            problems.append(_collision(head, owner))
    return tuple(kept), tuple(problems)


def _collision(head: Head, owner: str) -> Problem:
    return Problem(
        f"its address {head.url} belongs to {owner} — write another slug: into its front matter; it has no page",
        Location(head.path),
    )


def root(path: str) -> str:
    """The way from a page to the root of the site: "" or "../../"."""
    return "../" * path.count("/")


@lru_cache(maxsize=200_000)
def quoted(path: str) -> str:
    """A path, with the anchor it may have, as it stands in a link (RFC 3986)."""
    return quote(path, safe="/#~!$&'()*+,;=@")


def absolute(base: str, path: str) -> str:
    """The address on the web, "" where site.yaml names no `url`."""
    return f"{base}{quoted(path)}" if base else ""


def topic(kind: str, slug: str, unit: str = "") -> str:
    """A topic's page, or the part of it for a year, month or day, or `undated`."""
    return f"{kind}/{slug}/{unit}.html" if unit else f"{kind}/{slug}.html"


def calendar(unit: str) -> str:
    """The page of a year, month or day: 2020-11 → 2020/11/index.html."""
    return f"{unit.replace('-', '/')}/index.html"
