"""Tables for a terminal: numbers as the reader writes them."""

from datetime import date, datetime

import pytest

from momentos.locales.reader import reader
from momentos.terminal.aligned import aligned, cell


@pytest.mark.parametrize(
    ("value", "spanish", "english"),
    [
        (1234, "1.234", "1,234"),
        (1234.56, "1.234,6", "1,234.6"),
        (9.876, "9,88", "9.88"),
        (10.0, "10,0", "10.0"),
        (-2.5, "-2,50", "-2.50"),
        (None, "–", "–"),
        (float("nan"), "–", "–"),
        (True, "True", "True"),
        ("a\nb", "a b", "a b"),
        (date(2026, 3, 2), "2026-03-02", "2026-03-02"),
        (datetime(2026, 3, 2, 9, 5), "2026-03-02 09:05", "2026-03-02 09:05"),
    ],
)
def test_a_cell_is_written_for_its_reader(value, spanish: str, english: str) -> None:
    assert (cell(value, reader("es")), cell(value, reader("en"))) == (spanish, english)


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    assert aligned(["Área", "n"], [["Caja", 5], ["Web", 1200]], reader("es")).splitlines() == [
        "Área      n",
        "────  ─────",
        "Caja      5",
        "Web   1.200",
    ]


def test_long_text_is_cut_but_in_the_last_column() -> None:
    long = "x" * 60
    (line,) = aligned(["a", "b"], [[long, long]], reader("es")).splitlines()[2:]
    assert line.split() == ["x" * 47 + "…", long]
