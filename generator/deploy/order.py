"""In which order files are sent: nothing leads to what is not there yet. From addresses alone, so that it takes no
archive and holds for a site that was built elsewhere. Pure.

What the site itself puts somewhere stands at addresses that no article can have (`publish.urls`), so that a list is
known by its address. A page of the site that is not known here counts as an article: it would be sent too early, which
leads a reader astray for the seconds of one deploy.
"""

import re
from collections.abc import Iterable

from generator.deploy.model import File
from generator.publish.pages import before_those_that_lead_there

STAGES = ("pictures, styles and other files", "articles and pages", "lists", "front page, feeds and sitemaps")

_TOPICS = "(?:tags|sections|places|authors|agencies)/.*"
_LIST = re.compile(
    rf"{_TOPICS}\.html|\d{{4}}(?:/\d\d){{0,2}}/index\.html|undated/(?:letters/[^/]+|index)\.html"
    r"|(?:wanted|coverage|search)\.html|(?:corrections|withdrawn)(?:/(?:\d{4}|undated))?\.html"
)
# The front page, feeds, what crawlers and hosts read (robots.txt, _redirects, .htaccess).
_LAST = re.compile(
    rf"(?:index|404)\.html|feed\.(?:xml|json)|\d{{4}}(?:/\d\d)?/feed\.xml|{_TOPICS}\.(?:xml|json)"
    r"|[^/]+\.(?:xml|json|txt|webmanifest|conf)|[_.][^/]*|Caddyfile"
)


def stage(path: str) -> int:
    """The place of a file in STAGES."""
    if _LAST.fullmatch(path):
        return 3
    if _LIST.fullmatch(path):
        return 2
    return int(path.endswith((".html", ".htm")))


def stages(files: Iterable[File]) -> tuple[tuple[File, ...], ...]:
    """The same files in stages, those that hold none left out. Of lists the finer come first."""
    found: tuple[list[File], ...] = tuple([] for _ in STAGES)
    for file in files:
        found[stage(file.path)].append(file)
    found[2].sort(key=lambda file: before_those_that_lead_there(file.path))
    return tuple(tuple(some) for some in found if some)
