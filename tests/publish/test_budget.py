"""A body that takes too long fails by itself; the bodies after it, and the machine, take no harm."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.errors import ProseError
from generator.publish import prose
from generator.publish.budget import SMALL, Renderer

LARGE = "A *paragraph* with a [link](/x.html) ![picture](/x.jpg).\n\n" * (SMALL // 40)
ENDLESS = "a\n> b\n\n" * 100_000  # linear, and some twenty seconds long


def test_the_worker_gives_what_prose_gives() -> None:
    with Renderer() as renderer:
        assert renderer.render(LARGE, "../") == prose.render(LARGE, "../")
        assert renderer._worker is not None


def test_a_body_that_takes_too_long_fails_and_the_next_is_rendered() -> None:
    with Renderer(seconds=0.3) as renderer:
        start = time.monotonic()
        with pytest.raises(ProseError, match=r"longer than 0\.3 seconds"):
            renderer.render(ENDLESS)
        assert time.monotonic() - start < 8
        assert renderer._worker is None
    with Renderer() as renderer:
        assert renderer.render(LARGE) == prose.render(LARGE)


def test_no_worker_is_started_without_need() -> None:
    with Renderer() as renderer:
        assert renderer.render("A *short* body.") == "<p>A <em>short</em> body.</p>"
        assert renderer._worker is None


def test_an_error_in_the_worker_is_the_error_that_prose_raises() -> None:
    body = LARGE + f"<p title='&#{'1' * 5_000};'>a</p>"
    with pytest.raises(ProseError) as alone:
        prose.render(body)
    with Renderer() as renderer:
        with pytest.raises(ProseError) as inside:
            renderer.render(body)
        assert inside.value.message == alone.value.message
        assert renderer.render(LARGE)


def test_a_worker_that_was_ended_from_outside_is_replaced() -> None:
    with Renderer() as renderer:
        renderer.render(LARGE)
        assert renderer._worker
        renderer._worker.kill()
        renderer._worker.wait()
        assert renderer.render(LARGE) == prose.render(LARGE)


def test_closing_ends_the_worker() -> None:
    with Renderer() as renderer:
        renderer.render(LARGE)
        worker = renderer._worker
    assert worker
    assert worker.poll() is not None
    renderer.close()


def test_the_worker_ends_with_its_build_however_that_ends() -> None:
    script = (
        "import os, sys; from generator.publish.budget import Renderer; renderer = Renderer();"
        "renderer.render(sys.stdin.read()); os._exit(9)"
    )
    paths = os.pathsep.join(path or os.getcwd() for path in sys.path)
    build = subprocess.run(
        [sys.executable, "-c", script],
        input=LARGE,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
        timeout=30,  # it waits for all who can write to the build's stderr, and the worker is one
        check=False,
    )
    assert build.returncode == 9, build.stderr


def test_a_file_of_the_archive_named_like_a_module_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "markdown.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if path])
    with Renderer() as renderer:
        assert renderer.render(LARGE) == prose.render(LARGE)
