"""Archive → pages. Each page type is one module and one row of PAGE_TYPES. Pure.

`plan` is addressable: the build walks all of it, the preview asks it for one page. One set of rules, two callers.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Protocol

from generator.errors import ItemError
from generator.publish.change import Change
from generator.publish.model import Archive
from generator.publish.pages import (
    about,
    article,
    atoz,
    coverage,
    dates,
    feeds,
    front,
    hosting,
    logs,
    moved,
    root,
    sitemap,
    standing,
    topics,
    undated,
    wanted,
)
from generator.views import Page


class PageType(Protocol):
    def paths(self, archive: Archive) -> Iterator[str]:
        """The addresses of every page of this type."""
        ...

    def page(self, archive: Archive, path: str) -> Page | None:
        """The page at an address; None where it is not one of this type, or the archive has none there."""
        ...

    def reached(self, change: Change) -> Iterator[str]:
        """The addresses of all pages of this type that can differ after a change, those that are no more included."""
        ...


# In the order in which they are written: an article is there before any list that leads to it.
PAGE_TYPES: tuple[PageType, ...] = (
    article, standing, about, root, dates, undated, topics, atoz, wanted, coverage, logs, front, feeds, sitemap,
    moved, hosting,
)  # fmt: skip


def paths(archive: Archive) -> Iterator[str]:
    """The address of every page of the site, each once."""
    for kind in PAGE_TYPES:
        yield from kind.paths(archive)


def stages_of(archive: Archive) -> tuple[Iterator[str], Iterator[str]]:
    """The same in two stages: articles, and all that leads to them."""
    first, *others = PAGE_TYPES
    return first.paths(archive), (path for kind in others for path in kind.paths(archive))


def before_those_that_lead_there(path: str) -> tuple[object, ...]:
    """What lists sort by when they are made: year after year, as lists of one year show the same articles; in a year
    the finer first; then what has no year, with the indexes behind what they lead to."""
    years = _YEAR.findall(path)
    if years:
        year, finer = years[-1]
        return False, year, -len(finer), path
    return True, path.endswith("index.html"), -path.count("/"), path


_YEAR = re.compile(r"(?:^|/)([0-9]{4})(?=[-/.])((?:[-/][0-9]{2})*)")


def reached(change: Change) -> tuple[frozenset[str], frozenset[str]]:
    """The addresses of all pages that can differ, in the same two stages. Only for a change that is `traceable`."""
    first, *others = PAGE_TYPES
    articles = frozenset(first.reached(change))
    return articles, frozenset([path for kind in others for path in kind.reached(change)]) - articles


def plan(archive: Archive) -> Iterator[Page]:
    """Every page of the site, each once, in the order of `paths`."""
    for kind in PAGE_TYPES:
        for path in kind.paths(archive):
            page = kind.page(archive, path)
            assert page is not None, path
            yield page


def first_pages(archive: Archive) -> Iterator[Page]:
    """One page of each type that has any, but for those that show an article which cannot be read any more."""
    for kind in PAGE_TYPES:
        for path in islice(kind.paths(archive), 1):
            page = None
            with suppress(ItemError):
                page = kind.page(archive, path)
            if page is not None:
                yield page


def page_at(archive: Archive, path: str) -> Page | None:
    """The page at one address, made without the others."""
    for kind in PAGE_TYPES:
        page = kind.page(archive, path)
        if page is not None:
            return page
    return None
