"""How an article is cited, in words and for reference managers."""

from urllib.parse import parse_qs

import pytest

from generator.model import Source
from generator.publish import citation
from generator.publish.citation import Reference, Words
from generator.publish.described import news_article, reference
from generator.views import ArticleView, Chrome, DateView, Link, Note, Picture

URL = "https://example.org/archive/2019/11/25/ferry.html"
FERRY = Reference(
    key="the-gazette-x1",
    title="Judge halts ferry & 50% of trade",
    paper="The Gazette",
    authors=("Lena Corvane", "Tom B. Ide"),
    date="2019-11-25T09:30:00Z",
    url=URL,
    language="en",
    place="Port Sellan",
    section="Courts",
    tags=("Ferry", "Old Quay"),
)


def written(words: Words) -> str:
    return f"{words.before}*{words.paper}*{words.after}"


def test_apa() -> None:
    names = "Corvane, L., & Ide, T. B. (2019, November 25)."
    assert written(citation.apa(FERRY)) == f"{names} Judge halts ferry & 50% of trade. *The Gazette*. {URL}"


def test_chicago() -> None:
    names = "Corvane, Lena, and Tom B. Ide. “Judge halts ferry & 50% of trade.”"
    assert written(citation.chicago(FERRY)) == f"{names} *The Gazette*, November 25, 2019. {URL}."


def test_mla() -> None:
    names = "Corvane, Lena, and Tom B. Ide. “Judge halts ferry & 50% of trade.”"
    assert written(citation.mla(FERRY)) == f"{names} *The Gazette*, 25 Nov. 2019, {URL}."


@pytest.mark.parametrize(
    ("date", "about", "apa", "chicago", "mla"),
    [
        ("2019-11", False, "2019, November", "November 2019", "Nov. 2019"),
        ("2019", False, "2019", "2019", "2019"),
        ("", False, "n.d.", "n.d.", "n.d."),
        ("2019-11-25~", False, "ca. 25 November 2019", "about 25 November 2019", "about 25 November 2019"),
        (
            "2019-11-16/2019-11-19",
            True,
            "ca. 16–19 November 2019",
            "about 16–19 November 2019",
            "about 16–19 November 2019",
        ),
        ("../2019-11", True, "before December 2019", "before December 2019", "before December 2019"),
        ("2019-11-25", True, "ca. 25 November 2019", "about 25 November 2019", "about 25 November 2019"),
    ],
)
def test_a_date_is_never_finer_than_it_is_known(date: str, about: bool, apa: str, chicago: str, mla: str) -> None:
    it = FERRY._replace(date=date, about=about, authors=(), url="")
    assert written(citation.apa(it)) == f"Judge halts ferry & 50% of trade. ({apa}). *The Gazette*."
    assert written(citation.chicago(it)) == f"“Judge halts ferry & 50% of trade.” *The Gazette*, {chicago}."
    assert written(citation.mla(it)) == f"“Judge halts ferry & 50% of trade.” *The Gazette*, {mla}."
    exact = not about and "~" not in date and "/" not in date and date
    assert ("year" in citation.bibtex(it)) == bool(exact)
    assert ("\nPY  - " in citation.ris(it)) == bool(exact)


def test_an_agency_stands_where_no_author_does_and_a_question_needs_no_full_stop() -> None:
    it = FERRY._replace(authors=(), agency="HGN", title="Who “owns” the quay?")
    assert citation.apa(it).before == "HGN. (2019, November 25). Who “owns” the quay? "
    assert citation.mla(it).before == "HGN. “Who ‘owns’ the quay?” "


def test_many_authors() -> None:
    it = FERRY._replace(authors=("Lena Corvane", "Tom Ide", "Ann Orr"))
    assert citation.mla(it).before.startswith("Corvane, Lena, et al. “")
    assert citation.chicago(it).before.startswith("Corvane, Lena, Tom Ide, and Ann Orr. “")
    assert citation.apa(it).before.startswith("Corvane, L., Ide, T., & Orr, A. (")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Lena Corvane", ("Lena", "Corvane")),
        ("Jean-Luc O’Neill", ("Jean-Luc", "O’Neill")),
        ("Mary Ann Smith", ("Mary Ann", "Smith")),
        ("Émile Zöller", ("Émile", "Zöller")),
        ("Reuters", None),
        ("Ludwig van Beethoven", None),
        ("Mohammed bin Salman Al Saud", None),
        ("ريبوار كريم", None),
        ("Staff and agencies", None),
        ("The Harbour Gazette Staff", None),
    ],
)
def test_only_what_is_plainly_a_name_is_turned_round(name: str, parts: tuple[str, str] | None) -> None:
    assert citation.parted(name) == parts


def test_bibtex_with_its_signs_escaped() -> None:
    it = FERRY._replace(authors=("Lena Corvane", "ريبوار كريم"), paper="A_{B}\\~^#$")
    lines = citation.bibtex(it).splitlines()
    assert lines[0] == "@article{the-gazette-x1,"
    assert "  author  = {Corvane, Lena and {ريبوار كريم}}," in lines
    assert "  title   = {{Judge halts ferry \\& 50\\% of trade}}," in lines
    assert (
        "  journal = {A\\_\\textbraceleft{}B\\textbraceright{}\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\#\\$},"
        in lines
    )
    assert lines[4:7] == ["  year    = {2019},", "  month   = {11},", "  day     = {25},"]


