"""How long a case took, worked out from when it was opened and when it was closed."""

import pytest

from momentos.datasets.checked import CheckedSheet, Severity
from momentos.intake.preparing import prepare
from momentos.intake.recognise import default_choices, recognise
from tests.intake.drawn import TODAY, picture


def loaded(drawing: str) -> CheckedSheet:
    table = picture(drawing)
    return prepare(table, default_choices(recognise(table, today=TODAY)), today=TODAY)


def test_it_lasts_from_opening_to_closing_and_an_end_before_the_beginning_is_told() -> None:
    sheet = loaded("""
Ticket | Fecha de apertura | Fecha de cierre
1      | 14/05/2026 10:00  | 14/05/2026 11:30
2      | 14/05/2026 10:00  | 13/05/2026 09:00
3      | 14/05/2026 10:00  |
""")
    assert sheet.rows.column("resolution_seconds").to_pylist() == [5400, None, None]
    assert "resolved_at" not in sheet.rows.column_names
    assert [(one.cell, one.cause) for one in sheet.problems if one.severity is Severity.WARNING] == [
        ("C3", "ends before it begins")
    ]
    assert (sheet.rejected, sheet.skipped) == (0, 0)


@pytest.mark.parametrize(
    ("opened", "closed", "seconds"),
    [("14/05/2026", "16/05/2026", 172_800), ("14/05/2026 15:00", "14/05/2026", 0), ("14/05/2026", "15/05/2026 08:00", 86_400)],
)  # fmt: skip
def test_where_one_of_the_two_has_no_hours_days_are_counted(opened: str, closed: str, seconds: float) -> None:
    sheet = loaded(f"Ticket | Fecha de apertura | Fecha de cierre\n1 | {opened} | {closed}")

    assert sheet.rows.column("resolution_seconds").to_pylist() == [seconds]
    assert [one for one in sheet.problems if one.severity is Severity.WARNING] == []


def test_a_column_that_says_how_long_goes_before() -> None:
    sheet = loaded("""
Ticket | Fecha de apertura | Fecha de cierre  | Tiempo de resolución
1      | 14/05/2026 10:00  | 14/05/2026 11:30 | 0:20:00
""")
    assert sheet.rows.column("resolution_seconds").to_pylist() == [1200]


def test_the_hour_in_a_column_of_its_own_belongs_to_the_opening() -> None:
    sheet = loaded("""
Ticket | Fecha de apertura | Hora  | Fecha de cierre
1      | 14/05/2026        | 10:00 | 14/05/2026 10:30
""")
    assert sheet.rows.column("resolution_seconds").to_pylist() == [1800]
