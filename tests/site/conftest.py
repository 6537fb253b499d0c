"""What the tests of the reader's site share: the archives, built once for all workers, and a browser."""

import os
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from filelock import FileLock

from generator.views import Page as Planned
from tests.chromium import browser
from tests.site import archive
from tests.site.archive import Sample
from tests.site.serving import hosted

__all__ = ["browser"]  # a fixture

BELOW = "/papers/gazette/"  # a sub-path, as most archives have it
CHOSEN = pytest.mark.parametrize("chosen", ["kinds", pytest.param("samples", marks=pytest.mark.soak)])


@dataclass(frozen=True)
class Site:
    """A built archive: its folder, its plan, the pages of which each shows something that no other of them does, and of
    these, for the short run, one of each layout."""

    root: Path
    pages: tuple[Planned, ...]

    @property
    def output(self) -> Path:
        return self.root / "output"

    @cached_property
    def samples(self) -> tuple[Sample, ...]:
        return archive.samples(self.pages)

    @cached_property
    def kinds(self) -> tuple[Sample, ...]:
        fullest = sorted(self.samples, key=lambda sample: len(sample.shows))
        return tuple({sample.template: sample for sample in fullest}.values())

    def of(self, chosen: str) -> tuple[Sample, ...]:
        """Those that `CHOSEN` names."""
        return {"kinds": self.kinds, "samples": self.samples}[chosen]

    @cached_property
    def files(self) -> dict[str, bytes]:
        """path → bytes of all that was built, names with the letters and the case that they have on the disk."""
        found = sorted(path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in found}


def _shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Site:
    """An archive that the first worker who asks builds for all of this run."""
    base = factory.getbasetemp()
    home = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    plan = home / f"{name}.plan"
    with FileLock(home / f"{name}.lock"):
        if not plan.exists():
            made = tuple(archive.planned(make(home / name)))
            plan.write_bytes(pickle.dumps(made))
    return Site(home / name, pickle.loads(plan.read_bytes()))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _shared(tmp_path_factory, "site-demo", archive.demo)


@pytest.fixture(scope="session")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same as an archive in Sorani Kurdish has it: from right to left."""
    return _shared(tmp_path_factory, "site-mirrored", lambda root: archive.demo(root, language="ckb"))


@pytest.fixture(scope="session")
def address(demo: Site) -> Iterator[str]:
    """The demo on a host, below a sub-path."""
    with hosted(demo.output, BELOW) as found:
        yield found


@pytest.fixture(scope="session")
def mirrored_address(mirrored: Site) -> Iterator[str]:
    with hosted(mirrored.output, BELOW) as found:
        yield found
