"""The tools of package.json, installed where they are asked for. Skips, saying so, where that cannot be done.

`python -m tests.site.npm` installs them beforehand, and fails where that cannot be done.
"""

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"  # ignored by git; `.ci/run` fills it before the tests
_STAMP = MODULES / ".installed-from"


def tool(path: str) -> Path:
    """A file of an installed package: `axe-core/axe.min.js`."""
    _install()
    return MODULES / path


def _install() -> None:
    """What package-lock.json names, once for all workers, and again only when that has changed."""
    wanted = sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    with FileLock(HERE / ".npm.lock"):
        if _STAMP.exists() and _STAMP.read_text() == wanted:
            return
        if not (npm := shutil.which("npm")):
            pytest.skip("no npm: axe-core, the Nu checker and Lighthouse come from there")
        done = subprocess.run(
            [npm, "ci", "--ignore-scripts"], cwd=HERE, capture_output=True, text=True, timeout=110, check=False
        )
        if done.returncode:
            pytest.skip(f"npm ci failed in tests/site: {done.stderr.strip()[-300:]}")
        _STAMP.write_text(wanted)


if __name__ == "__main__":
    _install()
