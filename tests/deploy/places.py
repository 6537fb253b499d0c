"""What the tests of deploys share: a destination in memory that tells what is done to it, and an archive to deploy."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner, Result

from generator import cli, deploy
from generator.deploy.model import File, Standing
from generator.deploy.plan import listed
from generator.progress import silent
from generator.publish.traces import MANIFEST
from tests.story import article, build, tree, write


def backfile(*words: object) -> Result:
    return CliRunner().invoke(cli.main, [str(word) for word in words])


def gazette(root: Path, articles: int = 12) -> Path:
    """An archive with lists of all kinds, a stylesheet and a picture, built."""
    stories = (
        f"-- content/articles/{n}.md --\n" + article(f"Story {n}", f"2021-03-{1 + n % 28:02}", tags="[Coast, Tide]")
        for n in range(articles)
    )
    write(root, "".join(stories) + "-- content/pages/about.md --\n---\ntitle: About\n---\nUs.\n")
    (root / "content" / "static").mkdir(exist_ok=True)
    (root / "content" / "static" / "map.png").write_bytes(b"\x89PNG no picture")
    build(root)
    return root


def edit(root: Path) -> None:
    """Another headline, an article more and one less."""
    write(
        root,
        "-- content/articles/1.md --\n"
        + article("Story 1, told anew", "2021-03-02", tags="[Coast, Tide]")
        + "-- content/articles/new.md --\n"
        + article("New", "2021-04-01", tags="[Tide]"),
    )
    (root / "content" / "articles" / "2.md").unlink()
    build(root)


def held(folder: Path) -> dict[str, bytes]:
    """What a folder holds that its manifest names, which has to be as it says, and the manifest."""
    there, said = tree(folder), listed((folder / MANIFEST).read_bytes())
    assert {path: sha256(there[path]).hexdigest() for path in said} == said
    return {path: there[path] for path in (*said, MANIFEST)}


class Memory:
    """A destination in memory. `did`: each thing that was done, in order. After `lasts` of them it is cut off."""

    def __init__(self, site: Mapping[str, bytes], files: dict[str, bytes] | None = None) -> None:
        self.site = site
        self.files = {} if files is None else files
        self.did: list[tuple[str, str]] = []
        self.lasts = -1

    def _do(self, what: str, path: str) -> None:
        if self.lasts == 0:
            raise KeyboardInterrupt
        self.lasts -= 1
        self.did.append((what, path))

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def look(self, files: Sequence[File], /) -> Mapping[str, Standing]:
        return {file.path: self._standing(file) for file in files}

    def _standing(self, file: File) -> Standing:
        there = self.files.get(file.path)
        if there is None:
            return Standing.ABSENT
        return Standing.SAME if sha256(there).hexdigest() == file.sha256 else Standing.OTHER

    def send(self, files: Sequence[File], /) -> Iterator[str]:
        for file in files:
            self._do("send", file.path)
            self.files[file.path] = self.site[file.path]
            yield file.path

    def put(self, path: str, content: bytes) -> None:
        self._do("put", path)
        self.files[path] = content

    def delete(self, paths: Sequence[str], folders: Sequence[str]) -> Iterator[str]:
        for path in paths:
            self._do("delete", path)
            self.files.pop(path, None)
            yield path


def files_of(site: Mapping[str, bytes]) -> tuple[File, ...]:
    return tuple(File(path, sha256(said).hexdigest(), len(said)) for path, said in sorted(site.items()))


def deployed(site: Mapping[str, bytes], place: Memory, *, verify: bool = False) -> deploy.Survey:
    """Deploy this site there; what was found before."""
    place.site = site
    found = deploy.survey(files_of(site), place, verify=verify)
    deploy.carry_out(found, place, silent)
    return found
