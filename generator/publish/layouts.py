"""Layouts: a page's view and its safe body → the bytes of its file. Rim: `load` reads the templates, once.

Four names exist in a layout: `page` (the frozen view), `body` (the safe HTML of an article or standing page), `site`
(the chrome) and `root` (the relative way from the page to the root of the site); `_("Older")` says a phrase in the
language of the site. Every value is escaped, whatever the layout's name ends in; `body` alone is taken as HTML. No
chance and no clock: the same view gives the same bytes.
"""

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from markupsafe import Markup, escape

from generator import files
from generator.errors import ConfigError, Location
from generator.publish import catalogue, hosts
from generator.publish.citation import apa, bibtex, chicago, coins, csl, mla, ris
from generator.publish.compiler import Quick, Speaking, call, phrases
from generator.publish.described import news_article, reference
from generator.publish.drawing import DRAWN
from generator.publish.hosts.said import inline
from generator.publish.jsontext import NOT_XML, as_json
from generator.publish.prose import with_dateline
from generator.publish.urls import component, encoder
from generator.tongue import ENGLISH, Catalogue, Tongue
from generator.views import Chrome, HostView, Link, Page

SUFFIXES = frozenset([".html", ".xml", ".svg", ".json", ".txt"])
STATIC = "static/"

_Kind = TypeVar("_Kind", bound=Speaking)


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was read: its file and its text."""

    path: Path
    text: str


class Layouts:
    """The layouts of a site as they stood when `load` read them.

    `quick` renders them; where it cannot, `plain` does, or tells what is wrong.
    """

    def __init__(self, sources: Mapping[str, Source], assets: Mapping[str, Path], tongue: Tongue = ENGLISH) -> None:
        self.tongue = tongue
        self._sources = dict(sources)
        self._assets = tuple(sorted(assets.items()))
        self.plain = _environment(Speaking, self._sources, tongue)
        self.quick = _environment(Quick, self._sources, tongue)
        self._digests: dict[str, str] = {}
        self._inline = inline(source.text for source in self._sources.values())

    def __reduce__(self) -> tuple[object, ...]:
        """To another process go the texts, as they were read; it compiles them for itself."""
        return Layouts, (self._sources, dict(self._assets), self.tongue)

    def render(self, page: Page, chrome: Chrome, body: str) -> bytes:
        """The file of a page, UTF-8. `body` must be safe HTML. A mistake in a layout is a ConfigError with its line."""
        if page.template in DRAWN:
            return DRAWN[page.template](page.view)
        if isinstance(page.view, HostView):
            return hosts.written(page.path, page.view, self._inline).encode("utf-8", "replace")
        root = "../" * page.path.count("/")
        values = {"page": page.view, "site": chrome, "body": Markup(body), "root": root}
        pieces = self._quickly(page.template, values)
        if pieces is None:
            pieces = [self._plainly(page, values)]
        if page.template.endswith((".xml", ".svg")):
            pieces = [NOT_XML.sub("", "".join(pieces))]
        return encoded(pieces)

    def digest(self, template: str) -> str:
        """SHA-256 of a layout, of all it extends, includes or imports, and of the words of its language; of every
        layout where a name is computed."""
        if template in DRAWN:
            return template  # the digest of this program stands for what draws it
        if template == hosts.TEMPLATE:
            return sha256(repr(self._inline).encode()).hexdigest()
        if template not in self._digests:
            if template not in self._sources:
                raise self._explained(TemplateNotFound(template))
            self._digests[template] = _digest(self._sources, self._closure(template), self.tongue)
        return self._digests[template]

    def recall(self, program: str, kept: bytes | None) -> None:
        """What an earlier build compiled, if it was by this program and in these words."""
        self.quick.compiled.recall(f"{program} {_spoken(self.tongue)}", kept)

    def packed(self) -> bytes | None:
        """All that is compiled; None = no more than was recalled."""
        return self.quick.compiled.packed()

    def phrases(self) -> set[str]:
        """All that the layouts say in the language of the site, in English. Raises ConfigError."""
        try:
            return set().union(*(phrases(source.text) for source in self._sources.values()))
        except TemplateError as error:
            raise self._explained(error) from error

    def forget(self) -> None:
        """What macros made so far, and of addresses."""
        self.quick.forget()
        urlpath.cache_clear()
        uri.cache_clear()

    def assets(self) -> tuple[tuple[str, Path], ...]:
        """The files that go out as they are: ("static/style.css", its path), sorted."""
        return self._assets

    def _quickly(self, template: str, values: Mapping[str, object]) -> list[str] | None:
        try:
            return self.quick.pieces(template, values)
        except Exception:  # whatever it is: the plain environment says it in Jinja's words, or it is nothing
            return None

    def _plainly(self, page: Page, values: Mapping[str, object]) -> str:
        try:
            return self.plain.get_template(page.template).render(values)
        except UndefinedError as error:
            raise ConfigError(f"{error.message} — {_readable(page)}", self._place(error)) from error
        except TemplateError as error:
            raise self._explained(error) from error
        except RecursionError as error:
            raise ConfigError(
                "this layout includes itself, directly or by way of another", Location(page.template)
            ) from error
        except (TypeError, ValueError, ArithmeticError, AttributeError, LookupError) as error:
            if not self._is_template(_innermost(error)):
                raise  # a bug of ours
            raise ConfigError(f"this line of the layout fails: {error}", self._place(error)) from error

    def _closure(self, template: str) -> frozenset[str]:
        found: set[str] = set()
        ahead = [template]
        while ahead:
            name = ahead.pop()
            if name in found:
                continue
            found.add(name)
            for other in self._references(name):
                if other is None:
                    return frozenset(self._sources)
                ahead.append(other)
        return frozenset(found)

    def _references(self, name: str) -> frozenset[str | None]:
        """What a layout names; None where a name is computed."""
        if name not in self._sources:
            return frozenset()
        source = self._sources[name]
        try:
            return self.quick.names(source.text, name, str(source.path))
        except TemplateError as error:
            raise self._explained(error) from error

    def _explained(self, error: TemplateError) -> ConfigError:
        if isinstance(error, TemplateNotFound):
            return ConfigError(_missing(str(error.name), self._sources), self._place(error))
        if isinstance(error, TemplateSyntaxError):
            message = f"{error.message} — correct this line; blocks are {{% … %}}, values {{{{ … }}}}"
            return ConfigError(message, Location(error.filename or "", error.lineno))
        return ConfigError(f"this line of the layout fails: {error.message}", self._place(error))

    def _place(self, error: BaseException) -> Location:
        """The innermost line of a layout that the error passed on its way up."""
        places = [(file, line) for file, line in _frames(error) if self._is_template(file)]
        return Location(*places[-1]) if places else Location()

    def _is_template(self, file: str) -> bool:
        return any(file == str(source.path) for source in self._sources.values())


def encoded(pieces: Sequence[str]) -> bytes:
    """Pieces of text as UTF-8; lone surrogates become "?". To encode them one by one takes a quarter of the time: where
    a page has one letter beyond Latin (the › of its breadcrumbs), each letter of it would be looked at."""
    try:
        return b"".join(map(str.encode, pieces))
    except UnicodeEncodeError:
        return "".join(pieces).encode("utf-8", "replace")


def load(folders: tuple[Path, ...], language: str = "en") -> Layouts:
    """Read the layouts: the site's own folder first, then the default theme; the first file of a name wins. Of the
    words of a language, those of the site and those of the theme come together. Raises ConfigError."""
    sources: dict[str, Source] = {}
    assets: dict[str, Path] = {}
    words: dict[tuple[str, Path], Catalogue]
    words = {(name, folder): {} for folder in reversed(folders) for name in catalogue.names(language)}
    for folder in folders:
        for name, path in _files(folder):
            if name.startswith(STATIC):
                assets.setdefault(name, path)
            elif path.suffix in SUFFIXES and name not in sources:
                sources[name] = Source(path, _read(path))
            elif (name.lower(), folder) in words:
                words[name.lower(), folder] = catalogue.parse(_read(path), str(path))
    return Layouts(sources, assets, catalogue.speaking(language, catalogue.merged(words.values())))


def unspoken(folders: tuple[Path, ...], language: str) -> tuple[str, ...]:
    """The phrases of the interface that have no words in a language, and so stand in English: of all that the layouts
    say, and all that any catalogue has. Raises ConfigError."""
    looks = load(folders, language)
    known = looks.phrases()
    for folder in folders:
        for path in sorted(folder.glob("words/*.yaml")):
            known |= catalogue.parse(_read(path), str(path)).keys()
    english = language.lower().split("-")[0] == "en"
    return () if english else tuple(sorted(known - looks.tongue.catalogue.keys() - {catalogue.MONTH}))


# ── Filters and tests ────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=16384)
def urlpath(address: str) -> str:
    """An address of this site, percent-encoded for use in a link; what follows `.html#` is an anchor."""
    path, mark, anchor = address.lstrip("/").partition(".html#")
    return _quoted(path) + mark + _quoted(anchor)


@lru_cache(maxsize=1024)  # a page says its own twice
def uri(address: str) -> str:
    """An address of the web with everything encoded that RFC 3986 does not allow; encoding twice changes nothing."""
    return _web(address)


_web = encoder("%/:?#[]@!$&'()*+,;=~")


def run_in(body: Markup, dateline: str, places: Sequence[Link] = (), root: str = "") -> Markup:
    """The body with the dateline set again at the start of its first paragraph, its places as links to their pages."""
    words = dateline.strip()
    if not words:
        return body
    paths = {str(escape(place.title)).lower(): place.path for place in places if place.path}
    linked = str(escape(words))
    if paths:
        named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, paths))})(?!\w)", re.IGNORECASE)
        linked = named.sub(lambda match: _linked(match[0], paths, root), linked)
    return Markup(with_dateline(str(body), f'<span class="dateline">{linked}</span>'))


def _linked(name: str, paths: Mapping[str, str], root: str) -> str:
    path = paths.get(name.lower())
    return f'<a href="{root}{urlpath(path)}">{name}</a>' if path else name


def external(address: str) -> bool:
    """Whether an address leads to the web (and not to a page of this site, a script, a file)."""
    return address.lower().startswith(("http://", "https://"))


# ":" is not safe: before the first "/" it would make the part a scheme.
_quoted = encoder("/@!$&'()*+,;=~")


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file of a folder with its name inside it, sorted: no link, no hidden one, none that editors lay beside."""
    for path in files.walk(folder):
        if not files.aside(path.name):
            yield path.relative_to(folder).as_posix(), path


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("this layout is not UTF-8 — save it as UTF-8", Location(str(path))) from error


