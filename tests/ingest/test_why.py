"""Why an article says what it says: the evidence where a field is ingest's, and no claim where a person edited it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.ingest import merge
from generator.ingest.articles import written
from generator.ingest.record import Record
from generator.ingest.review import why
from generator.ingest.review.why import Explanation, Origin, Reason, explain, gone
from generator.model import CutLine, Evidence, Image, Meta, Source

BODY = "The cups danced on their hooks.\n"
META = Meta(
    id="abcdefghij",
    title="Quake shakes the coast",
    date=edtf.parse("2020-11-18"),
    slug="quake-shakes-the-coast",
    tags=("Quake", "Coast"),
    place=("Port Sellan",),
    source=Source(file="raw/quake.txt", sha256="f00d", previous="Ferry talks end"),
    inferred=(("date", "path"),),
)
RECORD = Record(
    "content/raw/quake.txt",
    "f00d",
    "article",
    article="abcdefghij",
    slug="quake-shakes-the-coast",
    wrote=written("content/articles/quake.md", META, BODY),
    evidence=(
        Evidence("title", "first line", 1, "Quake shakes the coast"),
        Evidence("place", "dateline", 3, "PORT SELLAN (HGN) —"),
        Evidence("date", "path"),
        Evidence("tags", "sidecar"),
        Evidence("source.previous", "printed beside it", 9, "Ferry talks end"),
    ),
    cut=(CutLine("Share", "button or label", 7),),
)


def told(meta: Meta = META, record: Record | None = RECORD, *, body: str = BODY, **more: object) -> Explanation:
    origin = Origin(record, **more) if record else None  # type: ignore[arg-type]  # fields by their names
    return explain("content/articles/quake.md", meta, body, origin)


def reason(explanation: Explanation, field: str) -> Reason:
    (found,) = [reason for reason in explanation.fields if reason.field == field]
    return found


def test_a_field_has_its_rule_its_line_and_the_words_of_the_source() -> None:
    found = reason(told(), "place")
    assert (found.value, found.why) == ("Port Sellan", "the dateline")
    assert (found.place, found.quote) == ("content/raw/quake.txt:3", "PORT SELLAN (HGN) —")


def test_words_that_are_the_value_are_not_said_twice() -> None:
    found = reason(told(), "title")
    assert (found.why, found.place, found.quote) == ("the first line of the text", "content/raw/quake.txt:1", "")


def test_every_field_of_the_front_matter_is_told_and_every_cut_line() -> None:
    explanation = told()
    assert [one.field for one in explanation.fields] == [
        "id", "title", "date", "slug", "tags", "place", "source.file", "source.sha256", "source.previous", "(text)",
    ]  # fmt: skip
    assert explanation.cut == RECORD.cut
    assert all(one.why for one in explanation.fields)


def test_what_a_person_edited_claims_no_evidence() -> None:
    found = reason(told(replace(META, title="Earthquake shakes the coast")), "title")
    assert (found.why, found.place, found.quote) == ("edited by hand", "", "")


def test_what_a_person_added_and_took_out() -> None:
    explanation = told(replace(META, section="Coast", place=()))
    assert reason(explanation, "section").why == "written by hand"
    assert reason(explanation, "place") == Reason("place", "", "taken out by hand")


def test_a_date_that_was_edited_may_be_from_the_table_of_dates() -> None:
    assert "table of dates" in reason(told(replace(META, date=edtf.parse("2020-11-19"))), "date").why


def test_an_edited_slug_is_known_even_when_the_digest_was_renewed() -> None:
    meta = replace(META, slug="quake")
    record = replace(RECORD, wrote=tuple(merge.fingerprints(meta, BODY).items()))
    assert reason(told(meta, record), "slug").why == "edited by hand"


def test_of_an_edited_source_the_parts_that_are_as_they_came_keep_their_reasons() -> None:
    explanation = told(replace(META, source=replace(META.source, url="https://example.org/quake")))
    assert reason(explanation, "source.previous").place == "content/raw/quake.txt:9"
    assert reason(explanation, "source.file").why == "the raw file itself"
    assert reason(explanation, "source.url").why == "edited by hand"


def test_an_edited_text_is_told_as_edited() -> None:
    assert reason(told(), "(text)").why == "as it came, without the lines below"
    assert reason(told(body="Other words.\n"), "(text)").why == "edited by hand"


def test_a_guess_is_told_as_one() -> None:
    found = reason(told(), "date")
    assert "name of the raw file" in found.why
    assert "a guess" in found.why
    assert "a guess" not in reason(told(), "title").why


def test_the_sidecar_is_named() -> None:
    assert reason(told(sidecar="content/raw/quake.yaml"), "tags").why == "from the sidecar content/raw/quake.yaml"


def test_a_field_that_a_duplicate_filled_names_the_duplicate() -> None:
    meta = replace(META, authors=("Ada Morrow",))
    twin = Record("content/raw/copy.txt", evidence=(Evidence("authors", "byline", 2, "By Ada Morrow"),))
    record = replace(RECORD, wrote=tuple(merge.fingerprints(meta, BODY).items()))
    explanation = told(meta, record, twins=(twin,))
    found = reason(explanation, "authors")
    assert found.why == "the byline, in its duplicate content/raw/copy.txt"
    assert (found.place, found.quote) == ("content/raw/copy.txt:2", "By Ada Morrow")
    assert explanation.same == ("content/raw/copy.txt",)


def test_a_date_that_a_duplicate_states_names_the_duplicate() -> None:
    meta = replace(META, inferred=())
    twin = Record("content/raw/copy.txt", evidence=(Evidence("date", "printed date", 2, "March 3"),))
    record = replace(RECORD, wrote=tuple(merge.fingerprints(meta, BODY).items()))
    assert (
        reason(told(meta, record, twins=(twin,)), "date").why == "a printed date, in its duplicate content/raw/copy.txt"
    )
    assert "name of the raw file" in reason(told(twins=(twin,)), "date").why


def test_the_line_of_an_item_in_a_container_is_a_line_of_the_file() -> None:
    record = replace(RECORD, raw="content/raw/export.xml#3", item=3)
    assert reason(told(record=record), "place").place == "content/raw/export.xml:3"


def test_without_a_record_a_person_wrote_it() -> None:
    explanation = explain("content/articles/quake.md", replace(META, source=Source()), BODY, None)
    assert "A person wrote this article" in explanation.note
    assert {one.why for one in explanation.fields} == {"written by hand"}


def test_without_a_record_what_names_a_raw_file_was_perhaps_not_written_by_a_person() -> None:
    explanation = explain("content/articles/quake.md", META, BODY, None)
    assert "came from raw/quake.txt" in explanation.note
    assert "written by hand" not in {one.why for one in explanation.fields}


def test_what_became_no_article() -> None:
    assert gone(Record("content/raw/photo.xcf", reason="is a picture")).note == "Rejected: is a picture"
    deleted = gone(RECORD)
    assert "deleted" in deleted.note
    assert deleted.again == "content/raw/quake.txt"


def test_a_copy_of_a_deleted_article_comes_back_by_the_name_of_the_one_that_became_it() -> None:
    copy = replace(RECORD, raw="content/raw/z.txt", outcome="duplicate")
    deleted = gone(copy, RECORD)
    assert deleted.raw == "content/raw/z.txt"
    assert "The same article as content/raw/quake.txt" in deleted.note
    assert deleted.again == "content/raw/quake.txt"
    assert "gone too: put content/raw/quake.txt back" in gone(copy, RECORD, there=False).note


def test_a_source_that_could_not_be_read_again_is_told() -> None:
    assert "no permission" in told(record=replace(RECORD, reason="no permission")).note


@pytest.mark.parametrize(
    ("meta", "line"),
    [
        (Meta(tags=("a", "b")), "a, b"),
        (Meta(place=("a",)), "a"),
        (Meta(images=(Image(caption="c", credit="d"), Image(file="e.jpg"))), "caption: c; credit: d · file: e.jpg"),
        (Meta(images=(Image(caption="c", credit="d"), Image(caption="e", credit="f"))), "caption: c; credit: d · caption: e; credit: f"),
        (Meta(featured=True), "true"),
        (Meta(extra=(("mood", ("x", ("y", "z"))),)), "x · y, z"),
        (Meta(extra=(("where", (("lat", "1"), ("lon", "2"))),)), "lat: 1; lon: 2"),
        (Meta(deck="one\ntwo"), "one two"),
    ],
)  # fmt: skip
def test_a_value_is_one_line(meta: Meta, line: str) -> None:
    assert [value for _, _, value in why.values(meta)] == [line]


texts = st.text(max_size=20)


@given(st.dictionaries(st.sampled_from(["title", "deck", "section", "agency", "kicker"]), texts), texts)
@settings(derandomize=True, max_examples=40)
def test_what_ingest_wrote_is_never_told_as_edited(values: dict[str, str], body: str) -> None:
    meta = replace(META, **values)  # type: ignore[arg-type]  # fields by their names
    record = replace(RECORD, wrote=tuple(merge.fingerprints(meta, body).items()))
    explanation = explain("content/articles/a.md", meta, body, Origin(record))
    assert not [one for one in explanation.fields if "by hand" in one.why]
