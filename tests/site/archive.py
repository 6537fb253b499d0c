"""The archive that these tests look at: the demo, with all of which the demo has none (pictures, long lists, what was
withdrawn), and of its plan as many pages as it takes to see all that a page can show."""

import dataclasses
import re
import shutil
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sin
from pathlib import Path

from generator import publish, site
from generator.publish import album
from generator.publish.copies import assets
from generator.publish.pages import PAGE_TYPES
from generator.publish.press import with_pictures
from generator.publish.sources import Sources
from generator.views import Page as Planned
from tests.story import article, build, take_in, write

ROOT = Path(__file__).parent.parent.parent
URL = "https://example.org/archive/"  # as the demo's site.yaml has it
HEAVY = "2019/05/20/the-harbour-in-pictures.html"
PICTURED = "2021/02/09/storm-ottilie-leaves-14-000-homes-without-power.html"  # three pictures, one of them of 6 MB
LONG_TOPIC = "tags/tide-tables.html"


def demo(root: Path, *, language: str = "", url: str = "", host: str = "") -> Path:
    """The demo and what it has nothing of, built. `language`, `url`, `host`: instead of those of its site.yaml."""
    settings = (ROOT / "site.yaml").read_text(encoding="utf-8")
    settings = re.sub(r"^language: .*", f"language: {language}", settings, flags=re.MULTILINE) if language else settings
    settings = re.sub(r"^url: .*", f"url: {url}", settings, flags=re.MULTILINE) if url else settings
    settings += f"\nhost: {host}\n" if host else ""
    root.mkdir()
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    for folder in ("raw", "pages", "media"):
        shutil.copytree(ROOT / "content" / folder, root / "content" / folder)
    assert not take_in(root).problems
    write(root, _added())
    _pictures(root / "content" / "media")
    wrong = [problem for problem in build(root).problems if problem.fatal]
    assert not wrong, wrong
    return root


# ── What the demo has nothing of ─────────────────────────────────────────────────────────────────────────────────


def _added() -> str:
    files = {"heavy": _heavy(), "withdrawn": _WITHDRAWN, "withdrawn-bare": _WITHDRAWN_BARE, **dict(_tide_tables())}
    return "".join(f"-- content/articles/added/{name}.md --\n{text}" for name, text in files.items())


_WITHDRAWN = article(
    "Pilot accused",
    "2019-05-21",
    status="withdrawn",
    withdrawn="{date: 2019-06-01, reason: It was untrue. The Gazette apologises.}",
)
_WITHDRAWN_BARE = article("Pilot accused again", "2019-05-22", status="withdrawn")


def _tide_tables() -> Iterator[tuple[str, str]]:
    """More than 200 of one tag: in a month, so that both the calendar and the tag are cut down to days; without a
    date, so that both are cut by letters; and a few in other years."""
    days = [f"2016-05-{n % 31 + 1:02}" for n in range(230)] + ["2017-01-02", "2017-03-02", "2015", "2016-06", "2017~"]
    for n, date in enumerate([*days, *[""] * 205]):
        title = f"Tide table {n:03}" if date else f"{_LETTERS[n % 26]}ow water off quay {n:03}"
        text = f"High water at {n % 12 + 1} in the morning.\n\nLow water six hours after."
        yield f"tide-{n:03}", article(title, date, text, tags="[Tide tables]", section="Weather", place="Pellmoor")


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _heavy() -> str:
    """One that has all fields, the largest pictures, a body with all that Markdown can say, and its share of words."""
    body = "\n\n".join([*_KINDS, *(_SENTENCES.format(n) for n in range(1, 25))])
    return article("The harbour in pictures", "2019-05-20", body, **_FIELDS)


