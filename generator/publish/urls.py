"""Addresses: meta → path in the output, and between two paths a relative link. Pure.

An address is a POSIX path relative to the output, with its letters as they are (NFC), never percent-encoded. Every
address that comes from content passes `safe`, after all decoding, so that none leaves the output and every file system
can hold it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from string import ascii_letters, digits
from typing import TypeVar
from urllib.parse import quote, unquote, urlsplit

from generator import edtf, text
from generator.errors import FrontMatterError, Location, Problem
from generator.fingerprint import digest
from generator.model import Meta
from generator.publish.model import Card, Standing

# What the site itself puts at its root, and the names of its folders; an article cannot have such an address, nor one
# below a file of these.
_OURS = re.compile(
    r"(?:(?:tags|sections|places|authors|agencies|static)(?:/.*)?|undated(?:/letters)?|\d{4}(?:/\d\d){0,2}"
    r"|(?:undated/(?:letters/[^/]+|index)\.html|\d{4}(?:/\d\d){0,2}/index\.html|(?:index|404|wanted|coverage|search)\.html"
    r"|(?:corrections|withdrawn)(?:/(?:\d{4}|undated))?\.html|feed\.(?:xml|json)"
    r"|\d{4}(?:/\d\d)?/feed\.xml|sitemap[^/]*\.xml|manifest-sha256\.txt"
    r"|nginx(?:-redirects)?\.conf|\.htaccess|Caddyfile|_redirects|_headers|\.nojekyll|s3-website\.json"
    r"|robots\.txt|site\.webmanifest|favicon\.svg|(?:apple-touch-icon|icon-\d+)\.png)(?:/.*)?)",
    re.IGNORECASE,  # on many disks these are the same names
)
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
_FORBIDDEN = re.compile(r'[<>:"|?*%#\\\x00-\x1f\x7f\ud800-\udfff]')
_NO_NAME = re.compile(r"[\\\x00-\x1f\x7f\ud800-\udfff]")  # the last: bytes of a file's name that are not UTF-8
_PLACEHOLDER = re.compile(r"\{(year|month|day|slug|section|id)\}")


def of(pattern: str, meta: Meta) -> str:
    """The address of an article by the site's pattern. Raises FrontMatterError for an `address:` that cannot be one.

    A part of the path that names a date finer than the article has is left out: with the default pattern a month is
    `2020/11/<slug>.html`; an article without a date stands under `undated/`.
    """
    if meta.address:
        return safe(meta.address.removeprefix("/"))
    unit = edtf.unit(meta.date) if meta.date else ""
    slug = meta.slug or text.slug(meta.title) or meta.id or digest(meta.title)[:8]
    section = text.slug(meta.section) if "{section}" in pattern else ""
    if not slug or "{id}" in pattern:
        return safe(_filled(pattern, unit, section, slug, meta.id))
    return safe(_around(pattern, unit, section).replace(_SLUG, slug))


_SLUG = "{slug}"


@lru_cache(maxsize=16384)
def _around(pattern: str, unit: str, section: str) -> str:
    """The address of all articles of a day, but for their slugs."""
    return _filled(pattern, unit, section, _SLUG, "")


def _filled(pattern: str, unit: str, section: str, slug: str, id: str) -> str:
    values = {"year": unit[:4], "month": unit[5:7], "day": unit[8:10], "slug": slug, "section": section, "id": id}
    parts = [_fill(part, values) for part in pattern.split("/")]
    kept = [part for part, known in parts if known and part]
    if not unit and "{year}" in pattern:
        kept.insert(0, "undated")
    named = any(
        known and ("{slug}" in raw or "{id}" in raw) for (_, known), raw in zip(parts, pattern.split("/"), strict=True)
    )
    if not named:  # the name stood in one part with a date that is not known: {year}-{month}-{slug}.html
        kept.append(slug + ("" if pattern.endswith("/") else ".html"))
    return "/".join([*kept, ""] if pattern.endswith("/") else kept)


def _fill(part: str, values: dict[str, str]) -> tuple[str, bool]:
    """A part of a pattern with its values, and whether all of them are known."""
    names = _PLACEHOLDER.findall(part)
    return _PLACEHOLDER.sub(lambda match: values[match[1]], part), all(values[name] for name in names)


def safe(address: str) -> str:
    """The address as a file's path: NFC, `index.html` written out. Raises FrontMatterError where it cannot be one."""
    return address if _SOUND.fullmatch(address) else _made_safe(address)


