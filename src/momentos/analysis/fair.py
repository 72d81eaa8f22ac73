"""Fair comparison of people (or teams, or sites): like with like, the same doubt for all, no luck crowned.

Each is compared with what the whole team achieves in the same kind of cases, and everybody is given the same
number of imaginary answers with the team's average, so that few answers never win by luck nor lose by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from momentos.analysis.intervals import CONFIDENCE, Scale, spread_on
from momentos.analysis.ranking import Posterior, posterior
from momentos.domain.samples import (
    AWARD_N,
    BAND_N,
    CLEARLY_ABOVE,
    ISOLATED_CASES,
    SHRINKAGE_K,
    TOP_PLACES,
)

Array = NDArray[np.float64]
Codes = NDArray[np.int_]

_NO_SPREAD = 1e-9
_ROUNDING = 1e-12


class Band(StrEnum):
    """Where a person stands; ``below`` is seen only by the person and their lead."""

    ABOVE = "above"
    SAME = "same"
    BELOW = "below"


@dataclass(frozen=True)
class CaseMix:
    """Each person's answers beside what the team achieves in the same cells; one element a person.

    ``observed`` and ``expected`` are means in the unit of one answer. ``isolated`` is the share of a person's answers
    from cells where nobody else has any: there they are compared with themselves. ``spread`` is the
    standard deviation of one answer within a cell; ``team`` the mean of all answers.
    """

    n: Array
    observed: Array
    expected: Array
    isolated: Array
    spread: float
    team: float

    @property
    def difference(self) -> Array:
        return self.observed - self.expected

    @property
    def standard_error(self) -> Array:
        return max(self.spread, _NO_SPREAD) / np.sqrt(self.n)

    @property
    def is_weak(self) -> NDArray[np.bool_]:
        """Where the mix of cases hardly overlaps with anybody else's."""
        return self.isolated >= ISOLATED_CASES


@dataclass(frozen=True)
class BoardPolicy:
    """What the published policy says of a board."""

    k: float = SHRINKAGE_K
    band_n: int = BAND_N
    award_n: int = AWARD_N
    clearly: float = CLEARLY_ABOVE


@dataclass(frozen=True)
class BoardRow:
    """One person. Figures in the unit shown; ``band`` is ``None`` while answers are ``missing``.

    ``p_above`` is ``None`` in a team of fewer than three, ``p_top3`` in one of fewer than four.
    """

    key: str
    n: int
    observed: float
    expected: float
    score: float
    low: float
    high: float
    p_above: float | None
    p_top3: float | None
    band: Band | None
    missing: int
    is_award: bool
    missing_for_award: int
    is_weak_comparison: bool


@dataclass(frozen=True)
class Improvement:
    """One person's change between two periods, relative to the team's.

    ``n`` is the answers of the period with fewer; ``is_award`` is by the policy's rule.
    """

    key: str
    n: int
    change: float
    shrunk_change: float
    p_improved: float | None
    missing: int
    is_award: bool


DEFAULT_POLICY = BoardPolicy()


def case_mix(
    person: Codes, cell: Codes, n: Array, total: Array, sum_of_squares: Array, scale: Scale | None = None
) -> CaseMix:
    """Indirect standardisation from one row a person × cell, with the sums of its answers.

    ``person`` counts from 0 without holes and everybody has answers; a cell is a kind of case (touchpoint × channel ×
    customer type). With one cell for all, everybody is expected to reach the team's average. Where all answers are
    alike the spread is what ``scale``, the ends of one answer, leaves room for; without ends it is 0: not known.
    """
    cell_n, cell_total = np.bincount(cell, n), np.bincount(cell, total)
    with np.errstate(invalid="ignore", divide="ignore"):
        cell_mean = cell_total / cell_n
    person_n = np.bincount(person, n).astype(np.float64)
    alone = cell_n[cell] == n
    answers = n.sum()
    scatter = sum_of_squares.sum() - np.nansum(cell_total * cell_mean)
    freedom = max(answers - np.count_nonzero(cell_n), 1)
    spread, team = float(np.sqrt(max(scatter, 0.0) / freedom)), float(total.sum() / answers)
    if scale is not None and scatter <= _ROUNDING * sum_of_squares.sum():
        spread = spread_on(scale, team, float(answers))
    return CaseMix(
        n=person_n,
        observed=np.bincount(person, total) / person_n,
        expected=np.bincount(person, n * cell_mean[cell]) / person_n,
        isolated=np.bincount(person, n * alone) / person_n,
        spread=spread,
        team=team,
    )


