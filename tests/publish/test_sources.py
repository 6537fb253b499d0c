"""What is read of an article when its page is made is what was read of it when the archive was."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import ItemError
from generator.fingerprint import of_bytes
from generator.model import SiteConfig
from generator.publish import parse
from generator.publish.cards import card_of
from generator.publish.sources import Sources
from generator.publish.topics import Rules

SITE = SiteConfig("The Test Gazette", language="ku")
TEXTS = {
    "2020/a.md": '---\nid: a1\ntitle: "Storm"\ndate: 2020-11-18\ntags: [Coast]\n---\n\nIt **blew**.\n',
    "2020-11-18-b.md": "---\ntitle: By its path\nsummary: A short one.\n---\nBody.\r\nMore.\n",
    "c.md": "---\r\ntitle: Gone\r\nwithdrawn: true\r\nlanguage: en\r\n---\r\n\r\nOnce.\r\n",
    "d.md": "---\n\"title\": 'Odd'\nslug: other\nsource: {previous: Before, next: After}\n---\n\n# Head\n\n<b>x</b>\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_head_and_body_are_the_same_again(tmp_path: Path, name: str) -> None:
    path = f"content/articles/{name}"
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(TEXTS[name].encode())
    head, _ = parse.article(path, TEXTS[name], SITE)
    sources = Sources(tmp_path, SITE)
    again = sources.head(card_of(head, Rules(SITE)))
    assert again == replace(head, body=again.body)
    assert again.body == of_bytes(sources.body(path).encode())
    assert Sources(tmp_path, SITE).body(path) == sources.body(path)


def test_those_that_are_held_are_read_once_and_say_the_same(tmp_path: Path) -> None:
    cards = []
    for name, content in TEXTS.items():
        path = f"content/articles/{name}"
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content.encode())
        cards.append(card_of(parse.article(path, content, SITE)[0], Rules(SITE)))
    plain, holding = Sources(tmp_path, SITE), Sources(tmp_path, SITE)
    said = [(plain.head(card), plain.body(card.path)) for card in cards]
    broken, gone, *others = cards
    (tmp_path / broken.path).write_text("---\ntitle: [\n---\n")
    (tmp_path / gone.path).unlink()
    holding.hold(cards)
    for card in others:
        (tmp_path / card.path).unlink()
    assert [(holding.head(card), holding.body(card.path)) for card in others] == said[2:]
    with pytest.raises(ItemError, match="cannot be read here"):
        holding.head(broken)
    with pytest.raises(ItemError, match="went away"):
        holding.head(gone)
    holding.hold([])
    with pytest.raises(ItemError, match="went away"):
        holding.body(others[0].path)


def test_article_that_was_broken_since_is_named(tmp_path: Path) -> None:
    head, _ = parse.article("content/articles/a.md", "---\ntitle: Storm\n---\n", SITE)
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/a.md").write_text("---\ntitle: [\n---\n")
    with pytest.raises(ItemError) as error:
        Sources(tmp_path, SITE).head(card_of(head, Rules(SITE)))
    assert error.value.location.path == "content/articles/a.md"
    assert error.value.location.line > 0
