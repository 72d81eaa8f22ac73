"""Invented surveys and teams whose truth is known, because we planted it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PLANTED = (1.4, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0)
"""Points of loyalty per point of score at eight touchpoints, the first clearly the strongest, the last nothing."""


def survey(
    rng: np.random.Generator,
    respondents: int,
    strengths: Sequence[float] = PLANTED,
    *,
    halo: float = 0.35,
    visited: float = 0.8,
) -> tuple[Array, Array]:
    """Scores 1–5 (NaN where not visited) that share a mood, and a loyalty answer 0–10."""
    mood = rng.normal(size=(respondents, 1))
    own = rng.normal(size=(respondents, len(strengths)))
    scores = np.clip(np.round(3.9 + 0.9 * (np.sqrt(halo) * mood + np.sqrt(1 - halo) * own)), 1, 5)
    was_there = rng.random(scores.shape) < visited
    loyalty = 7 + (was_there * (scores - 3.9)) @ np.array(strengths) + rng.normal(0, 1.5, respondents)
    return np.where(was_there, scores, np.nan), np.clip(np.round(loyalty), 0, 10)


def team(
    rng: np.random.Generator, answers: NDArray[np.int_], *, spread: float, share: float = 0.8
) -> tuple[Array, Array]:
    """True share of satisfied answers of each person, and how many of their answers were."""
    truth = np.clip(rng.normal(share, spread, len(answers)), 0.02, 0.98)
    return truth, rng.binomial(answers, truth).astype(float)
