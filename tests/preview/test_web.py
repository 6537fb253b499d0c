"""The preview over HTTP: the same bytes as a build, who is let in, and what open pages are told."""

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from generator import files
from generator.preview import bound, watching
from generator.preview.state import Touched
from generator.preview.watching import Watch
from generator.publish.traces import MANIFEST
from tests.preview.serving import PATIENCE, ROOT, Serving, demo, served
from tests.story import article, build, take_in, tree, write

SCRIPT = re.compile(
    rb'<script src="/__backfile/preview\.js" data-page="[^"]*" data-mark="\w*" data-since="[\w-]+" data-id="[^"]*" data-file="[^"]*" defer></script>\n'
)
PAGE = "2021/03/05/quake.html"
STORM = "2021/03/06/storm.html"
SITE = f"""\
-- site.yaml --
title: The Test Gazette
-- content/articles/quake.md --
{article("Quake", "2021-03-05", tags="[Coast]", slug="quake")}
-- content/articles/storm.md --
{article("Storm", "2021-03-06", tags="[Coast]")}
-- content/articles/calm.md --
{article("Calm", "2023-01-01")}
-- content/media/a-b.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>
"""


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    with served(write(tmp_path, SITE)) as found:
        yield found


def test_every_page_of_the_demo_is_what_a_build_writes(tmp_path: Path) -> None:
    root = demo(tmp_path)
    with open(root / "site.yaml", "a", encoding="utf-8") as settings:
        settings.write("markdown: on\nhost: apache\n")
    take_in(root)
    build(root)
    site = tree(root / "output")
    del site[MANIFEST]
    scripts = 0
    with served(root) as serving:
        for path, content in site.items():
            status, headers, shown = serving.get(f"/{quote(path)}")
            assert (status, headers["x-content-type-options"], headers["cache-control"]) == (200, "nosniff", "no-store")
            shown, added = SCRIPT.subn(b"", shown)
            scripts += added
            assert added == path.endswith(".html"), path
            assert shown == content, path
    assert scripts > 100
    assert tree(root / "output") == {**site, MANIFEST: (root / "output" / MANIFEST).read_bytes()}


def test_an_article_appears_when_its_time_comes(tmp_path: Path) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=1.5)
    write(tmp_path, f"-- content/articles/a.md --\n{article('Soon', soon.isoformat(timespec='milliseconds'))}")
    with served(tmp_path) as serving:
        tab = serving.listen("index.html")
        assert "Soon" not in serving.page("index.html")
        tab.until("reload")
        assert "Soon" in serving.page("index.html")
        assert datetime.now(UTC) >= soon


def test_a_page_that_somebody_else_made_speaks_for_nobody(serving: Serving) -> None:
    write(serving.root, "-- content/static/old.html --\n<script>fetch('/__backfile/ask/bar')</script>\n")
    with served(serving.root) as other:
        for path in ("old.html", "media/a-b.svg"):
            assert other.get(f"/{path}")[1]["content-security-policy"].startswith("sandbox ")
        assert "content-security-policy" not in other.get(f"/{PAGE}")[1]
        assert "content-security-policy" not in other.get("/static/style.css")[1]


def test_a_site_with_no_memory_and_no_output_leaves_none(serving: Serving) -> None:
    assert "Quake" in serving.page(PAGE)
    assert not (serving.root / "output").exists()
    assert not (serving.root / ".backfile" / "state.db").exists()


# ── Who is let in, and to what ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.evil.example:80", "[::1"])
def test_another_name_is_refused(serving: Serving, host: str) -> None:
    assert serving.get("/", Host=host)[0] == 403


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "[::1]:8000", "192.168.1.7:8000"])
def test_its_own_names_are_not(serving: Serving, host: str) -> None:
    assert serving.get("/", Host=host)[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "cors", "Origin": "https://evil.example"},
    ],
)
def test_pages_of_others_are_refused(serving: Serving, headers: dict[str, str]) -> None:
    for path in ("/", f"/{PAGE}", "/__backfile/events?page=x&mark="):
        status, said, _ = serving.get(path, **headers)
        assert status == 403
        assert not [name for name in said if name.startswith("access-control")]


