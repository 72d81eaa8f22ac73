"""Shares of R² against R's relaimpo, and against slow obvious twins."""

from itertools import permutations

import numpy as np
import pytest

from momentos.analysis.importance import relative_weights, resampled_covariances, shapley_shares

# R's `swiss`: fertility and five indicators of 47 French-speaking provinces of Switzerland in 1888.
# Fertility, Agriculture, Examination, Education, Catholic, Infant.Mortality.
SWISS = np.array(
    """
    80.2 17.0 15 12 9.96 22.2; 83.1 45.1 6 9 84.84 22.2; 92.5 39.7 5 5 93.40 20.2; 85.8 36.5 12 7 33.77 20.3
    76.9 43.5 17 15 5.16 20.6; 76.1 35.3 9 7 90.57 26.6; 83.8 70.2 16 7 92.85 23.6; 92.4 67.8 14 8 97.16 24.9
    82.4 53.3 12 7 97.67 21.0; 82.9 45.2 16 13 91.38 24.4; 87.1 64.5 14 6 98.61 24.5; 64.1 62.0 21 12 8.52 16.5
    66.9 67.5 14 7 2.27 19.1; 68.9 60.7 19 12 4.43 22.7; 61.7 69.3 22 5 2.82 18.7; 68.3 72.6 18 2 24.20 21.2
    71.7 34.0 17 8 3.30 20.0; 55.7 19.4 26 28 12.11 20.2; 54.3 15.2 31 20 2.15 10.8; 65.1 73.0 19 9 2.84 20.0
    65.5 59.8 22 10 5.23 18.0; 65.0 55.1 14 3 4.52 22.4; 56.6 50.9 22 12 15.14 16.7; 57.4 54.1 20 6 4.20 15.3
    72.5 71.2 12 1 2.40 21.0; 74.2 58.1 14 8 5.23 23.8; 72.0 63.5 6 3 2.56 18.0; 60.5 60.8 16 10 7.72 16.3
    58.3 26.8 25 19 18.46 20.9; 65.4 49.5 15 8 6.10 22.5; 75.5 85.9 3 2 99.71 15.1; 69.3 84.9 7 6 99.68 19.8
    77.3 89.7 5 2 100.00 18.3; 70.5 78.2 12 6 98.96 19.4; 79.4 64.9 7 3 98.22 20.2; 65.0 75.9 9 9 99.06 17.8
    92.2 84.6 3 3 99.46 16.3; 79.3 63.1 13 13 96.83 18.1; 70.4 38.4 26 12 5.62 20.3; 65.7 7.7 29 11 13.79 20.5
    72.7 16.7 22 13 11.22 18.9; 64.4 17.6 35 32 16.92 23.0; 77.6 37.6 15 7 4.97 20.0; 67.6 18.7 25 7 8.65 19.5
    35.0 1.2 37 53 42.34 18.0; 44.7 46.6 16 29 50.43 18.2; 42.8 27.7 22 29 58.33 19.3
    """.replace(";", " ").split(),
    dtype=float,
).reshape(47, 6)
SWISS_COVARIANCE = np.cov(np.roll(SWISS, -1, axis=1), rowvar=False)  # the outcome last
ALONE = [[0], [1], [2], [3], [4]]


def test_shapley_shares_are_those_relaimpo_publishes():
    shares = shapley_shares(SWISS_COVARIANCE, ALONE)
    np.testing.assert_allclose(shares, [0.05709, 0.17117, 0.26013, 0.10557, 0.11277], atol=5e-6)
    assert shares.sum() == pytest.approx(0.70673, abs=1e-5)


def test_relative_weights_are_the_published_ones():
    weights = relative_weights(SWISS_COVARIANCE, ALONE)
    np.testing.assert_allclose(weights, [0.04842, 0.15471, 0.27196, 0.11468, 0.11697], atol=5e-6)
    assert weights.sum() == pytest.approx(0.70673, abs=1e-5)


def r_squared(covariance, columns):
    among = covariance[np.ix_(columns, columns)]
    with_outcome = covariance[columns, -1]
    return with_outcome @ np.linalg.solve(among, with_outcome) / covariance[-1, -1] if columns else 0.0


def test_pairs_of_columns_enter_together_in_every_order():
    groups = [[0, 3], [1], [2, 4]]
    orders = list(permutations(range(3)))
    expected = np.zeros(3)
    for order in orders:
        for place, group in enumerate(order):
            before = [column for other in order[:place] for column in groups[other]]
            gained = r_squared(SWISS_COVARIANCE, before + groups[group]) - r_squared(SWISS_COVARIANCE, before)
            expected[group] += gained / len(orders)
    np.testing.assert_allclose(shapley_shares(SWISS_COVARIANCE, groups), expected)


def test_many_resamples_at_once_are_those_of_each():
    stacked = resampled_covariances(SWISS, 3, seed=1)
    groups = [[0, 1], [2], [3, 4]]
    for method in (shapley_shares, relative_weights):
        together = method(stacked, groups)
        for place in range(3):
            np.testing.assert_allclose(together[:, place], method(stacked[:, :, place], groups))


def test_two_copies_of_a_column_share_its_weight_and_a_constant_has_none():
    rng = np.random.default_rng(5)
    first, second = rng.normal(size=(2, 500))
    columns = np.column_stack([first, first, second, np.ones(500), first + second])
    shares = shapley_shares(np.cov(columns, rowvar=False), [[0], [1], [2], [3]])
    assert shares[0] == pytest.approx(shares[1])
    assert shares[3] == 0
    assert shares.sum() == pytest.approx(1)
    assert relative_weights(np.cov(columns, rowvar=False), [[0], [1], [2], [3]])[3] == pytest.approx(0)


def test_resampled_covariances_scatter_around_the_sample_as_they_should():
    rng = np.random.default_rng(6)
    columns = rng.normal(size=(5000, 2)) @ np.array([[1.0, 0.6], [0, 0.8]])
    resampled = resampled_covariances(columns, 300, seed=2)[0, 1]
    assert resampled.mean() == pytest.approx(np.cov(columns, rowvar=False)[0, 1], abs=0.005)
    # The standard error of a covariance of normal columns: sqrt((1 + r²) / n).
    assert resampled.std() == pytest.approx(np.sqrt((1 + 0.36) / 5000), rel=0.15)
