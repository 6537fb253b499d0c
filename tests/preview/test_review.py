"""Going through an archive: what is to look at, what a decision writes, and that it can be taken back."""

import http.client
import json
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from generator import config, files
from generator.errors import BackfileError, UsageError
from generator.ingest.review import checked
from generator.preview import decisions
from generator.preview.evidence import evidence
from generator.preview.review import Review, Stop
from tests.preview.serving import PATIENCE, Serving, served
from tests.story import take_in, write

BOATS = ("Ada", "Berta", "Clara", "Dora", "Emma", "Frida")
SAINTS = ("Anders", "Birk", "Clemens", "Didrik", "Elof")
SHARED = "Read the Morning Tide by post"  # in all files: it is cut, as a line that recurs
SOME = "Sponsored by Brannock Sprats"  # in five of them: it is kept


def name(n: int) -> str:
    return f"{BOATS[n % 6]} {SAINTS[n // 6]}"


def raw(n: int) -> str:
    """Text number n, unlike all others; a date is printed in it, but in the last."""
    day = f"\nNovember {n + 1}, 2020\n" if n < 29 else ""
    some = f"{SOME}\n\n" if n < 5 else ""
    return f"""\
{name(n)} comes home with herring
{day}
{name(n)}, which the harbour had given up, came home on Monday with her hold full of herring, as {name(n)} always did.

{some}Nobody but {name(n)} had been so far out that day, said the harbour master, who had watched {name(n)} from the mole.

{SHARED}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "-- site.yaml --\ntitle: The Test Gazette  # a test\n")
    for n in range(30):
        write(tmp_path, f"-- content/raw/boat-{n:02}.txt --\n{raw(n)}")
    take_in(tmp_path)
    return tmp_path


@pytest.fixture
def review(root: Path) -> Review:
    found = Review(root)
    found.look()
    return found


def file_of(root: Path, n: int) -> str:
    (found,) = (root / "content/articles").rglob(f"{name(n).lower().replace(' ', '-')}-comes*.md")
    return found.relative_to(root).as_posix()


def holding(root: Path, line: str) -> list[int]:
    return [n for n in range(30) if f"\n{line}\n" in (root / file_of(root, n)).read_text()]


def asked(review: Review, kind: str) -> Stop:
    (found,) = (stop for stop in review.stops if (one := review.question(stop.question)) and one.cases[0].kind == kind)
    return found


def everything(root: Path) -> dict[str, bytes]:
    return {
        p.relative_to(root).as_posix(): p.read_bytes() for p in sorted((root / "content").rglob("*")) if p.is_file()
    }


# ── The way ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_questions_come_first_then_doubtful_articles_then_the_rest(root: Path, review: Review) -> None:
    kinds = [(one := review.question(stop.question)) and one.cases[0].kind for stop in review.stops[:2]]
    assert kinds == ["line", "learned"]
    assert review.stops[2] == Stop(file_of(root, 29)), "it has no date"
    assert sorted(stop.path for stop in review.stops[2:]) == sorted(file_of(root, n) for n in range(30))
    assert review.left() == list(review.stops)


def test_what_was_looked_at_stays_ticked_until_the_article_or_its_source_changes(root: Path, review: Review) -> None:
    stop = Stop(file_of(root, 29))
    assert [one.cases[0].kind for one in review.open(stop.path)] == ["undated"]
    review.done(stop)
    assert review.looked_at(stop.path)
    assert stop not in review.left()
    review.look()
    assert stop not in review.left()
    assert review.open(stop.path) == []
    article = root / stop.path
    article.write_text(article.read_text() + "\nOne word more.\n")
    assert not review.looked_at(stop.path)
    review.look()
    assert stop in review.left()
    review.done(stop)
    (root / "content/raw/boat-29.txt").write_text(raw(29).replace("herring", "sprats"))
    take_in(root)
    review.look()
    assert stop in review.left()


def test_the_way_goes_past_what_has_no_page_and_round_to_what_is_left(root: Path) -> None:
    for n in (3, 4):
        path = root / file_of(root, n)
        path.write_text(path.read_text().replace("\ndate: 2020", "\ndate: 2999"))
    with served(root) as serving:
        assert told(serving, "list")["left"] == 30, "what waits for its time has no page"
        token, seen = _token(serving), [told(serving, "next")]
        while len(seen) < 32:
            if len(seen) != 2:  # one is left for later
                assert decide(serving, token, json.dumps({"act": "done", **seen[-1]}).encode())[0] == 200
            seen.append(told(serving, f"next?page={seen[-1]['page']}&question={seen[-1]['question']}"))
        assert seen[30:] == [seen[1], {}]


def test_the_way_goes_past_what_was_decided(root: Path, review: Review) -> None:
    first, second, third = review.stops[:3]
    assert (review.next(Stop("")), review.next(first)) == (first, second)
    review.done(second)
    assert review.next(first) == third
    assert (review.step(first, 1), review.step(first, -1), review.step(review.stops[-1], 1)) == (second, None, None)
    for stop in review.left():
        review.done(stop)
    assert review.next(first) is None
    assert review.left() == []


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_line_that_many_have_is_cut_from_all_of_them_at_once_and_put_back(root: Path, review: Review) -> None:
    before, stop = everything(root), asked(review, "line")
    assert holding(root, SOME) == [0, 1, 2, 3, 4]
    said = review.rule("cut", stop.question)
    assert said.said == "Cut in 5 of 5 files. site.yaml says so now."
    assert holding(root, SOME) == []
    assert config.parse((root / "site.yaml").read_text()).cut == (SOME,)
    assert stop not in review.left()
    review.look()
    assert stop not in review.stops
    assert review.undo().said == f"Taken back: Cut everywhere: “{SOME}”."
    assert everything(root) == before
    assert (root / "site.yaml").read_text() == "title: The Test Gazette  # a test\n"


def test_a_line_that_was_cut_for_recurring_is_kept_in_all(root: Path, review: Review) -> None:
    stop = asked(review, "learned")
    assert holding(root, SHARED) == []
    review.rule("keep", stop.question)
    assert holding(root, SHARED) == list(range(30))
    review.look()
    assert stop not in review.stops


def test_what_a_person_edited_stays_as_it_is(root: Path, review: Review) -> None:
    edited = root / file_of(root, 2)
    edited.write_text(edited.read_text().replace("herring", "Herring"))
    said = review.rule("cut", asked(review, "line").question)
    assert "Cut in 4 of 5 files; 1 stay" in said.said
    assert holding(root, SOME) == [2]


def test_an_article_that_was_deleted_stays_away_whatever_is_ruled(root: Path, review: Review) -> None:
    first, second = (root / file_of(root, n) for n in (2, 3))
    first.unlink()
    review.rule("cut", asked(review, "line").question)
    assert not first.exists()
    second.unlink()
    review.undo()
    assert not first.exists()
    assert not second.exists()


def test_a_line_is_kept_or_cut_in_one_article_alone(root: Path, review: Review) -> None:
    path, before = file_of(root, 1), everything(root)
    review.decisions.here("cut", path, SOME)
    assert holding(root, SOME) == [0, 2, 3, 4]
    lines = evidence(root, path)
    number = next(line.number for line in lines.lines if line.text == SOME)
    review.decisions.here("keep", path, SOME, lines.above(number))
    assert everything(root) == before, "it stands where it stood"
    review.undo()
    review.undo()
    assert everything(root) == before
    with pytest.raises(UsageError, match="Nothing was decided"):
        review.undo()


def test_what_cannot_be_done_changes_nothing(root: Path, review: Review) -> None:
    before = everything(root)
    for wrong in (
        lambda: review.decisions.here("cut", file_of(root, 1), "No such line"),
        lambda: review.decisions.here("keep", file_of(root, 1), SOME),
        lambda: review.decisions.date(file_of(root, 1), "some day"),
        lambda: review.rule("cut", "nosuchcode"),
        lambda: review.done(Stop("content/articles/none.md")),
        review.undo,
    ):
        with pytest.raises(BackfileError):
            wrong()
    assert everything(root) == before


def test_while_a_build_is_at_work_nothing_is_decided_and_nobody_waits_for_long(
    root: Path, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decisions, "PATIENCE", 0.05)
    code, path = asked(review, "line").question, file_of(root, 1)
    review.decisions.date(file_of(root, 2), "2020-12")
    review.rule("keep", code)
    review.look()
    before, said = everything(root), (root / "site.yaml").read_text()
    with files.lock(root / ".backfile" / "lock", lambda: None):
        for what in (
            lambda: review.done(Stop(path)),
            lambda: review.line("cut", SOME),
            lambda: review.decisions.here("cut", path, SOME),
            lambda: review.decisions.date(path, "2020-12"),
            review.undo,
        ):
            with pytest.raises(UsageError, match="is at work"):
                what()
    assert (everything(root), (root / "site.yaml").read_text()) == (before, said)
    assert review.undo().said == f"Taken back: Kept everywhere: “{SOME}”."
    assert review.undo().said.startswith("Taken back: Dated")


def test_what_was_written_to_since_is_not_taken_back(root: Path, review: Review) -> None:
    path = root / file_of(root, 1)
    review.decisions.date(file_of(root, 1), "2020-12")
    path.write_text(path.read_text() + "\nMore.\n")
    with pytest.raises(UsageError, match="was written to since"):
        review.undo()
    assert path.read_text().endswith("More.\n")


def test_the_words_of_a_headline_are_not_cut_from_a_sentence_that_has_them(root: Path) -> None:
    wrapped = (
        "Fire\n\nNovember 3, 2020\n\nA great Fire broke out in the harbour on Monday\nand burned until the morning.\n"
    )
    breaks = "\n* * *\n\nThe crew was saved.\n\n* * *\n\nThe mole was not, said the harbour master.\n"
    write(root, f"-- content/raw/fire.txt --\n{wrapped}{breaks}")
    take_in(root)
    path = "content/articles/2020/11/fire.md"
    told = [(line.text, line.fields, line.kept) for line in evidence(root, path).lines][:4]
    assert told[0] == ("Fire", ("title",), False)
    assert told[2][2], "part of a paragraph"
    with served(root) as serving:
        cut = {"act": "cut", "page": "2020/11/03/fire.html"}
        token = _token(serving)
        assert decide(serving, token, json.dumps(cut | {"line": "Fire", "number": "1"}).encode())[0] == 400
        second = cut | {"line": "* * *", "number": "12"}
        assert decide(serving, token, json.dumps(second).encode())[0] == 200
    left = (root / path).read_text().partition("\n---\n")[2].split("\n\n")
    assert left[1:] == ["\\* * *", "The crew was saved.", "The mole was not, said the harbour master.\n"]
    assert "great Fire broke" in left[0]


def test_a_decision_waits_for_what_is_soon_over(root: Path, review: Review) -> None:
    path, lock, begun = file_of(root, 29), root / ".backfile" / "lock", Event()

    def hold() -> None:
        with files.lock(lock, bool):
            begun.set()
            time.sleep(0.3)

    with ThreadPoolExecutor(1) as other:
        held = other.submit(hold)
        assert begun.wait(PATIENCE)
        assert review.decisions.date(path, "2020-12~").said.startswith("Dated")
        held.result()
    assert "date: 2020-12~" in (root / path).read_text()


def test_a_date_is_set_and_taken_back(root: Path, review: Review) -> None:
    path, before = file_of(root, 29), everything(root)
    assert review.decisions.date(path, "2020-12~").said == f"Dated 2020-12~: {name(29)} comes home with herring."
    assert "\ndate: 2020-12~\n" in (root / path).read_text()
    review.undo()
    assert everything(root) == before


# ── Evidence ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_line_of_the_raw_file_says_what_became_of_it(root: Path) -> None:
    told = {line.text: line for line in evidence(root, file_of(root, 1)).lines}
    assert told["Berta Anders comes home with herring"].fields == ("title",)
    assert told["November 2, 2020"].fields == ("date",)
    assert told[SOME].kept
    assert told[SHARED].rule == "stands in many of the raw files"
    assert not told[SHARED].kept


def test_an_article_without_a_raw_file_has_no_lines(root: Path) -> None:
    path = file_of(root, 1)
    (root / "content/raw/boat-01.txt").unlink()
    assert evidence(root, path).lines == ()
    write(root, '-- content/articles/own.md --\n---\ntitle: "Own"\n---\n\nText.\n')
    assert evidence(root, "content/articles/own.md").explanation.note.startswith("A person wrote this article")


# ── Over HTTP ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def serving(root: Path) -> Iterator[Serving]:
    with served(root) as found:
        yield found


def told(serving: Serving, path: str) -> dict[str, Any]:
    status, _, content = serving.get(f"/__backfile/ask/{path}")
    assert status == 200, content
    return dict(json.loads(content))


def _token(serving: Serving) -> str:
    return str(told(serving, "bar?page=index.html")["token"])


def decide(serving: Serving, token: str, content: bytes, **headers: str) -> tuple[int, dict[str, Any]]:
    connection = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
    connection.request("POST", "/__backfile/ask/decide", content, {"X-Backfile-Token": token, **headers})
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    return answer.status, json.loads(said) if said.startswith(b"{") else {}


def test_the_bar_knows_its_file_and_the_list_is_made_when_asked_for(serving: Serving) -> None:
    page = "2020/11/02/berta-anders-comes-home-with-herring.html"
    bar = told(serving, f"bar?page={page}")
    assert (bar["path"], bar["article"], bar["left"]) == (file_of(serving.root, 1), True, None)
    assert told(serving, "bar?page=index.html")["path"].startswith("front.html")
    assert told(serving, "bar?page=none.html")["path"] == ""
    found = told(serving, "list")
    assert (found["left"], found["all"], len(found["questions"])) == (32, 32, 3)
    assert told(serving, f"bar?page={page}")["left"] == 32
    first = told(serving, "next")
    assert re.fullmatch(r"2020/11/.*\.html", first["page"])
    assert told(serving, f"next?page={first['page']}&question={first['question']}&steps=-1") == {}


def test_a_decision_needs_the_token_of_the_bar(serving: Serving) -> None:
    page = "2020/11/02/berta-anders-comes-home-with-herring.html"
    token = told(serving, f"bar?page={page}")["token"]
    said = json.dumps({"act": "date", "page": page, "date": "2020-12"}).encode()
    before = everything(serving.root)
    for wrong, content in (
        ("", said),
        ("0" * 22, said),
        (token, b"[]"),
        (token, b'{"act": 1}'),
        (token, b"{" * 70_000),
    ):
        status, answer = decide(serving, wrong, content)
        assert (status, list(answer)) == (400, ["problem"])
    assert decide(serving, token, said, Origin="https://evil.example")[0] == 403
    assert decide(serving, token, said, Host="evil.example")[0] == 403
    assert decide(serving, token, json.dumps({"act": "explode", "page": page}).encode())[0] == 400
    assert everything(serving.root) == before
    assert serving.get("/__backfile/ask/decide")[0] == 404
    assert decide(serving, token, said) == (
        200,
        {
            "said": "Dated 2020-12: Berta Anders comes home with herring.",
            "page": "2020/12/berta-anders-comes-home-with-herring.html",
        },
    )
    assert decide(serving, token, b'{"act": "undo"}')[0] == 200
    assert everything(serving.root) == before


def test_whatever_is_sent_is_answered_in_words(serving: Serving) -> None:
    page = "2020/11/02/berta-anders-comes-home-with-herring.html"
    write(serving.root, "-- content/pages/about.md --\n---\ntitle: About\n---\n\nText.\n")
    serving.listen(page).close()
    before = everything(serving.root)
    for wrong in (
        b"[" * 60_000,
        b'{"a":' * 12_000,
        json.dumps({"act": "date", "page": page, "date": "\ud800"}).encode(),
        json.dumps({"act": "cut", "everywhere": "yes", "line": ""}).encode(),
        json.dumps({"act": "cut", "page": page, "line": "None", "number": "²"}).encode(),
        json.dumps({"act": "cut", "page": "index.html", "line": SOME}).encode(),
        json.dumps({"act": "date", "page": "about.html", "date": "2020"}).encode(),
    ):
        status, answer = decide(serving, _token(serving), wrong)
        assert (status, list(answer)) == (400, ["problem"]), wrong[:60]
    assert decide(serving, "\u00e9", b'{"act": "undo"}')[0] == 400
    assert serving.get("/__backfile/ask/bar", X_Forwarded_For="nobody")[0] == 403
    assert serving.get(f"/__backfile/{'a' * 300}")[0] == 404
    assert everything(serving.root) == before


def test_a_browser_elsewhere_is_not_believed_to_be_here(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    with served(root) as serving:
        assert serving.get("/__backfile/ask/bar", X_Forwarded_For="127.0.0.1, 192.0.2.7")[0] == 403


def test_the_page_of_a_withdrawn_article_names_its_file(root: Path) -> None:
    path = file_of(root, 1)
    text = (root / path).read_text()
    (root / path).write_text(text.replace("\n---\n", "\nwithdrawn: {date: 2021-01-01, reason: mistaken}\n---\n", 1))
    with served(root) as serving:
        bar = told(serving, "bar?page=2020/11/02/berta-anders-comes-home-with-herring.html")
        assert (bar["path"], bar["article"]) == (path, False)


def test_an_article_is_ticked_off_before_anybody_asked_for_the_list(serving: Serving) -> None:
    page = "2020/11/02/berta-anders-comes-home-with-herring.html"
    token = told(serving, f"bar?page={page}")["token"]
    assert decide(serving, token, json.dumps({"act": "done", "page": page}).encode())[0] == 200
    assert told(serving, f"bar?page={page}")["looked"]
    assert told(serving, "list")["left"] == 31


def test_an_article_that_came_after_the_list_was_made_is_ticked_off_too(serving: Serving) -> None:
    told(serving, "list")
    write(serving.root, f"-- content/raw/boat-30.txt --\n{raw(2).replace(name(2), 'Gerda Fintan')}")
    page, until = "2020/11/03/gerda-fintan-comes-home-with-herring.html", time.monotonic() + PATIENCE
    while not told(serving, f"bar?page={page}")["path"] and time.monotonic() < until:
        time.sleep(0.05)
    assert decide(serving, _token(serving), json.dumps({"act": "done", "page": page}).encode())[0] == 200
    assert told(serving, f"bar?page={page}")["looked"]


def test_a_ruling_over_http(serving: Serving) -> None:
    questions = told(serving, "list")["questions"]
    one = next(one for one in questions if SOME in one["sentence"])
    token = told(serving, "bar?page=index.html")["token"]
    assert told(serving, f"holding?line={SOME.replace(' ', '%20')}") == {"count": 5}
    assert decide(serving, token, json.dumps({"act": "cut", "question": one["code"]}).encode())[0] == 200
    assert holding(serving.root, SOME) == []
    assert checked.read(serving.root) == {}
