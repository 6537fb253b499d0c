"""One string is a whole site; then edits, a sentence each; then exactly what changed."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator import frontmatter, ingest, publish, site
from generator.model import Meta

_FILE = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def write(root: Path, text: str) -> Path:
    """Write the files of a story: `-- content/raw/a.txt --`, then its text, up to the next such line."""
    parts = _FILE.split(text)
    assert not parts[0].strip(), "a story begins with the name of a file"
    for path, content in zip(parts[1::2], parts[2::2], strict=True):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    if not (root / "site.yaml").exists():
        (root / "site.yaml").write_text("title: The Test Gazette\n", encoding="utf-8")
    return root


def article(title: str, date: str = "", body: str = "It happened here, on the coast.", **fields: str) -> str:
    """The text of a Markdown file; fields are YAML."""
    lines = {"title": f'"{title}"', "date": date, **fields}
    head = "".join(f"{name}: {value}\n" for name, value in lines.items() if value)
    return f"---\n{head}---\n\n{body}\n"


# Options are passed on as they come: a wrong one fails the test that passes it.
def take_in(root: Path, *given: Path, **options: object) -> ingest.Report:
    return ingest.run(root, site.load(root), ingest.Options(given=given, **options))  # type: ignore[arg-type]  # fields by their names


def build(root: Path, **options: object) -> publish.Report:
    return publish.run(root, root / "output", publish.Options(**options))  # type: ignore[arg-type]  # fields by their names


def tree(folder: Path) -> dict[str, bytes]:
    """path → bytes of every file."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """path → inode and mtime: a file that was written again has others, even with the same bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): (p.stat().st_ino, p.stat().st_mtime_ns) for p in files}


def articles(root: Path) -> dict[str, tuple[Meta, str]]:
    """path below content/articles → (fields, body)."""
    folder = root / "content" / "articles"
    return {
        path.relative_to(folder).as_posix(): frontmatter.split(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.md"))
    }


def only_article(root: Path) -> tuple[Path, Meta, str]:
    ((path, (meta, body)),) = articles(root).items()
    return root / "content" / "articles" / path, meta, body


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[dict[str, str], str]] = []
        self.text: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "href" in found or "src" in found:
            self.links.append((found, tag))
        if tag not in {"meta", "link", "br", "img", "hr", "input", "col", "wbr"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self._open):
            self.text.append(data)


class Page:
    """A built page as a reader has it: its words, and where its links lead (as paths in the output)."""

    def __init__(self, output: Path, path: str) -> None:
        self.path = path
        self.html = (output / path).read_text(encoding="utf-8")
        parsed = _Page()
        parsed.feed(self.html)
        self.text = " ".join(" ".join(parsed.text).split())
        self.hrefs = [found.get("href", found.get("src", "")) for found, _ in parsed.links]
        self.rel = {
            word: self.resolve(found["href"])
            for found, tag in parsed.links
            if tag == "a" and "href" in found
            for word in found.get("rel", "").split()
        }

    def resolve(self, href: str) -> str:
        return resolve(self.path, href)


def resolve(page: str, href: str) -> str:
    """Where a relative link of a page leads."""
    parts = page.split("/")[:-1]
    for part in unquote(urlsplit(href).path).split("/"):
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
