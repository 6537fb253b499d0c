"""What a host does not take, and what of a site could be left out to fit: sizes → problems. Pure."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.errors import Location, Problem


class Weight(NamedTuple):
    """All that stands in the output: how many files, how many bytes, and the largest of them."""

    files: int
    size: int
    largest: str
    largest_size: int


@dataclass(frozen=True, slots=True)
class Limits:
    """0 = it says of none. `plan`: what they are the limits of."""

    plan: str
    files: int = 0
    size: int = 0
    one: int = 0
    rules: int = 0


MB = 1_000_000
# https://developers.cloudflare.com/pages/platform/limits/ and, for redirects, …/configuration/redirects/;
# https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
LIMITS: Mapping[str, Limits] = {
    "cloudflare": Limits("the free plan of Cloudflare Pages", files=20_000, one=25 * 1024 * 1024, rules=2_000),
    "github": Limits("GitHub Pages", size=1_000 * MB, one=100 * MB),
}

Sizes = Iterable[tuple[str, int]]

# What can be left out, and how. A file is of the first kind that it fits.
_KINDS = (
    (r".*\.md", "Markdown files beside articles", "markdown: off"),
    (r"media/.*", "pictures", "fewer or smaller ones in content/media"),
    (r"(?:tags|places|authors|agencies)/.*\.(?:xml|json)", "feeds of topics", "fewer names in feeds:"),
    (r"tags/.*", "pages of tags", "tags: {Name: off} for those that nobody needs"),
)
_SHOWN = 3


def passed(host: str, weight: Weight, rules: int, sizes: Callable[[], Sizes]) -> tuple[Problem, ...]:
    """One problem for each limit of the host that a site passes. `rules`: how many redirects it asks for; `sizes`: of
    every file, asked for only where something is too much."""
    if host not in LIMITS:
        return ()
    found = _said(LIMITS[host], weight, rules, sizes)
    return tuple(Problem(said, Location("site.yaml"), fatal=False) for said in found)


def _said(limits: Limits, weight: Weight, rules: int, sizes: Callable[[], Sizes]) -> Iterator[str]:
    if limits.files and weight.files > limits.files:
        over = f"{weight.files - limits.files:,} more than the {limits.files:,} that {limits.plan} takes"
        yield f"host: the site has {weight.files:,} files, {over} — {_advice(sizes(), by_size=False)}"
    if limits.size and weight.size > limits.size:
        over = f"{_mb(weight.size - limits.size)} more than the {_mb(limits.size)} that {limits.plan} takes"
        yield f"host: the site has {_mb(weight.size)}, {over} — {_advice(sizes(), by_size=True)}"
    if limits.one and weight.largest_size > limits.one:
        over = f"{_mb(weight.largest_size - limits.one)} more than {limits.plan} takes of one file"
        yield f"host: {weight.largest} has {_mb(weight.largest_size)}, {over} — make it smaller, or put it elsewhere"
    if limits.rules and rules > limits.rules:
        over = f"{rules - limits.rules:,} more than the {limits.rules:,} that {limits.plan} takes"
        yield f"host: {rules:,} redirects, {over} — for the rest there are pages that lead on"


def _advice(sizes: Sizes, *, by_size: bool) -> str:
    found: dict[str, list[int]] = defaultdict(list)
    for path, size in sizes:
        kind = next((kind for kind in _KINDS if re.fullmatch(kind[0], path)), None)
        if kind:
            found[f"{kind[1]} ({kind[2]})"].append(size)
    most = sorted(found, key=lambda name: (-(sum if by_size else len)(found[name]), name))[:_SHOWN]
    if not most:
        return "nothing of it can be left out: choose another host, or a plan that takes it"
    said = [f"{f'{_mb(sum(found[name]))} of' if by_size else f'{len(found[name]):,}'} {name}" for name in most]
    return f"what can be left out: {', '.join(said)}"


def _mb(size: int) -> str:
    return f"{-(-size // MB):,} MB"
