"""A weekday in a first paragraph narrows a bracket to two days, and never to one."""

import pytest

from generator import edtf
from generator.publish.weekdays import narrowed


@pytest.mark.parametrize(
    ("bracket", "paragraph", "left"),
    [
        ("2020-11-16/2020-11-20", "Rockets fell on Wednesday, police said.", "2020-11-18/2020-11-19"),
        ("2020-11-17/2020-11-19", "The council met on Tuesday night.", "2020-11-17/2020-11-18"),
        (
            "2020-11-17/2020-11-18",
            "The council met on Wednesday.",
            "2020-11-17/2020-11-18",
        ),  # one day alone claims too much
        ("2020-11-10/2020-11-20", "Rockets fell on Wednesday.", "2020-11-10/2020-11-20"),  # two Wednesdays
        ("2020-11-16/2020-11-20", "On Monday one thing, on Tuesday another.", "2020-11-16/2020-11-20"),
        ("2020-11-16/2020-11-20", "Wednesday nights are loud.", "2020-11-16/2020-11-20"),
        ("2018/2023", "Rockets fell on Wednesday.", "2018/2023"),
        ("../2020-11-20", "Rockets fell on Wednesday.", "../2020-11-20"),
    ],
)
def test_a_weekday_narrows_a_bracket(bracket: str, paragraph: str, left: str) -> None:
    assert narrowed(edtf.parse(bracket), paragraph).text == left
