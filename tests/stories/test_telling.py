"""What a build says of itself: how much was made, what changed, what it would do, what took long."""

import json
from pathlib import Path

import pytest

from generator import publish
from tests.story import article, build, tree, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three days with an article each; the first two share a tag."""
    write(
        tmp_path,
        "-- content/articles/a.md --\n"
        + article("Quake", "2021-03-04", slug="quake", tags="[Coast]")
        + "-- content/articles/b.md --\n"
        + article("Tide", "2021-03-06", slug="tide", tags="[Coast]")
        + "-- content/articles/c.md --\n"
        + article("Fair", "2022-05-01", slug="fair"),
    )
    build(tmp_path)
    return tmp_path


def changes(root: Path) -> dict[str, object]:
    found = json.loads((root / ".backfile/changes.json").read_text())
    assert isinstance(found, dict)
    return found


def other_body(root: Path) -> None:
    write(
        root, "-- content/articles/c.md --\n" + article("Fair", "2022-05-01", "It rained.\n\nIt went on.", slug="fair")
    )


def test_a_first_build_changes_everything(root: Path) -> None:
    there = tree(root / "output")
    assert changes(root)["changed"] == [*sorted(set(there) - {"manifest-sha256.txt"}), "manifest-sha256.txt"]
    assert changes(root)["removed"] == []


def test_a_correction_is_counted_and_named(root: Path) -> None:
    before = tree(root / "output")
    write(root, "-- content/articles/c.md --\n" + article("Fair", "2022-05-01", slug="fair", deck="At last."))
    report = build(root)
    after = tree(root / "output")
    changed = sorted(path for path in after if after[path] != before.get(path))
    assert changes(root)["changed"] == changed
    assert "2022/05/01/fair.html" in changed
    assert (report.made, report.written, report.removed) == (len(changed) - 1, len(changed) - 1, 0)
    assert report.sent == sum(len(after[path]) for path in changed if path != "manifest-sha256.txt")
    assert changes(root)["bytes"] == report.sent
    assert {name for name, _ in report.stages} >= {"reading articles", "making pages"}


def test_a_build_that_changes_nothing_leaves_the_changes_of_the_one_before(root: Path) -> None:
    other_body(root)
    build(root)
    before = changes(root)
    report = build(root)
    assert (report.made, report.written, report.sent) == (0, 0, 0)
    assert changes(root) == before


def test_what_is_removed_is_named(root: Path) -> None:
    (root / "content/articles/c.md").unlink()
    build(root)
    assert "2022/05/01/fair.html" in changes(root)["removed"]  # type: ignore[operator]  # a list


def test_after_a_build_that_was_cut_short_all_files_are_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other_body(root)
    with monkeypatch.context() as patch:
        patch.setattr(publish.Output, "finish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            build(root)
    build(root)
    assert sorted(changes(root)["changed"]) == sorted(tree(root / "output"))  # type: ignore[call-overload]  # a list


def test_a_trial_lists_what_a_build_then_does_and_why(root: Path) -> None:
    write(root, "-- content/articles/b.md --\n" + article("Tide", "2021-03-06", "Other words, and more.", slug="tide"))
    (root / "content/articles/c.md").unlink()
    (root / "output/wanted.html").write_text("mine")
    before = tree(root)
    would = dict(build(root, dry_run=True).would)
    assert tree(root) == before
    assert would["2022/05/01/fair.html"] == "it is no page any more"
    assert would["2021/03/06/tide.html"].endswith("the text of its article is other")
    assert would["wanted.html"] == "its file was altered"
    report = build(root)
    done = changes(root)
    assert {*done["changed"], *done["removed"]} == {*would, "manifest-sha256.txt"}  # type: ignore[misc]  # lists
    assert report.written + report.removed == len(would)


def test_a_trial_without_a_memory_is_about_every_page(root: Path) -> None:
    write(root, "-- layouts/404.html --\nGone.\n")
    assert dict(build(root, dry_run=True).would)["404.html"] == "its layout is other, or one that this includes"
    first = publish.run(root, root / "elsewhere", publish.Options(dry_run=True))
    assert {why for _, why in first.would} == {"it is new"}
    assert len(first.would) >= first.pages
    assert not (root / "elsewhere").exists()


def test_a_profile_names_layouts_and_pages(root: Path) -> None:
    other_body(root)
    report = build(root, profile=True)
    assert ("article.html", 1) in {(what, count) for what, count, _ in report.slowest}
    assert "2022/05/01/fair.html" in {what for what, _, _ in report.slowest}
    assert build(root).slowest == ()
