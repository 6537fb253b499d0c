"""How to cite an article: in words (APA 7, Chicago 17, MLA 9), and for reference managers (BibTeX, RIS, CSL-JSON,
COinS). Pure.

What is cited is the article in this archive, with what is known of it: a day that is not known is not cited, and a date
that only lies somewhere says so. A name is turned round (Corvane, Lena) only where it is of Latin letters and plainly
given names and one family name; every other stays as it is printed, for which part of it is which is not ours to guess.
The styles are those of English, whatever the language of the site.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from generator import edtf
from generator.publish.urls import component


class Reference(NamedTuple):
    """What there is to cite. `date` is an EDTF, "" for none; `about`: it is only known to lie there. `key` names it in
    a list of references."""

    key: str
    title: str
    paper: str
    authors: tuple[str, ...] = ()
    agency: str = ""
    date: str = ""
    about: bool = False
    url: str = ""
    language: str = ""
    place: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()


class Words(NamedTuple):
    """A citation in words, parted at the name of the paper, which is set in italics."""

    before: str
    paper: str
    after: str


# ── In words ─────────────────────────────────────────────────────────────────────────────────────────────────────


def apa(it: Reference) -> Words:
    """Corvane, L., & Ide, T. (2020, November 18). Headline. *Paper*. https://…"""
    date = _apa_date(it)
    names = _listed([_initials(name) for name in it.authors], ", & ", ", ") or it.agency
    start = f"{_stopped(names)} ({date}). {_stopped(it.title)} " if names else f"{_stopped(it.title)} ({date}). "
    return Words(start, it.paper, f". {it.url}" if it.url else ".")


def chicago(it: Reference) -> Words:
    """Corvane, Lena, and Tom Ide. “Headline.” *Paper*, November 18, 2020. https://…"""
    return Words(_leading(it, ", and "), it.paper, f", {_american(it)}." + (f" {it.url}." if it.url else ""))


def mla(it: Reference) -> Words:
    """Corvane, Lena, and Tom Ide. “Headline.” *Paper*, 18 Nov. 2020, https://…"""
    authors = it.authors if len(it.authors) < 3 else it.authors[:1]
    names = _inverted_first(authors, ", and ") + (", et al" if len(it.authors) > 2 else "")
    start = f"{_stopped(names or it.agency)} {_quoted(it.title)} " if names or it.agency else f"{_quoted(it.title)} "
    return Words(start, it.paper, f", {_short(it)}" + (f", {it.url}." if it.url else "."))


def _leading(it: Reference, last: str) -> str:
    names = _inverted_first(it.authors, last) or it.agency
    return f"{_stopped(names)} {_quoted(it.title)} " if names else f"{_quoted(it.title)} "


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…", "؟", "。")) else f"{text}."


def _quoted(title: str) -> str:
    """In double quotation marks, those inside it single."""
    inner = _OPENING.sub("‘", title).replace("”", "’").replace('"', "’")
    return f"“{_stopped(inner)}”"


_OPENING = re.compile(r'“|(?<![^\s(\[–—-])"(?=\S)')


def _listed(names: list[str], last: str, between: str) -> str:
    return between.join(names[:-1]) + (last if len(names) > 1 else "") + names[-1] if names else ""


def _inverted_first(authors: tuple[str, ...], last: str) -> str:
    return _listed([_inverted(authors[0]), *authors[1:]], last, ", ") if authors else ""


# ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────────

_WORD = r"[A-Z\u00c0-\u00de][\w\u2019'’-]+"
_NAME = re.compile(rf"({_WORD}(?: (?:{_WORD}|[A-Z]\.))?) ({_WORD})")


@lru_cache(maxsize=4096)
def parted(name: str) -> tuple[str, str] | None:
    """Given name and family name; None where they cannot be told."""
    match = _NAME.fullmatch(name)
    plain = match and all(letter < "\u0250" for letter in name if letter.isalpha())
    return (match[1], match[2]) if match and plain else None


def _inverted(name: str) -> str:
    parts = parted(name)
    return f"{parts[1]}, {parts[0]}" if parts else name


def _initials(name: str) -> str:
    parts = parted(name)
    return f"{parts[1]}, {' '.join(f'{given[0]}.' for given in parts[0].split())}" if parts else name


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=4096)
def _exactly(written: str) -> tuple[int, ...]:
    """Year, month and day, as far as they are stated; of a date that is not exact nothing."""
    date = edtf.parse(written)
    exact = not date.approximate and date.precision != "interval"
    return tuple([int(part) for part in edtf.unit(date).split("-")]) if exact else ()


def _parts(it: Reference) -> tuple[int, ...]:
    return _exactly(it.date) if it.date and not it.about else ()


def _known(it: Reference) -> str:
    """A date that has no such parts, in words: "about November 2019 – March 2021"."""
    words = edtf.label(edtf.parse(it.date)) if it.date else ""
    return f"about {words}" if it.about and not words.startswith(("about", "before", "after", "by")) else words