# Nearly all addresses. A name of five letters is none of a device.
LONGEST = 1_000  # bytes of an address; no system takes a path of more than some thousand
_SOUND = re.compile(r"(?:(?:[0-9]{1,4}|[a-z0-9-]{5,190})/)*[a-z0-9-]{5,190}\.html")


def _made_safe(address: str) -> str:
    address = unicodedata.normalize("NFC", address)
    if address.endswith("/") or not address:
        address += "index.html"
    if len(address.encode(errors="surrogatepass")) > LONGEST:
        raise FrontMatterError(f"address {address[:40]!r}… is longer than {LONGEST} bytes — shorten it")
    for part in address.split("/"):
        odd = unicodedata.normalize("NFKC", part)
        if part in {"", ".", ".."} or "/" in odd or odd in {".", ".."}:
            raise FrontMatterError(f"address {address!r} leaves the archive — write a path such as 2020/11/quake.html")
        if _FORBIDDEN.search(part) or _DEVICES.fullmatch(part) or part[-1] in ". " or part[0] in ". ":
            raise FrontMatterError(
                f"{part!r} in the address is a name that not every computer can hold — choose another"
            )
        if len(part.encode()) > 200:
            raise FrontMatterError(f"{part[:40]!r}… in the address is longer than 200 bytes — shorten it")
    return address


_FILE = re.compile(r".*\.html?", re.IGNORECASE | re.DOTALL)


def old(address: str, base: str = "") -> tuple[str, str]:
    """An address that the world knows → as it is asked for, and the path of a page that answers there; "" where a query
    makes that impossible. Of a whole address the host goes; of one below `base`, the site's own `url`, all of that.

    A page that is no `.html` is a folder of that name: every host leads from `/a.php` to `/a.php/index.html`.
    Raises FrontMatterError for what can be no address of this site.
    """
    if _CONTROL.search(address):
        raise FrontMatterError(f"{address!r} holds a sign that no address can — write it without")
    said = (base if f"{address}/" == base else address).removeprefix(base)
    if not _WEB.match(said):
        said = "/" + said.lstrip("/")
    try:
        parts = urlsplit(said)
    except ValueError as error:
        raise FrontMatterError(f"{address!r} is no address — write a path such as /2020/quake.html") from error
    asked = "/" + parts.path.lstrip("/")
    if parts.query:
        return f"{asked}?{parts.query}", ""
    try:
        path = unquote(asked, errors="strict").lstrip("/")
    except UnicodeDecodeError as error:
        raise FrontMatterError(f"{address!r} is not UTF-8 — write its letters as they are") from error
    if path and not path.endswith("/") and not _FILE.fullmatch(path):
        path += "/"
    path = safe(path)
    if ours(path):
        raise FrontMatterError(f"{address!r} is a page of the site itself — take it out")
    return asked, path


