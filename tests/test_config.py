"""site.yaml: what it says, and what is said to a person who wrote something else."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import config, edtf
from generator.errors import BackfileError, ConfigError
from generator.model import MenuItem, NamedList, PlaceRule, SiteConfig, TagRule, TopicRule


def parse(rest: str) -> SiteConfig:
    return config.parse(f"title: The Gazette\n{rest}\n")


def test_every_key_reaches_its_setting():
    site = parse(
        "tagline: Since 1921\n"
        "url: https://example.org/archive\n"
        "language: no\n"
        "timezone: Asia/Baghdad\n"
        "publisher: ESTA\n"
        "published: 2018/2023\n"
        "description: What was saved.\n"
        "license: CC0\n"
        "contact: a@example.org\n"
        "logo: static/logo.png\n"
        "menu:\n"
        "  - {title: Tags, to: tags/index.html}\n"
        "  - {title: Write, to: 'mailto:a@example.org'}\n"
        "footer: All invented.\n"
        "accent: '#7a1f1f'\n"
        'addresses: "{year}/{slug}/"\n'
        "sections: [World, Politics]\n"
        "tags: {Baghdad: [Bagdad, بغداد], Wednesday: off, Iraq: }\n"
        "places: {Sulaimani: {aliases: [Slemani], lat: 35.56, lon: -45.43}, Erbil: [Hewlêr], Basra: }\n"
        "feeds: [Iraq]\n"
        "host: folder\n"
        "lists: {politics: {section: Politics, newest: 7}, storms: {tag: Storm}}\n"
        "ingest: {keep: [Total], cut: ['Sign up', '/^Photo: .+/'], columns: {title: Headline, body: Text}}\n"
        "search: off\n"
    )
    assert site == SiteConfig(
        title="The Gazette",
        tagline="Since 1921",
        url="https://example.org/archive/",
        language="no",
        timezone="Asia/Baghdad",
        publisher="ESTA",
        published=edtf.parse("2018/2023"),
        description="What was saved.",
        license="CC0",
        contact="a@example.org",
        logo="static/logo.png",
        menu=(MenuItem("Tags", "tags/index.html"), MenuItem("Write", "mailto:a@example.org")),
        footer="All invented.",
        accent="#7a1f1f",
        addresses="{year}/{slug}/",
        sections=(TopicRule("World"), TopicRule("Politics")),
        tags=(TagRule("Baghdad", ("Bagdad", "بغداد")), TagRule("Wednesday", off=True), TagRule("Iraq")),
        places=(
            PlaceRule("Sulaimani", ("Slemani",), "", 35.56, -45.43),
            PlaceRule("Erbil", ("Hewlêr",)),
            PlaceRule("Basra"),
        ),
        feeds=("Iraq",),
        lists=(NamedList("politics", section="Politics", newest=7), NamedList("storms", tag="Storm")),
        keep=("Total",),
        cut=("Sign up", "/^Photo: .+/"),
        columns=(("title", "Headline"), ("body", "Text")),
        search=False,
        unused=("columns",),
    )


def test_everything_but_the_title_has_a_default():
    assert config.parse("\ufefftitle: A\r\ntagline:\r\nfeeds:\r\n") == SiteConfig("A")


def test_every_key_is_a_setting_and_every_setting_has_a_key():
    assert {*config.KEYS} - {"ingest"} == {*SiteConfig.__dataclass_fields__} - {
        "feeds_all",
        "keep",
        "cut",
        "columns",
        "guess_tags",
        "unused",
    }


@pytest.mark.parametrize(
    ("written", "setting"),
    [
        ("feeds: all", {"feeds_all": True}),
        ("feeds: off", {}),
        ("feeds: Iraq", {"feeds": ("Iraq",)}),
        ("tags: [Iraq, Iran]", {"tags": (TagRule("Iraq"), TagRule("Iran"))}),
        ("tags: {Iraq: on, Iran: Persia}", {"tags": (TagRule("Iraq"), TagRule("Iran", ("Persia",)))}),
        ("tags: {Iran: [iran, IRAN]}", {"tags": (TagRule("Iran", ("iran", "IRAN")),)}),
        ("places: [Erbil]", {"places": (PlaceRule("Erbil"),)}),
        ("menu: {title: Tags, to: 'https://x.org/#a'}", {"menu": (MenuItem("Tags", "https://x.org/#a"),)}),
        ("sections: World", {"sections": (TopicRule("World"),)}),
        ("sections: {World: , Sport: [Sports]}", {"sections": (TopicRule("World"), TopicRule("Sport", ("Sports",)))}),
        (
            "authors:\n  Ada Morrow:\n    description: >\n      Wrote\n      much.\n    aliases: A. M.",
            {"authors": (TopicRule("Ada Morrow", ("A. M.",), "Wrote much."),)},
        ),
        ("agencies: [HGN, Reuters]", {"agencies": (TopicRule("HGN"), TopicRule("Reuters"))}),
        (
            "tags: {Iran: {aliases: [Persia], description: A land.}}",
            {"tags": (TagRule("Iran", ("Persia",), description="A land."),)},
        ),
        (
            "places: {Erbil: {description: Old., lat: 36, lon: 44}}",
            {"places": (PlaceRule("Erbil", (), "Old.", 36.0, 44.0),)},
        ),
        ("url: http://localhost:8000/", {"url": "http://localhost:8000/"}),
        ("accent: '#ABC'", {"accent": "#ABC"}),
        ("accent: # no colour yet", {}),
        ("language: ckb-Arab-IQ", {"language": "ckb-Arab-IQ"}),
        ("ingest: {cut: Total}", {"cut": ("Total",)}),
        ("ingest: {cut: [/, //]}", {"cut": ("/", "//")}),
        ("ingest: {tags: off}", {"guess_tags": False}),
        ("ingest: {tags: on}", {}),
        ("addresses: news/{id}.html", {"addresses": "news/{id}.html"}),
    ],
)
def test_short_ways_to_write_a_setting(written, setting):
    assert parse(written) == SiteConfig("The Gazette", **setting)


@pytest.mark.parametrize(
    ("written", "unused"),
    [
        ("host: nginx\nsearch: on\ningest: {columns: {title: H}}", ("search", "columns")),
        ("host: folder\nsearch: off", ()),
        ("lists: {a: {tag: b}}\nlogo: a.png\nfooter: x", ()),
    ],
)
def test_keys_that_are_not_acted_on_yet_are_listed_where_they_ask_for_something(written, unused):
    assert parse(written).unused == unused


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, 'title: is missing — write title: "The Harbour Gazette"'),
        ("tagline: x\ntitle: '  '\n", 2, 'title: is missing — write title: "The Harbour Gazette"'),
        ("title: A\ntagz: [a]\n", 2, "tagz: there is no such key — did you mean tags?"),
        ("title: A\nmenu:\n  - title: A\n    too: b\n", 4, "menu: too: there is no such key — did you mean to?"),
        ("title: A\nqqq: 1\n", 2, f"qqq: there is no such key — the keys here are {', '.join(config.KEYS)}"),
        ("- a\n", 1, "names with values are wanted — write title: …"),
        ("title: Iraq: news\n", 1, 'title: a colon in an unquoted text — put the text in quotes: title: "Iraq: news"'),
        ("title: A\ntitle: B\n", 2, "title: written twice, first in line 1 — keep one of them"),
    ],
)
def test_what_is_no_setting_is_refused_with_its_line(text, line, message):
    with pytest.raises(ConfigError) as error:
        config.parse(text)
    assert (error.value.location.line, error.value.message) == (line, message)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("url: example.org", "url: 'example.org' — write the whole address of the archive, e.g. https://example.org/archive/"),
        ("url: 'https://x.org/?page=1'", "url: 'https://x.org/?page=1' — write the whole address"),
        ("url: 'https://[::1'", "url: 'https://[::1' — write the whole address"),
        ("url: https://x.org/a b", "url: 'https://x.org/a b' — write the whole address"),
        ("url: javascript:alert(1)", "url: 'javascript:alert(1)' — write the whole address"),
        ("language: norwegian", "language: 'norwegian' — write a language tag: en, ar, ckb, pt-BR"),
        ("timezone: Asia/Bagdad", "timezone: 'Asia/Bagdad' is no time zone — write Asia/Baghdad"),
        ("timezone: ../../etc/passwd", "timezone: '../../etc/passwd' is no time zone"),
        ("timezone: Asia", "timezone: 'Asia' is no time zone"),
        ("published: 18/11/2020", "published: '18/11/2020' is no date — write it as 2020-11-18"),
        ("accent: red", "accent: 'red' is no colour — write it as \"#7a1f1f\""),
        ("accent: #1f4e6b", 'accent: # begins a comment — write accent: "#1f4e6b"'),
        ("logo: /static/logo.png", "logo: '/static/logo.png' — write it without / at the front: static/logo.png"),
        ("addresses: '{yaer}/{slug}.html'", "addresses: {yaer} is unknown — the placeholders are {year}, {month}, {day}, {slug}, {section}, {id}"),
        ("addresses: '{slug.__class__}/'", "addresses: {slug.__class__} is unknown"),
        ("addresses: '{year}/'", "addresses: '{year}/' would give many articles one address — add {slug} or {id}"),
        ("addresses: '{slug}'", "addresses: '{slug}' — end it in .html, or in / for a folder of its own"),
        ("addresses: '/{slug}.html'", "without / at the front"),
        ("addresses: '../{slug}.html'", "without / at the front"),
        ("addresses: 'a//{slug}/'", "without / at the front"),
        ("addresses: 'https://x.org/{slug}.html'", "without / at the front"),
        ("addresses: '{slug}?{{id}}.html'", "without / at the front"),
        ("menu: [{title: A}]", "menu: an entry needs both — write {title: Tags, to: tags/index.html}"),
        ("menu: [{title: A, to: /tags/}]", "menu: to: '/tags/' — write it without / at the front: tags/"),
        ("menu: [{title: A, to: 'javascript:alert(1)'}]", "menu: to: 'javascript:alert(1)' — write an address of this site, e.g. tags/index.html"),
        ("menu: [{title: A, to: ../a}]", "menu: to: '../a' — write an address of this site"),
        ("menu: [Tags]", "menu: names with values are wanted — write title: …"),
        ("tags: {Baghdad: [Bagdad], Iraq: [bagdad]}", "tags: 'bagdad' leads to both Baghdad and Iraq — keep one"),
        ("tags: {Baghdad: {alias: x}}", "tags: Baghdad: alias: there is no such key — did you mean aliases?"),
        ("tags: {Baghdad: {description: [x]}}", "tags: Baghdad: description: a list where one text is wanted"),
        ("tags: {Baghdad: {off: yes}}", "tags: Baghdad: off: there is no such key — the keys here are aliases, description"),
        ("authors: {Ada: {lat: 3}}", "authors: Ada: lat: there is no such key — the keys here are aliases, description"),
        ("sections: {World: off}", "sections: World: only tags are turned on and off — write other names in a list: [off]"),
        ("agencies: {AFP: [Afp, wire], Reuters: [Wire]}", "agencies: 'Wire' leads to both AFP and Reuters — keep one"),
        ("tags: Baghdad", "tags: names with values are wanted — write {Name: …}"),
        ("places: {A: {lat: 91, lon: 0}}", "places: A: lat: '91' — write degrees from -90 to 90, e.g. 35.56"),
        ("places: {A: {lat: 0, lon: 1e2}}", "places: A: lon: '1e2' — write degrees from -180 to 180"),
        ("places: {A: {lat: 0}}", "places: A: a place on the map needs both lat and lon"),
        ("places: {A: [x], B: [x]}", "places: 'x' leads to both A and B — keep one"),
        ("feeds: {a: b}", "feeds: fields where a list is wanted — write [one, two]"),
        ("host: nginix", "host: 'nginix' — write one of folder, nginx,"),
        ("lists: {a: {newest: 3}}", "lists: a: a list is cut from a section or from a tag — write {section: Politics, newest: 5}"),
        ("lists: {a: {tag: b, newest: 0}}", "lists: a: newest: '0' — write a number from 1 to 100"),
        ("lists: {a: {tag: b, newest: ٣}}", "lists: a: newest: '٣' — write a number from 1 to 100"),
        ("ingest: {cut: ['/(/']}", "ingest: cut: /(/ is no regular expression: missing ), unterminated subpattern"),
        ("ingest: {cut: ['/x*/']}", "ingest: cut: /x*/ fits every line — write a pattern that needs at least one letter"),
        ("ingest: {columns: {headline: A}}", "ingest: columns: headline: there is no such key — did you mean dateline?"),
        ("ingest: {tags: [Iraq]}", "ingest: tags: "),
        ("ingest: [a]", "ingest: names with values are wanted — write keep: …"),
        ("search: maybe", "search: 'maybe' — write yes or no"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_meant_is_refused_with_what_to_write(written, message):
    with pytest.raises(ConfigError) as error:
        parse(written)
    assert message in error.value.message
    assert error.value.location.line == 2


def test_a_tag_claimed_twice_is_refused_on_the_line_of_the_second():
    with pytest.raises(ConfigError) as error:
        parse("tags:\n  Baghdad: [Bagdad]\n  Iraq: []\n  Tikrit: [BAGDAD]")
    assert error.value.location.line == 5


@settings(derandomize=True, max_examples=200)
@given(st.sampled_from(sorted(config.KEYS)), st.text(max_size=20) | st.text("{}/.:#[]-_ab1\\ '\"", max_size=25))
def test_any_other_value_is_taken_or_refused_and_never_breaks(key, value):
    try:
        site = parse(f"{key}: {value}") if key != "title" else config.parse(f"title: {value}")
    except BackfileError as error:
        assert isinstance(error, ConfigError)  # noqa: PT017 - any other error is a bug
        return
    assert site.title
    assert site.addresses.endswith((".html", "/"))
    assert not site.url or site.url.endswith("/")


@pytest.mark.parametrize("piece", ["a/", "{a", "{", "-a", "}", "/", "1", "a.", " ", "{slug}"])
@pytest.mark.parametrize("key", ["url", "language", "timezone", "accent", "addresses", "menu", "published", "host"])
def test_long_values_are_refused_at_once_and_in_few_words(key, piece):
    started = time.process_time()
    with pytest.raises(ConfigError) as error:
        parse(f"{key}: '{piece * (60_000 // len(piece))} !%'")
    assert time.process_time() - started < 0.5
    assert len(error.value.message) < 300
