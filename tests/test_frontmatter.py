"""The seam: what a file says, what is written, and what amending leaves alone."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import edtf, frontmatter, yamlsafe
from generator.errors import FrontMatterError, ItemError, YamlError
from generator.fields import FIELDS, FOREIGN
from generator.frontmatter import amend, join, split
from generator.model import Correction, Image, Meta, Source, Withdrawal
from generator.text import printable

quick = settings(derandomize=True, max_examples=100)

MARKDOWN = Path(os.environ.get("BACKFILE_SAMPLES", "nowhere"), "markdown")


def meta_of(header: str) -> Meta:
    return split(f"---\n{header}\n---\n")[0]


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_whole_file_is_understood():
    meta, body = split(
        "---\n"
        "id: a1b2\n"
        'title: "Quake: ten hurt"\n'
        "date: 2020-11-18 09:30 +0300\n"
        "tags: [Baghdad, Green Zone]\n"
        "place: Sulaimani\n"
        "authors: [A. Writer]\n"
        "images:\n"
        "  - {caption: A flag., credit: Reuters}\n"
        "corrections:\n"
        "  - date: 2020-11-20\n"
        "    text: It was nine.\n"
        "featured: yes\n"
        'source: {file: raw/a.txt, previous: "Older", also: [raw/b.txt]}\n'
        "inferred: {tags: text}\n"
        "mood: grave\n"
        "---\n"
        "\n"
        "The quake.\n"
    )
    assert meta == Meta(
        id="a1b2",
        title="Quake: ten hurt",
        date=edtf.parse("2020-11-18T09:30:00+03:00"),
        tags=("Baghdad", "Green Zone"),
        place=("Sulaimani",),
        authors=("A. Writer",),
        images=(Image(caption="A flag.", credit="Reuters"),),
        corrections=(Correction(edtf.parse("2020-11-20"), "It was nine."),),
        featured=True,
        source=Source(file="raw/a.txt", previous="Older", also=("raw/b.txt",)),
        inferred=(("tags", "text"),),
        extra=(("mood", "grave"),),
    )
    assert body == "The quake.\n"


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Just text.\n", "", "Just text.\n"),
        ("", "", ""),
        ("---", "", "---"),
        ("----\ntitle: x\n----\n", "", "----\ntitle: x\n----\n"),
        ("---\n---\n", "", ""),
        ("---\n# nothing yet\n---\n\nText", "", "Text"),
        ("\ufeff---\ntitle: A\n---\nText\n", "A", "Text\n"),
        ("---  \t\ntitle: A\n---\t \n\n\nText\n", "A", "\nText\n"),
        ("---\r\ntitle: A\r\n---\r\n\r\nOne\r\ntwo\r\n", "A", "One\ntwo\n"),
        ("---\rtitle: A\r---\rOne\rtwo", "A", "One\ntwo"),
        ("---\ntitle: A\n...\nText", "A", "Text"),
        ("---\ntitle: A\n---", "A", ""),
        ("---\ntitle: A\n---\n---\nnot: fields\n---\n", "A", "---\nnot: fields\n---\n"),
        ("---\ntitle: |\n  a\n  --- b\n---\nText", "a\n--- b\n", "Text"),
    ],
)
def test_where_fields_end_and_the_body_begins(text, title, body):
    meta, rest = split(text)
    assert (meta.title, rest) == (title, body)
    assert frontmatter.fences(text)[1] == body


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("author: Doe, Jane", {"authors": ("Doe, Jane",)}),
        ("authors: [{name: A, email: a@b.c}, B]", {"authors": ("A", "B")}),
        ("tags: Iraq,  Green Zone ,,", {"tags": ("Iraq", "Green Zone")}),
        ("place: Washington, D.C.", {"place": ("Washington, D.C.",)}),
        ("place: [A, B]", {"place": ("A", "B")}),
        ("category: Arts, Culture", {"section": "Arts, Culture"}),
        ("tags: [a]\ncategories: [World, a, b]", {"section": "World", "tags": ("a", "b")}),
        ("section: Sport\ncategories: World, b", {"section": "Sport", "tags": ("World", "b")}),
        ("published: 2008-03-08 2:45:52", {"date": edtf.parse("2008-03-08T02:45:52")}),
        ("published: false", {"status": "draft"}),
        ("published: true", {}),
        ("draft: true\nstatus: published", {"status": "draft"}),
        ("draft: false", {}),
        ("status: withdrawn\ndraft: true", {"status": "withdrawn"}),
        ("lastmod: 2020-11-19", {"updated": edtf.parse("2020-11-19")}),
        ("modified: 2020-11-19", {"updated": edtf.parse("2020-11-19")}),
        ("permalink: /2015/05/21/clock/", {"address": "2015/05/21/clock/"}),
        ("permalink: pretty", {"extra": (("permalink", "pretty"),)}),
        ("permalink: /:title/", {"extra": (("permalink", "/:title/"),)}),
        ("redirect_from: /old", {"aliases": ("/old",)}),
        ("description: Short.", {"summary": "Short."}),
        ("excerpt: Short.\ndescription: Long.", {"summary": "Short.", "extra": (("description", "Long."),)}),
        ("summary: Mine.\nexcerpt: Theirs.", {"summary": "Mine.", "extra": (("excerpt", "Theirs."),)}),
        ("date: 2020\npublished: 2021", {"date": edtf.parse("2020"), "extra": (("published", "2021"),)}),
        ("lang: no", {"language": "no"}),
        ("language: en_US", {"language": "en-US"}),
        ("images: {file: a.jpg}", {"images": (Image(file="a.jpg"),)}),
        ("images: [a.jpg, 'https://x.org/b.jpg']", {"images": (Image(file="a.jpg"), Image(url="https://x.org/b.jpg"))}),
        ("source: https://x.org/a", {"source": Source(url="https://x.org/a")}),
        ("withdrawn: yes", {"withdrawn": Withdrawal(), "status": "withdrawn"}),
        ("withdrawn: no", {}),
        ("withdrawn: 2021-01-02", {"withdrawn": Withdrawal(edtf.parse("2021-01-02")), "status": "withdrawn"}),
        ("withdrawn: {reason: By order.}\nstatus: published", {"withdrawn": Withdrawal(reason="By order.")}),
        ("corrections: It was nine.", {"corrections": (Correction(text="It was nine."),)}),
        ("deck:\ntags: []\nimages: [{file: }]\nlayout:\nmood: ''", {}),
        ("weight: 010\nmap: {lat: 1.50}", {"extra": (("weight", "010"), ("map", (("lat", "1.50"),)))}),
        ('title: "a\\u0000b\\u202Ec\\uFEFF"', {"title": "abc"}),
    ],
)
def test_what_other_generators_and_hurried_people_write_is_understood(header, known):
    assert meta_of(header) == Meta(**known)


@pytest.mark.parametrize(
    ("header", "line", "message"),
    [
        ("title: A\ndate: 18/11/2020", 3, "date: '18/11/2020' is no date — write it as 2020-11-18"),
        ("published: soon", 2, "published: 'soon' is no date — write it as year-month-day, e.g. 2020-11-18"),
        ("title: [A]", 2, "title: a list where one text is wanted — write one text, in quotes"),
        ("tags:\n  - a: b", 3, "tags: fields where one text is wanted — write one text, in quotes"),
        ("language: English", 2, "language: 'English' — write a language tag: en, ar, ckb, pt-BR"),
        ("title: A\nlang: 'e\"n'", 3, "lang: 'e\"n' — write a language tag: en, ar, ckb, pt-BR"),
        ("status: publish", 2, "status: 'publish' — write draft, published or withdrawn"),
        ("featured: maybe", 2, "featured: 'maybe' — write yes or no"),
        ("images:\n  - file: a.jpg\n    width: 3", 4, "images: 'width' is no part of it — the parts are file, url, caption, credit, alt"),
        ("corrections:\n  - {text: x, date: 2020-02-30}", 3, "corrections: date: '2020-02-30' is no date — February 2020 has 29 days"),
        ("source: Reuters", 2, "source: 'Reuters' — write agency: Reuters, or the parts of a source, e.g. source: {url: …}"),
        ("inferred: date", 2, "inferred: one text where pairs are wanted — write {field: rule}"),
        ("authors: [{email: a}]", 2, "authors: an author without a name — write name: …"),
        ("just words", 2, "this is no list of fields — write name: text, one a line"),
        ("title: Iraq: talks", 2, 'title: a colon in an unquoted text — put the text in quotes: title: "Iraq: talks"'),
        ("title: a\ntitle: b", 3, "title: written twice, first in line 1 — keep one of them"),
    ],
)  # fmt: skip
def test_an_error_names_the_line_in_the_file_the_field_and_what_to_write(header, line, message):
    with pytest.raises(ItemError) as error:
        meta_of(header)
    assert (error.value.location.line, error.value.message) == (line, message)


def test_fields_that_are_never_closed_are_an_error():
    with pytest.raises(FrontMatterError, match="never closed — write --- on a line of its own") as error:
        split("---\ntitle: A\n\nText\n")
    assert error.value.location.line == 1


@pytest.mark.parametrize(
    "text",
    ["title: A\ndate: 2020\n", "---\ntitle: A\ndate: 2020\n", "\ufeff---\r\ntitle: A\r\ndate: 2020\r\n---\r\n\r\n"],
)
def test_a_file_beside_a_raw_one_has_the_same_fields_with_or_without_fences(text):
    assert frontmatter.parse_sidecar(text) == Meta(title="A", date=edtf.parse("2020"))


def test_an_empty_file_beside_a_raw_one_says_nothing():
    assert frontmatter.parse_sidecar("") == frontmatter.parse_sidecar("---\n---\n") == Meta()


@pytest.mark.parametrize(
    ("name", "near"),
    [("titel", "title"), ("Tags", "tags"), ("auther", "author"), ("description", "summary"), ("zzz", "")],
)
def test_an_unknown_field_is_reported_with_the_nearest_known_one(name, near):
    assert frontmatter.nearest(name) == near


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_is_written_in_one_order_without_empty_fields():
    meta = Meta(
        title="Quake",
        date=edtf.parse("2020-11-16/2020-11-19"),
        place=("Sulaimani",),
        tags=("Iraq", "Green Zone"),
        images=(Image(caption="A flag.", credit="Reuters"),),
        status="withdrawn",
        withdrawn=Withdrawal(edtf.parse("2021-01-02"), "By order."),
        extra=(("mood", "grave"),),
    )
    assert join(meta, "Text\n") == (
        "---\n"
        "title: Quake\n"
        "date: 2020-11-16/2020-11-19\n"
        "tags: [Iraq, Green Zone]\n"
        "place: Sulaimani\n"
        "images:\n"
        '  - caption: "A flag."\n'
        "    credit: Reuters\n"
        "status: withdrawn\n"
        "withdrawn:\n"
        "  date: 2021-01-02\n"
        '  reason: "By order."\n'
        "mood: grave\n"
        "---\n"
        "\n"
        "Text\n"
    )


def test_every_field_of_meta_has_its_row_in_the_order_of_meta():
    assert (*(field.name for field in FIELDS), "extra") == tuple(Meta.__dataclass_fields__)


def test_fields_too_long_to_be_read_again_are_not_written():
    with pytest.raises(YamlError, match="more than 64 KB"):
        join(Meta(title="x" * 70_000), "")
    with pytest.raises(YamlError, match="5,000 values"):
        join(Meta(tags=tuple(map(str, range(5_000)))), "")
    assert split(join(Meta(summary="x" * 60_000), ""))[0].summary == "x" * 60_000


HOSTILE = [
    "---", "\n---\n", "\n...\n", "\n", " ", "\t", ": ", " #", "#", "'", '"', "\\", "- ", "[", "{", "*", "&", "!", "%", "@", "|", ">", "?", "~", "null", "yes",
    "NO", "010", "1_000", "12:30:45", "2020-11-18", "\u2028", "\u2029", "\x85", "\ufeff", "\r\n", "\r", "\xa0", "\u200f", "\u200c", "\u202e", "😀",
    "😀" * 3, "title: x", "http://x.org", ", ", "…", "نەورۆز", "\x00", "\ufffe",
]  # fmt: skip
# Every hostile piece before and behind every other: drawn from a list, which is far quicker than drawing letters.
PAIRS = [
    "",
    *HOSTILE,
    *(before + behind for before in HOSTILE for behind in HOSTILE),
    *(f"a{piece}b" for piece in HOSTILE),
]
anything = st.sampled_from(PAIRS) | st.text(max_size=8)
texts = st.sampled_from([printable(pair) for pair in PAIRS]) | st.text(max_size=8).map(printable)
names = texts.filter(bool)
lists = st.lists(names, max_size=3).map(tuple)
written = [
    "2020-11-18",
    "2020-11-18T09:30:00+03:00",
    "2020",
    "2020-11~",
    "202X",
    "../2020-11",
    "2020-11-16/2020-11-19",
    "2020-22",
]
languages = st.sampled_from(["", "en", "ckb", "no", "pt-BR", "ku-Arab-IQ"])
dates = st.none() | st.sampled_from(written).map(edtf.parse)
unknown = st.sampled_from(["layout", "mood", "Title", "x y", "<<", "null", "---", "😀", ""]) | names.filter(
    lambda name: len(name) <= 128
)
trees = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(unknown, inner, max_size=3), max_leaves=6
)


def frozen(tree: dict[str, object]) -> tuple[tuple[str, yamlsafe.Value], ...]:
    """Unknown fields as `split` gives them."""
    value = yamlsafe.value(yamlsafe.load(yaml.safe_dump(tree, default_style='"', allow_unicode=True)))
    return tuple(pair for pair in value if pair[1] and pair[0] not in {*Meta.__dataclass_fields__, *FOREIGN})


metas = st.builds(
    Meta,
    id=texts, title=texts, date=dates, updated=dates, slug=texts, kicker=texts, deck=texts, section=texts, tags=lists, place=lists, dateline=texts,
    agency=texts, authors=lists, summary=texts, language=languages, aliases=lists, license=texts, identifier=texts, featured=st.booleans(), address=texts,
    images=st.lists(st.builds(Image, texts, texts, texts, texts, texts).filter(lambda image: image != Image()), max_size=2).map(tuple),
    status=st.sampled_from(["draft", "published", "withdrawn"]),
    withdrawn=st.none() | st.builds(Withdrawal, dates, texts),
    corrections=st.lists(st.builds(Correction, dates, texts).filter(lambda correction: correction != Correction()), max_size=2).map(tuple),
    source=st.builds(Source, texts, texts, texts, texts, texts, texts, lists),
    inferred=st.dictionaries(names.filter(lambda name: len(name) <= 128), texts, max_size=2).map(lambda pairs: tuple(pairs.items())),
    extra=st.dictionaries(unknown, trees, max_size=3).map(frozen),
)  # fmt: skip


@quick
@given(metas, anything.map(lambda body: body.replace("\r\n", "\n").replace("\r", "\n")))
@example(Meta(), "---\ntitle: not mine\n---\n")
@example(Meta(withdrawn=Withdrawal()), "\n\n\ufeff text \n\n")
@example(Meta(status="published", withdrawn=Withdrawal()), "\x85\u2028")
def test_whatever_is_written_reads_back_the_same(meta, body):
    text = join(meta, body)
    assert split(text) == (meta, body)
    assert join(*split(text)) == text


@quick
@given(metas)
def test_other_readers_of_yaml_find_the_same_title_and_tags(meta):
    header = frontmatter.fences(join(meta, ""))[0]
    found = yaml.safe_load(header) or {}
    assert found.get("title", "") == meta.title
    assert tuple(found.get("tags", ())) == meta.tags


@quick
@given(st.lists(anything, max_size=5).map("".join).map("---\n{}\n---\n".format) | anything)
def test_any_text_is_split_or_refused(text):
    try:
        meta, body = split(text)
    except ItemError:
        return
    assert split(join(meta, body)) == (meta, body)


@pytest.mark.parametrize("piece", ["---\n", "---\n\n", "---" + " " * 500, "--- \r", "\n...", "\u2028", "a: b\n", "#\n"])
def test_a_hundred_thousand_characters_are_split_at_once(piece):
    text = "---\n" + piece * (100_000 // len(piece)) + "x"
    started = time.process_time()
    try:
        split(text)
        amend(text, Meta(title="x"), ["title"])
    except ItemError:
        pass
    assert time.process_time() - started < 1


@quick
@given(
    st.lists(st.sampled_from(["---", "...", " ", "\t", "\n", "\r", "\r\n", "a", "\u2028", "\x85"]), max_size=12).map(
        "".join
    )
)
@example("\na\r---\n---\n")
@example("\ra\n...\r---\n")
def test_the_quick_look_for_the_closing_line_finds_what_the_plain_one_finds(text):
    text = f"---{text}"
    try:
        found = frontmatter._fences(text)
    except FrontMatterError:
        found = None
    opening = frontmatter._OPEN.match(text)
    closing = frontmatter._CLOSE.search(text, opening.end()) if opening else None
    assert found == (closing and (opening.end(), closing.start(), closing.end()))


# ── Amending ─────────────────────────────────────────────────────────────────────────────────────────────────────

EDITED = """---
# Typed from the bound volume, shelf 12.
title: 'Quake shakes the coast'   # as printed

