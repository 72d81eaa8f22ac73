"""Any metric by any dimensions under any filters: the one question most others are made of."""

from collections.abc import Sequence

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import JOURNEY_DIMENSIONS, Dimension
from momentos.domain.metrics import Metric
from momentos.facts import FACTS, METRICS, Fact, facts_of
from momentos.figures.filters import Filters
from momentos.figures.from_sums import DENOMINATOR, NUMERATOR, SQUARES, figures
from momentos.figures.source import grouped, source_for
from momentos.figures.targets import held_metrics
from momentos.warehouse.summaries import summary_for


def measure(
    cursor: DuckDBPyConnection,
    metric: Metric,
    by: Sequence[Dimension] = (),
    filters: Filters = Filters(),  # noqa: B008 - frozen
) -> pd.DataFrame:
    """One row per group in which something was measured, in the order of the groups.

    Columns: the dimensions, ``value, n, low, high`` (95 %), and the sums ``numerator, denominator, squares`` they came
    from. Without ``by``, one row, or none. Periods are written 2026-01-05 (a week by its Monday), 2026-01, 2026-Q1,
    2026. What is not known (a call without an employee, by employee) is in no group, but is in the total.
    """
    fact = fact_for(cursor, metric, {*by, *filters.where})
    return figures(sums(cursor, fact, metric, list(dict.fromkeys(by)), filters), metric)


def whole_of(
    cursor: DuckDBPyConnection,
    metric: Metric,
    by: Sequence[Dimension],
    filters: Filters = Filters(),  # noqa: B008 - frozen
) -> pd.DataFrame:
    """One row, or none: the figure of all the cases among which ``measure(by)`` tells groups apart.

    By touchpoint, stage or area a satisfaction is read from other answers than without groups: a line drawn across
    the groups must be theirs.
    """
    fact = fact_for(cursor, metric, {*by, *filters.where})
    return figures(sums(cursor, fact, metric, [], filters), metric)


def coverage(
    cursor: DuckDBPyConnection,
    metric: Metric,
    dimension: Dimension,
    filters: Filters = Filters(),  # noqa: B008 - frozen
) -> tuple[int, int]:
    """How many of the cases measured have a known value in the dimension, and how many cases there are."""
    fact = fact_for(cursor, metric, {dimension, *filters.where})
    every = sums(cursor, fact, metric, [dimension], filters, with_unknown=True)
    known = every[every[dimension].notna()]
    return int(known[DENOMINATOR].sum()), int(every[DENOMINATOR].sum())


def fact_for(cursor: DuckDBPyConnection, metric: Metric, dimensions: set[Dimension]) -> Fact:
    """Where the metric is read. A satisfaction asked along the journey comes from the scores given to touchpoints,
    otherwise from the surveys' overall scores; if that fact has none, from the other."""
    facts = facts_of(metric)
    if len(facts) == 1:
        return facts[0]
    if dimensions.intersection(JOURNEY_DIMENSIONS):
        facts.reverse()
    return next((fact for fact in facts if _has_any(cursor, fact, metric)), facts[0])


def measured_metrics(cursor: DuckDBPyConnection) -> list[Metric]:
    """The metrics that have something measured, whenever it was; each with the company's target, if it took one."""
    measured = {fact: _measured_columns(cursor, fact) for fact in FACTS.values()}
    held = held_metrics(cursor).values()
    return [one for one in held if any(one.denominator in measured[fact] for fact in facts_of(one))]


def _measured_columns(cursor: DuckDBPyConnection, fact: Fact) -> set[str]:
    """The denominators of which the fact has any."""
    names = sorted({metric.denominator for metric in METRICS.values() if fact in facts_of(metric)})
    if not names:
        return set()
    found = cursor.execute(
        f"select {', '.join(f'max({name})' for name in names)} from {summary_for(fact, ())}"
    ).fetchone()
    return {name for name, value in zip(names, found or (), strict=False) if value}


def _has_any(cursor: DuckDBPyConnection, fact: Fact, metric: Metric) -> bool:
    sql = f"select 1 from {summary_for(fact, ())} where {metric.denominator} > 0 limit 1"
    return cursor.execute(sql).fetchone() is not None


def sums(
    cursor: DuckDBPyConnection,
    fact: Fact,
    metric: Metric,
    by: Sequence[Dimension],
    filters: Filters,
    *,
    with_unknown: bool = False,
) -> pd.DataFrame:
    """One row per group with its three sums; without groups one row, maybe of empty sums.

    What is not known makes a group of its own only ``with_unknown``.
    """
    columns = {
        NUMERATOR: f"sum({metric.numerator})::double",
        DENOMINATOR: f"sum({metric.denominator})::double",
        SQUARES: f"sum({metric.squares or metric.numerator})::double",
    }
    return grouped(cursor, source_for(fact, by, filters), columns, by, filters, with_unknown=with_unknown)