def test_a_link_from_elsewhere_may_be_followed(serving: Serving) -> None:
    assert serving.get("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../site.yaml",
        "/%2e%2e/site.yaml",
        "/media/../../site.yaml",
        "/media/%2e%2e%2f%2e%2e%2fsite.yaml",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/%00",
        f"/{PAGE}%00.svg",
        "/.hidden",
        "/media/out",
        "/media/out/secret.txt",
        "/site.yaml",
        "/content/articles/quake.md",
        "/__backfile/",
        "/__backfile/../web.py",
        "/__backfile/%2e%2e%2fweb.py",
        "/media/%ff",
    ],
)
def test_nothing_but_the_site_is_shown(tmp_path: Path, path: str) -> None:
    secret = tmp_path / "elsewhere"
    secret.mkdir()
    (secret / "secret.txt").write_text("sealed words")
    root = write(tmp_path / "site", SITE)
    (root / "content/media/out").symlink_to(secret)
    (root / ".hidden").write_text("sealed words")
    with served(root) as serving:
        status, _, content = serving.get(path)
    assert status == 404
    assert b"sealed" not in content
    assert b"title: The Test" not in content


def test_a_folder_is_found_without_its_slash_as_on_any_host(serving: Serving) -> None:
    status, headers, _ = serving.get("/tags")
    assert (status, headers["location"]) == (307, "/tags/")
    assert serving.get("/tags/x")[0] == 404


def test_a_page_that_is_not_there_is_the_404_page(serving: Serving) -> None:
    status, headers, content = serving.get("/nowhere.html")
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert SCRIPT.sub(b"", content) == SCRIPT.sub(b"", serving.get("/404.html")[2])


def test_pictures_come_in_parts_and_heads_alone(serving: Serving) -> None:
    status, headers, content = serving.get("/media/a%2Db.svg", Range="bytes=0-3")
    assert (status, content, headers["content-type"]) == (206, b"<svg", "image/svg+xml")
    status, headers, content = serving.get(f"/{PAGE}", "HEAD")
    assert (status, content) == (200, b"")
    assert int(headers["content-length"]) == len(serving.get(f"/{PAGE}")[2])
    assert serving.get("/", "POST")[0] == 405


def test_a_request_line_without_end_is_cut_short(serving: Serving) -> None:
    with socket.create_connection(("127.0.0.1", serving.port), timeout=PATIENCE) as line:
        line.settimeout(PATIENCE)
        try:
            line.sendall(b"GET /")
            for _ in range(160):
                line.sendall(b"a" * 65536)
            answer = line.recv(4096)
        except (BrokenPipeError, ConnectionResetError):
            answer = b"HTTP/1.1 400"
    assert answer.startswith(b"HTTP/1.1 4")
    assert serving.get("/")[0] == 200


def test_a_thousand_idle_connections_keep_nobody_out(serving: Serving) -> None:
    idle = [socket.create_connection(("127.0.0.1", serving.port), timeout=PATIENCE) for _ in range(400)]
    try:
        assert serving.get(f"/{PAGE}")[0] == 200
    finally:
        for one in idle:
            one.close()


# ── What open pages are told ─────────────────────────────────────────────────────────────────────────────────────


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new))


def test_a_page_that_shows_the_edit_loads_again_and_no_other(serving: Serving) -> None:
    mine, neighbour, far = (serving.listen(path) for path in (PAGE, "2021/03/06/storm.html", "404.html"))
    assert mine.hello == {"wrong": []}
    edit(serving.root / "content/articles/quake.md", "Quake", "Earthquake")
    assert mine.event() == {"reload": True}
    assert neighbour.event() == {"reload": True}
    assert "Earthquake" in serving.page(PAGE)
    edit(serving.root / "content/articles/quake.md", "the coast", "the shore")
    assert mine.event() == {"reload": True}
    (serving.root / "site.yaml").write_text("title: The Courier")
    assert mine.event() == far.event() == {"reload": True}
    assert len(re.findall("The Courier", serving.page("404.html"))) > 0
    far.silent()