_WEB = re.compile(r"https?://", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def ours(path: str) -> bool:
    """Whether the site itself stands there."""
    return _OURS.fullmatch(path) is not None


def is_name(path: str) -> bool:
    """Whether a file that is called so can be copied: manifests are read by lines, and addresses are UTF-8."""
    return not _NO_NAME.search(path)


def key(address: str) -> str:
    """Two addresses with the same key are one file on some disk: case and form do not count."""
    return unicodedata.normalize("NFC", address).casefold()


def claim(address: str) -> str:
    """The key of an address, "" for one at which the site itself stands."""
    return "" if _OURS.fullmatch(address) else key(address)


def apart(claims: Sequence[str], taken: Iterable[str]) -> bool:
    """Whether it is plain that no two of these claims meet, nor one of them and an address that is taken: no file has
    another's name, nor that of a folder. `Claims` says who is in whose way, at many times the price."""
    distinct, others = set(claims), {key(address) for address in taken}
    folders = {claim[:at] for claim in {claim.rpartition("/")[0] + "/" for claim in claims} for at in _slashes(claim)}
    return (
        "" not in distinct
        and len(distinct) == len(claims)
        and distinct.isdisjoint(others)
        and folders.isdisjoint(others)
        and folders.isdisjoint(distinct)
        and not any(other[:at] in distinct for other in others for at in _slashes(other))
    )


def _slashes(address: str) -> list[int]:
    return [at for at, letter in enumerate(address) if letter == "/"]


Claimant = TypeVar("Claimant", Card, Standing)


class Claims:
    """Who stands where. An address belongs to the first that claims it, and so do the folders above it."""

    def __init__(self, copied: Iterable[str] = ()) -> None:
        self._owners: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        for address in copied:
            self.take(address, f"the file content/static/{address}")

    def claim(
        self, claimants: Iterable[Claimant], *, markdown: bool = False
    ) -> tuple[tuple[Claimant, ...], tuple[Problem, ...]]:
        """Those that have an address of their own, and a problem for each that lost its to another. `markdown`: they
        have one more each, beside it.

        The smaller content path keeps an address, so the order of the input does not matter.
        """
        kept: list[Claimant] = []
        problems: list[Problem] = []
        for one in sorted(claimants, key=attrgetter("path")):
            if said := self._taken(beside(one.url) if markdown else (one.url,), one.path):
                problems.append(Problem(said, Location(one.path)))
            else:
                kept.append(one)
        return tuple(kept), tuple(problems)

    def _taken(self, addresses: Iterable[str], claimant: str) -> str:
        """That one of these belongs to another; "" where they are the claimant's from now on."""
        for address in addresses:
            owner = "a page of the site itself" if _OURS.fullmatch(address) else self.take(address, claimant)
            if owner != claimant:
                return f"its address {address} belongs to {owner}, so it has no page — give it another slug or address"
        return ""

    def take(self, address: str, claimant: str) -> str:
        """The owner of an address from now on: a file's name cannot be a folder's too."""
        mine = key(address)
        above = list(self._new_folders(mine))
        owner = self._owners.get(mine) or self._folders.get(mine)
        owner = owner or next((self._owners[folder] for folder in above if folder in self._owners), None)
        if owner is None:
            self._owners[mine] = claimant
            self._folders |= dict.fromkeys(above, claimant)
        return owner or claimant

    def _new_folders(self, address: str) -> Iterator[str]:
        """The folders above an address that are not there yet, the nearest first; above one that is, all are."""
        while (address := address.rpartition("/")[0]) and address not in self._folders:
            yield address


def root(path: str) -> str:
    """The way from a page to the root of the site: "" or "../../"."""
    return "../" * path.count("/")


def encoder(safe: str) -> Callable[[str], str]:
    """`urllib.parse.quote` that leaves these signs as they are: the same, for ASCII in one step."""
    kept = frozenset(f"{ascii_letters}{digits}_.-~{safe}")
    signs = {n: chr(n) if chr(n) in kept else f"%{n:02X}" for n in range(128)}

    def encode(text: str) -> str:
        return text.translate(signs) if text.isascii() else quote(text, safe=safe, errors="replace")

    return encode


_path = encoder("/#~!$&'()*+,;=@")
_component = encoder("")


@lru_cache(maxsize=200_000)
def quoted(path: str) -> str:
    """A path, with the anchor it may have, as it stands in a link (RFC 3986)."""
    return _path(path)


_HARMLESS = re.compile(r"[A-Za-z0-9_.~ -]*")


def component(text: str) -> str:
    """A text as a part of an address (RFC 3986), every sign that means something there encoded."""
    if _HARMLESS.fullmatch(text):  # as most headlines: to look at each letter would take ten times as long
        return text.replace(" ", "%20")
    return _component(text)


def absolute(base: str, path: str) -> str:
    """The address on the web, "" where site.yaml names no `url`."""
    return f"{base}{quoted(path)}" if base else ""


def topic(kind: str, slug: str, unit: str = "") -> str:
    """A topic's page, or the part of it for a year, month or day, or `undated`."""
    return f"{kind}/{slug}/{unit}.html" if unit else f"{kind}/{slug}.html"


def beside(address: str) -> tuple[str, str]:
    """The address of an article, and where its Markdown stands."""
    return address, markdown(address)


def markdown(address: str) -> str:
    """Where the Markdown of an article stands: beside its page."""
    return f"{address.removesuffix('.html')}.md"


def of_markdown(path: str) -> tuple[str, ...]:
    """The addresses of articles whose Markdown could stand there."""
    stem = path.removesuffix(".md")
    return (f"{stem}.html", stem) if path != stem else ()


def picture(file: str) -> str:
    """The address of a picture that front matter names, below content/media; "" for one that lies elsewhere."""
    return f"media/{file.removeprefix('/').removeprefix('media/')}" if file and not web(file) else ""


def web(address: str) -> str:
    """An address on the web as it is to be linked; "" for any other."""
    if address.startswith("//"):
        return f"https:{address}"
    return address if address.lower().startswith(("http://", "https://")) else ""


def calendar(unit: str) -> str:
    """The page of a year, month or day: 2020-11 → 2020/11/index.html."""
    return f"{unit.replace('-', '/')}/index.html"