def test_a_brace_alone_swallows_no_entry_behind_it() -> None:
    """BibTeX counts braces, whatever stands before them."""
    it = FERRY._replace(title="A { and no more", paper="} The Gazette", agency="{", authors=("}",), url=f"{URL}?q={{")
    for entry in (citation.bibtex(it), citation.bibtex(it._replace(authors=()))):
        assert entry.count("{") == entry.count("}")


def test_an_agency_is_no_person_with_a_family_name() -> None:
    it = FERRY._replace(authors=(), agency="Associated Press")
    assert "\nAU  - Associated Press\n" in citation.ris(it)
    assert citation.csl(it)[0]["author"] == [{"literal": "Associated Press"}]
    assert "  author  = {{Associated Press}}," in citation.bibtex(it)


@pytest.mark.parametrize(
    ("title", "said"),
    [('"Q" and a ("b") too', "‘Q’ and a (‘b’) too"), ('6" of rain', "6’ of rain"), ("“Q”", "‘Q’")],
)
def test_quotation_marks_within_others_open_and_close(title: str, said: str) -> None:
    assert f"“{said}.”" in citation.chicago(FERRY._replace(title=title)).before


def test_ris_is_of_lines_whatever_a_title_holds() -> None:
    rows = citation.ris(FERRY._replace(title="A\nER  - \nTY  - BOOK")).splitlines()
    assert rows[0] == "TY  - NEWS"
    assert [row for row in rows if row.startswith(("TY", "ER"))] == ["TY  - NEWS", "ER  - "]
    assert "TI  - A ER - TY - BOOK" in rows
    assert {"AU  - Corvane, Lena", "DA  - 2019/11/25", "KW  - Ferry", f"UR  - {URL}"} <= set(rows)


def test_csl() -> None:
    (item,) = citation.csl(FERRY._replace(authors=("Lena Corvane", "Reuters")))
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "Corvane", "given": "Lena"}, {"literal": "Reuters"}]
    assert item["issued"] == {"date-parts": [[2019, 11, 25]]}
    (item,) = citation.csl(FERRY._replace(date="2019-11-16/2019-11-19", about=True))
    assert item["issued"] == {"literal": "about 16–19 November 2019"}


def test_coins() -> None:
    said = parse_qs(citation.coins(FERRY))
    assert said["rft.atitle"] == [FERRY.title]
    assert said["rft.au"] == list(FERRY.authors)
    assert said["rft.date"] == ["2019-11-25"]


# ── What a view says ─────────────────────────────────────────────────────────────────────────────────────────────

SITE = Chrome("The Gazette", url="https://example.org/archive/", publisher="HGN")
VIEW = ArticleView(
    "Judge halts ferry",
    id="x1",
    canonical=URL,
    date=DateView("25 November 2019", "2019-11-25", "", "2019-11-25"),
    authors=(Link("", "Lena Corvane"),),
    places=(Link("", "Port Sellan"),),
    dateline="PORT SELLAN (HGN) — ",
    pictures=(Picture("media/a b.jpg"), Picture("", "only a caption")),
    corrections=(Note("26 November 2019", "It was Tuesday.", "2019-11-26"),),
    source=Source(url="https://old.example/1"),
)


def test_schema_org_says_what_the_page_shows() -> None:
    said = news_article(VIEW, SITE, "../../../")
    assert said["datePublished"] == "2019-11-25"
    assert said["author"] == [{"@type": "Person", "name": "Lena Corvane"}]
    assert said["publisher"] == {"@type": "NewsMediaOrganization", "name": "HGN"}
    assert said["image"] == ["https://example.org/archive/media/a%20b.jpg"]
    assert said["correction"] == [
        {"@type": "CorrectionComment", "text": "It was Tuesday.", "datePublished": "2019-11-26"}
    ]
    assert (said["dateline"], said["isBasedOn"]) == ("PORT SELLAN (HGN)", "https://old.example/1")
    assert "dateModified" not in said


def test_a_correction_of_an_unknown_day_has_none_in_schema_org() -> None:
    view = VIEW._replace(corrections=(Note("2021", "It was Tuesday.", "2021"),))
    assert news_article(view, SITE, "")["correction"] == [{"@type": "CorrectionComment", "text": "It was Tuesday."}]


def test_a_key_of_bibtex_and_the_name_of_a_file_are_one_word() -> None:
    view = VIEW._replace(id="2020/11/x, {y}")
    assert reference(view, SITE).key == "the-gazette-2020-11-x-y-"


@pytest.mark.parametrize(
    "date",
    [
        DateView("November 2019", "2019-11", "", "2019-11"),
        DateView("about 25 November 2019", "", "", "2019-11-25~"),
        DateView("about 16–19 November 2019", "", "from its neighbours", "2019-11-16/2019-11-19", about=True),
        None,
    ],
)
def test_a_day_that_is_not_known_is_not_said(date: DateView | None) -> None:
    assert "datePublished" not in news_article(VIEW._replace(date=date), SITE, "")


def test_a_reference_is_made_of_a_view() -> None:
    made = reference(VIEW, SITE)
    assert made.key == "the-gazette-x1"
    assert (made.url, made.date, made.about) == (URL, "2019-11-25", False)
    assert reference(VIEW._replace(canonical=""), SITE).url == "https://old.example/1"
    assert reference(VIEW, Chrome("جريدة")).key == "x1"
