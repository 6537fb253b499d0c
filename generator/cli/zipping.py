"""A site in one file: `build --zip`."""

import time
from pathlib import Path

from generator import rooms, site
from generator.cli.building import everything
from generator.cli.printing import progress, say, waiting
from generator.deploy import zipped
from generator.errors import UsageError
from generator.report import Options


def build(root: Path, output: Path, options: Options, written: str) -> int:
    """Build, then put what was built into a file, "" = one named like the archive; the exit code."""
    if options.dry_run:
        raise UsageError("--zip writes a file, and --dry-run none: leave one of them away")
    name = zipped.name_of(site.load(root).title)
    target = Path(written) if written else root / f"{name}.zip"
    zipped.check(root, output, target)
    code = everything(root, output, options)
    if code and options.strict:
        return code
    started = time.monotonic()
    with rooms.alone(root, waiting):
        size = zipped.write(output, target, name, progress)
    say(f"  In one file: {target}, {size:,} bytes   {time.monotonic() - started:.1f} s")
    return code
