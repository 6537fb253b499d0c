"""Caddy: what a site block imports. Pure."""

import re
from collections.abc import Iterable, Iterator

from generator.publish.hosts.said import FOLDERS, TEXT, TYPES, Headers
from generator.views import HostView, Moved

_ROUTE = """\
# Made by Backfile; the next build makes it again. For the site block:
#   root * /srv/www  # the site lies in /srv/www{base}
#   import /srv/www{base}Caddyfile
"""


def caddyfile(view: HostView, said: Headers) -> str:
    base, below = view.base, _word(f"{view.base}*")
    lines = [
        *_ROUTE.format(base=base).splitlines(),
        f"route {below} {{",
        *_indented(_route(view, said)),
        "}",
        "handle_errors {",
        f"    @{view.name}_missing {{",
        "        expression {http.error.status_code} == 404",
        f"        path {below}",
        "    }",
        f"    route @{view.name}_missing {{",
        '        header Content-Type "text/html; charset=utf-8"',
        f"        rewrite * {_word(base + '404.html')}",
        "        file_server",
        "    }",
        "}",
    ]
    return "\n".join([*lines, ""])


def _route(view: HostView, said: Headers) -> Iterator[str]:
    name, base = view.name, view.base
    yield "header {"
    yield from (f'    {header} "{value}"' for header, value in (*said.fixed, ("Cache-Control", said.page)))
    yield "}"
    for folder in FOLDERS:
        yield f'header {_word(f"{base}{folder}*")} Cache-Control "{said.kept}"'
    yield f"map {{http.request.uri.path}} {{{name}_type}} {{"
    yield from (f'    ~[.]{suffix}$ "{_type(suffix)}"' for suffix in TYPES)
    yield '    default ""'
    yield "}"
    yield f'@{name}_typed expression {{{name}_type}} != ""'
    yield f"header @{name}_typed Content-Type {{{name}_type}}"
    yield f"error {_word(base + 'Caddyfile')} 404"
    if asked := [one for one in view.moved if one.query]:
        yield from _map(f"{name}_asked", _BY_QUERY, ((f"{base}{one.path}?{one.query}", one.to) for one in asked))
        yield f'@{name}_asked expression {{{name}_asked}} != ""'
        yield f"redir @{name}_asked {{{name}_asked}} 301"
    if view.gone:
        gone = ((path, "1") for path in view.asked_in_vain)
        yield from _map(f"{name}_gone", "{http.request.uri.path}", gone)
        yield f'@{name}_gone expression {{{name}_gone}} == "1"'
        yield f"file_server @{name}_gone {{"
        yield "    status 410"
        yield "}"
    if plain := [one for one in view.moved if not one.query]:
        yield from _map(f"{name}_to", "{http.request.uri.path}", _places(base, plain))
        yield f"@{name}_moved {{"
        yield f'    expression {{{name}_to}} != ""'
        yield "    not file"
        yield "}"
        yield f"redir @{name}_moved {{{name}_to}} 301"
    yield "file_server"


def _type(suffix: str) -> str:
    return f"{TYPES[suffix]}; charset=utf-8" if suffix in TEXT else TYPES[suffix]


_BY_QUERY = '"{http.request.uri.path}?{http.request.uri.query}"'


def _places(base: str, moved: Iterable[Moved]) -> Iterator[tuple[str, str]]:
    return ((base + path, one.to) for one in moved for path in one.asked)


def _map(name: str, source: str, places: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"map {source} {{{name}}} {{"
    yield from (f'    {_key(path)} "{to}"' for path, to in sorted(dict(places).items()))
    yield '    default ""'
    yield "}"


_MEANT = re.compile(r"[^A-Za-z0-9/_\u00a1-\U0010ffff-]")


def _key(path: str) -> str:
    """A text to be met as it is: a regular expression where a sign of it might mean something."""
    if re.fullmatch(r"[A-Za-z0-9/_.-]+", path):
        return path
    escaped = _MEANT.sub(lambda match: f"\\x{ord(match[0]):02x}", path)
    return f'"~^{escaped}$"'


def _word(text: str) -> str:
    """A path that a matcher is to meet, in which * means anything."""
    return f'"{text}"' if re.search(r"\s", text) else text


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)
