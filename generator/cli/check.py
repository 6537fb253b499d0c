"""The command `check`: what needs a person's eye, the most doubtful first, and what was ticked off."""

import datetime
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from generator import site
from generator.cli.building import NOW
from generator.cli.command import command
from generator.cli.layouts import say_outdated
from generator.cli.paragraphs import say_wrapped
from generator.cli.printing import SHOWN, counted, progress, say, say_some, waiting
from generator.errors import UsageError
from generator.ingest.review import checked, doubts, known
from generator.ingest.review.questions import Case, Example, Question, questions, shortened
from generator.progress import silent
from generator.rooms import theme
from generator.unchanged import ADDRESSES

_INDENT = 9


@click.command("check")
@click.argument("codes", nargs=-1)
@click.option("--done", is_flag=True, help="Tick off the questions with these CODES: all is right as it is.")
@click.option("--undo", is_flag=True, help="Take the ticks off the questions with these CODES.")
@click.option("--all", "everything", is_flag=True, help="Show all questions, those that were ticked off too.")
@click.option("--json", "as_json", is_flag=True, help="Print them for machines.")
@click.option("--rebuild", "again", is_flag=True, help="Build the site from nothing, and compare output/ with it.")
@click.option("--now", help=f"With --rebuild. {NOW}")
@command
def check(  # noqa: PLR0913, PLR0917 - one argument an option
    start: Path,
    codes: tuple[str, ...],
    done: bool,
    undo: bool,
    everything: bool,
    as_json: bool,
    again: bool,
    now: str | None,
) -> int:
    """List what needs a person's eye, the most doubtful first. With CODES: every case of these questions.

    What was ticked off stays away until its source changes. Exits with 1 where raw files are rejected or articles
    broken, or where output/ is not what --rebuild makes; else with 0.
    """
    if again:
        if codes or done or undo or everything or as_json:
            raise UsageError("--rebuild compares output/, and asks no questions: leave the rest away")
        return int(import_module("generator.cli.rebuilt").compare(site.find(start), now))
    if now is not None:
        raise UsageError("--now is for --rebuild: a build at that time is what output/ is compared with")
    if (done or undo) and not codes:
        raise UsageError(
            f"--{'done' if done else 'undo'} needs the codes of questions, such as: backfile check --done 7kq2x"
        )
    if done and undo:
        raise UsageError("--done and --undo contradict each other")
    root = site.find(start)
    asked = questions_of(root, silent if as_json else progress)
    if done or undo:
        return _tick(root, asked, codes, done=done)
    chosen = _chosen(asked, codes) if codes else [one for one in asked if everything or not one.ticked]
    if as_json:
        click.echo(json.dumps([_machine(one) for one in chosen], ensure_ascii=False, indent=1))
    elif codes:
        _say_cases(chosen)
    else:
        _say(chosen, asked, everything=everything)
        _say_unspoken(root)
        say_outdated(root)
        if (root / ADDRESSES).is_file():
            _say_strayed(root, broken=any(one.must for one in asked))
        _say_placed(root)
    return int(any(one.must and not one.ticked for one in asked))


def questions_of(root: Path, bar: Any) -> tuple[Question, ...]:
    today = datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(days=1)  # it may be tomorrow in Auckland
    all_known = known.survey(root, site.load(root), f"{today:%Y-%m-%d}", bar)
    ticks = {code: tick.basis for code, tick in checked.read(root).items()}
    return questions(doubts.find(all_known), ticks)


# ── Ticks ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _tick(root: Path, asked: Sequence[Question], codes: Iterable[str], *, done: bool) -> int:
    chosen = [one for one in _chosen(asked, codes) if one.ticked != done]
    cases = [case for one in chosen for case in one.cases]
    if done:
        checked.change(root, done=cases, waiting=waiting)
    else:
        checked.change(root, undone=[name for case in cases for name in case.codes], waiting=waiting)
    for one in chosen:
        say_wrapped(f"{'Ticked off' if done else 'Open again'}: {one.sentence}")
    if not chosen:
        say("Ticked off already." if done else "It was not ticked off.")
    left = sum(not one.ticked for one in asked) + (-len(chosen) if done else len(chosen))
    say(f"{counted(left, 'question')} left." if done else f"Kept in {checked.NAME}.")
    return 0


def _chosen(asked: Sequence[Question], codes: Iterable[str]) -> list[Question]:
    """The questions, and single cases as questions of their own, that these codes name. Raises UsageError."""
    return [one for code in dict.fromkeys(codes) for one in _named(asked, code.lower())]