def fair_board(
    keys: Sequence[str],
    mix: CaseMix,
    policy: BoardPolicy = DEFAULT_POLICY,
    *,
    is_higher_better: bool = True,
    factor: float = 1,
    scale: tuple[float, float] | None = None,
    seed: int = 0,
) -> tuple[BoardRow, ...]:
    """One row a person, best score first. ``factor`` turns the unit of one answer into the unit shown.

    score = team average + n / (n + k) × (observed − expected); its interval is that of a mean of n answers and k
    imaginary ones, NaN where nothing is known of the answers' spread. Probabilities are of a true result above what the
    team achieves in like cases: see ``ranking``.
    """
    sign = 1 if is_higher_better else -1
    belief = posterior(
        sign * mix.difference, mix.standard_error, reference=0, places=places_asked(len(keys)), seed=seed
    )
    score = mix.team + shrunk(mix.difference, mix.n, policy.k)
    spread = mix.spread if mix.spread > 0 else np.nan
    half = ndtri((1 + CONFIDENCE) / 2) * spread / np.sqrt(mix.n + policy.k)
    shown = factor * np.column_stack([score, score - half, score + half])
    if scale is not None:
        shown = np.clip(shown, *scale)
    order = np.lexsort((-mix.n, -sign * shown[:, 0]))
    return tuple(_row(keys[place], place, mix, belief, policy, factor, shown[place]) for place in order.tolist())


def places_asked(members: int) -> int | None:
    """Who is among the best three is asked of four or more: of three, everybody is."""
    return TOP_PLACES if members > TOP_PLACES else None


def shrunk(difference: Array, n: Array, k: float = SHRINKAGE_K) -> Array:
    """The difference after adding ``k`` imaginary answers that show none: the same doubt for all."""
    return difference * n / (n + k)


def band_of(p_above: float | None, n: float, policy: BoardPolicy = DEFAULT_POLICY) -> Band | None:
    """The band of a probability of being truly above the team; ``None`` with too few answers."""
    if n < policy.band_n:
        return None
    if p_above is None:
        return Band.SAME
    if p_above >= policy.clearly:
        return Band.ABOVE
    return Band.BELOW if p_above <= 1 - policy.clearly else Band.SAME


def most_improved(
    keys: Sequence[str],
    now: CaseMix,
    before: CaseMix,
    policy: BoardPolicy = DEFAULT_POLICY,
    *,
    is_higher_better: bool = True,
    factor: float = 1,
) -> tuple[Improvement, ...]:
    """Change of each person between two periods, largest shrunk improvement first; same people in both, in order.

    The difference is shrunk, not the periods, as raw winners mostly rebound from a bad-luck period. Two samples know
    a difference as well as one of n₁n₂ / (n₁ + n₂) knows a mean. An award needs a probability of having
    improved more than the team did, and enough answers in both periods.
    """
    sign = 1 if is_higher_better else -1
    change = now.difference - before.difference
    better = shrunk(change, now.n * before.n / (now.n + before.n), policy.k)
    error = np.hypot(now.standard_error, before.standard_error)
    fewest = np.minimum(now.n, before.n)
    return improvements(keys, factor * change, factor * better, factor * error, fewest, policy, sign=sign)


def improvements(
    keys: Sequence[str],
    change: Array,
    better: Array,
    error: Array,
    fewest: Array,
    policy: BoardPolicy,
    *,
    sign: int = 1,
) -> tuple[Improvement, ...]:
    """Rows of ``most_improved`` from each one's change, the same shrunk, its standard error and fewest answers."""
    p_improved = posterior(sign * change, error, places=None).p_above
    rows = []
    for place in np.argsort(-sign * better, kind="stable").tolist():
        missing = max(policy.award_n - int(fewest[place]), 0)
        is_sure = bool(p_improved[place] >= policy.clearly and sign * change[place] > 0)
        rows.append(
            Improvement(
                keys[place],
                int(fewest[place]),
                float(change[place]),
                float(better[place]),
                _known(p_improved[place]),
                missing,
                is_sure and missing == 0,
            )
        )
    return tuple(rows)


def _row(
    key: str, place: int, mix: CaseMix, belief: Posterior, policy: BoardPolicy, factor: float, shown: Array
) -> BoardRow:
    score, low, high = shown.tolist()
    n, p_above = int(mix.n[place]), _known(belief.p_above[place])
    missing_for_award = max(policy.award_n - n, 0)
    return BoardRow(
        key=key,
        n=n,
        observed=float(factor * mix.observed[place]),
        expected=float(factor * mix.expected[place]),
        score=score,
        low=low,
        high=high,
        p_above=p_above,
        p_top3=_known(belief.p_top[place]),
        band=band_of(p_above, n, policy),
        missing=max(policy.band_n - n, 0),
        is_award=p_above is not None and p_above >= policy.clearly and missing_for_award == 0,
        missing_for_award=missing_for_award,
        is_weak_comparison=bool(mix.is_weak[place]),
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
