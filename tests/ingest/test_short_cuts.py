"""Each short cut of ingest says what the plain function says that it stands before."""

import base64
import dataclasses
import hashlib
import re
import unicodedata
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import fields, ingest, paths
from generator.ingest import copies, pile, sources, to_markdown
from generator.ingest.articles import short
from generator.ingest.editor import captions, ends, furniture, kickers, lines, pieces, reading, recurring, runs, said
from generator.ingest.learned import SHORT, Learned, fingerprint
from generator.ingest.readers import mend
from generator.ingest.record import Record
from generator.model import Meta, SiteConfig, Source, Withdrawal
from generator.text import _key_letter, fold, fold_letter, letter_by_letter, squeeze
from generator.yamlsafe import Plain

LETTERS = "aZ0 .,'_ßÉéİıΣσςẞłø’“–كيەێ\u0301\u200c\xad\U0001d400Ⅳﬁ\ud800"
MIXED = st.text(st.one_of(st.sampled_from(LETTERS), st.characters()), max_size=40)
BROKEN = st.text(
    st.sampled_from("ab éüß’“—€™\xa0\xad\t\n\r\x0c\x1f\x7f\x85â€™Ã©طظ\u0301\u0344\u2028\u200b\u200c\u212bÅ")
)


@given(MIXED)
@example("ΟΔΟΣ")
@example("İstanbul ﬁn")
def test_letters_are_changed_as_one_by_one(text: str) -> None:
    plain = "".join(map(fold_letter, text.lower()))
    assert letter_by_letter(text, fold_letter) == plain
    assert letter_by_letter(text, _key_letter) == "".join(map(_key_letter, text.lower()))


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz0123456789 ")
def test_small_letters_need_no_change(letter: str) -> None:
    assert fold_letter(letter) == letter
    assert fold(letter) == letter.strip()


@given(BROKEN)
@example("cafÃ© " * 9)
@example("è" * 30)
@example("ÇáÓáÇã Úáíßã æÑÍãÉ Çááå æÈÑßÇÊå")
def test_sound_text_has_nothing_to_mend(text: str) -> None:
    if mend._is_sound(text):
        assert mend._clean(mend._unscrambled(text)) == text
        assert unicodedata.normalize("NFC", text) == text


def test_most_western_texts_are_sound() -> None:
    assert mend._is_sound("“Größe” – l’été, 5 €\n\tœuvre")
    assert not any(map(mend._is_sound, ["e\u0301", "â€™", "a\r\nb", "\x85", "\u200b", "\u212b", "السلام", "ÿ" * 30]))


@given(st.text(max_size=30))
def test_ids_are_letters_of_base32(identity: str) -> None:
    seed = hashlib.sha256(identity.encode(errors="surrogateescape")).digest()
    assert short(identity) == base64.b32encode(seed[:10]).decode().lower()[:10]


def test_a_copy_has_the_fields_that_are_named() -> None:
    record = Record("content/raw/a.txt", sha256="1", wrote=(("title", "2"),))
    assert copies.of(Record)(record, item=3, wrote=()) == dataclasses.replace(record, item=3, wrote=())
    assert copies.of(Meta)(Meta(title="A"), id="b") == Meta(title="A", id="b")
    with pytest.raises(TypeError, match="Record has no field 'colour'"):
        copies.of(Record)(record, colour="red")


@given(st.text(st.sampled_from("0126789-/. jan٢crawl"), max_size=40))
@example("2019/05/a.txt")
@example("1650/05/a.txt")
@example("crawl-20190501/a.txt")
@example("web/20210501120000id_/a")
def test_a_path_without_a_year_tells_no_date(path: str) -> None:
    found = sources.hints(sources.Source("a", path), None, sources.Path("/"))
    dates = [hint.rule for hint in found]
    assert ("path" in dates, "crawl path" in dates) == (bool(paths.date(path)), bool(paths.fetched(path)))


@given(st.text(st.sampled_from("٣1. )-*_#>+:~a"), max_size=8))
@example("~~~")
@example("-")
@example("* a")
@example("__")
@example("# a")
@example("> a")
@example("+ a")
@example(": a")
@example("٣. a")
def test_what_opens_a_block_begins_with_one_of_few(line: str) -> None:
    if to_markdown._START.match(line):
        assert line[0] in to_markdown._OPENS or line[0].isdecimal()


@given(
    st.text(st.sampled_from("a B(.)[] F"), min_size=5, max_size=30).map(str.strip).filter(lambda text: len(text) > 4)
)
def test_credits_in_brackets_close_at_the_end(paragraph: str) -> None:
    if captions._in_brackets(paragraph)[1]:
        assert ")" in paragraph[-3:] or "]" in paragraph[-3:]
    assert paragraph[0] in "([" or not paragraph.strip(".") or captions._unbracketed(paragraph) == paragraph


METAS = st.builds(
    Meta,
    title=st.sampled_from(["", "A", "B"]),
    tags=st.sampled_from([(), ("A",)]),
    featured=st.booleans(),
    source=st.sampled_from([Source(), Source(url="u"), Source(file="f", url="v")]),
)


