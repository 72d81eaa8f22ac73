"""The sample company as Excel workbooks, laid out as a real company keeps them: each in its own way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

NUMBER_FORMATS = {
    "date": "dd/mm/yyyy",
    "moment": "dd/mm/yyyy hh:mm",
    "hour": "hh:mm",
    "duration": "[h]:mm:ss",
    "money": "#,##0",
    "plain": "General",
}
WRITTEN_ON = datetime(2026, 11, 2, 8, 0)


@dataclass(frozen=True)
class Column:
    """A header and the cells under it; ``""`` and ``None`` leave a cell empty."""

    header: str
    cells: Sequence[Any]
    shown_as: str = "plain"
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """One sheet: title rows, then (after an empty row, if there are titles) a table from column ``left``."""

    name: str
    columns: Sequence[Column]
    titles: Sequence[str] = ()
    left: int = 0


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> None:
    """The same sheets give the same bytes: nothing of today goes into the file."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": path.stem, "created": WRITTEN_ON})
        formats = {name: book.add_format({"num_format": code}) for name, code in NUMBER_FORMATS.items()}
        heading = book.add_format({"bold": True, "bg_color": "#DDE5EE", "border": 1, "text_wrap": True})
        title = book.add_format({"bold": True, "font_size": 13})
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, formats, heading, title)


def _write_sheet(page: Any, sheet: Sheet, formats: dict[str, Any], heading: Any, title: Any) -> None:
    for row, text in enumerate(sheet.titles):
        page.write_string(row, sheet.left, text, title)
    header_row = len(sheet.titles) + 1 if sheet.titles else 0
    for place, column in enumerate(sheet.columns, start=sheet.left):
        page.set_column(place, place, column.width)
        page.write_string(header_row, place, column.header, heading)
        write = _WRITERS.get(column.shown_as, _write_plain)
        for row, cell in enumerate(column.cells, start=header_row + 1):
            if cell is not None and cell != "":
                write(page, row, place, cell, formats[column.shown_as])
    page.freeze_panes(header_row + 1, sheet.left)


def _write_plain(page: Any, row: int, place: int, cell: Any, form: Any) -> None:
    if isinstance(cell, str):
        page.write_string(row, place, cell, form)
    else:
        page.write_number(row, place, cell, form)


def _write_moment(page: Any, row: int, place: int, cell: date | timedelta, form: Any) -> None:
    page.write_datetime(row, place, cell, form)


_WRITERS: dict[str, Callable[[Any, int, int, Any, Any], None]] = dict.fromkeys(
    ("date", "moment", "hour", "duration"), _write_moment
)