def test_a_picture_that_changed_before_its_page_listened_is_told_at_once(serving: Serving) -> None:
    shown = serving.page(PAGE)
    first = serving.listen("2021/03/06/storm.html")
    (serving.root / "content/media/a-b.svg").write_text("other")
    assert first.until("copied") == {"copied": ["media/a-b.svg"]}
    assert serving.listen(PAGE, shown).hello == {"wrong": [], "copied": ["media/a-b.svg"]}
    assert serving.listen(PAGE).hello == {"wrong": []}


def test_what_changed_while_nobody_listened_is_told_at_once(serving: Serving) -> None:
    shown = serving.page(PAGE)
    first = serving.listen("2021/03/06/storm.html")
    edit(serving.root / "content/articles/quake.md", "Quake", "Earthquake")
    first.until("reload")
    mark = shown.partition('data-mark="')[2].partition('"')[0]
    tab = serving.listen(PAGE)
    assert tab.hello == {"wrong": []}
    content = serving.get(f"/{PAGE}")[2].decode()
    assert f'data-mark="{mark}"' not in content


def test_an_article_is_followed_to_its_new_address(serving: Serving) -> None:
    tab = serving.listen(PAGE)
    edit(serving.root / "content/articles/quake.md", "2021-03-05", "2021-03-09")
    assert tab.until("moved")["moved"] == "2021/03/09/quake.html"
    assert serving.get(f"/{PAGE}")[0] == 404
    assert serving.get("/2021/03/09/quake.html")[0] == 200


def test_a_stylesheet_is_told_by_its_name(serving: Serving) -> None:
    tab = serving.listen(PAGE)
    (serving.root / "layouts/static").mkdir(parents=True)
    (serving.root / "layouts/static/style.css").write_text("body { color: red }")
    said = tab.until("copied")
    assert said["copied"] == ["static/style.css"]
    assert "reload" not in said
    assert serving.get("/static/style.css")[2] == b"body { color: red }"


def test_what_is_broken_is_told_with_its_lines_and_goes_when_mended(serving: Serving) -> None:
    tab = serving.listen(PAGE)
    path = serving.root / "content/articles/quake.md"
    edit(path, "date: 2021-03-05", "date: some day")
    (wrong,) = tab.until("wrong")["wrong"]
    assert wrong["place"] == "content/articles/quake.md:3"
    assert [3, "date: some day"] in wrong["lines"]
    assert wrong["line"] == 3
    assert "Quake" in serving.page(PAGE), "what stood there stays"
    edit(path, "date: some day", "date: 2021-03-05")
    assert tab.until("wrong")["wrong"] == []


def test_a_layout_that_breaks_one_page_is_told_there_and_nowhere_else(serving: Serving) -> None:
    mine, other = serving.listen(STORM), serving.listen(PAGE)
    layout = (ROOT / "layouts/article.html").read_text()
    own = serving.root / "layouts/article.html"
    own.parent.mkdir()
    own.write_text(layout.replace("{{ body", "{% if page.title == 'Storm' %}{{ page.nothing }}{% endif %}{{ body", 1))
    assert mine.until("reload") == other.until("reload") == {"reload": True}
    mine, other = serving.listen(STORM), serving.listen(PAGE)
    line = 1 + layout[: layout.index("{{ body")].count("\n")
    assert [wrong["place"] for wrong in mine.hello["wrong"]] == [f"layouts/article.html:{line}"]
    assert "reload" not in mine.hello, "what cannot be made is not loaded again and again"
    assert "Storm" in serving.page(STORM), "what stood there stays"
    assert other.hello == {"wrong": []}
    far = serving.listen("2023/01/01/calm.html")
    edit(serving.root / "content/articles/calm.md", "the coast", "the lake")
    assert far.until("reload")
    mine.silent()
    mine = serving.listen(STORM)
    own.write_text(layout)
    assert mine.until("reload")
    assert serving.listen(STORM).hello == {"wrong": []}


def test_what_was_broken_before_is_not_told_at_every_page(tmp_path: Path) -> None:
    root = write(tmp_path, SITE)
    (root / "content/articles/bad.md").write_text("---\ndate: never\n---\n")
    with served(root) as serving:
        assert serving.listen(PAGE).hello == {"wrong": []}


