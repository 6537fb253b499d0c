"""Clues → chains: what the headlines printed beside an article say about the order of articles. Pure.

Theory. Every article is a witness. It names, by headline, the one before it and the one after it, and knows nothing
else of the order. A name that can be told (see headlines) is a claim: "my next is B". Two articles that name each other
agree, which hardly happens by chance; it also tells ten articles called "Morning briefing" apart. A claim that stands
alone is followed only where nobody says otherwise: each article has two places beside it, and a place for which two
articles are named stays empty unless one of them is agreed on. What is left gives each article at most one neighbour on
either side, so the graph falls into paths and rings; a ring is cut at its claims without agreement, or given up.
A headline that no article bears, called for by one article after it and by one before it, is a bridge between these
two: the order is known as surely as if the missing article were there. Bridges come last and undo no link.
Dates never make a link. They unmake those that run against them, and they spread along the paths (see brackets).

Why no topological sort of all claims: it would yield an order for the whole archive, but of a kind that no page ever
stated, and a single wrong claim would bend it everywhere without a trace. Here a wrong claim costs the links it
touches, and it is reported.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set

from generator import edtf
from generator.model import Date
from generator.publish import brackets, headlines
from generator.publish.headlines import OTHER, Claims, Place, Side, Witnesses, dated, listed, quoted
from generator.publish.model import Chains, Clue, Wanted

Pair = tuple[str, str]  # two neighbours: the previous one and the next one as printed, or the older and the newer


def resolve(clues: Iterable[Clue], published: Date | None = None) -> Chains:
    """The chains of an archive. Ids are distinct, and the order of the clues does not matter.

    `published` is the time in which the whole archive appeared: no bracket reaches beyond it.
    """
    told = tuple(clues)
    if not any(clue.previous or clue.next for clue in told):
        undated = sorted(clue.id for clue in told if clue.date is None)
        return Chains(brackets=tuple((id, published) for id in undated) if published else ())
    return _resolved(told, published)


def _resolved(clues: Iterable[Clue], published: Date | None) -> Chains:
    witnesses = headlines.read(clues)
    by_id = witnesses.clues
    claims = headlines.claims(witnesses)
    previous_is_older = _previous_is_older(claims, by_id)
    older_side: Side = "previous" if previous_is_older else "next"
    timely, untimely = _timely(claims, by_id, older_side)
    links, contested = _uncontested(timely, claims.keys() - timely.keys(), witnesses)
    pairs, loops = _unlooped(links, by_id)
    newer = dict(pairs) if previous_is_older else {right: left for left, right in pairs}
    wanted = brackets.wanted(witnesses, claims, older_side)
    bridges, astray = _bridges(_gaps(wanted, timely, older_side), newer, by_id)
    chart = brackets.chart(newer | dict(bridges), by_id, published)
    bracketed, impossible = brackets.bracketed(chart, by_id)
    return Chains(
        previous_is_older=previous_is_older,
        older=tuple(sorted((there, here) for here, there in newer.items())),
        newer=tuple(sorted(newer.items())),
        bridges=bridges,
        brackets=bracketed,
        runs=brackets.runs(chart, by_id),
        wanted=brackets.placed(wanted, chart),
        problems=(*untimely, *contested, *loops, *astray, *impossible),
    )


def leverage(chains: Chains, clues: Iterable[Clue]) -> tuple[tuple[str, int], ...]:
    """Each undated article with the number of other undated ones that its date would bracket anew; best first.

    Anew = on a side where no dated article of their chain bounds them: a date bounds those after it from below and
    those before it from above. In a run that hangs on a dated article at its old end, the newest one is worth most.
    """
    by_id = {clue.id: clue for clue in clues}
    chart = brackets.chart(dict(chains.newer) | dict(chains.bridges), by_id)
    return tuple(sorted(brackets.worth(chart, by_id).items(), key=lambda row: (-row[1], row[0])))


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
            problem = f"{dated(here)} names {dated(other)} as its {side} article, but the dates say otherwise"
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
    here, line = quoted(witnesses.clues[id].title), witnesses.printed.get(place)
    theirs = sorted(quoted(witnesses.clues[there].title) for there in rivals)
    verb = "names" if len(theirs) == 1 else "each name"
    if not line:
        return f"{listed(theirs)} {verb} {here} as the {OTHER[side]} article"
    said = f"{here} names {quoted(line)} as its {side} article"
    return f"{said}, but {listed(theirs)} {verb} {here} as the {OTHER[side]} one"


def _unlooped(links: Links, clues: Mapping[str, Clue], verb: str = "name one another") -> tuple[list[Pair], list[str]]:
    """Without the rings: their links that lack agreement are dropped, or where all agree, the whole ring."""
    following = dict(links.keys())
    for start in following.keys() - set(following.values()):
        _walk(start, following)
    lost: set[Pair] = set()
    problems = []
    for left in sorted(following):
        if ring := _walk(left, following):
            lost |= {pair for pair in ring if links[pair] < 2} or set(ring)
            named = listed([quoted(clues[id].title) for id, _ in ring])
            problems.append(f"{named} {verb} in a circle, so that none of them comes first")
    return [pair for pair in links if pair not in lost], problems


def _walk(start: str, following: dict[str, str]) -> list[Pair]:
    """The links that lead on from an article, to the end or round to it again; they are taken out of `following`."""
    walked = []
    here = start
    while here in following:
        walked.append((here, following.pop(here)))
        here = walked[-1][1]
    return walked


# ── Bridges ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _gaps(wanted: Mapping[str, Wanted], claims: Claims, older_side: Side) -> dict[Pair, str]:
    """The pairs of articles, older and newer, that one missing article alone parts, with its headline.

    A short headline ("In brief") may be that of two, and a place that another article claims is in doubt.
    """
    claimed = {(there, OTHER[side]) for (_, side), there in claims.items()}
    gaps = {}
    for key, row in wanted.items():
        if len(row.after) == len(row.before) == 1 and row.after != row.before and len(key) >= headlines.BEGINNING:
            older, newer = row.after[0], row.before[0]
            if claimed.isdisjoint({(older, OTHER[older_side]), (newer, older_side)}):
                gaps[older, newer] = row.title
    return gaps


def _bridges(
    gaps: Mapping[Pair, str], newer: Mapping[str, str], clues: Mapping[str, Clue]
) -> tuple[tuple[Pair, ...], list[str]]:
    """The gaps that neither the dates of both chains nor a ring forbids to cross, and a word on each of the others.

    A ring loses all its bridges, for nothing tells which of them is the wrong one; its links stand as they are.
    """
    chart = brackets.chart(newer, clues)
    links = dict.fromkeys(newer.items(), 1)
    problems = []
    for gap, title in gaps.items():
        nearest = chart.first[gap[0]].id, chart.last[gap[1]].id
        refuted = [(a, b) for a, b in (gap, nearest) if a and b and _before(clues[b].date, clues[a].date)]
        if refuted:
            a, b = (dated(clues[id]) for id in refuted[0])
            problems.append(f"{quoted(title)} comes after {a} and before {b}, but the dates say otherwise")
        else:
            links[gap] = 1
    joined, loops = _unlooped(links, clues, "follow one another across missing articles")
    return tuple(sorted(gaps.keys() & set(joined))), problems + loops
