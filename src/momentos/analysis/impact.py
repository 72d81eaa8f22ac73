"""Derived impact: what the answers say of how much each touchpoint weighs on loyalty.

For surveys in which a respondent scores several touchpoints and gives a loyalty answer. Always an
association, never a cause. Where each survey speaks of one touchpoint only, see ``satisfied_gap``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from momentos.analysis.importance import (
    LARGEST_EXACT,
    Groups,
    relative_weights,
    resampled_covariances,
    shapley_shares,
)
from momentos.analysis.intervals import UNKNOWN, Interval, wide_or_unknown
from momentos.analysis.least_squares import least_squares
from momentos.analysis.survey_quality import Caution, Warned, cautions
from momentos.domain.messages import Message, say
from momentos.domain.samples import (
    IMPACT_CONFIDENCE,
    IMPACT_LEVEL_CUTS,
    IMPACT_RESPONDENTS,
    IMPACT_TENTATIVE_RESPONDENTS,
    IMPACT_VISITS,
)

if TYPE_CHECKING:
    from statsmodels.regression.linear_model import RegressionResults

Array = NDArray[np.float64]

RESAMPLES = 200
_UNEXPLAINED_P = 0.01


class Evidence(StrEnum):
    """How much the number of answers allows to be claimed."""

    NONE = "too few answers"
    TENTATIVE = "tentative"
    FIRM = "firm"


class Method(StrEnum):
    """How the weights were computed."""

    SHAPLEY = "shapley"
    RELATIVE_WEIGHTS = "relative weights"
    SATISFIED_GAP = "satisfied against dissatisfied"


METHOD_SENTENCES: dict[Method, Message] = {
    Method.SHAPLEY: say("Each touchpoint's share of what the scores explain of loyalty, over all orders of entry."),
    Method.RELATIVE_WEIGHTS: say("Each touchpoint's share of what the scores explain of loyalty, by relative weights."),
    Method.SATISFIED_GAP: say("Loyalty of those satisfied at each touchpoint against those dissatisfied there."),
}


class ImpactVerdict(StrEnum):
    """The assigned impact held against the data."""

    CONSISTENT = "data do not contradict"
    LESS = "data suggest less"
    MORE = "data suggest more"


VERDICT_SENTENCES: dict[ImpactVerdict, Message] = {
    ImpactVerdict.CONSISTENT: say("The data do not contradict the assigned impact."),
    ImpactVerdict.LESS: say("The data suggest less impact than assigned."),
    ImpactVerdict.MORE: say("The data suggest more impact than assigned."),
}


@dataclass(frozen=True)
class TouchpointImpact:
    """What the answers say of one touchpoint; ``None`` where they are too few.

    ``share`` is of all that the scores explain, 0 to 1; ``level`` 1 to 5 with its 90 % bounds; ``strength`` the
    change in the loyalty answer per extra point of score, with its 95 % interval.
    """

    key: str
    visits: int
    missing_visits: int
    share: float | None = None
    level: int | None = None
    low: int | None = None
    high: int | None = None
    strength: float | None = None
    strength_interval: Interval = UNKNOWN

    @property
    def is_driver(self) -> bool:
        """Whether a better score here goes with more loyalty, beyond doubt."""
        return self.strength_interval.low is not None and self.strength_interval.low > 0


@dataclass(frozen=True)
class ImpactReport:
    """Derived impact of all touchpoints, in the order they were given.

    ``respondents`` are those with a loyalty answer; ``missing_respondents`` how many more the next step of
    evidence needs; ``r_squared`` what the scores explain of loyalty.
    """

    method: Method
    evidence: Evidence
    respondents: int
    missing_respondents: int
    r_squared: float | None
    touchpoints: tuple[TouchpointImpact, ...]
    warnings: tuple[Warned, ...]


@dataclass(frozen=True)
class _Design:
    """Columns of the model: for each included touchpoint its visited and score columns, and the outcome last."""

    columns: Array
    groups: Groups
    score_columns: tuple[int | None, ...]
    included: tuple[int, ...]


def derived_impact(
    keys: Sequence[str],
    scores: Array,
    loyalty: Array,
    *,
    seed: int = 0,
    resamples: int = RESAMPLES,
    progress: Callable[[float], None] | None = None,
) -> ImpactReport:
    """Impact of each touchpoint from respondents × touchpoints ``scores`` and each respondent's ``loyalty``.

    NaN in ``scores`` means not visited, which is structure and not a gap: every touchpoint enters as a pair,
    visited 0/1 and visited × (score − its mean), and its weight is the pair's share of R². NaN in ``loyalty``
    leaves the respondent out. The same seed gives the same interval. ``progress`` hears fractions up to 1.
    """
    answered = ~np.isnan(loyalty)
    scores, loyalty = scores[answered], loyalty[answered]
    visits = (~np.isnan(scores)).sum(axis=0)
    design = _design(scores, loyalty, visits)
    silent = _silent_report(keys, scores, visits, design)
    if silent.evidence is Evidence.NONE or len(design.included) < 2 or loyalty.std() == 0:
        return silent

    tell = progress or (lambda _fraction: None)
    fit = least_squares(design.columns[:, -1], design.columns[:, :-1])
    report = replace(silent, r_squared=float(fit.rsquared))
    tell(0.2)
    if fit.f_pvalue > _UNEXPLAINED_P:
        return replace(report, warnings=(*report.warnings, Warned(Caution.UNEXPLAINED, float(fit.rsquared))))

    explain = shapley_shares if report.method is Method.SHAPLEY else relative_weights
    shares = _of_total(explain(np.cov(design.columns, rowvar=False), design.groups))
    covariances = resampled_covariances(design.columns, resamples, seed, lambda read: tell(0.2 + 0.6 * read))
    resampled = _of_total(explain(covariances, design.groups))
    heard = _heard(keys, visits, design, shares, resampled, fit.get_robustcov_results("HC3"))
    tell(1.0)
    return replace(report, touchpoints=tuple(heard.get(place, one) for place, one in enumerate(silent.touchpoints)))


def evidence_for(respondents: int) -> Evidence:
    """How much this many respondents allow to be claimed."""
    if respondents < IMPACT_TENTATIVE_RESPONDENTS:
        return Evidence.NONE
    return Evidence.TENTATIVE if respondents < IMPACT_RESPONDENTS else Evidence.FIRM


def missing_respondents(respondents: int) -> int:
    """How many more respondents the next step of evidence needs; 0 when the evidence is firm."""
    step = IMPACT_RESPONDENTS if respondents >= IMPACT_TENTATIVE_RESPONDENTS else IMPACT_TENTATIVE_RESPONDENTS
    return max(step - respondents, 0)


def level_of(share: float, touchpoints: int) -> int:
    """The level 1 to 5 of a share of the whole, by fixed cuts around an equal share."""
    return 1 + bisect_right(IMPACT_LEVEL_CUTS, share * touchpoints)


def impact_verdict(
    assigned: float | None, low: int | None, high: int | None, evidence: Evidence
) -> ImpactVerdict | None:
    """The assigned impact against the interval of the derived level; ``None`` where the answers allow no verdict.

    An assigned value half-way between two levels (the median of several votes) is contradicted only when
    both of its neighbours are.
    """
    if assigned is None or low is None or high is None or evidence is not Evidence.FIRM:
        return None
    if assigned > high + 0.5:
        return ImpactVerdict.LESS
    return ImpactVerdict.MORE if assigned < low - 0.5 else ImpactVerdict.CONSISTENT


def level_bounds(resampled_shares: Array, touchpoints: int) -> tuple[int, int]:
    """Lowest and highest level of one touchpoint's resampled shares, at the confidence of verdicts."""
    tail = (1 - IMPACT_CONFIDENCE) / 2
    low, high = np.quantile(resampled_shares, [tail, 1 - tail])
    return level_of(float(low), touchpoints), level_of(float(high), touchpoints)


