"""The walls of the house: imports point one way, the middle is pure, every module imports alone."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]  # the tree of a pattern has no public name

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"

# Each layer may import itself (where marked) and the layers before it; never one after it.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "frozen", "later"),
    ("model",),
    ("text", "edtf", "yamlsafe", "fingerprint", "packed", "paths", "progress", "report", "rings", "views", "views.*"),
    ("tongue",),
    ("foreign",),
    ("canonical", "fields", "config", "frontmatter"),
    # The pure middle of both halves: whatever stands in ingest/ and publish/ and is no rim.
    ("ingest.*", "publish.*"),
    ("deploy.*",),
    (
        "beside", "files", "interrupts", "quiet", "rooms", "site", "starter", "store", "unchanged", "untaken",
        "ingest.ledger", "ingest.sources", "ingest.articles", "ingest.dates", "ingest.journal", "ingest.memory", "ingest.pile",
        "ingest.options", "ingest.settle", "ingest.intake",
        "ingest.review.known", "ingest.review.checked", "ingest.review.search",
        "publish.layouts", "publish.budget", "publish.output", "publish.crew", "publish.press", "publish.work", "publish.reading", "publish.scope", "publish.kept", "publish.sources", "publish.album", "publish.darkroom", "publish.changes", "publish.copies", "publish.watch",
    ),
    ("ingest", "publish"),
    ("deploy.built", "deploy.folder", "deploy.several", "deploy.store", "deploy.rsync", "deploy.destinations"),
    ("deploy", "deploy.zipped"),
    ("preview.*",),
    ("preview",),
    ("cli", "cli.*", "__main__"),
)  # fmt: skip
PURE = LAYERS[:8]
EFFECTS = frozenset(
    "os io pathlib shutil tempfile time random secrets socket ssl http urllib.request subprocess multiprocessing threading"
    " asyncio sqlite3 ctypes signal glob fileinput locale".split()
)
EFFECT_CALLS = frozenset(["open", "print", "input", "exec", "eval", "__import__"])
ALLOWED = {
    "io": {"publish.dating", "ingest.review.rulings"},  # StringIO: a text in memory
    "threading": {"publish.prose"},  # which thread asks: Python-Markdown's parser keeps state
}


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[:2] == ("starter", "site"):
            continue
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        found[name.removesuffix(".__init__").removesuffix("__init__")] = path
    return {name: path for name, path in sorted(found.items()) if name}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def layer(name: str) -> int:
    """The layer of a module: its own row, or that of its package's `.*`."""
    package, _, inner = name.partition(".")
    for row in (name, f"{package}.*" if inner else ""):
        for number, names in enumerate(LAYERS):
            if row in names:
                return number
    pytest.fail(f"generator.{name} stands in no layer: add it to LAYERS, where it belongs")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """(module, line) of every import, `from package import module` resolved to the module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write imports in full"
            for alias in node.names:
                inner = PACKAGE.parent.joinpath(*f"{node.module}.{alias.name}".split("."))
                is_module = inner.with_suffix(".py").exists() or (inner / "__init__.py").exists()
                yield (f"{node.module}.{alias.name}" if is_module else str(node.module)), node.lineno


@pytest.mark.parametrize("name", modules())
def test_imports_point_one_way(name: str) -> None:
    for target, line in imports(modules()[name]):
        if not target.startswith("generator."):
            continue
        inner = target.removeprefix("generator.")
        assert layer(inner) <= layer(name), f"{name}:{line} imports {inner}, which stands after it"
        halves = {name.split(".", maxsplit=1)[0], inner.split(".")[0]}
        assert halves != {"ingest", "publish"}, f"{name}:{line}: ingest and publish meet in the Markdown file only"


@pytest.mark.parametrize("name", [name for name in modules() if layer(name) < len(PURE)])
def test_the_middle_is_pure(name: str) -> None:
    path = modules()[name]
    for target, line in imports(path):
        roots = {target, target.split(".")[0]}
        bad = {root for root in roots & EFFECTS if name not in ALLOWED.get(root, ())}
        assert not bad, f"{name}:{line} imports {target}: disk, clock, network and chance belong to the rim"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in EFFECT_CALLS, f"{name}:{node.lineno} calls {node.func.id}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"now", "today", "utcnow", "environ"}, f"{name}:{node.lineno} asks for the time"


@pytest.mark.parametrize("name", modules())
def test_no_import_hides_in_a_function(name: str) -> None:
    for function in ast.walk(tree(modules()[name])):
        if isinstance(function, ast.FunctionDef):
            hidden = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
            assert not hidden, f"{name}:{hidden[0]} imports inside {function.name}"


@pytest.mark.parametrize("name", modules())
def test_modules_and_functions_are_of_a_size_to_read(name: str) -> None:
    text = modules()[name].read_text()
    assert text.count("\n") <= 400, f"{name} has {text.count(chr(10))} lines"
    for node in ast.walk(tree(modules()[name])):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 50, f"{name}.{node.name} has {length} lines"


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.soak)])
def test_every_module_imports_alone(every: int) -> None:
    """Each as the first of all, so that no cycle hides behind the order of another import."""
    names = [f"generator.{name}" for name in modules() if name != "__main__"][::every]
    script = "import importlib,sys\nfor n in sys.argv[1:]:\n  [sys.modules.pop(m) for m in list(sys.modules) if m.split('.')[0]=='generator']\n  importlib.import_module(n)"
    done = subprocess.run([sys.executable, "-c", script, *names], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr


def test_only_the_command_line_prints() -> None:
    for name, path in modules().items():
        calls = [n for n in ast.walk(tree(path)) if isinstance(n, ast.Call)]
        printing = [n.lineno for n in calls if isinstance(n.func, ast.Name) and n.func.id == "print"]
        assert not printing, f"{name}:{printing[0]} prints"


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 misreads that (python/cpython#106052), and Debian 12 ships 3.11.2. What is right in all
    versions is the same in an atomic group: not `(?:ab?)*+` but `(?>(?:ab?)*)`; of single characters, `[ab]*+` is."""
    wrong = [
        f"{name}: {pattern.pattern}"
        for name in modules().keys() - {"__main__"}
        for value in vars(importlib.import_module(f"generator.{name}")).values()
        for pattern in (value.values() if isinstance(value, dict) else [value])
        if isinstance(pattern, re.Pattern) and _repeats_a_group(_parser.parse(pattern.pattern, pattern.flags))
    ]
    assert not wrong


def _repeats_a_group(tree: object) -> bool:
    """Whether anything in a parsed pattern is repeated possessively that is more than one character."""
    inside = list(tree) if isinstance(tree, (tuple, list, _parser.SubPattern)) else []
    if inside and inside[0] is _parser.POSSESSIVE_REPEAT:
        ((kind, _), *more) = inside[1][2]
        return bool(more) or kind not in {_parser.IN, _parser.LITERAL, _parser.NOT_LITERAL, _parser.ANY}
    return any(map(_repeats_a_group, inside))
