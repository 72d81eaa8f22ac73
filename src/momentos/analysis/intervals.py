"""How far a figure can be trusted: intervals for shares, NPS, means, and for their differences.

Every method takes the sums a query already has (successes, net, total, sum of squares, n). The
``…_intervals`` and ``…_differences`` forms take arrays, one element a group, and answer NaN where
nothing can be said; the singular forms take numbers and answer ``None`` there. No interval is without width: few
answers that are alike are not certainty.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr, ndtri, stdtr, stdtrit

Array = NDArray[np.float64]
Scale = tuple[float, float]
"""The lowest and the highest answer there can be."""

CONFIDENCE = 0.95
_NO_WIDTH = 1e-9

# Rocks (2016): the three answers added to an NPS sample are ¾ detractor, 1½ passive, ¾ promoter.
_NPS_ADDED_ANSWERS = 3.0
_NPS_ADDED_EACH_END = 0.75


@dataclass(frozen=True)
class Interval:
    """Bounds of a figure, in the figure's own unit; ``None`` where there are too few answers."""

    low: float | None
    high: float | None

    def __contains__(self, value: float) -> bool:
        return self.low is not None and self.high is not None and self.low <= value <= self.high

    @property
    def is_known(self) -> bool:
        return self.low is not None and self.high is not None


UNKNOWN = Interval(None, None)


@dataclass(frozen=True)
class Intervals:
    """Bounds of many figures, one element a group; NaN where there are too few answers."""

    low: Array
    high: Array