def _design(scores: Array, loyalty: Array, visits: NDArray[np.int_]) -> _Design:
    """The model's columns; a touchpoint enters with enough visits, a column if it varies."""
    columns: list[Array] = []
    groups: list[list[int]] = []
    score_columns: list[int | None] = []
    included: list[int] = []
    for place in np.flatnonzero(visits >= IMPACT_VISITS):
        visited = ~np.isnan(scores[:, place])
        deviation = np.where(visited, scores[:, place] - np.nanmean(scores[:, place]), 0.0)
        pair = [column for column in (visited.astype(np.float64), deviation) if np.ptp(column) > 0]
        if not pair:
            continue
        groups.append(list(range(len(columns), len(columns) + len(pair))))
        columns.extend(pair)
        score_columns.append(len(columns) - 1 if np.ptp(deviation) > 0 else None)
        included.append(int(place))
    return _Design(np.column_stack([*columns, loyalty]), groups, tuple(score_columns), tuple(included))


def _of_total(parts: Array) -> Array:
    parts = np.maximum(parts, 0)
    return parts / parts.sum(axis=0)


def _silent_report(keys: Sequence[str], scores: Array, visits: NDArray[np.int_], design: _Design) -> ImpactReport:
    """All that can be said before any weight is computed."""
    respondents = len(scores)
    return ImpactReport(
        Method.SHAPLEY if len(design.included) <= LARGEST_EXACT else Method.RELATIVE_WEIGHTS,
        evidence_for(respondents),
        respondents,
        missing_respondents(respondents),
        None,
        tuple(
            TouchpointImpact(key, int(count), max(IMPACT_VISITS - int(count), 0))
            for key, count in zip(keys, visits, strict=True)
        ),
        cautions(scores, keys),
    )


def _heard(
    keys: Sequence[str],
    visits: NDArray[np.int_],
    design: _Design,
    shares: Array,
    resampled: Array,
    fit: RegressionResults,
) -> dict[int, TouchpointImpact]:
    """The touchpoints of the model, by their place among all."""
    bounds = fit.conf_int()
    count = len(design.included)
    heard: dict[int, TouchpointImpact] = {}
    for group, (place, column) in enumerate(zip(design.included, design.score_columns, strict=True)):
        low, high = level_bounds(resampled[group], count)
        level = level_of(float(shares[group]), count)
        heard[place] = TouchpointImpact(
            keys[place],
            int(visits[place]),
            0,
            float(shares[group]),
            level,
            min(low, level),
            max(high, level),
            None if column is None else float(fit.params[column + 1]),
            UNKNOWN if column is None else wide_or_unknown(*bounds[column + 1]),
        )
    return heard
