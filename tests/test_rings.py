"""What is made while an archive grows is looked at by no collector; what is left of it does not stay for good."""

import gc
import sys
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from generator import ingest, rings
from generator.model import SiteConfig
from generator.rings import growing

Step = TypeVar("Step")


class Ring:
    def __init__(self) -> None:
        self.other = self


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever tests before this one made."""
    gc.unfreeze()
    monkeypatch.setattr(rings, "_left", 0)
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("nothing_kept")
def test_rings_of_earlier_builds_are_gone_once_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rings, "MOST_KEPT", sys.maxsize)
    with growing():
        left = weakref.ref(Ring())
    gc.collect()
    assert left() is not None, "it is looked at no more"
    with growing():
        assert left() is not None
    monkeypatch.setattr(rings, "MOST_KEPT", 10)
    with growing():
        assert left() is None


@pytest.mark.usefixtures("nothing_kept")
def test_what_is_needed_is_not_looked_through_at_every_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rings, "MOST_KEPT", 10)
    looked, collect = list[int](), gc.collect
    monkeypatch.setattr(gc, "collect", lambda: looked.append(collect()))
    for _ in range(5):
        with growing():
            Ring()
    assert len(looked) == 1


def test_rings_of_a_change_are_gone_as_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "freeze", lambda: pytest.fail("it would be kept"))
    with growing(stays=False):
        assert not gc.isenabled()
        left = weakref.ref(Ring())
    assert gc.isenabled()
    gc.collect()
    assert left() is None


def test_while_raw_articles_are_read_nobody_looks_for_rings(tmp_path: Path) -> None:
    (tmp_path / "content" / "raw").mkdir(parents=True)
    (tmp_path / "content" / "raw" / "a.txt").write_text("The quay\n\nThe council of Port Ellery voted on the quay.\n")

    def progress(doing: str, steps: Iterable[Step], total: int) -> Iterable[Step]:
        assert not gc.isenabled()
        return steps

    assert len(ingest.run(tmp_path, SiteConfig("The Harbour Gazette"), progress=progress).items) == 1
    assert gc.isenabled()
