"""What weakens a survey that scores several touchpoints: one mood, no spread, one score for everything.

Scores are respondents × touchpoints; NaN where the touchpoint was not visited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from momentos.domain.messages import Message, say
from momentos.domain.samples import (
    HALO_CORRELATION,
    IMPACT_VISITS,
    RESTRICTED_RANGE_SHARE,
    STRAIGHT_LINING_SCORES,
    STRAIGHT_LINING_SHARE,
)

Array = NDArray[np.float64]


class Caution(StrEnum):
    """Why derived impact should be read with care."""

    HALO = "halo"
    RESTRICTED_RANGE = "restricted range"
    STRAIGHT_LINING = "straight-lining"
    UNEXPLAINED = "unexplained"


CAUTION_SENTENCES: dict[Caution, Message] = {
    Caution.HALO: say("Scores of different touchpoints rise and fall together: one mood colours them all."),
    Caution.RESTRICTED_RANGE: say("{share} % give «{touchpoint}» one and the same score: its effect can hardly show."),
    Caution.STRAIGHT_LINING: say("{share} % of the respondents give one score to everything."),
    Caution.UNEXPLAINED: say("The scores of the touchpoints do not explain loyalty in these answers."),
}


@dataclass(frozen=True)
class Warned:
    """One caution with the figure behind it, and the touchpoint where it concerns only one."""

    caution: Caution
    figure: float
    touchpoint: str | None = None

    @property
    def sentence(self) -> Message:
        """The caution in words, with its figure where it is a share."""
        values = {"share": round(100 * self.figure), "touchpoint": self.touchpoint}
        return Message(CAUTION_SENTENCES[self.caution].text, values)


def cautions(scores: Array, keys: Sequence[str]) -> tuple[Warned, ...]:
    """All that weakens these answers, the survey first, then its touchpoints."""
    found: list[Warned] = []
    mood, lined = halo(scores), straight_lining(scores)
    if mood is not None and mood >= HALO_CORRELATION:
        found.append(Warned(Caution.HALO, mood))
    if lined is not None and lined >= STRAIGHT_LINING_SHARE:
        found.append(Warned(Caution.STRAIGHT_LINING, lined))
    for key, column in zip(keys, scores.T, strict=True):
        share = commonest_share(column)
        if share is not None and share >= RESTRICTED_RANGE_SHARE:
            found.append(Warned(Caution.RESTRICTED_RANGE, share, key))
    return tuple(found)


def halo(scores: Array) -> float | None:
    """Mean correlation between touchpoints, over pairs with enough common visitors; ``None`` without such a pair."""
    visited = ~np.isnan(scores)
    here = visited.astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        centre = np.where(visited, scores, 0).sum(axis=0) / here.sum(axis=0)
    filled = np.where(visited, scores - centre, 0.0)
    both = here.T @ here
    sums = filled.T @ here  # of the row's touchpoint, over those who also visited the column's
    squares = (filled**2).T @ here
    with np.errstate(invalid="ignore", divide="ignore"):
        covariance = filled.T @ filled / both - sums * sums.T / both**2
        variance = squares / both - (sums / both) ** 2
        correlation = covariance / np.sqrt(variance * variance.T)
    pairs = np.triu(np.ones_like(both, dtype=bool), 1) & (both >= IMPACT_VISITS) & np.isfinite(correlation)
    return float(correlation[pairs].mean()) if pairs.any() else None


def straight_lining(scores: Array) -> float | None:
    """Share of respondents with one score for everything, among those with three scores or more."""
    given = (~np.isnan(scores)).sum(axis=1)
    able = scores[given >= STRAIGHT_LINING_SCORES]
    if len(able) == 0:
        return None
    return float((np.nanmin(able, axis=1) == np.nanmax(able, axis=1)).mean())


def commonest_share(column: Array) -> float | None:
    """Share of the commonest score of one touchpoint; ``None`` below the visits a level needs."""
    given = column[~np.isnan(column)]
    if len(given) < IMPACT_VISITS:
        return None
    return float(np.unique(given, return_counts=True)[1].max() / len(given))
