"""Clues → chains: what the headlines printed beside an article say about the order of articles. Pure.

Theory. Every article is a witness. It names, by headline, the one before it and the one after it, and knows nothing
else of the order. A name that can be told (see headlines) is a claim: "my next is B". Two articles that name each other
agree, which hardly happens by chance; it also tells ten articles called "Morning briefing" apart. A claim that stands
alone is followed only where nobody says otherwise: each article has two places beside it, and a place for which two
articles are named stays empty unless one of them is agreed on. What is left gives each article at most one neighbour on
either side, so the graph falls into paths and rings; a ring is cut at its claims without agreement, or given up.
Dates never make a link. They unmake those that run against them, and they spread along the paths: whatever stands
after an article of the 18th was published on the 18th or later.

Why no topological sort of all claims: it would yield an order for the whole archive, but of a kind that no page ever
stated, and a single wrong claim would bend it everywhere without a trace. Here a wrong claim costs the links it
touches, and it is reported.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from generator import edtf, text
from generator.model import Chains, Clue, Date, Wanted
from generator.publish import headlines
from generator.publish.headlines import OTHER, Claims, Place, Side, Witnesses

Pair = tuple[str, str]  # two neighbours as printed: the previous one, the next one
Path = tuple[str, ...]  # ids

TITLE = 60  # letters of a headline in a message


def resolve(clues: Iterable[Clue], published: Date | None = None) -> Chains:
    """The chains of an archive. Ids are distinct, and the order of the clues does not matter.

    `published` is the time in which the whole archive appeared: no bracket reaches beyond it.
    """
    witnesses = headlines.read(clues)
    by_id = witnesses.clues
    claims = headlines.claims(witnesses)
    previous_is_older = _previous_is_older(claims, by_id)
    older_side: Side = "previous" if previous_is_older else "next"
    timely, untimely = _timely(claims, by_id, older_side)
    links, contested = _uncontested(timely, claims.keys() - timely.keys(), witnesses)
    pairs, loops = _unlooped(links, by_id)
    newer = dict(pairs) if previous_is_older else {right: left for left, right in pairs}
    chart = _chart(newer, by_id, published)
    brackets, impossible = _brackets(chart, by_id)
    return Chains(
        previous_is_older=previous_is_older,
        older=tuple(sorted((there, here) for here, there in newer.items())),
        newer=tuple(sorted(newer.items())),
        brackets=brackets,
        runs=tuple(run for path in chart.paths if len(path) > 1 for run in _runs(path, by_id)),
        wanted=_wanted(witnesses, claims, older_side, chart),
        problems=(*untimely, *contested, *loops, *impossible),
    )


def leverage(chains: Chains, clues: Iterable[Clue]) -> tuple[tuple[str, int], ...]:
    """Each undated article with the number of other undated ones that its date would bracket anew; best first.

    Anew = on a side where no dated article of their chain bounds them: a date bounds those after it from below and
    those before it from above. In a run that hangs on a dated article at its old end, the newest one is worth most.
    """
    by_id = {clue.id: clue for clue in clues}
    chart = _chart(dict(chains.newer), by_id)
    worth: dict[str, int] = {}
    for path in chart.paths:
        undated = [id for id in path if by_id[id].date is None]
        below, above = sum(not chart.first[id].day for id in undated), 0
        for id in undated:
            below -= not chart.first[id].day
            worth[id] = above + below
            above += not chart.last[id].day
    return tuple(sorted(worth.items(), key=lambda row: (-row[1], row[0])))


# ── Which way it points, and what runs against the dates ─────────────────────────────────────────────────────────


def _pair(place: Place, there: str) -> Pair:
    id, side = place
    return (there, id) if side == "previous" else (id, there)


def _previous_is_older(claims: Claims, clues: Mapping[str, Clue]) -> bool:
    """The majority of neighbours that both are dated; without any, "previous" is older, as on most sites."""
    pairs = {_pair(place, there) for place, there in claims.items()}
    dates = [(clues[left].date, clues[right].date) for left, right in pairs]
    return sum(_before(a, b) - _before(b, a) for a, b in dates) >= 0


def _before(a: Date | None, b: Date | None) -> bool:
    """Whether one certainly came before the other: approximate dates and those that overlap prove nothing."""
    if not a or not b or a.approximate or b.approximate:
        return False
    if a.precision == b.precision == "instant":
        return edtf.order(a)[2] < edtf.order(b)[2]
    return bool(a.last) and a.last < b.first


def _timely(claims: Claims, clues: Mapping[str, Clue], older_side: Side) -> tuple[Claims, list[str]]:
    """The claims that do not run against the order of dates, and a word on each pair that does."""
    timely: dict[Place, str] = {}
    wrong: dict[Pair, str] = {}
    for (id, side), there in claims.items():
        here, other = clues[id], clues[there]
        older, newer = (other, here) if side == older_side else (here, other)
        if _before(newer.date, older.date):
            problem = f"{_dated(here)} names {_dated(other)} as its {side} article, but the dates say otherwise"
            wrong.setdefault(_pair((id, side), there), problem)
        else:
            timely[id, side] = there
    return timely, list(wrong.values())


# ── Contradictions and loops ─────────────────────────────────────────────────────────────────────────────────────

Links = Mapping[Pair, int]  # two neighbours → how many of the two say so


def _uncontested(claims: Claims, silent: Set[Place], witnesses: Witnesses) -> tuple[Links, list[str]]:
    """The links that hold at both ends, and a word on each place beside an article that is contested.

    All places are judged on all claims, and a link goes if it loses at one end: the order of judging cannot matter.
    `silent` are places whose own headline is not held against others.
    """
    links = Counter(_pair(place, there) for place, there in claims.items())
    beside: dict[Place, set[str]] = defaultdict(set)
    for left, right in links:
        beside[left, "next"].add(right)
        beside[right, "previous"].add(left)
    lost: set[Pair] = set()
    problems = []
    for place in sorted(beside):
        named = beside[place]
        losers = {there for there in named if links[_pair(place, there)] < 2}
        clash = len(named) > 1 or (place not in silent and _says_otherwise(witnesses, place, losers))
        if clash and losers:
            lost |= {_pair(place, there) for there in losers}
            problems.append(_contest(witnesses, place, [there for there in losers if claims.get(place) != there]))
    return {pair: links[pair] for pair in sorted(links.keys() - lost)}, problems


def _says_otherwise(witnesses: Witnesses, place: Place, named: Iterable[str]) -> bool:
    """Whether the article itself prints a headline at this place that is none of those who claim the place."""
    if not (line := witnesses.printed.get(place)):
        return False
    meant = witnesses.matches[line]
    vague = not meant.keys and not meant.missing  # it may mean any of very many
    return not vague and all(witnesses.key(there) not in meant.keys for there in named)


def _contest(witnesses: Witnesses, place: Place, rivals: Iterable[str]) -> str:
    id, side = place
    here, line = _quoted(witnesses.clues[id].title), witnesses.printed.get(place)
    theirs = sorted(_quoted(witnesses.clues[there].title) for there in rivals)
    verb = "names" if len(theirs) == 1 else "each name"
    if not line:
        return f"{_listed(theirs)} {verb} {here} as the {OTHER[side]} article"
    said = f"{here} names {_quoted(line)} as its {side} article"
    return f"{said}, but {_listed(theirs)} {verb} {here} as the {OTHER[side]} one"


def _unlooped(links: Links, clues: Mapping[str, Clue]) -> tuple[list[Pair], list[str]]:
    """Without the rings: their links that lack agreement are dropped, or where all agree, the whole ring."""
    following = dict(links.keys())
    for start in following.keys() - set(following.values()):
        _walk(start, following)
    lost: set[Pair] = set()
    problems = []
    for left in sorted(following):
        if ring := _walk(left, following):
            lost |= {pair for pair in ring if links[pair] < 2} or set(ring)
            named = _listed([_quoted(clues[id].title) for id, _ in ring])
            problems.append(f"{named} name one another in a circle, so that none of them comes first")
    return [pair for pair in links if pair not in lost], problems


def _walk(start: str, following: dict[str, str]) -> list[Pair]:
    """The links that lead on from an article, to the end or round to it again; they are taken out of `following`."""
    walked = []
    here = start
    while here in following:
        walked.append((here, following.pop(here)))
        here = walked[-1][1]
    return walked


# ── Paths and what dates say along them ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Bound:
    """A day (YYYY-MM-DD, "" = unknown) and the dated article that it comes from."""

    day: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class _Chart:
    """Where articles stand, and between which days.

    paths        neighbours in a row, oldest to newest; one without any is a path of its own
    first, last  per article: the first day for whatever stands after it, the last day for whatever stands before it
    """

    paths: Sequence[Path]
    first: Mapping[str, _Bound]
    last: Mapping[str, _Bound]
    published: Date | None = None


def _chart(newer: Mapping[str, str], clues: Mapping[str, Clue], published: Date | None = None) -> _Chart:
    paths = [(id, *_after(id, newer)) for id in sorted(clues.keys() - set(newer.values()))]
    first: dict[str, _Bound] = {}
    last: dict[str, _Bound] = {}
    for path in paths:
        _carry(path, clues, first, lambda date: date.first)
        _carry(path[::-1], clues, last, lambda date: date.last)
    return _Chart(paths, first, last, published)


def _after(id: str, newer: Mapping[str, str]) -> Iterator[str]:
    while id in newer:
        id = newer[id]
        yield id


def _carry(walk: Path, clues: Mapping[str, Clue], bounds: dict[str, _Bound], end: Callable[[Date], str]) -> None:
    """Hand on the end of the nearest date: of all dates, and a wrong one would spoil the rest of the chain.

    A coarse date around the finer one before it ("2020" after "18 November 2020") does not undo it, and an approximate
    date bounds nothing.
    """
    bound = _Bound()
    for id in walk:
        date = clues[id].date
        if date and not date.approximate and not _holds(date, bound.day):
            bound = _Bound(end(date), id)
        bounds[id] = bound


def _holds(date: Date, day: str) -> bool:
    return bool(day) and date.first <= day and (not date.last or day <= date.last)


def _runs(path: Path, clues: Mapping[str, Clue]) -> Iterator[Path]:
    for undated, run in groupby(path, key=lambda id: clues[id].date is None):
        if undated:
            yield tuple(run)


def _between(first: str, last: str, published: Date | None) -> Date | None:
    """The bracket that two days and site.yaml leave; None where nothing is known, or no day is left."""
    if not first and not last:
        return published
    if first and last and first > last:
        return None
    bracket = edtf.interval(first, last)
    return edtf.narrow(bracket, published) if published else bracket


def _brackets(chart: _Chart, clues: Mapping[str, Clue]) -> tuple[tuple[tuple[str, Date], ...], list[str]]:
    """The bracket of each undated article by id, and a word on each pair of dates that leaves no room between them."""
    brackets: list[tuple[str, Date]] = []
    impossible: dict[tuple[str, str], str] = {}
    for id in (id for path in chart.paths for id in path if clues[id].date is None):
        first, last = chart.first[id], chart.last[id]
        if bracket := _between(first.day, last.day, chart.published):
            brackets.append((id, bracket))
        elif first.day or last.day:
            impossible.setdefault((first.id, last.id), _impossible(clues, id, first, last))
    return tuple(sorted(brackets, key=lambda row: row[0])), list(impossible.values())


def _impossible(clues: Mapping[str, Clue], id: str, first: _Bound, last: _Bound) -> str:
    ends = [f"{word} {_dated(clues[bound.id])}" for word, bound in (("after", first), ("before", last)) if bound.day]
    crossed = first.day and last.day and first.day > last.day
    why = "no day lies between them" if crossed else "this lies outside `published` in site.yaml"
    return f"{_quoted(clues[id].title)} comes {' and '.join(ends)}, but {why}"


# ── Wanted ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _wanted(witnesses: Witnesses, claims: Claims, older_side: Side, chart: _Chart) -> tuple[Wanted, ...]:
    """Each headline that no article bears, once, in the order of time as far as that is known."""
    told = {witnesses.keys[witnesses.printed[place]] for place in claims}
    missing = [
        (place, line)
        for place, line in witnesses.printed.items()
        if witnesses.matches[line].missing and witnesses.keys[line] not in told
    ]
    completed = headlines.completed({line for _, line in missing}, witnesses.keys)
    sightings: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for place, line in missing:
        sightings[completed[witnesses.keys[line]]].append((place, line))
    rows = []
    for key, seen in sightings.items():
        after = tuple(sorted({id for (id, side), _ in seen if side != older_side}))
        before = tuple(sorted({id for (id, side), _ in seen if side == older_side}))
        rows.append((key, Wanted(_fullest([line for _, line in seen]), after, before, _gap(after, before, chart))))
    at = {id: (n, 2 * m) for n, path in enumerate(chart.paths) for m, id in enumerate(path)}
    rows.sort(key=lambda row: (*_standing(row[1], at), row[0]))
    return tuple(wanted for _, wanted in rows)


def _fullest(lines: Sequence[str]) -> str:
    """The form in which to show a headline: not cut short if that can be, then as it was printed most often."""
    if len(lines) == 1:
        return text.squeeze(lines[0])
    forms = Counter(lines)
    cut = {form: len(form) if headlines.truncated(form) else 0 for form in forms}
    return text.squeeze(min(forms, key=lambda form: (cut[form] > 0, -cut[form], -forms[form], form)))


def _gap(after: Path, before: Path, chart: _Chart) -> Date | None:
    """The bracket of a wanted headline. Printed in several gaps it is several articles, which may stand anywhere."""
    if len(after) > 1 or len(before) > 1 or after == before:
        return chart.published
    first = chart.first[after[0]].day if after else ""
    last = chart.last[before[0]].day if before else ""
    return _between(first, last, chart.published) or chart.published


def _standing(wanted: Wanted, at: Mapping[str, tuple[int, int]]) -> tuple[bool, str, tuple[int, int]]:
    """By bracket, then by the gap: places count double, so that a gap has a number between two."""
    gaps = [(n, m + 1) for n, m in map(at.__getitem__, wanted.after)]
    gaps += [(n, m - 1) for n, m in map(at.__getitem__, wanted.before)]
    bracket = wanted.bracket
    return bracket is None, (bracket.first or bracket.last) if bracket else "", min(gaps)


# ── In words ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _quoted(title: str) -> str:
    return f"“{text.excerpt(text.printable(title), TITLE)}”"


def _dated(clue: Clue) -> str:
    return f"{_quoted(clue.title)} ({clue.date.text})" if clue.date else _quoted(clue.title)


def _listed(titles: Sequence[str]) -> str:
    if len(titles) > 3:
        return f"{', '.join(titles[:2])} and {len(titles) - 2} others"
    return " and ".join(filter(None, (", ".join(titles[:-1]), *titles[-1:])))
