"""The text of a Markdown file → its head, and its body. Pure.

What the front matter leaves open is filled from the file itself: the date from its path, the summary from its first
paragraph, an id from its address.
"""

import re
from contextlib import suppress
from dataclasses import replace

from generator import frontmatter, paths, text
from generator.errors import FrontMatterError, Location
from generator.fingerprint import digest, of_bytes
from generator.model import Head, Meta, SiteConfig
from generator.publish import prose, urls, words
from generator.publish.model import Card, Standing


def article(path: str, content: str, site: SiteConfig) -> tuple[Head, str]:
    """The head of an article, without the digest of its body, and why that cannot be read as Markdown ("" = it can).

    Raises FrontMatterError or YamlError with the line.
    """
    meta, body = frontmatter.split(content, site.language)
    if not meta.title:
        raise FrontMatterError('title: is missing — write title: "…" between the --- lines', Location(line=1))
    meta = _from_path(meta, path)
    url = urls.of(site.addresses, meta)
    plain = words.only(_written(body))
    beginning = words.excerpt if plain else prose.excerpt
    summary = text.excerpt(meta.summary) if meta.summary else beginning(body)
    refused = "" if plain or prose.is_simple(body) else prose.check(body)
    return Head(meta.id or digest(url)[:10], path, url, meta, summary, body=""), refused


def again(card: Card, content: str, site: SiteConfig) -> tuple[Head, str]:
    """The whole head, of an article whose card is written, and its body. Raises as `article` does."""
    meta, body = frontmatter.split(content, site.language)
    meta = _from_path(meta, card.path)
    return Head(card.id, card.path, card.url, meta, card.summary, of_bytes(_written(body))), body


def _written(body: str) -> bytes:
    return body.encode(errors="surrogatepass")


# As Jekyll and Pelican want them to be called, whose addresses are made of these names.
_POST = re.compile(r"(?:.*/)?\d{4}-\d\d?-\d\d?-([^/\s]+)\.(?:md|markdown)", re.IGNORECASE | re.DOTALL)


def _from_path(meta: Meta, path: str) -> Meta:
    """With the day that stands in the file's path, where the front matter has none. A month does not count: ingest
    files what it writes in folders by month, and people may arrange those as they like. And with the slug that stands
    behind the day in the file's name, where there is none."""
    if not meta.slug and (post := _POST.fullmatch(path)):
        with suppress(FrontMatterError):
            meta = replace(meta, slug=urls.safe(f"{post[1]}.html").removesuffix(".html"))
    date = paths.date(path.removeprefix("content/articles/")) if meta.date is None else None
    day = date is not None and date.precision == "day"
    return replace(meta, date=date, inferred=(*meta.inferred, ("date", "path"))) if day else meta


def standing(path: str, content: str) -> Standing:
    """A standing page: content/pages/about.md stands at about.html. Raises as `head` does."""
    meta, body = frontmatter.split(content)
    name = path.removeprefix("content/pages/").removesuffix(".md")
    if not meta.title:
        meta = replace(meta, title=name.rpartition("/")[2].replace("-", " ").capitalize())
    return Standing(path, urls.safe(f"{name}.html"), meta, digest(body))


def body(content: str) -> str:
    """The Markdown below the front matter, without a look at what stands above."""
    return frontmatter.fences(content)[1]
