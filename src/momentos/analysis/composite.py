"""One figure out of several metrics, by the anchors and weights of a published policy.

Figures are people × metrics; NaN where somebody has no figure. Each metric comes already shrunk.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from momentos.domain.samples import COMPOSITE_CAP, COMPOSITE_MINIMUM_WEIGHT

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Anchors:
    """The figure worth 0 points (the minimum acceptable) and the one worth 100 (excellent).

    Where less is better, excellent is below the minimum.
    """

    minimum: float
    excellent: float

    def __post_init__(self) -> None:
        if self.minimum == self.excellent:
            raise ValueError("the minimum and the excellent figure are the same")

    def points(self, figures: Array) -> Array:
        """Points, linear between the anchors, from 0 up to the cap."""
        share = (figures - self.minimum) / (self.excellent - self.minimum)
        return np.clip(100 * share, 0, COMPOSITE_CAP)


@dataclass(frozen=True)
class Threshold:
    """A figure that must be reached to be recognised at all, and earns nothing beyond: handle time, volume."""

    at_least: float | None = None
    at_most: float | None = None

    def is_met(self, figures: Array) -> NDArray[np.bool_]:
        """Whether each figure is inside; a missing figure is not."""
        low = -np.inf if self.at_least is None else self.at_least
        high = np.inf if self.at_most is None else self.at_most
        return (figures >= low) & (figures <= high)


def composite(points: Array, weights: Array) -> Array:
    """Weighted points a person, over the metrics they have; NaN when those carry less than 60 % of the weight."""
    has = ~np.isnan(points)
    weights = weights / weights.sum()
    present = has @ weights
    with np.errstate(invalid="ignore", divide="ignore"):
        total = np.where(has, points, 0) @ weights / present
    # A sum of weights such as .3 + .3 may fall short of .6 by rounding.
    return np.where(present >= COMPOSITE_MINIMUM_WEIGHT - 1e-9, total, np.nan)


def effective_weights(points: Array, weights: Array) -> Array | None:
    """What each metric really decides: cov(weight × points, total) / var(total), adding up to 1.

    A metric in which nobody differs decides nothing, whatever its nominal weight. Over the people who have every
    metric; ``None`` when they are fewer than three or all have the same total.
    """
    complete = points[~np.isnan(points).any(axis=1)]
    if len(complete) < 3:
        return None
    parts = complete * (weights / weights.sum())
    total = parts.sum(axis=1)
    deviation = total - total.mean()
    if np.allclose(deviation, 0):
        return None
    return (parts - parts.mean(axis=0)).T @ deviation / (deviation @ deviation)
