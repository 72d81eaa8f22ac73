"""Penalty and reward, planted and found."""

import numpy as np

from momentos.analysis.penalty import PATTERN_SENTENCES, Pattern, penalty_reward

KEYS = ("clean room", "welcome gift", "price", "lamp")


def answers(rng, respondents):
    """A clean room only punishes, a gift only pays, the price does both, a lamp does neither."""
    scores = rng.choice([1.0, 2, 3, 4, 5], p=[0.1, 0.1, 0.2, 0.3, 0.3], size=(respondents, 4))
    low, high = scores <= 2, scores == 5
    loyalty = 7 - 2 * low[:, 0] + 1.5 * high[:, 1] - 1 * low[:, 2] + 1 * high[:, 2]
    scores[rng.random(scores.shape) < 0.1] = np.nan
    return scores, loyalty + rng.normal(0, 1.2, respondents)


def test_each_pattern_is_found_where_it_was_planted():
    found = penalty_reward(KEYS, *answers(np.random.default_rng(1), 1500))
    assert [one.pattern for one in found] == [
        Pattern.BASIC,
        Pattern.EXCITING,
        Pattern.PERFORMANCE,
        Pattern.UNCLASSIFIED,
    ]
    assert found[0].penalty < -1.5
    assert found[1].reward > 1
    assert 0 in found[3].penalty_interval


def test_a_touchpoint_that_does_nothing_is_seldom_given_a_pattern():
    rng = np.random.default_rng(2)
    named = [penalty_reward(KEYS, *answers(rng, 500))[3].pattern is not Pattern.UNCLASSIFIED for _ in range(60)]
    assert np.mean(named) <= 0.1


def test_below_four_hundred_respondents_nothing_is_said():
    assert all(one.pattern is None for one in penalty_reward(KEYS, *answers(np.random.default_rng(1), 399)))


def test_a_touchpoint_with_few_low_scores_says_how_many_are_missing():
    scores, loyalty = answers(np.random.default_rng(1), 600)
    low = np.flatnonzero(scores[:, 0] <= 2)
    scores[low[18:], 0] = 3
    clean_room, gift, *_ = penalty_reward(KEYS, scores, loyalty)
    assert (clean_room.lows, clean_room.missing_lows, clean_room.pattern) == (18, 12, None)
    assert gift.pattern is not None


def test_people_who_all_recommend_alike_tell_nothing_of_what_punishes_or_pays():
    scores, _ = answers(np.random.default_rng(1), 600)
    found = penalty_reward(KEYS, scores, np.full(600, 10.0))
    assert [one.pattern for one in found] == [Pattern.UNCLASSIFIED] * 4
    assert not any(one.penalty_interval.is_known or one.reward_interval.is_known for one in found)


def test_every_pattern_has_its_sentence():
    assert set(PATTERN_SENTENCES) == set(Pattern)
