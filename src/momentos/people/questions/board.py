"""The team board: people compared fairly, like with like, with the same doubt for all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.fair import DEFAULT_POLICY, BoardPolicy, BoardRow, CaseMix, case_mix, fair_board
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.domain.viewer import inner
from momentos.figures.filters import Filters
from momentos.figures.from_sums import DENOMINATOR, NUMERATOR, SQUARES
from momentos.figures.measure import coverage, fact_for
from momentos.people.meanings.policy import Credit
from momentos.people.questions.credit import credited_sums
from momentos.people.questions.respondents import one_answer_each

CASE_DIMENSIONS = (Dimension.TOUCHPOINT, Dimension.CHANNEL)
"""What makes two cases alike, unless the policy says otherwise."""

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


@dataclass(frozen=True)
class Compared:
    """Who is compared, in the order of the mix, and their answers beside what is achieved in the same kinds of
    cases."""

    metric: Metric
    keys: tuple[str, ...]
    mix: CaseMix

    def only(self, keys: Sequence[str]) -> CaseMix:
        """The mix of these alone, in this order; all of them must be here."""
        place_of = {key: place for place, key in enumerate(self.keys)}
        places = [place_of[key] for key in keys]
        mix = self.mix
        return replace(
            mix, n=mix.n[places], observed=mix.observed[places], expected=mix.expected[places],
            isolated=mix.isolated[places],
        )  # fmt: skip


@inner
def team_board(
    cursor: DuckDBPyConnection,
    metric: Metric,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    policy: BoardPolicy = DEFAULT_POLICY,
    *,
    by: Dimension = Dimension.EMPLOYEE,
    cases: Sequence[Dimension] = CASE_DIMENSIONS,
    credit: Credit = Credit.AS_WRITTEN,
) -> TeamBoard:
    """Everybody who has cases of the metric under these filters; a count cannot be compared (``ValueError``).

    ``by`` compares teams (by their lead), areas or sites in the same way; their names stand under ``employee``.
    """
    compared = compare_people(cursor, metric, filters, by=by, cases=cases, credit=credit)
    if compared is None:
        return TeamBoard(metric, filters.from_on, filters.to_on, policy.k, None, pd.DataFrame(columns=BOARD_COLUMNS))
    rows = fair_board(
        compared.keys,
        compared.mix,
        policy,
        is_higher_better=metric.direction is Direction.HIGHER,
        factor=metric.factor,
        scale=metric.scale,
    )
    team = metric.factor * compared.mix.team
    return TeamBoard(metric, filters.from_on, filters.to_on, policy.k, team, with_places(cursor, rows))


@inner
def compare_people(
    cursor: DuckDBPyConnection,
    metric: Metric,
    filters: Filters,
    *,
    by: Dimension = Dimension.EMPLOYEE,
    cases: Sequence[Dimension] = CASE_DIMENSIONS,
    credit: Credit = Credit.AS_WRITTEN,
) -> Compared | None:
    """The case mix of everybody with cases of the metric; ``None`` without any. A count raises ``ValueError``."""
    if metric.kind is Kind.COUNT or metric.direction is Direction.NEITHER:
        raise ValueError(f"{metric.key} says nothing of how well somebody works")
    kinds = [one for one in cases if one is not by]
    found = _cases(cursor, metric, filters, by, kinds, credit)
    if found.empty:
        return None
    person, names = pd.factorize(found[by])
    cell = found.groupby(kinds, dropna=False, sort=False).ngroup() if kinds else np.zeros(len(found))
    mix = case_mix(
        person,
        np.asarray(cell, dtype=np.int_),
        found[DENOMINATOR].to_numpy(),
        found[NUMERATOR].to_numpy(),
        found[SQUARES].to_numpy(),
        None if metric.scale is None else (metric.scale[0] / metric.factor, metric.scale[1] / metric.factor),
    )
    return Compared(metric, tuple(names), one_answer_each(cursor, metric, filters, by, tuple(names), mix))


def _cases(
    cursor: DuckDBPyConnection,
    metric: Metric,
    filters: Filters,
    by: Dimension,
    kinds: Sequence[Dimension],
    credit: Credit,
) -> pd.DataFrame:
    """One row per person (or team) and kind of case, with its sums; an unknown touchpoint or channel is a kind too."""
    fact = fact_for(cursor, metric, {by, *filters.where})
    found = credited_sums(cursor, fact, metric, (by, *kinds), filters, credit)
    return found[found[by].notna() & (found[DENOMINATOR] > 0)]


@inner
def with_places(cursor: DuckDBPyConnection, rows: Sequence[BoardRow]) -> pd.DataFrame:
    """The board with where each person works."""
    places = cursor.execute("select employee, area, supervisor, site from known_employees").df()
    board = pd.DataFrame([{**vars(row), "employee": row.key} for row in rows])
    board["band"] = [None if row.band is None else str(row.band) for row in rows]
    return board.merge(places.drop_duplicates("employee"), how="left", on="employee")[BOARD_COLUMNS]


def have_nothing_alike(rows: pd.DataFrame) -> bool:
    """Whether each on the board has cases that nobody else has, so that nothing can be compared."""
    return len(rows) > 1 and bool(rows["is_weak_comparison"].all())


def are_all_equal(rows: pd.DataFrame) -> bool:
    """Whether everybody has one and the same figure, as where nobody's row can say otherwise."""
    return len(rows) > 1 and bool(rows["observed"].notna().all()) and rows["observed"].nunique() == 1


def is_hidden(rows: pd.DataFrame) -> pd.Series:
    """Whose figure is not known, or not for this viewer."""
    return rows["score"].isna()


def around_the_team(rows: pd.DataFrame, team: float) -> pd.DataFrame:
    """``employee, value, n``: the team's share plus how far each is from what is expected in the same cases."""
    value = (team + rows["observed"] - rows["expected"]).clip(0, 100)
    return pd.DataFrame({"employee": rows["employee"], "value": value, "n": rows["n"]})


def unknown_cases(
    cursor: DuckDBPyConnection, metric: Metric, filters: Filters, cases: Sequence[Dimension]
) -> tuple[tuple[Dimension, float], ...]:
    """Of what should make two cases alike, what is known for fewer than half of the metric's cases, with the share for
    which it is known: 0 where it is not used at all."""
    found = []
    for one in cases:
        known, every = coverage(cursor, metric, one, filters)
        if every and known < every / 2:
            found.append((one, known / every))
    return tuple(found)


@inner
def who_left(cursor: DuckDBPyConnection, by_day: date | None) -> dict[str, date]:
    """Those whose sheet says that they had left by that day, and when; by the end of time where none is given."""
    rows = cursor.execute(
        """
        select names.employee, max(left_on)
        from current_employees as staff
        join employee_names as names on names.key = staff.employee_key
        where left_on is not null and left_on <= coalesce(?, date '9999-12-31')
        group by all
        """,
        [by_day],
    ).fetchall()
    return dict(rows)


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows one by one, their columns as attributes."""
    yield from frame.itertuples(index=False)
