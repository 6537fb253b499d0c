"""site.yaml: str → SiteConfig. Pure, but that the names of time zones come from the machine.

One row of KEYS a key. What cannot be understood is a ConfigError with its line that says what to write instead.
"""

import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import fields
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from generator import edtf, yamlsafe
from generator.errors import BackfileError, ConfigError, Location
from generator.model import Date, MenuItem, Meta, NamedList, PlaceRule, SiteConfig, TagRule, TopicRule
from generator.text import LANGUAGE_TAG, excerpt, fold, printable, squeeze
from generator.yamlsafe import Mapping, Node, Scalar, Sequence

# Understood and checked, but not acted on yet: the key, and the value that asks for nothing.
NOT_YET: dict[str, object] = {"search": False, "columns": ()}

HOSTS = ("folder", "nginx", "apache", "caddy", "netlify", "cloudflare", "github", "s3")
PLACEHOLDERS = ("year", "month", "day", "slug", "section", "id")
MOST_NEWEST = 100

Reader = Callable[[Node], Any]


def parse(text: str) -> SiteConfig:
    """The settings of an archive. Raises ConfigError with the line in site.yaml."""
    try:
        node = yamlsafe.load(text.removeprefix("\ufeff"))
    except BackfileError as error:
        raise ConfigError(error.message, error.location) from error
    settings = {} if yamlsafe.absent(node) else _parts(node, KEYS)
    lines = {key.text: key.line for key, _ in node.pairs} if isinstance(node, Mapping) else {}
    if not settings.get("title"):
        raise ConfigError(
            'title: is missing — write title: "The Harbour Gazette"', Location(line=lines.get("title", 1))
        )
    if "accent" not in settings and (colour := _commented_out(text, lines.get("accent", 0))):
        raise ConfigError(f'accent: # begins a comment — write accent: "{colour}"', Location(line=lines["accent"]))
    settings |= settings.pop("feeds", {}) | settings.pop("ingest", {})
    unused = tuple(name for name, nothing in NOT_YET.items() if settings.get(name, nothing) != nothing)
    return SiteConfig(**settings, unused=unused)


# ── Parts and their errors ───────────────────────────────────────────────────────────────────────────────────────


def _parts(node: Node, readers: AnyMapping[str, Reader]) -> dict[str, Any]:
    """What is written under each key, read by its own reader; keys without a value are left out."""
    if not isinstance(node, Mapping):
        raise _wrong(node, f"names with values are wanted — write {next(iter(readers))}: …")
    parts = {}
    for key, value in node.pairs:
        if key.text not in readers:
            near = get_close_matches(key.text.lower(), readers, 1)
            hint = f"did you mean {near[0]}?" if near else f"the keys here are {', '.join(readers)}"
            raise _wrong(key, f"{key.text}: there is no such key — {hint}")
        if not yamlsafe.absent(value):
            parts[key.text] = _read(key.text, readers[key.text], value)
    return parts


def _read(name: str, reader: Reader, node: Node) -> Any:
    """Read one value; an error gets the key's name and, where it has none yet, the line."""
    try:
        return reader(node)
    except BackfileError as error:
        line = error.location.line or node.line
        raise ConfigError(f"{name}: {error.message}", Location(line=line)) from error


def _named(node: Node, reader: Callable[[str, Node], Any]) -> tuple[Any, ...]:
    """Names that a person chose, each with its value."""
    if not isinstance(node, Mapping):
        raise _wrong(node, "names with values are wanted — write {Name: …}")
    return tuple(_read(key.text, lambda value: reader(_text(key), value), value) for key, value in node.pairs)  # noqa: B023 - called before the loop goes on


def _wrong(node: Node, message: str) -> ConfigError:
    return ConfigError(message, Location(line=node.line))


def _shown(text: str) -> str:
    return excerpt(text, 60)


def _commented_out(text: str, line: int) -> str:
    """The colour in `accent: #7a1f1f`, which YAML takes for a comment."""
    match = re.search(
        "#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9A-Za-z])", yamlsafe.lines(text)[line - 1] if line else ""
    )
    return match[0] if match else ""


# ── Single values ────────────────────────────────────────────────────────────────────────────────────────────────


def _text(node: Node) -> str:
    return printable(yamlsafe.text(node)).strip()


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(text for text in (printable(text).strip() for text in yamlsafe.texts(node)) if text)


def _words(node: Node) -> str:
    """A text of one or more lines, as one."""
    return squeeze(_text(node))


def _date(node: Node) -> Date:
    return edtf.parse(_text(node))


def _url(node: Node) -> str:
    """An absolute address of a folder, with the slash at its end."""
    text = _text(node)
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        sound = False
    if not sound or text.split() != [text]:
        raise _wrong(
            node, f"'{_shown(text)}' — write the whole address of the archive, e.g. https://example.org/archive/"
        )
    return text.rstrip("/") + "/"


def _language(node: Node) -> str:
    text = _text(node)
    if not LANGUAGE_TAG.fullmatch(text):
        raise _wrong(node, f"'{_shown(text)}' — write a language tag: en, ar, ckb, pt-BR")
    return text


