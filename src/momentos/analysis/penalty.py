"""Penalty and reward: whether a touchpoint punishes when it fails, pays when it shines, or both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from momentos.analysis.intervals import UNKNOWN, Interval, wide_or_unknown
from momentos.analysis.least_squares import least_squares
from momentos.domain.messages import Message, say
from momentos.domain.samples import PENALTY_EACH_END, PENALTY_RESPONDENTS

if TYPE_CHECKING:
    from statsmodels.regression.linear_model import RegressionResults

Array = NDArray[np.float64]

LOW_AT_MOST, HIGH_AT_LEAST = 2, 5
"""Scores, of 1 to 5, that count as very low and as the highest."""


class Pattern(StrEnum):
    """How loyalty answers to a very low and a very high score."""

    BASIC = "basic"
    EXCITING = "exciting"
    PERFORMANCE = "performance"
    UNCLASSIFIED = "unclassified"


PATTERN_SENTENCES: dict[Pattern, Message] = {
    Pattern.BASIC: say("It punishes when it fails and hardly pays when it shines."),
    Pattern.EXCITING: say("It pays when it shines and hardly punishes when it fails."),
    Pattern.PERFORMANCE: say("It punishes when it fails and pays when it shines."),
    Pattern.UNCLASSIFIED: say("The answers do not tell whether it punishes or pays."),
}


@dataclass(frozen=True)
class PenaltyReward:
    """Change in loyalty after a low score and after a high one, against a middling score at the same touchpoint.

    ``pattern`` is ``None`` below the smallest samples; ``missing_lows`` and ``missing_highs`` say how many are wanted.
    """

    key: str
    lows: int
    highs: int
    missing_lows: int
    missing_highs: int
    pattern: Pattern | None = None
    penalty: float | None = None
    penalty_interval: Interval = UNKNOWN
    reward: float | None = None
    reward_interval: Interval = UNKNOWN


def penalty_reward(
    keys: Sequence[str],
    scores: Array,
    loyalty: Array,
    *,
    low_at_most: float = LOW_AT_MOST,
    high_at_least: float = HIGH_AT_LEAST,
) -> tuple[PenaltyReward, ...]:
    """Pattern of each touchpoint from respondents × touchpoints ``scores`` (NaN = not visited) and ``loyalty``.

    Brandt (1987), "A procedure for identifying value-enhancing service components using customer satisfaction
    survey data": loyalty on a low and a high column a touchpoint, together, here with a visited column where not
    all visited, and HC3 errors. Basic when |penalty| − reward is clearly positive, exciting when clearly negative.
    """
    answered = ~np.isnan(loyalty)
    scores, loyalty = scores[answered], loyalty[answered]
    low, high = scores <= low_at_most, scores >= high_at_least
    silent = tuple(
        PenaltyReward(
            key, int(lows), int(highs), max(PENALTY_EACH_END - int(lows), 0), max(PENALTY_EACH_END - int(highs), 0)
        )
        for key, lows, highs in zip(keys, low.sum(axis=0), high.sum(axis=0), strict=True)
    )
    enough = [place for place, one in enumerate(silent) if one.missing_lows == one.missing_highs == 0]
    if len(loyalty) < PENALTY_RESPONDENTS or not enough:
        return silent
    visited = ~np.isnan(scores[:, enough])
    sometimes = visited[:, ~visited.all(axis=0)]
    columns = np.hstack([low[:, enough], high[:, enough], sometimes]).astype(np.float64)
    fit = least_squares(loyalty, columns, "HC3")
    classified = {
        place: _classified(silent[place], fit, 1 + position, 1 + len(enough) + position)
        for position, place in enumerate(enough)
    }
    return tuple(classified.get(place, one) for place, one in enumerate(silent))


def _classified(one: PenaltyReward, fit: RegressionResults, low: int, high: int) -> PenaltyReward:
    bounds = fit.conf_int()
    contrast = np.zeros(len(fit.params))
    contrast[[low, high]] = -1, -1  # |penalty| − reward, as a penalty is negative
    excess_low, excess_high = fit.t_test(contrast).conf_int()[0]
    penalty, reward = wide_or_unknown(*bounds[low]), wide_or_unknown(*bounds[high])
    return PenaltyReward(
        one.key,
        one.lows,
        one.highs,
        0,
        0,
        _pattern(penalty, reward, wide_or_unknown(excess_low, excess_high)),
        float(fit.params[low]),
        penalty,
        float(fit.params[high]),
        reward,
    )


def _pattern(penalty: Interval, reward: Interval, excess: Interval) -> Pattern:
    """The name of what the three intervals say."""
    punishes = penalty.high is not None and penalty.high < 0
    pays = reward.low is not None and reward.low > 0
    if punishes and excess.low is not None and excess.low > 0:
        return Pattern.BASIC
    if pays and excess.high is not None and excess.high < 0:
        return Pattern.EXCITING
    return Pattern.PERFORMANCE if punishes and pays else Pattern.UNCLASSIFIED
