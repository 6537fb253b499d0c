"""What was read → the archive that is published, the report, and what is wrong with the whole. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from generator import edtf
from generator.errors import Location, Problem
from generator.model import Head, SiteConfig
from generator.publish import moved, urls
from generator.publish.addresses import Settled, settle
from generator.publish.archive import amended as amended_archive
from generator.publish.archive import of_cards
from generator.publish.model import Archive, Card, Released, Sights, Standing
from generator.publish.pages import page_at
from generator.publish.pictures import copied as smaller_copies
from generator.report import Report
from generator.text import direction
from generator.tongue import ENGLISH, Tongue
from generator.views import Chrome, Link

NAME = "site.yaml"
_STYLE, _CUSTOM = "static/style.css", "static/custom.css"
_WEB = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edition:
    """The archive as it is published. `apart`: no two articles claim one address or one id."""

    archive: Archive
    problems: tuple[Problem, ...]
    apart: bool


def edition(  # noqa: PLR0913, PLR0917 - all that an archive is made of
    articles: Sequence[Card],
    read: Callable[[Card], Head],
    pages: Iterable[Standing],
    settings: SiteConfig,
    copied: Collection[str] = (),
    tongue: Tongue = ENGLISH,
    released: Collection[Released] = (),
) -> Edition:
    """The archive of what was read, and what stands in the way of the rest: ids and addresses claimed twice.

    `read` gives the head of a card; `copied` are the addresses of files that are copied as they are; `released` those
    at which articles were released.
    """
    articles, twins = _distinct(articles)
    claims = urls.Claims(copied)
    standing, taken = claims.claim(page for page in pages if page.meta.status == "published")
    fixed = [*copied, *(page.url for page in standing)]
    found = settle([card for card in articles if card.status != "draft"], released, claims, fixed, settings)
    if not found.apart:
        kept = {card.path for card in found.articles}
        articles = [card for card in articles if card.path in kept or card.status == "draft"]
    archive = _leading_on(of_cards(articles, read, settings, standing, media_of(copied), tongue), found, released)
    problems = (*twins, *taken, *found.problems, *_doubts(archive, copied))
    return Edition(archive, problems, apart=found.apart and not (twins or taken))


def _leading_on(archive: Archive, found: Settled, released: Collection[Released]) -> Archive:
    """The archive with its old addresses."""
    if not (found.named or released):
        return archive
    stands = standing_at(archive)
    taken = {*archive.at, *archive.tombstones, *archive.standing}
    leads = moved.leads(found.named, found.left, stands, taken)
    return replace(archive, moved=leads, cited=moved.cited(released, stands), released=bool(released))


def standing_at(archive: Archive) -> dict[str, str]:
    """Id → address of every article that has a page, tombstones among them."""
    return {card.id: card.url for some in (archive.cards, archive.tombstones.values()) for card in some}


def amended(
    edition: Edition, gone: Sequence[Card], came: Sequence[Card], copied: Collection[str] = ()
) -> Edition | None:
    """The edition where these cards stand instead of those, if none of them can stand in another place."""
    archive = amended_archive(edition.archive, gone, came) if edition.apart else None
    if archive is None:
        return None
    return replace(edition, archive=archive, problems=_doubts(archive, copied))


def media_of(copied: Collection[str]) -> list[str]:
    """The pictures among what is copied."""
    return [path for path in copied if path.startswith("media/")]


def pictured(edition: Edition, sights: Sights) -> Edition:
    """The same, with what is known of its pictures."""
    return replace(edition, archive=replace(edition.archive, pictures=sights))


def public(copied: Mapping[str, str], articles: Iterable[Card], sights: Sights) -> Mapping[str, str]:
    """What is copied, but for pictures that articles name which are not shown, and none that is: they are as little
    public as those, and so are their smaller copies."""
    named: dict[bool, set[str]] = {True: set(), False: set()}
    for card in articles:
        if card.images:
            named[card.status == "published"] |= pictures(card)
    hidden = named[False] - named[True]
    hidden |= {path for address in hidden for path in smaller_copies(address, sights)}
    return {path: file for path, file in copied.items() if path not in hidden} if hidden else copied


def pictures(card: Card) -> set[str]:
    """The addresses of its pictures."""
    return {urls.picture(image) for image in card.images} - {""}


def _doubts(archive: Archive, copied: Collection[str]) -> tuple[Problem, ...]:
    """What is wrong with the whole, where no two articles claim the same."""
    contradictions = (Problem(said, fatal=False) for said in archive.chains.problems)
    return (*contradictions, *_dead_ends(archive, copied))


def published(card: Card) -> Card:
    """A draft as if it were published."""
    return card._replace(status="published") if card.status == "draft" else card


def shown(page: Standing) -> Standing:
    """The same of a standing page."""
    return replace(page, meta=replace(page.meta, status="published")) if page.meta.status == "draft" else page


def report(articles: Sequence[Card], edition: Edition) -> Report:
    """What there is to count and to say of it; nothing of pages."""
    archive = edition.archive
    return Report(
        articles=len(archive.cards),
        undated=len(archive.cards) - archive.dated,
        drafts=sum(card.status == "draft" for card in articles),
        scheduled=tuple(_scheduled(articles)),
        withdrawn=len(archive.tombstones),
        wanted=len(archive.chains.wanted),
        pages=0,
        unknown_fields=tuple(sorted(Counter(name for card in articles for name in card.extra).items())),
        unused=tuple(f"site.yaml: {key}" for key in archive.site.unused),
        problems=edition.problems,
    )


def _scheduled(articles: Sequence[Card]) -> Iterator[tuple[str, str]]:
    waiting = [card for card in articles if card.status == "scheduled"]
    yield from [(card.path, edtf.label(edtf.parse(card.date))) for card in sorted(waiting, key=attrgetter("order"))]


def _distinct(articles: Sequence[Card]) -> tuple[Sequence[Card], list[Problem]]:
    """Articles whose ids differ; of two with one id, the smaller path keeps it."""
    if len({card.id for card in articles}) == len(articles):
        return articles, []
    owners: dict[str, Card] = {}
    problems = []
    for card in sorted(articles, key=attrgetter("path")):
        owner = owners.setdefault(card.id, card)
        if owner is not card:
            said = f"has the same id as {owner.path} and no page — remove one of the two, or its id: line"
            problems.append(Problem(said, Location(card.path)))
    return list(owners.values()), problems


def _dead_ends(archive: Archive, copied: Collection[str]) -> Iterator[Problem]:
    """What a person named and is not there: pictures, a logo, targets of the menu."""
    for card in archive.cards:
        for image in card.images:
            if urls.picture(image) not in archive.media and not urls.web(image):
                said = f"the picture {image!r} is not in content/media — put it there, or take the line out"
                yield Problem(said, Location(card.path), fatal=False)
    settings = archive.site
    for name, target in (*((item.title, _target(item.to)) for item in settings.menu), ("logo", settings.logo)):
        path = target.partition("#")[0]
        if target and not _WEB.match(target) and path not in copied and not page_at(archive, path):
            yield Problem(f"{name}: there is no {target!r} in this site", Location(NAME), fatal=False)


def chrome(settings: SiteConfig, tongue: Tongue = ENGLISH, copied: Collection[str] = ()) -> Chrome:
    """What every page shows of the site: from site.yaml alone, so that no article can change every page. A stylesheet
    of the site's own comes after that of the theme."""
    doors = [
        Link("index.html", tongue.say("Front page")),
        Link("tags/index.html", tongue.say("Tags")),
        Link("coverage.html", tongue.say("Coverage")),
        Link("about.html", tongue.say("About this archive")),
    ]
    return Chrome(
        title=settings.title,
        tagline=settings.tagline,
        url=settings.url,
        language=settings.language,
        dir=direction(settings.language),
        description=settings.description,
        publisher=settings.publisher,
        license=settings.license,
        contact=settings.contact,
        logo=settings.logo,
        footer=settings.footer,
        accent=settings.accent,
        styles=(_STYLE, _CUSTOM) if _CUSTOM in copied else (_STYLE,),
        menu=tuple(Link(_target(item.to), item.title) for item in settings.menu) or tuple(doors),
    )


def dresses(path: str, settings: SiteConfig) -> bool:
    """Whether anything is added to what is copied there."""
    return path == _STYLE and bool(settings.accent)


def dressed(path: str, content: bytes, settings: SiteConfig) -> bytes:
    """What stands at the address of a file that is copied: the file, and in the stylesheet of the site the accent that
    site.yaml names. In each page it would be an inline style, which no strict policy of a host lets through."""
    if not dresses(path, settings):
        return content
    return content.rstrip(b"\n") + f"\n\n:root {{ --accent: {settings.accent}; }}\n".encode()


def _target(to: str) -> str:
    """Where a line of the menu leads: `tags/` is `tags/index.html`, an address on the web stays as it is."""
    if _WEB.match(to):
        return to
    path = to.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
