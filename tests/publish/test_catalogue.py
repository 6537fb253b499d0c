"""Catalogues: what the interface says in other languages."""

from pathlib import Path

import pytest

from generator.errors import ConfigError
from generator.publish import catalogue, layouts
from generator.views import Chrome, Page, StandingView


def test_phrases_and_forms() -> None:
    text = 'Older: الأقدم\n"{n} articles": {one: مادة, other: "{n} مادة"}\nNewer:\n'
    assert catalogue.parse(text, "ar.yaml") == {"Older": "الأقدم", "{n} articles": {"one": "مادة", "other": "{n} مادة"}}
    assert catalogue.parse("# nothing yet\n", "ar.yaml") == {}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("- Older\n", 1, "phrases with their words"),
        ('A: b\n"{n} articles": {one: x}\n', 2, "other is needed"),
        ('"{n} articles": {singular: x, other: y}\n', 1, "forms of a count are zero, one"),
        ('"about {date}": "نحو {datum}"\n', 1, "the parts in braces are here: {date}"),
        ('Older: "{date"\n', 1, "the parts in braces are here: none"),
        ("A: [\n", 2, "cannot be read here"),
    ],
)
def test_a_broken_catalogue_is_named_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as caught:
        catalogue.parse(text, "words/ar.yaml")
    assert (caught.value.location.path, caught.value.location.line) == ("words/ar.yaml", line)


def test_the_files_of_a_language() -> None:
    assert list(catalogue.names("ar-IQ")) == ["words/ar.yaml", "words/ar-iq.yaml"]


def _looks(tmp_path: Path, language: str, **files: str) -> layouts.Layouts:
    for name, text in files.items():
        folder, _, file = name.partition("__")
        path = tmp_path / folder / (f"words/{file.replace('_', '-')}.yaml" if file != "page" else "page.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return layouts.load((tmp_path / "own", tmp_path / "theme"), language)


def test_the_words_of_a_site_come_before_those_of_the_theme(tmp_path: Path) -> None:
    looks = _looks(
        tmp_path, "ar-IQ", own__ar="Tags: وسوم", theme__ar="Tags: x\nOlder: أقدم\nPlace: y", theme__ar_IQ="Place: مكان"
    )
    assert [looks.tongue.say(word) for word in ("Tags", "Older", "Place", "Newer")] == ["وسوم", "أقدم", "مكان", "Newer"]


PAGE = Page("a/b.html", "page.html", StandingView("A <title>"))
TEMPLATE = (
    '{{ _("Older & newer") }} {{ _("by {name}", name=page.title) }} {{ counted(2, "{n} article", "{n} articles") }}'
)


def test_a_layout_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    words = '"Older & newer": "<أقدم>"\n"by {name}": "بقلم {name}"\n"{n} articles": {two: مادتان, other: "{n}"}'
    looks = _looks(tmp_path, "ar", theme__page=TEMPLATE, theme__ar=words)
    assert looks.render(PAGE, Chrome("S"), "").decode() == "&lt;أقدم&gt; بقلم A &lt;title&gt; مادتان"
    plain = looks.plain.get_template("page.html").render(page=PAGE.view)
    assert looks.render(PAGE, Chrome("S"), "").decode() == plain


def test_in_english_it_says_what_stands_there(tmp_path: Path) -> None:
    looks = _looks(tmp_path, "en", theme__page=TEMPLATE)
    assert looks.render(PAGE, Chrome("S"), "").decode() == "Older &amp; newer by A &lt;title&gt; 2 articles"


def test_other_words_are_another_layout(tmp_path: Path) -> None:
    first = _looks(tmp_path, "ar", theme__page="{{ 1 }}", theme__ar="Tags: a").digest("page.html")
    assert _looks(tmp_path, "ar", theme__ar="Tags: b").digest("page.html") != first
    assert _looks(tmp_path, "fa").digest("page.html") != first
