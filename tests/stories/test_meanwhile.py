"""What is edited while a build runs: that build may say either, the next one is as a clean one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publish.sources import Sources
from tests.newsroom import Newsroom, first_edition, small_world

Patch = pytest.MonkeyPatch


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with small_world():
        room = Newsroom(tmp_path)
        first_edition(room)
        yield room


def build_while(room: Newsroom, edit: Callable[[], object], monkeypatch: Patch) -> None:
    """A build, and an edit once all was read and the first page is to be made."""
    head, edits = Sources.head, [edit]

    def edited(self: Sources, card: object) -> object:
        if edits:
            edits.pop()()
        return head(self, card)  # type: ignore[arg-type]  # as it came

    with monkeypatch.context() as patch:
        patch.setattr(Sources, "head", edited)
        room.build()
    assert not edits


@pytest.mark.parametrize("first", [True, False], ids=["first build", "second build"])
@pytest.mark.parametrize("path", ["content/articles/a2.md", "content/pages/about.md"])
def test_an_edit_that_is_taken_back_is_on_no_page(path: str, first: bool, room: Newsroom, monkeypatch: Patch) -> None:
    file = room.root / path
    before = file.read_text()
    if not first:
        room.build()
        room.story("a2", title="Harbour fare")
        room.put("content/pages/about.md", "---\ntitle: About\n---\nAnother *test*.\n")
        before = file.read_text()
    build_while(room, lambda: room.put(path, f"{before}\nThis was a slip.\n"), monkeypatch)
    room.put(path, before)
    room.check_clean()
