"""People compared on the points of a whole policy, with the same care as on one metric.

Every metric's figure becomes points by its anchors; points are weighed; the doubt of each metric travels along.
Metrics of one survey rise and fall together, so their doubts are added up rather than squared and added: the interval
may be too wide, never too narrow.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from momentos.analysis.composite import Anchors, composite, effective_weights
from momentos.analysis.fair import (
    BoardPolicy,
    BoardRow,
    CaseMix,
    Improvement,
    band_of,
    improvements,
    places_asked,
    shrunk,
)
from momentos.analysis.intervals import CONFIDENCE
from momentos.analysis.ranking import posterior
from momentos.domain.samples import COMPOSITE_CAP, ISOLATED_CASES

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Part:
    """One metric of the policy: its people, their mix, and how figures become points."""

    keys: tuple[str, ...]
    mix: CaseMix
    anchors: Anchors
    weight: float
    factor: float

    @property
    def slope(self) -> float:
        """Points that one unit of an answer is worth."""
        return 100 * self.factor / (self.anchors.excellent - self.anchors.minimum)


@dataclass(frozen=True)
class Standing:
    """The board in points, best first; ``team`` is what the team's own figures are worth.

    ``points`` holds each metric's points (people × metrics, NaN where somebody has none), in the order of ``keys``, and
    ``effective`` what each metric really decides, or ``None`` where that cannot be said.
    """

    rows: tuple[BoardRow, ...]
    team: float
    keys: tuple[str, ...]
    points: Array
    effective: Array | None


def standing(parts: Sequence[Part], policy: BoardPolicy) -> Standing:
    """Everybody who has enough of the policy's weight measured. ``parts`` is not empty."""
    keys = tuple(dict.fromkeys(key for part in parts for key in part.keys))
    weights = np.array([part.weight for part in parts])
    shown = _by_person(parts, keys, lambda part: _points(part, part.mix.team + _difference(part, policy.k)))
    total = composite(shown, weights)
    kept = np.flatnonzero(~np.isnan(total))
    keys, shown, total = tuple(keys[place] for place in kept), shown[kept], total[kept]
    team = float(weights @ [_points(part, np.array([part.mix.team]))[0] for part in parts] / weights.sum())
    effective = effective_weights(shown, weights) if len(keys) else None
    rows = _rows(parts, keys, weights, total, policy) if keys else ()
    return Standing(rows, team, keys, shown, effective)


def standing_changes(now: Sequence[Part], before: Sequence[Part], policy: BoardPolicy) -> tuple[Improvement, ...]:
    """Change in points between two periods, relative to the team's, of everybody with enough of the weight in both;
    largest shrunk improvement first.

    Parts are paired by place. Each metric's difference is shrunk as on one metric, and doubts are added up.
    """
    keys = tuple(dict.fromkeys(key for part in now for key in part.keys))
    weights = np.array([part.weight for part in now])

    def both(figures: Callable[[Part], Array]) -> tuple[Array, Array]:
        return _by_person(now, keys, figures), _by_person(before, keys, figures)

    n, n_before = both(lambda part: part.mix.n)
    points, points_before = both(lambda part: part.slope * part.mix.difference)
    error, error_before = both(lambda part: abs(part.slope) * part.mix.standard_error)
    change = points - points_before
    total = composite(change, weights)
    kept = np.flatnonzero(~np.isnan(total))
    if len(kept) == 0:
        return ()
    as_good_as = n * n_before / (n + n_before)
    better = composite(shrunk(change, as_good_as, policy.k), weights)
    doubt = composite(np.hypot(error, error_before), weights)
    fewest = np.nanmin(np.fmin(n, n_before)[kept], axis=1)
    return improvements([keys[place] for place in kept], total[kept], better[kept], doubt[kept], fewest, policy)


def _rows(
    parts: Sequence[Part], keys: tuple[str, ...], weights: Array, total: Array, policy: BoardPolicy
) -> tuple[BoardRow, ...]:
    n = np.nanmin(_by_person(parts, keys, lambda part: part.mix.n), axis=1)
    observed = composite(_by_person(parts, keys, lambda part: _points(part, part.mix.observed)), weights)
    expected = composite(_by_person(parts, keys, lambda part: _points(part, part.mix.expected)), weights)
    isolated = composite(_by_person(parts, keys, lambda part: part.mix.isolated), weights)
    distance = composite(_by_person(parts, keys, lambda part: part.slope * part.mix.difference), weights)
    error = _doubt(parts, keys, weights, 0)
    is_spread = any(part.mix.spread > 0 for part in parts)
    half = ndtri((1 + CONFIDENCE) / 2) * _doubt(parts, keys, weights, policy.k) * (1.0 if is_spread else np.nan)
    belief = posterior(distance, error, reference=0, places=places_asked(len(keys)))
    rows = []
    for place in np.lexsort((-n, -total)).tolist():
        p_above, p_top = (None if np.isnan(p[place]) else float(p[place]) for p in (belief.p_above, belief.p_top))
        missing_for_award = max(policy.award_n - int(n[place]), 0)
        rows.append(
            BoardRow(
                key=keys[place],
                n=int(n[place]),
                observed=float(observed[place]),
                expected=float(expected[place]),
                score=float(total[place]),
                low=float(np.clip(total[place] - half[place], 0, COMPOSITE_CAP)),
                high=float(np.clip(total[place] + half[place], 0, COMPOSITE_CAP)),
                p_above=p_above,
                p_top3=p_top,
                band=band_of(p_above, n[place], policy),
                missing=max(policy.band_n - int(n[place]), 0),
                is_award=p_above is not None and p_above >= policy.clearly and missing_for_award == 0,
                missing_for_award=missing_for_award,
                is_weak_comparison=bool(isolated[place] >= ISOLATED_CASES),
            )
        )
    return tuple(rows)


def _by_person(parts: Sequence[Part], keys: tuple[str, ...], figures: Callable[[Part], Array]) -> Array:
    """People × metrics of one figure of each part; NaN where somebody has none."""
    table = np.full((len(keys), len(parts)), np.nan)
    place_of = {key: place for place, key in enumerate(keys)}
    for column, part in enumerate(parts):
        values = figures(part)
        for key, value in zip(part.keys, values, strict=True):
            if key in place_of:
                table[place_of[key], column] = value
    return table


def _points(part: Part, answers: Array) -> Array:
    return part.anchors.points(part.factor * answers)


def _difference(part: Part, k: float) -> Array:
    return shrunk(part.mix.difference, part.mix.n, k)


def _doubt(parts: Sequence[Part], keys: tuple[str, ...], weights: Array, k: float) -> Array:
    """Standard error of the weighed points, after ``k`` imaginary answers; doubts of metrics added up."""
    each = _by_person(parts, keys, lambda part: abs(part.slope) * max(part.mix.spread, 1e-9) / np.sqrt(part.mix.n + k))
    return composite(each, weights)
