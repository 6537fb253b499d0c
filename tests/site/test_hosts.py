"""The site on real servers, each with what a build wrote for it: nginx, Apache and Caddy, from a root and from a sub-path; and
on a server that nobody told anything, and from a disk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

import pytest

from generator import publish
from generator import site as settings
from generator.publish import hosts
from generator.publish.copies import assets
from generator.publish.edition import chrome
from generator.publish.hosts.said import TEXT, TYPES, headers, inline
from generator.publish.model import Archive, Redirect
from generator.publish.pages import page_at
from tests.chromium import NEEDED, WIDE
from tests.site import archive as archives
from tests.site import servers
from tests.site.conftest import CHOSEN, Site
from tests.site.servers import Address
from tests.site.test_crawl import UNLISTED, addresses, outside, target

HOST = "https://2.example.org"
ROOT, BELOW = "/", "/archive/"
ODD = "/päper x/"
REAL = ("nginx", "apache", "caddy")
GONE = ('gone/a "quote" & {brace} \'n $1.html', "gone/notes/index.html", "gone/كتاب.html")

# What the world may ask for, however it is written.
ASKED = (
    *(
        "/old/path",
        "/old/page.html",
        "/Old/Path",
        "/with space/x",
        '/quo"te/x.html',
        "/apo'strophe",
        "/dollar$1/x",
        "/back\\slash",
    ),
    *(
        "/per%25cent",
        "/per%20cent",
        "/كتاب/قديم.html",
        "/re.*+[a](b){c}|d^",
        "/{$HOME}/x",
        "/{http.request.host}",
        "/semi;colon",
    ),
    *("/hash%23x", "/a`b", "/${x}", "/%{HTTP_HOST}", "/<b>", "/old/index.html", "/star*", "/co:lon", "/" + "long" * 50),
    *("/?p=123", "/index.php?id=5&x=$1", '/?q="a b"', "/café?x=%C3%A9", "/?p=1.3", "/?p=1234"),
)


def needed(host: str) -> Any:
    return pytest.param(
        host, marks=pytest.mark.skipif(not servers.found(host), reason=f"no {host}: apt-get install {host}")
    )


class Served(NamedTuple):
    at: Address
    archive: Archive
    files: dict[str, bytes]

    def to(self, path: str) -> str:
        """An address of the site, encoded, from the root of the host."""
        return quote(self.at.base + path)


def told(demo: Site, host: str, base: str) -> tuple[Archive, dict[str, bytes]]:
    """The demo as its archive is on this host, with much that moved and some that is gone, and what differs in its output."""
    known = settings.load(demo.root)
    looks = publish.looks_of(demo.root, known)
    copied, _ = assets(demo.root, looks)
    read = publish.read(demo.root, copied=copied, tongue=looks.tongue)
    urls = [card.url for card in read.cards]
    moved = tuple(Redirect(asked, urls[n % len(urls)]) for n, asked in enumerate(ASKED))
    notice = next(iter(read.tombstones.values()))
    gone = {**read.tombstones, **{path: replace_url(notice, path) for path in GONE}}
    site = replace(known, host=host, url=f"{HOST}{quote(base)}")
    archive = replace(read, site=site, moved={one.address: one for one in moved}, tombstones=gone)
    pages = [page_at(archive, path) for path in (*hosts.files(host), "404.html", *GONE)]
    return archive, {page.path: looks.render(page, chrome(site), "") for page in pages if page}


def replace_url(card: Any, path: str) -> Any:
    return card._replace(url=path)


@contextmanager
def served(demo: Site, host: str, base: str) -> Iterator[Served]:
    archive, own = told(demo, host, base)
    with servers.www(demo.output, base) as www:
        for path, content in own.items():
            file = Path(f"{www}{base}{path}")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        with servers.serving(host, www, base) as at:
            yield Served(at, archive, {**demo.files, **own})


@pytest.fixture(params=[ROOT, BELOW, ODD], ids=["root", "sub-path", "odd"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("host", [needed(host) for host in REAL])
def test_a_host_keeps_what_its_files_promise(demo: Site, host: str, base: str) -> None:
    with served(demo, host, base) as site:
        wrong = [*pages(site), *moved(site), *missing(site), *halves(site)]
        assert wrong == []


def pages(site: Served) -> Iterator[object]:
    """Every file answers 200 with its bytes, its type, its charset and the headers; what is gone 410, with its notice."""
    for path, content in site.files.items():
        if path in hosts.files(site.archive.site.host):
            continue
        answer = site.at.ask(site.to(path))
        gone = path in site.archive.tombstones
        if answer.status != (410 if gone else 200) or answer.body != content:
            yield path, answer.status, answer.body[:80]
        elif answer.headers["content-type"].lower() != kind(path):
            yield path, answer.headers["content-type"]
        elif not gone and answer.headers["cache-control"] != kept(path):
            yield path, answer.headers["cache-control"]
        else:
            yield from unsaid(path, answer.headers)


def kind(path: str) -> str:
    suffix = path.rpartition(".")[2]
    return f"{TYPES[suffix]}; charset=utf-8" if suffix in TEXT else TYPES[suffix]


def kept(path: str) -> str:
    said = headers(inline(()))
    return said.kept if path.startswith(("static/", "media/")) else said.page


def unsaid(path: str, answer: Any) -> Iterator[object]:
    for name, value in headers(inline(())).fixed:
        found = answer.get(name.lower(), "")
        if name == "Content-Security-Policy":
            if not found.startswith("default-src 'none'; script-src 'self' 'sha256-") or "unsafe" in found:
                yield path, found
        elif found != value:
            yield path, name, found


def moved(site: Served) -> Iterator[object]:
    """Whatever stood elsewhere is led on, permanently, with its slash and without; nothing else is."""
    host = site.archive.site.host
    assert hosts.by_pages(host, site.archive.moved.values()) == ()
    for redirect in site.archive.moved.values():
        old = hosts.moved_from(redirect, "")
        for path in old.asked:
            answer = site.at.ask(site.to(path) + (f"?{old.query}" if old.query else ""))
            there = answer.headers.get("location", "").removeprefix(f"http://127.0.0.1:{site.at.port}")
            if answer.status != 301 or there != site.to(redirect.to):
                yield redirect.address, path, answer.status, there
    for path, status in (
        ("?p=12", 200),
        ("?p=1x3", 200),
        ("OLD/PATH", 404),
        ("old/path/x", 404),
        ("index.html?p=9", 200),
    ):
        if site.at.ask(quote(site.at.base) + path).status != status:
            yield path, "is led on"


def missing(site: Served) -> Iterator[object]:
    """The page for what is not there, whatever it is called; nor are the files of the host."""
    own = hosts.files(site.archive.site.host)
    for path in ("nothing", "no/such.css", "no/such/", "2020/13/", "media/", *own):
        answer = site.at.ask(site.to(path))
        if path == ".htaccess" and answer.status == 403:
            continue  # what Apache itself says of it
        if (
            answer.status != 404
            or answer.body != site.files["404.html"]
            or answer.headers["content-type"].lower() != kind("a.html")
        ):
            yield path, answer.status, answer.headers, answer.body[:80]
        yield from unsaid(path, answer.headers)


def halves(site: Served) -> Iterator[object]:
    """The folders and their indexes; what is asked for without a body, and what somebody has already."""
    for path in ("", "2020/", "tags/", "index.html", "static/style.css", "feed.xml", *site.archive.tombstones):
        whole = site.at.ask(site.to(path))
        head = site.at.ask(site.to(path), "HEAD")
        if (head.status, head.body) != (whole.status, b""):
            yield path, head.status
        if whole.status == 200:
            again = site.at.ask(site.to(path), If_None_Match=whole.headers["etag"])
            later = site.at.ask(site.to(path), If_Modified_Since=whole.headers["last-modified"])
            if (again.status, later.status) != (304, 304):
                yield path, again.status, later.status
    for path in ("2020", "gone/notes"):
        answer = site.at.ask(site.to(path))
        if answer.status not in {301, 308} or not answer.headers["location"].endswith(f"{path}/"):
            yield path, answer.status


def test_a_server_that_nobody_told_anything_serves_it_too(demo: Site, base: str) -> None:
    with served(demo, "folder", base) as site:
        for path, content in site.files.items():
            answer = site.at.ask(site.to(path))
            assert (answer.status, answer.body) == (200, content), path


# ── Walking it ───────────────────────────────────────────────────────────────────────────────────────────────────


def walked(base: str, ask: Callable[[str], bytes]) -> dict[str, bytes]:
    """All that is met from the front page on. `ask` gives what stands at an address of the site, decoded."""
    met: dict[str, bytes] = {}
    waiting = ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in met:
            continue
        met[path] = ask(path)
        for href, use, _ in addresses(path, met[path]):
            if not outside(href) and not href.startswith(archives.URL) and use != "data":
                waiting.append(target(base, path, href)[0])
    return met


@pytest.mark.parametrize("host", [*(needed(host) for host in REAL), "folder", "disk"])
def test_from_the_front_page_every_page_is_reached_and_nothing_is_missing(demo: Site, host: str) -> None:
    if host == "disk":
        met = walked(f"file://{demo.output}/", lambda path: (demo.output / path).read_bytes())
    else:
        with served(demo, host, BELOW) as site:

            def ask(path: str) -> bytes:
                answer = site.at.ask(site.to(path))
                assert answer.status == (410 if path in site.archive.tombstones and host != "folder" else 200), path
                return answer.body

            met = walked(str(site.at), ask)
    unlisted = {page.path for page in demo.pages if page.template in UNLISTED}
    assert {path for path in demo.files if path.endswith(".html")} - unlisted <= met.keys()
    assert {"static/style.css", "static/site.js", "feed.xml", "feed.json", "site.webmanifest"} <= met.keys()


# ── Cloudflare ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("each", [20, pytest.param(1, marks=pytest.mark.soak)])
def test_what_is_told_to_the_world_answers_at_once_on_cloudflare(tmp_path: Path, each: int) -> None:
    """Canonical addresses, those of feeds and of sitemaps: 200, and no step to another address. A link within the site,
    which names the file, takes one step."""
    root = archives.demo(tmp_path / "site", host="cloudflare")
    with servers.www(root / "output", BELOW) as www, servers.cloudflare(www, BELOW) as at:
        files = [path for path in (root / "output").rglob("*") if path.suffix in {".html", ".xml", ".json"}]
        names = {path.relative_to(root / "output").as_posix(): path.read_bytes() for path in files}
        said = {
            it.href
            for path, content in names.items()
            for it in addresses(path, content)
            if it.href.startswith(archives.URL)
        }
        assert len(said) > 500
        assert [href for href in sorted(said)[::each] if at.ask(urlsplit(href).path).status != 200] == []
        for path, content in sorted(names.items())[::each]:
            answer = at.ask(quote(BELOW + path))
            there = answer.headers.get("location", quote(BELOW + path))
            assert at.ask(there).body == content, path
            assert (answer.status == 308) == path.endswith(".html"), path


# ── In a browser ─────────────────────────────────────────────────────────────────────────────────────────────────

_WATCH = "window.broken = []; addEventListener('securitypolicyviolation', (it) => broken.push(`${it.violatedDirective} ${it.blockedURI} ${it.sample}`));"


@pytest.mark.parametrize("host", [needed("nginx")])
class TestInABrowser:
    pytestmark = NEEDED

    @CHOSEN
    def test_no_page_breaks_the_policy(self, browser: Any, demo: Site, host: str, chosen: str) -> None:
        """Each kind of page, and what its scripts do; and that a browser would tell."""
        context = browser.new_context(viewport=WIDE)
        context.add_init_script(_WATCH)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        with served(demo, host, BELOW) as site:
            for path in (sample.path for sample in demo.of(chosen) if sample.template != "404.html"):
                answer = page.goto(f"http://127.0.0.1:{site.at.port}{site.to(path)}", wait_until="load")
                assert "default-src 'none'" in answer.headers["content-security-policy"]
                if page.locator(".share [data-copy], .tools button").count():
                    page.locator(".share [data-copy], .tools button").first.click()
                gone = "410" if path in site.archive.tombstones else "nothing"
                assert [it for it in said if gone not in it] == [], path
                assert page.evaluate("broken") == [], path
                said.clear()
            page.goto(f"{site.at}2020/11/18/quake.html")
            page.locator("#guess a").first.wait_for()
            assert page.evaluate("getComputedStyle(document.body).maxWidth") == "576px"  # its own style holds
            assert page.evaluate("broken") == []
            page.evaluate("document.body.setAttribute('style', 'color: red')")
            page.wait_for_function("broken.length")
            assert page.evaluate("broken")[0].startswith("style-src-attr")
        context.close()

    def test_the_accent_is_seen(self, browser: Any, demo: Site, host: str) -> None:
        context = browser.new_context(viewport=WIDE)
        page = context.new_page()
        with served(demo, host, BELOW) as site:
            page.goto(str(site.at))
            seen = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()")
            assert seen == site.archive.site.accent
        context.close()
