"""An article beside its raw file: what became of each line, and why each field says what it says. Effects: reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import files, frontmatter
from generator.errors import ItemError, Location
from generator.ingest import sources
from generator.ingest.editor.paragraphs import Line
from generator.ingest.extract import lines_of
from generator.ingest.readers import reader, suffix
from generator.ingest.review import passages
from generator.ingest.review.search import Found, Search
from generator.ingest.review.why import Explanation, in_words


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a raw file. rule: why it was cut, "" = it was not. fields: that it is evidence for. kept: it stands in
    the text."""

    number: int
    text: str
    rule: str = ""
    fields: tuple[str, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article, and its raw file line by line; none where there is no raw file any more, or never was."""

    explanation: Explanation
    lines: tuple[Told, ...] = ()

    def stands(self, number: int, line: str) -> bool:
        """Whether this line stands in the text; what is no line of the raw file may."""
        return all(one.kept for one in self.lines if (one.number, one.text) == (number, line))

    def above(self, number: int) -> list[str]:
        """The lines above one, from the nearest upward."""
        return [line.text for line in reversed(self.lines) if line.number < number and line.kept]


def evidence(root: Path, path: str) -> Evidence:
    """All that is known of the article in this Markdown file. Raises FrontMatterError, YamlError, MachineError."""
    explanation = Search(root).explain(Found(path))
    return Evidence(explanation, tuple(_told(root, path, explanation)))


def _told(root: Path, path: str, explained: Explanation) -> list[Told]:
    cut = {(one.line, one.text): in_words(one.rule) for one in explained.cut}
    said: dict[int, list[str]] = {}
    for reason in explained.fields:
        place, _, line = reason.place.rpartition(":")
        if place and explained.raw.startswith(place) and line.isdigit():
            said.setdefault(int(line), []).append(reason.field)
    body = frontmatter.fences(files.text(root / path))[1]
    lines = _lines(root, explained.raw)
    return [
        Told(
            line.number,
            line.text,
            cut.get((line.number, line.text), ""),
            tuple(said.get(line.number, ())),
            (line.number, line.text) not in cut and _kept(body, lines, i, sure=line.number not in said),
        )
        for i, line in enumerate(lines)
    ]


def _kept(body: str, lines: Sequence[Line], i: int, *, sure: bool) -> bool:
    """Whether a line stands in the text. `sure`: it is evidence for nothing; else it has to be a paragraph, or stand
    beside a neighbour of its: the words of a headline may be in any sentence."""
    line = lines[i]
    if sure or passages.alone(body, line.text):
        return passages.holds(body, line.text)
    near = [one for one in lines[max(i - 1, 0) : i + 2] if abs(one.number - line.number) == 1]
    pairs = ((one, line) if one.number < line.number else (line, one) for one in near)
    return any(passages.holds(body, f"{first.text} {second.text}") for first, second in pairs)


def _lines(root: Path, raw: str) -> tuple[Line, ...]:
    """The lines of a raw item; none where it cannot be read."""
    file, _, item = raw.rpartition("#")
    source = sources.one(raw, root) or (sources.one(file, root) if item.isdigit() else None)
    if not source:
        return ()
    try:
        read = reader(suffix(source.path))
        items = list(read(Location(source.raw), sources.read(source.path)))
    except ItemError:
        return ()
    number = int(item) if source.raw == file else 1
    return lines_of(items[number - 1]) if number <= len(items) else ()
