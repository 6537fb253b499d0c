"""An archive and one of its articles → at most five others that share its rarest tags. Pure.

Old pages hold still: what stands on a page may depend only on a bounded neighbourhood of its article. So for each tag
an article looks at the six nearest older and the six nearest newer articles that bear it, and at nothing else. How
rare a tag is follows from the same twelve: the longer the time that they span, the rarer. That is the inverse document
frequency of text search (Spärck Jones, 1972), log(articles / articles with the tag), measured on the spot instead of
over an archive that grows. It is rounded to powers of two, and ties are broken by time, not by how many articles stand
between: that number would change with every article that is added there.

An article without a date comes before the oldest dated one, in the order of the archive. Its tags have no measure but
that of being scarce (fewer than six on either side), and nearness is the place in the window.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from generator import text
from generator.publish.model import Archive

NEAREST = 6  # articles on each side of a window
SHOWN = 5
RAREST = 17  # the weight of a scarce tag: a window of 12 that spans 180 years
MIDDLING = 9  # the weight of a tag that is not scarce and whose window has no time, as if it spanned a year


def related(archive: Archive, i: int) -> tuple[int, ...]:
    """The articles related to archive.cards[i], best first. Of those with one headline only the best is listed."""
    tags = [archive.topics[t].members for t in archive.borne(i) if archive.topics[t].kind == "tags"]
    seen = {text.key(archive.cards[i].title)}
    shown: list[int] = []
    for j in ranked(i, tags, archive.ordinals, archive.dated):
        if len(shown) == SHOWN:
            break
        if (title := text.key(archive.cards[j].title)) not in seen:
            seen.add(title)
            shown.append(j)
    return tuple(shown)


def ranked(i: int, tags: Sequence[Sequence[int]], days: Sequence[int], dated: int) -> Iterable[int]:
    """All articles in the windows of article i, best first: by the weight of shared tags, by nearness, by order.

    tags    the ascending members of each tag that i bears
    days    per article the number of its day; those from `dated` on have none
    """
    if i < dated and all(members[-1] < dated for members in tags):
        return _ranked_by_days(i, tags, days)
    return by_the_rule(i, tags, days, dated)


def _ranked_by_days(i: int, tags: Iterable[Sequence[int]], days: Sequence[int]) -> Iterator[int]:
    """Where all have a day, as nearly everywhere, nearness is days and nothing else. Few are asked for more than the
    best, so that those of less weight are not put in order before they are."""
    here = days[i]
    weights: dict[int, int] = {}
    for members in tags:
        place = bisect_left(members, i)
        last = place + NEAREST
        window = members[max(place - NEAREST, 0) : last + 1]
        ends = [days[window[0]]] if place >= NEAREST else []
        if last < len(members):
            ends.append(days[window[-1]])
        weight = _weight(here, ends)
        for j in window:
            weights[j] = weights.get(j, 0) - weight
    weights.pop(i, None)
    for best in sorted(set(weights.values())):
        yield from [j for _, j in sorted([(abs(days[j] - here), j) for j in weights if weights[j] == best])]


def by_the_rule(i: int, tags: Iterable[Sequence[int]], days: Sequence[int], dated: int) -> list[int]:
    """The same for any article, with a date or without."""
    here = days[i] if i < dated else None
    weights: dict[int, int] = {}
    steps: dict[int, int] = {}
    for members in tags:
        sides = _window(i, members, dated)
        ends = [side[-1] for side in sides if len(side) == NEAREST]
        weight = _weight(here, [days[j] if j < dated else None for j in ends])
        for side in sides:
            for step, j in enumerate(side):
                weights[j] = weights.get(j, 0) - weight
                if steps.setdefault(j, step) > step:
                    steps[j] = step
    if here is None:
        return sorted(weights, key=lambda j: (weights[j], steps[j], j))
    rows = [
        (weight, False, abs(days[j] - here), j) if j < dated else (weight, True, steps[j], j)
        for j, weight in weights.items()
    ]
    rows.sort()
    return [row[3] for row in rows]


def _window(i: int, members: Sequence[int], dated: int) -> tuple[Sequence[int], Sequence[int]]:
    """The nearest members on each side of i, nearest first, in a row that begins with those without a date.

    Were they at the end, where they stand in the archive, each new article would push another one out of their windows.
    """
    size, place = len(members), bisect_left(members, i)
    if members[-1] < dated:
        return members[max(place - NEAREST, 0) : place][::-1], members[place + 1 : place + 1 + NEAREST]
    first = bisect_left(members, dated)
    here = (place - first) % size
    before = range(here - 1, max(here - NEAREST, 0) - 1, -1)
    after = range(here + 1, min(here + NEAREST, size - 1) + 1)
    return [members[(n + first) % size] for n in before], [members[(n + first) % size] for n in after]


def around(place: int, is_dated: bool, members: Sequence[int], dated: int) -> Iterator[int]:
    """The members in whose windows an article stands that is, or was, in the archive before the one of this number."""
    size, first = len(members), bisect_left(members, dated)
    at = (bisect_left(members, place) - first) + (size if is_dated else 0)
    here = range(max(at - NEAREST, 0), min(at + NEAREST + 1, size))
    return (members[(n + first) % size] for n in here)


def _weight(here: int | None, ends: Sequence[int | None]) -> int:
    """The rarity of a tag, by the days of the last article on each side that is full."""
    if not ends:
        return RAREST
    spans = [abs(end - here) for end in ends if end is not None and here is not None]
    if not spans:
        return MIDDLING
    return min(max((2 * sum(spans) // len(spans)).bit_length(), 1), RAREST)
