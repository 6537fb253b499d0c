"""The head of a story: headline, kicker, deck, who and when, each with look-alikes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import Location
from generator.ingest.extract import Vocabulary, extract
from generator.model import Draft, Hint, Meta, RawItem, SiteConfig

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "lines" / "headlines.yaml").read_text(encoding="utf-8")
)
FRIENDS = [case for case in CASES if "friend" in case]
GERMAN = [
    "Der Rat der Stadt hat am Dienstag beschlossen, dass die Brücke über den Fluss nicht gesperrt wird.",
    "Das hat eine Sprecherin der Verwaltung mit Blick auf die Kosten gesagt, und mehr sagte sie nicht.",
]
STORY = [
    "The board of the upper river said on Tuesday that seventeen grain ships were waiting at the locks.",
    "It has never closed the river in peacetime, a spokesman said, and it does not mean to begin now.",
]


def read(head: str, *story: str, publisher: str = "", hints: tuple[Hint, ...] = ()) -> Draft:
    text = "\n\n".join([head.rstrip("\n"), *(story or STORY)])
    site = SiteConfig(title="A", publisher=publisher)
    return extract(RawItem(Location("a.txt"), "text/plain", text.encode(), hints), Vocabulary.of(site))


def body(found: Draft) -> list[str]:
    return [block.text for block in found.blocks]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["head"])
def test_every_line_of_a_head_says_its_own(case: dict[str, Any]) -> None:
    found = read(case["head"], publisher=case.get("publisher", ""))
    meta = found.meta

    dates = {"date": meta.date, "updated": meta.updated}
    seen: dict[str, object] = {name: date.text for name, date in dates.items() if date}
    seen |= {name: value for name in ("title", "kicker", "deck") if (value := getattr(meta, name))}
    seen |= {"authors": list(meta.authors)} if meta.authors else {}
    assert seen == {
        name: case[name] for name in ("title", "kicker", "deck", "date", "updated", "authors") if name in case
    }
    assert body(found)[-2:] == STORY
    assert "title" not in dict(meta.inferred)
    assert " ".join(cut.text for cut in found.furniture if cut.rule == "slug of a wire") == case.get("slug", "")


@pytest.mark.parametrize("case", FRIENDS, ids=lambda case: case["friend"])
def test_look_alikes_are_headlines_and_stories(case: dict[str, Any]) -> None:
    found = read(case["friend"], publisher=case.get("publisher", ""))

    assert found.meta.title == case["friend_title"]
    assert (found.meta.kicker, found.meta.deck, found.meta.date, found.meta.authors) == ("", "", None, ())
    assert body(found) == [*case.get("stays", ()), *STORY]


@pytest.mark.parametrize("line", ["03.05.2018", "Stand: 03.05.2018", "Von Karl Weber, Linden, 3.5.2018"])
def test_a_day_with_dots_begins_with_its_day_but_in_english(line: str) -> None:
    german = read(f"Die Brücke bleibt offen\n{line}", *GERMAN)
    assert german.meta.date is not None
    assert (german.meta.date.text, body(german)) == ("2018-05-03", GERMAN)

    english = read(f"The bridge stays open\n{line.replace('Von', 'By')}", *STORY)
    assert (english.meta.date, body(english)) == (None, STORY)
    assert english.meta.authors == german.meta.authors


@pytest.mark.parametrize(
    "below", ["Special to the Gazette", "Our reporter on the river.", "The ships of the upper river,"]
)
def test_not_all_that_stands_below_a_byline_is_a_headline(below: str) -> None:
    found = read(f"By Nora Field\nMarch 3, 2020\n\n{below}")

    assert dict(found.meta.inferred)["title"] == "first sentence"
    assert body(found) == [below, *STORY]


def test_no_point_of_a_list_of_highlights_is_the_headline() -> None:
    found = read("Story highlights\nSeventeen ships wait at the locks\nNobody knows for how long")

    assert dict(found.meta.inferred)["title"] == "first sentence"
    assert body(found) == ["Seventeen ships wait at the locks", "Nobody knows for how long", *STORY]


def test_a_picture_above_the_headline_is_kept() -> None:
    assert [image.credit for image in read("Photo: Carl Dow\n\nShips wait at the locks").meta.images] == ["Carl Dow"]


def test_a_dateline_alone_in_a_script_without_capitals_is_no_headline() -> None:
    story = "پارێزگای سلێمانی ڕایگەیاند، سبەی پێنجشەممە پشووی فەرمییە لە هەموو دامودەزگا حکومییەکان."

    assert read("سلێمانی - دەنگ", story).meta.place == ("سلێمانی",)
    assert read("سلێمانی - دەنگی کرێکاران", story).meta.title == "سلێمانی - دەنگی کرێکاران"


def test_a_deck_stands_above_a_dateline() -> None:
    found = read("Ships wait at the locks", "Keepers strike over night shifts", f"LINDEN (ESTA) — {STORY[0]}", STORY[1])

    assert found.meta.deck == "Keepers strike over night shifts"
    assert found.meta.place == ("Linden",)
    assert body(found) == STORY


@pytest.mark.parametrize(
    "first",
    [
        "Two men",  # too short for a deck
        "These are the ships that wait:",
        "The quay at dawn, seen from the mole. (Gull Pictures)",
        "- Who is it that waits at the locks?",
    ],
)
def test_not_all_that_stands_above_a_dateline_is_a_deck(first: str) -> None:
    assert read("Ships wait at the locks", first, f"LINDEN (ESTA) — {STORY[0]}", STORY[1]).meta.deck == ""


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("PARIS (Reuters) - The tower was closed.", "LONDON (Reuters) - The bridge was open again.", "Paris"),
        ("Berlin (dpa) - Der Turm ist geschlossen.", "Hamburg (dpa) - Die Brücke ist wieder offen.", "Berlin"),
        ("القاهرة (رويترز) - أغلق البرج أمام الزوار.", "لندن (رويترز) - فتح الجسر من جديد.", "القاهرة"),
        ("PARIS — The tower was closed on Tuesday.", "LONDON — The bridge was open again.", "Paris"),
        ("KYIV, Feb. 24, 2022: I wake at five.", "KYIV, Feb. 25, 2022: We sleep in the cellar.", "Kyiv"),
        ("LINDEN (ESTA) — Seventeen ships wait.", "By Nora Field", "Linden"),
    ],
)
def test_a_first_paragraph_with_a_dateline_is_no_deck(first: str, second: str, place: str) -> None:
    found = read("Ships wait at the locks", first, second, *STORY)

    assert (found.meta.title, found.meta.deck, found.meta.place) == ("Ships wait at the locks", "", (place,))
    assert body(found)[0] == first.removeprefix(found.meta.dateline)
    assert found.meta.date is None or found.meta.date.text == "2022-02-24"


@pytest.mark.parametrize("note", ["Eds: UPDATES with quotes.", "EDS: Adds byline. With photos of the locks."])
def test_a_note_to_editors_is_cut(note: str) -> None:
    for head in ((note, "Ships wait at the locks"), ("Ships wait at the locks", note)):
        found = read(*head, f"LINDEN (ESTA) — {STORY[0]}", STORY[1])
        assert (found.meta.title, found.meta.deck, body(found)) == ("Ships wait at the locks", "", STORY)
        assert [(cut.rule, cut.text) for cut in found.furniture] == [("note of a wire", note)]


def test_editors_may_be_named_and_are_no_deck() -> None:
    found = read("Ships wait at the locks", "Eds: Tom Dean and others of the board", f"LINDEN (ESTA) — {STORY[0]}")
    assert (found.meta.deck, body(found)[0]) == ("", "Eds: Tom Dean and others of the board")
    assert read("Eds of the paper wait", *STORY).meta.title == "Eds of the paper wait"


def test_two_paragraphs_above_a_byline_are_no_deck() -> None:
    found = read("Ships wait at the locks", *STORY, "By Nora Field", *STORY)
    assert found.meta.deck == ""
    assert body(found)[:2] == STORY


def test_a_story_of_one_paragraph_is_no_deck() -> None:
    found = read("Ships wait at the locks", "Seventeen of them lay in the river on Tuesday.", "Published: 3 March 2020")
    assert found.meta.deck == ""
    assert body(found) == ["Seventeen of them lay in the river on Tuesday."]


@pytest.mark.parametrize(
    "line", ["Published 3 March 2020, with two pictures of the quay", "Publié le 3 mars 2020, pour la seconde fois"]
)
def test_a_line_with_a_labelled_date_is_no_deck(line: str) -> None:
    found = read("Ships wait at the locks", line, "By Nora Field", *STORY)
    assert (found.meta.deck, body(found)[0]) == ("", line)

    book = "Published by nobody, a book finds its readers"
    assert read("Ships wait at the locks", book, "By Nora Field", *STORY).meta.deck == book


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("LONDON | Tue Mar 3, 2020 7:12am EST", "London"),
        ("Madrid 3 MAR 2020 - 20:04 CET", "Madrid"),
        ("Santiago de Chile, 3 de marzo de 2020", "Santiago de Chile"),
    ],
)
def test_a_place_beside_a_date_is_that_of_the_story_where_no_dateline_names_one(line: str, place: str) -> None:
    found = read("Ships wait at the locks", line, *STORY)
    assert (found.meta.place, found.meta.deck, body(found)) == ((place,), "", STORY)
    assert found.meta.date is not None
    assert found.meta.date.text.startswith("2020-03-03")

    found = read("Ships wait at the locks", line, f"LINDEN (ESTA) — {STORY[0]}", STORY[1])
    assert (found.meta.place, found.meta.deck, body(found)) == (("Linden",), "", STORY)
    assert found.meta.date is not None


@pytest.mark.parametrize(
    "times",
    [
        ("12:40 p.m.", "11:55 a.m."),
        ("3:45 p.m. EST", "1:10 p.m. EST"),
        ("14:20 Uhr", "13.05 Uhr"),
        ("14:20", "13:05"),
        ("14h20", "13h05"),
        ("3 p.m.", "2:30 p.m."),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_several_times_of_day_are_those_of_a_live_file(times: tuple[str, ...], gap: str) -> None:
    entries = [f"{time}{gap}{told}" for time, told in zip(times, STORY, strict=True)]
    found = read("Ships wait at the locks\n\nBy Nora Field", *entries)
    assert body(found) == [times[0], STORY[0], times[1], STORY[1]]
    assert (found.meta.authors, found.meta.date, found.furniture) == (("Nora Field",), None, ())


def test_one_time_of_day_is_that_of_the_page() -> None:
    found = read("Ships wait at the locks\n\n12:40 p.m.", *STORY)
    assert ([cut.text for cut in found.furniture], body(found)) == (["12:40 p.m."], STORY)

    table = ["12:40 p.m. Linden", "11:55 a.m.\n12:10 p.m.\n1:30 p.m."]
    assert body(read("Ships wait at the locks", *STORY, *table))[2:3] == table[:1]


def test_a_byline_in_small_letters_is_no_part_of_the_deck_above_it() -> None:
    deck = "Keepers strike over night shifts"
    found = read(f"Ships wait at the locks\n\n{deck}\nby Nora Field photographs by Tom Dean")
    assert (found.meta.deck, found.meta.authors, body(found)) == (deck, ("Nora Field",), STORY)

    found = read(f"Ships wait at the locks\n\n{deck}\nby order of the board\n\nBy Nora Field")
    assert found.meta.deck == f"{deck} by order of the board"


@pytest.mark.parametrize(
    ("slug", "date"), [("AP-NY-07-12-01 1823EDT", "2001-07-12"), ("AP-WX-03-03-96 0105EST<", "1996-03-03")]
)
def test_the_slug_below_a_story_says_when_it_was_sent(slug: str, date: str) -> None:
    found = read("Ships wait at the locks", *STORY, slug)
    assert found.meta.date is not None
    assert (found.meta.date.text, body(found)) == (date, STORY)


@pytest.mark.parametrize("slug", ["AP-NY-13-32-01 1823EDT", "AP-07-12-01", "AP-NY-07-12-01 was its number"])
def test_a_number_below_a_story_is_not_always_a_slug(slug: str) -> None:
    found = read("Ships wait at the locks", *STORY, slug)
    assert (found.meta.date, body(found)) == (None, [*STORY, slug])


def test_a_deck_over_two_lines_is_one() -> None:
    found = read(
        "Ships wait at the locks\n\nKeepers strike over night shifts,\nand nobody knows for how long\n\nBy Nora Field"
    )
    assert found.meta.deck == "Keepers strike over night shifts, and nobody knows for how long"
    assert body(found) == STORY


def test_a_kicker_stands_above_the_headline_that_a_sidecar_names() -> None:
    sidecar = Hint("sidecar", Meta(title="Ships wait"))
    found = read("POLITICS\n\nSHIPS WAIT", hints=(sidecar,))
    assert (found.meta.kicker, found.meta.title, body(found)) == ("POLITICS", "Ships wait", STORY)


def test_a_byline_may_be_the_first_line_where_the_headline_is_elsewhere() -> None:
    sidecar = Hint("sidecar", Meta(title="سفن تنتظر"))
    found = read("عمر إبراهيم – عين اليوم", publisher="عين اليوم", hints=(sidecar,))
    assert (found.meta.authors, body(found)) == (("عمر إبراهيم",), STORY)


def test_a_letter_of_several_sentences_is_no_headline() -> None:
    letter = "DEAR ABBY: My husband is never on time. What should I do? -- WAITING IN MAINE"
    assert body(read(letter, *STORY)) == [letter, *STORY]

    headline = "Sen. Tom Dean asks: Who pays? Nobody knows, says the board of the upper river"
    assert read(headline, *STORY).meta.title == headline


QUAY = "Harbour Lines Opens New Quay"


@pytest.mark.parametrize(
    ("head", "kicker"),
    [
        ("PRESS RELEASE\nFOR IMMEDIATE RELEASE\nContact: Nora Field, (202) 555-0142", "PRESS RELEASE"),
        ("PRESS RELEASE\n\nContact: Nora Field, (202) 555-0142\n", "PRESS RELEASE"),
        ("NEWS RELEASE\nMarch 3, 2020", "NEWS RELEASE"),
        ("Pressemitteilung\nZur sofortigen Veröffentlichung", "Pressemitteilung"),
        ("PRESS RELEASE\nEMBARGOED UNTIL 3 MARCH 2020", "PRESS RELEASE"),
        ("EMBARGOED UNTIL 3 MARCH 2020", ""),
        ("Strictly embargoed until 00:01 GMT, Tuesday 3 March 2020\n", ""),
        ("Sperrfrist: 3. März 2020, 10:00 Uhr", ""),
    ],
)
def test_what_a_press_office_prints_above_its_headline_is_none(head: str, kicker: str) -> None:
    found = read(f"{head}\n{QUAY}", *STORY)
    assert (found.meta.title, found.meta.kicker, body(found)) == (QUAY, kicker, STORY)
    assert found.meta.date is None or head.startswith("NEWS")


def test_the_title_of_a_sidecar_stands_below_the_label_of_a_press_release() -> None:
    sidecar = Hint("sidecar", Meta(title="Harbour Lines opens new quay"))
    found = read(f"PRESS RELEASE\nFOR IMMEDIATE RELEASE\n{QUAY}", *STORY, hints=(sidecar,))
    assert (found.meta.kicker, body(found)) == ("PRESS RELEASE", STORY)

    other = Hint("sidecar", Meta(title="A new quay"))
    assert read(f"PRESS RELEASE\nFOR IMMEDIATE RELEASE\n{QUAY}", *STORY, hints=(other,)).meta.kicker == ""


@pytest.mark.parametrize(
    "headline",
    [
        "Press release shocks town",
        "For immediate release of the ships: a plea",
        "Embargo until 2020 on grain",
        "Embargoed until the ice goes",
        "Zur sofortigen Veröffentlichung bestimmt war nichts",
    ],
)
def test_a_headline_may_tell_of_a_press_release(headline: str) -> None:
    found = read(headline, *STORY)
    assert (found.meta.title, found.meta.kicker, body(found)) == (headline, "", STORY)


@pytest.mark.parametrize("below", ["March 3, 2020", "March 3, 2020\n\nBy Nora Field"])
def test_without_another_headline_the_label_of_a_press_release_is_one(below: str) -> None:
    found = read(f"Press release\n\n{below}", *STORY)
    assert (found.meta.title, found.meta.kicker, body(found)) == ("Press release", "", STORY)


FILM = "The film is back in the cinemas of the city this week, forty years after it was made."


@pytest.mark.parametrize("headline", ["Paris, Texas", "بغداد", "PARIS", "SAN FRANCISCO"])
def test_a_place_that_stands_apart_above_its_story_is_a_headline(headline: str) -> None:
    found = read(headline, FILM, *STORY)
    assert (found.meta.title, found.meta.place, body(found)) == (headline, (), [FILM, *STORY])
    assert "title" not in dict(found.meta.inferred)


def test_above_a_dateline_a_place_is_a_headline() -> None:
    for gap in ("\n", "\n\n"):
        found = read(f"MINSK{gap}MINSK, 3 March 2020 (BelTA) – {STORY[0]}", STORY[1])
        assert (found.meta.title, found.meta.place, found.meta.agency) == ("MINSK", ("Minsk",), "BelTA")
        assert body(found) == STORY


@pytest.mark.parametrize(
    "head",
    [
        f"WASHINGTON D C\n{STORY[0]}",
        f"PARIS (Reuters)\n\n{STORY[0]}",
        f"PARIS, March 3, 2020\n\n{STORY[0]}",
        f"March 3, 2020\n\nPARIS\n\n{STORY[0]}",
    ],
)
def test_a_place_with_a_date_an_agency_or_its_story_right_below_is_a_dateline(head: str) -> None:
    found = read(head, STORY[1])
    assert found.meta.place in (("Paris",), ("Washington",))
    assert ("title" in dict(found.meta.inferred), body(found)) == (True, STORY)


def test_a_headline_in_capitals_may_begin_with_a_dateline_and_so_may_a_story() -> None:
    headline = "NEW YORK (AP) - SHIPS WAIT AT THE LOCKS OF THE UPPER RIVER AND NOBODY KNOWS WHY"
    found = read(headline, f"New York (AP) - {STORY[0]}", STORY[1])
    assert (found.meta.title, body(found)) == (headline, STORY)

    found = read(
        """\
        NEW YORK, MARCH 3 (REUTER) - SHIPS WAITED AT THE LOCKS ON TUESDAY
        AFTER KEEPERS STOPPED WORK OVER NIGHT SHIFTS, THE CANAL BOARD OF
        THE UPPER RIVER SAID IN A STATEMENT THAT IT SENT OUT AT NOON. THE
        BOARD HAS NEVER CLOSED THE RIVER IN PEACETIME, A SPOKESMAN SAID.""",
        "NOBODY KNEW HOW LONG THE SHIPS WOULD WAIT.",
    )
    assert (found.meta.place, found.meta.agency) == (("New York",), "REUTER")
    assert "title" in dict(found.meta.inferred)
