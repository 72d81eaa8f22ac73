"""Numbers and dates as the reader writes them."""

from datetime import date, datetime

import pytest

from momentos.locales.writing import calendar_words, day_text, instant_text, number_writer, period_writer


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("es_MX", "1,234.5"),
        ("es_CO", "1.234,5"),
        ("es_AR", "1.234,5"),
        ("es_ES", "1.234,5"),
        ("en_US", "1,234.5"),
        ("xx", "1.234,5"),
    ],
)
def test_thousands_and_decimals_follow_the_country(locale, expected):
    assert number_writer(locale)(1234.5, 1) == expected


def test_a_minus_is_the_one_that_streamlit_draws_as_a_fall():
    assert number_writer("es")(-0.12, 2) == "-0,12"


def test_a_value_that_rounds_to_nothing_has_no_sign():
    assert number_writer("en")(-0.04, 1) == "0.0"


def test_a_day_has_its_month_in_letters():
    assert day_text(date(2026, 3, 2), "es_MX") == "2 mar 2026"
    assert day_text(date(2026, 3, 2), "en_US") == "Mar 2, 2026"


def test_an_instant_has_its_time():
    assert instant_text(datetime(2026, 3, 2, 14, 5), "es_ES") == "2 mar 2026, 14:05"


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2026-01", "ene 2026"), ("2026-01-05", "5 ene"), ("2026-Q1", "T1 2026"), ("2026", "2026")],
)
def test_periods_are_said_as_people_say_them(period, expected):
    assert period_writer("es_MX")(period) == expected


def test_plotly_gets_the_months_in_spanish():
    assert calendar_words("es")["format"]["months"][0] == "enero"
    assert calendar_words("es")["format"]["days"][0] == "domingo"
