"""The files that a host reads: redirects, what is gone, headers. Which they are, site.yaml says (`host`). Pure."""

from collections.abc import Iterator

from generator.publish import hosts
from generator.publish.change import Change
from generator.publish.model import Archive
from generator.views import Page


def paths(archive: Archive) -> Iterator[str]:
    yield from hosts.files(archive.site.host)


def page(archive: Archive, path: str) -> Page | None:
    if path not in hosts.files(archive.site.host):
        return None
    return Page(path, hosts.TEMPLATE, hosts.view(archive))


def reached(change: Change) -> Iterator[str]:
    """What is withdrawn, or had another address, stands in them."""
    archive = change.archive
    if archive.moved or archive.released or any(card.status == "withdrawn" or card.aliases for card in change.cards):
        yield from paths(archive)
