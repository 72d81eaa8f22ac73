"""Customers under contract: how long they stay, how many will be left, and what keeping one is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.special import betaln, ndtri
from statsmodels.duration.survfunc import SurvfuncRight

from momentos.analysis.intervals import CONFIDENCE
from momentos.domain.samples import SURVIVAL_AT_RISK

Array = NDArray[np.float64]


@dataclass(frozen=True)
class SurvivalCurve:
    """Share still with us after each time at which somebody left, with its interval and how many were observed."""

    times: Array
    share: Array
    low: Array
    high: Array
    at_risk: NDArray[np.int_]

    @property
    def median(self) -> float | None:
        """Time by which half have left; ``None`` when the curve does not come down that far."""
        below = self.times[self.share <= 0.5]
        return float(below[0]) if len(below) else None


@dataclass(frozen=True)
class RetentionModel:
    """Shifted beta-geometric: each customer has their own chance of leaving at each renewal, Beta(alpha, beta)."""

    alpha: float
    beta: float
    log_likelihood: float

    def survival(self, renewals: ArrayLike) -> Array:
        """Share of the starters left after so many renewals."""
        return np.exp(betaln(self.alpha, self.beta + np.asarray(renewals)) - betaln(self.alpha, self.beta))


def survival_curve(
    duration: Array, has_left: NDArray[np.bool_], minimum_at_risk: int = SURVIVAL_AT_RISK
) -> SurvivalCurve:
    """Kaplan-Meier, drawn as long as ``minimum_at_risk`` customers are still observed; empty below that.

    Interval by Greenwood's variance on the log-log scale (Kalbfleisch & Prentice 1980), which stays in [0, 1].
    """
    if not has_left.any():
        nothing = np.zeros(0)
        return SurvivalCurve(nothing, nothing, nothing, nothing, np.zeros(0, dtype=int))
    fitted = SurvfuncRight(duration, has_left.astype(int))
    drawn = (fitted.n_risk >= minimum_at_risk) & (fitted.n_events > 0)
    share, se = fitted.surv_prob[drawn], fitted.surv_prob_se[drawn]
    z = ndtri((1 + CONFIDENCE) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        stretch = np.exp(z * se / (share * np.log(share)))
    inside = (share > 0) & (share < 1)
    low = np.where(inside, share ** (1 / stretch), share)
    high = np.where(inside, share**stretch, share)
    return SurvivalCurve(fitted.surv_times[drawn], share, low, high, fitted.n_risk[drawn].astype(int))


def fit_retention(survivors: Sequence[float]) -> RetentionModel:
    """sBG from the number of starters and of those left after each renewal (two numbers or more, never rising).

    Fader & Hardie (2007), Journal of Interactive Marketing 21(1), 76-90. Raises ``ValueError`` for other numbers.
    """
    left = np.asarray(survivors, dtype=np.float64)
    lost = -np.diff(left)
    if len(left) < 3 or (lost < 0).any() or lost.sum() == 0:
        raise ValueError("survivors must be three numbers or more, never rising, and some must have left")
    renewals = np.arange(1, len(left))

    def log_likelihood(alpha: float, beta: float) -> float:
        leaves = betaln(alpha + 1, beta + renewals - 1) - betaln(alpha, beta)
        stays = betaln(alpha, beta + renewals[-1]) - betaln(alpha, beta)
        return float(lost @ leaves + left[-1] * stays)

    found = minimize(
        lambda logs: -log_likelihood(*np.exp(logs)),
        np.zeros(2),
        method="Nelder-Mead",
        options={"xatol": 1e-7, "fatol": 1e-9, "maxiter": 4000},
    )
    alpha, beta = np.exp(found.x)
    return RetentionModel(float(alpha), float(beta), float(-found.fun))


def lifetime_value(margin: float, retention: float, discount: float) -> float:
    """Money a customer is worth over the years to come: m · r / (1 + i − r).

    ``margin`` a period, ``retention`` and ``discount`` as shares a period; the margin already earned is left out.
    Gupta & Lehmann (2003), Journal of Interactive Marketing 17(1), 9-24. Raises ``ValueError`` for a retention outside
    [0, 1] or a discount that does not make the sum finite.
    """
    if not 0 <= retention <= 1 or 1 + discount - retention <= 0:
        raise ValueError("retention must lie between 0 and 1, and the discount keep the sum finite")
    return margin * retention / (1 + discount - retention)