# ── How people and programs write ────────────────────────────────────────────────────────────────────────────────


def _beside(path: Path, text: str) -> None:
    other = path.with_name(".goutputstream-7Q")
    other.write_text(text)
    os.replace(other, path)


def _with_backup(path: Path, text: str) -> None:
    path.with_name(f".{path.name}.swp").write_bytes(b"\0")
    os.rename(path, f"{path}~")
    path.write_text(text)
    Path(f"{path}~").unlink()
    path.with_name(f".{path.name}.swp").unlink()


def _removed_and_written(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.01)
    path.write_text(text)


def _by_pieces(path: Path, text: str) -> None:
    with path.open("w") as file:
        for letter in text:
            file.write(letter)
            file.flush()


@pytest.mark.parametrize("save", [Path.write_text, _beside, _with_backup, _removed_and_written, _by_pieces])
def test_however_it_is_saved(serving: Serving, save: object) -> None:
    tab = serving.listen(PAGE)
    path = serving.root / "content/articles/quake.md"
    save(path, path.read_text().replace("Quake", "Earthquake"))  # type: ignore[operator]  # each takes the two
    until = time.monotonic() + PATIENCE
    while "Earthquake" not in serving.page(PAGE) and time.monotonic() < until:
        tab.event()
    assert "Earthquake" in serving.page(PAGE)
    assert serving.get("/")[2].count(b"quake.html") == 1


def test_an_article_that_is_open_in_emacs_is_not_complained_of(serving: Serving) -> None:
    tab = serving.listen(PAGE)
    path = serving.root / "content/articles/quake.md"
    path.with_name(".#quake.md").symlink_to("ada@harbour.4711:1600000000")
    path.with_name("#quake.md#").write_text(path.read_text().replace("Quake", "Half a word"))
    edit(path.with_name("calm.md"), "Calm", "Uneasy calm")
    until = time.monotonic() + PATIENCE
    while "Uneasy calm" not in serving.page("2023/01/01/calm.html") and time.monotonic() < until:
        time.sleep(0.02)
    edit(path, "Quake", "Earthquake")
    assert tab.event() == {"reload": True}, "and nothing before it"


def test_a_folder_that_goes_and_comes_back(serving: Serving) -> None:
    tab = serving.listen("index.html")
    shutil.move(serving.root / "content/articles", serving.root / "away")
    tab.until("reload")
    assert serving.get(f"/{PAGE}")[0] == 404
    shutil.move(serving.root / "away", serving.root / "content/articles")
    tab.until("reload")
    assert serving.get(f"/{PAGE}")[0] == 200
    edit(serving.root / "content/articles/quake.md", "Quake", "Earthquake")
    tab.until("reload")
    assert "Earthquake" in serving.page(PAGE)


def test_a_home_that_comes_goes_and_comes_back(serving: Serving) -> None:
    tab = serving.listen(PAGE)
    for word in ("one", "two"):
        own = serving.root / "layouts"
        own.mkdir()
        (own / "article.html").write_text("<body>{{ page.title }}</body></html>")
        tab.until("reload")
        (own / "article.html").write_text(f"<body>{{{{ page.title }}}} {word}</body></html>")
        until = time.monotonic() + PATIENCE
        while word not in serving.page(PAGE) and time.monotonic() < until:
            time.sleep(0.02)
        assert f"Quake {word}" in serving.page(PAGE)
        shutil.rmtree(own)
        while word in serving.page(PAGE) and time.monotonic() < until:
            time.sleep(0.02)
        assert word not in serving.page(PAGE)
        time.sleep(0.1)


def test_a_raw_article_that_is_dropped_in_appears(serving: Serving) -> None:
    tab = serving.listen("index.html")
    (serving.root / "content/raw").mkdir(parents=True)
    raw = "Ferry sails again\n\n7 March 2021\n\nThe ferry sailed again on Sunday, with forty people aboard.\n"
    (serving.root / "content/raw/ferry.txt").write_text(raw)
    tab.until("reload")
    assert "Ferry sails again" in serving.page("index.html")


