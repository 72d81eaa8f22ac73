"""What each touchpoint's answers let one say of its priority, and the one order in which all pages tell them."""

from typing import Any

import pandas as pd

from momentos.analysis.intervals import UNKNOWN, Interval
from momentos.analysis.priority import Measured, Quadrant, gap_to_target, priority, quadrant
from momentos.domain.performance import BEST_SCORE
from momentos.domain.samples import JUDGED_N

WEIGHED = ["goal", "gap", "priority", "priority_low", "priority_high"]


def weighed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``WEIGHED`` and ``quadrant``.

    ``rows``: ``impact``, ``impact_low, impact_high`` where it has an interval, ``score, low, high, n, reach, target``.

    ``gap`` is what the score lacks to its ``goal``. That is the target where every touchpoint that has a priority has
    one; else the best score there is, for all of them alike: gaps to two kinds of goal cannot stand in one order. A gap
    takes ``JUDGED_N`` answers, a priority an impact and a reach besides, a ``quadrant`` a target too. ``None`` and NaN
    where nothing can be said.
    """
    goals = rows["target"].fillna(BEST_SCORE) if rests_on_targets(rows) else [BEST_SCORE] * len(rows)
    placed = zip(rows.itertuples(), goals, _has_priority(rows), strict=True)
    found = [_weighed(row, goal, has_priority=has) for row, goal, has in placed]
    columns = pd.DataFrame(found, columns=[*WEIGHED, "quadrant"], index=rows.index)
    return rows.join(columns.astype(dict.fromkeys(WEIGHED, float)))


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The one order of every title, list and ring: first what is surely to fix first, then the others, each by their
    priority; those without a priority last, by what they lack, and as they stand on the journey where few answered."""
    keys = {"is_first": rows["quadrant"] == Quadrant.FIX_FIRST, "priority": rows["priority"], "gap": rows["gap"]}
    ordered = pd.DataFrame(keys).sort_values(list(keys), ascending=False, na_position="last", kind="stable")
    return rows.loc[ordered.index]


def to_fix_first(rows: pd.DataFrame) -> pd.DataFrame:
    """The touchpoints that matter and surely miss their target, in the one order."""
    return in_order(rows[rows["quadrant"] == Quadrant.FIX_FIRST])


def rests_on_targets(rows: pd.DataFrame) -> bool:
    """Whether the order is of what scores lack to their targets, and not of what they lack to the best score."""
    has_priority = _has_priority(rows)
    counted = rows[has_priority] if has_priority.any() else rows
    return bool(counted["target"].notna().all())


def common_target(rows: pd.DataFrame) -> float | None:
    """The one target of all touchpoints with a score and an impact; ``None`` where some have none or another one."""
    targets = rows.loc[rows["score"].notna() & rows["impact"].notna(), "target"].unique()
    return float(targets[0]) if len(targets) == 1 and not pd.isna(targets[0]) else None


def _has_priority(rows: pd.DataFrame) -> "pd.Series[bool]":
    return (rows["n"] >= JUDGED_N) & rows[["impact", "low", "reach"]].notna().all(axis="columns")


def _weighed(row: Any, goal: float, *, has_priority: bool) -> tuple[float | str | None, ...]:
    if row.n < JUDGED_N:
        return None, None, None, None, None, None
    score = Measured(row.score, UNKNOWN if row.low != row.low else Interval(row.low, row.high))
    gap = gap_to_target(score, goal)
    if not has_priority:
        return goal, gap.value, None, None, None, None
    impact = Measured(row.impact, _interval(row))
    weight = priority(impact, gap, row.reach)
    place = None if row.target != row.target else str(quadrant(impact, score, row.target))
    return goal, gap.value, weight.value, weight.low, weight.high, place


def _interval(row: Any) -> Interval:
    """The impact's; an assigned one has none."""
    low = getattr(row, "impact_low", float("nan"))
    return UNKNOWN if low != low else Interval(low, row.impact_high)
