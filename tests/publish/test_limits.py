"""What a host does not take: by how much a site passes it, and which switches there are."""

from pathlib import Path

from generator.config import KEYS
from generator.model import SiteConfig
from generator.publish import hosts
from generator.publish.hosts.limits import LIMITS, MB, Sizes, Weight, passed
from generator.publish.model import Redirect
from tests.story import article, build, write

SMALL = Weight(300, 5 * MB, "index.html", 20_000)


def said(host: str, weight: Weight = SMALL, rules: int = 0, sizes: Sizes = ()) -> list[str]:
    problems = passed(host, weight, rules, lambda: sizes)
    assert not any(problem.fatal for problem in problems)
    return [problem.message for problem in problems]


def test_a_site_that_fits_hears_nothing_and_is_not_looked_at() -> None:
    for host in ("folder", "nginx", "netlify", "cloudflare", "github", "s3"):
        assert passed(host, SMALL, 0, lambda: 1 / 0) == ()  # type: ignore[arg-type,return-value]  # nobody calls it
    fits = Weight(20_000, 10_000 * MB, "a.mp4", 25 * 1024 * 1024)
    assert said("cloudflare", fits, 2_000) == []


def test_too_many_files_are_told_with_the_switches_that_help_most() -> None:
    sizes = [
        *[(f"2020/{n}.html", 9_000) for n in range(9_000)],
        *[(f"2020/{n}.md", 2_000) for n in range(9_000)],
        *[(f"tags/{n}.html", 5_000) for n in range(1_500)],
        *[(f"tags/{n}.xml", 5_000) for n in range(1_501)],
        ("media/a.jpg", 5_000),
    ]
    assert said("cloudflare", Weight(21_002, 9 * MB, "2020/1.html", 9_000), 0, sizes) == [
        "host: the site has 21,002 files, 1,002 more than the 20,000 that the free plan of Cloudflare Pages takes — what can be"
        " left out: 9,000 Markdown files beside articles (markdown: off), 1,501 feeds of topics (fewer names in feeds:),"
        " 1,500 pages of tags (tags: {Name: off} for those that nobody needs)"
    ]


def test_where_nothing_can_be_left_out_it_says_so() -> None:
    weight = Weight(20_001, 9 * MB, "2020/1.html", 9_000)
    (message,) = said("cloudflare", weight, 0, [("2020/1.html", 9_000)])
    assert message.endswith("— nothing of it can be left out: choose another host, or a plan that takes it")


def test_too_many_bytes_are_told_by_what_is_heaviest() -> None:
    sizes = [("media/a.jpg", 700 * MB), ("a.md", 2 * MB), ("b.md", 2 * MB), ("index.html", 500 * MB)]
    assert said("github", Weight(4, 1_204 * MB, "media/a.jpg", 90 * MB), 0, sizes) == [
        "host: the site has 1,204 MB, 204 MB more than the 1,000 MB that GitHub Pages takes — what can be left out:"
        " 700 MB of pictures (fewer or smaller ones in content/media), 4 MB of Markdown files beside articles (markdown: off)"
    ]


def test_too_many_redirects_are_pages() -> None:
    many = [Redirect(f"/old/{n}", "index.html") for n in range(1_002)]
    rules = hosts.rules("cloudflare", [*many, Redirect("/?p=1", "index.html")])
    assert said("cloudflare", SMALL, rules) == [
        "host: 2,004 redirects, 4 more than the 2,000 that the free plan of Cloudflare Pages takes — for the rest there are"
        " pages that lead on"
    ]
    assert hosts.rules("folder", many) == hosts.rules("s3", many) == 0


def test_every_host_with_limits_is_one_and_every_switch_is_a_key() -> None:
    assert LIMITS.keys() <= hosts.HOSTS.keys()
    assert {"markdown", "feeds", "tags"} <= KEYS.keys()
    assert SiteConfig("T").host not in LIMITS


def test_a_build_tells_of_a_file_that_is_too_large_until_it_is_gone(tmp_path: Path) -> None:
    write(
        tmp_path,
        f"-- site.yaml --\ntitle: T\nhost: cloudflare\n-- content/articles/a.md --\n{article('Quake', '2020-11-18')}",
    )
    large = tmp_path / "content/static/film.mp4"
    large.parent.mkdir()
    with large.open("wb") as file:
        file.truncate(26 * 1024 * 1024)
    for _ in range(2):  # the second build has nothing to do
        (problem,) = build(tmp_path).problems
        assert problem.message.startswith("host: film.mp4 has 28 MB, 2 MB more than")
    write(tmp_path, f"-- content/articles/a.md --\n{article('Quake', '2020-11-18', 'Twice.')}")
    assert len(build(tmp_path).problems) == 1
    large.unlink()
    assert build(tmp_path).problems == ()
