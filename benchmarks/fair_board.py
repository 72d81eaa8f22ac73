"""The fair board against a ranking of raw averages, on teams whose truth is planted.

    python -m benchmarks.fair_board

Prints three tables (unequal numbers of answers, unequal cases, a team of equals) and the time for a large company.
"""

import time

import numpy as np

from momentos.analysis.fair import BoardRow, case_mix, fair_board
from tests.analysis.worlds import team

PEOPLE = 20
RUNS = 400


def board(cell: np.ndarray, n: np.ndarray, good: np.ndarray) -> tuple[BoardRow, ...]:
    """The board of people × cells, one row a person in each array."""
    people, cells = n.shape
    person = np.repeat(np.arange(people), cells)
    values = good.ravel().astype(float)
    mix = case_mix(person, np.tile(cell, people), n.ravel().astype(float), values, values)
    return fair_board([str(number) for number in range(people)], mix)


def unequal_answers(rng: np.random.Generator) -> None:
    first = {"raw": 0, "board": 0}
    thin = {"raw": 0, "board": 0}
    awards, deserved = 0, 0
    for _ in range(RUNS):
        n = np.maximum(rng.lognormal(3.2, 1, PEOPLE).astype(int), 3)
        truth, good = team(rng, n, spread=0.05)
        rows = board(np.array([0]), n[:, None], good[:, None])
        leaders = {"raw": int((good / n).argmax()), "board": int(rows[0].key)}
        for name, leader in leaders.items():
            first[name] += leader == truth.argmax()
            thin[name] += n[leader] < 10
        named = [int(row.key) for row in rows if row.is_award]
        awards += len(named)
        deserved += int((truth[named] > truth.mean()).sum())
    print("Unequal numbers of answers         raw average   fair board")
    print(f"  the first is truly the best      {first['raw'] / RUNS:>11.1%}  {first['board'] / RUNS:>11.1%}")
    print(f"  the first has under 10 answers   {thin['raw'] / RUNS:>11.1%}  {thin['board'] / RUNS:>11.1%}")
    print(f"  awards a period {awards / RUNS:.2f}, to people truly above the team {deserved / max(awards, 1):.1%}\n")


def unequal_cases(rng: np.random.Generator) -> None:
    hard, fair, raw = np.arange(PEOPLE) < 6, 0, 0
    for _ in range(RUNS):
        n = np.where(hard[:, None], [30, 90], [90, 30])
        good = rng.binomial(n, [0.9, 0.6])
        fair += sum(row.band == "below" for row in board(np.array([0, 1]), n, good) if hard[int(row.key)])
        merged, all_good = n.sum(axis=1)[:, None], good.sum(axis=1)[:, None]
        raw += sum(row.band == "below" for row in board(np.array([0]), merged, all_good) if hard[int(row.key)])
    cases = RUNS * int(hard.sum())
    print("Equal people, a third of them with hard cases    all cases alike   like with like")
    print(f"  those with hard cases called below the team    {raw / cases:>15.1%}  {fair / cases:>15.1%}\n")


def equals(rng: np.random.Generator) -> None:
    awards = runs_with_any = 0
    widest = []
    for _ in range(RUNS):
        n = rng.integers(30, 130, PEOPLE)
        _, good = team(rng, n, spread=0)
        named = sum(row.is_award for row in board(np.array([0]), n[:, None], good[:, None]))
        awards += named
        runs_with_any += named > 0
        answers = rng.choice([100, 0, -100], p=[0.5, 0.3, 0.2], size=(15, 10))
        widest.append(np.ptp(answers.mean(axis=1)))
    print("A team of equals")
    print(f"  awards a period {awards / RUNS:.2f} (a “top 3” would give 3)")
    print(f"  periods in which nobody is recognised {1 - runs_with_any / RUNS:.1%}")
    print(f"  15 equals with 10 answers each: NPS from first to last differs by {np.mean(widest):.0f} points\n")


def speed(rng: np.random.Generator) -> None:
    people, cells = 2_000, 60
    n = rng.integers(1, 80, (people, cells))
    good = rng.binomial(n, 0.8)
    began = time.perf_counter()
    board(np.arange(cells), n, good)
    print(f"{people:,} people × {cells} kinds of case, {n.sum():,} answers: {time.perf_counter() - began:.2f} s")


def main() -> None:
    rng = np.random.default_rng(1)
    print(f"{PEOPLE} people, {RUNS} periods\n")
    unequal_answers(rng)
    unequal_cases(rng)
    equals(rng)
    speed(rng)


if __name__ == "__main__":
    main()
