"""What all stories share: the theme is compiled once, not for each of a thousand builds."""

from collections.abc import Callable, Iterator
from typing import Any

import jinja2
import pytest


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Jinja's own work (0.17 s a build), by kind of environment and source; what is compiled does not change."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("compile", "parse"):
            patch.setattr(jinja2.Environment, name, _kept(getattr(jinja2.Environment, name)))
        yield


def _kept(work: Callable[..., Any]) -> Callable[..., Any]:
    made: dict[object, Any] = {}

    def once(self: jinja2.Environment, *source: Any) -> Any:
        tongue = getattr(self, "tongue", None)
        key = (type(self), tongue and repr((tongue.language, tongue.catalogue)), source)
        if key not in made:
            made[key] = work(self, *source)
        return made[key]

    return once
