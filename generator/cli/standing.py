"""What `why` says of a page of the site: what changed since it was built, and what stands on it."""

from collections.abc import Iterator

from generator.cli.paragraphs import say_wrapped
from generator.cli.printing import counted
from generator.publish.explained import Explained

_FEW = 5  # articles of a list that are named

_CHANGED = {
    "view": "what it shows of {shown} changed",
    "body": "the text of {source} changed",
    "layout": "the layout {layout}, or one that it includes, changed",
    "site": "site.yaml changed, in what every page shows of it",
    "program": "Backfile or a library is another version",
    "copy": "{source} changed",
    "smaller": "{source}, or the version of Pillow, changed",
}
_FILES = {
    "gone": "Its file in output/ is gone: the next build makes it again.",
    "altered": "Its file in output/ was altered, or touched: the next build puts it right.",
}


def say_page(page: Explained) -> None:
    """A page, or a file that is copied: what makes it, what changed, what stands on it."""
    how = f", made by the layout {page.layout}" if page.layout else ""
    copied = "a smaller copy of" if page.smaller else "copied as it is from"
    how = how or (f", {copied} {page.source}" if page.source else "")
    say_wrapped(f"{page.path}{how}")
    for line in _state(page):
        say_wrapped(line, 2, "  ")
    if page.state != "no page any more" and page.file in _FILES:
        say_wrapped(_FILES[page.file], 2, "  ")
    for name, what in _stands(page):
        if what:
            say_wrapped(what, 13, f"  {name}")


def _state(page: Explained) -> list[str]:
    """What became of it since the last build."""
    if page.state == "never built":
        return ["It was never built, as far as the build remembers: the next one makes it."]
    if page.state == "no page any more":
        return [_GONE[page.file]]
    if page.state == "as it was":
        return ["Nothing that it is made of has changed since it was built."]
    shown = "its article, or of others," if page.article else "its own fields" if page.source else "articles"
    names = {"shown": shown, "source": page.source, "layout": page.layout}
    said = [_CHANGED[name].format_map(names) for name, other in page.inputs if other]
    rest = "" if len(said) == len(page.inputs) else "; all else is as it was"
    return ["Changed since it was built:", *(f"- {line}" for line in said[:-1]), f"- {said[-1]}{rest}"]


_GONE = {
    "as it was made": "Is no page any more: the next build removes it.",
    "altered": "Is no page any more. Its file in output/ was altered: the next build removes it if it says the same.",
    "gone": "Is no page any more, and its file in output/ is gone.",
}


def _stands(page: Explained) -> Iterator[tuple[str, str]]:
    """(what it is, the file or address) of all that stands on it."""
    yield from (("text", page.source if page.layout else ""), ("previous", page.previous), ("next", page.next))
    yield from (("" if at else "related", path) for at, path in enumerate(page.related))
    if page.articles:
        more = len(page.articles) - _FEW
        yield "shows", counted(len(page.articles), "article")
        yield from (("", path) for path in page.articles[:_FEW])
        yield "", f"and {more:,} more" if more > 0 else ""
