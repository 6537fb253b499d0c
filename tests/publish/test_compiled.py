"""Layouts that an earlier build compiled: the same bytes, without Jinja's compiler; anything else is compiled anew."""

from pathlib import Path

import pytest

from generator.publish import layouts
from generator.publish.compiled import Compiled

LAYOUTS = {
    "page.html": '{% extends "base.html" %}{% from "_parts.html" import loud %}{% block main %}{{ loud(it) }}{% endblock %}',
    "base.html": "<main>{% block main %}{% endblock %}</main>\n",
    "_parts.html": "{% macro loud(word) %}<b>{{ word }}!</b>{% endmacro %}",
}
VALUES = {"it": "Tide & <gull>"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in LAYOUTS.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def used(folder: Path, kept: bytes | None, program: str = "this") -> tuple[str, str, bytes | None]:
    """What a page says, the digest of its layout, and what is kept then."""
    looks = layouts.load((folder,))
    looks.quick.compiled.recall(program, kept)
    return looks.quick.text("page.html", VALUES), looks.digest("page.html"), looks.quick.compiled.packed()


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The layouts that are parsed."""
    found: list[str] = []
    parse = layouts.Quick._parse

    def watched(self: layouts.Quick, source: str, name: str | None, filename: str | None) -> object:
        found.append(name or "")
        return parse(self, source, name, filename)

    monkeypatch.setattr(layouts.Quick, "_parse", watched)
    return found


def test_what_was_compiled_is_neither_parsed_nor_compiled_again(folder: Path, compiled: list[str]) -> None:
    first = used(folder, None)
    assert set(compiled) == set(LAYOUTS)
    compiled.clear()
    assert used(folder, first[2]) == (*first[:2], None)
    assert compiled == []
    plain = layouts.load((folder,)).plain.get_template("page.html").render(VALUES)
    assert first[0] == plain


def test_a_layout_that_was_edited_is_compiled_anew(folder: Path, compiled: list[str]) -> None:
    text, digest, kept = used(folder, None)
    (folder / "_parts.html").write_text(LAYOUTS["_parts.html"].replace("!", "?"))
    compiled.clear()
    said = used(folder, kept)
    assert set(compiled) == {"_parts.html"}
    assert said[0] == text.replace("!", "?")
    assert said[1] != digest
    (folder / "base.html").write_text('{% include "_parts.html" %}')
    assert used(folder, kept)[1] == layouts.load((folder,)).digest("page.html")


def test_what_another_program_compiled_is_left(folder: Path, compiled: list[str]) -> None:
    kept = used(folder, None)[2]
    compiled.clear()
    used(folder, kept, "another")
    assert set(compiled) == set(LAYOUTS)


def test_nothing_is_known_at_first() -> None:
    assert Compiled().names("page.html", "text") is None
    assert Compiled().packed() is None
