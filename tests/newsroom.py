"""A small archive under edit, and what must hold after every edit: used by the machine of edits and by the faults.

Lists are cut at a handful of entries instead of LONG, so that a dozen articles make every kind of page. Each file that
is written gets a time of its own, long past, so that no edit depends on how fast the clock ticks.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import pytest

from generator import publish, quiet
from generator.publish import Report, pages
from tests.story import Page, article, resolve, stamps, tree

LAYOUTS = Path(__file__).parent.parent / "layouts"
SHORT = 4  # entries, in place of LONG
_HREF = re.compile(r'href="([^"#?:]+)[#"?]')

Fields = dict[str, str]


@contextmanager
def small_world(*, ticks: bool = False) -> Iterator[None]:
    """Lists are cut at SHORT; without `ticks` the clock is trusted at once, so that the cheap exits are taken too."""
    with pytest.MonkeyPatch.context() as patch:
        for module in vars(pages).values():
            if hasattr(module, "LONG"):
                patch.setattr(module, "LONG", SHORT)
        patch.setattr("generator.publish.pages.atoz.NAMES", 2)
        if not ticks:
            patch.setattr(quiet, "TICK", -1)
            patch.setattr(quiet, "COARSE", -1)
        yield


class Newsroom:
    """An archive in `folder`; `stories` is what its articles say, by the names of their files."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "archive"
        self.output = self.root / "output"
        self.stories: dict[str, Fields] = {}
        self.foreign: dict[str, bytes] = {}
        self._copy = folder / "copy"
        self._clock = 1_600_000_000
        self.put("site.yaml", "title: The Test Gazette\n")
        self.put("content/pages/about.md", "---\ntitle: About\n---\nA *test*.\n")

    def put(self, path: str, text: str | bytes) -> None:
        """Write a file, a second after the one before it."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
        self._clock += 1
        os.utime(target, (self._clock, self._clock))

    def path(self, name: str) -> Path:
        return self.root / "content" / "articles" / f"{name}.md"

    def story(self, name: str, **fields: str) -> None:
        """Write or change an article; a field that becomes "" goes."""
        said = self.stories[name] = {**self.stories.get(name, {"title": name, "date": ""}), **fields}
        self.put(f"content/articles/{name}.md", article(**said))  # type: ignore[arg-type]  # fields by their names

    def drop(self, name: str) -> None:
        del self.stories[name]
        self.path(name).unlink()

    def rename(self, name: str, other: str) -> None:
        self.path(other).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).rename(self.path(other))
        self.stories[other] = self.stories.pop(name)

    def layout(self, name: str, word: str) -> None:
        """A layout of the theme with one word changed; without a word, the theme's own again."""
        if not word:
            (self.root / "layouts" / name).unlink(missing_ok=True)
            return
        own = (LAYOUTS / name).read_text(encoding="utf-8")
        self.put(f"layouts/{name}", own.replace('class="', f'class="{word} ', 1))

    def pages(self) -> list[str]:
        """What stands in output/ and is ours."""
        return [path for path in tree(self.output) if path not in self.foreign] if self.output.exists() else []

    def build(self) -> Report:
        return publish.run(self.root, self.output)

    def clean(self) -> tuple[Report, dict[str, bytes]]:
        """What a build of a copy elsewhere says and makes."""
        ours = shutil.ignore_patterns("output", ".backfile")
        shutil.copytree(self.root, self._copy, copy_function=shutil.copyfile, ignore=ours)
        report = publish.run(self._copy, self._copy / "output")
        site = tree(self._copy / "output")
        shutil.rmtree(self._copy)
        return report, site

    def rewritten(self) -> set[str]:
        """Build, and say which files were written or removed."""
        before = stamps(self.output)
        self.build()
        after = stamps(self.output)
        changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        return changed - {publish.traces.MANIFEST}

    # ── What must hold ───────────────────────────────────────────────────────────────────────────────────────────

    def check_clean(self) -> None:
        """A build now makes and says what a clean build of a copy elsewhere does; and one more finds nothing to do."""
        report = self.build()
        before = stamps(self.output)
        again = self.build()
        assert (again.written, again.removed) == (0, 0), "a second build has written"
        assert stamps(self.output) == before
        clean, expected = self.clean()
        mine = tree(self.output)
        assert {path: mine.pop(path, b"") for path in self.foreign} == self.foreign, "a foreign file was touched"
        paths = mine.keys() | expected.keys()
        assert [path for path in sorted(paths) if mine.get(path) != expected.get(path)] == []
        assert [said(one) for one in (report, again)] == [said(clean)] * 2

    def check_links(self) -> None:
        """No page leads to one that is not there."""
        assert dead_links(tree(self.output)) == []

    def check_walk(self) -> None:
        """Articles with a day follow one another by date, then id, whatever stands between them in the archive."""
        self.build()
        days = [said for said in self.stories.values() if len(said["date"]) == len("YYYY-MM-DD")]
        days.sort(key=lambda said: (said["date"], said["id"]))
        walk = [f"{said['date'].replace('-', '/')}/{said['slug']}.html" for said in days]
        for before, here, after in zip([None, *walk], walk, [*walk[1:], None], strict=False):
            rel = Page(self.output, here).rel
            assert (rel.get("prev"), rel.get("next")) == (before, after), here

    def check_names(self) -> None:
        """What the files of the articles are called, and so the order in which they are read, changes nothing."""
        self.build()
        before = tree(self.output)
        for number, name in enumerate(sorted(self.stories, reverse=True)):
            self.rename(name, f"renamed-{number:03}")
        self.build()
        assert [path for path, content in tree(self.output).items() if before.get(path) != content] == []

    def check_stops(self, edit: Callable[[int], object]) -> None:
        """However early a build is stopped while it writes what an edit changed, the next one makes it good."""
        self.build()
        for writes in range(1000):
            edit(writes)
            stopped = stopped_after(writes, self.build)
            self.check_clean()
            if not stopped:
                break
        assert writes > 3, "nothing was stopped"


