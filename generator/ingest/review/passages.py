"""A line of a raw file in the text of its article: taken out there, or put back. Pure; str → str.

The text is paragraphs of Markdown with blank lines between them; ingest writes each as one line, and a hard-wrapped one
holds several lines of its raw file.
"""

from collections.abc import Iterable

from generator.ingest.to_markdown import escape

_GAP = "\n\n"


def holds(body: str, line: str) -> bool:
    return any(_at(paragraph, escape(line)) >= 0 for paragraph in body.split(_GAP))


def alone(body: str, line: str) -> bool:
    """Whether the line is a paragraph."""
    return escape(line) in body.rstrip("\n").split(_GAP)


def without(body: str, line: str, above: Iterable[str] = ()) -> str:
    """The text without this line: where it is a paragraph, that one, or of several the one with as many of them above
    it as there are among the lines `above`; else where it first stands in one. The same where it stands nowhere."""
    wanted = escape(line)
    paragraphs = body.rstrip("\n").split(_GAP)
    if found := [i for i, paragraph in enumerate(paragraphs) if paragraph == wanted]:
        del paragraphs[found[min(list(above).count(line), len(found) - 1)]]
        return _text(paragraphs)
    for i, paragraph in enumerate(paragraphs):
        if (at := _at(paragraph, wanted)) >= 0:
            left = (paragraph[:at].rstrip(), paragraph[at + len(wanted) :].lstrip())
            paragraphs[i] = " ".join(filter(None, left))
            return _text(paragraphs)
    return body


def with_line(body: str, line: str, above: Iterable[str]) -> str:
    """The text with this line as a paragraph below that of the first of the lines `above` which stands in it, or at its
    beginning. `above`: from the nearest upward."""
    paragraphs = body.rstrip("\n").split(_GAP) if body.strip() else []
    for other in map(escape, above):
        found = [i for i, paragraph in enumerate(paragraphs) if _at(paragraph, other) >= 0]
        if found:
            paragraphs.insert(found[-1] + 1, escape(line))
            return _text(paragraphs)
    return _text([escape(line), *paragraphs])


def _at(paragraph: str, wanted: str) -> int:
    """Where a line stands in a paragraph, between blanks; -1 = nowhere."""
    at = paragraph.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if (not at or paragraph[at - 1].isspace()) and (end == len(paragraph) or paragraph[end].isspace()):
            return at
        at = paragraph.find(wanted, at + 1)
    return -1


def _text(paragraphs: Iterable[str]) -> str:
    kept = _GAP.join(paragraph for paragraph in paragraphs if paragraph)
    return f"{kept}\n" if kept else ""
