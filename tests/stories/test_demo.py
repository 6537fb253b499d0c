"""The demo archive: every fact that its articles were written to show, and no link that leads nowhere."""

import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from tests.story import Page, articles, build, take_in, tree

ROOT = Path(__file__).parent.parent.parent
EXPECTED = yaml.safe_load((Path(__file__).parent / "demo_expected.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("demo")
    shutil.copy(ROOT / "site.yaml", root)
    for folder in ("raw", "pages"):
        shutil.copytree(ROOT / "content" / folder, root / "content" / folder)
    take_in(root)
    assert not [problem for problem in build(root).problems if problem.fatal]
    return root


def test_it_holds_twenty_five_articles_and_five_in_arabic_script(demo: Path) -> None:
    found = articles(demo)
    assert len(found) >= 25
    assert sum(meta.language in {"ar", "fa", "ckb"} for meta, _ in found.values()) >= 5
    assert sum(meta.date is None for meta, _ in found.values()) >= 10


def test_every_field_is_what_its_article_says(demo: Path) -> None:
    by_raw = {meta.source.file.removeprefix("raw/"): (meta, body) for meta, body in articles(demo).values()}
    duplicates = {raw for raw, facts in EXPECTED.items() if facts.get("duplicate_of")}
    assert set(by_raw) == set(EXPECTED) - duplicates
    for raw, (meta, body) in by_raw.items():
        facts = EXPECTED[raw]
        found = {
            "title": meta.title,
            "date": meta.date.first if meta.date else None,
            "place": meta.place[0] if meta.place else None,
            "agency": meta.agency or None,
            "previous": meta.source.previous or None,
            "next": meta.source.next or None,
            "paragraphs": len(body.strip().split("\n\n")),
        }
        assert found == {name: str(facts[name]) if name == "date" and facts[name] else facts[name] for name in found}, (
            raw
        )


def test_every_link_leads_somewhere(demo: Path) -> None:
    there = tree(demo / "output")
    for path in there:
        if path.endswith(".html") and path != "404.html":
            page = Page(demo / "output", path)
            for href in page.hrefs:
                if not href.startswith(("http", "mailto:")):
                    target = page.resolve(href) if not href.startswith("#") else path
                    assert target in there, (path, href)
                    anchor = unquote(href.partition("#")[2])
                    assert not anchor or f'id="{anchor}"' in there[target].decode(), (path, href)


def test_no_line_of_the_sites_furniture_stands_on_a_page(demo: Path) -> None:
    for meta, body in articles(demo).values():
        lines = {line.strip() for line in body.splitlines()}
        assert not lines & {
            "Previous Article",
            "Next Article",
            "Related Posts",
            "Total",
            "0",
            "Share",
            "Leave a comment",
        }, meta.title
