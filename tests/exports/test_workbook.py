"""What people open elsewhere holds the same values, and nothing in it runs or calls anybody."""

import csv
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest

from momentos.exports.workbook import Table, csv_bytes, sheet_name, workbook

HOSTILE = [
    "=1+1",
    "+57 300",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "http://example.com/x",
    "mailto:a@b.c",
    '=HYPERLINK("http://example.com")',
]


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def test_values_come_back_as_the_kind_they_were() -> None:
    row = ["Lucía", 3, 4.5, True, date(2026, 5, 3), datetime(2026, 5, 3, 14, 20), timedelta(seconds=90), None]
    page = opened(workbook([Table("Datos", list("abcdefgh"), [row])]))["Datos"]
    values = [cell.value for cell in page[2]]
    assert values == [
        "Lucía",
        3,
        4.5,
        True,
        datetime(2026, 5, 3),
        datetime(2026, 5, 3, 14, 20),
        timedelta(seconds=90),
        None,
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_a_formula_nor_a_link(text: str) -> None:
    book = opened(workbook([Table("Datos", [text], [[text]])]))
    for cell in (book["Datos"]["A1"], book["Datos"]["A2"]):
        assert cell.value == text
        assert cell.data_type == "s"
        assert cell.hyperlink is None


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+57 300", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-1+1|cmd", "-x", "- Ana", "-3 a -1", "＝1+1", "-1%%"],
)
def test_csv_text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str) -> None:
    content = csv_bytes(Table("Datos", [text], [[text], [-2], [None]]))
    assert content.startswith("\ufeff".encode())
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows == [[f"'{text}"], [f"'{text}"], ["-2"], [""]]


@pytest.mark.parametrize("figure", ["-2", "-3,5", "-1.234,5", "-1 234", "-75,8 %", "-75.8%"])
def test_a_negative_figure_stays_a_number_in_csv(figure: str) -> None:
    assert csv_bytes(Table("Datos", ["Cambio"], [[figure], [-2.5]])).decode("utf-8-sig").splitlines() == [
        '"Cambio"',
        f'"{figure}"',
        "-2.5",
    ]


def test_a_semicolon_in_a_name_begins_no_cell_where_columns_are_parted_by_semicolons() -> None:
    content = csv_bytes(Table("Datos", ["Sede"], [["Norte;=1+1"]])).decode("utf-8-sig")
    assert list(csv.reader(StringIO(content), delimiter=";")) == [["Sede"], ["Norte;=1+1"]]


def test_a_number_that_is_not_finite_is_an_empty_cell() -> None:
    page = opened(workbook([Table("Datos", ["a"], [[float("nan")], [float("inf")], [1.5]])]))["Datos"]
    assert [page.cell(row, 1).value for row in (2, 3, 4)] == [None, None, 1.5]


def test_sheet_names_fit_excel_and_differ() -> None:
    long = "Notas por punto de contacto y por persona"
    assert sheet_name("Enero/Febrero [2026]?") == "Enero Febrero 2026"
    assert len(sheet_name(long)) == 31
    first = sheet_name(long)
    assert sheet_name(long, [first]) != first
    assert len(sheet_name(long, [first])) <= 31


def test_a_table_without_rows_is_its_headers() -> None:
    page = opened(workbook([Table("Vacía", ["Fecha", "Canal"], [])]))["Vacía"]
    assert [cell.value for cell in page[1]] == ["Fecha", "Canal"]
    assert page.max_row == 1
