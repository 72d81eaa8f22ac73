"""Mending wrong cells before loading: all that are alike, or one."""

from momentos.intake.choices import Choices
from momentos.intake.preparing import prepare
from momentos.intake.repair import Repair, as_kept, from_kept, repairables, repaired
from tests.intake.drawn import TODAY, picture, table

CALLS = """
Fecha      | Agente | Espera
13/02/2026 | Ana    | mucho
14/02/2026 | Ana    | mucho
15/02/2026 | Luis   | poco
16/02/2026 | Luis   | 40
"""
READ = Choices("interactions", {"A": "occurred_at", "B": "employee", "C": "wait_seconds"})


def test_what_is_wrong_is_grouped_by_what_the_cells_hold() -> None:
    sheet = prepare(picture(CALLS), READ, today=TODAY)

    found = [(one.letter, one.found, one.cells) for one in repairables(sheet.problems)]

    assert found == [("C", "mucho", ("C2", "C3")), ("C", "poco", ("C4",))]


def test_what_is_worth_a_look_comes_after_what_is_wrong() -> None:
    raw = picture("Fecha | Agente | Espera\n13/02/2026 | Ana | 99999\n14/02/2026 | Luz | mucho\n15/02/2026 | Luz | 30")

    found = [(one.found, str(one.problem.severity)) for one in repairables(prepare(raw, READ, today=TODAY).problems)]

    assert found == [("mucho", "error"), ("99999", "warning")]


def test_all_cells_alike_are_mended_at_once() -> None:
    mended = prepare(repaired(picture(CALLS), [Repair("C", "mucho", "60")]), READ, today=TODAY)

    assert mended.rows.column("wait_seconds").to_pylist() == [60, 60, 40]
    assert (mended.read, mended.rejected) == (4, 1)


def test_one_cell_is_mended_and_another_emptied() -> None:
    repairs = [Repair("C", "mucho", "60", row=2), Repair("C", "poco", "")]

    mended = prepare(repaired(picture(CALLS), repairs), READ, today=TODAY)

    assert mended.rows.column("wait_seconds").to_pylist() == [60, None, 40]


def test_numbers_beside_a_mended_cell_stay_numbers() -> None:
    raw = table({"Fecha": ["13/02/2026", "14/02/2026"], "Agente": ["Ana", "Ana"], "Espera": [30.5, -1.0]})

    mended = prepare(repaired(raw, [Repair("C", "-1", "20")]), READ, today=TODAY)

    assert mended.rows.column("wait_seconds").to_pylist() == [30.5, 20]


def test_repairs_are_kept_and_read_again() -> None:
    repairs = [Repair("C", "mucho", "60", row=2), Repair("B", "x", "")]

    assert from_kept(as_kept(repairs)) == repairs
