"""What stands in the files of a site: their addresses and anchors, by what they are for. Pure."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any, NamedTuple


class Address(NamedTuple):
    """An address as it is written. `use`: what it is for; `followed`: a reader can go there from here."""

    href: str
    use: str
    followed: bool = False


class Html(HTMLParser):
    """The addresses, anchors and scripts of a page."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[Address] = []
        self.anchors: list[str] = []
        self.data: list[Any] = []  # what the blocks of JSON-LD say
        self.scripts: list[dict[str, str]] = []
        self.styles: list[dict[str, str]] = []
        self._within = ""
        self._text: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.anchors += [found[name] for name in ("id",) if name in found]
        self.addresses += _of_tag(tag, found)
        self.addresses += [Address(href, "style") for href in in_style(found.get("style", ""))]
        if tag == "script":
            self.scripts.append(found)
        if tag == "link" and "stylesheet" in found.get("rel", "").split():
            self.styles.append(found)
        if tag in {"script", "style"}:
            self._within, self._text = f"{tag} {found.get('type', '')}".strip(), []

    def handle_data(self, data: str) -> None:
        if self._within:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if not self._within.startswith(tag):
            return
        text = "".join(self._text)
        if self._within == "script application/ld+json":
            self.data.append(json.loads(text))
            self.addresses += [Address(href, "data") for href in _addresses_in(self.data[-1])]
        if tag == "style":
            self.addresses += [Address(href, "style") for href in in_style(text)]
        self._within = ""


@cache
def parsed(content: bytes) -> Html:
    """A page that many tests read is taken apart once."""
    return Html(content.decode())


def _of_tag(tag: str, found: dict[str, str]) -> Iterator[Address]:
    if "href" in found:
        yield Address(found["href"], f"{tag} {found.get('rel', '')}".strip(), followed=tag in {"a", "area"})
    for name in ("src", "poster", "data", "action", "formaction", "cite"):
        if name in found and not (name == "data" and tag != "object"):
            yield Address(found[name], f"{tag} {name}")
    for name in ("srcset", "imagesrcset"):
        for candidate in found.get(name, "").split(","):
            if candidate.strip():
                yield Address(candidate.split()[0], f"{tag} {name}")
    meta = found.get("property", found.get("name", ""))
    if tag == "meta" and meta in {"og:url", "og:image", "og:audio", "og:video", "twitter:image", "citation_public_url"}:
        yield Address(found.get("content", ""), meta)


def in_style(css: str) -> list[str]:
    """The addresses in a style sheet."""
    return [href for _, href in re.findall(r"""(?:url\(\s*|@import\s+)(["']?)([^"')\s]+)\1""", css)]


def _addresses_in(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        for name, value in said.items():
            if isinstance(value, str) and name in {"url", "@id", "mainEntityOfPage", "image", "contentUrl", "logo"}:
                yield value
            yield from _addresses_in(value)
    if isinstance(said, list):
        for value in said:
            yield from _addresses_in(value)


ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def in_xml(text: bytes) -> Iterator[Address]:
    """Those of an Atom feed or a sitemap."""
    for node in ET.fromstring(text).iter():
        if node.tag == f"{ATOM}link":
            yield Address(node.get("href", ""), f"feed {node.get('rel', 'alternate')}")
        if node.tag == f"{MAP}loc":
            yield Address((node.text or "").strip(), "sitemap")


def in_json(text: bytes) -> Iterator[Address]:
    """Those of a JSON feed or a web app manifest."""
    said = json.loads(text)
    if "items" in said:
        yield from (
            Address(said[name], "feed") for name in ("home_page_url", "feed_url", "next_url", "icon") if name in said
        )
        for item in said["items"]:
            yield from (Address(item[name], "feed") for name in ("url", "image", "banner_image") if name in item)
    else:
        yield from (Address(said[name], "manifest") for name in ("start_url", "scope") if name in said)
        yield from (Address(icon["src"], "manifest") for icon in said.get("icons", ()))
