"""From sums to figures: the value, its n, and the interval that suits its kind."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from momentos.analysis import intervals
from momentos.analysis.intervals import Difference, Differences, Intervals
from momentos.domain.metrics import Kind, Metric

NUMERATOR, DENOMINATOR, SQUARES = "numerator", "denominator", "squares"
SUMS = [NUMERATOR, DENOMINATOR, SQUARES]
FIGURE = ["value", "n", "low", "high"]

Sums = Mapping[str, np.ndarray]
"""The three sums by name, one value a group."""


def figures(sums: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """The frame of sums with ``value, n, low, high`` (95 %) put before them; groups with nothing measured left out.

    Shares in per cent, net scores in points, the rest in the metric's unit. A count has no interval; nor has a mean
    of a single answer, or of equal times: NaN. No interval leaves the values the metric can have. For a share,
    ``squares`` is its numerator.
    """
    measured = sums[sums[DENOMINATOR].to_numpy(dtype=float, na_value=0.0) > 0]
    summed = {column: measured[column].to_numpy(dtype=float) for column in SUMS}
    n = summed[DENOMINATOR]
    value = summed[NUMERATOR] if metric.kind is Kind.COUNT else metric.factor * summed[NUMERATOR] / n
    bounds = _INTERVALS[metric.kind](summed, metric)
    low, high = (np.clip(bound, *metric.bounds) for bound in (bounds.low, bounds.high))
    columns: dict[str, Any] = {str(name): measured[name].array for name in measured if name not in SUMS}
    columns |= {"value": value, "n": n.astype("int64"), "low": low, "high": high, **summed}
    return pd.DataFrame(columns)


def differences(now: pd.DataFrame, before: pd.DataFrame, metric: Metric) -> Differences:
    """Each figure of ``now`` minus the one on the same row of ``before``, in the figures' own unit, with its interval.

    Nothing can be said of a count: NaN throughout, as for a row one of whose sides is empty.
    """
    if metric.kind is Kind.COUNT:
        unknown = np.full(len(now), np.nan)
        return Differences(unknown, unknown, unknown, unknown)
    return _DIFFERENCES[metric.kind](now, before, metric)


def difference(now: pd.DataFrame, before: pd.DataFrame, metric: Metric) -> Difference:
    """The same for two frames of one row, or none; ``None`` throughout where one is empty."""
    if now.empty or before.empty:
        return Difference(None, None, None, None)
    found = differences(now, before, metric)
    return Difference(*(_number(part) for part in (found.value, found.low, found.high, found.p_value)))


def _number(values: np.ndarray) -> float | None:
    return None if np.isnan(values[0]) else float(values[0])


def _no_interval(sums: Sums, _: Metric) -> Intervals:
    unknown = np.full(len(sums[DENOMINATOR]), np.nan)
    return Intervals(unknown, unknown)


def _share_interval(sums: Sums, _: Metric) -> Intervals:
    found = intervals.wilson_intervals(sums[NUMERATOR], sums[DENOMINATOR])
    return Intervals(100 * found.low, 100 * found.high)


def _net_interval(sums: Sums, _: Metric) -> Intervals:
    return intervals.nps_intervals(sums[NUMERATOR], sums[SQUARES], sums[DENOMINATOR])


def _mean_interval(sums: Sums, metric: Metric) -> Intervals:
    return intervals.mean_intervals(sums[NUMERATOR], sums[SQUARES], sums[DENOMINATOR], scale=metric.scale)


def _share_difference(now: pd.DataFrame, before: pd.DataFrame, _: Metric) -> Differences:
    found = intervals.newcombe_differences(now[NUMERATOR], now[DENOMINATOR], before[NUMERATOR], before[DENOMINATOR])
    return Differences(100 * found.value, 100 * found.low, 100 * found.high, found.p_value)


def _net_difference(now: pd.DataFrame, before: pd.DataFrame, _: Metric) -> Differences:
    return intervals.nps_differences(*_triple(now), *_triple(before))


def _mean_difference(now: pd.DataFrame, before: pd.DataFrame, metric: Metric) -> Differences:
    return intervals.mean_differences(*_triple(now), *_triple(before), scale=metric.scale)


def _triple(sums: pd.DataFrame) -> tuple[pd.Series, pd.Series, pd.Series]:
    return sums[NUMERATOR], sums[SQUARES], sums[DENOMINATOR]


_INTERVALS: dict[Kind, Callable[[Sums, Metric], Intervals]] = {
    Kind.COUNT: _no_interval,
    Kind.SHARE: _share_interval,
    Kind.NET: _net_interval,
    Kind.MEAN: _mean_interval,
}

_DIFFERENCES: dict[Kind, Callable[[pd.DataFrame, pd.DataFrame, Metric], Differences]] = {
    Kind.SHARE: _share_difference,
    Kind.NET: _net_difference,
    Kind.MEAN: _mean_difference,
}
