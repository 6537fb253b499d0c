"""An article as machines read it: schema.org's NewsArticle, as JSON-LD, and the reference that `citation` writes out.
Pure: a view → plain values.

Only what the page shows is said, and a day is said only where it is known (schema.org has no other dates).
"""

import re
from typing import Any

from generator import text
from generator.publish import urls
from generator.publish.citation import Reference
from generator.views import ArticleView, Chrome, DateView, Note, Picture


def reference(page: ArticleView, site: Chrome) -> Reference:
    date = page.date or DateView("")
    return Reference(
        key=_key(page, site),
        title=page.title,
        paper=site.title,
        authors=tuple([author.title for author in page.authors]),
        agency=page.agency.title if page.agency else "",
        date=date.edtf,
        about=date.about,
        url=page.cited or page.canonical or page.source.url,
        language=page.lang or site.language,
        place=page.places[0].title if page.places else "",
        section=page.section.title if page.section else "",
        tags=tuple([tag.title for tag in page.tags]),
    )


def _key(page: ArticleView, site: Chrome) -> str:
    paper, name = text.slug(site.title), _NO_KEY.sub("-", page.id)
    return f"{paper}-{name}" if paper.isascii() else name


_NO_KEY = re.compile(r"[^\w.-]+")  # what a key in BibTeX may not hold, nor the name of a file


def news_article(page: ArticleView, site: Chrome, root: str) -> dict[str, Any]:
    """https://schema.org/NewsArticle. `root`: the way to the root of the site, for addresses of pictures."""
    base = site.url or root
    authors = [_named("Person", author.title) for author in page.authors]
    if not authors and page.agency:
        authors = [_named("Organization", page.agency.title)]
    said = {
        "headline": page.title,
        "alternativeHeadline": page.deck,
        "description": page.summary,
        "identifier": page.id,
        "url": page.canonical,
        "datePublished": day(page.date),
        "dateModified": day(page.updated),
        "author": authors,
        "publisher": _named("NewsMediaOrganization", site.publisher or site.title),
        "isPartOf": _named("Periodical", site.title),
        "articleSection": page.section.title if page.section else "",
        "keywords": [tag.title for tag in page.tags],
        "dateline": page.dateline.strip(" -–—―:"),
        "locationCreated": [_named("Place", place.title) for place in page.places],
        "image": [_picture(picture, base) for picture in page.pictures if picture.src],
        "correction": [_correction(note) for note in page.corrections],
        "inLanguage": page.lang or site.language,
        "license": page.license,
        "isBasedOn": page.source.url,
    }
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | {name: it for name, it in said.items() if it}


def day(date: DateView | None) -> str:
    """A date for machines: a day or an instant, "" for what is known less closely."""
    return date.iso if date and len(date.iso) >= len("YYYY-MM-DD") and not date.about else ""


def _named(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name}


def _picture(picture: Picture, base: str) -> str | dict[str, Any]:
    """What stands at `src`, which may be a smaller copy; where its size is not known, its address alone."""
    address = base + urls.quoted(picture.src)
    width, height = picture.srcset[-1][1:] if picture.srcset else (picture.width, picture.height)
    if not width:
        return address
    return {"@type": "ImageObject", "url": address, "width": width, "height": height}


def _correction(note: Note) -> dict[str, str]:
    said = {"@type": "CorrectionComment", "text": note.text, "datePublished": day(DateView("", note.iso))}
    return {name: it for name, it in said.items() if it}