def _environment(kind: type[_Kind], sources: Mapping[str, Source], tongue: Tongue) -> _Kind:
    def found(name: str) -> tuple[str, str, None] | None:
        source = sources.get(name)
        return (source.text, str(source.path), None) if source else None

    environment = kind(
        tongue,
        loader=FunctionLoader(found),
        autoescape=True,  # for every name: select_autoescape() leaves .atom and .txt unescaped
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters.setdefault("once", call)
    environment.filters |= {"urlpath": urlpath, "uri": uri, "component": component, "json": as_json}
    environment.filters |= {"run_in": run_in, "number": tongue.number}
    environment.filters |= {"reference": reference, "news_article": news_article}
    environment.filters |= {form.__name__: form for form in (apa, chicago, mla, bibtex, ris, csl, coins)}
    environment.tests["external"] = external
    del environment.filters["random"], environment.globals["lipsum"]  # the same view, the same bytes
    return environment


def _digest(sources: Mapping[str, Source], names: Iterable[str], tongue: Tongue) -> str:
    """Of names and texts, each with its length, so that no two sets of layouts run together."""
    digest = sha256(_spoken(tongue).encode())
    for name in sorted(names):
        text = sources[name].text.encode() if name in sources else b""
        digest.update(f"{name}\0{len(text) if name in sources else 'absent'}\0".encode() + text)
    return digest.hexdigest()


def _spoken(tongue: Tongue) -> str:
    """Of a language and its words."""
    return sha256(repr((tongue.language, sorted(tongue.catalogue.items()))).encode()).hexdigest()


# ── Errors ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _missing(name: str, sources: Mapping[str, Source]) -> str:
    near = get_close_matches(name, sources, n=1)
    return f"there is no layout {name!r} — " + (f"did you mean {near[0]!r}?" if near else f"write layouts/{name}")


def _readable(page: Page) -> str:
    view = page.view
    names = ", ".join(getattr(view, "_fields", None) or (field.name for field in fields(view)))  # type: ignore[arg-type]  # no named tuple, so a dataclass
    return f"a layout may read body, root, site and page, which here is a {type(view).__name__} with {names}"


def _frames(error: BaseException) -> list[tuple[str, int]]:
    """(file, line) from the outermost frame to the innermost; Jinja has put its templates' lines in."""
    return [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]


def _innermost(error: BaseException) -> str:
    return _frames(error)[-1][0]
