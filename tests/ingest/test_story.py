"""Where the story of a page is, and that nothing is a page that is only a story. Pages: tests/golden/pages."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Location
from generator.ingest.editor import story, stretches
from generator.ingest.editor.marks import Mark, read
from generator.ingest.editor.paragraphs import split
from generator.ingest.extract import extract
from generator.model import Draft, RawItem

PAGES = sorted((Path(__file__).parents[1] / "golden" / "pages").glob("*.txt"))
STORY = "The board of the upper river said on Tuesday that seventeen ships were waiting."


def draft(text: str) -> Draft:
    return extract(RawItem(Location("content/raw/a.txt"), "text/plain", text.encode()))


def shown(found: Draft) -> dict[str, Any]:
    meta = found.meta
    return {
        "title": meta.title,
        "date": meta.date.text if meta.date else None,
        "place": list(meta.place),
        "authors": list(meta.authors),
        "tags": list(meta.tags),
        "language": meta.language,
        "body": [block.text for block in found.blocks],
    }


# ── Golden pages ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_there_are_ten_pages_of_more_furniture_than_story() -> None:
    for path in PAGES:
        body = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))["body"]
        assert len(" ".join(body).split()) < len(path.read_text(encoding="utf-8").split()) / 2, path.name
    assert len(PAGES) >= 10


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_story_is_whole_and_the_furniture_gone(path: Path) -> None:
    expected = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))

    found = shown(draft(path.read_text(encoding="utf-8")))

    assert {name: found[name] for name in expected} == expected


# ── Texts that are only a story ──────────────────────────────────────────────────────────────────────────────────

POEM = "\n".join(
    ["The river has no memory", "of what the river bore", "it carries what it carries", "and leaves it on the shore"]
    * 8
)
RESULTS = (
    "Results of the regatta\n\nThe wind was light and the committee sent the fleet round twice all the same.\n\n"
    + "\n".join(
        f"{n}. Crew of the {name}, {n}:{n + 10}"
        for n, name in enumerate(["Gull", "Tern", "Skua", "Heron", "Rail"] * 6, 1)
    )
)
TRANSCRIPT = "Questions to the harbour master\n\n" + "\n".join(
    line
    for n in range(15)
    for line in (f"Q: What of gate {n}?", f"A: Gate {n} holds, and has held for as long as I have been here.")
)
ARABIC = "افتتاح مدرسة\n\n" + "\n".join(["افتتحت بلدية المدينة صباح اليوم مدرسة جديدة تضم عشرين صفا"] * 25)
NAMES = "Those who were honoured\n\n" + "\n".join(
    f"{a} {b}" for a in ["Nora", "Tom", "Ines", "Alan"] for b in ["Field", "Dean", "Pike", "Lund", "Marsh", "Lowe"]
)
SCRAPED = f"Quake!\n\n{STORY}\n\n{STORY}\n\nRelated Posts\nFlood!\nFire!\nTotal\n0\nShare\nTweet\nPin\nComments"
# Hard-wrapped, and about all that pages speak of.
WEBSITE = (
    "A page for the harbour\n\n"
    + "Tags:\nShips\n\n"
    + "\n".join(
        [
            "The board said its newsletter, the privacy policy and",
            "the use of cookies on its page would be put before the",
            "crews; who wants to sign up for it may leave a comment.",
        ]
        * 12
    )
)
FORM = "Minutes of the board\n\n" + "\n".join(f"Item {n}\nCarried\nSearch for a pilot\nNo comments" for n in range(12))


@pytest.mark.parametrize(
    "text",
    [POEM, RESULTS, TRANSCRIPT, ARABIC, NAMES, SCRAPED, WEBSITE, FORM, "", "Quake!", STORY, f"{STORY}\n" * 40],
    ids=[
        "poem",
        "results",
        "transcript",
        "arabic",
        "names",
        "scraped",
        "website",
        "minutes",
        "empty",
        "headline",
        "line",
        "lines",
    ],
)
def test_nothing_is_selected_from_what_is_only_a_story(text: str) -> None:
    assert story.find(split(text)) is None


def test_where_no_story_stands_out_nothing_is_selected() -> None:
    menu = "\n".join(["Privacy policy", "Terms of use", "Comments", "Newsletter", "Search"])
    table = "\n".join(f"Tide {n}\nhigh {n}" for n in range(40))

    assert story.find(split(f"{menu}\n{table}\n{menu}")) is None


def test_two_briefs_are_both_kept_and_a_person_is_told() -> None:
    menu = "\n".join(["Home", "News", "Harbour", "Fleet", "Prices", "Tides", "Letters", "Search", "Log in", "Jobs"])
    gap = "\n".join(f"Notice {letter}" for letter in "abcdefghijklmnop")
    foot = "Privacy policy\nTerms of use\nContact us"
    other = "Two trawlers collided off Skerra Point in thick fog and limped back to port."
    long = f"{STORY} They had been there for a week."

    found = story.find(split(f"{menu}\nShips wait\n{long}\n{gap}\nTrawlers collide\n{other} Nobody was hurt.\n{foot}"))

    assert found is not None
    assert {doubt.quote for doubt in found.doubts} == {f"{other} Nobody was hurt."}
    kept = {
        split(f"{menu}\nShips wait\n{long}\n{gap}\nTrawlers collide\n{other} Nobody was hurt.\n{foot}")[i].text
        for i in found.kept
    }
    assert {"Ships wait", long, "Trawlers collide", f"{other} Nobody was hurt."} <= kept


# ── Marks and stretches ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        (STORY, Mark.TEXT),
        ("Nobody was hurt, she said.", Mark.SENTENCE),
        ("Ships wait at the locks", Mark.OTHER),
        ("• Upper Linden, behind the mill", Mark.ITEM),
        ("The last loaf left the oven on Friday evening, and the queue went round…", Mark.TEASER),
        ("We use cookies to make this site work and to learn how it is read.", Mark.TALK),
        (
            "The council uses a newsletter to tell the crews of the river what it has decided about the locks and the tolls.",
            Mark.TALK,
        ),
        ("Privacy policy", Mark.LEGAL),
        ("Related", Mark.LIST),
        ("Lesen Sie auch: Fähre läuft auf Grund", Mark.LIST),
        ("Leave a Reply", Mark.COMMENTS),
        ("12 comments", Mark.COMMENTS),
        ("About the author", Mark.WRITER),
        ("Share", Mark.MENU),
        ("12", Mark.MENU),
        ("Commentators agree", Mark.OTHER),
        (
            "Harbour Fleet Prices Tides Weather Letters Notices Births Deaths Sale Let Wanted Boats Nets Gear Houses Cars Tools Public Planning Jobs Sea Land Search",
            Mark.CLOUD,
        ),
        (
            "港口委员会周二投票决定关闭西侧船闸十一周，这是自大洪水以来时间最长的一次关闭，潜水员在两扇闸门上都发现了裂缝。",
            Mark.TEXT,
        ),
    ],
)
def test_what_a_line_of_a_page_is(line: str, mark: Mark) -> None:
    assert read(split(line)) == [mark]


def test_a_long_paragraph_may_speak_of_newsletters() -> None:
    line = f"{STORY} It said so in its newsletter, which goes to every crew on the river and to some who only wish they were one."
    assert read(split(line)) == [Mark.TEXT]


def test_a_line_is_known_by_its_neighbours_too() -> None:
    teaser, _, *_ = read(split(f"{STORY}\nRead more\nFlood!"))
    assert teaser is Mark.TEASER
    assert read(split(f"{STORY}\nFlood!\n{STORY}")) == [Mark.TWICE, Mark.OTHER, Mark.TWICE]
    wrapped = (
        "a line that is as wide as the column it stands in and\ngoes on in the next one, which ends the sentence here."
    )
    assert read(split(wrapped))[0] is Mark.WRAPPED


def slow(values: list[float]) -> list[tuple[int, int]]:
    """Maximal scoring subsequences by their definition: the best one, then those left and right of it."""
    best = max(
        ((sum(values[i:j]), i - j, i, j) for i in range(len(values)) for j in range(i + 1, len(values) + 1)),
        key=lambda row: (row[0], row[1]),
        default=(0.0, 0, 0, 0),
    )
    if best[0] <= 0:
        return []
    _, _, i, j = best
    return slow(values[:i]) + [(i, j)] + [(j + a, j + b) for a, b in slow(values[j:])]


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.integers(-9, 9).filter(bool), max_size=14))
def test_stretches_are_the_maximal_ones(values: list[int]) -> None:
    # Powers of an odd base keep sums apart, so that the definition leaves no choice.
    distinct = [value + (i + 1) * 2.0**-20 * 1.37 for i, value in enumerate(values)]
    found = stretches.maximal(iter(distinct))
    assert [(one.first, one.last) for one in found] == slow(distinct)
