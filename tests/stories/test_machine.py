"""Invariant 1: after any sequence of edits, an incremental build equals a clean build, byte for byte.

Hypothesis makes up the edits; the small alphabet makes them collide. Plain pytest runs a short version.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from generator import publish
from tests.story import article, tree, write

NAMES = st.sampled_from(["a", "b", "c", "sub/d"])
TITLES = st.sampled_from(["Quake", "Storm", "Calm", "Ferry sails", "کوردستان"])
DATES = st.sampled_from(["", "2021-03-04", "2021-03-05", "2021-03", "2021", "2022-01-01", "2020/2021"])
TAGS = st.lists(st.sampled_from(["Coast", "coast", "Harbour", "Quake"]), max_size=3).map(
    lambda tags: f"[{', '.join(tags)}]"
)
BODIES = st.sampled_from(["It happened.", "It *really* happened.\n\n- so\n- there", "It happened, they said."])


class Archive(RuleBasedStateMachine):
    """An archive that is edited at will and built now and then."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.root = write(self.folder / "archive", "-- content/pages/about.md --\n---\ntitle: About\n---\nWe.\n")
        self.foreign: dict[str, bytes] = {}

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.build_and_compare()
            shutil.rmtree(self.folder)

    def path(self, name: str) -> Path:
        return self.root / "content" / "articles" / f"{name}.md"

    @rule(name=NAMES, title=TITLES, date=DATES, tags=TAGS, body=BODIES, previous=TITLES | st.just(""))
    def write_article(  # noqa: PLR0917 - Hypothesis passes each by name
        self, name: str, title: str, date: str, tags: str, body: str, previous: str
    ) -> None:
        text = article(
            title, date, body, tags=tags, slug=name[-1], source=f'{{previous: "{previous}"}}' if previous else ""
        )
        write(self.root, f"-- content/articles/{name}.md --\n{text}")

    @rule(name=NAMES)
    def break_article(self, name: str) -> None:
        write(self.root, f"-- content/articles/{name}.md --\n---\ndate: never\n---\n")

    @rule(name=NAMES)
    def delete_article(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)

    @rule(one=NAMES, other=NAMES)
    def swap_articles(self, one: str, other: str) -> None:
        if one != other and self.path(one).exists() and self.path(other).exists():
            first, second = self.path(one).read_bytes(), self.path(other).read_bytes()
            self.path(one).write_bytes(second)
            self.path(other).write_bytes(first)

    @rule(name=NAMES, title=TITLES)
    def edit_within_the_same_tick(self, name: str, title: str) -> None:
        path = self.path(name)
        if path.exists():
            before = path.stat()
            path.write_text(
                path.read_text(encoding="utf-8").replace("happened", "hap-pned").replace("Quake", title),
                encoding="utf-8",
            )
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(
        title=st.sampled_from(["The Gazette", "The Courier"]), tags=st.sampled_from(["", "tags: {Coast: [Harbour]}\n"])
    )
    def edit_site(self, title: str, tags: str) -> None:
        (self.root / "site.yaml").write_text(f"title: {title}\n{tags}", encoding="utf-8")

    @rule(word=st.sampled_from(["front", "back"]))
    def edit_layout(self, word: str) -> None:
        write(self.root, f"-- layouts/404.html --\n<!doctype html><title>{word}</title>{{{{ site.title }}}}\n")

    @rule(which=st.integers(0, 50))
    def damage_output(self, which: int) -> None:
        files = [path for path in sorted(tree(self.root / "output")) if path not in self.foreign]
        if files:
            (self.root / "output" / files[which % len(files)]).write_text("damaged")
            self.build()

    @rule(word=st.sampled_from(["notes.txt", "2021/mine.txt"]))
    def foreign_file(self, word: str) -> None:
        write(self.root / "output", f"-- {word} --\nmine\n")
        (self.root / "output" / "site.yaml").unlink()
        self.foreign[word] = b"mine\n"

    @rule()
    def lose_the_memory(self) -> None:
        shutil.rmtree(self.root / ".backfile", ignore_errors=True)

    @rule()
    def build(self) -> None:
        publish.run(self.root, self.root / "output")

    @rule()
    def build_and_compare(self) -> None:
        self.build()
        clean = self.folder / "clean"
        publish.run(self.root, clean)
        mine = tree(self.root / "output")
        assert {path: content for path, content in mine.items() if path not in self.foreign} == tree(clean)
        assert {path: mine.get(path) for path in self.foreign} == self.foreign
        shutil.rmtree(clean)


def _run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Archive,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.timeout(240)
def test_any_edits_end_as_a_clean_build() -> None:
    _run(6, 12)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_many_edits_end_as_a_clean_build() -> None:
    _run(150, 30)