@dataclass(frozen=True)
class Difference:
    """First group minus second: the difference of the two figures as shown, its interval and p-value.

    ``None`` throughout when one of the groups has too few answers; only the interval and the p-value where nothing is
    known of the answers' spread.
    """

    value: float | None
    low: float | None
    high: float | None
    p_value: float | None

    @property
    def is_real(self) -> bool:
        """Whether the interval leaves out zero: the only thing called a change."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class Differences:
    """Many differences, one element a pair of groups; NaN where there are too few answers."""

    value: Array
    low: Array
    high: Array
    p_value: Array

    @property
    def is_real(self) -> NDArray[np.bool_]:
        """Whether each interval leaves out zero; False where nothing can be said."""
        return (self.low > 0) | (self.high < 0)


def wide_or_unknown(low: float, high: float) -> Interval:
    """The bounds of an estimate; ``None`` where they are one, as happens where nothing was left to chance in the
    answers it comes from."""
    return Interval(float(low), float(high)) if high - low > _NO_WIDTH else UNKNOWN


def spread_on(scale: Scale, mean: float, n: float) -> float:
    """The standard deviation that ``n`` answers all alike leave room for: theirs and one more, half of it at each
    end of the scale. 0 without answers."""
    if not n > 0:
        return 0.0
    total, sum_of_squares, answers = _arrays(n * mean, n * mean**2, n)
    _, variance = _adjusted_mean(total, sum_of_squares, answers, scale)
    return float(np.sqrt(variance * (n + 1)))


def wilson_interval(successes: float, n: float, confidence: float = CONFIDENCE) -> Interval:
    """Interval for a share, in [0, 1]; ``None`` bounds when ``n`` is 0.

    Wilson's score interval: Wilson (1927), JASA 22, 209-212. Holds its level for small ``n``
    and for shares near 0 or 1, where the textbook interval does not.
    """
    return _one_interval(wilson_intervals(successes, n, confidence))


def wilson_intervals(successes: ArrayLike, n: ArrayLike, confidence: float = CONFIDENCE) -> Intervals:
    """``wilson_interval`` for many groups at once."""
    successes, n = _arrays(successes, n)
    z = _normal_quantile(confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = successes / n
        centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
        half = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    # Rounding leaves 1e-17 where the bound is exactly 0 or 1.
    low = np.where(successes == 0, 0.0, np.clip(centre - half, 0, 1))
    high = np.where(successes == n, 1.0, np.clip(centre + half, 0, 1))
    return Intervals(_known_where(n > 0, low), _known_where(n > 0, high))


def newcombe_difference(
    successes_1: float, n_1: float, successes_2: float, n_2: float, confidence: float = CONFIDENCE
) -> Difference:
    """First share minus second, in [-1, 1], with its interval.

    Newcombe's hybrid score interval (method 10): Newcombe (1998), Statistics in Medicine 17, 873-890.
    The p-value is that of the pooled two-share z test.
    """
    return _one_difference(newcombe_differences(successes_1, n_1, successes_2, n_2, confidence))


def newcombe_differences(
    successes_1: ArrayLike,
    n_1: ArrayLike,
    successes_2: ArrayLike,
    n_2: ArrayLike,
    confidence: float = CONFIDENCE,
) -> Differences:
    """``newcombe_difference`` for many pairs at once."""
    successes_1, n_1, successes_2, n_2 = _arrays(successes_1, n_1, successes_2, n_2)
    first = wilson_intervals(successes_1, n_1, confidence)
    second = wilson_intervals(successes_2, n_2, confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        share_1, share_2 = successes_1 / n_1, successes_2 / n_2
        value = share_1 - share_2
        low = value - np.hypot(share_1 - first.low, second.high - share_2)
        high = value + np.hypot(first.high - share_1, share_2 - second.low)
        pooled = (successes_1 + successes_2) / (n_1 + n_2)
        se = np.sqrt(pooled * (1 - pooled) * (1 / n_1 + 1 / n_2))
    known = (n_1 > 0) & (n_2 > 0)
    return _differences(known, value, low, high, _two_sided_p(value, se))


def nps_interval(net: float, squares: float, n: float, confidence: float = CONFIDENCE) -> Interval:
    """Interval for an NPS, in points from -100 to 100; ``None`` bounds when ``n`` is 0.

    ``net`` is promoters minus detractors, ``squares`` promoters plus detractors. Adjusted Wald: Rocks
    (2016), "Interval estimation for the Net Promoter Score", The American Statistician 70, 365-372.
    """
    return _one_interval(nps_intervals(net, squares, n, confidence))


def nps_intervals(net: ArrayLike, squares: ArrayLike, n: ArrayLike, confidence: float = CONFIDENCE) -> Intervals:
    """``nps_interval`` for many groups at once."""
    net, squares, n = _arrays(net, squares, n)
    centre, variance = _adjusted_nps(net, squares, n)
    half = _normal_quantile(confidence) * np.sqrt(variance)
    return Intervals(
        _known_where(n > 0, 100 * np.clip(centre - half, -1, 1)),
        _known_where(n > 0, 100 * np.clip(centre + half, -1, 1)),
    )


def nps_difference(
    net_1: float,
    squares_1: float,
    n_1: float,
    net_2: float,
    squares_2: float,
    n_2: float,
    confidence: float = CONFIDENCE,
) -> Difference:
    """First NPS minus second, in points from -200 to 200, with its interval and p-value.

    ``value`` is the difference of the two NPS as shown; the interval is centred on the difference of the
    adjusted ones, a little nearer zero. Rocks (2016), the same adjustment on both, variances added.
    """
    return _one_difference(nps_differences(net_1, squares_1, n_1, net_2, squares_2, n_2, confidence))


def nps_differences(
    net_1: ArrayLike,
    squares_1: ArrayLike,
    n_1: ArrayLike,
    net_2: ArrayLike,
    squares_2: ArrayLike,
    n_2: ArrayLike,
    confidence: float = CONFIDENCE,
) -> Differences:
    """``nps_difference`` for many pairs at once."""
    net_1, squares_1, n_1, net_2, squares_2, n_2 = _arrays(net_1, squares_1, n_1, net_2, squares_2, n_2)
    centre_1, variance_1 = _adjusted_nps(net_1, squares_1, n_1)
    centre_2, variance_2 = _adjusted_nps(net_2, squares_2, n_2)
    centre, se = centre_1 - centre_2, np.sqrt(variance_1 + variance_2)
    half = _normal_quantile(confidence) * se
    with np.errstate(invalid="ignore", divide="ignore"):
        value = net_1 / n_1 - net_2 / n_2
    low = 100 * np.clip(centre - half, -2, 2)
    high = 100 * np.clip(centre + half, -2, 2)
    known = (n_1 > 0) & (n_2 > 0)
    return _differences(known, 100 * value, low, high, _two_sided_p(centre, se))


def nps_chance_swing(net: float, squares: float, n: float) -> float | None:
    """Points an NPS rises or falls by luck alone between two equal periods, half of the time.

    The median of the absolute difference of two samples of ``n`` answers; ``None`` when ``n`` is 0.
    """
    if n <= 0:
        return None
    _, variance = _adjusted_nps(*_arrays(net, squares, n))
    return float(100 * ndtri(0.75) * np.sqrt(2 * variance))


def mean_interval(
    total: float, sum_of_squares: float, n: float, confidence: float = CONFIDENCE, *, scale: Scale | None = None
) -> Interval:
    """Interval for a mean, in the unit of what was summed; ``None`` bounds when ``n`` is below 2.

    Student's t from n, sum and sum of squares. Few answers that are alike, or nearly, tell little of their spread: on a
    ``scale`` with two ends the interval reaches at least as far as the one of the answers and one more, half at each
    end, with the normal quantile (for a share that is what Wilson's does, in essence), cut to the scale. It covers 95 %
    and more from n = 5 where t covers 40 %; where few answers differ as they mostly do, t is the wider. Without
    ends, nothing is known of the spread of answers that are all alike: ``None`` bounds.
    """
    return _one_interval(mean_intervals(total, sum_of_squares, n, confidence, scale=scale))


def mean_intervals(
    total: ArrayLike,
    sum_of_squares: ArrayLike,
    n: ArrayLike,
    confidence: float = CONFIDENCE,
    *,
    scale: Scale | None = None,
) -> Intervals:
    """``mean_interval`` for many groups at once."""
    total, sum_of_squares, n = _arrays(total, sum_of_squares, n)
    mean, variance = _mean_and_variance_of_mean(total, sum_of_squares, n)
    half = stdtrit(np.maximum(n - 1, 1), (1 + confidence) / 2) * np.sqrt(variance)
    low, high = mean - half, mean + half
    if scale is None:
        known = (n > 1) & (variance > 0)
        return Intervals(_known_where(known, low), _known_where(known, high))
    centre, variance = _adjusted_mean(total, sum_of_squares, n, scale)
    half = _normal_quantile(confidence) * np.sqrt(variance)
    low = np.clip(np.minimum(low, centre - half), *scale)
    high = np.clip(np.maximum(high, centre + half), *scale)
    return Intervals(_known_where(n > 1, low), _known_where(n > 1, high))


def mean_difference(
    total_1: float,
    sum_of_squares_1: float,
    n_1: float,
    total_2: float,
    sum_of_squares_2: float,
    n_2: float,
    confidence: float = CONFIDENCE,
    *,
    scale: Scale | None = None,
) -> Difference:
    """First mean minus second, in the unit of what was summed, with its interval and p-value.

    Welch (1947), Biometrika 34, 28-35: the two groups need not vary alike. Both need two answers. On a ``scale`` with
    two ends the interval reaches at least as far as that of the two means that ``mean_interval`` adjusts. Without
    ends, a group whose answers are all alike is given the spread that both have together (Student's); where neither
    has any, bounds and p-value are ``None``.
    """
    return _one_difference(
        mean_differences(total_1, sum_of_squares_1, n_1, total_2, sum_of_squares_2, n_2, confidence, scale=scale)
    )


def mean_differences(
    total_1: ArrayLike,
    sum_of_squares_1: ArrayLike,
    n_1: ArrayLike,
    total_2: ArrayLike,
    sum_of_squares_2: ArrayLike,
    n_2: ArrayLike,
    confidence: float = CONFIDENCE,
    *,
    scale: Scale | None = None,
) -> Differences:
    """``mean_difference`` for many pairs at once."""
    total_1, sum_of_squares_1, n_1, total_2, sum_of_squares_2, n_2 = _arrays(
        total_1, sum_of_squares_1, n_1, total_2, sum_of_squares_2, n_2
    )
    mean_1, variance_1 = _mean_and_variance_of_mean(total_1, sum_of_squares_1, n_1)
    mean_2, variance_2 = _mean_and_variance_of_mean(total_2, sum_of_squares_2, n_2)
    variance, value = variance_1 + variance_2, mean_1 - mean_2
    with np.errstate(invalid="ignore", divide="ignore"):
        freedom = variance**2 / (variance_1**2 / (n_1 - 1) + variance_2**2 / (n_2 - 1))
        if scale is None:
            together = (variance_1 * n_1 * (n_1 - 1) + variance_2 * n_2 * (n_2 - 1)) / (n_1 + n_2 - 2)
            is_alike = (variance_1 == 0) | (variance_2 == 0)
            variance = np.where(is_alike, together * (1 / n_1 + 1 / n_2), variance)
            freedom = np.where(is_alike, n_1 + n_2 - 2, freedom)
        freedom = np.where(variance > 0, freedom, n_1 + n_2 - 2)
        statistic = np.where(value == 0, 0.0, np.abs(value) / np.sqrt(variance))
    half = stdtrit(freedom, (1 + confidence) / 2) * np.sqrt(variance)
    low, high, p_value = value - half, value + half, 2 * stdtr(freedom, -statistic)
    known = (n_1 > 1) & (n_2 > 1)
    if scale is None:
        is_spread = variance > 0
        return _differences(known, value, *(_known_where(is_spread, part) for part in (low, high, p_value)))
    centre_1, adjusted_1 = _adjusted_mean(total_1, sum_of_squares_1, n_1, scale)
    centre_2, adjusted_2 = _adjusted_mean(total_2, sum_of_squares_2, n_2, scale)
    centre, se = centre_1 - centre_2, np.sqrt(adjusted_1 + adjusted_2)
    half, width = _normal_quantile(confidence) * se, scale[1] - scale[0]
    low = np.clip(np.minimum(low, centre - half), -width, width)
    high = np.clip(np.maximum(high, centre + half), -width, width)
    return _differences(known, value, low, high, np.maximum(p_value, _two_sided_p(centre, se)))


def _adjusted_nps(net: Array, squares: Array, n: Array) -> tuple[Array, Array]:
    """Centre and variance of an NPS as shares, after Rocks' three added answers."""
    adjusted_n = n + _NPS_ADDED_ANSWERS
    centre = net / adjusted_n
    variance = (squares + 2 * _NPS_ADDED_EACH_END) / adjusted_n - centre**2
    return centre, np.maximum(variance, 0) / adjusted_n


def _adjusted_mean(total: Array, sum_of_squares: Array, n: Array, scale: Scale) -> tuple[Array, Array]:
    """A mean and its variance after one more answer, half of it at each end of the scale."""
    lowest, highest = scale
    centre = (total + (lowest + highest) / 2) / (n + 1)
    variance = (sum_of_squares + (lowest**2 + highest**2) / 2) / (n + 1) - centre**2
    return centre, np.maximum(variance, 0) / (n + 1)


def _mean_and_variance_of_mean(total: Array, sum_of_squares: Array, n: Array) -> tuple[Array, Array]:
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = total / n
        # Sums of squares lose digits by subtraction: a spread below rounding is no spread.
        scatter = sum_of_squares - total * mean
        scatter = np.where(scatter <= 1e-12 * sum_of_squares, 0.0, scatter)
        return mean, scatter / (n - 1) / n


def _normal_quantile(confidence: float) -> float:
    return float(ndtri((1 + confidence) / 2))


def _two_sided_p(value: Array, se: Array) -> Array:
    with np.errstate(invalid="ignore", divide="ignore"):
        z = np.where(value == 0, 0.0, np.abs(value) / se)
    return 2 * ndtr(-z)


def _arrays(*values: ArrayLike) -> tuple[Array, ...]:
    return tuple(np.asarray(value, dtype=np.float64) for value in values)


def _known_where(known: NDArray[np.bool_], bound: Array) -> Array:
    return np.where(known, bound, np.nan)


def _differences(known: NDArray[np.bool_], value: Array, low: Array, high: Array, p_value: Array) -> Differences:
    return Differences(*(_known_where(known, part) for part in (value, low, high, p_value)))


def _one_interval(intervals: Intervals) -> Interval:
    return Interval(_number(intervals.low), _number(intervals.high))


def _one_difference(differences: Differences) -> Difference:
    return Difference(
        _number(differences.value),
        _number(differences.low),
        _number(differences.high),
        _number(differences.p_value),
    )


def _number(value: Array) -> float | None:
    return None if np.isnan(value) else float(value)
