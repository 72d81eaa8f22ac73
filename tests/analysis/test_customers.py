"""Customers' rhythms and scores."""

import numpy as np
import pytest

from momentos.analysis.customers import RHYTHM_SENTENCES, Rhythm, by_cuts, fifths, overdue


def test_a_rhythm_seen_often_is_ones_own_and_a_single_purchase_borrows_everybodys():
    # Ana: 10 repeats in 70 days. Beto: one repeat after 29 days. Carla: one purchase. Everybody: 99 days / 11 = 9.
    found = overdue(np.array([10.0, 1, 0]), np.array([70.0, 29, 0]), np.array([21.0, 40, 9]))
    assert found.usual_gap.tolist() == pytest.approx([(70 + 18) / 12, (29 + 18) / 3, 9])
    assert found.silence_in_gaps.tolist() == pytest.approx([21 * 12 / 88, 40 * 3 / 47, 1])
    assert found.rhythm == (Rhythm.LATE, Rhythm.LATE, Rhythm.WATCH)


def test_nine_weeks_without_coming_after_coming_every_three_is_not_yet_more_than_three_gaps():
    found = overdue(np.full(3, 20.0), np.full(3, 20 * 21.0), np.array([62.9, 63, 64.0]))
    assert found.rhythm == (Rhythm.LATE, Rhythm.LATE, Rhythm.AT_RISK)
    assert overdue(np.array([20.0]), np.array([420.0]), np.array([20.0])).rhythm == (Rhythm.ON_TIME,)


def test_where_nobody_ever_came_back_there_is_no_rhythm():
    found = overdue(np.zeros(2), np.zeros(2), np.array([5.0, 90]))
    assert found.rhythm == (None, None)
    assert np.isnan(found.usual_gap).all()


def test_equal_values_get_equal_scores():
    assert fifths(np.array([1.0, 1, 1, 1, 1, 1, 1, 2, 3, 9])).tolist() == [2, 2, 2, 2, 2, 2, 2, 4, 5, 5]


def test_the_most_recent_fifth_scores_five():
    assert fifths(np.array([1.0, 5, 10, 50, 100]), is_higher_better=False).tolist() == [5, 4, 3, 2, 1]
    assert fifths(np.zeros(0)).tolist() == []


def test_policy_cuts_put_a_value_on_the_cut_on_its_better_side():
    assert by_cuts(np.array([0.0, 100, 99, 5000]), (100, 500, 1000, 2000)).tolist() == [1, 2, 1, 5]
    days = np.array([400.0, 30, 31, 1])
    assert by_cuts(days, (365, 180, 90, 30), is_higher_better=False).tolist() == [1, 5, 4, 5]


def test_every_rhythm_has_its_sentence():
    assert set(RHYTHM_SENTENCES) == set(Rhythm)
