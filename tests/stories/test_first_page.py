"""The page that this project started from, all the way to HTML. It is not ours, so it stands outside the project:
BACKFILE_SAMPLES names the folder of samples."""

import os
import shutil
from pathlib import Path

import pytest

from tests.story import Page, build, only_article, take_in, write

SAMPLES = Path(os.environ.get("BACKFILE_SAMPLES", ""))
SEED = SAMPLES / "text" / "esta-green-zone.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="BACKFILE_SAMPLES names no folder of samples")

PREVIOUS = "Oil prices ease as rising coronavirus cases outweigh vaccine optimism"
NEXT = "IAEA and U.S. pressure Iran over uranium particles at 'atomic warehouse'"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content" / "raw").mkdir(parents=True)
    shutil.copy(SEED, tmp_path / "content" / "raw")
    return write(tmp_path, "-- site.yaml --\ntitle: An archive\n")


def test_its_fields_are_what_the_page_says_and_no_more(root: Path) -> None:
    take_in(root)
    _, meta, _ = only_article(root)
    assert meta.title == "Iran-backed lawless militias continue to destabilize Iraq: U.S. embassy"
    assert (meta.place, meta.agency, meta.dateline) == (("Sulaimani",), "ESTA", "SULAIMANI (ESTA) — ")
    (image,) = meta.images
    assert image.caption.startswith("A U.S. flag hangs from blast barriers")
    assert image.caption.endswith("in Baghdad December 14, 2011.")
    assert (image.credit, image.file) == ("Reuters", "")
    assert (meta.date, meta.updated) == (None, None)
    assert (meta.source.previous, meta.source.next) == (PREVIOUS, NEXT)
    assert len({"Baghdad", "Iraq", "Iran", "Green Zone"} & set(meta.tags)) >= 3
    assert dict(meta.inferred)["tags"] == "text"


def test_its_body_is_ten_paragraphs_and_nothing_else(root: Path) -> None:
    take_in(root)
    _, _, body = only_article(root)
    paragraphs = body.strip().split("\n\n")
    assert len(paragraphs) == 10
    assert body.startswith("The U.S. Embassy in Baghdad said on Wednesday")
    assert body.rstrip().endswith("withdrawal of American troops.")
    assert "“Lawless militias supported by Iran’s Qods Force" in body
    furniture = {"Previous Article", "Next Article", "Related Posts", "Total", "0", "Share", PREVIOUS, NEXT}
    assert not furniture & {line.strip() for line in body.splitlines()}


def test_a_vocabulary_gives_all_four_tags(root: Path) -> None:
    write(root, "-- site.yaml --\ntitle: An archive\ntags: {Baghdad: [], Iraq: [], Iran: [], Green Zone: []}\n")
    take_in(root)
    _, meta, _ = only_article(root)
    assert {"Baghdad", "Iraq", "Iran", "Green Zone"} <= set(meta.tags)


def test_its_page_says_all_that_and_where_it_came_from(root: Path) -> None:
    take_in(root)
    build(root)
    _, meta, _ = only_article(root)
    page = Page(root / "output", f"undated/{meta.slug}.html")
    for words in (
        meta.title,
        "SULAIMANI (ESTA) — The U.S. Embassy",
        "Picture not in this archive",
        "Reuters",
        PREVIOUS,
        NEXT,
        meta.source.sha256,
        "raw/esta-green-zone.txt",
    ):
        assert words in page.text, words
    assert PREVIOUS in Page(root / "output", "wanted.html").text
    assert "2011" not in page.text.replace("December 14, 2011", "")
