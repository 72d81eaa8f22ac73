"""Impact from surveys that speak of one touchpoint each."""

import numpy as np
import pytest

from momentos.analysis.impact import Evidence, Method
from momentos.analysis.satisfied_gap import Loyal, gap_impact, satisfied_gap


def bought_again(satisfied, of_satisfied, dissatisfied, of_dissatisfied):
    return satisfied_gap(Loyal(of_satisfied, satisfied), Loyal(of_dissatisfied, dissatisfied))


def test_a_share_has_newcombes_interval():
    gap = bought_again(56, 70, 48, 80).gap
    assert (gap.value, gap.low, gap.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_an_nps_is_compared_in_points():
    gap = satisfied_gap(Loyal(100, 45, 75), Loyal(100, 26, 70)).gap
    assert (gap.value, gap.low, gap.high) == pytest.approx((19, -2.55, 39.45), abs=5e-3)


def test_the_touchpoint_that_keeps_customers_stands_out():
    report = gap_impact(
        {
            "delivery": bought_again(160, 200, 40, 200),
            "greeting": bought_again(120, 200, 110, 200),
            "parking": bought_again(100, 200, 100, 200),
            "music": bought_again(95, 200, 100, 200),
        }
    )
    delivery, greeting, parking, music = report.touchpoints
    assert (report.method, report.evidence) == (Method.SATISFIED_GAP, Evidence.FIRM)
    assert (delivery.level, delivery.low) == (5, 5)
    assert delivery.strength == pytest.approx(0.6)
    assert delivery.is_driver
    assert not any(touchpoint.is_driver for touchpoint in (greeting, parking, music))
    assert (parking.level, music.level) == (1, 1)
    assert parking.high > 1
    assert sum(touchpoint.share for touchpoint in report.touchpoints) == pytest.approx(1)


def test_intervals_of_levels_hold_the_planted_level():
    rng = np.random.default_rng(4)
    gaps, held = np.array([0.30, 0.15, 0.10, 0.05]), []
    levels = [5, 3, 2, 1]  # gaps over their mean of .15: 2, 1, .67, .33
    for run in range(100):
        report = gap_impact(
            {
                str(place): bought_again(rng.binomial(150, 0.5 + gap), 150, rng.binomial(100, 0.5), 100)
                for place, gap in enumerate(gaps)
            },
            seed=run,
            resamples=300,
        )
        held += [one.low <= level <= one.high for one, level in zip(report.touchpoints[1:], levels[1:], strict=True)]
    assert np.mean(held) >= 0.9


def test_a_touchpoint_with_one_sided_answers_says_how_many_are_missing():
    report = gap_impact(
        {"a": bought_again(80, 100, 3, 7), "b": bought_again(60, 100, 40, 100), "c": bought_again(9, 10, 2, 12)}
    )
    assert [touchpoint.missing_visits for touchpoint in report.touchpoints] == [3, 0, 8]
    assert all(touchpoint.level is None for touchpoint in report.touchpoints)


def test_few_answers_in_all_claim_nothing():
    report = gap_impact({key: bought_again(15, 20, 5, 12) for key in "ab"})
    assert report.evidence is Evidence.NONE
    assert report.missing_respondents == 36
    assert report.touchpoints[0].level is None


def test_where_no_satisfaction_goes_with_loyalty_there_are_no_levels():
    report = gap_impact({key: bought_again(50, 100, 60, 100) for key in "ab"})
    assert [touchpoint.level for touchpoint in report.touchpoints] == [None, None]
