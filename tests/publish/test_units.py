"""Units of the calendar, and what lies between two of them."""

import pytest

from generator.publish import units


@pytest.mark.parametrize(
    ("unit", "by", "other"),
    [
        ("2020", 1, "2021"),
        ("0999", 1, "1000"),
        ("2020-12", 1, "2021-01"),
        ("2020-01", -1, "2019-12"),
        ("2020-02-28", 1, "2020-02-29"),
        ("2021-01-01", -1, "2020-12-31"),
    ],
)
def test_the_unit_that_comes_so_many_later(unit: str, by: int, other: str) -> None:
    assert units.shifted(unit, by) == other


def test_what_lies_between_two_units_is_of_their_width() -> None:
    assert units.between("2020", "2021") is None
    assert units.between("2019-12", "2020-01") is None
    assert units.between("2020", "2022") == ("2021", "2021")
    assert units.between("2019-04", "2019-09") == ("2019-05", "2019-08")
    assert units.between("2019-12-30", "2020-01-02") == ("2019-12-31", "2020-01-01")


def test_gaps_of_a_row_of_units() -> None:
    assert list(units.gaps(["2019-11", "2019-12", "2020-03", "2020-04", "2020-06"])) == [
        ("2019-12", "2020-01", "2020-02", "2020-03"),
        ("2020-04", "2020-05", "2020-05", "2020-06"),
    ]
    assert list(units.run("2019-11", "2020-02")) == ["2019-11", "2019-12", "2020-01", "2020-02"]
    assert units.length("1921", "2023") == 103
