"""A seeded newsroom: as many articles as asked for, as raw texts or as Markdown, in the proportions of a real paper."""

import datetime
import itertools
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import edtf, frontmatter
from generator.model import Meta

WORDS = 370  # in an article, at the mean
SECTIONS = ["World", "Politics", "Economy", "Sport", "Culture", "Science"]
TAIL = "\n\nRelated Posts\nTotal\n0\nShare\n"


@dataclass(frozen=True, slots=True)
class Story:
    number: int
    title: str
    when: datetime.datetime
    tags: tuple[str, ...]
    section: str
    place: str
    paragraphs: tuple[str, ...]

    @property
    def date(self) -> datetime.date:
        return self.when.date()

    @property
    def name(self) -> str:
        """Its id and the last part of its address."""
        return f"a{self.number:06}"


def stories(count: int) -> Iterator[Story]:
    """Articles over eighteen years, oldest first; words, tags and places as unevenly used as in life (Zipf)."""
    chance = random.Random(20201118)
    syllables = ["".join(pair) for pair in itertools.product("bdfgklmnprstvw", ["a", "e", "i", "o", "u", "ai", "or"])]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(12_000)]
    cumulative = list(itertools.accumulate((n + 1) ** -0.9 for n in range(len(words))))
    tags = list(dict.fromkeys(chance.choice(words).title() for _ in range(600)))
    tag_weights = list(itertools.accumulate((n + 1) ** -0.8 for n in range(len(tags))))
    places = [chance.choice(words).title() for _ in range(200)]
    start, span = datetime.datetime(2004, 1, 1), 18 * 365 * 24 * 60

    def sentence() -> str:
        said = chance.choices(words, cum_weights=cumulative, k=chance.randint(9, 22))
        return f"{said[0].capitalize()} {' '.join(said[1:])}."

    for number in range(count):
        yield Story(
            number,
            " ".join(chance.choices(words, cum_weights=cumulative, k=chance.randint(6, 10))).capitalize(),
            start + datetime.timedelta(minutes=number * span // count),
            tuple(dict.fromkeys(chance.choices(tags, cum_weights=tag_weights, k=chance.randint(2, 6)))),
            chance.choice(SECTIONS),
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


def write_named(root: Path, count: int) -> None:
    """Articles without tags that are about something: of a pool of people, places and bodies, drawn as unevenly as in
    life (Zipf), each names a few again and again and some others once. So tags are guessed, most of them for one
    article alone."""
    chance = random.Random(20201118)
    names = _names(chance, 50_000)
    weights = list(itertools.accumulate((n + 3) ** -0.8 for n in range(len(names))))
    start = datetime.date(2004, 1, 1)
    for number in range(count):
        drawn = list(dict.fromkeys(chance.choices(names, cum_weights=weights, k=chance.randint(7, 12))))
        subjects, passing = drawn[: chance.randint(2, 5)], drawn[5:]
        told = [chance.choice(_TOLD).format(*chance.choices(subjects, k=2)) for _ in range(chance.randint(12, 20))]
        told += [chance.choice(_PASSED).format(name) for name in passing]
        chance.shuffle(told)
        paragraphs = [" ".join(told[at : at + 3]) for at in range(0, len(told), 3)]
        head = f"{subjects[0]} {chance.choice(_HEADS)} {subjects[1]}"
        day = start + datetime.timedelta(days=number * 18 * 365 // count)
        path = root / "content" / "raw" / f"{day:%Y/%m}" / f"{day}-{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join((head, *paragraphs)) + f"\n\nThat was report {number} of many.\n", encoding="utf-8")
    (root / "site.yaml").write_text("title: The Bench Gazette\nlanguage: en\n", encoding="utf-8")


def _names(chance: random.Random, count: int) -> list[str]:
    """People, places and bodies that nobody has heard of."""
    syllables = ["".join(pair) for pair in itertools.product("bdfgklmnprstvw", ["a", "e", "i", "o", "u", "ai", "or"])]

    def word() -> str:
        return "".join(chance.choices(syllables, k=chance.randint(2, 3))).capitalize() + chance.choice("nrstl")

    shapes = ("{} {}", "{} {}", "{} {}", "Port {}", "{} Council", "{} Trust", "{} Street", "Lake {}")
    return list(dict.fromkeys(chance.choice(shapes).format(word(), word()) for _ in range(count)))


_HEADS = ("is asked about", "waits for", "will not leave", "answers", "turns away from")
_TOLD = (
    "It was said on the day that {0} had been asked to wait, and that nobody knew why.",
    "The people who live near {0} have heard of it, and so has {1}.",
    "In the end it was {0} that had to pay for what was lost in the rain.",
    "There was no answer from {0} until late in the evening, when the lights were out.",
    "Of all that was promised to {0}, little came true, and less was paid.",
    "Nobody asked {0} what would happen when the money was gone.",
)
_PASSED = (
    "A letter from {0} was read out, and then put away with the others.",
    "The road to {0} was closed at the time, as it is each winter.",
    "It had been the same with {0} some years before.",
)
_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?]{40,200}[.!?](?= )")


def write_articles(root: Path, count: int) -> None:
    """Dated Markdown articles, with tags, a section and a place."""
    for story in stories(count):
        path = root / "content" / "articles" / f"{story.date:%Y/%m}" / f"{story.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f'id: {story.name}\ntitle: "{story.title}"\ndate: {story.date}\nslug: {story.name}\n'
        head += f"section: {story.section}\ntags: [{', '.join(story.tags)}]\nplace: {story.place}\n"
        path.write_text(f"---\n{head}---\n\n" + "\n\n".join(story.paragraphs) + "\n", encoding="utf-8")
    (root / "site.yaml").write_text("title: The Bench Gazette\nurl: https://example.org/\n", encoding="utf-8")


# ── The same archive for two programs ────────────────────────────────────────────────────────────────────────────


def write_ours(root: Path, count: int, *, marked: bool = False) -> None:
    """Articles as ingest would write them. `marked`: one body in ten is full of Markdown."""
    for story in stories(count):
        meta = Meta(
            id=story.name,
            title=story.title,
            date=edtf.parse(_instant(story)),
            slug=story.name,
            section=story.section,
            tags=story.tags,
            place=(story.place,),
        )
        _write(root / "content" / "articles", story, frontmatter.join(meta, _body(story, marked)))
    settings = "title: The Bench Gazette\nurl: https://example.org/\naddresses: '{year}/{month}/{slug}.html'\n"
    (root / "site.yaml").write_text(settings, encoding="utf-8")


def write_hugo(root: Path, count: int, *, marked: bool = False) -> None:
    """The same articles for Hugo, whose calendar are sections (a year, a month) and whose topics are taxonomies."""
    content = root / "content"
    months = set()
    for story in stories(count):
        lists = {"sections": [story.section], "places": [story.place], "tags": story.tags}
        head = f'title: "{story.title}"\ndate: {_instant(story)}\nslug: {story.name}\n'
        head += "".join(f"{name}: [{', '.join(said)}]\n" for name, said in lists.items())
        _write(content, story, f"---\n{head}---\n\n{_body(story, marked)}")
        months.add(story.date.replace(day=1))
    for month in months:
        _entitle(content / f"{month:%Y}", f"{month:%Y}")
        _entitle(content / f"{month:%Y/%m}", f"{month:%B %Y}")
    for section in SECTIONS:  # they have a feed, as ours have
        _entitle(content / "sections" / section.lower(), section, "outputs: [html, atom]\n")


def _write(folder: Path, story: Story, content: str) -> None:
    path = folder / f"{story.date:%Y/%m}" / f"{story.name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def _entitle(folder: Path, title: str, more: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "_index.md").write_text(f'---\ntitle: "{title}"\n{more}---\n', encoding="utf-8")


def _instant(story: Story) -> str:
    return f"{story.when.isoformat()}+03:00"


def _body(story: Story, marked: bool) -> str:
    paragraphs: Iterable[str] = story.paragraphs
    if marked and story.number % 10 == 0:
        paragraphs = (mark(text) for mark, text in zip(itertools.cycle(_MARKS), story.paragraphs, strict=False))
    return "\n\n".join(paragraphs) + "\n"


def _words(text: str) -> tuple[str, str, str]:
    """The first word, the second and third, and the rest."""
    first, second, third, rest = text.split(" ", 3)
    return first, f"{second} {third}", rest


def _emphasised(text: str) -> str:
    first, few, rest = _words(text)
    return f"**{first}** *{few}* {rest}"


def _linked(text: str) -> str:
    first, few, rest = _words(text)
    return f"{first} [{few}](https://example.org/{first.lower()}) {rest}"


def _quoted(text: str) -> str:
    return f"> {text}"


def _listed(text: str) -> str:
    return "\n".join(f"- {part.rstrip('.')}." for part in text.split(". "))


def _tabled(text: str) -> str:
    words = text.split()
    rows = [words[n : n + 3] for n in range(0, len(words) - 2, 3)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * 3, *rows[1:]])


_MARKS = (_emphasised, _linked, _listed, _quoted, _tabled)
