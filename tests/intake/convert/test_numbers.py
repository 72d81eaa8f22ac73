"""Numbers and money as people write them."""

import pytest

from momentos.datasets import FieldType
from tests.intake.drawn import causes, converted, outcome

NUMBER = FieldType.NUMBER


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1.234.567", 1234567.0),
        ("1,234,567", 1234567.0),
        ("0,5", 0.5),
        ("0.125", 0.125),
        ("12,5", 12.5),
        ("$ 45.900", 45900.0),
        ("US$ 1,234.50", 1234.5),
        ("€12", 12.0),
        ("12 %", 0.12),
        ("(120)", -120.0),
        ("120-", -120.0),
        ("-3,5", -3.5),
        ("−3", -3.0),
        ("1 234,56", 1234.56),
        ("1'234.50", 1234.5),
        ("1e3", 1000.0),
        ("S/. 12.50", 12.5),
        ("N/A", None),
        ("-", None),
        ("doce", "not a number"),
        ("1,23,4", "not a number"),
        ("12..5", "not a number"),
        ("#¡DIV/0!", "formula error"),
        ("inf", "not a number"),
    ],
)
def test_a_number_by_itself(text: str, number: float | str | None) -> None:
    assert outcome(NUMBER, text) == number


def test_the_column_decides_what_one_number_cannot() -> None:
    assert converted(NUMBER, ["1.234", "1,5"]).values.to_pylist() == [1234, 1.5]
    assert converted(NUMBER, ["1.234", "1.5"]).values.to_pylist() == [1.234, 1.5]


def test_a_column_of_thousands_alone_says_how_it_was_read() -> None:
    column = converted(NUMBER, ["1.234", "45.900"])
    assert column.values.to_pylist() == [1234, 45900]
    assert [notice.cause for notice in column.notices] == ["thousands assumed"]


def test_a_confirmed_mark_is_followed_in_silence() -> None:
    column = converted(NUMBER, ["1.234"], decimal_comma=False)
    assert (column.values[0].as_py(), column.notices) == (1.234, ())


def test_a_column_that_contradicts_itself_keeps_only_what_can_be_read_in_one_way() -> None:
    column = converted(NUMBER, ["1.234,5", "1,234.5", "1.234"])
    assert column.values.to_pylist() == [1234.5, 1234.5, None]
    assert causes(column)[2] == "number of two readings"


def test_number_cells_of_a_mixed_column_are_never_reinterpreted() -> None:
    column = converted(NUMBER, ["1.234", "1,5", "1.234"], numeric=[True, False, False])
    assert column.values.to_pylist() == [1.234, 1.5, 1234]


def test_number_cells_that_are_not_finite_are_refused() -> None:
    assert causes(converted(NUMBER, [float("nan"), float("inf"), 1.0])) == ["not finite", "not finite", None]


def test_beyond_the_bounds_is_refused() -> None:
    assert causes(converted(NUMBER, [0.0, 3.0, 6.0], low=1, high=5)) == ["out of range", None, "out of range"]


def test_a_whole_number_has_no_decimals() -> None:
    column = converted(FieldType.INTEGER, ["3", "3,5"])
    assert (column.values.to_pylist(), causes(column)) == ([3, None], [None, "not whole"])


@pytest.mark.parametrize(
    ("form", "expected"), [("{:,.2f}", None), ("$ {:,.2f}", None), ("{:.2f}", None), ("{}", "whole")]
)
def test_a_long_column_is_read_as_a_short_one(form: str, expected: str | None) -> None:
    numbers = [float(i) if expected else i * 1.25 for i in range(30_000)]
    texts = [form.format(int(number) if expected else number) for number in numbers]
    values = converted(NUMBER, [*texts, None, "s/d"]).values.to_pylist()
    assert values[-2:] == [None, None]
    assert values[:-2] == pytest.approx(numbers, abs=0.0051)


def test_a_per_cent_is_no_amount_of_money() -> None:
    column = converted(FieldType.MONEY, ["1.234,56", "50%", "50 %"])
    assert causes(column)[1:] == ["per cent of money"] * 2
    assert outcome(FieldType.NUMBER, "50%") == 0.5
