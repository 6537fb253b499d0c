"""Hosts: what a site says to whoever serves it → the files that this one reads. Pure.

One module and one row of HOSTS each. Every file is a function of a `HostView`: where the site lies on its host, which
addresses moved, and which are gone; and of the policy that its layouts ask for. A host that reads no such file serves
the site as it is: moved addresses are pages that lead on, and what is gone answers like any page.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from generator.model import SiteConfig
from generator.publish import urls
from generator.publish.hosts import apache, caddy, nginx, plain
from generator.publish.hosts.said import Headers, Inline, headers
from generator.publish.model import Archive, Redirect
from generator.views import HostView, Moved

TEMPLATE = "hosting"  # the name that stands in the place of a layout

Writer = Callable[[HostView, Headers], str]


@dataclass(frozen=True, slots=True)
class Host:
    """files     address → what writes the file there
    rules        the most redirects that it takes; 0 = it takes none
    queries      it tells `/?p=1` from `/?p=2`
    plain        it reads redirects as lines of words, in which some signs mean something
    bare         it leads from /x.html to /x, and from /x/index.html to /x/
    """

    files: Mapping[str, Writer]
    rules: int = 0
    queries: bool = False
    plain: bool = False
    bare: bool = False


_ANY = 1 << 30
# Apache reads them anew for each request, of pages too: with 2,000 each took 25 ms instead of 2, with 20,000 a third of
# a second. nginx and Caddy do not feel 20,000.
_READ_EACH_TIME = 500
HOSTS: Mapping[str, Host] = {
    "folder": Host({}),
    "nginx": Host({"nginx.conf": nginx.server, "nginx-redirects.conf": nginx.redirects}, _ANY, queries=True),
    "apache": Host({".htaccess": apache.htaccess}, _READ_EACH_TIME, queries=True),
    "caddy": Host({"Caddyfile": caddy.caddyfile}, _ANY, queries=True),
    "netlify": Host({"_redirects": plain.netlify, "_headers": plain.headers}, _ANY, queries=True, plain=True),
    "cloudflare": Host({"_redirects": plain.cloudflare, "_headers": plain.headers}, 2_000, plain=True, bare=True),
    "github": Host({".nojekyll": lambda view, said: ""}),
    "s3": Host({"s3-website.json": plain.s3}),
}


def files(host: str) -> tuple[str, ...]:
    """The addresses of what it reads."""
    return tuple(HOSTS[host].files)


def written(path: str, view: HostView, inline: Inline) -> str:
    """The file at one of these addresses. `inline`: what stands in the layouts as it is."""
    return HOSTS[view.host].files[path](view, headers(inline))


def view(archive: Archive) -> HostView:
    """What an archive says to its host."""
    site = archive.site
    base = _decoded(urlsplit(site.url).path) or "/"
    old = archive.moved.values()
    taken = served(site.host, [one for one in old if one.to])
    moved = [moved_from(one, _leading(base + asked(site.host, one.to))) for one in taken]
    gone = (*archive.tombstones, *(one.path for one in old if not one.to))
    return HostView(site.host, base, _name(site.url), tuple(moved), gone)


# Nothing is left in it that means anything to any host: not $1, not {name}.
_leading = urls.encoder("/#")


def _decoded(path: str) -> str:
    """As it is written where it would hold what breaks a line."""
    return path if _CONTROL.search(unquote(path)) else unquote(path)


def _name(url: str) -> str:
    """What sets two archives apart on one server. It begins with a letter: to nginx, $1 is what was matched."""
    return "_".join(["site", *re.findall("[a-z0-9]+", url.partition("://")[2].lower())])


# ── How addresses are asked for ──────────────────────────────────────────────────────────────────────────────────


def asked(host: str, path: str) -> str:
    """The form of an address that answers at once: on a host that leads from `/x.html` to `/x`, the latter."""
    if not HOSTS[host].bare:
        return path
    name, mark, anchor = path.partition("#")
    folder, _, last = name.rpartition("/")
    if last == "index.html":
        return f"{folder}/{mark}{anchor}" if folder else f"{mark}{anchor}"
    return f"{name.removesuffix('.html')}{mark}{anchor}"


def file(host: str, address: str) -> str:
    """The file that answers there: `asked` undone."""
    if not HOSTS[host].bare:
        return address
    if not address or address.endswith("/"):
        return f"{address}index.html"
    return address if "." in address.rpartition("/")[2] else f"{address}.html"


def absolute(site: SiteConfig, path: str) -> str:
    """The address of a page on the web, in that form; "" where site.yaml names no `url`."""
    return urls.absolute(site.url, asked(site.host, path))


# ── What moved ───────────────────────────────────────────────────────────────────────────────────────────────────


def redirects_itself(host: str) -> bool:
    """Whether the host leads from an old address to a new one, so that no page has to."""
    return HOSTS[host].rules > 0


def served(host: str, redirects: Iterable[Redirect]) -> tuple[Redirect, ...]:
    """Those of them that the host itself leads on, in the order of their addresses."""
    kind, left, found = HOSTS[host], HOSTS[host].rules, []
    for one in sorted(set(redirects)):
        if left and _expressible(kind, one):
            needs = _needs(kind, one)
            if needs <= left:
                left -= needs
                found.append(one)
    return tuple(found)


def rules(host: str, redirects: Iterable[Redirect]) -> int:
    """How many rules it would take to lead all of them on that the host can, if it took any number."""
    kind = HOSTS[host]
    said = [one for one in set(redirects) if kind.rules and _expressible(kind, one)]
    return sum(_needs(kind, one) for one in said)


def _needs(kind: Host, redirect: Redirect) -> int:
    """A line of words holds for one address; elsewhere one rule does for a folder with its slash and without."""
    return len(moved_from(redirect, "").asked) if kind.plain else 1


def by_pages(host: str, redirects: Iterable[Redirect]) -> tuple[Redirect, ...]:
    """The rest of them: a page has to stand at each, or nothing can."""
    every = set(redirects)
    return tuple(sorted(every.difference(served(host, every))))


def crowded(host: str, redirects: int) -> bool:
    """Whether so many may be more than it takes: then which of them it leads on depends on the others."""
    rules = HOSTS[host].rules
    return 0 < rules < 2 * redirects


def moved_from(redirect: Redirect, to: str) -> Moved:
    """An address as it is asked for, in its parts: the path without the slash at its front, and decoded."""
    path, _, query = redirect.address.partition("#")[0].partition("?")
    return Moved(unquote(path).lstrip("/"), _asking(query), to)


# As a browser asks (URL Standard, the special-query percent-encode set).
_asking = urls.encoder("%!$&()*+,/:;=?@[\\]^`{|}")

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffd]")
_MEANT = re.compile(r"[*:]")  # in `_redirects`: anything, and a part with a name
LONGEST = 1_000  # signs in a line of it


def _expressible(kind: Host, redirect: Redirect) -> bool:
    one = moved_from(redirect, redirect.to)
    parts = one.path.rstrip("/").split("/") if one.path else []
    if _CONTROL.search(one.path + one.query) or {".", "..", ""}.intersection(parts):
        return False
    if not (one.path or one.query) or (one.query and not kind.queries):
        return False
    if not kind.plain:
        return True
    line = len(urls.quoted(one.path)) + len(urls.quoted(one.to)) + 2 * len(one.query)
    return not _MEANT.search(one.path) and not re.search(r"\s", one.query) and line < LONGEST // 2
