"""The edition as the last build left it: what was kept is the oracle, and so is a build that reads everything."""

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import edtf, publish, quiet
from generator.errors import MachineError
from generator.model import Head, Meta
from generator.publish import kept
from generator.publish.archive import index
from generator.publish.cards import card_of
from generator.publish.edition import Edition
from generator.publish.edition import report as said_of
from generator.publish.model import Archive
from generator.publish.pages import page_at, plan
from generator.publish.reading import Folder, Row, Scan
from generator.store import Store
from tests.newsroom import Newsroom, first_edition, small_world
from tests.publish.test_change import RULES, SITE, editions


def plainly(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value


def same(one: Archive, other: Archive) -> bool:
    return all(
        plainly(getattr(one, field.name)) == plainly(getattr(other, field.name))
        for field in fields(Archive)
        if field.compare and field.name != "topics"
    ) and [(t.kind, t.name, t.slug, t.named, list(t.members)) for t in one.topics] == [
        (t.kind, t.name, t.slug, t.named, list(t.members)) for t in other.topics
    ]


def kept_and_recalled(store: Store, heads: list[Head], before: Mapping[str, Folder] | None = None) -> tuple[Any, ...]:
    known = {head.id: head for head in heads}
    cards = tuple([card_of(head, RULES) for head in heads])
    archive = index(heads, SITE)
    scanned, edition = Scan(cards, (), ()), Edition(archive, (), apart=True)
    said = said_of(cards, edition)
    kept.keep(store, scanned, edition, said)
    folders = {"content/articles": Folder.of(whole=True, rows=[Row("", None, card) for card in cards])}
    empty = partial(Archive, site=SITE, read=lambda card: known[card.id], media=frozenset())
    return archive, said, kept.recalled(scanned, empty, store, folders if before is None else before)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(editions(), st.randoms())
def test_what_was_kept_comes_back(tmp_path: Path, edition: tuple[list[Head], list[Head]], chance: Any) -> None:
    heads = edition[0]
    chance.shuffle(heads)
    with Store.at(tmp_path / "state.db") as store:
        archive, said, (found, report) = kept_and_recalled(store, heads)
    assert same(found.archive, archive)
    assert report == said
    assert same(pickle.loads(pickle.dumps(replace(found.archive, read=str))), archive)  # to another process
    assert {page.path: page for page in plan(found.archive)} == {page.path: page for page in plan(archive)}


def story(id: str) -> Head:
    return Head(id, "content/articles/a.md", f"{id}.html", Meta(id=id, title="A", date=edtf.parse("2020")), "So.", "1")


def test_names_are_found_whole(tmp_path: Path) -> None:
    names = kept.Names(kept.Names.packed(["ab", "b", "a", "abc"]))
    assert dict(names) == {"ab": 0, "b": 1, "a": 2, "abc": 3}
    assert (len(names), "c" in names, "b\na" in names, "" in names) == (4, False, False, False)
    assert dict(kept.Names(kept.Names.packed([]))) == {}


def test_a_name_that_parts_names_is_not_kept(tmp_path: Path) -> None:
    with Store.at(tmp_path / "state.db") as store:
        assert kept_and_recalled(store, [story("a")])[2]
        assert kept_and_recalled(store, [story("a\nb")])[2] is None


def test_a_folder_whose_cards_are_lost_is_named(tmp_path: Path) -> None:
    with Store.at(tmp_path / "state.db") as store:
        *_, (found, _) = kept_and_recalled(store, [story("a")], {"content/articles": Folder()})
    with pytest.raises(MachineError, match=r"delete \.backfile") as error:
        page_at(found.archive, "a.html")
    assert error.value.location.path == "content/articles"


# ── A build ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with small_world():
        room = Newsroom(tmp_path)
        first_edition(room)
        room.build()
        yield room


def put_in_order(room: Newsroom, monkeypatch: pytest.MonkeyPatch, **options: Any) -> bool:
    """Whether a build put all articles in order anew."""
    found: list[object] = []
    edition = publish.edition
    with monkeypatch.context() as patch:
        patch.setattr(publish, "edition", lambda *given: found.append(given) or edition(*given))
        publish.run(room.root, room.output, publish.Options(**options))
    return bool(found)


MOVED_NOTHING: dict[str, Callable[[Newsroom], object]] = {
    "a body": lambda room: room.story("a2", body="Another body, as long as it likes, below the same beginning."),
    "a deck": lambda room: room.story("a2", deck="A deck that no list shows."),
    "two bodies": lambda room: [room.story(name, body="It happened here, on the coast. And so on.") for name in ("a1", "a2")],
    "a time": lambda room: room.story("a2", body=room.stories["a2"].get("body", "It happened here, on the coast.")),
}  # fmt: skip


@pytest.mark.parametrize("edit", MOVED_NOTHING.values(), ids=MOVED_NOTHING)
def test_where_nothing_moved_nothing_is_put_in_order(
    edit: Callable[[Newsroom], object], room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a1", "a2"):
        room.story(name, summary="So.")
    room.build()
    room.story("a3", deck="Small.")
    assert put_in_order(room, monkeypatch)  # the first after something moved, which writes all down
    edit(room)
    assert not put_in_order(room, monkeypatch)
    room.check_clean()
    room.story("a1", title="A headline after it", summary="")  # what was remembered of that build serves the next one
    room.check_clean()


MOVED: dict[str, Callable[[Newsroom], object]] = {
    "a headline": lambda room: room.story("a2", title="Another headline"),
    "the beginning of a body": lambda room: room.story("a2", body="Another beginning."),
    "the status": lambda room: room.story("a2", status="draft"),
    "an article more": lambda room: room.story("b9", date="2021-03-03"),
    "one less": lambda room: room.drop("a2"),
    "one broken": lambda room: room.put("content/articles/a2.md", "---\ntitle: [\n---\n"),
    "a page by hand": lambda room: (
        room.story("a2", deck="Tall."),
        (room.output / "index.html").write_text("Mine."),
    ),
    "site.yaml": lambda room: (room.story("a2", deck="Tall."), room.put("site.yaml", "title: Another\n")),
    "a standing page": lambda room: (room.story("a2", deck="Tall."), room.put("content/pages/about.md", "Yes.\n")),
    "a picture": lambda room: (room.story("a2", deck="Tall."), room.put("content/media/quay.jpg", b"\xff\xd8")),
    "a new folder": lambda room: room.rename("a2", "2021/a2"),
}


@pytest.mark.parametrize("edit", MOVED.values(), ids=MOVED)
def test_where_more_changed_all_is_put_in_order(
    edit: Callable[[Newsroom], object], room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(room)
    assert put_in_order(room, monkeypatch)


def test_more_than_a_few_are_read_once(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FEW", 0)
    room.story("a2", deck="Tall.")
    assert put_in_order(room, monkeypatch)
    room.check_clean()


def test_where_all_is_to_be_verified_it_is_read(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.story("a2", deck="Tall.")
    assert put_in_order(room, monkeypatch, verify=True)


def test_what_there_was_to_say_is_said_again(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.story("a1", images="[{file: lost.jpg}]", nosuchfield="1")
    room.put("content/articles/2020/broken.md", "---\ntitle: [\n---\n")
    before = room.build()
    assert {one.location.path[-9:] for one in before.problems} >= {"broken.md", "les/a1.md"}
    room.story("a2", deck="Tall.")
    after = room.build()
    told = ("articles", "problems", "unknown_fields", "pages", "drafts", "undated", "wanted")
    assert [getattr(after, name) for name in told] == [getattr(before, name) for name in told]
    assert after.made == 1
    room.story("a2", deck="Taller.")
    assert not put_in_order(room, monkeypatch)
    assert publish.run(room.root, room.output, publish.Options(strict=True)).stopped


def test_other_processes_make_such_pages_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They know nothing of a small world."""
    monkeypatch.setattr(quiet, "TICK", -1)
    room = Newsroom(tmp_path)
    first_edition(room)
    room.build()
    room.story("a2", deck="Tall.")
    assert not put_in_order(room, monkeypatch, jobs=2)
    assert "Tall." in (room.output / "2021/03/02/a2.html").read_text()
    room.check_clean()