def first_edition(room: Newsroom) -> None:
    """A month and a tag that are cut, three undated articles in a chain to a dated one, coarse dates, a draft."""
    for n in range(1, 8):
        tags = "[Coast, Harbour]" if n % 2 else "[Coast]"
        room.story(f"a{n}", title=f"Harbour fair {n}", date=f"2021-03-0{n}", slug=f"a{n}", tags=tags, section="World")
    for n in range(3):
        chain = f'{{previous: "Lamp {n - 1}", next: "Lamp {n + 1}"}}'
        room.story(f"b{n}", title=f"Lamp {n}", slug=f"b{n}", id=f"lamp{n}", source=chain, tags="[Tide]")
    room.story("b3", title="Lamp 3", date="2021-03-04", slug="b3", place="Port Sellan", source='{previous: "Lamp 2"}')
    room.story("c1", title="Some day in March", date="2021-03", slug="c1", tags="[Coast]")
    room.story("c2", title="Some day", date="2020", slug="c2", tags="[Kelp]", authors="[Ada Morrow]")
    room.story("sub/d", title="Not yet", date="2021-03-05", slug="d", status="draft", tags="[Kelp]")


def said(report: Report) -> tuple[object, ...]:
    """What a report says of the site, wherever it stands and however much of it was there already."""
    counts = (report.articles, report.undated, report.drafts, report.withdrawn, report.wanted, report.pages)
    return (*counts, report.unknown_fields, report.unused, sorted(problem.message for problem in report.problems))


def stopped_after(writes: int, build: Callable[[], object]) -> bool:
    """Run a build that is stopped (as by Ctrl-C) before a file takes its name for the next time; False if it ended."""
    left = writes

    def counted(do: Callable[..., None]) -> Callable[..., None]:
        def renamed(*names: object, **options: object) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
            do(*names, **options)

        return renamed

    with pytest.MonkeyPatch.context() as patch:
        for name in ("replace", "rename", "link"):
            patch.setattr(os, name, counted(getattr(os, name)))
        try:
            build()
        except KeyboardInterrupt:
            return True
    return False


def dead_links(
    site: dict[str, bytes], leads: Callable[[str, str], bool] = lambda page, to: True
) -> list[tuple[str, str]]:
    """The links of pages to pages that are not there, of those for which `leads(page, to)`."""
    return [
        (page, to)
        for page, content in site.items()
        if page.endswith(".html") and page != "404.html"  # it is served at any depth
        for to in _targets(page, content.decode())
        if to not in site and leads(page, to)
    ]


def _targets(page: str, html: str) -> Iterator[str]:
    """The relative links of a page, as paths in the output."""
    for href in dict.fromkeys(_HREF.findall(html)):
        yield resolve(page, unescape(href))


def torn(site: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> list[str]:
    """The files of a build that did not end that a reader should not meet: neither the old page nor the new one, or
    a page of both that is gone."""
    broken = [path for path, content in site.items() if content not in {old.get(path), new.get(path)}]
    return sorted([*broken, *((old.keys() & new.keys()) - site.keys())])
