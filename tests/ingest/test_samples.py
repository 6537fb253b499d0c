"""The sample texts: all are read, and what their expected.yaml says is found.

The texts belong to others and are not in this project; without them these tests are skipped.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import paths
from generator.errors import Location
from generator.ingest.extract import extract
from generator.ingest.readers import reader
from generator.model import Draft, Hint, Meta

SAMPLES = Path(os.environ.get("BACKFILE_SAMPLES", "")) / "text"
HERE = bool(os.environ.get("BACKFILE_SAMPLES")) and SAMPLES.is_dir()
FILES = sorted(SAMPLES.glob("*.txt")) if HERE else []

pytestmark = pytest.mark.skipif(not HERE, reason="the sample texts are not here: set BACKFILE_SAMPLES to their folder")


@cache
def expected() -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = yaml.safe_load((SAMPLES / "expected.yaml").read_text(encoding="utf-8"))
    return facts


@cache
def draft(name: str) -> Draft:
    date = paths.date(name)
    hints = (Hint("path", Meta(date=date)),) if date else ()
    [item] = reader(".txt")(Location(f"content/raw/{name}"), (SAMPLES / name).read_bytes(), hints)
    return extract(item)


def test_all_of_them_are_known() -> None:
    assert {path.name for path in FILES} == set(expected())


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_a_sample_says_what_its_reader_wrote_down(name: str) -> None:
    facts, found = expected()[name], draft(name)
    meta = found.meta
    body = [block.text for block in found.blocks]
    seen = {
        "title": meta.title,
        "title_inferred": "title" in dict(meta.inferred),
        "date": meta.date.text if meta.date else None,
        "language": meta.language,
        "paragraphs": len(body),
        "place": ", ".join(meta.place),
        "agency": meta.agency,
        "previous": meta.source.previous,
        "next": meta.source.next,
        "image_caption": "".join(image.caption for image in meta.images),
        "image_credit": "".join(image.credit for image in meta.images),
    }
    assert {name: seen[name] for name in facts if name in seen} == {name: facts[name] for name in facts if name in seen}
    assert meta.title.startswith(facts.get("title_starts", ""))
    assert body[0].startswith(facts.get("first_words", ""))
    assert body[-1].endswith(facts.get("last_words", ""))
    assert facts.get("verbatim_in_body", "") in "\n".join(body)
    assert not set(facts.get("not_in_body", ())) & set(body)


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_no_word_of_a_sample_is_lost(name: str) -> None:
    found = draft(name)
    quotes = [evidence.quote for evidence in found.evidence if evidence.field != "tags"]
    kept = " ".join(
        [found.meta.title, *(block.text for block in found.blocks), *(line.text for line in found.furniture), *quotes]
    )

    assert set((SAMPLES / name).read_text(encoding="utf-8").split()) <= set(kept.split())