def _named(asked: Sequence[Question], code: str) -> list[Question]:
    whole = [one for one in asked if one.code.startswith(code)]
    single = [alone for one in asked for case in one.cases if case.code.startswith(code) and (alone := one.only(case))]
    found = whole or single
    if len({one.code for one in found}) != 1:
        said = "no question has this code" if not found else "more than one question begins so: write more of it"
        raise UsageError(f"{code}: {said} — `backfile check --all` lists them all")
    return found


def _say_unspoken(root: Path) -> None:
    """Which phrases of the interface stand in English, though the site does not."""
    language = site.load(root).language
    phrases = import_module("generator.publish.layouts").unspoken((root / "layouts", theme()), language)
    if phrases:
        say()
        said = f"{counted(len(phrases), 'phrase')} of the interface stand in English"
        say_wrapped(f"{said} — give them words in layouts/words/{language.lower()}.yaml, such as")
        say_some(phrases)


def _say_strayed(root: Path, *, broken: bool) -> None:
    """Which articles have left the addresses at which they were released."""
    archive = import_module("generator.publish").read(root, silent)
    import_module("generator.cli.releasing").say_strayed(root, archive, broken=broken)


def _say_placed(root: Path) -> None:
    """Which pictures tell where they were taken: readers who take the whole picture get that with it."""
    album = import_module("generator.publish.album")
    placed = list(album.placed(album.remembered(root)))
    if placed:
        say()
        said = "1 picture tells where it was" if len(placed) == 1 else f"{len(placed):,} pictures tell where they were"
        say_wrapped(f"{said} taken (GPS), to whoever opens the file itself — take that out where nobody is to know:")
        say_some([f"content/{address}" for address in placed])


# ── Printing ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _say(chosen: Sequence[Question], asked: Sequence[Question], *, everything: bool) -> None:
    codes = shortened(one.code for one in asked)
    limit = len(chosen) if everything else SHOWN
    for title, must in (("To mend", True), ("For your eye", False)):
        group = [one for one in chosen if one.must == must]
        if group:
            say(f"{title}: {len(group):,}{'' if must or len(group) == 1 else ', the most doubtful first'}")
        for one in group[:limit]:
            say()
            _say_question(one, codes[one.code])
        if len(group) > limit:
            say()
            say(f"  and {counted(len(group) - limit, 'other')}: backfile check --all")
        if group:
            say()
    ticked = sum(one.ticked for one in asked)
    if not chosen:
        say("Nothing needs your eye.")
    if ticked and not everything:
        say(f"{counted(ticked, 'question')} ticked off: backfile check --all")
    if chosen:
        code = codes[chosen[-1].code]
        say(f"All is right so:    backfile check --done {code}")
        say(f"All cases of one:   backfile check {code}")


def _say_question(one: Question, code: str) -> None:
    say_wrapped(f"{one.sentence}{' (ticked off)' if one.ticked else ''}", _INDENT, f"  {code}")
    for example in one.examples:
        _say_example(example)
    _say_more(one.count - len(one.examples))
    _say_advice(one)


def _say_more(count: int) -> None:
    if count > 0:
        say(f"{'':{_INDENT}}· and {count:,} more")


def _say_advice(one: Question) -> None:
    if one.advice:
        say_wrapped(one.advice, _INDENT + 2, f"{'':{_INDENT}}→")
    for line in one.line.split("\n") if one.line else ():  # never broken: it is there to be copied
        say(f"{'':{_INDENT + 6}}{line}")


def _say_example(example: Example) -> None:
    rows = [f"“{example.words}”" if example.words else "", example.place]
    for n, row in enumerate(filter(None, rows)):
        say_wrapped(row, _INDENT + 2, "" if n else f"{'':{_INDENT}}·")


def _say_cases(chosen: Sequence[Question]) -> None:
    """Every case of these questions, each with a code of its own."""
    for one in chosen:
        codes = shortened([one.code, *(case.code for case in one.cases)])
        say_wrapped(f"{one.sentence}{' (ticked off)' if one.ticked else ''}", _INDENT, f"  {codes[one.code]}")
        for case in one.cases:
            say()
            code = codes[case.code] if case.code != one.code else ""
            _say_case(case, code)
        say()
        _say_advice(one)


def _say_case(case: Case, code: str) -> None:
    rows = [row for example in case.examples for row in (f"“{example.words}”" if example.words else "", example.place)]
    for n, row in enumerate(filter(None, rows)):
        say_wrapped(row, _INDENT, "" if n else f"  {code}")
    _say_more(case.count - len(case.examples))


def _machine(one: Question) -> dict[str, Any]:
    return {
        "code": one.code,
        "question": one.sentence,
        "advice": one.advice,
        "line": one.line,
        "count": one.count,
        "must": one.must,
        "ticked": one.ticked,
        "cases": [
            {"code": case.code, "examples": [asdict(example) for example in case.examples]} for case in one.cases
        ],
    }
