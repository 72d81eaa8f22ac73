""".xls, .xlsb and .ods, through calamine and fastexcel. Runs where a crash harms nobody."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import fastexcel
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from momentos.domain.errors import WrongInput
from momentos.domain.messages import Message, say
from momentos.intake.cells import Sheet, sheet_from_rows
from momentos.intake.gate import password_message
from momentos.intake.limits import Limits
from momentos.intake.tally import Tally

ERRORS = {
    "Div0": "#DIV/0!", "NA": "#N/A", "Name": "#NAME?", "Null": "#NULL!", "Num": "#NUM!", "Ref": "#REF!",
    "Value": "#VALUE!",
}  # fmt: skip
_ERROR = re.compile(r"got 'Error\((\w+)\)'")


def read(path: Path, name: str, limits: Limits) -> tuple[list[Sheet], list[Message]]:
    """Every sheet's cells. Raises ``Refused`` where the file is protected, damaged or over a limit."""
    tally = Tally(limits)
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            metadata = workbook.sheets_metadata
            tally.check_sheets(len(metadata))
            with_errors = fastexcel.read_excel(path)
            return [_read_sheet(workbook, with_errors, one, tally) for one in metadata], []
    except PasswordError as error:
        raise WrongInput(password_message(name)) from error
    except (CalamineError, fastexcel.FastExcelError) as error:
        raise WrongInput(
            say(
                "The file {file} is damaged or not quite a spreadsheet; its reader says: {detail}. "
                "Open it in Excel or LibreOffice, save it as .xlsx and try with that copy.",
                file=name,
                detail=str(error).partition("\n")[0][:200],
            )
        ) from error


def _read_sheet(workbook: CalamineWorkbook, with_errors: fastexcel.ExcelReader, metadata: Any, tally: Tally) -> Sheet:
    hidden = metadata.visible != SheetVisibleEnum.Visible
    if metadata.typ != SheetTypeEnum.WorkSheet:
        return Sheet(metadata.name, hidden)
    found = workbook.get_sheet_by_name(metadata.name)
    if found.start is None or found.end is None:
        return Sheet(metadata.name, hidden)
    tally.check_box(found.start[0] + 1, found.end[0] + 1, found.start[1] + 1, found.end[1] + 1, metadata.name)
    rows = found.to_python(skip_empty_area=False)
    for row, column, text in _errors(with_errors, metadata.name, found.start, found.end):
        if rows[row][column] == "":
            rows[row][column] = text
    sheet = sheet_from_rows(metadata.name, hidden, _without_nulls(rows))
    tally.count(sheet.cell_count, metadata.name)
    return sheet


def _errors(
    reader: fastexcel.ExcelReader, sheet: str, start: tuple[int, int], end: tuple[int, int]
) -> Iterator[tuple[int, int, str]]:
    """The error cells: row and column from 0 and the error's text.

    calamine gives an error cell as an empty one; fastexcel, asked for texts, lists the cells that are none. It counts
    them from the first used row and column, or from A1, which its height and width tell.
    """
    loaded = reader.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
    _, found = loaded.to_arrow_with_errors()
    top = 0 if loaded.height == end[0] + 1 else start[0]
    left = 0 if loaded.width == end[1] + 1 else start[1]
    for one in found.errors if found is not None else ():
        error = _ERROR.search(one.detail)
        row, column = one.position[0] + top, one.position[1] + left
        if error is not None and row <= end[0] and column <= end[1]:
            yield row, column, ERRORS.get(error.group(1), "#ERROR!")


def _without_nulls(rows: Iterable[list[Any]]) -> Iterable[list[Any]]:
    """Some old files hold two-byte texts that are read as one-byte ones, every other character being a null."""
    for row in rows:
        yield [value.replace("\x00", "") if isinstance(value, str) else value for value in row]
