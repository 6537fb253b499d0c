"""Writes are whole and quiet; nothing follows a link; the machine's errors name the path."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator import files
from generator.errors import ItemError, MachineError
from tests.story import stamps, tree, write


def test_walk_is_sorted_and_leaves_out_links_and_hidden_files(tmp_path: Path) -> None:
    write(tmp_path, "-- b/2.txt --\n-- b/1.txt --\n-- a.txt --\n-- .hidden --\n-- .git/x --\n-- c/z/y.txt --\n")
    os.symlink(tmp_path / "a.txt", tmp_path / "link.txt")
    os.symlink(tmp_path, tmp_path / "loop")
    found = [path.relative_to(tmp_path).as_posix() for path in files.walk(tmp_path)]
    assert found == ["a.txt", "b/1.txt", "b/2.txt", "c/z/y.txt", "site.yaml"]
    assert [path.name for path in files.links(tmp_path)] == ["link.txt", "loop"]
    assert list(files.walk(tmp_path / "nowhere")) == []


@pytest.mark.parametrize("name", ["a.md~", ".a.md.un~", ".a.md.swp", ".a.md.swx", "#a.md#", ".#a.md", ".~lock.a.odt#"])
def test_what_editors_lay_beside_a_file_is_known(name: str) -> None:
    assert files.aside(name)


@pytest.mark.parametrize(
    "name", ["a.md", ".nojekyll", ".htaccess", "#1 with a bullet.txt", "C#", ".well-known", "a.swf"]
)
def test_what_people_name_so_is_theirs(name: str) -> None:
    assert not files.aside(name)


def test_links_are_found_at_every_depth_in_the_order_of_folders(tmp_path: Path) -> None:
    write(tmp_path, "-- b/c/1.txt --\n-- .git/x --\n-- a/2.txt --\n")
    for place in ("b/z", "b/c/y", ".git/x2", "a/w", "v"):
        (tmp_path / place).symlink_to(tmp_path / "a")
    assert [path.relative_to(tmp_path).as_posix() for path in files.links(tmp_path)] == _walked(tmp_path)
    assert _walked(tmp_path) == ["v", ".git/x2", "a/w", "b/z", "b/c/y"]
    assert list(files.links(tmp_path / "nowhere")) == []


def _walked(folder: Path) -> list[str]:
    """The same by the standard library, which makes a Path of every file."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders.sort()
        found += [path for name in sorted([*folders, *names]) if (path := Path(parent, name)).is_symlink()]
    return [path.relative_to(folder).as_posix() for path in found]


@pytest.mark.parametrize("size", [0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 300_000])
def test_a_file_of_any_size_is_read_whole(tmp_path: Path, size: int) -> None:
    (tmp_path / "file").write_bytes(content := bytes(n % 251 for n in range(size)))
    assert files.read(tmp_path / "file") == content


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    before = os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else []
    with pytest.raises(MachineError, match="a folder stands where a file should"):
        files.read(tmp_path)
    assert not before or len(os.listdir("/proc/self/fd")) == len(before)


@pytest.mark.parametrize("content", [b"", b"one", bytes(300_000)])
def test_how_a_new_file_stands_is_told_as_it_was_written(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, part: real(handle, part[:70_000]))  # a disk may take it in parts
    said = files.replace(str(tmp_path / "a/b.txt"), content)
    found = os.lstat(tmp_path / "a/b.txt")
    assert (said.st_size, said.st_mtime_ns) == (found.st_size, found.st_mtime_ns)
    assert (tmp_path / "a/b.txt").read_bytes() == content
    assert os.listdir(tmp_path / "a") == ["b.txt"]


def test_a_file_that_goes_while_its_folder_is_looked_at_takes_no_other_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "below/b.md").write_text("b")
    expected = list(files.numbers([tmp_path, tmp_path / "none"]))
    listed = os.listdir
    monkeypatch.setattr(os, "listdir", lambda folder: [*listed(folder), "b.md.part"])
    assert list(files.numbers([tmp_path, tmp_path / "none"])) == expected


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    assert files.write(tmp_path / "a/b.txt", b"one")
    before = stamps(tmp_path)
    assert not files.write(tmp_path / "a/b.txt", b"one")
    assert stamps(tmp_path) == before
    assert files.write(tmp_path / "a/b.txt", b"two")
    assert tree(tmp_path) == {"a/b.txt": b"two"}