_FIELDS = {
    "updated": "2019-05-24",
    "slug": "the-harbour-in-pictures",
    "kicker": "Picture story",
    "deck": '"A walk from the Old Quay to Eastgate, with all that can be seen on the way"',
    "section": "Harbour",
    "tags": "[Port Sellan, Eastgate, Old Quay, Ferry, Tide tables, Seen once only]",
    "place": "[Port Sellan, Little Skerrow]",
    "dateline": '"PORT SELLAN (HGN) — "',
    "agency": "NCW",
    "authors": "[Edda Calloway, Bram Oswin]",
    "images": "[{file: quay.png, caption: The Old Quay at six in the morning, credit: Ada Morrow / HGN, alt: Three boats at a stone quay},"
    " {file: mole.png, caption: 'بورت سيلن: The mole, seen from the sea', alt: A mole}, {file: lamp.png, alt: ''},"
    " {caption: The lamp room, credit: HGN}]",
    "corrections": "[{date: 2019-05-22, text: The mole is 640 metres long and not 460.}, {text: The pilot is Bram Oswin.}]",
    "license": '"https://creativecommons.org/licenses/by/4.0/"',
    "identifier": '"ark:/12345/x9"',
    "featured": "yes",
    "source": "{file: raw/pictures.html, sha256: "
    + "0f" * 32
    + ', url: "https://example.com/2019/05/20/pictures?id=9",'
    ' retrieved: 2020-01-05, also: ["https://example.net/copy", raw/other.txt]}',
    "inferred": "{date: path, tags: text}",
}
_KINDS = (
    "The boats leave *early*, and **nobody** waits; see [the port](https://example.com/port) for the times.",
    "## By the water\n\n- nets\n- ropes\n- lamps\n\n1. out\n2. home",
    "> It does not need me, and it cannot see.\n\n---",
    "| Boat | Out | Home | Crew | Catch | Quay |\n|---|---|---|---|---|---|\n"
    "| Skerrow Maid | 06:00 | 21:15 | 6 | herring | Eastgate |\n| Gull | 05:40 | 19:30 | 2 | mackerel | Old Quay |",
    "### The log\n\n```\n06:00  wind SW 4, sea slight, a very long line that does not fit on any narrow telephone at all\n```",
    "![A winch](/media/lamp.png)",
)
_SENTENCES = (
    "On the {}. step of the quay stands a winch that nobody has turned since the ferry went over to Eastgate, and the"
    " rope on it is as old as the paper. The harbour master counts the boats in the morning and again when the lamp is"
    " lit; what he counts he writes down, and what he writes down stands here."
)


def _pictures(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, width, height in (("quay.png", 1200, 800), ("mole.png", 800, 1000), ("lamp.png", 160, 120)):
        (folder / name).write_bytes(png(width, height))


def png(width: int, height: int) -> bytes:
    """A sea under a sky, in 16 steps of grey, grained, so that it weighs what a picture weighs."""
    grain = [int(4 * (1 + sin(n * n))) for n in range(997)]
    rows = (
        b"\0" + bytes((y * 247 // height + grain[(x * y + x) % 997]) & 0xF0 for x in range(width))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said)) for kind, said in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


# ── As many of its pages as it takes ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Sample:
    """A page that was chosen, and what it shows that none before it did."""

    path: str
    template: str
    shows: tuple[str, ...]


def planned(root: Path) -> list[Planned]:
    """Every page of the site that is HTML."""
    looks = publish.looks_of(root, site.load(root))
    copied, _ = assets(root, looks)
    sights = album.sights(album.look(album.of(copied), {}).known)
    archive = replace(publish.read(root, copied=copied, tongue=looks.tongue), pictures=sights)
    found = (kind.page(archive, path) for kind in PAGE_TYPES for path in kind.paths(archive) if path.endswith(".html"))
    sources = Sources(root, archive.site)
    return [with_pictures(page, sources, archive) if page.body_of else page for page in found if page]


def samples(pages: Sequence[Planned]) -> tuple[Sample, ...]:
    """Of each layout and each shape of address a page; and of each field of its view, and of each field of what
    stands there, a page that has it and one that has not. So a page type or a field that is added later is covered
    without being named here."""
    left = {page.path: frozenset(_features(page)) for page in pages}
    templates = {page.path: page.template for page in pages}
    small = [page.path for page in sorted(pages, key=lambda page: (len(str(page.view)), page.path))]
    missing = set().union(*left.values())
    chosen = []
    while missing:
        path = max(small, key=lambda path: len(left[path] & missing))
        chosen.append(Sample(path, templates[path], tuple(sorted(left[path] & missing))))
        missing -= left[path]
    return tuple(sorted(chosen, key=lambda sample: (sample.template, sample.path)))


def _features(page: Planned) -> Iterator[str]:
    yield f"{page.template} at {_shape(page.path)}"
    yield from (f"{page.template} {said}" for said in _fields(page.view))


def _shape(path: str) -> str:
    """`2020/11/18/quake.html` → `0000/00/00/*.html`."""
    parts = [re.sub(r"\d", "0", part) for part in path.removesuffix(".html").split("/")]
    return "/".join(part if re.fullmatch(r"[0-]+|index", part) else "*" for part in parts)


def _fields(view: object, above: str = "") -> Iterator[str]:
    names = getattr(view, "_fields", None) or [field.name for field in dataclasses.fields(view)]  # type: ignore[arg-type]  # no tuple, so a dataclass
    for name in names:
        value = getattr(view, name)
        yield f"{above}{name}: {'some' if value else 'none'}"
        inside = value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,)
        for one in inside if not above else ():
            if hasattr(one, "_fields") or dataclasses.is_dataclass(one):
                yield from _fields(one, f"{name}.")
