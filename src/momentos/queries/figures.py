"""From sums to figures: the value, its n, and the interval that suits its kind."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from momentos.analysis import intervals
from momentos.analysis.intervals import Difference, Differences, Intervals
from momentos.domain.metrics import Kind, Metric

NUMERATOR, DENOMINATOR, SQUARES = "numerator", "denominator", "squares"
SUMS = [NUMERATOR, DENOMINATOR, SQUARES]
FIGURE = ["value", "n", "low", "high"]


def figures(sums: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """The frame of sums with ``value, n, low, high`` (95 %) put before them; groups with nothing measured left out.

    Shares in per cent, net scores in points, the rest in the metric's unit. A count has no interval; nor has a mean
    of a single answer: NaN. No interval leaves the values the metric can have. For a share, ``squares`` is its
    numerator.
    """
    measured = sums[sums[DENOMINATOR].fillna(0) > 0].reset_index(drop=True)
    n = measured[DENOMINATOR]
    is_count = metric.kind is Kind.COUNT
    value = measured[NUMERATOR].astype(float) if is_count else metric.factor * measured[NUMERATOR] / n
    bounds = _INTERVALS[metric.kind](measured)
    lowest, highest = metric.bounds
    low, high = np.clip(bounds.low, lowest, highest), np.clip(bounds.high, lowest, highest)
    figure = pd.DataFrame({"value": value, "n": n.astype("int64"), "low": low, "high": high})
    groups = [column for column in measured if column not in SUMS]
    return pd.concat([measured[groups], figure, measured[SUMS].astype(float)], axis=1)


def differences(now: pd.DataFrame, before: pd.DataFrame, metric: Metric) -> Differences:
    """Each figure of ``now`` minus the one on the same row of ``before``, in the figures' own unit, with its interval.

    Nothing can be said of a count: NaN throughout, as for a row one of whose sides is empty.
    """
    if metric.kind is Kind.COUNT:
        unknown = np.full(len(now), np.nan)
        return Differences(unknown, unknown, unknown, unknown)
    return _DIFFERENCES[metric.kind](now, before)


def difference(now: pd.DataFrame, before: pd.DataFrame, metric: Metric) -> Difference:
    """The same for two frames of one row, or none; ``None`` throughout where one is empty."""
    if now.empty or before.empty:
        return Difference(None, None, None, None)
    found = differences(now, before, metric)
    return Difference(*(_number(part) for part in (found.value, found.low, found.high, found.p_value)))


def _number(values: np.ndarray) -> float | None:
    return None if np.isnan(values[0]) else float(values[0])


def _no_interval(sums: pd.DataFrame) -> Intervals:
    unknown = np.full(len(sums), np.nan)
    return Intervals(unknown, unknown)


def _share_interval(sums: pd.DataFrame) -> Intervals:
    found = intervals.wilson_intervals(sums[NUMERATOR], sums[DENOMINATOR])
    return Intervals(100 * found.low, 100 * found.high)


def _net_interval(sums: pd.DataFrame) -> Intervals:
    return intervals.nps_intervals(sums[NUMERATOR], sums[SQUARES], sums[DENOMINATOR])


def _mean_interval(sums: pd.DataFrame) -> Intervals:
    return intervals.mean_intervals(sums[NUMERATOR], sums[SQUARES], sums[DENOMINATOR])


def _share_difference(now: pd.DataFrame, before: pd.DataFrame) -> Differences:
    found = intervals.newcombe_differences(now[NUMERATOR], now[DENOMINATOR], before[NUMERATOR], before[DENOMINATOR])
    return Differences(100 * found.value, 100 * found.low, 100 * found.high, found.p_value)


def _net_difference(now: pd.DataFrame, before: pd.DataFrame) -> Differences:
    return intervals.nps_differences(*_triple(now), *_triple(before))


def _mean_difference(now: pd.DataFrame, before: pd.DataFrame) -> Differences:
    return intervals.mean_differences(*_triple(now), *_triple(before))


def _triple(sums: pd.DataFrame) -> tuple[pd.Series, pd.Series, pd.Series]:
    return sums[NUMERATOR], sums[SQUARES], sums[DENOMINATOR]


_INTERVALS: dict[Kind, Callable[[pd.DataFrame], Intervals]] = {
    Kind.COUNT: _no_interval,
    Kind.SHARE: _share_interval,
    Kind.NET: _net_interval,
    Kind.MEAN: _mean_interval,
}

_DIFFERENCES: dict[Kind, Callable[[pd.DataFrame, pd.DataFrame], Differences]] = {
    Kind.SHARE: _share_difference,
    Kind.NET: _net_difference,
    Kind.MEAN: _mean_difference,
}
