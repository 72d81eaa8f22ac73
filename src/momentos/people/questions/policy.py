"""A policy put to data: the board in points, and who really changed since the period before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.composite import Anchors, Threshold
from momentos.analysis.fair import BoardPolicy, Improvement, most_improved, shrunk
from momentos.analysis.standing import Part, Standing, standing, standing_changes
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Direction
from momentos.domain.samples import COMPOSITE_MINIMUM_WEIGHT
from momentos.domain.viewer import inner
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.people.meanings.policy import Policy, PolicyThreshold
from momentos.people.questions.board import BOARD_COLUMNS, Compared, compare_people, with_places

_VOLUME = "interactions"


@dataclass(frozen=True)
class PolicyBoard:
    """``rows`` as ``TeamBoard``'s, in points from 0 to 120, with ``meets`` for the thresholds; ``team`` in points.

    ``weights``: by metric, the share of the weight written down and the share it really has (``None``: unknown).
    """

    policy: Policy
    from_on: date | None
    to_on: date | None
    team: float | None
    rows: pd.DataFrame
    weights: dict[str, tuple[float, float | None]]


def board_policy(policy: Policy) -> BoardPolicy:
    """What a board needs of the policy."""
    return BoardPolicy(policy.k, policy.band_n, policy.award_n, policy.clearly)


def policy_window(policy: Policy, last_day: date) -> Filters:
    """The policy's window that ends with this day."""
    return Filters(last_day - timedelta(days=policy.window_days - 1), last_day)


@inner
def policy_board(
    cursor: DuckDBPyConnection, policy: Policy, filters: Filters, by: Dimension = Dimension.EMPLOYEE
) -> PolicyBoard:
    """Everybody (or every team, area, site) with enough of the policy measured, in points, best first."""
    found = _standing(cursor, policy, filters, by)
    if found is None:
        empty = pd.DataFrame(columns=[*BOARD_COLUMNS, "meets"])
        return PolicyBoard(policy, filters.from_on, filters.to_on, None, empty, _weights(policy, None))
    rows = with_places(cursor, found.rows)
    meets = _meets(cursor, policy, filters, by)
    rows["meets"] = [meets.get(name, not policy.thresholds) for name in rows["employee"]]
    return PolicyBoard(policy, filters.from_on, filters.to_on, found.team, rows, _weights(policy, found))


def _standing(cursor: DuckDBPyConnection, policy: Policy, filters: Filters, by: Dimension) -> Standing | None:
    parts = tuple(_parts(cursor, policy, filters, by).values())
    return standing(parts, board_policy(policy)) if parts else None


def _parts(cursor: DuckDBPyConnection, policy: Policy, filters: Filters, by: Dimension) -> dict[str, Part]:
    """The policy's metrics that were measured in the window, by key."""
    parts = {}
    for one in policy.metrics:
        compared = _compared(cursor, policy, one.key, filters, by)
        if compared is not None:
            anchors = Anchors(one.minimum, one.excellent)
            parts[one.key] = Part(compared.keys, compared.mix, anchors, one.weight, one.metric.factor)
    return parts


def _compared(
    cursor: DuckDBPyConnection, policy: Policy, key: str, filters: Filters, by: Dimension = Dimension.EMPLOYEE
) -> Compared | None:
    return compare_people(cursor, METRICS[key], filters, by=by, cases=policy.case_mix, credit=policy.credit)


def _weights(policy: Policy, found: Standing | None) -> dict[str, tuple[float, float | None]]:
    whole = sum(policy.weights.values())
    effective = None if found is None or found.effective is None else found.effective
    is_known = effective is not None and len(effective) == len(policy.metrics)
    return {
        one.key: (one.weight / whole, float(effective[place]) if effective is not None and is_known else None)
        for place, one in enumerate(policy.metrics)
    }


