"""A trace beside what a build would take now."""

from itertools import combinations

import pytest

from generator.model import Trace
from generator.publish.explained import standing
from generator.publish.traces import INPUTS, differing, holds

TRACE = Trace(("v", "b", "l", "s", "p"), "0" * 64, 10, 1000)


@pytest.mark.parametrize("others", [some for size in range(6) for some in combinations(INPUTS, size)])
def test_an_input_is_named_if_and_only_if_it_is_another(others: tuple[str, ...]) -> None:
    now = tuple("new" if name in others else was for name, was in zip(INPUTS, TRACE.inputs, strict=True))
    told = differing(TRACE, now)
    assert tuple(name for name, other in zip(INPUTS, told, strict=True) if other) == others
    assert holds(TRACE, now, (10, 1000)) == (not others), "as the build sees it"


def test_a_page_that_was_a_copy_has_nothing_of_it_left() -> None:
    assert differing(TRACE, ["v"]) == [True]


@pytest.mark.parametrize(
    ("trace", "stat", "said"),
    [
        (TRACE, (10, 1000), "as it was made"),
        (TRACE, (11, 1000), "altered"),
        (TRACE, (10, 1001), "altered"),
        (TRACE, None, "gone"),
        (None, None, "never made"),
        (None, (10, 1000), "never made"),
    ],
)
def test_a_file_in_output(trace: Trace | None, stat: tuple[int, int] | None, said: str) -> None:
    assert standing(trace, stat) == said
