"""The quick environment against plain Jinja, its oracle: the same text, or an exception and then the oracle's answer."""

from pathlib import Path
from typing import Any

import markupsafe
import pytest
from hypothesis import example, settings
from hypothesis import given as any_of
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from markupsafe import Markup

from generator.errors import ConfigError
from generator.publish import layouts
from generator.publish.compiler import Quick, escape
from generator.publish.layouts import Layouts, Source
from generator.rooms import theme
from generator.views import ArticleView, Chrome, Entry, Group, Link, ListView, Page
from tests.publish.test_layouts import HOSTILE, VIEWS, build

THEME = layouts.load((theme(),))
LIST = ListView("<May>", groups=(Group("18 May", "18", (Entry("a.html", "Quake & fire"), Entry("", "Oil"))),))

PARTS = {
    "part.html": """{% set word = "said" %}{% macro link(it, root, rel="x") %}{{ root }}{{ it }}{{ rel }}{% endmacro %}
{%- macro rest(it) %}{{ it }}{{ varargs }}{{ kwargs }}{% endmacro %}
{%- macro wrap(it) %}<{{ it }}>{{ caller("<i>") }}{% endmacro %}
{%- macro sees() %}{{ page is defined }}{% endmacro %}""",
    "frame.html": "[{% block a %}frame {{ page.title }}{% endblock %}]",
}
FROM = "{% from 'part.html' import link, rest, wrap, sees, word %}"
SAME = [  # rendered quickly
    "{{ page.title }}{{ page.title | upper }}{{ body }}{{ 3 }}{{ none }}{{ (1, '<') }}",
    "{{ page.nothing | default('<none>') }}{{ page.nothing is defined }}{{ page.nothing | d(page.title) }}",
    "{% for it in page.groups %}{{ loop.index }}{{ it.entries[0].title }}{% for e in it.entries %}{{ e.path }}{% endfor %}{% endfor %}",
    "{{ page.groups | map(attribute='label') | join('<') }}{{ page.title ~ '<b>' ~ body }}",
    "{% set words %}<b>{{ page.title }}</b>{% endset %}{{ words }}{{ words | length }}",
    "{% filter upper %}<b>{{ page.title }}</b>{% endfilter %}",
    "{% autoescape false %}{{ page.title }}{{ body }}{% endautoescape %}{{ page.title }}",
    FROM + "{{ link(page.title, root) }}{{ link('<', root, '>') }}{{ link('<', root=root, rel='&') }}{{ word }}",
    FROM + "{% autoescape false %}{{ link('<', root) }}{{ link('<', root) | e }}{% endautoescape %}",
    FROM + "{{ rest('<') }}{{ rest('<', '&', 3) }}{{ rest('<', a='&') }}{{ sees() }}",
    FROM + "{% call(x) wrap('b') %}{{ x }}{{ page.title }}{% endcall %}",
    FROM + "{% for it in 'ab' %}{{ link(it, root) }}{{ link | once(it, root) }}{% endfor %}",
    "{% import 'part.html' as part with context %}{{ part.sees() }}{{ part.link(1, root) }}",
    "{% extends 'frame.html' %}{% block a %}{{ super() }}{{ page.title }}{{ self.b() }}{% endblock %}{% block b %}b{% endblock %}",
    "{% include 'frame.html' %}{% include ['none.html', 'frame.html'] %}{% include 'none.html' ignore missing %}",
    "{% macro own(n) %}{{ page.title }}{{ n }}{% endmacro %}{{ own(1) }}{{ own | once(2) }}{% set n = namespace(a=1) %}{{ n.a }}",
    "{% set d = {'class': '<'} %}{{ d.class }}",
    "{{ page.title.upper() }}{{ '<'.strip() }}{{ 'a' if page.feed }}{{ site.title }}{{ page | attr('title') }}{{ (1).real }}",
]
ASKED = [  # by attribute what only an item is: the plain environment renders it
    "{% set d = {'a': '<'} %}{{ d.a }}",
    FROM + "{{ link(page.nothing | d([]), root) }}{{ link | once(['<'], root) }}",
    "{% macro maybe(it) %}{{ it is defined }}{% endmacro %}{{ maybe(page.nothing) }}",
]
WRONG = [
    "\n{{ page.nothing }}",
    "\n{{ nothing.title }}",
    "\n{{ page.class }}",
    "\n{{ page.title.nothing }}",
    "\n{{ page.title + 1 }}",
    "\n{% include 'none.html' %}",
    "\n" + FROM + "{{ link(1, 2, 3, 4) }}",
    "\n" + FROM + "{{ link() }}",
    "\n" + FROM + "{{ link | once(nothing, root) }}",
    "\n{% from 'part.html' import nothing %}{{ nothing() }}",
]


def looks(layout: str) -> Layouts:
    texts = {"own.html": layout, **PARTS}
    return Layouts({name: Source(Path(f"/x/{name}"), text) for name, text in texts.items()}, {})


def values(view: Any, site: Chrome = Chrome("Gazette <&>"), body: str = "<p>Body</p>") -> dict[str, Any]:
    return {"page": view, "site": site, "body": Markup(body), "root": "../"}


