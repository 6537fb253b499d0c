"""A bucket: moto's S3 on loopback, started once for each worker. Its log tells what was asked of it, in which order."""

import json
import logging
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from generator.deploy import store
from generator.deploy.model import UNFINISHED
from generator.publish.traces import MANIFEST
from tests.deploy.places import backfile, edit, gazette
from tests.story import tree

pytest.importorskip("s3fs", reason="s3fs is not installed: pip install -e '.[test]'")
moto = pytest.importorskip("moto.server", reason="moto is not installed: pip install -e '.[test]'")
boto3 = pytest.importorskip("boto3", reason="boto3 is not installed: moto brings it")

ROOT = Path(__file__).parent.parent.parent
BELOW = "papers/gazette"
_LINE = re.compile(r"\b(PUT|DELETE|GET|HEAD|POST) (/\S*) HTTP")
_COLOURS = re.compile(r"\x1b\[\d+m")


class Log(logging.Handler):
    """The requests that the server answered: (method, bucket and key)."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        found = _LINE.search(_COLOURS.sub("", record.getMessage()))
        if found:
            self.requests.append((found[1], unquote(found[2]).partition("?")[0].lstrip("/")))


@dataclass(frozen=True)
class Bucket:
    """A bucket with what somebody else has in it, and the archive's address there."""

    name: str
    client: Any  # what boto3 makes while it runs
    log: Log
    environ: Mapping[str, str]

    @property
    def dest(self) -> str:
        return f"s3://{self.name}/{BELOW}"

    def put(self, key: str, content: bytes) -> None:
        self.client.put_object(Bucket=self.name, Key=key, Body=content)

    def objects(self) -> dict[str, bytes]:
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.name)
        keys = [said["Key"] for page in pages for said in page.get("Contents", ())]
        read = self.client.get_object
        return {key: read(Bucket=self.name, Key=key)["Body"].read() for key in keys}

    def head(self, path: str) -> dict[str, str]:
        said = self.client.head_object(Bucket=self.name, Key=f"{BELOW}/{path}")
        return {"type": said["ContentType"], "cache": said.get("CacheControl", "")}

    def site(self) -> dict[str, bytes]:
        """What stands below the archive's address, by address."""
        found = {key.removeprefix(f"{BELOW}/"): said for key, said in self.objects().items() if key not in FOREIGN}
        return dict(sorted(found.items()))

    def did(self) -> list[tuple[str, str]]:
        """What was written and deleted, by address."""
        prefix = f"{self.name}/{BELOW}/"
        return [(how, key.removeprefix(prefix)) for how, key in self.log.requests if how in {"PUT", "DELETE"}]

    def theirs(self) -> dict[str, bytes]:
        return {key: said for key, said in self.objects().items() if key in FOREIGN}


FOREIGN = {f"{BELOW}/notes.txt": b"mine", f"{BELOW}/2021/03/mine.html": b"mine", "papers/other/index.html": b"another"}


@pytest.fixture(scope="session")
def server() -> Iterator[tuple[str, Log]]:
    log, said = Log(), logging.getLogger("werkzeug")
    said.addHandler(log)
    said.setLevel(logging.INFO)
    said.propagate = False
    running = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}", log
    running.stop()