def _timezone(node: Node) -> str:
    name = _text(node)
    try:
        if not re.fullmatch("[A-Za-z0-9_+/-]{1,64}", name):
            raise ValueError
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # OSError: `Asia` is a folder
        zones = available_timezones()
        if zones:  # none where the machine has no time zones at all: then any name may be right
            near = get_close_matches(name, sorted(zones), 1)
            message = f"'{_shown(name)}' is no time zone — write {near[0] if near else 'one like Asia/Baghdad'}"
            raise _wrong(node, message) from None
    return name


def _accent(node: Node) -> str:
    text = _text(node)
    if not re.fullmatch("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text):
        raise _wrong(node, f"'{_shown(text)}' is no colour — write it as \"#7a1f1f\"")
    return text


def _host(node: Node) -> str:
    text = _text(node)
    if text not in HOSTS:
        raise _wrong(node, f"'{_shown(text)}' — write one of {', '.join(HOSTS)}")
    return text


# Folders of the output that are the site's own.
OURS = frozenset(["tags", "sections", "places", "authors", "agencies", "static", "media", "undated"])


def _addresses(node: Node) -> str:
    """The pattern of an article's address: relative, and no two articles may share one."""
    pattern = _text(node)
    unknown = [name for name in re.findall(r"\{([^{}]*)\}", pattern) if name not in PLACEHOLDERS]
    if unknown:
        raise _wrong(node, f"{{{unknown[0]}}} is unknown — the placeholders are {{{'}, {'.join(PLACEHOLDERS)}}}")
    plain = re.sub(r"\{[^{}]*\}", "x", pattern)
    if "{slug}" not in pattern and "{id}" not in pattern:
        raise _wrong(node, f"'{_shown(pattern)}' would give many articles one address — add {{slug}} or {{id}}")
    if not plain.endswith((".html", "/")):
        raise _wrong(node, f"'{_shown(pattern)}' — end it in .html, or in / for a folder of its own")
    if re.search(r'[\s{}\\:*?"<>|#%]', plain) or {"", ".", ".."} & set(plain.removesuffix("/").split("/")):
        raise _wrong(
            node, f"'{_shown(pattern)}' — write it as {{year}}/{{month}}/{{day}}/{{slug}}.html, without / at the front"
        )
    if pattern.split("/", 1)[0] in OURS:
        raise _wrong(node, f"'{_shown(pattern)}' — the site's own lists stand there; begin with another folder")
    return pattern


def _path(node: Node) -> str:
    """An address of this site, from its root."""
    text = _text(node)
    if text.startswith("/") and text.strip("/"):
        raise _wrong(node, f"'{_shown(text)}' — write it without / at the front: {text.lstrip('/')}")
    if not text or re.search(r"[\s\\:]", text) or ".." in text.split("/"):
        raise _wrong(node, f"'{_shown(text)}' — write an address of this site, e.g. tags/index.html")
    return text


def _destination(node: Node) -> str:
    """Where a link of the menu leads: an address of this site, or http(s) or mailto."""
    text = _text(node)
    if text.startswith(("http://", "https://", "mailto:")) and text.split() == [text]:
        return text
    return _path(node)


# ── Values with parts ────────────────────────────────────────────────────────────────────────────────────────────


def _menu(node: Node) -> tuple[MenuItem, ...]:
    items = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        parts = _parts(item, {"title": _text, "to": _destination})
        if len(parts) != 2:
            raise _wrong(item, "an entry needs both — write {title: Tags, to: tags/index.html}")
        items.append(MenuItem(**parts))
    return tuple(items)


def _tags(node: Node) -> tuple[TagRule, ...]:
    """Tags with what is known of them, or off; a plain list names tags and says no more."""
    return _rules(node, _tag)


def _places(node: Node) -> tuple[PlaceRule, ...]:
    return _rules(node, _place)


def _topics(node: Node) -> tuple[TopicRule, ...]:
    """Sections, authors or agencies; one name alone is a list of one."""
    return _rules(Sequence((node,), node.line) if isinstance(node, Scalar) else node, _topic)


Rule = TypeVar("Rule", bound=TopicRule)


def _rules(node: Node, rule: Callable[[str, Node], Rule]) -> tuple[Rule, ...]:
    """Names alone, or each with its other names, or with fields. No name may lead to two of them."""
    rules: tuple[Rule, ...]
    if isinstance(node, Sequence):
        rules = tuple(rule(name, Sequence(())) for name in _texts(node))
    else:
        rules = _named(node, rule)
    _check_names(map(_names, rules), node)
    return rules


def _names(rule: TopicRule) -> tuple[str, ...]:
    return rule.name, *rule.aliases


def _topic(name: str, node: Node) -> TopicRule:
    return TopicRule(name, **_known_of(node))


def _tag(name: str, node: Node) -> TagRule:
    if isinstance(node, Scalar) and node.text.lower() in yamlsafe.FLAGS:
        return TagRule(name, off=not yamlsafe.flag(node))
    return TagRule(name, **_known_of(node))


def _place(name: str, node: Node) -> PlaceRule:
    parts = _known_of(node, {"lat": _degrees(90), "lon": _degrees(180)})
    if ("lat" in parts) != ("lon" in parts):
        raise _wrong(node, "a place on the map needs both lat and lon")
    return PlaceRule(name, latitude=parts.pop("lat", None), longitude=parts.pop("lon", None), **parts)


def _known_of(node: Node, more: AnyMapping[str, Reader] = MappingProxyType({})) -> dict[str, Any]:
    """The fields of a topic; a list, or one text, is that of its other names."""
    if isinstance(node, Scalar) and node.plain and node.text.lower() in yamlsafe.FLAGS:
        raise _wrong(node, f"only tags are turned on and off — write other names in a list: [{node.text}]")
    if not isinstance(node, Mapping):
        return {"aliases": _texts(node)}
    return _parts(node, {"aliases": _texts, "description": _words, **more})


def _degrees(limit: int) -> Reader:
    def read(node: Node) -> float:
        text = _text(node)
        if not re.fullmatch(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,15})?", text) or abs(float(text)) > limit:
            raise _wrong(node, f"'{_shown(text)}' — write degrees from -{limit} to {limit}, e.g. 35.56")
        return float(text)

    return read


