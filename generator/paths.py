"""The date that a file's path states: 2020/11/18/quake.txt, 2020-11-18-quake.txt, 14Dec2007quake.txt. Pure."""

import re
from collections.abc import Iterable, Iterator

from generator.edtf import parse
from generator.errors import DateError
from generator.model import Date
from generator.text import squeeze

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = (
    r"(?P<n>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_Y, _M, _D = r"(?P<y>(?:1[6-9]|20)\d\d)", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_IN_NAME = tuple(
    re.compile(rf"(?<!\d){form}")
    for form in (
        rf"{_Y}(?P<s>[-_.]){_M}(?P=s){_D}(?!\d)",
        r"(?P<y>(?:1[6-9]|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"{_D}[-_. ]?{_NAME}[-_. ]?{_Y}(?!\d)",
        rf"{_Y}[-_. ]?{_NAME}[-_. ]?{_D}(?!\d)",
        rf"(?<![a-z]){_NAME}[-_. ]{_D}[-_. ]{{1,2}}{_Y}(?!\d)",
    )
)
_DAY_FOLDER = re.compile(rf"(?:^|/){_Y}/{_M}/{_D}/")
_MONTH_FOLDER = re.compile(rf"(?:^|/){_Y}[/-]{_M}/")


def date(path: str) -> Date | None:
    """The date that a path states, the file's name before its folders; the day, or the month of a folder `2020/11/`.

    A date in a folder with other words (`crawl-2021-05-01`) says when it was fetched, and counts for nothing.
    """
    folders, slash, name = squeeze(path.replace("\\", "/")).casefold().rpartition("/")
    return next(_dates(folders + slash, name), None)


def _dates(folders: str, name: str) -> Iterator[Date]:
    """All that a path may mean, the surest first."""
    matches = [match for form in _IN_NAME if (match := form.search(name))]
    yield from _of([match for match in matches if match.start() == 0])
    yield from _of(_DAY_FOLDER.finditer(folders))
    yield from _of(matches)
    whole = [form.fullmatch(folder) for folder in reversed(folders.split("/")) for form in _IN_NAME]
    yield from _of(match for match in whole if match)
    yield from _of(_MONTH_FOLDER.finditer(folders))


def _of(matches: Iterable[re.Match[str]]) -> Iterator[Date]:
    for match in matches:
        parts = match.groupdict()
        month = _MONTHS.index(parts["n"][:3]) + 1 if parts.get("n") else int(parts["m"])
        day = f"-{int(parts['d']):02}" if parts.get("d") else ""
        try:
            yield parse(f"{parts['y']}-{month:02}{day}")
        except DateError:  # 2021-02-30 is a number, not a day
            continue