date: 2020-11-17
tags:
- Iraq   # the country
- Storm
# Filed by hand:
mood:   grave
---
The *body*,   as it is.\t
"""


def test_only_the_amended_field_changes():
    assert amend(EDITED, Meta(date=edtf.parse("2020-11-18")), ["date"]) == EDITED.replace("2020-11-17", "2020-11-18")


def test_a_new_field_is_put_in_its_place_and_comments_stay_with_what_they_speak_of():
    amended = amend(
        EDITED, Meta(id="a1", section="World", source=Source(file="raw/a.txt")), ["id", "section", "source"]
    )
    assert amended == EDITED.replace("# Typed", "id: a1\n# Typed").replace(
        "tags:\n", "section: World\ntags:\n"
    ).replace("# Filed", 'source:\n  file: "raw/a.txt"\n# Filed')


def test_an_emptied_field_is_taken_out_with_all_its_lines():
    assert amend(EDITED, Meta(), ["tags"]) == EDITED.replace("tags:\n- Iraq   # the country\n- Storm\n", "")


def test_nothing_changes_where_nothing_is_to_change():
    assert amend(EDITED, Meta(title="Other"), []) == EDITED
    assert amend(EDITED, Meta(), ["deck"]) == EDITED
    assert amend("Text\n", Meta(), ["deck"]) == "Text\n"


def test_a_file_without_fields_gets_some():
    assert amend("\ufeffText\r\n", Meta(title="A"), ["title"]) == "---\r\ntitle: A\r\n---\r\n\r\nText\r\n"


def test_a_header_on_one_line_is_written_anew():
    assert (
        amend("---\n{title: A, mood: grave}\n---\nText", Meta(slug="a"), ["slug"])
        == "---\ntitle: A\nslug: a\nmood: grave\n---\nText"
    )


def test_a_field_under_another_name_gives_way_and_what_else_it_said_is_kept():
    text = "---\ncategories: [World, Iraq]\npublished: 2020-11-17\nexcerpt: Short.\n---\n"
    amended = amend(text, Meta(tags=("Storm",), date=edtf.parse("2020")), ["tags", "date"])
    assert amended == "---\ndate: 2020\nsection: World\ntags: [Storm]\nexcerpt: Short.\n---\n"


def test_tags_that_a_category_joined_stay_when_the_section_changes():
    text = "---\ntags: [a]\ncategories: [World, b]\n---\n"
    assert amend(text, Meta(section="Sport"), ["section"]) == "---\nsection: Sport\ntags: [a, b]\n---\n"


def test_the_blank_lines_below_a_block_text_stay_when_it_is_replaced():
    text = "---\nsummary: |+\n  Old.\n\n\nmood: grave\n---\n"
    assert amend(text, Meta(summary="New."), ["summary"]) == text.replace("|+\n  Old.", "New.")
    assert amend(text, Meta(language="en"), ["language"]) == text.replace("mood", "language: en\nmood")


def test_what_no_text_needs_is_left_out_when_amending_too():
    amended = amend(EDITED, Meta(title="Qu\u202eake\ufeff", tags=("", "a")), ["title", "tags"])
    assert replace(split(amended)[0], extra=()) == Meta(title="Quake", date=edtf.parse("2020-11-17"), tags=("a",))


def test_another_body_leaves_the_fields_alone():
    assert frontmatter.with_body(EDITED, "New\n") == EDITED.replace("---\nThe *body*,   as it is.\t\n", "---\n\nNew\n")
    assert frontmatter.with_body("---\r\ntitle: A\r\n--- \r\nOld", "New\n") == "---\r\ntitle: A\r\n--- \r\n\r\nNew\r\n"
    assert split(frontmatter.with_body("Old", "---\nNew")) == (Meta(), "---\nNew")


# Entries as people write them; each stands at most once in a file. Unknown fields and comments must survive anything.
ENTRIES = {
    "title": ["title: Quake\n", 'title: "A: b"   # note\n', "title: >-\n  folded\n\n  text\n", '"title": x\n', "title: plain\n  on two lines\n", "title:\n"],
    "date": ["date: 2020-11-17\n", "date:   2020-11-17 09:30 # time from the log\n"],
    "section": ["section: World\n"],
    "tags": ["tags: [a, b]\n", "tags:\n- a\n# inside\n- b\n", "tags:\n  - a\n\n  - 'b: c'\n", "tags: a, b\n", "tags: [\n  a,\n  b\n]\n", "tags: []\n"],
    "place": ["place: A\n", "place: [A, B]\n"],
    "summary": ["summary: |\n  text\n\n  # no comment\n", "summary: |+\n  kept\n\n\n", "summary: 'a\n  b'\n", "summary: a\u2028  b\n", "summary: >\n\n  x\n"],
    "status": ["status: draft\n", "status: published\n", "status: withdrawn\n"],
    "withdrawn": ["withdrawn: yes\n", "withdrawn:\n  date: 2021-01-02\n  reason: x\n", "withdrawn: no\n"],
    "source": ["source: {file: raw/a.txt}\n", "source:\n  file: raw/a.txt\n\n  also: [b]\n"],
    "published": ["published: false\n", "published: true\n", "published: 2019-01-01\n"],
    "draft": ["draft: true\n", "draft: false\n"],
    "categories": ["categories: [World, a, c]\n", "categories: World\n"],
    "category": ["category: Sport\n"],
    "author": ["author: J. Doe\n", "author:\n"],
    "excerpt": ["excerpt: >\n  Short\n  text.\n"],
    "description": ["description: Long.\n"],
    "lastmod": ["lastmod: 2021\n"],
    "permalink": ["permalink: /a/b/\n", "permalink: pretty\n"],
    "layout": ["layout: post\n"],
    "map": ["map: {a: [1, 2]}\n", "map:\n  - - 1\n    - 2\n"],
    "weight": ["weight: 5   # heavy\n"],
}  # fmt: skip
AMENDED = [
    "id",
    "title",
    "date",
    "updated",
    "section",
    "tags",
    "place",
    "authors",
    "summary",
    "status",
    "withdrawn",
    "address",
    "source",
    "inferred",
]


@st.composite
def edited_files(draw):
    """(chunks of a header with the name of the field each belongs to, "" for comments and blank lines; line ending)."""
    chunks = []
    for number, name in enumerate(draw(st.lists(st.sampled_from(sorted(ENTRIES)), unique=True, max_size=8))):
        chunks.append(("", draw(st.sampled_from(["", "", f"# comment {number}\n", f"\n# comment {number}: x\n\n"]))))
        chunks.append((name, draw(st.sampled_from(ENTRIES[name]))))
    chunks.append(("", draw(st.sampled_from(["", "# the end\n"]))))
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return [(name, chunk.replace("\n", newline)) for name, chunk in chunks], newline


few = st.builds(
    Meta,
    id=texts, title=texts, date=dates, section=texts, tags=lists, place=lists, authors=lists, summary=texts, address=texts,
    status=st.sampled_from(["draft", "published", "withdrawn"]), withdrawn=st.none() | st.builds(Withdrawal, dates, texts),
    source=st.builds(Source, file=texts, also=lists),
)  # fmt: skip


def untouched(chunks, fields):
    """The chunks that must be there afterwards: all that neither is amended nor speaks for what is."""
    names = {name for name, _ in chunks}
    moved = {*fields, *(FOREIGN if fields else ())}
    if "withdrawn" in fields:
        moved.add("status")
    if names & {"category", "categories"} and {"section", "tags"} & set(fields):
        moved |= {"section", "tags"}  # a category may be either, and joins the tags that are there
    return [chunk for name, chunk in chunks if name not in moved]


@settings(quick, max_examples=300)
@given(edited_files(), few, st.lists(st.sampled_from(AMENDED), unique=True, max_size=4))
def test_amending_changes_the_fields_it_is_asked_to_and_no_other_line(file, meta, fields):
    chunks, newline = file
    body = f"{newline}# no comment{newline}title: no field{newline}"
    text = f"---{newline}{''.join(chunk for _, chunk in chunks)}---{newline}{body}"
    before, _ = split(text)
    amended = amend(text, meta, fields)
    after, _ = split(amended)
    wanted = replace(before, **{name: getattr(meta, name) for name in fields})
    assert replace(after, extra=()) == replace(wanted, extra=())
    assert {name for name, _ in before.extra} - {name for name, _ in after.extra} <= FOREIGN.keys()
    assert amended.endswith(f"---{newline}{body}")
    rest = amended
    for chunk in untouched(chunks, fields):
        assert chunk in rest
        rest = rest[rest.index(chunk) + len(chunk) :]
    assert amend(amended, meta, fields) == amended


@pytest.mark.skipif(not MARKDOWN.is_dir(), reason="BACKFILE_SAMPLES does not name the folder of samples")
def test_posts_of_a_real_site_are_read_written_and_amended():
    texts = [path.read_bytes().decode() for path in sorted(MARKDOWN.glob("*.md"))]
    refused = []
    for text in texts:
        try:
            meta, body = split(text)
        except ItemError as error:
            refused.append(error)
            continue
        assert split(join(meta, body)) == (meta, body)
        assert split(amend(text, Meta(id="x"), ["id"])) == (replace(meta, id="x"), body)
    assert len(texts) > 100
    assert len(refused) <= len(texts) / 50
    assert all(error.location.line for error in refused)
