"""What it costs to find out what to send. `pytest -m bench -n 0 -s tests/bench/test_deploy.py`.

The site is of invented files, as many as BACKFILE_BENCH says (10,000), of 8 KB each. To a bucket: moto's S3 on
loopback, one slow server in Python, so that its times of sending say little of a real one; its counts of requests do.
"""

import hashlib
import os
import time
from pathlib import Path

import pytest

from generator.deploy import Survey, carry_out, store, survey
from generator.deploy.built import built
from generator.deploy.folder import Folder
from generator.deploy.model import Destination
from generator.deploy.plan import listing
from generator.progress import silent
from generator.publish.traces import MANIFEST
from tests.deploy.test_store import Bucket, bucket, server

__all__ = ["bucket", "server"]  # fixtures

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

FILES = int(os.environ.get("BACKFILE_BENCH", "10000"))
BAR = 20.0  # seconds, for 10,000 files


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    names = [f"{1990 + n % 30}/{n % 12 + 1:02}/{n:06}.html" for n in range(FILES)]
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write(folder / name, f"{name} " * 400)
    (folder / MANIFEST).write_bytes(listing((name, digest(folder / name)) for name in names))
    return folder


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def edit(output: Path) -> None:
    """One page."""
    lines = (output / MANIFEST).read_bytes().decode().splitlines()
    name = lines[FILES // 2].partition("  ")[2]
    write(output / name, "other")
    pairs = (line.partition("  ") for line in lines)
    (output / MANIFEST).write_bytes(
        listing((path, digest(output / name) if path == name else sha) for sha, _, path in pairs)
    )


def compared(output: Path, place: Destination, what: str, *, verify: bool = False) -> Survey:
    began = time.perf_counter()
    found = survey(built(output, silent), place, verify=verify)
    took = time.perf_counter() - began
    print(f"\n{what}: {took:.2f} s for {FILES:,} files, {len(found.plan.sends):,} to send", end="")
    assert took < BAR * FILES / 10_000 + 1
    return found


def test_a_folder(output: Path, tmp_path: Path) -> None:
    place = Folder(str(tmp_path / "there"), output)
    began = time.perf_counter()
    carry_out(compared(output, place, "folder, first"), place, silent)
    print(f"; with sending {time.perf_counter() - began:.2f} s", end="")
    assert compared(output, place, "folder, nothing changed").settled
    assert compared(output, place, "folder, every file looked at", verify=True).settled
    edit(output)
    assert len(compared(output, place, "folder, one edit").plan.sends) == 1


def test_a_bucket(output: Path, bucket: Bucket) -> None:
    place = store.Store(bucket.dest, "s3", output)
    began = time.perf_counter()
    carry_out(compared(output, place, "bucket, first"), place, silent)
    print(f"; with sending {time.perf_counter() - began:.2f} s", end="")
    for what, verify in (("bucket, nothing changed", False), ("bucket, every object looked at", True)):
        bucket.log.requests.clear()
        assert compared(output, place, what, verify=verify).settled
        print(f", {len(bucket.log.requests):,} requests", end="")
    edit(output)
    assert len(compared(output, place, "bucket, one edit").plan.sends) == 1
