"""The Markdown of an article beside its page, where site.yaml asks for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator import frontmatter
from tests.story import Page, article, build, tree, write

ON = "-- site.yaml --\ntitle: The Test Gazette\nmarkdown: on\n"
QUAKE = article(
    "Quake!",
    "2021-03-04",
    body="The *pier* stood.\n\n<b>So</b> & so.",
    slug="quake",
    id="q1",
    source='{previous: "Fair", next: "Storm", sha256: 12ab}',
    nosuchfield="mine",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, f"{ON}-- content/articles/quake.md --\n{QUAKE}")
    return tmp_path


def beside(root: Path) -> dict[str, bytes]:
    return {path: content for path, content in tree(root / "output").items() if path.endswith(".md")}


def test_it_says_what_the_article_says_and_its_page_leads_there(root: Path) -> None:
    assert build(root).problems == ()
    ((path, content),) = beside(root).items()
    assert path == "2021/03/04/quake.md"
    said, body = frontmatter.split(content.decode())
    own, text = frontmatter.split(QUAKE, "en")
    assert body == text
    assert said == replace(own, extra=(), source=replace(own.source, previous="", next=""))
    page = Page(root / "output", "2021/03/04/quake.html")
    assert [page.resolve(href) for href in page.hrefs if href.endswith(".md")] == [path, path]
    assert b"quake.md" not in b"".join(tree(root / "output")[name] for name in ("index.html", "feed.xml"))


def test_nobody_gets_it_unasked(root: Path) -> None:
    build(root)
    write(root, "-- site.yaml --\ntitle: The Test Gazette\n")
    build(root)
    assert beside(root) == {}
    assert "quake.md" not in (root / "output/2021/03/04/quake.html").read_text()


def test_a_comment_in_front_matter_stays_at_home(root: Path) -> None:
    path = root / "content/articles/quake.md"
    path.write_text(path.read_text().replace("title:", "# ask the mayor\ntitle:", 1))
    build(root)
    assert b"mayor" not in b"".join(tree(root / "output").values())


@pytest.mark.parametrize("address", ["2021/harbour/", "2021/harbour", "2021/harbour.md"])
def test_it_stands_beside_any_address(root: Path, address: str) -> None:
    write(root, "-- content/articles/fair.md --\n" + article("Fair", slug="fair", address=address))
    assert build(root).problems == ()
    expected = {"2021/harbour/": "2021/harbour/index.md"}.get(address, f"{address}.md")
    assert beside(root).keys() == {"2021/03/04/quake.md", expected} | ({address} if address.endswith(".md") else set())


@pytest.mark.parametrize(
    "other",
    [
        "-- content/static/2021/03/04/quake.md --\nmine\n",
        "-- content/articles/a.md --\n" + article("Fair", address="2021/03/04/quake.md"),
        "-- content/articles/a.md --\n" + article("Fair", address="2021/03/04/quake"),
        "-- content/articles/a.md --\n" + article("Fair", address="2021/03/04/quake.md/fair.html"),
    ],
)
def test_an_article_whose_markdown_would_be_in_the_way_is_named(root: Path, other: str) -> None:
    write(root, other)
    (problem,) = build(root).problems
    assert problem.location.path == "content/articles/quake.md"
    assert "belongs to" in problem.message
    assert not (root / "output/2021/03/04/quake.html").exists()
