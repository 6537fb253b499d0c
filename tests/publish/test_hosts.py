"""What each host reads, word for word; that no address breaks out of it; the policy; and how a host is linked to."""

import base64
import hashlib
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import HOSTS as NAMES
from generator.model import SiteConfig
from generator.publish import hosts, layouts, urls
from generator.publish.archive import index
from generator.publish.edition import chrome
from generator.publish.hosts import HOSTS, by_pages, redirects_itself, served
from generator.publish.hosts.said import Inline, inline, policy
from generator.publish.model import Redirect
from generator.publish.pages import page_at
from generator.rooms import theme
from generator.views import HostView
from tests.publish.test_pages import newsroom
from tests.story import article, build, write

GOLDEN = Path(__file__).parents[1] / "golden" / "hosts"
TO = "2020/11/18/quake.html"
REDIRECTS = (
    Redirect("/old/path", TO),
    Redirect("/old/Path", "2020/index.html"),
    Redirect("/news/quake.html", TO),
    Redirect("/caf%C3%A9/", TO),
    Redirect("/?p=123", TO),
)
SITE = SiteConfig("The Test Gazette", url="https://example.org/archive/")


def view(host: str, redirects: tuple[Redirect, ...] = REDIRECTS, url: str = SITE.url) -> HostView:
    archive = replace(index([], replace(SITE, host=host, url=url)), moved={one.address: one for one in redirects})
    return replace(hosts.view(archive), gone=("2019/05/21/pilot.html", "2019/notes/index.html"))


