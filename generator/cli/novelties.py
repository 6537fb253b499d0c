"""What a run says of raw articles that it has read."""

from generator.cli.paragraphs import say_wrapped
from generator.cli.printing import SHOWN, WIDTH, say
from generator.report import Intake
from generator.text import excerpt


def say_novelties(told: Intake) -> None:
    """The lines that were cut, and a name for site.yaml."""
    if told.cut:
        _say_cut(told)
    if name := told.publisher:
        said = f"Most datelines name {name}: if that is this paper, write `publisher: {name}` into site.yaml"
        say_wrapped(said, 2, "  ")


def _say_cut(told: Intake) -> None:
    say(f"  Lines cut from the new: {sum(n for _, n in told.cut):,}, each with its rule in content/ledger")
    for line, count in told.cut[:SHOWN]:
        say(f"  {count:>{WIDTH},}  {excerpt(line, 65)}")
    if len(told.cut) > SHOWN:
        say(f"  {'':>{WIDTH}}  and {len(told.cut) - SHOWN:,} other lines")
