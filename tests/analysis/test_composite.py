"""A composite of metrics, by anchors and weights."""

import numpy as np
import pytest

from momentos.analysis.composite import Anchors, Threshold, composite, effective_weights

NAN = np.nan


def test_points_run_from_the_minimum_to_excellent_and_are_capped():
    found = Anchors(minimum=60, excellent=90).points(np.array([50, 60, 75, 90, 99, NAN]))
    np.testing.assert_allclose(found, [0, 0, 50, 100, 120, NAN])


def test_where_less_is_better_the_anchors_are_turned_round():
    assert Anchors(minimum=600, excellent=300).points(np.array([450.0])).tolist() == [50]


def test_anchors_that_coincide_are_refused():
    with pytest.raises(ValueError, match="same"):
        Anchors(80, 80)


def test_missing_metrics_are_made_up_for_by_the_others_down_to_six_tenths_of_the_weight():
    points = np.array([[100, 50, 0], [100, 50, NAN], [100, NAN, 0], [NAN, 50, 0]])
    found = composite(points, np.array([50, 30, 20]))
    np.testing.assert_allclose(found, [65, (50 + 15) / 0.8, 50 / 0.7, NAN])


def test_exactly_six_tenths_of_the_weight_is_enough():
    assert composite(np.array([[80, 80, NAN]]), np.array([0.3, 0.3, 0.4])).tolist() == pytest.approx([80])


def test_a_metric_in_which_nobody_differs_decides_nothing():
    rng = np.random.default_rng(1)
    points = np.column_stack([rng.normal(70, 10, 40), np.full(40, 90.0)])
    np.testing.assert_allclose(effective_weights(points, np.array([20, 80])), [1, 0], atol=1e-12)


def test_independent_metrics_decide_by_their_weighted_variance():
    points = np.array([[0, 0], [0, 100], [100, 0], [100, 100]], dtype=float)
    np.testing.assert_allclose(effective_weights(points, np.array([2, 1])), [0.8, 0.2])


def test_equal_totals_or_two_people_have_no_effective_weights():
    assert effective_weights(np.array([[1.0, 3], [3, 1], [2, 2]]), np.array([1, 1])) is None
    assert effective_weights(np.array([[1.0, 3], [3, 4]]), np.array([1, 1])) is None


def test_handle_time_is_a_threshold_and_an_unknown_one_does_not_pass():
    assert Threshold(at_most=300).is_met(np.array([280, 300, 301, NAN])).tolist() == [True, True, False, False]
    assert Threshold(at_least=30, at_most=60).is_met(np.array([20, 40, 70])).tolist() == [False, True, False]
