"""What the bench beside Hugo stands on: its layouts render every page, and its corpus is what it says. Not measured."""

import shutil
from pathlib import Path

from generator import canonical, frontmatter, publish
from generator.fields import CANONICAL
from generator.publish import layouts, pages
from generator.publish.drawing import DRAWN
from generator.rooms import theme
from generator.views import Chrome
from tests.bench import corpus

LAYOUTS = Path(__file__).parent / "parity" / "layouts"
COUNT = 40


def test_parity_theme_renders_every_page_the_quick_way(tmp_path: Path) -> None:
    corpus.write_ours(tmp_path, COUNT, marked=True)
    shutil.copytree(LAYOUTS, tmp_path / "layouts")
    assert not publish.run(tmp_path, tmp_path / "output").problems
    looks = layouts.load((tmp_path / "layouts", theme()))
    for page in pages.plan(publish.read(tmp_path)):
        if page.template in DRAWN:
            continue
        values = {"page": page.view, "site": Chrome("Bench"), "body": "", "root": "../"}
        assert looks.quick.text(page.template, values) == looks.plain.get_template(page.template).render(values)


def test_both_corpora_say_the_same(tmp_path: Path) -> None:
    corpus.write_ours(tmp_path / "ours", COUNT, marked=True)
    corpus.write_hugo(tmp_path / "hugo", COUNT, marked=True)
    articles = sorted((tmp_path / "ours" / "content" / "articles").rglob("a*.md"))
    assert len(articles) == COUNT
    for path in articles:
        header, body = frontmatter.fences(path.read_text(encoding="utf-8"))
        other = (tmp_path / "hugo" / path.relative_to(tmp_path / "ours")).as_posix().replace("articles/", "")
        said, same = frontmatter.fences(Path(other).read_text(encoding="utf-8"))
        assert canonical.known(CANONICAL, header) is not None
        assert body == same
        assert header.splitlines()[1:3] == said.splitlines()[:2]  # title and date


def test_articles_have_the_length_of_news_and_one_in_ten_is_full_of_markdown(tmp_path: Path) -> None:
    stories = list(corpus.stories(400))
    words = sum(len(text.split()) for story in stories for text in story.paragraphs)
    assert abs(words / len(stories) - corpus.WORDS) < 10
    corpus.write_ours(tmp_path, COUNT, marked=True)
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "content" / "articles").rglob("*.md")]
    full = [text for text in texts if "| --- |" in text]
    assert len(full) == COUNT // 10
    assert all(sign in text for text in full for sign in ("**", "](https://", "\n- ", "\n> "))
