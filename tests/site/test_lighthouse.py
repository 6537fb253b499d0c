"""Lighthouse, on the settings of a telephone: the heaviest article with pictures, a long topic, the front page."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

from tests.chromium import CHROMIUM, NEEDED, at
from tests.site import archive, npm
from tests.site.serving import bound, hosted

ENOUGH = 98
TRIES = 3  # a machine that does something else meanwhile is slower, never quicker: the best counts
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")

pytestmark = [*NEEDED, pytest.mark.soak, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The demo, built for the address under which it is served: a page that names another as the canonical one counts
    as a copy."""
    with bound(Path()) as server:
        port = server.server_port
    root = archive.demo(tmp_path_factory.mktemp("lighthouse") / "demo", url=f"http://127.0.0.1:{port}/")
    return root / "output", port


@pytest.mark.parametrize(
    "path",
    [archive.HEAVY, archive.PICTURED, archive.LONG_TOPIC, "index.html"],
    ids=["article", "pictures", "topic", "front"],
)
def test_lighthouse_gives_98_of_100(host: tuple[Path, int], tmp_path: Path, path: str) -> None:
    output, port = host
    assert (output / path).exists()
    with hosted(output, port=port) as address, FileLock(npm.HERE / ".lighthouse.lock"):
        for _ in range(TRIES):
            report = run(at(address, path), tmp_path / "report.json")
            scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
            print(f"\n{path}: {scores}", *failing(report), sep="\n  ")
            if min(scores.values()) >= ENOUGH:
                break
    assert min(scores.values()) >= ENOUGH, "\n".join([str(scores), *failing(report)])


def run(address: str, file: Path) -> dict:
    command = ["node", str(npm.tool("lighthouse/cli/index.js")), address, "--quiet", "--no-enable-error-reporting"]
    flags = ["--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}"]
    into = ["--output=json", f"--output-path={file}"]
    env = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    done = subprocess.run([*command, *flags, *into], env=env, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(file.read_text(encoding="utf-8"))


def failing(report: dict) -> list[str]:
    """What took points, by weight."""
    found = []
    for name in CATEGORIES:
        for it in report["categories"][name]["auditRefs"]:
            audit = report["audits"][it["id"]]
            if it["weight"] and audit["score"] is not None and audit["score"] < 1:
                found.append(f"{name}: {it['id']} {audit['score']} {audit.get('displayValue', '')}")
    return found
