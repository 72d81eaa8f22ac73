"""Derived impact where each survey speaks of one touchpoint: the satisfied there against the dissatisfied.

Loyalty is the NPS answer, or having stayed or bought again after the answer. An association, never a cause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from momentos.analysis.impact import (
    Evidence,
    ImpactReport,
    Method,
    TouchpointImpact,
    evidence_for,
    level_bounds,
    level_of,
    missing_respondents,
)
from momentos.analysis.intervals import Difference, Interval, newcombe_difference, nps_difference
from momentos.analysis.survey_quality import Caution, Warned
from momentos.domain.samples import IMPACT_EACH_SIDE, IMPACT_VISITS

Array = NDArray[np.float64]

_Z95 = 1.959964


@dataclass(frozen=True)
class Loyal:
    """Loyalty of one group of customers: how many answered, and how loyal they are.

    For buying again or staying, ``net`` is those who did and ``squares`` is left out; for the NPS answer,
    ``net`` is promoters minus detractors and ``squares`` promoters plus detractors.
    """

    n: int
    net: float
    squares: float | None = None


@dataclass(frozen=True)
class SatisfiedGap:
    """The two groups of one touchpoint and the difference between them: in points for the NPS, else a share."""

    satisfied: Loyal
    dissatisfied: Loyal
    gap: Difference


def satisfied_gap(satisfied: Loyal, dissatisfied: Loyal) -> SatisfiedGap:
    """How much more loyal the satisfied are: Newcombe's interval for a share, Rocks' for an NPS."""
    if satisfied.squares is None or dissatisfied.squares is None:
        gap = newcombe_difference(satisfied.net, satisfied.n, dissatisfied.net, dissatisfied.n)
    else:
        gap = nps_difference(
            satisfied.net,
            satisfied.squares,
            satisfied.n,
            dissatisfied.net,
            dissatisfied.squares,
            dissatisfied.n,
        )
    return SatisfiedGap(satisfied, dissatisfied, gap)


def gap_impact(gaps: Mapping[str, SatisfiedGap], *, seed: int = 0, resamples: int = 2000) -> ImpactReport:
    """Levels from gaps, in the order given: each touchpoint's share of the sum of the positive ones.

    ``strength`` is the gap itself, with its interval. The gaps come from different respondents, so the interval
    of a level comes from drawing each gap by itself, within its own interval.
    """
    visits = {key: gap.satisfied.n + gap.dissatisfied.n for key, gap in gaps.items()}
    respondents = sum(visits.values())
    evidence = evidence_for(respondents)
    missing = {key: _missing_answers(gap) for key, gap in gaps.items()}
    heard = [key for key in gaps if missing[key] == 0]
    levels: dict[str, tuple[float, int, int, int]] = {}
    warnings: tuple[Warned, ...] = ()
    if evidence is not Evidence.NONE and len(heard) > 1 and _varies([gaps[key] for key in heard]):
        levels = _levels(heard, [gaps[key].gap for key in heard], seed, resamples)
        warnings = () if levels else (Warned(Caution.UNEXPLAINED, 0.0),)
    silent = {key: TouchpointImpact(key, visits[key], missing[key]) for key in gaps}
    return ImpactReport(
        Method.SATISFIED_GAP,
        evidence,
        respondents,
        missing_respondents(respondents),
        None,
        tuple(_heard(silent[key], gaps[key].gap, *levels[key]) if key in levels else silent[key] for key in gaps),
        warnings,
    )


def _varies(gaps: Sequence[SatisfiedGap]) -> bool:
    """Whether not everybody is equally loyal."""
    sides = [side for gap in gaps for side in (gap.satisfied, gap.dissatisfied)]
    n, net = sum(side.n for side in sides), sum(side.net for side in sides)
    squares = sum(side.net if side.squares is None else side.squares for side in sides)
    return bool(squares * n > net**2)


def _missing_answers(gap: SatisfiedGap) -> int:
    """Answers still needed at this touchpoint: in all, and on the thinner side."""
    sides = (gap.satisfied.n, gap.dissatisfied.n)
    return max(IMPACT_VISITS - sum(sides), sum(max(IMPACT_EACH_SIDE - side, 0) for side in sides), 0)


def _levels(
    keys: Sequence[str], gaps: Sequence[Difference], seed: int, resamples: int
) -> dict[str, tuple[float, int, int, int]]:
    """Share, level and level bounds of each touchpoint; none where nobody's satisfaction goes with loyalty."""
    value, low, high = np.array([(gap.value, gap.low, gap.high) for gap in gaps], dtype=np.float64).T
    if not (value > 0).any():
        return {}
    normal = np.random.default_rng(seed).normal(size=(resamples, len(gaps))) / _Z95
    drawn = value + np.where(normal > 0, normal * (high - value), normal * (value - low))
    shares, drawn_shares = _of_positive(value[None, :])[0], _of_positive(drawn)
    levels = {}
    for place, key in enumerate(keys):
        level = level_of(float(shares[place]), len(keys))
        lowest, highest = level_bounds(drawn_shares[:, place], len(keys))
        levels[key] = (float(shares[place]), level, min(lowest, level), max(highest, level))
    return levels


def _of_positive(gaps: Array) -> Array:
    positive = np.maximum(gaps, 0)
    total = positive.sum(axis=1, keepdims=True)
    return np.where(total > 0, positive / np.where(total > 0, total, 1), 1 / gaps.shape[1])


def _heard(
    silent: TouchpointImpact, gap: Difference, share: float, level: int, low: int, high: int
) -> TouchpointImpact:
    return replace(
        silent,
        share=share,
        level=level,
        low=low,
        high=high,
        strength=gap.value,
        strength_interval=Interval(gap.low, gap.high),
    )
