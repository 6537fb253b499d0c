"""Html from anywhere → html that is safe on a page of the archive. Pure.

nh3 (ammonia) has the first word and the last: whatever is rewritten between stands before its allow-list again. Nothing
that passes can run, load from elsewhere, take the name of a thing of the page's scripts, or change how the page looks.

* No style, class or id, but for those that footnotes need; their ids begin with `fn:` or `fnref:`, as no name in a
  script does.
* Links lead to http, https, mailto and relative addresses. `//host/x` becomes `https://host/x`: opened from a disk it
  would mean a file. `/tags/x.html` is written relative to the page, so that the archive opens in any folder.
* A picture from another server becomes a link to it: an archive must not call home from a reader's browser, and it must
  open without a network.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

import nh3

from generator.errors import ProseError

_TAGS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "div", "hr", "br",
    "em", "strong", "b", "i", "u", "s", "del", "ins", "sub", "sup", "small", "mark", "q", "cite", "abbr", "dfn", "time",
    "code", "kbd", "samp", "var", "a", "img", "figure", "figcaption", "span", "bdi", "bdo", "ruby", "rb", "rt", "rp",
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "wbr",
}  # fmt: skip
# What stands inside these is no text of the article: it goes with the tag.
_DROPPED = {"script", "style", "svg", "math", "template", "iframe", "noembed", "noframes", "noscript"}

_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "hreflang"},
    "img": {"src", "alt", "title", "width", "height"},
    "abbr": {"title"},
    "dfn": {"title"},
    "time": {"datetime"},
    "del": {"datetime"},
    "ins": {"datetime"},
    "ol": {"start", "reversed"},
    "li": {"value", "id"},
    "sup": {"id"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "col": {"span"},
    "colgroup": {"span"},
}
_ALIGN = {"left", "right", "center"}
_CLASSES = {"div": {"footnote"}, "a": {"footnote-ref", "footnote-backref"}}
_FOOTNOTE_ID = re.compile(r"fn(ref\d{0,6})?:")

# A tag as nh3 writes it: lower case, every value in double quotes, every other < written &lt;. Matching whole tags from
# the left keeps a `<img` inside a value from being taken for one.
TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_NEEDS_REWRITING = re.compile(r'<(?:img|h1)[ >]| href="(?:[/\\\x00-\x20]|[^"]*[\t\n\r])')

_PASSES = 8
_LEADING = re.compile(r"[/\\]*")
_UNSEEN = re.compile(r"[\t\n\r]")  # browsers drop these wherever they stand in an address
_BLANKS = "".join(map(chr, range(33)))


def clean(markup: str, root: str = "") -> str:
    """Html of the allow-list, serialised one way only: clean(clean(x)) == clean(x).

    root  the way from the page to the root of the site ("../../../"), set before addresses that begin with "/"
    Raises ProseError where the tags stand so wrongly in each other that they come out anew each time.
    """
    safe = _stable(markup)
    return _stable("".join(_rewritten(safe, root))) if _NEEDS_REWRITING.search(safe) else safe


def _stable(markup: str) -> str:
    """Sanitised until it stays the same: taking one tag away can leave two in each other that must not be."""
    for _ in range(_PASSES):
        markup, before = _sanitizer().clean(markup), markup
        if markup == before:
            return markup
    raise ProseError("the html tags in this body stand wrongly in each other: close each before the one around it")


@lru_cache(maxsize=1)
def _sanitizer() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        tag_attribute_values={"th": {"align": _ALIGN}, "td": {"align": _ALIGN}},
        set_tag_attribute_values={"table": {"tabindex": "0"}},  # a wide one is scrolled sideways: with keys too
        allowed_classes=_CLASSES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return value if _FOOTNOTE_ID.match(value) else None
    if name == "dir":
        return value if value in ("ltr", "rtl", "auto") else None
    return value


def _rewritten(safe: str, root: str) -> Iterator[str]:
    """The pieces of `safe` with our own rules applied; what it yields is sanitised again."""
    done, in_link = 0, False
    for tag in TAG.finditer(safe):
        yield safe[done : tag.start()]
        done = tag.end()
        name = tag["name"]
        if name == "a":
            in_link = not tag["end"]
            yield "</a>" if tag["end"] else _opened("a", _addressed(tag["attributes"], "href", root))
        elif name == "h1":
            yield f"<{tag['end']}h2{tag['attributes']}>"  # the headline is the page's only h1
        elif name == "img":
            yield _picture(_addressed(tag["attributes"], "src", root), in_link)
        else:
            yield tag.group()
    yield safe[done:]


def _picture(attributes: dict[str, str], in_link: bool) -> str:
    source = attributes.get("src", "")
    words = html.escape(attributes.get("alt") or source)
    if source and not _remote(source):
        return _opened("img", attributes)
    return words if in_link or not source else f'<a href="{html.escape(source)}">{words}</a>'


def _remote(address: str) -> bool:
    return address.lower().startswith(("http:", "https:"))


def _addressed(attributes: str, name: str, root: str) -> dict[str, str]:
    values = {key: html.unescape(value) for key, value in ATTRIBUTE.findall(attributes)}
    if name in values:
        values[name] = relative(values[name], root)
    return values


def _opened(tag: str, attributes: dict[str, str]) -> str:
    written = (f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{''.join(written)}>"


def relative(address: str, root: str) -> str:
    """An address as it is written on a page: from the root of the site ("/x") it becomes relative, with a file's name.

    Read as browsers read it (WHATWG URL): "\\" is "/"; blanks at the ends, and tabs and newlines anywhere, are nothing.
    """
    address = _UNSEEN.sub("", address.strip(_BLANKS))
    rest = address[_LEADING.match(address).end() :]  # type: ignore[union-attr]  # it matches the empty string
    slashes = len(address) - len(rest)
    if slashes > 1:
        return f"https://{rest}" if rest else ""
    if slashes == 0:
        return address
    path = re.split("[?#]", rest, maxsplit=1)[0]
    if not path or path.endswith("/"):
        rest = f"{path}index.html{rest[len(path) :]}"
    return f"{root or './'}{rest}" if root or ":" in path else rest  # "/javascript:x" is a path, "javascript:x" is not
