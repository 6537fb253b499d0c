"""Names that differ by one letter: a rare one that is nearly a frequent one is perhaps that one, misspelt. Pure.

"Bagdad" in 2 articles and "Baghdad" in 200. Two names that are both frequent are two things (Iran, Iraq). Each name is
looked up by all that it can be with one letter less, as SymSpell does, so that no name is compared with all others.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz.distance import OSA

from generator.ingest.review.questions import Case, Example
from generator.ingest.review.survey import Entry, Known
from generator.model import Meta, SiteConfig, TopicRule
from generator.text import fold, key
from generator.yamlsafe import quoted

_OFTEN = 5  # articles that bear a name which others may be misspellings of
_TIMES = 5  # as often as the rare one
_LETTERS = 6  # a shorter name is one letter from too many; of five where no letter has a case
_FIELDS: tuple[tuple[str, str, Callable[[Meta], tuple[str, ...]]], ...] = (
    ("place", "places", lambda meta: meta.place),
    ("tag", "tags", lambda meta: meta.tags),
    ("author", "", lambda meta: meta.authors),
)


def misspelt(known: Known) -> Iterator[Case]:
    """Places, tags and authors that are nearly others which are far more frequent."""
    for what, setting, names_of in _FIELDS:
        entries: dict[str, list[Entry]] = defaultdict(list)
        for entry in known.articles:
            for name in names_of(entry.meta):
                entries[name].append(entry)
        counts = Counter({name: len(found) for name, found in entries.items()})
        settled = _settled(known.settings)
        for rare, often in sorted(near(counts)):
            if fold(rare) not in settled:
                group = f"{what.capitalize()} “{rare}” ({counts[rare]:,}) and “{often}” ({counts[often]:,})"
                examples = tuple(Example(entry.place, path=entry.path) for entry in entries[rare])
                advice, line = _advice(setting, rare, often)
                yield Case("spelling", f"{what}\0{rare}\0{often}", "", group, examples, advice, line, counts[rare])


def _advice(setting: str, rare: str, often: str) -> tuple[str, str]:
    """What to do, and what to write into site.yaml."""
    if setting:
        return f"If so, write this under `{setting}:` in site.yaml:", f"{_plain(often)}: [{_plain(rare)}]"
    return f"If so, write {often!r} into `authors:` there.", ""


def _plain(name: str) -> str:
    return name if name.replace(" ", "").isalpha() else quoted(name)


def _settled(settings: SiteConfig) -> frozenset[str]:
    """Names that site.yaml names: a person has thought of them."""
    rules: tuple[TopicRule, ...] = (*settings.tags, *settings.places)
    return frozenset(fold(name) for rule in rules for name in (rule.name, *rule.aliases))


def near(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """(rare, frequent) names that one letter parts: one more, one less, another, or two that changed places."""
    reached: dict[str, list[str]] = defaultdict(list)
    for name, count in counts.items():
        if count >= _OFTEN:
            for shape in _shapes(fold(name)):
                reached[shape].append(name)
    for name, count in counts.items():
        folded = fold(name)
        found = {other for shape in _shapes(folded) for other in reached.get(shape, ())}
        yield from (
            (name, other) for other in found if counts[other] >= count * _TIMES and _misspelling(folded, fold(other))
        )


def _shapes(name: str) -> Iterable[str]:
    """A name, and all that it is without one of its letters."""
    least = _LETTERS if name != name.upper() else _LETTERS - 1
    return {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))} if least <= len(name) <= 60 else ()


def _misspelling(one: str, other: str) -> bool:
    """One letter parts them, and it is not the first, a digit, or that of a plural."""
    if one[0] != other[0] or {one, other} == {one.rstrip("s"), one.rstrip("s") + "s"}:
        return False
    digits = [[c for c in name if c.isdigit()] for name in (one, other)]
    return digits[0] == digits[1] and key(one) != key(other) and OSA.distance(one, other, score_cutoff=1) == 1


# ── The outlet ───────────────────────────────────────────────────────────────────────────────────────────────────


def outlet(known: Known) -> Iterator[Case]:
    """Agencies that are nearly the publisher: with its name as their first word, or written in another way."""
    publisher = known.settings.publisher
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in known.articles:
        if publisher and entry.meta.agency and entry.meta.agency != publisher:
            found[entry.meta.agency].append(entry)
    for agency, entries in sorted(found.items()):
        if _nearly(agency, known.settings):
            advice = f"If so, write `agency: {publisher}` there."
            examples = tuple(Example(entry.place, path=entry.path) for entry in entries)
            yield Case("agency", agency, "", agency, examples, advice, count=len(entries))


def _nearly(agency: str, settings: SiteConfig) -> bool:
    ours, theirs = fold(settings.publisher), fold(agency)
    letters = [key(name).replace(" ", "") for name in (ours, theirs)]
    if letters[0] == letters[1] or key(agency) == key(settings.title):
        return True
    return len(ours) >= 3 and key(agency).startswith(f"{key(ours)} ")
