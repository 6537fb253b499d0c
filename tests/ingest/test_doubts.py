"""What is doubtful: each kind is found, its false friend is not; questions, codes and ticks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from generator import edtf
from generator.ingest import merge
from generator.ingest.record import Record
from generator.ingest.review import doubts, spellings
from generator.ingest.review.questions import Question, code, questions, shortened
from generator.ingest.review.survey import Entry, Known
from generator.model import CutLine, Doubt, Evidence, Meta, SiteConfig

SITE = SiteConfig(title="The Test Gazette")


def entry(raw: str, *evidence: Evidence, cut: tuple[str, ...] = (), lines: tuple[str, ...] = (), words: int = 300, date: str = "2020-11-18", doubted: tuple[Doubt, ...] = (), text: str = "", **fields: object) -> Entry:  # fmt: skip
    """An article as ingest wrote it; fields are those of Meta."""
    meta = replace(Meta(title=f"About {raw}", date=edtf.parse(date) if date else None), **fields)  # type: ignore[arg-type]  # fields by their names
    title, body = merge.text_digests(meta.title, text or raw)
    rows = tuple(CutLine(line, "stands in many of the raw files") for line in cut)
    wrote = tuple(merge.fingerprints(meta, "").items())
    record = Record(f"content/raw/{raw}.txt", raw, "article", article=raw, title=title, body=body, wrote=wrote)
    record = replace(record, evidence=evidence, cut=rows, doubts=doubted)
    return Entry(record, f"content/articles/{raw}.md", raw, meta, lines, words, words * 6)


def usual(count: int = 40, **fields: object) -> list[Entry]:
    """Articles of which nothing is doubtful."""
    return [entry(f"a{n}", date=f"2020-11-{n % 28 + 1:02}", **fields) for n in range(count)]  # type: ignore[arg-type]  # fields by their names


def asked(entries: Sequence[Entry], site: SiteConfig = SITE, **known: object) -> list[Question]:
    found = doubts.find(Known(tuple(entries), site, latest="2023-01-01", **known))  # type: ignore[arg-type]  # fields by their names
    return list(questions(found))


def sentences(entries: Sequence[Entry], site: SiteConfig = SITE, **known: object) -> list[str]:
    return [question.sentence for question in asked(entries, site, **known)]


def test_of_sound_articles_nothing_is_asked() -> None:
    assert sentences(usual(language="en", tags=("Coast",), place=("Port Sellan",))) == []


# ── What could not be read ───────────────────────────────────────────────────────────────────────────────────────


def test_rejected_files_are_first_and_one_reason_is_one_question() -> None:
    rejected = [Entry(Record(f"content/raw/{n}.xcf", reason="is a picture")) for n in range(3)]
    other = Entry(Record("content/raw/b.txt", reason="no permission"))
    first, second, last = asked([*usual(), entry("u", date=""), *rejected, other])
    assert (first.sentence, first.must) == ("3 raw files were rejected: is a picture", True)
    assert (second.sentence, second.must) == ("1 raw file was rejected: no permission", True)
    assert not last.must


def test_a_broken_article_is_work_to_do() -> None:
    (question,) = asked([Entry(None, "content/articles/bad.md", broken="title: is missing")])
    assert (question.sentence, question.must) == ("1 article cannot be read: title: is missing", True)


def test_what_the_reading_doubted_is_asked_with_the_line() -> None:
    rule = "a tenth of the text would have been cut, and was kept"
    doubted = (Doubt(rule, 12, "Sign up here"), Doubt(rule, 19, "And here"))
    (question,) = asked([entry("a", doubted=doubted)])
    assert question.sentence == f"In 1 raw file there is a doubt: {rule}."
    assert question.examples[0].place == "content/raw/a.txt:12"
    assert question.examples[0].words == "Sign up here"


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("date", "site", "why"),
    [
        ("1402-03-03", SITE, "older than all newspapers"),
        ("2099-01-01", SITE, "in the future"),
        ("1970-01-01", SITE, "machines"),
        ("2019-12-31", replace(SITE, published=edtf.parse("2020/2022")), "outside `published: 2020/2022`"),
        ("2023", replace(SITE, published=edtf.parse("2020/2022")), "outside"),
        ("1605-09-01", SITE, ""),
        ("2022-12-31", replace(SITE, published=edtf.parse("2020/2022")), ""),
        ("2022-12-31", replace(SITE, published=edtf.parse("2020/..")), ""),
        ("../2020-11", replace(SITE, published=edtf.parse("2020/2022")), ""),
    ],
)
def test_a_date_that_cannot_be(date: str, site: SiteConfig, why: str) -> None:
    found = sentences([entry("a", date=date)], site)
    assert why in found[0] if why else not found, found


def test_a_date_that_a_person_wrote_is_doubted_only_where_it_cannot_be() -> None:
    hand = Entry(
        None, "content/articles/a.md", "d", Meta(title="A", date=edtf.parse("2099-01-01")), words=300, size=999
    )
    assert len(sentences([hand])) == 1
    far = replace(hand, meta=replace(hand.meta, date=edtf.parse("1921-05-05")))
    assert sentences([*usual(), far]) == []


def test_a_date_far_from_all_others_of_its_folder() -> None:
    found = [
        entry(f"x/2020/11/{n:02}/a", Evidence("date", "printed date"), date=f"2020-11-{n:02}") for n in range(1, 20)
    ]
    odd = entry("x/2020/11/20/a", Evidence("date", "printed date"), date="2002-11-20")
    (question,) = asked([*found, odd])
    assert question.sentence == "1 article has a date that is far from all others of content/raw/x."
    assert question.examples[0].place == "content/articles/x/2020/11/20/a.md"


@pytest.mark.parametrize(
    "days",
    [
        [f"{year}-06-01" for year in range(1980, 2020)],  # evenly over many years
        [f"1990-01-{n:02}" for n in range(1, 20)] + [f"2020-01-{n:02}" for n in range(1, 20)],  # a gap, and two heaps
        [f"2020-01-{n:02}" for n in range(1, 20)] + ["2021-11-01"],  # not so far
        ["2020-01-01"] * 8 + ["1950-01-01"],  # too few to say
    ],
)
def test_dates_that_are_only_scattered(days: list[str]) -> None:
    assert sentences([entry(f"a{n}", Evidence("date", "printed date"), date=day) for n, day in enumerate(days)]) == []


def test_dates_of_paths_and_undated_articles_are_one_question_each() -> None:
    paths = [entry(f"p{n}", Evidence("date", "path")) for n in range(4)]
    undated = [entry(f"u{n}", date="") for n in range(5)]
    first, second = asked([*paths, *undated])
    assert first.sentence.startswith("4 dates are known from the name or folder")
    assert second.sentence == "5 articles have no date."
    assert "backfile dates" in second.advice
    assert len(second.examples) == 3


# ── Headlines, texts, languages ──────────────────────────────────────────────────────────────────────────────────


def test_a_made_headline_is_doubted_until_a_person_has_written_one() -> None:
    made = entry("a", Evidence("title", "first sentence", 1, "The mayor said so."))
    assert sentences([made]) == ["1 headline is made of the first sentence, for the raw text has none."]
    assert sentences([replace(made, meta=replace(made.meta, title="Mayor says so"))]) == []


def test_a_short_text_is_doubted_a_draft_and_a_withdrawn_one_are_not() -> None:
    assert sentences([entry("a", words=9)]) == ["1 article has hardly any text."]
    assert sentences([entry("a", words=9, status="draft"), entry("b", words=9, status="withdrawn")]) == []
    assert sentences([replace(entry("a", words=9), size=900)]) == [], "a script without blanks"


def test_a_language_unlike_nearly_all_others() -> None:
    odd = entry("o", Evidence("language", "script"), language="ur")
    (question,) = asked([*usual(60, language="ar"), odd])
    assert question.sentence == "1 article is in the language “ur”, unlike nearly all others."
    several = [entry(f"o{n}", Evidence("language", "script"), language="ur") for n in range(10)]
    assert sentences([*usual(60, language="ar"), *several]) == [], "an archive in two languages"
    assert sentences([*usual(8, language="ar"), odd]) == [], "too few to call anything usual"
    assert sentences([*usual(60, language="ar"), entry("o", language="ur")]) == [], "a person wrote it"


def test_look_alikes_are_pairs_and_the_headline_of_a_column_says_nothing() -> None:
    pair = [entry("a", title="Quake"), entry("b", title="Quake")]
    same = (("content/raw/a.txt", "content/raw/b.txt"),)
    (question,) = asked(pair, same=same)
    assert question.sentence.startswith("2 articles have one headline")
    assert question.examples[0].place == "content/articles/a.md and content/articles/b.md"
    column = [entry(f"{n}", Evidence("title", "sidecar"), title="Letters to the editor") for n in range(6)]
    pairs = tuple(("content/raw/0.txt", f"content/raw/{n}.txt") for n in range(1, 6))
    assert sentences(column, same=pairs) == []
    assert len(asked(column, alike=pairs[:1])) == 1, "they tell the same, whatever their headline is"


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_line_that_stands_in_many_articles_is_one_question_with_what_to_write() -> None:
    (question,) = asked(usual(30, lines=("Sponsored by the Harbour Bank",)))
    assert question.sentence == "“Sponsored by the Harbour Bank” stands in 30 articles: keep or cut?"
    assert question.line == '- "Sponsored by the Harbour Bank"'
    assert len(question.examples) == 3


def test_lines_that_stand_in_the_same_articles_are_one_question() -> None:
    signs = ("Aries", "Cancer", "Gemini", "Taurus")
    stars = [entry(f"s{n}", lines=signs) for n in range(12)]
    log = [entry(f"t{n}", lines=("Monday",)) for n in range(12)]

    one, other = sorted(asked([*usual(), *stars, *log]), key=lambda question: question.sentence)
    assert one.sentence == "“Aries”, “Cancer”, “Gemini” and 1 more stand in the same 12 articles: keep or cut?"
    assert one.line.split("\n") == [f'- "{sign}"' for sign in signs]
    assert (one.count, one.advice.split(",")[0]) == (12, "To cut any of them")
    assert other.sentence == "“Monday” stands in 12 articles: keep or cut?"

    cut = [entry(f"s{n}", cut=signs[:2]) for n in range(12)]
    assert sentences(cut) == ["“Aries”, “Cancer” were cut from the same 12 raw files, for they recur: right?"]


def test_of_lines_of_the_same_articles_each_is_ticked_by_itself() -> None:
    stars = [entry(f"s{n}", lines=("Aries", "Cancer")) for n in range(12)]
    cases = list(doubts.find(Known(tuple(stars), SITE)))
    ticks = {case.code: case.basis for case in cases if case.about == "Aries"}

    left = [question.sentence for question in questions(cases, ticks) if not question.ticked]
    assert left == ["“Cancer” stands in 12 articles: keep or cut?"]


def test_a_first_line_that_is_the_headline_of_many_is_asked_about() -> None:
    found = [entry(f"{n}", Evidence("title", "first line", 1), title="The Gazette, page 3") for n in range(6)]
    (question,) = asked(found)
    assert question.sentence.startswith("“The Gazette, page 3” is the headline of 6 articles")
    assert question.line == '- "The Gazette, page 3"'
    assert sentences(found, replace(SITE, keep=("The Gazette, page 3",))) == []
    assert sentences([replace(one, meta=replace(one.meta, title="Mended")) for one in found]) == []


def test_a_line_whose_digits_vary_is_one_line_and_gets_a_pattern() -> None:
    found = [entry(f"a{n}", lines=(f"{n} people (or more) liked this",)) for n in range(12)]
    (question,) = asked(found)
    assert question.sentence.startswith("“0 people (or more) liked this” (any digits) stands in 12 articles")
    assert question.line == '- "/^[0-9]+\\\\ people\\\\ \\\\(or\\\\ more\\\\)\\\\ liked\\\\ this$/"'
    site = replace(SITE, cut=(r"/^[0-9]+\ people\ \(or\ more\)\ liked\ this$/",))
    assert sentences(found, site) == []


@pytest.mark.parametrize("line", ["* * *", "3", "—"])
def test_a_line_without_letters_is_no_question(line: str) -> None:
    assert sentences(usual(30, lines=(line,))) == []


def test_a_line_between_slashes_is_advised_as_a_pattern_for_itself() -> None:
    (question,) = asked(usual(30, lines=("/News/",)))
    assert question.line == '- "/^/News/$/"'
    assert sentences(usual(30, lines=("/News/",)), replace(SITE, cut=("/^/News/$/",))) == []


def test_a_line_in_few_articles_is_no_question() -> None:
    assert sentences([*usual(40), entry("a", lines=("“No,” she said.",)), entry("b", lines=("“No,” she said.",))]) == []


@pytest.mark.parametrize("setting", ["keep", "cut"])
@pytest.mark.parametrize("how", ["Sponsored by the Harbour Bank", "/^Sponsored by/"])
def test_what_site_yaml_says_of_a_line_settles_it(setting: str, how: str) -> None:
    line = "Sponsored by the Harbour Bank"
    site = replace(SITE, **{setting: (how,)})
    assert sentences(usual(30, lines=(line,)), site) == []
    assert sentences(usual(30, cut=(line,)), site) == []


def test_a_line_that_was_cut_because_it_recurs_may_be_kept() -> None:
    (question,) = asked(usual(30, cut=("Good morning, Port Sellan!",)))
    assert question.sentence == "“Good morning, Port Sellan!” was cut from 30 raw files, for it recurs: right?"
    assert "ingest:` `keep:" in question.advice


@pytest.mark.parametrize(
    ("line", "shown", "advised"), [("* * *", "“* * *”", '- "* * *"'), ("1 2 3", "“0 0 0” (any digits)", "[0-9]+")]
)
def test_a_line_without_letters_that_was_cut_is_a_question(line: str, shown: str, advised: str) -> None:
    found = [entry(f"a{n}", cut=(line.replace("2", str(n)),)) for n in range(30)]
    (question,) = asked(found)
    assert question.sentence == f"{shown} was cut from 30 raw files, for it recurs: right?"
    assert advised in question.line


def test_a_line_that_is_cut_and_stands_in_an_article_that_the_ledger_had_lost_is_a_question() -> None:
    line = "Good morning, Port Sellan!"
    found = entry("a", cut=(line,), lines=(line, "“No,” she said."))
    lost = replace(found, record=replace(found.record, wrote=()))
    first, second = sentences([lost])
    assert first == f"“{line}” is cut for recurring, but stands in articles that the ledger had lost (1): take it out?"
    assert second.endswith("was cut from 1 raw files, for it recurs: right?")
    assert len(sentences([found])) == 1, "a person may have put it back"
    assert len(sentences([replace(lost, lines=())])) == 1, "it was taken out"
    headed = replace(entry("a", cut=(line,), title=line), record=lost.record)
    assert sentences([headed])[0] == first


# ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("field", "often", "rare", "line"),
    [
        ("place", "Baghdad", "Bagdad", "Baghdad: [Bagdad]"),
        ("tags", "Sulaimani", "Sulaimanni", "Sulaimani: [Sulaimanni]"),
        ("tags", "Port Authority", "Port Authorty", "Port Authority: [Port Authorty]"),
        ("tags", "بورت سيلن", "بورت سلين", "بورت سيلن: [بورت سلين]"),
        ("authors", "Noor Selwan", "Noor Selwen", ""),
    ],
)
def test_a_rare_name_one_letter_from_a_frequent_one(field: str, often: str, rare: str, line: str) -> None:
    (question,) = asked([*usual(**{field: (often,)}), entry("o", **{field: (rare,)})])
    assert f"“{rare}” (1) and “{often}” (40): one name in two spellings?" in question.sentence
    assert question.line == line
    assert question.examples[0].place == "content/articles/o.md"


@pytest.mark.parametrize(
    ("often", "rare"),
    [
        ("Senator", "Senators"),  # a plural
        ("Covid-19", "Covid-18"),  # another number
        ("Dover Sands", "Rover Sands"),  # another first letter
        ("Iraq", "Iran"),  # short
        ("Austria", "Australia"),  # two letters
        ("Port Sellan", "port sellan"),  # the same name, as the site takes it
        ("Al-Basra", "Al Basra"),
    ],
)
def test_a_rare_name_that_is_its_own(often: str, rare: str) -> None:
    assert sentences([*usual(tags=(often,)), entry("o", tags=(rare,))]) == []


def test_two_frequent_names_are_two_and_what_site_yaml_names_is_settled() -> None:
    both = [*usual(20, tags=("Slovene",)), *[entry(f"o{n}", tags=("Sloveni",)) for n in range(15)]]
    assert sentences(both) == []


def test_an_agency_that_is_nearly_the_publisher() -> None:
    site = replace(SITE, publisher="HGN")
    found = sentences([*usual(agency="HGN"), entry("a", agency="HGN News"), entry("b", agency="H.G.N."), entry("c", agency="HGNX"), entry("d", agency="The Test Gazette"), entry("e", agency="Reuters")], site)  # fmt: skip
    assert sorted(sentence.split("“")[1].split("”")[0] for sentence in found) == [
        "H.G.N.",
        "HGN News",
        "The Test Gazette",
    ]


names = st.text("abcd", min_size=5, max_size=7)


@given(st.dictionaries(names, st.integers(1, 60), max_size=25))
@settings(derandomize=True, max_examples=150)
def test_names_are_found_as_by_comparing_each_with_each(counts: dict[str, int]) -> None:
    assert set(spellings.near(Counter(counts))) == {
        (rare, often)
        for rare, few in counts.items()
        for often, many in counts.items()
        if many >= 5 and many >= 5 * few and min(len(rare), len(often)) >= 6
        if rare[0] == often[0] and OSA.distance(rare, often) == 1
    }


# ── Codes and ticks ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_tick_holds_for_what_it_was_given_for_and_no_more() -> None:
    undated = [entry(f"u{n}", date="") for n in range(3)]
    found = list(doubts.find(Known(tuple(undated), SITE)))
    ticks = {case.code: case.basis for case in found}
    (question,) = questions(found, ticks)
    assert question.ticked
    changed = [replace(undated[0], source="other bytes"), *undated[1:], entry("u3", date="")]
    still, again = sorted(questions(doubts.find(Known(tuple(changed), SITE)), ticks), key=lambda one: not one.ticked)
    assert [case.about for case in still.cases] == ["content/raw/u1.txt", "content/raw/u2.txt"]
    assert [case.about for case in again.cases] == ["content/raw/u0.txt", "content/raw/u3.txt"]
    assert again.code == still.code == question.code


def test_a_tick_on_a_line_holds_for_new_files_with_the_same_line() -> None:
    line = ("Sponsored by the Harbour Bank",)
    ticks = {case.code: case.basis for case in doubts.find(Known(tuple(usual(20, lines=line)), SITE))}
    (question,) = questions(doubts.find(Known(tuple(usual(30, lines=line)), SITE)), ticks)
    assert question.ticked


def test_the_most_doubtful_are_first_and_of_one_kind_the_largest() -> None:
    found = sentences([*usual(30, lines=("Sponsored by the Harbour Bank",)), *[entry(f"b{n}", lines=("Good morning!",)) for n in range(9)], entry("o", date="2099-01-01"), entry("u", date="")])  # fmt: skip
    assert [sentence[:20] for sentence in found] == [
        "1 article has a date",
        "“Sponsored by the Ha",
        "“Good morning!” stan",
        "1 article has no dat",
    ]


@given(st.lists(st.text("abc", min_size=1, max_size=4), max_size=30))
@settings(derandomize=True, max_examples=100)
def test_a_shortened_code_names_one_question(subjects: list[str]) -> None:
    codes = {code("line", subject) for subject in subjects}
    short = shortened(codes)
    assert all(sum(one.startswith(part) for one in codes) == 1 and len(part) >= 5 for part in short.values())


def test_codes_that_begin_alike_are_told_apart() -> None:
    assert shortened(["abcdefghij", "abcdefgxyz", "zzzzzzzzzz"]) == {
        "abcdefghij": "abcdefgh",
        "abcdefgxyz": "abcdefgx",
        "zzzzzzzzzz": "zzzzz",
    }


def test_a_case_alone_is_a_question_with_its_own_code() -> None:
    (question,) = asked([entry(f"u{n}", date="") for n in range(3)])
    alone = question.only(question.cases[1])
    assert (alone.sentence, alone.code) == ("1 article has no date.", question.cases[1].code)


def test_curly_brackets_in_a_line_are_only_letters() -> None:
    (question,) = asked(usual(30, lines=("{n} {count} {0}",)))
    assert "“{n} {count} {0}”" in question.sentence
