"""A metric over time with the limits of its own ordinary noise, and what the latest period says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.control import Chart, Limits, prime_chart, xmr_chart
from momentos.analysis.periods import PeriodSums, merge_thin_months
from momentos.analysis.signals import Assurance, Verdict, assurance, signals, verdict
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Kind, Metric, Unit
from momentos.domain.samples import JUDGED_N
from momentos.figures.filters import Filters
from momentos.figures.from_sums import DENOMINATOR, NUMERATOR, SQUARES
from momentos.figures.measure import measure
from momentos.figures.mixing import mixture

_MONTHS_IN = {Dimension.MONTH: 1, Dimension.QUARTER: 3, Dimension.YEAR: 12}


@dataclass(frozen=True)
class Monitoring:
    """A control chart, read.

    ``points`` has one row a period, oldest first: ``period, starts_on, value, n, low, high, signal``; ``low`` and
    ``high`` are the limits of ordinary noise. A period in which nothing was measured has n 0 and no value; months
    with few answers stand together as their quarter. ``centre`` is the latest stretch's, ``None`` without limits.
    Where surveys of different kinds are mixed there are values, and neither limits nor signals. Fewer than ``JUDGED_N``
    cases in all assure nothing.
    """

    metric: Metric
    points: pd.DataFrame
    centre: float | None
    limits: Limits
    target: float | None
    verdict: Verdict
    assurance: Assurance | None


def monitor(
    cursor: DuckDBPyConnection,
    metric: Metric,
    period: Dimension = Dimension.MONTH,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    target: float | None = None,
) -> Monitoring:
    """The control chart of a metric by week, month, quarter or year; ``target`` is the metric's own unless given."""
    is_mixed = mixture(cursor, metric, filters).is_mixed
    return monitored(measure(cursor, metric, (period,), filters), metric, period, target, is_mixed=is_mixed)


def monitored(
    measured: pd.DataFrame, metric: Metric, period: Dimension, target: float | None = None, *, is_mixed: bool = False
) -> Monitoring:
    """The control chart of a metric that was measured by this period, as ``measure`` answers; ``is_mixed`` as
    ``mixture`` tells of the same answers."""
    target = metric.target if target is None else target
    periods = _periods(measured, period, metric)
    chart = _chart(periods, metric)
    if is_mixed:
        points = _points(periods, period, chart).assign(low=np.nan, high=np.nan, signal=None)
        return Monitoring(metric, points, None, Limits.NONE, target, Verdict.MIXED, None)
    known = chart.centre[~np.isnan(chart.centre)]
    return Monitoring(
        metric,
        _points(periods, period, chart),
        float(known[-1]) if len(known) else None,
        chart.limits,
        target,
        verdict(chart, metric.direction),
        assurance(chart, target, metric.direction) if sum(one.n for one in periods) >= JUDGED_N else None,
    )


def fitting_period(by_month: pd.DataFrame) -> Dimension:
    """The shortest of month, quarter and year in which something was measured at least every other time.

    ``by_month`` is the metric measured by month, as ``measure`` answers.
    """
    days = [starts_on(month) for month in by_month[Dimension.MONTH]]
    for period in (Dimension.MONTH, Dimension.QUARTER):
        step = _MONTHS_IN[period]
        places = {(day.year * 12 + day.month - 1) // step for day in days}
        if not places or 2 * len(places) >= max(places) - min(places) + 1:
            return period
    return Dimension.YEAR


def _periods(measured: pd.DataFrame, period: Dimension, metric: Metric) -> list[PeriodSums]:
    """Every period from the first measured to the last, thin months together."""
    months = _MONTHS_IN.get(period, 0)
    found = [
        PeriodSums(starts_on(label), months, total, squares, n)
        for label, total, squares, n in zip(
            measured[period], measured[NUMERATOR], measured[SQUARES], measured[DENOMINATOR], strict=True
        )
    ]
    if period is Dimension.MONTH and metric.kind is not Kind.COUNT:
        found = [_from_quarter_start(one) for one in merge_thin_months(found)]
    return _with_gaps(found, period)


def _from_quarter_start(one: PeriodSums) -> PeriodSums:
    """Months read together stand for their whole quarter, also where its first month was not measured."""
    if one.months == 1:
        return one
    return replace(one, starts_on=one.starts_on.replace(month=one.starts_on.month - (one.starts_on.month - 1) % 3))


def _with_gaps(periods: Sequence[PeriodSums], period: Dimension) -> list[PeriodSums]:
    filled: list[PeriodSums] = []
    for one in periods:
        expected = _next(filled[-1], period) if filled else one.starts_on
        while expected < one.starts_on:
            filled.append(PeriodSums(expected, _MONTHS_IN.get(period, 0), 0, 0, 0))
            expected = _next(filled[-1], period)
        filled.append(one)
    return filled


def _next(one: PeriodSums, period: Dimension) -> date:
    """The first day after a period."""
    if period is Dimension.WEEK:
        return one.starts_on + timedelta(days=7)
    month = one.starts_on.month - 1
    step = _MONTHS_IN[period] if one.months == 1 or period is Dimension.YEAR else 3
    after = month - month % step + step
    return date(one.starts_on.year + after // 12, after % 12 + 1, 1)


def _chart(periods: Sequence[PeriodSums], metric: Metric) -> Chart:
    """In the metric's own unit."""
    totals = np.array([one.total for one in periods], dtype=float)
    n = np.array([one.n for one in periods], dtype=float)
    if metric.kind is Kind.COUNT:
        return xmr_chart(np.where(n > 0, totals, np.nan))
    squares = np.array([one.sum_of_squares for one in periods], dtype=float)
    scale = (0.0, np.inf) if metric.unit is Unit.SECONDS else metric.scale
    return prime_chart(metric.factor * totals, metric.factor**2 * squares, n, scale=scale)


def _points(periods: Sequence[PeriodSums], period: Dimension, chart: Chart) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "period": [_label(one, period) for one in periods],
            "starts_on": [one.starts_on for one in periods],
            "value": chart.values,
            "n": np.array([one.n for one in periods], dtype="int64"),
            "low": chart.low,
            "high": chart.high,
            "signal": [None if signal is None else str(signal) for signal in signals(chart)],
        }
    )


def _label(one: PeriodSums, period: Dimension) -> str:
    if period is Dimension.WEEK:
        return one.starts_on.isoformat()
    if period is Dimension.YEAR:
        return str(one.starts_on.year)
    if one.months == 1:
        return one.starts_on.isoformat()[:7]
    return f"{one.starts_on.year}-Q{(one.starts_on.month + 2) // 3}"


def starts_on(period: str) -> date:
    """The first day of a period as ``measure`` writes it: 2026, 2026-Q1, 2026-01 or 2026-01-05."""
    year, _, rest = period.partition("-")
    if rest.startswith("Q"):
        return date(int(year), 3 * int(rest[1:]) - 2, 1)
    month, _, day = rest.partition("-")
    return date(int(year), int(month or 1), int(day or 1))