def _apa_date(it: Reference) -> str:
    year, *rest = _parts(it) or (0,)
    if not year:
        return re.sub("^about ", "ca. ", _known(it)) or "n.d."
    month = edtf.MONTHS[rest[0] - 1] if rest else ""
    return f"{year}, {month} {rest[1]}" if len(rest) == 2 else f"{year}, {month}" if rest else str(year)


def _american(it: Reference) -> str:
    year, *rest = _parts(it) or (0,)
    if not year:
        return _known(it) or "n.d."
    month = edtf.MONTHS[rest[0] - 1] if rest else ""
    return f"{month} {rest[1]}, {year}" if len(rest) == 2 else f"{month} {year}" if rest else str(year)


_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def _short(it: Reference) -> str:
    year, *rest = _parts(it) or (0,)
    if not year:
        return _known(it) or "n.d."
    return " ".join(reversed([str(year), *(_SHORT[month - 1] for month in rest[:1]), *map(str, rest[1:])]))


# ── For reference managers ───────────────────────────────────────────────────────────────────────────────────────

_TEX = {letter: f"\\{letter}" for letter in "&%$#_"}
# BibTeX counts braces, those after a backslash too: one without its other would swallow all entries behind it.
_TEX |= {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
_TEX |= {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_TEX_SIGN = re.compile(r"[&%$#_{}\\~^]")


def bibtex(it: Reference) -> str:
    """An entry for BibTeX and biblatex, UTF-8."""
    year, *rest = _parts(it) or (0,)
    authors = [parted(name) for name in it.authors]
    names = [
        f"{parts[1]}, {parts[0]}" if parts else f"{{{_tex(name)}}}"
        for name, parts in zip(it.authors, authors, strict=True)
    ]
    fields = {
        "author": " and ".join(names) or (f"{{{_tex(it.agency)}}}" if it.agency else ""),
        "title": f"{{{_tex(it.title)}}}",
        "journal": _tex(it.paper),
        "year": f"{year:04}" if year else "",
        **{name: str(part) for name, part in zip(("month", "day"), rest, strict=False)},
        "note": _tex(_known(it)) if not year else "",
        "langid": it.language,
        "url": it.url.replace("{", "%7B").replace("}", "%7D"),
    }
    lines = [f"  {name:7} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{it.key},", *lines, "}"])


def _tex(text: str) -> str:
    return text if text.isalnum() else _TEX_SIGN.sub(lambda match: _TEX[match[0]], text)


def ris(it: Reference) -> str:
    """A record in the RIS format (TY NEWS). Lines end in \\n: browsers copy them so."""
    year, *rest = _parts(it) or (0,)
    day = "/".join([f"{year:04}", *(f"{part:02}" for part in rest)]) if year else ""
    rows = [
        ("TY", "NEWS"),
        *(("AU", _inverted(name)) for name in it.authors),
        ("AU", "" if it.authors else it.agency),
        ("TI", it.title),
        ("T2", it.paper),
        ("PY", f"{year:04}" if year else ""),
        ("DA", day),
        ("N1", "" if year else _known(it)),
        ("CY", it.place),
        *(("KW", tag) for tag in it.tags),
        ("LA", it.language),
        ("UR", it.url),
    ]
    return "\n".join([f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value] + ["ER  - "])


def csl(it: Reference) -> list[dict[str, object]]:
    """CSL-JSON 1.0: a list of one item (article-newspaper)."""
    item: dict[str, object] = {"id": it.key, "type": "article-newspaper", "title": it.title}
    if it.authors or it.agency:
        item["author"] = [_csl_name(name) for name in it.authors] or [{"literal": it.agency}]
    item["container-title"] = it.paper
    if parts := _parts(it):
        item["issued"] = {"date-parts": [list(parts)]}
    elif known := _known(it):
        item["issued"] = {"literal": known}
    more = {"section": it.section, "language": it.language, "URL": it.url}
    item |= {name: value for name, value in more.items() if value}
    return [item]


def _csl_name(name: str) -> dict[str, str]:
    parts = parted(name)
    return {"family": parts[1], "given": parts[0]} if parts else {"literal": name}


def coins(it: Reference) -> str:
    """What stands in the title of a COinS span (OpenURL 1.0), not escaped for html."""
    date = "-".join([f"{part:02}" for part in _parts(it)])
    rows = [("atitle", it.title), ("jtitle", it.paper), *(("au", name) for name in it.authors or (it.agency,))]
    rows += [("date", date), ("language", it.language)]
    said = "".join([f"&rft.{name}={component(value)}" for name, value in rows if value])
    return f"{_COINS}{said}" + (f"&rft_id={component(it.url)}" if it.url else "")


_COINS = "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article"
