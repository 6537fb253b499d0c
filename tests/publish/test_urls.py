"""Addresses: the quick way to one gives what the plain way gives; folders and files do not share a name."""

from contextlib import suppress
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from generator import edtf, text
from generator.errors import FrontMatterError
from generator.fingerprint import digest
from generator.model import Meta
from generator.publish import urls

PATTERNS = st.lists(
    st.sampled_from(["{year}", "{month}", "{day}", "{slug}", "{section}", "{id}", "/", "-", ".html", "news", "index"]),
    min_size=1,
    max_size=8,
).map("".join)
WORDS = st.sampled_from(
    ["", "quake", "Quake on the coast", "con", "aux", "زلزله", "{slug}", "a b", "x" * 220, "5", "{id}"]
)
DATES = st.sampled_from(["2020-11-18", "2020-11", "2020", "2018/2023", "2020-11-18T09:30:00+03:00"]).map(edtf.parse)
METAS = st.builds(Meta, id=WORDS, title=WORDS, slug=WORDS, section=WORDS, date=st.none() | DATES)


def plainly(pattern: str, meta: Meta) -> str:
    unit = edtf.unit(meta.date) if meta.date else ""
    slug = meta.slug or text.slug(meta.title) or meta.id or digest(meta.title)[:8]
    return urls._made_safe(urls._filled(pattern, unit, text.slug(meta.section), slug, meta.id))


def address(make: object, *given: object) -> str:
    assert callable(make)
    with suppress(FrontMatterError):
        return str(make(*given))
    return "refused"


@limits(max_examples=1500)
@given(PATTERNS, METAS)
@example("{year}/{month}/{day}/{slug}.html", Meta(title="Quake", date=edtf.parse("2020-11-18")))
@example("{year}-{slug}.html", Meta(title="Quake"))
@example("{section}/{slug}/", Meta(title="Quake", section="World"))
def test_an_address_is_the_pattern_filled_in(pattern: str, meta: Meta) -> None:
    assert address(urls.of, pattern, meta) == address(plainly, pattern, meta)


PIECES = st.sampled_from(
    [
        "2020",
        "11",
        "/",
        "//",
        "quake",
        "-",
        ".",
        "..",
        ".html",
        "con",
        "aux.html",
        "com1",
        " ",
        "é",
        "A",
        "x" * 190,
        "%",
    ]
)


@limits(max_examples=3000)
@given(st.lists(PIECES, max_size=7).map("".join))
@example("2020/11/18/quake.html")
@example("con/quake.html")
@example("2020/" + "x" * 196 + ".html")
def test_an_address_known_as_safe_is_safe(path: str) -> None:
    assert address(urls.safe, path) == address(urls._made_safe, path)


def test_a_headline_of_signs_alone_has_an_address() -> None:
    first, second = (
        urls.of("{year}/{slug}.html", Meta(title=title, date=edtf.parse("2020"))) for title in ("!!!", "?")
    )
    assert first.startswith("2020/")
    assert first != second


def test_a_file_and_a_folder_cannot_have_one_name_at_any_depth() -> None:
    claims = urls.Claims()
    owners = {
        "a/b/c/d.html": "1",
        "a/b/e.html": "2",  # below folders that are there
        "A/B": "1",
        "a/b/e.html/f/g.html": "2",
        "a/x": "5",
        "a/x/y/z.html": "5",
    }
    found = {address: claims.take(address, str(n)) for n, address in enumerate(owners, 1)}
    assert found == owners


@given(st.text(), st.sampled_from(["", "/", "%/:?#[]@!$&'()*+,;=~"]))
def test_what_is_encoded_in_one_step_is_encoded_as_python_does_it(text: str, safe: str) -> None:
    assert urls.encoder(safe)(text) == quote(text, safe=safe, errors="replace")


@pytest.mark.parametrize(
    "wrong", ["/../x", "/a/../../b", "/a%2f..%2f../b", "/CON", "/a\x00b", "http://[x", "/" + "x" * 300]
)
def test_an_old_address_that_leaves_the_archive_is_refused(wrong: str) -> None:
    with pytest.raises(FrontMatterError):
        urls.old(wrong)


def test_below_the_sites_own_address_it_is_the_sites_own() -> None:
    base = "https://example.org/a/"
    assert urls.old("https://example.org/a/old.html", base) == ("/old.html", "old.html")
    assert urls.old("https://example.com/a/old.html", base) == ("/a/old.html", "a/old.html")
    for front in (base, base.rstrip("/")):
        with pytest.raises(FrontMatterError, match="a page of the site itself"):
            urls.old(front, base)


@given(st.text(max_size=40))
def test_an_old_address_is_a_safe_path_or_has_a_query_or_is_refused(text: str) -> None:
    try:
        address, path = urls.old(text)
    except FrontMatterError:
        return
    assert address.startswith("/")
    assert urls.safe(path) == path if path else "?" in address
