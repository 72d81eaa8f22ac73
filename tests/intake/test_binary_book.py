"""A workbook saved as .xlsb says the same as one saved as .xlsx, from the cells to the rows of the database."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from momentos.intake.opening import open_workbook
from momentos.intake.preparing import prepare
from momentos.intake.recognise import default_choices, recognise
from tests.intake.binary_book import Value, write_binary_book

TODAY = date(2026, 6, 30)
ROWS: list[list[Value]] = [
    ["Folio", "Fecha y hora", "Empleado", "Punto de contacto", "Espera", "Resuelto", "Comentario"],
    *(
        [f"{number:05d}", datetime(2026, 5, 1 + number % 28, 9, number % 60), "Ñandú Peña", "Pagar en caja",
         12.5 * number, number % 3 == 0, None if number % 2 else "“Tardó” <mucho> & mal"]
        for number in range(1, 61)
    ),
]  # fmt: skip


@pytest.fixture
def books(tmp_path: Path) -> tuple[Path, Path]:
    """The same rows as .xlsb and as .xlsx."""
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.title = "Atenciones"
    book.save(tmp_path / "atenciones.xlsx")
    return write_binary_book(tmp_path / "atenciones.xlsb", "Atenciones", ROWS), tmp_path / "atenciones.xlsx"


def test_both_forms_hold_the_same_cells(books: tuple[Path, Path]) -> None:
    (binary,), (usual,) = (open_workbook(path, path.name).tables for path in books)

    assert binary.sheet == usual.sheet == "Atenciones"
    assert [(one.letter, one.header) for one in binary.columns] == [(one.letter, one.header) for one in usual.columns]
    for one, other in zip(binary.columns, usual.columns, strict=True):
        assert one.values.to_pylist() == other.values.to_pylist(), one.header


def test_both_forms_load_the_same_rows(books: tuple[Path, Path]) -> None:
    loaded = []
    for path in books:
        (table,) = open_workbook(path, path.name).tables
        loaded.append(prepare(table, default_choices(recognise(table, today=TODAY)), today=TODAY))

    assert loaded[0].dataset == "interactions"
    assert loaded[0].rows.num_rows == len(ROWS) - 1
    assert loaded[0].rows.equals(loaded[1].rows)