def test_a_write_that_fails_leaves_the_old_file_and_no_debris(tmp_path: Path) -> None:
    """The limit on a file's size makes the write itself fail, as a full disk does."""
    (tmp_path / "page.html").write_bytes(b"old and whole")
    script = (
        "import resource,signal,sys;from pathlib import Path;from generator import files;from generator.errors import MachineError\n"
        "signal.signal(signal.SIGXFSZ,signal.SIG_IGN);resource.setrlimit(resource.RLIMIT_FSIZE,(1000,1000))\n"
        "try: files.write(Path(sys.argv[1]),b'x'*100000)\n"
        "except MachineError as error: print(error)\n"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "page.html")],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    assert "page.html" in done.stdout or files.TEMPORARY in done.stdout
    assert tree(tmp_path) == {"page.html": b"old and whole"}


def test_errors_of_the_machine_name_the_path_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MachineError, match="a file stands where a folder should"):
        files.write(tmp_path / "file" / "page.html", b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(MachineError, match="a folder stands where a file should") as caught:
        files.write(tmp_path / "folder", b"")
    assert "folder" in caught.value.location.path


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("mine")
    os.symlink(tmp_path / "target", tmp_path / "page.html")
    with pytest.raises(MachineError, match="link"):
        files.write(tmp_path / "page.html", b"theirs")
    assert (tmp_path / "target").read_text() == "mine"


def test_text_names_the_line_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffone\ntwo\n".encode() + b"caf\xe9\n")
    with pytest.raises(ItemError, match="UTF-8") as caught:
        files.text(tmp_path / "a.md")
    assert caught.value.location.line == 3


def test_removing_takes_the_folders_that_it_empties_and_no_others(tmp_path: Path) -> None:
    write(tmp_path, "-- out/a/b/c.txt --\n-- out/a/d.txt --\n")
    files.remove(tmp_path / "out/a/b/c.txt", tmp_path / "out")
    assert not (tmp_path / "out/a/b").exists()
    files.remove(tmp_path / "out/a/d.txt", tmp_path / "out")
    assert (tmp_path / "out").exists()
    assert not (tmp_path / "out/a").exists()


@pytest.mark.parametrize("other", ["lock", "_filelocked"])
@pytest.mark.parametrize("first", ["lock", "_filelocked"])
def test_a_second_holder_waits_for_the_lock(tmp_path: Path, first: str, other: str) -> None:
    script = (
        "import sys;from pathlib import Path;from generator import files\n"
        f"with files.{other}(Path(sys.argv[1]),lambda:print('waiting',flush=True)): print('held',flush=True)\n"
    )
    root = Path(__file__).parent.parent
    with getattr(files, first)(tmp_path / "lock", lambda: None):
        second = subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "lock")], stdout=subprocess.PIPE, text=True, cwd=root
        )
        assert second.stdout
        assert second.stdout.readline() == "waiting\n"
    assert second.stdout.readline() == "held\n"
    second.stdout.close()
    assert second.wait() == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_whoever_was_forked_from_a_holder_does_not_hold_the_lock_after_it(tmp_path: Path) -> None:
    with files.lock(tmp_path / "lock", lambda: None):
        child = os.fork()
        if not child:
            time.sleep(60)
            os._exit(0)
    try:
        with files.lock(tmp_path / "lock", pytest.fail):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def test_debris_of_a_killed_run_is_swept(tmp_path: Path) -> None:
    write(tmp_path, f"-- a/{files.TEMPORARY}123 --\nhalf\n-- a/page.html --\nwhole\n")
    files.sweep(tmp_path)
    assert set(tree(tmp_path)) == {"a/page.html", "site.yaml"}


def test_threads_that_write_to_one_folder_do_not_mix_their_files(tmp_path: Path) -> None:
    def put(n: int) -> None:
        for i in range(300):
            files.write(tmp_path / f"{n}-{i}", f"{n} {i}".encode())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(put, range(4)))
    assert all((tmp_path / f"{n}-{i}").read_text() == f"{n} {i}" for n in range(4) for i in range(300))
    assert not list(tmp_path.glob(f"{files.TEMPORARY}*"))
