"""The visible text of saved pages: the story is found in it, by passages that must and must not be there.

Each page is made into what a person would copy from it: no scripts, styles or hidden templates, one line for each block.
The whole of `extract` reads that, and the passages of gold.json are looked for in what an article shows of it: its
paragraphs, its deck and the captions of its pictures, not its headline (the rule of trafilatura's own evaluation, by
passage). A page is lost if less than half of its passages are there; only passages that stand in the visible text at
all count for that, for two pages write their story with a script. They do count as missing in the score.

The pages belong to others and are not in this project; without them these tests are skipped.
"""

import gzip
import json
import os
import re
import time
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Location
from generator.ingest.extract import extract
from generator.model import RawItem

SAMPLES = Path(os.environ.get("BACKFILE_SAMPLES", "")) / "extraction"
HERE = bool(os.environ.get("BACKFILE_SAMPLES")) and SAMPLES.is_dir()
FLOOR = 0.87
LOST = 0.01

pytestmark = pytest.mark.skipif(not HERE, reason="the saved pages are not here: set BACKFILE_SAMPLES to their folder")

HIDDEN = frozenset("script style noscript template head svg iframe textarea select object canvas".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike"
    " strong sub sup time tt u var wbr picture source".split()
)
CHARSET = re.compile(rb"charset=[\"']?([\w-]{2,40})")


class Visible(HTMLParser):
    """What a browser shows of a page, as lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self.hidden.clear()  # a head that nobody closed ends here
        if tag in HIDDEN:
            self.hidden.append(tag)
        self.handle_startendtag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hidden:
            del self.hidden[self.hidden.index(tag) :]
        if tag not in INLINE:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(data.replace("\n", " "))


def decoded(page: bytes) -> str:
    """UTF-8, or else what the page says it is."""
    try:
        return page.decode()
    except UnicodeDecodeError:
        named = CHARSET.search(page, 0, 4000)
        return page.decode(named[1].decode() if named else "cp1252", errors="replace")


def visible(page: str) -> str:
    reader = Visible()
    reader.feed(page)
    reader.close()
    lines = (folded(line) for line in "".join(reader.text).split("\n"))
    return "\n".join(line for line in lines if line)


def folded(text: str) -> str:
    """Whitespace folded; soft hyphens are no text."""
    return " ".join(text.replace("\xad", "").split())


@dataclass(frozen=True, slots=True)
class Score:
    """What became of one page's passages."""

    name: str
    found: int
    missing: int
    leaked: int
    lost: bool


@cache
def gold() -> dict[str, dict[str, Any]]:
    pages: dict[str, dict[str, Any]] = json.loads((SAMPLES / "gold.json").read_text(encoding="utf-8"))
    return pages


def scored(name: str) -> Score:
    text = visible(decoded(gzip.decompress((SAMPLES / "html" / f"{name}.gz").read_bytes())))
    draft = extract(RawItem(Location("content/raw/a.txt"), "text/plain", text.encode()))
    shown = [draft.meta.deck, *(block.text for block in draft.blocks), *(image.caption for image in draft.meta.images)]
    body, whole = folded("\n".join(shown)), folded(text)
    story = [folded(passage) for passage in gold()[name]["with"]]
    found = sum(passage in body for passage in story)
    there = sum(passage in whole for passage in story)
    leaked = sum(folded(passage) in body for passage in gold()[name]["without"])
    return Score(name, found, len(story) - found, leaked, found < there / 2)


def test_the_story_of_a_saved_page_is_found_and_the_rest_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    before = time.process_time()
    scores = [scored(name) for name in sorted(gold())]
    found, missing, leaked = (sum(getattr(s, part) for s in scores) for part in ("found", "missing", "leaked"))
    precision, recall = found / (found + leaked), found / (found + missing)
    f1 = 2 * precision * recall / (precision + recall)
    lost = [score.name for score in scores if score.lost]

    with capsys.disabled():
        print(f"\n{len(scores)} pages: F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}", end=", ")
        print(f"{len(lost)} lost {lost}, {time.process_time() - before:.1f} s")

    assert f1 >= FLOOR
    assert len(lost) <= LOST * len(scores)
