"""The difference of two manifests, and what becomes of it: sent in order, deleted last, cut off anywhere."""

import string
from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.deploy.model import UNFINISHED
from generator.deploy.plan import MOST, listed, listing
from generator.publish.traces import MANIFEST
from tests.deploy.places import Memory, deployed, files_of

SITE = {
    "static/style.css": b"p {}",
    "2021/03/a.html": b"A",
    "2021/03/b.html": b"B",
    "2021/03/index.html": b"A B",
    "tags/coast.html": b"A B",
    "index.html": b"all",
    "feed.xml": b"<feed/>",
}


def ours(place: Memory) -> dict[str, bytes]:
    return {path: said for path, said in place.files.items() if path not in {MANIFEST, UNFINISHED}}


def test_a_first_deploy_sends_all_of_it_in_order_and_the_manifest_last() -> None:
    place = Memory({})
    deployed(SITE, place)
    assert place.did == [
        ("put", UNFINISHED),
        ("send", "static/style.css"),
        ("send", "2021/03/a.html"),
        ("send", "2021/03/b.html"),
        ("send", "2021/03/index.html"),
        ("send", "tags/coast.html"),
        ("send", "feed.xml"),
        ("send", "index.html"),
        ("put", MANIFEST),
        ("delete", UNFINISHED),
    ]
    assert ours(place) == SITE
    assert listed(place.files[MANIFEST]) == {file.path: file.sha256 for file in files_of(SITE)}


def test_nothing_is_done_where_nothing_changed() -> None:
    place = Memory({})
    deployed(SITE, place)
    place.did.clear()
    assert deployed(SITE, place).settled
    assert place.did == []


def test_one_edit_sends_what_it_changed_and_deletes_last() -> None:
    place = Memory({})
    deployed(SITE, place)
    place.did.clear()
    other = {**SITE, "2021/03/c.html": b"C", "index.html": b"all and C"}
    del other["2021/03/b.html"]
    deployed(other, place)
    assert [it for it in place.did if it[0] != "put"] == [
        ("send", "2021/03/c.html"),
        ("send", "index.html"),
        ("delete", "2021/03/b.html"),
        ("delete", UNFINISHED),
    ]
    assert ours(place) == other


def test_what_somebody_else_put_there_is_left_and_told() -> None:
    place = Memory({}, {"index.html": b"not yours", "notes.txt": b"mine", "tags/coast.html": b"A B"})
    found = deployed(SITE, place)
    assert found.plan.foreign == ("index.html",)
    assert place.files["index.html"] == b"not yours"
    assert ("send", "tags/coast.html") not in place.did, "it held these bytes already"
    assert "index.html" not in listed(place.files[MANIFEST])
    less = {path: said for path, said in SITE.items() if path == "feed.xml"}
    deployed(less, place)
    assert ours(place) == {"index.html": b"not yours", "notes.txt": b"mine", "feed.xml": b"<feed/>"}


def test_an_edit_that_is_taken_back_after_a_deploy_was_cut_off_is_sent_again() -> None:
    """By the manifest at DEST nothing would have to be done."""
    place = Memory({})
    deployed(SITE, place)
    place.lasts = 2
    with pytest.raises(KeyboardInterrupt):
        deployed({**SITE, "2021/03/a.html": b"other"}, place)
    assert place.files["2021/03/a.html"] == b"other"
    place.lasts = -1
    deployed(SITE, place)
    assert ours(place) == SITE
    assert UNFINISHED not in place.files


def test_what_a_deploy_deleted_before_it_was_cut_off_is_sent_again() -> None:
    """By the manifest at DEST it would stand there."""
    place = Memory({})
    deployed(SITE, place)
    place.lasts = 2
    with pytest.raises(KeyboardInterrupt):
        deployed({path: said for path, said in SITE.items() if path != "feed.xml"}, place)
    assert "feed.xml" not in place.files
    place.lasts = -1
    deployed(SITE, place)
    assert ours(place) == SITE


def test_what_was_sent_before_it_was_cut_off_is_not_sent_again() -> None:
    place = Memory({})
    place.lasts = 4
    with pytest.raises(KeyboardInterrupt):
        deployed(SITE, place)
    sent = {it for it in place.did if it[0] == "send"}
    assert len(sent) == 3
    place.lasts, place.did = -1, []
    deployed(SITE, place)
    assert sent.isdisjoint(place.did)
    assert ours(place) == SITE


