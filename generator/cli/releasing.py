"""The command `release`: the addresses that are public from now on, for good."""

import datetime
import time
from dataclasses import replace
from pathlib import Path

import click

from generator import files, frontmatter, publish, rooms
from generator.cli.building import publish as build_site
from generator.cli.building import take_in
from generator.cli.check import questions_of
from generator.cli.command import command
from generator.cli.printing import counted, progress, say, say_error, say_some, summary, waiting
from generator.publish import moved
from generator.publish.edition import standing_at
from generator.publish.model import Archive
from generator.publish.reading import released
from generator.report import Options
from generator.unchanged import ADDRESSES


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would be released, and release nothing.")
@command
def release(start: Path, dry_run: bool) -> int:
    """Build, check, and record the addresses of all articles in content/addresses.tsv: they are public from now on.

    Whatever becomes of an article, its released addresses lead to it, or say that it is gone, and are given to no
    other. Commit that file with the archive. Exits with 1, and releases nothing, where something is to be mended.
    """
    root = rooms.find(start)
    take_in(root, dry_run=False, verify=False)
    wrong = build_site(root, root / "output", Options())
    wrong = wrong or int(any(one.must and not one.ticked for one in questions_of(root, progress)))
    if wrong:
        say_error("Nothing was released: mend what is named above, or by `backfile check`, first")
        return 1
    started = time.monotonic()
    with rooms.alone(root, waiting):
        before, archive = released(root), publish.read(root, progress)
        stands = standing_at(archive)
        if odd := sorted(path for id, path in stands.items() if not id.isprintable()):
            say_error(f"Nothing was released: the id of {odd[0]} holds a sign that no line can — give it another")
            return 1
        if not dry_run:
            _pin(root, archive)
        after = moved.added(before, stands, f"{datetime.datetime.now(tz=datetime.UTC):%Y-%m-%dT%H:%M:%SZ}")
        if not dry_run and after != before:
            files.write(root / ADDRESSES, moved.written(after).encode())
    _say(moved.news(before, stands), len(after), started, dry_run=dry_run)
    if dry_run or after == before:
        return 0
    return build_site(root, root / "output", Options())  # articles that moved cite the addresses of today


def _pin(root: Path, archive: Archive) -> None:
    """An article without an id has one that its address makes: it is written down, or it would go with the address."""
    pinned = 0
    for card in (*archive.cards, *archive.tombstones.values()):
        text = files.text(root / card.path)
        meta, _ = frontmatter.split(text)
        if not meta.id:
            files.write(root / card.path, frontmatter.amend(text, replace(meta, id=card.id), ["id"]).encode())
            pinned += 1
    if pinned:
        say(f"An id was written into {counted(pinned, 'article')}: by it, and not by the address, each is known.")


def say_strayed(root: Path, archive: Archive, *, broken: bool) -> None:
    """Which articles have left the addresses at which they were released. `broken`: there are some that nobody can
    read, and so nobody knows which they are."""
    found = moved.news(released(root), standing_at(archive))
    gone = [path for path in found.gone if not (one := archive.moved.get(path)) or not one.to]
    if not (found.moved or gone):
        return
    say()
    if found.moved:
        say(f"{counted(len(found.moved), 'article')} left the address of the last release, which leads on:")
        say_some([f"{old} → {new}" for old, new in found.moved])
    if gone:
        say(f"Released addresses of articles that are here no more: {len(gone):,}")
        say_some(gone)
        if broken:
            say("  One that only cannot be read has its page again when it is mended: see above.")
        say("  Where another article took its place, write the address into that one's aliases.")


def _say(news: moved.News, count: int, started: float, *, dry_run: bool) -> None:
    lines = [
        (len(news.new), "new", "public from now on"),
        (len(news.moved), "moved", "the old address leads on"),
        (len(news.gone), "gone", "a notice stands there, or what took its place"),
    ]
    summary(f"Addresses: {count:,} → {ADDRESSES}", lines, started, dry_run=dry_run)
    say_some([f"{old} → {new}" for old, new in news.moved])
    say_some(news.gone)
