"""The quick way to read a header: the same as the long way on all it takes, and it takes all that we write."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import canonical, frontmatter, yamlsafe
from generator.canonical import Fields, known
from generator.errors import ItemError
from generator.fields import CANONICAL, FIELDS
from generator.frontmatter import fences, join, split
from generator.model import Meta
from tests.test_frontmatter import HOSTILE, metas, texts

quick = settings(derandomize=True, max_examples=int(os.environ.get("BACKFILE_EXAMPLES", "200")))

HEADER = """\
id: "4s3lja2w4d"
title: "Third fine for a man who feeds gulls"
date: 2018-10-17
slug: third-fine-for-a-man-who-feeds-gulls
tags: [Herring, Cornelius Abbing, "U.S."]
place: "Port Sellan"
authors:
  - Lena Corvane
  - "Noor \\"N.\\" Selwan"
images:
  - caption: "At the tram stop."
    credit: HGN
  - file: "gull.jpg"
corrections:
  - date: 2018-10-18
    text: "Two gulls."
featured: true
source:
  file: "raw/gulls.txt"
  also: ["raw/gulls-1.txt", "raw/gulls-2.txt"]
inferred:
  date: path
  tags: text
"""


def slow(header: str) -> Meta | None:
    try:
        return frontmatter.read(yamlsafe.load(header))
    except ItemError:
        return None


def fast(header: str) -> Meta | None:
    said = known(CANONICAL, header)
    return None if said is None else frontmatter._meta(said)


def same(header: str) -> bool:
    """Whether the quick way reads it; where it does, what it reads is right."""
    found = fast(header)
    assert found is None or found == slow(header)
    return found is not None


# ── It takes what we write ───────────────────────────────────────────────────────────────────────────────────────

ours = st.builds(
    replace,
    metas,
    inferred=st.dictionaries(st.sampled_from([field.name for field in FIELDS]), texts, max_size=3).map(
        lambda pairs: tuple(pairs.items())
    ),
    extra=st.just(()),
)
headers = ours.map(lambda meta: fences(join(meta, ""))[0])


def test_a_header_as_ingest_writes_it_is_read_at_a_glance():
    assert same(HEADER)
    assert fast(HEADER).authors == ("Lena Corvane", 'Noor "N." Selwan')


@quick
@given(ours)
def test_all_that_is_written_is_taken_and_read_as_yaml_is(meta):
    header, _ = fences(join(meta, ""))
    assert fast(header) == slow(header) == meta


def test_a_language_that_is_no_tag_is_left_to_yaml_which_says_what_is_wrong_or_puts_it_right():
    assert not same("language: English\n")
    assert not same("language: en_US\n")
    assert slow("language: en_US\n") == Meta(language="en-US")


def test_every_field_has_a_form():
    assert [name for name, _ in CANONICAL._rows] == [field.name for field in FIELDS]


def test_what_is_written_by_ingest_need_not_be_read_by_yaml(monkeypatch):
    frontmatter.ready()
    monkeypatch.setattr(yamlsafe, "load", lambda text: pytest.fail("the long way"))
    assert split(f"---\n{HEADER}---\n\nText\n")[0].title == "Third fine for a man who feeds gulls"
    assert split("Text\n") == (Meta(), "Text\n")


def test_the_first_headers_are_read_by_yaml_and_say_the_same(monkeypatch):
    """To make the pattern takes as long as YAML takes for the articles of an edit."""
    monkeypatch.setattr(frontmatter, "_FIRST", iter(range(2)))
    long = []
    load = yamlsafe.load
    monkeypatch.setattr(yamlsafe, "load", lambda text: long.append(text) or load(text))
    read = [split(f"---\n{HEADER}---\n\nText\n") for _ in range(4)]
    assert read == [read[0]] * 4
    assert len(long) == 2


# ── What it takes is right ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "header",
    [
        *("", "title: null\n", "title: NULL\n", "title: Nulls\n", "language: no\n", 'title: ""\n', "tags: [null, a]\n", "place: null\n"),
        *('title: "a\\u0000b\\u202ec\\ufeff"\n', 'title: "\\u200c\\t\\r\\n"\n', 'tags: ["\\u0000", a]\n', 'deck: "\\ufffe"\n'),
        *("date: 2020-11-18T09:30:00+03:00\n", "date: ../2020\n", "date: 20XX\n", "date: 2020-5-1\n", "date: 2020/\n", "date: 2020-11-18~/..\n"),
        *("withdrawn: true\n", "withdrawn:\n  date: 2021\n", 'withdrawn:\n  reason: ""\n', "status: published\nwithdrawn: true\n"),
        *('images:\n  - caption: ""\n', "images:\n  - alt: null\n  - alt: x\n", 'corrections:\n  - text: ""\n', 'source:\n  url: ""\n'),
        *("inferred:\n  tags: null\n", 'inferred:\n  null: ""\n', "source:\n  also:\n    - a\n    - b - c\n", f'title: "{"x" * 5000}"\n'),
        *("authors: A. B. O’Neill-d'E\n", "tags: [a -, b 1., c '' d]\n", "title: ²x\n", 'title: "😀\xa0\u200f"\n', 'authors: ""\n'),
    ],
)  # fmt: skip
def test_what_could_be_read_in_two_ways_is_read_in_the_right_one(header):
    assert same(header)


@pytest.mark.parametrize(
    "header",
    [
        *("\n", "#\n", "title: a", "title: a\r\n", "title: a \n", "title: a:\n", "title: a # b\n", "title: a\n\n", " title: a\n", "title:  a\n", "title:\ta\n"),
        *("title:\n", "title:a\n", "title: 'a'\n", 'title: "a\n', 'title: "a" b\n', 'title: "a\\x41"\n', 'title: "\\ud83d\\ude00"\n', 'title: "\x85"\n', 'title: "\u2028"\n'),
        *('title: "\ud800"\n', 'title: "\ufeff"\n', 'title: "\t"\n', "title: -a\n", "title: 1a\n", "title: [a]\n", "title: true: no\n", "title: a\n  b\n"),
        *("title: a\ntitle: b\n", "title: a\nid: b\n", "titel: a\n", "layout: a\n", "author: a\n", "title: &a b\n", "title: *a\n", "title: !a b\n", "<<: a\n", "...\n", "--- a\n"),
        *("date: 2020-02-30\n", "date: 18/11/2020\n", "date: 2020:\n", "date: today\n", "date: ..\n", "status: lost\n", "featured: false\n", "featured: True\n", "withdrawn: yes\n"),
        *("tags: a\n", "tags: []\n", "tags: [a,b]\n", "tags: [a, b, ]\n", "tags: [a\n", "tags:\n- a\n", "tags:\n  -\n", "tags:\n    - a\n", "tags:\n  - [a]\n"),
        *("source: x\n", "source:\n", "source:\n  title: x\n", "source:\n  url: a\n  file: b\n", "source:\n  url: a\n  url: b\n", "source:\n   url: a\n", "source:\n  also:\n   - a\n"),
        *("images:\n  - a\n", "images:\n  - \n", "images:\n    file: a\n", "images:\n  - file: a\n   alt: b\n", "images:\n  - alt: a\n    alt: b\n", "images:\n  x: y\n  - file: a\n"),
        *("inferred:\n  a: b\n  a: c\n", "inferred:\n  'a': b\n", f"inferred:\n  {'a' * 129}: b\n", "inferred: a\n", f'title: "{"x" * 10_000}"\n'),
    ],
)  # fmt: skip
def test_whatever_is_otherwise_is_left_to_yaml(header):
    assert fast(header) is None


inside = st.sampled_from(
    [
        *HOSTILE,
        *"aZé文²0_9.’'-:,#",
        "\\u00e9",
        "\\ufeff",
        "\\ud83d",
        '\\"',
        "\\\\",
        " - ",
        ", ",
        "null",
        "2020-11",
        "T",
        "/",
    ]
)
loose = st.lists(inside, min_size=1, max_size=5).map("".join)
scalars = loose | loose.map('"{}"'.format)


@settings(quick, max_examples=5 * quick.max_examples)
@given(st.sampled_from(["title: {}", "date: {}", "place: {}", "tags: [{}]", "tags: [a, {}, b]", "tags:\n  - {}\n  - a", "inferred:\n  {}: a\n  a: {}", "source:\n  also: [{}]\n  url: {}", "images:\n  - alt: {}"]), scalars)  # fmt: skip
def test_every_text_that_a_form_takes_it_reads_as_yaml_does(shape, text):
    same(shape.replace("{}", text) + "\n")


pieces = st.sampled_from(
    [
        *HOSTILE,
        *"abY019.,:;'\"-_~/\\[]{}#&*!|>%@`? \t\n\r",
        "\\u",
        "\\x",
        "\\n",
        "  ",
        "- ",
        ": ",
        "''",
        "title: ",
        "tags:\n",
        "\n  - ",
    ]
)


@st.composite
def mutated(draw):
    """A header of ours, spoilt in one place or two."""
    header = draw(headers | st.just(HEADER))
    for _ in range(draw(st.integers(1, 2))):
        header = draw(st.sampled_from(SPOILERS))(draw, header)
    return header


def _spliced(draw, header):
    at = draw(st.integers(0, len(header)))
    return header[:at] + draw(pieces | st.just("")) + header[at + draw(st.integers(0, 3)) :]


def _replaced(draw, header):
    old, new = draw(st.sampled_from([("\n", "\r\n"), ("\n", "\r"), ("\n", "\x85"), ("\n", "\u2028"), ('"', "'"), ('"', ""), ("  ", "\t"), ("  ", " "), ("  ", "    "), (" ", "  "), ("- ", ""), (", ", ","), (": ", ":")]))  # fmt: skip
    return header.replace(old, new, draw(st.sampled_from([1, 2, -1])))


def _shuffled(draw, header):
    """A line doubled, taken out, moved, indented or turned into a comment."""
    lines = header.splitlines(keepends=True) or ["\n"]
    at, to = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    line = lines.pop(at)
    kept = draw(
        st.sampled_from(["", line, line + line, f"  {line}", f"- {line}", f"# {line}", line.lstrip(), line.upper()])
    )
    lines.insert(draw(st.sampled_from([at, to])), kept)
    return "".join(lines)


SPOILERS = [_spliced, _replaced, _shuffled]


@quick
@given(mutated())
def test_a_spoilt_header_is_read_as_yaml_reads_it_or_left_to_it(header):
    same(header)


# ── A field that comes anew ──────────────────────────────────────────────────────────────────────────────────────


def test_fields_are_read_by_their_forms_in_their_order():
    fields = Fields([("photo", canonical.TEXT), ("seen", canonical.parts(dict, {"on": canonical.LIST}))])
    assert known(fields, "photo: a\nseen:\n  on: [b]\n") == {"photo": "a", "seen": {"on": ("b",)}}
    assert known(fields, "seen:\n  on:\n    - b\n    - c\n") == {"seen": {"on": ("b", "c")}}
    assert known(fields, "title: a\n") is None


SAMPLES = Path(os.environ.get("BACKFILE_SAMPLES", "nowhere"), "markdown")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="BACKFILE_SAMPLES names no folder with samples")
def test_headers_that_people_wrote_are_read_as_yaml_reads_them():
    for path in sorted(SAMPLES.rglob("*.md")):
        try:
            header = fences(path.read_text(encoding="utf-8", errors="ignore"))[0]
        except ItemError:
            continue
        same(header)
