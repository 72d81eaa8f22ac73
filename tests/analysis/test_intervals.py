"""Intervals against published figures, and each array form against its scalar twin."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from momentos.analysis.intervals import (
    Interval,
    mean_difference,
    mean_differences,
    mean_interval,
    mean_intervals,
    newcombe_difference,
    newcombe_differences,
    nps_chance_swing,
    nps_difference,
    nps_differences,
    nps_interval,
    nps_intervals,
    wilson_interval,
    wilson_intervals,
)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (0, 20, 0, 0.1611)],  # Newcombe (1998), table I
)
def test_a_share_has_the_published_interval(successes, n, low, high):
    interval = wilson_interval(successes, n)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


def test_a_share_agrees_with_statsmodels_at_any_confidence():
    ours = wilson_interval(7, 9, confidence=0.9)
    assert (ours.low, ours.high) == pytest.approx(proportion_confint(7, 9, 0.1, method="wilson"))


def test_a_share_that_everybody_reached_ends_exactly_at_one():
    assert wilson_interval(30, 30).high == 1.0


@pytest.mark.parametrize(
    "interval",
    [wilson_interval(0, 0), nps_interval(0, 0, 0), mean_interval(0, 0, 0), mean_interval(4, 16, 1)],
)
def test_too_few_answers_have_no_bounds(interval):
    assert interval == Interval(None, None)
    assert not interval.is_known
    assert 0 not in interval


def test_two_shares_differ_as_published():
    difference = newcombe_difference(56, 70, 48, 80)  # Newcombe (1998b), table II, method 10
    assert difference.value == pytest.approx(0.2)
    assert (difference.low, difference.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert difference.is_real


def test_two_shares_agree_with_statsmodels():
    expected = confint_proportions_2indep(3, 20, 9, 25, method="newcomb")
    ours = newcombe_difference(3, 20, 9, 25)
    assert (ours.low, ours.high) == pytest.approx(expected)
    assert not ours.is_real


def test_a_group_without_answers_has_no_difference():
    difference = newcombe_difference(3, 4, 0, 0)
    assert (difference.value, difference.low, difference.p_value) == (None, None, None)
    assert not difference.is_real


def test_an_nps_has_the_published_interval():
    interval = nps_interval(net=19 - 5, squares=19 + 5, n=36)
    assert (interval.low, interval.high) == pytest.approx((13.158, 58.637), abs=5e-4)


def test_an_nps_of_three_promoters_does_not_claim_to_be_certain():
    interval = nps_interval(net=3, squares=3, n=3)
    assert interval.low < 50
    assert interval.high == 100


def test_two_nps_differ_as_published():
    difference = nps_difference(60 - 15, 75, 100, 48 - 22, 70, 100)
    assert (difference.low + difference.high) / 2 == pytest.approx(18.45, abs=5e-3)
    assert (difference.low, difference.high) == pytest.approx((-2.55, 39.45), abs=5e-3)
    assert difference.p_value == pytest.approx(0.0851, abs=5e-5)
    assert difference.value == pytest.approx(19)
    assert not difference.is_real


def test_fifty_answers_a_month_swing_ten_points_by_luck_half_of_the_months():
    swing = nps_chance_swing(net=20, squares=36, n=50)
    rng = np.random.default_rng(1)
    months = rng.choice([1, 0, -1], p=[0.56, 0.28, 0.16], size=(4000, 2, 50)).mean(axis=2) * 100
    assert 9 < swing < 12
    assert np.mean(np.abs(months[:, 0] - months[:, 1]) > swing) == pytest.approx(0.5, abs=0.05)
    assert nps_chance_swing(0, 0, 0) is None


def test_a_mean_has_the_t_interval_of_its_answers():
    answers = np.array([3.0, 4, 5, 5, 2, 4])
    expected = stats.t.interval(0.95, 5, answers.mean(), stats.sem(answers))
    interval = mean_interval(answers.sum(), (answers**2).sum(), 6)
    assert (interval.low, interval.high) == pytest.approx(expected)


SCORES = (1.0, 5.0)


@pytest.mark.parametrize(
    ("score", "n", "low", "high"),
    [(5, 5, 3.782, 5), (5, 10, 4.326, 5), (5, 20, 4.644, 5), (3, 2, 1.693, 4.307)],  # half an answer at each end
)
def test_few_equal_scores_are_not_certain(score, n, low, high):
    interval = mean_interval(n * score, n * score**2, n, scale=SCORES)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-4)


def test_few_equal_answers_from_1_to_7_are_not_certain():
    # Three sevens and one more answer, half a 1 and half a 7: mean 25 / 4, variance 172 / 4 - 39.0625 = 3.9375.
    interval = mean_interval(21, 147, 3, scale=(1.0, 7.0))
    assert (interval.low, interval.high) == pytest.approx((6.25 - 1.96 * np.sqrt(3.9375 / 4), 7), abs=5e-4)


def test_scores_that_differ_as_they_mostly_do_have_the_t_interval_of_their_answers():
    answers = np.array([3.0, 4, 5, 5, 2, 4, 1, 2])
    expected = stats.t.interval(0.95, 7, answers.mean(), stats.sem(answers))
    interval = mean_interval(answers.sum(), (answers**2).sum(), 8, scale=SCORES)
    assert (interval.low, interval.high) == pytest.approx(expected)


def test_times_all_alike_tell_nothing_of_their_spread_even_when_the_sums_are_rounded():
    assert mean_interval(0.1 * 3_000, 0.01 * 3_000, 3_000) == Interval(None, None)
    assert not mean_interval(120, 7200, 2).is_known


@pytest.mark.parametrize("n", [2, 3, 5, 10, 20, 50])
@pytest.mark.parametrize(
    ("scores", "parts", "least"),
    [
        ([5, 4], [0.9, 0.1], 0.95),
        ([5, 4, 3, 2, 1], [0.9, 0.06, 0.02, 0.01, 0.01], 0.92),
        ([5, 1], [0.9, 0.1], 0.86),  # at n = 20 no interval from these answers does better
        ([5, 4, 3, 2, 1], [0.45, 0.3, 0.13, 0.07, 0.05], 0.94),
    ],
)
def test_the_interval_of_a_mean_score_holds_the_truth_however_alike_the_answers(n, scores, parts, least):
    chance = np.random.default_rng(n)
    answers = chance.choice(scores, p=parts, size=(4_000, n)).astype(float)
    found = mean_intervals(answers.sum(axis=1), (answers**2).sum(axis=1), np.full(4_000, n), scale=SCORES)
    truth = np.dot(scores, parts)
    assert (found.high > found.low).all()
    assert ((found.low <= truth + 1e-9) & (truth - 1e-9 <= found.high)).mean() >= least


def test_two_groups_of_few_equal_scores_do_not_differ_for_sure():
    difference = mean_difference(10, 50, 2, 8, 32, 2, scale=SCORES)
    assert difference.value == 1
    assert difference.low < 0 < difference.high
    assert not difference.is_real


def test_many_equal_scores_of_two_groups_do_differ():
    difference = mean_difference(500, 2500, 100, 400, 1600, 100, scale=SCORES)
    assert difference.is_real
    assert 0 < difference.low < 1 < difference.high
    assert 0 < difference.p_value < 0.05


def test_equals_with_few_scores_that_are_mostly_alike_rarely_seem_to_differ():
    chance = np.random.default_rng(3)
    first, second = chance.choice([5.0, 4, 1], p=[0.9, 0.05, 0.05], size=(2, 4_000, 8))
    sums = [part for one in (first, second) for part in (one.sum(1), (one**2).sum(1), np.full(4_000, 8))]
    assert mean_differences(*sums, scale=SCORES).is_real.mean() <= 0.05


def test_a_group_of_equal_times_is_given_the_spread_of_both_together():
    # Student's: 60 60 against 20 30 40 50: s² = 500 / 4, difference 25 ± t(4) · s · sqrt(1/2 + 1/4).
    half = stats.t.ppf(0.975, 4) * np.sqrt(500 / 4 * (1 / 2 + 1 / 4))
    difference = mean_difference(120, 7200, 2, 140, 5400, 4)
    assert (difference.low, difference.high) == pytest.approx((25 - half, 25 + half))
    assert not difference.is_real


def test_two_groups_of_equal_times_have_a_difference_that_nothing_can_be_said_of():
    difference = mean_difference(120, 7200, 2, 60, 1800, 2)
    assert (difference.value, difference.low, difference.high, difference.p_value) == (30, None, None, None)
    assert not difference.is_real


def test_shares_of_nobody_or_everybody_and_an_nps_of_equals_have_width():
    for interval in (wilson_interval(0, 1), wilson_interval(7, 7), nps_interval(2, 2, 2), nps_interval(0, 0, 2)):
        assert interval.high - interval.low > 0.05


def test_two_means_differ_as_welch_says():
    first, second = np.array([3.0, 4, 5, 5, 2, 4]), np.array([1.0, 2, 2, 4])
    expected = stats.ttest_ind(first, second, equal_var=False)
    ours = mean_difference(first.sum(), (first**2).sum(), 6, second.sum(), (second**2).sum(), 4)
    assert ours.p_value == pytest.approx(expected.pvalue)
    assert (ours.low, ours.high) == pytest.approx(tuple(expected.confidence_interval()))


@pytest.mark.parametrize(
    ("many", "one", "sums"),
    [
        (wilson_intervals, wilson_interval, ([0, 3, 10, 0], [0, 10, 10, 5])),
        (nps_intervals, nps_interval, ([0, 3, -10, 2], [0, 7, 10, 4], [0, 10, 10, 50])),
        (mean_intervals, mean_interval, ([0, 4, 30, 9], [0, 16, 100, 41], [0, 1, 10, 2])),
    ],
)
def test_many_intervals_are_those_of_each(many, one, sums):
    together = many(*(np.array(column) for column in sums))
    for position, row in enumerate(zip(*sums, strict=True)):
        alone = one(*row)
        expected = [np.nan if bound is None else bound for bound in (alone.low, alone.high)]
        np.testing.assert_array_equal([together.low[position], together.high[position]], expected)


@pytest.mark.parametrize(
    ("many", "one", "sums"),
    [
        (newcombe_differences, newcombe_difference, ([0, 3, 9], [0, 10, 9], [2, 5, 1], [9, 9, 9])),
        (
            nps_differences,
            nps_difference,
            ([0, 3, -9], [0, 7, 9], [0, 10, 9], [1, 1, 30], [3, 5, 30], [9, 9, 40]),
        ),
        (
            mean_differences,
            mean_difference,
            ([4, 30, 20], [16, 100, 200], [1, 10, 2], [9, 30, 12], [41, 100, 72], [2, 10, 2]),
        ),
    ],
)
def test_many_differences_are_those_of_each(many, one, sums):
    together = many(*(np.array(column) for column in sums))
    for position, row in enumerate(zip(*sums, strict=True)):
        alone = one(*row)
        found = [getattr(together, part)[position] for part in ("value", "low", "high", "p_value")]
        expected = [alone.value, alone.low, alone.high, alone.p_value]
        np.testing.assert_array_equal(found, [np.nan if part is None else part for part in expected])
        assert together.is_real[position] == alone.is_real
