"""The team board: people compared fairly, like with like, with the same doubt for all."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.fair import DEFAULT_POLICY, BoardPolicy, BoardRow, case_mix, fair_board
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.queries.figures import DENOMINATOR, NUMERATOR, SQUARES
from momentos.queries.filters import Filters
from momentos.queries.measure import fact_for, sums

CASE_DIMENSIONS = (Dimension.TOUCHPOINT, Dimension.CHANNEL)
"""What makes two cases alike."""

BOARD_COLUMNS = [
    "employee", "area", "supervisor", "site", "n", "observed", "expected", "score", "low", "high", "p_above", "p_top3",
    "band", "missing", "is_award", "missing_for_award", "is_weak_comparison",
]  # fmt: skip


@dataclass(frozen=True)
class TeamBoard:
    """``rows`` has one row a person with cases in the window, best score first: ``BOARD_COLUMNS``.

    ``team`` is the mean of all cases that name a person; ``None`` when there are none. ``observed`` is what the person
    achieved, ``expected`` what the team achieves in the same kinds of cases, ``score`` fair to few answers, with its
    interval. ``band`` is above, same or below, and nothing while answers are ``missing``.
    """

    metric: Metric
    from_on: date | None
    to_on: date | None
    k: float
    team: float | None
    rows: pd.DataFrame


def team_board(
    cursor: DuckDBPyConnection,
    metric: Metric,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    policy: BoardPolicy = DEFAULT_POLICY,
) -> TeamBoard:
    """Everybody who has cases of the metric under these filters; a count cannot be compared (``ValueError``)."""
    if metric.kind is Kind.COUNT or metric.direction is Direction.NEITHER:
        raise ValueError(f"{metric.key} says nothing of how well somebody works")
    cases = _cases(cursor, metric, filters)
    if cases.empty:
        return TeamBoard(metric, filters.from_on, filters.to_on, policy.k, None, pd.DataFrame(columns=BOARD_COLUMNS))
    person, names = pd.factorize(cases[Dimension.EMPLOYEE])
    mix = case_mix(
        person,
        np.asarray(cases.groupby(list(CASE_DIMENSIONS), dropna=False, sort=False).ngroup(), dtype=np.int_),
        cases[DENOMINATOR].to_numpy(),
        cases[NUMERATOR].to_numpy(),
        cases[SQUARES].to_numpy(),
    )
    rows = fair_board(
        list(names),
        mix,
        policy,
        is_higher_better=metric.direction is Direction.HIGHER,
        factor=metric.factor,
        scale=metric.scale,
    )
    return TeamBoard(
        metric, filters.from_on, filters.to_on, policy.k, metric.factor * mix.team, _with_places(cursor, rows)
    )


def _cases(cursor: DuckDBPyConnection, metric: Metric, filters: Filters) -> pd.DataFrame:
    """One row per person and kind of case, with its sums; an unknown touchpoint or channel is a kind too."""
    fact = fact_for(cursor, metric, {Dimension.EMPLOYEE, *filters.where})
    found = sums(cursor, fact, metric, (Dimension.EMPLOYEE, *CASE_DIMENSIONS), filters, with_unknown=True)
    return found[found[Dimension.EMPLOYEE].notna() & (found[DENOMINATOR] > 0)]


def _with_places(cursor: DuckDBPyConnection, rows: Sequence[BoardRow]) -> pd.DataFrame:
    """The board with where each person works."""
    places = cursor.execute("select employee, area, supervisor, site from known_employees").df()
    board = pd.DataFrame([{**asdict(row), "employee": row.key} for row in rows])
    board["band"] = [None if row.band is None else str(row.band) for row in rows]
    return board.merge(places.drop_duplicates("employee"), how="left", on="employee")[BOARD_COLUMNS]
