"""What was withdrawn, is a draft, or waits for its time, says nothing anywhere: not a word of any of its fields stands in
the output, but for the day and the reason of a tombstone, at the address that the article had."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from generator import edtf, frontmatter
from generator.fields import FIELDS
from generator.model import Correction, Image, Meta, Source, Withdrawal
from tests.story import article, build, tree, write

HIDDEN = ("withdrawn", "draft", "scheduled")
REASON = "It was untrue."


def word(status: str, field: str) -> str:
    """A word that stands nowhere else: each field of each article has its own."""
    return f"{status}zq{field}"


def meta(status: str) -> Meta:
    """An article that has something to say in every field there is; one that is added later is filled too."""
    values = {field.name: _filled(field.type, word(status, field.name)) for field in dataclasses.fields(Meta)}
    values |= {
        "date": edtf.parse("2021-03-06"),
        "language": "en",
        "status": "published",
        "withdrawn": None,
        "address": "",  # the slug makes it
        "inferred": (("date", word(status, "inferred")),),
        "extra": ((word(status, "extraname"), word(status, "extra")),),
    }
    return Meta(**values)


def _filled(kind: Any, unique: str) -> Any:
    """A value of a type, with the word in all its texts."""
    if kind is str or str(kind).startswith("typing.Literal"):
        return unique
    if kind is bool:
        return True
    if "Date" in str(kind):
        return edtf.parse("2021-03-07")
    if kind == tuple[str, ...]:
        return (unique, f"{unique}too")
    for record in (Image, Correction, Source):
        if kind in (record, tuple[record, ...]):
            made = record(**{it.name: _filled(it.type, f"{unique}{it.name}") for it in dataclasses.fields(record)})
            return made if kind is record else (made,)
    return None


def words(status: str) -> set[str]:
    """All that must not be found. At the addresses of a withdrawn article, the old ones too, its notice stands."""
    found = {word(status, field.name) for field in FIELDS} | {word(status, "extra"), word(status, "body")}
    return found - {word(status, "slug"), word(status, "aliases")} if status == "withdrawn" else found


def hidden(status: str, said: Meta) -> Meta:
    """The same as what it became."""
    if status == "withdrawn":
        return dataclasses.replace(said, status="withdrawn", withdrawn=Withdrawal(edtf.parse("2021-04-01"), REASON))
    if status == "draft":
        return dataclasses.replace(said, status="draft")
    return dataclasses.replace(said, date=edtf.parse("2999-01-01"))


def save(root: Path, status: str, said: Meta) -> None:
    body = f"It happened at {word(status, 'body')}.\n\n![{word(status, 'body')}](/media/{word(status, 'body')}.png)\n"
    (root / f"content/articles/{status}.md").write_text(frontmatter.join(said, body), encoding="utf-8")


@pytest.fixture(params=["", "markdown: on\n"], ids=["pages", "with Markdown beside them"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Three articles that are about to go, among others that stand beside them, print their headlines, and share a
    tag, a section and a place with them."""
    stories = [f"-- site.yaml --\ntitle: The Test Gazette\nurl: https://example.org/\nfeeds: all\n{request.param}"]
    for n, status in enumerate(HIDDEN):
        printed = f'{{previous: "{word(status, "title")}", next: "{word(status, "title")}"}}'
        for name, date in (("dated", f"2021-03-0{n + 5}"), ("undated", "")):
            text = article(
                f"Beside it {n} {name}", date, source=printed, tags="[Coast]", section="World", place="Astern"
            )
            stories.append(f"-- content/articles/{n}-{name}.md --\n{text}")
    write(tmp_path, "".join(stories))
    for status in HIDDEN:
        said = meta(status)
        save(tmp_path, status, dataclasses.replace(said, tags=(*said.tags, "Coast")))
    return tmp_path


def leaks(root: Path) -> list[str]:
    """Where any of the words stands, in the name of a file or in it."""
    found = []
    for path, content in tree(root / "output").items():
        seen = (path.encode() + b"\n" + content).lower()
        for status in HIDDEN:
            found += [f"{path}: {word}" for word in sorted(words(status)) if word.lower().encode() in seen]
    return found


def test_not_a_word_of_what_is_hidden_stands_anywhere(root: Path) -> None:
    shown = meta("draft")
    assert {field.name for field in FIELDS} <= {field.name for field in dataclasses.fields(Meta)}
    assert all(getattr(shown, field.name) for field in FIELDS if field.name not in {"withdrawn", "address"})
    build(root)
    stood = {found.rpartition("zq")[2] for found in leaks(root)}
    assert stood >= {"title", "deck", "kicker", "section", "tags", "place", "agency", "authors", "dateline", "body"}
    assert stood >= {"summary", "images", "corrections", "license", "source", "inferred"}, (
        "the search finds what is there"
    )
    for status in HIDDEN:
        save(root, status, hidden(status, meta(status)))
    build(root)
    assert leaks(root) == []
    beside = {path for path in tree(root / "output") if path.endswith(".md")}
    assert len(beside) == (6 if "markdown" in (root / "site.yaml").read_text() else 0)


def test_nor_where_it_was_hidden_from_the_first(root: Path) -> None:
    for status in HIDDEN:
        save(root, status, hidden(status, meta(status)))
    build(root)
    assert leaks(root) == []


def test_a_tombstone_says_when_and_why(root: Path) -> None:
    for status in HIDDEN:
        save(root, status, hidden(status, meta(status)))
    build(root)
    built = tree(root / "output")
    (stone,) = (path for path in built if word("withdrawn", "slug") in path)
    assert stone == f"2021/03/06/{word('withdrawn', 'slug')}.html"
    assert REASON.encode() in built[stone]
    assert b"1 April 2021" in built[stone]
    naming = [path for path, content in built.items() if word("withdrawn", "slug").encode() in content]
    old = {f"{alias}/index.html" for alias in meta("withdrawn").aliases}
    assert set(naming) - {stone} == {"manifest-sha256.txt", "withdrawn.html", *old}


def test_its_pictures_are_hidden_with_it(root: Path) -> None:
    for status in HIDDEN:
        name = word(status, "imagesfile")
        write(root, f"-- content/media/{name} --\n{word(status, 'body')}\n")
        save(root, status, hidden(status, meta(status)))
    build(root)
    assert leaks(root) == []
