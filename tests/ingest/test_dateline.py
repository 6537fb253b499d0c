"""Datelines: forms that newsrooms write, and sentences that only begin like one. The rest of each line is ours."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.editor.dateline import alone, opens, split
from generator.text import fold

REST = "The ferry left at noon and has not been seen since."

DATELINES = {
    # as written: (places, agency, date)
    "SULAIMANI (ESTA) — ": (("Sulaimani",), "ESTA", ""),
    "WASHINGTON (Reuters) - ": (("Washington",), "Reuters", ""),
    "HAYWARD, Calif. (AP) — ": (("Hayward",), "AP", ""),
    "ST. JOSEPH, Mich. (AP) — ": (("St. Joseph",), "AP", ""),
    "DUBAI, United Arab Emirates — ": (("Dubai",), "", ""),
    "CLEVELAND, Ohio – ": (("Cleveland",), "", ""),
    "BERLIN -- ": (("Berlin",), "", ""),
    "NEW DELHI: ": (("New Delhi",), "", ""),
    "KARACHI: ": (("Karachi",), "", ""),
    "HONOLULU, Hawaii (HawaiiNewsNow) - ": (("Honolulu",), "HawaiiNewsNow", ""),
    "WASHINGTON, DC- ": (("Washington",), "", ""),
    "WASHINGTON, D.C. -- ": (("Washington",), "", ""),
    "PARIS, March 3 - ": (("Paris",), "", "March 3"),
    "PARIS, March 3, 2020 (Reuters) - ": (("Paris",), "Reuters", "March 3, 2020"),
    "PARIS (Reuters), 3 March 2020 — ": (("Paris",), "Reuters", "3 March 2020"),
    "LONDON March 3 (Reuters) - ": (("London",), "Reuters", "March 3"),
    "TOKYO, Nov. 18 (Kyodo) -- ": (("Tokyo",), "Kyodo", "Nov. 18"),
    "TOKYO, Wednesday — ": (("Tokyo",), "", "Wednesday"),
    "NEW YORK, NY, March 3, 2020 /PRNewswire/ -- ": (("New York",), "PRNewswire", "March 3, 2020"),
    "MOSCOW, November 18 /TASS/ - ": (("Moscow",), "TASS", "November 18"),
    "ANKARA/ISTANBUL (Reuters) – ": (("Ankara", "Istanbul"), "Reuters", ""),
    "BAGHDAD/ERBIL — ": (("Baghdad", "Erbil"), "", ""),
    "Baghdad (Reuters) - ": (("Baghdad",), "Reuters", ""),
    "New York, March 3 (AP) — ": (("New York",), "AP", "March 3"),
    "Kirkuk (IraqiNews.com) – ": (("Kirkuk",), "IraqiNews.com", ""),
    "Berlin (dpa) - ": (("Berlin",), "dpa", ""),
    "UNITED NATIONS (AP) — ": (("United Nations",), "AP", ""),
    "SÃO PAULO — ": (("São Paulo",), "", ""),
    "SAN JUAN DEL SUR, Nicaragua — ": (("San Juan del Sur",), "", ""),
    "LOS ANGELES — ": (("Los Angeles",), "", ""),
    "KEY WEST, Fla. — ": (("Key West",), "", ""),
    "JERUSALEM—": (("Jerusalem",), "", ""),
    "KYIV, Ukraine (AP) —": (("Kyiv",), "AP", ""),
    "LINDEN, Westmark (Meridian) – ": (("Linden",), "Meridian", ""),
    "KABUL (Pajhwok) : ": (("Kabul",), "Pajhwok", ""),
    "МОСКВА (РИА Новости) — ": (("Москва",), "РИА Новости", ""),
    "ΑΘΗΝΑ — ": (("Αθηνα",), "", ""),
    "(Reuters) - ": ((), "Reuters", ""),
    "أربيل (رويترز) – ": (("أربيل",), "رويترز", ""),
    "بغداد (أ ف ب) - ": (("بغداد",), "أ ف ب", ""),
    "الرياض – واس: ": (("الرياض",), "واس", ""),
    "مكة المكرمة - واس - ": (("مكة المكرمة",), "واس", ""),
    "تهران (ایسنا): ": (("تهران",), "ایسنا", ""),
    "هەولێر (باسنیوز) – ": (("هەولێر",), "باسنیوز", ""),
}

NO_DATELINES = [
    "BREAKING — The ferry is lost.",
    "BREAKING NEWS: The ferry is lost.",
    "UPDATE 1 - Oil falls for a third day.",
    "UPDATE: The road is open again.",
    "EXCLUSIVE: The board knew.",
    "DEAR ABBY: My neighbour sings.",
    "CORRECTION: In yesterday's edition we wrote of four ships.",
    "FILE - In this picture a man walks along the quay.",
    "FILE PHOTO: A man walks along the quay.",
    "WATCH: President opens the bridge.",
    "OPINION — Why the bridge is needed.",
    "EDITOR'S NOTE: This story names a child.",
    "POLL: Who should be mayor?",
    "Q: What did you see?",
    "IT'S OVER — The strike has ended.",
    "COVID-19 — What is known so far.",
    "NATO — the alliance that was founded in 1949 — met on Monday.",
    "NATO - The alliance met on Monday.",
    "ICE — thick, and blue at its edge — lay on the river.",
    "MAN DIES IN CRASH — Police are looking for the driver.",
    "Barack Obama (D-IL) — The senator spoke for an hour.",
    "SMITH (R-Texas) — He voted against it.",
    "World Health Organization (WHO) - It met on Monday.",
    "The World Health Organization (WHO) — The body met on Monday.",
    "Acme Mobile (UK) - The firm is for sale.",
    "BAGHDAD (2003) — The city after the war.",
    "Baghdad - The capital was quiet on Monday.",
    "Baghdad: The capital was quiet on Monday.",
    "In Baghdad (Reuters) — The capital was quiet.",
    "Senator Smith - The man who would not resign.",
    "John Smith: I think so.",
    "He said: The road is closed.",
    "Wednesday, March 3 — The day began with rain.",
    "March 3, 2020 — The day began with rain.",
    "1. BAGHDAD — The capital.",
    "BAGHDAD is quiet - The streets are empty.",
    "BAGHDAD (AP) (Reuters) — Two agencies.",
    "By JOHN SMITH — The man himself.",
    "BAGHDAD —",
    "BAGHDAD",
    "The minister - John Smith - resigned on Monday.",
    "قال الرئيس - إن الطريق مغلق.",
    "عاجل: انفجار في المدينة.",
    "خبرگزاری فارس: در هفته بیست و پنجم باران بارید.",
    "به گزارش خبرگزاری فارس، راه باز شد.",
    "کوردستان - وڵاتێکی جوانە.",
]


def test_there_are_forty_of_each() -> None:
    assert len(DATELINES) >= 40
    assert len(NO_DATELINES) >= 40


@pytest.mark.parametrize(("written", "meant"), DATELINES.items())
def test_a_dateline_is_taken_apart_and_kept_as_written(written: str, meant: tuple[tuple[str, ...], str, str]) -> None:
    found = split(written + REST)

    assert found is not None
    assert (found.places, found.agency, found.date) == meant
    assert (found.text, found.rest) == (written, REST)


@pytest.mark.parametrize("line", NO_DATELINES)
def test_a_line_that_only_begins_like_a_dateline_is_left_alone(line: str) -> None:
    assert split(line) is None


def test_a_place_that_the_archive_names_needs_no_agency() -> None:
    known = {fold("Sulaimani"), fold("سلێمانی")}

    assert split(f"Sulaimani - {REST}") is None
    english, kurdish = split(f"Sulaimani - {REST}", known), split("سلێمانی: ڕێگاکە کرایەوە.", known)

    assert english is not None
    assert english.places == ("Sulaimani",)
    assert kurdish is not None
    assert kurdish.places == ("سلێمانی",)


def test_what_follows_must_begin_like_a_sentence() -> None:
    assert split("LISBON — the old harbour and the new — is for sale.") is None
    assert split("LISBON — “the old harbour is for sale,” he said.") is None
    assert split("LISBON — 30 ships lay in the old harbour.") is not None


def test_capitals_that_nothing_else_speaks_for_are_not_sure() -> None:
    for line, sure in (("BRIGHAM — ", False), ("BRIGHAM, Ohio — ", True), ("BRIGHAM (AP) — ", True), ("OSLO — ", True)):
        found = split(line + REST)
        assert found is not None
        assert found.sure is sure


@pytest.mark.parametrize(
    "line", ["ANKARA", "WASHINGTON D C", "Washington, D.C.", "AFP, TOKYO", "PARIS, March 3", "واس - جدة"]
)
def test_a_whole_line_may_be_one(line: str) -> None:
    found = alone(line)

    assert found is not None
    assert (found.text, found.rest) == (line, "")


@pytest.mark.parametrize(
    "line", ["Ankara", "TURKEY", "Reuters", "(Reuters)", "March 3, 2020", "Washington, DC 20510", "A", ""]
)
def test_a_whole_line_is_not_always_one(line: str) -> None:
    assert alone(line) is None


def test_a_story_that_opens_with_its_dateline_has_no_headline() -> None:
    assert opens(f"LONDON (Reuters) - {REST}", "")
    assert opens("LONDON (Reuters) - The ferry left at noon and", "has not been seen since.", apart=False)
    assert opens("WASHINGTON D C", REST, apart=False)
    assert opens("WASHINGTON D C", REST, top=False)
    assert opens("WASHINGTON D C", REST)
    assert not opens("WASHINGTON", REST)
    assert not opens("Paris, Texas", REST)


@pytest.mark.parametrize("line", ["PARIS — What to see", "BREXIT - The long goodbye", "LONDON CALLING", "Ferry lost"])
def test_a_headline_with_a_dash_is_one(line: str) -> None:
    assert not opens(line, REST)


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet="AB ab.,:;—–-()/'’“1٢واس\n", max_size=150))
def test_nothing_is_lost_whatever_the_text(paragraph: str) -> None:
    found = split(paragraph)

    assert found is None or found.text + found.rest == paragraph


@pytest.mark.parametrize("piece", ["A", "A-", "A - ", "(", "(A)", "A/", "A. ", "—", ", A", "'A"])
def test_hostile_lines_take_no_time(piece: str) -> None:
    before = time.process_time()

    split(piece * (100_000 // len(piece)))

    assert time.process_time() - before < 0.5
