"""The site as it stands now: what goes into it, held in memory, and the same after an edit. Effects: reads.

At first what a build remembers of the articles is taken, or the articles are read. After an edit the folders that it
touched are looked at once more, and nothing else. What cannot be read any more stays as it was, and is complained of.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator import files, publish, quiet, site, unchanged
from generator.errors import BackfileError, ItemError, Problem
from generator.model import SiteConfig
from generator.progress import Progress, silent
from generator.publish import copies, crew
from generator.publish.album import OnDemand, of, remembered
from generator.publish.edition import Edition, amended, edition, media_of, pictured, public
from generator.publish.layouts import Layouts
from generator.publish.model import Card, Released
from generator.publish.press import Matter
from generator.publish.reading import Folder, Scan, below, released, scan
from generator.publish.schedule import Schedule
from generator.publish.scope import recall
from generator.publish.sources import Sources
from generator.quiet import Survey
from generator.rings import growing
from generator.rooms import theme

RAW = "content/raw"
COPIED = ("content/media", "content/static", "layouts")


@dataclass(frozen=True, slots=True)
class Touched:
    """What somebody wrote to. `folders`: their whole names; `everything`: more than is worth telling apart."""

    folders: frozenset[str] = frozenset()
    everything: bool = False

    def __or__(self, other: "Touched") -> "Touched":
        return Touched(self.folders | other.folders, self.everything or other.everything)

    def under(self, *homes: Path) -> bool:
        return self.everything or any(below(name, str(home)) for name in self.folders for home in homes)


@dataclass(frozen=True, slots=True)
class State:
    """Everything that pages are made of, as far as it can be read.

    copied   address → file, of what is copied as it is
    assets   the same, and what only hidden articles show; `stamps`: the numbers of each
    survey   what stands in content/; `folders`: its articles
    released  the addresses at which articles were released
    spell    what the clock says of it
    misnamed  files whose names can be no addresses
    album     what is known of pictures
    held     path → card of articles that are broken now, as they were before
    broken   what else is: site.yaml, the layouts
    """

    root: Path
    drafts: bool
    settings: SiteConfig
    looks: Layouts
    copied: Mapping[str, str]
    assets: Mapping[str, str]
    stamps: Mapping[str, tuple[int, ...]]
    survey: Survey
    folders: Mapping[str, Folder]
    scanned: Scan
    released: tuple[Released, ...]
    whole: Edition
    spell: Schedule
    misnamed: tuple[Problem, ...]
    album: OnDemand
    held: Mapping[str, Card] = field(default_factory=dict)
    broken: Mapping[str, Problem] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What a person should look at, the serious first."""
        said = (*self.broken.values(), *self.scanned.problems, *self.misnamed, *self.whole.problems)
        return tuple(sorted(said, key=lambda one: (not one.fatal, one.location.path, one.location.line)))

    def matter(self) -> Matter:
        return publish.matter(Sources(self.root, self.settings), self.whole.archive, self.looks, self.copied)


def first(root: Path, *, drafts: bool = False, progress: Progress = silent) -> State:
    """Raises ConfigError and MachineError: without site.yaml or layouts there is nothing to show."""
    settings = site.load(root)
    looks = publish.looks_of(root, settings)
    assets, misnamed = copies.assets(root, looks)
    album = OnDemand(of(assets), remembered(root))
    memory = unchanged.memory_of(root, root / "output")
    publish.recall_layouts(looks, memory)
    last = quiet.recall(unchanged.remembered(memory))
    with growing():
        survey = quiet.survey(places(root), unchanged.known(last, memory), doubt=True)
        known = recall(memory, settings)
        with crew.hired() as hands:
            scanned = scan(root, settings, survey, known, progress, hands)
        shown, spell = scanned.shown(time.time(), drafts=drafts)
        head = Sources(root, settings).head
        known_to_all = released(root)
        whole = edition(shown.articles, head, shown.standing, settings, assets, looks.tongue, known_to_all)
    whole = pictured(whole, album)
    copied, folders = public(assets, shown.articles, {}), _with(known, scanned)
    stamps = _stamps(assets)
    found = copied, assets, stamps, survey, folders, shown, known_to_all, whole, spell, misnamed
    return State(root, drafts, settings, looks, *found, album)


