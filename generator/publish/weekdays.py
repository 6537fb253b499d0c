"""A bracket, narrowed by the weekday that a first paragraph names. Pure.

What happened "on Wednesday" stands in the paper of Wednesday or of the day after (AP practice: the day of the week for
anything within seven days). So a bracket that holds one Wednesday narrows to that day or the next,
never to one day by itself; one that holds two stays as it is.
"""

import re
from datetime import date, timedelta

from generator import edtf
from generator.model import Date

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = re.compile(rf"\bon ({'|'.join(_DAYS)})\b", re.IGNORECASE)
LONGEST = 14  # a longer bracket holds every weekday twice


def narrowed(bracket: Date, paragraph: str) -> Date:
    """The bracket, or its part that the only weekday of the paragraph leaves."""
    days = {name.lower() for name in _NAMED.findall(paragraph)}
    if len(days) != 1 or not bracket.first or not bracket.last:
        return bracket
    first, last = date.fromisoformat(bracket.first), date.fromisoformat(bracket.last)
    if (last - first).days > LONGEST:
        return bracket
    wanted = _DAYS.index(days.pop())
    happened = [day for n in range(-1, (last - first).days + 1) if (day := first + timedelta(n)).weekday() == wanted]
    if len(happened) != 1:
        return bracket
    start, end = max(first, happened[0]), min(last, happened[0] + timedelta(1))
    return edtf.interval(start.isoformat(), end.isoformat()) if start < end else bracket
