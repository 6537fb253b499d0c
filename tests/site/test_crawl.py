"""Every address in the built site leads somewhere: from the root of a host, from below a sub-path, and from a disk."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.site import markup
from tests.site.archive import URL
from tests.site.conftest import Site
from tests.site.markup import Address, Html, parsed

BASES = ("https://host.example/", "https://host.example/papers/gazette/", "file:///home/somebody/Gazette archive/")
# What has to name the whole address, and what hosts serve at any depth.
WHOLE = re.compile(r"feed|sitemap|og:|twitter:|citation_|data|link canonical")
NOT_FOUND = "404.html"
UNLISTED = {"404.html", "tombstone.html"}  # layouts of pages that nobody is led to


def read(site: Site, path: str) -> list[Address]:
    """The addresses that a file of the site names."""
    return addresses(path, site.files[path])


def addresses(path: str, content: bytes) -> list[Address]:
    """The same of its bytes."""
    if path.endswith(".html"):
        return parsed(content).addresses
    if path.endswith(".xml"):
        return list(markup.in_xml(content))
    if path.endswith((".json", ".webmanifest")):
        return list(markup.in_json(content))
    if path.endswith(".css"):
        return [Address(href, "style") for href in markup.in_style(content.decode())]
    return []


def inside(site: Site) -> Iterator[tuple[str, Address]]:
    """(file, address) of all that leads to the site itself, as far as it need not be a whole address."""
    for path in site.files:
        for address in read(site, path):
            if not WHOLE.match(address.use) and path != NOT_FOUND and not outside(address.href):
                yield path, address


def outside(href: str) -> bool:
    return bool(re.match(r"[a-z][a-z0-9+.-]*:", href, re.IGNORECASE)) and not href.startswith(URL)


def target(base: str, path: str, href: str) -> tuple[str, str]:
    """Which file of the output it leads to where the site lies at `base`, and the anchor there; "" for none of it."""
    if href.startswith("#"):
        return path, unquote(href[1:])
    return _target(base, "".join(path.rpartition("/")[:2]), href)


@cache
def _target(base: str, folder: str, href: str) -> tuple[str, str]:
    """The same for all pages of a folder."""
    base = _quoted(base)
    whole = urlsplit(urljoin(base + _quoted(folder), href))
    there = f"{whole.scheme}://{whole.netloc}{whole.path}"
    return unquote(there.removeprefix(base)) if there.startswith(base) else "", unquote(whole.fragment)


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3F").replace("#", "%23").replace(" ", "%20")


@pytest.mark.parametrize("base", BASES, ids=["root", "sub-path", "disk"])
def test_every_address_leads_to_a_file_and_an_anchor_in_it(demo: Site, base: str) -> None:
    """The file's name is written out, in its own case and letters: a disk has no `index.html` to fall back on."""
    dead = []
    for path, (href, use, _) in inside(demo):
        there, anchor = target(base, path, href)
        if there not in demo.files:
            dead.append(f"{path}: {use} {href!r}")
        elif anchor and anchor not in parsed(demo.files[there]).anchors:
            dead.append(f"{path}: {use} {href!r}: no such anchor")
    assert dead == []


def test_every_link_is_relative(demo: Site) -> None:
    assert [(path, it) for path, it in inside(demo) if it.href.startswith(("/", "\\", URL))] == []


def test_what_must_be_a_whole_address_is_one_and_leads_to_a_file(demo: Site) -> None:
    dead = []
    for path in demo.files:
        for href, use, _ in read(demo, path):
            if WHOLE.match(use) and not outside(href):
                there = unquote(href.removeprefix(URL)) or "index.html"
                if not href.startswith(URL) or there.partition("#")[0] not in demo.files:
                    dead.append(f"{path}: {use} {href!r}")
    assert dead == []


def test_a_page_names_itself_as_the_canonical_one(demo: Site) -> None:
    planned = {page.path: page for page in demo.pages}
    for path, page in planned.items():
        named = {it.href for it in parsed(demo.files[path]).addresses if it.use in {"link canonical", "og:url"}}
        assert {unquote(href.removeprefix(URL)) for href in named} <= {path, path.removesuffix("index.html")}, path
        assert named or page.template in UNLISTED, path


def test_the_page_for_what_is_not_there_leads_home_from_any_depth(demo: Site) -> None:
    """Hosts serve it at any address, so its own begin at the root of the host."""
    root = urlsplit(URL).path
    links = [it for it in read(demo, NOT_FOUND) if not outside(it.href) and not it.href.startswith("#")]
    assert links
    for href, *_ in links:
        assert href.startswith(root), href
        assert unquote(urlsplit(href.removeprefix(root)).path) in demo.files, href


def test_no_page_is_an_orphan(demo: Site) -> None:
    """From the front page a reader can walk to every page, by links alone. To the notices in place of what was withdrawn
    only their log leads."""
    met, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for href, _, followed in parsed(demo.files[path]).addresses:
            there, _ = target(BASES[0], path, href)
            if followed and there.endswith(".html") and there not in met and path != "withdrawn.html":
                met.add(there)
                waiting.append(there)
    unlisted = {page.path for page in demo.pages if page.template in UNLISTED}
    assert {path for path in demo.files if path.endswith(".html")} - unlisted - met == set()
    assert met.isdisjoint(unlisted), "nothing else leads to what was withdrawn"


def test_every_page_of_the_plan_is_a_file_and_no_anchor_stands_twice(demo: Site) -> None:
    assert {page.path for page in demo.pages} == {path for path in demo.files if path.endswith(".html")}
    for page in demo.pages:
        anchors = parsed(demo.files[page.path]).anchors
        assert len(anchors) == len(set(anchors)), page.path


def test_the_crawler_sees_what_it_should() -> None:
    """Each kind of address, and each kind of fault."""
    page = Html(
        '<body id=top><a href="a.html#x">a</a><img src=b.png srcset="c.png 1x, d.png 2x"><link rel=icon href=e.svg>'
        '<p style="background: url(f.png)"></p><meta property="og:image" content="g.png">'
        '<script type="application/ld+json">{"image": [{"url": "h.png"}]}</script><style>@import "i.css"; p {background: url(\'j.png\')}</style>'
    )
    assert [it.href for it in page.addresses] == ["a.html#x", "b.png", "c.png", "d.png", "e.svg", "f.png", "g.png", "h.png", "i.css", "j.png"]  # fmt: skip
    assert page.anchors == ["top"]
    root, below, disk = BASES
    assert target(root, "2020/a.html", "/static/x.css") == ("static/x.css", "")
    assert target(below, "2020/a.html", "/static/x.css") == ("", "")
    assert target(disk, "2020/a.html", "../../x.html") == ("", "")
    assert target(disk, "2020/ä b.html", "../%C3%A4.html#%20y") == ("ä.html", " y")
    assert target(disk, "2020/11/a.html", "#x") == ("2020/11/a.html", "x")
