"""A second opinion on customers who buy without contract: how many purchases to expect, and of what value.

BG/NBD for the number (Fader, Hardie & Lee 2005, Marketing Science 24, 275-284), Gamma-Gamma for the value (Fader &
Hardie 2013, "The Gamma-Gamma model of monetary value"). Fitted by maximum likelihood. Never rank by the probability of
being alive: for whoever bought once it is 1 by construction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

Array = NDArray[np.float64]

LARGEST_FIT = 10_000
_SEARCH = {"xatol": 1e-6, "fatol": 1e-8, "maxiter": 4000, "maxfev": 4000}


class NotEnoughRepeatsError(ValueError):
    """Nobody, or hardly anybody, came back: there is nothing to learn a rhythm from."""


@dataclass(frozen=True)
class PurchaseModel:
    """Parameters of BG/NBD in the unit of time they were fitted in, and the log-likelihood reached."""

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float


@dataclass(frozen=True)
class ValueModel:
    """Parameters of Gamma-Gamma in the money they were fitted in, and the log-likelihood reached."""

    p: float
    q: float
    gamma: float
    log_likelihood: float


def fit_purchases(repeats: Array, last: Array, observed: Array) -> PurchaseModel:
    """BG/NBD from each customer's repeat purchases, time of the last (0 without repeats) and time observed.

    Both times count from the first purchase. Of more than ``LARGEST_FIT`` customers, that many are drawn: four
    parameters need no more. Raises ``NotEnoughRepeatsError`` when fewer than two customers repeat.
    """
    repeats, last, observed = _some(repeats, last, observed)
    if np.count_nonzero(repeats) < 2:
        raise NotEnoughRepeatsError("fewer than two customers came back")
    unit = float(observed.mean()) / 10  # so that all four parameters are of the same order
    rows, counts = np.unique(np.column_stack([repeats, last / unit, observed / unit]), axis=0, return_counts=True)
    x, t_x, horizon = rows.T

    def cost(logs: Array) -> float:
        return -float(counts @ _purchase_log_likelihood(np.exp(logs), x, t_x, horizon))

    found = minimize(cost, np.zeros(4), method="Nelder-Mead", options=_SEARCH)
    r, alpha, a, b = np.exp(found.x)
    # Likelihood in the caller's unit: each repeat purchase has a density in time.
    log_likelihood = -found.fun - float(repeats.sum()) * np.log(unit)
    return PurchaseModel(float(r), float(alpha * unit), float(a), float(b), float(log_likelihood))


def expected_purchases(model: PurchaseModel, repeats: Array, last: Array, observed: Array, ahead: float) -> Array:
    """Purchases expected of each customer in the time ``ahead``; equation 10 of Fader, Hardie & Lee (2005)."""
    r, alpha, b = model.r, model.alpha, model.b
    a = model.a if abs(model.a - 1) > 1e-6 else 1 + 1e-6  # the formula has a removable hole at a = 1
    x, t_x, horizon = repeats, last, observed
    # Euler's transformation of the published series, which overflows for hundreds of purchases.
    passed = ahead / (alpha + horizon + ahead)
    still = 1 - (1 - passed) ** (a - 1) * hyp2f1(a + b - 1 - r, a - 1, a + b + x - 1, passed)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        left = a / (b + x - 1) * ((alpha + horizon) / (alpha + t_x)) ** (r + x)
    return (a + b + x - 1) / (a - 1) * still / (1 + np.where(x > 0, left, 0))


def fit_values(repeats: Array, mean_value: Array) -> ValueModel:
    """Gamma-Gamma from the repeat purchases and their mean value, of customers with at least one of each.

    As many are drawn as for ``fit_purchases``. Raises ``NotEnoughRepeatsError`` when fewer than two have both.
    """
    repeats, mean_value = _some(repeats, mean_value)
    usable = (repeats > 0) & (mean_value > 0)
    if np.count_nonzero(usable) < 2:
        raise NotEnoughRepeatsError("fewer than two customers came back and spent")
    unit = float(mean_value[usable].mean())
    x, mean = repeats[usable], mean_value[usable] / unit

    def cost(logs: Array) -> float:
        return -float(_value_log_likelihood(np.exp(logs), x, mean).sum())

    found = minimize(cost, np.zeros(3), method="Nelder-Mead", options=_SEARCH)
    p, q, gamma = np.exp(found.x)
    log_likelihood = -found.fun - np.count_nonzero(usable) * np.log(unit)
    return ValueModel(float(p), float(q), float(gamma * unit), float(log_likelihood))


def expected_value(model: ValueModel, repeats: Array, mean_value: Array) -> Array:
    """Mean value expected of each customer's purchases, between their own and everybody's.

    NaN for all when the fitted spread is so wide that everybody's mean does not exist (p x + q ≤ 1).
    """
    weight = model.p * repeats + model.q - 1
    return np.where(weight > 0, model.p * (model.gamma + repeats * mean_value) / weight, np.nan)


def _some(*columns: Array) -> tuple[Array, ...]:
    """The columns as they came, or the same random rows of each where there are very many; always the same ones."""
    if len(columns[0]) <= LARGEST_FIT:
        return columns
    chosen = np.random.default_rng(0).choice(len(columns[0]), LARGEST_FIT, replace=False)
    return tuple(column[chosen] for column in columns)


def _purchase_log_likelihood(parameters: Array, x: Array, t_x: Array, horizon: Array) -> Array:
    r, alpha, a, b = parameters
    alive = betaln(a, b + x) - (r + x) * np.log(alpha + horizon)
    with np.errstate(divide="ignore", invalid="ignore"):
        gone = betaln(a + 1, b + x - 1) - (r + x) * np.log(alpha + t_x)
    either = np.logaddexp(alive, np.where(x > 0, gone, -np.inf))
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha) - betaln(a, b) + either


def _value_log_likelihood(parameters: Array, x: Array, mean: Array) -> Array:
    p, q, gamma = parameters
    return (
        gammaln(p * x + q)
        - gammaln(p * x)
        - gammaln(q)
        + q * np.log(gamma)
        + (p * x - 1) * np.log(mean)
        + p * x * np.log(x)
        - (p * x + q) * np.log(gamma + x * mean)
    )
