"""What two other programs write into a workbook is what is read from it, cell by cell."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from momentos.intake.assemble import tables_of
from momentos.intake.limits import Limits
from momentos.intake.raw_table import RawTable
from momentos.intake.readers import read_sheets

HEADERS = ("Código", "Asesor", "Espera", "Fecha", "Duración", "Atendida", "Avance")
WRITABLE = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters="\ufffe\uffff")
TEXTS = st.text(WRITABLE, min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and not text.startswith("=")
)
NUMBERS = st.floats(-1e12, 1e12, allow_nan=False).map(lambda number: float(f"{number:.12g}"))
SECONDS = st.integers(0, 40 * 86_400)
ROWS = st.lists(
    st.tuples(
        st.none() | TEXTS,
        st.none() | NUMBERS,
        st.none()
        | st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1)).map(lambda one: one.replace(microsecond=0)),
        st.none() | SECONDS.map(lambda seconds: timedelta(seconds=seconds)),
        st.none() | st.booleans(),
        st.none() | st.integers(0, 100),
    ),
    min_size=3,
    max_size=12,
)
Rows = Sequence[Sequence[Any]]


def by_xlsxwriter(path: Path, rows: Rows) -> None:
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("Datos")
        date, elapsed, per_cent = (
            book.add_format({"num_format": code}) for code in ("dd/mm/yyyy hh:mm:ss", "[h]:mm:ss", "0%")
        )
        write: list[Callable[..., Any]] = [
            sheet.write_string,
            sheet.write_string,
            sheet.write_number,
            lambda row, column, value: sheet.write_datetime(row, column, value, date),
            lambda row, column, value: sheet.write_datetime(row, column, value, elapsed),
            sheet.write_boolean,
            lambda row, column, value: sheet.write_number(row, column, value / 100, per_cent),
        ]
        sheet.write_row(0, 0, HEADERS)
        for row, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells):
                if value is not None:
                    write[column](row, column, value)


def by_openpyxl(path: Path, rows: Rows) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADERS)
    for number, cells in enumerate(rows, start=2):
        for column, value in enumerate(cells, start=1):
            if value is None:
                continue
            cell = sheet.cell(number, column)
            cell.value = value / 100 if column == len(HEADERS) else value
            if isinstance(value, str):
                cell.data_type = "s"
            if isinstance(value, timedelta):
                cell.number_format = "[h]:mm:ss"
            if column == len(HEADERS):
                cell.number_format = "0%"
    book.save(path)


def table_in(path: Path) -> RawTable:
    sheets, _ = read_sheets(path, path.name, "xlsx", Limits())
    (table,) = tables_of(sheets[0])[1]
    return table


@pytest.mark.parametrize("write", [by_xlsxwriter, by_openpyxl])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=ROWS)
def test_what_was_written_is_what_is_read(write: Callable[[Path, Rows], None], drawn: list[tuple[Any, ...]]) -> None:
    rows = [(f"{place:05d}", *cells) for place, cells in enumerate(drawn, start=1)]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "datos.xlsx", rows)
        table = table_in(Path(folder) / "datos.xlsx")

    assert [column.header for column in table.columns] == list(HEADERS)
    assert table.row_numbers.to_pylist() == list(range(2, len(rows) + 2))
    *read, shown = [column.values.to_pylist() for column in table.columns]
    *written, per_cents = [list(column) for column in zip(*rows, strict=True)]
    assert read == written
    assert shown == [None if one is None else f"{one} %" for one in per_cents]
