"""How long customers stay, and whether predictions held."""

import numpy as np
import pytest

from momentos.analysis.backtest import auc, calibration
from momentos.analysis.retention import fit_retention, lifetime_value, survival_curve


def test_the_regular_segment_has_the_published_parameters():
    model = fit_retention([1000, 631, 468, 382, 326, 289, 262, 241])
    assert (model.alpha, model.beta) == pytest.approx((0.7041, 1.1820), abs=5e-4)
    np.testing.assert_allclose(model.survival([0, 1, 7]), [1, 0.627, 0.24], atol=0.01)


@pytest.mark.parametrize("survivors", [[1000, 900], [1000, 600, 700], [1000, 1000, 1000]])
def test_survivors_that_teach_nothing_are_refused(survivors):
    with pytest.raises(ValueError, match="survivors"):
        fit_retention(survivors)


def test_survival_is_worked_by_hand():
    # Five customers: one leaves in month 1, one in 2 (one more lost from sight there), one in 4.
    duration, left = np.array([1.0, 2, 2, 4, 5]), np.array([True, True, False, True, False])
    curve = survival_curve(duration, left, minimum_at_risk=1)
    assert curve.times.tolist() == [1, 2, 4]
    assert curve.share.tolist() == pytest.approx([0.8, 0.6, 0.3])
    assert curve.at_risk.tolist() == [5, 4, 2]
    assert curve.median == 4


def test_the_curve_ends_where_too_few_are_left_to_tell():
    rng = np.random.default_rng(1)
    time_to_leave, watched = rng.exponential(12, 200), rng.uniform(1, 40, 200)
    duration, left = np.minimum(time_to_leave, watched), time_to_leave <= watched
    curve = survival_curve(duration, left)
    assert curve.at_risk.min() >= 20
    assert curve.times.max() < duration.max()
    assert (curve.low < curve.share).all()
    assert (curve.share < curve.high).all()
    truth = np.exp(-curve.times / 12)
    assert np.mean((curve.low <= truth) & (truth <= curve.high)) > 0.8


def test_nobody_having_left_draws_no_curve():
    curve = survival_curve(np.full(30, 6.0), np.zeros(30, dtype=bool))
    assert len(curve.times) == 0
    assert curve.median is None


def test_a_customer_kept_four_times_of_five_at_twelve_per_cent_is_worth_two_and_a_half_margins():
    assert lifetime_value(1, retention=0.8, discount=0.12) == pytest.approx(2.5)


@pytest.mark.parametrize(("retention", "discount"), [(1.2, 0.1), (-0.1, 0.1), (1, 0)])
def test_a_value_without_end_is_refused(retention, discount):
    with pytest.raises(ValueError, match="retention"):
        lifetime_value(1, retention, discount)


def test_auc_counts_the_pairs_in_the_right_order():
    prediction, happened = np.array([0.9, 0.5, 0.5, 0.1]), np.array([True, True, False, False])
    assert auc(prediction, happened) == 3.5 / 4
    assert auc(prediction, np.ones(4, dtype=bool)) is None


def test_calibration_sets_what_happened_beside_what_was_foreseen():
    prediction = np.repeat([0.1, 0.9], 50)
    happened = np.array([True] * 5 + [False] * 45 + [True] * 44 + [False] * 6)
    low, high = calibration(prediction, happened)
    assert (low.n, low.predicted, low.happened) == (50, pytest.approx(0.1), 0.1)
    assert (high.n, high.happened) == (50, 0.88)
    assert 0.88 in high.interval
    assert calibration(np.zeros(0), np.zeros(0, dtype=bool)) == ()
