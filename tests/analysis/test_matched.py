"""Those with a bad moment against those without, alike in how often they came: planted truth is found through confusion."""

import numpy as np
import pytest

from momentos.analysis.matched import matched_difference
from momentos.domain.samples import MATCHED_EACH_SIDE


def world(rng: np.random.Generator, people: int, effect: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Who comes often meets a bad moment more easily, and buys again more easily too."""
    often = rng.integers(0, 4, people)
    is_exposed = rng.random(people) < 0.05 + 0.12 * often
    again = rng.random(people) < 0.2 + 0.2 * often + effect * is_exposed
    return again.astype(float), is_exposed, often


def test_the_harm_shows_once_customers_who_came_as_often_are_compared() -> None:
    values, is_exposed, often = world(np.random.default_rng(1), 6000, -0.10)
    naive = values[is_exposed].mean() - values[~is_exposed].mean()
    found = matched_difference(values, is_exposed, often)
    assert naive > 0
    assert found.is_real
    assert -0.10 in found.interval
    assert found.difference == pytest.approx(found.exposed_mean - found.others_mean)


def test_without_any_harm_one_in_twenty_is_called_real_at_most_by_luck() -> None:
    rng = np.random.default_rng(2)
    called = sum(matched_difference(*world(rng, 800, 0.0)).is_real for _ in range(400))
    assert called <= 400 * 0.08


def test_a_worked_example_of_two_strata() -> None:
    """Stratum 0: 30 exposed of mean 0.5 against 60 of mean 1; stratum 1: 30 of mean 0 against 30 of mean 0.5."""
    values = np.array([0, 1] * 15 + [1] * 60 + [0] * 30 + [0, 1] * 15, dtype=float)
    is_exposed = np.array([True] * 30 + [False] * 60 + [True] * 30 + [False] * 30)
    strata = np.array([0] * 90 + [1] * 60)
    found = matched_difference(values, is_exposed, strata)
    assert (found.exposed, found.others, found.unmatched) == (60, 90, 0)
    assert (found.exposed_mean, found.others_mean, found.difference) == pytest.approx((0.25, 0.75, -0.5))


def test_those_without_anybody_like_them_are_counted_apart() -> None:
    values = np.ones(2 * MATCHED_EACH_SIDE + 5)
    is_exposed = np.array([True, False] * MATCHED_EACH_SIDE + [True] * 5)
    strata = np.array([0] * 2 * MATCHED_EACH_SIDE + [7] * 5)
    assert matched_difference(values, is_exposed, strata).unmatched == 5


def test_below_the_smallest_sample_only_the_missing_are_told() -> None:
    found = matched_difference(np.array([1.0, 0.0, np.nan]), np.array([True, False, True]), np.zeros(3, dtype=int))
    assert found.missing == MATCHED_EACH_SIDE - 1
    assert found.difference is None
    assert matched_difference(np.array([]), np.array([], dtype=bool), np.array([], dtype=int)).missing > 0


def all_alike(exposed: float, others: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Everybody of a side ends alike."""
    values = np.array([exposed] * MATCHED_EACH_SIDE + [others] * MATCHED_EACH_SIDE)
    return values, np.arange(len(values)) < MATCHED_EACH_SIDE, np.zeros(len(values), dtype=int)


def test_sides_that_all_end_alike_are_not_certain() -> None:
    found = matched_difference(*all_alike(100.0, 100.0), scale=(0.0, 100.0))
    assert found.difference == 0
    assert found.interval.low < -3 < 3 < found.interval.high
    assert not found.is_real


def test_without_ends_nothing_is_said_of_sides_that_all_end_alike() -> None:
    found = matched_difference(*all_alike(100.0, 0.0))
    assert (found.difference, found.interval.is_known, found.is_real) == (100.0, False, False)


def test_without_ends_a_side_that_all_ends_alike_is_given_the_spread_of_the_other() -> None:
    values, is_exposed, strata = all_alike(0.0, 0.0)
    values[~is_exposed] = np.tile([0.0, 1.0], MATCHED_EACH_SIDE // 2)
    half = 1.959964 * np.sqrt(2 * np.var(values[~is_exposed], ddof=1) / MATCHED_EACH_SIDE)
    found = matched_difference(values, is_exposed, strata)
    assert (found.interval.low, found.interval.high) == pytest.approx((-0.5 - half, -0.5 + half))
