"""Old addresses and where each leads: those that front matter names, and those that were released. Pure.

An address that was released (content/addresses.tsv, one line an address: address, id of the article, day) belongs to
its article for good. Where the article stands elsewhere now, the old address leads on to it; where it is no more, a
notice stands there. No other article gets the address; but one may say in its `aliases` that it took the place of one
that is gone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from generator.errors import ConfigError, FrontMatterError, Location, Problem
from generator.model import SiteConfig
from generator.publish import urls
from generator.publish.model import Card, Redirect, Released

NAME = "content/addresses.tsv"
_HEAD = (
    "# The addresses that were released with `backfile release`: each leads to its article for good.",
    "# Take out a line to let an address go.",
    "# address\tid\treleased",
)


# ── What was released ────────────────────────────────────────────────────────────────────────────────────────────


def parse(text: str) -> tuple[Released, ...]:
    """The released addresses. Raises ConfigError with the line of one that cannot be read."""
    found: dict[str, Released] = {}
    for number, line in enumerate(text.split("\n"), 1):
        row = _row(line, number)
        if row and found.setdefault(row.path, row).id != row.id:
            raise ConfigError(
                f"{row.path} is released for two articles — take one of the lines out", Location(NAME, number)
            )
    return tuple(found.values())


def _row(line: str, number: int) -> Released | None:
    if not line.strip() or line.startswith("#"):
        return None
    path, _, rest = line.strip("\r").partition("\t")
    id, _, since = rest.partition("\t")
    with suppress(FrontMatterError):
        if id and urls.safe(path) == path and not urls.ours(path):
            return Released(path, id, since.strip())
    said = "is no released address — take the line out, or write: address, tab, id of the article, tab, day"
    raise ConfigError(said, Location(NAME, number))


def written(released: Iterable[Released]) -> str:
    """The file that says so: sorted, so that two who release meet in few lines."""
    return "\n".join([*_HEAD, *("\t".join(row) for row in sorted(released))]) + "\n"


@dataclass(frozen=True, slots=True)
class News:
    """What a release changes. `new`: addresses of articles that had none; `moved`: (released address, address now);
    `gone`: released addresses of articles that are no more."""

    new: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]


def news(released: Iterable[Released], stands: Mapping[str, str]) -> News:
    """`stands`: id → address, of all articles that have a page now, tombstones among them."""
    last = latest(released)
    new = sorted(path for id, path in stands.items() if id not in last)
    moved = sorted((last[id], path) for id, path in stands.items() if last.get(id, path) != path)
    return News(tuple(new), tuple(moved), tuple(sorted(path for id, path in last.items() if id not in stands)))


def added(released: Sequence[Released], stands: Mapping[str, str], now: str) -> tuple[Released, ...]:
    """The same with the addresses of `now`. An article that stands at an address it had before has it anew."""
    kept = {row.path: row for row in released}
    last = latest(released)
    kept |= {path: Released(path, id, now) for id, path in stands.items() if last.get(id) != path}
    return tuple(kept.values())


def latest(released: Iterable[Released]) -> dict[str, str]:
    """Id → the address at which an article was released last."""
    return {row.id: row.path for row in sorted(released, key=lambda row: (row.since, row.path))}


# ── Where each old address leads ─────────────────────────────────────────────────────────────────────────────────


def aliases(cards: Iterable[Card], site: SiteConfig) -> tuple[list[tuple[Card, Redirect]], list[Problem]]:
    """The old addresses that articles name, each of an article once; and those that can be none."""
    found, problems = [], []
    for card in (card for card in cards if card.aliases):
        named: dict[str, Redirect] = {}
        for alias in card.aliases:
            try:
                address, path = urls.old(alias, site.url)
            except FrontMatterError as error:
                problems.append(Problem(f"aliases: {error.message}", Location(card.path), fatal=False))
                continue
            if path != card.url:
                if urls.key(path) == urls.key(card.url):
                    path = ""  # on many disks it is the article's own: where it is not, the host's rules lead on
                named.setdefault(path or address, Redirect(address, card.url, path, card.id))
        found += [(card, one) for one in named.values()]
    return found, problems


def leads(
    named: Iterable[Redirect], released: Iterable[Released], stands: Mapping[str, str], taken: Collection[str]
) -> dict[str, Redirect]:
    """Where each old address leads, by the path of its page, or by itself where a query keeps it from having one.
    `stands`: as in `news`; `taken`: paths at which something stands."""
    found = {one.path or one.address: one for one in named if one.id in stands}  # one that is scheduled does not yet
    for row in released:
        if row.path not in taken and row.path not in found:
            found[row.path] = Redirect(f"/{row.path}", stands.get(row.id, ""), row.path, row.id)
    return dict(sorted(found.items()))


def cited(released: Collection[Released], stands: Mapping[str, str]) -> dict[str, str]:
    """Id → the address to cite, of articles that do not stand where they were released."""
    known: dict[str, set[str]] = {}
    for row in released:
        known.setdefault(row.id, set()).add(row.path)
    return {id: path for id, path in latest(released).items() if id in stands and stands[id] not in known[id]}


def named_by(cards: Iterable[Card], site: SiteConfig) -> Iterator[str]:
    """The paths of the old addresses of these articles."""
    return (one.path for _, one in aliases(cards, site)[0] if one.path)
