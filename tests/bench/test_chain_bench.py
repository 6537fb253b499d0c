"""What it costs to resolve printed headlines and to find related articles. `pytest -m bench -n 0 -s`.

CPU seconds of this process, the least of three: what else runs on the machine can only add to them. Between machines
only ratios hold.
"""

import gc
from collections.abc import Callable
from itertools import pairwise
from random import Random
from time import process_time

import pytest

from generator import edtf, text
from generator.publish import chain, related
from generator.publish.model import Clue

TIMES = 8  # as large
LINEAR = 2.2**3  # times the cost for that: three doublings; quadratic would be 64

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


def costs(part: Callable[[], object], whole: Callable[[], object]) -> tuple[float, float]:
    """CPU seconds of both, the least of three rounds; the whole is TIMES as large as the part.

    Taken in turns, the part as often in a row: a shorter measurement finds a quiet moment of the machine more easily,
    and would look cheaper than it is. Without the cyclic collector, which walks through the whole input again and again.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        rounds = [(sum(once(part) for _ in range(TIMES)), once(whole)) for _ in range(3)]
    finally:
        gc.enable()
        gc.unfreeze()
    return min(parts for parts, _ in rounds) / TIMES, min(full for _, full in rounds)


def once(run: Callable[[], object]) -> float:
    text._key.cache_clear()  # else the second round would find its keys made
    start = process_time()
    run()
    return process_time() - start


@pytest.mark.parametrize(("slips", "cut"), [(0.03, 0.03), (0.3, 0.1)], ids=["as printed", "badly printed"])
def test_headlines_resolve_in_linear_time(slips: float, cut: float) -> None:
    part, given = clues(100_000 // TIMES, slips, cut), clues(100_000, slips, cut)
    small, large = costs(lambda: chain.resolve(part), lambda: chain.resolve(given))
    print(f"\n12,500 articles {small:.1f}, 100,000 articles with 200,000 printed headlines {large:.1f} CPU s", end="")
    chains = chain.resolve(given)
    neighbours = sum(int(b.id) == int(a.id) + 1 for a, b in pairwise(given))
    print(
        f"; {len(chains.newer):,} of {neighbours:,} neighbours linked, {len(chains.wanted):,} headlines wanted", end=""
    )
    print(f", {len(chains.bridges):,} bridged")
    assert large <= LINEAR * small
    assert len(chains.newer) > 0.99 * neighbours


def test_one_headline_on_every_page_is_no_quadratic_case() -> None:
    """Every article bears one of two headlines and prints the other: as many candidates as there are articles."""

    def briefings(count: int) -> list[Clue]:
        return [Clue(f"{n:06}", f"Briefing {n % 2}", None, f"Briefing {1 - n % 2}", "Briefing…") for n in range(count)]

    part, given = briefings(160_000 // TIMES), briefings(160_000)
    small, large = costs(lambda: chain.resolve(part), lambda: chain.resolve(given))
    print(f"\ntwo headlines: 20,000 articles {small:.2f}, 160,000 articles {large:.2f} CPU s", end="")
    assert large <= LINEAR * small


def test_related_articles_cost_the_same_in_any_archive() -> None:
    def all_related(count: int) -> Callable[[], object]:
        random = Random(1)
        days = sorted(730_000 + 365 * (n % 20) + n % 336 for n in range(count))
        bears = [random.sample(range(600), 4) for _ in range(count)]
        members: list[list[int]] = [[] for _ in range(600)]
        for i, tags in enumerate(bears):
            for tag in tags:
                members[tag].append(i)
        return lambda: sum(len([*related.ranked(i, [members[t] for t in bears[i]], days, count)]) for i in range(count))

    small, large = costs(all_related(80_000 // TIMES), all_related(80_000))
    print(f"\nrelated, 4 of 600 tags: 10,000 articles {small:.2f}, 80,000 articles {large:.2f} CPU s")
    assert large <= LINEAR * small
