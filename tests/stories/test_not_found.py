"""404.html in a real browser, as a host serves it at any depth: what it can read from the address it offers."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import NEEDED, browser
from tests.story import article, build, write

__all__ = ["browser"]  # a fixture

pytestmark = NEEDED

SITE = f"""\
-- site.yaml --
title: The Test Gazette
url: https://example.org/archive/
-- content/articles/quake.md --
{article("Quake", "2021-03-05", slug="quake", tags="[Coast]")}
-- content/articles/storm.md --
{article("Storm", "2019-11-06", slug="storm", tags="[Coast]")}
"""


class Host(SimpleHTTPRequestHandler):
    """Serves a site below /archive/, and its 404.html for all that is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        del message, explain
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(content)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/archive"))

    def log_message(self, format: str, *args: object) -> None:
        del format, args


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = write(tmp_path_factory.mktemp("archive"), SITE)
    build(root)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(root / "output")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def offered(browser: Any, address: str, **options: Any) -> tuple[list[tuple[str, str]], str]:
    """What is offered at an address, once all that was asked for has come; and what the address is said to name."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"something ran: {dialog.message}"))
    page.goto(address, wait_until="networkidle")
    links = page.locator("#guess a").all()
    found = [(link.inner_text(), link.evaluate("link => link.pathname + link.hash")) for link in links]
    named = page.locator("#guess p")
    words = named.locator("bdi").inner_text() if named.is_visible() else ""
    context.close()
    return found, words


YEAR = ("2021", "/archive/2021/index.html")
MONTH = ("March 2021", "/archive/2021/03/index.html")
DAY = ("5 March 2021", "/archive/2021/03/index.html#5")


@pytest.mark.parametrize(
    ("address", "links", "words"),
    [
        ("2021/03/05/quake-at-sea.html", [DAY, MONTH, YEAR], "quake at sea"),
        ("2021/03/06/quake", [MONTH, YEAR], "quake"),
        ("2021-04-06-calm.html", [YEAR], "calm"),
        ("2020/04/06/calm.html", [], "calm"),
        ("tags/coats.html", [("Tags", "/archive/tags/index.html")], "coats"),
        ("news/%D9%84%D9%86%DA%AF%DB%95-%D8%B1%DA%AF%D8%A7/", [], "لنگە رگا"),
        ("%E0%A4%A", [], ""),
        ("a/%3Cimg%20src=x%20onerror=alert(1)%3E", [], "<img src=x onerror=alert(1)>"),
    ],
)
def test_the_day_month_year_or_topic_in_an_address_is_offered_where_it_is_there(
    browser: Any, host: str, address: str, links: list[tuple[str, str]], words: str
) -> None:
    assert offered(browser, f"{host}/archive/{address}") == (links, words)


def test_without_scripts_the_doors_are_offered(browser: Any, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}/archive/2021/03/05/gone.html")
    doors = {link.get_attribute("href") for link in page.locator("a").all()}
    named = ["index.html", "about.html", "coverage.html", "tags/index.html", "2019/index.html", "2021/index.html"]
    assert {f"/archive/{path}" for path in named} <= doors
    assert not page.locator("#guess").is_visible()
    context.close()