def test_an_article_appears_at_the_time_that_an_edit_gave_it(serving: Serving) -> None:
    tab = serving.listen("index.html")
    soon = datetime.fromtimestamp(time.time() + 2, UTC)
    (serving.root / "content/articles/soon.md").write_text(article("Soon", soon.isoformat(), slug="soon"))
    assert serving.get(f"/{soon:%Y/%m/%d}/soon.html")[0] == 404
    assert tab.event() == {"reload": True}
    assert datetime.now(UTC) >= soon
    assert "Soon" in serving.page("index.html")


def test_an_edit_is_seen_while_raw_articles_wait_for_a_build(serving: Serving) -> None:
    tab = serving.listen(PAGE)
    with files.lock(serving.root / ".backfile" / "lock", lambda: None):
        (serving.root / "content/raw").mkdir(parents=True, exist_ok=True)
        (serving.root / "content/raw/ferry.txt").write_text("Ferry sails again\n\n7 March 2021\n\nIt sailed.\n")
        time.sleep(0.5)
        edit(serving.root / "content/articles/quake.md", "Quake", "Earthquake")
        tab.until("reload")
        assert "Earthquake" in serving.page(PAGE)
    tab.close()


def test_it_ends_at_once_while_raw_articles_are_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = threading.Event(), threading.Event()

    def slow(*_: object) -> None:
        begun.set()
        ended.wait(PATIENCE)

    monkeypatch.setattr("generator.ingest.run", slow)
    with served(write(tmp_path, f"{SITE}-- content/raw/ferry.txt --\nFerry\n")):
        assert begun.wait(PATIENCE)
        began = time.monotonic()
    assert time.monotonic() - began < PATIENCE / 2
    ended.set()


def test_many_files_at_once_are_one_reload(serving: Serving) -> None:
    tab = serving.listen("index.html")
    for n in range(300):
        (serving.root / f"content/articles/n{n}.md").write_text(article(f"Story {n}", "2024-01-02", slug=f"n{n}"))
    said = [tab.event()]
    while "Story 299" not in serving.page("2024/01/02/n299.html"):
        said.append(tab.event())
    assert len([one for one in said if one.get("reload")]) <= 3
    assert "Story 0" in serving.page("2024/01/02/n0.html")


def test_where_the_system_cannot_tell_it_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.start", full)
    with served(write(tmp_path, SITE)) as serving:
        assert [line for line in serving.said if "now and then" in line]
        tab = serving.listen(PAGE)
        edit(serving.root / "content/articles/quake.md", "Quake", "Earthquake")
        assert tab.until("reload")
        assert "Earthquake" in serving.page(PAGE)


def test_a_port_that_is_taken_is_passed_over(serving: Serving, tmp_path: Path) -> None:
    with served(write(tmp_path / "other", SITE), port=serving.port) as other:
        assert other.port > serving.port
        assert other.get("/")[0] == 200


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6")
def test_a_port_where_localhost_leads_to_another_program_is_passed_over(tmp_path: Path) -> None:
    """Browsers try ::1 first."""
    with socket.socket(socket.AF_INET6) as other:
        try:
            other.bind(("::1", 0))
        except OSError:
            pytest.skip("no IPv6")
        other.listen()
        port = other.getsockname()[1]
        with served(write(tmp_path, SITE), port=port) as found:
            assert found.port > port


