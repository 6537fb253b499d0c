"""What several pages show of one article: an entry, a neighbour, a date, a topic. Pure."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date as calendar_date
from typing import TypeVar

from generator import edtf, text
from generator.model import Date, Meta
from generator.publish import units, urls
from generator.publish.change import Change, bearers
from generator.publish.model import Archive, Topic
from generator.publish.topics import FEW, FEW_GUESSED, all_guessed, makes_page
from generator.views import DateView, Entry, Group, Link, Neighbour, Step

KIND_TITLES: dict[str, str] = {
    "sections": "Sections",
    "places": "Places",
    "authors": "Authors",
    "agencies": "Agencies",
    "tags": "Tags",
}

# The rules by which a field was filled, as a reader would say them.
_RULES = {
    "path": "from the path of the raw file",
    "crawl path": "from the name of the raw file, which says when it was fetched",
    "another date": "from another date in its source",
    "text": "from the words of the article",
    "words": "from the words of the article",
    "script": "from the letters it is written in",
    "first sentence": "from the first sentence",
    "chain": "from the dated articles printed before and after it",
    "weekday": "from the dated articles printed before and after it, and the weekday that it names",
    "published": "from the years in which this paper came out",
}


_DATELINE = "dateline; year from "  # … a path, site.yaml, or whatever else said when


def rule(archive: Archive, name: str) -> str:
    """A rule as a reader would say it; one that nobody knows, in its own words."""
    if name.startswith(_DATELINE):
        year = name.removeprefix(_DATELINE)
        year = "published" if year == "site.yaml" else year if year in _RULES else "another date"
        return archive.tongue.say("from the dateline; its year {rule}", rule=rule(archive, year))
    return archive.tongue.say(_RULES[name]) if name in _RULES else name


def language(archive: Archive, lang: str) -> tuple[str, str]:
    """An article's language and direction; "" where they are the site's own."""
    if not lang or lang == archive.site.language:
        return "", ""
    return lang, text.direction(lang)


def told_language(archive: Archive, said: str) -> tuple[str, str]:
    """The language that the letters of a text give away, and its direction; "" where they are the site's own."""
    lang = text.language_of(said, archive.site.language)
    return (lang, text.direction(lang)) if lang else ("", "")


def date_label(archive: Archive, i: int) -> str:
    if date := archive.cards[i].date:
        return archive.tongue.date(edtf.parse(date))
    bracket = archive.brackets[i]
    return about(archive, bracket) if bracket else ""


def date_view(archive: Archive, i: int, meta: Meta) -> DateView | None:
    """The date of an article, or what is known of it, and why. `meta` is its own."""
    if meta.date:
        why = rule(archive, dict(meta.inferred).get("date", ""))
        return DateView(archive.tongue.date(meta.date), edtf.iso(meta.date), why, meta.date.text)
    bracket = archive.brackets[i]
    if not bracket:
        return None
    return DateView(about(archive, bracket), "", rule(archive, archive.reasons[i]), _rounded(bracket).text, about=True)


def about(archive: Archive, bracket: Date) -> str:
    """A bracket in words, no finer than it is: "about 17–19 November 2020", "about November 2019 – March 2021"."""
    label = archive.tongue.date(_rounded(bracket))
    said = bracket.approximate or not (bracket.first and bracket.last)  # "about", "before" or "after" stands in it
    return label if said else archive.tongue.say("about {date}", date=label)


def between(archive: Archive, first: str, last: str) -> str:
    """From one calendar unit to another, each as finely as it is known, and said in full."""
    tongue = archive.tongue
    return tongue.say("{first} – {last}", first=tongue.unit(first), last=tongue.unit(last))


def covers(archive: Archive) -> str:
    """The first and last date of the archive's articles, as finely as those two are known."""
    if not archive.dated:
        return archive.tongue.date(archive.site.published) if archive.site.published else ""
    return from_to(archive, archive.units[0], archive.units[archive.dated - 1])


def from_to(archive: Archive, first: str, last: str) -> str:
    """The same of two units; where one of them holds the other, that one says all there is to say."""
    if first.startswith(last) or last.startswith(first):
        return archive.tongue.unit(min(first, last, key=len))
    return between(archive, first, last)


def span(archive: Archive, first: str, last: str) -> str:
    """The same where both are known alike, what they share said once."""
    tongue = archive.tongue
    return tongue.unit(first) if first == last else tongue.span(first, last)


