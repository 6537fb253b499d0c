"""What it costs to resolve printed headlines and to find related articles. `pytest -m bench -n 0 -s`.

CPU seconds of this process. On a noisy machine only ratios hold.
"""

from collections.abc import Callable
from itertools import pairwise
from random import Random
from time import process_time

import pytest

from generator import edtf
from generator.model import Clue
from generator.publish import chain, related

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]


def words(random: Random, count: int) -> list[str]:
    """Words as often as in a language: the n-th one with a probability of about 1/n (Zipf)."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = ["".join(random.choices(letters, k=random.randint(3, 9))) for _ in range(30_000)]
    return random.choices(vocabulary, [1 / (n + 3) for n in range(len(vocabulary))], k=count)


def clues(count: int, slips: float, cut: float) -> list[Clue]:
    """Half of an archive: every second neighbour is missing. Some headlines were printed with a slip, or cut short."""
    random = Random(count)
    pool = words(random, 18 * count)
    titles = [" ".join(pool[n : n + 9]).capitalize() for n in range(0, len(pool), 9)]

    def printed(n: int) -> str:
        title, chance = titles[n % len(titles)], random.random()
        if chance < slips:
            at = random.randrange(5, len(title) - 2)
            return title[:at] + title[at + 1 :]
        return title[:40] + "…" if chance < slips + cut else title

    kept = sorted(random.sample(range(2 * count), count))
    days = [edtf.parse(f"{1990 + 30 * n // (2 * count)}-06-15") if random.random() < 0.2 else None for n in kept]
    return [Clue(f"{n:07}", titles[n], day, printed(n - 1), printed(n + 1)) for n, day in zip(kept, days, strict=True)]


def cost(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return process_time() - start


@pytest.mark.parametrize(("slips", "cut"), [(0.03, 0.03), (0.3, 0.1)], ids=["as printed", "badly printed"])
def test_headlines_resolve_in_linear_time(slips: float, cut: float) -> None:
    costs = []
    for count in (50_000, 100_000):
        given = clues(count, slips, cut)
        costs.append(cost(lambda given=given: chain.resolve(given)))  # type: ignore[misc]
        chains = chain.resolve(given) if count == 100_000 else None
        print(f"\n{count:,} articles, {2 * count:,} printed headlines: {costs[-1]:.1f} CPU s", end="")
    assert chains
    neighbours = sum(int(b.id) == int(a.id) + 1 for a, b in pairwise(given))
    print(f"; {len(chains.newer):,} of {neighbours:,} neighbours linked, {len(chains.wanted):,} headlines wanted")
    assert costs[1] <= 2.6 * costs[0]
    assert len(chains.newer) > 0.99 * neighbours


def test_one_headline_on_every_page_is_no_quadratic_case() -> None:
    """Every article bears one of two headlines and prints the other: as many candidates as there are articles."""
    costs = []
    for count in (20_000, 40_000):
        given = [Clue(f"{n:06}", f"Briefing {n % 2}", None, f"Briefing {1 - n % 2}", "Briefing…") for n in range(count)]
        costs.append(cost(lambda given=given: chain.resolve(given)))  # type: ignore[misc]
        print(f"\n{count:,} articles with two headlines: {costs[-1]:.2f} CPU s", end="")
    assert costs[1] <= 2.6 * costs[0]


def test_related_articles_cost_the_same_in_any_archive() -> None:
    def all_related(count: int) -> float:
        random = Random(1)
        days = sorted(f"{2000 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(count))
        bears = [random.sample(range(600), 4) for _ in range(count)]
        members: list[list[int]] = [[] for _ in range(600)]
        for i, tags in enumerate(bears):
            for tag in tags:
                members[tag].append(i)
        return cost(lambda: [related.ranked(i, [members[t] for t in bears[i]], days, count) for i in range(count)])

    costs = [min(all_related(count) for _ in range(3)) for count in (10_000, 20_000)]
    print(f"\nrelated, 4 of 600 tags: 10,000 articles {costs[0]:.2f}, 20,000 articles {costs[1]:.2f} CPU s")
    assert costs[1] <= 2.6 * costs[0]
