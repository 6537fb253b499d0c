"""Invariant 1: after any sequence of edits, an incremental build equals a clean build, byte for byte.

Hypothesis makes up the edits; the small alphabets make them collide. After each there is a build and a comparison.
Plain pytest runs a short version.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator import publish
from generator.publish import moved
from generator.publish.edition import standing_at
from tests.newsroom import LAYOUTS, Newsroom, first_edition, small_world
from tests.photos import jpeg, moving, png

NUMBERS = st.integers(0, 99)
TITLES = st.sampled_from(["Quake", "Storm", "Calm", "Ferry sails", "کوردستان", "A quay & a <lamp>", "Harbour fair 3"])
DATES = st.sampled_from(
    ["", "2021", "2021-03", "2020/2021", "2021-04-01", "2022-01-01", "1974-03-02", "2021-03-04T09:30:00+03:00"]
    + [f"2021-03-{day:02}" for day in range(1, 9)]
)
TAGS = st.lists(st.sampled_from(["Coast", "coast", "COAST", "Harbour", "Quake", "Tide", "Kelp", "لنگەرگا"]), max_size=3)
NAMES = st.sampled_from(["", "World", "world", "Harbour", "Port Sellan", "Ada Morrow"])
BODIES = st.sampled_from(
    [
        "It happened.",
        "It *really* happened.\n\n- so\n- there",
        "It happened, they said.\n\nTwice.",
        "[A list](/index.html) & <b>.",
        "It happened.\n\n![The quay](/media/quay.jpg)",
    ]
)
PICTURES = {
    "none": b"no picture",
    "small": jpeg(600, 400),
    "middle": jpeg(700, 400, turned=6, placed=True),
    "another": jpeg(700, 400, tone=60),
    "large": jpeg(1300, 300),
    "clear": png(700, 40, hole=True),  # whatever its name says, a picture is what its bytes are
    "moving": moving("WEBP", 700, 40),
    "cut": jpeg(700, 400)[:2000],
}
STATUSES = st.sampled_from(
    [{"status": status, "withdrawn": ""} for status in ("", "draft", "published", "withdrawn")]
    + [{"status": "withdrawn", "withdrawn": "{date: 2021-03-07, reason: It was untrue.}"}]
)
CORRECTIONS = st.sampled_from(
    ["", '[{date: 2021-04-01, text: "It was *Tuesday*."}, {text: No day.}]', '[{date: 2019, text: "It was Ada."}]']
)
LOST = (LAYOUTS / "404.html").read_text(encoding="utf-8") + "<script>alert(1)</script>\n"
SITES = st.sampled_from(
    [
        "title: The Test Gazette\n",
        "title: The Courier\nurl: https://example.org/a/\n",
        "title: The Test Gazette\ntags: {Coast: [Harbour], Quake: off}\nfeeds: all\n",
        "title: The Test Gazette\ntags: {Coast: {description: Where the sea ends., aliases: [Tide, شط]}}\n"
        "places: {Port Sellan: {lat: 58.42, lon: -22.31}}\nsections: {World: [Harbour]}\nlanguage: ar\n",
        "title: The Test Gazette\nmenu: [{title: About, to: about.html}]\nsections: [World]\n",
        "title: The Test Gazette\npublished: 2019/2022\naddresses: '{year}/{slug}/'\n",
        "title: The Test Gazette\nmarkdown: on\n",
        "title: The Test Gazette\nhost: netlify\naccent: '#123456'\n",
    ]
)


class Edits(RuleBasedStateMachine):
    """An archive that is edited at will, and built after each edit."""

    ticks = False

    @initialize()
    def begin(self) -> None:
        self.world = small_world(ticks=self.ticks)
        self.world.__enter__()
        self.folder = Path(tempfile.mkdtemp())
        self.room = Newsroom(self.folder)
        self.before: dict[Path, bytes] = {}
        self.added = 0
        first_edition(self.room)

    def teardown(self) -> None:
        if hasattr(self, "room"):
            shutil.rmtree(self.folder)
            self.world.__exit__(None, None, None)

    @invariant()
    def is_as_clean(self) -> None:
        if hasattr(self, "room"):
            self.room.check_clean()
            self.room.check_links()

    def any(self, number: int) -> str:
        names = sorted(self.room.stories)
        return names[number % len(names)]

    def change(self, number: int, **fields: str) -> None:
        name = self.any(number)
        self.before[self.room.path(name)] = self.room.path(name).read_bytes()
        self.room.story(name, **fields)

    # ── Articles ─────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(title=TITLES, date=DATES, tags=TAGS, body=BODIES)
    def add(self, title: str, date: str, tags: list[str], body: str) -> None:
        self.added += 1
        name = f"n{self.added}"
        self.room.story(name, title=title, date=date, body=body, slug=name, tags=f"[{', '.join(tags)}]")

    @precondition(lambda self: len(self.room.stories) > 3)
    @rule(number=NUMBERS)
    def remove(self, number: int) -> None:
        self.room.drop(self.any(number))

    @rule(number=NUMBERS, folder=st.sampled_from(["", "sub/", "2021/03/"]))
    def rename(self, number: int, folder: str) -> None:
        self.added += 1
        self.room.rename(self.any(number), f"{folder}m{self.added}")

    @rule(one=NUMBERS, other=NUMBERS)
    def swap(self, one: int, other: int) -> None:
        first, second = self.any(one), self.any(other)
        mine, theirs = dict(self.room.stories[first]), dict(self.room.stories[second])
        for name, fields in ((first, theirs), (second, mine)):
            del self.room.stories[name]
            self.room.story(name, **fields)

    @rule(number=NUMBERS, title=TITLES)
    def retitle(self, number: int, title: str) -> None:
        self.change(number, title=title)

    @rule(number=NUMBERS, date=DATES)
    def redate(self, number: int, date: str) -> None:
        self.change(number, date=date)

    @rule(number=NUMBERS)
    def undate(self, number: int) -> None:
        self.change(number, date="")

    @rule(one=NUMBERS, other=NUMBERS, side=st.sampled_from(["previous", "next"]))
    def chain(self, one: int, other: int, side: str) -> None:
        self.change(one, source=f'{{{side}: "{self.room.stories[self.any(other)]["title"]}"}}')

    @rule(number=NUMBERS)
    def unchain(self, number: int) -> None:
        self.change(number, source="")

    @rule(number=NUMBERS, tags=TAGS)
    def retag(self, number: int, tags: list[str]) -> None:
        self.change(number, tags=f"[{', '.join(tags)}]")

    @rule(number=NUMBERS, guessed=st.sampled_from(["", "{tags: text}"]))
    def guess(self, number: int, guessed: str) -> None:
        self.change(number, inferred=guessed)

    @rule(number=NUMBERS, field=st.sampled_from(["section", "place", "authors", "agency", "deck"]), name=NAMES)
    def rename_a_field(self, number: int, field: str, name: str) -> None:
        self.change(number, **{field: f"[{name}]" if name and field == "authors" else name})

    @rule(number=NUMBERS, body=BODIES)
    def rewrite(self, number: int, body: str) -> None:
        self.change(number, body=body)

    @rule(number=NUMBERS, summary=st.sampled_from(["", "In short.", "It happened."]))
    def summarise(self, number: int, summary: str) -> None:
        self.change(number, summary=summary)

    @rule(number=NUMBERS, status=STATUSES)
    def restate(self, number: int, status: dict[str, str]) -> None:
        self.change(number, **status)

    @rule(number=NUMBERS, notes=CORRECTIONS)
    def correct(self, number: int, notes: str) -> None:
        self.change(number, corrections=notes)

    def correct_all(self) -> None:
        for n, name in enumerate(sorted(self.room.stories)):
            self.room.story(name, corrections=f'[{{date: {2015 + n % 4}-01-0{n % 9 + 1}, text: "Number {n}."}}]')

    @rule(number=NUMBERS)
    def break_one(self, number: int) -> None:
        """Its fields are known still, so that a later edit mends it."""
        path = self.room.path(self.any(number))
        self.before[path] = path.read_bytes()
        self.room.put(path.relative_to(self.room.root).as_posix(), "---\ndate: never\n---\n")

    @rule(number=NUMBERS)
    def touch(self, number: int) -> None:
        os.utime(self.room.path(self.any(number)), (1_700_000_000 + number, 1_700_000_000 + number))

    @rule(number=NUMBERS, letter=st.sampled_from("xyz"))
    def edit_with_size_and_time_set_back(self, number: int, letter: str) -> None:
        path = self.room.path(self.any(number))
        before = path.stat()
        path.write_bytes(path.read_bytes().replace(b"happened", b"h" + letter.encode() + b"ppened"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    @precondition(lambda self: self.before)
    @rule()
    def revert(self) -> None:
        path, content = self.before.popitem()
        if path.exists():
            self.room.put(path.relative_to(self.room.root).as_posix(), content)

    # ── The site ─────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(text=SITES)
    def edit_site(self, text: str) -> None:
        self.room.put("site.yaml", text)

    @rule(
        name=st.sampled_from(["_entry.html", "_steps.html", "base.html", "article.html"]),
        word=st.sampled_from(["", "x"]),
    )
    def edit_layout(self, name: str, word: str) -> None:
        self.room.layout(name, word)

    @rule(body=BODIES)
    def edit_page(self, body: str) -> None:
        self.room.put("content/pages/about.md", f"---\ntitle: About\n---\n{body}\n")

    @rule()
    def drop_page(self) -> None:
        (self.room.root / "content/pages/about.md").unlink(missing_ok=True)

    @rule(kind=st.sampled_from(["", *PICTURES]), name=st.sampled_from(["quay", "pier"]))
    def picture(self, kind: str, name: str = "quay") -> None:
        (self.room.root / f"content/media/{name}.jpg").unlink(missing_ok=True)
        if kind:
            self.room.put(f"content/media/{name}.jpg", PICTURES[kind])

    @rule()
    def swap_pictures(self) -> None:
        """The one takes the name of the other, as far as they are there: their times come with them."""
        media = self.room.root / "content/media"
        for name, other in (("quay", "third"), ("pier", "quay"), ("third", "pier")):
            if (media / f"{name}.jpg").exists():
                (media / f"{name}.jpg").rename(media / f"{other}.jpg")

    @rule(
        number=NUMBERS,
        file=st.sampled_from(["", "quay.jpg", "pier.jpg", "gone.jpg", "https://example.org/quay.jpg"]),
        caption=st.sampled_from(["", "The quay", "The pier"]),
    )
    def name_a_picture(self, number: int, file: str, caption: str = "") -> None:
        self.change(number, images=f'[{{file: "{file}", alt: The quay, caption: "{caption}"}}]' if file else "")

    @rule(number=NUMBERS, alias=st.sampled_from(["", "[/old/]", "[/OLD/, /2021/old.html]", "['/?p=1']", "[/2021/03/]"]))
    def name_an_alias(self, number: int, alias: str) -> None:
        self.change(number, aliases=alias)

    @rule()
    def release(self) -> None:
        """What stands there now is released, as `backfile release` does it."""
        text = (self.room.root / moved.NAME).read_text() if (self.room.root / moved.NAME).exists() else ""
        self.room.build()
        stands = standing_at(publish.read(self.room.root))
        self.room.put(moved.NAME, moved.written(moved.added(moved.parse(text), stands, "2026-01-02")))

    # ── The output, and what is remembered of it ─────────────────────────────────────────────────────────────────

    @rule(number=st.integers(0, 999), harm=st.sampled_from(["empty", "cut", "other", "gone"]))
    def harm(self, number: int, harm: str) -> None:
        files = self.room.pages()
        path = files[number % len(files)]
        content = (self.room.output / path).read_bytes()
        if harm == "gone":
            (self.room.output / path).unlink()
        else:
            spoilt = {"empty": b"", "cut": content[: len(content) // 2], "other": content[::-1]}[harm]
            self.room.put(f"output/{path}", spoilt)

    @rule(path=st.sampled_from(["notes.txt", "2021/mine.txt", "tags/mine.html", ".well-known/x"]))
    def foreign_file(self, path: str) -> None:
        self.room.put(f"output/{path}", "mine\n")
        self.room.foreign[path] = b"mine\n"

    @rule()
    def forget(self) -> None:
        shutil.rmtree(self.room.root / ".backfile")


class EditsByTheTick(Edits):
    """The same under a clock that is not trusted at once: everything is looked at each time."""

    ticks = True


def _run(machine: type[Edits], examples: int, steps: int) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        derandomize=True,
        phases=[Phase.generate, *([Phase.shrink] if examples > 10 else [])],  # to shrink takes minutes
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=chosen)


@pytest.mark.timeout(240)
def test_any_edits_end_as_a_clean_build() -> None:
    _run(Edits, 4, 10)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("machine", [Edits, EditsByTheTick])
def test_many_edits_end_as_a_clean_build(machine: type[Edits]) -> None:
    _run(machine, 150, 30)


@pytest.fixture
def desk() -> Iterator[Edits]:
    machine = Edits()
    machine.begin()
    yield machine
    machine.teardown()


@pytest.mark.timeout(240)
def test_each_kind_of_edit_ends_as_a_clean_build(desk: Edits) -> None:
    """Every rule at least once, whatever Hypothesis chose."""
    room = desk.room
    room.check_clean()
    edits = {
        "an article in the long month": lambda: room.story("n1", title="Quake", date="2021-03-04", tags="[Coast]"),
        "one in a year of its own": lambda: room.story("n2", title="Storm", date="1974-03-02", tags="[Coast]"),
        "an undated one": lambda: room.story("n3", title="Calm", tags="[Tide]"),
        "one gone": lambda: room.drop("a2"),
        "the month no longer long": lambda: [room.drop(name) for name in ("a3", "a5", "a6", "n1", "b3")],
        "a file renamed": lambda: room.rename("a1", "2021/03/a1"),
        "a date moved by a day": lambda: room.story("a4", date="2021-03-05"),
        "a date made coarse": lambda: room.story("a4", date="2021-03"),
        "a date gone": lambda: room.story("a4", date=""),
        "a date found": lambda: room.story("a4", date="2021-03-04"),
        "a date at the end of a chain": lambda: room.story("b1", date="2021-02-01"),
        "a chain broken": lambda: room.story("b1", source=""),
        "a chain made": lambda: room.story("b1", source='{next: "Lamp 2"}'),
        "a title that a chain names": lambda: room.story("b2", title="Lamp two"),
        "a title": lambda: room.story("a7", title="Harbour fair, late"),
        "a tag gets its second bearer": lambda: room.story("a7", tags="[Coast, Kelp]"),
        "a tag loses it": lambda: room.story("a7", tags="[Coast]"),
        "a tag in other letters": lambda: room.story("a7", tags="[COAST, Harbour]"),
        "a section": lambda: room.story("a7", section="Harbour"),
        "a place": lambda: room.story("a7", place="Port Sellan"),
        "an author": lambda: room.story("a7", authors="[Ada Morrow]"),
        "a body": lambda: room.story("a7", body="It happened here, on the coast.\n\n- *twice*"),
        "a summary": lambda: room.story("a7", summary="Twice."),
        "a draft published": lambda: room.story("sub/d", status="published"),
        "a correction": lambda: room.story("a7", corrections='[{date: 2021-04-01, text: "It was late."}]'),
        "more than a log holds": desk.correct_all,
        "one of them gone": lambda: room.story("a4", corrections=""),
        "the log whole again": lambda: [room.story(name, corrections="") for name in sorted(room.stories)[2:]],
        "the about page gone": desk.drop_page,
        "and an article in its place": lambda: room.story("b1", address="about.html"),
        "one withdrawn": lambda: room.story("a7", status="withdrawn"),
        "and back": lambda: room.story("a7", status=""),
        "a layout of entries": lambda: room.layout("_entry.html", "x"),
        "the theme's own again": lambda: room.layout("_entry.html", ""),
        "the title of the site": lambda: room.put("site.yaml", "title: The Courier\n"),
        "an alias": lambda: room.put("site.yaml", "title: The Courier\ntags: {Tide: [Coast]}\n"),
        "the menu": lambda: room.put("site.yaml", "title: T\nmenu: [{title: About, to: about.html}]\n"),
        "the Markdown beside each": lambda: room.put("site.yaml", "title: T\nmarkdown: on\n"),
        "a body, and so its Markdown": lambda: room.story("a7", body="It happened on the quay."),
        "a field that no list shows": lambda: room.story("a7", license="CC0", nosuchfield="1"),
        "a headline, and so its Markdown": lambda: room.story("a7", title="Harbour fair, at last", body=""),
        "a date, and so its address": lambda: room.story("a7", date="2021-03-06"),
        "one gone with its Markdown": lambda: room.story("a7", status="withdrawn"),
        "and back with it": lambda: room.story("a7", status=""),
        "no Markdown": lambda: room.put("site.yaml", "title: T\n"),
        "an old address": lambda: room.story("a7", aliases="[/old/quake, /a1.html, '/?p=7']"),
        "which its headline is told at": lambda: room.story("a7", title="Harbour fair, moved"),
        "which another names too": lambda: room.story("a6", aliases="[/old/quake/, /more/]"),
        "and now alone": lambda: room.story("a7", aliases=""),
        "what was released": desk.release,
        "one that moves then": lambda: room.story("a4", date="2021-03-07"),
        "one that goes then": lambda: room.story("a5", status="draft"),
        "one that comes in its place": lambda: room.story(
            "n4", title="Other", date="2021-03-04", slug=room.stories["a4"]["slug"], id="n4"
        ),
        "and goes elsewhere": lambda: room.story("n4", slug="elsewhere"),
        "one with an old address withdrawn": lambda: room.story("a6", status="withdrawn"),
        "one back where it was": lambda: room.story("a4", date="2021-03-04"),
        "nothing released": lambda: room.put("content/addresses.tsv", ""),
        "a host": lambda: room.put("site.yaml", 'title: T\nhost: apache\naccent: "#123456"\n'),
        "one that its host must not show": lambda: room.story("a7", status="withdrawn"),
        "and may again": lambda: room.story("a7", status=""),
        "another host": lambda: room.put("site.yaml", "title: T\nhost: nginx\n"),
        "a script in a layout, which the host lets run": lambda: room.put("layouts/404.html", LOST),
        "and no more": lambda: room.layout("404.html", ""),
        "no host": lambda: room.put("site.yaml", "title: T\n"),
        "a picture named": lambda: desk.name_a_picture(0, "quay.jpg"),
        "what is no picture": lambda: desk.picture("none"),
        "a picture added": lambda: desk.picture("middle"),
        "its caption": lambda: desk.name_a_picture(0, "quay.jpg", "The quay"),
        "in a text too": lambda: room.story("a4", body="So.\n\n![The quay](/media/quay.jpg)"),
        "another of its size": lambda: desk.picture("another"),
        "a larger one": lambda: desk.picture("large"),
        "a second one": lambda: desk.picture("clear", "pier"),
        "the one as the other": desk.swap_pictures,
        "cut short": lambda: desk.picture("cut"),
        "one that moves": lambda: desk.picture("moving"),
        "still again": lambda: desk.picture("middle"),
        "one elsewhere": lambda: desk.name_a_picture(1, "https://example.org/quay.jpg"),
        "named by a draft too": lambda: room.story("sub/d", status="draft", images="[{file: quay.jpg}]"),
        "named by the draft alone": lambda: desk.name_a_picture(0, ""),
        "the draft published with it": lambda: room.story("sub/d", status="published"),
        "and hidden with it": lambda: room.story("sub/d", status="draft"),
        "one that an article's text shows no more": lambda: room.story("a4", body="So."),
        "a picture removed": lambda: desk.picture(""),
        "a page emptied": lambda: desk.harm(10, "empty"),
        "a page gone": lambda: desk.harm(11, "gone"),
        "another page under its name": lambda: desk.harm(12, "other"),
        "a file of somebody else": lambda: desk.foreign_file("2021/mine.txt"),
        "size and time set back": lambda: desk.edit_with_size_and_time_set_back(0, "x"),
        "all forgotten": desk.forget,
    }
    for name, edit in edits.items():
        edit()
        try:
            room.check_clean()
            room.check_links()
        except AssertionError as error:
            error.add_note(f"after: {name}")
            raise
