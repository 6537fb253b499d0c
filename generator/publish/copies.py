"""What is copied into the site as it is. Effects: names of files."""

from pathlib import Path

from generator import files
from generator.errors import Location, Problem
from generator.publish import urls
from generator.publish.layouts import Layouts
from generator.publish.traces import MANIFEST


def assets(root: Path, looks: Layouts) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Address → file, of what is copied: the theme's own files, then the archive's pictures and static files, which may
    replace them. A file whose name can be no address, or is taken, is a problem."""
    found = {path: str(source) for path, source in looks.assets()}
    for folder, prefix in (("content/media", "media/"), ("content/static", "")):
        for name in files.names(root / folder, hidden=True):
            if not files.aside(name[name.rfind("/") + 1 :]):
                found[prefix + name] = f"{root}/{folder}/{name}"
    wrong = {path: _MISNAMED for path in sorted(found) if not urls.is_name(path)}
    wrong |= {path: _TAKEN for path in (MANIFEST,) if path in found}
    problems = [Problem(said, Location(named(root, Path(found.pop(path))))) for path, said in wrong.items()]
    return dict(sorted(found.items())), tuple(problems)


_MISNAMED = "has a name that cannot be an address, so it was not copied — rename it, without backslashes and in UTF-8"
_TAKEN = "has the name of the list of all files that each build writes, so it was not copied — give it another name"


def named(root: Path, file: Path) -> str:
    """A file as its archive calls it."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
