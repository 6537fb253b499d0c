"""The site in one file: the same bytes each time, whole, and what it holds is the site."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.deploy import zipped
from generator.deploy.built import built
from generator.errors import MachineError
from generator.progress import silent
from tests.deploy.places import backfile, edit, gazette
from tests.story import stamps, tree, write

ROOT = Path(__file__).parent.parent.parent

_PRIVATELY = "import os, runpy; os.umask(0o077); runpy.run_module('generator', run_name='__main__')"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return gazette(tmp_path / "archive")


def unpacked(file: Path, folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as opened:
        assert opened.testzip() is None
        opened.extractall(folder)
    return tree(folder)


def test_it_holds_the_site_in_a_folder_named_like_the_archive(root: Path, tmp_path: Path) -> None:
    done = backfile("--site", root, "build", "--zip")
    assert done.exit_code == 0, done.output
    assert f"In one file: {root}/the-test-gazette.zip" in done.output
    site = {f"the-test-gazette/{path}": said for path, said in tree(root / "output").items()}
    assert unpacked(root / "the-test-gazette.zip", tmp_path / "elsewhere") == site


def test_the_same_bytes_from_another_place_umask_zone_and_time(root: Path, tmp_path: Path) -> None:
    assert backfile("--site", root, "build", "--zip", tmp_path / "one.zip").exit_code == 0
    other = tmp_path / "another place"
    root.rename(other)
    for path in (other / "output").rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o700)
    subprocess.run(
        [
            sys.executable,
            "-c",
            _PRIVATELY,
            "--site",
            str(other),
            "build",
            "--verify",
            "--zip",
            str(tmp_path / "two.zip"),
        ],
        cwd=ROOT,
        env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_same_bytes_are_not_written_again(root: Path) -> None:
    backfile("--site", root, "build", "--zip")
    before = stamps(root)["the-test-gazette.zip"]
    backfile("--site", root, "build", "--zip")
    assert stamps(root)["the-test-gazette.zip"] == before
    edit(root)
    backfile("--site", root, "build", "--zip")
    assert stamps(root)["the-test-gazette.zip"] != before


def test_what_is_packed_already_is_stored(root: Path) -> None:
    backfile("--site", root, "build", "--zip")
    with zipfile.ZipFile(root / "the-test-gazette.zip") as opened:
        how = {entry.filename.rpartition("/")[2]: entry.compress_type for entry in opened.infolist()}
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in opened.infolist()} == {0o100644}
    assert how["map.png"] == zipfile.ZIP_STORED
    assert how["index.html"] == how["favicon.svg"] == zipfile.ZIP_DEFLATED


def test_only_the_site_goes_in_and_only_if_it_is_as_it_was_built(root: Path, tmp_path: Path) -> None:
    (root / "output/secret.txt").write_text("mine")
    backfile("--site", root, "build", "--zip")
    assert not any("secret" in path for path in unpacked(root / "the-test-gazette.zip", tmp_path / "elsewhere"))
    before = (root / "the-test-gazette.zip").read_bytes()
    (root / "output/about.html").write_text("altered")
    with pytest.raises(MachineError, match=r"altered or missing: about\.html"):
        zipped.write(root / "output", root / "the-test-gazette.zip", "x", silent)
    assert (root / "the-test-gazette.zip").read_bytes() == before
    assert not list(root.glob(".backfile-tmp*"))


@pytest.mark.parametrize("target", ["output/site.zip", "content/static/site.zip", "layouts/x.zip", "output", "."])
def test_a_zip_is_no_part_of_the_site(root: Path, target: str) -> None:
    before = tree(root)
    done = backfile("--site", root, "build", "--zip", root / target)
    assert done.exit_code == 2, done.output
    assert tree(root) == before


def test_options_that_write_nothing(root: Path) -> None:
    assert backfile("--site", root, "build", "--zip", "--dry-run").exit_code == 2
    write(root, "-- content/articles/bad.md --\n---\ntitle: Bad\ndate: 18/11/2020\n---\n")
    assert backfile("--site", root, "build", "--strict", "--zip").exit_code == 1
    assert not (root / "the-test-gazette.zip").exists()
    assert backfile("--site", root, "build", "--zip").exit_code == 1, "the rest is built, and packed"
    assert (root / "the-test-gazette.zip").exists()


@pytest.mark.parametrize(("title", "name"), [("جريدة الميناء", "جريدة-الميناء"), ("!!!", "archive"), ("../../x", "x")])
def test_any_title_makes_a_name(tmp_path: Path, title: str, name: str) -> None:
    root = write(
        tmp_path / "archive",
        f"-- site.yaml --\ntitle: '{title}'\n-- content/pages/about.md --\n---\ntitle: A\n---\nUs.\n",
    )
    assert backfile("--site", root, "build", "--zip").exit_code == 0
    assert f"{name}/index.html" in unpacked(root / f"{name}.zip", tmp_path / "elsewhere")


def test_a_file_of_more_than_four_gigabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the limit of plain zips lowered, so that it takes no such file."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 1000)
    root = gazette(tmp_path / "archive", articles=2)
    (root / "content/static/film.mp4").write_bytes(bytes(5000))
    backfile("--site", root, "build")
    zipped.write(root / "output", tmp_path / "x.zip", "x", silent)
    monkeypatch.undo()
    site = {f"x/{path}": said for path, said in tree(root / "output").items()}
    assert unpacked(tmp_path / "x.zip", tmp_path / "elsewhere") == site
    assert len(site) == len(built(root / "output", silent)) + 1