def test_what_was_altered_there_is_mended_only_to_verify() -> None:
    place = Memory({})
    deployed(SITE, place)
    place.files["2021/03/a.html"] = b"altered"
    del place.files["feed.xml"]
    assert deployed(SITE, place).settled
    deployed(SITE, place, verify=True)
    assert ours(place) == SITE


def test_a_file_makes_room_for_a_folder_and_a_folder_for_a_file() -> None:
    place = Memory({})
    deployed({"a": b"1", "b/c.html": b"2", "b/d/e.html": b"3", "x.html": b"4"}, place)
    place.did.clear()
    found = deployed({"a/c.html": b"1", "b": b"2"}, place)
    assert found.plan.clear == ("a", "b/c.html", "b/d/e.html")
    assert found.plan.deletes == ("x.html",)
    assert found.plan.folders == ("b/d", "b")
    assert place.did[1:4] == [("delete", path) for path in found.plan.clear]
    assert ours(place) == {"a/c.html": b"1", "b": b"2"}


def test_a_manifest_that_is_spoilt_makes_nothing_ours_and_leads_nowhere() -> None:
    sha = sha256(b"").hexdigest()
    wrong = ["../up.html", "/etc/passwd", "a/../../b", "", "a//b", "./a", "a\\..\\b", "a\0b", MANIFEST, UNFINISHED]
    spoilt = (
        "".join(f"{sha}  {path}\n" for path in [*wrong, "good.html"]).encode() + b"\xff\xfe garbage\n" + sha.encode()
    )
    assert listed(spoilt) == {"good.html": sha}
    assert listed(b"") == {}


def test_names_that_are_no_text_come_back_as_they_were() -> None:
    sha = sha256(b"").hexdigest()
    names = ["b.html", "a \u2028b.html", "\udcff.html", "ي.html", "a  b.html"]
    assert listed(listing((name, sha) for name in names)) == dict.fromkeys(names, sha)


def test_it_is_noticed_that_most_of_what_was_deployed_would_go() -> None:
    many = {f"2021/{n}.html": b"x" for n in range(2 * MOST)}
    place = Memory({})
    deployed(many, place)
    half = dict(list(many.items())[: MOST - 1])
    assert deployed({**half, "a.html": b"x"}, place).deletes_most
    assert not deployed({}, place).deletes_most, "these few are no matter"


# ── Whatever happens ─────────────────────────────────────────────────────────────────────────────────────────────

_PATHS = [
    f"{folder}{name}" for folder in ("", "2021/", "tags/") for name in ("a.html", "b.html", "index.html", "c.png")
]
_SITES = st.dictionaries(st.sampled_from(_PATHS), st.sampled_from([b"1", b"2", b"3"]), min_size=1)
_STEPS = st.lists(st.tuples(_SITES, st.integers(0, 12) | st.none(), st.booleans()), min_size=1, max_size=6)
_FOREIGN = st.dictionaries(st.sampled_from([*_PATHS, "other.html"]), st.sampled_from([b"f", b"1"]), max_size=4)


@given(_FOREIGN, _STEPS, _SITES)
def test_after_any_deploys_cut_off_anywhere_the_next_makes_it_good(
    foreign: dict[str, bytes], steps: list[tuple[dict[str, bytes], int | None, bool]], last: dict[str, bytes]
) -> None:
    place = Memory({}, dict(foreign))
    adopted = {
        path
        for site, *_ in [*steps, (last,)]
        for path, said in site.items()
        if path in foreign and foreign[path] == said
    }
    for site, lasts, verify in steps:
        place.lasts = -1 if lasts is None else lasts
        with suppress(KeyboardInterrupt):
            deployed(site, place, verify=verify)
        for path, said in foreign.items():
            assert path in adopted or place.files.get(path) == said, f"{path} is not ours"
    place.lasts = -1
    found = deployed(last, place)
    named = listed(place.files.pop(MANIFEST))
    assert UNFINISHED not in place.files
    right = {path: said for path, said in last.items() if path not in found.plan.foreign}
    assert {path: sha256(said).hexdigest() for path, said in right.items()} == named
    kept = {path: said for path, said in foreign.items() if path not in adopted}
    assert place.files == {**right, **kept, **{path: place.files[path] for path in adopted & place.files.keys()}}


def test_the_letters_that_these_tests_know() -> None:
    """A path of the strategies above is never one of the deploys' own."""
    assert not {MANIFEST, UNFINISHED} & set(_PATHS)
    assert set("".join(_PATHS)) <= set(string.ascii_letters + string.digits + "./")
