"""Thin months and seasons."""

from datetime import date

import numpy as np
import pytest

from momentos.analysis.periods import (
    PeriodSums,
    SeasonMethod,
    change_on_year_before,
    merge_thin_months,
    season_method,
    without_season,
)


def month(number, n):
    return PeriodSums(date(2026, number, 1), 1, total=n / 2, sum_of_squares=n / 2, n=n)


def test_a_month_with_few_answers_is_read_with_its_quarter():
    points = merge_thin_months([month(1, 40), month(2, 9), month(3, 35), month(4, 50), month(5, 10)])
    assert [(point.starts_on.month, point.months, point.n, point.total) for point in points] == [
        (1, 3, 84, 42),
        (4, 1, 50, 25),
        (5, 1, 10, 5),
    ]


@pytest.mark.parametrize(
    ("months", "method"),
    [
        (23, SeasonMethod.NONE),
        (24, SeasonMethod.YEAR_BEFORE),
        (35, SeasonMethod.YEAR_BEFORE),
        (36, SeasonMethod.SEASON_REMOVED),
    ],
)
def test_seasons_need_two_years_to_be_mentioned_and_three_to_be_removed(months, method):
    assert season_method(months) is method


def test_a_month_is_compared_with_the_same_month_of_the_year_before():
    change = change_on_year_before([*range(12), *range(5, 17)])
    assert np.isnan(change[:12]).all()
    assert (change[12:] == 5).all()


def test_december_is_no_longer_high_once_its_season_is_out():
    months = np.arange(48)
    values = 50 + 10 * (months % 12 == 11) + np.random.default_rng(2).normal(0, 0.3, 48)
    values[20] = np.nan
    adjusted = without_season(values)
    assert np.nanstd(adjusted) < 1
    assert np.isnan(adjusted[20])


def test_two_years_are_left_as_they_came():
    values = np.arange(24.0)
    np.testing.assert_array_equal(without_season(values), values)
