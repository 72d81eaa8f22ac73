"""The periods a person can pick."""

from datetime import date

from momentos.figures.filters import Filters
from momentos.figures.windows import Period, back_a_year, window_of


def test_the_last_three_months_end_with_the_month_of_the_last_day_of_data():
    assert window_of(Period.MONTHS_3, date(2026, 2, 10)) == (date(2025, 12, 1), date(2026, 2, 28))


def test_the_last_month_is_whole():
    assert window_of(Period.MONTH, date(2024, 2, 1)) == (date(2024, 2, 1), date(2024, 2, 29))


def test_all_the_history_has_open_ends():
    assert window_of(Period.ALL, date(2026, 2, 10)) == (None, None)


def test_without_data_there_is_nothing_to_count_back_from():
    assert window_of(Period.MONTHS_12, None) == (None, None)


def test_other_dates_are_the_ones_picked():
    assert window_of(Period.CUSTOM, date(2026, 2, 10), (date(2026, 1, 5), date(2026, 1, 9))) == (
        date(2026, 1, 5),
        date(2026, 1, 9),
    )


def test_a_trend_goes_back_a_year_at_least():
    short = Filters(date(2026, 1, 1), date(2026, 3, 31))

    assert back_a_year(short) == Filters(date(2025, 4, 1), date(2026, 3, 31))


def test_a_window_longer_than_a_year_stays():
    long = Filters(date(2024, 1, 1), date(2026, 3, 31))

    assert back_a_year(long) == long
