"""Names of files outside ASCII: under a locale that knows none of them, and such as are no text at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.story import article, build, take_in, tree, write

ROOT = Path(__file__).parents[2]
ODD = os.fsdecode(b"st\xf6rm")  # as Latin-1 writes it


def named(root: Path, name: str) -> Path:
    return write(
        root,
        f"-- content/articles/{name}.md --\n"
        + article("Störm", "2021-03-04", id="a", slug=name)
        + f"-- content/raw/{name}.txt --\nQuake strikes\n\n2020-03-04\n\nIt happened here, on the coast.\n"
        + f"-- content/pages/{name}.md --\n---\ntitle: About\n---\nA test.\n"
        + f"-- content/media/{name}.jpg --\nJFIF\n",
    )


def test_the_locale_does_not_matter(tmp_path: Path) -> None:
    sites = []
    for locale in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        root = named(tmp_path / str(len(sites)) / "archive", "größe")
        env = {**os.environ, "PYTHONPATH": str(ROOT), **locale}
        done = subprocess.run(
            [sys.executable, "-m", "generator", "--site", str(root), "build"], env=env, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")
        sites.append({**tree(root / "output"), **tree(root / "content")})
    assert sites[0] == sites[1]
    assert {"2021/03/04/größe.html", "größe.html", "media/größe.jpg"} < sites[0].keys()


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are text there")
def test_a_file_whose_name_is_not_utf_8_is_named_where_it_needs_an_address(tmp_path: Path) -> None:
    root = write(tmp_path, "-- content/articles/a.md --\n" + article("Storm", "2021-03-04", id="a", slug="storm"))
    (root / "content/articles/a.md").rename(root / f"content/articles/{ODD}.md")
    write(root, "-- content/raw/b.txt --\nQuake strikes\n\n2020-03-04\n\nIt happened here, on the coast.\n")
    (root / "content/raw/b.txt").rename(root / f"content/raw/{ODD}.txt")
    for name in (f"pages/{ODD}.md", f"media/{ODD}.jpg", f"static/{ODD}.txt"):
        (root / "content" / name).parent.mkdir(exist_ok=True)
        (root / "content" / name).write_bytes(b"---\ntitle: About\n---\nA test.\n")
    assert [item.outcome for item in take_in(root).items] == ["new"]
    report = build(root)
    assert sorted(problem.location.path for problem in report.problems) == [
        f"content/media/{ODD}.jpg",
        f"content/pages/{ODD}.md",
        f"content/static/{ODD}.txt",
    ]
    assert {"2021/03/04/storm.html", "2020/03/04/quake-strikes.html"} < tree(root / "output").keys()
    assert build(root).written == 0
