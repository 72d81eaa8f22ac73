"""Control charts against published limits, and what they say of the latest period."""

from datetime import date

import numpy as np
import pytest

from momentos.analysis.control import Limits, Rebase, g_chart, limits_for, prime_chart, xmr_chart
from momentos.analysis.signals import (
    ASSURANCE_SENTENCES,
    SIGNAL_SENTENCES,
    VERDICT_SENTENCES,
    Assurance,
    Signal,
    Verdict,
    assurance,
    latest_signal,
    run_test,
    signals,
    verdict,
)
from momentos.domain.metrics import Direction

# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.
FLOWRATE = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
# Montgomery, Introduction to Statistical Quality Control: cans of orange juice, 30 samples of 50.
ORANGE_JUICE = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11]
ORANGE_JUICE += [20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
CALM = [50, 52, 49, 51, 48, 50, 51, 49, 52, 50, 48, 51]


def shares(successes, n, **options):
    return prime_chart(successes, successes, np.broadcast_to(n, len(successes)), **options)


def test_individual_values_have_the_published_limits():
    chart = xmr_chart(FLOWRATE)
    assert (chart.centre[0], chart.low[0], chart.high[0]) == pytest.approx((50.81, 45.816, 55.804), abs=1e-3)
    assert chart.limits is Limits.TRIAL


def test_one_jump_does_not_widen_the_limits_that_should_show_it():
    chart = xmr_chart([*CALM, 90])
    assert signals(chart)[-1] is Signal.OUTSIDE
    assert chart.high[0] - chart.centre[0] == pytest.approx(2.66 * np.abs(np.diff(CALM)).mean(), rel=1e-3)


def test_the_textbook_share_chart_has_the_published_limits_and_signals():
    chart = shares(ORANGE_JUICE, 50, is_spread_learned=False)
    found = (chart.centre[0], chart.low[0], chart.high[0])
    assert found == pytest.approx((0.23133, 0.05243, 0.41024), abs=1e-5)
    outside = [place + 1 for place, signal in enumerate(signals(chart)) if signal is Signal.OUTSIDE]
    assert outside == [15, 23]


def test_limits_are_wider_where_fewer_answered():
    chart = prime_chart([8, 80, 82, 79, 81, 78], [8, 80, 82, 79, 81, 78], [10, 100, 100, 100, 100, 100])
    assert chart.high[0] - chart.low[0] > 2 * (chart.high[1] - chart.low[1])


def test_huge_samples_do_not_make_every_ordinary_month_a_signal():
    rng = np.random.default_rng(3)
    rates = rng.normal(0.8, 0.02, 30)  # months differ by more than counting alone explains
    successes = rng.binomial(100_000, rates)
    textbook = signals(shares(successes, 100_000, is_spread_learned=False))
    learned = signals(shares(successes, 100_000))
    assert textbook.count(Signal.OUTSIDE) > 15
    assert learned.count(Signal.OUTSIDE) == 0


def test_an_nps_chart_stays_within_its_scale():
    chart = prime_chart([9, 8, 10, 9, 7, 9], [9, 8, 10, 9, 9, 9], [10] * 6, scale=(-1, 1))
    assert chart.high.max() == 1


@pytest.mark.parametrize(
    "chart",
    [
        shares([10] * 8, 10),
        shares([8] * 12, 10),
        prime_chart([600.0] * 12, [36_000.0] * 12, [10] * 12, scale=(0, np.inf)),
        xmr_chart([12] * 12),
        g_chart([0] * 12),
    ],
)
def test_where_nothing_varies_there_are_no_limits_no_signals_and_no_assurance(chart):
    assert np.isnan(chart.low).all()
    assert chart.limits is Limits.NONE
    assert latest_signal(chart) is None
    assert verdict(chart, Direction.HIGHER) is Verdict.TOO_FEW
    assert assurance(chart, 0, Direction.HIGHER) is None


def drawn_shares(share, n, charts):
    rng = np.random.default_rng(11)
    return [shares(rng.binomial(n, share, 12), n, scale=(0, 1)) for _ in range(charts)]


@pytest.mark.parametrize("share", [0.97, 0.99, 0.03, 0.01])
def test_a_share_near_an_end_of_its_scale_that_does_not_change_raises_hardly_an_alert(share):
    charts = drawn_shares(share, 40, 300)
    said = [verdict(chart, Direction.HIGHER) for chart in charts]
    assert sum(one in (Verdict.IMPROVEMENT, Verdict.DETERIORATION) for one in said) <= 12
    assert all(np.nanmin(chart.low) >= 0 and np.nanmax(chart.high) <= 1 for chart in charts)


def test_a_mean_near_the_best_score_that_does_not_change_raises_hardly_an_alert():
    rng = np.random.default_rng(5)
    said = []
    for _ in range(300):
        scores = rng.choice([3.0, 4.0, 5.0], p=[0.005, 0.02, 0.975], size=(12, 40))
        chart = prime_chart(scores.sum(axis=1), (scores**2).sum(axis=1), [40] * 12, scale=(1, 5))
        said.append(verdict(chart, Direction.HIGHER))
    assert sum(one in (Verdict.IMPROVEMENT, Verdict.DETERIORATION) for one in said) <= 12


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(32, 40, Verdict.IMPROVEMENT), (40, 30, Verdict.DETERIORATION), (39, 33, Verdict.DETERIORATION)],
)
def test_a_real_change_at_an_end_of_the_scale_is_still_seen(before, after, said):
    chart = shares([before, before - 1, before, before - 2, before, before - 1, *[after] * 8], 40, scale=(0, 1))
    assert verdict(chart, Direction.HIGHER) is said


