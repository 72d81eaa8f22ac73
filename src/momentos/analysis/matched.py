"""Those something happened to against those it did not, compared within groups that were alike before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from momentos.analysis.intervals import UNKNOWN, Interval, Scale, spread_on, wide_or_unknown
from momentos.domain.samples import MATCHED_EACH_SIDE

Array = NDArray[np.float64]

_Z95 = 1.959964


@dataclass(frozen=True)
class Matched:
    """Means of both sides and their difference (exposed minus others), in the unit of what was compared.

    ``exposed`` and ``others`` are people who could be matched; ``unmatched`` are exposed without anybody like them.
    ``missing`` says how many more are wanted on the thinner side; nothing is said until it is 0.
    """

    exposed: int
    others: int
    unmatched: int
    missing: int
    exposed_mean: float | None = None
    others_mean: float | None = None
    difference: float | None = None
    interval: Interval = UNKNOWN

    @property
    def is_real(self) -> bool:
        """Whether the interval leaves out zero."""
        low, high = self.interval.low, self.interval.high
        return low is not None and high is not None and (low > 0 or high < 0)


def matched_difference(
    values: Array, is_exposed: NDArray[np.bool_], strata: NDArray[np.int_], *, scale: Scale | None = None
) -> Matched:
    """The mean difference, each stratum weighing as many exposed as it has; NaN among ``values`` is left out.

    Coarsened exact matching: Iacus, King & Porro (2012), Political Analysis 20, 1-24. The 95 % interval takes the
    variance within strata of each side as one, so that strata of a single person can be used. A side whose people all
    end alike is given the spread that ``scale``, the ends of what is compared, leaves room for; without ends the other
    side's, and where neither has any there is no interval.
    """
    known = ~np.isnan(values)
    values, is_exposed, strata = values[known], is_exposed[known], strata[known]
    _, stratum = np.unique(strata, return_inverse=True)
    count = int(stratum.max()) + 1 if len(stratum) else 0
    n_exposed = np.bincount(stratum[is_exposed], minlength=count)
    n_others = np.bincount(stratum[~is_exposed], minlength=count)
    is_kept = (n_exposed > 0) & (n_others > 0)
    exposed, others = int(n_exposed[is_kept].sum()), int(n_others[is_kept].sum())
    missing = max(MATCHED_EACH_SIDE - min(exposed, others), 0)
    silent = Matched(exposed, others, int(n_exposed[~is_kept].sum()), missing)
    if missing:
        return silent
    weights = n_exposed[is_kept] / exposed
    first, first_variance = _means(values[is_exposed], stratum[is_exposed], n_exposed, is_kept)
    second, second_variance = _means(values[~is_exposed], stratum[~is_exposed], n_others, is_kept)
    first_variance, second_variance = (
        variance or (spread_on(scale, float(np.average(means, weights=n)), n.sum()) ** 2 if scale else other)
        for variance, other, means, n in (
            (first_variance, second_variance, first, n_exposed[is_kept]),
            (second_variance, first_variance, second, n_others[is_kept]),
        )
    )
    difference = float(weights @ (first - second))
    spread = weights**2 @ (first_variance / n_exposed[is_kept] + second_variance / n_others[is_kept])
    half = _Z95 * float(np.sqrt(spread))
    return Matched(
        exposed,
        others,
        silent.unmatched,
        0,
        float(weights @ first),
        float(weights @ second),
        difference,
        wide_or_unknown(difference - half, difference + half),
    )


def _means(
    values: Array, stratum: NDArray[np.int_], counts: NDArray[np.int_], is_kept: NDArray[np.bool_]
) -> tuple[Array, float]:
    """Mean of each kept stratum, and the variance within strata, taken as one for all."""
    sums = np.bincount(stratum, values, minlength=len(counts))
    means = sums / np.maximum(counts, 1)
    here = is_kept[stratum]
    left = values[here] - means[stratum[here]]
    degrees = int(counts[is_kept].sum() - is_kept.sum())
    if degrees > 0:
        return means[is_kept], float(left @ left) / degrees
    return means[is_kept], float(np.var(values[here], ddof=1))