@pytest.fixture
def bucket(server: tuple[str, Log], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Bucket:
    address, log = server
    environ = {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    name = "b-" + re.sub(r"[^a-z0-9]+", "-", request.node.name.lower())[-40:].strip("-")
    client.create_bucket(Bucket=name)
    made = Bucket(name, client, log, environ)
    for key, content in FOREIGN.items():
        made.put(key, content)
    log.requests.clear()
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return gazette(tmp_path / "archive", articles=5)


def test_first_all_then_no_more_than_the_build_names(root: Path, bucket: Bucket) -> None:
    done = backfile("--site", root, "deploy", bucket.dest)
    assert done.exit_code == 0, done.output
    assert bucket.site() == tree(root / "output")
    assert bucket.theirs() == FOREIGN
    in_order(bucket)
    bucket.log.requests.clear()
    edit(root)
    done = backfile("--site", root, "deploy", bucket.dest)
    assert done.exit_code == 0, done.output
    assert bucket.site() == tree(root / "output")
    assert bucket.theirs() == FOREIGN
    said = json.loads((root / ".backfile/changes.json").read_text())
    assert {path for how, path in bucket.did() if how == "PUT"} <= {*said["changed"], UNFINISHED}
    assert {path for how, path in bucket.did() if how == "DELETE"} == {*said["removed"], UNFINISHED}
    assert said["removed"]
    in_order(bucket)
    bucket.log.requests.clear()
    assert "nothing has changed" in backfile("--site", root, "deploy", bucket.dest).output
    assert bucket.did() == []
    assert len(bucket.log.requests) < 6, "to find that out is cheap"


def in_order(bucket: Bucket) -> None:
    """Pages before lists, deletions after them, and at the end the manifest; the note of what is under way around it."""
    did = bucket.did()
    assert did[0] == ("PUT", UNFINISHED)
    assert did[-2:] == [("PUT", MANIFEST), ("DELETE", UNFINISHED)]
    inner = did[1:-2]
    assert sorted(inner, key=lambda it: it[0] == "DELETE") == inner
    sent = [path for how, path in inner if how == "PUT"]
    kinds = [kind(path) for path in sent]
    assert kinds == sorted(kinds), sent


def kind(path: str) -> int:
    if path.startswith("static/") or path.endswith((".png", ".svg")):
        return 0
    if re.fullmatch(r"2021/\d\d/\d\d/.*|about\.html", path):
        return 1
    return 2 if re.match(r"tags/.*html|2021/.*html|undated/|wanted|coverage|corrections|withdrawn", path) else 3


def test_every_object_says_what_it_is_and_how_long_it_may_be_kept(root: Path, bucket: Bucket) -> None:
    (root / "content/static/lamp.0123456789abcdef.webp").write_bytes(b"RIFF")
    backfile("--site", root, "build")
    assert backfile("--site", root, "deploy", bucket.dest).exit_code == 0
    heads = {path: bucket.head(path) for path in bucket.site()}
    asked = {path: said["type"] for path, said in heads.items() if said["cache"] == "no-cache"}
    assert asked["index.html"] == "text/html; charset=utf-8"
    assert asked["feed.xml"] == "application/xml; charset=utf-8"
    assert asked["feed.json"] == "application/json; charset=utf-8"
    assert asked[MANIFEST] == "text/plain; charset=utf-8"
    assert heads["static/style.css"] == {"type": "text/css; charset=utf-8", "cache": "public, max-age=600"}
    assert heads["map.png"] == {"type": "image/png", "cache": "public, max-age=600"}
    assert heads["lamp.0123456789abcdef.webp"] == {
        "type": "image/webp",
        "cache": "public, max-age=31536000, immutable",
    }


@pytest.mark.parametrize("few", [0, 100], ids=["listed", "asked one by one"])
def test_what_stands_there_is_told_by_its_digest(
    root: Path, bucket: Bucket, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_FEW", few)
    bucket.put(f"{BELOW}/index.html", b"theirs")
    bucket.put(f"{BELOW}/about.html", (root / "output/about.html").read_bytes())
    bucket.log.requests.clear()
    done = backfile("--site", root, "deploy", bucket.dest)
    assert done.exit_code == 1
    assert "index.html: was not deployed from here" in done.output
    assert bucket.objects()[f"{BELOW}/index.html"] == b"theirs"
    sent = [path for how, path in bucket.did() if how == "PUT"]
    assert "about.html" not in sent
    assert "index.html" not in sent
    rest = tree(root / "output")
    assert {path for path, said in bucket.site().items() if rest.get(path) != said} == {"index.html", MANIFEST}


def test_a_trial_sends_nothing(root: Path, bucket: Bucket) -> None:
    done = backfile("--site", root, "deploy", bucket.dest, "--dry-run")
    assert done.exit_code == 0
    assert "+  index.html" in done.output
    assert bucket.did() == []


def test_names_that_are_patterns_elsewhere(root: Path, bucket: Bucket) -> None:
    """To delete `a*.png` deletes one file."""
    static = root / "content/static"
    for name in ("a*.png", "a1.png", "[a]1.png", "a b+é%41.png"):
        (static / name).write_bytes(name.encode())
    backfile("--site", root, "build")
    names = {path for path in tree(root / "output") if path.endswith("png")}
    assert backfile("--site", root, "deploy", bucket.dest).exit_code == 0
    assert bucket.site() == tree(root / "output")
    for name in ("a*.png", "[a]1.png", "a b+é%41.png"):
        (static / name).unlink(missing_ok=True)
    backfile("--site", root, "build")
    assert backfile("--site", root, "deploy", bucket.dest).exit_code == 0
    assert bucket.site() == tree(root / "output")
    assert {path for path in bucket.site() if path.endswith("png")} < names


# ── Cut off ──────────────────────────────────────────────────────────────────────────────────────────────────────


def command(root: Path, bucket: Bucket, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "--site", str(root), "deploy", bucket.dest],
        cwd=ROOT,
        env={**os.environ, **bucket.environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,  # type: ignore[call-overload]  # as Popen has them
    )


def stopped(root: Path, bucket: Bucket, writes: int, how: signal.Signals) -> tuple[int, str, float]:
    """Deploy, and stop it when it has written so often; its exit code, what it said, and how long it took to end."""
    bucket.log.requests.clear()
    running = command(root, bucket)
    ends = time.monotonic() + 60
    while len(bucket.did()) < writes and running.poll() is None and time.monotonic() < ends:
        time.sleep(0.001)
    began = time.monotonic()
    running.send_signal(how)
    said, _ = running.communicate(timeout=60)
    return running.returncode, said, time.monotonic() - began


@pytest.mark.timeout(280)
def test_killed_anywhere_the_next_goes_on(root: Path, bucket: Bucket) -> None:
    """The first deploy; then one of an edit, in which little is sent and something deleted."""
    whole, died = len(tree(root / "output")), 0
    for writes in (1, whole // 3, whole // 3):
        code, _, _ = stopped(root, bucket, writes, signal.SIGKILL)
        died += code == -signal.SIGKILL
        assert (MANIFEST in bucket.site()) == (code == 0)
        assert bucket.theirs() == FOREIGN
    assert died > 1, "the deploys were over before they could be killed"
    there = {path: said for path, said in bucket.site().items() if path != UNFINISHED}
    bucket.log.requests.clear()
    done = backfile("--site", root, "deploy", bucket.dest)
    assert done.exit_code == 0, done.output
    assert bucket.site() == tree(root / "output")
    assert {path for how, path in bucket.did() if how == "PUT"}.isdisjoint(there), "what is there is not sent again"
    edit(root)
    stopped(root, bucket, 4, signal.SIGKILL)
    assert backfile("--site", root, "deploy", bucket.dest).exit_code == 0
    assert bucket.site() == tree(root / "output")
    assert bucket.theirs() == FOREIGN


def test_interrupted_it_ends_soon_and_says_how_to_go_on(root: Path, bucket: Bucket) -> None:
    code, said, took = stopped(root, bucket, 5, signal.SIGINT)
    assert code == 130, said
    assert "the next run goes on from there" in said
    assert "Traceback" not in said
    assert took < 5
    assert backfile("--site", root, "deploy", bucket.dest).exit_code == 0
    assert bucket.site() == tree(root / "output")


# ── What can be wrong ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_bucket_that_is_not_there_is_an_error(root: Path, bucket: Bucket) -> None:
    done = backfile("--site", root, "deploy", "s3://nobody-has-this-one/below")
    assert done.exit_code == 1
    assert "bucket does not exist" in done.output
    assert "the same command goes on" in done.output


def test_no_key_is_an_error_at_once(
    root: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    began = time.monotonic()
    running = subprocess.run(
        [sys.executable, "-m", "generator", "--site", str(root), "deploy", bucket.dest],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert running.returncode == 1, running.stdout
    assert "credentials" in running.stderr.lower()
    assert "Traceback" not in running.stderr
    assert time.monotonic() - began < 20


def test_without_the_library_it_says_what_to_install(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    done = backfile("--site", root, "deploy", "s3://news/x")
    assert done.exit_code == 2
    assert "pip install 'backfile[deploy]'" in done.output


def test_a_store_that_nobody_knows_is_refused(root: Path) -> None:
    done = backfile("--site", root, "deploy", "zork://news/x")
    assert done.exit_code == 2
    assert "zork" in done.output


def test_another_store_of_fsspec(root: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    place = fsspec.filesystem("memory")
    place.pipe_file("/news/theirs.txt", b"theirs")
    for change in (edit, str):
        done = backfile("--site", root, "deploy", "memory://news")
        assert done.exit_code == 0, done.output
        there = {name.removeprefix("/news/"): place.cat_file(name) for name in place.find("/news")}
        assert there.pop("theirs.txt") == b"theirs"
        assert there == tree(root / "output")
        change(root)


def test_a_folder_that_stands_in_the_way_of_a_file(root: Path) -> None:
    """In a store that has folders."""
    place = pytest.importorskip("fsspec").filesystem("memory")
    place.pipe_file("/other/index.html/theirs.txt", b"theirs")
    done = backfile("--site", root, "deploy", "memory://other")
    assert done.exit_code == 1, done.output
    assert "index.html: was not deployed from here" in done.output
    assert "holds the site but for 1 file" in done.output
    assert place.cat_file("/other/index.html/theirs.txt") == b"theirs"
    assert place.cat_file("/other/about.html") == (root / "output/about.html").read_bytes()