def step(archive: Archive, path: str, here: str, there: str) -> Step:
    """From a list of one year, month or day to the nearest that has any article: what it steps over is said."""
    missing = units.between(*sorted((here, there)))
    said = archive.tongue.say("nothing in between: {dates}", dates=span(archive, *missing)) if missing else ""
    return Step(path, archive.tongue.unit(there), said)


Steps = tuple[Step | None, Step | None]


def steps(archive: Archive, here: str, parts: Sequence[str], path: Callable[[str], str]) -> Steps:
    """From a list of one year, month or day to those before and after it, of these; `path`: the address of each."""
    at = parts.index(here)
    older, newer = parts[max(at - 1, 0) : at], parts[at + 1 : at + 2]
    before, after = (step(archive, path(near[0]), here, near[0]) if near else None for near in (older, newer))
    return before, after


def _rounded(bracket: Date) -> Date:
    """To months where it spans more than two of them, to years where it spans more than two: days would mislead."""
    if not bracket.first or not bracket.last:
        return bracket
    days = (calendar_date.fromisoformat(bracket.last) - calendar_date.fromisoformat(bracket.first)).days
    width = 10 if days <= 62 else 7 if days <= 731 else 4
    return bracket if width == 10 else edtf.parse(f"{bracket.first[:width]}/{bracket.last[:width]}")


Of = TypeVar("Of", bound=Hashable)
Made = TypeVar("Made")


AT_HAND = 1 << 14  # of 100,000 articles, all that pages show of them would take 100 MB in each process


def once(name: str, make: Callable[[Archive, Of], Made], most: int = AT_HAND) -> Callable[[Archive, Of], Made]:
    """`make` for the number of an article or topic, or for a unit of the calendar, made once as long as it is at hand:
    pages that show the same are made one after another. No more than `most` are."""

    def made(archive: Archive, of: Of) -> Made:
        kept: dict[Of, Made] = archive.made.setdefault(name, {})
        found = kept.get(of)
        if found is None:
            if len(kept) == most:
                kept.clear()
            found = kept[of] = make(archive, of)
        return found

    return made


def _entry(archive: Archive, i: int) -> Entry:
    card = archive.cards[i]
    lang, direction = language(archive, card.language)
    first: dict[str, str] = {}
    for t in archive.borne(i):
        first.setdefault(archive.topics[t].kind, archive.topics[t].name)
    return Entry(
        path=card.url,
        title=card.title,
        date=date_label(archive, i),
        place=first.get("places", ""),
        section=first.get("sections", ""),
        summary=card.summary,
        lang=lang,
        dir=direction,
    )


entry = once("entry", _entry)


def entries(archive: Archive, members: Iterable[int]) -> tuple[Entry, ...]:
    return tuple([entry(archive, i) for i in members])


def group(archive: Archive, label: str, anchor: str, members: Iterable[int]) -> Group:
    return Group(label, anchor, entries(archive, members))


def day_group(archive: Archive, label: str, anchor: str, members: Iterable[int]) -> Group:
    """A group under the date of all its entries, which they need not say again."""
    return Group(label, anchor, tuple([entry(archive, i)._replace(date="") for i in members]))


def article_link(archive: Archive, i: int) -> Link:
    card = archive.cards[i]
    return Link(card.url, card.title, *language(archive, card.language))


def neighbour(archive: Archive, i: int) -> Neighbour:
    card = archive.cards[i]
    lang, direction = language(archive, card.language)
    return Neighbour(card.url, card.title, date_label(archive, i), lang, direction)


def has_page(topic: Topic) -> bool:
    return makes_page(len(topic.members), named=topic.named, guessed=topic.guessed)


def turned(change: Change) -> Iterator[Topic]:
    """The topics whose page has come with a change, or is no more though articles bear it."""
    changed = {card.id for card in change.came}
    for topic in change.topics:
        before = change.count_before(len(topic.members), "", topic)
        if min(before, len(topic.members)) >= max(FEW, FEW_GUESSED):
            continue
        cards = [card for card in (change.archive.cards[i] for i in topic.members) if card.id not in changed]
        guessed = all_guessed(topic.kind, [*cards, *bearers(change.shown_before, topic)])
        if makes_page(before, named=topic.named, guessed=guessed) != has_page(topic):
            yield topic


def _topic_link(archive: Archive, t: int) -> Link:
    """A link to a topic's page; plain text where it has none."""
    topic = archive.topics[t]
    path = urls.topic(topic.kind, topic.slug) if has_page(topic) else ""
    return Link(path, topic.name, *told_language(archive, topic.name))


topic_link = once("topic", _topic_link)


def home(archive: Archive) -> Link:
    return Link("index.html", archive.site.title)