def test_a_browser_that_does_not_come_back_is_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as $BROWSER names, or one in the terminal: it ends when its user closes it."""
    root, seen = write(tmp_path / "site", SITE), tmp_path / "seen"
    program = tmp_path / "browser"
    program.write_text(
        f"#!{sys.executable}\nimport sys, urllib.request\n"
        f'open({str(seen)!r}, "wb").write(urllib.request.urlopen(sys.argv[1], timeout=20).read())\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(program))
    command = [sys.executable, "-m", "generator", "serve", "--site", str(root), "--port", "18761", "--open"]
    with subprocess.Popen(command, cwd=ROOT) as running:
        try:
            until = time.monotonic() + 15
            while not (seen.exists() and seen.stat().st_size) and time.monotonic() < until:
                time.sleep(0.05)
            assert b"The Test Gazette" in seen.read_bytes()
        finally:
            running.send_signal(signal.SIGINT)


# ── A system that keeps things from us ───────────────────────────────────────────────────────────────────────────


@contextmanager
def command(root: Path, *before: str) -> Iterator[tuple[Serving, subprocess.Popen[str]]]:
    """`backfile serve` as a process, begun by another program; what it said is read at its end."""
    with bound("127.0.0.1", 0) as found:
        port = found.getsockname()[1]
    with open(root / "said", "w", encoding="utf-8") as said:
        serve = [sys.executable, "-u", "-m", "generator", "serve", "--site", str(root), "--port", str(port)]
        with subprocess.Popen([*before, *serve], cwd=ROOT, stdout=said, stderr=said, text=True) as running:
            serving = Serving(root, port)
            try:
                _until(lambda: b"Quake" in serving.get(f"/{PAGE}")[2])
                yield serving, running
            finally:
                running.send_signal(signal.SIGCONT)
                running.send_signal(signal.SIGINT)


def _until(seen: Callable[[], bool]) -> None:
    until = time.monotonic() + 3 * PATIENCE  # a process has to begin
    while True:
        with suppress(OSError):
            if seen():
                return
        assert time.monotonic() < until, "it was never seen"
        time.sleep(0.05)


LIMITED = ("unshare", "-U", "-r", "sh", "-c", 'echo "$0" > /proc/sys/user/max_inotify_watches && exec "$@"')


@pytest.mark.skipif(
    not shutil.which("unshare")
    or subprocess.run([*LIMITED, "9", "true"], check=False, capture_output=True).returncode != 0,
    reason="no way to limit the watches of a process (unshare -U)",
)
@pytest.mark.parametrize("before", [True, False], ids=["from the start", "later"])
def test_folders_that_get_no_watch_are_looked_at(tmp_path: Path, before: bool) -> None:
    root = write(tmp_path, SITE)
    deep = root / "content/articles" / "a/b/c/d/e/f/g/h"
    if before:
        deep.mkdir(parents=True)
    with command(root, *LIMITED, "9") as (serving, _):
        deep.mkdir(parents=True, exist_ok=True)
        (deep / "deep.md").write_text(article("Deep", "2022-02-02", slug="deep"))
        _until(lambda: serving.get("/2022/02/02/deep.html")[0] == 200)
        time.sleep(0.5)
        edit(deep / "deep.md", "the coast", "the lake")
        _until(lambda: "the lake" in serving.page("2022/02/02/deep.html"))
    assert "no watches are left: fs.inotify.max_user_watches" in (root / "said").read_text()


def test_whoever_waits_for_edits_ends_when_told_to_while_they_pour_in(tmp_path: Path) -> None:
    """However many come in that very moment: Ctrl-C waits for it."""

    async def ends(turns: int) -> bool:
        watch = Watch(tmp_path, watching.survey(tmp_path), print)

        async def follow() -> None:
            async for _ in watch:
                pass

        task = asyncio.create_task(follow())
        for turn in range(turns + 20):
            watch._tell(Touched(frozenset(["a"])))
            if turn == turns:
                task.cancel()
            await asyncio.sleep(0)
        watch.close()
        done = task.done()
        task.cancel()
        return done

    assert [turns for turns in range(5, 25) if not asyncio.run(ends(turns))] == []


@pytest.mark.skipif(sys.platform != "linux", reason="inotify's queue")
def test_an_edit_that_the_system_did_not_tell_of_is_seen(tmp_path: Path) -> None:
    """It holds 16,384 events for a program that does not listen."""
    root = write(tmp_path, SITE)
    last = root / "content/articles/z/last.md"
    last.parent.mkdir()
    last.write_text(article("Last", "2022-02-02", slug="last"))
    with command(root) as (serving, running):
        time.sleep(1)  # what it found at first is behind it
        running.send_signal(signal.SIGSTOP)
        for n in range(12_000):
            (root / f"content/media/{n % 2}.txt").write_text(str(n))
        edit(last, 'title: "Last"', 'title: "Latest"')
        running.send_signal(signal.SIGCONT)
        _until(lambda: "Latest" in serving.page("index.html"))
    assert "overflow" not in (root / "said").read_text()
