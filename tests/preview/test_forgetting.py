"""What an article said before it was edited is not remembered for good: a preview runs for days."""

import gc
import time
from collections.abc import Iterator
from contextlib import closing
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from jinja2.runtime import Macro

from generator.preview import desk
from generator.preview.desk import Desk
from generator.preview.state import Touched, first
from generator.publish import pages
from tests.preview.serving import PATIENCE, served
from tests.story import article, write

HOME = "content/articles"
NO_TEXT = (type, ModuleType, FunctionType, Macro)  # they lead to all there is


def site(title: str) -> str:
    """An article that stands on its tag's page beside another, and among the undated ones."""
    other = article("Calm", "2021-03-06", tags="[Coast]")
    return f"-- site.yaml --\ntitle: A\nurl: https://example.org/\n-- {HOME}/b.md --\n{other}{edited(title)}"


def edited(title: str) -> str:
    return f"-- {HOME}/a.md --\n{article(title, tags='[Coast, of ' + title + ']')}"


def texts() -> Iterator[str]:
    """All that functions of ours remember which were told to."""
    gc.unfreeze()
    memories = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
    ahead: list[object] = [one for one in memories if one.__module__.startswith("generator")]
    seen = set(map(id, ahead))
    while ahead:
        for one in gc.get_referents(ahead.pop()):
            if isinstance(one, str):
                yield one
            elif id(one) not in seen and not isinstance(one, NO_TEXT):
                seen.add(id(one))
                ahead.append(one)


def remembered(word: str) -> bool:
    return any(word in text.casefold() for text in texts())


def shown(one: Desk) -> dict[str, bytes]:
    every = pages.paths(one.state.whole.archive)
    return {path: sheet.content for path in every if (sheet := one.sheet(path))}


def test_what_was_said_before_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "REMEMBERED", 2)
    with closing(Desk(first(write(tmp_path, site("Zephyrone"))))) as one:
        shown(one)
        assert not one.full
        for title in ("Zephyrtwo", "Zephyrthree"):
            write(tmp_path, edited(title))
            one.update(Touched(frozenset([str(tmp_path / HOME)])))
            before = shown(one)
        assert one.full
        assert remembered("zephyrone"), "it is for this that there is a rest"
        one.rest()
        assert not one.full
        assert not any(map(remembered, ("zephyrone", "zephyrtwo", "zephyrthree")))
        assert shown(one) == before


def test_a_moment_after_an_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "REMEMBERED", 1)
    with served(write(tmp_path, site("Zephyrfour"))) as serving:
        tab = serving.listen("tags/coast.html")
        write(tmp_path, edited("Zephyrfive"))
        tab.until("reload")
        assert "Zephyrfive" in serving.page("tags/coast.html")
        until = time.monotonic() + PATIENCE
        while remembered("zephyrfour"):
            assert time.monotonic() < until
