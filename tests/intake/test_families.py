"""Sheets that are one table cut by month decide together how its dates and numbers are written."""

from momentos.intake.choices import Choices
from momentos.intake.families import as_the_family, families
from momentos.intake.preparing import prepare
from tests.intake.drawn import TODAY, picture

JANUARY = "Fecha | Cliente | Monto\n05/01/2026 | C-1 | 1.500\n06/01/2026 | C-2 | 2.250"
FEBRUARY = "Fecha | Cliente | Monto\n25/02/2026 | C-1 | 1.500,75\n26/02/2026 | C-2 | 80,50"
ENGLISH = "Fecha | Cliente | Monto\n25/02/2026 | C-1 | 1,500.75\n26/02/2026 | C-2 | 80.50"
READ = Choices("purchases", {"A": "occurred_on", "B": "customer", "C": "amount"})


def test_a_sheet_that_tells_neither_order_nor_mark_follows_its_sister() -> None:
    tables = [picture(JANUARY, sheet="Enero"), picture(FEBRUARY, sheet="Febrero")]

    choices = as_the_family(READ, families(tables)[0], tables[0])

    assert (choices.day_first, choices.decimal_comma) == (True, True)
    sheet = prepare(tables[0], choices, today=TODAY)
    assert sheet.rows.column("amount").to_pylist() == [1500, 2250]
    assert "thousands assumed" not in [one.cause for one in sheet.problems]


def test_sisters_that_mark_decimals_by_a_point_are_followed_too() -> None:
    tables = [picture(JANUARY, sheet="Enero"), picture(ENGLISH, sheet="Febrero")]

    choices = as_the_family(READ, families(tables)[0], tables[0])

    assert prepare(tables[0], choices, today=TODAY).rows.column("amount").to_pylist() == [1.5, 2.25]


def test_a_sheet_alone_decides_for_itself() -> None:
    tables = [picture(JANUARY, sheet="Enero")]

    assert as_the_family(READ, families(tables)[0], tables[0]) == READ
