"""The pulse as published: each group of each quarter with its mean, its interval, and whether it really changed."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from momentos.analysis.intervals import Difference, Scale, mean_difference, mean_interval
from momentos.people.kept.pulse import Group, Publication, publications
from momentos.people.meanings.pulse_groups import TOGETHER, Quarter

LOWEST, HIGHEST = 1.0, 5.0


@dataclass(frozen=True)
class Felt:
    """What a group answered to an item in a quarter; ``areas`` none: everybody, several: those shown only together.

    ``change`` is against the same group in the published quarter just before, where there is one.
    """

    quarter: Quarter
    areas: tuple[str, ...]
    n: int
    mean: float
    low: float
    high: float
    change: Difference | None


def felt(cursor: DuckDBPyConnection, item: str = TOGETHER) -> list[Felt]:
    """Every published group of every quarter, oldest first. There are no other figures of the pulse, and no filters."""
    found: list[Felt] = []
    before: Publication | None = None
    for one in publications(cursor):
        found += [_felt(one, group, before, item) for group in one.groups if item in group.sums]
        before = one
    return found


def _felt(one: Publication, group: Group, before: Publication | None, item: str) -> Felt:
    total, squares = group.sums[item]
    interval = mean_interval(total, squares, group.n, scale=_scale(item, group))
    assert interval.low is not None, "a published group has several people"
    assert interval.high is not None
    change = _change(group, before, item)
    return Felt(one.quarter, group.areas, group.n, total / group.n, interval.low, interval.high, change)


def _change(group: Group, before: Publication | None, item: str) -> Difference | None:
    if before is None:
        return None
    same = next((one for one in before.groups if one.areas == group.areas and item in one.sums), None)
    if same is None:
        return None
    scale = _scale(item, group) and _scale(item, same)
    return mean_difference(*group.sums[item], group.n, *same.sums[item], same.n, scale=scale)


def _scale(item: str, group: Group) -> Scale | None:
    """The ends that the doubt of few answers reaches out to. All items together are a mean of each person's answers,
    which lies close without being few answers alike: there only where nobody differs."""
    total, squares = group.sums[item]
    is_spread = mean_interval(total, squares, group.n).is_known
    return None if item == TOGETHER and is_spread else (LOWEST, HIGHEST)