def _check_names(names: Iterable[tuple[str, ...]], node: Node) -> None:
    """No name may lead to two topics of a kind. Case and accents do not count."""
    owners: dict[str, str] = {}
    for name, *aliases in names:
        for word in (name, *aliases):
            owner = owners.setdefault(fold(word), name)
            if owner != name:
                pairs = node.pairs if isinstance(node, Mapping) else ()
                line = next((key.line for key, _ in pairs if key.text == name), node.line)
                raise ConfigError(f"'{_shown(word)}' leads to both {owner} and {name} — keep one", Location(line=line))


def _feeds(node: Node) -> dict[str, Any]:
    """Topics that have a feed of their own, or `all`. The feed of the whole archive is always there."""
    if isinstance(node, Scalar) and node.text.lower() == "all":
        return {"feeds_all": True}
    if isinstance(node, Scalar) and node.text.lower() in yamlsafe.FLAGS:
        return {"feeds_all": yamlsafe.flag(node)}
    return {"feeds": _texts(node)}


def _lists(node: Node) -> tuple[NamedList, ...]:
    return _named(node, _list)


def _list(name: str, node: Node) -> NamedList:
    parts = _parts(node, {"section": _text, "tag": _text, "newest": _newest})
    if bool(parts.get("section")) == bool(parts.get("tag")):
        raise _wrong(node, "a list is cut from a section or from a tag — write {section: Politics, newest: 5}")
    return NamedList(name, **parts)


def _newest(node: Node) -> int:
    text = _text(node)
    if not re.fullmatch("[0-9]{1,3}", text) or not 1 <= int(text) <= MOST_NEWEST:
        raise _wrong(node, f"'{_shown(text)}' — write a number from 1 to {MOST_NEWEST}")
    return int(text)


def _ingest(node: Node) -> dict[str, Any]:
    """Lines to keep and to cut, columns of tables, and whether tags are looked for where the source gives none."""
    parts = _parts(node, {"keep": _lines, "cut": _lines, "columns": _columns, "tags": yamlsafe.flag})
    return {"guess_tags" if name == "tags" else name: value for name, value in parts.items()}


def _lines(node: Node) -> tuple[str, ...]:
    """Whole lines of raw text, or patterns between slashes."""
    lines = _texts(node)
    for line in lines:
        if len(line) > 2 and line[0] == line[-1] == "/":
            _check_pattern(line, node)
    return lines


def _check_pattern(line: str, node: Node) -> None:
    try:
        pattern = re.compile(line[1:-1])
    except (re.error, OverflowError, RecursionError) as error:
        raise _wrong(node, f"{line} is no regular expression: {error}") from None
    if pattern.search(""):
        raise _wrong(node, f"{line} fits every line — write a pattern that needs at least one letter")


def _columns(node: Node) -> tuple[tuple[str, str], ...]:
    """Field of an article → column of a table in which it stands."""
    known = (*(field.name for field in fields(Meta)), "body")
    if not isinstance(node, Mapping):
        raise _wrong(node, "names with values are wanted — write {title: Headline, body: Text}")
    return tuple(_parts(node, dict.fromkeys(known, _text)).items())


KEYS: dict[str, Reader] = {
    "title": _text,
    "tagline": _text,
    "url": _url,
    "language": _language,
    "timezone": _timezone,
    "publisher": _text,
    "published": _date,
    "description": _text,
    "license": _text,
    "contact": _text,
    "logo": _path,
    "menu": _menu,
    "footer": _text,
    "accent": _accent,
    "addresses": _addresses,
    "sections": _topics,
    "tags": _tags,
    "places": _places,
    "authors": _topics,
    "agencies": _topics,
    "feeds": _feeds,
    "host": _host,
    "lists": _lists,
    "ingest": _ingest,
    "markdown": yamlsafe.flag,
    "search": yamlsafe.flag,
}
