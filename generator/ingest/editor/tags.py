"""Tags for an article that brings none: the archive's own names first, then names that the text makes much of. Pure.

    title, paragraphs ─▶ names of site.yaml ─▶ names told by their capitals, or, where capitals say little (German) or
    there are none (Arabic, Persian, Sorani), names that are known ─▶ weighed ─▶ at most MOST

A name is weighed by how often it is mentioned and by whether it stands in the headline, against how often the news
names it anyway (phrases/known.py). The background is fixed: the same article gets the same tags whatever came with it.
Few good tags are better than many weak ones: a text in a language whose names cannot be told gets none but the
archive's own.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.ingest.editor import capitals, uncapitalised
from generator.ingest.editor import language as languages
from generator.ingest.editor.gazetteer import Folded, Gazetteer
from generator.ingest.editor.phrases import wires
from generator.ingest.editor.vocabulary import Vocabulary
from generator.text import key

MOST = 8
_SHARE = 0.2  # of the weight of the foremost name: what is named in passing is no subject
# Languages in which a capital inside a sentence makes a name, and a name stays as it is in every case.
_CAPITALS = frozenset(["", *"en fr es it pt ca gl nl af sv da no nb nn id ms".split()])
_UNFOLDED = (Folded(), Folded())


def find(
    title: str, paragraphs: Sequence[str], vocabulary: Vocabulary, language: str = "", apart: Iterable[str] = ()
) -> tuple[str, ...]:
    """At most MOST tags, the archive's own names first, each kind by weight, then by name.

    `language`: as far as it is known; `apart`: names that are no tags of this article, such as its authors.
    """
    text = "\n".join(paragraphs)
    language = (language or languages.of(text).language).lower().split("-")[0]
    known = language in uncapitalised.LANGUAGES
    above, below = (Folded.of(title), Folded.of(text)) if known or vocabulary.names else _UNFOLDED
    tags = {key(tag): tag for tag in _own(above, below, vocabulary.names)}
    closed = {*tags, *(part for name in map(key, apart) for part in (name, name.rpartition(" ")[2]))}
    weights = uncapitalised.weighed(above, below, text, language) if known else _by_capitals(title, text, language)
    for name in _foremost(weights):
        tag = vocabulary.settled.get(key(name), name)
        if tag and closed.isdisjoint([key(name), key(tag)]) and key(name) not in wires.AGENCIES:
            tags.setdefault(key(tag), tag)
    return tuple(tags.values())[:MOST]


def _own(above: Folded, below: Folded, names: Gazetteer) -> list[str]:
    """The tags of site.yaml that are named, the headline counting for three."""
    found = names.mentions(below)
    for tag, count in names.mentions(above).items():
        found[tag] += 3 * count
    return _ranked(found)


def _by_capitals(title: str, text: str, language: str) -> dict[str, float]:
    """A language that cannot be told may be any; then only what is known and names of several words are believed."""
    return capitals.weighed(title, text, strict=language != "en") if language in _CAPITALS else {}


def _foremost(weights: Mapping[str, float]) -> list[str]:
    least = max(capitals.LEAST, _SHARE * max(weights.values(), default=0))
    return [name for name in _ranked(weights) if weights[name] >= least]


def _ranked(weights: Mapping[str, float]) -> list[str]:
    return sorted(weights, key=lambda name: (-weights[name], name))
