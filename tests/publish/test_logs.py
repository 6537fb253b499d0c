"""The logs of corrections and of withdrawn articles: newest first, cut by year where they are long. Pure."""

import pytest

from generator import edtf
from generator.model import Correction, Head, Meta, SiteConfig, Withdrawal
from generator.publish.archive import index
from generator.publish.model import Archive
from generator.publish.pages import logs, page_at, plan
from generator.views import LogView

SITE = SiteConfig(title="The Test Gazette")


def corrected(n: int, *dates: str, **fields: object) -> Head:
    notes = tuple(Correction(edtf.parse(date) if date else None, f"Note of {date or 'no day'}.") for date in dates)
    meta = Meta(id=f"i{n}", title=f"Story {n}", date=edtf.parse("2020-01-01"), corrections=notes, **fields)  # type: ignore[arg-type]  # by their names
    return Head(meta.id, f"{n}.md", f"2020/01/01/{n}.html", meta, "So.", "")


def withdrawn(n: int, date: str, reason: str) -> Head:
    taken = Withdrawal(edtf.parse(date) if date else None, reason)
    return corrected(n, "2019-01-01", status="withdrawn", withdrawn=taken)


def view(archive: Archive, path: str) -> LogView:
    page = page_at(archive, path)
    assert page, path
    assert isinstance(page.view, LogView)
    return page.view


def test_all_corrections_newest_first_those_without_a_date_after_them() -> None:
    archive = index([corrected(1, "2020-03-01", ""), corrected(2, "2021", "2020-04"), corrected(3)], SITE)
    entries = view(archive, "corrections.html").entries
    assert [(entry.title, entry.date.label if entry.date else "", entry.text) for entry in entries] == [
        ("Story 2", "2021", "Note of 2021."),
        ("Story 2", "April 2020", "Note of 2020-04."),
        ("Story 1", "1 March 2020", "Note of 2020-03-01."),
        ("Story 1", "", "Note of no day."),
    ]
    assert entries[0].path == "2020/01/01/2.html"


def test_of_a_withdrawn_article_when_and_why_and_nothing_else() -> None:
    archive = index([withdrawn(1, "2021-03-07", "It was untrue."), withdrawn(2, "", "")], SITE)
    entries = view(archive, "withdrawn.html").entries
    assert [(entry.path, entry.title, entry.text) for entry in entries] == [
        ("2020/01/01/1.html", "", "It was untrue."),
        ("2020/01/01/2.html", "", ""),
    ]
    assert not view(archive, "corrections.html").entries, "what was corrected in it is its own"
    assert archive.tombstones["2020/01/01/1.html"].notes == (("2021-03-07", "It was untrue."),)


def test_where_there_is_nothing_to_say_both_say_so() -> None:
    archive = index([corrected(1)], SITE)
    assert view(archive, "corrections.html").empty == "No article of this archive has been corrected."
    assert view(archive, "withdrawn.html").empty == "No article of this archive has been withdrawn."
    assert archive.cards[0].notes is ()  # noqa: F632 - it is one for all


def test_a_long_log_is_cut_into_years_that_lead_to_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LONG", 3)
    monkeypatch.setattr(logs, "NEWEST", 2)
    archive = index([corrected(n, f"{year}-01-0{n}") for n, year in enumerate([2015, 2016, 2019, 2019], 1)], SITE)
    whole = view(archive, "corrections.html")
    assert [door.path for door in whole.doors] == [f"corrections/{year}.html" for year in (2015, 2016, 2019)]
    assert [entry.title for entry in whole.entries] == ["Story 4", "Story 3"]
    year = view(archive, "corrections/2016.html")
    assert year.title == "Corrections, 2016"
    assert [entry.title for entry in year.entries] == ["Story 2"]
    assert year.previous
    assert year.next
    assert (year.previous.path, year.previous.gap) == ("corrections/2015.html", "")
    assert (year.next.path, year.next.gap) == ("corrections/2019.html", "nothing in between: 2017–2018")
    assert page_at(archive, "corrections/2017.html") is None
    assert {f"corrections/{n}.html" for n in (2015, 2016, 2019)} < {page.path for page in plan(archive)}