# ── Word for word ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("host", "path"), [(host, path) for host in NAMES for path in hosts.files(host)])
def test_the_file_of_a_host(host: str, path: str) -> None:
    """`BACKFILE_GOLDEN=write` writes them anew, to be read before they are committed."""
    found = hosts.written(path, view(host), Inline(("'sha256-style='",), ("'sha256-script='",)))
    golden = GOLDEN / host / path.lstrip(".")
    if os.environ.get("BACKFILE_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_host_of_site_yaml_has_a_row() -> None:
    assert set(HOSTS) == set(NAMES)
    assert hosts.files("folder") == ()
    for host in NAMES:
        for path in hosts.files(host):
            assert not urls.claim(path), "no article may stand there"


def test_the_s3_file_is_json_and_names_the_page_for_what_is_missing() -> None:
    said = json.loads(hosts.written("s3-website.json", view("s3"), Inline()))
    assert said == {"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "archive/404.html"}}


def test_without_a_url_a_site_lies_at_the_root() -> None:
    assert "ErrorDocument 404 /404.html\n" in hosts.written(".htaccess", view("apache", url=""), Inline()).replace(
        '"', ""
    )


# ── Who leads on ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_some_hosts_lead_on_themselves() -> None:
    assert {host for host in NAMES if redirects_itself(host)} == {"nginx", "apache", "caddy", "netlify", "cloudflare"}
    for host in NAMES:
        mine, rest = served(host, REDIRECTS), by_pages(host, REDIRECTS)
        assert sorted((*mine, *rest)) == sorted(REDIRECTS)
        assert bool(mine) == redirects_itself(host)
    assert by_pages("cloudflare", REDIRECTS) == (Redirect("/?p=123", TO),)
    assert by_pages("nginx", REDIRECTS) == ()


def test_more_rules_than_a_host_takes_are_pages() -> None:
    """A folder takes two: it is asked for with its slash and without."""
    many = [Redirect(f"/old/{n:04}.html", TO) for n in range(1_500)] + [Redirect(f"/z/{n}", TO) for n in range(400)]
    mine = served("cloudflare", many)
    rules = hosts.written("_redirects", view("cloudflare", tuple(many)), Inline()).splitlines()[1:]
    assert len(rules) == 2_000
    assert len(mine) == 1_750
    assert len(by_pages("cloudflare", many)) == 150
    assert by_pages("netlify", many) == ()
    assert len(served("apache", many)) == 500


@pytest.mark.parametrize(
    "address", ["/a\nb", "/a%0d%0aSet-Cookie: x", "/a\x00", "/a%ff", "/", "", "/../up", "/a//b", "/a/./b", "/#top"]
)
def test_what_nobody_can_ask_for_is_in_no_file(address: str) -> None:
    for host in NAMES:
        assert served(host, [Redirect(address, TO)]) == ()


@pytest.mark.parametrize("address", ["/a*", "/:a", "/?p=1", "/a?b=%20 c", f"/{'x' * 600}"])
def test_what_a_line_of_words_cannot_say_is_a_page(address: str) -> None:
    assert by_pages("cloudflare", [Redirect(address, TO)]) == (Redirect(address, TO),)
    assert by_pages("apache", [Redirect(address, TO)]) == ()


# ── Nothing breaks out ───────────────────────────────────────────────────────────────────────────────────────────

NASTY = st.text(
    st.one_of(
        st.sampled_from(list(" \"'`\\${}()[]<>|^*+?.;:#%&=~!@,-_/\n\r\t\x00é\u202eك")), st.characters(codec="utf-8")
    ),
    max_size=24,
)


@given(st.lists(st.tuples(NASTY, NASTY), max_size=6))
def test_a_line_says_nothing_but_what_it_should(pairs: list[tuple[str, str]]) -> None:
    """Whatever is asked for, each line of the files has the shape that it has for plain words."""
    redirects = tuple(Redirect(f"/{asked}", urls.quoted(to).replace("#", "") or "x.html") for asked, to in pairs)
    for host, shapes in SHAPES.items():
        said = view(host, redirects)
        for path in hosts.files(host):
            for line in hosts.written(path, said, Inline()).splitlines():
                assert any(re.fullmatch(shape, line) for shape in shapes), (host, line)


_WORD = r'"(?:[^"\\\n]|\\["\\]|\\x[0-9A-F]{2})*"'
_LED = r'"/[A-Za-z0-9/_.~%#-]*"'
SHAPES = {
    "nginx": (
        r" *(?:#.*|\}|[a-z_]+ [^\"{}]*;|types \{|[a-z]+/[a-z0-9.+-]+ [a-z0-9 ]+;)?",
        rf" *location (?:\^~|=) {_WORD} \{{(?: [^\"]*\}})?",
        r" *location @[a-z0-9_]+ \{",
        rf" *error_page (?:404|403 =404) {_WORD};",
        r' *add_header [A-Za-z-]+ "[^"$\\]*" always;',
        rf" *if \(\$(?:args ~ {_WORD}|[a-z0-9_]+)\) \{{ return 301 (?:{_LED}|\$[a-z0-9_]+); \}}",
        r" *map \$uri \$[a-z0-9_]+ \{",
        rf" *{_WORD} {_LED};",
        r' *default "";',
    ),
    "apache": (
        r"(?:#.*|</?IfModule[ a-z_.]*>|[A-Z][A-Za-z]+ [^\"\\$]*)?",
        r'ErrorDocument 404 "/[A-Za-z0-9/_.%-]*"',
        r'ErrorDocument 410 "/%\{escape:%\{REQUEST_URI\}\}"',
        r'Header (?:always )?set [A-Za-z-]+ "[^"\\$]*"(?: "expr=[^"]*")?',
        r"RewriteRule \^(?:[A-Za-z0-9/_-]|\\x[0-9A-F]{2}|\(\?:|[|)?.])*\$ - \[G\]",
        r'RewriteRule \^\(\?:(?:[A-Za-z0-9/_|-]|\\x[0-9A-F]{2})*\)\$ "/(?:[A-Za-z0-9/_.~#-]|\\%[0-9A-F]{2})*" \[R=301,L,NE,QSD\]',
        r"RewriteRule \^\\\.ht - \[R=404,L\]",
        r"RewriteCond %\{[A-Z_:]+\} (?:!\^\$|-[fd](?: \[OR\])?|\^(?:[A-Za-z0-9/_-]|\\x[0-9A-F]{2})*\$)",
        r"RewriteRule \^ - \[L\]",
    ),
    "netlify": (
        r"(?:#.*|/archive/(?:static/|media/)?\*|  [A-Z][A-Za-z-]+: [^\n]*)?",
        r"/archive/\S*(?: \S+)* /archive/\S* (?:301|410!)",
    ),
    "cloudflare": (
        r"(?:#.*|/archive/(?:static/|media/)?\*|  [A-Z][A-Za-z-]+: [^\n]*)?",
        r"/archive/[^\s*:]* /archive/\S* 301",
    ),
}  # fmt: skip


def test_what_caddy_reads_is_a_plain_path_or_a_pattern_in_quotes() -> None:
    asked = (
        '/quo"te',
        "/{$HOME}/x",
        "/{http.request.host}",
        "/back\\slash",
        "/a`b",
        "/with space",
        "/~a",
        "/كتاب.html",
    )
    text = hosts.written("Caddyfile", view("caddy", tuple(Redirect(one, TO) for one in asked)), Inline())
    block = text.split("{site_example_org_archive_to} {\n")[1].split('default ""')[0]
    for line in block.strip().splitlines():
        assert re.fullmatch(
            r' *(?:[A-Za-z0-9/_.-]+|"~\^(?:[A-Za-z0-9/_\w-]|\\x[0-9a-f]{2})+\$") "/[A-Za-z0-9/_.~%-]+"', line
        ), line


# ── The policy ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_policy_lets_run_what_stands_in_the_layouts_and_nothing_else() -> None:
    page = "<style>\nb {}\n</style><script>x()</script><script src='a.js'></script><script type=\"application/ld+json\">{}</script>"
    said = inline(
        [page.replace("\n", "\r\n"), "<script>{{ page.title }}</script><style>{% if a %}b{% endif %}</style>", page]
    )
    assert said == Inline((named("\nb {}\n"),), (named("x()"),))
    whole = policy(said)
    assert f"script-src 'self' {named('x()')};" in whole
    assert "unsafe" not in whole
    assert whole.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in whole


def named(block: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"


def test_the_blocks_of_the_page_for_what_is_missing_are_named_as_they_are_printed() -> None:
    looks, site = layouts.load((theme(),)), replace(SITE, host="netlify")
    archive = index(newsroom(20), site)
    page, file = page_at(archive, "404.html"), page_at(archive, "_headers")
    assert page
    assert file
    html = looks.render(page, chrome(site), "").decode()
    said = looks.render(file, chrome(site), "").decode()
    blocks = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", html, re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        assert named(block) in said


def test_no_layout_has_a_style_or_a_script_in_an_attribute() -> None:
    for path in sorted(theme().glob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<[^>]*\s(?:style|on[a-z]+)\s*=", text), path.name


# ── How it is linked to ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("index.html", ""), ("2020/index.html", "2020/"), ("a/b.html", "a/b"), ("feed.xml", "feed.xml"), ("a/b.html#c", "a/b#c"),
        ("2020/index.html#18", "2020/#18"), ("a.b/c.html", "a.b/c"),
    ],
)  # fmt: skip
def test_cloudflare_is_asked_for_what_answers_at_once(path: str, asked: str) -> None:
    assert hosts.asked("cloudflare", path) == asked
    assert hosts.asked("nginx", path) == path
    if "#" not in path:
        assert hosts.file("cloudflare", asked) == path
    assert hosts.file("nginx", path) == path


def test_canonical_addresses_feeds_and_sitemaps_have_that_form(tmp_path: Path) -> None:
    text = "title: T\nurl: https://example.org/a/\nhost: cloudflare\n"
    write(tmp_path, f"-- site.yaml --\n{text}-- content/articles/a.md --\n{article('Quake', '2020-11-18')}")
    assert not build(tmp_path).problems
    output = tmp_path / "output"
    assert '<link rel="canonical" href="https://example.org/a/2020/11/18/quake">' in (output / TO).read_text()
    assert '<link rel="canonical" href="https://example.org/a/">' in (output / "index.html").read_text()
    for path in ("feed.xml", "feed.json", "sitemap-2020.xml", "sitemap-lists.xml", "2020/11/feed.xml"):
        said = (output / path).read_text()
        assert "https://example.org/a/" in said
        assert ".html" not in said, path
    assert 'href="../../../index.html"' in (output / TO).read_text(), "within the site the file's name works everywhere"


# ── In an archive ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_host_is_told_what_is_withdrawn_and_no_more(tmp_path: Path) -> None:
    write(
        tmp_path,
        f"-- site.yaml --\ntitle: T\nhost: apache\n-- content/articles/a.md --\n{article('Quake', '2020-11-18')}",
    )
    told = tmp_path / "output/.htaccess"
    build(tmp_path)
    assert "[G]" not in told.read_text()
    write(tmp_path, f"-- content/articles/a.md --\n{article('Quake', '2020-11-18', status='withdrawn')}")
    build(tmp_path)
    assert r"RewriteRule ^2020/11/18/quake\x2Ehtml$ - [G]" in told.read_text()
    write(tmp_path, "-- site.yaml --\ntitle: T\nhost: github\n")
    build(tmp_path)
    assert not told.exists()
    assert (tmp_path / "output/.nojekyll").read_bytes() == b""


def test_a_file_of_ones_own_goes_before_that_of_the_host(tmp_path: Path) -> None:
    write(tmp_path, "-- site.yaml --\ntitle: T\nhost: netlify\n-- content/static/_headers --\n/*\n  X-Mine: yes\n")
    build(tmp_path)
    assert (tmp_path / "output/_headers").read_text() == "/*\n  X-Mine: yes\n"
    assert (tmp_path / "output/_redirects").exists()
