"""A person's article and a machine's reading of it, brought together without loss for the person. Pure.

A field is the machine's as long as it still is what ingest wrote there (or left empty); then it may be written again.
Anything else was edited by a person, and stays.
"""

from collections.abc import Collection, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import Any

from generator.fields import written
from generator.fingerprint import digest
from generator.model import Meta
from generator.text import key

# Fixed when an article is first written.
FIXED = frozenset({"id", "slug"})
FIELDS = frozenset(field.name for field in dataclass_fields(Meta))
_EMPTY = Meta()


def fingerprints(meta: Meta, body: str) -> dict[str, str]:
    """Field → digest of what the file says there, for every field that is not empty, and for the body.

    What is digested is the YAML, not our types: those may grow with the next version, and nobody has edited anything.
    """
    rows = [*written(meta), ("body", body)]
    if meta.extra:
        rows.append(("extra", meta.extra))
    rows.sort(key=itemgetter(0))
    return {name: (_again if name in _RECURRING else digest)(value)[:12] for name, value in rows}


_again = lru_cache(maxsize=1024)(digest)
_RECURRING = frozenset("agency authors dateline inferred language place section".split())  # many articles say the same


def text_digests(title: str, body: str) -> tuple[str, str]:
    """Of headline and body, folded: two raw items that have both in common are one article."""
    return digest(key(title))[:12], digest(key(body))[:12]


def untouched(wrote: Mapping[str, str], meta: Meta, body: str) -> frozenset[str]:
    """The fields, and "body", that still are what ingest wrote."""
    now = fingerprints(meta, body)
    return frozenset(name for name in {*FIELDS, "body"} - FIXED if wrote.get(name) == now.get(name))


def still_ours(wrote: Mapping[str, str], free: Collection[str], meta: Meta, body: str) -> dict[str, str]:
    """What ingest has now written: anew in the fields that were free; what a person edited keeps its old digest, and
    so stays recognisable as edited."""
    edited = {name: old for name, old in wrote.items() if name not in free}
    anew = {name: now for name, now in fingerprints(meta, body).items() if name in free}
    return dict(sorted({**edited, **anew}.items()))


def renewed(current: Meta, found: Meta, free: Collection[str], only: Collection[str] = ()) -> Meta:
    """The article's fields, the free ones (of them only those named) as they were found in the raw item this time."""
    fresh = set(free) & set(only) if only else set(free)
    values: dict[str, Any] = {name: getattr(found, name) for name in FIELDS & fresh - {"inferred", "source"}}
    if "source" in fresh:
        values["source"] = replace(found.source, also=current.source.also)
    if "inferred" in free:  # what a person wrote is inferred no longer
        stay = tuple(pair for pair in current.inferred if pair[0] in set(free) - fresh)
        values["inferred"] = (*stay, *(pair for pair in found.inferred if pair[0] in fresh))
    return replace(current, **values)


def filled(current: Meta, twin: Meta, free: Collection[str], also: str) -> Meta:
    """The article with what a duplicate says where it says nothing, or where it only inferred what the duplicate
    states; its source names the duplicate."""
    ours = FIELDS & set(free) - {"inferred", "source"}
    empty = {name for name in ours if getattr(current, name) == getattr(_EMPTY, name)}
    guessed = _outdone(current, twin) & ours if "inferred" in free else set()
    values: dict[str, Any] = {name: getattr(twin, name) for name in empty | guessed}
    if "inferred" in free:
        stay = (pair for pair in current.inferred if pair[0] not in guessed)
        values["inferred"] = (*stay, *(pair for pair in twin.inferred if pair[0] in empty))
    if "source" in free:
        values["source"] = replace(current.source, also=tuple(dict.fromkeys((*current.source.also, also))))
    return replace(current, **values)


def _outdone(current: Meta, twin: Meta) -> set[str]:
    """The fields that one only inferred and the other states; the headline is the same in both."""
    guessed = {name for name, _ in current.inferred} - {name for name, _ in twin.inferred} - {"title"}
    return {name for name in guessed & FIELDS if getattr(twin, name) != getattr(_EMPTY, name)}


def parted(current: Meta, also: str, free: Collection[str]) -> Meta:
    """The article, no longer the same as that raw item."""
    kept = tuple(name for name in current.source.also if name != also)
    return replace(current, source=replace(current.source, also=kept)) if "source" in free else current


def changed(before: Meta, after: Meta) -> tuple[str, ...]:
    """The fields that differ, sorted."""
    return tuple(sorted(name for name in FIELDS if getattr(before, name) != getattr(after, name)))