def _meets(cursor: DuckDBPyConnection, policy: Policy, filters: Filters, by: Dimension) -> dict[str, bool]:
    """Whether each person is inside every threshold; who has no figure for one is not."""
    meets: dict[str, bool] = {}
    for place, one in enumerate(policy.thresholds):
        inside = _inside(cursor, policy, one, filters, by)
        meets = inside if place == 0 else {key: meets.get(key, False) and ok for key, ok in inside.items()}
    return meets


def _inside(
    cursor: DuckDBPyConnection, policy: Policy, one: PolicyThreshold, filters: Filters, by: Dimension
) -> dict[str, bool]:
    threshold = Threshold(one.at_least, one.at_most)
    if one.key == _VOLUME:
        counted = measure(cursor, METRICS[_VOLUME], (by,), filters)
        return dict(zip(counted[by], threshold.is_met(counted["value"].to_numpy()).tolist(), strict=True))
    compared = _compared(cursor, policy, one.key, filters, by)
    if compared is None:
        return {}
    mix = compared.mix
    figures = one.metric.factor * (mix.team + shrunk(mix.difference, mix.n, policy.k))
    return dict(zip(compared.keys, threshold.is_met(figures).tolist(), strict=True))


@inner
def changes_since(
    cursor: DuckDBPyConnection, policy: Policy, key: str, filters: Filters, by: Dimension = Dimension.EMPLOYEE
) -> pd.DataFrame:
    """One row for each person in both this window and the one before; empty without a window.

    ``employee, n, change, p_improved, is_award``, and ``movement``, better or worse where the change is real.
    """
    windows = _two_windows(filters)
    compared = [_compared(cursor, policy, key, window, by) for window in windows]
    now, before = compared if compared else (None, None)
    if now is None or before is None:
        return _as_frame((), policy)
    had_before = set(before.keys)
    both = [one for one in now.keys if one in had_before]
    if not both:
        return _as_frame((), policy)
    metric = METRICS[key]
    changes = most_improved(
        both,
        now.only(both),
        before.only(both),
        board_policy(policy),
        is_higher_better=metric.direction is Direction.HIGHER,
        factor=metric.factor,
    )
    return _as_frame(changes, policy)


@inner
def points_changes_since(
    cursor: DuckDBPyConnection, policy: Policy, filters: Filters, by: Dimension = Dimension.EMPLOYEE
) -> pd.DataFrame:
    """As ``changes_since`` in the points of the whole policy: everybody who has points in both windows."""
    both = [_parts(cursor, policy, window, by) for window in _two_windows(filters)]
    measured = [one.key for one in policy.metrics if both and all(one.key in parts for parts in both)]
    # Metrics measured in one of the windows only still count as weight that is missing.
    enough = sum(policy.weights[key] for key in measured) / sum(policy.weights.values())
    if enough < COMPOSITE_MINIMUM_WEIGHT - 1e-9:
        return _as_frame((), policy)
    now, before = ([parts[key] for key in measured] for parts in both)
    return _as_frame(standing_changes(now, before, board_policy(policy)), policy)


def _as_frame(changes: Sequence[Improvement], policy: Policy) -> pd.DataFrame:
    columns = ["employee", "n", "change", "shrunk_change", "p_improved", "missing", "is_award", "movement"]
    return pd.DataFrame(
        [{**vars(one), "employee": one.key, "movement": _movement(one.p_improved, one.n, policy)} for one in changes],
        columns=[*columns, "key"],
    )[columns]


def _two_windows(filters: Filters) -> tuple[Filters, ...]:
    """The window and the one just before it, of the same length; nothing where an end is open."""
    if filters.from_on is None or filters.to_on is None:
        return ()
    length = filters.to_on - filters.from_on + timedelta(days=1)
    return filters, filters.within(filters.from_on - length, filters.from_on - timedelta(days=1))


def _movement(p_improved: float | None, n: float, policy: Policy) -> str | None:
    if p_improved is None or n < policy.band_n:
        return None
    if p_improved >= policy.clearly:
        return "better"
    return "worse" if p_improved <= 1 - policy.clearly else None
