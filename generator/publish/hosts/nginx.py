"""nginx: what a server includes, and what stands beside it (`http`). Pure.

Old addresses are looked up in a map, by a hash, and only where nothing stands: nginx looks names up without regard to
capitals, and must not lead away from a page that is called nearly the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.publish.hosts.said import FOLDERS, TEXT, TYPES, Headers, pattern
from generator.views import HostView, Moved

LINE = 64  # bytes of the processor's cache, in which it counts
LEAST = 2048  # entries, as it has them unasked


def server(view: HostView, said: Headers) -> str:
    """For `server`, whose `root` is the folder of the host."""
    base, name = view.base, view.name
    return "\n".join(
        [
            "# Made by Backfile; the next build makes it again. For the server block:",
            f"#   root /srv/www;  # the site lies in /srv/www{base}",
            f"#   include /srv/www{base}nginx.conf;",
            "# and beside that block:",
            f"#   include /srv/www{base}nginx-redirects.conf;",
            "",
            f"location ^~ {_quoted(base)} {{",
            *_indented(_common(view)),
            *_indented(_headers(said, said.page)),
            f"    try_files $uri $uri/ @{name}_moved;",
            *_indented(_inside(view, said)),
            "}",
            "",
            f"location @{name}_moved {{",
            "    absolute_redirect off;",
            f"    if (${name}_to) {{ return 301 ${name}_to; }}",
            f"    error_page 404 {_quoted(base + '404.html')};",
            "    return 404;",
            "}",
            "",
            f"location @{name}_gone {{",
            *_indented(_common(view)),
            *_indented(_headers(said, said.page)),
            "    try_files $uri $uri/index.html =404;",
            "}",
            "",
        ]
    )


def _common(view: HostView) -> Iterator[str]:
    yield "index index.html;"
    yield "absolute_redirect off;"
    yield "default_type application/octet-stream;"
    kinds: dict[str, list[str]] = {}
    for suffix, kind in TYPES.items():
        kinds.setdefault(kind, []).append(suffix)
    yield "types {"
    yield from (f"    {kind} {' '.join(suffixes)};" for kind, suffixes in kinds.items())
    yield "}"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(TYPES[suffix] for suffix in TEXT if suffix != 'html')};"
    yield f"error_page 404 {_quoted(view.base + '404.html')};"
    yield f"error_page 403 =404 {_quoted(view.base + '404.html')};"


def _headers(said: Headers, kept: str) -> Iterator[str]:
    for name, value in (*said.fixed, ("Cache-Control", kept)):
        yield f'add_header {name} "{value}" always;'


def _inside(view: HostView, said: Headers) -> Iterator[str]:
    for folder in FOLDERS:
        yield f"location ^~ {_quoted(view.base + folder)} {{"
        yield from _indented(_headers(said, said.kept))
        yield "}"
    for file in ("nginx.conf", "nginx-redirects.conf"):
        yield f"location = {_quoted(view.base + file)} {{ return 404; }}"
    for path in view.asked_in_vain:
        yield f"location = {_quoted(path)} {{ error_page 410 @{view.name}_gone; return 410; }}"
    for path, asked in _by_path(view):
        yield f"location = {_quoted(path)} {{"
        yield from (f"    if ($args ~ {_regex(one.query)}) {{ return 301 {_quoted(one.to)}; }}" for one in asked)
        yield f"    try_files $uri {'$uri/ ' if path.endswith('/') else ''}@{view.name}_moved;"
        yield "}"


def _by_path(view: HostView) -> list[tuple[str, list[Moved]]]:
    """Those with a query, by the path that they share, of which nothing else is said."""
    found: dict[str, list[Moved]] = {}
    for one in view.moved:
        if one.query:
            found.setdefault(view.base + one.path, []).append(one)
    return sorted((path, asked) for path, asked in found.items() if path not in view.asked_in_vain)


def redirects(view: HostView, said: Headers) -> str:
    """For `http`: old path → new address."""
    del said
    places = {view.base + path: one.to for one in view.moved if not one.query for path in one.asked}
    alike = Counter(map(str.lower, places))
    keys = {path: _quoted(path if alike[path.lower()] == 1 else f"~^{pattern(path)}$") for path in places}
    lines = ["# Made by Backfile; the next build makes it again. Beside the server block, in http.", ""]
    if len(places) > LEAST:
        lines.append(f"map_hash_max_size {2 * len(places)};")
    if (longest := max((len(path.encode()) for path in places), default=0) + 32) > LINE:
        lines.append(f"map_hash_bucket_size {2 ** longest.bit_length()};")
    found = [f"    {keys[path]} {_quoted(to)};" for path, to in sorted(places.items())]
    return "\n".join([*lines, f"map $uri ${view.name}_to {{", '    default "";', *found, "}", ""])


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _quoted(text: str) -> str:
    """A word of a configuration."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _regex(query: str) -> str:
    return f'"^{pattern(query)}$"'
