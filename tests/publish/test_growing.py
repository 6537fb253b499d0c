"""What is made while an archive grows is looked at by no collector; what is left of it does not stay for good."""

import gc
import weakref

import pytest

from generator import publish
from generator.publish import growing


class Ring:
    def __init__(self) -> None:
        self.other = self


def test_rings_of_earlier_builds_are_gone_once_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    with growing():
        left = weakref.ref(Ring())
    gc.collect()
    assert left() is not None, "it is looked at no more"
    with growing():
        assert left() is not None
    monkeypatch.setattr(publish, "MOST_KEPT", 10)
    with growing():
        assert left() is None
    gc.unfreeze()


def test_rings_of_a_change_are_gone_as_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "freeze", lambda: pytest.fail("it would be kept"))
    with growing(again=True):
        assert not gc.isenabled()
        left = weakref.ref(Ring())
    assert gc.isenabled()
    gc.collect()
    assert left() is None
