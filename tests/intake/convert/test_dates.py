"""Dates and instants in the ways people write them."""

from datetime import date, datetime

import pyarrow as pa
import pytest

from momentos.datasets import FieldType
from tests.intake.drawn import causes, converted, outcome

DATE, INSTANT = FieldType.DATE, FieldType.INSTANT


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-03", date(2026, 5, 3)),
        ("2026/5/3", date(2026, 5, 3)),
        ("03/05/2026", date(2026, 5, 3)),
        ("3-5-2026", date(2026, 5, 3)),
        ("3.5.26", date(2026, 5, 3)),
        ("13/05/99", date(1999, 5, 13)),
        ("3 de mayo de 2026", date(2026, 5, 3)),
        ("3 mayo 2026", date(2026, 5, 3)),
        ("domingo, 3 de mayo de 2026", date(2026, 5, 3)),
        ("martes 5 de mayo del 2026", date(2026, 5, 5)),
        ("3-may-26", date(2026, 5, 3)),
        ("3-may.-2026", date(2026, 5, 3)),
        ("1º de enero de 2026", date(2026, 1, 1)),
        ("15/ene/2026", date(2026, 1, 15)),
        ("May 3, 2026", date(2026, 5, 3)),
        ("May 3rd, 2026", date(2026, 5, 3)),
        ("3 Sept 2026", date(2026, 9, 3)),
        ("may-26", date(2026, 5, 1)),
        ("Mayo 2026", date(2026, 5, 1)),
        ("mayo de 2026", date(2026, 5, 1)),
        ("05/2026", date(2026, 5, 1)),
        ("2021M06", date(2021, 6, 1)),
        ("2021-06", date(2021, 6, 1)),
        ("990201", date(1999, 2, 1)),
        ("19970101", date(1997, 1, 1)),
        ("03052026", date(2026, 5, 3)),
        ("202106", date(2021, 6, 1)),
        ("46145", date(2026, 5, 3)),
        (" 03/05/2026\u00a0", date(2026, 5, 3)),
        ("2026-05-03T14:20:00Z", date(2026, 5, 3)),
        ("1899-12-31", "implausible date"),
        ("03/05/2062", "implausible date"),
        ("31/02/2026", "no such day"),
        ("32/13/2026", "no such day"),
        ("26-may", "no year"),
        ("mañana", "not a date"),
        ("12", "not a date"),
        ("03/05/206", "not a date"),
        ("Marta 3 2026", "not a date"),
        ("", None),
        ("s/d", None),
        ("#N/D", None),
        ("#¡REF!", "formula error"),
    ],
)
def test_a_date_by_itself(text: str, day: date | str | None) -> None:
    assert outcome(DATE, text) == day


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("03/05/2026 14:20", datetime(2026, 5, 3, 14, 20)),
        ("3/5/2026 2:20:30 p. m.", datetime(2026, 5, 3, 14, 20, 30)),
        ("3/5/2026 2:20:30 p.\u00a0m.", datetime(2026, 5, 3, 14, 20, 30)),
        ("2026/05/03 2:20:11 p. m. GMT-5", datetime(2026, 5, 3, 14, 20, 11)),
        ("2026/05/03 12:05:00 AM GMT+1", datetime(2026, 5, 3, 0, 5)),
        ("2026-05-03T14:20:11.250Z", datetime(2026, 5, 3, 14, 20, 11)),
        ("2026-05-03T14:20:11-05:00", datetime(2026, 5, 3, 14, 20, 11)),
        ("3 de mayo de 2026 a las 14:20", datetime(2026, 5, 3, 14, 20)),
        ("May 3, 2026 2 PM", datetime(2026, 5, 3, 14, 0)),
        ("03/05/2026 14h20", datetime(2026, 5, 3, 14, 20)),
        ("46145.5", datetime(2026, 5, 3, 12, 0)),
        ("03/05/2026 25:00", "not a date"),
        ("03/05/2026", datetime(2026, 5, 3)),
    ],
)
def test_an_instant_by_itself(text: str, instant: datetime | str) -> None:
    assert outcome(INSTANT, text) == instant