def oracle(looks: Layouts, name: str, given: dict[str, Any]) -> str:
    return looks.plain.get_template(name).render(given)


# ── The same text ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", ["Words", "", *HOSTILE])
@pytest.mark.parametrize("template", VIEWS)
def test_the_theme_is_rendered_quickly_and_says_what_plain_jinja_says(template: str, words: str) -> None:
    for given in (values(build(VIEWS[template], words)), values(build(VIEWS[template], words), build(Chrome, words))):
        assert THEME.quick.text(template, given) == oracle(THEME, template, given)


@settings(derandomize=True, max_examples=60)
@any_of(st.sampled_from(["article.html", "list.html"]), st.text(max_size=40))
def test_whatever_an_article_says(template: str, words: str) -> None:
    given = values(build(VIEWS[template], words), build(Chrome, words), words)
    assert THEME.quick.text(template, given) == oracle(THEME, template, given)


@pytest.mark.parametrize("layout", SAME)
def test_what_a_layout_of_ones_own_may_say(layout: str) -> None:
    own, given = looks(layout), values(LIST)
    assert own.quick.text("own.html", given) == own.quick.text("own.html", given) == oracle(own, "own.html", given)


@pytest.mark.parametrize("layout", ASKED)
def test_where_the_quick_one_cannot_go_on_the_plain_one_is_asked(layout: str) -> None:
    own = looks(layout)
    page = Page("a/b.html", "own.html", LIST)
    with pytest.raises(Exception):  # noqa: B017, PT011 - any
        own.quick.text("own.html", values(LIST))
    assert own.render(page, Chrome("T"), "").decode() == oracle(own, "own.html", values(LIST, Chrome("T"), ""))


@pytest.mark.parametrize("layout", WRONG)
def test_a_mistake_is_told_in_the_words_of_the_plain_one(layout: str) -> None:
    own = looks(layout)
    with pytest.raises(Exception) as said:  # noqa: PT011 - Jinja's own, of many types
        oracle(own, "own.html", values(LIST))
    with pytest.raises(ConfigError) as caught:
        own.render(Page("a/b.html", "own.html", LIST), Chrome("T"), "")
    if "none.html" not in layout:
        assert str(said.value) in caught.value.message
    assert str(caught.value.location) in {"/x/own.html:2", "/x/part.html:1"}
    assert caught.value.__cause__.__class__ is said.value.__class__


# ── What is escaped ──────────────────────────────────────────────────────────────────────────────────────────────


class Words(str):
    """A str of another type is no Markup."""


class Html(str):
    """Not Markup, and safe all the same: it says so itself."""

    def __html__(self) -> str:
        return "<b>"


@settings(derandomize=True, max_examples=200)
@any_of(st.text() | st.text().map(Markup) | st.text().map(Words) | st.integers() | st.none() | st.tuples(st.text()))
@example(Html("<i>"))
@example(Words("<b>"))
@example(Markup("<b>"))
def test_everything_is_escaped_that_markupsafe_escapes(value: object) -> None:
    assert str(escape(value)) == str(markupsafe.escape(value))


# ── Once ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_values_are_rendered_once() -> None:
    calls = []
    once = Quick().filters["once"]

    def macro(it: Link, root: str) -> str:
        calls.append(it)
        return f"{root}{it.path}"

    assert [once(macro, Link("a.html", "A"), root) for root in ("", "../", "", "../")] == ["a.html", "../a.html"] * 2
    assert len(calls) == 2


def test_what_is_safe_and_what_only_reads_the_same_are_not_taken_for_one_another() -> None:
    own = looks(
        FROM + "{{ link | once(body, '') }} {{ link | once(body | string, '') }} {{ link | once(page.title, '') }}"
    )
    given = values(ListView("<b>"), body="<b>")
    assert own.quick.text("own.html", given) == oracle(own, "own.html", given) == "<b>x <b>x &lt;b&gt;x"


def test_one_and_true_are_not_taken_for_one_another() -> None:
    own = looks(FROM + "{{ link | once(1, '') }} {{ link | once(true, '') }}")
    assert own.quick.text("own.html", values(LIST)) == "1x Truex"


def test_an_entry_of_the_sites_own_is_used_in_lists_and_beside_articles(tmp_path: Path) -> None:
    own_entry = (theme() / "_entry.html").read_text()
    (tmp_path / "_entry.html").write_text(own_entry.replace('<p class="headline">', '<p class="mine">'))
    own = layouts.load((tmp_path, theme()))
    entry = Entry("a.html", "Oil")
    for name, view in (
        ("list.html", ListView("May", groups=(Group("", "", (entry,)),))),
        ("article.html", ArticleView("Quake", related=(entry,))),
    ):
        page = Page("2020/a.html", name, view)
        assert b'<p class="mine"><a href="../a.html">' in own.render(page, Chrome("T"), "")
        assert b'<p class="mine">' not in THEME.render(page, Chrome("T"), "")
        assert own.digest(name) != THEME.digest(name)


def test_both_environments_know_the_same_filters_and_are_as_strict() -> None:
    assert THEME.plain.filters.keys() == THEME.quick.filters.keys()
    assert THEME.plain.undefined is THEME.quick.undefined is StrictUndefined