def again(state: State, touched: Touched) -> State:
    """The same after somebody wrote there. What a person wrote raises nothing."""
    broken = dict(state.broken)
    now = state
    with _telling(broken, site.NAME):
        settings = site.load(state.root)
        if settings.shown() != state.settings.shown():  # it decides how each article is read
            now, touched = replace(now, folders={}), Touched(everything=True)
        now = replace(now, settings=settings)
    spoken = now.settings.language != state.settings.language
    if spoken or touched.under(state.root / "layouts", theme()) or "layouts" in broken:
        with _telling(broken, "layouts"):
            now = replace(now, looks=_tried(publish.looks_of(state.root, now.settings), now))
    if touched.under(*(state.root / name for name in COPIED)):
        assets, misnamed = copies.assets(state.root, now.looks)
        album = OnDemand(of(assets), now.album.known)
        now = replace(now, assets=assets, stamps=_stamps(assets), misnamed=misnamed, album=album)
    with _telling(broken, unchanged.ADDRESSES):
        known_to_all = released(state.root)
        if known_to_all != state.released:
            now, touched = replace(now, released=known_to_all), Touched(everything=True)
    with growing(stays=False):
        return _read(replace(now, broken=broken), touched)


def places(root: Path) -> list[Path]:
    """All that an edit may touch."""
    return [*unchanged.sources_of(root), root / RAW]


# ── Articles ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _read(state: State, touched: Touched) -> State:
    survey = _looked(state, touched)
    scanned = scan(state.root, state.settings, survey, state.folders)
    folders = _with(state.folders, scanned)
    seen, spell = scanned.shown(time.time(), drafts=state.drafts)
    shown, held = _holding(seen, state.held)
    whole = None
    said = state.whole.archive.tongue.says_as(state.looks.tongue)
    same = shown.standing == state.scanned.standing and spell == state.spell
    if said and same and not touched.everything:
        whole = amended(state.whole, shown.gone, shown.came, state.assets)
    if whole is None:
        head = Sources(state.root, state.settings).head
        given = shown.articles, head, shown.standing, state.settings, state.assets, state.looks.tongue
        whole = edition(*given, state.released)
    there = replace(whole.archive, media=frozenset(media_of(state.assets)))
    whole = pictured(replace(whole, archive=there), state.album)
    now = replace(state, survey=survey, folders=folders, scanned=shown, whole=whole, spell=spell, held=held)
    return replace(now, copied=public(state.assets, shown.articles, {}))


def _looked(state: State, touched: Touched) -> Survey:
    """A folder that is not known yet may bring others with it."""
    articles = state.root / "content" / "articles"
    inside = [name for name in touched.folders if below(name, str(articles))]
    if touched.everything or any(name not in state.survey.folders for name in inside):
        return quiet.survey(places(state.root), {}, doubt=True)
    return quiet.looked(state.survey, inside)


def _with(before: Mapping[str, Folder], scanned: Scan) -> dict[str, Folder]:
    now = {**before, **dict(scanned.folders)}
    return {name: folder for name, folder in now.items() if folder}


def _holding(scanned: Scan, held: Mapping[str, Card]) -> tuple[Scan, dict[str, Card]]:
    """The same where articles that cannot be read (any more, or still) stand as they were."""
    wrong = {problem.location.path for problem in scanned.problems}
    here = {card.path for card in scanned.came}
    lost = {card.path: card for card in scanned.gone if card.path in wrong and card.path not in here}
    still = {path: card for path, card in held.items() if path in wrong and path not in here}
    mended = [card for path, card in held.items() if path not in still]
    gone = [card for card in scanned.gone if card.path not in lost]
    now = {**still, **lost}
    return replace(scanned, articles=(*scanned.articles, *now.values()), gone=(*gone, *mended)), now


# ── What else there is ───────────────────────────────────────────────────────────────────────────────────────────


def _tried(looks: Layouts, state: State) -> Layouts:
    """Layouts with which a page of each type can be made. Raises ConfigError."""
    with suppress(ItemError):  # of an article that is broken itself
        publish.try_on(looks, state.whole.archive)
    return looks


def _stamps(copied: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    return {path: files.stamp(Path(name)) for path, name in copied.items()}


@contextmanager
def _telling(broken: dict[str, Problem], what: str) -> Iterator[None]:
    """What goes wrong inside is a problem until it goes well."""
    try:
        yield
    except BackfileError as error:
        broken[what] = Problem(error.message, error.location)
    else:
        broken.pop(what, None)
