"""Real spreadsheets, many of them ugly on purpose: each opens or is refused with a reason, and some have known answers."""

from pathlib import Path

import pytest

from momentos.domain.errors import Refused
from momentos.intake.opening import open_workbook
from tests.conftest import REAL_DATA

UGLY = sorted(path.relative_to(REAL_DATA).as_posix() for path in REAL_DATA.glob("uglyxlsx/*/*"))
REFUSED = {
    "geometry.xlsx": "column number 967",
    "example_password.xlsx": "password",
    "example_password.docx": "password",
    "ecma376standard_password.docx": "password",
    "rc4cryptoapi_password.xls": "password",
    "xor_password_123456789012345.xls": "password",
    "rc4cryptoapi_password.doc": "old Office document",
    "rc4cryptoapi_password.ppt": "old Office document",
    "plain.doc": "old Office document",
    "plain.ppt": "old Office document",
}


@pytest.mark.parametrize("name", UGLY)
def test_every_ugly_workbook_opens_or_is_refused_with_its_reason(real_data: Path, name: str) -> None:
    path = real_data / name
    if path.name in REFUSED:
        with pytest.raises(Refused, match=REFUSED[path.name]):
            open_workbook(path, path.name)
        return

    opened = open_workbook(path, path.name)

    assert opened.sheets
    assert all(sheet.why_empty or any(table.sheet == sheet.name for table in opened.tables) for sheet in opened.sheets)


def test_a_sheet_that_declares_a_million_rows_has_its_three(real_data: Path) -> None:
    path = real_data / "uglyxlsx/tablib/bad_dimensions.xlsx"

    (table,) = open_workbook(path, path.name).tables
    assert table.row_count == 3


def test_the_bank_calls_are_all_there_in_both_forms(real_data: Path) -> None:
    folder = real_data / "bank-calls"
    (book,) = open_workbook(folder / "bank_calls_first_week.xlsx", "a.xlsx").tables
    (text,) = open_workbook(folder / "bank_calls_first_week.txt", "a.txt").tables

    assert book.row_count == text.row_count == 9_007
    assert [column.header for column in book.columns] == [column.header for column in text.columns]


def test_error_cells_of_an_old_workbook_are_their_text(real_data: Path) -> None:
    path = real_data / "uglyxlsx/tablib/errors.xls"

    (table,) = open_workbook(path, path.name).tables
    assert [column.values.to_pylist() for column in table.columns] == [["#DIV/0!"], ["#NAME?"], ["#N/A"], ["#N/A"]]


def test_columns_aligned_by_spaces_are_told_apart(real_data: Path) -> None:
    path = real_data / "cdnow/CDNOW_sample.txt"

    (table,) = open_workbook(path, path.name).tables
    assert (table.row_count, len(table.columns)) == (6_919, 5)


def test_dates_are_right_on_both_sides_of_the_day_that_never_was(real_data: Path) -> None:
    path = real_data / "uglyxlsx/readxl/dates-leap-year-1900-xlsx.xlsx"

    table = open_workbook(path, path.name).tables[0]
    moments, texts = (column.values.to_pylist() for column in table.columns[:2])
    that_never_was = "1900-02-29 08:00:00"
    assert {
        (f"{moment:%Y-%m-%d %H:%M:%S}", text[:19])
        for moment, text in zip(moments, texts, strict=True)
        if text[:19] != f"{moment:%Y-%m-%d %H:%M:%S}"
    } == {("1900-02-28 08:00:00", that_never_was)}
