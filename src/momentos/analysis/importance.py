"""How much of an outcome each group of columns explains, when the columns move together.

Everything is computed from a covariance matrix whose last row and column are the outcome, so that two hundred
resamples cost little more than one. A matrix may carry a third axis, one element a resample.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import factorial

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Groups = Sequence[Sequence[int]]

LARGEST_EXACT = 10
"""Groups up to which every order of entry is tried; above, relative weights."""

# A column whose unexplained variance falls below this share of its own adds nothing to those before it.
_NOTHING_LEFT = 1e-9


def shapley_shares(covariance: Array, groups: Groups) -> Array:
    """Each group's part of R², averaged over all orders of entry; they add up to R².

    LMG, the Shapley value of R²: Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate
    Analysis, 119 ff.; Grömping (2006), Journal of Statistical Software 17(1). Shape (groups,) or
    (groups, resamples). Work doubles with each group: for ``LARGEST_EXACT`` groups at most.
    """
    stacked = covariance if covariance.ndim == 3 else covariance[:, :, None]
    r_squared = _r_squared_of_every_subset(_correlation(stacked), groups)
    count = len(groups)
    subsets = np.arange(2**count)
    sizes = np.array([subset.bit_count() for subset in subsets.tolist()])
    orders = np.array([factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)])
    shares = np.empty((count, stacked.shape[2]))
    for group in range(count):
        without = subsets[subsets & (1 << group) == 0]
        gained = r_squared[without | (1 << group)] - r_squared[without]
        shares[group] = orders[sizes[without]] @ gained
    return shares if covariance.ndim == 3 else shares[:, 0]


def relative_weights(covariance: Array, groups: Groups) -> Array:
    """Each group's part of R², close to ``shapley_shares`` at a cost that does not double; they add up to R².

    Johnson (2000), Multivariate Behavioral Research 35, 1-19. Shape (groups,) or (groups, resamples).
    """
    stacked = covariance if covariance.ndim == 3 else covariance[:, :, None]
    correlation = np.moveaxis(_correlation(stacked), 2, 0)
    among, with_outcome = correlation[:, :-1, :-1], correlation[:, :-1, -1]
    values, vectors = np.linalg.eigh(among)
    roots = np.sqrt(np.maximum(values, 0))
    inverse_roots = np.where(values > _NOTHING_LEFT, 1 / np.where(roots > 0, roots, 1), 0)
    to_orthogonal = (vectors * roots[:, None, :]) @ np.swapaxes(vectors, 1, 2)
    back = (vectors * inverse_roots[:, None, :]) @ np.swapaxes(vectors, 1, 2)
    betas = (back @ with_outcome[:, :, None])[:, :, 0]
    by_column = np.einsum("bij,bj->bi", to_orthogonal**2, betas**2)
    shares = np.stack([by_column[:, list(group)].sum(axis=1) for group in groups])
    return shares if covariance.ndim == 3 else shares[:, 0]


def resampled_covariances(
    columns: Array, resamples: int, seed: int, progress: Callable[[float], None] | None = None
) -> Array:
    """Covariances of ``columns`` (rows × columns) in bootstrap resamples of the rows: (columns, columns, resamples).

    Each row enters a resample Poisson(1) times, so rows are read in blocks and memory stays small however many
    there are: Chamandy et al. (2012), "Estimating uncertainty for massive data streams". ``progress`` hears, after each
    block, the fraction of the rows that was read.
    """
    rng = np.random.default_rng(seed)
    width = columns.shape[1]
    first, second = np.triu_indices(width)
    sums, products, counts = np.zeros((resamples, width)), np.zeros((resamples, len(first))), np.zeros(resamples)
    centred = columns - columns.mean(axis=0)
    for start in range(0, len(columns), 2048):
        block = centred[start : start + 2048]
        times = rng.poisson(1.0, (resamples, len(block))).astype(np.float64)
        counts += times.sum(axis=1)
        sums += times @ block
        products += times @ (block[:, first] * block[:, second])
        if progress is not None:
            progress((start + len(block)) / len(columns))
    means = sums / counts[:, None]
    upper = products / counts[:, None] - means[:, first] * means[:, second]
    covariances = np.empty((width, width, resamples))
    covariances[first, second] = covariances[second, first] = upper.T
    return covariances


def _correlation(covariance: Array) -> Array:
    """Correlations; a column without variance correlates with nothing."""
    spread = np.sqrt(np.maximum(np.einsum("iib->ib", covariance), 0))
    scale = np.where(spread > 0, spread, np.inf)
    correlation = covariance / scale[:, None] / scale[None, :]
    places = np.arange(len(correlation))
    correlation[places, places] = 1.0
    return correlation


def _r_squared_of_every_subset(correlation: Array, groups: Groups) -> Array:
    """R² of the outcome on each subset of the groups: row s holds the subset of the bits of s.

    Walks the tree of subsets, sweeping a group out of what is left of the matrix when it enters; below a node
    only the groups still to be decided are kept, so the matrices shrink as the nodes multiply.
    """
    r_squared = np.empty((2 ** len(groups), correlation.shape[2]))

    def visit(position: int, subset: int, left: Array) -> None:
        if position == len(groups):
            r_squared[subset] = 1.0 - left[-1, -1]
            return
        width = len(groups[position])
        visit(position + 1, subset, left[width:, width:])
        for _ in range(width):
            left = _swept(left)
        visit(position + 1, subset | (1 << position), left)

    order = [column for group in groups for column in group] + [correlation.shape[0] - 1]
    visit(0, 0, correlation[np.ix_(order, order)])
    return r_squared


def _swept(left: Array) -> Array:
    """What the first column leaves unexplained in the others."""
    pivot = left[0, 0]
    usable = np.where(pivot > _NOTHING_LEFT, pivot, np.inf)
    return left[1:, 1:] - left[1:, :1] * (left[:1, 1:] / usable)
