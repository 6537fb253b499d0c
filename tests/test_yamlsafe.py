"""YAML, guarded: every value stays a text, what could hurt is refused with its line, what is written reads back."""

import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import yamlsafe
from generator.errors import YamlError
from generator.yamlsafe import Mapping, Plain, Scalar, Sequence

quick = settings(derandomize=True, max_examples=150)


def refused(text: str) -> YamlError:
    with pytest.raises(YamlError) as error:
        yamlsafe.load(text)
    return error.value


def plain(node: yamlsafe.Node) -> object:
    """A tree as Python's own lists and dicts, to compare with PyYAML's."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(item) for key, item in node.pairs}


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "word", ["NO", "010", "12:30:45", "1_000", "0x1F", "1e3", ".inf", "2024-13-45", "2020-11-18", "True", "9" * 5000]
)
def test_what_yaml_takes_for_something_else_stays_the_text_it_is(word):
    assert plain(yamlsafe.load(f"title: {word}\nlist: [{word}]\n")) == {"title": word, "list": [word]}


def test_every_node_knows_where_it_stands():
    node = yamlsafe.load(
        "# settings\ntitle: Quake\ntags:\n  - a\n  - >-\n    two\n    lines\n\n# end\nplace: {name: A,\n  lat: 1}\n"
    )
    assert isinstance(node, Mapping)
    spans = {key.text: (key.line, key.column, value.line, value.column, value.end) for key, value in node.pairs}
    assert spans == {"title": (2, 1, 2, 8, 2), "tags": (3, 1, 4, 3, 8), "place": (10, 1, 10, 8, 11)}


def test_only_an_unquoted_value_can_be_absent():
    node = yamlsafe.load("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: \"~\"\n")
    assert isinstance(node, Mapping)
    assert {key.text for key, value in node.pairs if yamlsafe.absent(value)} == {"a", "b", "c"}
    assert [yamlsafe.text(value) for _, value in node.pairs] == ["", "", "", "", "null", "~"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_document_is_an_absent_text(text):
    assert yamlsafe.absent(yamlsafe.load(text))


def test_words_that_mean_yes_or_no():
    words = ["on", "Yes", "TRUE", "off", "No", "false"]
    assert [yamlsafe.flag(Scalar(word)) for word in words] == [True, True, True, False, False, False]
    with pytest.raises(YamlError, match="'perhaps' — write yes or no"):
        yamlsafe.flag(Scalar("perhaps", 3))


def test_a_list_may_be_written_as_one_text_but_not_as_names_with_values():
    assert yamlsafe.texts(yamlsafe.load("[a, ~, '', b]")) == ("a", "b")
    assert yamlsafe.texts(yamlsafe.load("one, two")) == ("one, two",)
    with pytest.raises(YamlError, match="a list is wanted"):
        yamlsafe.texts(yamlsafe.load("{a: b}"))
    with pytest.raises(YamlError, match="one text is wanted"):
        yamlsafe.text(yamlsafe.load("[a]"))


# ── What is refused ──────────────────────────────────────────────────────────────────────────────────────────────

MERGE_BOMB = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 21))
ALIAS_BOMB = 'a: &a ["lol","lol","lol"]\n' + "".join(
    f"{b}: &{b} [*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (MERGE_BOMB, "anchors"),
        (ALIAS_BOMB, "anchors"),
        ("a: &a [*a]\n", "anchors"),
        ("<<: {a: b}\n", "merge key"),
        ("x: !!python/object/apply:os.system [ls]\n", "tags"),
        ("x: ! y\n", "tags"),
        ("[" * 60_000, "20 levels"),
        ("{a: " * 15_000, "20 levels"),
        ("- " * 30_000, "20 levels"),
        ("? " * 30_000, "20 levels"),
        ("[a" + ",a" * 6_000 + "]", "5,000 values"),
        ("a: '" + "x" * 70_000 + "'", "64 KB"),
        ("a: '" + "ع" * 40_000 + "'", "64 KB"),
        ("a: 1\n---\nb: 2\n", "second document"),
        ("a: '\ud800'\n", "half a character"),
        ("a: x\x07y\n", "control character"),
        ("a: [" + "\\" * 60_000, "must stand in quotes"),
        ('"' * 60_001, "cannot be read"),
        ("a: b\n" + ": " * 30_000, ""),
        ("?\n" * 30_000, ""),
    ],
)  # fmt: skip
def test_what_could_hurt_is_refused_at_once(text, message):
    started = time.process_time()
    error = refused(text)
    assert time.process_time() - started < 0.5
    assert message in error.message
    assert len(error.message) < 300


def test_one_more_than_a_limit_is_refused():
    assert "20 levels" in refused("[" * 20 + "]" * 20).message
    assert "5,000 values" in refused("[a" + ",a" * 4_999 + "]").message
    assert "64 KB" in refused("a: '" + "x" * (yamlsafe.MAX_BYTES - 4) + "'").message
    assert "is no name for a field" in refused("k" * 129 + ": v").message


def test_the_limits_themselves_are_allowed():
    assert yamlsafe.load("k" * 128 + ": v")
    assert yamlsafe.load("[" * 19 + "a" + "]" * 19)
    assert yamlsafe.load("[a" + ",a" * 4_998 + "]")
    assert yamlsafe.load("a: '" + "x" * (yamlsafe.MAX_BYTES - 5) + "'")


def test_a_name_that_stands_twice_is_refused_with_both_lines():
    error = refused("title: A\ndate: 2020\nplace:\n  a: 1\ndate: 2021\n")
    assert (error.location.line, error.message) == (5, "date: written twice, first in line 2 — keep one of them")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("title: Iraq: talks fail", 'title: a colon in an unquoted text — put the text in quotes: title: "Iraq: talks fail"'),
        ('title: He said: "No"', "title: a colon in an unquoted text — put the text in quotes: title: 'He said: \"No\"'"),
        ('title: "Quake" shakes town', "title: the quotation marks do not pair — put the text in quotes: title: '\"Quake\" shakes town'"),
        ("title: 'it's over'", 'title: the quotation marks do not pair — put the text in quotes: title: "it\'s over"'),
        ("title: *Exclusive* report", 'title: a text that begins with * must stand in quotes — put the text in quotes: title: "*Exclusive* report"'),
        ("title: *Exclusive report", 'title: anchors (&), aliases (*) and tags (!) are refused — put the text in quotes: title: "*Exclusive report"'),
        ("title: @home", 'title: a text that begins with @ must stand in quotes — put the text in quotes: title: "@home"'),
        ("title: [Update] Quake", 'title: a text that begins with [ must stand in quotes — put the text in quotes: title: "[Update] Quake"'),
        ("title: [Update", 'title: a text that begins with [ must stand in quotes — put the text in quotes: title: "[Update"'),
        ("\ttitle: x", "a tab at the beginning of the line — indent with blanks"),
        ('title: "C:\\dir"', "title: a backslash in double quotes — write it twice: \\\\"),
        ('title: "Quake', "title: a quotation mark is opened and never closed — close it"),
        ("<p>a stray line</p>", "'<p>a stray line</p>' is no field — write it as name: text, or delete the line"),
        ("   slug: x", "cannot be read here — give each field a line of its own, all equally far from the left"),
    ],
)  # fmt: skip
def test_broken_yaml_is_explained_with_the_line_to_write(line, message):
    error = refused(f"id: a\n{line}\nplace: B\n")
    assert error.message.removeprefix("slug: ").startswith(message) or message in error.message
    assert error.location.line == 2


@pytest.mark.parametrize(
    "line", ["title: Iraq: talks fail", 'title: "Quake" shakes', "title: @home", "title: 'it's over'", "title: *a* b"]
)
def test_the_line_that_is_proposed_can_be_read(line):
    proposed = refused(f"{line}\n").message.rpartition("put the text in quotes: ")[2]
    assert list(plain(yamlsafe.load(proposed))) == ["title"]


@quick
@given(st.text(st.characters(codec="utf-8"), max_size=60) | st.text(" \t\n:-#'\"[]{}*&!|>%@,?ab<0\\", max_size=60))
def test_any_other_text_is_read_as_pyyaml_reads_it_or_refused(text):
    try:
        node = yamlsafe.load(text)
    except YamlError:
        return
    expected = yaml.load(text, Loader=yaml.CBaseLoader)
    assert plain(node) == ("" if expected is None else expected)


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = [
    "", " ", "\n", "---", "\n---\n", "...", ": ", " #", "#", "- ", '"', "'", "\\", "\t", "\r\n", "\x85", "\u2028", "\u2029", "\ufeff", "\x00", "\x7f",
    "\ufffe", "\u200f", "\u200c", "\u202e", "😀", "\U0001ffff", "[", "{", "*a", "&a", "!a", "%", "@", "`", "|", ">", "?", "null", "Null", "~", "yes", "NO",
    "y", "on", "TRUE", ".inf", ".nan", "<<", "=", "1", "010", "1_000", "0x1F", "1e3", "12:30:45", "2020-11-18", "a: b", "a #b", "O’Brien", "U.S.", "نەورۆز", "é",
]  # fmt: skip
texts = st.lists(st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8"), max_size=8), max_size=5).map("".join)
keys = st.sampled_from([*HOSTILE, "name", "a-b", "x y"]) | st.text(st.characters(codec="utf-8"), max_size=12)
trees = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=8
)


def frozen(tree: object) -> yamlsafe.Value:
    """A tree as `value` makes it of the YAML that PyYAML writes, every text in quotes."""
    return yamlsafe.value(yamlsafe.load(yaml.safe_dump(tree, default_style='"', allow_unicode=True)))


@quick
@given(st.dictionaries(keys, trees, min_size=1, max_size=4))
@example({"a": [["a", "b"]], "b": {"a": "b"}, "c": [["a", "b"], ""], "d": [["a", ["b"]], ["c", {"d": "e"}]]})
@example({"k" * 128: "\x85" * 128, "\x85" * 128: "k"})
@example({"empty": [[], {}, [[]], ""], "deep": [[[{"a": [["b", "c"], "d"]}]]]})
def test_what_is_written_reads_back_here_and_in_every_yaml_reader(tree):
    value = frozen(tree)
    assert isinstance(value, tuple)
    written = yamlsafe.dump(value)
    assert yamlsafe.value(yamlsafe.load(written)) == value
    # The C parser of YAML 1.1, its twin in Python, and what both make of untyped text.
    assert _without_kinds(yaml.safe_load(written) or {}) == _without_kinds(tree)
    assert yaml.load(written, Loader=yaml.CSafeLoader) == yaml.safe_load(written)


def _without_kinds(tree: object) -> object:
    """An empty mapping and an empty list are one to us."""
    if isinstance(tree, dict):
        return {key: _without_kinds(item) for key, item in tree.items()} or []
    return [_without_kinds(item) for item in tree] if isinstance(tree, list) else tree


def test_lists_and_mappings_of_pairs_are_told_apart():
    pairs = yamlsafe.load("list: [[a, b]]\nmapping: {a: b}\n")
    value = yamlsafe.value(pairs)
    assert value == (("list", (("a", "b"), "")), ("mapping", (("a", "b"),)))
    assert yamlsafe.value(yamlsafe.load(yamlsafe.dump(value))) == value


def test_fields_are_written_as_a_person_would_write_them():
    written = yamlsafe.dump(
        [
            ("title", "Iraq: talks “fail”"),
            ("date", Plain("2020-11-18")),
            ("section", "World"),
            ("language", "no"),
            ("tags", ("Green Zone", "U.S.", "Saint-Malo, quays", "1984")),
            ("aliases", ("/archive/2020/0", "/archive/2020/1", "x" * 90)),
            ("images", ((("caption", "A flag."), ("credit", "Reuters")), (("file", "a.jpg"),))),
            ("source", (("file", "content/raw/a.txt"), ("also", ("b", "c")))),
        ]
    )
    assert written == (
        'title: "Iraq: talks “fail”"\n'
        "date: 2020-11-18\n"
        "section: World\n"
        'language: "no"\n'
        'tags: [Green Zone, U.S., "Saint-Malo, quays", "1984"]\n'
        "aliases:\n"
        '  - "/archive/2020/0"\n'
        '  - "/archive/2020/1"\n'
        f"  - {'x' * 90}\n"
        "images:\n"
        '  - caption: "A flag."\n'
        "    credit: Reuters\n"
        "  - file: a.jpg\n"
        "source:\n"
        '  file: "content/raw/a.txt"\n'
        "  also: [b, c]\n"
    )


def test_a_long_text_stays_on_one_line_and_keeps_its_letters():
    written = yamlsafe.dump([("title", "شەڕی " * 200)])
    assert written.count("\n") == 1
    assert "شەڕی" in written
