"""Tables as files people open elsewhere: .xlsx and .csv. Text stays text: never a formula, never a link."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from math import isfinite
from typing import Any

import xlsxwriter

SAFE_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST_TEXT = 32_767
"""Characters that fit in a cell."""
LONGEST_SHEET_NAME = 31
FORBIDDEN_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
RISKY_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula; of the wide signs, in some languages."""
NEGATIVE_FIGURE = re.compile(r"-\d[\d.,'’\s]*%?")
WIDEST, NARROWEST = 60, 9

DATE_FORMAT, INSTANT_FORMAT, DURATION_FORMAT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "[h]:mm:ss"


@dataclass(frozen=True)
class Table:
    """Headers and rows, each row as long as the headers; ``None`` is an empty cell."""

    name: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Any]]


def workbook(tables: Iterable[Table]) -> bytes:
    """One sheet per table: bold headers that stay in sight, dates and durations as such, text as text."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, SAFE_OPTIONS) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        formats = {
            datetime: book.add_format({"num_format": INSTANT_FORMAT}),
            date: book.add_format({"num_format": DATE_FORMAT}),
            timedelta: book.add_format({"num_format": DURATION_FORMAT}),
        }
        taken: list[str] = []
        for table in tables:
            taken.append(sheet_name(table.name, taken))
            _write_table(book.add_worksheet(taken[-1]), table, bold, formats)
    return buffer.getvalue()


def csv_bytes(table: Table) -> bytes:
    """UTF-8 with a mark, so that Excel reads the accents; text that a spreadsheet would run starts with ``'``.

    All text stands in quotation marks: where columns are parted by semicolons, one inside a name would begin a cell.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([harmless(header) for header in table.headers])
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def sheet_name(wanted: str, taken: Sequence[str] = ()) -> str:
    """A name Excel accepts, as near as possible to the one wanted, and not one of those taken."""
    clean = " ".join(wanted.translate(FORBIDDEN_IN_SHEET_NAMES).split())[:LONGEST_SHEET_NAME].strip() or "1"
    name, number = clean, 1
    while name.casefold() in (one.casefold() for one in taken):
        number += 1
        name = f"{clean[: LONGEST_SHEET_NAME - len(str(number)) - 1]} {number}"
    return name


def write_cell(page: Any, row: int, column: int, value: Any, form: Any = None) -> None:
    """One value as the kind it is; a number that is not finite and ``None`` leave the cell empty."""
    if value is None or (isinstance(value, float) and not isfinite(value)):
        page.write_blank(row, column, None, form)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, form)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, form)
    elif isinstance(value, date | timedelta):
        page.write_datetime(row, column, value, form)
    else:
        page.write_string(row, column, str(value)[:LONGEST_TEXT], form)


def _write_table(page: Any, table: Table, bold: Any, formats: dict[type, Any]) -> None:
    for column, header in enumerate(table.headers):
        page.write_string(0, column, header, bold)
    for row, cells in enumerate(table.rows, start=1):
        for column, value in enumerate(cells):
            write_cell(page, row, column, value, formats.get(type(value)))
    for column, header in enumerate(table.headers):
        longest = max((len(str(cells[column])) for cells in table.rows[:200]), default=0)
        page.set_column(column, column, min(max(longest, len(header), NARROWEST) + 1, WIDEST))
    page.freeze_panes(1, 0)
    if table.rows:
        page.autofilter(0, 0, len(table.rows), len(table.headers) - 1)


def harmless(cell: Any) -> Any:
    """Numbers and dates as they are; text that begins like a formula and is no figure with an apostrophe before it."""
    if isinstance(cell, str) and cell.startswith(RISKY_STARTS) and not NEGATIVE_FIGURE.fullmatch(cell):
        return f"'{cell}"
    return cell
