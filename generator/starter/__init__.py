"""What a new archive begins with, and how to make one. Effects: writes."""

from pathlib import Path

from generator import files
from generator.errors import Location, UsageError

FOLDERS = ("content/raw", "content/articles", "content/pages", "content/media", "content/static", "layouts")
_HERE = Path(__file__).parent


def create(target: Path, *, sample: bool) -> tuple[str, ...]:
    """A new archive, with a sample article if asked for. The files that were written.

    Raises UsageError where an archive, or anything else, is there already.
    """
    if target.exists() and any(target.iterdir()):
        raise UsageError("is not empty — name a folder that is new or empty", Location(str(target)))
    for folder in FOLDERS:
        with files.machine(target / folder):
            (target / folder).mkdir(parents=True, exist_ok=True)
    written = []
    for source in files.walk(_HERE / "site"):
        name = source.relative_to(_HERE / "site").as_posix()
        if sample or not name.startswith("content/raw/"):
            name = ".gitignore" if name == "gitignore" else name
            files.write(target / name, files.read(source))
            written.append(name)
    return tuple(written)
