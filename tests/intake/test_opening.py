"""What comes out of a workbook: values as the workbook holds them, and counts that add up."""

from datetime import datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
import xlsxwriter

from momentos.intake.opening import open_workbook
from momentos.intake.raw_table import Column, RawTable
from tests.intake.hostile import packed, parts, sheet_xml, styles_xml, workbook


def column_of(path: Path, header: str) -> Column:
    (table,) = open_workbook(path, path.name).tables
    return next(column for column in table.columns if column.header == header)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> RawTable:
    """One table with a column of each kind, as Excel writes them."""
    path = tmp_path_factory.mktemp("mixed") / "mixed.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Datos")
        day, instant = (
            book.add_format({"num_format": "dd/mm/yyyy"}),
            book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
        )
        time, elapsed = book.add_format({"num_format": "hh:mm:ss"}), book.add_format({"num_format": "[h]:mm:ss"})
        percent = book.add_format({"num_format": "0.0%"})
        headers = (
            "Folio",
            "Fecha",
            "Instante",
            "Hora",
            "Duración",
            "Porcentaje",
            "Puntaje",
            "Sí o no",
            "Mezcla",
            "Nada",
        )
        sheet.write_row(0, 0, headers)
        for row, score in enumerate((4, 5, None, 3), start=1):
            if score is None:
                continue
            sheet.write_string(row, 0, f"{row:05d}")
            sheet.write_datetime(row, 1, datetime(2026, 5, row), day)
            sheet.write_datetime(row, 2, datetime(2026, 5, 3, 14, 20, row), instant)
            sheet.write_number(row, 3, 9.5 / 24, time)
            sheet.write_number(row, 4, 26.5 / 24, elapsed)
            sheet.write_number(row, 5, 0.125, percent)
            sheet.write_number(row, 6, score)
            sheet.write_boolean(row, 7, row == 1)
        sheet.write_number(1, 8, 12345678901)
        sheet.write_string(2, 8, "12")
        sheet.write_datetime(4, 8, datetime(2026, 5, 3), day)
        sheet.write_string(4, 6 + 4, "suelto")
    (table,) = open_workbook(path, path.name).tables
    return table


def values(table: RawTable, header: str) -> list:
    return next(column for column in table.columns if column.header == header).values.to_pylist()


def test_identifiers_keep_their_leading_zeros(mixed: RawTable) -> None:
    assert values(mixed, "Folio") == ["00001", "00002", None, "00004"]


def test_dates_and_instants_are_timestamps(mixed: RawTable) -> None:
    assert values(mixed, "Fecha") == [datetime(2026, 5, 1), datetime(2026, 5, 2), None, datetime(2026, 5, 4)]
    assert values(mixed, "Instante")[0] == datetime(2026, 5, 3, 14, 20, 1)


def test_times_and_long_durations_are_durations(mixed: RawTable) -> None:
    assert values(mixed, "Hora")[0] == timedelta(hours=9, minutes=30)
    assert values(mixed, "Duración")[0] == timedelta(hours=26, minutes=30)


def test_per_cents_are_texts_as_they_are_shown(mixed: RawTable) -> None:
    assert values(mixed, "Porcentaje") == ["12.5 %", "12.5 %", None, "12.5 %"]


def test_yes_and_no_are_booleans(mixed: RawTable) -> None:
    assert values(mixed, "Sí o no") == [True, False, None, False]


def test_a_mixed_column_is_text_and_says_which_cells_were_numbers(mixed: RawTable) -> None:
    mixture = next(column for column in mixed.columns if column.header == "Mezcla")

    assert mixture.values.to_pylist() == ["12345678901", "12", None, "2026-05-03"]
    assert mixture.numeric is not None
    assert mixture.numeric.to_pylist() == [True, False, False, False]


def test_an_empty_column_is_of_no_type(mixed: RawTable) -> None:
    assert next(column for column in mixed.columns if column.header == "Nada").values.type == pa.null()


def test_blank_rows_are_kept_and_numbered_as_in_the_sheet(mixed: RawTable) -> None:
    assert mixed.row_numbers.to_pylist() == [2, 3, 4, 5]
    assert mixed.cell(3, mixed.columns[1]) == "B5"


def test_a_workbook_of_1904_counts_its_days_from_then(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" s="1"><v>1</v></c></row>'
    content = workbook(sheet_xml(rows), styles=styles_xml("yyyy-mm-dd"), properties='<workbookPr date1904="1"/>')

    assert column_of(written(tmp_path / "a.xlsx", content), "Empleado").values.to_pylist() == [datetime(1904, 1, 2)]


def test_error_cells_are_their_text(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>4.5</v></c></row>'
        '<row r="3"><c r="A3" t="e"><v>#N/D</v></c></row>'
    )
    column = column_of(written(tmp_path / "a.xlsx", workbook(sheet_xml(rows))), "Empleado")

    assert column.values.to_pylist() == ["4.5", "#N/D"]
    assert column.numeric is not None
    assert column.numeric.to_pylist() == [True, False]


def test_formulas_without_a_stored_result_are_counted_and_told(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><f>1+1</f></c></row>'
        '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><f>1+1</f><v></v></c></row>'
    )
    opened = open_workbook(written(tmp_path / "a.xlsx", workbook(sheet_xml(rows))), "a.xlsx")

    assert "Formulas without a stored result in the sheet Hoja1: 2." in str(opened.notices[0])


def test_tables_of_hidden_sheets_are_read_and_marked(tmp_path: Path) -> None:
    opened = open_workbook(written(tmp_path / "a.xlsx", packed(parts(state=' state="veryHidden"'))), "a.xlsx")

    assert opened.tables[0].hidden
    assert opened.notices == ()


def test_a_hidden_sheet_without_a_table_is_told(tmp_path: Path) -> None:
    empty = parts(sheet_xml(""), state=' state="hidden"')
    opened = open_workbook(written(tmp_path / "a.xlsx", packed(empty)), "a.xlsx")

    assert opened.tables == ()
    assert "is hidden" in str(opened.notices[0])


def test_macros_are_told_and_not_run(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsm", packed(parts() | {"xl/vbaProject.bin": b"x"}))

    assert "macros" in str(open_workbook(path, "a.xlsm").notices[0])


def test_text_stays_text_in_a_csv(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b"Folio;Puntaje\n007;4,5\n008;5\n")

    (table,) = open_workbook(path, "a.csv").tables
    assert [column.values.to_pylist() for column in table.columns] == [["007", "008"], ["4,5", "5"]]


def test_the_windows_encoding_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "Área;Puntaje\nAtención;4\n".encode("cp1252"))

    opened = open_workbook(path, "a.csv")
    assert "cp1252" in str(opened.notices[0])
    assert opened.tables[0].columns[0].header == "Área"


def test_a_row_with_too_many_fields_is_named_and_kept(tmp_path: Path) -> None:
    lines = ["Empleado,Puntaje", *["Ana,4"] * 40, "Luis,5,de más", *["Ana,4"] * 40]
    path = written(tmp_path / "a.csv", "\n".join(lines).encode())

    opened = open_workbook(path, "a.csv")
    assert "row 42" in str(opened.notices[0])
    assert opened.tables[0].row_count == 81
    assert "de más" in opened.tables[0].columns[-1].values.to_pylist()


def test_the_hash_names_the_bytes(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b"a,b\n1,2\n")

    source = open_workbook(path, "a.csv").source
    assert source.sha256 == "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470"
    assert source.size == 8
