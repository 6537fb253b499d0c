"""A seeded newsroom: as many articles as asked for, as raw texts or as Markdown, in the proportions of a real paper."""

import datetime
import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORDS = 370  # in an article, at the mean
TAIL = "\n\nRelated Posts\nTotal\n0\nShare\n"


@dataclass(frozen=True, slots=True)
class Story:
    number: int
    title: str
    date: datetime.date
    tags: tuple[str, ...]
    section: str
    place: str
    paragraphs: tuple[str, ...]


def stories(count: int) -> Iterator[Story]:
    """Articles over eighteen years, oldest first; words, tags and places as unevenly used as in life (Zipf)."""
    chance = random.Random(20201118)
    syllables = ["".join(pair) for pair in itertools.product("bdfgklmnprstvw", ["a", "e", "i", "o", "u", "ai", "or"])]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(12_000)]
    cumulative = list(itertools.accumulate((n + 1) ** -0.9 for n in range(len(words))))
    tags = list(dict.fromkeys(chance.choice(words).title() for _ in range(600)))
    tag_weights = list(itertools.accumulate((n + 1) ** -0.8 for n in range(len(tags))))
    places = [chance.choice(words).title() for _ in range(200)]
    start, span = datetime.date(2004, 1, 1), 18 * 365

    def sentence() -> str:
        said = chance.choices(words, cum_weights=cumulative, k=chance.randint(9, 22))
        return f"{said[0].capitalize()} {' '.join(said[1:])}."

    for number in range(count):
        yield Story(
            number,
            " ".join(chance.choices(words, cum_weights=cumulative, k=chance.randint(6, 10))).capitalize(),
            start + datetime.timedelta(days=number * span // count),
            tuple(dict.fromkeys(chance.choices(tags, cum_weights=tag_weights, k=chance.randint(2, 6)))),
            chance.choice(["World", "Politics", "Economy", "Sport", "Culture", "Science"]),
            chance.choice(places),
            tuple(" ".join(sentence() for _ in range(chance.randint(1, 3))) for _ in range(chance.randint(9, 15))),
        )


def write_raw(root: Path, count: int) -> None:
    """Scraped texts without dates, each with the headlines of its neighbours, as the site had printed them."""
    told = list(stories(count))
    for story in told:
        beside = [f"Previous Article\n\n{told[story.number - 1].title}"] if story.number else []
        beside += [f"Next Article\n\n{told[story.number + 1].title}"] if story.number + 1 < count else []
        body = "\n\n".join((f"{story.place.upper()} (HGN) — {story.paragraphs[0]}", *story.paragraphs[1:]))
        path = root / "content" / "raw" / f"{story.number // 1000:03}" / f"{story.number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join((story.title, body, *beside)) + TAIL, encoding="utf-8")
    (root / "site.yaml").write_text("title: The Bench Gazette\n", encoding="utf-8")


def write_texts(root: Path, count: int) -> None:
    """Articles of 2 KB in plain English with a headline, a byline or a dateline: sentences of the demo archive in
    other company, each with a number of its own, so that no two paragraphs are one."""
    chance = random.Random(20201118)
    demo = Path(__file__).parents[2] / "content" / "raw"
    texts = [" ".join(path.read_text(encoding="utf-8", errors="ignore").split()) for path in demo.rglob("*.txt")]
    pool = sorted({sentence for text in texts for sentence in _SENTENCE.findall(text)})
    for number in range(count):
        paragraphs = [f"{chance.choice(['LONDON, March 3 (Reuters) - ', 'PORT SELLAN — ', ''])}On day {number}"]
        while sum(map(len, paragraphs)) < 1900:
            paragraphs[-1] += f" {chance.choice(pool)}"
            if len(paragraphs[-1]) > 300:
                paragraphs.append(f"Of {chance.randint(2, count)}")
        words = chance.choice(pool).split()[1:9]
        head = [" ".join(words).capitalize(), *(["By Nora Field"] if number % 3 else [])]
        path = root / "content" / "raw" / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join((*head, *paragraphs)) + "\n", encoding="utf-8")
    (root / "site.yaml").write_text("title: The Bench Gazette\nlanguage: en\n", encoding="utf-8")


_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?]{40,200}[.!?](?= )")


def write_articles(root: Path, count: int) -> None:
    """Dated Markdown articles, with tags, a section and a place."""
    for story in stories(count):
        path = root / "content" / "articles" / f"{story.date:%Y/%m}" / f"a{story.number:06}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f'id: a{story.number:06}\ntitle: "{story.title}"\ndate: {story.date}\nslug: a{story.number:06}\n'
        head += f"section: {story.section}\ntags: [{', '.join(story.tags)}]\nplace: {story.place}\n"
        path.write_text(f"---\n{head}---\n\n" + "\n\n".join(story.paragraphs) + "\n", encoding="utf-8")
    (root / "site.yaml").write_text("title: The Bench Gazette\nurl: https://example.org/\n", encoding="utf-8")
