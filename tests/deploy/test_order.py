"""Which stage a file belongs to, held to what the site itself calls an article and a list."""

from pathlib import Path

import pytest

from generator import publish
from generator.deploy.order import STAGES, stage, stages
from generator.publish.pages import stages_of
from tests.deploy.places import files_of
from tests.newsroom import Newsroom, first_edition, small_world


@pytest.mark.parametrize("addresses", ["", "{slug}/", "{section}/{id}.html", "{year}/{month}/{slug}/"])
def test_all_articles_are_sent_before_any_list(tmp_path: Path, addresses: str) -> None:
    """Lists of every kind, cut to their finest."""
    with small_world():
        room = Newsroom(tmp_path)
        if addresses:
            room.put("site.yaml", f'title: The Test Gazette\naddresses: "{addresses}"\nfeeds: all\n')
        first_edition(room)
        articles, others = (list(some) for some in stages_of(publish.read(room.root)))
    assert articles
    assert {stage(path) for path in articles} == {1}
    pages = {path: stage(path) for path in others if stage(path) < 2}
    assert set(pages) <= {"about.html", "favicon.svg", "icon-192.png", "icon-512.png", "apple-touch-icon.png"}


def test_four_stages() -> None:
    site = {
        0: ["static/style.css", "media/a.png", "photos/a.html.jpg", "2021/03/a.md", "favicon.svg", "a/b.json"],
        1: ["2021/03/02/a.html", "undated/lamp.html", "about.html", "old/path/index.html", "2021/03/a/index.html"],
        2: [
            "2021/03/02/index.html",
            "2021/03/index.html",
            "2021/index.html",
            "tags/coast/2021-03-02.html",
            "tags/coast/2021.html",
            "tags/coast.html",
            "tags/index.html",
            "undated/index.html",
            "undated/letters/a.html",
            "coverage.html",
            "withdrawn/2021.html",
        ],
        3: [
            "index.html", "404.html", "feed.xml", "feed.json", "2021/03/feed.xml", "tags/coast.xml", "sections/world.json",
            "sitemap.xml", "sitemap-2021.xml", "robots.txt", "site.webmanifest", "_redirects", "_headers", ".htaccess",
            "nginx.conf", "Caddyfile",
        ],
    }  # fmt: skip
    assert {path: stage(path) for some in site.values() for path in some} == {
        path: number for number, some in site.items() for path in some
    }
    assert len(site) == len(STAGES)


def test_of_lists_the_finer_come_first_and_an_empty_stage_is_none() -> None:
    site = ["tags/coast.html", "2021/index.html", "2021/03/index.html", "2021/03/02/index.html", "a.html"]
    found = stages(files_of(dict.fromkeys(site, b"")))
    assert [[file.path for file in some] for some in found] == [
        ["a.html"],
        ["2021/03/02/index.html", "2021/03/index.html", "2021/index.html", "tags/coast.html"],
    ]
