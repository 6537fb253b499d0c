"""The date that a file's path states: 2020/11/18/quake.txt, 2020-11-18-quake.txt, 14Dec2007quake.txt. Pure.

A path tells two things that look alike: when an article came out, and when somebody fetched it: `crawl-2021-05-01/`,
`snapshots/2021/05/01/`, `web/20210501120000/`. The second is no date of the article, only a day after which it cannot
have come out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.edtf import parse
from generator.errors import DateError
from generator.model import Date
from generator.text import squeeze

_LONGEST = 1000  # characters that are looked at: a path may be longer, no date stands so far from its end
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = (
    r"(?P<n>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_Y, _M, _D = r"(?P<y>(?:1[6-9]|20)\d\d)", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_COMPACT = r"(?P<y>(?:1[6-9]|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])"
_IN_NAME = tuple(
    re.compile(rf"(?<!\d){form}")
    for form in (
        rf"{_Y}(?P<s>[-_.]){_M}(?P=s){_D}(?!\d)",
        rf"{_COMPACT}(?!\d)",
        rf"{_D}[-_. ]?{_NAME}[-_. ]?{_Y}(?!\d)",
        rf"{_Y}[-_. ]?{_NAME}[-_. ]?{_D}(?!\d)",
        rf"(?<![a-z]){_NAME}[-_. ]{_D}[-_. ]{{1,2}}{_Y}(?!\d)",
    )
)
_DAY_FOLDER = re.compile(rf"(?:^|/){_Y}/{_M}/{_D}/")
_MONTH_FOLDER = re.compile(rf"(?:^|/){_Y}[/-]{_M}/")

# The words of those who fetch. `archive` and `download` are also where a paper keeps its own pages: they count only
# in one name with the date (`archive-2021-05-01/`), not as the folder above it (`archive/2021/05/01/`).
_ABOVE = frozenset(
    "crawl crawls crawled scrape scrapes scraped warc warcs snapshot snapshots fetched retrieved".split()
)
_BESIDE = _ABOVE | frozenset(
    "crawler scraper scraping scrapy wget httrack heritrix fetch harvested archive archived download downloads"
    " downloaded dump backup export".split()
)
_MAY_TELL = re.compile(r"crawl|scrap|wget|httrack|heritrix|warc|snapshot|fetch|retriev|harvest|archive|download"
                       r"|dump|backup|export|\d{14}")  # fmt: skip
_WORDS = re.compile(r"[a-z]{4,12}")
# In addresses of the Wayback Machine: /web/20210501120000id_/https://…
_STAMP = re.compile(rf"{_COMPACT}(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:[a-z]{{2}}_)?")
_BELOW = re.compile(rf"{_Y}(?P<s>[-_./]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])(?:[-_t.]?\d{{4,6}}z?)?/")
_BESIDE_IT = re.compile(rf"(?<!\d){_Y}(?P<s>[-_.]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])")
_IN_FILE = re.compile(rf"(?:^|[-_. ])(?:{'|'.join(sorted(_ABOVE))})[-_. ]{_BESIDE_IT.pattern}(?!\d)")


def date(path: str) -> Date | None:
    """The date that a path states, the file's name before its folders; the day, or the month of a folder `2020/11/`.

    A date in a folder with other words counts for nothing, and nor does one that says when the file was fetched.
    """
    told = _read(path)
    return next(_dates(told.folders, told.name), None)


def fetched(path: str) -> Date | None:
    """The day on which somebody fetched the file, where its path says so; the last, where it says so twice."""
    found = list(_of(_read(path).fetched))
    return max(found, key=lambda day: day.text) if found else None


@dataclass(frozen=True, slots=True)
class _Told:
    """A path without what says when it was fetched, and that."""

    folders: str
    name: str
    fetched: tuple[re.Match[str], ...] = ()


def _read(path: str) -> _Told:
    folders, slash, name = squeeze(path[-_LONGEST:].replace("\\", "/")).casefold().rpartition("/")
    if not _MAY_TELL.search(folders) and not _MAY_TELL.search(name):
        return _Told(folders + slash, name)
    kept, days = _without_fetching(folders.split("/"))
    if in_file := _IN_FILE.search(name):
        return _Told("/".join(kept) + slash, name[: in_file.start()] + name[in_file.end() :], (*days, in_file))
    return _Told("/".join(kept) + slash, name, tuple(days))


def _without_fetching(folders: list[str]) -> tuple[list[str], list[re.Match[str]]]:
    """The folders but for those that say when they were fetched, and what these say."""
    kept: list[str] = []
    days: list[re.Match[str]] = []
    while folders:
        folder, *folders = folders
        words = _WORDS.findall(folder)
        day = _STAMP.fullmatch(folder) or (None if _BESIDE.isdisjoint(words) else _BESIDE_IT.search(folder))
        kept.append("-" if day else folder)
        if not day and not _ABOVE.isdisjoint(words) and (day := _BELOW.match("/".join(folders[:3]) + "/")):
            del folders[: day.group().count("/")]
        days += [day] if day else []
    return kept, days


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
