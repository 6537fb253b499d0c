"""The coverage page: what is held, and what not, as a map, as a table and in words."""

import datetime
import random
import re
from collections import Counter
from collections.abc import Iterable

import pytest

from generator import edtf
from generator.model import Head, Meta, SiteConfig, Source
from generator.publish import layouts
from generator.publish.archive import index
from generator.publish.pages import front, page_at
from generator.publish.pages.coverage import DAYS, MOST
from generator.rooms import theme
from generator.views import Chart, Chrome, CoverageView, FrontView, Page

SITE = SiteConfig(title="The Test Gazette")
THEME = layouts.load((theme(),))
STROKE = re.compile(r"([Mm])(\d+) (\d+)h(\d+)")


def head(n: int, date: str, **fields: object) -> Head:
    meta = Meta(id=f"i{n:06}", title=f"Story {n}", date=edtf.parse(date) if date else None, **fields)  # type: ignore[arg-type]  # by their names
    return Head(meta.id, f"{n}.md", f"{edtf.unit(meta.date) if meta.date else 'undated'}/{n}.html", meta, "So.", "")


def coverage(heads: Iterable[Head]) -> CoverageView:
    page = page_at(index(heads, SITE), "coverage.html")
    assert page
    assert isinstance(page.view, CoverageView)
    return page.view


def of(*dates: str) -> CoverageView:
    return coverage(head(n, date) for n, date in enumerate(dates))


