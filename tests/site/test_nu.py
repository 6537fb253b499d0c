"""The Nu checker reads every page and the style sheets."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site import npm
from tests.site.conftest import Site

JAVA = shutil.which("java")
# Said on purpose: where a list has no bullets, VoiceOver tells that it is one only if a role says so.
# And an archive has articles in other languages than its own; each says so itself.
KNOWN = ("The “list” role is unnecessary for element “ul”.", "The “list” role is unnecessary for element “ol”.")

pytestmark = [
    pytest.mark.skipif(not JAVA, reason="no Java: the Nu checker runs in it"),
    pytest.mark.timeout(300),
]


def test_no_page_and_no_style_sheet_has_an_error_or_a_warning(demo: Site, mirrored: Site) -> None:
    """All of the demo, and of what runs from right to left a page of each kind, in one run: it takes Java longer to
    begin than to read a hundred pages. A page with a fault is among them, or a checker that reads nothing would do."""
    spoilt = demo.root / "spoilt.html"
    spoilt.write_text("<!DOCTYPE html><title>x</title><img src=x><style>p {colour: red}</style><p>x</b>")
    files = [demo.output / path for path in demo.files if path.endswith((".html", ".css"))]
    assert any(file.suffix == ".css" for file in files)
    files += [mirrored.output / sample.path for sample in mirrored.samples]
    told = said(*files, spoilt)
    found = {
        word
        for word in ("alt", "colour", "Stray end tag", "lang")
        for line in told
        if str(spoilt) in line and word in line
    }
    assert found == {"alt", "colour", "Stray end tag", "lang"}
    assert [line for line in told if str(spoilt) not in line] == []


def said(*files: Path) -> list[str]:
    """What it says of these files, errors and warnings; style in them and style sheets too. It asks nobody else."""
    jar = npm.tool("vnu-jar/build/dist/vnu.jar")
    command = [str(JAVA), "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", str(jar)]
    options = ["--also-check-css", "--format", "gnu", "--stdout"]
    done = subprocess.run([*command, *options, *files], capture_output=True, text=True, timeout=280, check=False)
    assert not done.stderr.strip(), done.stderr
    return [
        line for line in done.stdout.splitlines() if not line.endswith(KNOWN) and "appears to be written in" not in line
    ]
