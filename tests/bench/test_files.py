"""How many files a site has for each of its articles, where tags are guessed. `pytest -m bench -n 0 -s`.

Hosts count files: 20,000 on Cloudflare's free plan. At 20,000 articles of tests.bench.corpus (24,895 names, half of those
that two articles bear borne by no third) it was 1.58 when two guesses made a page, and is 1.32 with three.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.bench import corpus
from tests.bench.test_scale import cost

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

ARTICLES = int(os.environ.get("BACKFILE_BENCH", "20000"))
BAR = 1.5


def test_files_for_each_article(tmp_path: Path) -> None:
    corpus.write_named(tmp_path, ARTICLES)
    cost(tmp_path, "build")
    output = tmp_path / "output"
    files = [path.relative_to(output).parts[0] for path in output.rglob("*") if path.is_file()]
    print(f"\n{len(files):,} files for {ARTICLES:,} articles: {len(files) / ARTICLES:.3f} each (bar {BAR})", end="")
    print(f"; {Counter(files)['tags']:,} of them for tags")
    assert len(files) <= BAR * ARTICLES
