"""Times of day and durations."""

from datetime import datetime, timedelta

import pytest

from momentos.datasets import FieldType
from tests.intake.drawn import causes, converted, outcome

TIME, DURATION = FieldType.TIME_OF_DAY, FieldType.DURATION


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7:02:47", 25367),
        ("14:20", 51600),
        ("2:20 pm", 51600),
        ("2:20 p. m.", 51600),
        ("12:05 AM", 300),
        ("14h20", 51600),
        ("14:20 hs", 51600),
        ("2 pm", 50400),
        ("12/31/1899 09:30:00 AM", 34200),
        ("0.5", 43200),
        ("24:00", 0),
        ("N/A", None),
        ("25:00", "not a time"),
        ("13:00 pm", "not a time"),
        ("10:75", "not a time"),
        ("tarde", "not a time"),
    ],
)
def test_an_hour_of_the_day(text: str, seconds: float | str | None) -> None:
    assert outcome(TIME, text) == seconds


def test_hours_from_cells() -> None:
    assert converted(TIME, [0.25, 0.5]).values.to_pylist() == [21600, 43200]
    assert converted(TIME, [9.0, 1430.0]).values.to_pylist() == [32400, 52200]
    assert converted(TIME, [timedelta(hours=7)]).values.to_pylist() == [25200]
    assert converted(TIME, [datetime(2026, 5, 3, 14, 20)]).values.to_pylist() == [51600]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("90 s", 90),
        ("90 seg.", 90),
        ("1,5 min", 90),
        ("0:01:30", 90),
        ("26:30:00", 95400),
        ("0:00:00", 0),
        ("1:30", 90),
        ("1 h 20 min", 4800),
        ("1h20", 4800),
        ("1 hora y 20 minutos", 4800),
        ("2 días, 3:00:00", 183600),
        ("3'", 180),
        ("3:20 min", 200),
        ("1:30 h", 5400),
        ("1:75 h", "not a duration"),
        ("PT3M20S", 200),
        ("P1DT2H", 93600),
        ("PT", "not a duration"),
        ("12/31/1899 00:01:30", 90),
        ("s/d", None),
        ("1:75:00", "not a duration"),
        ("largo", "not a duration"),
        ("5 manzanas", "not a duration"),
    ],
)
def test_a_duration(text: str, seconds: float | str | None) -> None:
    assert outcome(DURATION, text, high=7 * 86400) == seconds


def test_hours_and_minutes_are_read_where_durations_are_long() -> None:
    column = converted(DURATION, ["1:30"], low=0, high=3 * 365 * 86400)
    assert column.values.to_pylist() == [5400]
    assert [notice.cause for notice in column.notices] == ["hours and minutes assumed"]


@pytest.mark.parametrize(
    ("header", "seconds"), [("Espera (min)", 90), ("wait_seconds", 1.5), ("Espera · (h)", 5400), ("Espera", 1.5)]
)
def test_the_header_names_the_unit_of_bare_numbers(header: str, seconds: float) -> None:
    assert converted(DURATION, [1.5], header=header).values.to_pylist() == [seconds]


def test_a_unit_that_was_told_comes_before_the_headers() -> None:
    assert converted(DURATION, [1.5], header="Espera (min)", unit="h").values.to_pylist() == [5400]


def test_fractions_of_a_day_are_read_as_excel_keeps_times_and_said() -> None:
    column = converted(DURATION, [0.25, 0.0])
    assert column.values.to_pylist() == [21600, 0]
    assert [notice.cause for notice in column.notices] == ["fractions of a day"]


def test_duration_cells_are_kept_and_dates_are_refused() -> None:
    assert converted(DURATION, [timedelta(minutes=1, seconds=30)]).values.to_pylist() == [90]
    assert causes(converted(DURATION, [datetime(2026, 5, 3)])) == ["not a duration"]


def test_a_negative_duration_is_out_of_range() -> None:
    assert causes(converted(DURATION, [-5.0], low=0)) == ["out of range"]
