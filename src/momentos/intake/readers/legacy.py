""".xls, .xlsb and .ods, through calamine. Runs where a crash harms nobody."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from momentos.domain.errors import Refused
from momentos.domain.messages import Message, say
from momentos.intake.cells import Sheet, sheet_from_rows
from momentos.intake.gate import password_message
from momentos.intake.limits import Limits
from momentos.intake.tally import Tally


def read(path: Path, name: str, limits: Limits) -> tuple[list[Sheet], list[Message]]:
    """Every sheet's cells. Raises ``Refused`` where the file is protected, damaged or over a limit."""
    tally = Tally(limits)
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            metadata = workbook.sheets_metadata
            tally.check_sheets(len(metadata))
            return [_read_sheet(workbook, one, tally) for one in metadata], []
    except PasswordError as error:
        raise Refused(password_message(name)) from error
    except CalamineError as error:
        raise Refused(
            say(
                "The file {file} is damaged or not quite a spreadsheet; its reader says: {detail}. "
                "Open it in Excel or LibreOffice, save it as .xlsx and try with that copy.",
                file=name,
                detail=str(error)[:200],
            )
        ) from error


def _read_sheet(workbook: CalamineWorkbook, metadata: Any, tally: Tally) -> Sheet:
    hidden = metadata.visible != SheetVisibleEnum.Visible
    if metadata.typ != SheetTypeEnum.WorkSheet:
        return Sheet(metadata.name, hidden)
    found = workbook.get_sheet_by_name(metadata.name)
    if found.start is None or found.end is None:
        return Sheet(metadata.name, hidden)
    tally.check_box(found.start[0] + 1, found.end[0] + 1, found.start[1] + 1, found.end[1] + 1, metadata.name)
    sheet = sheet_from_rows(metadata.name, hidden, _without_nulls(found.to_python(skip_empty_area=False)))
    tally.count(sheet.cell_count, metadata.name)
    return sheet


def _without_nulls(rows: Iterable[list[Any]]) -> Iterable[list[Any]]:
    """Some old files hold two-byte texts that are read as one-byte ones, every other character being a null."""
    for row in rows:
        yield [value.replace("\x00", "") if isinstance(value, str) else value for value in row]
