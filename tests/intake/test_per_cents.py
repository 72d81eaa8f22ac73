"""Numbers shown in per cent: what the spreadsheet keeps is a fraction, what the person sees and means is 85 %."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from momentos.datasets.checked import CheckedSheet
from momentos.intake.cells import per_cent_text
from momentos.intake.opening import open_workbook
from momentos.intake.preparing import prepare
from momentos.intake.raw_table import RawTable
from momentos.intake.recognise import default_choices, recognise
from tests.intake.hostile import ods, ods_row

TODAY = date(2026, 11, 21)


def table_of(path: Path, shown: Sequence[float], plain: Sequence[float], *headers: str) -> RawTable:
    """A survey whose columns of scores hold these numbers: first those shown in per cent, then plain ones."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, per_cent = book.add_worksheet("Encuestas"), book.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, ("Encuesta", "Fecha", *headers))
        for row, number in enumerate((*shown, *plain), start=1):
            sheet.write_row(row, 0, (f"P{row}", f"{row:02d}/05/2026"))
            for place in range(len(headers)):
                sheet.write_number(row, 2 + place, number, per_cent if row <= len(shown) else None)
    (table,) = open_workbook(path, path.name).tables
    return table


def loaded(table: RawTable) -> CheckedSheet:
    return prepare(table, default_choices(recognise(table, today=TODAY)), today=TODAY)


@pytest.mark.parametrize(
    ("shown", "plain", "header", "scores"),
    [
        ([0.85, 0.9, 0.4, 1], [], "Satisfacción", [4.4, 4.6, 2.6, 5]),
        ([1, 1, 0], [], "Satisfacción", [5, 5, 1]),
        ([1, 1, 1], [], "Satisfacción", [5, 5, 5]),
        ([0.9, 1, 0.8], [], "NPS", [9, 10, 8]),
        ([0.9, 1], [1, 5, 4, 3], "Satisfacción", [4.6, 5, 1, 5, 4, 3]),
    ],
)
def test_a_score_in_per_cent_is_a_share_of_the_whole_scale(
    tmp_path: Path, shown: list[float], plain: list[float], header: str, scores: list[float]
) -> None:
    sheet = loaded(table_of(tmp_path / "a.xlsx", shown, plain, header))
    name = sheet.mapping[header]

    assert sheet.rows.column(name).to_pylist() == pytest.approx(scores)
    assert "scores in per cent" in {problem.cause for problem in sheet.problems}


def test_a_format_put_by_accident_changes_nothing(tmp_path: Path) -> None:
    sheet = loaded(table_of(tmp_path / "a.xlsx", [5, 4, 1, 3, 2], [], "Satisfacción"))

    assert sheet.rows.column("csat").to_pylist() == [5, 4, 1, 3, 2]
    assert "csat" not in {problem.field for problem in sheet.problems}


def test_a_per_cent_beyond_a_hundred_is_named_in_its_cell(tmp_path: Path) -> None:
    sheet = loaded(table_of(tmp_path / "a.xlsx", [0.85, 0.9, 1.5, 1], [], "Satisfacción"))

    assert [(one.cell, one.found) for one in sheet.problems if one.cause == "impossible score"] == [("C4", "150 %")]
    assert sheet.rows.column("csat").to_pylist() == pytest.approx([4.4, 4.6, 5])


def test_a_grid_in_per_cent_is_a_grid(tmp_path: Path) -> None:
    sheet = loaded(table_of(tmp_path / "a.xlsx", [0.85, 0.9, 1], [], "[Caja]", "[Envío]", "[Web]"))

    assert sheet.more["ratings"].column("score").to_pylist() == pytest.approx([4.4, 4.6, 5] * 3)


@pytest.mark.parametrize(
    ("fraction", "written"),
    [
        (0.85, "85 %"),
        (1.0, "100 %"),
        (0.0, "0 %"),
        (0.07, "7 %"),
        (0.12345, "12.3450 %"),
        (-0.5, "-50 %"),
        (3.0, "300 %"),
    ],
)
def test_it_is_written_as_it_is_shown(fraction: float, written: str) -> None:
    assert per_cent_text(fraction) == written


def test_whole_scores_and_halves_under_a_wrong_format_are_scores(tmp_path: Path) -> None:
    scores = [4.5, 4, 3, 2, 1, 5, 4, 3]
    sheet = loaded(table_of(tmp_path / "a.xlsx", scores, [], "Satisfacción"))

    assert sheet.rows.column("csat").to_pylist() == scores
    assert sheet.rejected == 0


def test_yes_and_no_shown_in_per_cent_are_yes_and_no(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, per_cent = book.add_worksheet("Llamadas"), book.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, ("Fecha", "Empleado", "Resuelto", "Canal"))
        for row, solved in enumerate([1, 1, 0, 1], start=1):
            sheet.write_row(row, 0, (f"{row + 12}/05/2026", f"Persona {row}"))
            sheet.write_number(row, 2, solved, per_cent)
            sheet.write(row, 3, "Teléfono")
    (table,) = open_workbook(path, path.name).tables

    found = loaded(table)

    assert found.mapping["Resuelto"] == "resolved"
    assert found.rows.column("resolved").to_pylist() == [True, True, False, True]


def test_an_ods_tells_what_is_shown_in_per_cent(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    shown = "".join(
        ods_row(ods_text(f"P{row}"), ods_text(f"{row + 12}/05/2026"), ods_per_cent(share))
        for row, share in enumerate([1, 1, 0.8], start=1)
    )
    path.write_bytes(ods(ods_row(*map(ods_text, ("Encuesta", "Fecha", "Satisfacción"))) + shown))
    (table,) = open_workbook(path, path.name).tables

    assert loaded(table).rows.column("csat").to_pylist() == pytest.approx([5, 5, 4.2])


def ods_text(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def ods_per_cent(share: float) -> str:
    return (
        f'<table:table-cell office:value-type="percentage" office:value="{share}">'
        f"<text:p>{share:.0%}</text:p></table:table-cell>"
    )
