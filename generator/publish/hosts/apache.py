"""Apache: .htaccess, which works in any folder in which it is let (`AllowOverride FileInfo`). Pure."""

from collections.abc import Iterator

from generator.publish.hosts.said import FOLDERS, TEXT, TYPES, Headers, pattern
from generator.views import HostView, Moved


def htaccess(view: HostView, said: Headers) -> str:
    base = _in_address(view.base)
    return "\n".join(
        [
            "# Made by Backfile; the next build makes it again.",
            f'ErrorDocument 404 "{base}404.html"',
            "AddDefaultCharset utf-8",
            *(f"AddType {kind} .{suffix}" for suffix, kind in TYPES.items()),
            f"AddCharset utf-8 {' '.join(f'.{suffix}' for suffix in TEXT)}",
            "",
            "<IfModule mod_headers.c>",
            *(f'Header always set {name} "{value}"' for name, value in said.fixed),
            f'Header set Cache-Control "{said.page}"',
            *(f'Header set Cache-Control "{said.kept}" "expr={_below(view.base + folder)}"' for folder in FOLDERS),
            "</IfModule>",
            "",
            "<IfModule mod_rewrite.c>",
            "RewriteEngine On",
            *_rules(view),
            "</IfModule>",
            "",
        ]
    )


def _below(path: str) -> str:
    return f"%{{REQUEST_URI}} =~ m#^{pattern(path)}#"


def _rules(view: HostView) -> Iterator[str]:
    yield r"RewriteRule ^\.ht - [R=404,L]"
    if view.gone:
        # What stands there is shown as the notice of its being gone, and so asked for a second time. Without the first
        # slash Apache would take the whole for a message.
        yield 'ErrorDocument 410 "/%{escape:%{REQUEST_URI}}"'
        yield "RewriteCond %{ENV:REDIRECT_STATUS} !^$"
        yield "RewriteRule ^ - [L]"
    yield from (f"RewriteRule {_gone(path)} - [G]" for path in sorted(view.gone))
    for one in view.moved:
        if one.query:
            yield f"RewriteCond %{{QUERY_STRING}} ^{pattern(one.query)}$"
            yield _moved(one)
    plain = [one for one in view.moved if not one.query]
    if plain:
        yield "RewriteCond %{REQUEST_FILENAME} -f [OR]"
        yield "RewriteCond %{REQUEST_FILENAME} -d"
        yield "RewriteRule ^ - [L]"
        yield from map(_moved, plain)


def _gone(path: str) -> str:
    folder = path.removesuffix("index.html")
    return f"^{pattern(folder)}(?:index\\x2Ehtml)?$" if path.endswith("/index.html") else f"^{pattern(path)}$"


def _moved(one: Moved) -> str:
    asked = "|".join(pattern(path) for path in one.asked)
    return f'RewriteRule ^(?:{asked})$ "{_literal(one.to)}" [R=301,L,NE,QSD]'


def _literal(address: str) -> str:
    """In what is put in the place of an address, % and $ mean what was matched."""
    return address.replace("%", "\\%").replace("$", "\\$")


def _in_address(path: str) -> str:
    """A path in quotes in which a % would begin an expression."""
    signs = (chr(byte) for byte in path.encode())
    return "".join(sign if "!" <= sign <= "~" and sign not in "%\"\\'$" else f"%{ord(sign):02X}" for sign in signs)
