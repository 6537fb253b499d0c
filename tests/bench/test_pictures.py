"""What 2,000 pictures cost, the first time and ever after. `pytest -m bench -n 0 -s tests/bench/test_pictures.py`.

BACKFILE_PICTURES says how many; each is a photograph of 1600 × 1067 pixels, of which both copies are made.
"""

import os
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.bench.measure import Cost, cost
from tests.photos import scene, written
from tests.story import article, stamps

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

COUNT = int(os.environ.get("BACKFILE_PICTURES", "2000"))
WIDE, HIGH = 1600, 1067


def written_archive(root: Path, pictures: int) -> Path:
    """An article for each picture. Photographs differ in a comment alone, so that to make them takes no time."""
    root.mkdir(parents=True)
    (root / "site.yaml").write_text("title: Pictures\n", encoding="utf-8")
    (root / "content/media").mkdir(parents=True)
    (root / "content/articles").mkdir()
    photo = photograph()
    for n in range(pictures):
        (root / f"content/media/p{n:05}.jpg").write_bytes(commented(photo, f"Photograph {n}"))
    for n in range(COUNT):
        images = f"[{{file: p{n:05}.jpg, alt: A photograph}}]" if n < pictures else ""
        text = article(f"Story {n}", f"20{n % 20:02}-{n % 12 + 1:02}-{n % 28 + 1:02}", slug=f"s{n}", images=images)
        (root / f"content/articles/a{n:05}.md").write_text(text, encoding="utf-8")
    return root


def photograph() -> bytes:
    grain = Image.merge("RGB", [Image.effect_noise((WIDE, HIGH), 24)] * 3)
    return written(ImageChops.add(scene(WIDE, HIGH), grain, 1, -128), "JPEG", quality=85)


def commented(photo: bytes, words: str) -> bytes:
    comment = words.encode()
    return photo[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + photo[2:]


def build(root: Path) -> Cost:
    return cost([sys.executable, "-m", "generator", "--site", root, "build"], watched=True)


def told(what: str, cost: Cost) -> Cost:
    print(f"\n{what:<44}{cost.cpu:8.2f} CPU s{cost.wall:8.2f} s{cost.memory:7.0f} MB", end="")
    return cost


def test_pictures_cost_once(tmp_path: Path) -> None:
    plain, root = written_archive(tmp_path / "plain", 0), written_archive(tmp_path / "pictures", COUNT)
    without = told(f"{COUNT:,} articles, no pictures", build(plain))
    first = told(f"{COUNT:,} articles with a picture each", build(root))
    each = (first.cpu - without.cpu) / COUNT
    print(f"\n{'':<44}{1000 * each:8.1f} CPU ms a picture", end="")
    made = stamps(root / "output" / "media")
    assert len(made) == 3 * COUNT
    quiet = told("nothing changed", build(root))
    (root / "content/articles/a00000.md").write_text(article("Story 0", "2000-01-01", "Other words."), encoding="utf-8")
    edited = told("one article changed", build(root))
    (root / "content/media/p00000.jpg").write_bytes(commented(photograph(), "another"))
    other = told("one picture changed", build(root))
    assert stamps(root / "output" / "media").items() >= {k: v for k, v in made.items() if "p00000" not in k}.items()
    assert quiet.cpu < 1
    assert edited.cpu < 2
    assert other.cpu < without.cpu + 5
    assert first.memory < 600
