"""What the two halves of a build were asked for and did, as far as it is printed. Pure."""

from dataclasses import dataclass, field

from generator.errors import Problem


@dataclass(frozen=True, slots=True)
class Options:
    """drafts: show them too. strict: with any problem, do not touch the output. dry_run: write nothing.
    jobs: how many processes make pages; None = as the size of the archive asks for. profile: tell what took long.
    verify: read every article and every page again, whatever size and time say. now: in seconds since 1970, None = as
    the clock says; what is dated later is not shown yet."""

    drafts: bool = False
    strict: bool = False
    dry_run: bool = False
    jobs: int | None = None
    profile: bool = False
    verify: bool = False
    now: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, in counts, and what a person should look at. `stopped`: strict, and the output not touched.

    made     pages that were rendered; of all files, `written` have other bytes now, `sent` of them in all
    scheduled  (file, date) of articles whose time is not come, the next first
    stages   (what was done, seconds)
    slowest  (layout or page, how often, seconds), where that was asked for
    would    of a trial: (address, why it would be written or removed)
    """

    articles: int
    undated: int
    drafts: int
    scheduled: tuple[tuple[str, str], ...]
    withdrawn: int
    wanted: int
    pages: int
    made: int = 0
    written: int = 0
    removed: int = 0
    sent: int = 0
    problems: tuple[Problem, ...] = ()
    unknown_fields: tuple[tuple[str, int], ...] = ()
    unused: tuple[str, ...] = ()
    stopped: bool = False
    stages: tuple[tuple[str, float], ...] = field(default=(), compare=False)
    slowest: tuple[tuple[str, int, float], ...] = ()
    would: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What a run over the raw articles did, in counts, and what a person should look at.

    undated    of the new
    duplicate  a raw item and the one that it is the same as
    deleted    a raw item whose article a person deleted
    near       some pairs of look-alikes; `alike` of them there are
    publisher  a proposal for site.yaml
    """

    items: int = 0
    new: int = 0
    renewed: int = 0
    known: int = 0
    duplicates: int = 0
    deletions: int = 0
    rejected: int = 0
    undated: int = 0
    duplicate: tuple[str, ...] = ()
    deleted: str = ""
    cut: tuple[tuple[str, int], ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    alike: int = 0
    publisher: str = ""
    problems: tuple[Problem, ...] = ()