def test_rare_events_are_charted_on_the_cases_between_them():
    chart = g_chart([20, 30, 10, 40, 25, 35])
    mean = 160 / 6
    assert chart.centre[0] == 27.5
    assert chart.high[0] == pytest.approx(mean + 3 * (mean * (mean + 1)) ** 0.5)
    assert chart.low[0] == 0


@pytest.mark.parametrize(
    ("points", "limits"), [(5, Limits.NONE), (6, Limits.TRIAL), (11, Limits.TRIAL), (12, Limits.FIRM)]
)
def test_few_points_have_no_limits_then_trial_limits(points, limits):
    assert limits_for(points) is limits


def test_fewer_than_six_points_say_nothing():
    chart = xmr_chart([10, 90, 10, 90, 10])
    assert np.isnan(chart.low).all()
    assert verdict(chart, Direction.HIGHER) is Verdict.TOO_FEW
    assert assurance(chart, 50, Direction.HIGHER) is None
    assert verdict(xmr_chart([]), Direction.HIGHER) is Verdict.TOO_FEW


def test_a_month_in_which_nobody_answered_keeps_its_place_and_takes_no_part():
    with_gap = shares([*[8] * 6, 0, *[9] * 6], [*[10] * 6, 0, *[10] * 6])
    without = shares([*[8] * 6, *[9] * 6], [10] * 12)
    assert np.isnan(with_gap.values[6])
    assert with_gap.high[0] == pytest.approx(without.high[0])
    assert signals(with_gap)[6] is None


@pytest.mark.parametrize(
    ("latest", "signal", "said"),
    [
        ([50], None, Verdict.NORMAL),
        ([70], Signal.OUTSIDE, Verdict.IMPROVEMENT),
        ([30], Signal.OUTSIDE, Verdict.DETERIORATION),
        ([56.2, 55.0, 56.4], Signal.NEAR_LIMIT, Verdict.IMPROVEMENT),
        ([51.5, 52, 51.6, 52.1, 51.5, 52, 51.4], Signal.RUN, Verdict.IMPROVEMENT),
        ([47.6, 48.2, 48.9, 49.6, 50.2, 50.9, 51.6], Signal.TREND, Verdict.IMPROVEMENT),
        ([52.4, 51.8, 51.1, 50.4, 49.8, 49.1, 48.4], Signal.TREND, Verdict.DETERIORATION),
    ],
)
def test_each_rule_on_the_latest_period_has_its_verdict(latest, signal, said):
    chart = xmr_chart([*CALM, *latest])
    assert latest_signal(chart) is signal
    assert verdict(chart, Direction.HIGHER) is said