def drawn(path: str) -> set[tuple[int, int]]:
    """(row, column) of all that a path covers."""
    found = set()
    row = end = 0
    for kind, x, y, width in STROKE.findall(path):
        row, start = (int(y) // 10, int(x)) if kind == "M" else (row, end + int(x))
        end = start + int(width)
        found |= {(row, column) for column in range(start, end)}
    return found


def daily(years: int, *, seed: int = 1) -> list[Head]:
    """A paper of its time: more in some weeks, less on Sundays, now and then a day without."""
    chance, first = random.Random(seed), datetime.date(2023 - years + 1, 1, 1)
    days = (first + datetime.timedelta(n) for n in range(years * 365))
    dates = [
        str(day) for day in days for _ in range(chance.choice([0, 1, 2, 3, 4, 5, 6, 7]) if day.weekday() < 6 else 1)
    ]
    return [head(n, date) for n, date in enumerate(dates)]


def test_each_layer_covers_the_days_that_have_so_many_articles() -> None:
    heads = daily(3)
    view = coverage(heads)
    assert (view.columns, view.weekly, len(view.layers)) == (366, False, 4)
    counts = Counter(str(one.meta.date.first) for one in heads if one.meta.date)
    for step, layer in zip(view.steps, view.layers, strict=True):
        days = [datetime.date.fromisoformat(day) for day, count in counts.items() if count >= step]
        assert drawn(layer) == {(day.year - 2021, day.timetuple().tm_yday - 1) for day in days}
    assert view.steps[0] == 1


def test_where_most_weeks_have_nothing_or_years_are_many_a_column_is_a_week() -> None:
    sparse = of("2020-01-01", "2020-12-31", "2022-06-01")
    assert (sparse.weekly, sparse.columns) == (True, 52)
    assert drawn(sparse.layers[0]) == {(0, 0), (0, 51), (2, 21)}
    assert coverage(daily(DAYS + 1)).weekly


def test_the_table_says_how_many_of_each_month_and_leads_there() -> None:
    view = of("2020-01-05", "2020-01-06", "2020-03", "2020", "", "2021-12-31")
    first, second = view.rows
    assert (first.path, first.count) == ("2020/index.html", 4)
    assert [(month.path, month.count) for month in first.months[:3]] == [
        ("2020/01/index.html", 2), ("", 0), ("2020/03/index.html", 1),
    ]  # fmt: skip
    assert (second.title, second.count, second.months[11].count) == ("2021", 1, 1)
    assert (view.articles, view.undated, view.wanted) == (6, 1, 0)


def test_gaps_are_named_and_lead_to_the_nearest_months_that_have_any() -> None:
    view = of("2019-04-30", "2019-09-01", "2019-11-01", "2019-12-01")
    assert [gap.said for gap in view.gaps] == ["Nothing from May 2019 to August 2019", "Nothing in October 2019"]
    assert [(gap.before.path, gap.after.path) for gap in view.gaps] == [
        ("2019/04/index.html", "2019/09/index.html"),
        ("2019/09/index.html", "2019/11/index.html"),
    ]


def test_a_year_with_an_article_of_no_known_month_is_no_gap() -> None:
    view = of("1890-03-04", "1899", "1910-05-06")
    assert [gap.said for gap in view.gaps] == [
        "Nothing from April 1890 to December 1898",
        "Nothing from January 1900 to April 1910",
    ]
    assert [(gap.before.title, gap.after.path) for gap in view.gaps] == [
        ("March 1890", "1899/index.html"),
        ("1899", "1910/05/index.html"),
    ]


def test_of_many_gaps_the_longest_are_listed_in_the_order_of_time() -> None:
    dates = [f"{2000 + n // 12}-{n % 12 + 1:02}-01" for n in [*range(0, 60, 2), 70, 90]]
    view = of(*dates)
    assert (len(view.gaps), view.shorter) == (MOST, 31 - MOST)
    assert [gap.said for gap in view.gaps][-2:] == [
        "Nothing from December 2004 to October 2005",
        "Nothing from December 2005 to June 2007",
    ]


def test_a_long_run_of_years_without_anything_has_one_row_and_a_short_one_has_all() -> None:
    view = of("1921-05-01", "1925-01-01", "1990-01-01")
    assert [row.title for row in view.rows] == ["1921", "1922", "1923", "1924", "1925", "1926–1989", "1990"]
    assert [row.path for row in view.rows][1:4] == ["", "", ""]
    assert {row for row, _ in drawn(view.track)} == {0, 1, 2, 3, 4, 6}
    assert len(of("1001-01-01", "9999-12-31").rows) == 3


def test_a_missing_headline_stands_by_the_gap_in_which_alone_it_may_lie() -> None:
    heads = [
        head(1, "2020-01-31", source=Source(next="The missing one")),
        head(2, "2020-05-01", source=Source(previous="The missing one")),
        head(3, "2020-08-01"),
        head(4, "2020-09-01", source=Source(next="Lost too")),
        head(5, "2020-09-03", source=Source(previous="Lost too")),
    ]
    view = coverage(heads)
    assert view.wanted == 2
    assert [(gap.said, gap.wanted) for gap in view.gaps] == [
        ("Nothing from February 2020 to April 2020", 1),
        ("Nothing from June 2020 to July 2020", 0),
    ]


def test_a_missing_headline_of_another_script_says_its_language() -> None:
    archive = index([head(1, "2020-01-31", source=Source(next="أمطار على الميناء", previous="Rain"))], SITE)
    page = page_at(archive, "wanted.html")
    assert page
    html = THEME.render(page, Chrome("Gazette"), "").decode()
    assert '<bdi lang="ar" dir="rtl">أمطار على الميناء</bdi>' in html
    assert "<bdi>Rain</bdi>" in html


def test_an_archive_without_dates_or_without_articles_says_so() -> None:
    for view in (of(), of(""), of("2020")):
        assert not view.layers
        assert not view.gaps
        html = layout(view)
        assert ("No article here has a date." in html) == (not view.rows)


def layout(view: CoverageView | FrontView, site: Chrome = Chrome("The Test Gazette")) -> str:
    template = "coverage.html" if isinstance(view, CoverageView) else "front.html"
    return THEME.render(Page("coverage.html", template, view), site, "").decode()


@pytest.mark.parametrize(("years", "most"), [(20, 60_000), (150, 160_000)])
def test_the_page_stays_small(years: int, most: int) -> None:
    size = len(layout(coverage(daily(years))).encode())
    assert size < most


def test_from_right_to_left_the_map_and_the_chart_are_mirrored() -> None:
    view = of("2020-01-01", "2021-01-01")
    assert "scale(-1 1)" not in layout(view)
    assert "scale(-1 1)" in layout(view, Chrome("الجريدة", language="ar", dir="rtl"))


def chart(*dates: str) -> Chart | None:
    page = front.page(index([head(n, date) for n, date in enumerate(dates)], SITE), "index.html")
    assert page
    assert isinstance(page.view, FrontView)
    return page.view.chart


def test_few_years_have_a_bar_for_each_month_and_many_for_each_year() -> None:
    monthly = chart("2020-11-01", "2020-11-02", "2021-02-01")
    assert monthly
    assert monthly.monthly
    assert [(row.title, row.count) for row in monthly.rows] == [
        ("November 2020", 2), ("December 2020", 0), ("January 2021", 0), ("February 2021", 1),
    ]  # fmt: skip
    assert monthly.path == "M0.1 100v-100h.8v100zM3.1 100v-50h.8v50z"
    yearly = chart("1921-01-01", "2023-01-01")
    assert yearly
    assert (yearly.monthly, yearly.columns, yearly.rows[1].count) == (False, 103, 0)
    assert chart("2020-01-01") is chart("") is chart() is None
    astray = chart("1021-01-01", "2023-01-01")
    assert astray
    assert astray.columns == 2
