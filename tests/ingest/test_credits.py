"""Bylines, captions and credits, each with its false friends."""

import time

import pytest

from generator.ingest.credits import byline, caption
from generator.model import Image

BYLINES = {
    "By Nora Field": (("Nora Field",), ""),
    "by Nora Field": (("Nora Field",), ""),
    "BY NORA FIELD": (("Nora Field",), ""),
    "By Nora Field and Tom O'Dea": (("Nora Field", "Tom O'Dea"), ""),
    "By NORA FIELD, TOM O'DEA and ANA DE SOUSA": (("Nora Field", "Tom O'dea", "Ana De Sousa"), ""),
    "By Nora Field, Tom Dean & Ana Sousa": (("Nora Field", "Tom Dean", "Ana Sousa"), ""),
    "By Nora Field, Staff Writer": (("Nora Field",), ""),
    "By Nora Field, CNN": (("Nora Field",), "CNN"),
    "By Nora Field | Harbour Gazette": (("Nora Field",), ""),
    "By Nora Field nora.field@example.org": (("Nora Field",), ""),
    "By Nora Field (nora@example.org)": (("Nora Field",), ""),
    "By Ludwig van Beeck": (("Ludwig van Beeck",), ""),
    "By J. R. Hartley": (("J. R. Hartley",), ""),
    "By: Nora Field": (("Nora Field",), ""),
    "Written by Nora Field": (("Nora Field",), ""),
    "By REUTERS": ((), "REUTERS"),
    "By Associated Press": ((), "Associated Press"),
    "By Staff Reporter": ((), ""),
    "By Our Harbour Correspondent": ((), ""),
    "Von Vera Winter": (("Vera Winter",), ""),
    "von Vera Winter und Jan Sommer": (("Vera Winter", "Jan Sommer"), ""),
    "Author: Nora": (("Nora",), ""),
    "بقلم: سلمى النجار": (("سلمى النجار",), ""),
    "نووسەر: ئارام": (("ئارام",), ""),
}
NO_BYLINES = [
    "By Friday",
    "By Friday Morning",
    "By Popular Demand",
    "By Land and Sea",
    "By Any Means",
    "By March 3, 2020",
    "By the time he came home the door was locked.",
    "By Friday the council had voted.",
    "By Nora",
    "Byron Field",
    "By Nora Field the bridge was called a marvel, and it was one.",
    "von dem Berge kam er zurück",
    "بقلم سلمى النجار ومعها كثيرون",
]


@pytest.mark.parametrize(("line", "said"), BYLINES.items())
def test_a_byline_names_its_authors(line: str, said: tuple[tuple[str, ...], str]) -> None:
    found = byline(line)

    assert found is not None
    assert (found.authors, found.agency) == said


@pytest.mark.parametrize("line", NO_BYLINES)
def test_a_line_that_begins_with_by_is_not_yet_a_byline(line: str) -> None:
    assert byline(line) is None


CAPTIONS = {
    "The quay at dawn. (Reuters)": ("The quay at dawn.", "Reuters"),
    "The quay at dawn (Reuters).": ("The quay at dawn", "Reuters"),
    "The quay at dawn. (AP Photo/Nora Field)": ("The quay at dawn.", "AP Photo/Nora Field"),
    "The quay at dawn. [Getty Images]": ("The quay at dawn.", "Getty Images"),
    "The quay at dawn. (Photo courtesy of the museum)": ("The quay at dawn.", "Photo courtesy of the museum"),
    "FILE PHOTO: The quay at dawn. REUTERS/Nora Field": ("The quay at dawn.", "REUTERS/Nora Field"),
    "The quay at dawn. REUTERS/Nora Field": ("The quay at dawn.", "REUTERS/Nora Field"),
    "Photo: Nora Field / AP": ("", "Nora Field / AP"),
    "Photo by Nora Field": ("", "Nora Field"),
    "(Photo: Nora Field)": ("", "Nora Field"),
    "Picture: The quay at dawn, seen from the mole. (AFP)": ("The quay at dawn, seen from the mole.", "AFP"),
    "Picture: The quay at dawn, seen from the mole.": ("The quay at dawn, seen from the mole.", ""),
    "Foto: Jan Sommer/dpa": ("", "Jan Sommer/dpa"),
    "Symbolbild (Foto: Jan Sommer/dpa)": ("Symbolbild", "Foto: Jan Sommer/dpa"),
    "© Nora Field / AFP": ("", "Nora Field / AFP"),
    "The quay at dawn, April 2019. © Gull Pictures": ("The quay at dawn, April 2019.", "Gull Pictures"),
    "عکس: رضا نوری": ("", "رضا نوری"),
    "الميناء عند الفجر. (رويترز)": ("الميناء عند الفجر.", "رويترز"),
}
NO_CAPTIONS = [
    "It was declared by the World Health Organization (WHO)",
    "The bank lost money last year (see chart)",
    "He was born in Lisbon (1950)",
    "He said so (file)",
    "He asked for a picture of the harbour and got none.",
    "Police said the man was 40. (Reporting by Nora Field; Editing by Tom Dean)",
    "(Reuters)",
    "The quay at dawn. (Harbour Gazette)",  # on no list, and no dateline below
    "© 2020 The Harbour. All rights reserved.",
]


@pytest.mark.parametrize(("paragraph", "said"), CAPTIONS.items())
def test_a_caption_gives_its_credit_away(paragraph: str, said: tuple[str, str]) -> None:
    assert caption(paragraph) == Image(caption=said[0], credit=said[1])


@pytest.mark.parametrize("paragraph", NO_CAPTIONS)
def test_parentheses_alone_make_no_caption(paragraph: str) -> None:
    assert caption(paragraph) is None


def test_above_a_dateline_an_unknown_credit_is_believed() -> None:
    found = caption("The quay at dawn, October 3, 2009. (Gull Pictures)", above_dateline=True)

    assert found == Image(caption="The quay at dawn, October 3, 2009.", credit="Gull Pictures")
    assert caption("The bank lost money last year. (see chart)", above_dateline=True) is None


@pytest.mark.parametrize("piece", ["By A ", "A, ", "a@", "@a", "(", "(a)", "Photo: ", ". a/", "[email "])
def test_hostile_lines_take_no_time(piece: str) -> None:
    before = time.process_time()

    for length in (139, 499, 100_000):
        text = (piece * length)[:length]
        byline(text)
        byline(f"By {text}"[:139])
        caption(text)

    assert time.process_time() - before < 0.5