def test_where_less_is_better_the_same_rise_is_bad_news():
    chart = xmr_chart([*CALM, 70])
    assert verdict(chart, Direction.LOWER) is Verdict.DETERIORATION
    assert verdict(chart, Direction.NEITHER) is Verdict.CHANGE


def test_a_signal_long_past_raises_no_alert():
    chart = xmr_chart([*CALM[:6], 90, *CALM[6:]])
    assert Signal.OUTSIDE in signals(chart)
    assert verdict(chart, Direction.HIGHER) is Verdict.NORMAL


@pytest.mark.parametrize(("n", "longest", "crossings"), [(20, 7, 6), (36, 8, 13)])
def test_anhoej_has_the_published_critical_values(n, longest, crossings):
    test = run_test(np.tile([1.0, -1.0], n // 2))
    assert (test.longest_ordinary_run, test.fewest_ordinary_crossings) == (longest, crossings)
    assert not test.is_signal


def test_a_shift_is_too_long_a_run_and_too_few_crossings():
    test = run_test(np.repeat([1.0, -1.0], 12))
    assert (test.longest_run, test.crossings) == (12, 1)
    assert test.is_run_too_long
    assert test.is_signal


def test_points_on_the_centre_line_are_no_run():
    assert not run_test(np.zeros(30)).is_signal


def test_stable_processes_seldom_raise_an_alert():
    rng = np.random.default_rng(7)
    charts = [xmr_chart(series) for series in rng.normal(size=(800, 36))]
    somewhere = np.mean([any(signals(chart)) for chart in charts])
    latest = np.mean([latest_signal(chart) is not None for chart in charts])
    assert 0.15 < somewhere < 0.35
    assert latest < 0.015


@pytest.mark.parametrize(
    ("target", "direction", "said"),
    [
        (40, Direction.HIGHER, Assurance.ALWAYS),
        (50, Direction.HIGHER, Assurance.HIT_AND_MISS),
        (60, Direction.HIGHER, Assurance.NEVER),
        (40, Direction.LOWER, Assurance.NEVER),
        (60, Direction.LOWER, Assurance.ALWAYS),
        (None, Direction.HIGHER, None),
        (50, Direction.NEITHER, None),
    ],
)
def test_the_target_is_held_against_the_limits(target, direction, said):
    assert assurance(xmr_chart(CALM), target, direction) is said


def test_a_rebased_chart_reads_each_stretch_by_itself():
    rebase = Rebase(12, date(2026, 1, 1), "New branch manager", "Ana Prueba")
    chart = xmr_chart([*CALM, *(value + 20 for value in CALM)], [rebase])
    assert chart.centre[0] == pytest.approx(chart.centre[-1] - 20)
    assert not any(signals(chart))
    assert any(signals(xmr_chart(chart.values)))


@pytest.mark.parametrize(("reason", "author"), [("", "Ana Prueba"), ("New system", "  ")])
def test_limits_are_not_rebased_without_reason_and_author(reason, author):
    with pytest.raises(ValueError, match="reason"):
        Rebase(3, date(2026, 1, 1), reason, author)


def test_everything_that_can_be_said_has_its_sentence():
    assert set(SIGNAL_SENTENCES) == set(Signal)
    assert set(VERDICT_SENTENCES) == set(Verdict)
    assert set(ASSURANCE_SENTENCES) == set(Assurance)
