"""Who is truly ahead: probabilities over a group of noisy figures, by one grid over how much its members differ.

Normal figures with known standard errors, normally spread true values, flat priors on their mean and spread:
Gelman et al., Bayesian Data Analysis (3rd ed.), section 5.4. Closed form given the spread, so no MCMC.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from momentos.domain.samples import TOP_PLACES

Array = NDArray[np.float64]

_GRID_POINTS = 400
_GRID_WIDTH = 6.0  # in standard deviations of the figures
_DRAWS = 8_000
_MOST_NUMBERS_DRAWN = 400_000
_FEWEST_MEMBERS = 3


@dataclass(frozen=True)
class Posterior:
    """One element a member, in the order given; NaN where the group has fewer than three members.

    ``p_above`` is the probability of truly exceeding the reference, ``p_top`` of being among the group's best
    ``places``. ``mean`` and ``spread`` describe the true value.
    """

    mean: Array
    spread: Array
    p_above: Array
    p_top: Array


def posterior(
    figures: Array,
    standard_errors: Array,
    *,
    reference: float | None = None,
    places: int | None = TOP_PLACES,
    seed: int = 0,
) -> Posterior:
    """What can be believed of each member's true value. Higher is better; standard errors are positive.

    ``reference`` is a known value to be above of (the team's own rate, say); without one it is the group's mean, which
    is itself in doubt and which one extreme member can drag along. Without ``places`` nobody asks who is on top: NaN.
    """
    if len(figures) < _FEWEST_MEMBERS:
        unknown = np.full(len(figures), np.nan)
        return Posterior(unknown, unknown, unknown, unknown)
    grid = np.linspace(0, _GRID_WIDTH * max(figures.std(), standard_errors.min() / 4), _GRID_POINTS)
    between = grid[:, None] ** 2
    precision = 1 / (between + standard_errors**2)
    variance_of_mean = 1 / precision.sum(axis=1)
    group_mean = (precision * figures).sum(axis=1) * variance_of_mean
    weight = _grid_weight(figures - group_mean[:, None], precision, variance_of_mean)

    kept = between * precision  # how much of a member's own figure is believed, for each spread
    shift = kept * (figures - group_mean[:, None])
    own = kept * standard_errors**2
    mean_given = group_mean[:, None] + shift
    variance_given = own + (1 - kept) ** 2 * variance_of_mean[:, None]
    mean = weight @ mean_given
    variance = weight @ (variance_given + mean_given**2) - mean**2

    if reference is None:
        # True value minus the group's mean: the doubt about the mean counts only as far as the figure is believed.
        lead, doubt = shift, np.sqrt(own + kept**2 * variance_of_mean[:, None])
    else:
        lead, doubt = mean_given - reference, np.sqrt(variance_given)
    with np.errstate(invalid="ignore", divide="ignore"):
        above_given = np.where(doubt > 0, ndtr(lead / doubt), 0.5)
    on_top = np.full(len(figures), np.nan)
    if places is not None:
        on_top = _share_on_top(_drawn(weight, group_mean, variance_of_mean, kept, own, figures, seed), places)
    return Posterior(mean, np.sqrt(np.maximum(variance, 0)), weight @ above_given, on_top)


def james_stein_factor(figures: Array, standard_error: float) -> float:
    """Share of each member's distance to the mean that should be believed, when all have the same standard error.

    Efron & Morris (1975), JASA 70, 311-319: 1 − (members − 3) SE² / Σ(figure − mean)², never below 0.
    """
    scatter = float(((figures - figures.mean()) ** 2).sum())
    if scatter == 0:
        return 0.0
    return max(1 - (len(figures) - 3) * standard_error**2 / scatter, 0.0)


def _grid_weight(residual: Array, precision: Array, variance_of_mean: Array) -> Array:
    log_weight = 0.5 * (
        np.log(variance_of_mean) + np.log(precision).sum(axis=1) - (precision * residual**2).sum(axis=1)
    )
    weight = np.exp(log_weight - log_weight.max())
    return weight / weight.sum()


def _drawn(
    weight: Array, group_mean: Array, variance_of_mean: Array, kept: Array, own: Array, figures: Array, seed: int
) -> Array:
    """True values drawn together, draws × members."""
    rng = np.random.default_rng(seed)
    draws = min(_DRAWS, max(_MOST_NUMBERS_DRAWN // len(figures), 1_000))
    at = rng.choice(len(weight), size=draws, p=weight)
    centre = rng.normal(group_mean[at], np.sqrt(variance_of_mean[at]))[:, None]
    noise = rng.normal(size=(draws, len(figures))) * np.sqrt(own[at])
    return centre + kept[at] * (figures - centre) + noise


def _share_on_top(drawn: Array, places: int) -> Array:
    """Share of draws in which each member is among the best."""
    members = drawn.shape[1]
    if members <= places:
        return np.ones(members)
    best = np.argpartition(drawn, members - places, axis=1)[:, members - places :]
    return np.bincount(best.ravel(), minlength=members) / len(drawn)