def test_one_day_above_12_tells_the_whole_column_is_day_first() -> None:
    assert converted(DATE, ["03/05/2026", "25/05/2026"]).values.to_pylist() == [date(2026, 5, 3), date(2026, 5, 25)]


def test_one_month_second_above_12_tells_the_whole_column_is_month_first() -> None:
    assert converted(DATE, ["03/05/2026", "05/25/2026"]).values.to_pylist() == [date(2026, 3, 5), date(2026, 5, 25)]


def test_a_column_that_says_neither_is_read_day_first_and_says_so() -> None:
    column = converted(DATE, ["03/05/2026", "04/05/2026"])
    assert column.values[0].as_py() == date(2026, 5, 3)
    assert [notice.cause for notice in column.notices] == ["day first assumed"]


def test_a_confirmed_order_is_followed_in_silence() -> None:
    column = converted(DATE, ["03/05/2026", "04/05/2026"], day_first=False)
    assert column.values[0].as_py() == date(2026, 3, 5)
    assert column.notices == ()


def test_a_column_that_contradicts_itself_keeps_only_what_can_be_read_in_one_way() -> None:
    column = converted(DATE, ["25/05/2026", "05/25/2026", "03/05/2026", "05/05/2026"])
    assert column.values.to_pylist() == [date(2026, 5, 25), date(2026, 5, 25), None, date(2026, 5, 5)]
    assert causes(column)[2] == "date of two readings"


def test_number_cells_of_six_digits_are_dates_without_their_leading_zero_too() -> None:
    assert converted(DATE, [990201.0, 10203.0]).values.to_pylist() == [date(1999, 2, 1), date(2001, 2, 3)]


def test_number_cells_are_days_of_excel() -> None:
    assert converted(INSTANT, [46145.0, 46145.75, None]).values.to_pylist() == [
        datetime(2026, 5, 3),
        datetime(2026, 5, 3, 18),
        None,
    ]


def test_small_numbers_are_no_dates() -> None:
    assert causes(converted(DATE, [1.0, 31.0])) == ["implausible date", "implausible date"]


def test_years_alone_are_the_first_of_january_and_say_so() -> None:
    column = converted(DATE, [2014.0, 2015.0])
    assert column.values.to_pylist() == [date(2014, 1, 1), date(2015, 1, 1)]
    assert [notice.cause for notice in column.notices] == ["first of year"]


def test_date_cells_are_kept_and_bounded() -> None:
    cells = pa.array([datetime(2026, 5, 3, 14, 20), datetime(1899, 12, 31), None], pa.timestamp("us")).to_pylist()
    column = converted(INSTANT, cells)
    assert column.values.to_pylist() == [datetime(2026, 5, 3, 14, 20), None, None]
    assert causes(column) == [None, "implausible date", None]


def test_a_long_column_is_read_as_a_short_one() -> None:
    texts = [f"{1 + i % 28:02d}/{1 + i % 12:02d}/2026 {i % 24}:{i % 60:02d}:{i // 60 % 60:02d}" for i in range(8_000)]
    texts[17] = "31/02/2026 10:00"
    texts[18] = "03/02/2026 29:00"
    long = converted(INSTANT, texts)
    assert causes(long)[17:19] == ["no such day", "not a date"]
    assert long.values[:17].to_pylist() == converted(INSTANT, texts[:17], day_first=True).values.to_pylist()
    assert long.values.null_count == 2


def test_eight_digits_are_year_month_and_day_beside_other_ways_of_writing() -> None:
    assert outcome(FieldType.DATE, "20260213") == date(2026, 2, 13)
    mixed = converted(FieldType.DATE, ["13/02/2026", "20260213", "46066", "20261340"])
    assert mixed.values.to_pylist() == [date(2026, 2, 13)] * 3 + [None]
    assert causes(mixed)[3] == "no such day"