@given(METAS, METAS)
def test_news_are_the_fields_that_are_filled_anew(meta: Meta, said: Meta) -> None:
    nothing = Meta()
    names = [f.name for f in dataclasses.fields(Meta) if f.name != "source"]
    new = [n for n in names if getattr(said, n) != getattr(nothing, n) and getattr(meta, n) == getattr(nothing, n)]
    inner = [f.name for f in dataclasses.fields(Source)]
    new += [f"source.{n}" for n in inner if getattr(said.source, n) and not getattr(meta.source, n)]
    assert reading._news(meta, said) == new


def test_what_is_read_once_is_what_is_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles and ledger are the same, however many raw files are kept between the two looks at them."""
    looks: list[Path] = []
    read = sources.read
    monkeypatch.setattr(sources, "read", lambda path: (looks.append(path), read(path))[1])
    made = {}
    for room in (0, 300, 10**9):
        monkeypatch.setattr(pile, "_KEPT", room)
        root = tmp_path / str(room)
        _write_raw(root / "content" / "raw")
        assert len(ingest.run(root, SiteConfig("The Harbour Gazette")).items) == 27
        found = {path.relative_to(root): path for path in (root / "content").rglob("*")}
        made[room, len(looks)] = {name: path.read_bytes() for name, path in found.items() if path.is_file()}
        looks.clear()
    twice, partly, once = made.values()
    assert list(made) == [(0, 54), (300, 51), (10**9, 29)]  # what cannot be read at all is looked at again
    assert twice == partly == once
    assert any(b"\ndate: 2020-11-24\n" in content for content in once.values())  # hints reach an item that was kept


def _write_raw(raw: Path) -> None:
    raw.mkdir(parents=True)
    (raw / "empty.txt").write_text(" \n")
    (raw / "broken.txt").write_bytes(b"\0\1\2" * 40)
    (raw / "wide.txt").write_bytes("Höhe über Null\n\nDer Rat tagt am Montag in der Stadt.\n".encode("utf-16"))
    for n in range(24):
        lines = (f"The harbour of ship {n}", "By Nora Field", f"Ship {n} &amp; its crew sailed.", "12 Shares", "")
        (raw / f"2020-11-{n + 1:02}.txt").write_bytes("\r\n\r\n".join(lines).encode())


def _plain_runs() -> re.Pattern[str]:
    """What `runs.RUN` finds, said in the order in which it is read."""
    upper, link = runs._UPPER, runs._LINK
    plain = rf"(?:[^\W_]+|['’&-][^\W_]+)(?:['’&-][^\W_]+){{0,6}}(?:['’](?= {upper})|\.(?<=\b[SFM]t\.))?"
    tail = rf"(?:{plain}|(?:\.{upper}){{0,3}}(?:\.|(?!\w)))"
    return re.compile(rf"{upper}(?<!\w.){tail}(?: {link}{{0,2}}(?:d['’]|[ae][lnrsdz]-)?{upper}{tail}){{0,9}}")


PLAIN_RUNS = _plain_runs()
PARTS = [*"ABÉŁ", *"ab’'&-. ,_1é\n", " St.", " of ", " the ", " d’", " al-", " de la ", "U.S."]
NAMED = st.lists(st.sampled_from(PARTS)).map("".join)


@given(NAMED)
@example("Port of the Sellan, Abd al-Rahman d’Arc and de la Cruz of Of St. A’B’C’D’E’F’G’H’I")
@example("Members’ Hall U.S. J. Müller-Ost A & B AT&T d’ Ost de la d’Ost")
def test_runs_of_capitals_are_the_plain_ones(text: str) -> None:
    assert [run.span() for run in runs.RUN.finditer(text)] == [run.span() for run in PLAIN_RUNS.finditer(text)]


@given(st.lists(st.sampled_from(["LONDON, March 3 (Reuters)", "PARIS", "A, B, C", "(AP)", "Paris, Wednesday", "x"])))
def test_pieces_of_a_dateline_may_be_asked_for_twice(texts: list[str]) -> None:
    for text in texts:
        assert pieces.apart(text) == pieces.apart.__wrapped__(text)


METAS = st.builds(
    Meta,
    id=st.sampled_from(["", "a", "true"]),
    featured=st.booleans(),
    place=st.sampled_from([(), ("Paris",), ("Paris", "London")]),
    source=st.builds(Source, also=st.sampled_from([(), ("raw/a.txt",)])),
    withdrawn=st.sampled_from([None, Withdrawal(), Withdrawal(reason="a")]),
    extra=st.sampled_from([(), (("a", "2020"),), (("a", Plain("2020")),)]),
)


@given(st.lists(METAS, max_size=6))
def test_what_is_written_may_be_asked_for_twice(metas: list[Meta]) -> None:
    for meta in chain.from_iterable(zip(metas, metas, strict=True)):
        assert fields.written(meta) == fields.written.__wrapped__(meta)


@given(
    st.lists(st.sampled_from([*"|•·–—/ 1", "By ", "Photo ", "fotos", " by ", " von ", "Reuters: ", "AP"])).map("".join)
)
@example("Nora Field PHOTOS by Jan Sommer")
def test_a_line_without_the_signs_of_parts_has_one(line: str) -> None:
    assert said._parted(line) == said._PARTS.split(line)


HEADS = [
    "Photo: Nora Field",
    "Correction: The quay is old.",
    "Photos: Summer Fair",
    "© Gull Pictures",
    "The quay at dawn",
]


@given(st.lists(st.sampled_from(HEADS)))
def test_what_stays_above_a_headline_may_be_asked_twice(texts: list[str]) -> None:
    for text in texts + texts:
        assert kickers.stays(text) == kickers.stays.__wrapped__(text)


def plain_lines(text: str) -> tuple[lines.Line, ...]:
    """The lines of a text, whose blanks are folded whether there are any to fold or not."""
    rows = text.split("\n")
    filled = sum(1 for row in rows if row.strip())
    if "   " not in text and "\xa0\xa0" not in text:
        pieces = lines._whole
    elif filled <= lines._FEW:
        pieces = lines._single if filled == 1 else lines._scraped
    else:
        pieces = lines._parted if lines._breaks(rows) else lines._whole
    return tuple(lines._lines(lines._Layout(rows, squeeze, pieces)))


BLANKS = [c for c in map(chr, range(0x10000)) if c.isspace()]
SPACED = [*BLANKS, "  ", "   ", "\xa0\xa0", "\t\t\t", "a", "é", "Is it? ", "It is a long sentence of the story. " * 5]


@given(st.lists(st.one_of(st.sampled_from(SPACED), st.sampled_from(["\n", "b", " c"])), max_size=16).map("".join))
@example("It is a long sentence of the story. " * 9 + "   And another.\n\nThird.")
@example("It is a long sentence of the story " * 9 + "   and more.\n\nSecond.\n\nThird.")
def test_blanks_are_folded_where_there_are_any(text: str) -> None:
    assert lines.split(text) == plain_lines(text)


@pytest.mark.parametrize("blank", sorted({*BLANKS} - {"\n"}))
def test_every_blank_is_folded(blank: str) -> None:
    for text in (f"a{blank}b", f"é{blank}b"):
        assert lines.split(text) == plain_lines(text)


RECURRING = ["Share", "By Reuters", "Method", "She said.", "Read more of what we print", "Monday", "12 Shares", "1"]
PRINTED = [*RECURRING, "The council of the harbour town met on Monday and voted on the dues.", "Ferries stop for a day"]


def plainly_recurring(rows: tuple[lines.Line, ...], gone: dict[int, str], learned: Learned) -> dict[int, str]:
    """What `recurring.find` finds, without a look whether there is anything to find."""
    prints = [fingerprint(line.text) for line in rows]
    short = {i for i, line in enumerate(rows) if len(line.text) <= SHORT and i not in gone}
    often = {i for i in short if prints[i] in learned.often}
    ends = furniture.outside(rows)
    found = {i for i in often if i in ends or recurring._printed(rows[i].text)}
    kinds = {i for i in found if prints[i] not in learned.always}
    rest = [i for i in range(len(rows)) if i not in gone and i not in often]
    found -= recurring._own(rows, rest, kinds, ends)
    left = [i for i in sorted(found) if not recurring._speaks.__wrapped__(rows[i].text)]
    heading = recurring._heading(rows, gone)
    own = {i for i in left[:1] if i == heading and prints[i] not in learned.always}
    return {i: recurring.OFTEN for i in left if i not in own}


@given(
    st.lists(st.sampled_from(PRINTED), min_size=1, max_size=14),
    st.sampled_from(["\n", "\n\n"]),
    st.sets(st.sampled_from(RECURRING)),
    st.sets(st.sampled_from(RECURRING)),
    st.sets(st.integers(0, 13)),
)
@example(["Method", PRINTED[8]], "\n\n", {"Method"}, set(), set())
@example([PRINTED[9], "Method", PRINTED[9]], "\n\n", {"Method"}, set(), set())
def test_what_recurs_is_found_as_if_all_were_looked_at(
    texts: list[str], gap: str, often: set[str], always: set[str], cut: set[int]
) -> None:
    rows = lines.split(gap.join(texts))
    gone = {i: "rule" for i in cut if i < len(rows)}
    learned = Learned(frozenset(map(fingerprint, often | always)), frozenset(map(fingerprint, always)))
    assert recurring.find(rows, gone, learned) == plainly_recurring(rows, gone, learned)


MARKS = [
    "REUTERS",
    "Reuter",
    "# # #",
    "-30-",
    "– end –",
    "(ENDS)",
    "Enditem",
    "// انتهى //",
    "12:30 ت م",
    "(النهاية)",
    "a",
]


@given(st.lists(st.sampled_from([*MARKS, *" .-–#()/\n"])).map("".join))
def test_no_mark_ends_in_a_full_stop_without_a_parenthesis(text: str) -> None:
    assert ")" in text or ends._GLUED.search(f"{text}.") is None
