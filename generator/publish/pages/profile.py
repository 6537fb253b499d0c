"""What the first page of a topic says of it as a whole: other names, where it lies, its years, its company. Pure.

None of it stands on the pages of its years and months, so that the old ones hold still.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from generator import text
from generator.model import PlaceRule, TopicRule
from generator.publish.model import Archive, Topic
from generator.publish.pages.entries import has_page, told_language, topic_link
from generator.publish.topics import KINDS, rules_of
from generator.views import Link, Profile, Years

TOGETHER = 8  # topics that are shown beside one
OFTEN = 2  # articles on which two topics stand together, or it is chance
# Sections and agencies stand on nearly all articles, so that beside a topic they would say nothing of it.
_COMPANY = frozenset(["places", "authors", "tags"])

MOST_BARS = 200  # of a chart; where there are more years, a bar is a decade
HEIGHT, _STEP = 32, 4  # of the tallest bar; from one bar to the next


def profile(archive: Archive, topic: Topic) -> Profile:
    rule = _rule(archive, topic)
    place = rule if isinstance(rule, PlaceRule) else None
    return Profile(
        aliases=tuple(_aliases(archive, topic, rule)) if rule else (),
        where=_where(archive, place) if place else "",
        geo=_geo(place) if place else "",
        years=_years(archive, topic),
        together=tuple(topic_link(archive, t) for t in together(archive, topic)),
    )


def description(archive: Archive, topic: Topic) -> str:
    rule = _rule(archive, topic)
    return rule.description if rule else ""


def _rule(archive: Archive, topic: Topic) -> TopicRule | None:
    return rules_of(topic.kind, archive.site).get(text.fold(topic.name))


def _aliases(archive: Archive, topic: Topic, rule: TopicRule) -> Iterator[Link]:
    """Each once, in the order of site.yaml."""
    seen = {text.fold(topic.name)}
    for alias in rule.aliases:
        if (key := text.fold(alias)) not in seen:
            seen.add(key)
            yield Link("", alias, *told_language(archive, alias))


# ── Where a place lies ───────────────────────────────────────────────────────────────────────────────────────────


def _where(archive: Archive, rule: PlaceRule) -> str:
    """58°25′ N, 22°19′ W: to a minute, which is a town."""
    if rule.latitude is None or rule.longitude is None:
        return ""
    say = archive.tongue.say
    north, east = _minutes(archive, rule.latitude), _minutes(archive, rule.longitude)
    latitude = say("{angle} S", angle=north) if rule.latitude < 0 else say("{angle} N", angle=north)
    longitude = say("{angle} W", angle=east) if rule.longitude < 0 else say("{angle} E", angle=east)
    return say("{latitude}, {longitude}", latitude=latitude, longitude=longitude)


def _minutes(archive: Archive, degrees: float) -> str:
    whole, minutes = divmod(round(abs(degrees) * 60), 60)
    return archive.tongue.figures(f"{whole}°{minutes:02}′")


def _geo(rule: PlaceRule) -> str:
    """As programs read it (RFC 5870)."""
    if rule.latitude is None or rule.longitude is None:
        return ""
    return f"geo:{_plain(rule.latitude)},{_plain(rule.longitude)}"


def _plain(degrees: float) -> str:
    written = f"{degrees:.6f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


# ── A chart of its years ─────────────────────────────────────────────────────────────────────────────────────────


def _years(archive: Archive, topic: Topic) -> Years | None:
    """Articles per year; none where all are of one year."""
    per_year = Counter([int(archive.units[i][:4]) for i in topic.members if i < archive.dated])
    if len(per_year) < 2:
        return None
    first, last = min(per_year), max(per_year)
    step = 1 if last - first < MOST_BARS else 10
    bars = Counter[int]()
    for year, articles in per_year.items():
        bars[year // step] += articles
    counts = [bars[n] for n in range(first // step, last // step + 1)]
    label = [_year(archive, year) for year in (first, last)]
    most = max(counts)
    return Years(
        label=_said(archive, per_year),
        first=label[0],
        last=label[1],
        width=len(counts) * _STEP - 1,
        bars="".join([_bar(n, count, most) for n, count in enumerate(counts) if count]),
    )


def _said(archive: Archive, per_year: Counter[int]) -> str:
    """The chart in words."""
    fullest = min(per_year, key=lambda year: (-per_year[year], year))
    return archive.tongue.say(
        "Articles per year, {first} to {last}: the most, {n}, in {fullest}",
        first=_year(archive, min(per_year)),
        last=_year(archive, max(per_year)),
        n=archive.tongue.number(per_year[fullest]),
        fullest=_year(archive, fullest),
    )


def _year(archive: Archive, year: int) -> str:
    return archive.tongue.unit(f"{year:04}")


def _bar(at: int, count: int, most: int) -> str:
    """A bar as an SVG path draws it, from the ground up. One article can be seen beside a thousand."""
    height = max((2 * count * HEIGHT + most) // (2 * most), 1)
    return f"M{at * _STEP} {HEIGHT}v-{height}h{_STEP - 1}v{height}z"


# ── Its company ──────────────────────────────────────────────────────────────────────────────────────────────────


def together(archive: Archive, topic: Topic) -> list[int]:
    """The topics that most often stand on the same articles, at most TOGETHER; no two of one name."""
    counts = {t: count for t, count in _beside(archive, topic).items() if count >= OFTEN and _is_company(archive, t)}
    seen, found = {text.fold(topic.name)}, list[int]()
    for t in sorted(counts, key=lambda t: (-counts[t], *_place(archive.topics[t]))):
        if len(found) < TOGETHER and (key := text.fold(archive.topics[t].name)) not in seen:
            seen.add(key)
            found.append(t)
    return found


def _is_company(archive: Archive, t: int) -> bool:
    return archive.topics[t].kind in _COMPANY and has_page(archive.topics[t])


def _place(topic: Topic) -> tuple[str, str, int]:
    return text.key(topic.name), topic.slug, KINDS.index(topic.kind)


def _beside(archive: Archive, topic: Topic) -> dict[int, int]:
    """Each topic on its articles → on how many of them. Counted by the texts that cards bear, as nearly all topics are
    written in one way; of the others, an article that bears two spellings counts once."""
    said = Counter(chain.from_iterable([archive.cards[i].borne for i in topic.members]))
    counts: dict[int, int] = {}
    doubtful = set()
    for one, count in said.items():
        t = archive.named[one]
        if t in counts:
            doubtful.add(t)
        counts[t] = count
    mine = frozenset(topic.members) if doubtful else frozenset[int]()
    return counts | {t: len(mine.intersection(archive.topics[t].members)) for t in doubtful}
