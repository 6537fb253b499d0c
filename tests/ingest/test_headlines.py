"""The headline above the story of a whole page, each case with a look-alike. The lines of the menu are every page's."""

import pytest

from generator.errors import Location
from generator.ingest.extract import extract
from generator.model import RawItem

STORY = [
    "The board of the upper river said on Tuesday that seventeen grain ships were waiting at the locks of Linden.",
    "It has never closed the river in peacetime, a spokesman said, and it does not mean to begin with that now.",
    "The keepers of the locks want two men at each gate, and they want them in the night shifts before all else.",
    "Nobody on the quay could say when the gates would open again, or who would pay the crews for their waiting.",
]
MENU = ["Sections", "World", "Harbour", "Weather", "Letters", "Tides", "Crews", "Maps", "Boats", "Fish", "Nets", "Mail"]
FOOT = ["Leave a Reply", "Privacy policy", "Terms of use", "Imprint", "Advertise", "All about us"]


def title(*head: str, first: str = "Harbour Gazette") -> str:
    text = "\n".join([first, *MENU, *head, *STORY, *FOOT])
    return extract(RawItem(Location("a.txt"), "text/plain", text.encode())).meta.title


HEADLINE = "Ships wait at Linden"
DECK = "Nobody has said so yet, but those who live there count fewer masts with each summer that goes by"
CASES = {
    "a date below": [["The gates and crews of Skerra in all the old days", *MENU[:4], HEADLINE, "March 3, 2020"]],
    "subjects of the week": [["Focus Floods Cheese Music", "Sailors meet the river board", "Ada Moor", "Tea", "March 3, 2020"],
                             "Sailors meet the river board"],
    "a menu between": [["All about grain ships and the locks", "Home", "Search", "Login", "Menu", HEADLINE]],
    "a year": [["Of boats", "Ships of 2019", "3 March 2020"], "Ships of 2019"],
    "a day and its month": [["Sunday, the 3. March 2019, at the locks of the river", HEADLINE]],
    "what a board published": [["Crews", "Board published the night shifts of crews"], "Board published the night shifts of crews"],
    "who published it": [[HEADLINE, "Published by the board of the upper river"]],
    "a word with a picture in it": [["Tides", "Photographers wait at the locks"], "Photographers wait at the locks"],
    "a picture": [[HEADLINE, "Photo: the quay and the grain ships at the locks"]],
    "a kicker": [["Locks of Linden", "Ships wait at the locks of Linden as keepers ask for more men at night"],
                 "Ships wait at the locks of Linden as keepers ask for more men at night"],
    "a deck": [["Ships wait at the locks of Linden", "Keepers of the gates ask for two men in the night shifts of the river"],
               "Ships wait at the locks of Linden"],
    "a neighbour": [[HEADLINE, "Grain ships of the upper river leave the locks →"]],
    "tags": [[HEADLINE, "Tags", "river, ships, locks, grain, crews, gates"]],
    "a box about the writer": [
        [HEADLINE, "Nora Field keeps the desk of the upper river and its locks and has studied grain and ships in Skerra, and was at sea"
         " with all of its keepers and crews"]
    ],
    "an advertisement": [["CONTINUA DEPOIS DA PUBLICIDADE", "Weather at Linden"], "Weather at Linden"],
    "a credited picture": [[HEADLINE, "The quay and the grain ships at the locks (Reuters/Nora Field)"]],
    "two words": [["Grain ships", HEADLINE]],
    "a question": [["The tides and the boats", "Who pays the crews of the ships that wait at the locks of the river?"],
                   "Who pays the crews of the ships that wait at the locks of the river?"],
    "a question above a deck": [["Do grain ships wait?", DECK], "Do grain ships wait?"],
    "an Arabic question": [["هل grain ships؟", DECK], "هل grain ships؟"],
    "no question above a deck": [["When grain ships wait", DECK], DECK],
    "a question of two words": [["Grain ships?", DECK], DECK],
    "a button that asks": [["Got a tip?", DECK], DECK],
    "a story that begins with questions": [[HEADLINE, "Who pays the crews of the grain ships? And who pays the keepers of the river?"]],
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_headline_is_told_from_what_stands_beside_it(case: list[list[str] | str]) -> None:
    head, *expected = case
    assert title(*head) == (expected[0] if expected else HEADLINE)


def test_the_first_line_of_a_page_may_name_its_headline() -> None:
    head = ["Keepers", "A night on the quay", *MENU[:4], "Grain ships of the upper river: all about the locks", "Crews"]

    assert title(*head) == "Grain ships of the upper river: all about the locks"
    assert title(*head, first="A night on the quay | Harbour Gazette") == "A night on the quay"
    assert (
        title(*head, first="A night on the quay without end") == "Grain ships of the upper river: all about the locks"
    )
